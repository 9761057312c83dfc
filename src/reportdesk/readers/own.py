"""Our own files: the project file and the JSON that `show --json` prints."""

from __future__ import annotations

from reportdesk.project.errors import Damaged
from reportdesk.project.file import decode_project, name_backup
from reportdesk.project.format.codec import decode_report
from reportdesk.project.format.rescue import rescue
from reportdesk.readers.protocol import Source
from reportdesk.readers.result.reading import Reading

_HEADER = b'"app":"reportdesk"'
_HEADER_WITHIN = 400
#: How files of other kinds begin, whatever they are named.
_OTHERS = (b"PK", b"<", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8")


class ProjectReader:
    """The project file, told by its header line; one whose header is damaged, by its suffix."""

    suffixes = (".rdesk",)

    def accepts(self, source: Source) -> bool:
        """Tell whether the header line is ours."""
        if _HEADER in source.data[:_HEADER_WITHIN]:
            return True
        return source.path.suffix.lower() in self.suffixes and not source.data.startswith(_OTHERS)

    def read(self, source: Source) -> Reading:
        """Read the project file, or what a rescue can have of it; raise FileError if damaged or newer."""
        try:
            return Reading(decode_project(source.data, source.where).report, is_whole=True)
        except Damaged as error:
            if source.rescue:
                return Reading(rescue(source.data, source.where))
            name_backup(error, source.path)
            raise


class JsonReader:
    """A report as JSON."""

    suffixes = (".json",)

    def accepts(self, source: Source) -> bool:
        """Tell whether the file begins as a JSON object."""
        begins = source.data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
        return begins.startswith(b"{") and not begins.startswith(b"{\\rtf")

    def read(self, source: Source) -> Reading:
        """Read the report; what no cell can hold stands as invalid. Raise FileError."""
        return Reading(decode_report(source.data, source.where))
