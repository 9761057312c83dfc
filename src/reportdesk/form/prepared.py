"""An edition's folder as it is shipped: its files parsed and judged sound, and what its patterns need.

To parse TOML and to look for what is unsound takes longer than to check a report, and comes to the same
each time. `python packaging/prepare_templates.py` does it once and writes `prepared.json`. That counts for
the very files that it was made of, and for the version that made it: whoever changes one has all judged anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from reportdesk import __version__
from reportdesk.errors import FormError
from reportdesk.form.wrong_shape import wrong_shape
from reportdesk.frozen import Frozen
from reportdesk.patterns import Needs

T = TypeVar("T")

#: Its name in the folder of an edition.
PREPARED = "prepared.json"
#: How the names of files begin that say how figures of another edition are read; the edition follows.
PREDECESSOR_PREFIX = "from-"
#: What an edition is made of; layouts are none of its words.
_KINDS = {".toml", ".md"}


class PreparedPart(msgspec.Struct, frozen=True):
    """A file: the digest of its bytes, and what they say."""

    sha256: str
    content: msgspec.Raw


class PreparedFile(msgspec.Struct, frozen=True):
    """The whole of `prepared.json`: the program's version, files by name, what patterns need.

    `beside` has the digests of the `form.toml` of those editions against which the folder was judged.
    """

    program: str
    files: dict[str, PreparedPart]
    beside: dict[str, str]
    needs: dict[str, Needs]


class Prepared(Frozen, frozen=True, eq=False):
    """The files of a folder, all of them as they stand there, and what its patterns need."""

    source: Path
    files: Mapping[str, PreparedPart]
    needs: Mapping[str, Needs]

    def part(self, name: str, kind: type[T]) -> T:
        """Return what a file says, or an empty one for a file that the folder lacks; raise FormError."""
        part = self.files.get(name)
        return kind() if part is None else _content(part, kind, self.source)

    @property
    def predecessors(self) -> list[Path]:
        """Return the files that say how figures of other editions are read, in order."""
        return [
            self.source.with_name(name) for name in sorted(self.files) if name.startswith(PREDECESSOR_PREFIX)
        ]


def prepared(folder: Path) -> Prepared | None:
    """Return a folder as it was prepared; None where it was not, not so, or not by this version."""
    known = _known(folder)
    if known is None or file_digests(folder) != {name: part.sha256 for name, part in known.files.items()}:
        return None
    ready = Prepared(folder / PREPARED, known.files, known.needs)
    return ready if digests_beside(ready.predecessors).items() <= known.beside.items() else None


def prepared_part(source: Path, kind: type[T]) -> T | None:
    """Return what one file says, if it is as it was when its folder was prepared."""
    known = _known(source.parent)
    part = known.files.get(source.name) if known else None
    if part is None or file_digest(source) != part.sha256:
        return None
    return _content(part, kind, source.with_name(PREPARED))


def file_digests(folder: Path) -> dict[str, str]:
    """Return the digests of all files of which an edition is made, by name."""
    return {file.name: file_digest(file) for file in folder.iterdir() if file.suffix in _KINDS}


def digests_beside(predecessors: Iterable[Path]) -> dict[str, str]:
    """Return the digests of the `form.toml` of the editions at hand that some files are about."""
    forms = [
        file.parents[1] / file.stem.removeprefix(PREDECESSOR_PREFIX) / "form.toml" for file in predecessors
    ]
    return {form.parent.name: file_digest(form) for form in forms if form.is_file()}


def file_digest(file: Path) -> str:
    """Return the digest of a file's bytes, empty where it can't be read."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _known(folder: Path) -> PreparedFile | None:
    try:
        known = msgspec.json.decode((folder / PREPARED).read_bytes(), type=PreparedFile)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None
    return known if known.program == __version__ else None


def _content(part: PreparedPart, kind: type[T], source: Path) -> T:
    try:
        return msgspec.json.decode(part.content, type=kind)
    except msgspec.MsgspecError as error:
        where, remedy = str(source), "请删去这个文件，会改读旁边的各个文件"
        raise FormError(f"格式不对：{wrong_shape(error)}", where=where, remedy=remedy) from error
