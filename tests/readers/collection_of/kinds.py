"""Documents of every kind and encoding, and some that are not what they are named."""

from __future__ import annotations

from email.message import EmailMessage

from tests.readers.made import Made, document
from tests.readers.paper import paper
from tests.readers.printing import to_bare_text, to_cells_text, to_web, to_word, to_workbook


@document
def word_plain() -> Made:
    made = paper()
    return ".docx", to_word(made), made


@document
def web_plain() -> Made:
    made = paper()
    return ".html", to_web(made), made


@document
def web_in_gb2312_said() -> Made:
    made = paper()
    return ".htm", to_web(made, charset="gb18030", says="gb2312"), made


@document
def web_in_gbk_unsaid() -> Made:
    made = paper()
    return ".html", to_web(made, charset="gbk", says=""), made


@document
def web_in_utf16_unsaid() -> Made:
    made = paper()
    return ".html", to_web(made, charset="utf-16", says=""), made


@document
def web_that_lies_about_its_encoding() -> Made:
    made = paper()
    return ".html", to_web(made, charset="gb18030", says="utf-8"), made


@document
def web_packed_for_mail() -> Made:
    made = paper()
    mail = EmailMessage()
    mail["From"] = "<Saved by a browser>"
    mail.set_content(
        to_web(made, charset="gbk", says="gbk"), maintype="text", subtype="html", cte="quoted-printable"
    )
    mail.make_related()
    mail.add_related(b"GIF89a", maintype="image", subtype="gif")
    return ".mht", mail.as_bytes(), made


@document
def web_named_word() -> Made:
    made = paper()
    return ".docx", to_web(made), made


@document
def word_named_text() -> Made:
    made = paper()
    return ".txt", to_word(made), made


@document
def text_a_cell_a_line() -> Made:
    made = paper()
    return ".txt", to_cells_text(made, charset="gb18030"), made


@document
def text_without_tables() -> Made:
    made = paper()
    return ".txt", to_bare_text(made), made


@document
def text_a_row_a_line() -> Made:
    made = paper()
    return ".txt", to_bare_text(made, separator="\t"), made


@document
def text_with_spaces_between() -> Made:
    made = paper()
    return ".txt", to_bare_text(made, separator="   "), made


@document
def workbook_on_one_sheet() -> Made:
    made = paper()
    return ".xlsx", to_workbook([list(made.blocks)]), made


@document
def workbook_on_sheets() -> Made:
    made = paper()
    made.texts = {}
    made.date = ""
    return ".xlsx", to_workbook([[made.blocks[0], made.blocks[1]], *([grid] for grid in made.grids())]), made


@document
def workbook_without_merges() -> Made:
    made = paper()
    for grid in made.grids():
        for cell in grid.cells():
            cell.rows = 1 if grid.name != "disputes" else cell.rows
    made.grid("disclosure")
    return ".xlsx", to_workbook([list(made.blocks)]), made
