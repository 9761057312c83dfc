"""A project carried inside a document that shows it: what our Word files hold in a custom XML part.

The part is one element with the whole project file as text, compressed and in base64: no editor can change
its spaces or line ends, and all that guards a project file (hash, format, migrations) guards it here too.
`shown` is the hash of what the document showed when it was written; it ties the data to that document.
"""

from __future__ import annotations

import base64
import binascii
import zlib

from reportdesk.project.errors import Damaged
from reportdesk.project.format.json_text import MOST_BYTES, encode_json
from reportdesk.project.format.project_bytes import decode_project, encode_project
from reportdesk.project.stamp import digest
from reportdesk.report.model import Report
from reportdesk.report.shown import shown

NAMESPACE = "urn:reportdesk:project"
ELEMENT = "project"

#: The version of the part; a change of the normal form in `reportdesk.report.shown` needs a new one.
VERSION = "1"


def carried_xml(report: Report) -> bytes:
    """Return the part that carries a report; equal reports give equal bytes."""
    packed = base64.b64encode(zlib.compress(encode_project(report, rev=1), 9)).decode()
    marks = f'xmlns="{NAMESPACE}" version="{VERSION}" shown="{shown_mark(report)}"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{ELEMENT} {marks}>{packed}</{ELEMENT}>'.encode()


def carried_report(text: str, where: str) -> Report:
    """Return the report that a part's text carries; raise FileError: Damaged, NewerVersion."""
    try:
        packed = base64.b64decode("".join(text.split()), validate=True)
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(packed, MOST_BYTES)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise Damaged("附带的数据已损坏", where=where) from error
    if not unpacking.eof or unpacking.unused_data:
        raise Damaged("附带的数据不完整，或者太大", where=where)
    return decode_project(data, where).report


def shown_mark(report: Report) -> str:
    """Return the hash of what a report shows on paper."""
    seen = shown(report)
    parts = [report.form.edition, seen.title, seen.figures, seen.paragraphs, seen.signature, seen.date]
    return digest(encode_json(parts, compact=True))
