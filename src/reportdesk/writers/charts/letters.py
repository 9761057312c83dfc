"""How much room words take, reckoned without any font so that no font overflows, and where lines break."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import east_asian_width

#: Widths in parts of the size: the widest that the common fonts give to a letter of the kind, in bold.
_FULL, _DIGIT, _LATIN, _BROAD, _SPACE = 1.0, 0.62, 0.68, 1.0, 0.35
_BROAD_LETTERS = frozenset("MWmw@%&—…")
#: What rounding may take off a room.
_HAIR = 0.01
#: What may not begin a line, and what may not end one.
_NO_START = frozenset("，。；：、！？）》”’·%")
_NO_END = frozenset("（《“‘")


def width_of(text: str, size: float) -> float:
    """Return the most room (in the unit of `size`) that a line of words takes."""
    return size * sum(map(_part, text))


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """Return the lines of a text that fit into a room; figures and Latin words stay whole where they can."""
    lines: list[str] = []
    line = ""
    for piece in _breakable(text):
        if line and width_of(line + piece.rstrip(), size) > room + _HAIR:
            lines.append(line.rstrip())
            line = ""
        *full, rest = _split(piece, size, room) if not line else (piece,)
        lines += full
        line += rest if line else rest.lstrip()
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def balanced(text: str, size: float, room: float) -> tuple[str, ...]:
    """Return a text in as few lines as it needs, about as long as each other."""
    lines = wrapped(text, size, room)
    least = width_of(text, size) / len(lines)
    for step in range(20):
        narrow = wrapped(text, size, min(room, least + step * size / 2))
        if len(narrow) <= len(lines):
            return narrow
    return lines


def flowed(parts: Iterable[str], between: str, size: float, room: float) -> tuple[str, ...]:
    """Return parts joined into lines that break between them alone, as far as each fits into a line."""
    lines: list[str] = []
    line = ""
    for part in parts:
        joined = f"{line}{between}{part}" if line else part
        if line and width_of(joined + between, size) > room:
            lines += wrapped(line + between, size, room)
            line = part
        else:
            line = joined
    return (*lines, *wrapped(line, size, room))


def _split(piece: str, size: float, room: float) -> list[str]:
    """Cut a piece that is longer than a line wherever a line is full."""
    found: list[str] = []
    while len(piece) > 1 and width_of(piece, size) > room + _HAIR:
        most = next(n for n in range(len(piece), 0, -1) if n == 1 or width_of(piece[:n], size) <= room)
        found.append(piece[:most])
        piece = piece[most:]
    return [*found, piece]


def fitting(text: str, size: float, room: float, least: float = 12.0) -> float:
    """Return a size at which a line fits into a room, no larger than `size` and no smaller than `least`."""
    width = width_of(text, size)
    return size if width <= room else max(least, size * room / width)


def _part(letter: str) -> float:
    if letter.isdigit() and letter.isascii():
        return _DIGIT
    if letter == " ":
        return _SPACE
    if letter in _BROAD_LETTERS:
        return _BROAD
    if east_asian_width(letter) in "WFA" or ord(letter) > 0x2000:
        return _FULL
    return _LATIN


def _breakable(text: str) -> list[str]:
    """Cut a text where a line may break: between full-width letters, behind spaces."""
    pieces: list[str] = []
    for letter in text:
        before = pieces[-1] if pieces else ""
        is_run = before and not _breaks(before[-1], letter)
        if is_run:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _breaks(before: str, after: str) -> bool:
    if after in _NO_START or before in _NO_END or after == " ":
        return False
    is_latin = after.isascii() and before.isascii() and before != " "
    return not is_latin
