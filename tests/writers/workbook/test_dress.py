"""A look is made once; a merged range has the edges that openpyxl itself would give it."""

from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.cell_range import CellRange

from reportdesk.writers.workbook.dress import Wardrobe

THIN = Side(style="thin")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def edges(border: Border) -> list[str | None]:
    sides = (border.left, border.right, border.top, border.bottom)
    return [side.style if side else None for side in sides]


def test_cells_of_one_name_look_alike_and_stay_apart() -> None:
    sheet = Workbook().worksheets[0]
    wardrobe = Wardrobe()
    for address in ("A1", "B1"):
        wardrobe.dress(sheet[address], "figure", font=Font(name="宋体", size=10), border=BORDER)
    sheet["B1"].font = Font(name="黑体", size=14)
    assert (sheet["A1"].font.name, sheet["A1"].border.left.style) == ("宋体", "thin")
    assert (sheet["B1"].font.name, sheet["B1"].border.left.style) == ("黑体", "thin")


def test_a_merged_range_looks_as_openpyxl_would_have_it() -> None:
    for right, bottom in ((1, 3), (3, 1), (2, 2), (3, 3)):
        own, plain = Workbook().worksheets[0], Workbook().worksheets[0]
        for sheet in (own, plain):
            sheet["A1"].border = BORDER
        Wardrobe().merge(own, CellRange(min_row=1, max_row=bottom, min_col=1, max_col=right), THIN)
        plain.merge_cells(start_row=1, end_row=bottom, start_column=1, end_column=right)
        assert [str(area) for area in own.merged_cells.ranges] == [
            str(area) for area in plain.merged_cells.ranges
        ]
        for row in range(1, bottom + 1):
            for column in range(1, right + 1):
                mine, theirs = own.cell(row, column), plain.cell(row, column)
                assert edges(mine.border) == edges(theirs.border)
                assert isinstance(mine, MergedCell) == isinstance(theirs, MergedCell)


def test_a_look_is_looked_up_once_for_a_whole_sheet() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    wardrobe = Wardrobe()
    for row in range(1, 50):
        wardrobe.dress(sheet.cell(row, 1), "figure", font=Font(name="宋体", size=row))
    assert len({sheet.cell(row, 1).font.sz for row in range(1, 50)}) == 1
