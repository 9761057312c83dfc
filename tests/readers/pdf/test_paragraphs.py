"""Lines put together to paragraphs, and what is no part of them: page numbers, running titles."""

from tests.readers.paper import paper
from tests.readers.pdf.finding import found, texts
from tests.readers.pdf.press import pdf, show, styled, to_pdf

LONG = "本机关坚持以公开为常态、不公开为例外，围绕中心工作，不断完善制度，" * 8


def printed(number: str, *, title: str = "") -> list[str]:
    """The paragraphs of a paper that goes over several pages."""
    made = paper()
    made.replace_text(made.texts["overview"][0], LONG)
    over = (lambda page: show(title, 200, 805, 9)) if title else (lambda page: "")
    return texts(found(to_pdf(made, styled(sheet=(595.0, 330.0), number=number, over=over))))


def test_a_paragraph_over_pages_is_one() -> None:
    assert LONG in printed("- {} -")


def test_page_numbers_are_left_out_however_they_are_written() -> None:
    plain = printed("")
    for number in ("—{}—", "{}", "第{}页 共9页"):
        assert printed(number) == plain


def test_a_running_title_is_left_out() -> None:
    made = texts(
        found(
            pdf([show("云溪县档案局文件", 200, 800, 9) + show(f"第{n}段。", 90, 700, 12) for n in "一二三"])
        )
    )
    assert made == ["第一段。", "第二段。", "第三段。"]


def test_a_number_on_one_page_alone_is_a_word() -> None:
    assert texts(found(pdf([show("共计", 90, 700, 12) + show("385", 90, 400, 12)]))) == ["共计", "385"]


def test_a_title_in_two_lines_stays_two() -> None:
    assert printed("")[:2] == ["云溪县档案局", "2023年政府信息公开工作年度报告"]


def test_lines_without_indents_are_told_apart_by_their_ends() -> None:
    lines = ["一" * 40, "二" * 40, "三" * 12, "四" * 40, "五" * 9]
    page = "".join(show(line, 60, 760 - 20 * at, 12) for at, line in enumerate(lines))
    assert texts(found(pdf([page]))) == ["".join(lines[:3]), "".join(lines[3:])]


def test_chinese_and_figures_stand_close_and_latin_words_apart() -> None:
    page = show("2023", 60, 700, 12) + show("年收到", 87, 700, 12) + show("open government", 130, 700, 12)
    assert texts(found(pdf([page]))) == ["2023年收到open government"]
