"""What a worker may open: a module that is loaded late and compiled elsewhere is no violation."""

import os
import sys
from pathlib import Path

import pytest

from reportdesk.readers.apart import ban


def test_what_is_compiled_into_a_folder_of_its_own_may_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(ban, "met", [])
    module = tmp_path / "compiled" / "late.pyc"
    ban._refuse_foreign((str(module), "r", os.O_RDONLY), ban._own_folders())
    assert ban.met == []
    with pytest.raises(PermissionError):
        ban._refuse_foreign((str(tmp_path / "年报.docx"), "r", os.O_RDONLY), ban._own_folders())
    assert ban.met == ["open"]
