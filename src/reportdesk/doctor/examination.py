"""Every look at this machine, one after the other; what fails is an item too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportdesk.doctor.fonts import look_at_fonts
from reportdesk.doctor.item import Item
from reportdesk.doctor.kept import look_at_backups
from reportdesk.doctor.machine import look_at_clock, look_at_input, look_at_language, look_at_office
from reportdesk.doctor.places import look_at_portable, look_at_rights, look_at_room
from reportdesk.doctor.versions import look_at_editions, look_at_versions
from reportdesk.logbook import log_error

MachineLook = tuple[str, str, Callable[[], Item]]

#: What is looked at in the order of the page: code and title, for where the look itself fails.
LOOKS: tuple[MachineLook, ...] = (
    ("versions", "版本", look_at_versions),
    ("editions", "年报格式", look_at_editions),
    ("profile", "资料放在哪里", look_at_portable),
    ("rights", "写入权限", look_at_rights),
    ("room", "磁盘空间", look_at_room),
    ("backups", "备份", look_at_backups),
    ("clock", "日期和时间", look_at_clock),
    ("language", "语言和编码", look_at_language),
    ("fonts", "公文字体", look_at_fonts),
    ("office", "办公软件", look_at_office),
    ("input", "中文输入", look_at_input),
)


def examine_machine(looks: Iterable[MachineLook] = LOOKS) -> list[Item]:
    """Return what is found; this may take as long as an office program takes to tell its version."""
    return list(_examined(looks))


def _examined(looks: Iterable[MachineLook]) -> Iterator[Item]:
    for code, title, look in looks:
        try:
            yield look()
        except Exception as error:
            # One thing that cannot be looked at must not hide the others.
            log_error("doctor.failed", error)
            yield Item(code, title, "unknown", (f"查的时候出了错（{type(error).__name__}）",))
