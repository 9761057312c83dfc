"""Letters to the units: what each has to correct as .docx; who is missing, who has what problem, as text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.findings import CollectionFinding
from reportdesk.collect.counting.statuses import STATUS_WORDS, UnitState
from reportdesk.collect.outgoing.letter_file import letter_bytes
from reportdesk.collect.outgoing.letter_words import ALIKE, REMEDIES, TITLE, letter_lines, to_tell
from reportdesk.report.shown import CONTROL

MISSING_NAME, NOTICE_NAME = "催报.txt", "通报.txt"
_LETTER = "退回修改-"

_SUM = "collect.sum"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
#: Of Chinese, 240 bytes of UTF-8: with its number and suffix a name may have 255.
_LONGEST_NAME_CHARACTERS = 80


def letters_of(collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a letters folder: a .docx for each unit with something to correct, two texts."""
    taken: set[str] = set()
    messages = _messages_to_units(collection)
    for state in collection.states:
        own = messages.get(state.unit.name, [])
        if own or (state.counted is not None and to_tell(state)):
            name = _free_name(f"{_LETTER}{state.unit.name}", ".docx", taken)
            yield name, letter(collection, state, own)
    yield MISSING_NAME, _text(missing_text(collection))
    yield NOTICE_NAME, _text(notice_text(collection))


def letters_in(folder: Path) -> list[str]:
    """Return the names of letters that lie in a folder already; raise OSError."""
    names = sorted(file.name for file in folder.iterdir())
    return [name for name in names if name in {MISSING_NAME, NOTICE_NAME} or name.startswith(_LETTER)]


def _messages_to_units(collection: Collection) -> Mapping[str, list[CollectionFinding]]:
    """Return by unit what it must hear of the collection's findings; that it is missing goes elsewhere."""
    addressee = collection.organ
    messages: dict[str, list[CollectionFinding]] = defaultdict(list)
    for finding in collection.findings:
        if finding.code == ALIKE:
            # That a unit writes as the government does is the government's matter.
            units = finding.units if not addressee or addressee not in finding.units else ()
        elif finding.code in REMEDIES or (finding.code == _SUM and addressee):
            units = finding.units[:1]
        else:
            units = ()
        for unit in units:
            messages[unit].append(finding)
    return messages


def letter_text(collection: Collection, state: UnitState) -> str:
    """Return the words of the letter to a unit, ready to be pasted into a message."""
    lines = letter_lines(collection, state, _messages_to_units(collection).get(state.unit.name, []))
    return "\n".join((TITLE, *(text for text, _ in lines))) + "\n"


def letter(collection: Collection, state: UnitState, own: list[CollectionFinding]) -> bytes:
    """Return the letter to a unit as .docx: each finding with place and figures, what to do, an answer."""
    return letter_bytes(TITLE, letter_lines(collection, state, own))


def missing_text(collection: Collection) -> str:
    """Return who has not filed yet, ready to be pasted into a message."""
    missing = [state.unit for state in _of_units(collection) if state.status == "missing"]
    what = f"{collection.year} 年度政府信息公开工作年度报告"
    if not missing:
        return f"{what}：各单位都已报送。\n"
    names = "、".join(unit.name for unit in missing)
    lines = [
        f"截至目前，下列 {len(missing)} 个单位还没有报送 {what}，请尽快报送：",
        f"{names}。",
        "",
        *(
            f"{unit.name}　{unit.contact}　{unit.phone}".rstrip("　")
            for unit in missing
            if unit.contact or unit.phone
        ),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def notice_text(collection: Collection) -> str:
    """Return the units by problem, for the notice to all; each unit stands in one line of the list."""
    states, year = _of_units(collection), collection.year
    lines = [f"{year} 年度政府信息公开工作年度报告报送情况通报", ""]
    lines.append(f"应报 {len(states)} 个单位，计入汇总 {len(collection.total.added)} 个。")
    within = [state for state in states if state.container is not None]
    for status, words in STATUS_WORDS.items():
        names = [state.unit.name for state in states if state.status == status and state not in within]
        if names:
            lines.append(f"{words}（{len(names)} 个）：{'、'.join(names)}")
    if within:
        names = [state.unit.name for state in within]
        lines.append(f"已含在上级单位的报告里（{len(names)} 个）：{'、'.join(names)}")
    alike = [finding for finding in collection.findings if finding.code == ALIKE]
    if alike:
        lines += ["", "文字雷同：", *(f"{finding.message}。" for finding in alike)]
    waiting = collection.decisions.returned.keys() - collection.decisions.answered.keys()
    late = [state.unit.name for state in states if state.unit.name in waiting]
    if late:
        lines += ["", f"退回后还没有改好（{len(late)} 个）：{'、'.join(late)}"]
    return "\n".join(lines) + "\n"


def _of_units(collection: Collection) -> list[UnitState]:
    """Return the units that report to the government; it does not write to itself."""
    return [state for state in collection.states if state.unit != collection.roster.addressee]


def safe_name(name: str) -> str:
    """Return a name that a file can have on Windows too, without suffix."""
    plain = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", CONTROL.sub("", name)))
    plain = re.sub("[\ud800-\udfff]", "_", plain)[:_LONGEST_NAME_CHARACTERS].strip(" .") or "_"
    return f"_{plain}" if _RESERVED.fullmatch(plain) else plain


def _free_name(wanted: str, suffix: str, taken: set[str]) -> str:
    plain = safe_name(wanted)
    name, number = plain, 2
    while name.lower() in taken:
        name, number = f"{plain}({number})", number + 1
    taken.add(name.lower())
    return name + suffix


def _text(text: str) -> bytes:
    """Return a text for the notepad of any Windows: UTF-8 with BOM, lines as there."""
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8", "replace")
