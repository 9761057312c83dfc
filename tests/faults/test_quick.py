"""The experiments in small, so that they stay true; `python -m tests.faults` runs them whole."""

import subprocess
import sys

import pytest

from tests.examples import number_of
from tests.faults import calls, damage, ends, full, instances, kills, mutations, power, steps, texts
from tests.faults.figures import Figures


def check(figures: Figures) -> Figures:
    """Fails the test if a promise is broken, skips it where the experiment cannot be made."""
    if figures.skipped:
        pytest.skip(figures.skipped)
    assert figures.holds, str(figures)
    return figures


@pytest.mark.skipif(sys.platform != "linux", reason="strace is of Linux")
@pytest.mark.parametrize("kind", ["kill", "EIO"])
def test_a_save_hurt_at_some_calls_is_old_or_new(kind: str) -> None:
    found = check(calls.hurt_every_call(kinds=(kind,), links=(True,), every=5))
    assert found.counts["old"] > 2
    assert found.counts["new"] > 1


def test_power_cuts_at_some_calls_lose_nothing_that_was_saved() -> None:
    found = check(power.cut_at_every_call(every=5))
    assert found.counts["cuts"] > 3


def test_a_disk_that_is_full_keeps_what_stood_there() -> None:
    found = check(full.fill_a_disk(kinds=(".docx",)))
    assert found.counts["refused"] > 10
    assert found.counts["written"] > 10


def test_limits_to_a_file_s_size_keep_what_stood_there() -> None:
    assert check(full.limit_sizes()).counts["refused"] > 50
    assert check(full.lose_settings()).counts["writes"] > 5


def test_two_instances_claim_what_is_there() -> None:
    assert check(instances.save_from_two(25)).counts["claimed"] == 50


def test_damage_is_seen_and_a_rescue_marked() -> None:
    assert check(damage.see_damage(500)).counts["truncations"] > 20_000
    assert check(damage.rescue_damage(50)).counts["rescued"] > 25


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_killed_robots_leave_their_work() -> None:
    assert check(kills.kill_while_typing(8)).counts["offered"] == 8


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("kind", mutations.KINDS)
def test_mutated_files_are_read_or_refused(kind: str) -> None:
    assert check(mutations.mutate(kind, 60)).counts["mutations"] > 50


def test_a_window_its_file_and_the_command_line_agree_whatever_a_robot_does() -> None:
    operations = str(number_of(400))
    words = [sys.executable, "-m", "tests.faults.robot", "7", operations]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert f"operations {operations}" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_window_killed_while_it_saves_loses_nothing() -> None:
    found = check(steps.kill_at_every_touch(("save",), every=12))
    assert found.counts["kills"] > 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_program_told_to_end_while_it_exports_ends_at_once_and_keeps_two_reports() -> None:
    assert check(ends.end_everywhere(("exporting",), ("SIGTERM twice",))).counts["ends"] == 1
    check(ends.kill_two_windows())


def test_a_session_that_ends_with_a_question_open_ends_as_was_answered() -> None:
    assert check(ends.end_after_questions(("question",), ("save",))).counts["ends"] == 1


def test_texts_come_back_as_typed() -> None:
    assert check(texts.inject_texts(200)).counts["texts in .docx"] == 200
