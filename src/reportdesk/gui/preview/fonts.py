"""The fonts of the paper on this machine: what the file names, else one of the same kind that has Chinese."""

from __future__ import annotations

from PySide6.QtGui import QFont

from reportdesk.gui.preview.word.model import Letters

#: Other names of a font that Windows, Word and macOS give it, by a word in the name that a file says.
_KIN = {
    "仿宋": ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "Fandol Fang"),
    "楷体": ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "AR PL UKai CN"),
    "黑体": ("黑体", "SimHei", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC"),
    "宋体": ("宋体", "SimSun", "STSong", "AR PL UMing CN"),
    "小标宋": ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "STZhongsong", "华文中宋"),
}
_SERIF = ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman")
#: What has Chinese on a machine without the official fonts.
_ANY = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Noto Sans CJK SC", "WenQuanYi Micro Hei")


def font_of(letters: Letters, *, is_east: bool) -> QFont:
    """Return a font one of whose pixels is a point of the paper, for Chinese or for other letters."""
    font = QFont()
    font.setFamilies(_families(letters, is_east=is_east))
    # A whole number of pixels keeps the widths that the printer has, whatever the screen's scale.
    font.setPixelSize(max(1, round(letters.size)))
    font.setBold(letters.is_bold)
    font.setItalic(letters.is_italic)
    font.setUnderline(letters.is_underlined)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _families(letters: Letters, *, is_east: bool) -> list[str]:
    kin = [name for word, names in _KIN.items() if word in letters.east for name in names]
    east = [letters.east, *kin] if letters.east else kin
    latin = [letters.latin, *_SERIF] if letters.latin else list(_SERIF)
    return [*east, *_ANY] if is_east else [*latin, *east, *_ANY]
