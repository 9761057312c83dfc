"""What passes through the profile is private, and gone afterwards, even if the program was ended."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reportdesk.export import export_report
from reportdesk.passing import passing_folder, sweep_passing
from reportdesk.readers import read_report
from tests.processes import Start

SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "yunxi-2024.json"
LEAVE = """
import sys
from reportdesk.passing import passing_folder
with passing_folder() as folder:
    (folder / "report.docx").write_text("x")
    print(folder, flush=True)
    sys.stdin.read()
"""


def test_a_folder_is_there_while_it_is_used(own_profile: Path) -> None:
    with passing_folder() as folder:
        (folder / "report.docx").write_text("x")
        assert own_profile in folder.parents
        if sys.platform != "win32":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
            assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
        sweep_passing()
        assert (folder / "report.docx").exists()
    assert list((own_profile / "passing").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_what_an_ended_program_left_is_swept_and_not_what_a_living_one_uses(
    own_profile: Path, start: Start
) -> None:
    user = start([sys.executable, "-c", LEAVE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    folder = Path(user.stdout.readline().strip())
    sweep_passing()
    assert (folder / "report.docx").exists()
    user.kill()
    user.wait(60)
    assert folder.exists()
    os.utime(folder, (4e9, 4e9))
    sweep_passing()
    assert list((own_profile / "passing").iterdir()) == []


def test_a_folder_that_came_back_after_it_was_swept_is_swept_again(own_profile: Path) -> None:
    (own_profile / "passing" / "0123456789abcdef" / "profile").mkdir(parents=True)
    with passing_folder() as folder:
        sweep_passing()
        assert folder.is_dir()
    assert list((own_profile / "passing").iterdir()) == []


def test_without_a_profile_another_private_folder_does(own_profile: Path) -> None:
    (own_profile / "passing").write_text("in the way")
    with passing_folder() as folder:
        assert folder.is_dir()
    assert not folder.exists()


def test_an_export_leaves_nothing_among_everybodys_files(
    tmp_path: Path, own_profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "absent"))
    export_report(read_report(SAMPLE), tmp_path / "年报.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["年报.docx"]
    assert not (own_profile / "passing").exists()
