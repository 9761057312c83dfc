"""Arguments that name files: paths, and addresses as file managers hand them over."""

import sys

import pytest

from reportdesk.cli.addresses import with_paths


@pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX")
@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("/home/x/年报.rdesk", "/home/x/年报.rdesk"),
        ("年报.rdesk", "年报.rdesk"),
        ("file:///home/x/%E5%B9%B4%20%E6%8A%A5.rdesk", "/home/x/年 报.rdesk"),
        ("FILE:///home/x/a%23b.rdesk", "/home/x/a#b.rdesk"),
        ("file://localhost/home/x/a.rdesk", "/home/x/a.rdesk"),
        ("file:/home/x/a.rdesk", "/home/x/a.rdesk"),
        ("file:///home/x/年报.rdesk", "/home/x/年报.rdesk"),
        ("filename.rdesk", "filename.rdesk"),
    ],
)
def test_a_file_is_named_by_path_or_address(name: str, file: str) -> None:
    assert with_paths(["show", name]) == ["show", file]
