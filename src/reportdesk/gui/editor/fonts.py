"""Which font has a character that an editor's own font lacks: Qt is asked once for each."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import category

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout

_ONE_LINE_PX = 1e6
#: Controls, marks of format and spaces, by their category.
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
#: A table of every font that Qt reads from a file; the boxes drawn for what no font has come from none.
_HEAD = "head"
#: Letters that are joined, which takes shaping: Arabic. Of the other scripts Qt knows that itself.
_JOINED = ("\u0600", "\u08ff")


def alone(font: QFont, family: str = "") -> QFont:
    """Return a font, or that of a family, in whose place no other one stands for what it lacks.

    It names one family: of several Qt takes the one that has what is drawn first, and stays with it.
    """
    own = QFont(font)
    own.setFamilies([family or QFontInfo(font).family()])
    own.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return own


class Fonts:
    """The families of the characters of a text: "" for those that its own font has.

    None for those that any font can stand for: spaces, what is not seen, and what no font has.
    """

    def __init__(self, font: QFont) -> None:
        """Know nothing yet of the characters of a text in a font."""
        self._font = QFont(font)
        self._own = QFontInfo(font).family()
        self._metrics = {"": QFontMetricsF(alone(font))}
        self._families: dict[str, str | None] = {}

    def learn(self, characters: Iterable[str]) -> None:
        """Look for characters that were not looked for before."""
        for one in (new := set(characters).difference(self._families)):
            is_joined = _JOINED[0] <= one <= _JOINED[1]
            self._families[one] = (self._own if is_joined else "") if self.has("", one) else None
        unseen = {one for one in new if category(one) in _UNSEEN}
        self._families.update(dict.fromkeys(unseen))
        lacking = [one for one in new - unseen if self._families[one] is None]
        if lacking:
            # Each is in the first that has it: Qt was asked for all of them at once.
            others = [*filter(None, self._metrics), *self._drawn_with(lacking)]
            for one in lacking:
                self._families[one] = next((family for family in others if self.has(family, one)), None)

    def family(self, character: str) -> str | None:
        """Return the family of a character that was learnt."""
        return self._families[character]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the families of the text's own font and of all others that have any of it."""
        return tuple(dict.fromkeys((self._own, *filter(None, self._families.values()))))

    def have(self, families: Iterable[str], text: str) -> bool:
        """Tell whether some families have all of a text that any has."""
        seen = [one for one in set(text) if self._families[one] is not None]
        return all(any(self.has(family, one) for family in families) for one in seen)

    def has(self, family: str, character: str) -> bool:
        """Tell whether the font of a family has a character."""
        if family not in self._metrics:
            self._metrics[family] = QFontMetricsF(alone(self._font, family))
        return bool(self._metrics[family].inFontUcs4(ord(character)))

    def _drawn_with(self, lacking: list[str]) -> list[str]:
        """Return the families with which Qt would draw characters."""
        # Spaces between keep them from being drawn as one.
        layout = QTextLayout(" ".join(lacking), self._font)
        layout.beginLayout()
        layout.createLine().setLineWidth(_ONE_LINE_PX)
        layout.endLayout()
        fonts = [run.rawFont() for run in layout.glyphRuns()]
        return [font.familyName() for font in fonts if not font.fontTable(_HEAD).isEmpty()]
