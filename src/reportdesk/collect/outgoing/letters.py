"""Letters to the units: what each has to correct as .docx; who is missing, who has what problem, as text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.findings import CollectionFinding
from reportdesk.collect.counting.statuses import STATUS_WORDS, Status, UnitState
from reportdesk.collect.outgoing.letter_file import letter_bytes
from reportdesk.examined import FoundData
from reportdesk.form.severity import SEVERITIES, SeverityName
from reportdesk.report.shown import CONTROL

MISSING_NAME, NOTICE_NAME = "催报.txt", "通报.txt"
_LETTER = "退回修改-"

_TOLD: tuple[SeverityName, ...] = ("error", "warning")
_TITLE = "政府信息公开工作年度报告退回修改通知"
_TO_ANSWER = ("答复：" + "＿" * 24, "联系人：＿＿＿＿＿＿　　电话：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿")
_TO_DO = "标“必改”的请改正后重新报送；标“需说明”的，属实的请在下面说明原因，不属实的请一并改正。"
_ALIKE = "collect.similar"
#: What a unit does about a finding of the collection; `{year}` and `{edition}` are those asked for.
_REMEDIES: Mapping[str, str] = {
    "collect.unreadable": "请用 Word 或 WPS 打开，另存为 .docx 后重新报送",
    "collect.year": "请报送 {year} 年度的报告",
    "collect.duplicate": "请告知以哪一份为准",
    "collect.double": "请与上级单位核对，不要重复报送",
    _ALIKE: "请按本单位的实际情况改写",
    "edition.tables": "请改用 {edition} 版表格重新填报",
}
_STOPS = ("。", "！", "？")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_LONGEST_NAME = 80
_LACKING: tuple[Status, ...] = ("missing", "unreadable", "wrong_year", "duplicate")


def letters_of(collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a letters folder: a .docx for each unit with something to correct, two texts."""
    taken: set[str] = set()
    for state in collection.states:
        own = own_findings(collection, state)
        if own or (state.counted is not None and _to_tell(state)):
            name = _free_name(f"{_LETTER}{state.unit.name}", ".docx", taken)
            yield name, letter(collection, state, own)
    yield MISSING_NAME, _text(missing_text(collection))
    yield NOTICE_NAME, _text(notice_text(collection))


def letters_in(folder: Path) -> list[str]:
    """Return the names of letters that lie in a folder already; raise OSError."""
    names = sorted(file.name for file in folder.iterdir())
    return [name for name in names if name in {MISSING_NAME, NOTICE_NAME} or name.startswith(_LETTER)]


def own_findings(collection: Collection, state: UnitState) -> list[CollectionFinding]:
    """Return what a unit must hear of the collection's findings; that it is missing goes elsewhere."""
    addressee = collection.roster.addressee
    codes = {*_REMEDIES, "collect.sum"} - {_ALIKE} if state.unit == addressee else {*_REMEDIES} - {_ALIKE}
    named = state.unit.name
    own = [one for one in collection.findings if one.code in codes and named in one.units[:1]]
    # That a unit writes as the government does is the government's matter.
    others = (one for one in collection.findings if one.code == _ALIKE and named in one.units)
    return own + [one for one in others if addressee is None or addressee.name not in one.units]


def _to_tell(state: UnitState) -> list[FoundData]:
    findings = state.counted.findings if state.counted else ()
    return [finding for finding in findings if finding.severity in _TOLD]


def letter_text(collection: Collection, state: UnitState) -> str:
    """Return the words of the letter to a unit, ready to be pasted into a message."""
    return "\n".join((_TITLE, *_letter_lines(collection, state, own_findings(collection, state)))) + "\n"


def letter(collection: Collection, state: UnitState, own: list[CollectionFinding]) -> bytes:
    """Return the letter to a unit as .docx: each finding with place and figures, what to do, an answer."""
    return letter_bytes(_TITLE, _letter_lines(collection, state, own))


