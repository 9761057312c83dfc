"""Headings of a report in any wording: recognised by what they say, before any number in front of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.readers.found.blocks import Block, FoundParagraph, FoundTable
from reportdesk.readers.tables.figures import looks_like_figure
from reportdesk.readers.tables.labels import Labels, plain_label
from reportdesk.readers.tables.wording import form_wording
from reportdesk.report.numerals import ORDINALS

#: The notice's longest has 19; a longer line is a paragraph that begins with a number.
_LONGEST_CHARACTERS = 50
_FIRST_LEVEL = late(rf"^\s*(?:第\s*)?([{ORDINALS}])\s*(?:[、.．,，:：]|部分|\s)")
_LOWER_LEVEL = late(rf"^\s*(?:[(（\[]\s*[{ORDINALS}0-9]+\s*[)）\]]|[0-9]{{1,2}}\s*[、.．)）]|[①-⑳])")
_GLUED = late(rf"^(\s*[{ORDINALS}]\s*[、.．]\s*[^。：:；，\n]{{2,40}}?)(?:[。：:]\s*|\s+)(?=\S)")
_SENTENCE_END = "。；;！？，,"


class Heading(Frozen, frozen=True):
    """A paragraph that may head a section: where it stands, how it counts, and which sections it may be."""

    place: int
    text: str
    sections: frozenset[str]
    certain: bool
    rank: int
    ordinal: str = ""


@lru_cache(maxsize=16)
def _labels(form: Form) -> tuple[Labels, dict[str, str]]:
    keys = {section.name: section.key for section in form.sections}
    aliases = form.heading_aliases
    labels = Labels((section.name, aliases.get(section.key, ())) for section in form.sections)
    return labels, keys


def heading_at(place: int, paragraph: FoundParagraph, form: Form) -> Heading | None:
    """Return what a paragraph may head; None where it is no heading by its looks.

    The rank tells how much it looks like one: 3 marked by the file, 2 numbered 一、, 1 bare, 0 numbered
    lower.
    """
    line = paragraph.text.strip()
    if not line or len(line) > _LONGEST_CHARACTERS or line[-1] in _SENTENCE_END or "\n" in line:
        return None
    text = unicodedata.normalize("NFKC", line)
    first = _FIRST_LEVEL.match(text)
    labels, keys = _labels(form)
    match = labels.find(text)
    sections = frozenset(keys[label] for label in match.labels)
    if paragraph.role == "heading":
        rank = 3
    elif first:
        rank = 2
    elif sections and not _LOWER_LEVEL.match(text):
        rank = 1
    elif sections:
        rank = 0
    else:
        return None
    if rank == 1 and not (match.certain and plain_label(text) in _bare_names(form)):
        return None
    return Heading(place, line, sections, match.certain, rank, first[1] if first else "")


@lru_cache(maxsize=16)
def _bare_names(form: Form) -> frozenset[str]:
    aliases = form.heading_aliases
    return frozenset(
        plain_label(name)
        for section in form.sections
        for name in (section.name, *aliases.get(section.key, ()))
    )


def is_heading(paragraph: FoundParagraph, form: Form) -> bool:
    """Tell whether a paragraph surely heads a section: numbered 一、 or marked, and worded as one."""
    found = heading_at(0, paragraph, form)
    return found is not None and found.rank >= 2 and bool(found.sections)


def split_glued(paragraph: FoundParagraph, form: Form) -> Iterator[FoundParagraph]:
    """Yield a paragraph, cut in two where a section's heading and its first words share it."""
    found = _GLUED.match(paragraph.text)
    if found and len(paragraph.text) > len(found[0]):
        head = FoundParagraph(found[1], paragraph.role)
        known = heading_at(0, head, form)
        if (
            known is not None
            and known.certain
            and known.sections
            and plain_label(known.text)[1:] in _bare_names(form)
        ):
            yield head
            yield FoundParagraph(paragraph.text[found.end() :])
            return
    yield paragraph


def cut_at_headings(blocks: Sequence[Block], form: Form) -> Iterator[Block]:
    """Yield blocks with a table that holds section headings as rows of their own cut at these rows."""
    for block in blocks:
        if isinstance(block, FoundTable):
            yield from _cut(block, form)
        else:
            yield block


def _cut(table: FoundTable, form: Form) -> Iterator[Block]:
    rows: list[int] = []
    alone = [_alone(table, number) for number in range(len(table.slots))]
    if not table.is_sheet and not any(is_heading(p, form) for paragraphs in alone for p in paragraphs):
        yield table
        return
    for number, paragraphs in enumerate(alone):
        if _is_words(paragraphs, form):
            yield from _part(table, rows)
            rows = []
            yield from paragraphs
        else:
            rows.append(number)
    yield from _part(table, rows)


def _alone(table: FoundTable, number: int) -> list[FoundParagraph]:
    """Return the paragraphs of a row's only cell with words; nothing for a row with several."""
    cells = [slot.cell for slot in table.row(number) if slot.begins and slot.text.strip()]
    if len(cells) != 1:
        return []
    return [block for block in cells[0].blocks if isinstance(block, FoundParagraph)]


def _is_words(paragraphs: Sequence[FoundParagraph], form: Form) -> bool:
    """Tell whether a lonely cell holds words of the report rather than a label of its tables."""
    text = "".join(paragraph.text for paragraph in paragraphs).strip()
    return bool(text) and not looks_like_figure(text) and not form_wording(form).labels.find(text).labels


def _part(table: FoundTable, rows: Sequence[int]) -> Iterator[Block]:
    if any(slot.text.strip() for row in rows for slot in table.row(row)):
        yield replace(table, slots=tuple(table.slots[row] for row in rows), is_sheet=False)
