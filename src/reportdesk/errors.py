"""Errors that a clerk can act on: what happened, where, and what to do."""

from __future__ import annotations


class ReportDeskError(Exception):
    """An expected failure, told in Chinese: what happened, where, and what to do next."""

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        """Keep the three parts; `where` is a file, a cell or a place in a template."""
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """One line: place, what happened, what to do."""
        head = f"{self.where}：{self.what}" if self.where else self.what
        return f"{head}。{self.remedy}" if self.remedy else head


class FormError(ReportDeskError):
    """A template folder that says something impossible: unknown, repeated or dangling."""


class FileError(ReportDeskError):
    """A file that cannot be read or written; `where` names it."""
