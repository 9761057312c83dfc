"""A proposal to tidy words, as a list shows it: the words around it before and after, the change lit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reportdesk.gui.look.theme import Theme, Tint, theme_of
from reportdesk.gui.qt.widgets.text_change import utf16_length
from reportdesk.prose.sentences.tidy import Proposal
from reportdesk.report.model import Report

_AROUND_CHARACTERS = 16
_PADDING_PX = 8
_APART_PX = 4
_SEEN = str.maketrans({" ": "␣", "\u3000": "□", "\u00a0": "␣", "\t": "→", "\u200b": "␣"})


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal with where it stands and the words around it; `words` say it all to a screen reader."""

    proposal: Proposal
    place: str
    head: str
    tail: str

    @property
    def before(self) -> str:
        """Return what stands there now, with spaces that can be seen."""
        return self.proposal.before.translate(_SEEN)

    @property
    def after(self) -> str:
        """Return what would stand there."""
        return self.proposal.after

    @property
    def words(self) -> str:
        """Return the proposal in words."""
        return (
            f"{self.place}：{self.head}{self.proposal.before}{self.tail} "
            f"改为 {self.head}{self.after}{self.tail}"
        )


def proposal_line(report: Report, proposal: Proposal, section: str) -> ProposalLine:
    """Return how a proposal is shown: the section's name, the paragraph, some words on both sides."""
    text = report.texts.get(proposal.section, "")
    start, end = proposal.span
    number = text.count("\n", 0, start) + 1
    head = text[max(0, start - _AROUND_CHARACTERS) : start].rpartition("\n")[2]
    tail = text[end : end + _AROUND_CHARACTERS].partition("\n")[0]
    return ProposalLine(proposal, f"{section} · 第 {number} 段 · {proposal.reason}", head, tail)


class ProposalDelegate(QStyledItemDelegate):
    """Paints a proposal on three lines: where and why, what stands there, what would."""

    def __init__(self, view: QListView) -> None:
        """Paint for a list."""
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the room for three lines."""
        line = self._view.fontMetrics().height()
        return QSize(100, 3 * line + 2 * _APART_PX + 2 * _PADDING_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the tick with the style's own, the words beside it."""
        self.initStyleOption(option, index)
        line: ProposalLine = index.data(Qt.ItemDataRole.UserRole)
        option.text = ""  # type: ignore[attr-defined]
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDisplay  # type: ignore[attr-defined]
        style = self._view.style()
        theme = theme_of(self._view.palette())
        box: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(box, theme.selected)
            option.state &= ~QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        tick = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, self._view)
        painter.setClipRect(box)
        self._words(painter, line, QPointF(tick.right() + 2 * _PADDING_PX, box.top() + _PADDING_PX), theme)
        painter.restore()

    def _words(self, painter: QPainter, line: ProposalLine, place: QPointF, theme: Theme) -> None:
        step = self._view.fontMetrics().height() + _APART_PX
        lines = (
            (theme.muted_ink, line.place, (0, 0), theme.hint),
            (theme.ink, line.head + line.before + line.tail, _lit(line.head, line.before), theme.error),
            (theme.ink, line.head + line.after + line.tail, _lit(line.head, line.after), theme.inherited),
        )
        for number, (ink, words, lit, tint) in enumerate(lines):
            painter.setPen(ink)
            label = ("", "现在　", "改为　")[number]
            shift = utf16_length(label)
            layout = _layout(self._view.font(), label + words, (lit[0] + shift, lit[1]), tint)
            layout.draw(painter, place + QPointF(0, number * step))


def _lit(head: str, words: str) -> tuple[int, int]:
    """Return from where and how far words are lit, as Qt counts; nothing where words go."""
    return utf16_length(head), utf16_length(words)


def _layout(font: QFont, words: str, lit: tuple[int, int], tint: Tint) -> QTextLayout:
    layout = QTextLayout(words, font)
    if lit[1]:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length, mark.format = *lit, _lit_format(tint)  # type: ignore[attr-defined]
        layout.setFormats([mark])
    layout.beginLayout()
    layout.createLine().setLineWidth(10_000)
    layout.endLayout()
    return layout


def _lit_format(tint: Tint) -> QTextCharFormat:
    lit = QTextCharFormat()
    lit.setBackground(tint.ground)
    lit.setForeground(tint.ink)
    lit.setFontWeight(QFont.Weight.Bold)
    return lit
