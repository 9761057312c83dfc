"""A drawing under way: rectangles, rules and words, gathered as plain SVG that every program draws alike."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

#: Sans serif with simplified Chinese, from the most at home to the last resort.
FONTS = (
    *("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC"),
    *("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei"),
)
#: What is written where the fonts stand, for whoever draws the picture with another.
FONT_FAMILIES = ", ".join(f"'{name}'" for name in FONTS) + ", sans-serif"


class Canvas:
    """Gathers shapes; all lengths are in pixels at scale 1, y grows downwards."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._shapes: list[str] = []

    def box(self, x: float, y: float, width: float, height: float, fill: str, round_: float = 0) -> None:
        """Add a filled rectangle."""
        corner = f' rx="{_n(round_)}"' if round_ else ""
        self._shapes.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{corner} fill="{fill}"/>'
        )

    def frame(self, x: float, y: float, width: float, height: float, stroke: str) -> None:
        """Add a rectangle that is only a line, drawn inside its edges."""
        self._shapes.append(
            f'<rect x="{_n(x + 1)}" y="{_n(y + 1)}" width="{_n(width - 2)}" height="{_n(height - 2)}"'
            f' fill="none" stroke="{stroke}" stroke-width="2"/>'
        )

    def rule(self, x: float, y: float, width: float, stroke: str, *, dashed: bool = False) -> None:
        """Add a horizontal line."""
        dashes = ' stroke-dasharray="6 6"' if dashed else ""
        self._shapes.append(
            f'<line x1="{_n(x)}" y1="{_n(y)}" x2="{_n(x + width)}" y2="{_n(y)}"'
            f' stroke="{stroke}" stroke-width="2"{dashes}/>'
        )

    def words(
        self, text: str, x: float, y: float, size: float, fill: str, *, bold: bool = False, end: bool = False
    ) -> None:
        """Add a line of words on a base line, from its left or, with `end`, up to its right end."""
        weight = ' font-weight="bold"' if bold else ""
        anchor = ' text-anchor="end"' if end else ""
        self._shapes.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{weight}{anchor} fill="{fill}">'
            f"{escape(text)}</text>"
        )

    def figure(
        self, number: str, unit: str, x: float, y: float, sizes: tuple[float, float], fill: str
    ) -> None:
        """Add a bold figure on a base line and its unit, smaller, right behind it; `sizes` are of both."""
        behind = f'<tspan font-size="{_n(sizes[1])}" font-weight="normal">{escape(unit)}</tspan>'
        self._shapes.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(sizes[0])}" font-weight="bold"'
            f' xml:space="preserve" fill="{fill}">'
            f"{escape(number)}{chr(0xA0) + behind if unit else ''}</text>"
        )

    def picture(self, width: float, height: float, title: str, description: str, key: str) -> str:
        """Return the drawing as a whole, with its title and its description for whoever does not see it."""
        ids = f"{key}-title {key}-desc"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}" height="{_n(height)}"'
            f' viewBox="0 0 {_n(width)} {_n(height)}" role="img" aria-labelledby={quoteattr(ids)}'
            f' lang="zh-CN" font-family="{FONT_FAMILIES}">\n'
            f'<title id="{key}-title">{escape(title)}</title>\n'
            f'<desc id="{key}-desc">{escape(description)}</desc>\n' + "\n".join(self._shapes) + "\n</svg>\n"
        )


def _n(length: float) -> str:
    """Return a length without needless places, so that the same figures give the same bytes."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
