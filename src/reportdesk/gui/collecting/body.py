"""The middle of the window 汇总: notices above, below them how to begin, or the units with their pages."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.statuses import STATUS_WORDS
from reportdesk.collect.session import Session
from reportdesk.gui.collecting.pages.begin_page import BeginPage
from reportdesk.gui.desk.bars.notices import Notices
from reportdesk.gui.forms.collecting import Ui_Collecting


class Body(QWidget):
    """Shows the page to begin with until a collection was read."""

    def __init__(self, ui: Ui_Collecting) -> None:
        """Take the place of the splitter that `collecting.ui` draws, and hold it."""
        super().__init__()
        self._splitter = ui.splitter
        self.notices = Notices(self)
        steps = (ui.action_folder, ui.action_roster, ui.action_last, ui.action_open)
        self.begin = BeginPage(steps, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.begin)
        self._stack.addWidget(self._splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)

    def show_session(self, session: Session) -> None:
        """Show a session as it stands."""
        self.begin.show_settings(session.settings)
        is_read = session.collection is not None
        if is_read != (self._stack.currentWidget() is self._splitter):
            had_focus = any(button.hasFocus() for button in self.begin.buttons)
            self._stack.setCurrentWidget(self._splitter if is_read else self.begin)
            if is_read and had_focus:
                self._splitter.widget(0).setFocus()


def counted(collection: Collection) -> str:
    """Return in words how many units are to file, and how they stand; files that no unit has, too."""
    if not collection.states:
        return "还没有读到报告；放进文件夹里的会自己读"
    counts = Counter(map(attrgetter("status"), collection.states))
    units, addressee = len(collection.states), collection.roster.addressee
    # The government is what the others are added up to: nobody waits for its report.
    if addressee is not None:
        names = list(map(attrgetter("unit.name"), collection.states))
        counts[collection.states[names.index(addressee.name)].status] -= 1
        units -= 1
    summary = "，".join(
        f"{words} {counts[status]}" for status, words in STATUS_WORDS.items() if counts[status]
    )
    lost = sum(not stray.unit and stray.status != "not_a_report" for stray in collection.strays)
    summary += f"　{lost} 个文件没有归到单位，见“问题”" if lost else ""
    others = len(collection.unlike_reports)
    summary += f"　{others} 个文件不像年报，见“问题”" if others else ""
    added = len(collection.total.added)
    year = f"{collection.year} 年　" if collection.year else ""
    return f"{year}{units} 个单位，计入 {added}　{summary}"
