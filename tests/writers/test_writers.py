"""The tuple of writers: found by suffix, costing nothing until one writes."""

import subprocess
import sys

import pytest

from reportdesk.errors import FileError
from reportdesk.project.format.project_bytes import decode_project
from reportdesk.project.format.report_json import decode_report
from reportdesk.report.model import Report
from reportdesk.writers import WRITERS, render


def test_suffixes() -> None:
    assert [writer.suffix for writer in WRITERS] == [".docx", ".xlsx", ".html", ".pdf", ".rdesk", ".json"]


def test_a_suffix_may_be_in_capitals(mancheng: Report) -> None:
    assert render(mancheng, ".HTML") == render(mancheng, ".html")


@pytest.mark.parametrize("suffix", ["", ".doc", "docx"])
def test_an_unknown_suffix_is_refused_with_what_there_is(mancheng: Report, suffix: str) -> None:
    with pytest.raises(FileError, match=r"可以写的有：\.docx、\.xlsx"):
        render(mancheng, suffix)


def test_our_own_kinds_read_back_alike(suqian: Report) -> None:
    for back in (
        decode_project(render(suqian, ".rdesk"), "x").report,
        decode_report(render(suqian, ".json"), "x"),
    ):
        assert back.cells == suqian.cells
        assert back.texts == suqian.texts
        assert back.printed_title == suqian.printed_title


def test_importing_costs_no_library() -> None:
    script = (
        "import sys, reportdesk.writers;"
        "print(sorted({'docx', 'docxtpl', 'jinja2', 'lxml', 'openpyxl', 'markupsafe'} & set(sys.modules)))"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout.strip() == "[]"
