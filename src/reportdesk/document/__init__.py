"""The open report: one door for every change, and what is told of it."""

from reportdesk.document.changed import Changed
from reportdesk.document.document import EXAMINING_SECONDS, Document
from reportdesk.document.saving import Saving
from reportdesk.document.shown import ShownDocument

__all__ = ["EXAMINING_SECONDS", "Changed", "Document", "Saving", "ShownDocument"]
