"""The flows of a window around what was kept: recovery, backups, their deletion."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from reportdesk.errors import ReportDeskError
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import GivenUp, run_slowly
from reportdesk.logbook import log, log_error
from reportdesk.passing import sweep_passing
from reportdesk.profile import close_to_others

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.gui.dialogs.versions.recovery import RecoveryOffer
    from reportdesk.gui.shell import Shell
    from reportdesk.project.kept.recovery import Snapshots

#: The start looks at no more snapshots than these, the newest ones: each costs 5 ms.
_MOST_AT_START = 40


class RecoveryCommands:
    """Offers what a window's autosaver has kept."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window
        self._autosaver = window.autosaver

    def offer_at_start(self) -> None:
        """Offer unsaved work whose program is gone, if there is any."""
        self._offer(partial(_found_at_start, self._autosaver.snapshots))

    def recover(self) -> None:
        """Offer all unsaved work that is still there, what was declined too."""
        if not self._offer(partial(_found_at_all, self._autosaver.snapshots)):
            self._window.status.tell("没有可以找回的内容：没保存的内容只在程序意外中断后才留下")

    def look_into_backups(self) -> None:
        """Show the versions saved before; open one anew or bring it back in place."""
        from reportdesk.document import Document
        from reportdesk.gui.dialogs.versions.backups import BackupsDialog

        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        backups = self._autosaver.backups.of(document.path) if document.path else []
        if not backups:
            self._window.status.tell("这份年报还没有备份，保存以后才有")
            return
        dialog = BackupsDialog(document, backups, self._window)
        dialog.exec()
        edit, chosen = dialog.edit, dialog.chosen
        dialog.deleteLater()
        if edit:
            document.apply(edit)
            log("backup.restored", changes=len(edit.changes))
            self._window.status.tell("已恢复到选中的版本，可以撤销")
        elif chosen is not None:
            log("backup.opened")
            self._window.open_document(Document(chosen))

    def delete_backups(self) -> None:
        """Delete the backups of the open report, or all of them, if the clerk really wants to."""
        document = self._window.document
        path = document.path if document else None
        choices = ["删除这份年报的备份", "删除全部备份"] if path else ["删除全部备份"]
        details = "包括保存时留下的版本和意外中断时留下的内容，删除后不能找回。年报文件本身不动。"
        answer = questions.choose(self._window, "要删除这台电脑上的备份吗？", details, choices)
        if answer is None:
            return
        self._delete(path if path and answer == 0 else None)

    def _delete(self, path: Path | None) -> None:
        from reportdesk.collect.keeping import SetSnapshots

        delete = self._autosaver.deletion_of_backups(path)
        try:
            number = run_slowly(self._window, "正在删除备份…", delete)
            number += SetSnapshots().remove_all() if path is None else 0
        except GivenUp:
            self._window.status.tell("备份还在删除，磁盘太慢；过一会儿再看")
            return
        except (ReportDeskError, OSError) as error:
            log_error("backups.delete", error)
            questions.tell(
                self._window, "备份没有删完", str(error) if isinstance(error, ReportDeskError) else ""
            )
            return
        log("backups.deleted", number=number)
        self._window.status.tell(f"已删除 {number} 个备份")

    def _offer(self, look: Callable[[], tuple[list[RecoveryOffer], str]]) -> bool:
        """Show what was found and do what the clerk says; tell whether there was anything."""
        from reportdesk.gui.dialogs.versions.recovery import RecoveryDialog

        try:
            offers, left_out = run_slowly(self._window, "正在查看有没有没保存的内容…", look)
        except GivenUp:
            self._window.status.tell("没有看完有没有没保存的内容，它们都还在，可从“文件”菜单再看")
            return True
        except (ReportDeskError, OSError) as error:
            log_error("recovery.look", error)
            self._window.status.tell("没能查看有没有没保存的内容")
            return False
        if left_out:
            self._window.notices.tell_until_seen("left_out", left_out)
        if not offers:
            return False
        dialog = RecoveryDialog(offers, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        recovered, declined = dialog.recovered if accepted else None, dialog.declined
        dialog.deleteLater()
        for offer in declined:
            self._decline(offer)
        if recovered is not None:
            self._recover(recovered)
        return True

    def _decline(self, offer: RecoveryOffer) -> None:
        try:
            self._autosaver.snapshots.decline(offer.snapshot)
        except FileNotFoundError:
            log("recovery.gone")  # Another program deleted all backups while this one asked.
        except OSError as error:
            log_error("recovery.decline", error)
            questions.tell(self._window, "没能放到一边", "下次打开程序还会问。")

    def _recover(self, offer: RecoveryOffer) -> None:
        """Open unsaved work: in its file where that is what it grew from, otherwise as a new report.

        The snapshot stays until the window has taken one of its own.
        """
        from reportdesk.document import Document
        from reportdesk.project.kept.snapshot import Outlook

        snapshot = offer.snapshot
        document = Document(snapshot.report)
        is_open = snapshot.path in self._window.open_paths()
        if (
            offer.outlook is Outlook.RECOVER
            and not is_open
            and snapshot.origin is not None
            and snapshot.path is not None
        ):
            document = Document(
                snapshot.report, snapshot.path, snapshot.origin.base, saved=snapshot.on_disk()
            )
        log("recovered", outlook=offer.outlook.name)
        shell = self._window.open_document(document)
        if shell is None:
            return
        if shell.autosaver.keep_now():
            snapshot.file.unlink(missing_ok=True)
        words = "已找回没保存的内容，请核对后保存"
        shell.status.tell(f"{words}；原来的文件正开着，这里是另一份" if is_open else words)


def _found_at_start(
    snapshots: Snapshots, most: int | None = _MOST_AT_START
) -> tuple[list[RecoveryOffer], str]:
    """Return what is offered, and in words what is left out of it."""
    from reportdesk.gui.dialogs.versions.recovery import RecoveryOffer

    close_to_others()
    sweep_passing()
    snapshots.sweep()
    found = snapshots.offered(most)
    return [RecoveryOffer.of(snapshot) for snapshot in found.snapshots], found.words


def _found_at_all(snapshots: Snapshots) -> tuple[list[RecoveryOffer], str]:
    from reportdesk.gui.dialogs.versions.recovery import RecoveryOffer

    offers, left_out = _found_at_start(snapshots, most=None)
    return [*offers, *map(RecoveryOffer.of, snapshots.declined())], left_out
