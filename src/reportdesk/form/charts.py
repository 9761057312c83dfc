"""The public's picture of an edition as `charts.toml` lists it: cards, and which cells each draws."""

from typing import Literal

from reportdesk.errors import FormError
from reportdesk.form.parts import NonBlank, TemplateData

#: How a card shows its items: as bars of one scale, or as figures beside each other.
CardLook = Literal["bars", "figures"]


class ChartPart(TemplateData, frozen=True):
    """What is told in small letters below an item, such as the results of a kind of dispute."""

    label: NonBlank
    cells: tuple[str, ...]


class ChartItem(TemplateData, frozen=True):
    """One figure of a card: the sum of its cells, which are of one unit; blank where one of them is.

    `group` is the heading that figures beside each other share.
    """

    label: NonBlank
    cells: tuple[str, ...]
    group: str = ""
    part: tuple[ChartPart, ...] = ()


class ChartCard(TemplateData, frozen=True):
    """One card of the picture: `lead` is the item (by its cells) set large above the others."""

    key: str
    title: NonBlank
    look: CardLook = "bars"
    lead: ChartItem | None = None
    item: tuple[ChartItem, ...] = ()

    @property
    def every(self) -> tuple[ChartItem | ChartPart, ...]:
        """Return all that the card names cells for."""
        items = (*((self.lead,) if self.lead else ()), *self.item)
        return (*items, *(part for item in items for part in item.part))


class Charts(TemplateData, frozen=True):
    """All cards, in the order of the picture."""

    card: tuple[ChartCard, ...] = ()

    def chosen(self, keys: tuple[str, ...]) -> tuple[ChartCard, ...]:
        """Return the cards with these keys in the picture's order, all if none is named.

        Raise FormError for a key that no card has.
        """
        known = {card.key: card.title for card in self.card}
        for key in keys:
            if key not in known:
                listed = "、".join(f"{key}（{title}）" for key, title in known.items())
                raise FormError(f"图解里没有卡片“{key}”", remedy=f"可以选：{listed}")
        return tuple(card for card in self.card if not keys or card.key in keys)
