"""The judges of written files do judge: they let a sound file pass and find a fault in another."""

import zipfile

import docx
import openpyxl


def test_the_validator_passes_a_sound_document(ooxml_validator, tmp_path):
    document = docx.Document()
    document.add_paragraph("云溪县档案局")
    document.save(tmp_path / "年度 报告.docx")
    assert ooxml_validator(tmp_path / "年度 报告.docx") == []


def test_the_validator_finds_what_the_schema_forbids(ooxml_validator, tmp_path):
    openpyxl.Workbook().save(tmp_path / "plain.xlsx")
    (error,) = ooxml_validator(tmp_path / "plain.xlsx")
    assert "unexpected child element" in error


def test_the_validator_finds_a_file_that_is_no_package(ooxml_validator, tmp_path):
    (tmp_path / "words.docx").write_text("云溪县档案局")
    assert ooxml_validator(tmp_path / "words.docx")


def test_libreoffice_reads_what_it_is_given(soffice, tmp_path):
    document = docx.Document()
    document.add_paragraph("云溪县档案局")
    document.save(tmp_path / "年度 报告.docx")
    assert soffice(tmp_path / "年度 报告.docx").read_bytes().startswith(b"%PDF-")
    with zipfile.ZipFile(soffice(tmp_path / "年度 报告.docx", ".odt")) as package:
        assert "云溪县档案局" in package.read("content.xml").decode()
