#!/usr/bin/env python3
"""Writes share/reportdesk.1 and share/reportdesk.bash from the parser of command lines.

`.venv/bin/python packaging/linux/generate.py`; both are committed, and a test compares them with the parser.
"""

from __future__ import annotations

import sys
from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator, Mapping
from pathlib import Path

SHARE = Path(__file__).resolve().parent / "share"
#: What follows a word that is neither an option nor a command: a file of one of these kinds.
_SUFFIXES = "rdesk|rdset|json|docx|doc|wps|rtf|xlsx|csv|html|htm|mht|txt|pdf|zip"
_FILES = """.SH 文件
设置、备份、日志和没有保存的内容在 ~/.local/state/reportdesk，环境变量 REPORTDESK_PROFILE 可以换成别的文件夹。
程序从不使用网络。
"""


def files(parser: ArgumentParser) -> Mapping[str, str]:
    """Return the text of both files, by name."""
    return {"reportdesk.1": manual(parser), "reportdesk.bash": completion(parser)}


def manual(parser: ArgumentParser) -> str:
    """Return the manual page, in Chinese as the program's own help."""
    parts = [
        '.TH REPORTDESK 1 "" reportdesk\n',
        f".SH 名称\nreportdesk \\- {_plain(parser.description or '')}\n",
        ".SH 用法\n.nf\nreportdesk [FILE]\nreportdesk COMMAND ...\n.fi\n",
        f".SH 选项\n{''.join(_item(action) for action in _options(parser))}",
    ]
    for name, command in _commands(parser).items():
        usage = command.format_usage().partition(": ")[2] or command.format_usage()
        words = " ".join(usage.replace("用法：", "").split())
        parts.append(f".SH {name}\n{_plain(command.description or '')}\n.PP\n.B {_plain(words)}\n")
        parts += [_item(action) for action in _words(command)]
    parts += [f".SH 退出码\n{_plain(parser.epilog or '')}\n", _FILES]
    return "".join(parts)


def completion(parser: ArgumentParser) -> str:
    """Return the completion for bash."""
    commands = _commands(parser)
    options = {name: " ".join(_flags(command)) for name, command in commands.items()}
    cases = "".join(f"    {name}) words='{words}' ;;\n" for name, words in options.items())
    return f"""# bash completion for reportdesk
_reportdesk() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} words
  case "${{COMP_WORDS[1]}}" in
{cases}    *) words='{" ".join(_flags(parser))}' ;;
  esac
  COMPREPLY=()
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    return
  fi
  if [[ $COMP_CWORD == 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W "{" ".join(commands)}" -- "$word")
  fi
  local file
  while IFS= read -r file; do
    COMPREPLY+=("$file")
  done < <(compgen -d -- "$word"; compgen -f -X '!*.@({_SUFFIXES})' -- "$word")
}}
shopt -s extglob
complete -o filenames -F _reportdesk reportdesk
"""


def _commands(parser: ArgumentParser) -> Mapping[str, ArgumentParser]:
    (found,) = [action for action in parser._actions if isinstance(action, _SubParsersAction)]  # noqa: SLF001 - argparse tells them nowhere else
    return dict(found.choices)


def _words(parser: ArgumentParser) -> Iterator[Action]:
    common = {"--help", "--force", "--quiet"}
    for action in parser._actions:  # noqa: SLF001
        if not common & set(action.option_strings):
            yield action


def _options(parser: ArgumentParser) -> Iterator[Action]:
    return (action for action in parser._actions if action.option_strings)  # noqa: SLF001


def _flags(parser: ArgumentParser) -> list[str]:
    return sorted(
        flag for action in _options(parser) for flag in action.option_strings if flag.startswith("--")
    )


def _item(action: Action) -> str:
    name = ", ".join(action.option_strings)
    value = action.metavar or (action.dest.upper() if action.option_strings and action.nargs != 0 else "")
    shown = " ".join(part for part in (name, str(value) if action.nargs != 0 else "") if part) or action.dest
    return f".TP\n.B {_plain(shown)}\n{_plain(action.help or '')}\n"


def _plain(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")


def main() -> int:
    """Write both files; return the exit status."""
    from reportdesk.cli.parser import make_parser

    for name, text in files(make_parser()).items():
        (SHARE / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
