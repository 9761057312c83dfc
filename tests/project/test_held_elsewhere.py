"""A file that another program holds on Windows: waited for a little, then told; nothing is left beside it."""

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportdesk.project.disk import safe_write as saving
from reportdesk.project.disk.safe_write import safe_write
from reportdesk.project.errors import InUse, NoPermission

SHARING, LOCKED, DENIED = 32, 33, 5


def said_by_windows(number: int) -> OSError:
    """An error as Windows raises it: most of its numbers become EACCES."""
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(saving, "_PAUSE_S", 0)
    path = tmp_path / "年报.docx"
    path.write_bytes(b"old")
    return path


def held(monkeypatch: pytest.MonkeyPatch, answers: Iterator[int]) -> None:
    """Let Windows say what it says when a file is moved over another; 0 lets it be moved."""
    move: Callable[[Path, Path], Path] = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if number := next(answers):
            raise said_by_windows(number)
        return move(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def always(number: int) -> Iterator[int]:
    while True:
        yield number


@pytest.mark.parametrize("number", [SHARING, LOCKED, DENIED])
def test_a_file_that_is_free_again_soon_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    held(monkeypatch, iter([number, number, 0]))
    safe_write(path, b"new", keep_backup=False)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("number", [SHARING, LOCKED])
def test_a_file_that_stays_open_elsewhere_is_left_and_named(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(saving, "_WINDOWS_PATIENCE_S", -1)
    held(monkeypatch, always(number))
    with pytest.raises(InUse, match="正在别的程序里打开"):
        safe_write(path, b"new", keep_backup=False)
    assert path.read_bytes() == b"old"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(("behind", "expected"), [(SHARING, InUse), (DENIED, NoPermission)])
def test_a_file_that_may_not_be_replaced_is_asked_why(
    path: Path, monkeypatch: pytest.MonkeyPatch, behind: int, expected: type[Exception]
) -> None:
    monkeypatch.setattr(saving, "_WINDOWS_PATIENCE_S", -1)
    held(monkeypatch, always(DENIED))

    look = Path.open

    def refuse(self: Path, mode: str = "r", *words: object) -> object:
        if (self, mode) == (path, "r+b"):
            raise said_by_windows(behind)
        return look(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(expected):
        safe_write(path, b"new", keep_backup=False)
