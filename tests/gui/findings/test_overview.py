"""What is open in a report is looked at once for all who show it."""

import pytest

from reportdesk.document import Document
from reportdesk.gui.findings import overview
from reportdesk.gui.findings.overview import Overview
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter, fill_blanks
from reportdesk.report.progress import progress_of
from tests.gui.clerk import RECEIVED, settle


def test_it_counts_by_tab_and_knows_what_was_accepted(sample: Document) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    before = Overview.of(sample)
    found = before.entries[0]
    grave = [card for card in before.cards if card.severity == "error"]
    assert before.counts()["error"] == len(grave)
    assert before.counts(found.tab)["error"] >= 1
    sample.accept_all(grave[0].group.findings, "属实")
    after = Overview.of(sample)
    assert after.entries[0].note == "属实"
    assert not after.entries[0].is_open
    assert after.counts().get("error", 0) == before.counts()["error"] - 1


def test_findings_of_one_wrong_figure_count_once(sample: Document) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    overview = Overview.of(sample)
    grave = [entry for entry in overview.entries if entry.finding.severity == "error"]
    assert len(grave) > overview.counts()["error"] == 1


def test_what_is_not_written_is_counted_apart(blank: Document) -> None:
    overview = Overview.of(blank)
    assert overview.counts() == {}
    assert overview.unwritten() >= len(blank.form.sections)
    assert overview.unwritten("disputes") == 1
    assert not overview.is_done("disputes")
    blank.apply(fill_blanks(blank.report, [cell.key for cell in blank.form.cells_of("disputes")]))
    assert Overview.of(blank).is_done("disputes")


def test_a_word_that_lapsed_is_kept_in_sight(sample: Document) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    sample.accept_all(sample.groups[0].findings, "台账如此")
    sample.apply(enter(sample.report, {RECEIVED: 8}))
    assert "台账如此" in Overview.of(sample).cards[0].lapsed


def test_one_edit_is_looked_at_once(
    window: MainWindow, sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_document(sample)
    settle(window)
    looked: list[int] = []
    monkeypatch.setattr(overview, "progress_of", lambda *asked: looked.append(1) or progress_of(*asked))
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    settle(window)
    assert len(looked) == 1
    assert "空白" in window.status._progress.text()
