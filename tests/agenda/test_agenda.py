"""What is still to do: not written is not wrong, one thing is next, and whoever is done is told so."""

from dataclasses import replace
from datetime import date

import pytest

from reportdesk.agenda import BASICS, Agenda, Part, State, agenda_of, missing_fields
from reportdesk.checks.engine import Checker
from reportdesk.report.facts import facts_of
from reportdesk.report.model import Report
from tests.checks.reports import FORM, correct_report, tiny_form, with_cells, with_text

TODAY = date(2024, 1, 19)


def agenda(report: Report, today: date = TODAY) -> Agenda:
    return agenda_of(report, Checker(report.form).run(facts_of(report)), today)


def part(report: Report, key: str) -> Part:
    return next(part for part in agenda(report).parts if part.key == key)


def blank() -> Report:
    return Report(FORM, organ="云溪县档案局", year=2023)


def test_a_blank_report_lacks_much_and_nothing_is_wrong() -> None:
    for empty in (blank(), Report(FORM), Report(tiny_form(), organ="云溪县图书馆", year=2023)):
        states = {item.state for part in agenda(empty).parts for item in part.items}
        assert states == {State.UNWRITTEN}
    assert not any(part.is_done for part in agenda(blank()).parts if part.key != BASICS)
    assert [item.words for item in part(blank(), BASICS).items] == [
        "机关类别没有选，期限和要写的内容按它定",
        "落款日期没有填",
    ]


def test_parts_stand_in_printed_order_with_what_each_lacks() -> None:
    assert [part.key for part in agenda(blank()).parts] == [BASICS, *(s.key for s in FORM.sections)]
    said = {part.key: [item.words for item in part.items] for part in agenda(blank()).parts}
    entered = sum(not cell.is_derived for cell in FORM.cells_of("requests"))
    assert said["requests"] == [f"{entered} 格没有填"]
    assert said["overview"] == ["还没有写"]


def test_a_part_is_done_with_its_last_cell() -> None:
    filled = {cell.key: 0 for cell in FORM.cells_of("disputes") if not cell.is_derived}
    assert part(replace(blank(), cells=filled), "disputes").is_done
    assert not part(replace(blank(), cells=dict(list(filled.items())[1:])), "disputes").is_done


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"organ": ""}, ["organ"]),
        ({"year": 0}, ["year"]),
        ({"signature_date": ""}, ["signature_date"]),
        ({"level": "", "organ": "云溪县档案局"}, ["level"]),
        ({"level": "", "organ": "云溪县人民政府"}, []),
        ({"level": "", "organ": "云溪县柳树镇人民政府"}, []),
        ({}, []),
    ],
)
def test_what_a_report_cannot_go_out_without(change: dict[str, object], missing: list[str]) -> None:
    report = replace(correct_report(), **change)  # type: ignore[arg-type]
    assert [finding.field for finding in missing_fields(report)] == missing
    assert {item.finding.field for item in part(report, BASICS).items if item.finding} >= set(missing)


def test_of_a_form_with_one_level_none_is_asked() -> None:
    form = tiny_form()
    alone = replace(form, levels=form.levels[:1])
    assert [f.field for f in missing_fields(Report(alone, organ="甲", year=2023))] == ["signature_date"]


def test_whoever_has_finished_everything_is_told_so() -> None:
    done = agenda(correct_report())
    assert done.is_done
    assert done.next is None
    assert not agenda(replace(correct_report(), signature_date="")).is_done


def test_a_hint_keeps_no_part_open() -> None:
    report = correct_report()
    key = "requests.received.natural_person"
    other = "requests.granted.natural_person"
    off = with_cells(report, **{key: report.cells[key] + 2000, other: report.cells[other] + 2000})
    hinted = part(off, "requests")
    assert [item.severity for item in hinted.items] == ["hint"]
    assert hinted.is_done


def test_next_is_what_is_wrong_then_figures_then_words_then_the_date() -> None:
    report = correct_report()
    key = "requests.granted.natural_person"
    steps = [
        with_cells(report, **{key: 0}),
        replace(report, organ="", title="", signature_date=""),
        with_text(with_cells(report, **{key: None}), "problems", ""),
        with_text(replace(report, signature_date=""), "problems", ""),
        replace(report, unconfirmed={key: True}, signature_date=""),
        replace(report, signature_date=""),
    ]
    met = [agenda(step).next for step in steps]
    assert [(item.state, item.part) for item in met if item] == [
        (State.PROBLEM, "requests"),
        (State.UNWRITTEN, BASICS),
        (State.UNWRITTEN, "requests"),
        (State.UNWRITTEN, "problems"),
        (State.UNCONFIRMED, "requests"),
        (State.UNWRITTEN, BASICS),
    ]


def test_what_was_taken_over_is_counted_where_it_stands() -> None:
    report = correct_report()
    words = report.texts["problems"]
    kept = replace(
        report, inherited={"problems": (words,)}, unconfirmed={"requests.granted.natural_person": True}
    )
    assert part(kept, "problems").items[-1].words.endswith("1 段文字")
    assert part(kept, "requests").items[-1].words.endswith("1 格")


@pytest.mark.parametrize(
    ("level", "today", "left"),
    [
        ("department", date(2024, 1, 19), 12),
        ("government", date(2024, 1, 31), 60),
        ("town", date(2024, 2, 2), -2),
    ],
)
def test_days_are_counted_to_the_deadline_of_the_level(level: str, today: date, left: int) -> None:
    deadline = agenda(replace(correct_report(), level=level), today).deadline
    assert deadline is not None
    assert deadline.days_left == left
    assert deadline.basis


def test_without_a_year_there_is_no_deadline() -> None:
    assert agenda(Report(FORM)).deadline is None


def test_sub_headings_without_words_are_not_written_yet() -> None:
    names = zip("一二三四五", FORM.section("overview").subheads, strict=True)
    skeleton = "\n".join(f"（{number}）{name}" for number, name in names)
    items = part(with_text(correct_report(), "overview", skeleton), "overview").items
    assert [item.state for item in items] == [State.UNWRITTEN]
    missing = part(with_text(correct_report(), "overview", skeleton.split("\n")[0]), "overview").items
    assert missing[0].state is State.PROBLEM
