"""The entries of the window 汇总: what each does, its key, and whether it stands in the tool bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolBar

from reportdesk.gui.collecting.flows import Flows
from reportdesk.gui.collecting.shell import CollectingShell

_Entry = tuple[str, str, str, Callable[[], object], bool]


def actions_of(window: CollectingShell, flows: Flows) -> dict[str, QAction]:
    """Give the window its menu and tool bar; return the actions by name."""
    bar = QToolBar("汇总", window)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    window.addToolBar(bar)
    menu = window.menuBar().addMenu("汇总(&C)")
    made: dict[str, QAction] = {}
    for name, text, keys, act, is_in_bar in _entries(window, flows):
        action = QAction(text, window)
        action.setShortcuts(QKeySequence.listFromString(keys))
        action.triggered.connect(partial(_do, act))
        menu.addAction(action)
        if is_in_bar:
            bar.addAction(action)
        made[name] = action
    return made


def _do(act: Callable[[], object], checked: bool = False) -> None:  # noqa: ARG001
    act()


def _entries(window: CollectingShell, flows: Flows) -> Iterator[_Entry]:
    yield "folder", "添加文件夹…", "Ctrl+D", flows.add_folder, True
    yield "file", "添加文件…", "", flows.add_file, False
    yield "roster", "单位名单…", "Ctrl+R", flows.choose_roster, True
    yield "last", "上年汇总…", "", flows.choose_last, True
    yield "year", "报告年度…", "", flows.choose_year, False
    yield "read", "重新读取", "F5", window.read, True
    yield "find", "找单位", "Ctrl+F", window.search_unit, False
    yield "undo", "撤销", "Ctrl+Z", partial(window.step, "undo"), True
    yield "redo", "重做", "Ctrl+Y", partial(window.step, "redo"), False
    yield "workbook", "写汇总表…", "Ctrl+E", flows.write_workbook, True
    yield "report", "写政府报告…", "", flows.write_report, True
    yield "letters", "写退回和催报…", "", flows.write_letters, True
    yield "copy_missing", "复制催报的文字", "", flows.copy_missing, False
    yield "copy_notice", "复制通报的文字", "", flows.copy_notice, False
    yield "open", "打开汇总文件…", "Ctrl+O", flows.open, False
    yield "save", "保存", "Ctrl+S", flows.save, True
    yield "save_as", "另存为…", "F12; Ctrl+Shift+S", flows.save_as, False
    yield "close", "关闭", "Ctrl+W", window.close, False
