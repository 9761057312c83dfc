"""The compiler: zig from the lock, which knows every system that something is built for."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from common.paths import BUILD
from common.run import BuildError

#: Zig's own store of compiled parts; it makes a second build quick, and nothing in it is an input.
ENVIRONMENT = {"ZIG_GLOBAL_CACHE_DIR": str(BUILD / "zig"), "ZIG_LOCAL_CACHE_DIR": str(BUILD / "zig")}


def zig() -> Path:
    """Return the program; it comes in a wheel."""
    found = importlib.util.find_spec("ziglang")
    if found is None or found.origin is None:
        raise BuildError("zig is in the tools' environment alone: start packaging/build.py")
    return Path(found.origin).parent / "zig"
