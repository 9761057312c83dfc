"""A worker split off from who asks: it has what a started one has, no more, and ends as one does."""

import json
import os
import select
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportdesk.examined.answer import examined
from reportdesk.examined.job import JOB, examine, options_for
from reportdesk.readers import load, read_report
from reportdesk.writers import render
from tests.processes import Start

SAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "yunxi-2024.json"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are started")

# Asks a worker that was split off about files whose names say what becomes of them.
ASKING = """
import json, os, signal, sys, threading, time, types
from pathlib import Path
from reportdesk.readers.apart import apart, worker
from reportdesk.readers.apart.pool import Pool
from reportdesk.readers.protocol import Source

def serve(source, options):
    return json.dumps(JOB(source.path.name)).encode()

job = types.ModuleType("reportdesk.job_of_a_test")
job.serve, job.get_ready = serve, lambda of_many: None
sys.modules[job.__name__] = job

def answers(*names, job=job.__name__):
    with Pool(job, workers=1) as pool:
        pool.begin(1, forked=True)
        asked = [(name, lambda name=name: Source(Path(name), b"x")) for name in names]
        return [json.loads(a) if isinstance(a, bytes) else [type(a).__name__, str(a)]
                for _, a in pool.answers(asked)]
"""


def said_by(code: str, folder: Path, *words: str) -> Any:
    """Run code of one thread, and return the JSON that it prints last."""
    command = [sys.executable, "-c", ASKING + code, *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder, timeout=120)
    return json.loads(done.stdout.splitlines()[-1])


