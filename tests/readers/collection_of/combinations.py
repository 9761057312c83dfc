"""Documents with several oddities at once."""

from __future__ import annotations

from reportdesk.form.loader import load_edition
from tests.readers.made import Made, document
from tests.readers.paper import paper, values
from tests.readers.printing import to_cells_text, to_web, to_workbook, word, word_blocks
from tests.readers.spoiling import cut, with_strokes, word_headings


@document
def combination_site_slashes_and_a_cut_table() -> Made:
    made = with_strokes("/")
    cut(made, "requests", 14)
    for grid in made.grids():
        grid.relabel(lambda text: text.replace("（", " (").replace("）", ") "))
    made.blocks[:2] = [("title", "云溪县档案局"), ("title", "2023 年政府信息公开工作"), ("title", "年度报告")]
    return ".html", to_web(made, charset="gb18030", says="GBK"), made


@document
def combination_one_cell_revisions_and_units() -> Made:
    made = paper()
    for grid in made.grids():
        for cell in grid.cells():
            if cell.key and "fees" not in cell.key:
                cell.text = f"{cell.text} 件"
    made.grid("requests").find("商业企业").text = "商业\n企业"
    body = (
        word_blocks(made).replace("<w:r>", "<w:ins w:id='9'><w:r>", 1).replace("</w:r>", "</w:r></w:ins>", 1)
    )
    return ".docx", word(f"<w:tbl><w:tr><w:tc><w:tcPr/>{body}</w:tc></w:tr></w:tbl>"), made


@document
def combination_2019_in_a_report_for_2023_with_dashes() -> Made:
    made = paper("2019", values(load_edition("2019"), sparse=True))
    made.show([key for key, value in made.expected.items() if value == 0], "-")
    made.grid("requests").relabel(lambda text: text.replace("总计", "合 计"))
    cut(made, "requests", 10, heads=3)
    return ".html", to_web(made), made


@document
def combination_workbook_with_spaces_andwith_strokes() -> Made:
    made = with_strokes("—")
    for grid in made.grids():
        grid.relabel(lambda text: f" {text} ".replace("总计", "合计"))
    return ".xlsx", to_workbook([list(made.blocks)]), made


@document
def combination_text_in_odd_order() -> Made:
    made = paper()
    word_headings(
        made, {"五、存在的主要问题及改进情况": "五、存在问题及改进措施", "一、总体情况": "总体情况"}
    )
    made.grid("requests").relabel(lambda text: text.replace("（", "(").replace("）", ")"))
    return ".txt", to_cells_text(made, charset="utf-16"), made
