"""Documents of the tests' own making, each with one thing that offices, sites or programs do, and combinations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from email.message import EmailMessage

from tests.readers.paper import Block, Grid, Paper, Printed, changed, paper, twin, values
from tests.readers.printing import (
    paragraph,
    run,
    to_bare_text,
    to_cells_text,
    to_web,
    to_word,
    to_workbook,
    web_blocks,
    web_table,
    web_text,
    word,
    word_blocks,
    word_cell,
    word_table,
)

from reportdesk.form.loader import load_edition


@dataclass
class Document:
    """A file and what a perfect reader makes of it."""

    name: str
    suffix: str
    data: bytes
    paper: Paper


COLLECTION: dict[str, Callable[[], Document]] = {}
_Made = tuple[str, bytes, Paper]


def document(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """Adds a document to the collection."""
    COLLECTION[make.__name__] = lambda: Document(make.__name__, *make())
    return make


# ------------------------------------------------------------------------------- kinds and encodings


@document
def word_plain() -> _Made:
    made = paper()
    return ".docx", to_word(made), made


@document
def web_plain() -> _Made:
    made = paper()
    return ".html", to_web(made), made


@document
def web_in_gb2312_said() -> _Made:
    made = paper()
    return ".htm", to_web(made, charset="gb18030", says="gb2312"), made


@document
def web_in_gbk_unsaid() -> _Made:
    made = paper()
    return ".html", to_web(made, charset="gbk", says=""), made


@document
def web_in_utf16_unsaid() -> _Made:
    made = paper()
    return ".html", to_web(made, charset="utf-16", says=""), made


@document
def web_that_lies_about_its_encoding() -> _Made:
    made = paper()
    return ".html", to_web(made, charset="gb18030", says="utf-8"), made


@document
def web_packed_for_mail() -> _Made:
    made = paper()
    mail = EmailMessage()
    mail["From"] = "<Saved by a browser>"
    mail.set_content(to_web(made, charset="gbk", says="gbk"), maintype="text", subtype="html", cte="quoted-printable")
    mail.make_related()
    mail.add_related(b"GIF89a", maintype="image", subtype="gif")
    return ".mht", mail.as_bytes(), made


@document
def web_named_word() -> _Made:
    made = paper()
    return ".docx", to_web(made), made


@document
def word_named_text() -> _Made:
    made = paper()
    return ".txt", to_word(made), made


@document
def text_a_cell_a_line() -> _Made:
    made = paper()
    return ".txt", to_cells_text(made, charset="gb18030"), made


@document
def text_without_tables() -> _Made:
    made = paper()
    return ".txt", to_bare_text(made), made


@document
def text_a_row_a_line() -> _Made:
    made = paper()
    return ".txt", to_bare_text(made, separator="\t"), made


@document
def text_with_spaces_between() -> _Made:
    made = paper()
    return ".txt", to_bare_text(made, separator="   "), made


@document
def workbook_on_one_sheet() -> _Made:
    made = paper()
    return ".xlsx", to_workbook([list(made.blocks)]), made


@document
def workbook_on_sheets() -> _Made:
    made = paper()
    made.texts = {}
    made.date = ""
    return ".xlsx", to_workbook([[made.blocks[0], made.blocks[1]], *([grid] for grid in made.grids())]), made


@document
def workbook_without_merges() -> _Made:
    made = paper()
    for grid in made.grids():
        for cell in grid.cells():
            cell.rows = 1 if grid.name != "disputes" else cell.rows
    made.grid("disclosure")
    return ".xlsx", to_workbook([list(made.blocks)]), made


# ---------------------------------------------------------------------------------- labels and shapes


@document
def business_over_two_lines() -> _Made:
    made = paper()
    made.grid("requests").find("商业企业").text = "商业\n企业"
    for cell in made.grid("disputes").cells():
        cell.text = re.sub(r"^(结果|其他|尚未)(..)$", r"\1\n\2", cell.text)
    return ".docx", to_word(made), made


@document
def business_over_two_cells() -> _Made:
    made = paper()
    grid = made.grid("requests")
    heads = grid.rows[2]
    below = []
    for cell in heads:
        above, under = cell.text[:2], cell.text[2:]
        cell.text = above
        below.append(Printed(under))
    grid.rows.insert(3, below)
    for cell in (grid.rows[0][0], grid.rows[1][0], grid.rows[1][-1]):
        cell.rows += 1
    return ".docx", to_word(made), made


@document
def labels_with_spaces() -> _Made:
    made = paper()
    for grid in made.grids():
        grid.relabel(lambda text: "\u3000".join(text) if len(text) < 6 else f" \u00a0{text[:3]} {text[3:]}\u00a0")
    return ".html", to_web(made), made


@document
def labels_in_half_width_brackets() -> _Made:
    made = paper()
    wide = str.maketrans({"（": "(", "）": ")", "“": '"', "”": '"', "、": "，"})
    for grid in made.grids():
        grid.relabel(lambda text: text.translate(wide))
    return ".docx", to_word(made), made


@document
def labels_numbered_otherwise() -> _Made:
    made = paper()
    for number, mark in ((1, "、"), (2, "．"), (3, " ")):
        for grid in made.grids():
            grid.relabel(lambda text, n=number, m=mark: re.sub(rf"^{n}\.", f"{n}{m}", text))
    made.grid("requests").relabel(lambda text: text.translate(str.maketrans("456789", "４５６７８９")))
    return ".docx", to_word(made), made


@document
def labels_with_other_words() -> _Made:
    made = paper()
    words = {
        "总计": "合计",
        "（七）总计": "（七）合计",
        "其他": "其它",
        "行政规范性文件": "规范性文件",
        "法人或其他组织": "法人或者其他组织",
        "3.其他": "3.其它",
        "现行有效件数": "现行有效数",
        "未经复议直接起诉": "直接起诉",
        "其他结果": "其它结果",
        "四、结转下年度继续办理": "四、结转下一年度继续办理",
    }
    for grid in made.grids():
        grid.relabel(lambda text: words.get(text, text))
    return ".html", to_web(made), made


@document
def labels_with_explanations() -> _Made:
    made = paper()
    grid = made.grid("requests")
    grid.find("一、本年新收政府信息公开申请数量").text += "（2023年1月1日至12月31日收到的，共12个月）"
    grid.find("四、结转下年度继续办理").text += "（截至12月31日未办结的，含延期20个工作日的）"
    grid.find("1.属于国家秘密").text += "：依照《条例》第14条"
    grid.find("（二）部分公开（区分处理的，只计这一情形，不计其他情形）").text += "（1件只计1次）"
    made.grid("disclosure").find("行政许可").text = "行政许可（含2022年受理、2023年办结的）"
    return ".docx", to_word(made), made


@document
def labels_misspelt() -> _Made:
    made = paper()
    grid = made.grid("requests")
    grid.find("2.其他法律行政法规禁止公开").text = "2.其他法律、行政法规禁止公开的"
    grid.find("5.要求行政机关确认或重新出具已获取信息").text = "5.要求行政机关确认或者重新出具已获取的信息"
    grid.find("2.没有现成信息需要另行制作").text = "2.没有现成信息需另行制做"
    return ".docx", to_word(made), made


@document
def word_without_spans() -> _Made:
    made = paper()
    return ".docx", word(word_blocks(made, lambda grid: word_table(grid, spans=False))), made


@document
def web_without_spans() -> _Made:
    made = paper()
    page = web_blocks(made, lambda grid: web_table(grid, spans=False))
    return ".html", f"<html><body>{page}</body></html>".encode(), made


@document
def web_with_heads_as_th() -> _Made:
    made = paper()
    page = web_blocks(made, lambda grid: web_table(grid, tag="th"))
    return ".html", f"<html><body>{page}</body></html>".encode(), made


@document
def columns_in_another_order() -> _Made:
    made = paper()
    grid = made.grid("requests")
    head = grid.rows[1]
    head.insert(1, head.pop())
    grid.rows[1][1].rows = 2
    for row in grid.rows:
        numbers = [cell for cell in row if cell.key]
        if numbers:
            row[:] = [*(cell for cell in row if not cell.key), numbers[-1], *numbers[:-1]]
    grid.rows[1][1], grid.rows[1][2] = grid.rows[1][2], grid.rows[1][1]
    head[:] = [head[0] if head[0].text in {"总计", "自然人"} else head[0], *head[1:]]
    order = {"总计": 0, "自然人": 1, "法人或其他组织": 2}
    head.sort(key=lambda cell: order.get(cell.text, -1))
    return ".docx", to_word(made), made


@document
def a_column_of_remarks() -> _Made:
    made = paper()
    grid = made.grid("requests")
    grid.rows[0].append(Printed("备注", rows=3))
    for row in grid.rows[3:]:
        row.append(Printed("含延期2件" if row[0].text.startswith("一、") else ""))
    return ".docx", to_word(made), made


# --------------------------------------------------------------------------------- tables cut and packed


def _cut(made: Paper, name: str, at: int, *, heads: int = 0) -> None:
    """Cut a table before a row; the second part has the first `heads` rows again."""
    grid = made.grid(name)
    place = made.at(grid)
    first, second = grid.rows[:at], grid.rows[at:]
    open_cells = [
        changed(cell, rows=cell.rows - (at - number), text="")
        for number, row in enumerate(first)
        for cell in row
        if number + cell.rows > at
    ]
    for number, row in enumerate(first):
        for index, cell in enumerate(row):
            row[index] = changed(cell, rows=min(cell.rows, at - number))
    second[0] = [*open_cells, *second[0]]
    repeated = [[changed(cell) for cell in row] for row in first[:heads]]
    made.blocks[place : place + 1] = [twin(grid, first), ("text", ""), twin(grid, [*repeated, *second])]


@document
def table_cut_by_a_page() -> _Made:
    made = paper()
    _cut(made, "requests", 15)
    return ".docx", to_word(made), made


@document
def table_cut_with_its_heads_again() -> _Made:
    made = paper()
    _cut(made, "requests", 12, heads=3)
    return ".html", to_web(made), made


@document
def table_cut_between_heads_and_numbers() -> _Made:
    made = paper()
    _cut(made, "disputes", 3)
    return ".docx", to_word(made), made


@document
def row_cut_by_a_page() -> _Made:
    made = paper()
    grid = made.grid("requests")
    number = next(n for n, row in enumerate(grid.rows) if any("逾期不补正" in cell.text for cell in row))
    label = next(cell for cell in grid.rows[number] if "逾期不补正" in cell.text)
    rest = Printed(label.text[16:])
    label.text = label.text[:16]
    for row in grid.rows[:number]:
        for cell in row:
            if cell.text == "三、本年度办理结果":
                cell.rows += 1
    next(cell for cell in grid.rows[number] if cell.text == "（六）其他处理").rows += 1
    grid.rows.insert(number + 1, [rest, *(Printed("") for _ in range(7))])
    return ".docx", to_word(made), made


def _thirds(made: Paper, *, captions: bool) -> None:
    """Print table 四 as three tables of five."""
    grid = made.grid("disputes")
    place = made.at(grid)
    names = ("行政复议", "未经复议直接起诉", "复议后起诉")
    leaves = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    parts: list[Block] = []
    for number, name in enumerate(names):
        heads = [[Printed(name, columns=5)]] if not captions else []
        if captions:
            parts.append(("text", f"（{'一二三'[number]}）{name}"))
            made.texts.setdefault("disputes", ())
            made.texts["disputes"] += (f"（{'一二三'[number]}）{name}",)
        numbers = grid.rows[-1][number * 5 : number * 5 + 5]
        parts.append(twin(grid, [*heads, [Printed(leaf) for leaf in leaves], numbers]))
        if not captions:
            parts.append(("text", ""))
    made.blocks[place : place + 1] = parts


@document
def disputes_as_three_tables() -> _Made:
    made = paper()
    _thirds(made, captions=False)
    return ".docx", to_word(made), made


@document
def disputes_as_three_tables_with_captions() -> _Made:
    made = paper()
    _thirds(made, captions=True)
    return ".html", to_web(made), made


@document
def report_in_one_table_cell() -> _Made:
    made = paper()
    return ".docx", word(f"<w:tbl><w:tr><w:tc><w:tcPr/>{word_blocks(made)}<w:p/></w:tc></w:tr></w:tbl><w:p/>"), made


@document
def report_in_nested_layout_tables() -> _Made:
    made = paper()
    inner = f"<table><tr><td><div>{web_blocks(made)}</div></td></tr></table>"
    page = f"<table><tr><td>首页 &gt; 政务公开</td></tr><tr><td>{inner}</td><td>&nbsp;</td></tr></table>"
    return ".html", f"<html><body>{page}</body></html>".encode(), made


@document
def report_in_one_table() -> _Made:
    made = paper()
    rows = ""
    for block in made.blocks:
        if isinstance(block, Grid):
            rows += re.sub(r"^<w:tbl>|</w:tbl>$", "", word_table(block))
        else:
            rows += f"<w:tr>{word_cell(Printed(block[1], columns=15))}</w:tr>"
    return ".docx", word(f"<w:tbl>{rows}</w:tbl>"), made


@document
def text_in_one_paragraph() -> _Made:
    made = paper()
    body, lines = "", []
    for block in made.blocks:
        if isinstance(block, Grid):
            body += f"<p>{'<br>'.join(lines)}</p>{web_table(block)}"
            lines = []
        else:
            lines.append(web_text(block[1]))
    return ".html", f"<html><body>{body}<p>{'<br>'.join(lines)}</p></body></html>".encode(), made


# --------------------------------------------------------------------------------------------- figures


@document
def figures_with_units() -> _Made:
    made = paper()
    for grid in made.grids():
        for cell in grid.cells():
            if cell.key:
                cell.text += "万元" if "fees" in cell.key else "件"
    return ".docx", to_word(made), made


@document
def money_in_yuan() -> _Made:
    made = paper()
    made.grid("disclosure").find("59237.2449").text = "592,372,449元"
    return ".docx", to_word(made), made


@document
def money_in_yuan_by_its_head() -> _Made:
    made = paper()
    grid = made.grid("disclosure")
    grid.find("59237.2449").text = "592372449"
    grid.find("本年收费金额（单位：万元）").text = "本年收费金额（单位：元）"
    return ".html", to_web(made), made


@document
def figures_with_separators() -> _Made:
    shown = values(load_edition("2021"))
    entered = {key: value * 1037 if isinstance(value, int) and value else value for key, value in shown.items()}
    made = paper(figures_of=entered)
    for grid in made.grids():
        for number, cell in enumerate(grid.cells()):
            if cell.key and cell.text.isdecimal():
                cell.text = f"{int(cell.text):,}".replace(",", "，" if number % 2 else ",")
    return ".docx", to_word(made), made


@document
def figures_in_full_width() -> _Made:
    made = paper()
    wide = {48 + digit: 0xFF10 + digit for digit in range(10)} | {ord("."): "．"}
    for grid in made.grids():
        for cell in grid.cells():
            if cell.key:
                cell.text = cell.text.translate(wide)
    return ".html", to_web(made), made


@document
def figures_behind_line_breaks() -> _Made:
    made = paper()
    for grid in made.grids():
        for number, cell in enumerate(grid.cells()):
            if cell.key and number % 3 == 0:
                cell.text = f"\n{cell.text}\n"
    return ".docx", to_word(made), made


def _strokes(mark: str) -> Paper:
    made = paper(figures_of=values(load_edition("2021"), sparse=True))
    zeroes = [key for key, value in made.expected.items() if value == 0]
    made.show(zeroes, mark)
    return made


@document
def zeroes_as_slashes() -> _Made:
    made = _strokes("/")
    return ".docx", to_word(made), made


@document
def zeroes_as_dashes() -> _Made:
    made = _strokes("—")
    return ".html", to_web(made), made


@document
def zeroes_as_words() -> _Made:
    made = _strokes("无")
    return ".docx", to_word(made), made


@document
def zeroes_as_hard_spaces() -> _Made:
    made = _strokes("\u00a0")
    return ".html", to_web(made), made


@document
def zeroes_left_out() -> _Made:
    made = _strokes("")
    return ".docx", to_word(made), made


@document
def totals_alone() -> _Made:
    made = paper()
    made.show([key for key in made.expected if key.startswith("requests.") and not key.endswith(".total")], "")
    return ".docx", to_word(made), made


@document
def totals_left_out() -> _Made:
    made = paper()
    derived = [cell.key for cell in made.form.derived]
    computed = {key: made.expected[key] for key in derived}
    made.show(derived, "")
    made.expected |= computed
    return ".html", to_web(made), made


@document
def totals_that_do_not_add_up() -> _Made:
    made = paper()
    for key in ("requests.granted.total", "requests.total.business", "disputes.reconsideration.total"):
        grid = made.grid(key.partition(".")[0])
        cell = next(cell for cell in grid.cells() if cell.key == key)
        cell.text = str(int(cell.text) + 7)
        made.expected[key] = int(cell.text)
    return ".docx", to_word(made), made


@document
def figures_that_are_words() -> _Made:
    made = paper()
    keys = ["requests.granted.business", "disclosure.licensing.decisions", "requests.received.other"]
    for key, text in zip(keys, ("见附件", "约20", "1.5"), strict=True):
        next(c for c in made.grid(key.partition(".")[0]).cells() if c.key == key).text = text
        made.expected[key] = None
        made.noted.add(key)
    return ".docx", to_word(made), made


@document
def text_with_rows_cut_short() -> _Made:
    """Text that lost its tables and its zeroes: a lone number is the total, other rows can't be told."""
    shown = values(load_edition("2021"))
    made = paper(figures_of=shown)
    grid = made.grid("requests")
    short: dict[str, tuple[str, ...]] = {"granted": ("total",), "partially_granted": ("research", "other", "total")}
    for row in grid.rows:
        for cell in row:
            _, _, rest = cell.key.partition(".")
            line, _, column = rest.partition(".")
            if line in short:
                made.expected[cell.key] = None
                if column not in short[line]:
                    cell.text = ""
                if line == "partially_granted":
                    made.noted.add(cell.key)
    made.expected["requests.granted.total"] = shown["requests.granted.total"]
    return ".txt", to_bare_text(made), made


