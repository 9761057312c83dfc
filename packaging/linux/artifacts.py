"""The Linux artifacts: from the program folder the Debian package and the archive."""

from __future__ import annotations

from pathlib import Path

from common.archives import write_tar_xz
from common.paths import DIST, PACKAGING
from common.source import Commit
from common.steps import artifact
from common.targets import Target
from linux.deb import write_deb
from linux.program import build_program


def build_deb(target: Target, commit: Commit) -> Path:
    """Build the Debian package, and return it."""
    program = build_program(target, commit)

    def write(path: Path) -> None:
        write_deb(program, target, commit, path)

    path = DIST / f"reportdesk_{commit.version}_{target.debian}.deb"
    return artifact(path, [commit.hash, program, PACKAGING / "linux", PACKAGING / "common"], write)


def build_tarball(target: Target, commit: Commit) -> Path:
    """Build the archive that a user installs without root, and return it."""
    program = build_program(target, commit)

    def write(path: Path) -> None:
        write_tar_xz(program, path, commit.epoch)

    path = DIST / f"reportdesk-{commit.version}-{target.name}.tar.xz"
    return artifact(path, [commit.hash, program, PACKAGING / "common"], write)
