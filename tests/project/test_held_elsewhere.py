"""A file that another program holds on Windows: waited for a little, then told; nothing is left beside it."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportdesk.project.disk import held as holding
from reportdesk.project.disk.safe_write import backup_of, safe_write
from reportdesk.project.errors import InUse, NoPermission

SHARING, LOCKED, DENIED = 32, 33, 5


def said_by_windows(number: int) -> OSError:
    """An error as Windows raises it: most of its numbers become EACCES."""
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(holding, "_PAUSE_S", 0)
    path = tmp_path / "年报.docx"
    path.write_bytes(b"old")
    return path


def held(monkeypatch: pytest.MonkeyPatch, answers: Iterator[int], how: str = "rename") -> None:
    """Let Windows say what it says when a file is moved, to its own place or over another; 0 is yes."""
    move: Callable[[Path, Path], Path] = getattr(Path, how)

    def moved(self: Path, target: Path) -> Path:
        if number := next(answers):
            raise said_by_windows(number)
        return move(self, target)

    monkeypatch.setattr(Path, how, moved)


def always(number: int) -> Iterator[int]:
    while True:
        yield number


@pytest.mark.parametrize("how", ["rename", "replace"])
@pytest.mark.parametrize("number", [SHARING, LOCKED, DENIED])
def test_a_file_that_is_free_again_soon_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, how: str
) -> None:
    held(monkeypatch, iter([number, number, 0]), how)
    safe_write(path, b"new", keep_backup=False)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("how", ["rename", "replace"])
@pytest.mark.parametrize("number", [SHARING, LOCKED])
def test_a_file_that_stays_open_elsewhere_is_left_and_named(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, how: str
) -> None:
    monkeypatch.setattr(holding, "_PATIENCE_S", -1)
    held(monkeypatch, always(number), how)
    with pytest.raises(InUse, match="正在别的程序里打开"):
        safe_write(path, b"new", keep_backup=False)
    assert path.read_bytes() == b"old"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_nothing_is_made_beside_a_file_that_is_held(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second name of it could not be taken away again, and the version kept before is still wanted."""
    monkeypatch.setattr(holding, "_PATIENCE_S", -1)
    safe_write(path, b"newer")
    held(monkeypatch, always(SHARING))
    made: list[object] = []
    monkeypatch.setattr(os, "link", lambda *names: made.append(names))
    with pytest.raises(InUse):
        safe_write(path, b"newest")
    assert made == []
    assert path.read_bytes() == b"newer"
    assert backup_of(path).read_bytes() == b"old"


@pytest.mark.parametrize(("behind", "expected"), [(SHARING, InUse), (DENIED, NoPermission)])
def test_a_file_that_may_not_be_replaced_is_asked_why(
    path: Path, monkeypatch: pytest.MonkeyPatch, behind: int, expected: type[Exception]
) -> None:
    monkeypatch.setattr(holding, "_PATIENCE_S", -1)
    held(monkeypatch, always(DENIED))

    look = Path.open

    def refuse(self: Path, mode: str = "r", *words: object) -> object:
        if (self, mode) == (path, "r+b"):
            raise said_by_windows(behind)
        return look(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(expected):
        safe_write(path, b"new", keep_backup=False)
