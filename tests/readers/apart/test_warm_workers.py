"""The workers that tests hand on: one that answered well is asked again, no other is."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportdesk.readers.apart.errors import ReadingCancelled, WorkerEnded
from reportdesk.readers.apart.process import Worker
from reportdesk.readers.protocol import Source
from tests.warm_workers import WarmWorkers

# Answers with its process's number, and with the fate that the file's name ends in.
ECHO = """
import json, os, struct, sys
while head := sys.stdin.buffer.read(8):
    first, rest = struct.unpack("<II", head)
    name = json.loads(sys.stdin.buffer.read(first))["path"]
    sys.stdin.buffer.read(rest)
    if "end" in name:
        sys.exit(3)
    said = str(os.getpid()).encode()
    sys.stdout.buffer.write(struct.pack("<IB", len(said), int(name[-1])) + said)
    sys.stdout.buffer.flush()
"""


@pytest.fixture(autouse=True)
def workers(monkeypatch: pytest.MonkeyPatch) -> Iterator[WarmWorkers]:
    workers = WarmWorkers()
    workers.put_in_place(monkeypatch)
    yield workers
    workers.end()


def answer(name: str) -> bytes:
    """What a worker of its own says, that ends with the file."""
    worker = Worker(lambda: [sys.executable, "-c", ECHO])
    try:
        return worker.ask(Source(Path(name), b"x"), patience=60)
    finally:
        worker.end()


def test_one_that_goes_on_is_asked_again() -> None:
    assert answer("a 0") == answer("b 0")


def test_one_that_says_it_is_spoiled_or_was_ended_is_not() -> None:
    first = answer("a 1")
    second = answer("b 0")
    with pytest.raises(WorkerEnded):
        answer("end 0")
    assert len({first, second, answer("c 0")}) == 3


def test_where_a_fresh_one_is_wanted_no_warm_one_is_given() -> None:
    warm = answer("a 0")
    worker = Worker(lambda: [sys.executable, "-c", ECHO])
    with pytest.raises(WorkerEnded, match="没有应答"):
        worker.ask(Source(Path("b 2"), b"x"), patience=60)
    assert answer("c 0") != warm


def test_other_surroundings_have_workers_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    first = answer("a 0")
    monkeypatch.setenv("LANG", "xx")
    assert answer("b 0") != first


def test_one_that_was_cancelled_before_its_file_can_still_be_asked_and_no_more_than_a_few_are_kept(
    workers: WarmWorkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = Worker(lambda: [sys.executable, "-c", ECHO])
    worker.start()
    worker.cancel()
    with pytest.raises(ReadingCancelled):
        worker.ask(Source(Path("a 0"), b"x"), patience=60)
    for number in range(5):
        monkeypatch.setenv("LANG", f"x{number}")
        answer("a 0")
    assert len(workers._idle) == 3
    kept = [process for _, process in workers._idle]
    workers.end()
    assert all(process.returncode is not None for process in kept)
