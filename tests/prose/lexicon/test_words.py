"""Of lines that make many words those are spelled out that a text may hold: no word is missed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.errors import FormError
from reportdesk.form.loader import load_edition
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.lexicon.words import WordLine, WordList
from tests.examples import examples

LINES = [
    (WordLine.read(line, ""), key)
    for key, label in load_lexicon(load_edition("2021")).file.label.items()
    for line in label.words
]
MANY = [line for line, _ in LINES if line.count >= 100]
ALL = {word: key for line, key in LINES for word in line.words}
PIECES = sorted({piece for line in MANY for choice in line.choices for piece in choice if piece})


def longest_of_all(text: str, place: int) -> tuple[int, str] | None:
    ends = (end for end in range(len(text), place, -1) if text[place:end] in ALL)
    return next(((end, ALL[text[place:end]]) for end in ends), None)


def found_in(words: WordList, text: str) -> list[tuple[int, str] | None]:
    words.take_in(text)
    return [words.longest_at(text, place) for place in range(len(text))]


@examples(200)
@given(texts=st.lists(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), max_size=3))
def test_words_of_long_lines_are_found_as_if_all_were_spelled_out(texts: list[str]) -> None:
    words = WordList(LINES)
    for text in texts:
        assert found_in(words, text) == [longest_of_all(text, place) for place in range(len(text))]


@examples(100)
@given(line=st.sampled_from(MANY), data=st.data())
def test_each_word_of_a_long_line_is_found(line: WordLine, data: st.DataObject) -> None:
    word = "".join(data.draw(st.sampled_from(choice)) for choice in line.choices)
    assert found_in(WordList(LINES), f"我{word}了")[1] == longest_of_all(f"我{word}了", 1)


def test_a_word_ends_no_later_than_its_text() -> None:
    longer, shorter = WordLine.read("三类内部", ""), WordLine.read("三类", "")
    words = WordList([(longer, "internal"), (shorter, "filler")])
    assert words.longest_at("第三类", 1) == (3, "filler")


def test_most_words_are_never_spelled_out() -> None:
    words = WordList(LINES)
    found_in(words, "本机关收到政府信息公开申请12件，予以公开5件，结转下年度1件。")
    assert len(words._labels) * 4 < len(ALL)


def test_words_begin_with_what_is_said_of_them() -> None:
    assert WordList(LINES).beginnings == {word[0] for word in ALL}


def test_without_lines_there_is_no_word() -> None:
    assert not WordList(())
    assert WordList(LINES)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("公开", ["公开"]),
        ("{予以|}公开", ["予以公开", "公开"]),
        ("{甲|乙}{丙|}", ["甲丙", "甲", "乙丙", "乙"]),
        ("甲{}乙", ["甲乙"]),
    ],
)
def test_what_a_line_stands_for(written: str, words: list[str]) -> None:
    line = WordLine.read(written, "")
    assert list(line.words) == words
    assert line.count == len(words)
    assert line.beginnings == {word[0] for word in words}


@pytest.mark.parametrize(
    "written", ["{甲", "甲}", "{甲{乙}}", "{甲}}", "甲}乙{丙", "{{甲}", "{" + "甲|" * 5_000 + "}"]
)
def test_what_is_no_line_is_refused(written: str) -> None:
    with pytest.raises(FormError, match=r"花括号不成对|太多了"):
        WordLine.read(written, "form")
