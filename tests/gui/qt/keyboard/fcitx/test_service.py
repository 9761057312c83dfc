"""Keys and words over a bus of the tests' own; nothing of the machine's session is touched."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRect
from pytestqt.qtbot import QtBot

if sys.platform != "linux":
    pytest.skip("there is no fcitx here", allow_module_level=True)

from PySide6.QtDBus import QDBusConnection

from reportdesk.gui.qt.keyboard.fcitx.engine import PressedKey
from reportdesk.gui.qt.keyboard.fcitx.service import Fcitx
from tests.processes import MOST_SECONDS, Start, ended_processes

SERVICE = "org.fcitx.Fcitx-7"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a bus with nobody on it."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("there is no dbus-daemon here")
    words = [program, "--session", "--nofork", "--print-address"]
    with ended_processes() as start:
        daemon = start(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert daemon.stdout is not None
        if not (address := daemon.stdout.readline().strip()):
            pytest.skip("a dbus-daemon does not start here: no machine id, or no right to")
        yield address


class Service:
    """A fake service, and what it was told."""

    def __init__(self, start: Start, address: str, *names: str) -> None:
        fake = Path(__file__).with_name("fake_fcitx.py")
        self.process = start([sys.executable, fake, address, *names], stdout=subprocess.PIPE, text=True)
        self.until("here")

    def until(self, word: str) -> list[str]:
        """Return what was told up to a line that begins with `word`."""
        assert self.process.stdout is not None
        lines = []
        while not lines or not lines[-1].startswith(word):
            line = self.process.stdout.readline()
            assert line, lines
            lines.append(line.rstrip("\n"))
        return lines

    def send(self, number: int) -> None:
        self.process.send_signal(number)

    def end(self) -> None:
        self.process.kill()
        self.process.wait(MOST_SECONDS)


@pytest.fixture
def serve(address: str, start: Start) -> Callable[..., Service]:
    """Starts a service of these names on the bus."""
    return lambda *names: Service(start, address, *names)


@pytest.fixture
def service(serve: Callable[..., Service]) -> Service:
    return serve(SERVICE)


@pytest.fixture
def bus(address: str, request: pytest.FixtureRequest) -> Iterator[QDBusConnection]:
    name = request.node.name
    yield QDBusConnection.connectToBus(address, name)
    QDBusConnection.disconnectFromBus(name)


class Heard:
    """What an engine says."""

    def __init__(self, engine: Fcitx) -> None:
        self.lines: list[tuple[object, ...]] = []
        engine.composed.connect(lambda *words: self.lines.append(words))
        engine.committed.connect(lambda text: self.lines.append((text,)))
        engine.ended.connect(lambda: self.lines.append(("ended",)))


def key(letter: str, *, is_release: bool = False) -> PressedKey:
    return PressedKey(ord(letter), 38, 0, is_release, 5)


def begun(qtbot: QtBot, bus: QDBusConnection, parent: QObject, patience_ms: int = 10_000) -> Fcitx:
    engine = Fcitx(parent, bus, "7", patience_ms)
    qtbot.waitUntil(lambda: engine.is_ready)
    return engine


@pytest.fixture
def parent() -> Iterator[QObject]:
    parent = QObject()
    yield parent
    parent.deleteLater()


def test_what_a_key_brings_is_there_before_its_answer(
    qtbot: QtBot, service: Service, bus: QDBusConnection, parent: QObject
) -> None:
    engine = begun(qtbot, bus, parent)
    heard = Heard(engine)
    assert [engine.takes(key(letter)) for letter in "ni 1"] == [True, True, True, False]
    # A cursor after 云, of three bytes, is after one unit.
    assert heard.lines == [("云n", 1), ("云ni", 1), ("NI",), ("", 0)]
    assert not engine.takes(key("n", is_release=True))
    assert "abilities 34" in service.until("key n 38 0 1")


def test_focus_caret_and_reset_are_told(
    qtbot: QtBot, service: Service, bus: QDBusConnection, parent: QObject
) -> None:
    engine = begun(qtbot, bus, parent)
    engine.focus(is_in=True)
    engine.place(QRect(1, 2, 3, 4))
    engine.reset()
    engine.focus(is_in=False)
    assert service.until("out")[-4:] == ["in", "caret 1 2 3 4", "reset", "out"]


def test_a_service_that_hangs_costs_its_patience_and_no_key_and_may_wake(
    qtbot: QtBot, service: Service, bus: QDBusConnection, parent: QObject
) -> None:
    engine = begun(qtbot, bus, parent, patience_ms=100)
    heard = Heard(engine)
    service.send(signal.SIGSTOP)
    assert not engine.takes(key("n"))
    assert (engine.is_ready, engine.takes(key("i"))) == (False, False)
    assert heard.lines == [("ended",)]
    service.send(signal.SIGCONT)
    qtbot.waitUntil(lambda: engine.is_ready)
    # What the old context still said of the lost key was not heard.
    assert heard.lines == [("ended",)]
    assert service.until("context 2")


def test_a_service_may_end_and_begin_again(
    qtbot: QtBot, serve: Callable[..., Service], service: Service, bus: QDBusConnection, parent: QObject
) -> None:
    engine = begun(qtbot, bus, parent)
    with qtbot.waitSignal(engine.ended):
        service.end()
    assert not engine.takes(key("n"))
    serve(SERVICE)
    qtbot.waitUntil(lambda: engine.is_ready)


@pytest.mark.parametrize("names", [("org.fcitx.Fcitx-8",), (SERVICE, "org.fcitx.Fcitx5")])
def test_another_display_or_its_successor_is_left_alone(
    qtbot: QtBot,
    address: str,
    serve: Callable[..., Service],
    bus: QDBusConnection,
    parent: QObject,
    names: tuple[str, ...],
) -> None:
    serve(*names)
    engine = Fcitx(parent, bus, "7")
    # Whoever asks the bus now is answered after the engine's own question.
    qtbot.waitUntil(lambda: not engine.is_looking)
    assert not engine.is_ready
    assert os.environ.get("DBUS_SESSION_BUS_ADDRESS") != address


def test_its_successor_is_spoken_to_where_nobody_else_does(
    qtbot: QtBot, serve: Callable[..., Service], bus: QDBusConnection, parent: QObject
) -> None:
    successor = serve(SERVICE, "org.fcitx.Fcitx5")
    engine = Fcitx(parent, bus, "7", leaves_successor=False)
    qtbot.waitUntil(lambda: engine.is_ready)
    # It shows itself what is being composed.
    assert successor.until("abilities")[-1] == "abilities 32"
