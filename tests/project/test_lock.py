"""Who has a document open, told truly: living, dead, elsewhere, damaged, or not to be told at all."""

import json
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportdesk.project.disk.boots import known_boots
from reportdesk.project.disk.lock import (
    LockDamaged,
    Locked,
    lock_document,
    lock_file,
    remove_lock,
)
from reportdesk.project.disk.owner import this_process
from reportdesk.project.disk.save_lock import SaveInProgress, save_lock
from reportdesk.project.errors import DiskFull, Missing, NoPermission
from tests.processes import Start

HOLD = """
import sys
from pathlib import Path
from reportdesk.project.disk.lock import lock_document
lock_document(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
KEEP_SAVING = """
import sys
from pathlib import Path
from reportdesk.project.disk.save_lock import save_lock
with save_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "年报.rdesk"
    path.write_bytes(b"x")
    return path


Hold = Callable[[str, Path], "subprocess.Popen[str]"]


@pytest.fixture
def hold(start: Start) -> Hold:
    """Lets another process hold a lock, and waits until it does."""

    def begin(program: str, path: Path) -> "subprocess.Popen[str]":
        words = [sys.executable, "-c", program, path]
        process = start(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdout.readline() == "held\n"
        return process

    return begin


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def rewrite(path: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Changes what a lock says of its owner."""
    mark = json.loads(lock_file(path).read_bytes())
    change(mark["owner"])
    lock_file(path).write_text(json.dumps(mark))


def test_a_lock_stands_beside_the_document_and_goes_when_released(path: Path) -> None:
    lock = lock_document(path)
    assert lock.is_held()
    owner = json.loads(lock_file(path).read_bytes())["owner"]
    assert (owner["process"], owner["machine"]) == (os.getpid(), this_process().machine)
    lock.release()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_another_living_process_is_named(path: Path, hold: Hold) -> None:
    holder = hold(HOLD, path)
    try:
        with pytest.raises(Locked) as refused:
            lock_document(path)
        assert refused.value.owner.process == holder.pid
        assert refused.value.owner.host in str(refused.value)
        assert "只读" in refused.value.remedy
    finally:
        end(holder)


def test_a_dead_owner_s_lock_is_taken_over(path: Path, hold: Hold) -> None:
    end(hold(HOLD, path))
    assert lock_file(path).exists()
    lock = lock_document(path)
    assert lock.is_held()


def test_a_second_window_of_this_process_is_told_so(path: Path) -> None:
    lock = lock_document(path)
    with pytest.raises(Locked, match="另一个窗口"):
        lock_document(path)
    lock.release()
    lock_document(path).release()


@pytest.mark.parametrize("part", ["host", "machine"])
def test_nothing_is_known_of_another_machine_however_long_ago(path: Path, part: str, hold: Hold) -> None:
    end(hold(HOLD, path))
    rewrite(path, lambda owner: owner.update({part: "elsewhere", "boot": "", "since": "2001-01-01 08:00"}))
    os.utime(lock_file(path), (0, 0))
    with pytest.raises(Locked):
        lock_document(path)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells when a process was started")
def test_a_number_used_again_is_not_taken_for_the_owner(path: Path) -> None:
    lock_document(path)
    rewrite(path, lambda owner: owner.update({"started": "another"}))
    assert lock_document(path).is_held()


@pytest.mark.skipif(sys.platform != "linux", reason="only there an ended process waits to be asked for")
def test_a_killed_process_that_nobody_waited_for_holds_nothing(path: Path, hold: Hold) -> None:
    process = hold(HOLD, path)
    process.kill()
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    os.kill(process.pid, 0)
    assert lock_document(path).is_held()


EARLIER = f"h1:{'0123456789abcdef' * 2}"
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells when the machine was started")


@linux
def test_a_lock_of_an_earlier_start_of_this_machine_is_taken_over(path: Path, own_profile: Path) -> None:
    lock_document(path)
    rewrite(path, lambda owner: owner.update({"boot": EARLIER}))
    with (own_profile / "starts.txt").open("a") as starts:
        starts.write(f"{EARLIER}\n")
    assert lock_document(path).is_held()


@linux
@pytest.mark.usefixtures("identified")
@pytest.mark.parametrize("name", ["this", "another"])
def test_a_clones_living_lock_is_not_taken_over_but_may_be_over(path: Path, name: str) -> None:
    """A clone has the machine's identifier, often its name, and a start that this machine never had."""
    lock_document(path)
    rewrite(path, lambda owner: owner.update({"boot": EARLIER}))
    if name == "another":
        rewrite(path, lambda owner: owner.update({"host": "clone"}))
    with pytest.raises(Locked) as refused:
        lock_document(path)
    assert refused.value.may_be_over


@linux
@pytest.mark.usefixtures("identified")
@pytest.mark.parametrize("boot", ["listed", "present"])
def test_a_clone_of_another_name_that_shares_the_list_of_starts_is_not_taken_for_gone(
    path: Path, own_profile: Path, boot: str
) -> None:
    """A home on a server has one list for all clones; a container has the present start and other numbers."""
    lock_document(path)
    rewrite(path, lambda owner: owner.update({"host": "clone", "process": 4_000_000}))
    if boot == "listed":
        rewrite(path, lambda owner: owner.update({"boot": EARLIER}))
        with (own_profile / "starts.txt").open("a") as starts:
            starts.write(f"{EARLIER}\n")
    with pytest.raises(Locked) as refused:
        lock_document(path)
    assert refused.value.may_be_over


@linux
def test_the_starts_are_listed_once_and_a_list_in_pieces_does_no_harm(own_profile: Path) -> None:
    this_process()
    this_process()
    starts = own_profile / "starts.txt"
    assert starts.read_text().split() == [this_process().boot]
    starts.write_bytes(b"\xff\0" + starts.read_bytes())
    assert known_boots() == {this_process().boot}


def test_a_lock_says_nothing_by_which_the_machine_could_be_known(path: Path) -> None:
    lock_document(path)
    text = lock_file(path).read_text()
    for file in ("/etc/machine-id", "/proc/sys/kernel/random/boot_id"):
        if Path(file).exists():
            assert Path(file).read_text().strip() not in text


@linux
@pytest.mark.skipif(not Path("/etc/machine-id").exists(), reason="a machine without an identifier")
def test_a_lock_of_version_0_1_with_its_plain_identifiers_is_understood(path: Path) -> None:
    plain = {
        "machine": Path("/etc/machine-id").read_text().strip(),
        "boot": Path("/proc/sys/kernel/random/boot_id").read_text().strip(),
    }
    lock_document(path)
    rewrite(path, lambda owner: owner.update(plain))
    with pytest.raises(Locked, match="另一个窗口"):
        lock_document(path)
    rewrite(path, lambda owner: owner.update({"process": 2**22 + 5}))
    assert lock_document(path).is_held()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_nobody_else_may_read_a_lock(path: Path) -> None:
    path.chmod(0o666)
    lock_document(path)
    assert stat.S_IMODE(lock_file(path).stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can become another user")
def test_a_lock_that_may_not_be_read_still_says_whose_it_is(shared: Path) -> None:
    shared.parent.chmod(0o777)
    lock_document(shared)
    said = try_as(shared, "nobody")
    assert said.startswith("Locked ")
    assert "root，自 20" in said
    assert "起正在编辑" in said


@pytest.mark.parametrize("length", [245, 252, 255])
def test_a_long_name_has_a_lock_and_names_that_end_alike_have_two(tmp_path: Path, length: int) -> None:
    paths = [tmp_path / f"{'x' * (length - 7)}{number}.rdesk" for number in range(2)]
    locks = [lock_document(path) for path in paths]
    assert all(lock.is_held() for lock in locks)
    assert lock_file(paths[0]) != lock_file(paths[1])


@pytest.mark.parametrize(
    "content", [b"", b"\0\0\0\0", b"{}", b'{"app":"reportdesk"}', b"[" * 5000, b"\xff\xfe"]
)
def test_a_damaged_lock_can_be_removed(path: Path, content: bytes) -> None:
    lock_file(path).write_bytes(content)
    with pytest.raises(LockDamaged, match="删掉锁文件"):
        lock_document(path)
    remove_lock(path)
    assert lock_document(path).is_held()


def test_a_lock_removed_or_taken_by_others_is_no_longer_held_and_stays_theirs(path: Path) -> None:
    lock = lock_document(path)
    remove_lock(path)
    assert not lock.is_held()
    other = lock_document(path)
    lock.release()
    assert other.is_held()


def test_a_link_and_its_target_have_one_lock(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.rdesk"
    link.symlink_to(path)
    lock_document(path)
    with pytest.raises(Locked):
        lock_document(link)


def test_a_folder_that_is_gone_is_not_somebody_else(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        lock_document(tmp_path / "gone" / "x.rdesk")


TRY = """
import os, sys
from pathlib import Path
from reportdesk.errors import FileError
from reportdesk.project.disk.lock import lock_document
from reportdesk.project.disk.owner import this_process
this_process()  # What it needs is loaded while this user may still read it.
if sys.argv[2] == "nobody":
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
else:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (3, 3))
try:
    lock_document(Path(sys.argv[1]))
except FileError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A document in a folder that others can get to, unlike those of the tests."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "年报.rdesk"
        path.write_bytes(b"x")
        yield path


def try_as(path: Path, how: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", TRY, path, how], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can become another user")
def test_no_permission_is_not_somebody_else(shared: Path) -> None:
    shared.parent.chmod(0o755)
    said = try_as(shared, "nobody")
    assert said.startswith(f"{NoPermission.__name__} ")
    assert "正在编辑" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_is_not_somebody_else_and_leaves_no_half_a_lock(path: Path) -> None:
    said = try_as(path, "limited")
    assert said.startswith(f"{DiskFull.__name__} ")
    assert not lock_file(path).exists()


def test_one_save_waits_for_another_and_says_if_it_takes_too_long(path: Path, hold: Hold) -> None:
    holder = hold(KEEP_SAVING, path)
    try:
        with pytest.raises(SaveInProgress, match="正在保存"), save_lock(path, patience=0.05):
            pass
    finally:
        end(holder)
    with save_lock(path, patience=0) as is_held:
        assert is_held
    assert [file.name for file in path.parent.iterdir()] == [path.name]


SAVE_MANY = """
import sys
from pathlib import Path
from reportdesk.project.errors import ChangedOnDisk
from reportdesk.project.file import read_project, save_project
from reportdesk.report.edit import write_text
path, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(times):
    read = read_project(path)
    words = f"{read.report.texts.get('other', '')} {name}{number}"
    try:
        save_project(path, write_text(read.report, "other", words).apply(read.report), read.stamp)
    except ChangedOnDisk:
        continue
    print(f"{name}{number}", flush=True)
"""


def test_two_instances_never_undo_each_other(tmp_path: Path, start: Start) -> None:
    from reportdesk.project.file import read_project, save_project
    from tests.project.test_project_file import REPORT

    path = tmp_path / "shared.rdesk"
    save_project(path, REPORT, None)
    instances = [
        start([sys.executable, "-c", SAVE_MANY, path, name, "40"], stdout=subprocess.PIPE, text=True)
        for name in "ab"
    ]
    claimed = [word for instance in instances for word in instance.communicate()[0].split()]
    present = set(read_project(path).report.texts["other"].split()[1:])
    assert len(claimed) >= 40
    assert set(claimed) == present
