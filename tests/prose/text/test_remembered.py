"""What is remembered of texts has a limit in characters: typing in a long paragraph takes no memory."""

import gc
from collections import Counter
from collections.abc import Callable
from weakref import WeakSet

import pytest

from reportdesk.prose.figures.compared.comparisons import Comparison, comparisons_in
from reportdesk.prose.figures.meaning.mentions import Mention
from reportdesk.prose.figures.reading.paragraph import mentions_in
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.text.likeness import copied_paragraphs
from reportdesk.prose.text.oddities import Oddity, oddities_in
from reportdesk.prose.text.remembered import (
    FEWEST_CHARACTERS,
    MOST_CHARACTERS,
    keeping,
    make_room_for,
    remembered,
)
from tests.prose.judged import FORM

LEXICON = load_lexicon(FORM)
PARAGRAPH = "".join(f"第{number}季收到申请{number}件，比上年增加2件，《办法。" for number in range(1, 300))
LAST = "本机关坚持以公开为常态、不公开为例外，主动公开信息。"
KEYS = 150


@pytest.fixture(autouse=True)
def no_report_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No report was at work before."""
    monkeypatch.setattr("reportdesk.prose.text.remembered._room.characters", FEWEST_CHARACTERS)


class Found:
    """What a search found."""


def test_no_more_is_held_than_the_texts_last_asked_for():
    living: WeakSet[Found] = WeakSet()

    @remembered
    def find(text: str) -> Found:
        living.add(found := Found())
        return found

    for number in range(1_000):
        find(f"{number:01000}")
    gc.collect()
    assert 1 < len(living) <= FEWEST_CHARACTERS // 1_000


def test_as_much_is_held_as_the_sentences_of_the_report_at_work_need():
    find = keeping(30_000)(len)
    sentences = [f"第{number}批收到申请。" for number in range(500)]
    for looking in range(2):
        for sentence in sentences:
            find(sentence)
        assert find.misses == (looking + 1) * len(sentences)
    make_room_for(("".join(sentences),))
    for sentence in sentences:
        find(sentence)
    before = find.misses
    for sentence in sentences:
        find(sentence)
    assert find.misses == before


def test_a_report_beyond_all_measure_makes_no_more_room_than_the_limit():
    find = keeping(5_000)(len)
    make_room_for(("云" * 1_000_000,))
    for number in range(1_000):
        find(f"{number}")
    assert 4_900 < find.characters <= 5_000


def test_what_is_asked_again_is_not_sought_again():
    sought: list[tuple[str, int]] = []

    @remembered
    def find(text: str, year: int) -> int:
        sought.append((text, year))
        return len(text) + year

    often = "云" * 1_000
    for number in range(1_000):
        assert find(often, 2024) == 3_024
        find(f"{number:01000}", 2024)
    assert find(often, 2023) == 3_023
    assert sought.count((often, 2024)) == 1
    assert len(sought) == 1_002


def test_a_text_longer_than_all_is_answered_and_not_held():
    living: WeakSet[Found] = WeakSet()

    @remembered
    def find(text: str) -> Found:
        living.add(found := Found())
        return found

    assert isinstance(find("长" * (MOST_CHARACTERS + 1)), Found)
    gc.collect()
    assert not living


@pytest.mark.parametrize(
    ("kind", "look"),
    [
        (Mention, lambda text: mentions_in(text, LEXICON)),
        (Comparison, lambda text: comparisons_in(text, 2024, LEXICON)),
        (Oddity, oddities_in),
    ],
)
def test_keys_in_a_long_paragraph_leave_no_more_than_the_last_ones(kind: type, look: Callable[[str], object]):
    def living() -> list[object]:
        gc.collect()
        return [one for one in gc.get_objects() if type(one) is kind]

    make_room_for((PARAGRAPH,))
    look(LAST)
    # Held, for what other texts left would go while this is counted.
    before = living()
    look(PARAGRAPH)
    each = len(living()) - len(before)
    for number in range(1, KEYS):
        look(f"{PARAGRAPH}{'数' * number}")
    held = MOST_CHARACTERS // len(PARAGRAPH) + 2
    assert each
    assert len(living()) - len(before) <= each * held < each * KEYS // 2


def test_what_a_paragraph_is_compared_by_with_last_years_is_not_held():
    def living() -> int:
        gc.collect()
        return sum(type(one) is Counter for one in gc.get_objects())

    copied_paragraphs(PARAGRAPH, LAST, 0.8)
    before = living()
    for number in range(1, KEYS):
        copied_paragraphs(f"{PARAGRAPH}{'数' * number}", LAST, 0.8)
    assert living() == before
