"""The source text of a web page, saved as it is or packed for mail as .mht."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.patterns import late
from reportdesk.readers.page.decoding import decode_text, is_text
from reportdesk.readers.protocol import Source

if TYPE_CHECKING:
    from email.message import Message

_CHARSET = late(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PAGE = late(
    r"<(?:!doctype\s+html|html|head|body|title|table|div|p|meta|span|section|article|center|font|h[1-3])[\s>]",
    re.IGNORECASE,
)
_ARCHIVE = late(rb"^(?:From:|MIME-Version:|Content-Type:\s*multipart/related)", re.IGNORECASE | re.MULTILINE)
#: A page says its encoding within the first 1,024 bytes by the standard; some say it later.
_HEAD_BYTES = 4096
#: A saved page keeps each picture as a part.
_MOST_PARTS = 2_000
#: Every line is held against the boundaries of all parts around it; a saved page has one or two.
_MOST_BOUNDARIES = 20
#: A header that says what a part is, and the lines it goes on in; each ; is held against all others.
_HEADER = late(rb"^content-[a-z-]+:(?:[^\n]*\n[ \t])*+[^\n]*", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEADER_BYTES = 10_000
_BOUNDARY = late(rb"boundary\s*=|message/rfc822", re.IGNORECASE)


def is_page(data: bytes) -> bool:
    """Tell whether a file is a page, or a page packed for mail."""
    if not is_text(data):
        return False
    head = data[:_HEAD_BYTES]
    return _is_archive(head) or bool(_PAGE.search(decode_text(head)))


def source_text(source: Source) -> str:
    """Return a page's source text, decoded as it says; raise FileError for an archive without a page."""
    data = source.data
    if _is_archive(data[:_HEAD_BYTES]):
        return _packed_page(source)
    said = _CHARSET.search(data[:_HEAD_BYTES])
    return decode_text(data, said[1].decode("ascii") if said else "")


def _is_archive(head: bytes) -> bool:
    return bool(_ARCHIVE.match(head.lstrip())) and b"multipart/related" in head.lower()


def _packed_page(source: Source) -> str:
    """Return the page inside a .mht; its pictures and style sheets stay where they are."""
    if source.data.count(b"\n--") > _MOST_PARTS or len(_BOUNDARY.findall(source.data)) > _MOST_BOUNDARIES:
        raise FileError("网页存档里的部件太多", where=source.where, remedy="请在浏览器里重新保存一份")
    if any(len(header[0]) > _LONGEST_HEADER_BYTES for header in _HEADER.finditer(source.data)):
        raise FileError("网页存档里的说明太长", where=source.where, remedy="请在浏览器里重新保存一份")
    for part in _mail_parts(source):
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else b""
            said = _CHARSET.search(data[:_HEAD_BYTES])
            return decode_text(data, part.get_content_charset() or (said[1].decode("ascii") if said else ""))
    raise FileError("这个网页存档里没有网页", where=source.where, remedy="请在浏览器里重新保存一份")


def _mail_parts(source: Source) -> list[Message]:
    from email import message_from_bytes

    try:
        return list(message_from_bytes(source.data).walk())
    except RecursionError as error:
        raise FileError("网页存档套得太深", where=source.where, remedy="请在浏览器里重新保存一份") from error
