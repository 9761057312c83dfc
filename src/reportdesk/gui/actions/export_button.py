"""The button that exports: Word at a press, the other kinds in its menu; a narrow window takes its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from reportdesk.gui.desk.bars.narrow_bar import NarrowBar

if TYPE_CHECKING:
    from reportdesk.gui.shell import Shell


class ExportButton(QToolButton):
    """The last button of the tool bar."""

    def __init__(self, window: Shell) -> None:
        """Stand at the end of a window's tool bar."""
        super().__init__(window)
        ui = window.ui
        self.setObjectName("export")
        self.setText("导出 Word")
        self.setToolTip("生成可以送签的 Word 文件；箭头里有其他格式（Ctrl+E）")
        self.setToolButtonStyle(ui.toolbar.toolButtonStyle())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setMenu(ui.menu_export)
        self.clicked.connect(ui.action_export_docx.trigger)
        ui.action_export_docx.enabledChanged.connect(self.setEnabled)
        ui.toolbar.addWidget(self)
        # Made after the tabs, it would stand between them and their page.
        self.setTabOrder(self, ui.tabs.tabBar())
        preview = ui.toolbar.widgetForAction(ui.action_preview)
        assert isinstance(preview, QToolButton)
        NarrowBar(ui.toolbar, (preview, self))
