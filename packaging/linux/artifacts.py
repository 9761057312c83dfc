"""The Linux artifacts: from the program folder the Debian package and the archive."""

from __future__ import annotations

from pathlib import Path

from common.archives import write_tar_xz
from common.paths import DIST
from common.run import timed
from common.source import Commit
from common.targets import Target
from linux.deb import write_deb
from linux.program import build_program


def build_deb(target: Target, commit: Commit) -> Path:
    """Build the Debian package, and return it."""
    program = build_program(target, commit)
    DIST.mkdir(exist_ok=True)
    path = DIST / f"reportdesk_{commit.version}_{target.debian}.deb"
    with timed(path.name):
        write_deb(program, target, commit, path)
    return path


def build_tarball(target: Target, commit: Commit) -> Path:
    """Build the archive that a user installs without root, and return it."""
    program = build_program(target, commit)
    DIST.mkdir(exist_ok=True)
    path = DIST / f"reportdesk-{commit.version}-{target.name}.tar.xz"
    with timed(path.name):
        write_tar_xz(program, path, commit.epoch)
    return path
