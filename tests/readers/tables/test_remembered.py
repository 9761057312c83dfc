"""What the texts above numbers name is worked out once, for a form's files one after the other."""

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.readers.found.blocks import FoundCell, FoundParagraph, FoundTable
from reportdesk.readers.tables.heads import Heads
from reportdesk.readers.tables.wording import form_wording

FORM = load_edition("2021")
LABELS = form_wording(FORM).labels
REQUESTS, DISPUTES = FORM.tables[1].band[0], FORM.tables[2].band[0]


def heads(*texts: str) -> Heads:
    cells = tuple(FoundCell((FoundParagraph(text),)) for text in texts)
    return Heads(FoundTable((cells,)), (0,), LABELS)


def test_the_same_heads_are_not_looked_through_again(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("自然人", "总计")
    first = [heads(*texts).resolve(slot, REQUESTS) for slot in heads(*texts).found.row(0)]
    monkeypatch.setattr(Heads, "_column", None)
    again = heads(*texts)
    assert [again.resolve(slot, REQUESTS) for slot in again.found.row(0)] == first
    assert [column.labels[-1] for column in first if column] == list(texts)


def test_what_is_remembered_of_one_band_is_not_said_of_another() -> None:
    of_requests, of_disputes = (
        heads("自然人").resolve(heads("自然人").found.row(0)[0], band) for band in (REQUESTS, DISPUTES)
    )
    assert of_requests is not None
    assert of_disputes is None


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportdesk.readers.tables.heads._MOST_REMEMBERED", 3)
    for number in range(10):
        asked = heads(f"第{number}列")
        asked.resolve(asked.found.row(0)[0], REQUESTS)
        assert len(LABELS.columns) <= 3
