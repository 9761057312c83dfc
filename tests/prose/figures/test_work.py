"""What a key costs: the sentence that it touches is read again, no other; work grows with the text."""

import pytest

from reportdesk.document import Document
from reportdesk.prose.figures.compared.marks import marks
from reportdesk.prose.figures.cutting.groups import groups_in
from reportdesk.prose.figures.reading.listing import Before
from reportdesk.prose.figures.reading.paragraph import LONGEST_SENTENCE_CHARACTERS, read_sentence
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.report.edit import write_text
from tests.prose.judged import FORM, codes, report

SENTENCES = [f"第{number}季以来收到政府信息公开申请{number}件，均已答复。" for number in range(1, 60)]
CACHES = (groups_in, read_sentence)


def misses() -> int:
    return sum(cached.misses for cached in CACHES)


def looked_at(document: Document) -> None:
    assert isinstance(document.findings, tuple)
    assert all(mark.cells for mark in marks(document.report, document.figures, "overview"))


def test_a_key_reads_the_sentence_that_it_touches_and_no_other():
    text = "".join(SENTENCES)
    document = Document(report(text))
    looked_at(document)
    before = misses()
    changed = text.replace("收到政府信息公开申请30件", "共收到政府信息公开申请30件")
    document.apply(write_text(document.report, "overview", changed))
    looked_at(document)
    # The one that changed, and the one after it, which may go on about it.
    assert misses() - before <= 2 * len(CACHES)


def test_what_was_read_is_not_read_again():
    document = Document(report("\n".join(SENTENCES)))
    looked_at(document)
    before = misses()
    looked_at(Document(report("\n".join(reversed(SENTENCES)))))
    assert misses() == before


@pytest.mark.parametrize(
    "unit",
    ["其中5件，", "行政许可5件，", "未收到申请，", "复议5件、诉讼3件，均维持，", "（含上年结转5件）", "5件"],
)
def test_work_grows_with_the_text_and_not_faster(unit: str, monkeypatch: pytest.MonkeyPatch):
    """Count the looks for words and the measures tried in a sentence once and twice as long."""
    looks: list[int] = []
    count = 0
    fits = Lexicon.sums

    def counting(*args: object, **named: object) -> object:
        nonlocal count
        count += 1
        return fits(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Lexicon, "sums", counting)
    for times in (20, 40, 80):
        count = 0
        read_sentence.__wrapped__(unit * times, Before("requests"), _lexicon())
        looks.append(count)
    assert looks[1] <= 2.2 * looks[0] + 8
    assert looks[2] <= 2.2 * looks[1] + 8


def test_a_sentence_beyond_all_measure_is_left_unread_and_named():
    endless = "收到政府信息公开申请5件，" * (LONGEST_SENTENCE_CHARACTERS // 13 + 1)
    assert codes(endless) == {"text.too_long"}
    assert "text.none_received" in codes(f"{endless}。收到政府信息公开申请5件。")


def _lexicon() -> Lexicon:
    from reportdesk.prose.lexicon.lexicon import load_lexicon

    return load_lexicon(FORM)
