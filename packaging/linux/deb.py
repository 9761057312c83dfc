"""The Debian package: the program folder in /opt, and what the desktop looks for in /usr."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Iterable
from email.utils import formatdate
from pathlib import Path

from common.archives import all_files, settle
from common.icons import LINUX_SIZES
from common.paths import BUILD
from common.run import run
from common.source import Commit
from common.targets import Target
from common.tools import need
from linux.floor import floor_of
from linux.program import packages

HERE = Path(__file__).resolve().parent
#: Where each icon of the program lies in the theme.
ICONS = {
    "reportdesk": "apps/reportdesk.png",
    "rdesk": "mimetypes/application-x-reportdesk.png",
    "rdset": "mimetypes/application-x-reportdesk-set.png",
}
#: Without the first nothing is printed; without the other every start is a program of its own.
RECOMMENDED_LIBRARIES = ("libcups.so.2", "libgssapi_krb5.so.2")
_RECOMMENDED = (
    "fonts-noto-cjk | fonts-wqy-microhei | fonts-arphic-uming",
    "libreoffice-writer-nogui | libreoffice-writer",
)
_CONTROL = """Package: reportdesk
Version: {version}
Architecture: {architecture}
Maintainer: reportdesk contributors <reportdesk@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: editors
Priority: optional
Description: yearly report on open government information
 Fills in, checks and exports the report that every administrative organ in
 China publishes once a year: six sections, three tables, and 200 figures that
 must add up. It opens what was published before, compares the text with the
 tables, and writes Word, Excel, web and PDF files.
 .
 It never uses the network and brings its own Python and Qt.
"""
_OVERRIDES = """# A program of one folder, for desktops that differ; /opt is for such packages.
reportdesk: dir-or-file-in-opt
# Python and Qt as their makers built them go with the program, so that it runs on every desktop.
reportdesk: custom-library-search-path
reportdesk: embedded-library
reportdesk: hardening-no-bindnow
reportdesk: hardening-no-fortify-functions
reportdesk: hardening-no-pie
reportdesk: library-not-linked-against-libc
reportdesk: shared-library-lacks-prerequisites
reportdesk: unstripped-binary-or-object
# Its modules are compiled here: nothing is written to /opt later. Some of Python's were scripts once.
reportdesk: interpreter-in-usr-local
reportdesk: package-installs-python-pycache-dir
reportdesk: python3-script-but-no-python3-dep
reportdesk: script-not-executable
reportdesk: unusual-interpreter
# A licence text as its makers wrote it.
reportdesk: national-encoding
# The project has no address.
reportdesk: bogus-mail-host
reportdesk: bogus-mail-host-in-debian-changelog
"""


def write_deb(program: Path, target: Target, commit: Commit, path: Path) -> None:
    """Write the package of a program folder."""
    need("dpkg-deb")
    root = BUILD / f"deb-{target.arch}"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(program, root / "opt" / "reportdesk", symlinks=True)
    (root / "opt" / "reportdesk" / "install.sh").unlink()
    _add_desktop_files(root, program)
    _add_documents(root, program, commit)
    _add_control(root, target, commit)
    settle(root, commit.epoch)
    words: list[str | Path] = [
        "dpkg-deb",
        "--root-owner-group",
        "--threads-max=1",
        "-Zxz",
        "-z6",
        "--build",
        root,
        path,
    ]
    run(words, env={"SOURCE_DATE_EPOCH": str(commit.epoch)}, log=BUILD / "logs" / f"deb-{target.arch}.log")


def depends(libraries: Iterable[str]) -> str:
    """Return what a package depends on whose program asks the machine for these libraries."""
    known, optional = packages("needed"), packages("optional")
    named = sorted({known[name] for name in libraries if name not in optional} - {"libc6"})
    return ", ".join(["libc6 (>= {glibc})", *named])


def recommends() -> str:
    """Return what a package recommends: libraries of any desktop, fonts, and what turns old Word files."""
    known = packages("optional")
    return ", ".join([*(known[name] for name in RECOMMENDED_LIBRARIES), *_RECOMMENDED])


def _add_desktop_files(root: Path, program: Path) -> None:
    share = program / "share"
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "reportdesk").symlink_to("/opt/reportdesk/reportdesk")
    placed = {
        "reportdesk.desktop": "applications/reportdesk.desktop",
        "reportdesk.xml": "mime/packages/reportdesk.xml",
        "reportdesk.metainfo.xml": "metainfo/reportdesk.metainfo.xml",
        "reportdesk.bash": "bash-completion/completions/reportdesk",
    }
    for name, place in placed.items():
        _copy(share / name, root / "usr" / "share" / place)
    for name, place in ICONS.items():
        for side in LINUX_SIZES:
            _copy(
                share / "icons" / f"{name}-{side}.png",
                root / f"usr/share/icons/hicolor/{side}x{side}" / place,
            )
    _pack(share / "reportdesk.1", root / "usr" / "share" / "man" / "man1" / "reportdesk.1.gz")


def _add_documents(root: Path, program: Path, commit: Commit) -> None:
    documents = root / "usr" / "share" / "doc" / "reportdesk"
    documents.mkdir(parents=True)
    licence = (program / "LICENSE.txt").read_text("utf-8")
    third = "What others made is listed, with its licences, in /opt/reportdesk/THIRD-PARTY.txt."
    (documents / "copyright").write_text(f"{licence}\n{third}\n", "utf-8")
    changes = f"reportdesk ({commit.version}) stable; urgency=medium\n\n  * Commit {commit.hash}.\n\n"
    signed = f" -- reportdesk contributors <reportdesk@localhost>  {_date(commit.epoch)}\n"
    (documents / "changelog").write_text(changes + signed, "utf-8")
    _pack(documents / "changelog", documents / "changelog.gz")
    (documents / "changelog").unlink()
    overrides = root / "usr" / "share" / "lintian" / "overrides" / "reportdesk"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(_OVERRIDES, "utf-8")


def _add_control(root: Path, target: Target, commit: Commit) -> None:
    floor = floor_of(root / "opt")
    control = root / "DEBIAN"
    control.mkdir()
    kilobytes = sum(path.lstat().st_size for path in all_files(root)) // 1024
    text = _CONTROL.format(
        version=commit.version,
        architecture=target.debian,
        kilobytes=kilobytes,
        depends=depends(floor.outside).format(glibc=".".join(map(str, target.glibc))),
        recommends=recommends(),
    )
    (control / "control").write_text(text, "utf-8")
    sums = [
        f"{_md5(path)}  {path.relative_to(root).as_posix()}"
        for path in all_files(root)
        if _counts(path, control)
    ]
    (control / "md5sums").write_text("\n".join(sums) + "\n", "utf-8")


def _counts(path: Path, control: Path) -> bool:
    return not path.is_symlink() and control not in path.parents


def _copy(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, place)


def _pack(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as stream, gzip.GzipFile("", "wb", 9, stream, mtime=0) as packed:
        packed.write(file.read_bytes())


def _md5(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _date(epoch: int) -> str:
    return formatdate(epoch)
