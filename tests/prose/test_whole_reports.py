"""Whole reports whose words agree with their tables: nothing is found; a figure that is changed is."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.narratives import whole_report
from reportdesk.checks.engine import Checker
from reportdesk.readers import read_report
from reportdesk.report.facts import facts_of
from tests.prose.judged import findings


@pytest.mark.parametrize("seed", range(36))
def test_a_report_that_agrees_has_no_findings_about_words(seed: int):
    judged = whole_report(random.Random(seed))
    assert [(one.code, one.quote) for one in findings(judged)] == []


def test_a_changed_figure_is_found_where_the_words_tell_it():
    """About half of the paragraphs tell what was granted, or how many in all."""
    found = 0
    for seed in range(20):
        right = whole_report(random.Random(seed))
        changed = {**right.cells, "requests.granted.natural_person": 900}
        found += bool(findings(replace(right, cells=changed)))
    assert found >= 10


def test_the_example_that_is_shipped_has_nothing_to_find():
    """没有都写明 says that not all were, not that none was."""
    example = Path(__file__).resolve().parents[2] / "docs" / "examples" / "yunxi-2024.json"
    report = read_report(example)
    assert [(one.code, one.quote) for one in Checker(report.form).run(facts_of(report))] == []
