"""The fonts that the official layout names: here, or replaced by which."""

from __future__ import annotations

import ctypes
import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from reportdesk.doctor.item import Item
from reportdesk.form.families import FAMILY, editions_of
from reportdesk.form.loader import load_edition
from reportdesk.patterns import late
from reportdesk.writers.layouts.layout_file import layout_file

#: What a font of the layout is called by its maker or by an English Windows.
_ALIASES = {
    "仿宋_GB2312": ("FangSong_GB2312",),
    "楷体_GB2312": ("KaiTi_GB2312",),
    "仿宋": ("FangSong",),
    "楷体": ("KaiTi",),
    "黑体": ("SimHei",),
    "宋体": ("SimSun",),
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0"),
}
_NAMED = late(r'<w:font w:name="([^"]+)">(.*?)</w:font>', re.DOTALL)
_INSTEAD = late(r'<w:altName w:val="([^"]+)"')
_REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
#: Fontconfig: the property that is asked for, and the answer that it is there.
_FAMILY, _THERE = b"family", 0
_MOST_NAMES = 8

#: A character that every Chinese font has.
_CHINESE = "年"


@dataclass(frozen=True, slots=True)
class FontMatch:
    """The font that the system takes for one, by all its names; none where it does not tell."""

    names: tuple[str, ...] = ()
    has_chinese: bool = True


Matcher = Callable[[str], FontMatch]


@dataclass(frozen=True, slots=True)
class LayoutFont:
    """A font that the layout names, and the one that it names instead, "" for none."""

    name: str
    instead: str

    @property
    def names(self) -> tuple[str, ...]:
        """Return all names of the font."""
        return (self.name, *_ALIASES.get(self.name, ()))


def look_at_fonts(match: Matcher | None = None) -> Item:
    """Return how the fonts of the newest edition's Word layout are; `match` asks the system by default."""
    match = match or system_matcher()
    lines, absent, has_chinese = [], [], True
    for font in layout_fonts():
        found = match(font.name)
        if _is_among(font.names, found.names):
            lines.append(f"{font.name}：有")
            continue
        absent.append(font.name)
        has_chinese = has_chinese and (font.name.isascii() or found.has_chinese)
        instead = found.names[0] if found.names else _first_of(font, match)
        lines.append(f"{font.name}：没有，" + (f"用“{instead}”代替" if instead else "由打开文件的程序另选"))
    return _judged(tuple(lines), absent, has_chinese=has_chinese)


def _judged(lines: tuple[str, ...], absent: list[str], *, has_chinese: bool) -> Item:
    title = "公文字体"
    if not absent:
        return Item("fonts", title, "good", lines)
    if not has_chinese:
        meaning = "这台电脑没有中文字体，窗口里的汉字会是方块。"
        return Item("fonts", title, "trouble", lines, meaning, "请安装中文字体，如文泉驿或思源。")
    meaning = "导出的 Word 文件在这台电脑上字形不同，换行和页数可能有出入；文字、数字和文件本身不受影响。"
    remedy = f"请安装 {'、'.join(absent)}，或在装有这些字体的电脑上打印。"
    return Item("fonts", title, "remark", lines, meaning, remedy)


def layout_fonts() -> tuple[LayoutFont, ...]:
    """Return the fonts that the newest edition's Word layout names; raise ReportDeskError, OSError."""
    newest = editions_of(FAMILY)[-1].name
    with zipfile.ZipFile(layout_file(load_edition(newest), "report.docx")) as layout:
        table = layout.read("word/fontTable.xml").decode("utf-8")
    found = []
    for name, inside in _NAMED.findall(table):
        instead = _INSTEAD.search(inside)
        found.append(LayoutFont(unescape(name), unescape(instead[1]) if instead else ""))
    return tuple(found)


def system_matcher() -> Matcher:
    """Return who tells which fonts this system has."""
    return _ask_registry() if sys.platform == "win32" else _ask_fontconfig()


def _first_of(font: LayoutFont, match: Matcher) -> str:
    """Return the font that the layout names instead, where the system has it."""
    if not font.instead:
        return ""
    instead = LayoutFont(font.instead, "")
    return font.instead if _is_among(instead.names, match(font.instead).names) else ""


def _is_among(names: tuple[str, ...], found: tuple[str, ...]) -> bool:
    have = {name.lower() for name in found}
    return any(name.lower() in have for name in names)


def _ask_registry() -> Matcher:
    """Return who looks into the list of fonts of Windows, the user's own too."""
    installed: set[str] = set()
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                with winreg.OpenKey(root, _REGISTRY) as key:
                    values = [winreg.EnumValue(key, place)[0] for place in range(winreg.QueryInfoKey(key)[1])]
            except OSError:
                continue
            installed |= {name for value in values for name in names_in_registry(value)}
    by_name = {name.lower(): name for name in installed}

    def match(name: str) -> FontMatch:
        names = LayoutFont(name, "").names
        return FontMatch(tuple(by_name[each.lower()] for each in names if each.lower() in by_name))

    return match


def names_in_registry(value: str) -> list[str]:
    """Return the fonts that an entry of Windows' list names, such as "SimSun & NSimSun (TrueType)"."""
    return [name.strip() for name in re.sub(r"(?<!\s)\s*\([^()]*\)\s*$", "", value).split("&")]


def _ask_fontconfig() -> Matcher:
    """Return who asks the library by which Qt and the offices choose fonts; without it nobody knows."""
    try:
        library = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return lambda _: FontMatch()
    for name in ("FcNameParse", "FcFontMatch"):
        getattr(library, name).restype = ctypes.c_void_p

    def match(name: str) -> FontMatch:
        pattern = ctypes.c_void_p(library.FcNameParse(_pattern(name).encode()))
        library.FcConfigSubstitute(None, pattern, 0)
        library.FcDefaultSubstitute(pattern)
        result = ctypes.c_int()
        found = ctypes.c_void_p(library.FcFontMatch(None, pattern, ctypes.byref(result)))
        if found.value is None:
            return FontMatch()
        matched = FontMatch(_families(library, found), _has_chinese(library, found))
        for each in (pattern, found):
            library.FcPatternDestroy(each)
        return matched

    return match


def _families(library: ctypes.CDLL, pattern: ctypes.c_void_p) -> tuple[str, ...]:
    names = []
    for place in range(_MOST_NAMES):
        name = ctypes.c_char_p()
        if library.FcPatternGetString(pattern, _FAMILY, place, ctypes.byref(name)) != _THERE:
            break
        names.append((name.value or b"").decode("utf-8", "replace"))
    return tuple(names)


def _has_chinese(library: ctypes.CDLL, pattern: ctypes.c_void_p) -> bool:
    characters = ctypes.c_void_p()
    if library.FcPatternGetCharSet(pattern, b"charset", 0, ctypes.byref(characters)) != _THERE:
        return False
    return bool(library.FcCharSetHasChar(characters, ord(_CHINESE)))


def _pattern(name: str) -> str:
    """Return what fontconfig is asked: a font by its name, and one that can write its name instead of it."""
    escaped = re.sub(r"([-:,\\])", r"\\\1", name)
    return escaped if name.isascii() else f"{escaped}:lang=zh-cn"
