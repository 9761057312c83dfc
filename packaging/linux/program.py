"""The program folder for Linux: Python, modules, small libraries, the desktop's files."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

from common.archives import settle
from common.bytecode import compile_all
from common.component import Component
from common.components import add_component_files
from common.debian import fetch, read_lock
from common.icons import LINUX_SIZES, NAMES
from common.paths import BUILD, ICONS, PACKAGING
from common.run import BuildError, run, say, timed
from common.source import Commit, source_of, wheel_of
from common.steps import Fact, step
from common.targets import PYTHON, Target
from common.tools import need
from common.wheels import Contents, fetch_wheels, unmatched, unpack_wheels
from linux.floor import refuse_higher
from linux.libraries import LOCK
from linux.python import build_python

HERE = Path(__file__).resolve().parent


def build_program(target: Target, commit: Commit) -> Path:
    """Return the folder `reportdesk` as it is installed, checked against the oldest desktop that is meant."""
    wheels = [*fetch_wheels(target), wheel_of(commit)]
    python = build_python(target)

    def lay_out(folder: Path) -> None:
        program = folder / "reportdesk"
        shutil.copytree(python, program / "runtime", symlinks=True)
        library = program / "runtime" / "lib" / f"python{PYTHON}"
        modules = library / "site-packages"
        contents = Contents.read(HERE / "contents.toml")
        unpack_wheels(wheels, contents, modules)
        _refuse_absent(contents, modules)
        more = add_libraries(target, modules / "PySide6" / "Qt" / "lib")
        compile_all(library, program)
        _add_own_files(program, target, commit)
        add_component_files(program, target, commit, wheels, HERE / "components.toml", more)
        settle(program, commit.epoch)
        say(refuse_higher(program, target, {**packages("needed"), **packages("optional")}).line())

    facts: list[Fact] = [commit.hash, PACKAGING / "linux", PACKAGING / "common", *wheels, python]
    with timed(f"the program folder of {target.name}"):
        return step(BUILD / f"{target.name}-program", facts, lay_out) / "reportdesk"


def packages(kind: str) -> Mapping[str, str]:
    """Return Debian's package of each library of the machine: of the `needed` ones, or of the `optional`."""
    packages: Mapping[str, str] = tomllib.loads((HERE / "packages.toml").read_text("utf-8"))[kind]
    return packages


def add_libraries(target: Target, folder: Path) -> list[Component]:
    """Put the libraries of the lock beside Qt's, where those look first; return what they are."""
    need("patchelf", "dpkg-deb")
    files = [each for each in read_lock(LOCK) if each.kind == target.debian]
    found = []
    for each, package in zip(files, fetch(files), strict=True):
        unpacked = BUILD / "unpacked" / package.stem
        shutil.rmtree(unpacked, ignore_errors=True)
        unpacked.mkdir(parents=True)
        run(["dpkg-deb", "-x", package, unpacked])
        for link in sorted(unpacked.rglob("*.so.*")):
            if link.is_symlink():
                shutil.copyfile(link.resolve(), folder / link.name)
                (folder / link.name).chmod(0o755)
                run(["patchelf", "--set-rpath", "$ORIGIN", folder / link.name])
        terms = (unpacked / "usr/share/doc" / each.package / "copyright").read_text("utf-8")
        found.append(
            Component(
                name=each.package,
                version=each.version,
                licence="MIT",
                origin="Debian, beside Qt's libraries",
                file=each.file,
                sha256=each.sha256,
                purl=f"pkg:deb/debian/{each.package}@{each.version.replace(':', '%3A')}?arch={target.debian}",
                texts=(terms,),
            )
        )
    return found


def _add_own_files(program: Path, target: Target, commit: Commit) -> None:
    source = source_of(commit)
    start = program / "reportdesk"
    shutil.copy(HERE / "launcher.sh", start)
    start.chmod(0o755)
    fills = {"@GLIBC@": ".".join(map(str, target.glibc)), "@ARCH@": target.arch}
    script = (HERE / "install.sh").read_text("utf-8")
    for word, value in fills.items():
        script = script.replace(word, value)
    (program / "install.sh").write_text(script, "utf-8")
    (program / "install.sh").chmod(0o755)
    shutil.copy(source / "LICENSE", program / "LICENSE.txt")
    shutil.copytree(HERE / "share", program / "share")
    icons = program / "share" / "icons"
    icons.mkdir()
    for name in NAMES:
        for side in LINUX_SIZES:
            shutil.copy(ICONS / f"{name}-{side}.png", icons)


def _refuse_absent(contents: Contents, modules: Path) -> None:
    names = [path.relative_to(modules).as_posix() for path in modules.rglob("*") if path.is_file()]
    absent = unmatched(contents, names)
    if absent:
        raise BuildError("no wheel holds " + ", ".join(absent) + ": mend contents.toml")
