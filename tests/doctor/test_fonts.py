"""The fonts of the official layout: here, replaced by which, or no Chinese one at all."""

import sys

import pytest

from reportdesk.doctor.fonts import FontMatch, layout_fonts, look_at_fonts, names_in_registry, system_matcher


def test_the_layout_names_the_official_fonts() -> None:
    assert {"仿宋_GB2312", "方正小标宋简体"} <= {font.name for font in layout_fonts()}


def test_fonts_that_are_there_are_well() -> None:
    item = look_at_fonts(lambda name: FontMatch((name,)))
    assert (item.state, item.meaning, item.remedy) == ("good", "", "")


def test_a_font_is_known_by_its_english_name_in_any_case() -> None:
    english = {"仿宋_GB2312": "FANGSONG_GB2312", "黑体": "SimHei"}
    item = look_at_fonts(lambda name: FontMatch((english.get(name, name),)))
    assert item.state == "good"


def test_what_replaces_a_font_is_named() -> None:
    item = look_at_fonts(lambda name: FontMatch(("文泉驿微米黑",) if name == "仿宋_GB2312" else (name,)))
    assert item.state == "remark"
    assert "仿宋_GB2312：没有，用“文泉驿微米黑”代替" in item.found
    assert "仿宋_GB2312" in item.remedy
    assert "黑体" not in item.remedy


def test_where_the_system_does_not_tell_the_layouts_own_choice_is_named() -> None:
    def match(name: str) -> FontMatch:
        return FontMatch(("FangSong",)) if name == "仿宋" else FontMatch()

    assert "仿宋_GB2312：没有，用“仿宋”代替" in look_at_fonts(match).found


def test_a_machine_without_a_chinese_font_is_in_trouble() -> None:
    item = look_at_fonts(lambda _: FontMatch(("DejaVu Sans",), has_chinese=False))
    assert item.state == "trouble"
    assert "方块" in item.meaning


def test_entries_of_windows_list_are_taken_apart() -> None:
    assert names_in_registry("SimSun & NSimSun (TrueType)") == ["SimSun", "NSimSun"]
    assert names_in_registry("方正小标宋简体 (TrueType)") == ["方正小标宋简体"]


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig")
def test_fontconfig_answers_for_a_font_that_nobody_has() -> None:
    pytest.importorskip("PySide6", reason="brings fontconfig along")
    assert system_matcher()("没有这种字体-:,").names
