"""本机体检 in the window: the page, copied and saved."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reportdesk.doctor import examination
from reportdesk.doctor.item import Item
from reportdesk.gui.dialogs.program.doctor import DoctorDialog
from reportdesk.gui.qt.screen import look_at_screen
from reportdesk.gui.window import MainWindow
from tests.gui.clerk import answering, choose_file, press, trigger


def test_the_page_is_shown_copied_and_saved(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "体检.md"
    (tmp_path / "体检.md.txt").write_bytes(b"somebody's")
    monkeypatch.setattr(examination, "examine_machine", lambda: [Item("a", "备份", "good", ("1 个",))])

    def use(dialog: DoctorDialog) -> None:
        assert "备份：正常" in dialog.ui.page.toPlainText()
        assert "屏幕：" in dialog.ui.page.toPlainText()
        press("复制")(dialog)
        assert QGuiApplication.clipboard().text() == dialog.ui.page.toPlainText()
        with answering(QFileDialog, choose_file(target)), answering(QMessageBox, press("取消")):
            press("另存为…")(dialog)
        assert (tmp_path / "体检.md.txt").read_bytes() == b"somebody's"
        with answering(QFileDialog, choose_file(target)), answering(QMessageBox, press("覆盖")):
            press("另存为…")(dialog)
        press("关闭")(dialog)

    with answering(DoctorDialog, use):
        trigger(window, "doctor")
    saved = (tmp_path / "体检.md.txt").read_bytes()
    assert saved.startswith(b"\xef\xbb\xbf")
    assert "备份：正常\r\n" in saved.decode("utf-8-sig")


def test_the_screen_is_told_with_its_scale() -> None:
    item = look_at_screen()
    assert "缩放 1" in item.found[0]
    assert any("offscreen" in line for line in item.found)
