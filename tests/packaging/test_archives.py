"""The same files give the same bytes, whenever and wherever they are packed."""

import os
import shutil
import stat
import tarfile
import zipfile

import pytest

from common.archives import all_files, settle, sha256, write_tar_xz, write_zip

EPOCH = 1_700_000_000


def twin(folder, tmp_path):
    """The same files, later, made in another order, with other rights."""
    other = tmp_path / "elsewhere" / folder.name
    for path in reversed(all_files(folder)):
        copy = other / path.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        copy.chmod(0o777 if path.stat().st_mode & stat.S_IXUSR else 0o600)
        os.utime(copy, (1, 1))
    return other


@pytest.mark.parametrize("write", [write_zip, write_tar_xz])
def test_two_packings_are_the_same_bytes(folder, tmp_path, write):
    write(folder, tmp_path / "one", EPOCH)
    write(twin(folder, tmp_path), tmp_path / "two", EPOCH)
    assert sha256(tmp_path / "one") == sha256(tmp_path / "two")
    write(folder, tmp_path / "later", EPOCH + 2)
    assert sha256(tmp_path / "one") != sha256(tmp_path / "later")


def test_an_archive_holds_the_folder_under_its_name(folder, tmp_path):
    write_tar_xz(folder, tmp_path / "a.tar.xz", EPOCH)
    with tarfile.open(tmp_path / "a.tar.xz") as archive:
        members = {member.name: member for member in archive}
    assert list(members) == sorted(members, key=lambda name: name.split("/"))
    assert {member.uid for member in members.values()} == {0}
    assert members["reportdesk/start"].mode == 0o755
    assert members["reportdesk/lib/a.py"].mode == 0o644


def test_a_zip_holds_the_folder_under_its_name(folder, tmp_path):
    write_zip(folder, tmp_path / "a.zip", EPOCH)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.read("reportdesk/lib/a.py") == b"a = 1\n"
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_settling_gives_one_time_and_plain_rights(folder):
    (folder / "link").symlink_to("start")
    settle(folder, EPOCH)
    assert {path.lstat().st_mtime for path in [folder, *folder.rglob("*")]} == {EPOCH}
    assert stat.S_IMODE((folder / "start").stat().st_mode) == 0o755
    assert stat.S_IMODE((folder / "lib" / "a.py").stat().st_mode) == 0o644
    assert stat.S_IMODE((folder / "lib").stat().st_mode) == 0o755


@pytest.mark.parametrize("name", ["a.py", "liba.so.6", "liba.so"])
def test_a_library_is_no_program_although_its_wheel_says_so(folder, name):
    path = folder / name
    path.touch(0o755)
    settle(folder, EPOCH)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
