"""Trials go on after one that failed, and say what was wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from common.chroot import Chroot
from common.run import BuildError
from common.trial import Trials, picture_of, same
from tests.processes import MOST_SECONDS, Start
from trials.installed import contents


def test_one_that_fails_is_told_and_the_others_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    trials = Trials("here")
    assert not trials.attempt("the first", lambda: same("a figure", 1, 2))
    assert trials.attempt("the second", lambda: "three files")
    assert trials.close() == 1
    said = capsys.readouterr().out
    assert "FAILED the first: a figure differs" in said
    assert "ok     the second" in said
    assert ": three files" in said
    assert "here: 1 ok, 1 failed" in said


def test_a_picture_of_nothing_is_refused(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    with pytest.raises(BuildError, match="no window"):
        picture_of(picture)
    picture.write_bytes(b"x" * 1000)
    with pytest.raises(BuildError, match="no window"):
        picture_of(picture)
    picture.write_bytes(b"x" * 20_000)
    assert picture_of(picture) == str(picture)


def test_files_are_compared_by_their_place_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "one").write_bytes(b"1")
    (tmp_path / "two").symlink_to("a")
    assert contents(tmp_path) == {"a/b/one": b"1"}


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_the_programs_of_a_system_are_counted_by_their_words(tmp_path: Path, start: Start) -> None:
    link = tmp_path / "a-program-of-this-test"
    link.symlink_to(sys.executable)
    words = ("-c", "input()", "one")
    here, elsewhere = Chroot(Path("/")), Chroot(tmp_path)
    assert here.running(link.name, *words) == 0
    process = start([link, *words, "two"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert here.running(link.name, *words) == 1
    assert here.running(link.name, "-c", "input()", "on") == 0
    assert elsewhere.running(link.name, *words) == 0
    process.communicate(b"\n", MOST_SECONDS)
    assert here.running(link.name, *words) == 0
