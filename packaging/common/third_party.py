"""THIRD-PARTY.txt: what of others is in the program, for people."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from common.component import Component
from common.source import Commit

_HEAD = """reportdesk {version} 所含的第三方组件及其许可
Components of others in reportdesk {version}, and their licences

本程序自身按 MIT 许可发布（见 LICENSE）。下列组件随程序一起分发，各按其许可使用。
其中 Qt、PySide6、Shiboken 按 LGPL-3.0 使用，docxtpl 按 LGPL-2.1 使用：它们都是单独的文件，
可用您自己编译的版本替换。
源代码由各自的开发者在其网站和 PyPI 上提供。
同样内容的机器可读清单见 reportdesk.cdx.json（CycloneDX）。

"""


def write_third_party(path: Path, components: Sequence[Component], commit: Commit) -> None:
    """Write the list, and after it each text once, under the names of all that share it."""
    path.write_text(third_party(components, commit.version), "utf-8", newline="\n")


def third_party(components: Sequence[Component], version: str) -> str:
    """Return the text of the file."""
    rows = [(each.name, each.version, each.licence, each.origin) for each in components]
    widths = [max(_width(row[column]) for row in rows) + 2 for column in range(3)]
    lines = [
        "".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False))
        + row[3]
        for row in rows
    ]
    shared: dict[str, list[str]] = {}
    for each in components:
        for text in each.texts:
            shared.setdefault(text.replace("\r\n", "\n").strip(), []).append(each.name)
    parts = [f"{'=' * 78}\n{', '.join(names)}\n{'=' * 78}\n\n{text}\n" for text, names in shared.items()]
    return _HEAD.format(version=version) + "\n".join(lines) + "\n\n\n" + "\n\n".join(parts)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
