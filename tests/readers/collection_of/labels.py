"""Documents whose labels or headers are printed otherwise."""

from __future__ import annotations

import re

from tests.readers.made import Made, document
from tests.readers.paper import Printed, paper
from tests.readers.printing import to_web, to_word, web_blocks, web_table, word, word_blocks, word_table


@document
def business_over_two_lines() -> Made:
    made = paper()
    made.grid("requests").find("商业企业").text = "商业\n企业"
    for cell in made.grid("disputes").cells():
        cell.text = re.sub(r"^(结果|其他|尚未)(..)$", r"\1\n\2", cell.text)
    return ".docx", to_word(made), made


@document
def business_over_two_cells() -> Made:
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
def labels_with_spaces() -> Made:
    made = paper()
    for grid in made.grids():
        grid.relabel(
            lambda text: "\u3000".join(text) if len(text) < 6 else f" \u00a0{text[:3]} {text[3:]}\u00a0"
        )
    return ".html", to_web(made), made


@document
def labels_in_half_width_brackets() -> Made:
    made = paper()
    wide = str.maketrans({"（": "(", "）": ")", "“": '"', "”": '"', "、": "，"})
    for grid in made.grids():
        grid.relabel(lambda text: text.translate(wide))
    return ".docx", to_word(made), made


@document
def labels_numbered_otherwise() -> Made:
    made = paper()
    for number, mark in ((1, "、"), (2, "．"), (3, " ")):
        for grid in made.grids():
            grid.relabel(lambda text, n=number, m=mark: re.sub(rf"^{n}\.", f"{n}{m}", text))
    made.grid("requests").relabel(lambda text: text.translate(str.maketrans("456789", "４５６７８９")))
    return ".docx", to_word(made), made


@document
def labels_with_other_words() -> Made:
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
def labels_with_explanations() -> Made:
    made = paper()
    grid = made.grid("requests")
    grid.find("一、本年新收政府信息公开申请数量").text += "（2023年1月1日至12月31日收到的，共12个月）"
    grid.find("四、结转下年度继续办理").text += "（截至12月31日未办结的，含延期20个工作日的）"
    grid.find("1.属于国家秘密").text += "：依照《条例》第14条"
    grid.find("（二）部分公开（区分处理的，只计这一情形，不计其他情形）").text += "（1件只计1次）"
    made.grid("disclosure").find("行政许可").text = "行政许可（含2022年受理、2023年办结的）"
    return ".docx", to_word(made), made


@document
def labels_misspelt() -> Made:
    made = paper()
    grid = made.grid("requests")
    grid.find("2.其他法律行政法规禁止公开").text = "2.其他法律、行政法规禁止公开的"
    grid.find("5.要求行政机关确认或重新出具已获取信息").text = "5.要求行政机关确认或者重新出具已获取的信息"
    grid.find("2.没有现成信息需要另行制作").text = "2.没有现成信息需另行制做"
    return ".docx", to_word(made), made


@document
def word_without_spans() -> Made:
    made = paper()
    return ".docx", word(word_blocks(made, lambda grid: word_table(grid, spans=False))), made


@document
def web_without_spans() -> Made:
    made = paper()
    page = web_blocks(made, lambda grid: web_table(grid, spans=False))
    return ".html", f"<html><body>{page}</body></html>".encode(), made


@document
def web_with_heads_as_th() -> Made:
    made = paper()
    page = web_blocks(made, lambda grid: web_table(grid, tag="th"))
    return ".html", f"<html><body>{page}</body></html>".encode(), made


@document
def columns_in_another_order() -> Made:
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
    order = {"总计": 0, "自然人": 1, "法人或其他组织": 2}
    head.sort(key=lambda cell: order.get(cell.text, -1))
    return ".docx", to_word(made), made


@document
def a_column_of_remarks() -> Made:
    made = paper()
    grid = made.grid("requests")
    grid.rows[0].append(Printed("备注", rows=3))
    for row in grid.rows[3:]:
        row.append(Printed("含延期2件" if row[0].text.startswith("一、") else ""))
    return ".docx", to_word(made), made
