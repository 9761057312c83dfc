"""What a paste did not take stands in a list that leads to each cell; what was taken whole needs none."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reportdesk.document import Document
from reportdesk.gui.dialogs.pasted import PastedDialog
from reportdesk.gui.window import MainWindow
from tests.gui.clerk import trigger


def pasted(window: MainWindow, text: str) -> list[PastedDialog]:
    window.desk.turn_to(3)
    QGuiApplication.clipboard().setText(text)
    trigger(window, "paste")
    QApplication.sendPostedEvents(None, 52)
    return [dialog for dialog in window.findChildren(PastedDialog) if dialog.isVisible()]


def test_each_line_says_which_cell_and_why_and_leads_there(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    (dialog,) = pasted(window, "1\t1.5\t3\n4\t坏\t6\t7\t8\t9\t99\t100")
    lines = [dialog.ui.list.item(row).text() for row in range(dialog.ui.list.count())]
    assert "已粘贴" in dialog.ui.lead.text()
    assert any("商业企业" in line and "“1.5”有小数" in line for line in lines)
    assert any("总计" in line and "99" in line for line in lines)
    assert "“100”落在表外，没有写入" in lines
    row = next(row for row, line in enumerate(lines) if "1.5" in line)
    dialog.ui.list.itemActivated.emit(dialog.ui.list.item(row))
    page = window.desk.page
    assert page is not None
    assert page.table is not None
    assert page.table.cells.current_key() == "requests.received.business"
    (again,) = pasted(window, "1.5\t2")
    assert again is not dialog


def test_a_block_taken_whole_opens_nothing(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    assert pasted(window, "1\t2\t3") == []
    assert window.ui.statusbar.currentMessage() == "已粘贴 3 格"


def test_labels_that_nobody_knows_are_told(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    (dialog,) = pasted(window, "某局收件\t31\t2\n某局办结\t5\t6")
    assert "只复制数字" in dialog.ui.list.item(0).text()
    assert not blank.report.cells
