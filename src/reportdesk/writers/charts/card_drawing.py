"""One card on a canvas: its title, one figure large, then bars of one scale or figures side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from reportdesk.form.formula import Number
from reportdesk.writers.charts.canvas import Canvas
from reportdesk.writers.charts.cards import BLANK, Card, ChartFigure
from reportdesk.writers.charts.letters import fitting, flowed, width_of, wrapped
from reportdesk.writers.charts.themes import ChartTheme

#: In units of the drawing (`pictures.WIDTH`), as all below.
PADDING = 36.0
_TITLE, _LEAD, _LABEL, _NOTE = 30.0, 60.0, 25.0, 21.0
_BAR, _LAST_BAR = 16.0, 10.0
#: What a bar that stands for more than nothing is at least wide.
_LEAST_BAR_PX = 4.0
_TILES, _TILE_GAP, _TILE_FIGURE = 3, 20.0, 36.0


@dataclass(frozen=True)
class CardDrawing:
    """Draws cards of a width onto a canvas, in a theme's colours."""

    canvas: Canvas
    theme: ChartTheme
    width: float

    @property
    def room(self) -> float:
        """Return the width inside the paddings."""
        return self.width - 2 * PADDING

    def draw(self, card: Card, x: float, y: float) -> float:
        """Draw a card with its top left at a point; return its height."""
        # The ground goes below all else, but is as high as what stands on it.
        height = CardDrawing(Canvas(), self.theme, self.width).content(card, 0, 0)
        self.canvas.box(x, y, self.width, height, self.theme.card, 12)
        return self.content(card, x, y)

    def content(self, card: Card, x: float, top: float) -> float:
        """Draw what stands on a card, without its ground; return the card's height."""
        left, y = x + PADDING, top + PADDING
        self.canvas.box(left, y + 3, 6, 28, self.theme.accent)
        y = self._lines(card.title, left + 22, y, _TITLE, self.theme.ink, bold=True, room=self.room - 22)
        y += 14
        if card.lead is not None:
            y = self._lead(card.lead, left, y)
        if card.figures and card.is_bare:
            y = self._bare(card, left, y)
        elif card.look == "bars":
            y = self._bars(card, left, y)
        else:
            y = self._groups(card, left, y)
        return y + PADDING - 12 - top

    def _lead(self, lead: ChartFigure, x: float, y: float) -> float:
        """Draw a figure large, what it counts and how it changed behind it or below."""
        size = fitting(lead.number, _LEAD, self.room - 90, 24)
        ink = self.theme.muted if lead.now is None else self.theme.accent
        unit = "" if lead.now is None else lead.unit
        self.canvas.figure(lead.number, unit, x, y + size * 0.9, (size, _LABEL), ink)
        y += size + 14
        said = "，".join(filter(None, (lead.label, lead.change)))
        if lead.change and lead.now != lead.then:
            said = f"{said}（{lead.said_then}）"
        return self._lines(said, x, y, _NOTE, self.theme.muted, room=self.room) + 18

    def _bare(self, card: Card, x: float, y: float) -> float:
        """Draw a card that has nothing to compare as words: what is 0, what is blank."""
        zero = [figure for figure in card.figures if figure.now == 0]
        blank = [figure for figure in card.figures if figure.now is None]
        for figures, said in ((zero, f"均为 0 {card.figures[0].unit}"), (blank, f"均{BLANK}")):
            if not figures:
                continue
            ink = self.theme.muted if figures is blank else self.theme.ink
            lead = f"各项{said}" if len(figures) == len(card.figures) else f"下列各项{said}"
            y = self._lines(lead, x, y, _LABEL, ink, bold=True, room=self.room) + 4
            for group, members in groupby(figures, lambda figure: figure.group):
                names = [figure.label for figure in members]
                names[0] = f"{group}：{names[0]}" if group else names[0]
                y = self._flow(names, "、", x, y, _NOTE)
            y += 14
        return y

    def _bars(self, card: Card, x: float, y: float) -> float:
        numbers = [abs(float(n)) for figure in card.figures for n in (figure.now, figure.then) if n]
        most = max(numbers, default=0.0)
        for figure in card.figures:
            y = self._item(figure, x, y, self._scale(most))
        return y

    def _scale(self, most: float) -> Callable[[Number], float]:
        def scaled(figure: Number) -> float:
            return max(_LEAST_BAR_PX, abs(float(figure)) / most * self.room) if figure else 0.0

        return scaled

    def _item(self, figure: ChartFigure, x: float, y: float, scaled: Callable[[Number], float]) -> float:
        right = x + self.room
        size = fitting(figure.said, _LABEL, self.room * 0.6, 16)
        ink = self.theme.muted if figure.now is None else self.theme.ink
        bold = figure.now is not None
        label_room = self.room - width_of(figure.said, size) - 24
        self.canvas.words(figure.said, right, y + _LABEL * 0.9, size, ink, bold=bold, end=True)
        y = self._lines(figure.label, x, y, _LABEL, self.theme.ink, room=label_room) + 6
        self.canvas.rule(x, y + _BAR - 1, self.room, self.theme.line, dashed=figure.now is None)
        if figure.now:
            self.canvas.box(x, y, scaled(figure.now), _BAR, self.theme.accent)
        y += _BAR
        if figure.then is not None:
            y = self._last_bar(figure, x, y + 7, scaled)
        if figure.parts:
            y = self._parts(figure, x, y + 8)
        return y + 22

    def _last_bar(self, figure: ChartFigure, x: float, y: float, scaled: Callable[[Number], float]) -> float:
        """Draw last year's figure as an outline, with the figure behind its end or before it."""
        long = scaled(figure.then or 0)
        said = figure.said_then
        size = fitting(said, _NOTE - 2, self.room, 12)
        wide = width_of(said, size)
        if long:
            self.canvas.frame(x, y + 4, max(long, 6), _LAST_BAR, self.theme.muted)
        if long + 12 + wide <= self.room:
            at = x + (long + 12 if long else 0)
            self.canvas.words(said, at, y + size * 0.8, size, self.theme.muted)
            return y + size
        self.canvas.words(
            said, x + self.room, y + _LAST_BAR + 6 + size * 0.9, size, self.theme.muted, end=True
        )
        return y + _LAST_BAR + 6 + size

    def _parts(self, figure: ChartFigure, x: float, y: float) -> float:
        said = [f"{part.label} {part.number}" for part in figure.parts]
        return self._flow(said, "，", x, y, _NOTE - 1)

    def _groups(self, card: Card, x: float, y: float) -> float:
        for group, figures in groupby(card.figures, lambda figure: figure.group):
            if group:
                y = self._lines(group, x, y, _LABEL, self.theme.ink, room=self.room) + 4
                self.canvas.rule(x, y, self.room, self.theme.line)
                y += 14
            row = tuple(figures)
            for start in range(0, len(row), _TILES):
                y = self._tiles(row[start : start + _TILES], x, y)
            y += 8
        return y

    def _tiles(self, row: tuple[ChartFigure, ...], x: float, y: float) -> float:
        wide = (self.room - (_TILES - 1) * _TILE_GAP) / _TILES
        ends = []
        for place, figure in enumerate(row):
            left = x + place * (wide + _TILE_GAP)
            bottom = self._lines(figure.label, left, y, _NOTE, self.theme.muted, room=wide) + 2
            ink = self.theme.muted if figure.now is None else self.theme.ink
            size = fitting(figure.number, _TILE_FIGURE, wide - 36, 14)
            size = min(size, _LABEL) if figure.now is None else size
            unit = "" if figure.now is None else figure.unit
            self.canvas.figure(figure.number, unit, left, bottom + _TILE_FIGURE * 0.9, (size, _NOTE - 2), ink)
            bottom += _TILE_FIGURE + 10
            if figure.said_then:
                small = fitting(figure.said_then, _NOTE - 2, wide, 12)
                self.canvas.words(figure.said_then, left, bottom + small * 0.8, small, self.theme.muted)
                bottom += small + 4
            ends.append(bottom)
        return max(ends) + 10

    def _flow(self, parts: list[str], between: str, x: float, y: float, size: float) -> float:
        for line in flowed(parts, between, size, self.room):
            self.canvas.words(line, x, y + size * 0.9, size, self.theme.muted)
            y += size * 1.36
        return y

    def _lines(
        self, text: str, x: float, y: float, size: float, ink: str, *, room: float, bold: bool = False
    ) -> float:
        """Draw a text in as many lines as its room needs, the top of the first at `y`; return its bottom."""
        for line in wrapped(text, size, room):
            self.canvas.words(line, x, y + size * 0.9, size, ink, bold=bold)
            y += size * 1.36
        return y
