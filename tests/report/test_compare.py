"""Two reports side by side: what differs is found once, and taken or left by itself."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.form.loader import load_edition
from reportdesk.report.align import align, with_hunks
from reportdesk.report.compare import Difference, compare, take
from reportdesk.report.model import Report
from reportdesk.report.shown import shown
from tests.examples import examples

FORM = load_edition("2021")
RECEIVED = "requests.received.natural_person"
RECEIVED_SUM = "requests.received.total"
BUSINESS = "requests.received.business"
ROW = [cell.key for cell in FORM.cells_of("requests") if cell.row == "received"]
ENTERED = [key for key in ROW if not FORM.cells[key].is_derived]
SUMS = [key for key in ROW if FORM.cells[key].is_derived]

BASE = Report(
    FORM,
    organ="云溪县档案局",
    year=2024,
    signature_date="2025-01-08",
    cells=dict.fromkeys(ENTERED, 1),
    texts={"overview": "一段。\n\n二段。\n三段。"},
    unconfirmed={RECEIVED: True},
)

paragraphs = st.lists(
    st.sampled_from(["", " ", "甲段。", "乙段在此。", "乙段在彼。", "丙段", "\u3000丙段"]), max_size=6
)
# As fields, for a whole report names its form in every failure.
fields = st.fixed_dictionaries(
    {
        "organ": st.sampled_from(["云溪县档案局", "清水镇人民政府"]),
        "year": st.sampled_from([2023, 2024]),
        "title": st.sampled_from(["", "云溪县档案局2023年年报"]),
        "signature_organ": st.sampled_from(["", "清水镇人民政府", "云溪县档案馆"]),
        "signature_date": st.sampled_from(["", "2025-01-08", "2025-01-09"]),
        "cells": st.fixed_dictionaries({}, optional={key: st.integers(0, 3) for key in ENTERED}),
        "stated": st.fixed_dictionaries({}, optional={key: st.integers(0, 3) for key in SUMS}),
        "texts": st.dictionaries(
            st.sampled_from(["intro", "overview"]), paragraphs.map("\n".join).filter(bool)
        ),
    }
)


@examples(400)
@given(ours=fields, theirs=fields)
def test_taking_all_differences_prints_what_was_read(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    base, read = Report(FORM, **ours), Report(FORM, **theirs)
    found = compare(base, read)
    taken = take(base, read, found).apply(base)
    assert shown(taken) == shown(read)
    assert compare(taken, read) == ()
    assert (found == ()) == (shown(base) == shown(read))


@examples(200)
@given(base_fields=fields, read_fields=fields, data=st.data())
def test_what_is_left_stays(
    base_fields: dict[str, Any], read_fields: dict[str, Any], data: st.DataObject
) -> None:
    base, read = Report(FORM, **base_fields), Report(FORM, **read_fields)
    found = compare(base, read)
    chosen = data.draw(st.sets(st.sampled_from(found))) if found else set()
    edit = take(base, read, chosen)
    taken = edit.apply(base)
    assert edit.inverse().apply(taken) == base
    ours, theirs = shown(taken), shown(read)
    for difference in found:
        entered = difference.kind == "cell" and not FORM.cells[difference.key].is_derived
        if entered:
            wanted = difference.after if difference in chosen else difference.before
            assert ours.figures[difference.key] == wanted
        if difference.kind in {"signature", "date"} and difference not in chosen:
            assert getattr(ours, difference.kind) == difference.before
    if not chosen:
        assert taken == base
    if {one for one in found if one.kind == "words"} <= chosen:
        assert ours.paragraphs == theirs.paragraphs


def test_one_figure_is_one_difference() -> None:
    read = replace(BASE, cells=BASE.cells | {BUSINESS: 5}, stated={RECEIVED_SUM: 6})
    assert compare(BASE, read) == (Difference("cell", BUSINESS, "1", "5"),)
    taken = take(BASE, read, compare(BASE, read)).apply(BASE)
    assert taken.stated == {RECEIVED_SUM: 6}
    assert taken.unconfirmed == {RECEIVED: True}


def test_a_figure_that_is_taken_needs_no_confirmation() -> None:
    read = replace(BASE, cells=BASE.cells | {RECEIVED: 5})
    assert take(BASE, read, compare(BASE, read)).apply(BASE).unconfirmed == {}


def test_a_paragraph_that_changed_is_one_difference_and_blank_lines_stay() -> None:
    read = replace(BASE, texts={"overview": "一段。\n二段。\n三段改了。"})
    (difference,) = compare(BASE, read)
    assert (difference.before, difference.after) == ("三段。", "三段改了。")
    assert take(BASE, read, [difference]).apply(BASE).texts["overview"] == "一段。\n\n二段。\n三段改了。"


def test_layout_is_no_difference() -> None:
    read = replace(BASE, texts={"overview": "\u3000\u3000一段。\n二段。  \n\n三段。\u200b"})
    assert compare(BASE, read) == ()


def test_a_title_of_another_organ_keeps_who_signs_only_if_said() -> None:
    read = replace(BASE, organ="清水镇人民政府", signature_organ="云溪县档案局")
    (title,) = compare(BASE, read)
    taken = take(BASE, read, [title]).apply(BASE)
    assert (taken.organ, taken.printed_signature) == ("清水镇人民政府", "云溪县档案局")


@pytest.mark.parametrize(
    ("difference", "place"),
    [
        (Difference("title", "", "", ""), "标题"),
        (Difference("date", "", "", ""), "落款日期"),
        (Difference("words", "intro", "", ""), "引言"),
        (Difference("words", "overview", "", ""), "一、总体情况"),
    ],
)
def test_a_difference_says_where_it_stands(difference: Difference, place: str) -> None:
    assert difference.place(FORM) == place


@given(paragraphs, paragraphs)
def test_aligned_texts_become_each_other(ours: list[str], theirs: list[str]) -> None:
    made = with_hunks(ours, align(ours, theirs))
    plain = [line.strip() for line in theirs if line.strip()]
    assert [line.strip() for line in made if line.strip()] == plain


def test_many_paragraphs_are_compared_in_a_moment() -> None:
    ours, theirs = ([f"{side}{number}" * 50 for number in range(400)] for side in "甲乙")
    assert len(align(ours, theirs)) == 1


def test_printed_sums_that_are_taken_stand_in_the_forms_order() -> None:
    ours = Report(FORM, cells={"requests.received.natural_person": 1})
    theirs = replace(
        ours, stated={key: 7 for key in reversed(ours.form.cells) if ours.form.cells[key].is_derived}
    )
    merged = take(ours, theirs, compare(ours, theirs)).apply(ours)
    assert len(merged.stated) > 20
    assert list(merged.stated) == [key for key in FORM.cells if key in merged.stated]
