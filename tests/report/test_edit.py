"""Edits: applied, inverted and merged exactly; each one only what it says."""

from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.form.loader import load_form
from reportdesk.report.edit import (
    Edit,
    confirm,
    edit_entries,
    enter,
    fill_blanks,
    set_field,
    take_sums,
    write_text,
)
from reportdesk.report.entries import CellPart, FieldName, TextPart
from reportdesk.report.model import Report

EntryPart = CellPart | TextPart | Literal["accepted", "fields"]
TINY = load_form(Path(__file__).parent.parent / "data" / "tiny-form")
ENTERED = [cell.key for cell in TINY.entered]

VALUES: dict[EntryPart, st.SearchStrategy[tuple[str, Any]]] = {
    "cells": st.tuples(st.sampled_from(ENTERED), st.none() | st.integers(0, 5)),
    "stated": st.tuples(st.sampled_from([cell.key for cell in TINY.derived]), st.none() | st.integers(0, 5)),
    "texts": st.tuples(st.sampled_from(["summary", "wishes", "intro"]), st.none() | st.text(min_size=1)),
    "unconfirmed": st.tuples(st.sampled_from(ENTERED), st.none() | st.just(True)),
    "inherited": st.tuples(st.just("summary"), st.none() | st.tuples(st.text(min_size=1))),
    "fields": st.one_of(
        st.tuples(st.sampled_from(["organ", "title", "level"]), st.text()),
        st.tuples(st.just("year"), st.integers(2019, 2030)),
    ),
}
ENTRIES = st.lists(
    st.sampled_from(sorted(VALUES)).flatmap(lambda part: st.tuples(st.just(part), VALUES[part]))
)
Steps = list[tuple[EntryPart, tuple[str, Any]]]


def edit_of(report: Report, steps: Steps) -> Edit:
    return edit_entries(report, "x", [(part, key, value) for part, (key, value) in steps], merge="m")


@given(ENTRIES, ENTRIES)
def test_an_inverse_takes_back_exactly(first: Steps, second: Steps) -> None:
    start = edit_of(Report(TINY), first).apply(Report(TINY))
    edit = edit_of(start, second)
    after = edit.apply(start)
    assert edit.inverse().apply(after) == start
    assert edit.inverse().inverse().apply(start) == after
    narrow = edit.narrowed()
    assert narrow.apply(start) == after
    assert narrow.inverse().apply(after) == start
    assert narrow.narrowed() == narrow
    assert bool(edit) == (after != start)


@pytest.mark.parametrize("words", ["", "甲", "甲乙", "乙丙丁", "甲丙乙", None])
def test_a_narrowed_edit_refuses_another_text(words: str | None) -> None:
    start = Report(TINY, texts={"summary": "甲乙丙丁"})
    edit = write_text(start, "summary", "甲戊丁").narrowed()
    assert [(change.at, change.before, change.after) for change in edit.changes] == [(1, "乙丙", "戊")]
    with pytest.raises(ValueError, match=r"texts\.summary"):
        edit.apply(Report(TINY, texts={"summary": words} if words is not None else {}))


@given(ENTRIES, ENTRIES)
def test_a_merged_edit_is_both_in_turn(first: Steps, second: Steps) -> None:
    start = Report(TINY)
    one = edit_of(start, first)
    middle = one.apply(start)
    two = edit_of(middle, second)
    merged = one.merged_with(two)
    assert merged.apply(start) == two.apply(middle)
    assert merged.inverse().apply(two.apply(middle)) == start


@given(ENTRIES)
def test_a_report_is_never_changed_in_place(steps: Steps) -> None:
    report = Report(TINY, cells={"loans.lent.adults": 1}, texts={"summary": "甲"})
    edit_of(report, steps).apply(report)
    assert report == Report(TINY, cells={"loans.lent.adults": 1}, texts={"summary": "甲"})


def test_a_derived_or_unknown_cell_cannot_be_entered() -> None:
    with pytest.raises(KeyError):
        enter(Report(TINY), {"loans.lent.total": 1})
    with pytest.raises(KeyError):
        enter(Report(TINY), {"loans.gone.adults": 1})


