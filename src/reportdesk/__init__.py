"""reportdesk: the annual report on open government information, filled in, checked and exported."""

from datetime import date

__version__ = "0.1.0"
#: The day of this version; a clock before it is wrong.
RELEASED = date(2026, 11, 1)
