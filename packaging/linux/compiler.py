"""The compiler for an old glibc, as the scripts of other projects want it: four programs without options."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from common.paths import BUILD
from common.targets import Target
from common.zig import ENVIRONMENT, zig

_WRAPPERS = {
    "cc": "cc -target {triple}",
    "c++": "c++ -target {triple}",
    "ar": "ar",
    "ranlib": "ranlib",
}
#: The glibc that everything is compiled for, whatever the target's ceiling is.
GLIBC = "2.28"


def compiler(target: Target) -> Mapping[str, str]:
    """Return the environment in which configure and make compile for `target`."""
    folder = BUILD / "compiler" / target.name
    folder.mkdir(parents=True, exist_ok=True)
    for name, words in _WRAPPERS.items():
        wrapper = folder / name
        text = f'#!/bin/sh\nexec "{zig()}" {words.format(triple=triple(target))} "$@"\n'
        if not wrapper.is_file() or wrapper.read_text("utf-8") != text:
            wrapper.write_text(text, "utf-8")
            wrapper.chmod(0o755)
    tools = {"CC": "cc", "CXX": "c++", "AR": "ar", "RANLIB": "ranlib"}
    return {
        **ENVIRONMENT,
        **{name: str(folder / tool) for name, tool in tools.items()},
        # Python's configure refuses the bare word.
        "READELF": shutil.which("readelf") or "readelf",
        # No moment of the build in what is built.
        "SOURCE_DATE_EPOCH": "0",
    }


def triple(target: Target) -> str:
    """Return zig's name of a target, with the glibc that is meant."""
    return f"{target.arch}-linux-gnu.{GLIBC}"


def hosts(target: Target) -> list[str]:
    """Return the words that tell configure to compile for another machine than this one."""
    return [f"--host={target.arch}-linux-gnu", "--build=x86_64-pc-linux-gnu"]


def without_paths(work: Path) -> str:
    """Return the flags that keep the folder of the build out of what is built."""
    return f"-ffile-prefix-map={work}=."
