"""Where form editions and manual lie: beside the package in a wheel, in the project's root otherwise."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

#: Names another folder of editions, to try one before it is installed.
TEMPLATES_VARIABLE = "REPORTDESK_TEMPLATES"


def templates_root() -> Path:
    """Return the folder that holds one folder for each edition."""
    if named := os.environ.get(TEMPLATES_VARIABLE):
        return Path(named).resolve()
    return _own_templates()


# Asked for with every file, and links don't move while the program runs.
@cache
def _own_templates() -> Path:
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def manual_root() -> Path:
    """Return the folder that holds the manual: its pages in Markdown and their pictures."""
    package = Path(__file__).resolve().parent
    installed = package / "manual"
    return installed if installed.is_dir() else package.parents[1] / "docs" / "manual"


def is_installed() -> bool:
    """Tell whether the program was installed, rather than run from its sources."""
    package = Path(__file__).resolve().parent
    return getattr(sys, "frozen", False) or not (package.parents[1] / "dev.py").is_file()


def edition_names(root: Path | None = None) -> tuple[str, ...]:
    """Return the names of all editions at hand, in order of their names."""
    folder = root or templates_root()
    return tuple(sorted(path.parent.name for path in folder.glob("*/form.toml")))
