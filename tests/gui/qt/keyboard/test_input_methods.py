"""Input methods are let in where they can be spoken to; elsewhere nobody reaches for D-Bus."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportdesk.gui.qt.keyboard.input_methods import prepare_input_methods

DISPLAY = {"DISPLAY": ":7"}
BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/7/bus"}
TYPED = {"QT_IM_MODULE": "fcitx"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A system with a machine id."""
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "machine-id").write_text("0123456789abcdef\n", encoding="ascii")
    return tmp_path


def prepared(root: Path, platform: str = "linux", **environment: str) -> dict[str, str]:
    prepare_input_methods(environment, root, platform)
    return environment


def test_both_are_let_in_on_a_desktop(root: Path) -> None:
    assert prepared(root, **DISPLAY, **BUS, **TYPED)["QT_IM_MODULES"] == "fcitx;ibus"
    assert prepared(root, WAYLAND_DISPLAY="wayland-0", **BUS)["QT_IM_MODULES"] == "fcitx;ibus"


def test_what_was_chosen_by_hand_stays(root: Path) -> None:
    assert prepared(root, **DISPLAY, **BUS, QT_IM_MODULES="ibus")["QT_IM_MODULES"] == "ibus"


def test_the_bus_of_the_user_needs_no_address(root: Path) -> None:
    folder = root / "run" / "user" / str(os.getuid())
    folder.mkdir(parents=True)
    (folder / "bus").touch()
    assert prepared(root, **DISPLAY)["QT_IM_MODULES"] == "fcitx;ibus"


def test_without_a_bus_or_a_machine_id_nobody_is_asked(root: Path) -> None:
    without_bus = prepared(root, **DISPLAY, **TYPED)
    (root / "etc" / "machine-id").write_bytes(b"")
    without_id = prepared(root, **DISPLAY, **BUS, **TYPED)
    for environment in (without_bus, without_id):
        assert environment["DBUS_SESSION_BUS_ADDRESS"] == "disabled:"
        assert environment["QT_IM_MODULES"] == environment["QT_IM_MODULE"] == "compose"


def test_the_older_place_of_the_machine_id_counts(root: Path) -> None:
    (root / "etc" / "machine-id").rename(root / "id")
    (root / "var" / "lib" / "dbus").mkdir(parents=True)
    (root / "id").rename(root / "var" / "lib" / "dbus" / "machine-id")
    assert prepared(root, **DISPLAY, **BUS)["QT_IM_MODULES"] == "fcitx;ibus"


@pytest.mark.parametrize("chosen", ["offscreen", "minimal", "offscreen:size=1x1"])
def test_without_a_display_none_is_named(root: Path, chosen: str) -> None:
    environment = prepared(root, **DISPLAY, **BUS, **TYPED, QT_QPA_PLATFORM=chosen)
    assert not {"QT_IM_MODULES", "QT_IM_MODULE"} & environment.keys()
    assert not {"QT_IM_MODULES", "QT_IM_MODULE"} & prepared(root, **BUS, **TYPED).keys()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_left_alone(root: Path, platform: str) -> None:
    assert prepared(root, platform, **TYPED) == TYPED


START = """
from reportdesk.gui.app import make_application
app = make_application()
from reportdesk.gui.window import MainWindow
window = MainWindow()
window.show()
app.processEvents()
print("shown")
"""


def can_hide_files() -> bool:
    """Tell whether this process may hide files from another (root, in a mount namespace of its own)."""
    unshare = shutil.which("unshare")
    tried = (
        subprocess.run([unshare, "-m", "true"], capture_output=True, check=False, timeout=60)
        if unshare
        else None
    )
    return tried is not None and tried.returncode == 0 and os.geteuid() == 0


@pytest.mark.skipif(sys.platform != "linux" or not can_hide_files(), reason="files can't be hidden here")
def test_the_window_opens_on_a_machine_without_an_id() -> None:
    hide = "for id in /etc/machine-id /var/lib/dbus/machine-id; do"
    hide += ' if [ -e "$id" ]; then mount --bind /dev/null "$id" || exit 9; fi; done; exec "$@"'
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    ran = subprocess.run(
        ["unshare", "-m", "sh", "-c", hide, "sh", sys.executable, "-c", START],
        capture_output=True,
        text=True,
        check=False,
        env=environment | {"QT_QPA_PLATFORM": "offscreen", "QT_IM_MODULE": "ibus"},
        timeout=60,
    )
    assert (ran.returncode, ran.stdout) == (0, "shown\n"), ran.stderr
