"""A step is done once for the same facts, and never half."""

import pytest

from common import steps
from common.run import BuildError, output, run
from common.steps import artifact, fingerprint, step


def test_a_step_is_done_once_for_the_same_facts(tmp_path):
    calls = []

    def make(folder):
        calls.append(folder)
        (folder / "made").write_text(str(len(calls)), "ascii")

    for facts in (["a"], ["a"], ["b"], ["a"]):
        folder = step(tmp_path / "result", facts, make)
    assert len(calls) == 3
    assert (folder / "made").read_text("ascii") == "3"


def test_a_step_that_was_cut_off_is_done_again(tmp_path):
    def fails(folder):
        (folder / "half").touch()
        raise BuildError("cut off")

    with pytest.raises(BuildError):
        step(tmp_path / "result", ["a"], fails)
    assert not (tmp_path / "result").exists()
    folder = step(tmp_path / "result", ["a"], lambda new: (new / "whole").touch())
    assert [path.name for path in folder.iterdir()] == ["whole"]


def test_a_result_that_somebody_deleted_is_made_again(tmp_path):
    folder = step(tmp_path / "result", ["a"], lambda new: (new / "x").touch())
    (folder / "x").unlink()
    folder.rmdir()
    assert (step(folder, ["a"], lambda new: (new / "x").touch()) / "x").exists()


def test_an_artifact_is_written_once_and_takes_its_place_when_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(steps, "BUILD", tmp_path / "build")
    target, calls = tmp_path / "dist" / "a.zip", []

    def make(path):
        calls.append(path)
        assert not target.exists()
        path.write_text("whole", "ascii")

    for _ in range(2):
        assert artifact(target, ["a"], make).read_text("ascii") == "whole"
    assert len(calls) == 1
    target.unlink()
    artifact(target, ["a"], make)
    assert len(calls) == 2


def test_an_artifact_that_somebody_changed_is_written_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(steps, "BUILD", tmp_path / "build")
    target = artifact(tmp_path / "a.zip", ["a"], lambda path: path.write_text("whole", "ascii"))
    target.write_text("other", "ascii")
    assert (
        artifact(target, ["a"], lambda path: path.write_text("whole", "ascii")).read_text("ascii") == "whole"
    )


def test_facts_are_the_contents_of_files_and_folders(tmp_path):
    file = tmp_path / "folder" / "file"
    file.parent.mkdir()
    file.write_text("one", "ascii")
    before = fingerprint([tmp_path / "folder", "word"])
    assert before == fingerprint([file.parent, "word"])
    file.write_text("two", "ascii")
    assert before != fingerprint([file.parent, "word"])
    assert fingerprint(["ab", "c"]) != fingerprint(["a", "bc"])


def test_a_failed_program_shows_the_end_of_what_it_said(tmp_path):
    log = tmp_path / "logs" / "program.log"
    with pytest.raises(
        BuildError, match=r"(?s)the reason.*ended with status 3; all of it is in .*program\.log"
    ):
        run(["sh", "-c", "echo the reason; exit 3"], log=log)
    with pytest.raises(BuildError, match="ended with status 4: why"):
        output(["sh", "-c", "echo why >&2; exit 4"])
    with pytest.raises(BuildError, match="No such file"):
        run(["/nowhere/program"])
