"""What is understood of a text: each number, the cells that it may mean, or why it is left alone."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.place import place_of
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.meaning.mentions import Mention
from reportdesk.prose.figures.meaning.silence import Why, WhyKind
from reportdesk.prose.figures.reading.paragraph import SentenceRead, read_paragraph, unread_sentences
from reportdesk.prose.lexicon.cell_sums import CellSum
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.text.numerals import numerals_in
from reportdesk.report.paragraphs import written_paragraphs

#: Sums of more cells are told by their name: nobody reads the eight rows of 不予公开.
_MOST_CELLS = 3
_WORDS: dict[WhyKind, str] = {
    "unit": "后面不是件、条、份、元一类的单位，也不单独成句",
    "about": "“{word}”说明是约数",
    "compare": "“{word}”是在作比较",
    "channel": "“{word}”只是申请方式中的一种",
    "apart": "“{word}”在表里没有自己的一格",
    "aside": "“{word}”说的是别的事",
    "content": "“{word}”说的是申请的内容",
    "others": "“{word}”说的是别的单位",
    "name": "“{word}”说的是其中一个单位",
    "scope": "“{word}”只是其中一部分",
    "elsewhere": "“{word}”说的是别的范围",
    "onward": "“{word}”说的不只是这一年",
    "denied": "“{word}”否定了后面的数",
    "veto": "“{word}”说明不是本表要填的案件或决定",
    "unknown": "不认识“{word}”，不能断定数的是什么",
    "nothing": "“{word}”没有说出是表里的哪一项",
}


class Understood(Frozen, frozen=True):
    """A figure told at [start, end) of a text, or a number left alone: then `why` says why, in Chinese.

    `sums` are the cells to try in order, signed; `places` says them in words. `year` is another year than
    the report's if one is meant (0 where none is named, -1 for 上年). `is_doubtful` figures count only where
    their neighbours agree with the tables.
    """

    start: int
    end: int
    value: Number | None
    name: str = ""
    code: str = ""
    sums: tuple[CellSum, ...] = ()
    places: tuple[str, ...] = ()
    year: int = 0
    is_doubtful: bool = False
    why: str = ""


def explain(form: Form, text: str) -> tuple[Understood, ...]:
    """Return what is understood of every number of a text, and of zeros in words and 均, in order.

    A form that has no words of its own understands nothing.
    """
    lexicon = load_lexicon(form)
    found: list[Understood] = []
    for start, paragraph in written_paragraphs(text) if lexicon.file.measure else ():
        for at, read in read_paragraph(paragraph, lexicon):
            found += _of_sentence(form, text, start + at, read)
        for first, last in unread_sentences(paragraph):
            found += _of_unread(text, start + first, start + last)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _of_sentence(form: Form, text: str, shift: int, read: SentenceRead) -> Iterator[Understood]:
    numbers = {numeral.start: numeral for numeral in numerals_in(text[shift : shift + read.length])}
    for mention in read.mentions:
        yield _understood(form, shift, mention)
    understood = {mention.start for mention in read.mentions}
    for place, why in read.left:
        numeral = numbers.get(place)
        if numeral is not None and place not in understood:
            yield Understood(
                shift + place,
                shift + numeral.unit_end,
                numeral.value,
                why=_WORDS[why.kind].format(word=_quoted(text, shift, why)),
            )


def _of_unread(text: str, start: int, end: int) -> Iterator[Understood]:
    why = f"它在的一句有 {end - start} 个字，太长，没有读；看看是不是漏了句号，或分成几句"
    for numeral in numerals_in(text[start:end]):
        yield Understood(start + numeral.start, start + numeral.unit_end, numeral.value, why=why)


def _understood(form: Form, shift: int, mention: Mention) -> Understood:
    measure = mention.measure
    return Understood(
        shift + mention.start,
        shift + mention.end,
        mention.value,
        measure.name,
        measure.code,
        mention.sums,
        tuple(_in_words(form, cell_sum, measure.name) for cell_sum in mention.sums),
        mention.year,
        mention.is_doubtful,
    )


def _in_words(form: Form, cell_sum: CellSum, name: str) -> str:
    if len(cell_sum) > _MOST_CELLS:
        return f"{name}（{len(cell_sum)} 格之和）"
    terms = [("－" if sign < 0 else "＋") + place_of(form, key) for sign, key in cell_sum]
    return "".join(terms).removeprefix("＋")


def _quoted(text: str, shift: int, why: Why) -> str:
    return text[shift + why.start : shift + why.end].strip()
