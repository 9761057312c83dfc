"""Texts side by side: what repeats itself without end is told by its ends, soon."""

import pytest

from reportdesk.report import align as aligning
from reportdesk.report.align import align, changed_spans, with_hunks
from tests.work import turns_of


def test_texts_that_repeat_themselves_are_aligned_soon() -> None:
    long, short = "（一）" * 1_000, "（）一" * 700
    assert turns_of(lambda: changed_spans(long, short, 3)) < 50_000
    assert turns_of(lambda: align([long], [short])) < 50_000


@pytest.mark.parametrize(
    ("before", "after", "span"),
    [
        ("头一二三尾", "头四五尾", (1, 4, 1, 3)),
        ("头尾", "头中尾", (1, 1, 1, 2)),
        ("一一", "一一一", (2, 2, 2, 3)),
        ("一", "二", (0, 1, 0, 1)),
    ],
)
def test_where_no_work_is_left_all_between_the_equal_ends_differs(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str, span: tuple[int, int, int, int]
) -> None:
    monkeypatch.setattr(aligning, "_MOST_STEPS", 0)
    assert changed_spans(before, after, 0) == (span,)


def test_what_is_taken_of_such_texts_is_still_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aligning, "_MOST_STEPS", 0)
    ours, theirs = ["甲", "乙", "丙"], ["甲", "乙乙", "丁", "丙"]
    assert with_hunks(ours, align(ours, theirs)) == tuple(theirs)
