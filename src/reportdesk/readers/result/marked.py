"""The words of a file of our own, whose marks tell each paragraph's place, to the last space."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.form.model import INTRO, Form
from reportdesk.readers.document.sections import Outline
from reportdesk.readers.document.title import find_title, read_prescribed
from reportdesk.readers.found.blocks import Block, FoundParagraph, FoundTable
from reportdesk.readers.result.draft import Draft
from reportdesk.readers.result.words import guess_year, table_lines
from reportdesk.report.dates import parse_day


def take_marked_prose(draft: Draft, blocks: Sequence[Block], outline: Outline, known: frozenset[int]) -> None:
    """Fill the draft from such a file; a table that is not among the `known` places becomes words."""
    lines, signers, dates = (_marked(blocks, role) for role in ("title", "signer", "date"))
    organ, year = _read_title(lines, draft.form)
    signer, printed = "".join(signers), "".join(lines)
    if printed != draft.form.title_of(organ, year):
        draft.fields["title"] = printed
        organ = organ or signer
    draft.fields["organ"] = organ
    draft.fields["year"] = year
    if signer != organ:
        draft.fields["signature_organ"] = signer
    day = "".join(dates)
    draft.fields["signature_date"] = parse_day(day) or day
    for key, places in [(INTRO, range(outline.first)), *outline.spans()]:
        texts = [text for place in places for text in _words_at(blocks[place], place, known)]
        if texts:
            draft.texts[key] = "\n".join(texts)
    if not year:
        guess_year(draft, "标题里没有年份")
    draft.notes += outline.notes()


def _marked(blocks: Sequence[Block], role: str) -> list[str]:
    return [block.text for block in blocks if isinstance(block, FoundParagraph) and block.role == role]


def _words_at(block: Block, place: int, known: frozenset[int]) -> list[str]:
    if isinstance(block, FoundTable):
        return [] if place in known else table_lines(block)
    return [block.text] if block.role == "text" else []


def _read_title(lines: Sequence[str], form: Form) -> tuple[str, int]:
    """Return organ and year by a title as the form makes it; a clerk's own title tells what it can."""
    if known := read_prescribed("".join(lines), form):
        return known
    title = find_title(lines, form)
    return (title.organ, title.year) if title is not None and title.year else ("", 0)
