"""The history: what merges into one step, what is forgotten, and how little a step holds."""

from pathlib import Path

import pytest

from reportdesk.form.loader import load_form
from reportdesk.report.edit import Edit, enter, set_field, write_text
from reportdesk.report.history import MOST_CHARACTERS, MOST_STEPS, History
from reportdesk.report.model import Report

TINY = load_form(Path(__file__).parent.parent / "data" / "tiny-form")
ENTERED = [cell.key for cell in TINY.entered]


def test_typing_in_two_fields_does_not_merge() -> None:
    history, report = History(), Report(TINY)
    for name, value in (("organ", "云"), ("organ", "云溪"), ("title", "年报"), ("organ", "云溪县")):
        edit = set_field(report, name, value)
        report = edit.apply(report)
        history.push(edit)
    assert [edit.merge for edit in history.done] == ["fields.organ", "fields.title", "fields.organ"]


def test_an_empty_history_has_nothing_to_undo_or_redo() -> None:
    history = History()
    assert history.undo() is None
    assert history.redo() is None


def step(number: int, characters: int = 0) -> Edit:
    """A step of its own: the organ's name is a number, with words after it."""
    return set_field(Report(TINY, organ="", year=2024), "organ", f"{number}{'云' * characters}")


def test_the_oldest_steps_are_forgotten_where_there_are_too_many():
    history = History()
    steps = [step(number) for number in range(MOST_STEPS + 10)]
    for one in steps:
        history.push(one)
        history.seal()
    assert history.undo() == steps[-1].inverse()
    assert [edit.changes[0].after for edit in history.done] == [
        str(number) for number in range(10, len(steps) - 1)
    ]


def test_the_oldest_steps_are_forgotten_where_they_hold_too_much():
    history = History()
    for number in range(30):
        history.push(step(number, MOST_CHARACTERS // 10))
        history.seal()
    assert len(history.done) == 9
    assert history.undo() == step(29, MOST_CHARACTERS // 10).inverse()


def test_the_last_step_is_never_forgotten():
    history = History()
    history.push(step(1))
    history.seal()
    history.push(large := step(2, MOST_CHARACTERS + 1))
    assert history.done == [large]


@pytest.mark.parametrize("merges", [True, False])
def test_what_is_no_longer_in_the_history_is_not_counted(merges: bool):
    history = History()
    history.push(first := enter(Report(TINY, organ="", year=2024), {ENTERED[0]: 1}))
    for number in range(50):
        history.push(step(number, MOST_CHARACTERS // 4))
        if not merges:
            history.undo()
    assert history.done[0] == first


def test_a_long_session_in_a_long_text_holds_the_words_that_were_typed():
    text, history = "云" * 5_000, History()
    report = Report(TINY, texts={"summary": text})
    for number in range(500):
        edit = write_text(report, "summary", f"{text[:2_500]}{number}{text[2_500:]}")
        report = edit.apply(report)
        history.push(edit)
        history.seal()
    held = sum(
        len(str(change.before)) + len(str(change.after)) for edit in history.done for change in edit.changes
    )
    assert held < 3 * len(text)
    for step in iter(history.undo, None):
        report = step.apply(report)
    assert report.texts["summary"] == text
    for step in iter(history.redo, None):
        report = step.apply(report)
    assert report.texts["summary"] == f"{text[:2_500]}499{text[2_500:]}"
