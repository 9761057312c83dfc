"""Judging one text: a report with it, tables of one value, and the findings about words."""

from dataclasses import replace

from benchmarks.labelled import checker_of
from reportdesk.checks.finding import Finding
from reportdesk.form.loader import load_edition
from reportdesk.report.facts import facts_of
from reportdesk.report.model import LastYear, Report

FORM = load_edition("2021")
CHECKER = checker_of(FORM, lambda code: code.startswith(("text.", "period.")))


def report(text: str, section: str = "overview", year: int = 2024) -> Report:
    """A report of an invented office with one text and 0 in every cell."""
    zeros = {cell.key: 0 for cell in FORM.entered}
    return Report(FORM, "云溪县档案局", year, cells=zeros, texts={section: text})


def found(text: str, section: str = "overview", year: int = 2024) -> list[Finding]:
    """The findings about words, all of them."""
    return findings(report(text, section, year))


def findings(judged: Report) -> list[Finding]:
    """The findings about the words of a report."""
    return [one for one in CHECKER.run(facts_of(judged)) if one.code.startswith(("text.", "period."))]


def codes(text: str, section: str = "overview", year: int = 2024) -> set[str]:
    """The codes of the findings about words."""
    return {finding.code for finding in found(text, section, year)}


def beside_last(text: str, last: str, section: str = "problems") -> Report:
    """A report with a text and last year's text of the same section."""
    snapshot = LastYear("2021", 2023, "云溪县档案局", texts={section: last})
    return replace(report(text, section), last=snapshot)
