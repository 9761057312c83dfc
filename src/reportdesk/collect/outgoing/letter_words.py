"""What a letter tells its unit: each finding with place and figures, and what the unit does about it."""

from __future__ import annotations

from collections.abc import Mapping

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.findings import CollectionFinding
from reportdesk.collect.counting.statuses import UnitState
from reportdesk.collect.outgoing.letter_file import LetterLine
from reportdesk.examined.answer import FoundData
from reportdesk.form.severity import SEVERITIES, SeverityName

ALIKE = "collect.similar"
TITLE = "政府信息公开工作年度报告退回修改通知"

_TO_HEAR_OF: tuple[SeverityName, ...] = ("error", "warning")
#: What a unit does about the findings of a severity in its report.
_TO_DO: Mapping[SeverityName, str] = {
    "error": "标“必改”的请改正后重新报送",
    "warning": "标“需说明”的，属实的请在下面说明原因，不属实的请一并改正",
}
_TO_ANSWER = ("答复：" + "＿" * 22, "联系人：" + "＿" * 7 + "　　电话：" + "＿" * 9)
_DATE = "　　　　年　　月　　日"
#: What a unit does about a finding of the collection; `{year}` and `{edition}` are those asked for.
REMEDIES: Mapping[str, str] = {
    "collect.unreadable": "请用 Word 或 WPS 打开，另存为 .docx 后重新报送",
    "collect.year": "请报送 {year} 年度的报告",
    "collect.duplicate": "请告知以哪一份为准",
    "collect.double": "请与上级单位核对，不要重复报送",
    ALIKE: "请按本单位的实际情况改写",
    "edition.tables": "请改用 {edition} 版表格重新填报",
}
#: What a file that cannot be read is, in the reader's words, and what its unit does about it.
_OTHER_FILES: Mapping[str, str] = {
    "密码": "请去掉密码后重新报送",
    "图片": "请报送 Word 文件，不要报送照片、扫描件",
    "压缩包": "请解压后报送里面的报告",
}
_STOPS = ("。", "！", "？")


def letter_lines(collection: Collection, state: UnitState, own: list[CollectionFinding]) -> list[LetterLine]:
    """Return the lines of the letter to a unit; `own` are the collection's findings that it must hear of."""
    messages = [_to_unit(collection, state, finding) for finding in own if finding.code != ALIKE]
    messages += [
        f"【{SEVERITIES[severity]}】{found.message}{_figures(found)}"
        for severity in _TO_HEAR_OF
        for found in to_tell(state)
        if found.severity == severity
    ]
    messages += [_to_unit(collection, state, finding) for finding in own if finding.code == ALIKE]
    items = [
        f"{number}. {message}" + ("" if message.endswith(_STOPS) else "。")
        for number, message in enumerate(messages, 1)
    ]
    said = (_opening(collection, state), *items, *_to_do(state), *_TO_ANSWER)
    lines: list[LetterLine] = [(f"{state.unit.name}：", "address"), *((text, "body") for text in said)]
    if collection.organ:
        lines += [("", "body"), (collection.organ, "signature"), (_DATE, "signature")]
    return lines


def to_tell(state: UnitState) -> list[FoundData]:
    """Return the findings in a unit's report that it must correct or explain."""
    findings = state.counted.findings if state.counted else ()
    return [finding for finding in findings if finding.severity in _TO_HEAR_OF]


def _opening(collection: Collection, state: UnitState) -> str:
    # Of several files none is the one that was sent.
    file = state.counted or (state.files[0] if len(state.files) == 1 else None)
    name = f"（文件“{file.short}”）" if file else ""
    return (
        f"你单位报送的 {collection.year} 年度政府信息公开工作年度报告{name}收悉。经核对，有下列事项需要处理："
    )


def _to_do(state: UnitState) -> list[str]:
    severities = {found.severity for found in to_tell(state)}
    tasks = [words for severity, words in _TO_DO.items() if severity in severities]
    return ["；".join(tasks) + "。"] if tasks else []


def _to_unit(collection: Collection, state: UnitState, finding: CollectionFinding) -> str:
    """Return a finding as the unit itself is told of it, with what to do."""
    name, said = state.unit.name, finding.message
    remedy = REMEDIES.get(finding.code, "").format(year=collection.year, edition=collection.form.edition)
    match finding.code:
        case "collect.unreadable":
            # What the reader advises is for whoever reads; the unit is told what to send.
            said = said.partition("。")[0]
            remedy = next((request for word, request in _OTHER_FILES.items() if word in said), remedy)
            said = "你单位" + said.removeprefix(name).removesuffix("，不读取").removesuffix("，读不了")
        case "collect.similar":
            said = _alike_to_unit(finding, name)
        case "collect.double":
            said = f"{finding.units[-1]}的报告已经含下属单位，你单位自己报的没有计入"
        case "collect.sum":
            pass
        case _:
            said = "你单位" + said.removeprefix(name)
    return "；".join(filter(None, (said, remedy)))


def _alike_to_unit(finding: CollectionFinding, name: str) -> str:
    """Return to a unit with whom its words are alike; of a large crowd the message says it for all."""
    if len(finding.units) > 2:
        return f"你单位等 {finding.message}"
    one, other = finding.units
    shared = finding.message.removeprefix(f"{one}和{other}的")
    return f"你单位与{other if name == one else one}的{shared}"


def _figures(found: FoundData) -> str:
    if found.left is None or found.right is None:
        return ""
    lead = "" if str(found.left) in found.message and str(found.right) in found.message else "两边的数："
    return f"（{lead}{found.left} 与 {found.right}）" if lead else ""
