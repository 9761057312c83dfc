"""Files of strangers are parsed elsewhere: alike in what comes back, refused soon, without a way out."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportdesk.cli.main import WORKER
from reportdesk.errors import FileError
from reportdesk.project.errors import Damaged, Missing
from reportdesk.readers import load, read_file, read_report
from reportdesk.readers.apart import apart
from reportdesk.readers.apart.apart import ApartReading, ReadingCancelled, read_apart
from reportdesk.readers.apart.pool import Pool
from reportdesk.readers.apart.wire import decode_reading, encode_reading
from reportdesk.writers import render
from tests.faults.bombs import BOMBS, outward, word

SAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "yunxi-2024.json"
MOST_SECONDS = 120.0  # on a busy machine; `tests/faults` measures against 2 s


@pytest.fixture(params=[".docx", ".xlsx", ".html", ".txt"])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"年报{request.param}"
    if request.param == ".txt":
        path.write_text(
            (Path(__file__).parents[2] / "data/readers/mancheng-2023.txt").read_text("utf-8"), "utf-8"
        )
    else:
        path.write_bytes(render(read_report(SAMPLE), request.param))
    return path


def test_what_comes_back_is_what_reading_here_gives(written: Path) -> None:
    here, there = read_file(written), ApartReading(written).result()
    assert there.report == here.report
    assert there.is_whole == here.is_whole
    assert (there.edited is None) == (here.edited is None)
    assert here.seen is not None
    assert there.seen is not None
    assert there.seen.sections == dict(here.seen.sections)
    assert there.seen.figures == dict(here.seen.figures)
    assert encode_reading(there) == encode_reading(here)
    assert decode_reading(encode_reading(here), "x").report == here.report


@pytest.mark.parametrize("name", [".rdesk", ".json"])
def test_our_own_kinds_need_no_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = tmp_path / f"x{name}"
    path.write_bytes(render(read_report(SAMPLE), name))
    monkeypatch.setattr(apart, "command", lambda: ["/nowhere"])
    assert read_apart(path).organ == "云溪县档案局"
    path.rename(tmp_path / "x.docx")
    assert read_apart(tmp_path / "x.docx").organ == "云溪县档案局"


def test_a_refusal_keeps_its_class_and_its_words(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with pytest.raises(Missing):
        read_apart(path)
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(FileError) as here:
        read_report(path)
    with pytest.raises(FileError) as there:
        read_apart(path)
    assert str(there.value) == str(here.value)
    path = path.with_suffix(".rdesk")
    path.write_bytes(b'{"app":"reportdesk"}')
    with pytest.raises(Damaged):
        read_apart(path)


QUICK = [name for name in BOMBS if "below" not in name and "noise" not in name]


@pytest.fixture(scope="module")
def warm() -> Iterator[Pool]:
    """One worker for file after file: none of them may take it along."""
    with Pool(workers=1) as pool:
        yield pool


@pytest.mark.parametrize("name", QUICK)
def test_bombs_are_refused_soon(
    tmp_path: Path, name: str, warm: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "patience_for", lambda source: MOST_SECONDS)
    suffix, data = BOMBS[name]()
    path = tmp_path / f"bomb{suffix}"
    path.write_bytes(data)
    ((_, answer),) = warm.answers([(name, lambda: load(path))])
    if name.startswith("a figure"):
        assert isinstance(answer, bytes)
        assert decode_reading(answer, path.name).report.cells == {}
    else:
        assert isinstance(answer, FileError)
        assert "意外" not in answer.what
        assert "时间" not in answer.what, "refused for what it is, before its time is over"
        assert answer.remedy
    assert path.read_bytes() == data


def test_noise_in_an_old_office_file_never_reaches_an_office(tmp_path: Path) -> None:
    path = tmp_path / "x.doc"
    path.write_bytes(BOMBS["a compound file of noise"]()[1])
    with pytest.raises(FileError, match="不是 Word"):
        read_apart(path)


def run_in_worker(code: str, tmp_path: Path) -> str:
    """Runs code where the limits and the ban of a worker hold; returns what it printed."""
    program = f"import os\nfrom reportdesk.readers.apart import ban\nban.limit()\nban.forbid()\n{code}"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=60,
    )
    return done.stdout + done.stderr.rpartition("\n")[0].rpartition("\n")[2]


@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/hostname')",
        "open('new', 'w')",
        "os.open('new', os.O_CREAT | os.O_WRONLY)",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import subprocess; subprocess.run(['true'])",
        "os.system('true')",
        "import urllib.request; urllib.request.urlopen('file:///etc/hostname')",
    ],
)
def test_a_worker_reaches_nothing(tmp_path: Path, code: str) -> None:
    said = run_in_worker(code, tmp_path)
    assert "PermissionError" in said or "Permission" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_a_worker_cannot_fill_the_memory(tmp_path: Path) -> None:
    assert "MemoryError" in run_in_worker("x = bytearray(2_000_000_000)", tmp_path)


SLOW = "import sys, time; sys.stdin.buffer.read(); time.sleep(60)"


def test_a_worker_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, number = tmp_path / "x.docx", tmp_path / "number"
    path.write_bytes(word())
    note = f"import os; from pathlib import Path; Path({str(number)!r}).write_text(str(os.getpid())); {SLOW}"
    monkeypatch.setattr(apart, "command", lambda: [sys.executable, "-c", note])
    reading = ApartReading(path, patience=0.2)
    with pytest.raises(FileError, match="时间太长"):
        reading.result()
    if number.exists() and sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(int(number.read_text()), 0)


def test_whoever_cancels_waits_no_longer_and_the_worker_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, number = tmp_path / "x.docx", tmp_path / "number"
    path.write_bytes(word())
    note = f"import os; from pathlib import Path; Path({str(number)!r}).write_text(str(os.getpid())); {SLOW}"
    monkeypatch.setattr(apart, "command", lambda: [sys.executable, "-c", note])
    reading = ApartReading(path)
    threading.Timer(0.5, reading.cancel).start()
    with pytest.raises(ReadingCancelled):
        reading.result()
    if number.exists() and sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(int(number.read_text()), 0)


@pytest.mark.parametrize("says", ["", "import os; os.abort()", "print('read\\nnonsense')"])
def test_a_worker_without_an_answer_is_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(word())
    monkeypatch.setattr(apart, "command", lambda: [sys.executable, "-c", says])
    with pytest.raises(FileError, match=r"已中止：文件损坏了，或者要的内存太多|没有说清"):
        read_apart(path)


def test_a_frozen_program_starts_itself_as_the_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert apart.command() == [sys.executable, WORKER]
    assert apart.WORKER_WORD == WORKER
    path = tmp_path / "x.docx"
    path.write_bytes(render(read_report(SAMPLE), ".docx"))
    monkeypatch.setattr(apart, "command", lambda: [sys.executable, "-m", "reportdesk", WORKER])
    assert read_apart(path).organ == "云溪县档案局"


def test_code_beside_the_file_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("reportdesk", "lxml", "msgspec", "json"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w')")
    path = tmp_path / "x.docx"
    path.write_bytes(render(read_report(SAMPLE), ".docx"))
    monkeypatch.chdir(tmp_path)
    assert read_apart(path).organ == "云溪县档案局"
    assert not (tmp_path / "ran").exists()


WATCHED = """
import sys
canary, port = sys.argv[1], sys.argv[2]
met = []
def watch(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethost", "urllib")):
        met.append(event)
    if event == "open" and canary in str(arguments[0]):
        met.append(event)
sys.addaudithook(watch)
from pathlib import Path
from reportdesk.errors import FileError
from reportdesk.readers import read_report
for name in sys.argv[3:]:
    try:
        report = read_report(Path(name))
        words = "".join(report.texts.values()) + report.organ
        assert "canary" not in words, words
    except FileError:
        pass
sys.exit(" ".join(met) or 0)
"""


def test_no_file_makes_the_reader_look_elsewhere(tmp_path: Path) -> None:
    """Read without the worker's ban, watched by Python's own hooks and, where it is, by strace."""
    canary = tmp_path / "secret.txt"
    canary.write_text("canary")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        names = []
        for name, suffix, data in outward(str(canary), port):
            path = tmp_path / f"{name}{suffix}"
            path.write_bytes(data)
            names.append(str(path))
        command = [sys.executable, "-c", WATCHED, str(canary), str(port), *names]
        log = tmp_path / "calls"
        if strace := shutil.which("strace"):
            command = [strace, "-f", "-qq", "-e", "trace=openat,open,connect", "-o", str(log), *command]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        server.settimeout(0.01)
        with pytest.raises(TimeoutError):
            server.accept()
    if log.exists():
        calls = log.read_text(errors="replace")
        assert "openat(" in calls
        assert str(canary) not in calls
        assert "AF_INET" not in calls
