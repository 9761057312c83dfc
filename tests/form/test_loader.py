"""A template folder that says something impossible is refused, and the refusal says where."""

import shutil
from pathlib import Path

import pytest

from reportdesk.errors import FormError
from reportdesk.form.loader import load_form

TINY = Path(__file__).parent.parent / "data" / "tiny-form"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "tiny-form"))


def replace(folder: Path, name: str, old: str, new: str) -> Path:
    """Change one place of one file; the place must be there, once or more."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_sound_folder_loads(folder: Path) -> None:
    form = load_form(folder)
    assert form.edition == "tiny-form"
    assert len(form.cells) == 18
    assert form.cells["loans.out.total"].parts == (
        (1, "loans.out.adults"),
        (1, "loans.out.preschool"),
        (1, "loans.out.school"),
    )
    assert form.cells["loans.out.adults"].parts == ((1, "loans.lent.adults"), (1, "loans.renewed.adults"))
    assert form.cells["loans.purchases.cost"].unit == "万元"
    assert form.label_aliases["成人"] == ("成年人",)
    assert form.heading_aliases["wishes"] == ("意见和建议",)
    assert form.guidance["loans.lent"] == form.guidance["loans.renewed"]
    assert [check.code for check in form.checks.all] == ["loans.row_sum", "loans.out_sum", "loans.returned"]


@pytest.mark.parametrize("name", ["aliases.toml", "checks.toml", "guidance.md"])
def test_a_companion_may_be_absent(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert len(load_form(folder).cells) == 18


FORM_FAULTS = {
    "no such file": ("", None, "form.toml.*读不了"),
    "broken toml": ('edition = "tiny-form"', "edition = ", "form.toml.*格式不对"),
    "unknown name at the top": ('edition = "tiny-form"', 'edition = "tiny-form"\ncolour = "red"', "colour"),
    "repeated name at the top": (
        'edition = "tiny-form"',
        'edition = "a"\nedition = "b"',
        "form.toml.*第 3 行.*键重复",
    ),
    "absent name": ('edition = "tiny-form"\n', "", "form.toml.*edition"),
    "wrong type": ("first_year = 2020", 'first_year = "2020"', r"form.toml.*first_year"),
    "unknown name in a column": ('key = "adults"', 'key = "adults"\nhue = 1', r"form.toml.*column.*hue"),
    "unknown name in a section": ('key = "summary"', 'key = "summary"\nhue = 1', r"form.toml.*section.*hue"),
    "unknown name in a level": ('key = "room"', 'key = "room"\nhue = 1', r"form.toml.*level.*hue"),
    "unknown kind": ('kind = "amount"', 'kind = "colour"', r"form.toml.*kind.*colour"),
    "repeated section": ('key = "wishes"', 'key = "summary"', "form.toml.*section 的键“summary”重复"),
    "repeated level": ('key = "library"', 'key = "room"', "form.toml.*level 的键“room”重复"),
    "repeated row": ('key = "returned"', 'key = "lent"', "table loans, band 1.*“loans.lent.adults”重复"),
    "repeated column": ('key = "school"', 'key = "adults"', "table loans, band 1.*“loans.lent.adults”重复"),
    "row repeated in another band": (
        'key = "purchases"\nlabels = ["图书"]',
        'key = "purchases"\nlabels = ["图书"]\n\n[[table.band.row]]\nkey = "purchases"\nlabels = ["期刊"]',
        "table loans, band 2.*“loans.purchases.volumes”重复",
    ),
    "section without its table": ('table = "loans"', 'table = "gone"', "form.toml.*table“(gone|loans)”"),
    "two sections with one table": (
        'key = "wishes"',
        'key = "wishes"\ntable = "loans"',
        "section.table 的键“loans”重复",
    ),
    "sum of an unknown column": ("adults + preschool + school", "adults + gone", "band 1.*“gone”不存在"),
    "sum of an unknown row": ("lent + renewed", "lent + gone", "band 1.*“gone”不存在"),
    "sum of a row in another band": ("lent + renewed", "lent + purchases", "band 1.*“purchases”不存在"),
    "sum of last year's figure": ("lent + renewed", "lent + last.renewed", "band 1.*“renewed”不存在"),
    "repeated term": ("lent + renewed", "lent + lent", "band 1.*重复的项"),
    "sum of itself": ("lent + renewed", "lent + out", "form.toml.*把自己算了进去"),
    "sum in words": ("lent + renewed", "all of them", "band 1.*“all of them”不是名称"),
    "odd key of a row": ('key = "lent"', 'key = "Lent!"', "band 1.*“loans.Lent!.adults”"),
    "odd key of a section": ('key = "wishes"', 'key = "my wishes"', "form.toml.*“my wishes”"),
    "column without a label": ('labels = ["成人"]', "labels = []", "band 1.*“adults”没有标签"),
    "row without a label": ('labels = ["归还"]', "labels = []", "band 1.*“returned”没有标签"),
    "row with too many labels": ('labels = ["归还"]', 'labels = ["a", "b", "c"]', "“returned”的标签多于"),
    "sum that forgets a row": ('sum = "lent + renewed"', 'sum = "renewed"', "band 1: 行 out.*漏了“lent”"),
    "sum that forgets a column": (
        "adults + preschool + school",
        "adults + school",
        "band 1: 列 total.*漏了“preschool”（未成年人／学龄前）",
    ),
    "two rows of one label": ('"2.续借"', '"1.借出"', "band 1.*行的 labels“流出／1.借出”出现了两次"),
    "two columns of one label": ('"在校"', '"学龄前"', "band 1.*列的 labels“未成年人／学龄前”出现了两次"),
    "one width too many": (
        "[30, 50, 40, 40, 40, 40]",
        "[30, 50, 40, 40, 40, 40, 40]",
        "widths 给了 5 列.*4 列",
    ),
    "a width of nothing": ("[30, 50, 40, 40, 40, 40]", "[30, 50, 40, 0, 40, 40]", "widths 都应大于 0"),
    "a column of labels too many": (
        "label_columns = 2\nwidths = [30,",
        "label_columns = 3\nwidths = [10, 30,",
        "label_columns 是 3.*只有 2 层",
    ),
    "two sections of one ordinal": ('ordinal = "三"', 'ordinal = "一"', "form.toml.*ordinal“一”出现了两次"),
    "two sections of one name": ('name = "建议"', 'name = "概况"', "form.toml.*name“概况”出现了两次"),
    "more columns than widths": ("[30, 50, 40, 40, 40, 40]", "[30, 50, 40, 40]", "band 1.*widths"),
    "title with an unknown name": ("{organ}{year}", "{organ}{month}", "title.*“month”不认识"),
    "title with one brace": ("{organ}{year}", "{organ{year}", "title.*大括号不成对$"),
    "deadline that is no day": ("02-15", "02-31", "level room.*deadline"),
    "deadline of nothing": ('deadline = "02-15"', 'deadline = ""', "level room.*应是“月-日”，不能是“”$"),
    "two levels of one name": ('name = "图书馆"', 'name = "图书室"', "level 的 name“图书室”出现了两次"),
    "a pattern behind which no level comes": (
        'organ = "图书馆$"',
        'organ = "(图书馆)?$"',
        "level library.*什么名称都配得上",
    ),
    "two levels of one pattern": (
        'key = "room"\n',
        'key = "room"\norgan = "图书馆$"\n',
        "level 的 organ“图书馆.”出现了两次",
    ),
    "last year before the first": (
        "first_year = 2020",
        "first_year = 2020\nlast_year = 2019",
        "last_year 2019 早于 first_year 2020",
    ),
    "a title of nothing": ("{organ}{year}年借阅情况报告", "", "form.toml.*“title”的内容不对：不能空着"),
    "a name of spaces": ('name = "概况"', 'name = "　"', r"form.toml.*section\[0\].name.*不能空着"),
    "a label of nothing": ('labels = ["归还"]', 'labels = [""]', "row.*labels.*不能空着"),
    "a repetition beyond all bounds": (
        'organ = "图书馆$"',
        'organ = "馆{99999999999999999999}"',
        "level library.*次数太大",
    ),
    "pattern that is none": (
        'organ = "图书馆$"',
        'organ = "(图书馆$"',
        "level library.*organ.*错在第 1 个字符$",
    ),
}


CARRY = '[[carry]]\ntable = "loans"\nfrom = "{}"\nto = "{}"\n\n[[level]]'


@pytest.mark.parametrize(
    ("source", "to"),
    [("gone", "lent"), ("lent", "gone"), ("lent", "purchases"), ("lent", "Lent!"), ("lent", "lent")],
)
def test_a_carried_row_that_does_not_stand_there_is_refused(folder: Path, source: str, to: str) -> None:
    path = replace(folder, "form.toml", "[[level]]", CARRY.format(source, to))
    with pytest.raises(FormError, match=f"“{source}”和“{to}”不在|from 和 to 都是“{to}”") as refused:
        load_form(folder)
    assert str(path) in refused.value.where


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[cells", "格式不对"),
        ("[words]", "words"),
        ('[cells]\n"a.b" = "loans.gone.adults"', r"“a.b”指向不存在的“loans\.gone\.adults”"),
        ('[cells]\na = "loans.lent.adults"\nb = "loans.lent.adults"', "有两个数都指向"),
        ('[cells]\na = "loans.lent.adults"\na = "loans.lent.school"', "格式不对"),
        ('[cells]\na = "loans.lent.adults"\n[dropped]\na = "没有"', "“a”既有去处"),
    ],
)
def test_a_fault_of_the_way_from_another_edition_is_refused(folder: Path, text: str, said: str) -> None:
    path = folder / "from-old.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FormError, match=said) as refused:
        load_form(folder)
    assert str(path) in refused.value.where


@pytest.mark.parametrize(("old", "new", "said"), FORM_FAULTS.values(), ids=FORM_FAULTS)
def test_a_fault_of_the_form_is_refused(folder: Path, old: str, new: str | None, said: str) -> None:
    if new is None:
        (folder / "form.toml").unlink()
    else:
        replace(folder, "form.toml", old, new)
    with pytest.raises(FormError, match=said) as refused:
        load_form(folder)
    assert str(folder / "form.toml") in refused.value.where


COMPANION_FAULTS = {
    "checks: broken toml": ("checks.toml", "[[sum]]", "[[sum]", "格式不对"),
    "checks: unknown name": ("checks.toml", 'of = "columns"', 'of = "columns"\nhue = 1', "hue"),
    "checks: unknown kind of check": ("checks.toml", "[[relation]]", "[[relations]]", "relations"),
    "checks: unknown severity": ("checks.toml", 'severity = "warning"', 'severity = "bad"', "bad"),
    "checks: repeated code": ("checks.toml", '"loans.out_sum"', '"loans.row_sum"', "“loans.row_sum”重复"),
    "checks: odd code": ("checks.toml", '"loans.out_sum"', '"Out sum"', "“Out sum”"),
    "checks: unknown table": (
        "checks.toml",
        'table = "loans"',
        'table = "gone"',
        "loans.row_sum.*form.toml 里没有表“gone”",
    ),
    "checks: unknown direction": ("checks.toml", 'of = "rows"', 'of = "words"', "words"),
    "checks: unknown row": ("checks.toml", "returned <= out", "returned <= gone", "loans.returned.*gone"),
    "checks: rows of two bands": ("checks.toml", "returned <= out", "returned <= purchases", "同一个 band"),
    "checks: no relation": ("checks.toml", "returned <= out", "returned + out", "loans.returned.*恰有一个"),
    "checks: two relations": ("checks.toml", "returned <= out", "returned = out = lent", "恰有一个"),
    "checks: half a relation": ("checks.toml", "returned <= out", "returned <=", "loans.returned.*不是名称"),
    "checks: unknown only": ("checks.toml", '"preschool", "school"', '"gone"', "only 里的“gone”不存在"),
    "checks: only forgets a column": ("checks.toml", '"adults", ', "", "loans.returned.*only 漏了“adults”"),
    "checks: unknown leaves_out": (
        "checks.toml",
        'only = ["adults"',
        'leaves_out = ["gone"]\nonly = ["adults"',
        "leaves_out 里的“gone”不存在",
    ),
    "checks: named and left out": (
        "checks.toml",
        'only = ["adults"',
        'leaves_out = ["adults"]\nonly = ["adults"',
        "“adults”既在 only 里，又在",
    ),
    "checks: only of another band": ("checks.toml", '"preschool"', '"cost"', "only 里的“cost”不存在"),
    "checks: message with an unknown name": (
        "checks.toml",
        "{table}“{row}”",
        "{hue}",
        "loans.row_sum.*“hue”不认识",
    ),
    "checks: message of nothing": (
        "checks.toml",
        "{table}“{row}”的合计 {left} 不等于各栏之和 {right}，相差 {difference}",
        "",
        "message.*不能空着",
    ),
    "checks: a group without checks": (
        "checks.toml",
        "[[sum]]",
        '[groups]\ngone = "甲"\n[[sum]]',
        "“gone”不是",
    ),
    "checks: message with one brace": ("checks.toml", "{table}“{row}”", "{table“", "loans.row_sum.*大括号"),
    "aliases: broken toml": ("aliases.toml", "[labels]", "[labels", "格式不对"),
    "aliases: unknown name": ("aliases.toml", "[labels]", "[words]", "words"),
    "aliases: repeated label": ("aliases.toml", "[labels]", '[labels]\n"成人" = ["大人"]', "格式不对"),
    "aliases: dangling label": ("aliases.toml", '"成人" =', '"老人" =', "“老人”在报告格式里不存在"),
    "aliases: dangling section": ("aliases.toml", "wishes =", "hopes =", "“hopes”在报告格式里不存在"),
    "aliases: repeated spelling": ("aliases.toml", '["成年人"]', '["成年人", "成年人"]', "成人.*两次"),
    "aliases: a spelling of nothing": ("aliases.toml", '["成年人"]', '[""]', "aliases.toml.*不能空着"),
    "aliases: the label itself": ("aliases.toml", '["成年人"]', '["成人"]', "成人.*两次"),
    "guidance: dangling key": (
        "guidance.md",
        "## loans.cost",
        "## loans.price",
        "“loans.price”在报告格式里不存在",
    ),
    "guidance: repeated key": ("guidance.md", "## loans.cost", "## loans.lent", "“loans.lent”重复"),
    "guidance: no key": ("guidance.md", "## summary", "## ", "缺少键或说明"),
    "guidance: no text": ("guidance.md", "## summary", "## loans.volumes\n## summary", "缺少键或说明"),
}


@pytest.mark.parametrize(("name", "old", "new", "said"), COMPANION_FAULTS.values(), ids=COMPANION_FAULTS)
def test_a_fault_of_a_companion_is_refused(folder: Path, name: str, old: str, new: str, said: str) -> None:
    path = replace(folder, name, old, new)
    with pytest.raises(FormError, match=said) as refused:
        load_form(folder)
    assert str(path) in refused.value.where


def test_a_line_may_be_left_out_on_purpose(folder: Path) -> None:
    replace(folder, "form.toml", 'sum = "lent + renewed"', 'sum = "lent"')
    replace(folder, "form.toml", 'key = "renewed"', 'key = "renewed"\noutside_sums = true')
    replace(folder, "checks.toml", 'only = ["adults", ', 'leaves_out = ["adults"]\nonly = [')
    assert load_form(folder).cells["loans.out.adults"].parts == ((1, "loans.lent.adults"),)


def test_a_column_of_another_unit_is_no_part_of_a_sum(folder: Path) -> None:
    replace(folder, "form.toml", "adults + preschool + school", "adults + school")
    replace(
        folder,
        "form.toml",
        'labels = ["未成年人", "学龄前"]\nunit = "册次"',
        'labels = ["未成年人", "学龄前"]',
    )
    assert load_form(folder)


def test_relations_that_hold_the_same_share_the_lines_out(folder: Path) -> None:
    path = replace(folder, "checks.toml", '"adults", "preschool", ', "")
    text = path.read_text(encoding="utf-8")
    again = text[text.index("[[relation]]") :].replace('"loans.returned"', '"loans.returned_too"')
    path.write_text(text + again.replace('["school", "total"]', '["adults", "preschool"]'), encoding="utf-8")
    assert len(load_form(folder).checks.relation) == 2


def test_where_groups_are_named_each_is(folder: Path) -> None:
    path = replace(folder, "checks.toml", "[[sum]]", '[groups]\nloans = "借阅"\n\n[[sum]]')
    assert load_form(folder).checks.group_of("loans.returned") == "借阅"
    replace(folder, "checks.toml", '"loans.returned"', '"wishes.returned"')
    with pytest.raises(FormError, match=r"groups 漏了“wishes”（wishes\.returned）") as refused:
        load_form(folder)
    assert refused.value.where == str(path)


def test_a_sum_check_needs_a_sum(folder: Path) -> None:
    replace(folder, "form.toml", 'sum = "lent + renewed"', "")
    with pytest.raises(FormError, match="rows 里没有合计") as refused:
        load_form(folder)
    assert refused.value.where.endswith("checks.toml: loans.out_sum")


@pytest.mark.parametrize("name", ["form.toml", "checks.toml", "aliases.toml", "guidance.md"])
def test_a_file_that_is_no_text_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\xff\xfe\x00broken")
    with pytest.raises(FormError) as refused:
        load_form(folder)
    assert refused.value.where == str(folder / name)


def test_guidance_may_begin_at_once(folder: Path) -> None:
    (folder / "guidance.md").write_text("## summary\n写概况。\n", encoding="utf-8")
    assert load_form(folder).guidance == {"summary": "写概况。"}


def test_an_empty_form_is_refused(folder: Path) -> None:
    (folder / "form.toml").write_text(
        'edition = "x"\nnotice = "x"\nfirst_year = 1\ntitle = "x"\nsection = []\ntable = []\nlevel = []\n',
        encoding="utf-8",
    )
    with pytest.raises(FormError, match="至少要有一个"):
        load_form(folder)


def test_a_band_without_columns_is_refused(folder: Path) -> None:
    text = (folder / "form.toml").read_text(encoding="utf-8")
    head, _, _ = text.partition("[[table.band.column]]")
    (folder / "form.toml").write_text(head + "column = []\nrow = []\n", encoding="utf-8")
    with pytest.raises(FormError, match=r"band 1.*column 和 row 都至少要有一个"):
        load_form(folder)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('[cells]\n"loans.lent.babies" = "loans.lent.adults"', "loans.lent.babies"),
        ('[cells]\n"loans.lent" = "loans.lent.adults"', "loans.lent"),
        ('[dropped]\n"loans.burnt" = "没有这一项"', "loans.burnt"),
    ],
)
def test_a_name_that_the_other_edition_lacks_is_refused(folder: Path, line: str, named: str) -> None:
    older = shutil.copytree(TINY, folder.parent / "older")
    replace(older, "form.toml", 'edition = "tiny-form"', 'edition = "older"')
    file = folder / "from-older.toml"
    file.write_text(
        '[cells]\n"loans.lent.adults" = "loans.lent.adults"\n[dropped]\n"loans.returned" = "没有"\n'
    )
    assert load_form(folder).predecessors["older"].successor("loans.returned.adults") is None
    file.write_text(f"{line}\n")
    with pytest.raises(FormError, match=f"form.toml 里没有“{named}”") as refused:
        load_form(folder)
    assert refused.value.where == str(file)
    # Where the other edition is not at hand nobody can tell what it has.
    shutil.rmtree(older)
    load_form(folder)
