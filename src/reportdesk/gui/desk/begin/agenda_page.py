"""The page that says what is still to do: the next step as a button, every part with what it lacks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reportdesk.agenda import Agenda, Deadline, Part, State, Task
from reportdesk.gui.desk.begin.agenda_rows import AgendaDelegate, row_words
from reportdesk.gui.desk.begin.begin_button import BeginButton
from reportdesk.gui.look.icons import icon
from reportdesk.gui.look.theme import interface_font, theme_of
from reportdesk.report.dates import day_in_words

_WIDTH_PX = 720
#: Fewer days than these are told in the ink of a warning.
_FEW_DAYS = 7
#: Of a narrow window the column takes all, of a wide one its own width.
_SHARE_OF_COLUMN = 100


class AgendaPage(QScrollArea):
    """Shows an agenda; says by signals where the clerk wants to go, and what she wants done."""

    item_chosen = Signal(object)
    part_chosen = Signal(str)
    nil_asked = Signal()
    roll_on_asked = Signal()
    preview_asked = Signal()
    export_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing until there is an agenda."""
        super().__init__(parent)
        self.agenda: Agenda | None = None
        self._is_near = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.heading, self.lead, self.deadline = QLabel("还要做什么"), QLabel(), QLabel()
        self._icons: dict[BeginButton, str] = {}
        self.step = self._button("下一步", "next_finding", self._take_step)
        self.nil = self._button("今年没有申请、没有复议诉讼", "fill_table", self.nil_asked.emit)
        self.nil.setDescription("空格填 0，写好几句话，先看会做什么；不合适可以一步撤销")
        self.roll_on = self._button("", "roll", self.roll_on_asked.emit)
        self.roll_on.setDescription("以这一份为上年：结转和文字带过去，这一份不动")
        self.preview = self._button("预览和打印", "preview", self.preview_asked.emit)
        self.preview.setDescription("看印出来是什么样子，送签前从头读一遍")
        self.export = self._button("导出 Word", "export_docx", self.export_asked.emit)
        self.export.setDescription("生成送签、公开用的 Word 文件")
        self.parts = QListWidget()
        self.parts.setAccessibleName("各页还差什么")
        self.parts.setFrameShape(QFrame.Shape.NoFrame)
        self.parts.setItemDelegate(AgendaDelegate(self.parts))
        self.parts.setMouseTracking(True)
        self.parts.viewport().setAutoFillBackground(False)
        self.parts.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.itemClicked.connect(self._choose)
        self.parts.itemActivated.connect(self._choose)
        self._lay_out()
        self._colour()

    def show_agenda(self, agenda: Agenda, title: str, *, nil: bool, next_year: int | None) -> None:
        """Show what is still to do on a report of that title.

        `nil` offers to say that there was nothing this year; `next_year` (of a report of a past year) to
        begin that year's report from it.
        """
        self.agenda = agenda
        self.lead.setText(title)
        self._show_deadline(agenda.deadline, is_past=next_year is not None)
        following = agenda.next
        self.step.setVisible(following is not None)
        if following is not None:
            self.step.setText(f"下一步：{part_named(agenda, following.part).name}")
            finding = following.finding
            is_problem = following.state is State.PROBLEM and finding is not None
            self.step.setDescription(finding.message if finding and is_problem else following.words)
        self.heading.setText("还要做什么" if following else "都写好了")
        self.nil.setVisible(nil)
        self.roll_on.setVisible(next_year is not None)
        self.roll_on.setText(f"从这份年报开始 {next_year} 年度" if next_year else "")
        for button in (self.preview, self.export):
            button.setVisible(following is None)
        self._list(agenda.parts)

    def say_of_last_year(self, was_nil: bool) -> None:
        """Word the offer of a nil report by whether last year's was one."""
        self.nil.setText(f"今年{'也' if was_nil else ''}没有申请、没有复议诉讼")

    def begin(self) -> None:
        """Put the focus on the next step."""
        (self.step if self.agenda and self.agenda.next else self.preview).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape lead back to the report."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "parts"):
            self._colour()

    def _button(self, text: str, sign: str, act: Callable[[], None]) -> BeginButton:
        button = BeginButton()
        self._icons[button] = sign
        button.setText(text)
        button.clicked.connect(act)
        button.setMaximumWidth(_WIDTH_PX)
        button.setFixedHeight(button.sizeHint().height())
        return button

    def _lay_out(self) -> None:
        column = QWidget()
        column.setAutoFillBackground(False)
        column.setMaximumWidth(_WIDTH_PX)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 24, 0, 24)
        layout.setSpacing(8)
        self.heading.setFont(interface_font(160))
        for label in (self.heading, self.lead, self.deadline):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addSpacing(8)
        for button in (self.step, self.preview, self.export, self.nil, self.roll_on):
            layout.addWidget(button)
        layout.addSpacing(8)
        layout.addWidget(self.parts)
        layout.addStretch(1)
        ground = QWidget()
        ground.setAutoFillBackground(False)
        around = QHBoxLayout(ground)
        around.setContentsMargins(24, 0, 24, 0)
        around.addStretch(1)
        around.addWidget(column, _SHARE_OF_COLUMN)
        around.addStretch(1)
        self.setWidget(ground)

    def _show_deadline(self, deadline: Deadline | None, *, is_past: bool) -> None:
        self.deadline.setVisible(deadline is not None)
        self._is_near = deadline is not None and not is_past and deadline.days_left <= _FEW_DAYS
        if deadline is not None:
            day = day_in_words(deadline.day.isoformat())
            self.deadline.setText(f"往年的年报，期限是 {day}" if is_past else deadline_in_words(deadline))
        self._colour()

    def _list(self, parts: tuple[Part, ...]) -> None:
        row = self.parts.currentRow()
        self.parts.clear()
        for part in parts:
            item = QListWidgetItem(row_words(part), self.parts)
            item.setData(Qt.ItemDataRole.UserRole, part)
            item.setToolTip("；".join(one.words for one in part.items))
        self.parts.setCurrentRow(max(row, 0))
        self.parts.setFixedHeight(self.parts.sizeHintForRow(0) * len(parts) + 2)

    def _take_step(self) -> None:
        if self.agenda is not None and self.agenda.next is not None:
            self.item_chosen.emit(self.agenda.next)

    def _choose(self, row: QListWidgetItem) -> None:
        part = row.data(Qt.ItemDataRole.UserRole)
        assert isinstance(part, Part)
        due: list[Task] = [item for item in part.items if item.is_due] or list(part.items)
        if due:
            self.item_chosen.emit(due[0])
        else:
            self.part_chosen.emit(part.key)

    def _colour(self) -> None:
        theme = theme_of(self.palette())
        muted = theme.window_muted_ink.name()
        ink = theme.warning.ink.name() if self._is_near else theme.window_ink.name()
        for button, name in self._icons.items():
            button.setIcon(icon(name, self.palette(), theme.accent))
        self.lead.setStyleSheet(f"QLabel {{ color: {muted} }}")
        self.deadline.setStyleSheet(f"QLabel {{ color: {ink} }}")


def part_named(agenda: Agenda, key: str) -> Part:
    """Return the part with that key."""
    return next(part for part in agenda.parts if part.key == key)


def deadline_in_words(deadline: Deadline) -> str:
    """Return by when the report must be out, how many days are left, and the rule."""
    day, days = day_in_words(deadline.day.isoformat()), deadline.days_left
    left = f"还有 {days} 天" if days > 0 else "就是今天" if days == 0 else f"已经过了 {-days} 天"
    return f"{day}前要公布，{left}" + (f"（{deadline.basis}）" if deadline.basis else "")
