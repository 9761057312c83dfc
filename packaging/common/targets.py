"""The systems that something is built for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from common.run import BuildError

PYTHON = "3.11"


@dataclass(frozen=True)
class Target:
    """A system and a processor: what markers say of it, which wheels run there, how Debian calls it."""

    system: str
    arch: str
    wheels: tuple[str, ...]
    debian: str = ""
    #: The highest glibc whose symbols may be asked for, those of the oldest desktop that is meant.
    glibc: tuple[int, int] = (0, 0)
    #: The same of the C++ library.
    glibcxx: tuple[int, int, int] = (0, 0, 0)

    @property
    def name(self) -> str:
        """The name in folders and artifacts."""
        return f"{self.system}-{self.arch}"

    @property
    def markers(self) -> Mapping[str, str]:
        """What a lock's markers compare with."""
        windows = self.system == "windows"
        return {
            "sys_platform": "win32" if windows else "linux",
            "platform_system": "Windows" if windows else "Linux",
            "platform_machine": "AMD64" if windows else self.arch,
            "os_name": "nt" if windows else "posix",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "python_version": PYTHON,
            "python_full_version": f"{PYTHON}.2",
        }


def _manylinux(arch: str, newest: int) -> tuple[str, ...]:
    numbered = (f"manylinux_2_{minor}_{arch}" for minor in range(newest, 4, -1))
    return (*numbered, *(f"manylinux{older}_{arch}" for older in ("2014", "2010", "1")))


TARGETS = (
    Target("windows", "x86_64", ("win_amd64",)),
    Target("linux", "x86_64", _manylinux("x86_64", 28), "amd64", (2, 28), (3, 4, 25)),
    # Qt's own wheel for aarch64 says 2_31; its files ask for 2.30, and for the C++ library of GCC 10.
    Target("linux", "aarch64", _manylinux("aarch64", 31), "arm64", (2, 30), (3, 4, 28)),
)


def target_of(system: str, arch: str) -> Target:
    """Return the target of that system and processor; refuse what nothing is built for."""
    for target in TARGETS:
        if (target.system, target.arch) == (system, arch):
            return target
    raise BuildError(
        f"nothing is built for {system} on {arch}; there is " + ", ".join(t.name for t in TARGETS)
    )
