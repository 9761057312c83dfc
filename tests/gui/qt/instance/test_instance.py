"""One program for one clerk: files are handed to it, and nothing else over its socket does anything."""

import json
import os
import socket
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.gui.qt.instance import instance, meeting
from reportdesk.gui.qt.instance.instance import Instance
from reportdesk.gui.qt.instance.meeting import meeting_place
from tests.processes import Start

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a pipe of Windows is no file")

Arrived = list[tuple[list[Path], str]]


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of the session, of the user alone, with a name short enough for sockets."""
    with tempfile.TemporaryDirectory(prefix="rd-") as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        yield Path(name)


@pytest.fixture
def arrived() -> Arrived:
    return []


@pytest.fixture
def running(qapp: QApplication, arrived: Arrived) -> Iterator[Instance]:
    """A program that takes files."""
    instance = Instance(qapp, patience=1)
    instance.arrived.connect(lambda files, activation: arrived.append((files, activation)))
    instance.serve()
    yield instance
    instance.end()
    instance.deleteLater()


def place() -> meeting.Meeting:
    found = meeting_place()
    assert found is not None
    return found


def call() -> socket.socket:
    calling = socket.socket(socket.AF_UNIX)
    calling.connect(place().name)
    calling.settimeout(0)
    return calling


def is_hung_up(calling: socket.socket) -> bool:
    try:
        return calling.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True


def request(**changes: object) -> bytes:
    return json.dumps({"app": "reportdesk", "files": [], "activation": "", **changes}).encode() + b"\n"


def test_files_are_handed_over_whatever_their_names(
    qtbot: QtBot,
    qapp: QApplication,
    running: Instance,
    arrived: Arrived,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "wl-7")
    odd = Path(os.fsdecode(b"\xb9\xab\xbf\xaa.rdesk"))
    assert Instance(qapp).hand_over([Path("云溪.rdesk"), odd])
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [([tmp_path / "云溪.rdesk", tmp_path / odd], "wl-7")]


def test_a_start_without_files_is_told_too(
    qtbot: QtBot, qapp: QApplication, running: Instance, arrived: Arrived
) -> None:
    assert Instance(qapp).hand_over([])
    qtbot.waitUntil(lambda: arrived == [([], "")])


def test_a_second_start_opens_nothing_of_its_own(
    qtbot: QtBot, running: Instance, arrived: Arrived, tmp_path: Path, start: Start
) -> None:
    files = [tmp_path / "云溪.rdesk", tmp_path / "各单位.rdset"]
    for file in files:
        file.touch()
    second = start([sys.executable, "-m", "reportdesk", *map(str, files)])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert second.returncode == 0
    assert arrived == [(files, "")]


def test_nobody_is_there_to_take_anything(qapp: QApplication) -> None:
    assert not Instance(qapp).hand_over([Path("云溪.rdesk")])


def test_a_socket_left_by_a_crash_is_taken_over(qtbot: QtBot, qapp: QApplication, arrived: Arrived) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(place().name)
    left.close()
    assert not Instance(qapp, patience=0.2).hand_over([])
    later = Instance(qapp, patience=1)
    later.arrived.connect(lambda files, activation: arrived.append((files, activation)))
    later.serve()
    assert Instance(qapp).hand_over([])
    qtbot.waitUntil(lambda: len(arrived) == 1)
    later.end()


def test_a_program_that_hangs_takes_nothing_however_late_it_wakes(
    qtbot: QtBot, qapp: QApplication, running: Instance, arrived: Arrived, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[bytes] = []
    real = instance._asked
    monkeypatch.setattr(instance, "_asked", lambda line: met.append(line) or real(line))
    calling = call()
    calling.sendall(request(files=["/x.rdesk"]))
    # Whoever called has a window of her own by now.
    calling.close()
    qtbot.waitUntil(lambda: len(met) == 1 and not running.findChildren(instance._Caller))
    assert arrived == []


def test_who_calls_does_not_wait_for_a_program_that_hangs(qapp: QApplication) -> None:
    hung = socket.socket(socket.AF_UNIX)
    hung.bind(place().name)
    hung.listen()
    assert not Instance(qapp, patience=0.2).hand_over([Path("/x.rdesk")])
    hung.close()


def test_only_one_program_serves(
    qtbot: QtBot, qapp: QApplication, running: Instance, arrived: Arrived
) -> None:
    second = Instance(qapp, patience=1)
    second.serve()
    second.arrived.connect(lambda *_: pytest.fail("the second one took it"))
    assert Instance(qapp).hand_over([])
    qtbot.waitUntil(lambda: len(arrived) == 1)
    second.end()
    assert Instance(qapp).hand_over([])


@pytest.mark.parametrize(
    "said",
    [
        b"GET / HTTP/1.1\n",
        b"\x00\xff" * 50 + b"\n",
        b"[" * 100_000 + b"\n",
        b"x" * 300_000,
        request(app="other"),
        request(files=["relative.rdesk"]),
        request(files=["/a\0b"]),
        request(files=[7]),
        request(files=["/x"] * 1000),
        request(files="/x"),
        request() + b"please\n",
    ],
    ids=[
        "web",
        "bytes",
        "nest",
        "endless",
        "other",
        "relative",
        "nul",
        "number",
        "many",
        "no list",
        "no word",
    ],
)
def test_what_is_no_request_is_ignored(
    qtbot: QtBot, qapp: QApplication, running: Instance, arrived: Arrived, said: bytes
) -> None:
    calling = call()
    calling.setblocking(True)
    calling.settimeout(5)
    sent = 0
    while sent < len(said):
        # In pieces that the socket holds while nobody reads.
        sent += calling.send(said[sent : sent + 50_000])
        QApplication.processEvents()
    calling.settimeout(0)
    qtbot.waitUntil(lambda: is_hung_up(calling) or bool(calling.fileno() < 0), timeout=4000)
    calling.close()
    assert arrived == []
    assert Instance(qapp).hand_over([])


def test_who_says_nothing_is_hung_up_on(qtbot: QtBot, running: Instance) -> None:
    calling = call()
    qtbot.waitUntil(lambda: is_hung_up(calling), timeout=4000)
    calling.close()


def test_a_crowd_is_hung_up_on(qtbot: QtBot, qapp: QApplication, running: Instance) -> None:
    calls = [call() for _ in range(8)]
    qtbot.waitUntil(lambda: len(running.children()) >= 8)
    calls += [call() for _ in range(8)]
    qtbot.waitUntil(lambda: sum(map(is_hung_up, calls[8:])) == 8, timeout=4000)
    for calling in calls:
        calling.close()


def test_nobody_else_may_enter_where_programs_meet(running: Instance, session: Path) -> None:
    assert Path(place().name).parent == session
    assert stat.S_IMODE(Path(place().name).stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("change", ["mode", "link"])
def test_a_folder_that_others_may_enter_is_no_place_to_meet(
    session: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    monkeypatch.setattr(meeting.tempfile, "gettempdir", lambda: str(tmp_path))
    own = tmp_path / f"reportdesk-{os.getuid()}"
    if change == "mode":
        session.chmod(0o755)
        own.mkdir(0o755)
        own.chmod(0o755)
    else:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
        own.symlink_to(session)
    assert meeting_place() is None


def test_a_session_without_a_folder_has_one_among_the_temporary_files(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr(meeting.tempfile, "gettempdir", lambda: str(session))
    folder = Path(place().name).parent
    assert folder == session / f"reportdesk-{os.getuid()}"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_too_deep_for_a_socket_is_no_place_to_meet(
    session: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("深" * 40)
    deep.mkdir(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert meeting_place() is None


def test_the_deepest_folder_that_is_used_has_room_for_a_socket(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory() as short:
        deep = Path(short) / ("d" * (meeting._LONGEST_BYTES - len(short) - 1))
        deep.mkdir(0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
        assert Path(place().name).parent == deep
        served = Instance(qapp, patience=1)
        served.serve()
        with qtbot.waitSignal(served.arrived, timeout=4000):
            assert Instance(qapp).hand_over([])
        served.end()


@pytest.mark.parametrize("what", ["version", "profile", "display", "machine"])
def test_another_program_is_met_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    before = place().name
    if what == "version":
        monkeypatch.setattr(meeting, "__version__", "9.9")
    elif what == "profile":
        monkeypatch.setenv("REPORTDESK_PROFILE", str(tmp_path / "U"))
    elif what == "display":
        monkeypatch.setenv("DISPLAY", ":99")
    else:
        monkeypatch.setattr(meeting, "machine_name", lambda: "elsewhere")
    assert place().name != before


def test_without_its_library_every_start_is_a_program(
    qapp: QApplication, session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    Path(place().name).touch()
    alone = Instance(qapp)
    assert not alone.hand_over([])
    alone.serve()
    alone.end()
