"""Pieces of lines put into rows: a label, wherever its own pieces stand, and the figures that are its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from reportdesk.readers.found.blocks import MOST_COLUMNS
from reportdesk.readers.tables.labels import is_numbered, plain_label
from reportdesk.readers.tables.pieces import Piece, joined_words
from reportdesk.readers.tables.strays import LONGEST_HEAD
from reportdesk.readers.tables.wording import FormRow, FormWording

#: Pieces that are put together to one label at most, before its figures and behind them.
_MOST_PIECES = 8
_MOST_BEHIND = 4
#: Characters: a shorter label is never broken.
_SHORTEST_BROKEN = 4
#: So many words side by side are labels of columns, even if none of them is the form's.
_FEWEST_HEADS = 3


class _Segment(msgspec.Struct):
    """Words and the figures behind them; `label` is the row's, taken from the words here or the next ones."""

    words: list[Piece] = msgspec.field(default_factory=list)
    figures: list[Piece] = msgspec.field(default_factory=list)
    label: str = ""
    is_sure: bool = False

    def takes(self, piece: Piece, before: Piece | None) -> bool:
        """Tell whether a figure goes on where the one before it ended: in its line, or each on its own."""
        if before is None or not self.figures or piece.line == before.line:
            return True
        line = before.line
        is_row = any(word.line == line for word in self.words)
        return not is_row and sum(not one.is_blank for one in self.figures if one.line == line) < 2


def rows_of(pieces: Sequence[Piece], wording: FormWording) -> Iterator[list[str]]:
    """Yield the rows that a run of pieces makes: heads, titles, and labels with their figures."""
    segments = list(_segments(pieces))
    _label_all(segments, wording)
    is_doubtful = False
    for place, segment in enumerate(segments):
        if _names(segment.words, wording) & wording.titles:
            is_doubtful = False
        following = segments[place + 1] if place + 1 < len(segments) else None
        is_doubtful = is_doubtful or _is_ahead(segment, following, wording)
        apart = (is_doubtful and not segment.is_sure) or _is_uneven(segment, wording)
        yield from _rows(segment, wording, apart=apart)


def _segments(pieces: Sequence[Piece]) -> Iterator[_Segment]:
    segment, before = _Segment(), None
    for piece in pieces:
        ends = segment.figures if not piece.is_figure else not segment.takes(piece, before)
        if ends:
            yield segment
            segment = _Segment()
        (segment.figures if piece.is_figure else segment.words).append(piece)
        before = piece
    yield segment


def _label_all(segments: Sequence[_Segment], wording: FormWording) -> None:
    """Find the label of every segment with figures; pieces that it takes are words no longer."""
    for place, segment in enumerate(segments):
        if not segment.figures:
            continue
        if length := _own_length(segment.words, wording):
            taken = segment.words[-length:]
            segment.words = segment.words[:-length]
            segment.label = "".join(piece.text for piece in taken)
            segment.is_sure = taken[-1].line == segment.figures[0].line
        else:
            behind = segments[place + 1].words if place + 1 < len(segments) else []
            _label_around(segment, behind, wording)


def _own_length(words: Sequence[Piece], wording: FormWording) -> int:
    """Return how many of the last words spell a row's label, 0 if they spell none.

    What a column is called too, such as 其他 or 总计, is a row's label only with its ordinal.
    """
    for length in range(min(_MOST_PIECES, len(words)), 0, -1):
        text = "".join(piece.text for piece in words[-length:])
        named = wording.labels.spelled(text) if length > 1 else _certain(text, wording)
        if not _rows_labelled(named, wording):
            continue
        return 0 if _heads([text], wording) else length
    return 0


def _label_around(segment: _Segment, behind: list[Piece], wording: FormWording) -> None:
    """Find a label whose pieces stand around its figures, other words between them or not."""
    before, after = segment.words[-_MOST_PIECES:], behind[:_MOST_BEHIND]
    beside = [*before[-1:], *after[:1]]
    found: dict[frozenset[FormRow], tuple[str, list[Piece]]] = {}
    parts = [plain_label(piece.text) for piece in beside]
    for name, labels in wording.labels.spellings:
        if len(name) < _SHORTEST_BROKEN or not any(part and part in name for part in parts):
            continue
        lines = _rows_labelled(labels, wording)
        if not lines:
            continue
        taken = _pieces_that_spell(name, [*before, *after])
        is_around = any(one in taken for one in before)
        if len(taken) > 1 and is_around and any(one in taken for one in beside):
            found.setdefault(frozenset(lines), (name, taken))
    if len(found) == 1:
        ((_, (_, taken)),) = found.items()
        segment.label = "".join(piece.text for piece in taken)
        segment.is_sure = len(segment.figures) > 1 and len({piece.line for piece in segment.figures}) == 1
        segment.words = [piece for piece in segment.words if piece not in taken]
        behind[:] = [piece for piece in behind if piece not in taken]


