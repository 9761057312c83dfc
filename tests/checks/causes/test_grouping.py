"""One wrong figure is one group with its likely cause; where nothing is clear no cause is named."""

import random
from dataclasses import replace

import pytest

from reportdesk.checks.causes.equations import equations_in_words
from reportdesk.checks.causes.grouping import CauseGroup, groups_of
from reportdesk.checks.causes.slips import SlipKind
from reportdesk.checks.causes.wording import cause_in_words
from reportdesk.checks.engine import Checker
from reportdesk.report.facts import facts_of
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from tests.checks.reports import (
    check,
    correct_report,
    tiny_form,
    with_cells,
    with_last,
    with_stated,
    with_text,
)
from tests.work import work_of

GRANTED = "requests.granted.natural_person"
RIGHT = 1175


def groups(report: Report) -> tuple[CauseGroup, ...]:
    """The groups of all findings of a report."""
    checker = Checker(report.form)
    facts = facts_of(report)
    return groups_of(checker.checks, facts, checker.run(facts))


def printed() -> Report:
    """A correct report as a document prints it, with all its totals."""
    report = correct_report()
    derived = {key: figure for key, figure in figures(report).items() if report.form.cells[key].is_derived}
    return replace(report, stated={key: figure for key, figure in derived.items() if figure is not None})


def only(found: tuple[CauseGroup, ...]) -> CauseGroup:
    assert len(found) == 1, [group.first.message for group in found]
    return found[0]


def test_nothing_wrong_is_no_group() -> None:
    assert groups(correct_report()) == ()


def test_a_figure_read_wrong_is_where_its_row_and_its_column_meet() -> None:
    group = only(groups(with_cells(printed(), **{GRANTED: RIGHT + 1})))
    assert len(group.findings) == 6
    (cause,) = group.causes
    assert (cause.keys, cause.should) == ((GRANTED,), (RIGHT,))
    assert group.cells[0] == GRANTED
    words = cause_in_words(correct_report().form, cause, group.explained)
    assert words.startswith("可能是表三“（一）予以公开 · 自然人”多填了 1")
    assert "这 6 处" in words


def test_a_printed_total_that_stands_alone_is_what_may_be_wrong() -> None:
    report = printed()
    key = "requests.granted.total"
    group = only(groups(with_stated(report, key, int(report.stated[key]) + 10)))
    (cause,) = group.causes
    assert cause.keys == (key,)
    assert cause.should == (report.stated[key],)


def test_a_typed_slip_that_may_be_anywhere_in_its_column_names_no_cell() -> None:
    group = only(groups(with_cells(correct_report(), **{GRANTED: RIGHT + 1})))
    assert {one.code for one in group.findings} == {"requests.balance"}
    assert "自然人" in group.first.message
    assert group.causes == ()


def test_digits_the_wrong_way_round_are_named_first() -> None:
    # 1715 for 1175; no other figure of the column can be turned into the missing 540.
    group = only(groups(with_cells(correct_report(), **{GRANTED: 1715})))
    cause = group.causes[0]
    assert (cause.kind, cause.keys, cause.should) == (SlipKind.DIGITS, (GRANTED,), (RIGHT,))
    assert "写反" in cause_in_words(correct_report().form, cause, group.explained)


def test_a_figure_in_the_next_column_is_told_from_two_columns_that_are_off_by_as_much() -> None:
    row = "requests.not_processed_excessive"
    report = correct_report()
    figure = report.cells[f"{row}.natural_person"]
    moved = with_cells(report, **{f"{row}.natural_person": 0, f"{row}.business": figure})
    assert report.cells[f"{row}.business"] == 0
    group = only(tuple(group for group in groups(moved) if group.first.code == "requests.balance"))
    assert {one.cells[0].rpartition(".")[2] for one in group.findings if one.code == "requests.balance"} == {
        "natural_person",
        "business",
    }
    (cause,) = group.causes
    assert cause.kind is SlipKind.NEIGHBOUR
    assert f"的 {figure} 写到了旁边的“商业企业”" in cause_in_words(report.form, cause, group.explained)


def test_what_was_not_taken_over_from_last_year_is_the_cause() -> None:
    key = "requests.carried_in.natural_person"
    report = correct_report()
    group = only(groups(with_cells(report, **{key: report.cells[key] + 3})))
    assert {one.code for one in group.findings} == {"carry.total", "carry.column", "requests.balance"}
    (cause,) = group.causes
    assert (cause.kind, cause.keys, cause.should) == (SlipKind.CARRY, (key,), (report.cells[key],))


def test_a_carry_that_the_balance_speaks_for_is_not_called_wrong() -> None:
    key = "requests.carried_out.natural_person"
    total = "requests.carried_out.total"
    last = correct_report().last
    assert last is not None
    off = {key: last.cells[key] + 3, total: last.cells[total] + 3}
    group = only(groups(with_last(correct_report(), off)))
    assert len(group.findings) == 2
    assert group.causes == ()


def test_words_that_say_the_right_figure_point_at_the_wrong_one() -> None:
    text = f"2023年，予以公开{figures(correct_report())['requests.granted.total']}件。"
    report = correct_report()
    said = with_text(report, "overview", report.texts["overview"].replace("每一份申请都按时答复。", text))
    group = only(groups(with_cells(said, **{GRANTED: RIGHT + 1})))
    assert "text.outcome" in {one.code for one in group.findings}
    assert all(cause.keys[0].startswith("requests.granted.") for cause in group.causes)


def test_one_number_told_twice_in_words_is_one_group() -> None:
    text = "2023年收到政府信息公开申请77件。全年共收到政府信息公开申请77件。"
    report = correct_report()
    said = with_text(report, "overview", report.texts["overview"].replace("每一份申请都按时答复。", text))
    group = only(groups(said))
    assert len(group.findings) == 2
    assert group.causes == ()


