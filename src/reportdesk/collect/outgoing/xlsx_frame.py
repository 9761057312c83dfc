"""What every workbook holds beside its sheets: the list of parts, its properties, the formats of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from reportdesk.patterns import late

CellStyleName = Literal["text", "title", "head", "label", "figure", "sum", "plain"]
#: The place of each style among the formats of the part of styles.
FORMATS: dict[CellStyleName, int] = {
    "plain": 0,
    "title": 1,
    "head": 2,
    "label": 3,
    "figure": 4,
    "sum": 5,
    "text": 6,
}

#: Excel refuses a cell of more than 32,767; an escape may lengthen what is written.
_LONGEST_TEXT_CHARACTERS = 32_000
_ILLEGAL = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_AN_ESCAPE = late(r"_(?=x[0-9A-Fa-f]{4}_)")
#: What every part begins with.
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: The namespace of sheets and of the workbook.
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True, slots=True)
class Properties:
    """What the workbook says of itself."""

    title: str
    subject: str = ""
    keywords: str = ""


def text_of(text: str) -> str:
    """Return a text as a cell holds it: no control characters, no escape that Excel would undo, no tag."""
    plain = _LIKE_AN_ESCAPE.sub("_x005F_", fit_for_xml(text[:_LONGEST_TEXT_CHARACTERS], "\ufffd"))
    return escape(plain.replace("\r", ""))


def fit_for_xml(text: str, instead: str = "") -> str:
    """Return a text with something in the place of characters that XML cannot hold."""
    return _ILLEGAL.sub(instead, text)


def _print_titles(sheets: Sequence[tuple[str, str]]) -> str:
    """Return the names by which rows and columns that stay in sight are printed on each page."""
    made = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{number}">{escape(ranges)}</definedName>'
        for number, (_, ranges) in enumerate(sheets)
        if ranges
    )
    return f"<definedNames>{made}</definedNames>" if made else ""


def frame_parts(titled: Sequence[tuple[str, str]], properties: Properties) -> dict[str, str]:
    """Return all parts but the sheets, by name; `titled` are sheets' names with what each page repeats."""
    names = [name for name, _ in titled]
    numbers = range(1, len(names) + 1)
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in zip(numbers, names, strict=True)
    )
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{main}.worksheet+xml"/>'
        for number in numbers
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/worksheet"'
        f' Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    styles = len(names) + 1
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{main}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        f' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{text_of(properties.title)}</dc:title><dc:subject>{text_of(properties.subject)}</dc:subject>"
        f"<cp:keywords>{text_of(properties.keywords)}</cp:keywords></cp:coreProperties>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}/relationships">'
        f"<bookViews><workbookView/></bookViews><sheets>{sheets}</sheets>"
        f"{_print_titles(titled)}</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
        f'<Relationship Id="rId{styles}" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>'
        "</Relationships>",
        "xl/styles.xml": _STYLES,
    }


_SIDES = "".join(
    f'<{side} style="thin"><color auto="1"/></{side}>' for side in ("left", "right", "top", "bottom")
)


def _format(font: int, fill: int, border: int, horizontal: str, room: str = "wrapText") -> str:
    return (
        f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyFont="1"'
        f' applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="{horizontal}"'
        f' vertical="center" {room}="1"/></xf>'
    )


_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="3">'
    '<font><sz val="10"/><name val="宋体"/></font>'
    '<font><sz val="14"/><name val="黑体"/></font>'
    '<font><b/><sz val="10"/><name val="宋体"/></font></fonts>'
    '<fills count="4"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEDF1F5"/></patternFill></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF7F7F2"/></patternFill></fill></fills>'
    f'<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    f"<border>{_SIDES}<diagonal/></border></borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + _format(1, 0, 0, "center")
    + _format(2, 2, 1, "center")
    + _format(0, 0, 1, "left")
    + _format(0, 0, 1, "center", "shrinkToFit")
    + _format(2, 3, 1, "center", "shrinkToFit")
    + _format(0, 0, 1, "left")
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
