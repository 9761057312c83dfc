"""Prepares the shipped editions: `python packaging/prepare_templates.py` writes `prepared.json` of each.

It holds what `reportdesk.form.prepared` reads: the files of the folder parsed, and the words that each of
their patterns cannot do without. An edition that is unsound is refused, with file and place. A test compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from reportdesk import __version__
from reportdesk.checks.compiled import compile_checks
from reportdesk.form.companions import read_guidance
from reportdesk.form.loader import load_form
from reportdesk.form.prepared import PREDECESSOR_PREFIX, PREPARED, digests_beside, file_digests
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.text.sieve import needs_of

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


def main() -> None:
    """Write a file into the folder of every edition."""
    for form in sorted(TEMPLATES.glob("*/form.toml")):
        (form.parent / PREPARED).write_bytes(prepared_file(form.parent))


def prepared_file(folder: Path) -> bytes:
    """Return the content of `prepared.json`; raise FormError for a folder that is unsound."""
    form = load_form(folder, anew=True)
    patterns = {level.organ for level in form.levels}
    patterns.update(_patterns_in((compile_checks(form).checks, load_lexicon(form).phrases)))
    needs = {pattern: needs for pattern in sorted(patterns) if (needs := needs_of(pattern))}
    files = {
        name: {"sha256": digest, "content": _content(folder / name)}
        for name, digest in sorted(file_digests(folder).items())
    }
    beside = digests_beside(folder.glob(f"{PREDECESSOR_PREFIX}*.toml"))
    parts = {
        "program": _line(__version__),
        "files": _lines(files),
        "beside": _line(beside),
        "needs": _lines(needs),
    }
    return b"{\n" + b",\n".join(_line(name) + b": " + part for name, part in parts.items()) + b"\n}\n"


def _content(file: Path) -> Any:
    return msgspec.toml.decode(file.read_bytes()) if file.suffix == ".toml" else read_guidance(file)


def _lines(values: Mapping[str, object]) -> bytes:
    """Return an object, each of its values on a line."""
    return b"{\n" + b",\n".join(_line(name) + b": " + _line(value) for name, value in values.items()) + b"\n}"


def _line(value: object) -> bytes:
    return msgspec.json.encode(value)


def _patterns_in(value: object) -> Iterator[str]:
    """Yield every pattern that some checks or phrases hold."""
    parts: tuple[object, ...] = ()
    if isinstance(value, re.Pattern):
        yield value.pattern
    elif isinstance(value, msgspec.Struct):
        parts = tuple(getattr(value, name) for name in value.__struct_fields__)
    elif isinstance(value, Mapping):
        parts = tuple(value.values())
    elif isinstance(value, tuple):
        parts = value
    for part in parts:
        yield from _patterns_in(part)


if __name__ == "__main__":
    main()
