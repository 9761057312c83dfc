"""A pasted table with its labels: each figure belongs where its row and column labels say, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportdesk.errors import FileError
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.gui.grid.pasting.clipboard import Fields
from reportdesk.readers.found.blocks import FoundCell, FoundParagraph, FoundTable, unpack_layout
from reportdesk.readers.found.square import square
from reportdesk.readers.tables.figures import is_blank
from reportdesk.readers.tables.match import match_table
from reportdesk.readers.tables.matched import Matched, differ
from reportdesk.readers.tables.placed import labels_in
from reportdesk.readers.tables.wording import FormRow, FormWording, form_wording

#: The tables of a report as Word puts them on the clipboard, styles and all, take a tenth of this.
_MOST_CHARACTERS = 4_000_000
_WHERE = "剪贴板"


class Labelled(Frozen, frozen=True):
    """What a pasted table says of one table of the form: texts by cell key, and in words what it left out."""

    texts: Mapping[str, str]
    left_out: tuple[str, ...]


def read_labelled(form: Form, table: str, block: Fields, html: str) -> Labelled:
    """Read a block by its labels, from the web page beside it on the clipboard where there is one."""
    wording = form_wording(form)
    for blocks in (_page_tables(html), _text_table(block)):
        matched = [_match(found, wording) for found in blocks]
        if any(matched):
            return _of_table([both for found in matched for both in found], form, table)
    return Labelled({}, ())


def _page_tables(html: str) -> list[FoundTable]:
    if "<t" not in html.lower() or len(html) > _MOST_CHARACTERS:
        return []
    from reportdesk.readers.page.html import find_in_page

    try:
        blocks = unpack_layout(find_in_page(html, _WHERE).blocks)
        return [block for block in blocks if isinstance(block, FoundTable)]
    except FileError:
        return []


def _text_table(block: Fields) -> list[FoundTable]:
    """Return a block of text as a table; its columns stand one below the other where its lines are alike."""
    rows = [[FoundCell((FoundParagraph(text),)) for text in line] for line in block]
    is_aligned = len({len(line) for line in block}) == 1
    try:
        return [square(rows, _WHERE, is_aligned=is_aligned)]
    except FileError:
        return []


def _match(found: FoundTable, wording: FormWording) -> list[tuple[str, Matched]]:
    """Return what a found table says of each table of the form; a row says something of one of them only."""
    said = labels_in(found, wording)
    results = [
        (wanted.table.key, match_table(found, wanted, wording))
        for wanted in wording.tables
        if wanted.labels & said
    ]
    kept: list[tuple[str, Matched]] = []
    rows: set[int] = set()
    # That which it says most of comes first: 总计 is a row of one table and a column of another.
    for key, matched in sorted(results, key=lambda result: -_said(result[1])):
        if _said(matched) and not rows & matched.taken:
            kept.append((key, matched))
            rows |= matched.taken
    return kept


def _said(matched: Matched) -> int:
    """Return how many figures a found table has for one of the form's, placed or not."""
    placed = sum(not is_blank(text) for text in matched.figures.values())
    return placed + sum(len(figures) for _, figures in matched.unclear)


def _of_table(results: Sequence[tuple[str, Matched]], form: Form, table: str) -> Labelled:
    texts: dict[str, str] = {}
    left_out: list[str] = []
    for key, matched in results:
        if key != table:
            if any(not is_blank(text) for text in matched.figures.values()):
                left_out.append(f"{form.table(key).name}的数要到那一页再粘贴")
            continue
        doubtful = {*matched.repeated, *(key for _, line in matched.guessed for key in line.keys)}
        doubtful |= {key for key, text in matched.figures.items() if differ(texts.get(key, ""), text)}
        texts |= {key: text for key, text in matched.figures.items() if key not in doubtful}
        left_out += _left_out(matched, len(doubtful & matched.figures.keys()) if matched.repeated else 0)
    return Labelled(texts, tuple(dict.fromkeys(left_out)))


def _left_out(matched: Matched, repeated: int) -> Iterator[str]:
    """Say what of a pasted table has no place here, and why."""
    for line, figures in matched.unclear:
        yield f"{_name(line)}：{len(figures)} 个数（{'、'.join(figures)}）分不清各是哪一列的"
    for text, line in matched.guessed:
        yield f"“{' '.join(text.split())}”不能肯定就是{_name(line)}"
    for words, figures in matched.strange.values():
        yield f"“{words or '没有项目名称的一行'}”：{'、'.join(figures)} 不知填在哪里"
    if repeated:
        yield f"有 {repeated} 格在粘贴的内容里出现了不止一次，数也不同"


def _name(line: FormRow) -> str:
    return f"“{line.row.labels[-1]}”" if line.row.labels else f"{line.table.name}里没有项目名称的一行"
