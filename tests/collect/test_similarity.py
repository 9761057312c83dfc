"""Alike words are found through an index: copies whatever their years and digits, no false neighbours."""

import random
from array import array
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.similarity import Alike, Likeness, alike_findings
from reportdesk.collect.counting.statuses import UnitState
from reportdesk.collect.incoming.filed import Filed, WordStore
from reportdesk.collect.roster.roster import Unit
from reportdesk.form.loader import load_edition
from reportdesk.prose.text.likeness import likeness
from reportdesk.prose.text.sketch import BINS, bands, sketch
from tests.collect.county import collected, lay_down, report_of, roster

CHARACTERS = [chr(code) for code in range(0x4E00, 0x5E00)]


def prose(seed: int, length: int = 400) -> str:
    chosen = random.Random(seed)
    return "".join(chosen.choices(CHARACTERS, k=length))


def edited(text: str, share: float, seed: int) -> str:
    chosen = random.Random(seed)
    letters = list(text)
    for place in chosen.sample(range(len(letters)), int(share * len(letters))):
        letters[place] = chosen.choice(CHARACTERS)
    return "".join(letters)


def alike(collection: Collection) -> set[tuple[str, ...]]:
    return {finding.units for finding in collection.findings if finding.code == "collect.similar"}


def test_a_copy_is_found_whatever_its_digits_and_others_are_not(tmp_path: Path) -> None:
    texts = {"甲": prose(1) + "共3件", "乙": prose(1) + "共25件", "丙": prose(2), "丁": prose(3)}
    for name, text in texts.items():
        lay_down(tmp_path / f"{name}.json", report_of(f"云溪县{name}局", words=text))
    made = collected(tmp_path, roster=roster(*(f"云溪县{name}局" for name in texts)))
    assert alike(made) == {("云溪县甲局", "云溪县乙局")}
    (pair, _) = made.pairs
    assert pair.likeness == 1.0
    (first, _) = [finding for finding in made.findings if finding.code == "collect.similar"]
    assert "100%" in first.message
    assert first.severity == "warning"
    assert first.files == (str(tmp_path / "甲.json"), str(tmp_path / "乙.json"))


def test_texts_about_eighty_percent_alike_are_judged_exactly(tmp_path: Path) -> None:
    base = prose(7, 1200)
    names = [f"云溪县第{number}局" for number in range(12)]
    texts = [base, *(edited(base, 0.02 * number, number) for number in range(1, 12))]
    for name, text in zip(names, texts, strict=True):
        lay_down(tmp_path / f"{name}.json", report_of(name, words=text))
    made = collected(tmp_path, roster=roster(*names))
    found = {
        frozenset((pair.one.unit.name, pair.other.unit.name))
        for pair in made.pairs
        if pair.section == "overview"
    }
    wanted = {
        frozenset((names[a], names[b]))
        for a in range(12)
        for b in range(a)
        if likeness(texts[a], texts[b]) >= 0.8
    }
    assert found <= wanted
    assert len(found) >= 0.9 * len(wanted)


def test_a_short_line_that_many_write_is_nobody_s(tmp_path: Path) -> None:
    assert sketch("本单位无此情况") == []
    for name in "甲乙":
        short = replace(report_of(f"云溪县{name}局"), texts={"overview": "无。", "problems": "无。"})
        lay_down(tmp_path / f"{name}.json", short)
    assert alike(collected(tmp_path, roster=roster("云溪县甲局", "云溪县乙局"))) == set()


def test_a_sketch_estimates_and_its_bands_meet() -> None:
    text = prose(3, 2000)
    near, far = edited(text, 0.05, 1), prose(4, 2000)
    one, other, third = sketch(text), sketch(near), sketch(far)
    assert len(one) == BINS
    common = sum(a == b for a, b in zip(one, other, strict=True)) / BINS
    pairs = likeness(text, near)
    assert common == pytest.approx(pairs / (2 - pairs), abs=0.15)
    assert set(bands(one)) & set(bands(other))
    assert not set(bands(one)) & set(bands(third))


def test_many_of_one_draft_are_told_at_once_and_compared_with_few() -> None:
    store, base = Counting(), prose(5, 300)
    states = [of_text(number, edited(base, 0.03, number), store) for number in range(400)]
    form = load_edition("2021")
    pairs = Likeness(store).pairs(form, states)
    assert store.reads < 400 * 400
    (found,) = alike_findings(form, pairs)
    assert len(found.units) == 400


class Counting(WordStore):
    """A store that counts how often words are read."""

    reads = 0

    def get(self, place: tuple[int, int]) -> str:
        self.reads += 1
        return super().get(place)


def of_text(number: int, text: str, store: WordStore) -> UnitState:
    """A unit whose overview is a text."""
    file = Filed(
        f"{number}",
        "",
        0,
        edition="2021",
        sketches={"overview": array("I", sketch(text))},
        words={"overview": store.put(text)},
    )
    return UnitState(Unit(f"第{number}局"), "ok", (file,), file)


def named(pairs: list[Alike]) -> set[tuple[str, str, float]]:
    return {(pair.one.unit.name, pair.other.unit.name, pair.likeness) for pair in pairs}


def test_what_was_compared_is_not_compared_again() -> None:
    store, base, form = Counting(), prose(5, 300), load_edition("2021")
    states = [of_text(number, edited(base, 0.02 * number, number), store) for number in range(8)]
    known = Likeness(store)
    first, reads = known.pairs(form, states), store.reads
    assert first
    assert reads > 0
    assert named(known.pairs(form, states)) == named(first)
    assert store.reads == reads
    # One unit's words are others now: it alone is compared.
    states[3] = of_text(3, edited(base, 0.01, 99), store)
    again = known.pairs(form, states)
    assert store.reads - reads <= 2 * 7
    assert named(again) == named(Likeness(store).pairs(form, states))
    assert named(again) != named(first)
    # A unit that goes takes its pairs with it, and words known before are compared with no one.
    reads = store.reads
    gone = known.pairs(form, states[1:])
    assert store.reads == reads
    assert named(gone) == {pair for pair in named(again) if "第0局" not in pair}


def test_pairs_are_of_the_units_as_they_stand_now() -> None:
    store, form = WordStore(), load_edition("2021")
    known, states = Likeness(store), [of_text(number, prose(1), store) for number in range(2)]
    known.pairs(form, states)
    moved = [replace(state, status="errors") for state in states]
    (pair,) = known.pairs(form, moved)
    assert (pair.one, pair.other) == tuple(moved)


def test_words_are_read_while_others_are_put_away() -> None:
    store = WordStore()
    texts = [prose(number, 3000) for number in range(40)]
    places = [store.put(text) for text in texts]
    writer = Thread(target=lambda: [store.put(text) for _ in range(20) for text in texts])
    writer.start()
    try:
        for _ in range(10):
            assert [store.get(place) for place in places] == texts
    finally:
        writer.join()
