"""Which files of wheels go into a program, and that all modules of Qt that the program imports do."""

import re
import zipfile
from pathlib import Path

import pytest

from common.paths import PACKAGING, ROOT
from common.wheels import Contents, unmatched, unpack_wheels

RULES = {name: Contents.read(PACKAGING / name / "contents.toml") for name in ("linux", "windows")}
SUFFIX = {"linux": ".abi3.so", "windows": ".pyd"}
#: Imported where there is a session bus alone.
ON_LINUX_ALONE = {"QtDBus"}


def imported() -> set[str]:
    """The modules of Qt that the program imports."""
    files = (ROOT / "src").rglob("*.py")
    found = [re.findall(r"\bPySide6(?:\.| import )(Qt\w+)", path.read_text("utf-8")) for path in files]
    return {name for names in found for name in names}


@pytest.mark.parametrize("system", RULES)
def test_every_module_of_qt_that_is_imported_is_packed(system):
    needed = imported() - (ON_LINUX_ALONE if system == "windows" else set())
    assert needed >= {"QtCore", "QtWidgets"}
    absent = [name for name in sorted(needed) if not RULES[system].has(f"PySide6/{name}{SUFFIX[system]}")]
    assert absent == [], f"name them in packaging/{system}/contents.toml, and their libraries"


@pytest.mark.parametrize("system", RULES)
@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("reportdesk/templates/2021/form.toml", True),
        ("reportdesk/manual/index.md", True),
        ("reportdesk/manual/window.png", True),
        ("docx/templates/default.docx", True),
        ("jinja2-3.1.6.dist-info/licenses/LICENSE.txt", True),
        ("jinja2-3.1.6.dist-info/RECORD", False),
        ("lxml/etree.pyx", False),
        ("lxml/includes/libxml/tree.h", False),
        ("PySide6/QtQuick.pyi", False),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
    ],
)
def test_what_nobody_loads_stays_out(system, name, packed):
    assert RULES[system].has(name) is packed


def test_wheels_are_unpacked_by_the_rules(tmp_path):
    wheel = tmp_path / "a.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in ("top/kept.py", "top/inner/kept.py", "top/other.txt", "free/any.txt", "free/x.pyi"):
            archive.writestr(name, "")
    rules = Contents(("*.pyi",), {"top": ("*.py",)})
    unpack_wheels([wheel], rules, tmp_path / "lib")
    found = {path.relative_to(tmp_path / "lib").as_posix() for path in (tmp_path / "lib").rglob("*.*")}
    assert found == {"top/kept.py", "top/inner/kept.py", "free/any.txt"}


def test_a_pattern_that_no_file_matches_is_told():
    rules = Contents((), {"PySide6": ("QtCore.*", "QtGone.pyd")})
    assert unmatched(rules, ["PySide6/QtCore.pyd"]) == ["PySide6/QtGone.pyd"]


def test_every_icon_of_a_program_is_a_file_of_this_project():
    assert {path.suffix for path in Path(PACKAGING / "common" / "icons").iterdir()} == {
        ".svg",
        ".png",
        ".ico",
    }
