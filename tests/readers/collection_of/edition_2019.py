"""Documents of the 2019 edition."""

from __future__ import annotations

from decimal import Decimal

from tests.readers.made import Made, document
from tests.readers.paper import paper
from tests.readers.printing import to_cells_text, to_web, to_word
from tests.readers.spoiling import word_headings


@document
def edition_2019_in_word() -> Made:
    made = paper("2019")
    return ".docx", to_word(made), made


@document
def edition_2019_on_the_web() -> Made:
    made = paper("2019")
    return ".html", to_web(made), made


@document
def edition_2019_as_text() -> Made:
    made = paper("2019")
    return ".txt", to_cells_text(made), made


@document
def edition_2019_with_signs() -> Made:
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
def edition_2019_with_headings_of_its_own() -> Made:
    made = paper("2019")
    word_headings(made, {"五、存在的主要问题及改进情况": "五、政府信息公开工作存在的主要问题及改进情况"})
    made.grid("disclosure").relabel(lambda text: text.replace("规范性文件", "行政规范性文件"))
    return ".docx", to_word(made), made
