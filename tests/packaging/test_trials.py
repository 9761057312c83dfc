"""Trials go on after a failure and say it; a Windows for them is waited for and looked at as it is."""

import subprocess
import sys
from pathlib import Path

import pytest

from common.chroot import Chroot
from common.run import BuildError
from common.trial import Trials, picture_of, same
from windows import wine as windows
from windows.trials.installed import PROBES
from windows.wine import Wine

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")


def refuse() -> None:
    raise BuildError("it broke")


def late() -> None:
    raise subprocess.TimeoutExpired("program", 3)


def test_a_trial_that_fails_is_told_and_the_others_go_on(capsys):
    trials = Trials("wine")
    assert not trials.attempt("one", refuse)
    assert not trials.attempt("two", late)
    assert trials.attempt("three", lambda: "3 things")
    assert trials.close() == 1
    output = capsys.readouterr().out
    assert "FAILED one: it broke" in output
    assert "FAILED two: " in output
    assert ": 3 things\n" in output
    assert output.endswith("wine: 1 ok, 2 failed\n")


def test_what_differs_is_shown(tmp_path):
    same("the cells", [1], [1])
    with pytest.raises(BuildError, match="the cells differs"):
        same("the cells", [1], [2])
    with pytest.raises(BuildError, match="shows no window"):
        picture_of(tmp_path / "none.png")


@pytest.fixture
def wine(tmp_path: Path) -> Wine:
    return Wine(Chroot(tmp_path))


def test_what_does_not_come_is_not_waited_for_without_end(wine):
    wine.wait(lambda: True, "nothing")
    with pytest.raises(BuildError, match="not within 0 s: a window"):
        wine.wait(lambda: False, "a window", seconds=0)


def test_a_folder_is_given_a_letter_and_another_one_later(wine, tmp_path):
    devices = tmp_path / "try" / "prefix" / "dosdevices"
    devices.mkdir(parents=True)
    for name in ("one", "two"):
        (tmp_path / "try" / name).mkdir()
        wine.letter("e", tmp_path / "try" / name)
    assert str((devices / "e:").readlink()) == "/try/two"


@LINUX
def test_programs_of_that_system_alone_are_counted(tmp_path, monkeypatch):
    assert Wine(Chroot(tmp_path)).running("") == 0
    # The tests' own process runs in the system of this machine.
    here = Wine(Chroot(Path("/")))
    assert here.running("pytest") >= 1
    assert here.running("no such program 4711") == 0
    monkeypatch.setattr(windows, "_LOOK_S", 0)
    Wine(Chroot(tmp_path)).calm()


@LINUX
def test_a_program_that_does_not_end_with_its_windows_is_killed(wine, start, monkeypatch):
    monkeypatch.setattr(Chroot, "call", lambda *_, **__: (0, ""))
    monkeypatch.setattr(windows, "_GOODBYE_S", 0)
    started = start([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    wine.end(started)
    assert started.returncode < 0


def test_probes_are_scripts_for_windows_alone():
    for path in PROBES.glob("*.py"):
        text = path.read_text("utf-8")
        compile(text, path.name, "exec")
        assert 'assert sys.platform == "win32"' in text
