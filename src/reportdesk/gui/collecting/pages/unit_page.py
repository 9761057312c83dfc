"""One unit: its files, which of them counts, what a new version changed, findings, and what is decided."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reportdesk.collect.counting.decisions import Decisions
from reportdesk.collect.counting.statuses import STATUS_WORDS, UnitState
from reportdesk.collect.session import changes_between
from reportdesk.examined.answer import FoundData
from reportdesk.form.severity import SEVERITIES
from reportdesk.gui.collecting.pages.report_view import ReportView
from reportdesk.gui.look.theme import SHAPES, interface_font, theme_of
from reportdesk.gui.qt.widgets.item_models import DataRole

if TYPE_CHECKING:
    from reportdesk.collect.incoming.filed import Filed

_FILE = DataRole.UserRole
#: How the height is shared out between what was found and the report, before anybody moves the bar.
_FOUND_PX, _REPORT_PX = 240, 400
_FILES_PX, _SPACING_PX = 84, 2


class UnitPage(QWidget):
    """Shows the unit that is chosen; every decision goes out as a signal."""

    open_asked = Signal(str)
    chosen = Signal(str)
    returned = Signal()
    answered = Signal()
    letter_asked = Signal()
    remarked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.state: UnitState | None = None
        self.heading = QLabel("选一个单位", self)
        self.heading.setObjectName("unit_heading")
        self.heading.setFont(interface_font(115))
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.news = QLabel(self)
        self.news.setWordWrap(True)
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        self.files, self.findings = QListWidget(self), QListWidget(self)
        self.files.setAccessibleName("报来的文件")
        self.findings.setAccessibleName("查出的问题")
        self.findings.setWordWrap(True)
        for each in (self.files, self.findings):
            each.setSpacing(_SPACING_PX)
        self.files.setMaximumHeight(_FILES_PX)
        self.report = ReportView(self)
        self.open = QPushButton("单独打开", self)
        self.choose = QPushButton("以这份为准", self)
        self.back = QPushButton("记为已退回", self)
        self.answer = QPushButton("记为已改好", self)
        self.letter = QPushButton("复制退回修改的文字", self)
        self.remark = QLineEdit(self)
        self.remark.setAccessibleName("处理意见")
        self.remark.setPlaceholderText("处理意见，只留在汇总文件里")
        self._of_a_unit: tuple[QWidget, ...] = (
            *(self.files, self.findings, self.back, self.answer, self.letter),
            self.remark,
        )
        self._lay_out()
        self._connect()
        self.show_unit(None, Decisions(), ())

    def show_unit(self, state: UnitState | None, decisions: Decisions, news: Sequence[str]) -> None:
        """Show another unit, None for none; `news` says what changed since the reading before."""
        with QSignalBlocker(self.files), QSignalBlocker(self.findings):
            self._show(state, decisions, news)
        self._follow()

    def _show(self, state: UnitState | None, decisions: Decisions, news: Sequence[str]) -> None:
        self.state = state
        for widget in self._of_a_unit:
            widget.setEnabled(state is not None)
        self.files.clear()
        self.findings.clear()
        self.news.setVisible(bool(news))
        if state is None:
            self.heading.setText("选一个单位")
            return
        name = state.unit.name
        for button, what, noted in (
            (self.back, "已退回", decisions.returned),
            (self.answer, "已改好", decisions.answered),
        ):
            button.setText(f"取消{what}" if name in noted else f"记为{what}")
        days = [decisions.returned.get(name, ""), decisions.answered.get(name, "")]
        noted_days = "".join(
            f"　{word} {day}" for word, day in zip(("退回", "改好"), days, strict=True) if day
        )
        contact = f"　{state.unit.contact} {state.unit.phone}".rstrip()
        self.heading.setText(f"{name}　{STATUS_WORDS[state.status]}{noted_days}{contact}")
        self.news.setText("比上次读到的：\n" + "\n".join(news[:8]) + ("\n……" if len(news) > 8 else ""))
        self.remark.setText(decisions.remarks.get(name, ""))
        for file in state.files:
            self.files.addItem(_file_item(file, is_counted=file is state.counted))
        self.files.setCurrentRow(state.files.index(state.counted) if state.counted else 0)
        self._list_findings(state)

    @property
    def file(self) -> str:
        """Return the name of the file chosen in the list, "" for none."""
        return str(self.files.currentItem().data(_FILE)) if self.files.currentRow() >= 0 else ""

    def _list_findings(self, state: UnitState) -> None:
        theme = theme_of(self.palette())
        for file in state.files:
            if file.problem:
                self.findings.addItem(f"读不出：{file.problem}")
        for severity, word in SEVERITIES.items():
            findings = state.counted.findings if state.counted else ()
            for found in findings:
                if found.severity == severity:
                    item = QListWidgetItem(f"{SHAPES[severity]} {word}　{found.message}")
                    item.setForeground(theme.severity(severity).ink)
                    item.setData(_FILE, found)
                    self.findings.addItem(item)
        if not self.findings.count() and state.status != "duplicate":
            self.findings.addItem("没有查出问题" if state.counted else STATUS_WORDS[state.status])
        if len(state.files) > 1:
            self._list_differences(state)

    def _list_differences(self, state: UnitState) -> None:
        """List how a unit's files differ from the one that counts, in its year; from the first without."""
        counted = state.counted
        read = [file for file in state.files if file.status == "read"]
        first = counted or next(iter(read), None)
        for other in read:
            if first and other.digest != first.digest and (not counted or other.year == first.year):
                self.findings.addItem(f"“{first.short}”→“{other.short}”的不同：")
                self.findings.addItems([f"　{words}" for words in changes_between(first, other)])

    def _follow(self) -> None:
        state = self.state
        has_file = bool(self.file)
        self.open.setEnabled(has_file)
        self.report.show_file(self._filed())
        self.choose.setEnabled(has_file and state is not None and len(state.files) > 1)

    def _filed(self) -> Filed | None:
        files = self.state.files if self.state is not None else ()
        return next((file for file in files if file.name == self.file), None)

    def _go_to(self, item: QListWidgetItem | None) -> None:
        found = item.data(_FILE) if item is not None else None
        if isinstance(found, FoundData):
            self.report.go_to(found)

    def _lay_out(self) -> None:
        files = QVBoxLayout()
        for button in (self.open, self.choose):
            files.addWidget(button)
        files.addStretch(1)
        upper = QHBoxLayout()
        upper.addWidget(self.files, 1)
        upper.addLayout(files)
        lower = QHBoxLayout()
        lower.addWidget(self.remark, 1)
        for button in (self.back, self.answer, self.letter):
            lower.addWidget(button)
        upper_half = QWidget(self)
        upper_column = QVBoxLayout(upper_half)
        upper_column.setContentsMargins(0, 0, 0, 0)
        upper_column.addLayout(upper)
        upper_column.addWidget(self.news)
        upper_column.addWidget(self.findings, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        for number, (part, share) in enumerate(((upper_half, 2), (self.report, 3))):
            splitter.addWidget(part)
            splitter.setStretchFactor(number, share)
        splitter.setSizes([_FOUND_PX, _REPORT_PX])
        order = (self.files, self.open, self.choose, self.findings, self.report.tabs, self.remark)
        for before, after in pairwise((*order, self.back, self.answer, self.letter)):
            self.setTabOrder(before, after)
        column = QVBoxLayout(self)
        column.addWidget(self.heading)
        column.addWidget(splitter, 1)
        column.addLayout(lower)

    def _connect(self) -> None:
        self.files.currentRowChanged.connect(self._follow)
        self.findings.currentItemChanged.connect(lambda item, _: self._go_to(item))
        self.findings.itemClicked.connect(self._go_to)
        self.files.itemActivated.connect(lambda: self.open_asked.emit(self.file))
        self.open.clicked.connect(lambda: self.open_asked.emit(self.file))
        self.choose.clicked.connect(lambda: self.chosen.emit(self.file))
        self.back.clicked.connect(self.returned)
        self.answer.clicked.connect(self.answered)
        self.letter.clicked.connect(self.letter_asked)
        self.remark.editingFinished.connect(lambda: self.remarked.emit(self.remark.text().strip()))


def _file_item(file: Filed, *, is_counted: bool) -> QListWidgetItem:
    year = f"　{file.year} 年" if file.year else ""
    item = QListWidgetItem(f"{'● ' if is_counted else '　 '}{file.short}{year}")
    item.setData(_FILE, file.name)
    remark = file.problem or ("以这一份为准" if is_counted else "没有计入")
    item.setToolTip(f"{file.name}\n{remark}")
    return item
