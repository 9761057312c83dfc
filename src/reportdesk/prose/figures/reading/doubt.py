"""Whether a figure may be misread: then it counts only where its neighbours agree with the tables."""

from __future__ import annotations

from reportdesk.prose.figures.meaning.measures import Wanted
from reportdesk.prose.figures.meaning.reach import Reach
from reportdesk.prose.figures.reading.context import Context
from reportdesk.prose.lexicon.wordings import Measure


def is_in_doubt(
    measure: Measure, reach: Reach, topic: str, wanted: Wanted, context: Context, *, is_new_clause: bool
) -> bool:
    """Tell whether a figure counts only where its neighbours agree with the tables.

    A number that is the sum of those before it is as sure as they are.
    """
    if (measure.doubtful and not wanted.row) or context.is_part_of_unread:
        return True
    if reach.is_loose and not (wanted.denied and measure.loose):
        return True
    lexicon = context.lexicon
    named = any(lexicon.topic_of(token.label) == topic for token in reach.tokens)
    is_about = any(lexicon.topic_by_label.get(token.label) == topic for token in reach.tokens)
    if context.is_doubtful and not (named or (is_about and wanted.denied)):
        return True
    goes_on = context.is_own_topic and not is_new_clause
    return not (wanted.row or named or is_about or goes_on or reach.is_clean)
