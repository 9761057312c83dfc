"""What the pages point to exists, and what they show as commands does too."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
#: A module or page by its path in the project, or a module by its path in the package.
NAMED = re.compile(r"(?<![\w/.<-])(?:[a-z_]+/)+\w+\.(?:py|md|ui)\b")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    broken = [to for to in targets if "://" not in to and not (page.parent / to).exists()]
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_module_and_page_that_is_named_by_its_path_is_there(page: Path) -> None:
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    roots = (ROOT, ROOT / "src" / "reportdesk", page.parent)
    assert [path for path in named if not any((root / path).exists() for root in roots)] == []


def test_the_page_of_rooms_names_every_package_and_every_room_of_the_window() -> None:
    page, source = (
        (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"),
        ROOT / "src" / "reportdesk",
    )
    parts = {path.stem for path in source.iterdir() if not path.stem.startswith("__")}
    rooms = {path.parent.name for path in (source / "gui").rglob("__init__.py")} - {"gui"}
    assert {name for name in parts if f"`{name}`" not in page and f"`{name}/`" not in page} == set()
    assert {name for name in rooms if f"{name}/" not in page and f"\n{name} " not in page} == set()


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_a_readme_shows_the_two_commands_and_the_window(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    for needed in ("python3 dev.py run", "python3 dev.py test", "docs/window.png"):
        assert needed in text


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_a_readme_names_every_dependency(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("dependencies = [")[2]
    names = re.findall(r'^  "([A-Za-z0-9-]+)', declared.partition("\n]")[0], re.MULTILINE)
    assert "docxtpl" in names
    assert [name for name in names if name not in text] == []


def test_the_ci_calls_the_test_command_of_the_readme() -> None:
    called = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 dev.py test" in called


def test_the_index_names_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert [page for page in sorted(pages) if f"({page})" not in index] == []
