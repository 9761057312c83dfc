"""Names of files: what stands beside a document, and what Windows cannot hold."""

import os
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.project.disk.names import file_beside, refuse_name, trouble_on_windows


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("con.rdesk", "“con”在 Windows 上是设备名"),
        ("CON", "设备名"),
        ("Com1.2024.docx", "设备名"),
        ("lpt³.rdesk", "设备名"),
        ("nul .rdesk", "设备名"),
        ("a<b.rdesk", "不能有“<”"),
        ("a:b.rdesk", "不能有“:”"),
        ('云溪"年报".rdesk', '不能有“"”'),
        ("年报?.rdesk", "不能有“?”"),
        ("年报\t.rdesk", "看不见的控制字符"),
        ("年报.rdesk.", "不能以点或空格结尾"),
        ("年报.rdesk ", "不能以点或空格结尾"),
    ],
)
def test_what_windows_cannot_hold_is_refused_in_chinese(name: str, trouble: str) -> None:
    assert trouble in trouble_on_windows(name)
    with pytest.raises(FileError, match="没有保存"):
        refuse_name(Path(name), is_windows=True)
    refuse_name(Path(name), is_windows=False)


@pytest.mark.parametrize(
    "name", ["年报.rdesk", "console.rdesk", "com10.docx", "lpt", ".rdesk", "云溪 2024.html"]
)
def test_names_that_windows_holds_are_let_through(name: str) -> None:
    assert trouble_on_windows(name) == ""


@pytest.mark.parametrize("length", [1, 100, 240, 250, 251, 255])
@pytest.mark.parametrize("letter", ["x", "年", "𠮷"])
def test_what_stands_beside_a_document_fits_and_can_be_told_from_others(length: int, letter: str) -> None:
    name = letter * (length // len(letter.encode())) or letter
    found = file_beside(Path("folder") / name, before=".~", after=".lock")
    assert len(os.fsencode(found.name)) <= 255
    assert (found.parent.name, found.name[:2], found.suffix) == ("folder", ".~", ".lock")
    assert file_beside(Path(name + "z"), before=".~", after=".lock").name != found.name
