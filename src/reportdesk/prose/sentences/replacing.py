"""Words replaced all over a report: any words by others, and an organ's name and year by new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportdesk.frozen import Frozen
from reportdesk.prose.sentences.tidy import Proposal, tidy
from reportdesk.report.edit import Edit, edit_entries
from reportdesk.report.entries import Entry, FieldName
from reportdesk.report.model import Report
from reportdesk.report.search import spans_of
from reportdesk.report.year_moves import Kept, move_years

_NAME = "更换机关名称和年度"
#: Fields of a report that may hold the organ's name, in the clerk's words.
_NAMED_FIELDS: dict[FieldName, str] = {"organ": "机关名称", "title": "标题", "signature_organ": "落款机关"}


def replacements(report: Report, words: str, by: str) -> tuple[Proposal, ...]:
    """Return where words stand in the texts, in printed order, each with what would stand there.

    What a clerk takes for the same is found as in a search: full and half width, capitals.
    """
    return tuple(
        Proposal(section, span, text[slice(*span)], by, "替换")
        for section in report.form.text_keys
        for text in (report.texts.get(section, ""),)
        for span in spans_of(text, words)
        if text[slice(*span)] != by
    )


def replace(report: Report, chosen: Iterable[Proposal]) -> Edit:
    """Make one edit that replaces words; raise ValueError for a place that no longer holds them."""
    return tidy(report, chosen, name="替换文字")


class Renaming(Frozen, frozen=True):
    """What a new name and a new year would change: fields, and places in the texts.

    Of `doubtful` places a reader must say whether they change too: a file's number, another year's period.
    """

    fields: tuple[tuple[str, str, str], ...] = ()
    certain: tuple[Proposal, ...] = ()
    doubtful: tuple[Proposal, ...] = ()
    entries: tuple[Entry, ...] = ()

    def edit(self, report: Report, chosen: Iterable[Proposal]) -> Edit:
        """Make one edit of the fields and of the places chosen."""
        words = tidy(report, chosen).changes
        return Edit(_NAME, (*edit_entries(report, _NAME, self.entries).changes, *words))


def renaming(report: Report, organ: str, year: int) -> Renaming:
    """Return what changes where the report is another organ's or another year's.

    Only the whole name is replaced where it stands; years are moved where a sentence speaks of this
    report's year, and offered with a reason where it may not.
    """
    organ = organ.strip() or report.organ
    entries: list[Entry] = []
    fields: list[tuple[str, str, str]] = []
    for name, label in _NAMED_FIELDS.items():
        before = str(getattr(report, name))
        after = before.replace(report.organ, organ) if report.organ else organ if name == "organ" else before
        if name == "title":
            after = after.replace(f"{report.year}年", f"{year}年")
        if after != before:
            entries.append(("fields", name, after))
            fields.append((label, before, after))
    if year != report.year:
        entries.append(("fields", "year", year))
        fields.append(("年度", str(report.year), str(year)))
    places = tuple(_places(report, organ, year))
    return Renaming(
        tuple(fields),
        tuple(proposal for proposal, is_certain in places if is_certain),
        tuple(proposal for proposal, is_certain in places if not is_certain),
        tuple(entries),
    )


def _places(report: Report, organ: str, year: int) -> Iterator[tuple[Proposal, bool]]:
    for section in report.form.text_keys:
        text = report.texts.get(section, "")
        if report.organ and organ != report.organ:
            for span in spans_of(text, report.organ):
                yield Proposal(section, span, text[slice(*span)], organ, "机关名称"), True
        if year != report.year:
            yield from _years(section, text, report.year, year)


def _years(section: str, text: str, old: int, new: int) -> Iterator[tuple[Proposal, bool]]:
    """Yield the years of a text that would move, and those of the old year that may have to stay."""
    start = 0
    for paragraph in text.split("\n"):
        longer = 0
        for met in move_years(paragraph, old, new)[1]:
            # What was met is told by its place in the moved paragraph.
            begins, ends = start + met.start - longer, start + met.end - longer
            if isinstance(met, Kept):
                written = text[begins:ends]
                if written == str(old):
                    yield Proposal(section, (begins, ends), written, str(new), met.reason), False
                continue
            before, after = met.before.removesuffix("年"), met.after.removesuffix("年")
            yield Proposal(section, (begins, begins + len(before)), before, after, "年度"), True
            longer += len(after) - len(before)
        start += len(paragraph) + 1