def test_what_is_entered_is_neither_invalid_nor_unconfirmed() -> None:
    key = "loans.lent.adults"
    report = Report(TINY, cells={key: 3}, invalid={key: "约3"}, unconfirmed={key: True})
    after = enter(report, {key: 3}).apply(report)
    assert (after.cells, after.invalid, after.unconfirmed) == ({key: 3}, {}, {})


def test_a_printed_total_goes_when_the_sum_reaches_it() -> None:
    cells = {"loans.lent.adults": 1, "loans.lent.preschool": 1}
    report = Report(TINY, cells=cells, stated={"loans.lent.total": 5, "loans.returned.total": 9})
    near = enter(report, {"loans.lent.school": 2}).apply(report)
    assert near.stated == {"loans.lent.total": 5, "loans.returned.total": 9}
    there = enter(near, {"loans.lent.school": 3}).apply(near)
    assert there.stated == {"loans.returned.total": 9}


def test_a_printed_total_goes_when_its_sum_is_taken() -> None:
    report = Report(TINY, stated={"loans.lent.total": 5, "loans.returned.total": 9})
    assert take_sums(report, ["loans.lent.total"]).apply(report).stated == {"loans.returned.total": 9}


def test_only_blanks_of_entered_cells_are_filled() -> None:
    report = Report(TINY, cells={"loans.lent.adults": 7}, invalid={"loans.lent.school": "无"})
    edit = fill_blanks(report, [*TINY.cells])
    after = edit.apply(report)
    assert edit.name == "空格填 0"
    assert after.cells == {**dict.fromkeys(ENTERED, 0), "loans.lent.adults": 7}
    assert after.invalid == {}
    assert edit.inverse().apply(after) == report


def test_confirming_leaves_the_rest_marked() -> None:
    report = Report(
        TINY,
        texts={"summary": "甲\n乙"},
        inherited={"summary": ("甲", "乙"), "wishes": ("丙",)},
        unconfirmed={"loans.lent.adults": True, "loans.lent.school": True},
    )
    after = confirm(report, ["loans.lent.adults"], [("summary", "甲"), ("wishes", "丙")]).apply(report)
    assert after.inherited == {"summary": ("乙",)}
    assert after.unconfirmed == {"loans.lent.school": True}
    assert after.is_inherited("summary", "乙")
    assert not after.is_inherited("summary", "甲")


def test_an_edited_paragraph_is_no_longer_last_years() -> None:
    report = Report(TINY, texts={"summary": "甲\n乙"}, inherited={"summary": ("甲", "乙")})
    after = write_text(report, "summary", "甲改\n乙").apply(report)
    assert [after.is_inherited("summary", text) for text in after.paragraphs("summary")] == [False, True]


def test_an_emptied_text_is_absent() -> None:
    report = Report(TINY, texts={"summary": "甲"})
    assert write_text(report, "summary", "").apply(report).texts == {}


def test_what_is_so_already_is_no_edit() -> None:
    report = Report(TINY, organ="云溪县图书室", cells={"loans.lent.adults": 0}, texts={"summary": "甲"})
    assert not enter(report, {"loans.lent.adults": 0, "loans.lent.school": None})
    assert not write_text(report, "summary", "甲")
    assert not set_field(report, "organ", "云溪县图书室")
    assert not take_sums(report, ["loans.lent.total"])


def test_blank_and_0_are_two_answers() -> None:
    report = Report(TINY)
    assert enter(report, {"loans.lent.adults": 0}).apply(report).cells == {"loans.lent.adults": 0}


def test_every_place_that_can_be_named_is_a_part_of_a_report() -> None:
    parts = get_type_hints(Report)
    assert {str(parts[field]) for field in get_args(FieldName)} == {str(str), str(int)}
    entries = {*get_args(CellPart), *get_args(TextPart), "accepted"}
    assert all(str(parts[part]).startswith("collections.abc.Mapping[str, ") for part in entries)
    assert {part for part, kind in parts.items() if "Mapping" in str(kind)} == entries | {"extra"}
