"""What is tried of an installation: the package for everybody, the archive for one user, both replaced."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from common.icons import LINUX_SIZES
from common.paths import ROOT
from common.run import BuildError, output
from common.tools import need
from common.trial import same
from linux.deb import ICONS, RECOMMENDED_LIBRARIES
from linux.program import packages
from trials.uses import ORGAN, REPORT, TITLE, TrialPlace, Uses

#: Every government desktop has a Chinese font; a bare system has not.
_FONT = "fonts-wqy-microhei"
#: What a desktop has that knows types, opens files by them, shows manual pages and completes words.
_DESKTOP = ("shared-mime-info", "desktop-file-utils", "libglib2.0-bin", "hicolor-icon-theme", "man-db")
_CLERK = "su clerk -s /bin/sh -c"
#: What version 0.1 left: a report, and a profile with backups, unsaved and declined work.
_LEFT = ROOT / "tests" / "data" / "version-0.1"
_COMPLETE = """
. /usr/share/bash-completion/completions/reportdesk
COMP_WORDS=(reportdesk doc) COMP_CWORD=1; _reportdesk; echo "${COMPREPLY[*]}"
"""
_PROFILE = "{}/.local/state/reportdesk"
_TYPES = {"rdesk": "application/x-reportdesk", "rdset": "application/x-reportdesk-set"}
_OTHER = "白水县档案局"


class Package:
    """The Debian package, in a bare system."""

    def __init__(self, place: TrialPlace, deb: Path) -> None:
        """Bring the package into the system."""
        self._place, self._chroot, self._uses = place, place.chroot, Uses(place)
        place.chroot.copy_in(deb, "/try/reportdesk.deb")

    def all(self) -> bool:
        """Try one thing after the other; return whether it could be installed."""
        attempt = self._place.attempt
        if not attempt("the package installs", self._install):
            return False
        self._uses.all()
        attempt("the desktop knows the program", self._desktop)
        attempt("a double click opens in the running program", self._double_click)
        attempt("a portable program keeps all beside itself", self._portable)
        attempt("removing leaves reports and profile", self._remove)
        return True

    def _install(self) -> str:
        self._chroot.run(["apt-get", "-qq", "update"], seconds=900)
        same("python3", self._chroot.call(["which", "python3"])[0], 1)
        self._chroot.install([_FONT, "/try/reportdesk.deb"])
        same("libxcb-cursor0", self._chroot.call(["dpkg", "-s", "libxcb-cursor0"])[0], 1)
        return self._chroot.run(["dpkg-query", "-W", "-f=${Installed-Size} KB", "reportdesk"])

    def _desktop(self) -> str:
        need("desktop-file-validate", "appstreamcli")
        share = self._chroot.root / "usr" / "share"
        output(["desktop-file-validate", str(share / "applications" / "reportdesk.desktop")])
        output(["appstreamcli", "validate", "--no-net", str(share / "metainfo" / "reportdesk.metainfo.xml")])
        libraries = packages("optional")
        self._chroot.install([*_DESKTOP, *(libraries[name] for name in RECOMMENDED_LIBRARIES)])
        theme = share / "icons" / "hicolor"
        places = [theme / f"{side}x{side}" / icon for side in LINUX_SIZES for icon in ICONS.values()]
        same("the icons that are missing", [place for place in places if not place.is_file()], [])
        for suffix, kind in _TYPES.items():
            self._know(suffix, kind)
        same("completed", self._chroot.run(["bash", "-c", _COMPLETE]).strip(), "doctor")
        page = self._chroot.run(["man", "-P", "cat", "reportdesk"])
        same("the manual page tells of doctor", "doctor" in page, True)
        return f"types, {len(places)} icons, menu entry, AppStream file, manual page, completion"

    def _know(self, suffix: str, kind: str) -> None:
        """See what the desktop calls a file, which icon it gets, and what opens it."""
        file = f"/try/any.{suffix}"
        # An empty file is of no kind.
        (self._chroot.root / file.lstrip("/")).write_text("{}", "ascii")
        output = self._chroot.run(["gio", "info", "-a", "standard::content-type,standard::icon", file])
        if f"content-type: {kind}\n" not in output or f"icon: {kind.replace('/', '-')}," not in output:
            raise BuildError(f"a .{suffix} is none of ours:\n{output}")
        opens = self._chroot.run(["gio", "mime", kind])
        same(f"what opens a .{suffix}", "reportdesk.desktop" in opens, True)

    def _double_click(self) -> str:
        display = self._place.display
        folder = self._chroot.root / "try"
        sample = (folder / "sample.json").read_text("utf-8")
        # Its title names the organ too.
        (folder / "other.json").write_text(sample.replace(ORGAN, _OTHER), "utf-8")
        self._chroot.run(["reportdesk", "convert", "/try/other.json", "/try/other.rdesk", "--force"])
        environment = {"DISPLAY": display.name}
        first = self._chroot.start(["reportdesk", REPORT], env=environment)
        try:
            display.window(TITLE, 60, first)
            # What a desktop does; `gio open` never ends in Debian 11 without a session bus.
            entry = self._chroot.root / "usr" / "share" / "applications" / "reportdesk.desktop"
            (words,) = re.findall(r"^Exec=(.+)$", entry.read_text("utf-8"), re.MULTILINE)
            self._chroot.run(
                [*words.replace("%F", "").split(), "/try/other.rdesk"], env=environment, seconds=60
            )
            took = display.window(_OTHER, 60, first)
            same("programs that run", self._chroot.running("reportdesk-python", "-I", "-m", "reportdesk"), 1)
        except BuildError as error:
            raise BuildError(f"{error}\n{self._chroot.log_of(['reportdesk'])}") from error
        finally:
            for title in (_OTHER, TITLE):
                display.close(title)
            first.terminate()
            first.wait(60)
        return f"one process, two windows, after {took:.1f} s"

    def _portable(self) -> str:
        """Let the program keep all beside itself, and replace it."""
        program, home = self._chroot.root / "opt" / "reportdesk", self._chroot.root / "tmp" / "home"
        (program / "portable").touch()
        environment = {"HOME": "/tmp/home", "DISPLAY": self._place.display.name}
        same("doctor", "便携方式" in self._chroot.run(["reportdesk", "doctor"], env=environment), True)
        process = self._chroot.start(["reportdesk", REPORT], env=environment)
        try:
            self._place.display.window(TITLE, 60, process)
        finally:
            self._place.display.close(TITLE)
            process.terminate()
            process.wait(60)
        kept = contents(program / "profile")
        same("something is kept", bool(kept), True)
        same("what is kept elsewhere", [name for name in contents(home) if "reportdesk" in name], [])
        self._chroot.run(["dpkg", "-i", "/try/reportdesk.deb"])
        same("what is kept after an update", contents(program / "profile"), kept)
        same("still portable", (program / "portable").is_file(), True)
        (program / "portable").unlink()
        shutil.rmtree(program / "profile")
        return f"{len(kept)} files, the same after the package was replaced"

    def _remove(self) -> None:
        foreign = self._chroot.root / "opt" / "reportdesk" / "mine.rdesk"
        foreign.write_text("mine", "ascii")
        words = ["apt-get", "-qq", "-y", "purge", "reportdesk"]
        self._chroot.run(words, env={"DEBIAN_FRONTEND": "noninteractive"})
        left = sorted(path.name for path in foreign.parent.rglob("*"))
        same("what is left in /opt/reportdesk", left, ["mine.rdesk"])
        same("the command", self._chroot.call(["which", "reportdesk"])[0], 1)
        same("the profile", (self._chroot.root / _PROFILE.format("root")).is_dir(), True)
        shutil.rmtree(foreign.parent)


class Archive:
    """The archive of a user without root, over what version 0.1 left."""

    def __init__(self, place: TrialPlace, archive: Path, before: Path) -> None:
        """Make the user, with a report and a profile of 0.1; `before` is the archive she has already."""
        self._place, self._chroot, self._uses = place, place.chroot, Uses(place)
        self._home = place.chroot.root / "home" / "clerk"
        place.chroot.run(["useradd", "-m", "clerk"])
        for name, file in (("reportdesk", archive), ("before", before)):
            place.chroot.copy_in(file, f"/try/{name}.tar.xz")
        shutil.copytree(_LEFT / "profile", self._home / ".local" / "state" / "reportdesk")
        place.chroot.copy_in(_LEFT / "report.rdesk", "/home/clerk/report.rdesk")
        place.chroot.run(["chown", "-R", "clerk:clerk", "/home/clerk", "/try"])
        self._before = contents(self._home)

    def all(self) -> None:
        """Try one thing after the other."""
        attempt, command = self._place.attempt, "/home/clerk/.local/bin/reportdesk"
        attempt("the archive installs for one user", self._install)
        attempt("its window shows a report", lambda: self._uses.window(command, "tar", "clerk"))
        attempt("an update keeps what was there before", self._update)
        attempt("the archive is removed, and leaves the rest", self._remove)

    def _install(self) -> str:
        words = ["apt-get", "-qq", "-y", "install", "xz-utils"]
        self._chroot.run(words, env={"DEBIAN_FRONTEND": "noninteractive"})
        return self._install_from("before")

    def _update(self) -> str:
        self._install_from("reportdesk")
        output = self._clerk("~/.local/bin/reportdesk --version").strip()
        same("its version", output, f"reportdesk {self._place.commit.version}")
        same("files of before that are lost", self._lost(), [])
        self._clerk("~/.local/bin/reportdesk show ~/report.rdesk")
        page = json.loads(self._clerk("~/.local/bin/reportdesk doctor --json"))
        (backups,) = [item for item in page["items"] if item["code"] == "backups"]
        same("the backups", backups["state"], "good")
        return f"{len(self._before)} files as before; {'；'.join(backups['found'])}"

    def _remove(self) -> str:
        output = self._install_from("reportdesk", "--remove")
        same("the command", (self._home / ".local" / "bin" / "reportdesk").is_symlink(), False)
        same("what is left of the program", list((self._home / ".local" / "share").rglob("*reportdesk*")), [])
        same("files of before that are lost", self._lost(), [])
        return output

    def _lost(self) -> list[str]:
        """Return what was there before and is in no file now; the program may name a draft anew."""
        now = set(contents(self._home).values())
        return [name for name, data in self._before.items() if data not in now]

    def _install_from(self, archive: str, *words: str) -> str:
        unpack = f"mkdir -p ~/unpacked; tar xf /try/{archive}.tar.xz -C ~/unpacked"
        script = f"{unpack}; sh ~/unpacked/reportdesk/install.sh {' '.join(words)}; rm -r ~/unpacked"
        return self._clerk(script).strip()

    def _clerk(self, script: str) -> str:
        environment = {"HOME": "/home/clerk"}
        return self._chroot.run([*_CLERK.split(), f"set -e; {script}"], env=environment, seconds=300)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the contents of all files below a folder, by their names in it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
