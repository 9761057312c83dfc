"""The page that is sent to whoever looks after the machine: plain text, or the same as data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reportdesk import __version__
from reportdesk.doctor.item import STATE_WORDS, Item

_SIGNS = {"good": "√", "remark": "!", "trouble": "×", "unknown": "?"}


def machine_summary(items: Sequence[Item]) -> str:
    """Return in one line how the machine is."""
    bad = [item.title for item in items if item.state == "trouble"]
    odd = [item.title for item in items if item.state in {"remark", "unknown"}]
    if bad:
        return f"有问题：{'、'.join(bad)}" + (f"；注意：{'、'.join(odd)}" if odd else "")
    return f"可以正常使用；注意：{'、'.join(odd)}" if odd else "一切正常"


def page_text(items: Sequence[Item], now: datetime | None = None) -> str:
    """Return the page as plain text."""
    now = now or datetime.now().astimezone()
    lines = [f"reportdesk {__version__} 本机体检　{now:%Y-%m-%d %H:%M}", machine_summary(items), ""]
    for item in items:
        lines.append(f"[{_SIGNS[item.state]}] {item.title}：{STATE_WORDS[item.state]}")
        lines += [f"    {line}" for line in item.found]
        lines += [f"    → {line}" for line in (item.meaning, item.remedy) if line]
    lines += ["", "这一页不含任何年报的内容和文件名，用户名以 ~ 代替，可以发给信息化部门。"]
    return "\n".join(lines) + "\n"


def page_data(items: Sequence[Item]) -> dict[str, Any]:
    """Return the page as what JSON can hold."""
    return {
        "schema": 1,
        "version": __version__,
        "summary": machine_summary(items),
        "items": [
            {
                "code": item.code,
                "title": item.title,
                "state": item.state,
                "found": list(item.found),
                "meaning": item.meaning,
                "remedy": item.remedy,
            }
            for item in items
        ],
    }
