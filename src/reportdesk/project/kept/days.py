"""Days that pass for what is kept, counted so that a wrong clock makes nothing old.

The list holds every date on which the program ran. Between two neighbouring dates pass the days between
them, but never more than a week, and none where they lie further apart than two reports: there the clock was
wrong, at one of them. One that jumps by years, however often and to whatever dates, makes nothing old.
"""

from __future__ import annotations

import contextlib
from datetime import date
from itertools import pairwise
from pathlib import Path

from reportdesk.patterns import late
from reportdesk.profile import make_private, open_private, profile_folder, read_at_most

#: A machine that stood still over a holiday must not have its copies grow old by it.
_LONGEST_GAP_DAYS = 7
#: From one year's report to the next the program may lie unused.
_LONGEST_REST_DAYS = 400
#: More dates than anybody starts the program on.
_MOST_BYTES = 1 << 20
_DATE = late(r"\d{4}-\d\d-\d\d")


class Days:
    """The dates on which the program ran, in a file of the profile."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use a folder, by default the user's profile; it is made when first needed."""
        self._file = (folder or profile_folder()) / "days.txt"

    def note(self, today: date) -> None:
        """Count a date; where that can't be written, nothing grows old."""
        if today in self._dates():
            return
        with contextlib.suppress(OSError):
            make_private(self._file.parent)
            with open(self._file, "a", encoding="ascii", opener=open_private) as days:
                days.write(f"{today:%Y-%m-%d}\n")

    def passed(self) -> int:
        """Return how many days have passed since the first date; it never falls while dates are added."""
        gaps = ((later - earlier).days for earlier, later in pairwise(sorted(self._dates())))
        return sum(min(gap, _LONGEST_GAP_DAYS) for gap in gaps if gap <= _LONGEST_REST_DAYS)

    def _dates(self) -> set[date]:
        try:
            text = read_at_most(self._file, _MOST_BYTES).decode("ascii", "replace")
        except OSError:
            return set()
        dates = set()
        for word in _DATE.findall(text):
            with contextlib.suppress(ValueError):
                dates.add(date.fromisoformat(word))
        return dates
