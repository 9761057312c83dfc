"""A save is whole or did not happen: full disks, links, rights, and files that are none, all of them real."""

import os
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.project.disk.fresh import passing_name
from reportdesk.project.disk.safe_write import backup_of, safe_write
from reportdesk.project.errors import ChangedOnDisk, Missing, NoPermission
from reportdesk.project.stamp import digest
from tests.work import patterns_of

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and limits of POSIX")
OLD, NEW = b"old" * 100, b"new" * 50_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "年报.rdesk"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_bytes_stand_and_the_old_ones_beside_them(path: Path) -> None:
    assert safe_write(path, NEW, expected=digest(OLD)) == digest(NEW)
    assert path.read_bytes() == NEW
    assert backup_of(path).read_bytes() == OLD
    assert names(path.parent) == ["年报.rdesk", "年报.rdesk.bak"]


def test_the_backup_is_the_version_before_even_if_nothing_changed(path: Path) -> None:
    for data in (NEW, NEW, b"3"):
        safe_write(path, data)
    assert backup_of(path).read_bytes() == NEW


def test_without_a_backup_nothing_stands_beside(path: Path) -> None:
    safe_write(path, NEW, keep_backup=False)
    assert names(path.parent) == [path.name]


def test_a_new_file_has_the_rights_that_the_user_gives_new_files(tmp_path: Path) -> None:
    path, plain = tmp_path / "new", tmp_path / "plain"
    safe_write(path, NEW)
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode
    assert not backup_of(path).exists()


@needs_posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_old_rights_stay(path: Path, mode: int) -> None:
    path.chmod(mode)
    safe_write(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert stat.S_IMODE(backup_of(path).stat().st_mode) == mode


def test_a_changed_file_is_left_as_it_is(path: Path) -> None:
    with pytest.raises(ChangedOnDisk, match="已被别人改过"):
        safe_write(path, NEW, expected=digest(b"what was read"))
    assert path.read_bytes() == OLD
    assert names(path.parent) == [path.name]


@needs_posix
def test_a_link_stays_a_link_and_its_target_is_written(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = elsewhere / "link.rdesk"
    link.symlink_to(Path("..") / path.name)
    safe_write(link, NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert backup_of(path).read_bytes() == OLD
    assert names(elsewhere) == ["link.rdesk"]


@needs_posix
@pytest.mark.parametrize(
    ("name", "leads_to"), [("年报.rdesk", "报告.docx"), ("报告.DOCX", "年报.rdesk"), ("a.html", "b.json")]
)
@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_named_as_another_kind_is_refused(
    tmp_path: Path, name: str, leads_to: str, is_there: bool
) -> None:
    link, there = tmp_path / name, tmp_path / leads_to
    if is_there:
        there.write_bytes(OLD)
    link.symlink_to(leads_to)
    with pytest.raises(FileError, match="另一种文件"):
        safe_write(link, NEW)
    assert there.exists() is is_there
    assert not is_there or there.read_bytes() == OLD


@needs_posix
@pytest.mark.parametrize("leads_to", ["A.RDESK", "store", "a.12"])
def test_a_link_to_what_names_no_kind_is_followed(tmp_path: Path, leads_to: str) -> None:
    link = tmp_path / "a.rdesk"
    link.symlink_to(leads_to)
    safe_write(link, NEW)
    assert (tmp_path / leads_to).read_bytes() == NEW


def test_what_comes_in_blocks_is_written_whole_or_not_at_all(path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield NEW
        raise FileError("out of order")

    with pytest.raises(FileError, match="out of order"):
        safe_write(path, broken())
    assert path.read_bytes() == OLD
    assert safe_write(path, (block for block in (NEW, b"", OLD))) == digest(NEW + OLD)
    assert path.read_bytes() == NEW + OLD
    assert backup_of(path).read_bytes() == OLD


@needs_posix
def test_a_link_that_bites_its_tail_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(FileError, match="绕成了圈"):
        safe_write(tmp_path / "a", NEW)


@needs_posix
def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="普通文件"):
        safe_write(tmp_path / "pipe", NEW)
    with pytest.raises(FileError, match="文件夹"):
        safe_write(tmp_path, NEW)
    with pytest.raises(Missing):
        safe_write(tmp_path / "absent" / "x", NEW)
    assert names(tmp_path) == ["pipe"]


@needs_posix
@pytest.mark.parametrize("name", ["x" * 251, "x" * 252, "x" * 254, "x" * 255, "年" * 85, "a" + "年" * 84])
def test_a_name_too_long_for_its_backup_has_one_with_a_shorter_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(OLD)
    safe_write(path, NEW)
    assert path.read_bytes() == NEW
    assert backup_of(path).read_bytes() == OLD
    assert backup_of(path).name.startswith(name[:60])
    assert names(tmp_path) == sorted([name, backup_of(path).name])


@needs_posix
def test_long_names_that_begin_alike_have_backups_of_their_own(tmp_path: Path) -> None:
    first, second = (tmp_path / f"{'x' * 250}{letter}" for letter in ("aaaa", "bbbb"))
    assert backup_of(first) != backup_of(second)


@needs_posix
def test_a_name_too_long_for_any_file_system_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="文件名太长"):
        safe_write(tmp_path / ("x" * 256), NEW)
    assert names(tmp_path) == []


@needs_posix
def test_a_private_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    path.chmod(0o644)
    safe_write(path, NEW, keep_backup=False, private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@needs_posix
def test_what_a_killed_save_left_is_swept_by_the_next_and_nothing_else(path: Path) -> None:
    left, others = passing_name(path), [passing_name(path.with_name("b.rdesk")), path.with_name("x.tmp")]
    for file in (left, *others):
        file.write_bytes(b"half")
    assert patterns_of(lambda: safe_write(path, [b"new"])) == 0
    assert not left.exists()
    assert all(file.exists() for file in others)


def test_readers_see_the_old_or_the_new_version_and_nothing_else(path: Path) -> None:
    seen: set[bytes] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(40):
        safe_write(path, NEW)
        safe_write(path, OLD)
    done.set()
    reader.join()
    assert seen <= {OLD, NEW}


WRITE = """
import os, resource, sys
from pathlib import Path
from reportdesk.errors import FileError
from reportdesk.project.disk.fresh import passing_name
from reportdesk.project.disk.safe_write import safe_write
limit, user, path = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
if user:
    os.setgroups([]); os.setgid(user); os.setuid(user)
try:
    safe_write(path, sys.stdin.buffer.read())
except FileError as error:
    sys.exit(f"{type(error).__name__} {error}")
"""


def write_apart(path: Path, data: bytes, *, limit: int = 0, user: int = 0) -> str:
    """Saves in a process of its own, with a limit or as another user; returns what it said."""
    command = [sys.executable, "-X", "utf8", "-c", WRITE, str(limit), str(user), path]
    done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=60)
    return done.stderr.decode()


@needs_posix
@pytest.mark.parametrize("limit", [1, 4096, len(NEW) - 1])
def test_a_size_limit_leaves_the_old_file(path: Path, limit: int) -> None:
    assert write_apart(path, NEW, limit=limit).startswith(f"DiskFull {path}：磁盘空间不够，没有保存")
    assert path.read_bytes() == OLD
    assert names(path.parent) == [path.name]


@needs_posix
def test_a_size_limit_that_is_not_reached_does_no_harm(path: Path) -> None:
    assert write_apart(path, NEW, limit=len(NEW)) == ""
    assert path.read_bytes() == NEW


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mounts a disk of 256 kB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk],
        capture_output=True,
        check=False,
        timeout=60,
    )
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True, timeout=60)


