"""What a paragraph and its characters look like: by default, by their styles, by what is said on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from reportdesk.gui.preview.word.model import Align, Letters, LineRule, Shape

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

TWIPS_PER_POINT = 20
_HALF_POINTS_PER_POINT = 2
#: A line of `auto` spacing is counted in parts of 240.
_SINGLE_LINE = 240
_HUNDREDTHS = 100

_OFF = {"0", "false", "off", "none"}
_ALIGNS: dict[str, Align] = {"start": "left", "end": "right", "distribute": "both"}


def points(twips: str | None, default: float = 0.0) -> float:
    """Return a length that is told in twentieths of a point."""
    return float(twips) / TWIPS_PER_POINT if twips else default


def is_on(element: _Element | None) -> bool:
    """Tell whether a property that is there or not there holds."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


class PaperStyles:
    """The styles of a Word file by their ids."""

    def __init__(self, root: _Element | None) -> None:
        """Take the part `word/styles.xml`; None where a file has none."""
        found = () if root is None else tuple(root.iter(f"{W}style"))
        self._by_id: dict[str, _Element] = {style.get(f"{W}styleId", ""): style for style in found}
        self._defaults = {
            kind: None if root is None else root.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}")
            for kind in ("pPr", "rPr")
        }
        self._usual = next(
            (
                style.get(f"{W}styleId", "")
                for style in found
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1"
            ),
            "",
        )

    def shape(self, said: _Element | None) -> Shape:
        """Return how a paragraph stands whose own properties (`w:pPr`) are given."""
        style = self._style_of(said)
        chain = [*self._chain(style, "pPr"), *_there(said)]
        spacing, indent = _attributes(chain, "spacing"), _attributes(chain, "ind")
        rule = cast("LineRule", spacing.get("lineRule", "auto"))
        line = spacing.get("line")
        size = self.letters(said).size
        first = _indent(indent, "firstLine", size) - _indent(indent, "hanging", size)
        align = _attributes(chain, "jc").get("val", "left")
        return Shape(
            style=style,
            align=_ALIGNS.get(align, cast("Align", align)),
            left=_indent(indent, "left", size) or _indent(indent, "start", size),
            right=_indent(indent, "right", size) or _indent(indent, "end", size),
            first=first,
            before=points(spacing.get("before")),
            after=points(spacing.get("after")),
            line=(float(line) / _SINGLE_LINE if rule == "auto" else points(line)) if line else 1.0,
            line_rule=rule if line else "auto",
            joins_its_like=_holds(chain, "contextualSpacing"),
            keeps_with_next=_holds(chain, "keepNext"),
            keeps_lines=_holds(chain, "keepLines"),
            avoids_single_lines=_holds(chain, "widowControl", missing=True),
            starts_page=_holds(chain, "pageBreakBefore"),
        )

    def letters(self, paragraph: _Element | None, said: _Element | None = None) -> Letters:
        """Return how characters look: the properties of their paragraph (`w:pPr`) and their own (`w:rPr`)."""
        own = None if said is None else said.find(f"{W}rStyle")
        character = "" if own is None else own.get(f"{W}val", "")
        chain = [
            *self._chain(self._style_of(paragraph), "rPr"),
            *self._chain(character, "rPr", with_defaults=False),
            *_there(said),
        ]
        fonts = _attributes(chain, "rFonts")
        return Letters(
            east=fonts.get("eastAsia", ""),
            latin=fonts.get("ascii", ""),
            size=float(_attributes(chain, "sz").get("val", "20")) / _HALF_POINTS_PER_POINT,
            is_bold=_holds(chain, "b"),
            is_italic=_holds(chain, "i"),
            is_underlined=_holds(chain, "u"),
            spacing=points(_attributes(chain, "spacing").get("val")),
        )

    def of_table(self, style: str, path: str) -> Iterator[_Element]:
        """Yield what a table's style says under a path of its `w:tblPr`, the nearest last."""
        for properties in self._chain(style, "tblPr", with_defaults=False):
            yield from properties.iterfind(path)

    def _style_of(self, said: _Element | None) -> str:
        named = None if said is None else said.find(f"{W}pStyle")
        return self._usual if named is None else named.get(f"{W}val", "")

    @lru_cache(maxsize=256)  # noqa: B019 - lives as long as one laying out
    def _chain(self, style: str, kind: str, *, with_defaults: bool = True) -> tuple[_Element, ...]:
        """Return the properties of a style, what it is based on first."""
        found: list[_Element] = []
        met: set[str] = set()
        while style in self._by_id and style not in met:
            met.add(style)
            element = self._by_id[style]
            found += _there(element.find(f"{W}{kind}"))
            based = element.find(f"{W}basedOn")
            style = "" if based is None else based.get(f"{W}val", "")
        return (*_there(self._defaults.get(kind) if with_defaults else None), *reversed(found))


def _there(element: _Element | None) -> list[_Element]:
    return [] if element is None else [element]


def _attributes(chain: list[_Element], name: str) -> dict[str, str]:
    """Return what is said of one property, the nearest word counting."""
    said: dict[str, str] = {}
    for properties in chain:
        for element in properties.iterfind(f"{W}{name}"):
            said |= {str(key).removeprefix(W): str(value) for key, value in element.items()}
    return said


def _holds(chain: list[_Element], name: str, *, missing: bool = False) -> bool:
    found = [element for properties in chain for element in properties.iterfind(f"{W}{name}")]
    return is_on(found[-1]) if found else missing


def _indent(said: dict[str, str], side: str, size: float) -> float:
    """Return an indent; where it is told in characters alone, of so many points each."""
    if said.get(side):
        return points(said[side])
    return float(said.get(f"{side}Chars", "0")) / _HUNDREDTHS * size
