"""Python's compiled files, made once here: the program's folder need not be written to, and starts faster."""

from __future__ import annotations

import sys
from pathlib import Path

from common.paths import BUILD
from common.run import run

_PROGRAM = """
import compileall, py_compile, sys
folder, strip = sys.argv[1:]
mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
sys.exit(not compileall.compile_dir(folder, stripdir=strip, quiet=1, invalidation_mode=mode, maxlevels=50))
"""


def compile_all(folder: Path, strip: Path) -> None:
    """Compile every module below `folder`; tracebacks name files as from `strip`.

    In a process of its own, with a fixed hash seed: the order in a frozenset, and what is shared in a
    compiled file, hang on both.
    """
    command: list[str | Path] = [sys.executable, "-S", "-c", _PROGRAM, folder, strip]
    run(command, env={"PYTHONHASHSEED": "0"}, log=BUILD / "logs" / "compile.log")
