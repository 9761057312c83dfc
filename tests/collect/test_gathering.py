"""Reading many files: each content once, wherever it lies; what was read is known to the next reading."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reportdesk.collect.incoming.filed import Filed, WordStore, filed_from
from reportdesk.collect.incoming.gathering import Gatherer
from reportdesk.collect.incoming.sources import SourceFile
from reportdesk.examined.job import examine
from reportdesk.readers import read_source
from tests.collect.county import RECEIVED, lay_down, report_of


class InThisProcess(Gatherer):
    """Reads without workers, and lists what it read."""

    def __init__(self) -> None:
        self.store = WordStore()
        super().__init__(self.store)
        self.asked: list[str] = []

    def _examined(self, files: Sequence[SourceFile]) -> Iterator[tuple[SourceFile, Filed]]:
        for file in files:
            source = self._load(file)
            self.asked.append(Path(file.name).name)
            answer = examine(read_source(source).report, source)
            yield file, filed_from(answer, file.name, file.stem, file.written, self.store)


@pytest.fixture
def gatherer() -> InThisProcess:
    return InThisProcess()


def test_a_folder_renamed_is_not_read_again(tmp_path: Path, gatherer: InThisProcess) -> None:
    for name, figure in (("甲", 3), ("乙", 4)):
        lay_down(tmp_path / "收到" / f"{name}.json", report_of(f"云溪县{name}局", {RECEIVED: figure}))
    before = gatherer.read([tmp_path])
    assert sorted(gatherer.asked) == ["乙.json", "甲.json"]
    (tmp_path / "收到").rename(tmp_path / "一月收到")
    after = gatherer.read([tmp_path])
    assert len(gatherer.asked) == 2
    assert [file.organ for file in after] == [file.organ for file in before]
    assert [file.figures for file in after] == [file.figures for file in before]
    assert [Path(file.name).parent.name for file in after] == ["一月收到"] * 2


def test_a_file_touched_or_sent_again_under_another_name_is_the_same(
    tmp_path: Path, gatherer: InThisProcess
) -> None:
    first = lay_down(tmp_path / "甲.json", report_of("云溪县甲局"), written=1_700_000_000)
    gatherer.read([tmp_path])
    (tmp_path / "甲局（终稿）.json").write_bytes(first.read_bytes())
    os.utime(first, (1_700_000_100, 1_700_000_100))
    files = gatherer.read([tmp_path])
    assert gatherer.asked == ["甲.json"]
    assert next((file.short, file.written) for file in files) == ("甲.json", 1_700_000_100)
    assert len({file.digest for file in files}) == 1


def test_what_was_written_over_with_as_many_bytes_is_read_again(
    tmp_path: Path, gatherer: InThisProcess
) -> None:
    path = lay_down(tmp_path / "甲.json", report_of("云溪县甲局", {RECEIVED: 3}), written=1_700_000_000)
    size = path.stat().st_size
    (before,) = gatherer.read([tmp_path])
    lay_down(path, report_of("云溪县甲局", {RECEIVED: 4}), written=1_700_000_100)
    assert path.stat().st_size == size
    (after,) = gatherer.read([tmp_path])
    assert before.figures != after.figures


def test_a_year_that_only_the_name_tells_goes_with_the_name(tmp_path: Path, gatherer: InThisProcess) -> None:
    path = lay_down(tmp_path / "甲局2024年.json", report_of("云溪县甲局", year=0))
    (before,) = gatherer.read([tmp_path])
    path.rename(tmp_path / "甲局2023年.json")
    (after,) = gatherer.read([tmp_path])
    assert (before.year, after.year) == (2024, 2023)
    assert len(gatherer.asked) == 1
