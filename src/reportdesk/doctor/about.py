"""What the program is, for its window 关于: version, editions of the form, folders, licences."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

from reportdesk.doctor.versions import COMPONENTS, version_of
from reportdesk.errors import ReportDeskError
from reportdesk.form.families import FAMILY, editions_of
from reportdesk.form.loader import load_edition
from reportdesk.profile import program_folder

_THIRD_PARTY = "THIRD-PARTY.txt"
#: A longer field is the licence's whole text, of which the classifiers know the name.
_LONGEST_NAME_CHARACTERS = 60


def editions() -> tuple[str, ...]:
    """Return a line for each edition of the form, newest first: its years and the notice that it follows."""
    return tuple(
        _edition(each.name, each.first_year, each.last_year) for each in reversed(editions_of(FAMILY))
    )


def licences(program: Path | None = None) -> str:
    """Return the licences of what others made: the list shipped with a program, else the names.

    `program` is the program's folder, by default that of this program, if it was installed as one.
    """
    folder = program or program_folder()
    try:
        return (folder / _THIRD_PARTY).read_text("utf-8") if folder is not None else _names()
    except OSError:
        return _names()


def licence_of(name: str) -> str:
    """Return how an installed library names its licence, "" where it does not."""
    try:
        described = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    fields = [*(described.get_all("License-Expression") or []), *(described.get_all("License") or []), ""]
    named = str(fields[0])
    if named and len(named) <= _LONGEST_NAME_CHARACTERS and "\n" not in named:
        return named
    classifiers = described.get_all("Classifier") or []
    found = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License :: ")]
    return "，".join(found)


def _edition(name: str, first: int, last: int | None) -> str:
    years = f"{first}–{last} 年" if last else f"{first} 年起"
    try:
        notice = load_edition(name).notice
    except (ReportDeskError, OSError):
        return f"{name} 版：{years}，读不出"
    return f"{name} 版：{years}，{notice}"


def _names() -> str:
    lines = [f"{name} {version_of(name)}　{licence_of(name) or '许可见其网站'}" for name in _components()]
    return "\n".join(("本程序按 MIT 许可发布。用到的组件：", "", *lines))


def _components() -> list[str]:
    """Return the libraries that are installed, and what these need."""
    found: dict[str, None] = {}
    left = list(COMPONENTS)
    while left:
        name = left.pop(0)
        if name.lower() in {each.lower() for each in found} or not version_of(name):
            continue
        found[name] = None
        needed = metadata.requires(name) or []
        left += [
            re.split(r"[^A-Za-z0-9._-]", each, maxsplit=1)[0] for each in needed if "extra ==" not in each
        ]
    return list(found)
