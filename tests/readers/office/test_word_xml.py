"""A name that a part lacks is answered at once; other parts are asked themselves."""

from lxml import etree

from reportdesk.readers.office.word_xml import WordXml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def part(words: str) -> etree._Element:
    return etree.fromstring(f'<w:document xmlns:w="{W}">{words}</w:document>')


def test_what_stands_somewhere_in_the_part_is_looked_for_in_its_place() -> None:
    root = part('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p><w:p/>')
    xml = WordXml.of(root, "年报.docx")
    assert xml.value(root[0], "pPr", "pStyle") == "a"
    assert xml.value(root[1], "pPr", "pStyle") is None
    assert xml.child(root[0], "pPr", "numPr") is None


def test_what_the_main_part_lacks_is_still_found_in_another_part() -> None:
    xml = WordXml.of(part("<w:p/>"), "年报.docx")
    styles = part('<w:style><w:name w:val="正文"/></w:style>')
    assert xml.value(styles[0], "name") is None
    assert WordXml(xml.prefix, xml.where).value(styles[0], "name") == "正文"
