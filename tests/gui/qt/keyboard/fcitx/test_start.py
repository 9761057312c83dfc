"""The bridge is for fcitx 4 without a plugin; elsewhere D-Bus is not touched."""

import subprocess
import sys
from pathlib import Path

import pytest

from reportdesk.gui.qt.keyboard.fcitx.start import display_of, is_wanted

BOTH = {"QT_IM_MODULES": "fcitx;ibus"}


def test_it_is_wanted_where_fcitx_may_be_spoken_to(tmp_path: Path) -> None:
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / "libibusplatforminputcontextplugin.so").touch()
    assert is_wanted(BOTH, [str(tmp_path), str(tmp_path / "none")], "linux")


@pytest.mark.parametrize("chosen", ["compose", "ibus", "", "xfcitx"])
def test_what_the_office_chose_is_left(tmp_path: Path, chosen: str) -> None:
    assert not is_wanted({"QT_IM_MODULES": chosen}, [], "linux")
    assert not is_wanted({}, [], "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_no_fcitx(platform: str) -> None:
    assert not is_wanted(BOTH, [], platform)


def test_a_plugin_for_fcitx_does_it_itself(tmp_path: Path) -> None:
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    assert not is_wanted(BOTH, [str(tmp_path / "none"), str(tmp_path)], "linux")


@pytest.mark.parametrize(
    ("display", "number"), [(":0", "0"), (":71.0", "71"), ("host:10.0", "10"), ("", "0"), ("wayland-0", "0")]
)
def test_the_display_has_a_number(display: str, number: str) -> None:
    assert display_of({"DISPLAY": display}) == number


START = """
import sys
from reportdesk.gui.app import make_application
make_application().processEvents()
print("PySide6.QtDBus" in sys.modules)
"""


def test_without_a_display_the_library_of_the_bus_is_not_even_read() -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen", "PATH": "", "QT_IM_MODULES": "fcitx"}
    ran = subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, check=True, env=environment, timeout=60
    )
    assert ran.stdout == "False\n"
