"""The pictures on a web page: each card drawn, and a table of its figures to open below it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import chain

from reportdesk.report.shown import CHARTS_HEADING, CHARTS_HEADS
from reportdesk.writers.charts.cards import Card
from reportdesk.writers.charts.pictures import Picture, PictureSet

#: How the pictures stand on a page, beside the page's own looks.
STYLE = """\
  .charts figure { margin: 0 0 1.5rem; }
  .charts svg { display: block; width: 100%; max-width: 750px; height: auto; margin: 0 auto; }
  .charts details { max-width: 750px; margin: 0.5rem auto; }
  .charts summary { padding: 0.5rem 0; cursor: pointer; }
  .charts table { width: 100%; border-collapse: collapse; }
  .charts th, .charts td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: right; }
  .charts th[scope="row"] { text-align: left; }
"""


def charts_section(pictures: PictureSet) -> str:
    """Return the part of a page that shows the cards, under a heading of the second order."""
    cards = zip(pictures.cards, pictures.single, strict=True)
    lines = chain.from_iterable(_html_figure(card, picture) for card, picture in cards)
    return (
        f'<aside class="charts" aria-labelledby="charts">\n'
        f'<h2 id="charts">{CHARTS_HEADING}</h2>\n{"".join(lines)}</aside>'
    )


def charts_page(pictures: PictureSet) -> str:
    """Return a page of its own that shows the cards."""
    title = escape(pictures.title)
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n"
        "  body { max-width: 50rem; margin: 0 auto; padding: 1rem; font: 1rem/1.6 sans-serif; }\n"
        f'{STYLE}</style>\n</head>\n<body>\n<main class="charts">\n<h1>{title}</h1>\n'
        + "".join(
            line
            for card, picture in zip(pictures.cards, pictures.single, strict=True)
            for line in _html_figure(card, picture)
        )
        + "</main>\n</body>\n</html>\n"
    )


def _html_figure(card: Card, picture: Picture) -> Iterator[str]:
    title = escape(card.title)
    yield f"<figure>\n{picture.svg}"
    yield f"<details>\n<summary>{title}：数据表</summary>\n<table>\n<caption>{title}</caption>\n"
    heads = "".join(f'<th scope="col">{head}</th>' for head in CHARTS_HEADS)
    yield f"<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n"
    for name, now, then in card.rows:
        cells = f"<td>{escape(now)}</td><td>{escape(then)}</td>"
        yield f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>\n'
    yield "</tbody>\n</table>\n</details>\n</figure>\n"
