"""Many files through warm workers: in order, each for itself, whatever one of them does to its worker."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportdesk.errors import FileError
from reportdesk.examined.answer import examined
from reportdesk.examined.job import JOB, examine, options_for
from reportdesk.readers import load, read_report
from reportdesk.readers.apart import apart, process
from reportdesk.readers.apart.errors import ReaderDefect, ReadingCancelled, TooMuch, WorkerEnded
from reportdesk.readers.apart.pool import Pool
from reportdesk.readers.protocol import Source
from reportdesk.writers import render
from tests.faults.bombs import BOMBS

SAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "yunxi-2024.json"

# Speaks as a worker does; what it makes of a file is its own process's number, unless the name says more.
SCRIPTED = """
import json, os, signal, struct, sys, time
while head := sys.stdin.buffer.read(8):
    first, rest = struct.unpack("<II", head)
    name = json.loads(sys.stdin.buffer.read(first))["path"]
    sys.stdin.buffer.read(rest)
    if "abort" in name:
        os.abort()
    if "clock" in name:
        os.kill(os.getpid(), signal.SIGXCPU)
    if "slow" in name:
        time.sleep(60)
    said = b"read\\n" + str(os.getpid()).encode()
    if "defect" in name:
        said = b'refused\\n{"kind":"ReaderDefect","what":"x","trace":["a.py:1 f"]}'
    sys.stdout.buffer.write(struct.pack("<IB", len(said), "replace" in name) + said)
    sys.stdout.buffer.flush()
