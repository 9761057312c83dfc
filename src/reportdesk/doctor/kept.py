"""The backups that the profile keeps: whether each can be opened."""

from __future__ import annotations

from reportdesk.doctor.item import Item
from reportdesk.errors import FileError
from reportdesk.project.kept.backups import Backup, Backups


def look_at_backups(backups: Backups | None = None) -> Item:
    """Open every backup, and return how many there are and how many cannot be opened; no name is told."""
    backups = backups or Backups()
    documents, good, bad, hopeless = 0, 0, 0, 0
    for ring in backups.rings():
        opened = [_opens(backup) for backup in backups.in_ring(ring)]
        documents += bool(opened)
        good, bad = good + sum(opened), bad + len(opened) - sum(opened)
        hopeless += bool(opened) and not any(opened)
    line = f"{documents} 份年报，{good + bad} 个备份，打得开 {good} 个"
    if not bad:
        return Item("backups", "备份", "good", (line,))
    meaning = f"有 {bad} 个备份打不开" + (
        f"，其中 {hopeless} 份年报一个好的备份都没有。" if hopeless else "。"
    )
    remedy = "年报文件本身不受影响，打开后各保存一次就有新的备份。请让信息化部门检查磁盘。"
    return Item("backups", "备份", "trouble" if hopeless else "remark", (line,), meaning, remedy)


def _opens(backup: Backup) -> bool:
    try:
        backup.open()
    except FileError:
        return False
    return True
