"""The Word layouts as text: `pack` zips their parts into the templates, `unpack` does the reverse.

Whoever keeps a layout edits `templates/disclosure/report.docx`, or one in `layouts/` beside it, in Word or
WPS, then runs `unpack` and `pack`, so that the history shows what changed and it can be made again.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from lxml import etree

_HERE = Path(__file__).resolve().parent
_SHARED = _HERE.parent / "templates" / "disclosure"
PARTS, TEMPLATE = _HERE / "report_docx", _SHARED / "report.docx"
#: Each layout's template by the folder of its parts.
LAYOUTS = {PARTS: TEMPLATE, _HERE / "compact_docx": _SHARED / "layouts" / "compact.docx"}
FIRST = "[Content_Types].xml"


def pack(parts: Path = PARTS, template: Path = TEMPLATE) -> None:
    """Write the template from its parts; the same parts always give the same bytes."""
    names = sorted(path.relative_to(parts).as_posix() for path in parts.rglob("*") if path.is_file())
    names.sort(key=lambda name: name != FIRST)
    with zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (parts / name).read_bytes())


def unpack(template: Path = TEMPLATE, parts: Path = PARTS) -> None:
    """Replace the parts by those of the template, one element a line."""
    for path in parts.rglob("*"):
        if path.is_file():
            path.unlink()
    with zipfile.ZipFile(template) as archive:
        for name in archive.namelist():
            target = parts / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_readable(archive.read(name), target.suffix))


def _readable(part: bytes, suffix: str) -> bytes:
    if suffix not in {".xml", ".rels"}:
        return part
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True) + b"\n"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["pack"]:
            for folder, layout in LAYOUTS.items():
                pack(folder, layout)
        case ["unpack"]:
            for folder, layout in LAYOUTS.items():
                unpack(layout, folder)
        case _:
            sys.exit(__doc__)
