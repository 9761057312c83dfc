"""The two launchers, reportdesk.exe and reportdesk-cli.exe, compiled from one source of our own."""

from __future__ import annotations

import shutil
from pathlib import Path

from common.paths import BUILD, ICONS
from common.run import run
from common.source import Commit
from common.steps import Fact, step
from common.zig import ENVIRONMENT, zig

HERE = Path(__file__).resolve().parent
#: Each launcher's name, and how the compiler is told which one is meant.
LAUNCHERS = {
    "reportdesk": ("-Wl,--subsystem,windows",),
    "reportdesk-cli": ("-DCONSOLE", "-Wl,--subsystem,console"),
}
_COMPILE = ("cc", "-target", "x86_64-windows-gnu", "-municode", "-Os", "-s", "-Wall", "-Wextra", "-Werror")


def build_launchers(commit: Commit) -> Path:
    """Return a folder with both, which tell the commit's version."""
    sources = [HERE / f"launcher.{kind}" for kind in ("c", "rc", "manifest")]

    def compile_both(folder: Path) -> None:
        for name, words in LAUNCHERS.items():
            _compile(name, words, commit, folder)

    facts: list[Fact] = [commit.version, *sources, *sorted(ICONS.glob("*.ico")), Path(__file__)]
    return step(BUILD / "launchers", facts, compile_both)


def filled(text: str, name: str, commit: Commit) -> str:
    """Return a resource script or manifest with the version of a commit and a launcher's name in it."""
    numbers = commit.numbers
    fills = {
        "@NAME@": name,
        "@VERSION@": commit.version,
        "@NUMBERS@": ",".join(map(str, numbers)),
        "@DOTTED@": ".".join(map(str, numbers)),
    }
    for word, value in fills.items():
        text = text.replace(word, value)
    return text


def _compile(name: str, words: tuple[str, ...], commit: Commit, folder: Path) -> None:
    work = BUILD / "launcher"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    shutil.copy(HERE / "launcher.c", work)
    for kind in ("rc", "manifest"):
        text = filled((HERE / f"launcher.{kind}").read_text("utf-8"), name, commit)
        (work / f"launcher.{kind}").write_text(text, "utf-8")
    for icon in ICONS.glob("*.ico"):
        shutil.copy(icon, work)
    log = BUILD / "logs" / f"{name}.log"
    resource: list[str | Path] = [
        zig(),
        "rc",
        "/:auto-includes",
        "gnu",
        "/c",
        "65001",
        "--",
        "launcher.rc",
        "launcher.res",
    ]
    run(resource, cwd=work, env=ENVIRONMENT, log=log)
    run(
        [zig(), *_COMPILE, *words, "launcher.c", "launcher.res", "-o", folder / f"{name}.exe"],
        cwd=work,
        env=ENVIRONMENT,
        log=log,
    )
    for leftover in folder.glob("*.pdb"):
        leftover.unlink()
