"""The setup: NSIS packs the program folder with a script of ours and a list of every file in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from common.archives import all_files
from common.paths import BUILD, ICONS
from common.run import run
from common.source import Commit
from common.tools import need

SCRIPT = Path(__file__).resolve().parent / "reportdesk.nsi"


def write_setup(program: Path, target: Path, commit: Commit) -> None:
    """Write the setup of a program folder."""
    need("makensis")
    work = BUILD / "setup"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    # NSIS wants a byte order mark to take a script for UTF-8.
    (work / "reportdesk.nsi").write_text(SCRIPT.read_text("utf-8"), "utf-8-sig")
    (work / "removed.nsh").write_text(removal(program), "utf-8-sig")
    fills = {
        "VERSION": commit.version,
        "NUMBERS": ".".join(map(str, commit.numbers)),
        "PROGRAM": str(program),
        "ICON": str(ICONS / "reportdesk.ico"),
        "TARGET": str(target),
        "KILOBYTES": str(sum(path.stat().st_size for path in all_files(program)) // 1024),
    }
    words = [f"-D{name}={value}" for name, value in fills.items()]
    epoch = {"SOURCE_DATE_EPOCH": str(commit.epoch)}
    run(
        ["makensis", "-V2", "-WX", *words, work / "reportdesk.nsi"],
        cwd=work,
        env=epoch,
        log=BUILD / "logs" / "setup.log",
    )


def removal(program: Path) -> str:
    """Return the NSIS lines that remove exactly the program's files, and the folders that are empty then."""
    lines = [f'Delete "$INSTDIR\\{_windows(path, program)}"' for path in all_files(program)]
    folders = [path for path in program.rglob("*") if path.is_dir()]
    folders.sort(key=lambda path: (-len(path.parts), path))
    lines += [f'RMDir "$INSTDIR\\{_windows(path, program)}"' for path in folders]
    return "\n".join(lines) + "\n"


def _windows(path: Path, program: Path) -> str:
    return str(path.relative_to(program)).replace("/", "\\").replace("$", "$$")
