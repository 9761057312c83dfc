"""What msgspec finds wrong with data, told in Chinese: of a template and of a project file alike."""

from __future__ import annotations

import re

import msgspec

from reportdesk.patterns import late

_TYPES = {
    "int": "整数",
    "float": "小数",
    "decimal": "小数",
    "str": "文字",
    "bool": "true 或 false",
    "null": "null",
    "array": "列表",
    "object": "对象",
    "date": "日期",
    "datetime": "日期时间",
    "time": "时间",
}
_PLACE_IN_TEXT = late(r"\(at line (\d+), column (\d+)\)$")
_LIMITS = {"<=": "不大于", ">=": "不小于", "<": "小于", ">": "大于"}


def wrong_shape(error: msgspec.MsgspecError | UnicodeDecodeError) -> str:
    """Return what is wrong with data and at which key, or at which line of the text."""
    if isinstance(error, UnicodeDecodeError):
        return f"第 {error.start + 1} 个字节不是 UTF-8 文字"
    if not isinstance(error, msgspec.ValidationError):
        place = _PLACE_IN_TEXT.search(str(error))
        at = f"第 {place[1]} 行第 {place[2]} 列" if place else "文件末尾"
        is_repeated = str(error).startswith(("Cannot overwrite", "Cannot declare"))
        return f"{at}{'的键重复' if is_repeated else '不合写法'}"
    problem, _, place_of_value = str(error).partition(" - at ")
    key = place_of_value.strip("`").removeprefix("$").removeprefix(".") or "最外层"
    return f"“{key}”的内容不对：{_problem(problem)}"


def _problem(problem: str) -> str:
    if missing := re.fullmatch(r"Object missing required field `(.*)`", problem):
        return f"缺“{missing[1]}”"
    if unknown := re.fullmatch(r"Object contains unknown field `(.*)`", problem):
        return f"不认识“{unknown[1]}”"
    if types := re.fullmatch(r"Expected `(.*)`, got `(.*)`", problem):
        wanted, found = (
            "或".join(_TYPES.get(name, name) for name in names.split(" | ")) for names in types.groups()
        )
        return f"应是{wanted}，这里是{found}"
    if size := re.fullmatch(r"Expected `.*` of length (?:([<>]=?) )?(\d+)(?:, got (\d+))?", problem):
        found = f"，这里是 {size[3]}" if size[3] else ""
        return f"长度应{_LIMITS.get(size[1], '是')} {size[2]}{found}"
    if problem.startswith("Expected `str` matching regex"):
        return "不能空着"
    if limit := re.fullmatch(r"Expected `.*` ([<>]=?) (.*)", problem):
        return f"应{_LIMITS[limit[1]]} {limit[2]}"
    if value := re.fullmatch(r"Invalid (?:enum )?value '?(.*?)'?", problem):
        return f"不能是“{value[1]}”"
    return "不合要求"
