"""Where files come from: folders, zips with names in any encoding, links; what is no report stays aside."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from reportdesk.collect.incoming.sources import files_of
from reportdesk.errors import FileError
from reportdesk.project.errors import Missing
from tests.collect.county import RECEIVED, codes, collected, lay_down, report_of, roster


def names(*paths: Path, besides: tuple[Path, ...] = ()) -> list[str]:
    root = paths[0] if paths[0].is_dir() else paths[0].parent
    return [
        os.path.relpath(file.name, root).replace(os.sep, "/") for file in files_of(paths, besides=besides)
    ]


def test_a_folder_is_walked_and_what_is_no_report_passed_over(tmp_path: Path) -> None:
    for name in (
        "b/二.docx",
        "一.docx",
        ".hidden.docx",
        "~$一.docx",
        ".~lock.一.docx#",
        "Thumbs.db",
        "一.docx.BAK",
        ".git/x.docx",
        "汇总.rdset",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    assert names(tmp_path) == ["一.docx", "b/二.docx"]
    assert names(tmp_path, besides=(tmp_path / "b",)) == ["一.docx"]


def test_a_file_that_two_paths_lead_to_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "一.docx").write_bytes(b"x")
    assert names(tmp_path, tmp_path / "一.docx") == ["一.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_not_followed_out_of_the_folder_nor_round_in_circles(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside / "a", outside):
        folder.mkdir(parents=True)
        (folder / "x.docx").write_bytes(b"x")
    (inside / "to-out").symlink_to(outside)
    (inside / "to-file.docx").symlink_to(outside / "x.docx")
    (inside / "own.docx").symlink_to(inside / "a" / "x.docx")
    (inside / "a" / "round").symlink_to(inside)
    assert names(inside) == ["own.docx", "a/x.docx"]
    (tmp_path / "root").symlink_to(inside)
    assert len(names(tmp_path / "root")) == 2


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        list(files_of([tmp_path / "x"]))
    (tmp_path / "x.zip").write_bytes(b"PK nonsense")
    with pytest.raises(FileError, match="压缩包"):
        list(files_of([tmp_path / "x.zip"]))


def packed(path: Path, members: dict[str | bytes, bytes]) -> Path:
    """A .zip whose names are as some system writes them: str in UTF-8 and said so, bytes as they are."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            entry = zipfile.ZipInfo(name if isinstance(name, str) else name.decode("cp437"))
            if isinstance(name, bytes):
                # zipfile says UTF-8 of whatever is not ASCII.
                entry = _Raw(entry.filename, raw=name)
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return path


class _Raw(zipfile.ZipInfo):
    """A name written as the bytes that it is."""

    def __init__(self, filename: str, raw: bytes) -> None:
        super().__init__(filename)
        self._bytes = raw

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self._bytes, self.flag_bits & ~0x800


def test_names_in_a_zip_are_read_in_gbk_and_utf_8(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "收到.zip",
        {
            "报表/云溪县甲局.docx".encode("gbk"): b"x",
            "云溪县乙局.docx".encode(): b"x",
            "云溪县丙局.docx": b"x",
            "__MACOSX/._云溪县丙局.docx": b"x",
            "../../丁局.docx": b"x",
        },
    )
    found = [file.name for file in files_of([path])]
    assert sorted(name.removeprefix(f"{path}/") for name in found) == sorted(
        ["丁局.docx", "云溪县丙局.docx", "云溪县乙局.docx", "报表/云溪县甲局.docx"]
    )
    assert not list(tmp_path.glob("**/*.docx"))


def test_a_zip_in_a_folder_counts_as_its_files(tmp_path: Path) -> None:
    one = lay_down(tmp_path / "x.docx", report_of("云溪县甲局", {RECEIVED: 3}))
    two = lay_down(tmp_path / "y.xlsx", report_of("云溪县乙局", {RECEIVED: 4}))
    folder = tmp_path / "收"
    folder.mkdir()
    packed(folder / "a.zip", {"甲.docx": one.read_bytes(), "子/乙.xlsx": two.read_bytes()})
    made = collected(folder, roster=roster("云溪县甲局", "云溪县乙局"))
    assert made.total.cells[RECEIVED] == 7
    assert made.states[1].files[0].name == f"{folder / 'a.zip'}/甲.docx"
    assert [path.name for path in folder.iterdir()] == ["a.zip"]


def test_a_word_file_that_is_named_zip_is_a_word_file(tmp_path: Path) -> None:
    path = lay_down(tmp_path / "x.docx", report_of("云溪县甲局")).rename(tmp_path / "x.zip")
    assert [state.unit.name for state in collected(path).states] == ["云溪县甲局"]


def test_a_bad_zip_in_a_folder_is_listed_and_a_bad_member_costs_itself(tmp_path: Path) -> None:
    good = lay_down(tmp_path / "x.docx", report_of("云溪县甲局")).read_bytes()
    folder = tmp_path / "收"
    folder.mkdir()
    (folder / "坏.zip").write_bytes(b"PK\x03\x04 nonsense")
    packed(folder / "弹.zip", {"甲.docx": good, "云溪县乙局.html": b"\0" * 30_000_000})
    made = collected(folder, roster=roster("云溪县甲局", "云溪县乙局"))
    messages = {Path(stray.file.name).name: stray.message for stray in made.strays}
    assert "已损坏" in messages["坏.zip"]
    assert "不合常理" in messages["云溪县乙局.html"]
    assert [state.status for state in made.states[1:]] == ["ok", "unreadable"]


def test_packed_files_of_other_kinds_are_told_and_count_for_their_unit(tmp_path: Path) -> None:
    good = lay_down(tmp_path / "x.docx", report_of("云溪县丙局")).read_bytes()
    folder = tmp_path / "收"
    folder.mkdir()
    (folder / "云溪县甲局.rar").write_bytes(b"Rar!\x1a\x07\x00nonsense")
    inner = packed(tmp_path / "inner.zip", {"y.docx": good}).read_bytes()
    packed(folder / "包.zip", {"云溪县乙局.zip": inner, "b.7z": b"7z", "丙局.zip": good})
    made = collected(folder, roster=roster("云溪县甲局", "云溪县乙局", "云溪县丙局"))
    assert [state.status for state in made.states[1:]] == ["unreadable", "unreadable", "ok"]
    messages = {Path(stray.file.name).name: stray.message for stray in made.strays}
    assert "这是 .rar 压缩包" in messages["云溪县甲局.rar"]
    assert "压缩包里的压缩包" in messages["云溪县乙局.zip"]
    assert "压缩包里的压缩包" in messages["b.7z"]
    assert all("解压" in said for said in messages.values())
    assert codes(made).count("collect.unreadable") == 3
