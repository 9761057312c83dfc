"""The words of a document: title, introduction, sections and 落款, without what is not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportdesk.form.model import INTRO, Form
from reportdesk.project.format.clean import Cleaner
from reportdesk.readers.document.clutter import is_clutter, is_foot, is_page_number, without_bookmarks
from reportdesk.readers.document.sections import Outline
from reportdesk.readers.document.signature import Signature, find_signature, parse_date
from reportdesk.readers.document.title import Title, find_title, period_year, read_prescribed
from reportdesk.readers.found.blocks import Block, FoundParagraph, FoundTable
from reportdesk.readers.result.draft import Draft
from reportdesk.report.model import Note

_EDGES = re.compile(r"^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$")
_MOST_QUOTED = 20


@dataclass
class _Words:
    """The paragraphs of each part, still with their places."""

    parts: dict[str, list[str]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def take_prose(draft: Draft, outline: Outline, placed: Iterable[int]) -> None:
    """Fill the draft's texts, title and signature from a document of anyone's.

    Indents and blank lines are layout here and go; a table that is none of the form's becomes words.
    """
    known = frozenset(placed)
    words = _Words()
    above = _lines(outline.blocks, range(outline.first), known, above=True, words=words)
    parts = [
        (key, _lines(outline.blocks, places, known, above=False, words=words))
        for key, places in outline.spans()
    ]
    signature = find_signature(parts[-1][1], "") if parts else None
    title = find_title(above, draft.form, signature.organ if signature else "")
    intro = _take_title(draft, above, title)
    if parts:
        key, last = parts[-1]
        parts[-1] = (key, _take_signature(draft, last))
    elif intro:
        intro = _take_signature(draft, intro)
    _take_texts(draft, intro, parts)
    _finish_fields(draft, title)
    if words.left_out:
        said = "、".join(f"“{line[:_MOST_QUOTED]}”" for line in words.left_out[:3])
        more = f"等 {len(words.left_out)} 行" if len(words.left_out) > 3 else ""
        draft.notes.append(Note("read.clutter", f"页面上不属于报告的文字没有读入：{said}{more}"))
    draft.notes += outline.notes()


def _lines(
    blocks: Sequence[Block], places: Iterable[int], known: frozenset[int], *, above: bool, words: _Words
) -> list[str]:
    """Return the lines at some places without layout and clutter; what is left out is remembered."""
    lines: list[str] = []
    for place in places:
        block = blocks[place]
        if isinstance(block, FoundTable):
            if place not in known:
                _take_foreign(block, lines, above=above, words=words)
            continue
        for raw in without_bookmarks(block.text).split("\n"):
            line = _EDGES.sub("", raw)
            if not line:
                continue
            if is_foot(line) and not above:
                words.left_out.append(line)
                return lines
            if is_clutter(line, above=above) or is_page_number(line):
                words.left_out.append(line)
            else:
                lines.append(line)
    return lines


def _take_foreign(table: FoundTable, lines: list[str], *, above: bool, words: _Words) -> None:
    """Turn a table that is none of the form's into lines; above the first heading it is a site's own."""
    rows = [
        "\t".join(" ".join(slot.text.split()) for slot in table.row(number))
        for number in range(len(table.slots))
    ]
    filled = [row for row in rows if row.strip()]
    if above:
        words.left_out += [row.replace("\t", " ") for row in filled]
    else:
        lines += filled


def _take_title(draft: Draft, above: list[str], title: Title | None) -> list[str]:
    """Take the title out of the lines above the first heading; what is left below it is the introduction."""
    if title is None:
        return above
    draft.fields["organ"] = title.organ
    draft.fields["year"] = title.year
    if re.sub(r"\s+", "", draft.form.title_of(title.organ, title.year)) != title.text:
        draft.fields["title"] = title.text
    below = [line for line in above[max(title.places) + 1 :] if line != title.text]
    while below and _is_under_title(below[0], title):
        day = parse_date(below.pop(0))
        if day:
            draft.fields["signature_date"] = day
    return below


def _is_under_title(line: str, title: Title) -> bool:
    return bool(parse_date(line)) or re.sub(r"\s+", "", line) == title.organ


def _take_signature(draft: Draft, lines: list[str]) -> list[str]:
    organ = str(draft.fields.get("organ", ""))
    signature = find_signature(lines, organ)
    if signature is None:
        return lines
    _sign(draft, signature)
    return [line for place, line in enumerate(lines) if place not in signature.places]


def _sign(draft: Draft, signature: Signature) -> None:
    draft.fields["signature_date"] = signature.date or draft.fields.get("signature_date", "")
    if signature.organ and not draft.fields.get("organ"):
        draft.fields["organ"] = signature.organ
    elif signature.organ and signature.organ != draft.fields.get("organ"):
        draft.fields["signature_organ"] = signature.organ


def _take_texts(draft: Draft, intro: list[str], parts: Iterable[tuple[str, list[str]]]) -> None:
    cleaner = Cleaner()
    for key, lines in ((INTRO, intro), *parts):
        if lines:
            draft.texts[key] = cleaner.text("\n".join(lines), key)
    draft.notes += cleaner.notes


def _finish_fields(draft: Draft, title: Title | None) -> None:
    if title is not None:
        if not draft.fields.get("organ"):
            draft.notes.append(Note("read.title", "标题里没有机关名称，请补填"))
    else:
        _guess_year(draft, "没有找到标题")


def _guess_year(draft: Draft, problem: str) -> None:
    """Take the year from the period that the words name, and say so."""
    year = period_year("\n".join(draft.texts.values()))
    draft.fields["year"] = year
    said = f"，年份按正文里的统计期限填为 {year} 年" if year else ""
    missing = [name for name, key in (("机关名称", "organ"), ("年份", "year")) if not draft.fields.get(key)]
    asked = f"，请补填{'和'.join(missing)}" if missing else ""
    draft.notes.append(Note("read.title", f"{problem}{said}{asked}"))


def take_marked_prose(draft: Draft, blocks: Sequence[Block], outline: Outline) -> None:
    """Fill the draft from a file of our own, whose marks tell each paragraph's place, to the last space."""
    paragraphs = [(place, block) for place, block in enumerate(blocks) if isinstance(block, FoundParagraph)]
    lines = [block.text for _, block in paragraphs if block.role == "title"]
    organ, year = _read_marked_title(lines, draft.form)
    signers = "".join(block.text for _, block in paragraphs if block.role == "signer")
    dates = "".join(block.text for _, block in paragraphs if block.role == "date")
    printed = "".join(lines)
    if printed != draft.form.title_of(organ, year):
        draft.fields["title"] = printed
        organ = organ or signers
    draft.fields["organ"] = organ
    draft.fields["year"] = year
    if signers != organ:
        draft.fields["signature_organ"] = signers
    draft.fields["signature_date"] = parse_date(dates) or dates
    spans = [(INTRO, range(outline.first)), *outline.spans()]
    for key, places in spans:
        texts = [block.text for place, block in paragraphs if place in places and block.role == "text"]
        if texts:
            draft.texts[key] = "\n".join(texts)
    if not year:
        _guess_year(draft, "标题里没有年份")
    draft.notes += outline.notes()


def _read_marked_title(lines: Sequence[str], form: Form) -> tuple[str, int]:
    """Return organ and year by a title as the form makes it; a clerk's own title tells what it can."""
    if known := read_prescribed("".join(lines), form):
        return known
    title = find_title(lines, form)
    return (title.organ, title.year) if title else ("", 0)
