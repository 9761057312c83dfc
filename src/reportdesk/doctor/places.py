"""Where the program writes, whether it may, and how much room there is."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import tempfile
from pathlib import Path

from platformdirs import user_documents_path

from reportdesk.doctor.hidden import hidden
from reportdesk.doctor.item import Item
from reportdesk.profile import make_private, portable_folder, profile_folder, settings_folder

#: A report and its backups take a few MB; below this a save may fail any day.
_LITTLE_ROOM_MB = 200
_MB = 1_000_000
_PROBE_BYTES = 4096
_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "超过了配额",
    errno.ENOTDIR: "那里是一个文件",
    errno.EEXIST: "那里是一个文件",
}


def look_at_rights() -> Item:
    """Return whether the program may write where it has to."""
    places = {
        "程序的资料": profile_folder(),
        "设置": settings_folder(),
        "临时文件": Path(tempfile.gettempdir()),
    }
    refused = {words: trouble for words, place in places.items() if (trouble := why_not_written(place))}
    lines = [_line(words, place, refused.get(words, "")) for words, place in places.items()]
    documents = user_documents_path()
    not_there = why_not_written(documents) if documents.is_dir() else ""
    if documents.is_dir():
        lines.append(_line("文档", documents, not_there))
    if not refused and not not_there:
        return Item("rights", "写入权限", "good", tuple(lines))
    meaning = "没保存的内容、备份和最近使用的列表留不下来。" if refused else "年报要存到别的文件夹里。"
    remedy = "请让信息化部门放开这些文件夹的写入权限。" if refused else ""
    return Item("rights", "写入权限", "trouble" if refused else "remark", tuple(lines), meaning, remedy)


def look_at_portable(program: Path | None = None) -> Item:
    """Return where the profile lies: with the program, or with the user."""
    folder = portable_folder(program)
    if folder is None:
        return Item("profile", "资料放在哪里", "good", (f"用户自己的文件夹：{hidden(profile_folder())}",))
    if trouble := why_not_written(folder):
        return Item(
            "profile",
            "资料放在哪里",
            "trouble",
            (f"便携方式：{hidden(folder)}，写不进去（{trouble}）",),
            "草稿、备份和设置都留不下来；程序不会悄悄改放到别处。",
            "请把程序放到可以写的磁盘上，或去掉程序文件夹里的 portable 文件。",
        )
    return Item("profile", "资料放在哪里", "good", (f"便携方式，跟着程序走：{hidden(folder)}",))


def look_at_room() -> Item:
    """Return how much room is left where the program writes."""
    places = {
        "程序的资料": profile_folder(),
        "文档": user_documents_path(),
        "临时文件": Path(tempfile.gettempdir()),
    }
    room = {words: _room_mb(place) for words, place in places.items()}
    lines = tuple(f"{words}：剩 {_shown_mb(left)}" for words, left in room.items())
    if all(left is None or left >= _LITTLE_ROOM_MB for left in room.values()):
        return Item("room", "磁盘空间", "good", lines)
    remedy = "请删掉不用的文件，或把年报存到别的磁盘。"
    return Item("room", "磁盘空间", "trouble", lines, "磁盘快满了，保存随时可能失败，草稿也存不下。", remedy)


def why_not_written(folder: Path) -> str:
    """Return why nothing can be written into a folder, which is made if need be; "" where it can."""
    try:
        if not folder.exists():
            make_private(folder)
        probe = folder / f".reportdesk-{secrets.token_hex(6)}.tmp"
        probe.write_bytes(bytes(_PROBE_BYTES))
        probe.unlink()
    except OSError as error:
        number = error.errno or 0
        return _REASONS.get(number) or os.strerror(number)
    return ""


def _line(words: str, place: Path, trouble: str) -> str:
    return f"{words}：{hidden(place)}，" + (f"写不进去（{trouble}）" if trouble else "可以写")


def _room_mb(place: Path) -> int | None:
    """Return the room left on a folder's disk in MB; None where that cannot be told."""
    for folder in (place, *place.parents):
        try:
            return shutil.disk_usage(folder).free // _MB
        except FileNotFoundError:
            continue
        except OSError:
            return None
    return None


def _shown_mb(left: int | None) -> str:
    if left is None:
        return "不知道多少"
    return f"{left} MB" if left < 10 * 1000 else f"{left // 1000} GB"
