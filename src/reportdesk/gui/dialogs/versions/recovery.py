"""Unsaved work that outlived its program, offered with what differs from its file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from reportdesk.gui.dialogs.versions.differing import count_differences
from reportdesk.gui.forms.recovery import Ui_Recovery
from reportdesk.project.kept.snapshot import Outlook, Snapshot

_GO = {
    Outlook.RECOVER: "恢复",
    Outlook.COPY: "作为副本打开",
    Outlook.NEW: "打开",
    Outlook.SAVED: "作为副本打开",
}


@dataclass(frozen=True, slots=True)
class RecoveryOffer:
    """A snapshot with what can be done with it and what differs, read off the window's thread."""

    snapshot: Snapshot
    outlook: Outlook
    differs: str
    #: Its file can be read now.
    has_file: bool = True

    @classmethod
    def of(cls, snapshot: Snapshot) -> RecoveryOffer:
        """Compare a snapshot with its file."""
        on_disk = snapshot.on_disk()
        differs = count_differences(on_disk, snapshot.report) if on_disk else ""
        return cls(snapshot, snapshot.outlook(), differs, on_disk is not None)

    @property
    def words(self) -> str:
        """Say what it is: whose, from when, of which file, and how much is at stake."""
        lines = [
            f"{self.snapshot.report.printed_title or '没有标题的年报'}",
            f"最后改动：{self.snapshot.taken.astimezone():%Y-%m-%d %H:%M:%S}　{self._state()}",
        ]
        if self.snapshot.path:
            lines.append(str(self.snapshot.path))
        return "\n".join(lines)

    def _state(self) -> str:
        if self.outlook is Outlook.COPY and not self.has_file:
            return "原来的文件现在打不开（移走了、连不上或坏了），只能作为副本打开"
        differs = f"与文件有 {self.differs} 不同" if self.differs else ""
        return {
            Outlook.RECOVER: differs or "与文件相同",
            Outlook.COPY: f"文件后来又变了{'，' + differs if differs else ''}，只能作为副本打开",
            Outlook.NEW: "从没有保存过",
            Outlook.SAVED: "已经在文件里了",
        }[self.outlook]


class RecoveryDialog(QDialog):
    """Lists snapshots; `recovered` is the one to open, `declined` those that are not wanted."""

    def __init__(self, offers: list[RecoveryOffer], parent: QWidget | None = None) -> None:
        """Offer snapshots, the newest first."""
        super().__init__(parent)
        self.ui = Ui_Recovery()
        self.ui.setupUi(self)
        self.recovered: RecoveryOffer | None = None
        self.declined: list[RecoveryOffer] = []
        self.ui.lead.setText(
            "上次程序或电脑意外中断，下面的内容没有来得及保存，都还在。"
            if offers and not offers[0].snapshot.is_declined
            else "这些没保存的内容还留着；不要的满 30 天自动删除。"
        )
        for offer in offers:
            item = QListWidgetItem(offer.words)
            item.setData(Qt.ItemDataRole.UserRole, offer)
            self.ui.list.addItem(item)
        self.ui.list.currentRowChanged.connect(self._choose)
        self.ui.list.itemActivated.connect(self._recover)
        self.ui.recover.clicked.connect(self._recover)
        self.ui.decline.clicked.connect(self._decline)
        self.ui.list.setCurrentRow(0)
        self.ui.recover.setFocus()

    def _current(self) -> RecoveryOffer | None:
        row = self.ui.list.currentRow()
        offer = self.ui.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return offer if isinstance(offer, RecoveryOffer) else None

    def _choose(self) -> None:
        offer = self._current()
        self.ui.recover.setEnabled(offer is not None)
        self.ui.decline.setEnabled(offer is not None and not offer.snapshot.is_declined)
        if offer is not None:
            self.ui.recover.setText(_GO[offer.outlook])

    def _recover(self) -> None:
        self.recovered = self._current()
        self.accept()

    def _decline(self) -> None:
        offer = self._current()
        if offer is None:
            return
        self.declined.append(offer)
        self.ui.list.takeItem(self.ui.list.currentRow())
        if self.ui.list.count() == 0:
            self.accept()
