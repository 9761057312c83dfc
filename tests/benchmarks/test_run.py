"""The one command that measures still measures what it says."""

import pytest

from benchmarks import files, word
from benchmarks.run import PARTS, main


def test_the_parts_that_need_no_window_give_medians_and_ratios(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in (word, files):
        monkeypatch.setattr(part, "RUNS", 3)
    assert main(["word", "files"]) == 0
    table = capsys.readouterr().out
    for needed in ("x plain docxtpl", "x lxml substitution", "x plain json", " ms"):
        assert needed in table


def test_an_unknown_part_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speed"]) == 2
    said = capsys.readouterr().err
    assert "speed" in said
    assert all(part in said for part in PARTS)
