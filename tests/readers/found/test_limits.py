"""Markup that would keep a parser busy for long is refused before it is parsed."""

from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.readers.found.limits import MOST_ATTRIBUTES, refuse_many_attributes
from reportdesk.readers.page.source import source_text
from reportdesk.readers.protocol import Source

MANY = range(MOST_ATTRIBUTES + 1)


@pytest.mark.parametrize(
    "tag",
    [
        "<p " + " ".join(f"a{number}=1" for number in MANY) + ">",
        "<p " + " ".join(f'a{number}=">"' for number in MANY) + ">",
        "<p " + "/".join(f"a{number}" for number in MANY) + ">",
        "<p ' " + " ".join(f"a{number}" for number in MANY) + ">",
        '<p title="<" ' + " ".join(f"a{number}" for number in MANY),
    ],
)
def test_a_tag_of_endless_attributes(tag: str) -> None:
    with pytest.raises(FileError, match="属性"):
        refuse_many_attributes(f"<html><body>{tag}</body></html>", "年报.html")


@pytest.mark.parametrize(
    "tag",
    [
        "<p class='a' style='b'>" * 20_000,
        f"<img src='data:image/png;base64,{'A' * 500_000}'>",
        "5 < 6 " * 20_000,
    ],
)
def test_what_pages_have(tag: str) -> None:
    refuse_many_attributes(f"<html><body>{tag}</body></html>", "年报.html")


def test_parts_nested_without_end() -> None:
    mail = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b0"\n\n'
    for number in range(100):
        mail += b'--b%d\nContent-Type: multipart/mixed; boundary="b%d"\n\n' % (number, number + 1)
    with pytest.raises(FileError, match="部件太多"):
        source_text(Source(Path("年报.mht"), mail))
