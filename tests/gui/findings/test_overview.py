"""What is open in a report is looked at once for all who show it."""

import pytest

from reportdesk.document import Document
from reportdesk.gui.findings import overview
from reportdesk.gui.findings.overview import Overview
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter
from reportdesk.report.progress import progress_of
from tests.gui.clerk import RECEIVED, settle


def test_it_counts_by_tab_and_knows_what_was_accepted(sample: Document) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    before = Overview.of(sample)
    found = before.entries[0]
    assert before.counts()["error"] == sum(entry.finding.severity == "error" for entry in before.entries)
    assert before.counts(found.tab)["error"] >= 1
    sample.accept(found.finding, "属实")
    after = Overview.of(sample)
    assert after.entries[0].note == "属实"
    assert not after.entries[0].is_open
    assert after.counts()["error"] == before.counts()["error"] - 1


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
    assert "空白" in window.ui.statusbar.findChildren(type(window.status._progress))[0].text()
