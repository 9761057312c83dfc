"""Reading a paragraph sentence by sentence, and remembering what was read: typing changes one at a time."""

from __future__ import annotations

from functools import lru_cache

from reportdesk.prose.figures.groups import Group, sentences_in
from reportdesk.prose.figures.mentions import Mention
from reportdesk.prose.figures.sentence import SentenceReader
from reportdesk.prose.figures.tokens import tokens_in
from reportdesk.prose.lexicon.cell_sums import cells_of
from reportdesk.prose.lexicon.lexicon import Lexicon


@lru_cache(maxsize=4096)
def mentions_in(paragraph: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the figures that a paragraph tells, in order; spans count from its start."""
    topic = ""
    found: list[Mention] = []
    for groups in sentences_in(tokens_in(paragraph, lexicon)):
        if any(group.has("elsewhere") for group in groups):
            topic = ""
        elif groups:
            reader = SentenceReader(
                lexicon, _vetoed(paragraph, groups, lexicon), topic or _hinted(groups, lexicon)
            )
            mentions = [mention for group in groups for mention in reader.read(group)]
            found += (
                mention
                for mention in mentions
                if not _is_taken_back(mention, mentions) and not _is_one_of_many(mention, mentions)
            )
            topic = reader.topic
    return tuple(found)


def _vetoed(paragraph: str, groups: list[Group], lexicon: Lexicon) -> frozenset[str]:
    words = paragraph[groups[0].span[0] : groups[-1].span[1]]
    return frozenset(
        topic for topic, signs in lexicon.file.vetoes.items() if any(sign in words for sign in signs)
    )


def _hinted(groups: list[Group], lexicon: Lexicon) -> str:
    topics = (
        lexicon.hinted_topic_by_label.get(token.label, "") for group in groups for token in group.tokens
    )
    return next(filter(None, topics), "")


def _is_one_of_many(mention: Mention, others: list[Mention]) -> bool:
    """Tell whether a sentence counts the same again, office by office; a larger first is the whole."""
    same = [
        other
        for other in others
        if other.sums == mention.sums and other.year == mention.year and other.numeral is not None
    ]
    if mention.numeral is None or len({other.value for other in same}) < 2:
        return False
    return mention is not same[0] or mention.value < sum(other.value for other in same[1:])


def _is_taken_back(mention: Mention, others: list[Mention]) -> bool:
    """Tell whether a claim that nothing is left stands beside a number of what is left."""
    cells = set(cells_of(mention.sums))
    return mention.is_claim and any(
        other.value and not other.is_claim and not cells.isdisjoint(cells_of(other.sums)) for other in others
    )
