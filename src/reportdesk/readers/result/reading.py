"""What reading a file gives: the report, and what the reader saw, so that a clerk can compare the two."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from reportdesk.frozen import Frozen
from reportdesk.readers.found.blocks import Block, Printed
from reportdesk.report.model import Report


class Seen(Frozen, frozen=True):
    """A document as the reader saw it; `sections` names the places of the blocks under each heading.

    What stands above the first heading goes under INTRO. `figures` has the cells that were found.
    """

    blocks: tuple[Block, ...]
    sections: Mapping[str, range] = msgspec.field(default_factory=dict)
    figures: Mapping[str, Printed] = msgspec.field(default_factory=dict)


class Edited(Frozen, frozen=True):
    """A file of ours that somebody changed: what its data says, and what the visible document says."""

    carried: Report
    visible: Report


class Reading(Frozen, frozen=True):
    """A report as it was read.

    `seen` is what stands in the document, None for a file of data, which leaves nothing to compare.
    `edited` has both reports where a Word file of ours was changed since it was written; `report` then is
    the carried one with all changes taken. `is_whole` says that the report came back without loss.
    """

    report: Report
    seen: Seen | None = None
    edited: Edited | None = None
    is_whole: bool = False
