"""The reports that the writers' tests write: a published one, a city's real figures, and another shape."""

import shutil
from pathlib import Path

import pytest

from reportdesk.form.loader import load_edition, load_form
from reportdesk.form.model import Form
from reportdesk.project.format.report_json import decode_report
from reportdesk.report.model import Report
from reportdesk.resources import templates_root

DATA = Path(__file__).resolve().parent.parent / "data"


def read(name: str) -> Report:
    return decode_report((DATA / name).read_bytes(), name)


@pytest.fixture(scope="session")
def form() -> Form:
    return load_edition("2021")


@pytest.fixture(scope="session")
def mancheng() -> Report:
    return read("mancheng-2023.json")


@pytest.fixture(scope="session")
def suqian() -> Report:
    return read("suqian-2023.json")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A report of another shape, with the shipped layouts in the folder that its family shares."""
    root = tmp_path_factory.mktemp("templates")
    shutil.copytree(templates_root() / "disclosure", root / "reading-room")
    form = load_form(Path(shutil.copytree(DATA / "tiny-form", root / "tiny-form")))
    cells = {cell.key: number for number, cell in enumerate(form.entered, start=1)}
    return Report(form, organ="云溪县图书馆", year=2023, cells=cells, texts={"summary": "全年开放。"})
