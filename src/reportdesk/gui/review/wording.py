"""What the review says, by why the file was read."""

from __future__ import annotations

from dataclasses import dataclass

from reportdesk.review import Disagreement, Occasion, Review


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one kind of review; `stands` and `says` head the columns of the two reports."""

    title: str
    lead: str
    stands: str
    says: str
    go: str


_WORDINGS = {
    Occasion.OPENED: Wording(
        "核对读入的内容",
        "从“{name}”读到 {said}。勾上的写进年报，不勾的留空；原文件不会改动。",
        "现在",
        "读到",
        "采用所选内容",
    ),
    Occasion.EDITED: Wording(
        "这份 Word 文件导出后有人改过",
        "“{name}”里有 {said}，与导出时的数据不同。勾上的按改后的，不勾的按原来的；上年数据和说明都还在。",
        "原来的数据",
        "改后",
        "按所选打开",
    ),
    Occasion.IMPORTED: Wording(
        "从文件导入",
        "“{name}”里有 {said}，与打开的年报不同。勾上的写进年报，一步撤销就能回到现在。",
        "年报里",
        "文件里",
        "导入所选内容",
    ),
}


def wording_of(review: Review, name: str) -> Wording:
    """Return the words for a review of the file of that name."""
    words = _WORDINGS[review.occasion]
    lead = words.lead.format(name=name, said=counts_in_words(review.items))
    if review.occasion is Occasion.IMPORTED:
        lead = f"{_whose(review)}{lead}"
    if review.is_of_another_organ:
        lead += f"打开的是“{review.base.organ}”的年报，请看是不是拿错了文件。"
    if review.is_of_another_year:
        lead += f"打开的是 {review.base.year} 年度的年报，所以都没有勾，要哪些请自己勾。"
    if review.doubtful or review.remarks:
        lead += f"有 {len(review.doubtful) + len(review.remarks)} 处请先核对。"
    return Wording(words.title, lead, words.stands, words.says, words.go)


def _whose(review: Review) -> str:
    """Say whose report a file is, and for which year, as far as it tells."""
    organ, year = review.read.organ, review.read.year
    said = f"{organ or '没有写机关'}，{f'{year} 年度' if year else '看不出年度'}"
    return f"文件是：{said}。"


def counts_in_words(items: tuple[Disagreement, ...]) -> str:
    """Say how many figures, paragraphs and fields there are."""
    kinds = [item.difference.kind for item in items]
    cells, words = kinds.count("cell"), kinds.count("words")
    fields = len(kinds) - cells - words
    counts = ((cells, f"{cells} 格数字"), (words, f"{words} 处文字"), (fields, f"{fields} 项标题和落款"))
    return "、".join(said for number, said in counts if number) or "0 处"
