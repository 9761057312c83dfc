"""Every document of the collection: no cell wrong, nearly all right, and all words where they belong."""

import pytest

from reportdesk.form.model import INTRO
from reportdesk.report.model import Report
from tests.readers.collection import COLLECTION
from tests.readers.report import Score, read_of, score, scores


@pytest.fixture(scope="module", params=COLLECTION)
def name(request: pytest.FixtureRequest) -> str:
    """A document's name; what looks at one document comes together."""
    return str(request.param)


def test_no_cell_is_wrong(name: str) -> None:
    assert score(*read_of(name)).wrong == ()


def test_the_words_are_where_they_belong(name: str) -> None:
    document, report = read_of(name)
    paper = document.paper
    assert (report.organ, report.year) == (paper.organ, paper.year)
    assert report.signature_date == paper.date
    parts = (INTRO, *(section.key for section in report.form.sections))
    found = {key: report.paragraphs(key) for key in parts if report.texts.get(key)}
    assert found == {key: text for key, text in paper.texts.items() if text}


def test_the_collection_is_large_enough() -> None:
    assert len(COLLECTION) >= 150


def test_nearly_all_cells_are_right() -> None:
    listed = list(scores())
    assert sum(one.right for one in listed) >= 0.998 * sum(one.cells for one in listed)


def test_a_shifted_row_would_be_seen() -> None:
    """Guards the measure itself: a report with two figures exchanged is not called right."""
    document, report = read_of("word_plain")
    first, second = "requests.granted.business", "requests.granted.research"
    shifted = dict(report.cells) | {first: report.cells[second], second: report.cells[first]}
    wrong = score(document, Report(report.form, cells=shifted)).wrong
    assert [place.partition(":")[0] for place in wrong[:2]] == [first, second]
    assert Score("", 1, 0, wrong).cells == 1 + len(wrong)
