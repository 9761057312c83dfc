"""The words of a call: commands, options, and what is said when they are off."""

from __future__ import annotations

import re
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from reportdesk import __version__
from reportdesk.cli import speech
from reportdesk.cli.command import Command
from reportdesk.cli.status import Status

#: The commands in the order of the help: each is a module of `cli.verbs`.
COMMANDS = (
    "new",
    "show",
    "check",
    "convert",
    "roll",
    "collect",
    "explain",
    "inspect",
    "correct",
    "sheet",
    "chart",
    "backups",
    "doctor",
)

_USAGE = "reportdesk [FILE...]\n      reportdesk COMMAND ..."
_ABOUT = "填写、检查、导出政府信息公开工作年度报告。不写命令就打开窗口；FILE 是要打开的文件，一个一个窗口。"
_EPILOG = (
    "退出码：0 完成；1 check、collect 查出必改的问题，show 核对的指纹不符；2 用法不对；3 文件读写不了；"
    "70 程序缺陷；130 被中断；141 读结果的一方先关了。"
)
_COMPLAINTS = (
    (r"the following arguments are required: (.*)", r"还缺 \1"),
    (r"unrecognized arguments: (.*)", r"不认识 \1"),
    (r"argument (.*): expected .*", r"\1 后面还缺内容"),
    (r"argument (.*): ignored explicit argument '(.*)'", r"\1 后面不能带“\2”"),
    (r"argument (.*): invalid choice: '(.*)' \(choose from (.*)\)", r"\1 不能是“\2”，可以是 \3"),
    (r"argument (.*?): (.*)", r"\1：\2"),
)
#: Where argparse lists its own words: the arguments that are missing, the choices.
_LISTS = ("还缺 ", "可以是 ")


class CallParser(ArgumentParser):
    """An argument parser with the options of every call, which complains in one line of Chinese."""

    def __init__(self, **options: Any) -> None:
        """Add the common options; no option may be cut short, for it could mean another one tomorrow."""
        super().__init__(**options, add_help=False, allow_abbrev=False)
        # Suppressed defaults, so that a command's parser does not undo what stands before the command.
        self.add_argument("--force", action="store_true", default=SUPPRESS, help="覆盖已有的文件")
        self.add_argument("--quiet", action="store_true", default=SUPPRESS, help="只输出结果和错误")
        self.add_argument("-h", "--help", action="help", help="显示用法")
        for group in self._action_groups:
            group.title = {"positional arguments": "内容", "options": "选项"}.get(group.title or "")

    def format_help(self) -> str:
        """Return the help; argparse has no other place for its first word."""
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is off with the call, and leave."""
        for pattern, words in _COMPLAINTS:
            message, replaced = re.subn(f"^{pattern}$", words, message, flags=re.DOTALL)
            if replaced:
                break
        message = speech.one_line(f"{self.prog}：{_with_chinese_lists(message)}。用法见 {self.prog} --help")
        self.exit(Status.BAD_CALL, f"{message}\n")


class _WindowParser(CallParser):
    """The parser of a call without a command; it has the help of the whole program."""

    def format_help(self) -> str:
        """Return the help that lists the commands."""
        return make_parser().format_help()


def parse(argv: Sequence[str]) -> Namespace:
    """Return the call: its words, and under `run` what does the work; leave with status 2 if they are off."""
    first = next((word for word in argv if not word.startswith("-")), None)
    parser = make_parser([first]) if first in COMMANDS else _window_parser()
    return parser.parse_args(argv, Namespace(force=False, quiet=False))


def make_parser(names: Iterable[str] = COMMANDS) -> ArgumentParser:
    """Return the parser of some commands, of all by default with the help of the whole program."""
    parser = CallParser(prog="reportdesk", usage=_USAGE, description=_ABOUT, epilog=_EPILOG)
    _add_version(parser)
    commands = parser.add_subparsers(
        title="命令", metavar="COMMAND", dest="command", required=True, prog="reportdesk"
    )
    for name in names:
        command = _command(name)
        sub = commands.add_parser(name, help=command.SUMMARY, description=command.SUMMARY)
        command.add_words(sub)
        sub.set_defaults(run=command.run)
    return parser


def _command(name: str) -> Command:
    """Return a command; only what is called is loaded."""
    command: Command = import_module(f"reportdesk.cli.verbs.{name}")
    return command


def _window_parser() -> ArgumentParser:
    from reportdesk.cli import window

    parser = _WindowParser(prog="reportdesk")
    _add_version(parser)
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path)
    parser.set_defaults(run=window.run)
    return parser


def _add_version(parser: ArgumentParser) -> None:
    parser.add_argument("--version", action="version", version=f"reportdesk {__version__}", help="显示版本")


def _with_chinese_lists(message: str) -> str:
    """Return a complaint whose lists are separated as in Chinese, without argparse's quotation marks."""
    for lead in _LISTS:
        before, found, listed = message.partition(lead)
        if found:
            return before + lead + listed.replace("'", "").replace(", ", "、")
    return message