# --------------------------------------------------------------------------------------- words and titles


def _headings(made: Paper, words: dict[str, str]) -> None:
    made.blocks = [
        (block[0], words.get(block[1], block[1])) if not isinstance(block, Grid) else block for block in made.blocks
    ]


@document
def headings_with_other_words() -> _Made:
    made = paper()
    _headings(
        made,
        {
            "一、总体情况": "一、概述",
            "二、主动公开政府信息情况": "二、行政机关主动公开政府信息的情况",
            "四、政府信息公开行政复议、行政诉讼情况": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "五、存在的主要问题及改进情况": "五、存在问题及改进情况",
            "六、其他需要报告的事项": "六、需要说明的其他有关情况",
        },
    )
    return ".docx", to_word(made), made


@document
def headings_unheard_of() -> _Made:
    made = paper()
    _headings(
        made,
        {
            "一、总体情况": "一、2023年度工作回顾",
            "三、收到和处理政府信息公开申请情况": "三、群众来件办理",
            "五、存在的主要问题及改进情况": "五、差距与打算",
            "六、其他需要报告的事项": "六、补充说明",
        },
    )
    return ".html", to_web(made), made


@document
def headings_with_numbers_restarted() -> _Made:
    made = paper()
    _headings(
        made,
        {
            "二、主动公开政府信息情况": "一、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况": "一、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况": "二、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况": "一、存在的主要问题及改进情况",
        },
    )
    return ".docx", to_word(made), made


