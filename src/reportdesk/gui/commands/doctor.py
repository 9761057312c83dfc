"""帮助 › 本机体检, and what the program says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk import __version__
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.profile import portable_folder

if TYPE_CHECKING:
    from reportdesk.gui.shell import Shell


class DoctorCommands:
    """What tells how the program and this machine are."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window

    def examine(self) -> None:
        """Look at this machine, and show the page."""
        from reportdesk.doctor.examination import examine
        from reportdesk.gui.dialogs.doctor import DoctorDialog
        from reportdesk.gui.qt.screen import look_at_screen

        if not self._window.desk.finish_editing():
            return
        screen = look_at_screen()
        items = run_or_tell(self._window, "正在体检…", examine)
        if items is not None:
            dialog = DoctorDialog([*items, screen], self._window)
            dialog.exec()
            dialog.deleteLater()

    def tell_about(self) -> None:
        """Say what the program is, its version, and where it keeps what it keeps."""
        folder = portable_folder()
        kept = f"\n便携方式：设置、备份和草稿都在 {folder}" if folder is not None else ""
        questions.tell(
            self._window,
            f"政府信息公开年报 {__version__}",
            f"填写、核对、导出政府信息公开工作年度报告。\n所有内容都留在这台电脑上。{kept}",
        )
