"""The folder in which a call was made, from which its files' names count: it may be gone."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from reportdesk import profile, resources
from reportdesk.errors import FileError

#: Folders that the environment may name.
_VARIABLES = (profile.VARIABLE, resources.TEMPLATES_VARIABLE)


def refuse_if_gone(call: Namespace) -> None:
    """Raise FileError where a call names a file by its way from a folder that was deleted meanwhile."""
    try:
        os.getcwd()  # noqa: PTH109
    except OSError as error:
        for path in _paths(call):
            if not path.is_absolute():
                raise FileError(
                    "文件夹不在了，这个命令是在一个已经删除的文件夹里运行的",
                    where=str(path),
                    remedy="请先用 cd 换到别的文件夹，或写出文件的完整路径",
                ) from error


def _paths(call: Namespace) -> Iterator[Path]:
    for value in vars(call).values():
        several = value if isinstance(value, list) else [value]
        yield from (each for each in several if isinstance(each, Path))
    yield from (Path(named) for name in _VARIABLES if (named := os.environ.get(name)))
