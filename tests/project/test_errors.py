"""Why a file cannot be read or written, by what the system says, that of Windows too."""

import errno
import os
from pathlib import Path

import pytest

from reportdesk.project.errors import DiskFull, InUse, NoPermission, cannot_read, cannot_write

PATH = Path("年报.docx")


def windows_error(number: int) -> OSError:
    """An error as Windows raises it: most of its numbers become EACCES."""
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.mark.parametrize("number", [32, 33])
def test_a_file_that_another_program_holds_open_is_no_want_of_rights(number: int) -> None:
    written, read = cannot_write(windows_error(number), PATH), cannot_read(windows_error(number), PATH)
    assert isinstance(written, InUse)
    assert isinstance(read, InUse)
    assert "正在别的程序里打开" in written.what
    assert written.what.endswith("没有保存")
    assert "关闭" in written.remedy


def test_what_windows_denies_and_what_finds_no_room() -> None:
    assert isinstance(cannot_write(windows_error(5), PATH), NoPermission)
    assert isinstance(cannot_write(windows_error(112), PATH), DiskFull)


@pytest.mark.parametrize(
    "number",
    [errno.ESTALE, errno.EHOSTDOWN, errno.ENOTCONN, errno.ETIMEDOUT, errno.ENETUNREACH, errno.ECONNRESET],
)
def test_a_share_that_is_gone_is_told_in_words_of_a_clerk(number: int) -> None:
    error = OSError(number, os.strerror(number))
    for told in (cannot_read(error, PATH), cannot_write(error, PATH)):
        assert "连不上" in told.what
        assert "重新连上" in told.remedy
        assert os.strerror(number) not in str(told)
