"""The words of a document: title, introduction, sections and 落款, without what is not theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from reportdesk.form.model import INTRO
from reportdesk.patterns import late
from reportdesk.project.format.clean import Cleaner
from reportdesk.readers.document.clutter import is_clutter, is_foot, is_page_number, without_bookmarks
from reportdesk.readers.document.organs import looks_like_organ, unspaced
from reportdesk.readers.document.sections import Outline
from reportdesk.readers.document.signature import Signature, find_signature
from reportdesk.readers.document.title import Title, announced_year, find_title, period_year
from reportdesk.readers.document.wrapped import page_width, unwrapped
from reportdesk.readers.found.blocks import Block, FoundTable
from reportdesk.readers.found.marks import SYMBOL, struck_parts, without_marks
from reportdesk.readers.result.draft import Draft
from reportdesk.report.dates import parse_day
from reportdesk.report.model import Note

_EDGES = late(r"^[\s\u200b\ufeff]+|(?<![\s\u200b\ufeff])[\s\u200b\ufeff]+$")
_INDENT = late(r"^(?:\u3000{2}|[ \u00a0]{3,}|\t)")
#: As much of a line as tells it from others.
_MOST_QUOTED_CHARACTERS = 20
_FULL = "\u3000\u3000"


class _Words(msgspec.Struct):
    """The paragraphs of each part, still with their places."""

    parts: dict[str, list[str]] = msgspec.field(default_factory=dict)
    left_out: list[str] = msgspec.field(default_factory=list)


def take_prose(draft: Draft, outline: Outline, known: frozenset[int]) -> None:
    """Fill the draft's texts, title and signature from a document of anyone's.

    Indents and blank lines are layout here and go; a table that is not among the `known` places becomes
    words. What is left out is named in a note.
    """
    words = _Words()
    above = _lines_without_clutter(outline.blocks, _above(outline), known, above=True, words=words)
    parts = [
        (key, _lines_without_clutter(outline.blocks, places, known, above=False, words=words))
        for key, places in outline.spans()
    ]
    signature = find_signature(parts[-1][1], "") if parts else None
    title = find_title(above, draft.form, signature.organ if signature else "")
    intro = _take_title(draft, above, title, words)
    if parts:
        key, last = parts[-1]
        parts[-1] = (key, _take_signature(draft, last))
    elif intro:
        intro = _take_signature(draft, intro)
    _take_texts(draft, intro, parts)
    _finish_fields(draft, title)
    draft.notes += _left_out(words.left_out)
    draft.notes += outline.notes()


def _above(outline: Outline) -> list[int]:
    """Return the places above the first heading, without a table of contents."""
    return [place for place in range(outline.first) if place not in outline.skipped]


def _left_out(lines: Sequence[str]) -> list[Note]:
    if not lines:
        return []
    said = "、".join(f"“{line[:_MOST_QUOTED_CHARACTERS]}”" for line in lines[:3])
    more = f"等 {len(lines)} 行" if len(lines) > 3 else ""
    return [Note("read.clutter", f"页面上不属于报告的文字没有读入：{said}{more}")]


def _lines_without_clutter(
    blocks: Sequence[Block], places: Iterable[int], known: frozenset[int], *, above: bool, words: _Words
) -> list[str]:
    """Return the lines at some places without clutter; what is left out is remembered.

    An indent stays as two full spaces, for it tells where a paragraph begins.
    """
    lines: list[str] = []
    for place in places:
        block = blocks[place]
        if isinstance(block, FoundTable):
            if place not in known:
                _take_foreign(block, lines, above=above, words=words)
            continue
        for raw in without_bookmarks(block.text).split("\n"):
            line = _EDGES.sub("", raw)
            if not line or is_page_number(line):
                continue
            if is_foot(line) and not above:
                words.left_out.append(line)
                return lines
            if is_clutter(line, above=above):
                words.left_out.append(line)
            else:
                lines.append(f"{_FULL}{line}" if _INDENT.match(raw) else line)
    return lines


def _take_foreign(table: FoundTable, lines: list[str], *, above: bool, words: _Words) -> None:
    """Turn a table that is none of the form's into lines; above the first heading it is a site's own."""
    if above:
        words.left_out += [row.replace("\t", " ") for row in table_lines(table)]
    else:
        lines += table_lines(table)


def table_lines(table: FoundTable) -> list[str]:
    """Return a table as lines of words, tabs between its cells, blank rows left out."""
    rows = [
        "\t".join(" ".join(slot.text.split()) for slot in table.row(number))
        for number in range(len(table.slots))
    ]
    return [row for row in rows if row.strip()]


def _take_title(draft: Draft, above: list[str], title: Title | None, words: _Words) -> list[str]:
    """Take the title out of the lines above the first heading; what is left below it is the introduction."""
    if title is None:
        return above
    draft.fields["organ"] = title.organ
    draft.fields["year"] = title.year
    if not title.year or unspaced(draft.form.title_of(title.organ, title.year)) != title.text:
        draft.fields["title"] = title.text
    first = min(title.places)
    words.left_out += [
        line.strip() for line in above[:first] if unspaced(line) not in (title.text, title.organ)
    ]
    below = above[max(title.places) + 1 :]
    while below and _is_under_title(below[0], title):
        _take_under_title(draft, below.pop(0).strip(), title)
    return below


def _is_under_title(line: str, title: Title) -> bool:
    """Tell whether a line repeats the title, says whose the report is, or when it was published."""
    text = unspaced(line)
    return bool(parse_day(line)) or text in (title.text, title.organ) or looks_like_organ(line)


def _take_under_title(draft: Draft, line: str, title: Title) -> None:
    if day := parse_day(line):
        draft.fields["signature_date"] = day
    elif unspaced(line) != title.text and not draft.fields.get("organ"):
        draft.fields["organ"] = unspaced(line)


def _take_signature(draft: Draft, lines: list[str]) -> list[str]:
    organ = str(draft.fields.get("organ", ""))
    signature = find_signature(lines, organ)
    if signature is None:
        return lines
    _sign(draft, signature)
    return [line for place, line in enumerate(lines) if place not in signature.places]


def _sign(draft: Draft, signature: Signature) -> None:
    draft.fields["signature_date"] = signature.date or draft.fields.get("signature_date", "")
    organ = str(draft.fields.get("organ", ""))
    if signature.organ and not organ:
        draft.fields["organ"] = signature.organ
        message = f"标题里没有机关名称，按落款填为“{signature.organ}”，请核对"
        draft.notes.append(Note("read.title", message))
    elif signature.organ and signature.organ != organ:
        draft.fields["signature_organ"] = signature.organ
        if not signature.organ.startswith(organ):
            message = f"落款是“{signature.organ}”，标题里是“{organ}”，两处不同，请核对"
            draft.notes.append(Note("read.signature", message))


def _take_texts(draft: Draft, intro: list[str], parts: list[tuple[str, list[str]]]) -> None:
    cleaner = Cleaner()
    width = page_width([*intro, *(line for _, lines in parts for line in lines)])
    for key, lines in ((INTRO, intro), *parts):
        whole = list(unwrapped(lines, width)) if width else [line.removeprefix(_FULL) for line in lines]
        if whole:
            draft.texts[key] = cleaner.text(without_marks("\n".join(whole)), key)
            draft.notes += _marks_in("\n".join(whole))
    draft.notes += cleaner.notes


def _marks_in(text: str) -> list[Note]:
    """Return notes on what of some words is not read: what is struck out, and symbols."""
    notes = []
    if parts := struck_parts(text):
        said = "、".join(f"“{part[:_MOST_QUOTED_CHARACTERS]}”" for part in parts[:3])
        notes.append(Note("read.struck", f"划掉的文字没有读入：{said}{'等' if len(parts) > 3 else ''}"))
    if number := text.count(SYMBOL):
        notes.append(Note("read.dropped", f"文字里有 {number} 个字符认不出，没有读入"))
    return notes


def _finish_fields(draft: Draft, title: Title | None) -> None:
    if title is None:
        guess_year(draft, "没有找到标题")
    elif not title.year:
        guess_year(draft, "标题里没有年份")
    elif not draft.fields.get("organ"):
        draft.notes.append(Note("read.title", "标题里没有机关名称，请补填"))


def guess_year(draft: Draft, problem: str) -> None:
    """Take the year from the period, or the report, that the words name, and say so."""
    words = "\n".join(draft.texts.values())
    year = period_year(words)
    source = "正文里的统计期限"
    if not year:
        year, source = announced_year(draft.texts.get(INTRO, ""), draft.form), "引言里的报告名称"
    draft.fields["year"] = year
    said = f"，年份按{source}填为 {year} 年" if year else ""
    missing = [name for name, key in (("机关名称", "organ"), ("年份", "year")) if not draft.fields.get(key)]
    asked = f"，请补填{'和'.join(missing)}" if missing else ""
    draft.notes.append(Note("read.title", f"{problem}{said}{asked}"))
