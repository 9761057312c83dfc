"""Every format that can be read."""

from __future__ import annotations

from reportdesk.readers.office.foreign import ForeignReader
from reportdesk.readers.office.reader import WordReader, WorkbookReader
from reportdesk.readers.own import JsonReader, ProjectReader
from reportdesk.readers.page.reader import TextReader, WebPageReader
from reportdesk.readers.pdf.reader import PdfReader
from reportdesk.readers.protocol import Reader

#: The first that accepts a file reads it.
READERS: tuple[Reader, ...] = (
    ProjectReader(),
    ForeignReader(),
    WordReader(),
    WorkbookReader(),
    PdfReader(),
    JsonReader(),
    WebPageReader(),
    TextReader(),
)

#: The suffixes of all files that can be read, for the dialog that opens one.
SUFFIXES: tuple[str, ...] = tuple(suffix for reader in READERS for suffix in reader.suffixes)
