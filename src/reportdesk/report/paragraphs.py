"""What a text's paragraphs are: sub-headings or words."""

from __future__ import annotations

import re

_SUBHEADING = re.compile(r"\s*[（(][一二三四五六七八九十]{1,3}[）)][^。；！？!?;]{1,30}")


def is_subheading(paragraph: str) -> bool:
    """Tell whether a paragraph is a sub-heading: （一） or (一), a short name, and no sentence."""
    return _SUBHEADING.fullmatch(paragraph.rstrip().rstrip("。")) is not None
