"""A block copied with its labels lands where they say, or nothing is written and the reason told."""

from html.parser import HTMLParser
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from reportdesk.gui.grid import PasteOutcome
from reportdesk.gui.grid.pasting.clipboard import write_block
from reportdesk.writers import render

HEADS = [
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况",
    "自然人\t法人或其他组织\t总计",
    "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他",
]
RECEIVED = "一、本年新收政府信息公开申请数量\t31\t2\t0\t0\t0\t0\t33"
CARRIED = "二、上年结转政府信息公开申请数量\t4\t0\t0\t0\t0\t0\t4"
GRANTED = "三、本年度办理结果\t（一）予以公开\t20\t1\t0\t0\t0\t0\t21"
PARTLY = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t5\t0\t0\t0\t0\t0\t5"
TABLES = ["disclosure", "requests", "disputes"]
WANTED = {
    "requests.received.natural_person": 31,
    "requests.received.business": 2,
    "requests.carried_in.natural_person": 4,
    "requests.granted.natural_person": 20,
    "requests.granted.business": 1,
    "requests.partially_granted.natural_person": 5,
}


@pytest.fixture
def paste(qtbot):
    def paste_from(view, text: str, html: str = "") -> PasteOutcome:
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        with qtbot.waitSignal(view.pasted) as signal:
            view.cells.paste()
        return signal.args[0]

    return paste_from


def filled(view) -> dict[str, int]:
    return {key: figure for key, figure in view.document.report.cells.items() if figure}


@pytest.mark.parametrize(
    "start", ["requests.received.natural_person", "requests.denied_state_secret.research"]
)
def test_a_table_of_a_page_lands_by_its_labels_wherever_one_stands(show, paste, start):
    view = show()
    view.go_to(f"requests.{start}")
    outcome = paste(view, "\n".join((*HEADS, RECEIVED, CARRIED, GRANTED, PARTLY)))
    assert filled(view) == WANTED
    assert outcome.by_labels
    assert "按标签" in outcome.summary
    assert not outcome.refused
    assert len(view.document.history.done) == 1


@pytest.mark.parametrize("rows", [[RECEIVED], [RECEIVED, CARRIED], [GRANTED], [PARTLY, CARRIED]])
def test_a_few_rows_with_their_labels_land_by_them(show, paste, rows):
    view = show()
    view.go_to("requests.unavailable_not_held.other")
    paste(view, "\n".join(rows))
    keys = {row.split("\t")[-8]: row for row in rows}
    assert len(keys) == len(rows)
    figures_of = {key: figure for key, figure in WANTED.items() if filled(view).get(key)}
    assert filled(view) == figures_of
    assert figures_of


def test_columns_are_known_by_their_heads_too(show, paste):
    view = show()
    paste(view, "\t商业企业\t自然人\n一、本年新收政府信息公开申请数量\t2\t31")
    assert filled(view) == {"requests.received.natural_person": 31, "requests.received.business": 2}


def test_where_columns_are_unclear_nothing_is_written_and_that_is_told(show, paste):
    view = show(cells={"requests.received.natural_person": 9})
    outcome = paste(view, "一、本年新收政府信息公开申请数量\t31\t2")
    assert filled(view) == {"requests.received.natural_person": 9}
    assert not view.document.history.done
    assert outcome.summary.startswith("没有粘贴：")
    assert "分不清" in outcome.summary


@pytest.mark.parametrize("text", ["某局收件\t31\t2\n某局办结\t5\t6", "栏目甲\t栏目乙\n31\t2"])
def test_labels_that_nobody_knows_keep_all_as_it_is(show, paste, text):
    view = show()
    outcome = paste(view, text)
    assert not view.document.report.cells
    assert "只复制数字" in outcome.summary


def test_the_table_of_another_page_is_not_written_here(show, paste):
    view = show()
    outcome = paste(view, "行政许可\t55\n行政处罚\t6")
    assert not view.document.report.cells
    assert "那一页" in outcome.summary


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("with_page", [True, False])
def test_our_own_pages_come_back_whole(show, paste, sample, table, with_page):
    html = render(sample.report, ".html").decode()
    lines = tables_of(html)[TABLES.index(table)]
    view = show(table)
    paste(view, write_block(lines), html if with_page else "")
    keys = [cell.key for cell in sample.form.cells_of(table) if not cell.is_derived]
    wanted = {key: sample.figures[key] for key in keys if sample.figures[key] is not None}
    assert dict(view.document.report.cells) == wanted


@pytest.mark.parametrize("table", TABLES)
def test_our_own_workbook_comes_back_whole_and_nowhere_else(show, paste, sample, table):
    book = load_workbook(BytesIO(render(sample.report, ".xlsx")))
    for number, title in enumerate(("表二", "表三", "表四")):
        rows = [
            ["" if said is None else "0" if str(said).startswith("=") else str(said) for said in row]
            for row in book[title].iter_rows(values_only=True)
        ]
        view = show(table)
        outcome = paste(view, write_block(rows))
        keys = [cell.key for cell in sample.form.cells_of(table) if not cell.is_derived]
        wanted = {key: sample.figures[key] for key in keys if TABLES[number] == table}
        assert dict(view.document.report.cells) == wanted
        assert wanted or "那一页" in outcome.summary


def tables_of(html: str) -> list[list[list[str]]]:
    """Returns the tables of a page as a browser copies them in plain text: merged cells once, no blanks."""
    reader = _Tables()
    reader.feed(html)
    return reader.tables


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.is_in_cell = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][-1].append("")
            self.is_in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self.is_in_cell = self.is_in_cell and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        if self.is_in_cell:
            self.tables[-1][-1][-1] += data.strip()
