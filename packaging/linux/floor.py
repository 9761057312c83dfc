"""The oldest desktop that a program runs on: no symbol may ask for more, no library for what is not told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from common.run import BuildError
from common.targets import Target
from linux.elf import Elf, is_elf, read_elf


@dataclass(frozen=True)
class Floor:
    """What the files of a program ask for together."""

    files: int
    glibc: tuple[int, ...]
    glibcxx: tuple[int, ...]
    #: The libraries that must be on the machine, and one file that asks for each.
    outside: Mapping[str, str]

    def line(self) -> str:
        """Return it in a line."""
        return (
            f"{self.files} ELF files, at most GLIBC_{_dotted(self.glibc)} and GLIBCXX_{_dotted(self.glibcxx)}"
        )


def elves(program: Path) -> dict[Path, Elf]:
    """Return what each compiled file below a folder asks for."""
    return {path: read_elf(path.read_bytes()) for path in sorted(program.rglob("*")) if is_elf(path)}


def floor_of(program: Path) -> Floor:
    """Return what the files of a program ask for together."""
    found = elves(program)
    inside = {name for path, elf in found.items() for name in (path.name, elf.soname)}
    outside: dict[str, str] = {}
    for path, elf in found.items():
        for name in elf.needed:
            if name not in inside:
                outside.setdefault(name, path.relative_to(program).as_posix())
    return Floor(
        files=len(found),
        glibc=max((elf.highest("GLIBC") for elf in found.values()), default=()),
        glibcxx=max((elf.highest("GLIBCXX") for elf in found.values()), default=()),
        outside=outside,
    )


def refuse_higher(program: Path, target: Target, known: Mapping[str, str]) -> Floor:
    """Return a program's floor; refuse another processor, a newer glibc, a library not in `known`."""
    for path, elf in elves(program).items():
        if elf.machine != target.arch:
            raise BuildError(f"{path} is for {elf.machine}, not for {target.arch}")
        for family, most in (("GLIBC", target.glibc), ("GLIBCXX", target.glibcxx)):
            wanted = elf.highest(family)
            if wanted > most:
                what = f"{path} asks for {family}_{_dotted(wanted)}; {target.name} promises {_dotted(most)}"
                raise BuildError(f"{what}: an older wheel, or another promise")
    floor = floor_of(program)
    unknown = {name: file for name, file in floor.outside.items() if name not in known}
    if unknown:
        named = ", ".join(f"{name} (asked for by {file})" for name, file in sorted(unknown.items()))
        raise BuildError(f"no package of the machine is named for {named}: see packaging/linux/packages.toml")
    return floor


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version)) or "none"
