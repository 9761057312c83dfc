"""What a rule of tidying mends never stands in a text without the rule's signs."""

from itertools import product

from reportdesk.prose.sentences.tidying import _RULES

PIECES = "办", "a", "1", "１", "，", "。", ",", ".", "?", " ", "\u3000", "”", "\n", "件", "_GoBack", "的"


def test_no_match_lacks_the_signs_of_its_rule() -> None:
    texts = ["".join(pieces) for length in (1, 2, 3) for pieces in product(PIECES, repeat=length)]
    texts += ["见[bookmark: 一]", "_Toc123456", "{ PAGE \\* MERGEFORMAT }", "本局本局 收到收到"]
    met = 0
    for rule in _RULES:
        for text in texts:
            for match in rule.pattern.finditer(text):
                met += 1
                assert any(sign in match[0] for sign in rule.signs), (rule.reason, text)
    assert met > len(_RULES)
