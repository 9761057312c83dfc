"""What can still be read of a damaged project file: one cell stands on one line, so most lines survive."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

from reportdesk.patterns import late
from reportdesk.project.errors import Damaged
from reportdesk.project.format.clean import Cleaner
from reportdesk.project.format.header import take_apart
from reportdesk.project.format.json_text import convert, decode_json
from reportdesk.project.format.lost import LostLine, notes_on_lost
from reportdesk.project.format.project_body import read_project_data
from reportdesk.project.format.schema import RESCUED, ProjectData
from reportdesk.report.model import Note, Report
from reportdesk.resources import edition_names

_LINE = late(r' *"(?P<key>(?:[^"\\]|\\.)*)": (?P<value>.*?),?')
_KEY_LEFT = late(r"[a-z_]+(?:\.[a-z_0-9]+)*")
_BRACKETS = " \t\r[]{},"
_QUOTE = late(r'(?<!\\)"')


def rescue(data: bytes, where: str) -> Report:
    """Return what a damaged file still says, with a note; raise Damaged if it says nothing of a report."""
    body = take_apart(data).body.decode("utf-8", "replace")
    try:
        raw, lost = decode_json(body.encode(), where), list[LostLine]()
    except Damaged:
        raw, lost = _read_lines(body)
    kept = _well_shaped(raw)
    if not kept.get("cells") and not kept.get("texts"):
        raise Damaged("文件损坏得太厉害，没有读出内容", where=where, remedy="请用备份")
    cleaner = Cleaner()
    report = read_project_data({"cells": {}} | kept, where, cleaner)
    gone = notes_on_lost(report.form, raw, kept, lost)
    rest = f"，没能读出的 {len(gone)} 项列在下面" if gone else ""
    note = Note(RESCUED, f"这是从损坏的文件里抢救出来的{rest}，请逐格核对")
    return replace(report, notes=(note, *gone, *report.notes, *cleaner.notes))


def _read_lines(body: str) -> tuple[dict[str, Any], list[LostLine]]:
    """Read a broken body line by line; the indent says how deep; return data and the lines lost."""
    top: dict[str, Any] = {}
    opened, names = [top], [""]
    lost: list[LostLine] = []
    for line in body.split("\n"):
        depth = len(line) - len(line.lstrip(" "))
        if depth:
            del opened[depth:], names[depth:]
        match = _LINE.fullmatch(line)
        if match is None or not 1 <= depth <= len(opened):
            if line.strip(_BRACKETS):
                lost.append(LostLine(".".join(names[1:]), _key_in(line)))
            continue
        value = {} if match["value"] == "{" else _value(match["value"])
        if value is None:
            if match["value"] not in {"null", "["}:
                lost.append(LostLine(".".join(names[1:]), match["key"]))
            elif match["value"] == "null":
                opened[-1][match["key"]] = None
            continue
        opened[-1][match["key"]] = value
        if match["value"] == "{":
            opened.append(value)
            names.append(match["key"])
    return top, lost


def _key_in(line: str) -> str:
    """Return the key of a broken line as far as it shows; "" where it shows none."""
    found = _KEY_LEFT.search(line)
    return found[0] if found else ""


def _value(text: str) -> Any:
    """Parse one value; a text whose quotes are broken is taken as it stands; None if it is no value."""
    inner = _QUOTE.sub(r'\\"', text[1:-1])
    for attempt in (text, f'"{inner}"' if text.startswith('"') else text):
        try:
            return json.loads(attempt, strict=False, parse_float=Decimal)
        except (ValueError, RecursionError):
            continue
    return None


def _well_shaped(raw: dict[str, Any]) -> dict[str, Any]:
    """Return the parts whose shape is still that of a report."""
    kept = {}
    for part, value in raw.items():
        try:
            convert({"cells": {}, part: value}, ProjectData, part)
        except Damaged:
            continue
        if part != "edition" or value in edition_names():
            kept[part] = value
    return kept
