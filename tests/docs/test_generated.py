"""The generated pages are what the forms and rules of today give."""

from pathlib import Path

import pytest

from docs.generate import pages
from reportdesk.form.families import editions_of
from reportdesk.form.loader import load_edition

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["cells.md", "checks.md", "manual/keys.md"])
def test_a_generated_page_is_up_to_date(name: str) -> None:
    committed = (DOCS / name).read_text(encoding="utf-8")
    assert committed == pages()[name], "run: .venv/bin/python docs/generate.py"


def test_every_cell_and_check_of_every_edition_is_listed() -> None:
    cells, checks = pages()["cells.md"], pages()["checks.md"]
    for edition in editions_of():
        form = load_edition(edition.name)
        assert all(f"| `{key}` |" in cells for key in form.cells)
        assert all(f"| `{check.code}` |" in checks for check in form.checks.all)
