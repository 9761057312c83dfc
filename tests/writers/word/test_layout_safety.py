"""Layouts from elsewhere: what is active is refused, what runs without end is stopped."""

import itertools
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportdesk.errors import FormError
from reportdesk.form.model import Form
from reportdesk.patterns import late
from reportdesk.report.model import Report
from reportdesk.resources import templates_root
from reportdesk.writers import render
from reportdesk.writers.layouts import budget
from reportdesk.writers.word.columns import WORD_SPACE
from reportdesk.writers.word.safety import refuse_active_layout

SHIPPED = templates_root() / "disclosure" / "report.docx"
BODY = "</w:body>"
ROOT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
SVG = b'<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'
PART = b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:hdr>'
RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b"<Relationship %s/></Relationships>"
)

Parts = dict[str, bytes]


def with_parts(path: Path, change: Callable[[Parts], None]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def with_words(words: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        document = parts["word/document.xml"].decode()
        parts["word/document.xml"] = document.replace("<w:sectPr", f"<w:p>{words}</w:p><w:sectPr", 1).encode()

    return change


def field(*instructions: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{words}</w:instrText></w:r>" for words in instructions)
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}{runs}{marks[1]}<w:r><w:t>1</w:t></w:r>{marks[2]}"


def with_relation(
    kind: str, target: str, of: str = "word/_rels/document.xml.rels"
) -> Callable[[Parts], None]:
    line = f'<Relationship Id="rId99" Type="{ROOT}/{kind}" Target="{target}" TargetMode="External"/>'
    empty = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )

    def change(parts: Parts) -> None:
        relations = parts.get(of, empty.encode()).decode()
        parts[of] = relations.replace("</Relationships>", f"{line}</Relationships>").encode()

    return change


def with_internal(kind: str, target: str, of: str) -> Callable[[Parts], None]:
    line = f'<Relationship Id="rId99" Type="{ROOT}/{kind}" Target="{target}"/>'
    return lambda parts: parts.update({of: RELATIONS.replace(b"<Relationship %s/>", line.encode())})


def with_part(name: str, data: bytes = b"x") -> Callable[[Parts], None]:
    return lambda parts: parts.update({name: data})


ACTIVE = {
    "DDEAUTO": (
        with_words(field(r" DDEAUTO c:\\windows\\system32\\cmd.exe &quot;/k&quot; ")),
        "活动的域（DDEAUTO）",
    ),
    "DDE in small letters": (with_words(field(" dde excel ")), "活动的域（DDE）"),
    "DDEAUTO in pieces": (with_words(field(" D", "DEA", "UTO x")), "活动的域（DDEAUTO）"),
    "a field built by another": (with_words(field(field(" QUOTE 68 68 69 "))), "活动的域"),
    "a simple field": (
        with_words('<w:fldSimple w:instr=" INCLUDETEXT &quot;a.docx&quot; "/>'),
        "INCLUDETEXT",
    ),
    "a picture from elsewhere by field": (with_words(field(" INCLUDEPICTURE x ")), "INCLUDEPICTURE"),
    "a button of a macro": (with_words(field(" MACROBUTTON Run x ")), "MACROBUTTON"),
    "a database": (with_words(field(" DATABASE x ")), "DATABASE"),
    "an object": (with_words("<w:r><w:object/></w:r>"), "嵌入的对象"),
    "a control": (with_words("<w:r><w:control/></w:r>"), "控件"),
    "another file": (with_words("<w:altChunk/>"), "altChunk"),
    "a template fetched": (
        with_relation("attachedTemplate", "http://example.invalid/t.dotm", "word/_rels/settings.xml.rels"),
        "外部的文档模板",
    ),
    "a template on a share": (
        with_relation("attachedTemplate", r"file:///\\host\t.dotm", "word/_rels/settings.xml.rels"),
        "外部的文档模板",
    ),
    "a picture fetched": (with_relation("image", "http://example.invalid/a.png"), "从别处取来"),
    "a link to a program": (with_relation("hyperlink", "file:///c:/windows/x.exe"), "从别处取来"),
    "a template by its address": (
        with_internal("attachedTemplate", "file:///c:/t.dotm", "word/_rels/settings.xml.rels"),
        "外部的文档模板",
    ),
    "an object linked in a header": (
        with_relation("oleObject", "file:///c:/a.xlsx", "word/_rels/header1.xml.rels"),
        "嵌入的对象",
    ),
    "another file in a footer": (
        with_relation("aFChunk", "a.html", "word/_rels/footer1.xml.rels"),
        "altChunk",
    ),
    "a picture in a comment": (
        with_relation("image", "//host/a.png", "word/_rels/comments.xml.rels"),
        "从别处取来",
    ),
    "a frame of a page": (with_relation("frame", "x.html", "word/_rels/webSettings.xml.rels"), "框架网页"),
    "an add-in": (with_relation("webextensiontaskpanes", "t.xml", "_rels/.rels"), "加载项"),
    "a picture that a drawing fetches": (
        with_words(f'<w:pict><v:imagedata {VML} src="http://example.invalid/a.png"/></w:pict>'),
        "从别处取来",
    ),
    "a drawing that leads to a program": (
        with_words(f'<w:pict><v:rect {VML} href="file:///c:/x.exe"/></w:pict>'),
        "从别处取来",
    ),
    "a drawing of lines that fetches": (
        with_part(
            "word/media/a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="//host/a"/></svg>'
        ),
        "从别处取来",
    ),
    "a link by field to a program": (
        with_words(field(" HYPERLINK &quot;file:///c:/x.exe&quot; ")),
        "别处的链接",
    ),
    "a link by field to a share": (
        with_words(field(r" HYPERLINK \\\\host\\x.exe \o tip ")),
        "HYPERLINK|链接",
    ),
    "a video of the web": (with_words("<w:webVideoPr/>"), "网页视频"),
    "a part of another ending": (with_part("word/a.dat", PART % b"<w:altChunk/>"), "altChunk"),
    "a part in another folder": (with_part("doc/main.xml", PART % b"<w:object/>"), "嵌入的对象"),
    "a part in large letters": (with_part("word/HEADER9.XML", PART % b"<w:control/>"), "控件"),
    "relations in large letters": (
        with_part("word/_rels/A.XML.RELS", RELATIONS % b'Type="x/oleObject" Target="a" Id="a"'),
        "嵌入的对象",
    ),
    "a part told twice": (with_part("WORD/document.xml", PART % b""), "同名"),
    "a macro": (with_part("word/vbaProject.bin"), "宏"),
    "an embedded file": (with_part("word/embeddings/a.xlsx"), "嵌入的对象"),
    "a part that is called a picture": (
        lambda parts: parts.update(
            {
                "word/media/a.png": PART % b"<w:altChunk/>",
                "[Content_Types].xml": parts["[Content_Types].xml"].replace(
                    b"</Types>",
                    b'<Override PartName="/word/media/a.png" ContentType="application/vnd.openxmlformats-'
                    b'officedocument.wordprocessingml.footnotes+xml"/></Types>',
                ),
            }
        ),
        "内容却不是图片的部分",
    ),
    "a macro by its type": (
        lambda parts: parts.update(
            {
                "[Content_Types].xml": parts["[Content_Types].xml"].replace(
                    b"wordprocessingml.document.main+xml", b"document.macroEnabled.main+xml"
                )
            }
        ),
        "宏",
    ),
}


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    return Path(shutil.copy(SHIPPED, tmp_path / "report.docx"))


@pytest.mark.parametrize(("change", "said"), ACTIVE.values(), ids=ACTIVE)
def test_what_is_active_is_refused_when_it_is_loaded(
    form: Form, layout: Path, change: Callable[[Parts], None], said: str
) -> None:
    with_parts(layout, change)
    with pytest.raises(FormError, match=rf"report\.docx：Word 模板里有.*{said}.*不能使用"):
        render(Report(replace(form, folder=layout.parent)), ".docx")


@pytest.mark.parametrize(
    "change",
    [
        with_words(field(" NUMPAGES ")),
        with_words(field(" = ", field(" PAGE "), " + 1 ")),
        with_words(field(" TOC \\o ") + field(" PAGEREF a ")),
        with_relation("hyperlink", "https://example.invalid/"),
        with_words(field(r' HYPERLINK "https://example.invalid/a b" \o "一 句" ')),
        with_words(field(r" HYPERLINK \l _Toc1 \h ")),
        with_part("word/media/a.svg", SVG % b'<use href="#a"/>'),
    ],
)
def test_fields_that_only_print_and_links_are_welcome(layout: Path, change: Callable[[Parts], None]) -> None:
    with_parts(layout, change)
    refuse_active_layout(layout.read_bytes(), "report.docx")


@pytest.mark.parametrize("data", [b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"<a>"])
def test_a_part_that_is_no_sound_xml_is_refused(layout: Path, data: bytes) -> None:
    with_parts(layout, with_part("word/document.xml", data))
    with pytest.raises(FormError, match="不是可用的 Word 文件"):
        refuse_active_layout(layout.read_bytes(), "report.docx")


def test_a_layout_that_unpacks_to_no_end_is_refused(layout: Path) -> None:
    with zipfile.ZipFile(layout, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.png", bytes(60_000_000))
    with pytest.raises(FormError, match="大得不像版式"):
        refuse_active_layout(layout.read_bytes(), "report.docx")


ENDLESS = {
    "include": ("{% include 'a.html' %}", "不能用 include 引入别的文件"),
    "include of a name": ("{% include organ ignore missing %}", "不能用 include"),
    "import": ("{% import 'a.html' as a %}", "不能用 import"),
    "from": ("{% from 'a.html' import b %}", "不能用 import"),
    "extends": ("{% extends 'a.html' %}", "不能用 extends"),
    "loops": (
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "重复得没有尽头",
    ),
    "a macro in itself": (
        "{% macro f(n) %}{{ f(n) }}{{ f(n) }}{% endmacro %}{{ f(1) }}",
        "没有尽头",
    ),
    "another meaning of what counts": (
        "{% macro f(_tick) %}{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
        "{% endmacro %}{% for a in [1] %}{{ f(loop.changed) }}{% endfor %}",
        "不能以下划线开头",
    ),
    "a macro in the stead of what counts": ("{% macro _tick() %}{% endmacro %}", "不能以下划线开头"),
    "a method in the stead of a range": (
        "{% macro f(range) %}{{ range(999999999) }}{% endmacro %}{{ f(organ.ljust) }}",
        "另有用处",
    ),
    "a method in the stead of a macro": (
        "{% macro g() %}{% endmacro %}{% macro f(g) %}{{ g(999999999) }}{% endmacro %}{{ f(organ.ljust) }}",
        "另有用处",
    ),
    "a number times itself": (
        "{% macro f(n) %}{{ f(n * n) }}{% endmacro %}{{ f(10) }}",
        "数大得没有尽头",
    ),
    "a number rounded to millions of places": ("{{ 5 | round(99999999, 'ceil') }}", "算不出来"),
    "joined to no end": (f"{{% set a = range(99999) | join('{'字' * 100}') %}}" * 9, "没有尽头"),
    "joined letter by letter": (
        "{% set a = range(9999) | join('" + "字" * 100 + "') | list | join('" + "字" * 100 + "') %}",
        "没有尽头",
    ),
    "slices of a long text": (
        "{% set a = range(90000) | join('" + "字" * 9 + "') %}" + "{% set b = a[1:] %}" * 99,
        "没有尽头",
    ),
    "more tags than anybody writes": ("{{ organ }}" * 20_001, "太长"),
    "a long range": ("{% for a in range(10 * 1000 * 1000 * 1000) %}x{% endfor %}", "重复得没有尽头"),
    "a text times a number": ("{{ 'x' * 1000 * 1000 * 1000 * 1000 }}", "只能用在整数之间"),
    "a text in a wide field": ("{{ '%999999999d' % 1 }}", "只能用在整数之间"),
    "a format": ("{{ '{:>999999999}'.format(1) }}", "只能调用模板里自己的 macro"),
    "a wide filter": ("{{ 'x' | center(999999999) }}", "不能用过滤器 center"),
    "a method": ("{{ organ.ljust(999999999) }}", "只能调用模板里自己的 macro"),
    "a power": ("{{ 9 ** 9 ** 9 ** 9 }}", "不能用 pow"),
    "a text that doubles": ("{% set x = organ ~ organ %}{{ x }}", "不能用 concat"),
    "a list in itself": ("{% set x = [parts, parts] %}{{ x }}", "列表里只能写常量"),
    "joined with itself": ("{{ organ | join(organ) }}", "参数只能是短的常量"),
    "a thing that is no text": ("{{ parts }}", "不是文字，也不是数"),
    "a number gone through": ("{% for a in 5 %}{% endfor %}", "算不出来"),
    "a division by nothing": ("{{ 1 // 0 }}", "算不出来"),
    "nested without end": (f"{{{{ {'(' * 3000}1{')' * 3000} }}}}", "套得太深|写得不对"),
}


@pytest.mark.parametrize(("words", "said"), ENDLESS.values(), ids=ENDLESS)
@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_a_template_that_reaches_out_or_has_no_end_is_stopped(
    form: Form, layout: Path, suffix: str, words: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Below it no loop of a report ends; all two million would take seconds to show the same.
    monkeypatch.setattr(budget, "_MOST_REPETITIONS", 100_000)
    with_parts(layout, with_words(f"<w:r><w:t>{words.replace('<', '&lt;').replace('>', '&gt;')}</w:t></w:r>"))
    (layout.parent / "report.html").write_text(f"<p>{words}</p>", encoding="utf-8")
    with pytest.raises(FormError, match=said) as refused:
        render(Report(replace(form, folder=layout.parent), organ="云溪县档案局"), suffix)
    assert f"report{suffix}" in refused.value.where


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{{" * 200_000, "没有写完"),
        ("{%</w:t><w:t>" * 50_000, "没有写完"),
        ("{% colspan" + " " * 5_000 + "%x %}", "空格太多"),
    ],
)
def test_tags_that_would_be_looked_through_for_long_are_refused(
    form: Form, layout: Path, words: str, said: str
) -> None:
    with_parts(layout, with_words(tag(words)))
    with pytest.raises(FormError, match=said):
        render(Report(replace(form, folder=layout.parent)), ".docx")


OTHER_FILES = ("include 'x.docx'", "import 'x' as y", "from 'x' import y", "extends 'x'")


@pytest.mark.parametrize("other", OTHER_FILES)
@pytest.mark.parametrize(
    "spelling",
    [
        "{{%- {} -%}}",
        "{{%-{}-%}}{{%p if organ %}}",
        "{{%p if organ %}}{{% {} %}}",
        "{{%p if organ %}}</w:t></w:r><w:r><w:t>{{</w:t></w:r><w:r><w:t>%+ {} %</w:t></w:r><w:r><w:t>}}",
    ],
)
def test_a_tag_that_docxtpl_would_lose_is_named(form: Form, layout: Path, other: str, spelling: str) -> None:
    """The last paragraph of the layout is a `{%p endif %}`, which takes what is merged into it along."""
    with_parts(layout, with_words(tag(spelling.format(other))))
    with pytest.raises(FormError, match=rf"{other}.*会丢掉"):
        render(Report(replace(form, folder=layout.parent)), ".docx")


def test_tags_of_cells_and_runs_are_not_lost(form: Form, layout: Path) -> None:
    cell = "<w:tc><w:tcPr><w:tcW/></w:tcPr><w:p>{}</w:p></w:tc>"
    cells = cell.format(tag("{% colspan 1 %}{{ organ }}")) + cell.format(
        tag("{% cellbg 'FFFFFF' %}{{r organ }}")
    )
    row = cell.format(tag("{%tr for part in parts %}")) + cell.format("")
    end = cell.format(tag("{%tr endfor %}")) + cell.format("")
    rows = "".join(f"<w:tr>{one}</w:tr>" for one in (row, cells, end))
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9'/><w:gridCol w:w='9'/></w:tblGrid>{rows}</w:tbl>"
    with_parts(
        layout, with_words(f"</w:p>{table}<w:p>{tag('{% if organ == “云溪县档案局” %}是{% endif %}')}")
    )
    assert render(Report(replace(form, folder=layout.parent), organ="云溪县档案局"), ".docx")


def tag(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def test_a_field_that_comes_to_light_when_a_layout_is_filled_is_refused(form: Form, layout: Path) -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    shown, hidden = (f"<w:r><w:instrText>{words}</w:instrText></w:r>" for words in (" PAGE ", " DDEAUTO x "))
    with_parts(layout, with_words(begin + tag("{% if 0 %}") + shown + tag("{% endif %}") + hidden + end))
    refuse_active_layout(layout.read_bytes(), "report.docx")
    with pytest.raises(FormError, match="填好以后有活动的域（DDEAUTO）"):
        render(Report(replace(form, folder=layout.parent)), ".docx")


def test_a_field_that_comes_to_light_in_a_foot_note_is_refused(form: Form, layout: Path) -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    shown, hidden = (f"<w:r><w:instrText>{words}</w:instrText></w:r>" for words in (" PAGE ", " DDEAUTO x "))
    words = begin + tag("{% if 0 %}") + shown + tag("{% endif %}") + hidden + end
    note = f'<w:footnote w:id="1"><w:p>{words}</w:p></w:footnote>'
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

    def change(parts: Parts) -> None:
        parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{space}">{note}</w:footnotes>'.encode()
        types = parts["[Content_Types].xml"]
        override = b'<Override PartName="/word/footnotes.xml" ContentType="%s"/></Types>' % kind
        parts["[Content_Types].xml"] = types.replace(b"</Types>", override)
        relations = parts["word/_rels/document.xml.rels"].decode()
        line = f'<Relationship Id="rId98" Type="{ROOT}/footnotes" Target="footnotes.xml"/></Relationships>'
        parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", line).encode()

    with_parts(layout, change)
    with pytest.raises(FormError, match="填好以后有活动的域（DDEAUTO）"):
        render(Report(replace(form, folder=layout.parent)), ".docx")


def test_only_work_counts_against_a_layout_and_not_the_time_that_a_busy_machine_takes(
    form: Form, layout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hours = itertools.count(0, 3600)
    clocks = SimpleNamespace(monotonic=hours.__next__, perf_counter=hours.__next__, thread_time=float)
    monkeypatch.setattr(budget, "time", clocks)
    report = Report(replace(form, folder=layout.parent), organ="云溪县档案局")
    (layout.parent / "report.html").write_text("{% for a in range(9) %}{{ a }}{% endfor %}", encoding="utf-8")
    assert b"012345678" in render(report, ".html")
    clocks.thread_time = itertools.count(0, 3600).__next__
    with pytest.raises(FormError, match="重复得没有尽头"):
        render(report, ".html")


def test_what_a_template_may_say_is_enough_for_stripes_and_numbers(form: Form, tmp_path: Path) -> None:
    words = (
        "{% macro line(n) %}<b>{{ n }}</b>{% endmacro %}{% for part in parts if part.heading %}"
        "{{ line(loop.index + 1) }}{{ loop.cycle('a', 'b') }}{{ loop.index % 2 }}{% endfor %}"
        "{{ organ | default('无') | upper }}{{ ['甲', '乙'] | join('、') }}"
    )
    (tmp_path / "report.html").write_text(words, encoding="utf-8")
    page = render(Report(replace(form, folder=tmp_path), organ="云溪县档案局"), ".html").decode()
    assert page.startswith("<b>2</b>a1<b>3</b>b0")
    assert page.endswith("云溪县档案局甲、乙")


BROKEN: dict[str, tuple[Callable[[Parts], None], str]] = {
    "a table of none": (with_words(tag("{{ organ | table }}")), "只能用于有表格的 part.grid"),
    "a table where there is none": (
        with_words(tag("{{ parts[0].grid | table }}")),
        "只能用于有表格的 part.grid",
    ),
    "a table without columns": (
        with_words(f"{tag('x')}</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p>"),
        "没有列宽",
    ),
    "a style without a name": (
        lambda parts: parts.update(
            {"word/styles.xml": parts["word/styles.xml"].replace(b"<w:name w:val=", b"<w:name w:x=")}
        ),
        "不是可用的 Word 文件",
    ),
    "parts of no kind": (
        lambda parts: parts.update(
            {"[Content_Types].xml": parts["[Content_Types].xml"].replace(b"ContentType=", b"Kind=")}
        ),
        "不是可用的 Word 文件",
    ),
    "no page": (
        with_part("word/document.xml", f'<w:document xmlns:w="{WORD_SPACE}"><w:body/></w:document>'.encode()),
        "没有页面设置",
    ),
}


@pytest.mark.parametrize(("change", "said"), BROKEN.values(), ids=BROKEN)
def test_a_layout_that_is_no_layout_says_what_it_lacks(
    form: Form, layout: Path, change: Callable[[Parts], None], said: str
) -> None:
    with_parts(layout, change)
    with pytest.raises(FormError, match=said):
        render(Report(replace(form, folder=layout.parent)), ".docx")


def test_styles_based_on_each_other_end_where_they_meet(form: Form, layout: Path) -> None:
    """Who measures a head's letters asks the styles below until one says."""
    based = late(r'(?s)(<w:style (?:(?!</w:style>).)*?w:styleId="([^"]*)"(?:(?!</w:style>).)*?)</w:style>')

    def circle(parts: Parts) -> None:
        styles = late(r"<w:(?:basedOn|sz) [^>]*/>").sub("", parts["word/styles.xml"].decode())
        own = based.sub(r'\1<w:basedOn w:val="\2"/></w:style>', styles)
        parts["word/styles.xml"] = own.encode()

    with_parts(layout, circle)
    assert render(Report(replace(form, folder=layout.parent)), ".docx").startswith(b"PK")
