"""Run one call: parse its words, do the work, turn whatever goes wrong into one line and a status."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence

from reportdesk import __version__
from reportdesk.errors import ReportDeskError

#: The word by which a frozen program starts itself to read a file apart.
WORKER = "--read-apart"
#: Objects made since the last search for what only the collector of garbage can free.
_RARELY = 20_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run `reportdesk` with the given words, those of the process by default; return the exit status."""
    words = sys.argv[1:] if argv is None else argv
    if list(words[:1]) == [WORKER]:
        from reportdesk.readers.apart.worker import run as read_for_another

        read_for_another(words[1:])
    if list(words) == ["--version"]:
        return _say_version()
    # Late, here and below: a version is told, and a worker starts, without what reads the words of a call.
    from reportdesk.cli import speech
    from reportdesk.cli.status import Status

    speech.speak_utf8()
    searched = gc.get_threshold()
    # What is loaded stays: to look through it for garbage takes a tenth of the start.
    gc.set_threshold(_RARELY)
    try:
        return _run(words)
    except BrokenPipeError:
        speech.mute(sys.stdout)
        return Status.PIPE_CLOSED
    except KeyboardInterrupt:
        speech.message("已中断")
        return Status.INTERRUPTED
    finally:
        gc.set_threshold(*searched)


def _say_version() -> int:
    """Print the version alone; where nobody listens it is lost, as argparse would have it."""
    with contextlib.suppress(AttributeError, OSError):
        sys.stdout.write(f"reportdesk {__version__}\n")
    return 0


def _run(argv: Sequence[str]) -> int:
    from reportdesk.cli import speech
    from reportdesk.cli.addresses import with_paths
    from reportdesk.cli.current_folder import refuse_if_gone
    from reportdesk.cli.parser import parse
    from reportdesk.cli.status import Status

    try:
        call = parse(with_paths(argv))
        refuse_if_gone(call)
        return int(call.run(call))
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else Status.BAD_CALL
    except ReportDeskError as error:
        speech.message(str(error))
        return Status.FILE_TROUBLE
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        if os.environ.get("REPORTDESK_DEBUG") == "1":
            import traceback

            traceback.print_exc()
            return Status.DEFECT
        speech.message(
            f"程序出错了（{type(error).__name__}：{error}）。这是程序的缺陷，文件没有动；请把这句话告诉开发者"
        )
        return Status.DEFECT
