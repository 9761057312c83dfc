"""What somebody does to our Word file in Word or WPS: types a figure, changes or deletes a paragraph."""

from typing import Any

from docx.document import Document as WordDocument


def words_of(cell: Any) -> list[Any]:
    return [node for node in cell.iter() if node.tag.endswith("}t")]


def set_cell(document: WordDocument, label: str, column: int, text: str) -> None:
    """Types a figure into the row of a label, the column counted among its numbers."""
    rows = [row.tc_lst for table in document.tables for row in table._tbl.tr_lst]
    labelled = [(row, ["".join(word.text for word in words_of(cell)) for cell in row]) for row in rows]
    row, said = next((row, said) for row, said in labelled if label in said)
    (words,) = words_of(row[said.index(label) + column])
    words.text = text


def set_paragraph(document: WordDocument, before: str, after: str | None) -> None:
    (paragraph,) = [one for one in document.paragraphs if one.text == before]
    if after is None:
        paragraph._p.getparent().remove(paragraph._p)
    else:
        paragraph.runs[-1].text = after
        for run in paragraph.runs[:-1]:
            run.text = ""
