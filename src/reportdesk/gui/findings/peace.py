"""What stands in the place of findings where none is listed: all is well, or some are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportdesk.gui.findings.model import FindingModel
    from reportdesk.gui.forms.findings import Ui_Findings


def show_peace(ui: Ui_Findings, model: FindingModel, *, blank: int, hidden: int) -> None:
    """Say that nothing is listed, if so; `blank` cells are left, `hidden` findings are filtered out."""
    peace = "" if model.open_findings else _peace(blank, hidden)
    ui.peace.setText(peace)
    ui.peace_box.setVisible(bool(peace))
    ui.peace_sign.setVisible(not hidden)
    ui.list.setVisible(not peace or bool(model.accepted))
    ui.first_blank.setVisible(bool(blank) and not hidden)


def _peace(blank: int, hidden: int) -> str:
    if hidden:
        return f"这里没有问题，另有 {hidden} 个问题没有列出。"
    return f"没有发现问题。还有 {blank} 格空着。" if blank else "没有发现问题，所有格子都填好了。"
