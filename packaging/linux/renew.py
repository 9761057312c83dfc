#!/usr/bin/env python3
"""Writes debian.lock anew: the newest versions of the Debian packages that the Linux program is made of."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from common.archives import sha256
from common.debian import APT, DebianFile, download, read_lock
from common.run import BuildError, output, say

LOCK = Path(__file__).resolve().parent / "debian.lock"
_HEAD = """# What the Linux program takes from Debian; made by packaging/linux/renew.py, which asks apt.
# suite, source or architecture, package, version, file, SHA-256
"""


def main() -> int:
    """Renew every package that the lock names; return the exit status."""
    shutil.rmtree(APT, ignore_errors=True)
    try:
        named = dict.fromkeys((each.suite, each.kind, each.package) for each in read_lock(LOCK))
        lines = [line for suite, kind, package in named for line in newest(suite, kind, package)]
    except BuildError as error:
        say(f"stopped: {error}")
        return 1
    LOCK.write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")
    return 0


def newest(suite: str, kind: str, package: str) -> list[str]:
    """Return the lines of a package's newest version."""
    files = download(kind, package, f"/{suite}")
    if kind == "source":
        (control,) = [path for path in files if path.suffix == ".dsc"]
        version = _field(control.read_text("utf-8", "replace"), "Version")
    else:
        version = output(["dpkg-deb", "-f", str(files[0]), "Version"]).decode().strip()
    return [DebianFile(suite, kind, package, version, path.name, sha256(path)).line() for path in files]


def _field(text: str, name: str) -> str:
    return next(line.partition(": ")[2] for line in text.splitlines() if line.startswith(f"{name}: "))


if __name__ == "__main__":
    sys.exit(main())