@document
def headings_over_tables_missing() -> _Made:
    made = paper()
    gone = {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"}
    made.blocks = [block for block in made.blocks if isinstance(block, Grid) or block[1] not in gone]
    return ".docx", to_word(made), made


@document
def headings_glued_to_their_words() -> _Made:
    made = paper()
    place = next(n for n, block in enumerate(made.blocks) if not isinstance(block, Grid) and "六、" in block[1])
    made.blocks[place : place + 2] = [("text", f"{made.blocks[place][1]}。{made.blocks[place + 1][1]}")]  # type: ignore[index]
    return ".docx", to_word(made), made


@document
def words_between_heading_and_table() -> _Made:
    made = paper()
    for key, text in (("disclosure", "本年主动公开情况见下表。"), ("requests", "本年办理申请情况如下（单位：件）：")):
        grid = made.grid(key)
        made.blocks.insert(made.at(grid), ("text", text))
        made.texts[key] = (text,)
    return ".docx", to_word(made), made


@document
def words_like_headings_in_the_text() -> _Made:
    made = paper()
    place = next(n for n, block in enumerate(made.blocks) if not isinstance(block, Grid) and block[1] == "（一）主动公开")
    words = ("主动公开政府信息情况良好。", "1.主动公开情况", "本年按六个部分报告：总体情况、主动公开政府信息情况等。")
    made.blocks[place + 1 : place + 1] = [("text", text) for text in words]
    overview = list(made.texts["overview"])
    overview[2:2] = words
    made.texts["overview"] = tuple(overview)
    return ".docx", to_word(made), made


@document
def title_over_three_lines() -> _Made:
    made = paper()
    made.blocks[:2] = [("title", "云溪县\n档案局"), ("title", "2023年政府信息公开"), ("title", "工作年度报告")]
    return ".docx", to_word(made), made


@document
def title_in_chinese_numerals() -> _Made:
    made = paper()
    made.blocks[:2] = [("title", "云溪县档案局关于二〇二三年度政府信息公开工作的年度报告")]
    return ".docx", to_word(made), made


@document
def title_with_the_year_behind() -> _Made:
    made = paper()
    made.blocks[:2] = [("title", "云溪县档案局政府信息公开工作年度报告（2023年度）")]
    return ".html", to_web(made), made


@document
def title_without_the_organ() -> _Made:
    made = paper()
    made.blocks[:2] = [("title", "2023年政府信息公开工作年度报告")]
    return ".docx", to_word(made), made


@document
def web_with_a_site_around_it() -> _Made:
    made = paper()
    table = (
        "<table><tr><td>索 引 号：</td><td>YX2024-00031</td><td>发布日期：</td><td>2024-01-20</td></tr>"
        "<tr><td>名　　称：</td><td colspan=3>云溪县档案局2023年政府信息公开工作年度报告</td></tr></table>"
    )
    above = (
        "<style>p{color:red}</style><script>var 总计=3;</script><nav>首页 政务公开</nav>"
        "<div>当前位置：<a href='/'>首页</a> &gt; 政府信息公开 &gt; 年报</div>" + table
    )
    under = "<div>发布日期：2024-01-20　来源：县档案局　浏览次数：<span>318</span></div><div>字号：[大 中 小]　打印本页</div>"
    below = (
        "<div>【打印】【关闭】</div><div>上一篇：通知</div><div>主办单位：云溪县人民政府　网站标识码3300000001</div>"
        "<p>版权所有 浙ICP备00000001号</p>"
    )
    body = web_blocks(made)
    first, rest = body.split("\n", 2)[:2], body.split("\n", 2)[2]
    page = above + "".join(first) + under + rest + below
    return ".html", f"<html><body>{page}</body></html>".encode(), made


@document
def bookmarks_and_page_numbers() -> _Made:
    made = paper()
    made.blocks.insert(5, ("text", "— 2 —"))
    made.replace_text("（五）监督保障", "[bookmark: _GoBack]（五）监督保障")
    return ".docx", to_word(made), made


# ------------------------------------------------------------------------------------------ Word's own ways


@document
def word_with_revisions() -> _Made:
    made = paper()
    body = word_blocks(made)
    old = word_cell(made.grid("requests").rows[3][1])
    number = made.grid("requests").rows[3][1].text
    tracked = (
        f"<w:tc><w:tcPr/><w:p><w:del w:id='1'><w:r><w:delText>999</w:delText></w:r></w:del>"
        f"<w:ins w:id='2'>{run(number)}</w:ins></w:p></w:tc>"
    )
    row = (
        f"<w:tr><w:trPr><w:del w:id='3'/></w:trPr>{word_cell(Printed('规章'))}"
        f"{''.join(word_cell(Printed('5')) for _ in range(3))}</w:tr>"
    )
    body = body.replace(old, tracked, 1).replace("</w:tr><w:tr>", f"</w:tr>{row}<w:tr>", 1)
    gone = "<w:p><w:del w:id='4'><w:r><w:delText>七、删去的部分</w:delText></w:r></w:del></w:p>"
    return ".docx", word(gone + body), made


@document
def word_with_text_boxes() -> _Made:
    made = paper()
    title = paragraph("云溪县档案局2023年政府信息公开工作年度报告")
    box = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<mc:Choice Requires='wps'><w:drawing><w:txbxContent>{title}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{title}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    made.blocks = made.blocks[2:]
    return ".docx", word(box + word_blocks(made)), made


@document
def word_that_numbers_headings_itself() -> _Made:
    made = paper()
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="4">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )
    body = ""
    for block in made.blocks:
        if isinstance(block, Grid):
            body += word_table(block)
        elif block[0] == "heading":
            body += paragraph(block[1][2:], '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
        elif block[1].startswith("（"):
            body += paragraph(block[1][3:], '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>')
        else:
            body += paragraph(block[1])
    return ".docx", word(body, numbering=numbering), made


@document
def word_with_content_controls() -> _Made:
    made = paper()
    body = re.sub(
        r"<w:tc>(.*?)</w:tc>", r"<w:sdt><w:sdtPr/><w:sdtContent><w:tc>\1</w:tc></w:sdtContent></w:sdt>", word_blocks(made)
    )
    return ".docx", word(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"), made


@document
def word_with_runs_cut_anywhere() -> _Made:
    made = paper()
    body = re.sub(
        r"<w:r><w:t xml:space='preserve'>(..)([^<&]+)</w:t></w:r>",
        r"<w:r><w:t>\1</w:t></w:r><w:bookmarkStart w:id='0' w:name='_GoBack'/>"
        r"<w:proofErr/><w:hyperlink><w:r><w:rPr><w:b/></w:rPr><w:t>\2</w:t></w:r></w:hyperlink>",
        word_blocks(made),
    )
    return ".docx", word(body), made


# ------------------------------------------------------------------------------------------ the 2019 edition


@document
def edition_2019_in_word() -> _Made:
    made = paper("2019")
    return ".docx", to_word(made), made


@document
def edition_2019_on_the_web() -> _Made:
    made = paper("2019")
    return ".html", to_web(made), made


@document
def edition_2019_as_text() -> _Made:
    made = paper("2019")
    return ".txt", to_cells_text(made), made


@document
def edition_2019_with_signs() -> _Made:
    made = paper("2019")
    for number, cell in enumerate(made.grid("disclosure").cells()):
        if cell.key.endswith("items_change"):
            value = made.expected[cell.key]
            assert isinstance(value, int)
            words = ("增加", "减少") if number % 2 else ("+", "减")
            cell.text = f"{words[value < 0]}{abs(value)}"
        elif cell.key.endswith("procurement.amount"):
            cell.text = "160.5964万元"
            made.expected[cell.key] = Decimal("160.5964")
    return ".docx", to_word(made), made


@document
def edition_2019_with_headings_of_its_own() -> _Made:
    made = paper("2019")
    _headings(made, {"五、存在的主要问题及改进情况": "五、政府信息公开工作存在的主要问题及改进情况"})
    made.grid("disclosure").relabel(lambda text: text.replace("规范性文件", "行政规范性文件"))
    return ".docx", to_word(made), made


# ------------------------------------------------------------------------------------------- combinations


@document
def combination_site_slashes_and_a_cut_table() -> _Made:
    made = _strokes("/")
    _cut(made, "requests", 14)
    for grid in made.grids():
        grid.relabel(lambda text: text.replace("（", " (").replace("）", ") "))
    made.blocks[:2] = [("title", "云溪县档案局"), ("title", "2023 年政府信息公开工作"), ("title", "年度报告")]
    return ".html", to_web(made, charset="gb18030", says="GBK"), made


@document
def combination_one_cell_revisions_and_units() -> _Made:
    made = paper()
    for grid in made.grids():
        for cell in grid.cells():
            if cell.key and "fees" not in cell.key:
                cell.text = f"{cell.text} 件"
    made.grid("requests").find("商业企业").text = "商业\n企业"
    body = word_blocks(made).replace("<w:r>", "<w:ins w:id='9'><w:r>", 1).replace("</w:r>", "</w:r></w:ins>", 1)
    return ".docx", word(f"<w:tbl><w:tr><w:tc><w:tcPr/>{body}</w:tc></w:tr></w:tbl>"), made


@document
def combination_2019_in_a_report_for_2023_with_dashes() -> _Made:
    made = paper("2019", values(load_edition("2019"), sparse=True))
    made.show([key for key, value in made.expected.items() if value == 0], "-")
    made.grid("requests").relabel(lambda text: text.replace("总计", "合 计"))
    _cut(made, "requests", 10, heads=3)
    return ".html", to_web(made), made


@document
def combination_workbook_with_spaces_and_strokes() -> _Made:
    made = _strokes("—")
    for grid in made.grids():
        grid.relabel(lambda text: f" {text} ".replace("总计", "合计"))
    return ".xlsx", to_workbook([list(made.blocks)]), made


@document
def combination_text_in_odd_order() -> _Made:
    made = paper()
    _headings(made, {"五、存在的主要问题及改进情况": "五、存在问题及改进措施", "一、总体情况": "总体情况"})
    made.grid("requests").relabel(lambda text: text.replace("（", "(").replace("）", ")"))
    return ".txt", to_cells_text(made, charset="utf-16"), made