def test_what_it_answers_is_what_is_read_here(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(render(read_report(SAMPLE), ".docx"))
    code = f"""
from reportdesk.readers import load
path = Path({str(path)!r})
with Pool({JOB!r}) as pool:
    pool.begin(1, forked=True)
    (_, answer), = pool.answers([("x", lambda: load(path))], {options_for(whole=True)!r})
print(json.dumps([answer.decode(), "subprocess" in sys.modules]))
"""
    answer, was_started = said_by(code, tmp_path)
    assert examined(answer.encode(), "x") == examine(read_report(path), load(path))
    assert not was_started


def test_several_share_what_every_file_needs(tmp_path: Path) -> None:
    code = f"""
pool = Pool({JOB!r}, workers=2)
pool.begin(8, forked=True)
began = sorted(type(worker._process).__name__ for worker in pool._workers)
pool.cancel()
from reportdesk.examined.job import _checker
print(json.dumps([began, _checker.cache_info().currsize, "reportdesk.readers.office.xlsx" in sys.modules]))
"""
    assert said_by(code, tmp_path) == [["ForkedProcess"] * 2, 1, True]


def test_it_has_nothing_of_what_who_asks_holds(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    code = """
def JOB(name):
    def what(n):
        return os.readlink(f"/proc/self/fd/{n}").partition(":")[0]
    here = [n for n in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{n}")]
    return {
        "files": sorted(set(map(what, here))),
        "streams": [what(n) for n in range(3)],
        "path": [entry for entry in sys.path if entry in ("", os.getcwd())],
        "interrupts": signal.getsignal(signal.SIGINT) == signal.SIG_IGN,
        "blocked": len(signal.pthread_sigmask(signal.SIG_BLOCK, [])),
        "parent": os.getppid(),
    }
held = open("secret")
other = Pool(job.__name__, workers=1)
other.begin(1, forked=True)
sys.stdout.write("once\\n")
(had,) = answers("a")
other.cancel()
print(json.dumps(had | {"parent": had["parent"] == os.getpid()}))
"""
    done = subprocess.run(
        [sys.executable, "-c", ASKING + code],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
        timeout=60,
    )
    assert done.stdout.count("once") == 1
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "files": ["/dev/null", "pipe"],
        "streams": ["pipe", "/dev/null", "/dev/null"],
        "path": [],
        "interrupts": True,
        "blocked": 0,
        "parent": True,
    }


def test_it_is_held_by_the_limits_and_the_ban(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    code = """
import resource, socket
def JOB(name):
    try:
        if name == "opens":
            open("secret")
        if name == "connects":
            socket.create_connection(("127.0.0.1", 9))
        if name == "forks":
            os.fork()
        if name == "fills":
            bytearray(2_000_000_000)
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return [resource.getrlimit(limit)[0] for limit in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE)]
print(json.dumps(answers(sys.argv[1])))
"""
    tried = ("opens", "connects", "forks", "fills", "asks")
    *refused, limits = (said_by(code, tmp_path, name)[0] for name in tried)
    assert refused == ["PermissionError"] * 3 + ["MemoryError"]
    assert limits == [1 << 30, 0]


def test_what_ends_it_costs_its_file_alone_and_is_told_apart(tmp_path: Path) -> None:
    code = """
def reading(source, options):
    name = source.path.name
    if name == "abort":
        os.abort()
    if name == "clock":
        os.kill(os.getpid(), signal.SIGXCPU)
    if name == "slow":
        time.sleep(60)
    if name == "defect":
        raise KeyError(name)
    return b"1"
worker._reading = reading
apart.patience_for = lambda source: 0.3 if source.path.name == "slow" else 60
print(json.dumps(answers(sys.argv[1], "next", job="")))
"""
    said = [said_by(code, tmp_path, name) for name in ("abort", "clock", "slow", "defect", "fine")]
    kinds = [[answer[0] if isinstance(answer, list) else answer for answer in answers] for answers in said]
    # Whoever comes in its place is started anew, and reads.
    assert kinds == [
        ["WorkerEnded", "FileError"],
        ["TooMuch", "FileError"],
        ["TooMuch", "FileError"],
        ["ReaderDefect", "FileError"],
        [1, 1],
    ]


def test_one_that_cannot_begin_never_goes_on_as_who_asks(tmp_path: Path) -> None:
    code = """
from reportdesk.readers.apart import forked
def fails(question, answer):
    raise ZeroDivisionError
forked._begin_afresh = fails
print(json.dumps([os.getpid(), *answers("a", job="")]))
"""
    command = [sys.executable, "-c", ASKING + code]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert len(done.stdout.splitlines()) == 1
    assert "ZeroDivisionError" not in done.stderr
    assert json.loads(done.stdout)[1][0] == "WorkerEnded"


def test_whoever_cancels_waits_for_no_answer_and_it_is_gone(tmp_path: Path) -> None:
    code = """
def JOB(name):
    time.sleep(60)
pool = Pool(job.__name__, workers=1)
pool.begin(1, forked=True)
pid = pool._workers[0]._process.pid
threading.Timer(0.2, pool.cancel).start()
((_, answer),) = pool.answers([("x", lambda: Source(Path("x"), b"x"))])
try:
    os.kill(pid, 0)
    is_there = True
except ProcessLookupError:
    is_there = False
print(json.dumps([type(answer).__name__, is_there]))
"""
    assert said_by(code, tmp_path) == ["ReadingCancelled", False]


def test_all_who_wait_for_its_end_hear_of_it(tmp_path: Path) -> None:
    code = """
pool = Pool(job.__name__, workers=1)
pool.begin(1, forked=True)
process = pool._workers[0]._process
statuses = []
waiting = [threading.Thread(target=lambda: statuses.append(process.wait())) for _ in range(16)]
for thread in waiting:
    thread.start()
process.kill()
for thread in waiting:
    thread.join()
print(json.dumps(statuses))
"""
    assert said_by(code, tmp_path) == [-9] * 16


def test_it_ends_with_who_asks(tmp_path: Path, start: Start) -> None:
    code = """
pool = Pool(job.__name__, workers=1)
pool.begin(1, forked=True)
print(pool._workers[0]._process.pid, flush=True)
sys.stdin.read()
"""
    asker = start(
        [sys.executable, "-c", ASKING + code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path
    )
    worker = os.pidfd_open(int(asker.stdout.readline()))
    try:
        asker.kill()
        assert select.select([worker], [], [], 60) == ([worker], [], [])
    finally:
        os.close(worker)


def test_a_program_with_a_second_thread_starts_its_workers(tmp_path: Path) -> None:
    code = """
over = threading.Event()
threading.Thread(target=over.wait).start()
pool = Pool(workers=1)
pool.begin(1, forked=True)
over.set()
pool.cancel()
print(json.dumps("subprocess" in sys.modules))
"""
    assert said_by(code, tmp_path) is True


@pytest.mark.parametrize("closed", ["<&-", "<&- >&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_the_caller_closed_are_not_mixed_up(tmp_path: Path, closed: str) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(render(read_report(SAMPLE), ".docx"))
    check = f'exec "$0" -m reportdesk check "$1" {closed}'
    call = ["sh", "-c", check, sys.executable, path]
    done = subprocess.run(call, check=True, capture_output=True, text=True, timeout=120)
    if ">&-" not in closed.replace("2>&-", ""):
        assert "没有发现问题" in done.stdout
