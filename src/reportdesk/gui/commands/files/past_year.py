"""A report of a past year that was opened: to begin this year's from it, or to be looked at?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportdesk.gui.shell import Shell
    from reportdesk.report.model import Report

#: The key of the notice that asks.
PAST_YEAR = "past_year"


def ask_about_past_year(window: Shell, report: Report, file: Path) -> None:
    """Ask once, above the report and not in the way, what a file of a past year was opened for."""
    from reportdesk.form.editions import proposed_year
    from reportdesk.gui.qt.file_dialogs import kind_of_file

    year = proposed_year(window.desk.today)
    if not 0 < report.year < year or file in window.recent.let_be:
        return

    def let_be() -> None:
        window.recent.let_be.add(file)
        window.notices.drop(PAST_YEAR)

    kind = kind_of_file(file.suffix)
    organ = f"{report.organ} " if report.organ else ""
    window.notices.tell(
        PAST_YEAR,
        f"这是{organ}{report.year} 年度的年报（{kind}“{file.name}”）。",
        ((f"从它开始 {year} 年度", window.ui.action_roll_on.trigger), ("只是看看、修改", let_be)),
        severity="hint",
    )
