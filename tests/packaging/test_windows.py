"""The Windows program: its icons, its launchers' words, and what its setup removes."""

import re
import struct
from pathlib import Path

import pytest

from common.icons import LINUX_SIZES, NAMES, WINDOWS_SIZES, as_ico, drawing
from common.paths import ICONS
from windows.launcher import HERE, LAUNCHERS, filled
from windows.python import LEFT_OUT, SEARCHED
from windows.setup import SCRIPT, removal


def entries(data):
    """The pictures of a Windows icon: side, offset, length."""
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind) == (0, 1)
    found = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * each) for each in range(count)]
    return [(entry[0] or 256, entry[7], entry[6]) for entry in found]


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_holds_every_size_as_a_png(name):
    data = (ICONS / f"{name}.ico").read_bytes()
    assert [side for side, _, _ in entries(data)] == list(WINDOWS_SIZES)
    for side, offset, length in entries(data):
        png = data[offset : offset + length]
        assert png[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack_from(">II", png, 16) == (side, side)
    assert offset + length == len(data)
    assert drawing(name).is_file()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("side", LINUX_SIZES)
def test_every_size_of_the_theme_is_drawn(name, side):
    png = (ICONS / f"{name}-{side}.png").read_bytes()
    assert struct.unpack_from(">II", png, 16) == (side, side)


def test_an_icon_of_256_pixels_says_zero():
    data = as_ico([(16, b"small"), (256, b"large")])
    assert entries(data) == [(16, 38, 5), (256, 43, 5)]
    assert data[22] == 0


@pytest.mark.parametrize("kind", ["rc", "manifest"])
@pytest.mark.parametrize("name", LAUNCHERS)
def test_a_launcher_tells_the_commits_version(commit, kind, name):
    text = filled((HERE / f"launcher.{kind}").read_text("utf-8"), name, commit)
    assert "@" not in text
    assert ("1,2,3,0" in text and f'"{name}.exe"' in text) if kind == "rc" else ('version="1.2.3.0"' in text)


def test_the_interpreter_looks_into_its_own_folders_alone():
    assert SEARCHED.splitlines() == ["python311.zip", ".", "..\\lib"]
    assert "python311._pth" in LEFT_OUT
    assert "import site" not in SEARCHED


def test_the_setup_removes_its_files_one_by_one_and_no_folder_with_more_in_it(folder):
    (folder / "lib" / "pay$day.txt").write_text("", "ascii")
    lines = removal(folder).splitlines()
    assert 'Delete "$INSTDIR\\lib\\a.py"' in lines
    assert 'Delete "$INSTDIR\\lib\\pay$$day.txt"' in lines
    assert lines[-2:] == ['RMDir "$INSTDIR\\lib"', 'RMDir "$INSTDIR\\runtime"']
    assert not [line for line in lines if "/r" in line or "*" in line]


def test_inner_folders_are_removed_before_those_around_them(tmp_path):
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    folders = [line.removeprefix('RMDir "$INSTDIR').strip('"') for line in removal(tmp_path).splitlines()]
    assert folders == ["\\a\\b\\c", "\\a\\b", "\\a"]


def test_the_setup_needs_no_administrator_and_removes_no_tree():
    script = SCRIPT.read_text("utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert "RMDir /r" not in script


def test_the_setup_takes_back_all_that_it_registers():
    script = SCRIPT.read_text("utf-8")
    written, removed = script.split('Section "Uninstall"')
    for key in re.findall(r'WriteRegStr HKCU "(\$\{APP_PATHS\}[^"]+|Software\\reportdesk)"', written):
        assert f'DeleteRegKey HKCU "{key}"' in removed
    types = re.findall(r'!insertmacro FILE_TYPE ("\.\w+" "[\w.]+")', written)
    assert len(types) == 2
    assert all(f"!insertmacro NO_FILE_TYPE {each}" in removed for each in types)


def test_a_launcher_takes_no_library_from_where_a_report_lies():
    source = (Path(HERE) / "launcher.c").read_text("utf-8")
    assert 'SetDllDirectoryW(L"")' in source
    assert "LOAD_WITH_ALTERED_SEARCH_PATH" in source
    assert 'L"-P"' in source
