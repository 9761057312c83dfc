"""The office formats of today, told apart by what their package says it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.readers.protocol import Source

if TYPE_CHECKING:
    from reportdesk.readers.found.blocks import FoundDocument


class WordReader:
    """A Word file, .docx."""

    suffixes = (".docx",)

    def accepts(self, source: Source) -> bool:
        """Tell whether the package's main part is a Word document."""
        return source.package_kind == "word"

    def get_ready(self) -> None:
        """Load what `find` needs."""
        import reportdesk.readers.office.docx  # noqa: F401

    def find(self, source: Source) -> FoundDocument:
        """Return the visible document, revisions accepted, and the data of one of ours; raise FileError."""
        from reportdesk.readers.office.docx import find_with_data

        return find_with_data(source.package)


class WorkbookReader:
    """An Excel workbook, .xlsx."""

    suffixes = (".xlsx",)

    def accepts(self, source: Source) -> bool:
        """Tell whether the package's main part is a workbook."""
        return source.package_kind == "workbook"

    def get_ready(self) -> None:
        """Load what `find` needs."""
        import reportdesk.readers.office.xlsx  # noqa: F401

    def find(self, source: Source) -> FoundDocument:
        """Return the sheets that show; raise FileError for a file that is damaged or unsafe."""
        from reportdesk.readers.office.xlsx import find_in_workbook

        return find_in_workbook(source.package)
