"""The buttons on the chosen card: what can be done about it, each worded as what it will do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from reportdesk.gui.findings.choice import Choice
    from reportdesk.gui.forms.findings import Ui_Findings

#: What one button does about numbers in words, totals, and slips in words; and its tip.
_TAKEN = {
    "numbers": ("采用表中数字", "把文字里的数改成表中的数，可以撤销（Alt+回车）"),
    "sums": ("采用合计", "把印出的合计改成各格相加的数，可以撤销（Alt+回车）"),
    "slips": ("整理文字…", "列出标点、括号、空格要改的地方，逐处改好（Alt+回车）"),
}


class CardButtons:
    """Shows of the buttons that `findings.ui` draws those that fit what is chosen."""

    def __init__(self, ui: Ui_Findings, panel: QWidget) -> None:
        """Put them behind the list, one after the other, on the way of the tab key."""
        self._ui, self._panel = ui, panel
        panel.setTabOrder(ui.list, ui.jump)
        for before, after in pairwise(self._all):
            panel.setTabOrder(before, after)

    @property
    def _all(self) -> tuple[QPushButton, ...]:
        ui = self._ui
        return ui.jump, ui.accept, ui.table, ui.take, ui.unfold

    def offer(self, choice: Choice, sums: tuple[str, ...], ahead: int | None, *, is_read_only: bool) -> None:
        """Show what can be done; a button that goes leaves the focus to the list.

        `sums` are cells that may take their sum, `ahead` is the number of the place that a jump leads to.
        """
        had_focus = self._is_in_use
        ui, numbers = self._ui, choice.to_take
        ui.jump.setText(f"下一处 {ahead}/{len(choice.stops)}" if ahead else "跳转")
        ui.accept.setText("取消接受" if choice.is_accepted else "接受并说明…")
        ui.accept.setHidden(choice.is_missing_field)
        ui.table.setVisible(bool(choice.cells) and not choice.is_accepted)
        remedy = numbers or sums or choice.can_be_tidied
        ui.take.setVisible(bool(remedy) and not choice.is_accepted)
        # No hole beside it where there is no cell to go to.
        ui.button_grid.addWidget(ui.take, 1, 0 if ui.table.isHidden() else 1)
        label, tip = _TAKEN["numbers" if numbers else "sums" if sums else "slips"]
        ui.take.setText(label)
        ui.take.setToolTip(tip)
        for button in (ui.accept, ui.take):
            button.setEnabled(not is_read_only)
        ui.unfold.setVisible(bool(choice.others))
        ui.unfold.setText("收起" if choice.is_unfolded else f"逐处列出（{choice.others + 1}）")
        if had_focus and not self._is_in_use:
            ui.list.setFocus()
        ui.list.scheduleDelayedItemsLayout()

    @property
    def _is_in_use(self) -> bool:
        return self._panel.window().focusWidget() in self._all
