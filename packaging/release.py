#!/usr/bin/env python3
"""Makes a release of a commit: every artifact, SHA256SUMS over them, and what the changelog says of it.

python3 packaging/release.py [--commit NAME] [--only windows-x86_64 …] [--given FOLDER …]

The version should have a section in CHANGELOG.md, such as "## 0.2.0 - 2026-12-01"; without one the words
under "Unreleased" are taken, and that is said.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from common.archives import sha256
from common.given import take
from common.paths import DIST
from common.run import BuildError, say, timed
from common.source import Commit, commit_of, source_of
from common.targets import TARGETS, Target
from common.tools import enter

_RELEASED = re.compile(r"^RELEASED = date\((\d+), (\d+), (\d+)\)$", re.MULTILINE)
#: So long after its day a version is somebody's slip.
_OLD = timedelta(days=60)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def main(words: Sequence[str]) -> int:
    """Make what `words` ask for and return the exit status."""
    names = [target.name for target in TARGETS]
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--commit", default="HEAD")
    parser.add_argument("--only", choices=names, action="append", help="a target; all of them by default")
    parser.add_argument(
        "--given",
        type=Path,
        action="append",
        default=[],
        help="a folder with artifacts built elsewhere of this commit",
    )
    call = parser.parse_args(words)
    try:
        enter(Path(__file__).resolve(), words)
        commit = commit_of(call.commit)
        module = source_of(commit) / "src" / "reportdesk" / "__init__.py"
        if remark := remark_on_day(module.read_text("utf-8"), commit):
            say(remark)
        with timed(f"release {commit.version}, {commit.hash[:12]}"):
            wanted = [target for target in TARGETS if target.name in (call.only or names)]
            made = [path for target in wanted for path in bring(target, commit, call.given)]
            made += write_notes(commit, made)
    except BuildError as error:
        say(f"stopped: {error}")
        return 1
    for path in made:
        print(f"{path.stat().st_size / 1e6:7.1f} MB  {path}")
    return 0


def bring(target: Target, commit: Commit, folders: Sequence[Path]) -> list[Path]:
    """Return every artifact of a target: given by another machine, or built."""
    for folder in folders:
        if given := take(target, commit, folder):
            say(f"{target.name}: taken from {folder}")
            return given
    return build(target, commit)


def build(target: Target, commit: Commit) -> list[Path]:
    """Build every artifact of a target."""
    if target.system == "windows":
        from windows.artifacts import build_windows

        return build_windows(target, commit)
    from linux.artifacts import build_deb, build_tarball

    return [build_deb(target, commit), build_tarball(target, commit)]


def write_notes(commit: Commit, made: Iterable[Path]) -> list[Path]:
    """Write SHA256SUMS and the notes of the release beside what was made."""
    sums, notes = DIST / "SHA256SUMS", DIST / f"reportdesk-{commit.version}-notes.md"
    sums.write_text(sums_of(made), "utf-8")
    changelog = (source_of(commit) / "CHANGELOG.md").read_text("utf-8")
    section = section_of(changelog, commit.version)
    if section is None:
        say(f"CHANGELOG.md has no section {commit.version}: the words under Unreleased are taken")
        section = section_of(changelog, "Unreleased") or ""
    check = "`sha256sum -c SHA256SUMS` checks the files."
    notes.write_text(
        f"# reportdesk {commit.version}\n\nCommit {commit.hash}. {check}\n\n{section}\n", "utf-8"
    )
    return [sums, notes]


def remark_on_day(module: str, commit: Commit) -> str:
    """Return what is odd about the day that the program calls its own; a clock before it is called wrong."""
    found = _RELEASED.search(module)
    if found is None:
        raise BuildError("src/reportdesk/__init__.py tells no RELEASED")
    day = date(*map(int, found.groups()))
    made = datetime.fromtimestamp(commit.epoch, UTC).date()
    if day > made:
        raise BuildError(f"RELEASED is {day}, after the commit: every clock would be called wrong")
    return f"RELEASED is {day}, the commit is of {made}: bring it up to date" if made - day > _OLD else ""


def sums_of(paths: Iterable[Path]) -> str:
    """Return the lines that `sha256sum -c` reads, by name."""
    return "".join(f"{sha256(path)}  {path.name}\n" for path in sorted(paths, key=lambda path: path.name))


def section_of(changelog: str, version: str) -> str | None:
    """Return what a changelog says of a version, without the heading; None where it says nothing."""
    headings = list(_HEADING.finditer(changelog))
    for number, heading in enumerate(headings):
        if heading[1].strip("[] ").split(" ")[0].strip("[]") == version:
            end = headings[number + 1].start() if number + 1 < len(headings) else len(changelog)
            return changelog[heading.end() : end].strip()
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