"""


def asked(*names: str) -> list[tuple[str, Callable[[], Source]]]:
    return [(name, lambda name=name: Source(Path(name), b"x")) for name in names]  # type: ignore[misc]


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command", lambda: [sys.executable, "-c", SCRIPTED])


def test_files_of_every_kind_come_back_in_order_as_if_read_here(tmp_path: Path) -> None:
    report = read_report(SAMPLE)
    paths = []
    for suffix in (".docx", ".xlsx", ".html", ".rdesk", ".json"):
        paths.append(tmp_path / f"年报{suffix}")
        paths[-1].write_bytes(render(report, suffix))
    broken, absent = tmp_path / "broken.docx", tmp_path / "absent.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    files = [paths[0], absent, paths[1], broken, *paths[2:]]
    with Pool(JOB, workers=2) as pool:
        answers = list(pool.answers(((p, lambda p=p: load(p)) for p in files), options_for(whole=True)))  # type: ignore[misc]
    assert [path for path, _ in answers] == files
    for path, answer in answers:
        if path in paths:
            assert isinstance(answer, bytes)
            assert examined(answer, "x") == examine(read_report(path), load(path))
        else:
            with pytest.raises(FileError) as here:
                read_report(path)
            assert str(answer) == str(here.value)


@pytest.mark.usefixtures("scripted")
def test_a_worker_is_warm_for_the_next_file_and_replaced_when_it_says_so_or_has_served_its_time() -> None:
    with Pool(workers=1) as pool:
        numbers = [answer for _, answer in pool.answers(asked("a", "b", "replace", "c", "d"))]
        assert numbers[0] == numbers[1] == numbers[2] != numbers[3] == numbers[4]
        assert [answer for _, answer in pool.answers(asked("e"))] == [numbers[4]]
    with Pool(workers=1, life=2) as pool:
        numbers = [answer for _, answer in pool.answers(asked("a", "b", "c", "d"))]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


@pytest.mark.usefixtures("scripted")
def test_a_few_files_are_not_worth_the_start_of_a_second_worker() -> None:
    with Pool(workers=4) as pool:
        numbers = [answer for _, answer in pool.answers(asked(*"abcdef"), files=6)]
    assert len(set(numbers)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.usefixtures("scripted")
def test_what_ends_a_worker_costs_its_file_alone_and_is_told_apart() -> None:
    with Pool(workers=2) as pool:
        said = dict(pool.answers(asked("a", "abort", "b", "clock", "c", "defect", "d")))
    assert {name: type(answer) for name, answer in said.items()} == {
        **dict.fromkeys("abcd", bytes),
        "abort": WorkerEnded,
        "clock": TooMuch,
        "defect": ReaderDefect,
    }


@pytest.mark.usefixtures("scripted")
def test_a_file_that_takes_too_long_is_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "patience_for", lambda source: 0.3 if "slow" in str(source.path) else 60)
    with Pool(workers=1) as pool:
        said = dict(pool.answers(asked("a", "slow", "b")))
    assert isinstance(said["slow"], TooMuch)
    assert isinstance(said["a"], bytes)
    assert isinstance(said["b"], bytes)
    assert said["a"] != said["b"]


@pytest.mark.usefixtures("scripted")
def test_whoever_cancels_waits_for_no_file() -> None:
    pool = Pool(workers=2)
    threading.Timer(0.3, pool.cancel).start()
    said = list(pool.answers(asked("slow", "slow2", "x")))
    assert all(isinstance(answer, ReadingCancelled) for _, answer in said)


@pytest.mark.usefixtures("scripted")
def test_one_that_is_cancelled_before_it_hears_its_question_is_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool, talk = Pool(workers=1), process._talk

    def cancelled_first(*question: Any) -> tuple[bytes, int]:
        pool.cancel()
        return talk(*question)

    monkeypatch.setattr(process, "_talk", cancelled_first)
    ((_, answer),) = pool.answers(asked("a"))
    assert isinstance(answer, ReadingCancelled)


@pytest.mark.usefixtures("scripted")
def test_whoever_stops_asking_leaves_no_thread_behind() -> None:
    before = set(threading.enumerate())
    with Pool(workers=2) as pool:
        answers = pool.answers(asked("a", *["slow"] * 5))
        assert next(answers)[0] == "a"
        answers.close()  # type: ignore[attr-defined]
        assert set(threading.enumerate()) <= before
        assert isinstance(next(pool.answers(asked("b")))[1], bytes)


def test_what_fails_in_a_thread_is_raised_here() -> None:
    def broken() -> Source:
        raise ZeroDivisionError

    with Pool(workers=2) as pool, pytest.raises(ZeroDivisionError):
        list(pool.answers([("x", broken)]))


def test_an_old_word_file_gets_a_worker_that_may_still_convert(tmp_path: Path) -> None:
    new, old = tmp_path / "x.docx", tmp_path / "x.doc"
    new.write_bytes(render(read_report(SAMPLE), ".docx"))
    old.write_bytes(BOMBS["a compound file of noise"]()[1])
    with Pool(workers=1) as pool:
        said = [answer for _, answer in pool.answers((p, lambda p=p: load(p)) for p in (new, old, new))]  # type: ignore[misc]
    assert isinstance(said[0], bytes)
    assert "不是 Word" in str(said[1])
    assert said[2] == said[0]


GUARDED = """
from pathlib import Path
from reportdesk.readers.apart import ban, worker
from reportdesk.readers.protocol import Source
def job(source, options):
    if options == "looks":
        try:
            open("/etc/hostname")
        except OSError:
            pass
    if options == "fails":
        raise KeyError
    if options == "fills":
        raise MemoryError
    return b"x"
service = worker._Service(job)
for options in ("", "looks", "fails", "fills"):
    print(service.answer(Source(Path("x"), b"x"), options)[1], end=" ")
import resource
before = resource.getrlimit(resource.RLIMIT_CPU)[0]
ban.time.process_time = lambda: 100.0
service.answer(Source(Path("x"), b"x"), "")
print(before, resource.getrlimit(resource.RLIMIT_CPU)[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_a_violation_a_defect_and_a_full_memory_replace_a_worker_and_each_file_has_its_time() -> None:
    done = subprocess.run(
        [sys.executable, "-c", GUARDED], capture_output=True, text=True, check=True, timeout=300
    )
    fates, before, after = done.stdout.rsplit(maxsplit=2)
    assert fates.split() == ["0", "1", "1", "1"]
    assert int(before) <= 25
    assert int(after) == 121
