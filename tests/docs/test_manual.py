"""The manual says what the screen says: every name and key that it quotes is there, every link leads on."""

import ast
import re
import struct
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from reportdesk.form.families import editions_of
from reportdesk.form.loader import load_edition
from reportdesk.gui.help.pages import INDEX, read_manual
from reportdesk.gui.qt.keyboard.keys import KEYS
from reportdesk.resources import manual_root

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "manual"
PAGES = sorted(MANUAL.glob("*.md"))
MENUS = ("文件", "编辑", "插入", "检查", "查看", "帮助")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#([^)\s]*))?\)")
PATH = re.compile(rf"(?:{'|'.join(MENUS)})(?:”?菜单)? › [^，。、；：」”]+")
KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Za-z]+\d*|\d|[-+=←→↑↓]|回车)|(?<![A-Za-z\d])F\d{1,2}(?!\d)")
MOST_BYTES, MOST_PICTURES = 60_000, 12

by_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def plain(words: str) -> str:
    """A name as a clerk reads it: without its letter for Alt and the dots of what asks first."""
    return re.sub(r"[(（]?&amp;[A-Z][)）]?|\(&[A-Z]\)", "", words).rstrip("…").strip()


@cache
def form_of_window() -> ET.Element:
    return ET.parse(ROOT / "ui" / "main_window.ui").getroot()


@cache
def menu_paths() -> frozenset[str]:
    """Every way through the menus: `文件 › 导出 › 图解`."""
    root = form_of_window()
    texts = {
        action.get("name"): plain(action.findtext("property[@name='text']/string") or "")
        for action in root.iter("action")
    }
    menus = {menu.get("name"): menu for menu in root.iter("widget") if menu.get("class") == "QMenu"}
    titles = {
        name: plain(menu.findtext("property[@name='title']/string") or "") for name, menu in menus.items()
    }

    def below(name: str | None, way: str) -> list[str]:
        found = []
        for entry in menus[name].findall("addaction"):
            child = entry.get("name")
            label = titles.get(child) or texts.get(child)
            if label:
                found.append(f"{way} › {label}")
                found += below(child, f"{way} › {label}") if child in menus else []
        return found

    tops = [name for name, title in titles.items() if title in MENUS]
    return frozenset(way for name in tops for way in below(name, titles[name]))


@cache
def names_on_screen() -> frozenset[str]:
    """Whatever is written on the screen: drawn forms, literals of the window, the form's own labels."""
    names = {plain(text.text or "") for ui in (ROOT / "ui").glob("*.ui") for text in tree(ui).iter("string")}
    for source in (ROOT / "src" / "reportdesk").rglob("*.py"):
        if source.parent.name != "forms":
            for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 40:
                    names.add(plain(node.value))
    for edition in editions_of():
        form = load_edition(edition.name)
        names |= {label for cell in form.cells.values() for label in (*cell.row_labels, *cell.column_labels)}
    return frozenset(names)


@cache
def tree(path: Path) -> ET.Element:
    return ET.parse(path).getroot()


@cache
def keys() -> frozenset[str]:
    """The keys of all windows: from the list of keys, from the drawn forms, and the manual's own."""
    texts = [key.all_shown for key in KEYS] + [key.words for key in KEYS]
    texts += [text.text or "" for ui in (ROOT / "ui").glob("*.ui") for text in tree(ui).iter("string")]
    found = {key for words in texts for key in KEY.findall(words)}
    return frozenset(found)


def test_the_window_shows_the_manual_of_the_project() -> None:
    assert manual_root() == MANUAL


def test_every_page_is_reached_from_the_index() -> None:
    assert {page.name for page in read_manual()} == {page.stem for page in PAGES}
    assert read_manual()[0].name == INDEX


def test_every_page_has_a_heading_of_its_own() -> None:
    titles = [page.title for page in read_manual()]
    assert len(set(titles)) == len(PAGES)
    assert not {page.stem for page in PAGES} & set(titles)


@by_page
def test_every_link_stays_in_the_manual_and_leads_somewhere(page: Path) -> None:
    for target, heading in LINK.findall(page.read_text(encoding="utf-8")):
        assert "/" not in target, "the manual is read where nothing else of the project is"
        assert (MANUAL / target).is_file(), target
        if heading:
            assert re.search(
                rf"^#+ {re.escape(heading)}$", (MANUAL / target).read_text("utf-8"), re.MULTILINE
            )


@by_page
def test_every_menu_entry_is_in_the_menus(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    quoted = [name for name in re.findall(r"「([^」]+)」", text) if PATH.match(name)]
    assert [name for name in quoted if plain(name) not in menu_paths()] == []
    others = [re.sub(r"”?菜单", "", way) for way in PATH.findall(re.sub(r"「[^」]+」", "", text))]
    assert [way for way in others if not is_way(way)] == []


def is_way(words: str) -> bool:
    """Whether words begin with a way through the menus that is as long as they say."""
    return any(words.startswith(way) and words.count("›") == way.count("›") for way in menu_paths())


@by_page
def test_every_name_in_corner_brackets_is_on_the_screen(page: Path) -> None:
    quoted = re.findall(r"「([^」]+)」", page.read_text(encoding="utf-8"))
    missing = [
        name
        for name in quoted
        if not PATH.match(name) and plain(name) not in names_on_screen() and plain(name) not in MENUS
    ]
    assert missing == []


@by_page
def test_every_key_is_one_of_the_program(page: Path) -> None:
    found = KEY.findall(page.read_text(encoding="utf-8"))
    assert [key for key in found if key not in keys()] == []


def test_the_names_and_keys_that_are_looked_for_are_found_at_all() -> None:
    assert "文件 › 导出 › 导出选项" in menu_paths()
    assert {"F1", "Ctrl+F1", "Ctrl+Shift+M", "Alt+Shift+回车", "Alt+="} <= keys()
    assert "没有这样的名字" not in names_on_screen()
    quoted = sum(len(re.findall("「", page.read_text(encoding="utf-8"))) for page in PAGES)
    assert quoted > 50


def test_pictures_are_few_small_and_all_shown() -> None:
    pictures = sorted(MANUAL.glob("*.png"))
    shown = {target for page in PAGES for target, _ in LINK.findall(page.read_text(encoding="utf-8"))}
    assert {picture.name for picture in pictures} <= shown
    assert len(pictures) <= MOST_PICTURES
    assert [picture.name for picture in pictures if picture.stat().st_size > MOST_BYTES] == []
    widths = [struct.unpack(">I", picture.read_bytes()[16:20])[0] for picture in pictures]
    assert max(widths) <= 1200


def test_the_wheel_takes_the_manual_along(tmp_path: Path) -> None:
    from hatchling.builders.wheel import WheelBuilder

    files = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    there = {f"reportdesk/manual/{path.name}" for path in (*PAGES, *MANUAL.glob("*.png"))}
    assert there <= {path.replace("\\", "/") for path in files}


def test_the_script_paints_what_the_manual_shows() -> None:
    painted = re.findall(r'yield "([a-z-]+)"', (ROOT / "docs" / "pictures.py").read_text(encoding="utf-8"))
    shown = {path.stem for path in MANUAL.glob("*.png")}
    assert set(painted) == shown
