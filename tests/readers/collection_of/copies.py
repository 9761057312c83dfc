"""Text that was copied out of other programs: full, and with cells left blank."""

from __future__ import annotations

from collections.abc import Callable

from tests.readers.copying import (
    as_markdown,
    copied,
    from_browser,
    from_chromium,
    from_chromium_with_tabs,
    from_excel,
    from_pdf,
    from_word,
    on_one_line,
    paged,
    with_bars,
    with_drawn_lines,
    with_lone_bars,
)
from tests.readers.made import COLLECTION, Document, Made, document
from tests.readers.paper import Grid, Paper, paper
from tests.readers.spoiling import with_strokes

WAYS: dict[str, Callable[[Grid], str]] = {
    "word": from_word,
    "excel": from_excel,
    "browser": from_browser,
    "chromium": from_chromium,
    "chromium_with_tabs": from_chromium_with_tabs,
    "bars": with_bars,
    "lone_bars": with_lone_bars,
    "drawn_lines": with_drawn_lines,
    "markdown": as_markdown,
    "one_line": on_one_line,
}
PAPERS: dict[str, Callable[[], Paper]] = {
    "full": paper,
    "of_2019": lambda: paper("2019"),
    "half_filled": lambda: with_strokes(""),
    "with_slashes": lambda: with_strokes("/"),
}


def _add(way: str, kind: str) -> None:
    def make() -> Document:
        made = PAPERS[kind]()
        return Document(name, ".txt", copied(made, WAYS[way]).replace("\n", "\r\n").encode(), made)

    name = f"copied_from_{way}_{kind}"
    COLLECTION[name] = make


for _way in WAYS:
    for _kind in PAPERS:
        _add(_way, _kind)


@document
def copied_from_word_in_utf16() -> Made:
    made = paper()
    return ".txt", copied(made, from_word).encode("utf-16"), made


@document
def copied_from_word_in_utf16_without_mark() -> Made:
    made = paper()
    return ".txt", copied(made, from_word).encode("utf-16-le"), made


@document
def copied_from_excel_in_big_endian_utf16_without_mark() -> Made:
    made = paper()
    return ".txt", copied(made, from_excel).encode("utf-16-be"), made


@document
def copied_from_word_in_gb18030() -> Made:
    made = paper()
    return ".txt", copied(made, from_word, between="\r\n").encode("gb18030"), made


@document
def copied_from_excel_with_line_breaks_in_cells() -> Made:
    made = paper()
    made.grid("requests").find("商业企业").text = "商业\n企业"
    return ".txt", copied(made, from_excel).encode(), made


@document
def copied_from_pdf() -> Made:
    made = paper()
    return ".txt", paged(copied(made, from_pdf, between="\n")).encode(), made


@document
def copied_from_pdf_of_2019() -> Made:
    made = paper("2019")
    return ".txt", paged(copied(made, from_pdf, between="\n"), lines=21).encode(), made


@document
def markdown_with_headings() -> Made:
    made = paper()
    blocks = [
        as_markdown(block) if isinstance(block, Grid) else "## " * (block[0] == "heading") + block[1]
        for block in made.blocks
    ]
    return ".md", "\n\n".join(blocks).encode(), made
