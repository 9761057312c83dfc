"""The Windows artifacts: the program folder, and from it the zip and the setup."""

from __future__ import annotations

import shutil
from pathlib import Path

from common.archives import settle, write_zip
from common.bytecode import compile_all
from common.components import add_component_files
from common.paths import BUILD, DIST, PACKAGING
from common.run import BuildError
from common.source import Commit, source_of, wheel_of
from common.steps import Fact, artifact, step
from common.targets import Target
from common.wheels import Contents, fetch_wheels, unmatched, unpack_wheels
from windows.launcher import build_launchers
from windows.python import embedded_python
from windows.setup import write_setup

HERE = Path(__file__).resolve().parent


def build_windows(target: Target, commit: Commit) -> list[Path]:
    """Build the zip and the setup, and return them."""
    program = build_program(target, commit)
    name = f"reportdesk-{commit.version}-{target.name}"
    facts: list[Fact] = [commit.hash, program, PACKAGING / "windows", PACKAGING / "common"]

    def pack(path: Path) -> None:
        write_zip(program, path, commit.epoch)

    def set_up(path: Path) -> None:
        write_setup(program, path, commit)

    return [artifact(DIST / f"{name}.zip", facts, pack), artifact(DIST / f"{name}-setup.exe", facts, set_up)]


def build_program(target: Target, commit: Commit) -> Path:
    """Return the folder `reportdesk` as it is installed: runtime, lib, launchers, licences."""
    wheels = [*fetch_wheels(target), wheel_of(commit)]
    python, launchers = embedded_python(), build_launchers(commit)

    def lay_out(folder: Path) -> None:
        program = folder / "reportdesk"
        shutil.copytree(python, program / "runtime")
        contents = Contents.read(HERE / "contents.toml")
        unpack_wheels(wheels, contents, program / "lib")
        refuse_absent(contents, program / "lib")
        compile_all(program / "lib", program)
        for launcher in launchers.glob("*.exe"):
            shutil.copy(launcher, program)
        shutil.copy(source_of(commit) / "LICENSE", program / "LICENSE.txt")
        add_component_files(program, target, commit, wheels, HERE / "components.toml")
        settle(program, commit.epoch)

    facts: list[Fact] = [commit.hash, PACKAGING / "windows", PACKAGING / "common", *wheels, python, launchers]
    return step(BUILD / "windows-program", facts, lay_out) / "reportdesk"


def refuse_absent(contents: Contents, lib: Path) -> None:
    """Raise BuildError where a folder of libraries has none for a pattern of its contents."""
    names = [path.relative_to(lib).as_posix() for path in lib.rglob("*") if path.is_file()]
    absent = unmatched(contents, names)
    if absent:
        raise BuildError("no wheel holds " + ", ".join(absent) + ": mend contents.toml")
