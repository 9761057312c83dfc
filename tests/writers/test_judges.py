"""Others must open it: Microsoft's Open XML SDK finds nothing wrong, LibreOffice sets every word."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reportdesk.form.model import INTRO
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from reportdesk.writers import render

HOSTILE = "{{7*7}}\n\n<w:p>\tA & B  \n=1+1\n（一）甲。乙\n😀𠮷\n" + "字" * 5000


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_the_sdk_finds_nothing_wrong(
    suffix: str, suqian: Report, tiny: Report, ooxml_validator: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    hostile = replace(
        suqian,
        texts={INTRO: HOSTILE, "overview": HOSTILE, "disputes": HOSTILE},
        stated={"requests.received.total": 1},
        signature_date="2024-01-08",
    )
    for name, report in {
        "real": suqian,
        "hostile": hostile,
        "blank": Report(suqian.form),
        "tiny": tiny,
    }.items():
        path = tmp_path / f"{name}{suffix}"
        path.write_bytes(render(report, suffix))
        assert ooxml_validator(path) == []


def test_libreoffice_sets_each_table_on_one_page(
    mancheng: Report, soffice: Callable[..., Path], tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(render(replace(mancheng, signature_date="2024-01-08"), ".docx"))
    pages = pages_of(soffice(path))
    for first, last in (
        ("第二十条第（一）项", "行政事业性收费"),
        ("申请人情况", "四、结转下年度"),
        ("未经复议", "复议后起诉"),
    ):
        assert [first in page and last in page for page in pages].count(True) == 1
    for number, page in enumerate(pages, start=1):
        assert "".join(page.split()).endswith(f"—{number}—")
    everything = "".join("".join(pages).split())
    for section in mancheng.form.sections:
        assert section.heading in everything
        assert "".join(mancheng.texts.get(section.key, "").split())[:10] in everything
    assert "2024年1月8日" in "".join(pages[-1].split())


def test_a_spreadsheet_program_adds_up_as_we_do(
    suqian: Report, soffice: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "report.xlsx"
    path.write_bytes(render(suqian, ".xlsx"))
    sheet = load_workbook(soffice(path, ".xlsx"), data_only=True)["表三"]
    values = figures(suqian)
    found = [sheet.cell(row, column).value for row in range(5, 30) for column in range(4, 11)]
    assert found == [values[cell.key] for cell in suqian.form.cells_of("requests")]


def pages_of(pdf: Path) -> list[str]:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not here")
    said = subprocess.run(
        [program, "-layout", pdf, "-"], capture_output=True, text=True, check=True, timeout=60
    )
    return said.stdout.split("\f")[:-1]
