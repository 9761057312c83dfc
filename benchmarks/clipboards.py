"""A table as Word, WPS, Excel, LibreOffice and browsers put it on the clipboard: as text and as a page.

Built from the form's sheet by what each program is known to write: its styles, its comments, its attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.spans import Box, lay_out

_OFFICE = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_WORD_HEAD = """<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {mso-style-unhide:no; mso-pagination:none; margin:0cm;}
table.MsoNormalTable {mso-style-name:普通表格; mso-tstyle-rowband-size:0;} --></style>
<!--[if gte mso 10]><style> table.MsoTableGrid {mso-style-name:网格型;} </style><![endif]-->"""


@dataclass(frozen=True, slots=True)
class Copied:
    """What lies on the clipboard: the plain text, and the page beside it, "" where there is none."""

    text: str
    html: str


@dataclass(frozen=True, slots=True)
class _Flavour:
    """How a program writes: page around the rows, a row, and a cell with its spans and what it says."""

    page: Callable[[str], str]
    row: Callable[[str], str]
    cell: Callable[[Box, str], str]


def copied(
    form: Form,
    table: str,
    figures: Mapping[str, Number | None],
    program: str,
    rows: Iterable[int] | None = None,
) -> Copied:
    """Return a table, or some rows of it, as a program of `PROGRAMS` copies it."""
    sheet = lay_out(form.table(table))
    wanted = list(range(sheet.rows) if rows is None else rows)
    lines = [sorted((b for b in sheet.boxes if b.row == row), key=lambda b: b.column) for row in wanted]
    text = "\r\n".join("\t".join(_said(box, figures) for box in line) for line in lines) + "\r\n"
    flavour = PROGRAMS[program]
    if flavour is None:
        return Copied(text, "")
    body = "\n".join(
        flavour.row("".join(flavour.cell(box, _said(box, figures)) for box in line)) for line in lines
    )
    return Copied(text, flavour.page(body))


def body_rows(form: Form, table: str) -> list[int]:
    """Return the rows of a table's sheet that hold figures."""
    sheet = lay_out(form.table(table))
    return sorted({box.row for box in sheet.boxes if box.key})


def _said(box: Box, figures: Mapping[str, Number | None]) -> str:
    figure = figures.get(box.key) if box.key else None
    return box.text if not box.key else "" if figure is None else str(figure)


def _spans(box: Box) -> str:
    return "".join(_span(("colspan", box.columns), ("rowspan", box.rows)))


def _span(*spans: tuple[str, int]) -> Iterator[str]:
    yield from (f" {name}={number}" for name, number in spans if number > 1)


def _word_cell(box: Box, said: str) -> str:
    return (
        f"<td width=64 valign=top{_spans(box)} style='width:48.0pt;border:solid windowtext 1.0pt;"
        "mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>"
        "<p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'>"
        "<span lang=EN-US style='font-size:10.5pt;font-family:宋体;mso-hansi-font-family:宋体'>"
        f"{said}<o:p></o:p></span></p></td>"
    )


def _wps_cell(box: Box, said: str) -> str:
    return (
        f'<td width="57" valign="center"{_spans(box)} style="width:43.0pt;padding:0.0pt 5.4pt;'
        'border:1.0pt solid windowtext;mso-border-alt:0.5pt solid windowtext;">'
        '<p class=MsoNormal align=center style="text-align:center;" >'
        "<span style=\"mso-spacerun:'yes';font-family:宋体;font-size:10.5000pt;mso-font-kerning:1.0000pt;\" >"
        f'<font face="宋体" >{said}</font></span>'
        "<span style=\"mso-spacerun:'yes';\" ><o:p></o:p></span></p></td>"
    )


def _excel_cell(box: Box, said: str) -> str:
    number = ' align=right style="border-top:none;border-left:none" x:num' if said.isdigit() else ""
    return f'<td class=xl65{_spans(box)}{number} style="mso-ignore:colspan">{said}</td>'


def _sheet_cell(box: Box, said: str) -> str:
    number = f' align="right" sdval="{said}" sdnum="2052;"' if said.isdigit() else ' align="center"'
    return f'<td height="17"{_spans(box)}{number}><font face="宋体">{said}</font></td>'


def _writer_cell(box: Box, said: str) -> str:
    return (
        f'<td{_spans(box)} style="border: 1px solid #000000; padding: 0.1cm">'
        f'<p align="center" class="western"><font face="宋体">{said}</font></p></td>'
    )


def _browser_cell(box: Box, said: str) -> str:
    return (
        f'<td{_spans(box)} style="box-sizing: border-box; padding: 0px; border: 1px solid rgb(0, 0, 0);">'
        '<p style="margin: 0px; text-align: center;">'
        f'<span style="font-size: 14px;">&nbsp;{said}</span></p></td>'
    )


def _row(cells: str) -> str:
    return f"<tr style='mso-yfti-irow:0;height:14.25pt'>{cells}</tr>"


def _word_page(body: str) -> str:
    return (
        f"<html {_OFFICE}><head>{_WORD_HEAD}</head><body lang=ZH-CN style='tab-interval:21.0pt'>"
        f"<!--StartFragment--><table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>{body}"
        "</table><!--EndFragment--></body></html>"
    )


def _sheet_page(body: str) -> str:
    return (
        f"<html {_OFFICE}><head><meta http-equiv=Content-Type content='text/html; charset=utf-8'></head>"
        "<body><table border=0 cellpadding=0 cellspacing=0><!--StartFragment--><col width=72 span=9>"
        f"{body}<!--EndFragment--></table></body></html>"
    )


def _plain_page(body: str) -> str:
    return (
        '<html><body><!--StartFragment--><table style="border-collapse: collapse;">'
        f"<tbody>{body}</tbody></table><!--EndFragment--></body></html>"
    )


#: Programs by name; None is plain text alone, as editors and chat programs hand it on.
PROGRAMS: dict[str, _Flavour | None] = {
    "Word": _Flavour(_word_page, _row, _word_cell),
    "WPS 文字": _Flavour(_word_page, _row, _wps_cell),
    "Excel": _Flavour(_sheet_page, _row, _excel_cell),
    "WPS 表格": _Flavour(_sheet_page, _row, _excel_cell),
    "LibreOffice Writer": _Flavour(_plain_page, _row, _writer_cell),
    "LibreOffice Calc": _Flavour(_sheet_page, _row, _sheet_cell),
    "browser": _Flavour(_plain_page, _row, _browser_cell),
    "text": None,
}