def _pieces_that_spell(name: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces that spell a name in their order, whatever stands between them, if any do."""
    taken: list[Piece] = []
    left = name
    for piece in pieces:
        text = plain_label(piece.text)
        if text and left.startswith(text):
            taken.append(piece)
            left = left[len(text) :]
            if not left:
                return taken
    return []


def _is_ahead(segment: _Segment, following: _Segment | None, wording: FormWording) -> bool:
    """Tell whether figures without a label stand right before a label that could be theirs.

    Whoever wrote them so may have written all figures before their labels.
    """
    if segment.label or following is None or all(piece.is_blank for piece in segment.figures):
        return False
    if not segment.figures or (not following.words and not following.label):
        return False
    first = following.words[0].text if following.words else following.label
    return any(
        len(line.band.column) == len(segment.figures)
        for line in _rows_labelled(_certain(first, wording), wording)
    )


def _is_uneven(segment: _Segment, wording: FormWording) -> bool:
    """Tell whether white lines stand for blank cells, but not as many as the row has with its figures."""
    if not segment.label or not any(piece.is_white for piece in segment.figures):
        return False
    lines = _rows_labelled(wording.labels.spelled(segment.label), wording)
    return all(len(line.band.column) != len(segment.figures) for line in lines)


def _rows(segment: _Segment, wording: FormWording, *, apart: bool) -> Iterator[list[str]]:
    """Yield the rows of a segment; `apart` keeps its figures from a label that may not be theirs."""
    heads, parents = _parted(segment.words, wording)
    yield from _titles_apart(heads, wording)
    row = [*parents, *([segment.label] if segment.label else [])]
    figures = [piece.text for piece in segment.figures]
    if apart or not segment.label:
        yield from _titles_apart(row, wording)
        row = []
    for start in range(0, max(len(figures), 1), MOST_COLUMNS // 2):
        part = [*row, *figures[start : start + MOST_COLUMNS // 2]]
        if part:
            yield part
        row = []


def _parted(words: Sequence[Piece], wording: FormWording) -> tuple[list[str], list[str]]:
    """Part words into heads, up to the last one that is a head, and what names the row behind them."""
    texts = list(joined_words(words, wording))
    last = max((place for place, text in enumerate(texts) if _heads([text], wording)), default=-1)
    behind = _behind_heads(words, wording)
    if len(behind) < len(texts) - last - 1:
        return texts[: len(texts) - len(behind)], behind
    return texts[: last + 1], texts[last + 1 :]


def _behind_heads(words: Sequence[Piece], wording: FormWording) -> list[str]:
    """Return the words behind the last line that names columns, whether the form knows these or not."""
    lines: dict[int, list[Piece]] = {}
    for piece in words:
        lines.setdefault(piece.line, []).append(piece)
    heads = [line for line, pieces in lines.items() if looks_like_heads(pieces, wording)]
    last = max(heads, default=-1)
    return list(joined_words([piece for piece in words if piece.line > last], wording))


def looks_like_heads(pieces: Sequence[Piece], wording: FormWording) -> bool:
    """Tell whether a line's pieces name columns side by side, be they the form's or not."""
    if len(pieces) < 2 or any(piece.is_figure and piece.text.strip() for piece in pieces):
        return False
    said = [piece for piece in pieces if not piece.is_figure]
    unknown = [piece for piece in said if not piece.is_known]
    if any(len(plain_label(piece.text)) > LONGEST_HEAD for piece in unknown[1:]):
        return False
    known = sum(bool(_heads([piece.text], wording)) for piece in said)
    return len(unknown) >= 1 and (known >= 1 or len(said) >= _FEWEST_HEADS)


def _titles_apart(words: Sequence[str], wording: FormWording) -> Iterator[list[str]]:
    """Yield words as rows, every title of a part in a row of its own."""
    row: list[str] = []
    for text in words:
        if wording.labels.find(text).labels & wording.titles:
            yield from _cut(row)
            yield [text]
            row = []
        else:
            row.append(text)
    yield from _cut(row)


def _cut(row: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(row), MOST_COLUMNS):
        yield list(row[start : start + MOST_COLUMNS])


def _certain(text: str, wording: FormWording) -> frozenset[str]:
    match = wording.labels.find(text)
    return match.labels if match.certain else frozenset()


def _names(words: Sequence[Piece], wording: FormWording) -> frozenset[str]:
    return frozenset[str]().union(*(_certain(text, wording) for text in joined_words(words, wording)))


def _heads(texts: Iterable[str], wording: FormWording) -> frozenset[str]:
    """Return the labels of columns among texts that spell them, without a row's ordinal in front."""
    said = [text for text in texts if not is_numbered(text)]
    return frozenset[str]().union(*(wording.labels.spelled(text) & wording.columns for text in said))


def _rows_labelled(labels: frozenset[str], wording: FormWording) -> list[FormRow]:
    return [line for table in wording.tables for name in sorted(labels) for line in table.rows.get(name, ())]
