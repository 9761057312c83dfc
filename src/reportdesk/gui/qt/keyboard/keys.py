"""Every key of the report's window, listed once: menus, tips, help and manual take them from here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

#: Where a key works: everywhere in the window, in a table's cells, or in words.
Where = Literal["window", "table", "words"]

#: How each place is called in the list of keys.
PLACES: dict[Where, str] = {"window": "随处可用", "table": "在表格里", "words": "在文字里"}

_CHINESE = {
    "Return": "回车",
    "Enter": "回车",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "Space": "空格",
}


class Key(NamedTuple):
    """One or more keys with the same effect, as Qt spells them; menus show the first.

    `name` is the menu entry's, "" where no entry has them; `words` say what they do.
    """

    name: str
    keys: tuple[str, ...]
    words: str
    where: Where = "window"

    @property
    def shown(self) -> str:
        """Return the first of the keys as a clerk reads it: `Ctrl+回车`."""
        return in_chinese(self.keys[0])

    @property
    def all_shown(self) -> str:
        """Return all of them as a clerk reads them, each once."""
        return "、".join(dict.fromkeys(map(in_chinese, self.keys)))


def _keys() -> Iterator[Key]:
    yield from _of_files()
    yield from _of_steps()
    yield from _of_findings()
    yield from _of_the_view()
    yield from _of_cells()
    yield from _of_words()


def _of_files() -> Iterator[Key]:
    yield Key("new", ("Ctrl+N",), "新建空白年报")
    yield Key("roll", ("Ctrl+Shift+N",), "从去年的文件开始")
    yield Key("open", ("Ctrl+O",), "打开")
    yield Key("save", ("Ctrl+S",), "保存")
    yield Key("save_as", ("F12", "Ctrl+Shift+S"), "另存为")
    yield Key("import", ("Ctrl+I",), "从文件导入")
    yield Key("collect", ("Ctrl+Shift+M",), "汇总各单位的年报")
    yield Key("preview", ("Ctrl+P",), "预览和打印")
    yield Key("export_docx", ("Ctrl+E",), "导出 Word")
    yield Key("close", ("Ctrl+W",), "关闭年报")
    yield Key("quit", ("Ctrl+Q",), "退出")


def _of_steps() -> Iterator[Key]:
    yield Key("undo", ("Ctrl+Z",), "撤销")
    yield Key("redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "重做")
    yield Key("cut", ("Ctrl+X",), "剪切")
    yield Key("copy", ("Ctrl+C",), "复制")
    yield Key("paste", ("Ctrl+V",), "粘贴")
    yield Key("find", ("Ctrl+F",), "查找格子、数字和文字")
    yield Key("replace", ("Ctrl+H",), "替换正文里的文字")
    yield Key("find_next", ("F3",), "到查找到的下一处")
    yield Key("find_previous", ("Shift+F3",), "到查找到的上一处")
    yield Key("fill_table", ("Alt+0",), "本表空格填 0")
    yield Key("fill_all", ("Alt+Shift+0",), "所有表空格填 0")
    yield Key("take_sums", ("Alt+=",), "采用合计数")
    yield Key("confirm", ("Ctrl+Return", "Ctrl+Enter"), "确认沿用此处")
    yield Key("confirm_all", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "确认沿用的全部内容")


def _of_findings() -> Iterator[Key]:
    yield Key("next_finding", ("F8",), "下一个问题")
    yield Key("previous_finding", ("Shift+F8",), "上一个问题")
    yield Key("accept", ("Ctrl+J",), "接受并说明选中的问题")
    yield Key("show_findings", ("F9",), "打开或收起问题栏")


def _of_the_view() -> Iterator[Key]:
    yield Key("agenda", ("F11",), "还要做什么：各页还差什么、下一步、期限")
    yield Key("next_tab", ("Ctrl+PgDown",), "下一页")
    yield Key("previous_tab", ("Ctrl+PgUp",), "上一页")
    yield Key("", ("Ctrl+1",), "第一页；Ctrl+2 是第二页，依此类推")
    yield Key("next_pane", ("F6",), "到下一个区域：表格、文字、问题栏、填写说明、页签")
    yield Key("previous_pane", ("Shift+F6",), "到上一个区域")
    yield Key("show_last_year", ("Ctrl+L",), "显示或隐藏上年数")
    yield Key("show_last_text", ("F7",), "对照上年文字")
    yield Key("show_words", ("Shift+F7",), "表格旁的文字说明")
    yield Key("show_addends", ("Shift+F9",), "汇总来的报告：这一格由哪些单位加成")
    yield Key("zoom_in", ("Ctrl++", "Ctrl+="), "放大")
    yield Key("zoom_out", ("Ctrl+-",), "缩小")
    yield Key("zoom_reset", ("Ctrl+0",), "恢复 100%")
    yield Key("guidance", ("F1",), "填写说明；首页、还要做什么、对话框和汇总里是手册")
    yield Key("manual", ("Ctrl+F1",), "手册里讲这里的一页")


def _of_cells() -> Iterator[Key]:
    moves = ("Up", "Down", "Left", "Right")
    jumps = tuple(f"Ctrl+{arrow}" for arrow in moves)
    yield Key("", ("Return", "Enter"), "下一格（往下）；Shift+回车往上", "table")
    yield Key("", ("Tab",), "下一格（往右）；Shift+Tab 往左", "table")
    yield Key("", moves, "到旁边一格；加 Shift 选中一片", "table")
    yield Key("", jumps, "到这一片数的边上；加 Shift 选中", "table")
    yield Key("", ("Home", "End"), "本行第一格、最后一格；加 Shift 选中", "table")
    yield Key("", ("Ctrl+Home", "Ctrl+End"), "本表第一格、最后一格；加 Shift 选中", "table")
    yield Key("", ("Ctrl+A",), "选中全表", "table")
    yield Key("", ("F2",), "接着改这一格", "table")
    yield Key("delete", ("Del",), "清空选中的格子", "table")
    yield Key("fill_down", ("Ctrl+D",), "向下填充", "table")
    yield Key("fill_right", ("Ctrl+R",), "向右填充", "table")
    yield Key("", ("Ctrl+Return",), "正在填数时：选中的格子都填成这个数", "table")
    yield Key("repeat", ("F4",), "重复上一步：清空、填充、填 0、确认", "table")


def _of_words() -> Iterator[Key]:
    yield Key("take_figure", ("Alt+Return", "Alt+Enter"), "光标处的数字改成表里的数", "words")
    yield Key("go_to_figure", ("Alt+Shift+Return", "Alt+Shift+Enter"), "转到光标处的数字所说的格子", "words")
    yield Key("explain_figure", ("Ctrl+Shift+J",), "光标处的数字口径不同，写明原因", "words")
    yield Key("sentence", ("Ctrl+T",), "插入按表中数字写的句子", "words")
    yield Key("nil_report", ("Ctrl+K",), "今年没有申请、没有复议诉讼", "words")
    yield Key("tidy", ("Ctrl+Shift+T",), "整理文字", "words")
    yield Key("", ("Ctrl+A",), "全选", "words")


def in_chinese(key: str) -> str:
    """Return a key as Qt spells it in a clerk's words: `Ctrl+Return` is `Ctrl+回车`."""
    return re.sub(r"(?<![a-z])[A-Z][a-z]+$", lambda name: _CHINESE.get(name[0], name[0]), key)


KEYS = tuple(_keys())
_NAMED = {key.name: key for key in KEYS if key.name}


def key_of(name: str) -> Key | None:
    """Return the keys of a menu entry; None where it has none."""
    return _NAMED.get(name)


def with_key(words: str, name: str) -> str:
    """Return a menu's words with the key of an entry after a tab."""
    return f"{words}\t{_NAMED[name].shown}"
