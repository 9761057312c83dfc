"""Reports of every shape, hostile texts included, for the tests of project files."""

from hypothesis import strategies as st

from reportdesk.form.loader import load_edition
from reportdesk.form.model import INTRO
from reportdesk.report.model import Acceptance, LastYear, Note, Report
from tests.figures import some_figures

FORM = load_edition("2021")
#: The largest figure that a cell can hold.
_MOST = 10**15 - 1
SECTIONS = [section.key for section in FORM.sections]
HOSTILE = [
    "{{7*7}}",
    "<w:p>",
    "A & B",
    "%}",
    "\x00\x1b",
    "\u2028",
    "\ufeff",
    "e\u0301",
    "\U00020bb7",
    '"\\',
    "a\nb\r\nc",
]

texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
words = texts.filter(bool)


acceptances = st.builds(Acceptance, code=words, subject=words, figures=texts, note=texts)
last_years = st.builds(
    LastYear,
    edition=st.just("2021"),
    year=st.integers(1, 9999),
    organ=texts,
    cells=some_figures(tuple(FORM.cells.values()), _MOST),
    texts=st.dictionaries(st.sampled_from([INTRO, *SECTIONS]), words),
)
plain_data = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
reports = st.builds(
    Report,
    form=st.just(FORM),
    organ=texts,
    year=st.integers(0, 9999),
    level=st.sampled_from(["", *(level.key for level in FORM.levels)]),
    title=texts,
    signature_organ=texts,
    signature_date=texts,
    cells=some_figures(FORM.entered, _MOST),
    stated=some_figures(FORM.derived, _MOST),
    invalid=st.dictionaries(st.sampled_from(list(FORM.cells)), texts, max_size=4),
    texts=st.dictionaries(st.sampled_from([INTRO, *SECTIONS]), words),
    inherited=st.dictionaries(st.sampled_from([INTRO, *SECTIONS]), st.lists(texts, max_size=3).map(tuple)),
    unconfirmed=st.dictionaries(
        st.sampled_from([cell.key for cell in FORM.entered]), st.just(True), max_size=5
    ),
    accepted=st.lists(acceptances, max_size=3).map(lambda all_: {word.subject: word for word in all_}),
    last=st.none() | last_years,
    notes=st.lists(
        st.builds(Note, texts, texts, st.lists(texts, max_size=2).map(tuple), texts), max_size=3
    ).map(tuple),
    extra=st.dictionaries(texts.map("new_{}".format), plain_data, max_size=3),
)
