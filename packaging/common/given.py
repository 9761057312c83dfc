"""Artifacts that another machine built of the same commit: taken as they are, once they say so."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from pathlib import Path

from common.paths import DIST
from common.run import BuildError, output
from common.source import Commit
from common.targets import Target

#: What names the commit, in every artifact that can be looked into.
_LIST = "reportdesk/reportdesk.cdx.json"


def names_of(target: Target, version: str) -> tuple[str, ...]:
    """Return the names of a target's artifacts."""
    name = f"reportdesk-{version}-{target.name}"
    if target.system == "windows":
        return f"{name}.zip", f"{name}-setup.exe"
    return f"reportdesk_{version}_{target.debian}.deb", f"{name}.tar.xz"


def take(target: Target, commit: Commit, folder: Path) -> list[Path] | None:
    """Return a target's artifacts in dist/, from `folder`; None where it has not all of them.

    Raise BuildError for one of another commit. A setup can't be looked into: it comes with its zip.
    """
    given = [folder.resolve() / name for name in names_of(target, commit.version)]
    if not all(path.is_file() for path in given):
        return None
    for path in given:
        if path.suffix != ".exe" and commit.hash not in _list_in(path):
            raise BuildError(
                f"{path} is not of the commit {commit.hash[:12]}: build it, or give another folder"
            )
    DIST.mkdir(parents=True, exist_ok=True)
    return [path if path.parent == DIST else Path(shutil.copy2(path, DIST)) for path in given]


def _list_in(path: Path) -> str:
    """Return the list of components inside an artifact."""
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as packed:
                return packed.read(_LIST).decode("utf-8")
        if path.suffix == ".deb":
            return output(
                ["sh", "-c", 'dpkg-deb --fsys-tarfile "$1" | tar -xO "./opt/$2"', "sh", str(path), _LIST]
            ).decode()
        with tarfile.open(path) as archive:
            inside = archive.extractfile(_LIST)
            return inside.read().decode("utf-8") if inside else ""
    except (KeyError, OSError, tarfile.TarError, zipfile.BadZipFile) as error:
        raise BuildError(f"{path} can't be looked into: {error}") from error
