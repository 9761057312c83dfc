"""docs/command-line.md names the commands, options, statuses and notes that the program has, no others."""

import argparse
import re
from pathlib import Path

from reportdesk.cli.parser import COMMANDS, make_parser
from reportdesk.cli.status import Status

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
CALLS = re.findall(r"^\| `reportdesk (\w+) ([^`]*)`", PAGE, re.MULTILINE)
COMMON = {"--force", "--quiet", "--help"}


def parsers() -> dict[str, argparse.ArgumentParser]:
    actions = make_parser()._actions
    return next(dict(action.choices) for action in actions if isinstance(action, argparse._SubParsersAction))


def test_the_page_lists_the_commands_in_the_order_of_the_help() -> None:
    assert [name for name, _ in CALLS] == list(COMMANDS) == list(parsers())


def test_each_command_is_shown_with_its_words_and_options() -> None:
    for name, usage in CALLS:
        actions = parsers()[name]._actions
        options = {
            option for action in actions for option in action.option_strings if option.startswith("--")
        }
        assert set(re.findall(r"--[\w-]+", usage)) == options - COMMON, name
        words = [action.metavar for action in actions if not action.option_strings]
        assert re.findall(r"[A-Z]+", re.sub(r"\[?--[\w-]+( [A-Z]+)?\]?", "", usage)) == words, name
        required = {option for action in actions if action.required for option in action.option_strings}
        bare = re.sub(r"\[[^]]*\]", "", usage)
        assert set(re.findall(r"--[\w-]+", bare)) == required, name


def test_the_common_options_are_there() -> None:
    common = set(re.findall(r"^\| `(--[\w-]+)` \|", PAGE, re.MULTILINE))
    assert common == COMMON - {"--help"}
    assert all(common <= set(parser._option_string_actions) for parser in parsers().values())


def test_every_exit_status_is_told() -> None:
    listed = {int(number) for number in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)}
    assert listed == set(map(int, Status))


def test_every_note_of_our_own_kinds_is_told() -> None:
    source = ROOT / "src" / "reportdesk" / "project"
    paths = source.rglob("*.py")
    used = {code for path in paths for code in re.findall(r'"(read\.\w+)"', path.read_text("utf-8"))}
    assert used
    assert used == set(re.findall(r"^\| `(read\.\w+)` \|", PAGE, re.MULTILINE))


def test_the_help_tells_the_statuses() -> None:
    text = make_parser().format_help()
    assert all(str(int(status)) in text for status in Status if status is not Status.PIPE_CLOSED)
