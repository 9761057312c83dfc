"""The pictures at the end of a Word file, in a content control that no reader takes for words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Emu, Pt

from reportdesk.report.shown import CHARTS_HEADING, CHARTS_HEADS, CHARTS_TAG
from reportdesk.writers.charts.cards import Card
from reportdesk.writers.charts.pictures import PictureSet
from reportdesk.writers.word.styles import EMU_PER_TWIP, WordStyles
from reportdesk.writers.word.table import TABLE_STYLE

#: Of the text's width: two cards with their tables fit a page, most of the time.
_SHARE = 0.55
_WIDTHS = (6, 3, 3)
#: Of the picture for each of its own.
_PIXELS = 2.0


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card with its picture as PNG."""

    card: Card
    png: bytes


def drawn_cards(pictures: PictureSet, paint: Callable[[str, float], bytes]) -> tuple[DrawnCard, ...]:
    """Return pictures as a Word file takes them; `paint` makes PNG of SVG, so many pixels for each."""
    both = zip(pictures.cards, pictures.single, strict=True)
    return tuple(DrawnCard(card, paint(picture.svg, _PIXELS)) for card, picture in both)


def append_charts(document: Document, styles: WordStyles, cards: Sequence[DrawnCard]) -> None:
    """Put the cards on pages behind the report, each with words for it and a table of its figures."""
    body: Any = document.element.body
    before = len(body)
    heading = document.add_paragraph(CHARTS_HEADING, style="Heading 1" if "Heading 1" in styles else None)
    heading.paragraph_format.page_break_before = True
    for number, drawn in enumerate(cards, start=1):
        _add_picture(document, drawn, number, round(styles.text_width * EMU_PER_TWIP * _SHARE))
        _add_table(document, styles, drawn.card)
    # The last child of a body is its section.
    added = [element for element in body[before - 1 :] if element.tag != qn("w:sectPr")]
    control = body.makeelement(qn("w:sdt"))
    properties = control.makeelement(qn("w:sdtPr"))
    for tag, value in (("w:alias", CHARTS_HEADING), ("w:tag", CHARTS_TAG)):
        properties.append(properties.makeelement(qn(tag), {qn("w:val"): value}))
    content = control.makeelement(qn("w:sdtContent"))
    control.extend((properties, content))
    added[0].addprevious(control)
    content.extend(added)


def _add_picture(document: Document, drawn: DrawnCard, number: int, width_emu: int) -> None:
    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    layout.first_line_indent, layout.keep_with_next = Pt(0), True
    layout.space_before = Pt(6)
    inline: Any = paragraph.add_run().add_picture(BytesIO(drawn.png), width=Emu(width_emu))
    properties = inline._inline.docPr  # noqa: SLF001 - python-docx has no other way to words for a picture
    properties.set("id", str(number))
    properties.set("name", f"图 {number}")
    properties.set("title", drawn.card.title)
    properties.set("descr", drawn.card.alternative)
    for shape in inline._inline.iter(qn("pic:cNvPr")):  # noqa: SLF001
        shape.set("name", f"chart-{drawn.card.key}.png")


def _add_table(document: Document, styles: WordStyles, card: Card) -> None:
    table: Any = document.add_table(rows=0, cols=len(_WIDTHS))
    table.style, table.autofit = document.styles[TABLE_STYLE], False
    rows = [CHARTS_HEADS, *card.rows]
    width = round(styles.text_width * _SHARE)
    table.alignment = 1
    for column, share in zip(table.columns, _WIDTHS, strict=True):
        column.width = Emu(round(width * share / sum(_WIDTHS)) * EMU_PER_TWIP)
    for number, texts in enumerate(rows):
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001
        properties.append(properties.makeelement(qn("w:cantSplit")))
        if number == 0:
            properties.append(properties.makeelement(qn("w:tblHeader")))
        for place, (cell, text, share) in enumerate(zip(row.cells, texts, _WIDTHS, strict=True)):
            cell.width = Emu(round(width * share / sum(_WIDTHS)) * EMU_PER_TWIP)
            paragraph = cell.paragraphs[0]
            style = "表格表头" if number == 0 else "表格数字" if place else "表格项目"
            paragraph.style = document.styles[style]
            paragraph.add_run(text).font.size = Pt(9)
            layout = paragraph.paragraph_format
            layout.keep_with_next = number in {0, len(rows) - 2}
            layout.space_before = layout.space_after = Pt(1)
            layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(12)
