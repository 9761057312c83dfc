"""A key is recorded at once; what it changes in the findings is looked at after it, in small steps."""

import pytest

from reportdesk.document import Changed, Document
from reportdesk.form.loader import load_edition
from reportdesk.prose.figures.reading.paragraph import read_sentence
from reportdesk.report.edit import enter, write_text
from reportdesk.report.model import Report
from tests.work import work_of

FORM = load_edition("2021")
#: Words that make work for one or another check, each repeated to fill a text.
WORDS = [
    *(
        "第1季以来收到政府信息公开申请5件，均已答复。",
        "其中5件，",
        "2022年",
        "2022年1月1日至",
        "，。",
        "。",
        "\n",
        " ",
    ),
    *(
        "\u3000",
        "（",
        "“",
        "《",
        "(一)",
        "的",
        "（一）主动公开\n",
        "本局",
        "5件。",
        "行政复议5件、诉讼3件，均维持，",
    ),
]


def report_with(text: str) -> Report:
    return Report(FORM, organ="云溪县档案局", year=2024, texts={"overview": text, "problems": text[:2000]})


def filled(words: str, length: int) -> str:
    """Return paragraphs of words over and over."""
    line = (words * (length // len(words) + 1))[:length]
    return "\n".join(line[place : place + 7_000] for place in range(0, length, 7_000))


def key_in(document: Document, place: int) -> Changed:
    text = document.report.texts["overview"]
    return document.apply(write_text(document.report, "overview", f"{text[:place]}好{text[place:]}"))


def examined(document: Document) -> int:
    """Examine step by step; return the work of the longest step."""
    longest, is_done = 0, False

    def step() -> None:
        nonlocal is_done
        is_done = document.examine(0)

    while not is_done:
        longest = max(longest, work_of(step))
    return longest


def test_a_key_costs_the_same_in_a_long_text_as_in_a_short_one() -> None:
    work = []
    for length in (1_000, 100_000):
        document = Document(report_with(filled(WORDS[0], length)))
        assert document.findings is not None
        work.append(work_of(lambda: key_in(document, 500)))  # noqa: B023
    assert work[1] <= work[0] + 10


def test_what_a_key_changes_is_told_once_when_it_is_looked_at() -> None:
    document = Document(report_with("收到政府信息公开申请5件。"))
    while not document.examine(0):
        pass
    heard: list[Changed] = []
    document.subscribe(heard.append)
    known = document.known_findings
    key_in(document, 0)
    document.apply(write_text(document.report, "overview", "2019年收到申请。"))
    assert [changed.findings for changed in heard] == [False, False]
    assert document.known_findings == known
    while not document.examine(0):
        pass
    assert heard[2:] == [Changed(frozenset(), frozenset(), findings=True)]
    assert document.known_findings == document.findings != known
    assert document.examine(0)
    assert len(heard) == 3


def test_a_figure_is_checked_at_once_and_the_words_beside_it_later() -> None:
    document = Document(report_with("收到政府信息公开申请5件。"))
    assert document.findings is not None
    changed = document.apply(enter(document.report, {"requests.received.natural_person": 3}))
    known = document.known_findings
    assert changed.findings
    assert not any(finding.code.startswith("text.") for finding in {*document.findings} & {*known})
    assert document.findings == Document(document.report).findings


def test_findings_asked_for_are_those_of_now_and_told_afterwards() -> None:
    document = Document(report_with("收到申请。"))
    assert document.findings is not None
    document.examine(0)
    heard: list[Changed] = []
    document.apply(write_text(document.report, "overview", "2019年收到申请。"))
    document.subscribe(heard.append)
    assert document.findings == Document(document.report).findings
    assert document.examine(0)
    assert [changed.findings for changed in heard] == [True]


def test_a_key_reads_the_sentence_that_it_touches_and_the_next() -> None:
    sentences = "".join(f"第{number}季以来收到申请{number}件，均已答复。" for number in range(400))
    document = Document(report_with(sentences))
    examined(document)
    before = read_sentence.misses
    key_in(document, 3_000)
    examined(document)
    assert read_sentence.misses - before <= 2


@pytest.mark.parametrize("words", WORDS)
def test_no_step_holds_up_the_next_key_whatever_stands_in_the_text(words: str) -> None:
    document = Document(report_with(filled(words, 20_000)))
    assert document.findings is not None
    key_in(document, 3_000)
    # Some 40 ms; what grows with the square would take millions.
    assert examined(document) < 250_000


@pytest.mark.parametrize("line", ["字\n", "\n", " \n", "5\n", "其中5件\n"])
def test_no_step_grows_with_the_number_of_paragraphs(line: str) -> None:
    longest = []
    for lines in (1_000, 60_000):
        document = Document(report_with(line * lines))
        assert document.findings is not None
        key_in(document, 300)
        longest.append(examined(document))
    assert longest[1] <= 1.1 * longest[0] + 2_000


def test_no_step_reads_all_of_a_pasted_text() -> None:
    said = (f"第{number}季以来，本局收到政府信息公开申请{number}件。" for number in range(1_000))
    document = Document(report_with(""))
    assert document.findings is not None
    document.apply(write_text(document.report, "overview", "\n".join(said)[:20_000]))
    # A check that read each sentence for the first time took 40,000.
    assert examined(document) < 25_000


def test_a_figure_has_no_sentence_of_a_long_report_read_again() -> None:
    sentence = "第{}批收到{}申请{}件，比上年增加2件，其中公开1件。"
    texts = {
        key: "\n".join(
            "".join(sentence.format(number, key, number) for number in range(first, first + 20))
            for first in range(0, 160, 20)
        )
        for key in FORM.text_keys
    }
    document = Document(Report(FORM, organ="云溪县档案局", year=2024, texts=texts))
    cell = next(cell.key for cell in FORM.cells.values() if not cell.is_derived)
    document.apply(enter(document.report, {cell: 1}))
    assert document.findings
    before = read_sentence.misses
    document.apply(enter(document.report, {cell: 2}))
    assert document.findings
    assert read_sentence.misses == before
