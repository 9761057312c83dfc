"""The main window: the first screen or the open report, with its actions, title and state."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from reportdesk.gui.actions.actions import Actions
from reportdesk.gui.as_left import AsLeft
from reportdesk.gui.commands.commands import Commands
from reportdesk.gui.commands.files.past_year import PAST_YEAR
from reportdesk.gui.desk.bars.notices import Notices
from reportdesk.gui.desk.bars.status_bar import StatusBar
from reportdesk.gui.desk.desk import Desk
from reportdesk.gui.desk.side.side import Side
from reportdesk.gui.errands import Errands
from reportdesk.gui.findings.news import FindingNews
from reportdesk.gui.findings.panel import FindingsPanel
from reportdesk.gui.forms.main_window import Ui_MainWindow
from reportdesk.gui.look.icons import program_icon
from reportdesk.gui.look.style_sheet import dress
from reportdesk.gui.qt.listen import listen
from reportdesk.gui.qt.widgets.drops import accept_copy, dropped_paths
from reportdesk.gui.safekeeping.autosaver import Autosaver
from reportdesk.gui.safekeeping.file_watch import FileWatch
from reportdesk.gui.shell import Shell
from reportdesk.gui.windows import Windows

if TYPE_CHECKING:
    from reportdesk.document import Changed, Document
    from reportdesk.gui.qt.remembering.recent import RecentFiles
    from reportdesk.gui.safekeeping.file_hold import FileHold

_PROGRAM = "政府信息公开年报"


class MainWindow(Errands):
    """One window, one report; `document` is None while the first screen is shown."""

    def __init__(
        self,
        recent: RecentFiles | None = None,
        windows: Windows | None = None,
        *,
        expects_report: bool = False,
    ) -> None:
        """Show the first screen, as one of `windows`; alone with the list `recent`, or with the clerk's.

        Who expects a report shows no first screen, which would be gone at once, until `show_document`.
        """
        super().__init__()
        self.windows = windows or Windows(_another, recent)
        self.windows.add(self)
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self.setWindowIcon(program_icon())
        self.document: Document | None = None
        self.saved_at: datetime | None = None
        self.recent = self.windows.recent
        self.status = StatusBar(self.ui.statusbar)
        self.findings_panel = FindingsPanel(self)
        self._news = FindingNews()
        self.menuBar().setAccessibleName("菜单")
        self.side = Side(self.ui, self.findings_panel, self)
        self.guidance, self.addends = self.side.guidance, self.side.addends
        self.presences = self.windows.presences
        self._lay_out()
        self.desk = Desk(self.ui.work, self.ui.tabs, self.findings_panel)
        self.desk.set_zoom(self.windows.remembered.zoom)
        self.autosaver = Autosaver(self)
        self.notices, self.file_watch = Notices(self), FileWatch(self)
        self.ui.central_layout.insertWidget(0, self.notices)
        self.commands = Commands.of(self, self.windows.collecting)
        self.actions_ = Actions(self, self.commands)
        self._connect()
        if expects_report:
            self.ui.stack.setCurrentWidget(self.ui.desk)
            self.ui.toolbar.hide()
            self.show_state()
        else:
            self.show_document(None)

    def show_document(
        self, document: Document | None, saved_at: datetime | None = None, hold: FileHold | None = None
    ) -> None:
        """Show another document, or the first screen for None.

        `saved_at` is when its file was written, `hold` how that is held.
        """
        if self.document or QApplication.activeModalWidget():
            # No others are open; to look for some, every kind of child would have to be known.
            for dialog in self.findChildren(QDialog):
                dialog.close()
        self._as_left.note_page()
        self.notices.drop(PAST_YEAR)
        self.document = document
        self.saved_at = saved_at
        self.autosaver.follow(document, hold)
        self.commands.replaced.drop()
        # First, for the desk paints the page in view before anything is checked.
        self.ui.stack.setCurrentWidget(self.ui.desk if document else self.welcome)
        self.ui.toolbar.setVisible(document is not None)
        self.desk.show_document(document, self._as_left.page_of(document))
        # What nobody sees comes after it.
        self.file_watch.follow(document)
        self.side.follow(document)
        if document is None:
            self.welcome.refresh()
            self.welcome.setFocus()
        else:
            listen(self, document, self._follow)
            self.desk.begin()
            if document.path is not None:
                self.autosaver.backing_up.keep(document.path)
        self.show_state()

    def show_state(self) -> None:
        """Bring title, status bar and actions up to date."""
        document = self.document
        words = self._saved_words()
        is_read_only = self.autosaver.is_read_only or (document is not None and document.is_read_only)
        words += "（只读）" if is_read_only else ""
        self.setWindowTitle(f"{document.report.printed_title}[*] — {words}" if document else f"{_PROGRAM}[*]")
        self.setWindowModified(document is not None and document.is_dirty)
        self.status.show_saved(words if document else "", is_dirty=self.isWindowModified())
        self.status.show_progress(self.findings_panel.overview)
        self.status.announcer.say(self._news.of(self.findings_panel.overview if document else None))
        self.actions_.update()

    def keep_and_let_go(self) -> None:
        """Take what is being typed, keep it in a snapshot and release the file, without a question."""
        self._as_left.note_untaken(self.desk.keep_typed())
        self._as_left.note()
        self.autosaver.keep_now()
        if self.autosaver.hold is not None:
            self.autosaver.hold.release()

    def _saved_words(self) -> str:
        if self.document is None or self.saved_at is None:
            return "还没有保存过"
        if self.document.is_dirty:
            return "有改动没保存"
        is_of_today = self.saved_at.date() == datetime.now().astimezone().date()
        day = "" if is_of_today else f"{self.saved_at.month}月{self.saved_at.day}日 "
        return f"已保存 {day}{self.saved_at:%H:%M}"

    def _lay_out(self) -> None:
        self._as_left = AsLeft(self, self.windows.remembered)
        dress(self)
        self.ui.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def _connect(self) -> None:
        self.desk.remarked.connect(self.status.tell)
        self.desk.refreshed.connect(self.show_state)
        self.desk.chosen_summed.connect(self.status.show_chosen)
        self.desk.place_changed.connect(self._follow_place)
        self.desk.guidance_asked.connect(self.side.turn_guidance)
        self.desk.zoomed.connect(self.status.show_zoom)
        self.guidance.manual_asked.connect(self.commands.help.open_manual)
        self.autosaver.kept.connect(self.status.tell_kept)
        self.autosaver.failed.connect(self.status.tell)
        self.autosaver.trouble_changed.connect(self.status.show_trouble)
        self.status.show_zoom(self.desk.zoom)
        self.addends.unit_asked.connect(partial(self.commands.collecting.show_unit, self))

    def _follow(self, changed: Changed) -> None:
        if ("fields", "year") in changed.places:
            self.notices.drop(PAST_YEAR)
        self.actions_.name_steps()
        if changed.places:
            self.status.clear_remark()
        document = self.document
        if changed.places and document is not None and document.is_dirty != self.isWindowModified():
            self.show_state()

    def _follow_place(self) -> None:
        self.side.follow_place(self.desk.page)
        self.actions_.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing is lost, or the clerk says so."""
        if self.windows.has_kept:
            # The session is over: its snapshot stays, to be offered.
            return
        event.setAccepted(self.commands.files.may_leave("退出" if self.is_last() else "关闭"))
        if event.isAccepted():
            self._as_left.note()
            self.commands.help.close_manual()
            # The first window outlives its closing: nobody may come back to a report that was left.
            self.show_document(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as it does in dialogs."""
        focus = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a file from anywhere."""
        if _dropped(event):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped."""
        paths = _dropped(event)
        if paths:
            accept_copy(event)
        for path in paths:
            self.open_path(path)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew for another palette."""
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_back and hasattr(self, "file_watch"):
            self.file_watch.look()
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_"):
            self.actions_.follow_palette()
            dress(self)


def _dropped(event: QDropEvent) -> list[Path]:
    paths = dropped_paths(event)
    return paths if len(paths) == len(event.mimeData().urls()) else []


def _another(windows: Windows) -> Shell:
    return MainWindow(windows=windows)
