"""reportdesk: the annual report on open government information, filled in, checked and exported."""

__version__ = "0.1.0"
