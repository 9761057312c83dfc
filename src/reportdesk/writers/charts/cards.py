"""What the cards say: figures as the tables print them beside last year's, and nothing else is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportdesk.form.charts import CardLook, ChartCard, ChartItem, ChartPart
from reportdesk.form.formula import Number
from reportdesk.form.kinds import Kind
from reportdesk.report.last_year import last_figure
from reportdesk.report.model import Report
from reportdesk.report.totals import figures, printed

#: What is said of a figure that nobody filled in: blank is not 0.
BLANK = "未填"


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A figure of this year and of last year's (件 or 万元), each None where it is blank or not known."""

    label: str
    now: Number | None
    then: Number | None
    unit: str
    kind: Kind
    group: str = ""
    cells: tuple[str, ...] = ()
    parts: tuple[ChartFigure, ...] = ()

    @property
    def said(self) -> str:
        """Return this year's figure with its unit, or 未填."""
        return BLANK if self.now is None else f"{self.kind.show(self.now)} {self.unit}"

    @property
    def number(self) -> str:
        """Return this year's figure alone, or 未填."""
        return BLANK if self.now is None else self.kind.show(self.now)

    @property
    def said_then(self) -> str:
        """Return last year's figure, empty where it is not known."""
        return "" if self.then is None else f"上年 {self.kind.show(self.then)}"

    @property
    def change(self) -> str:
        """Say how this year differs from last year; empty where one of them is not known."""
        if self.now is None or self.then is None:
            return ""
        if self.now == self.then:
            return "与上年持平"
        more, less = ("多", self.now - self.then), ("少", self.then - self.now)
        word, difference = more if self.now > self.then else less
        return f"比上年{word} {self.kind.show(difference)} {self.unit}"

    @property
    def name(self) -> str:
        """Return the label with the heading that it stands under."""
        return f"{self.group}·{self.label}" if self.group else self.label

    @property
    def words(self) -> str:
        """Say the figure, and its parts, in a sentence's part."""
        then = f"（{self.said_then}）" if self.said_then else ""
        parts = "，".join(part.words.removeprefix(f"{part.group}·") for part in self.parts)
        return f"{self.name} {self.said}{then}" + (f"，其中{parts}" if parts else "")


@dataclass(frozen=True, slots=True)
class Card:
    """One card: a title, one figure set large, and the others."""

    key: str
    title: str
    look: CardLook
    lead: ChartFigure | None
    figures: tuple[ChartFigure, ...]

    @property
    def every(self) -> tuple[ChartFigure, ...]:
        """Return all figures once, in the order in which they are read; parts follow what they belong to."""
        return tuple(one for figure in self._wholes for one in (figure, *figure.parts))

    @property
    def has_last_year(self) -> bool:
        """Tell whether any of last year's figures is known."""
        return any(figure.then is not None for figure in self.every)

    @property
    def is_bare(self) -> bool:
        """Tell whether there is nothing to compare: all figures are 0 or blank, last year's too."""
        return not any(figure.now or figure.then for figure in self.every)

    @property
    def alternative(self) -> str:
        """Say the whole card, for whoever does not see it."""
        return f"{self.title}：{'；'.join(figure.words for figure in self._wholes)}。"

    @property
    def _wholes(self) -> tuple[ChartFigure, ...]:
        """Return the figures that are no parts of others; the lead once, though it be one of them."""
        if self.lead is None or any(figure.cells == self.lead.cells for figure in self.figures):
            return self.figures
        return (self.lead, *self.figures)

    @property
    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield the table of the card's figures: label, this year, last year (— where it is not known)."""
        for figure in self.every:
            then = "—" if figure.then is None else f"{figure.kind.show(figure.then)} {figure.unit}"
            yield figure.name, figure.said, then


def cards_of(report: Report, keys: tuple[str, ...] = ()) -> tuple[Card, ...]:
    """Return the cards of a report's form with these keys, all if none is named.

    Raise FormError for a key that no card has.
    """
    values = printed(report, figures(report))

    def now(key: str) -> Number | None:
        return values[key]

    def then(key: str) -> Number | None:
        return last_figure(report, key)

    def figure(item: ChartItem | ChartPart, under: str = "") -> ChartFigure:
        first = report.form.cells[item.cells[0]]
        parts = tuple(figure(part, item.label) for part in item.part) if isinstance(item, ChartItem) else ()
        group = item.group if isinstance(item, ChartItem) else under
        before, after = _sum(item.cells, then), _sum(item.cells, now)
        return ChartFigure(item.label, after, before, first.unit, first.kind, group, item.cells, parts)

    def card(chosen: ChartCard) -> Card:
        lead = figure(chosen.lead) if chosen.lead else None
        return Card(chosen.key, chosen.title, chosen.look, lead, tuple(figure(item) for item in chosen.item))

    return tuple(card(one) for one in report.form.charts.chosen(keys))


def _sum(keys: tuple[str, ...], figure_of: Callable[[str], Number | None]) -> Number | None:
    total: Number = 0
    for key in keys:
        figure = figure_of(key)
        if figure is None:
            return None
        total += figure
    return total
