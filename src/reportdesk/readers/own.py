"""Our own files: the project file and the JSON that `show --json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.project import PROJECT_SUFFIX
from reportdesk.project.errors import Damaged
from reportdesk.readers.protocol import Source

if TYPE_CHECKING:
    from reportdesk.readers.found.blocks import FoundDocument

_HEADER = b'"app":"reportdesk"'
#: The header is the first line; an editor may have put other keys before it.
_HEADER_WITHIN_BYTES = 400
#: How files of other kinds begin, whatever they are named.
_OTHERS = (b"PK", b"<", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8")


class ProjectReader:
    """The project file, told by its header line; one whose header is damaged, by its suffix."""

    suffixes = (PROJECT_SUFFIX,)

    def accepts(self, source: Source) -> bool:
        """Tell whether the header line is ours."""
        if _HEADER in source.data[:_HEADER_WITHIN_BYTES]:
            return True
        return source.path.suffix.lower() in self.suffixes and not source.data.startswith(_OTHERS)

    def get_ready(self) -> None:
        """Load what `find` needs."""
        import reportdesk.project.file  # noqa: F401

    def find(self, source: Source) -> FoundDocument:
        """Return the report in the file, or what a rescue can have of it; raise FileError."""
        from reportdesk.project.file import project_of
        from reportdesk.project.format.rescue import rescue
        from reportdesk.readers.found.blocks import Carried, FoundDocument

        try:
            report = project_of(source.data, source.path).report
        except Damaged:
            if not source.rescue:
                raise
            return FoundDocument(carried=Carried(rescue(source.data, source.where)))
        return FoundDocument(carried=Carried(report, is_whole=True))


class JsonReader:
    """A report as JSON."""

    suffixes = (".json",)

    def accepts(self, source: Source) -> bool:
        """Tell whether the file begins as a JSON object."""
        begins = source.data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
        return begins.startswith(b"{") and not begins.startswith(b"{\\rtf")

    def get_ready(self) -> None:
        """Load what `find` needs."""
        import reportdesk.project.format.report_json  # noqa: F401

    def find(self, source: Source) -> FoundDocument:
        """Return the report; what no cell can hold stands as invalid. Raise FileError."""
        from reportdesk.project.format.report_json import decode_report
        from reportdesk.readers.found.blocks import Carried, FoundDocument

        return FoundDocument(carried=Carried(decode_report(source.data, source.where)))
