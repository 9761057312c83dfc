"""The Word file: page and type by GB/T 9704, headings, sub-headings, tables that hold, a signature."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from reportdesk.form.model import INTRO, Form
from reportdesk.report.model import Report
from reportdesk.writers import render

EMU_PER_POINT = 12700
EMU_PER_TWIP = 635


@pytest.fixture(scope="module")
def signed(mancheng: Report) -> Report:
    texts = {
        INTRO: "根据条例，编制本报告。",
        "overview": "（一）主动公开\n公开385条。\n（二）依申请公开。未收到申请。\n\n(三)信息管理：制度健全。",
        "disclosure": "说明：本年未制发。",
    }
    return replace(mancheng, texts=texts, signature_date="2024-01-08")


@pytest.fixture(scope="module")
def data(signed: Report) -> bytes:
    return render(signed, ".docx")


@pytest.fixture(scope="module")
def document(data: bytes) -> Any:
    return Document(BytesIO(data))


def paragraphs(document: Any) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_what_stands_where(document: Any) -> None:
    assert paragraphs(document) == [
        ("Title", "保定市满城区科学技术局"),
        ("Title", "2023年政府信息公开工作年度报告"),
        ("报告正文", "根据条例，编制本报告。"),
        ("Heading 1", "一、总体情况"),
        ("Heading 2", "（一）主动公开"),
        ("报告正文", "公开385条。"),
        ("报告正文", "（二）依申请公开。未收到申请。"),
        ("报告正文", ""),
        ("报告正文", "(三)信息管理：制度健全。"),
        ("Heading 1", "二、主动公开政府信息情况"),
        ("报告正文", "说明：本年未制发。"),
        ("Heading 1", "三、收到和处理政府信息公开申请情况"),
        ("Heading 1", "四、政府信息公开行政复议、行政诉讼情况"),
        ("Heading 1", "五、存在的主要问题及改进情况"),
        ("Heading 1", "六、其他需要报告的事项"),
        ("报告正文", ""),
        ("落款机关", "保定市满城区科学技术局"),
        ("落款日期", "2024年1月8日"),
    ]


def test_words_beside_a_table_stand_between_its_heading_and_the_table(document: Any) -> None:
    tags = [element.tag.split("}")[1] for element in document.element.body]
    first = tags.index("tbl")
    assert document.element.body[first - 1].text == "说明：本年未制发。"


def test_a_sub_heading_before_its_text_is_set_apart(document: Any) -> None:
    paragraph = next(p for p in document.paragraphs if p.text.startswith("（二）"))
    assert [(run.text, run.style.name) for run in paragraph.runs] == [
        ("（二）依申请公开。", "段首小标题"),
        ("未收到申请。", "Default Paragraph Font"),
    ]


@pytest.mark.parametrize(
    ("style", "font", "points"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("报告正文", "仿宋_GB2312", 16),
        ("段首小标题", "楷体_GB2312", None),
        ("落款机关", "仿宋_GB2312", 16),
        ("Footer", "宋体", 14),
        ("表格数字", "宋体", 10.5),
        ("表三数字", "宋体", 9),
        ("表四表头", "宋体", 9),
    ],
)
def test_type(document: Any, style: str, font: str, points: float | None) -> None:
    styles = {found.name: found for found in document.styles} | {
        found.element.find(qn("w:name")).get(qn("w:val")): found for found in document.styles
    }
    found = styles[style] if style != "Footer" else styles["footer"]
    assert east_asian_font(document, found) == font
    assert size(found) == points


def chain(style: Any) -> list[Any]:
    styles = []
    while style is not None:
        styles.append(style)
        style = style.base_style
    return styles


def east_asian_font(document: Any, style: Any) -> str:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for element in [*(ancestor.element for ancestor in chain(style)), defaults]:
        for fonts in element.iter(qn("w:rFonts")):
            assert fonts.get(qn("w:ascii")) == "Times New Roman"
            return str(fonts.get(qn("w:eastAsia")))
    raise AssertionError(style)


def size(style: Any) -> float | None:
    return next((ancestor.font.size.pt for ancestor in chain(style) if ancestor.font.size), None)


def test_paragraphs_are_indented_by_two_characters_on_lines_of_28_points(document: Any) -> None:
    body = document.styles["报告正文"]
    assert body.element.find(qn("w:pPr")).find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"
    spacing = document.styles["Normal"].element.find(qn("w:pPr")).find(qn("w:spacing"))
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("560", "exact")


def test_page(document: Any) -> None:
    (section,) = document.sections
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(edge.mm) for edge in edges] == [37, 35, 28, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    grid = section._sectPr.find(qn("w:docGrid"))
    height = section.page_height - section.top_margin - section.bottom_margin
    width = section.page_width - section.left_margin - section.right_margin
    character = 16 + int(grid.get(qn("w:charSpace"))) / 4096
    assert grid.get(qn("w:type")) == "linesAndChars"
    assert int(height / EMU_PER_TWIP / int(grid.get(qn("w:linePitch")))) == 22
    assert int(width / EMU_PER_POINT / character) == 28


def test_page_numbers_stand_outside(document: Any) -> None:
    (section,) = document.sections
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert paragraph.text == "— 1 —"
        assert " PAGE " in "".join(node.text for node in paragraph._p.iter(qn("w:instrText")))


def test_tables_fill_the_width_of_the_text_by_the_form_s_widths(document: Any, form: Form) -> None:
    for table, found in zip(form.tables, document.tables, strict=True):
        grid = [int(column.get(qn("w:w"))) for column in found._tbl.find(qn("w:tblGrid"))]
        assert sum(grid) == round(156 / 25.4 * 1440) + 1  # 8845: page and margins are whole twips
        whole = sum(table.widths)
        assert grid == pytest.approx([8845 * width / whole for width in table.widths], abs=1)
        assert found._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        assert found._tbl.tblPr.find(qn("w:tblStyle")) is not None
        for row in found._tbl.iterfind(qn("w:tr")):
            assert sum(int(width.get(qn("w:w"))) for width in row.iter(qn("w:tcW"))) == sum(grid)


def test_rows_hold_together_and_headers_repeat(document: Any) -> None:
    repeated, kept = [], []
    for table in document.tables:
        rows = list(table._tbl.iterfind(qn("w:tr")))
        assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)
        keeps = [len(list(row.iter(qn("w:keepNext")))) for row in rows]
        assert keeps[-1] == 0
        kept.append([n for n, keep in enumerate(keeps[:-1]) if not keep])
        heads = [n for n, row in enumerate(rows) if list(row.iter(qn("w:tblHeader")))]
        # Only those repeat that are heads from the first row on.
        repeated.append([n for n in heads if set(range(n)) <= set(heads)])
    # A page may end between two bands of the first table, and nowhere in the others.
    assert kept == [[3, 6, 10], [], []]
    # None of the four heads of the first table stands for all of it.
    assert repeated == [[], [0, 1, 2], [0, 1, 2]]


def test_all_borders_come_from_the_table_style(document: Any) -> None:
    borders = document.styles["报告表格"].element.find(f".//{qn('w:tblBorders')}")
    assert {side.tag.split("}")[1] for side in borders} == {
        "top",
        "left",
        "bottom",
        "right",
        "insideH",
        "insideV",
    }
    assert {side.get(qn("w:val")) for side in borders} == {"single"}


def test_narrow_labels_break_evenly(document: Any) -> None:
    indents = {}
    for paragraph in document.tables[1]._tbl.iter(qn("w:p")):
        indent = paragraph.pPr.find(qn("w:ind"))
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        if text and indent is not None:
            indents[text] = int(indent.get(qn("w:left")))
    widths = dict(
        zip(["商业企业", "科研机构", "社会公益组织", "法律服务机构"], [727, 727, 1020, 881], strict=True)
    )
    assert indents.keys() == widths.keys()
    for label, width in widths.items():
        characters = (width - 2 * 28 - 2 * indents[label]) / 180
        assert int(characters) == len(label) / 2


def test_no_theme_fonts(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "theme" in name]
        everything = b"".join(map(archive.read, archive.namelist()))
    assert b"asciiTheme" not in everything
    assert b"eastAsiaTheme" not in everything


def test_a_short_title_takes_one_line(form: Form) -> None:
    document = Document(BytesIO(render(Report(form, organ="某局", title="某局2023年报"), ".docx")))
    assert paragraphs(document)[0] == ("Title", "某局2023年报")
    assert paragraphs(document)[1][0] == "Heading 1"


def test_a_report_nobody_signed_has_no_date(form: Form) -> None:
    names = [name for name, _ in paragraphs(Document(BytesIO(render(Report(form, year=2023), ".docx"))))]
    assert "落款日期" not in names
    assert "落款机关" not in names


def test_properties_name_the_report_and_nobody(signed: Report) -> None:
    data = render(replace(signed, organ="甲 & 乙局"), ".docx")
    properties = Document(BytesIO(data)).core_properties
    assert (properties.title, properties.author) == ("甲 & 乙局2023年政府信息公开工作年度报告", "甲 & 乙局")
    assert not properties.last_modified_by
    assert "docProps/app.xml" not in zipfile.ZipFile(BytesIO(data)).namelist()


def test_the_same_report_gives_the_same_bytes(signed: Report, data: bytes) -> None:
    assert render(replace(signed), ".docx") == data
    dates = {entry.date_time for entry in zipfile.ZipFile(BytesIO(data)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}
