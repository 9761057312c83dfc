"""图解 from the menu: choose cards and colours, look, and write the pictures into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from reportdesk.errors import ReportDeskError
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.file_dialogs import ask_folder, file_name

if TYPE_CHECKING:
    from pathlib import Path

    from reportdesk.gui.shell import Shell


class ChartCommands:
    """Draws the public's picture of the report of a window."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window

    def draw(self) -> None:
        """Show the cards, and write those that are wanted into a folder of their own where the clerk says."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        # Late: none of it is needed to start.
        from reportdesk.gui.dialogs.charts import ChartsDialog
        from reportdesk.gui.look.raster import png_of
        from reportdesk.papers.chart_files import chart_files, write_chart_files

        report = document.report
        try:
            dialog = ChartsDialog(report, self._window)
        except ReportDeskError as error:
            questions.tell_error(self._window, error)
            return
        wanted = dialog.exec()
        pictures, scale = dialog.pictures, dialog.scale
        dialog.deleteLater()
        chosen = ask_folder(self._window, "图解放在哪个文件夹里", document) if wanted else None
        if chosen is None:
            return
        folder = chosen / file_name(pictures.title)
        if folder.exists() and not questions.ask(
            self._window, "已经有这份图解了", f"{folder}\n里面同名的图会换成新的。", "覆盖"
        ):
            return
        try:
            # Painted here: Qt paints in its own thread.
            files = list(chart_files(report, pictures, png_of, scale))
        except ReportDeskError as error:
            questions.tell_error(self._window, error)
            return

        def written() -> bool:
            write_chart_files(folder, files)
            return True

        if run_or_tell(self._window, "正在保存…", written):
            self._tell(folder, len(files))

    def _tell(self, folder: Path, count: int) -> None:
        self._window.status.tell(f"已写入 {folder}")
        if questions.offer(self._window, "图解画好了", f"{folder}\n共 {count} 个文件。", "打开所在文件夹"):
            QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(folder)))
