"""An empty section begins with its sub-headings, the sentences that the figures give, and an example."""

from dataclasses import replace

from reportdesk.form.formula import Number
from reportdesk.form.loader import load_edition
from reportdesk.prose.sentences.beginning import begin_section, example_of, sentences_for
from reportdesk.prose.sentences.offers import write_sentence
from reportdesk.prose.text.subheads import find_subheads, spellings_of
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from tests.checks.reports import tiny_form

FORM = load_edition("2021")
ZEROS: dict[str, Number] = {cell.key: 0 for cell in FORM.entered}


def report(**changes: object) -> Report:
    return replace(Report(FORM, "云溪县档案局", 2024), **changes)  # type: ignore[arg-type]


def begun(of: Report, section: str) -> str:
    return begin_section(of, figures(of), section).apply(of).texts.get(section, "")


def test_sub_headings_stand_numbered_in_order() -> None:
    text = begun(report(), "overview")
    assert text.split("\n")[0] == "（一）主动公开"
    found = find_subheads(text, FORM.section("overview").subheads, spellings_of(FORM))
    assert [one.name for one in found] == list(FORM.section("overview").subheads)
    assert not any(one.body for one in found)


def test_under_each_stands_what_the_figures_say() -> None:
    text = begun(report(cells=ZEROS), "overview")
    found = find_subheads(text, FORM.section("overview").subheads, spellings_of(FORM))
    bodies = {one.name: one.body for one in found}
    assert "没有制发行政规范性文件" in bodies["主动公开"]
    assert "未收到政府信息公开申请" in bodies["依申请公开"]
    assert "行政复议" in bodies["依申请公开"]
    assert not bodies["监督保障"]


def test_what_somebody_wrote_is_left_alone() -> None:
    assert not begin_section(report(texts={"overview": "一段话。"}), {}, "overview")


def test_it_is_one_step_that_can_be_taken_back() -> None:
    before = report(cells=ZEROS)
    edit = begin_section(before, figures(before), "overview")
    assert edit.inverse().apply(edit.apply(before)) == before


def test_a_section_without_sub_headings_and_figures_stays_empty() -> None:
    assert not begin_section(report(), figures(report()), "problems")
    assert sentences_for(report(), figures(report()), "overview") == []


def test_a_form_of_another_shape_has_its_own_sub_headings() -> None:
    form = tiny_form()
    of = Report(form, "云溪县图书室", 2024)
    assert begun(of, "summary").split("\n")[:2] == ["（一）开放", "（二）活动"]


def test_an_example_names_this_report() -> None:
    assert "2024年，云溪县档案局" in example_of(report(), "overview")
    assert all(example_of(report(), section.key) for section in FORM.narratives)
    assert example_of(Report(tiny_form()), "summary") == ""


def test_a_sentence_for_an_empty_section_stands_under_its_sub_heading() -> None:
    of = report(cells=ZEROS)
    text = write_sentence(of, figures(of), "requests").apply(of).texts["overview"]
    found = find_subheads(text, FORM.section("overview").subheads, spellings_of(FORM))
    assert [one.name for one in found if one.body] == ["依申请公开"]
