"""The template is its keeper's: edited in Word, made again from text, its faults told plainly."""

import os
import runpy
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from reportdesk.errors import FormError
from reportdesk.form.model import Form
from reportdesk.report.model import Report
from reportdesk.resources import templates_root
from reportdesk.writers import render
from tests.writers.paper import word_paragraphs

SHIPPED = templates_root() / "disclosure" / "report.docx"
SCRIPT = Path(__file__).resolve().parents[3] / "packaging" / "report_docx.py"

Change = Callable[[bytes], bytes]


@pytest.fixture
def report(form: Form, tmp_path: Path) -> Report:
    """A report whose form has a Word template of its own."""
    shutil.copy(SHIPPED, tmp_path / "report.docx")
    return Report(replace(form, folder=tmp_path), organ="云溪县档案局", year=2023)


def change(report: Report, part: str, before: str, after: str) -> None:
    path = report.form.folder / "report.docx"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert before.encode() in parts[part]
    parts[part] = parts[part].replace(before.encode(), after.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))


def test_a_wrong_name_is_told_with_file_and_name(report: Report) -> None:
    change(report, "word/document.xml", "{{ signature_organ }}", "{{ signature_organs }}")
    with pytest.raises(FormError, match=r"report\.docx：Word 模板里用了不存在的名称“signature_organs”"):
        render(report, ".docx")


def test_a_wrong_part_of_a_name_too(report: Report) -> None:
    change(report, "word/document.xml", "{{ part.heading }}", "{{ part.headline }}")
    with pytest.raises(FormError, match="不存在的名称“headline”"):
        render(report, ".docx")


def test_a_loop_without_end_is_told(report: Report) -> None:
    change(report, "word/document.xml", "{%p endfor %}", "")
    with pytest.raises(FormError, match=r"report\.docx：Word 模板里的标记写得不对：“.+”没有结束（缺 end"):
        render(report, ".docx")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{% if organ %}{% endfor %}", "“endfor”不该在这里：“if”还没有结束（"),
        ("{% endfoo %}", "“endfoo”不该在这里：“if”还没有结束（"),
        ("{{ organ name }}", "该写“}}”的地方写了“name”（"),
        ("{{ organ is foo }}", "里的标记写得不对：没有判断“foo”（"),
        ("{{ organ ! }}", "不该有 '!'（"),
        ("{{ ) }}", "不该有“)”（"),
        ("{{ }}", "标记里缺了内容（"),
        ("{% set 1 = 2 %}", "这里不能用 set 改（"),
        ("{% raw %}", "写了开头，没有写完（"),
        ("{{ nothing }}", "里用了不存在的名称“nothing”"),
        ("{{ 1 // 0 }}", "里有一处算不出来（"),
    ],
)
def test_a_fault_is_told_in_chinese_with_the_words_near(report: Report, words: str, said: str) -> None:
    change(report, "word/document.xml", "{{ signature_organ }}", f"云溪{words}")
    with pytest.raises(FormError) as refused:
        render(report, ".docx")
    assert f"（在“云溪{words}" in refused.value.what
    assert said in refused.value.what


def test_a_fault_in_a_foot_is_told_so(report: Report) -> None:
    change(report, "word/footer1.xml", "</w:p>", "<w:r><w:t>页脚{{ nothing }}</w:t></w:r></w:p>")
    with pytest.raises(FormError, match=r"不存在的名称“nothing”（在页脚“.*页脚{{ nothing }}”一处）"):
        render(report, ".docx")


def test_a_template_runs_no_python_of_its_own(report: Report) -> None:
    reach = "{{ parts.__class__.__mro__[1].__subclasses__() }}"
    change(report, "word/document.xml", "{{ signature_organ }}", reach)
    with pytest.raises(FormError, match="不允许"):
        render(report, ".docx")


def test_a_missing_style_is_named(report: Report) -> None:
    change(report, "word/styles.xml", 'w:val="报告表格"', 'w:val="别的表格"')
    with pytest.raises(FormError, match="没有样式“报告表格”"):
        render(report, ".docx")


def test_a_table_s_own_style_goes_before_the_common_one(report: Report) -> None:
    change(report, "word/styles.xml", 'w:val="表三数字"', 'w:val="不用了"')
    tables = Document(BytesIO(render(report, ".docx"))).tables
    styles = [table._tbl.tr_lst[-1].tc_lst[-1].p_lst[0].style for table in tables]
    assert styles == ["TableFigure", "TableFigure", "DisputesFigure"]


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_another_file_is_no_template(report: Report, data: bytes) -> None:
    (report.form.folder / "report.docx").write_bytes(data)
    with pytest.raises(FormError, match=r"report\.docx：不是可用的 Word 文件"):
        render(report, ".docx")


def test_an_edited_template_counts_at_once(report: Report) -> None:
    assert "附言" not in word_paragraphs(render(report, ".docx"))
    change(report, "word/document.xml", "{{ part.heading }}", "{{ part.heading }}附言")
    assert "一、总体情况附言" in word_paragraphs(render(report, ".docx"))


def test_traces_of_whoever_edited_it_stay_out(report: Report) -> None:
    change(
        report,
        "docProps/core.xml",
        "</cp:coreProperties>",
        "<cp:lastModifiedBy>某人</cp:lastModifiedBy></cp:coreProperties>",
    )
    written = Document(BytesIO(render(report, ".docx")))
    assert not written.core_properties.last_modified_by


def test_the_page_of_the_template_sets_the_width_of_the_tables(report: Report) -> None:
    change(report, "word/document.xml", 'w:left="1587"', 'w:left="587"')
    for table in Document(BytesIO(render(report, ".docx"))).tables:
        assert sum(column.width for column in table.columns) // 635 == 9845


def test_an_edition_without_a_layout_uses_that_of_its_family(tiny: Report) -> None:
    assert not (tiny.form.folder / "report.docx").exists()
    assert "一、概况" in word_paragraphs(render(tiny, ".docx"))


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_a_form_without_any_layout_is_refused_with_both_folders(
    form: Form, suffix: str, tmp_path: Path
) -> None:
    bare = replace(form, folder=tmp_path / "other", family="reading-room", edition="other")
    with pytest.raises(FormError, match=rf"other.*没有版式 report\{suffix}.*reading-room"):
        render(Report(bare, organ="云溪县档案局", year=2023), suffix)


def test_the_template_is_made_again_from_its_parts(tmp_path: Path) -> None:
    script = runpy.run_path(str(SCRIPT))
    script["pack"](template=tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == SHIPPED.read_bytes()


def test_an_edited_template_comes_back_as_parts(tmp_path: Path) -> None:
    script = runpy.run_path(str(SCRIPT))
    document = Document(str(SHIPPED))
    document.core_properties.title = "改过的模板"
    document.save(str(tmp_path / "edited.docx"))
    script["unpack"](tmp_path / "edited.docx", tmp_path / "parts")
    script["pack"](tmp_path / "parts", tmp_path / "packed.docx")
    assert Document(str(tmp_path / "packed.docx")).core_properties.title == "改过的模板"
    assert (tmp_path / "parts" / "word" / "styles.xml").read_text(encoding="utf-8").count("\n") > 100