def _letter_lines(collection: Collection, state: UnitState, own: list[CollectionFinding]) -> list[str]:
    file = state.counted or (state.files[0] if state.files else None)
    name = f"“{file.short}”" if file else ""
    sent = f"你单位报送的 {collection.year} 年度政府信息公开工作年度报告{name}"
    lines = [f"{state.unit.name}：", f"{sent}，经核对有下列事项："]
    told = [_to_unit(collection, state, finding) for finding in own if finding.code != _ALIKE]
    told += [
        f"【{SEVERITIES[severity]}】{found.message}{_figures(found)}"
        for severity in _TOLD
        for found in _to_tell(state)
        if found.severity == severity
    ]
    told += [_to_unit(collection, state, finding) for finding in own if finding.code == _ALIKE]
    lines += [
        f"{number}. {message}" + ("" if message.endswith(_STOPS) else "。")
        for number, message in enumerate(told, 1)
    ]
    lines += [*([_TO_DO] if _to_tell(state) else []), *_TO_ANSWER]
    if collection.organ:
        lines.append(collection.organ)
    return lines


def _to_unit(collection: Collection, state: UnitState, finding: CollectionFinding) -> str:
    """Return a finding as the unit itself is told of it, with what to do."""
    said = finding.message
    if finding.code == "collect.unreadable":
        # What the reader advises is for whoever reads; the unit is told what to send.
        said = said.partition("。")[0]
    if finding.code in {_ALIKE, "collect.sum"}:
        addressed = said
    else:
        addressed = "你单位" + said.removeprefix(state.unit.name)
    remedy = _REMEDIES.get(finding.code, "")
    told = remedy.format(year=collection.year, edition=collection.form.edition)
    return "；".join(filter(None, (addressed, told)))


def _figures(found: FoundData) -> str:
    if found.left is None or found.right is None:
        return ""
    told = "" if str(found.left) in found.message and str(found.right) in found.message else "两边的数："
    return f"（{told}{found.left} 与 {found.right}）" if told else ""


def missing_text(collection: Collection) -> str:
    """Return who has not filed yet, ready to be pasted into a message."""
    missing = [state.unit for state in _of_units(collection) if state.status == "missing"]
    if not missing:
        return f"{collection.year} 年度政府信息公开工作年度报告：各单位都已报送。\n"
    names = "、".join(unit.name for unit in missing)
    lines = [
        f"{collection.year} 年度政府信息公开工作年度报告，下列 {len(missing)} 个单位还没有报送，请尽快报送：",
        names,
        "",
        *(
            f"{unit.name}　{unit.contact}　{unit.phone}".rstrip("　")
            for unit in missing
            if unit.contact or unit.phone
        ),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def notice_text(collection: Collection) -> str:
    """Return the units by problem, for the notice to all."""
    states, year = _of_units(collection), collection.year
    lines = [f"{year} 年度政府信息公开工作年度报告报送情况通报", ""]
    lines.append(f"应报 {len(states)} 个单位，计入汇总 {len(collection.total.added)} 个。")
    for status in (*_LACKING, "errors", "warnings"):
        names = [state.unit.name for state in states if state.status == status]
        if names:
            lines.append(f"{STATUS_WORDS[status]}（{len(names)} 个）：{'、'.join(names)}")
    alike = [finding for finding in collection.findings if finding.code == _ALIKE]
    if alike:
        lines += ["", "文字雷同："]
        lines += [finding.message for finding in alike]
    waiting = collection.decisions.returned.keys() - collection.decisions.answered.keys()
    if waiting:
        late = [state.unit.name for state in states if state.unit.name in waiting]
        lines += ["", f"退回后还没有改好（{len(late)} 个）：{'、'.join(late)}"]
    return "\n".join(lines) + "\n"


def _of_units(collection: Collection) -> list[UnitState]:
    """Return the units that report to the government; it does not write to itself."""
    return [state for state in collection.states if state.unit != collection.roster.addressee]


def safe_name(name: str) -> str:
    """Return a name that a file can have on Windows too, without suffix."""
    plain = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", CONTROL.sub("", name)))
    plain = re.sub("[\ud800-\udfff]", "_", plain)[:_LONGEST_NAME].strip(" .") or "_"
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
