"""What is wrong with a template, in words for whoever keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import TracebackType

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from reportdesk.patterns import late
from reportdesk.writers.layouts.budget import LimitReached

#: What jinja2 says of tags, and the same in Chinese; the first that fits counts.
_SAID = (
    (
        late(r"unknown tag '(.+?)'.*block that needs to be closed is '(.+?)'"),
        "“{0}”不该在这里：“{1}”还没有结束",
    ),
    (late(r"unknown tag '(.+?)'"), "没有“{0}”这种标记，或者它缺了开头"),
    (late(r"end of template.*block that needs to be closed is '(.+?)'"), "“{0}”没有结束（缺 end{0}）"),
    (late(r"expected token '(.+)', got '(.+)'"), "该写“{0}”的地方写了“{1}”"),
    (late(r"No filter named '(.+)'"), "没有过滤器“{0}”"),
    (late(r"No test named '(.+)'"), "没有判断“{0}”"),
    (late(r"unexpected char (.+) at"), "不该有 {0}"),
    (late(r"tag name expected|Expected an expression"), "标记里缺了内容"),
    (late(r"access to attribute '(.+?)'"), "不能用“{0}”"),
    (late(r"can't assign to"), "这里不能用 set 改"),
    (late(r"unexpected '(.+?)'"), "不该有“{0}”"),
    (late(r"Missing end of (?:comment|raw)|end of template"), "写了开头，没有写完"),
)
#: What jinja2 calls the ends of a tag.
_ENDS = {"end of print statement": "}}", "end of statement block": "%}"}
_CHINESE = late(r"[\u4e00-\u9fff]")
_MARKUP = late(r"<[^>]*>")
#: The outermost element of a part of a Word file, and what the part is called; any other is its text.
_PARTS = (("<w:hdr", "页眉"), ("<w:ftr", "页脚"), ("<w:footnotes", "脚注"))
_HEAD_CHARACTERS = 300
#: So much of a line is quoted.
_MOST_QUOTED = 40


def complaint(template: str, error: Exception, source: str = "") -> str:
    """Say what a template (such as Word 模板) does wrong and where, and the name that it should not use."""
    place = _place(error, source)
    if not isinstance(error, TemplateError):
        if isinstance(error, RecursionError):
            return f"{template}自己套自己，没有尽头{place}"
        return f"{template}里有一处算不出来{place}：{error}"
    message = error.message or ""
    if isinstance(error, UndefinedError):
        names = re.findall(r"'([^']+)'", message)
        return f"{template}里用了不存在的名称“{names[-1] if names else message}”{place}"
    refused = isinstance(error, SecurityError | LimitReached)
    return f"{template}{'要做的事不允许' if refused else '里的标记写得不对'}：{_in_chinese(message, place)}"


def _part_name(source: str) -> str:
    """Return what a part of a Word file is called by those who write with Word; empty for its text."""
    head = source[:_HEAD_CHARACTERS]
    return next((name for mark, name in _PARTS if mark in head), "")


def _place(error: Exception, source: str) -> str:
    """Return the part, and the words near, as far as both are known."""
    lines, number = source.splitlines(), _line_number(error)
    near = _quoted(lines[number - 1]) if 0 < number <= len(lines) else ""
    place = _part_name(source) + (f"“{near}”一处" if near else "")
    return place and f"（在{place}）"


def _quoted(line: str) -> str:
    words = " ".join(_MARKUP.sub("", line).split())
    return words if len(words) <= _MOST_QUOTED else f"{words[:_MOST_QUOTED]}…"


def _line_number(error: Exception) -> int:
    """Return the line of the template that an error stands for; 0 where it is of none."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    in_template = [trace.tb_lineno for trace in _traces(error) if "template" in trace.tb_frame.f_code.co_name]
    return in_template[-1] if in_template else 0


def _traces(error: Exception) -> Iterator[TracebackType]:
    trace = error.__traceback__
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _in_chinese(message: str, place: str) -> str:
    """Return what jinja2 says in Chinese, and where; its own words behind."""
    if _CHINESE.search(message):
        return message + place
    for pattern, said in _SAID:
        if found := pattern.search(message):
            named = [_ENDS.get(one, one) for one in found.groups()]
            return f"{said.format(*named)}{place}（{message}）"
    return f"看不懂{place}（{message}）"
