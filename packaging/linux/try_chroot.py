#!/usr/bin/env python3
"""Tries the Debian package and the archive of dist/ in bare Debian systems: install, convert, window, remove.

python3 packaging/linux/try_chroot.py [--arch aarch64] [--suite bullseye] [--commit NAME]

Needs root and Debian. Another processor than this machine's runs under qemu, slowly, in a system that is only
unpacked: what is tried there is the program. Pictures: build/packaging/tried/.
"""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from common.chroot import Chroot, copy_of, fresh_system, mounted, remove
from common.display import Display, fresh_display
from common.paths import DIST
from common.run import BuildError, output, say
from common.source import Commit, commit_of, source_of
from common.targets import Target, target_of
from common.tools import enter, need
from common.trial import TRIED, Trials, picture_of, same
from linux.emulator import runnable
from linux.foreign import unpacked_system

SUITES = ("bullseye", "bookworm")
#: Every government desktop has a Chinese font; a bare system has not.
_FONT = "fonts-wqy-microhei"
_CLERK = "su clerk -s /bin/sh -c"


def main() -> int:
    """Try everything and return the exit status."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--arch", choices=("x86_64", "aarch64"), default="x86_64")
    parser.add_argument("--suite", choices=SUITES, action="append")
    parser.add_argument("--commit", default="HEAD")
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
                try_suite(suite, target, commit, display, trials)
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


def _try_suite(suite: str, target: Target, commit: Commit, display: Display, trials: Trials) -> None:
    bare = fresh_system(suite, f"bare-{suite}-{target.debian}", architecture=target.debian)
    chroot = copy_of(bare, f"try-{suite}-{target.debian}")
    try:
        with mounted(chroot):
            Trial(chroot, suite, target, commit, display, trials).all(archive_of(target, commit))
    finally:
        remove(chroot.root)


def _try_unpacked(suite: str, target: Target, commit: Commit, display: Display, trials: Trials) -> None:
    chroot = unpacked_system(deb_of(target, commit), target, suite)
    try:
        with mounted(chroot):
            Trial(chroot, suite, target, commit, display, trials).uses()
    finally:
        remove(chroot.root)


class Trial:
    """The trial of one commit's artifacts in one system."""

    def __init__(
        self, chroot: Chroot, suite: str, target: Target, commit: Commit, display: Display, trials: Trials
    ) -> None:
        """Take the system, and bring the files into it."""
        self._chroot, self._suite, self._commit = chroot, suite, commit
        self._display, self._trials = display, trials
        self._slow = 1.0 if target.arch == "x86_64" else 20.0
        self._name = f"{suite}-{target.debian}"
        chroot.copy_in(deb_of(target, commit), "/try/reportdesk.deb")
        self._sample = chroot.copy_in(
            source_of(commit) / "docs" / "examples" / "yunxi-2024.json", "/try/sample.json"
        )

    def all(self, archive: Path) -> None:
        """Try one thing after the other."""
        attempt, suite = self._trials.attempt, self._suite
        self._chroot.copy_in(archive, "/try/reportdesk.tar.xz")
        if not attempt(f"{suite}: the package installs", self._install):
            return
        self.uses()
        attempt(f"{suite}: the desktop knows the program", self._desktop)
        attempt(f"{suite}: removing leaves reports and profile", self._remove)
        self._chroot.run(["useradd", "-m", "clerk"])
        attempt(f"{suite}: the archive installs for one user", self._install_archive)
        attempt(
            f"{suite}: its window shows a report",
            lambda: self._window("/home/clerk/.local/bin/reportdesk", "tar", "clerk"),
        )
        attempt(f"{suite}: the archive is replaced and removed", self._remove_archive)

    def uses(self) -> None:
        """Try what needs no installation."""
        attempt, suite = self._trials.attempt, self._suite
        attempt(f"{suite}: reportdesk --version", lambda: self._version("reportdesk"))
        attempt(f"{suite}: files are written, and read in a process of their own", self._convert)
        attempt(f"{suite}: the window shows a report", lambda: self._window("reportdesk", "deb"))

    def _install(self) -> str:
        self._chroot.run(["apt-get", "-qq", "update"], seconds=900)
        same("python3", self._chroot.call(["which", "python3"])[0], 1)
        self._chroot.install([_FONT, "/try/reportdesk.deb"])
        same("libxcb-cursor0", self._chroot.call(["dpkg", "-s", "libxcb-cursor0"])[0], 1)
        return self._chroot.run(["dpkg-query", "-W", "-f=${Installed-Size} KB", "reportdesk"])

    def _version(self, command: str) -> str:
        start = time.monotonic()
        told = self._chroot.run([command, "--version"]).strip()
        same("the version", told, f"reportdesk {self._commit.version}")
        return f"{told}, in {time.monotonic() - start:.2f} s"

    def _convert(self) -> str:
        def call(*words: str) -> None:
            self._chroot.run(["reportdesk", "convert", *words, "--force"], seconds=60 * self._slow)

        call("/try/sample.json", "/try/sample.rdesk")
        wanted = json.loads(self._sample.read_text("utf-8"))["cells"]
        for kind in ("docx", "xlsx", "html"):
            call("/try/sample.rdesk", f"/try/out.{kind}")
            call(f"/try/out.{kind}", f"/try/back-{kind}.json")
            back = json.loads((self._chroot.root / "try" / f"back-{kind}.json").read_text("utf-8"))["cells"]
            same(f"the cells of the {kind}", back, wanted)
        return f"{len(wanted)} cells"

    def _window(self, command: str, what: str, user: str = "root") -> str:
        environment = {"DISPLAY": self._display.name, "LC_ALL": "C.UTF-8"}
        words = [command, "/try/sample.rdesk"]
        if user != "root":
            self._chroot.run(["chown", "-R", user, "/try"])
            words = [
                "su",
                user,
                "-s",
                "/bin/sh",
                "-c",
                f"DISPLAY={self._display.name} exec {command} /try/sample.rdesk",
            ]
        process = self._chroot.start(words, env=environment)
        try:
            took = self._display.window("云溪县档案局2024年", 30 * self._slow, process)
            time.sleep(2 * min(self._slow, 5))
            picture = TRIED / f"{self._name}-{what}.png"
            self._display.picture(picture)
            return f"{picture_of(picture)}, shown after {took:.1f} s"
        except BuildError as error:
            log = self._chroot.root / "tmp" / f"{Path(words[0]).name}.log"
            raise BuildError(f"{error}\n{log.read_text('utf-8', 'replace')[-1500:]}") from error
        finally:
            self._display.tool(
                "xdotool", "search", "--onlyvisible", "--name", "云溪县档案局2024年", "windowclose"
            )
            process.terminate()
            process.wait(60)

    def _desktop(self) -> str:
        need("desktop-file-validate", "appstreamcli")
        share = self._chroot.root / "usr" / "share"
        output(["desktop-file-validate", str(share / "applications" / "reportdesk.desktop")])
        output(["appstreamcli", "validate", "--no-net", str(share / "metainfo" / "reportdesk.metainfo.xml")])
        self._chroot.install(["shared-mime-info", "man-db"])
        globs = (share / "mime" / "globs2").read_text("utf-8")
        same("the types", [kind in globs for kind in ("*.rdesk", "*.rdset")], [True, True])
        return "types, menu entry and AppStream file are in order"

    def _remove(self) -> None:
        foreign = self._chroot.root / "opt" / "reportdesk" / "mine.rdesk"
        foreign.write_text("mine", "ascii")
        words = ["apt-get", "-qq", "-y", "purge", "reportdesk"]
        self._chroot.run(words, env={"DEBIAN_FRONTEND": "noninteractive"})
        left = sorted(path.name for path in foreign.parent.rglob("*"))
        same("what is left in /opt/reportdesk", left, ["mine.rdesk"])
        same("the command", self._chroot.call(["which", "reportdesk"])[0], 1)
        same("the profile", (self._chroot.root / "root/.local/state/reportdesk").is_dir(), True)
        shutil.rmtree(foreign.parent)

    def _install_archive(self) -> str:
        self._chroot.run(
            ["apt-get", "-qq", "-y", "install", "xz-utils"], env={"DEBIAN_FRONTEND": "noninteractive"}
        )
        self._clerk("mkdir -p ~/unpacked; tar xf /try/reportdesk.tar.xz -C ~/unpacked")
        told = self._clerk("sh ~/unpacked/reportdesk/install.sh; rm -r ~/unpacked")
        same(
            "its version",
            self._clerk("~/.local/bin/reportdesk --version").strip(),
            f"reportdesk {self._commit.version}",
        )
        return told.strip()

    def _remove_archive(self) -> str:
        self._clerk(
            "mkdir ~/unpacked; tar xf /try/reportdesk.tar.xz -C ~/unpacked; sh ~/unpacked/*/install.sh"
        )
        told = self._clerk(
            "echo mine > ~/mine.rdesk; sh ~/unpacked/reportdesk/install.sh --remove; rm -r ~/unpacked"
        )
        home = self._chroot.root / "home" / "clerk"
        same("the command", (home / ".local" / "bin" / "reportdesk").is_symlink(), False)
        left = list((home / ".local" / "share").rglob("*reportdesk*"))
        same("what is left of the program", left, [])
        same("the report", (home / "mine.rdesk").is_file(), True)
        same("the profile", (home / ".local/state/reportdesk").is_dir(), True)
        return told.strip()

    def _clerk(self, script: str) -> str:
        return self._chroot.run(
            [*_CLERK.split(), f"set -e; {script}"], env={"HOME": "/home/clerk"}, seconds=300 * self._slow
        )


if __name__ == "__main__":
    sys.exit(main())
