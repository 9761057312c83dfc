"""What a collector decides about a unit or a cell of the sum, and what is copied for a unit."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QGuiApplication

from reportdesk.collect.outgoing.letters import letter_text
from reportdesk.gui.collecting.adjusting import AdjustingDialog
from reportdesk.gui.collecting.pages.sum_page import SumPage
from reportdesk.gui.collecting.pages.unit_page import UnitPage
from reportdesk.gui.collecting.shell import CollectingShell


class Deciding:
    """Enters into the session what is decided on the pages 单位 and 合计."""

    def __init__(self, window: CollectingShell, unit_page: UnitPage, sum_page: SumPage) -> None:
        """Follow the pages of a window."""
        self._window, self._page = window, unit_page
        unit_page.chosen.connect(lambda file: self._note("以哪份为准", "chosen", file))
        unit_page.returned.connect(lambda: self._note_day("已退回", "returned"))
        unit_page.answered.connect(lambda: self._note_day("已改好", "answered"))
        unit_page.remarked.connect(lambda words: self._note("处理意见", "remarks", words))
        unit_page.letter_asked.connect(self._copy_letter)
        sum_page.adjust_asked.connect(self._adjust)
        sum_page.unadjust_asked.connect(self._unadjust)

    def _note_day(self, what: str, part: str) -> None:
        """Note today, or drop the day that was noted."""
        state = self._page.state
        days = getattr(self._window.session.settings.decisions, part)
        is_noted = state is not None and state.unit.name in days
        self._note(f"{'取消' if is_noted else '记为'}{what}", part, "" if is_noted else _today())

    def _note(self, name: str, part: str, value: str) -> None:
        session, state = self._window.session, self._page.state
        if state is None or not state.unit.name:
            return
        before = session.settings
        session.note(name, part, state.unit.name, value)
        if session.settings != before:
            self._window.decided()

    def _adjust(self, key: str) -> None:
        session, collection = self._window.session, self._window.collection
        if collection is None:
            return
        dialog = AdjustingDialog(collection.form, key, self._window)
        if dialog.exec() and dialog.adjustment is not None:
            made = (*session.settings.decisions.adjustments, dialog.adjustment)
            session.decide("调整", adjustments=made)
            self._window.decided()
        dialog.deleteLater()

    def _unadjust(self, key: str) -> None:
        """Take back what a cell was adjusted by, in this window or long ago."""
        session = self._window.session
        others = tuple(made for made in session.settings.decisions.adjustments if made.cell != key)
        session.decide("去掉调整", adjustments=others)
        self._window.decided()

    def _copy_letter(self) -> None:
        state, collection = self._page.state, self._window.collection
        if state is not None and collection is not None:
            QGuiApplication.clipboard().setText(letter_text(collection, state))
            self._window.tell(f"已复制退回{state.unit.name}的文字")


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 - a clerk's day is the one on the wall
