"""A paper in the looks of an office's own layout has nothing of whoever drew that."""

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn

from reportdesk.form.loader import load_edition
from reportdesk.inspection import traces_of
from reportdesk.papers.loose_paper import LoosePaper
from reportdesk.readers.protocol import Source
from reportdesk.writers.layouts.layout_file import layout_file


def test_a_paper_holds_nothing_of_its_layout_but_the_looks(tmp_path: Path) -> None:
    form = load_edition("2021")
    document = docx.Document(str(layout_file(form, "report.docx")))
    document.core_properties.keywords = "绘图人"
    document.paragraphs[0]._p.set(qn("w:rsidR"), "00AB12CD")
    document.styles["Normal"].element.set(qn("w:rsid"), "00AB12CD")
    document.save(str(tmp_path / "report.docx"))
    paper = LoosePaper(replace(form, folder=tmp_path), "核验单", "云溪县档案局")
    paper.line("一行")
    paper.table([("项目", "数"), ("甲", "1")], (1, 1))
    data = paper.saved()
    assert {trace.kind for trace in traces_of(Source(tmp_path / "核验单.docx", data))} <= {"author"}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert not any(b"00AB12CD" in archive.read(name) for name in archive.namelist())
    assert [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs] == ["一行"]
