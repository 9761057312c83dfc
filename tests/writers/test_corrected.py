"""A corrected report on a web page: each corrected place with what stood there, told without colour."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from reportdesk.cli import main
from reportdesk.errors import FormError
from reportdesk.export import checked_bytes
from reportdesk.form.loader import load_edition
from reportdesk.readers import read_report
from reportdesk.report.compare import compare
from reportdesk.report.edit import enter
from reportdesk.report.model import Report
from reportdesk.writers import render
from reportdesk.writers.context import MarkedPiece
from reportdesk.writers.corrected import pieces_of
from reportdesk.writers.html import HtmlWriter
from tests.checks.reports import correct_report

GRANTED = "requests.granted.business"
TEXT = "第一段没有动。\n本年度共收到申请12件，已全部按时答复。\n第三段也没有动。"


def published() -> Report:
    return replace(correct_report(), texts={"overview": TEXT, "other": "要删去的一段。"})


def corrected() -> Report:
    report = enter(published(), {GRANTED: 77}).apply(published())
    texts = {"overview": TEXT.replace("12件", "13件"), "problems": "新写的一段。"}
    return replace(report, texts=texts, signature_date="2025-02-01")


def page_of(report: Report, old: Report | None) -> Any:
    return html.document_fromstring(HtmlWriter(published=old).render(report))


def test_each_place_shows_what_stood_there_and_what_stands_now() -> None:
    page = page_of(corrected(), published())
    marks = {(one.tag, one.text) for one in page.iter("del", "ins")}
    assert {
        ("del", "12"),
        ("ins", "13"),
        ("ins", "77"),
        ("ins", "新写的一段。"),
        ("del", "要删去的一段。"),
    } <= marks
    assert ("ins", "2025年2月1日") in marks
    cell = next(one for one in page.iter("td") if one.findtext("ins") == "77")
    assert cell.find("del") is not None
    assert len(page.findall(".//aside")) == 1
    count = sum(1 for _ in page.iter("ins")) + sum(
        p.find("ins") is None for p in page.iter("p") if p.find("del") is not None
    )
    assert f"共更正 {count} 处" in page.find(".//aside").text_content()


def test_a_total_that_follows_is_marked_too() -> None:
    page = page_of(corrected(), published())
    differences = [one for one in compare(published(), corrected()) if one.kind == "cell"]
    assert len(differences) > 1
    assert len(page.findall(".//td/ins")) == len(differences)


def test_the_marked_page_reads_back_as_the_corrected_report(tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    path.write_bytes(checked_bytes(corrected(), path, writers=[HtmlWriter(published=published())]))
    read = read_report(path)
    assert compare(corrected(), read) == ()
    assert dict(read.texts) == dict(corrected().texts)
    assert dict(read.cells) == dict(corrected().cells)


def test_what_was_blank_and_what_is_blank_now_is_said() -> None:
    cells = {key: value for key, value in correct_report().cells.items() if key != GRANTED}
    blank, full = replace(correct_report(), cells=cells), correct_report()
    filled = page_of(full, blank)
    assert "空白" in {one.text for one in filled.iter("del")}
    emptied = next(one for one in page_of(blank, full).iter("td") if one.find("del") is not None)
    assert emptied.find("ins") is None


def test_a_page_without_corrections_is_as_it_was() -> None:
    assert HtmlWriter(published=published()).render(published()) == HtmlWriter().render(published())
    assert b"<ins" not in HtmlWriter().render(corrected())


def test_a_report_on_another_form_cannot_be_marked() -> None:
    with pytest.raises(FormError, match="表格不同"):
        HtmlWriter(published=Report(load_edition("2019"))).render(correct_report())


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("收到12件。", "收到13件。", [("same", "收到"), ("was", "12"), ("new", "13"), ("same", "件。")]),
        ("12.5万元", "12.75万元", [("was", "12.5"), ("new", "12.75"), ("same", "万元")]),
        ("甲乙", "甲乙丙", [("same", "甲乙"), ("new", "丙")]),
        ("甲乙丙", "甲乙", [("same", "甲乙"), ("was", "丙")]),
    ],
)
def test_a_figure_is_marked_whole(before: str, after: str, pieces: list[tuple[str, str]]) -> None:
    assert list(pieces_of(before, after)) == [MarkedPiece(*one) for one in pieces]
    assert "".join(p.text for p in pieces_of(before, after) if p.kind != "was") == after
    assert "".join(p.text for p in pieces_of(before, after) if p.kind != "new") == before


def test_paragraphs_keep_their_order_whatever_came_and_went() -> None:
    old = replace(correct_report(), texts={"overview": "甲段在此。\n\n乙段在此。\n丙段完全不同的话。"})
    new = replace(
        correct_report(), texts={"overview": "零段新来的文字。\n甲段在此。\n\n乙段改在此。\n尾段也是新来的。"}
    )
    page = page_of(new, old)
    for gone in list(page.iter("del")):
        gone.drop_tree()
    heading = next(one for one in page.iter("h2"))
    found = []
    for one in heading.itersiblings():
        if one.tag == "h2":
            break
        found.append(one.text_content())
    assert [text for text in found if text] == [line for line in new.texts["overview"].split("\n") if line]


def test_the_call_marks_a_page_and_refuses_other_kinds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, out = tmp_path / "旧.rdesk", tmp_path / "新.rdesk", tmp_path / "页.html"
    old.write_bytes(render(published(), ".rdesk"))
    new.write_bytes(render(corrected(), ".rdesk"))
    assert main(["convert", str(new), str(out), "--corrected-from", str(old)]) == 0
    assert "<ins>77</ins>" in out.read_text(encoding="utf-8")
    assert main(["convert", str(new), str(tmp_path / "a.docx"), "--corrected-from", str(old)]) == 2
    assert "--corrected-from 只用于 .html" in capsys.readouterr().err


def test_a_strange_pages_deletions_are_read_as_before(tmp_path: Path) -> None:
    """A page of ours leaves out what was struck; of a strange page it is still told to the clerk."""
    path = tmp_path / "外.html"
    data = HtmlWriter().render(correct_report()).decode().replace("<main>", "<main><nav></nav>")
    number = str(correct_report().cells[GRANTED])
    path.write_text(data.replace(f"<td>{number}</td>", f"<td><del>9</del>{number}</td>", 1), encoding="utf-8")
    assert any("9" in note.message or note.cells for note in read_report(path).notes)
