"""What a text's paragraphs are: sub-headings or words."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.patterns import late
from reportdesk.report.numerals import ORDINALS

_SUBHEADING = late(rf"\s*[（(][{ORDINALS}]{{1,3}}[）)][^。；！？!?;]{{1,30}}")


def is_subheading(paragraph: str) -> bool:
    """Tell whether a paragraph is a sub-heading: （一） or (一), a short name, and no sentence."""
    return _SUBHEADING.fullmatch(paragraph.rstrip().rstrip("。")) is not None


def written_paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield every paragraph of a text in which anything stands, with the place where it begins."""
    start = 0
    for paragraph in text.split("\n"):
        if paragraph:
            yield start, paragraph
        start += len(paragraph) + 1


def paragraphs_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield every paragraph of a text with the place where it begins."""
    start = 0
    for paragraph in text.split("\n"):
        yield start, paragraph
        start += len(paragraph) + 1