def test_two_slips_are_two_groups_and_the_total_goes_with_the_larger() -> None:
    report = correct_report()
    other = "requests.denied_third_party.business"
    off = with_cells(report, **{GRANTED: RIGHT + 1, other: report.cells[other] + 5})
    small, large = sorted(groups(off), key=lambda group: len(group.findings))
    assert small.first.cells[0].endswith("natural_person")
    assert [one.cells[0].rpartition(".")[2] for one in large.findings] == ["business", "total"]


def test_many_hints_of_one_kind_fold_and_each_can_be_reached() -> None:
    report = correct_report()
    rows = [key for key in report.cells if key.endswith(".natural_person")]
    off = with_cells(report, **{key: report.cells[key] + 500 for key in rows})
    found = groups(off)
    hints = [group for group in found if group.first.code == "change.large"]
    assert len(hints) == 1
    assert hints[0].is_alike
    assert set(hints[0].cells) >= {one.cells[0] for one in hints[0].findings}
    assert len(found) <= 4


def test_every_finding_stands_in_one_group() -> None:
    report = printed()
    off = with_cells(report, **{key: 7 for key in report.cells if key.startswith("requests.")})
    checker = Checker(off.form)
    facts = facts_of(off)
    findings = checker.run(facts)
    grouped = [one.subject for group in groups_of(checker.checks, facts, findings) for one in group.findings]
    assert sorted(grouped) == sorted(one.subject for one in findings)


@pytest.mark.parametrize("slip", [1, 2])
def test_a_form_of_another_shape_has_its_causes_too(slip: int) -> None:
    form = tiny_form()
    derived = form.derived[0]
    parts = [key for _, key in derived.parts]
    report = Report(
        form, organ="云溪市水库", year=2023, cells=dict.fromkeys((c.key for c in form.entered), 1)
    )
    off = with_stated(report, derived.key, int(figures(report)[derived.key] or 0) + slip)
    found = [group for group in groups(off) if derived.key in group.cells]
    assert len(found) == 1
    assert all(set(cause.keys) <= {derived.key, *parts} for cause in found[0].causes)


def test_words_that_tell_one_figure_over_and_over_are_added_up_once() -> None:
    text = "".join(f"第{number}季收到政府信息公开申请5件。" for number in range(90))
    report = with_text(correct_report(), "overview", text)
    facts = facts_of(report)
    in_words = [one for one in check(report) if one.section and one.difference is not None]
    assert len(list(equations_in_words(in_words, facts))) == 90
    one, all_of_them = (work_of(lambda: list(equations_in_words(in_words[:n], facts))) for n in (1, 90))  # noqa: B023
    assert all_of_them < 30 * one


def test_a_word_on_one_group_leaves_the_others_as_they_are() -> None:
    report = correct_report()
    other = "requests.denied_third_party.business"
    off = with_cells(report, **{GRANTED: RIGHT + 1, other: report.cells[other] + 5})
    first, second = groups(off)
    checker = Checker(off.form)
    facts = facts_of(off)
    settled = {one.subject for one in second.findings}
    left = groups_of(checker.checks, facts, checker.run(facts), lambda one: one.subject not in settled)
    assert left == (first,)


def test_a_total_that_several_slips_explain_does_not_lead_one_of_them() -> None:
    report = correct_report()
    keys = ("requests.carried_in.natural_person", "requests.carried_in.business")
    off = with_cells(report, **{key: report.cells[key] + 3 + number for number, key in enumerate(keys)})
    found = groups(with_last(off, {}))
    led = [group for group in found if group.causes]
    assert {group.causes[0].keys for group in led} == {(key,) for key in keys}
    for group in led:
        assert group.first.code == "requests.balance"
        assert group.first.cells[0].rpartition(".")[2] == group.causes[0].keys[0].rpartition(".")[2]
        assert group.explained == len([one for one in group.findings if not one.cells[0].endswith("total")])


def test_a_grave_total_of_slight_slips_stands_for_itself() -> None:
    report = correct_report()
    keys = ("requests.carried_in.natural_person", "requests.carried_in.business")
    off = with_cells(report, **{key: report.cells[key] + 3 + number for number, key in enumerate(keys)})
    unbalanced = with_cells(off, **{key.replace("carried_in", "carried_out"): None for key in keys})
    total = next(group for group in groups(unbalanced) if group.first.code == "carry.total")
    assert len(total.findings) == 1
    assert total.causes == ()


@pytest.mark.parametrize("seed", range(12))
def test_what_is_said_of_a_cause_holds(seed: int) -> None:
    chance = random.Random(seed)
    report = chance.choice([correct_report(), printed()])
    cells, stated = dict(report.cells), dict(report.stated)
    for _ in range(chance.choice([1, 1, 2, 4])):
        key = chance.choice([key for key in report.form.cells if key.startswith(("requests", "disputes"))])
        part = stated if report.form.cells[key].is_derived else cells
        if key in part:
            part[key] = chance.choice([0, 1, 12, 300])
    wrong = replace(report, cells=cells, stated=stated)
    before = {finding.subject for finding in check(wrong)}
    for group in groups(wrong):
        for cause in group.causes:
            mended = (dict(cells), dict(stated))
            for key, should in zip(cause.keys, cause.should, strict=True):
                mended[report.form.cells[key].is_derived][key] = should
            after = {one.subject for one in check(replace(wrong, cells=mended[0], stated=mended[1]))}
            assert len([one for one in group.findings if one.subject not in after]) >= group.explained
            assert not [one for one in after - before if one.startswith(("requests.", "disputes.", "carry."))]
