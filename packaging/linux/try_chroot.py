#!/usr/bin/env python3
"""Tries the Debian package and the archive of dist/ in bare Debian systems: install, convert, window, remove.

python3 packaging/linux/try_chroot.py [--arch aarch64] [--suite bullseye] [--commit NAME] [--before ARCHIVE]

Needs root and Debian. Another processor than this machine's runs under qemu, slowly, in a system that is only
unpacked: what is tried there is the program. Pictures: build/packaging/tried/.
"""

from __future__ import annotations

import platform
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from common.chroot import Chroot, copy_of, fresh_system, mounted, remove
from common.display import Display, fresh_display
from common.paths import DIST
from common.run import BuildError, say
from common.source import Commit, commit_of
from common.targets import Target, target_of
from common.tools import enter, need
from common.trial import Trials
from trials.emulator import runnable
from trials.foreign import unpacked_system
from trials.installed import Archive, Package
from trials.uses import TrialPlace, Uses

SUITES = ("bullseye", "bookworm")


def main() -> int:
    """Try everything and return the exit status."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--arch", choices=("x86_64", "aarch64"), default="x86_64")
    parser.add_argument("--suite", choices=SUITES, action="append")
    parser.add_argument("--commit", default="HEAD")
    parser.add_argument("--before", type=Path, help="an older archive, which this one shall replace")
    call = parser.parse_args()
    try:
        enter(Path(__file__).resolve(), sys.argv[1:])
        commit, target = commit_of(call.commit), target_of("linux", call.arch)
        trials = Trials(f"chroot {call.arch}")
        need("lintian")
        trials.attempt("lintian finds no error", lambda: _lint(deb_of(target, commit)))
        try_suite = _try_suite if target.arch == platform.machine() else _try_unpacked
        with runnable(target), fresh_display() as display:
            for suite in call.suite or SUITES:
                try_suite(suite, target, commit, display, trials, call.before)
        return trials.close()
    except BuildError as error:
        say(f"stopped: {error}")
        return 1


def deb_of(target: Target, commit: Commit) -> Path:
    """Return the package in dist/; refuse its absence."""
    return _there(DIST / f"reportdesk_{commit.version}_{target.debian}.deb", "deb", target)


def archive_of(target: Target, commit: Commit) -> Path:
    """Return the archive in dist/; refuse its absence."""
    return _there(DIST / f"reportdesk-{commit.version}-{target.name}.tar.xz", "tarball", target)


def _there(path: Path, kind: str, target: Target) -> Path:
    if not path.is_file():
        raise BuildError(
            f"{path.name} is not in dist/: python3 packaging/build.py {kind} --arch {target.arch}"
        )
    return path


def _lint(deb: Path) -> str:
    done = subprocess.run(
        ["lintian", "--no-tag-display-limit", deb], capture_output=True, text=True, check=False
    )
    lines = (done.stdout + done.stderr).splitlines()
    if done.returncode or any(line.startswith("E:") for line in lines):
        raise BuildError("\n".join(lines[:40]))
    return f"{sum(line.startswith('W:') for line in lines)} warnings"


def _try_suite(
    suite: str, target: Target, commit: Commit, display: Display, trials: Trials, before: Path | None
) -> None:
    bare = fresh_system(suite, f"bare-{suite}-{target.debian}", architecture=target.debian)
    chroot = copy_of(bare, f"try-{suite}-{target.debian}")
    try:
        with mounted(chroot):
            place = _place(chroot, suite, target, commit, display, trials)
            if Package(place, deb_of(target, commit)).all():
                archive = archive_of(target, commit)
                Archive(place, archive, before or archive).all()
    finally:
        remove(chroot.root)


def _try_unpacked(
    suite: str, target: Target, commit: Commit, display: Display, trials: Trials, _: Path | None
) -> None:
    chroot = unpacked_system(deb_of(target, commit), target, suite)
    try:
        with mounted(chroot):
            Uses(_place(chroot, suite, target, commit, display, trials)).all()
    finally:
        remove(chroot.root)


def _place(
    chroot: Chroot, suite: str, target: Target, commit: Commit, display: Display, trials: Trials
) -> TrialPlace:
    slow = 1.0 if target.arch == platform.machine() else 20.0
    return TrialPlace(chroot, suite, f"{suite}-{target.debian}", commit, display, trials, slow)


if __name__ == "__main__":
    sys.exit(main())
