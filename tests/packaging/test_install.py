"""install.sh replaces the program and leaves what it keeps beside itself."""

import os
import subprocess
from pathlib import Path

import pytest

from common.paths import PACKAGING

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script for Linux")

SIZES = (16, 24, 32, 48, 64, 128, 256)


def lay_out(folder: Path, version: str) -> Path:
    """A program folder as it is unpacked, with a Python that does nothing."""
    share, python = folder / "share", folder / "runtime" / "bin" / "reportdesk-python"
    (share / "icons").mkdir(parents=True)
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nexit 0\n")
    python.chmod(0o755)
    (folder / "reportdesk").write_text(version)
    for name in ("install.sh", "share/reportdesk.desktop", "share/reportdesk.xml"):
        (folder / name).write_bytes((PACKAGING / "linux" / name).read_bytes())
    for name in ("reportdesk.bash", "reportdesk.1"):
        (share / name).touch()
    for kind in ("reportdesk", "rdesk", "rdset"):
        for size in SIZES:
            (share / "icons" / f"{kind}-{size}.png").touch()
    return folder


def install(folder: Path, home: Path, *words: str) -> str:
    known = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    script = ["sh", str(folder / "install.sh"), *words]
    return subprocess.run(script, env=known, capture_output=True, text=True, check=True, timeout=60).stdout


def test_an_update_and_a_removal_keep_a_portable_profile(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    program = home / ".local" / "share" / "reportdesk-program"
    install(lay_out(tmp_path / "one", "1"), home)
    (program / "portable").touch()
    (program / "profile").mkdir()
    (program / "profile" / "recent.json").write_text("[]")
    install(lay_out(tmp_path / "two", "2"), home)
    assert (program / "reportdesk").read_text() == "2"
    assert (program / "portable").exists()
    assert (program / "profile" / "recent.json").read_text() == "[]"
    desktop = home / ".local" / "share" / "applications" / "reportdesk.desktop"
    assert f'Exec="{program}/reportdesk" %F' in desktop.read_text()
    said = install(tmp_path / "two", home, "--remove")
    assert "profile" in said
    assert sorted(path.name for path in program.iterdir()) == ["portable", "profile"]
    assert not desktop.exists()


def test_a_removal_leaves_nothing_of_a_program_that_kept_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    install(lay_out(tmp_path / "one", "1"), home)
    install(tmp_path / "one", home, "--remove")
    assert not (home / ".local" / "share" / "reportdesk-program").exists()
