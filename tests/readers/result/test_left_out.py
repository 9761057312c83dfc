"""Every word and every table of a file is read, kept as words, or named in a note."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from reportdesk.errors import FileError
from reportdesk.form.loader import load_edition
from reportdesk.readers import read_file, read_report
from reportdesk.report.model import Report
from reportdesk.writers import render
from tests.readers.copying import copied, with_bars
from tests.readers.paper import Grid, Paper, Printed, paper
from tests.readers.printing import paragraph, to_web, to_word, word, word_blocks

FORM = load_edition("2021")
SYMBOL = "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>"


def read(made: Paper, folder: Path, *, web: bool = False) -> Report:
    path = folder / ("年报.html" if web else "年报.docx")
    path.write_bytes(to_web(made) if web else to_word(made))
    return read_report(path)


def read_word(body: str, folder: Path) -> Report:
    path = folder / "年报.docx"
    path.write_bytes(word(body))
    return read_report(path)


def messages(report: Report, code: str) -> list[str]:
    return [note.message for note in report.notes if note.code == code]


def own_file(folder: Path) -> Path:
    report = Report(FORM, organ="云溪县档案局", year=2024, texts={"overview": "第一段。\n第二段。"})
    path = folder / "年报.docx"
    path.write_bytes(render(report, ".docx"))
    return path


def test_words_above_the_title_are_named(tmp_path: Path) -> None:
    made = paper()
    made.blocks.insert(0, ("text", "内部资料 注意保存"))
    report = read(made, tmp_path)
    assert "内部资料 注意保存" in messages(report, "read.clutter")[0]
    assert report.texts["intro"] == made.texts["intro"][0]


def test_a_paragraph_said_twice_stays_twice(tmp_path: Path) -> None:
    made = paper()
    place = made.blocks.index(("text", "全年收到申请若干件，均按时答复。"))
    made.blocks.insert(place, made.blocks[place])
    assert read(made, tmp_path).texts["overview"].count("全年收到申请若干件，均按时答复。") == 2


def test_a_table_of_contents_is_no_introduction(tmp_path: Path) -> None:
    made = paper()
    headings = [one for one in made.blocks if not isinstance(one, Grid) and one[0] == "heading"]
    made.blocks[2:2] = [("text", text) for _, text in headings]
    assert read(made, tmp_path).texts["intro"] == made.texts["intro"][0]


def test_a_table_added_to_a_file_of_ours_comes_back_as_words(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    document = docx.Document(str(path))
    paragraph_ = next(one for one in document.paragraphs if one.text == "第一段。")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "工作动态", "52"
    paragraph_._p.addnext(table._tbl)
    document.save(str(path))
    reading = read_file(path)
    assert not reading.is_whole
    assert reading.report.texts["overview"] == "第一段。\n工作动态\t52\n第二段。"


def test_words_added_above_the_title_of_a_file_of_ours_are_named(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    document = docx.Document(str(path))
    document.paragraphs[0].insert_paragraph_before("内部资料").style = document.styles["Normal"]
    document.save(str(path))
    reading = read_file(path)
    assert not reading.is_whole
    assert "内部资料" in messages(reading.report, "read.clutter")[0]


def test_two_figures_for_one_cell_leave_it_blank(tmp_path: Path) -> None:
    made = paper()
    grid = made.grid("requests")
    row = next(row for row in grid.rows if any(cell.text == "（一）予以公开" for cell in row))
    second = [Printed(cell.text if not cell.key else str(int(cell.text) + 1)) for cell in row]
    grid.rows.insert(grid.rows.index(row) + 1, second[1:])
    grid.rows[5][0].rows += 1
    report = read(made, tmp_path)
    assert "requests.granted.business" not in report.cells
    assert any("requests.granted.business" in note.cells for note in report.notes)


def test_a_picture_in_the_place_of_a_table_is_named_for_its_section(tmp_path: Path) -> None:
    made = paper()
    made.blocks[made.at(made.grid("requests"))] = ("text", "PICTURE")
    path = tmp_path / "年报.html"
    path.write_bytes(to_web(made).replace("　　PICTURE".encode(), b'<img src="t3.png">'))
    report = read_report(path)
    notes = [note for note in report.notes if note.code == "read.picture"]
    assert [note.section for note in notes] == ["requests"]
    assert report.cells["disclosure.licensing.decisions"] == made.expected["disclosure.licensing.decisions"]


@pytest.mark.parametrize(
    ("signer", "says"),
    [
        ("云溪县档案馆", ["落款是“云溪县档案馆”，标题里是“云溪县档案局”，两处不同，请核对"]),
        ("云溪县档案局办公室", []),
        ("云溪县档案局", []),
    ],
)
def test_a_signer_that_is_another_organ_is_named(signer: str, says: list[str], tmp_path: Path) -> None:
    made = paper()
    made.blocks[-2] = ("signature", signer)
    assert messages(read(made, tmp_path), "read.signature") == says


def test_an_organ_taken_from_the_signature_is_said(tmp_path: Path) -> None:
    made = paper()
    made.blocks[:2] = [("title", "2023年政府信息公开工作年度报告")]
    report = read(made, tmp_path)
    assert report.organ == "云溪县档案局"
    assert messages(report, "read.title") == ["标题里没有机关名称，按落款填为“云溪县档案局”，请核对"]


def test_a_symbol_that_no_character_stands_for_is_named(tmp_path: Path) -> None:
    body = word_blocks(paper()).replace("<w:p><w:r>", f"<w:p>{SYMBOL}<w:r>", 1)
    report = read_word(body, tmp_path)
    assert any("符号字体" in message for message in messages(report, "read.dropped"))
    assert "\ufffd" not in report.organ


def test_a_symbol_beside_a_figure_is_no_digit(tmp_path: Path) -> None:
    body = word_blocks(paper()).replace(
        "<w:r><w:t xml:space='preserve'>15</w:t></w:r>",
        f"<w:r><w:t xml:space='preserve'>15</w:t></w:r>{SYMBOL}",
    )
    report = read_word(body, tmp_path)
    assert messages(report, "read.mark")


def test_footnotes_are_named(tmp_path: Path) -> None:
    note = "<w:p><w:r><w:t>全年公开</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    report = read_word(word_blocks(paper()) + note, tmp_path)
    assert any("脚注" in message for message in messages(report, "read.dropped"))


def test_struck_out_words_are_named(tmp_path: Path) -> None:
    struck = (
        "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>删去的话</w:t></w:r><w:r><w:t>留下的话。</w:t></w:r></w:p>"
    )
    report = read_word(word_blocks(paper()) + paragraph("无。") + struck, tmp_path)
    assert messages(report, "read.struck") == ["划掉的文字没有读入：“删去的话”"]
    assert all("删去" not in text for text in report.texts.values())


def test_blank_tables_in_lines_are_no_words(tmp_path: Path) -> None:
    made = paper()
    for grid in made.grids():
        for cell in grid.cells():
            cell.text = "" if cell.key else cell.text
    lines = copied(made, lambda grid: "\n\n".join(cell.text for cell in grid.cells() if cell.text))
    path = tmp_path / "年报.txt"
    path.write_text(lines, "utf-8")
    report = read_report(path)
    assert not report.cells
    assert set(report.texts) == {"intro", "overview", "problems", "other"}


def test_a_full_table_with_bars_has_no_false_note(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_text(copied(paper(), with_bars), "utf-8")
    assert read_report(path).notes == ()


def test_a_page_with_nothing_but_an_attachment_says_so(tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    title = "<h1>云溪县档案局2024年政府信息公开工作年度报告</h1>"
    path.write_text(f"{title}<p>附件：<a href='1.pdf'>年度报告.pdf</a></p>", "utf-8")
    with pytest.raises(FileError, match="附件"):
        read_report(path)
