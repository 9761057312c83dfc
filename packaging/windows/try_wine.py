#!/usr/bin/env python3
"""Tries the Windows setup and zip of dist/ in wine 10, as an office uses them: see the list in `try_all`.

python3 packaging/windows/try_wine.py [--commit NAME] [--only WORDS]

Needs root and Debian; makes a Debian 13 with wine in build/packaging/chroots/ the first time. The measure is
what the program folder for Linux, of the same commit, makes of the same files.
Pictures: build/packaging/tried/.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from common.run import BuildError, say
from common.source import commit_of
from common.tools import enter
from common.trial import Trials
from windows.signatures import verified
from windows.trials.files import KINDS, Files
from windows.trials.installed import Installed
from windows.trials.locks import Locks
from windows.trials.portable import Portable
from windows.trials.setting_up import SettingUp
from windows.trials.window import Window
from windows.wine import fresh_wine


def main() -> int:
    """Try everything and return the exit status."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--commit", default="HEAD")
    parser.add_argument(
        "--only", default="", help="try what has these words in its name, once it is installed"
    )
    call = parser.parse_args()
    try:
        enter(Path(__file__).resolve(), sys.argv[1:])
        commit = commit_of(call.commit)
        trials = Trials("wine")
        with fresh_wine() as wine:
            try_all(Installed(wine, commit), trials, call.only)
        return trials.close()
    except BuildError as error:
        say(f"stopped: {error}")
        return 1


def try_all(installed: Installed, trials: Trials, only: str = "") -> None:
    """Try one thing after the other; without an installed program there is nothing to try."""
    setup = SettingUp(installed)
    with tempfile.TemporaryDirectory() as folder:
        trials.attempt("an older version is there", lambda: setup.install_older(Path(folder)))
    if trials.attempt("the setup installs silently and replaces it", setup.install):
        for what, do in attempts(installed, setup):
            if only in what:
                trials.attempt(what, do)


def attempts(installed: Installed, setup: SettingUp) -> Iterator[tuple[str, Callable[[], str | None]]]:
    """Yield what is tried of the installed program, and how."""
    files, window, locks = Files(installed), Window(installed), Locks(installed)
    yield "what others signed is as they signed it", lambda: verified(installed.program)
    yield "endings open with the program and have their icons", setup.file_types
    yield "reportdesk-cli --version", files.version
    yield "check says what it says on Linux", files.check
    for kind in KINDS:
        yield f"{kind} is written and read as on Linux", partial(files.convert, kind)
    yield "doctor tells of every matter", files.doctor
    yield "a file that is open elsewhere is told and left", files.held
    yield "names that Windows cannot hold are refused", files.names
    yield "a worker is limited and ends with the program", files.worker
    yield "the window shows a report", window.shows
    yield "letters are typed, saved and shown again", window.letters
    yield "figures are typed, saved and shown again", window.digits
    yield "Chinese is composed after a dialog", window.chinese
    yield "Chinese is pasted", window.pasted
    yield "a second double click opens in the running program", window.second_start
    yield (
        "a setup while the program runs changes nothing",
        partial(window.meanwhile, setup.refuse_while_running),
    )
    yield "a report that is open elsewhere is only read", locks.of_a_living_program
    yield "a lock whose program is gone is taken over", locks.of_a_program_that_is_gone
    yield "a lock that nobody knows can be overridden", locks.of_an_unknown_start
    yield "the setup replaces the same version", setup.install_again
    yield "removing leaves foreign files and reports", setup.remove
    portable = Portable(installed)
    yield "the zip runs from a folder with a Chinese name", portable.unpacked
    yield "a portable program keeps all beside itself", portable.kept_with_it
    yield "a stick finds its backups under another letter", portable.under_another_letter


if __name__ == "__main__":
    sys.exit(main())
