"""Editions with their notices; the licences of what others made."""

from pathlib import Path

from reportdesk.doctor.about import editions, licence_of, licences


def test_each_edition_names_its_years_and_its_notice() -> None:
    newest, older = editions()
    assert newest == "2021 版：2021 年起，国办公开办函〔2021〕30号"
    assert older.startswith("2019 版：2019–2020 年，")


def test_a_program_shows_the_list_that_it_brings(tmp_path: Path) -> None:
    (tmp_path / "THIRD-PARTY.txt").write_text("某库 1.0  MIT", encoding="utf-8")
    assert licences(tmp_path) == "某库 1.0  MIT"


def test_without_a_list_the_names_are_told_with_what_they_need(tmp_path: Path) -> None:
    listed = licences(tmp_path)
    for name in ("PySide6-Essentials", "docxtpl", "MarkupSafe"):
        assert f"\n{name} " in listed
    lines = listed.splitlines()[2:]
    assert all("　" in line for line in lines)
    assert len({line.split()[0].lower() for line in lines}) == len(lines)


def test_a_licence_is_named_as_its_library_names_it() -> None:
    assert licence_of("openpyxl") == "MIT"
    assert licence_of("没有这样的库") == ""
