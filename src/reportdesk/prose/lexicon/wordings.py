"""The shape of `prose.toml`: words, measures, promises and sentences, as the template lists them."""

from typing import Annotated, Literal, TypeAlias, get_args

from msgspec import Meta

from reportdesk.form.parts import NonBlank, TemplateData

#: What a word does beside naming something; see `prose.toml`.
Role = Literal[
    "filler",
    "verb",
    "negator",
    "all",
    "rest",
    "of_which",
    "about",
    "compare",
    "channel",
    "every_channel",
    "aside",
    "apart",
    "among",
    "others",
    "each",
    "in_turn",
    "sum",
    "share",
    "since_last",
    "more",
    "less",
    "scope",
    "elsewhere",
    "onward",
    "cause",
    "carry",
    "this_year",
    "last_year",
    "next_year",
    "timely",
    "done",
    "content",
    "made",
    "etc",
    "organ",
    "residue",
    "besides",
]
#: What reading cannot do without: a file that counts anything has a label for each.
ROLES: tuple[Role, ...] = get_args(Role)


#: What a list of numbers tells: what came of requests, who asked; empty for anything else.
ListKind = Literal["", "outcome", "applicant"]
#: Some words, or what fills a slot: none at all is a slip.
_Some: TypeAlias = Annotated[tuple[NonBlank, ...], Meta(min_length=1)]


def roles_of(role: Role | tuple[Role, ...]) -> frozenset[Role]:
    """Return one role, or several, as a set."""
    return frozenset(role if isinstance(role, tuple) else (role,))


class Label(TemplateData, frozen=True):
    """Words that mean the same; an object has a `topic`, and `fill` chooses among cells.

    `role` is one role, or several, of the words.
    """

    words: Annotated[tuple[str, ...], Meta(min_length=1)]
    topic: str = ""
    role: Role | tuple[Role, ...] = ()
    fill: dict[str, _Some] = {}

    @property
    def roles(self) -> frozenset[Role]:
        """Return the roles of the words."""
        return roles_of(self.role)


class Phrase(TemplateData, frozen=True):
    """Words that no list can hold, as a `pattern` of at most a few dozen characters: 按照…规定.

    `first` are the characters with which one can begin. It has roles, or a `label` whose words mean the same.
    """

    first: str
    pattern: str
    role: Role | tuple[Role, ...] = ()
    label: str = ""


class Measure(TemplateData, frozen=True):
    """What a number can count: the labels that tell it, and the sums of cells to try.

    `any`, `also`, `all` and `none` are labels within reach of the number: one of the first two each, every
    one, none. `clean` asks that no unknown word stands before the number, `leads` that a telling one does,
    `after_whole` that a whole was told before in the sentence. `denied` allows zero said in words, `loose`
    lets unknown words stand between what is denied. `implied` allows a word without a number after a `whole`
    one (均维持), `bare` also without 均. A `claim` is 均 itself. `zero_code` is the code where one side
    alone is 0. `no_units` are counters of what is no decision (事项58项).

    Beside `sums`, `when_all` sums are tried where 均 stands by, `of_which` sums after 其中, `held` sums
    where a part of them is told in the sentence. `put_off` is taken from a whole before 其余; what `is_total`
    is none where it is one part of a whole beside others; `past` tells of last year by its words and is this
    year's cell. What is `doubtful` counts where the figures beside it agree with the tables, what is
    `nonzero` says nothing against a figure of 0. Parts of one list have one `kind`; what has `of_row` is the
    sum of numbers before it, all of that kind (or all `apart`: no cell's). What `gives_way` is left out where
    a part of it has the same cells by surer words. `beside` is what the same words tell too, under no
    conditions of its own.
    """

    key: NonBlank
    code: NonBlank
    name: NonBlank
    sums: _Some
    zero_code: str = ""
    topic: str = ""
    any: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    of_which: tuple[str, ...] = ()
    when_all: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    unit: Literal["count", "money"] = "count"
    no_units: str = ""
    clean: bool = False
    leads: bool = False
    denied: bool = False
    implied: bool = False
    bare: bool = False
    whole: bool = False
    claim: bool = False
    put_off: bool = False
    is_total: bool = False
    past: bool = False
    after_whole: bool = False
    kind: ListKind = ""
    loose: bool = False
    doubtful: bool = False
    of_row: ListKind | Literal["apart"] = ""
    nonzero: bool = False
    gives_way: bool = False
    beside: "Measure | None" = None

    @property
    def labels(self) -> tuple[str, ...]:
        """Return every label that the measure names."""
        return self.any + self.also + self.all + self.none

    @property
    def is_result(self) -> bool:
        """Tell whether it counts what came of requests, not the requests: who asked may be told of it."""
        return self.kind == "outcome" or self.is_total


class Units(TemplateData, frozen=True):
    """Counters of one character each, and units of money with how many of them make one of the form's."""

    count: str = ""
    money: dict[str, Annotated[int, Meta(ge=1)]] = {}


class Promising(TemplateData, frozen=True):
    """Where promises stand, the words that make one, and how alike (0 to 1) is the same."""

    section: str = ""
    words: tuple[NonBlank, ...] = ()
    least: Annotated[float, Meta(ge=0, le=1)] = 0.4


class Clause(TemplateData, frozen=True):
    """A clause of a sentence: the sum of cells that it tells, its words for 0 and for n, and its parts.

    Words without a text leave the clause out; `{n}` is the figure. `of` are the parts told after 其中.
    """

    sum: str
    some: str
    none: str = ""
    of: "tuple[Clause, ...]" = ()


class Sentence(TemplateData, frozen=True):
    """A sentence that follows the figures: where it belongs, what it says where all is 0, its clauses.

    `about` are the topics that it tells, `words` a pattern of sentences that it takes the place of. A
    sentence without clauses tells an amount that no cell holds: `some` has it as `{n}`.
    """

    key: NonBlank
    name: NonBlank
    section: str
    none: str
    subhead: str = ""
    lead: str = ""
    some: str = ""
    about: tuple[str, ...] = ()
    words: str = ""
    clause: tuple[Clause, ...] = ()


class NilWords(TemplateData, frozen=True):
    """What a report without requests and disputes says: tables that are all 0, and its sentences."""

    tables: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()


class ProseFile(TemplateData, frozen=True):
    """The whole of `prose.toml`."""

    units: Units = Units()
    defaults: dict[str, _Some] = {}
    label: dict[str, Label] = {}
    phrase: tuple[Phrase, ...] = ()
    names: tuple[NonBlank, ...] = ()
    measure: tuple[Measure, ...] = ()
    odd: dict[ListKind, Measure] = {}
    vetoes: dict[str, _Some] = {}
    near_vetoes: dict[str, _Some] = {}
    shadows: dict[str, _Some] = {}
    tells: dict[str, _Some] = {}
    hints: dict[str, _Some] = {}
    promises: Promising = Promising()
    sentence: tuple[Sentence, ...] = ()
    nil: NilWords = NilWords()
