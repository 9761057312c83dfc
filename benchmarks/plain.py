"""Unzips and parses the files of a folder and makes nothing of them."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from lxml import etree, html


def parse_all(folder: Path) -> None:
    """Unzip and parse every file of a folder once."""
    for path in sorted(folder.iterdir()):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                for name in package.namelist():
                    data = package.read(name)
                    if name.endswith((".xml", ".rels")):
                        etree.fromstring(data)
        elif path.suffix == ".html":
            html.fromstring(path.read_bytes())
        else:
            path.read_bytes().decode()


if __name__ == "__main__":
    parse_all(Path(sys.argv[1]))
