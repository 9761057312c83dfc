"""The web page: plain HTML5 with true headers, to be read on a phone, printed, or heard."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from reportdesk.errors import FormError
from reportdesk.export import checked_bytes
from reportdesk.form.model import INTRO, Form
from reportdesk.readers import read_report
from reportdesk.report.model import Report
from reportdesk.writers import render
from reportdesk.writers.charts.pictures import pictures_of
from reportdesk.writers.html import HtmlWriter


@pytest.fixture(scope="module")
def page(suqian: Report) -> Any:
    texts = {INTRO: "引言", "overview": "（一）主动公开\n（二）依申请公开。没有。"}
    return html.document_fromstring(
        render(replace(suqian, texts=texts, signature_date="2024-03-01"), ".html")
    )


def test_outline(page: Any, suqian: Report) -> None:
    assert page.get("lang") == "zh-CN"
    assert page.findtext(".//h1") == suqian.printed_title
    assert [node.text for node in page.iter("h2")] == [section.heading for section in suqian.form.sections]
    assert [node.text for node in page.iter("h3")] == ["（一）主动公开"]
    assert [node.text for node in page.iter("strong")] == ["（二）依申请公开。"]
    assert [node.text for node in page.findall(".//footer/p")] == [suqian.organ, "2024年3月1日"]


def test_every_table_has_a_caption_and_headers_with_scope(page: Any) -> None:
    tables = list(page.iter("table"))
    assert [table.findtext("caption") for table in tables] == [
        "表二　主动公开政府信息情况",
        "表三　收到和处理政府信息公开申请情况",
        "表四　政府信息公开行政复议、行政诉讼情况",
    ]
    for table in tables:
        assert {node.get("scope") for node in table.iter("th")} <= {"col", "row", "colgroup", "rowgroup"}
        assert all(node.text.isdigit() or "." in node.text for node in table.iter("td"))
    scopes = {node.text: node.get("scope") for node in tables[1].iter("th")}
    assert scopes["自然人"] == "col"
    assert scopes["法人或其他组织"] == "colgroup"
    assert scopes["三、本年度办理结果"] == "rowgroup"
    assert scopes["1.属于国家秘密"] == "row"


def test_column_groups_are_the_labels_that_span(page: Any) -> None:
    groups = [[int(g.get("span", "1")) for g in table.iter("colgroup")] for table in page.iter("table")]
    assert groups == [[1, 3], [3, 1, 5, 1], [5, 5, 5]]


def test_a_head_that_holds_for_the_whole_table_is_its_thead(page: Any) -> None:
    assert [len(table.findall("thead/tr")) for table in page.iter("table")] == [0, 3, 3]
    assert [len(table.findall("tbody")) for table in page.iter("table")] == [4, 1, 1]


def test_no_clutter(page: Any) -> None:
    assert not page.xpath("//@style | //@class[. != 'table'] | //script | //font")
    assert not page.xpath("//*[@src or @href]")


def test_an_empty_corner_heads_nothing(form: Form) -> None:
    band = replace_corner(form)
    page = html.document_fromstring(render(Report(band), ".html"))
    corner = next(page.iter("table")).find(".//tr[2]")[0]
    assert corner.tag == "td"


def replace_corner(form: Form) -> Form:
    from msgspec.structs import replace as altered

    table = form.tables[0]
    bands = (altered(table.band[0], corner=""), *table.band[1:])
    changed = altered(table, band=bands)
    return replace(form, tables=(changed, *form.tables[1:]))


def test_a_wrong_name_is_told_with_file_and_name(form: Form, tmp_path: Any) -> None:
    (tmp_path / "report.html").write_text("<p>{{ titel }}</p>", encoding="utf-8")
    with pytest.raises(FormError, match=r"report\.html：网页模板里用了不存在的名称“titel”"):
        render(Report(replace(form, folder=tmp_path)), ".html")


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_page_is_written_as_an_office_needs_it_and_reads_back(
    mancheng: Report, charset: Any, tmp_path: Path
) -> None:
    path = tmp_path / "年报.html"
    path.write_bytes(checked_bytes(mancheng, path, writers=[HtmlWriter(charset, with_data=True)]))
    page = html.fromstring(path.read_bytes().decode(charset))
    assert page.xpath("string(//meta/@charset)") == charset
    data = json.loads(page.xpath("string(//script[@id='report'])"))
    assert (data["organ"], len(data["cells"])) == (mancheng.organ, 200)
    assert "last" not in data
    read = read_report(path)
    assert read.cells == mancheng.cells
    assert "script" not in HtmlWriter(charset).render(mancheng).decode(charset)


def test_no_word_of_a_report_ends_the_data_in_a_page(form: Form) -> None:
    report = Report(form, organ="</script><b>", texts={"overview": "</script><!--\u2028"})
    written = HtmlWriter(with_data=True).render(report).decode()
    assert written.lower().count("</script") == 1
    page = html.fromstring(written)
    assert json.loads(page.xpath("string(//script)"))["organ"] == "</script><b>"


def test_one_order_of_headings_a_language_and_heads_for_every_figure(mancheng: Report) -> None:
    page = html.document_fromstring(HtmlWriter().render(mancheng))
    assert page.get("lang") == "zh-CN"
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in page.iter("table"):
        assert table.find("caption") is not None
        assert all(head.get("scope") in {"row", "col", "rowgroup", "colgroup"} for head in table.iter("th"))


@pytest.mark.parametrize("shown", ["plain", "pictures", "corrected"])
def test_a_page_can_be_used_without_eyes_and_without_colours(mancheng: Report, shown: str) -> None:
    """What a checker of accessibility would look at, looked at here, for it is not everywhere at hand."""
    old = replace(mancheng, texts={"overview": "别的话。"}, cells={})
    writer = {
        "plain": HtmlWriter(),
        "pictures": HtmlWriter(charts=pictures_of(mancheng)),
        "corrected": HtmlWriter(published=old, charts=pictures_of(mancheng)),
    }[shown]
    page = html.document_fromstring(writer.render(mancheng))
    assert page.get("lang") == "zh-CN"
    assert page.findtext(".//title") == mancheng.printed_title
    assert len(page.findall(".//main")) == 1
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise([0, *levels]))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for table in page.iter("table"):
        assert table.find("caption").text
        assert all(head.get("scope") for head in table.iter("th"))
        assert all(row.find("th") is not None for row in table.iter("tr") if row.find("td") is not None) or (
            table.find("thead") is not None
        )
    for named in page.xpath("//aside | //*[local-name()='svg']"):
        label = named.get("aria-label") or "".join(
            page.get_element_by_id(one).text_content() for one in named.get("aria-labelledby", "").split()
        )
        assert label
    assert all(one.text_content().strip() for one in page.iter("summary"))
    # Ink and ground are the reader's own: nothing to be too faint. The pictures' colours have their own test.
    style = "".join(one.text_content() for one in page.iter("style"))
    assert not re.search(r"(?<![-\w])(?:color|background(?:-color)?|opacity)\s*:", style)


def test_a_page_with_all_that_it_may_hold_reads_back_every_figure(suqian: Report, tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    old = replace(suqian, cells=dict.fromkeys(suqian.cells, 1), texts={})
    writer = HtmlWriter("gb18030", with_data=True, charts=pictures_of(suqian), published=old)
    path.write_bytes(checked_bytes(suqian, path, writers=[writer]))
    read = read_report(path)
    assert dict(read.cells) == dict(suqian.cells)
    assert dict(read.texts) == dict(suqian.texts)
