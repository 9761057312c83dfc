"""The pictures that we put behind a report, where a file lost the mark that tells them from its words."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.patterns import late
from reportdesk.readers.found.blocks import Block, FoundTable
from reportdesk.report.shown import CHARTS_HEADING, CHARTS_HEADS, compact

#: Programs that drop the mark may leave its name once more beside the heading.
_HEADING = late(f"(?:{CHARTS_HEADING})+")


def without_charts(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks in front of 图解, if nothing but our pictures and tables stands behind it."""
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if isinstance(block, FoundTable):
            if not _is_of_figures(block):
                break
        elif _HEADING.fullmatch(compact(block.text)):
            behind = blocks[place + 1 :]
            return tuple(blocks[:place] if any(isinstance(one, FoundTable) for one in behind) else blocks)
        elif block.text.strip():
            break
    return tuple(blocks)


def _is_of_figures(table: FoundTable) -> bool:
    heads = [compact(slot.text) for slot in table.row(0)] if table.slots else []
    return tuple(heads) == CHARTS_HEADS
