"""What section 五 promised last year, beside what this year's says: sentences about what will be done."""

from __future__ import annotations

from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.text.clauses import sentences_of
from reportdesk.prose.text.likeness import likeness
from reportdesk.report.model import Report


class Promise(Frozen, frozen=True):
    """A sentence of last year's about what would be done, and this year's most like it; empty if none is.

    `likeness` is from 0 to 1 with years and digits set aside; near 1 the promise was copied.
    """

    last: str
    now: str
    likeness: float


def promise_section(form: Form) -> str:
    """Return the key of the section that says what will be done; empty for a form that names none."""
    return load_lexicon(form).file.promises.section


def promises(report: Report) -> tuple[Promise, ...]:
    """Return last year's promises in order, each with this year's nearest; none without last year's text."""
    wanted = load_lexicon(report.form).file.promises
    if report.last is None or not wanted.section:
        return ()
    now = _sentences(report.texts.get(wanted.section, ""))
    promised = _sentences(report.last.texts.get(wanted.section, ""))
    return tuple(
        _beside(sentence, now, wanted.least) for sentence in promised if _is_promise(sentence, wanted.words)
    )


def _beside(sentence: str, now: tuple[str, ...], least: float) -> Promise:
    alike, nearest = max(((likeness(sentence, other), other) for other in now), default=(0.0, ""))
    return Promise(sentence, nearest, alike) if alike >= least else Promise(sentence, "", alike)


def _is_promise(sentence: str, words: tuple[str, ...]) -> bool:
    return any(word in sentence for word in words)


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentences_of(text))
