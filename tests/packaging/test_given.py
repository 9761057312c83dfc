"""Artifacts of another machine are taken where they are all there and of the same commit."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from common import given
from common.given import names_of, take
from common.run import BuildError
from common.source import Commit
from common.targets import target_of

WINDOWS = target_of("windows", "x86_64")
LINUX = target_of("linux", "aarch64")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(given, "DIST", tmp_path / "dist")
    (tmp_path / "given").mkdir()
    return tmp_path / "given"


def write_windows(folder: Path, commit: Commit, hash_: str) -> None:
    packed, setup = (folder / name for name in names_of(WINDOWS, commit.version))
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("reportdesk/reportdesk.cdx.json", f'{{"commit": "{hash_}"}}')
    setup.write_bytes(b"MZ")


def test_the_names_are_those_that_builds_give() -> None:
    assert names_of(WINDOWS, "1.2.3") == (
        "reportdesk-1.2.3-windows-x86_64.zip",
        "reportdesk-1.2.3-windows-x86_64-setup.exe",
    )
    assert names_of(LINUX, "1.2.3") == ("reportdesk_1.2.3_arm64.deb", "reportdesk-1.2.3-linux-aarch64.tar.xz")


def test_what_is_of_the_commit_is_taken(
    folder: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_windows(folder, commit, commit.hash)
    taken = take(WINDOWS, commit, folder)
    assert taken is not None
    assert [path.read_bytes() for path in taken] == [
        (folder / name).read_bytes() for name in names_of(WINDOWS, commit.version)
    ]
    assert {path.parent for path in taken} == {given.DIST}
    assert take(WINDOWS, commit, given.DIST) == taken
    monkeypatch.chdir(folder.parent)
    assert take(WINDOWS, commit, Path("dist")) == taken


def test_another_commit_is_refused_and_half_of_it_is_not_taken(folder: Path, commit: Commit) -> None:
    write_windows(folder, commit, "f" * 40)
    with pytest.raises(BuildError, match="not of the commit"):
        take(WINDOWS, commit, folder)
    (folder / names_of(WINDOWS, commit.version)[1]).unlink()
    assert take(WINDOWS, commit, folder) is None


def test_an_archive_for_linux_is_looked_into(folder: Path, commit: Commit) -> None:
    path = folder / names_of(LINUX, commit.version)[1]
    data = commit.hash.encode()
    with tarfile.open(path, "w:xz") as archive:
        member = tarfile.TarInfo("reportdesk/reportdesk.cdx.json")
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    assert given._list_in(path) == commit.hash
    path.write_bytes(b"no archive")
    with pytest.raises(BuildError, match="looked into"):
        given._list_in(path)
