"""Plain paragraphs are read in one pass; whatever is more than its words is walked element by element."""

import pytest
from lxml import etree

from reportdesk.readers.office.numbering import Numbering
from reportdesk.readers.office.word_body import WordBody
from reportdesk.readers.office.word_plain import PlainWords
from reportdesk.readers.office.word_styles import Styles
from reportdesk.readers.office.word_xml import WordXml
from tests.work import work_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
RUN = "<w:r><w:t>受理</w:t></w:r>"

SPECIAL = {
    "a link": f"<w:p><w:hyperlink>{RUN}</w:hyperlink></w:p>",
    "a formula": f'<w:p><m:oMath xmlns:m="{M}"><m:r><m:t>3</m:t></m:r></m:oMath></w:p>',
    "words in its properties": "<w:p><w:pPr><w:t>9</w:t></w:pPr></w:p>",
    "a paragraph inside": f"<w:p><w:p>{RUN}</w:p></w:p>",
    "a tab": "<w:p><w:r><w:tab/></w:r></w:p>",
    "a list": '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
    "a struck run": "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>3</w:t></w:r></w:p>",
    "an insertion": f"<w:p><w:ins>{RUN}</w:ins></w:p>",
    "its style in later properties": f'<w:p>{RUN}<w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>',
}


def part(words: str) -> etree._Element:
    return etree.fromstring(f'<w:document xmlns:w="{W}"><w:body>{words}</w:body></w:document>')


def plain_words(root: etree._Element) -> PlainWords:
    return PlainWords(root, WordXml.of(root, "年报.docx"))


def body(root: etree._Element) -> WordBody:
    return WordBody(root, WordXml.of(root, "年报.docx"), Styles(), Numbering())


def test_the_runs_of_a_plain_paragraph_are_its_words() -> None:
    root = part(f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>{RUN}<w:r><w:t>件</w:t></w:r></w:p><w:p/>')
    found = plain_words(root)
    assert [found.words(paragraph) for paragraph in root[0]] == ["受理件", ""]
    assert all(found.has(paragraph) for paragraph in root[0])
    assert found.styles == {root[0][0]: "a"}


@pytest.mark.parametrize("kind", SPECIAL)
def test_a_paragraph_that_is_more_than_its_words_is_not_plain(kind: str) -> None:
    root = part(f"{SPECIAL[kind]}<w:p>{RUN}</w:p>")
    found = plain_words(root)
    assert [found.has(paragraph) for paragraph in root[0]] == [False, True]


def test_a_cell_that_spans_is_not_plain_and_its_neighbour_is() -> None:
    cells = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc>'
    root = part(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    found = plain_words(root)
    assert [found.has(cell) for cell in root[0][0][0]] == [False, True]


def test_a_plain_paragraph_costs_little() -> None:
    few, many = (part(f"<w:p>{RUN}</w:p>" * number) for number in (10, 110))

    def read(root: etree._Element) -> int:
        return work_of(lambda: list(body(root).blocks(root[0])))

    read(few)
    assert (read(many) - read(few)) / 100 < 20