def test_a_full_disk_leaves_the_old_file_whatever_room_is_left(small_disk: Path) -> None:
    path, ballast = small_disk / "x.rdesk", small_disk / "ballast"
    refused = 0
    for room in range(0, 256, 12):
        backup_of(path).unlink(missing_ok=True)
        ballast.write_bytes(b"")
        path.write_bytes(OLD)
        with ballast.open("ab") as file:
            file.truncate(0)
            file.write(bytes(max(0, 256 - 4 - room) * 1024))
        try:
            safe_write(path, NEW)
        except FileError as error:
            assert "磁盘空间不够" in str(error)  # noqa: PT017
            assert path.read_bytes() == OLD
            refused += 1
        else:
            assert path.read_bytes() == NEW
        assert not list(small_disk.glob(".*"))
    assert 5 < refused < 20


NOBODY = 65534


@pytest.fixture
def shared() -> Iterator[Path]:
    """Makes a folder that every user may enter, for root to become somebody else in."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only root can become another user")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_folder_of_somebody_else_is_not_written(shared: Path) -> None:
    path = shared / "x.rdesk"
    path.write_bytes(OLD)
    path.chmod(0o666)
    assert write_apart(path, NEW, user=NOBODY).startswith(f"NoPermission {path}：没有写入的权限")
    assert path.read_bytes() == OLD


def test_a_file_without_the_right_to_write_is_not_replaced(shared: Path) -> None:
    path = shared / "x.rdesk"
    path.write_bytes(OLD)
    shared.chmod(0o777)
    path.chmod(0o644)
    assert write_apart(path, NEW, user=NOBODY).startswith(f"NoPermission {path}：文件是只读的")
    assert path.read_bytes() == OLD


def test_a_read_only_file_is_not_replaced(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(NoPermission, match="只读"):
        safe_write(path, NEW)
    assert path.read_bytes() == OLD


@needs_posix
def test_where_links_are_refused_the_backup_is_a_copy(path: Path) -> None:
    """A file system counts its links: at the limit of ext4 or tmpfs the next one fails."""
    one_more = f"{path.parent}/link"
    for number in range(70_000):
        try:
            os.link(path, f"{one_more}{number}")
        except OSError:
            break
    else:
        pytest.skip("this file system sets no limit to links")
    safe_write(path, NEW)
    assert path.read_bytes() == NEW
    assert backup_of(path).read_bytes() == OLD
    assert backup_of(path).stat().st_nlink == 1
