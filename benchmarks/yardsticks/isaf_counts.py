"""How many people a press release says were killed or captured, by the coding rules of the ISAF data set.

The rules belong to the data set, not to the product, which never turns words into numbers: "several" and a bare plural
count as 3 ("other militants" as 2), "numerous" as 4, "more than N" as N + 1, somebody singular as 1. A release tells the same raid two or
three times, so the largest number told in one sentence counts. A sentence that only tells of "others" adds to it; sums over
several operations and a bare "the insurgents" count only where nothing better is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.record import Case, Claim
from dateline.model.text import Parse, Token

KILL = frozenset(("kill", "shoot", "die"))
CAPTURE = frozenset(("detain", "capture", "arrest", "apprehend"))
KILL_NOUNS = frozenset(("death", "killing"))
CAPTURE_NOUNS = frozenset(("capture", "detention", "arrest"))

NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen":
    17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "dozen": 12, "dozens":
    24, "both": 2,
}  # fmt: skip
VAGUE = {"several": 3, "few": 3, "multiple": 3, "some": 3, "numerous": 4, "many": 4}
COLLECTIVES = frozenset(("team", "group", "number", "series", "cell", "band", "squad"))
LEADERS = frozenset(("leader", "commander", "governor", "chief", "boss"))
THINGS = frozenset((
    "weapon", "rifle", "grenade", "cache", "material", "explosive", "device", "vehicle", "motorcycle", "drug",
    "opium", "heroin", "narcotic", "compound", "area", "position", "building", "ammunition", "document", "round",
    "equipment", "attack", "soldier", "policeman", "troop", "police", "servicemember", "operation", "capability",
    "animal", "dog",
))  # fmt: skip
OTHERS = frozenset(("other", "others", "additional"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """So many people, of whom so many lead; `more` when they come on top of those told
    before, `mixed` when they are several groups counted together, `weak` when the
    number is a sum over operations or only understood.
    """

    people: int
    leaders: int
    more: bool
    mixed: bool
    weak: bool


def happened(case: Case, token: Token) -> bool:
    """Whether no claim about this token says that it did not happen, and no officer says it in a quotation."""
    if any(quote.span.start <= token.start < quote.span.end for quote in case.quotes):
        return False
    return all(_real(claim) for claim in case.claims if any(s.start <= token.start < s.end for s in claim.spans))


def _real(claim: Claim) -> bool:
    modal = claim.modality in ("planned", "hypothetical", "ordered", "threatened", "called_for", "possible")
    return not modal and claim.polarity == "positive"


def total(tolls: list[Toll]) -> tuple[int, int]:
    """People and leaders of one incident told in several sentences."""
    strong = [toll for toll in tolls if not toll.weak] or tolls
    people, counted = 0, any(toll.mixed for toll in strong)
    for toll in strong:
        adds = toll.more and people > 0 and not counted
        people = people + toll.people if adds else max(people, toll.people)
        counted = counted or toll.more
    return people, max((toll.leaders for toll in strong), default=0)


def tolls(case: Case, *, verbs: frozenset[str], nouns: frozenset[str], start: int) -> Iterator[Toll]:
    """What each sentence from the offset on tells of people killed (or captured)."""
    parse = case.parse
    for sentence in parse.sentences:
        tokens = parse.tokens[sentence.first : sentence.last + 1]
        anchors = [t for t in tokens if t.start >= start and _anchors(parse, t, verbs, nouns) and happened(case, t)]
        victims = {v.index: v for anchor in anchors for v in _affected(parse, anchor)}
        people = [v for v in victims.values() if _person(v)]
        if people:
            yield _toll(parse, people, several=any(_operations(parse, t) for t in tokens))


def _anchors(parse: Parse, token: Token, verbs: frozenset[str], nouns: frozenset[str]) -> bool:
    if token.pos == "NOUN":
        return token.lemma.lower() in (nouns | {"custody"} if "arrest" in nouns else nouns)
    passive_or_active = token.pos in ("VERB", "ADJ") and token.lemma.lower() in verbs
    return passive_or_active and not parse.kids(token, "neg") and not _aim(parse, token) and not _aside(parse, token)


def _aim(parse: Parse, token: Token) -> bool:
    """Whether the verb tells of an aim ("to detain a commander") or of a record so far ("have captured 17")."""
    helpers = {kid.lower for kid in parse.kids(token, "aux")}
    return "to" in helpers or ("have" in helpers and not parse.kids(token, "nsubjpass"))


def _aside(parse: Parse, token: Token) -> bool:
    """Whether a relative clause tells of something before ("an attack that killed four")."""
    return token.dep == "relcl" and parse.head(token).lemma.lower() in THINGS


def _operations(parse: Parse, token: Token) -> bool:
    """Whether the sentence sums up: "four operations", "separate operations"."""
    counted = {kid.lower for kid in parse.kids(token, "nummod", "amod")}
    return token.lower in ("operations", "missions") and bool(
        counted & (set(NUMBERS) | {"several", "separate", "multiple"})
    )


def _affected(parse: Parse, anchor: Token) -> Iterator[Token]:
    """The heads of those who were killed or captured."""
    if anchor.lower == "custody":
        anchor = next((t for t in parse.ancestors(anchor) if t.pos == "VERB"), anchor)
    intransitive = anchor.lemma.lower() == "die"
    roots = parse.kids(anchor, "nsubj" if intransitive else "dobj", "nsubjpass")
    if anchor.dep in ("acl", "relcl") and anchor.tag == "VBN" and not parse.kids(anchor, "nsubjpass", "nsubj"):
        roots.append(parse.head(anchor))
    for preposition in parse.kids(anchor, "prep"):
        if (anchor.pos == "NOUN" and preposition.lower == "of") or preposition.lower in ("with", "along"):
            roots += _companions(parse, preposition)
    if anchor.dep == "conj" and not roots and anchor.tag in ("VBN", "VBD"):
        yield from _affected_by_first(parse, anchor)
    for root in roots:
        relative = root.lower in ("who", "whom", "that") and anchor.dep == "relcl"
        yield from _joined(parse, parse.head(anchor) if relative else root)


def _affected_by_first(parse: Parse, anchor: Token) -> Iterator[Token]:
    """The subject of "were killed and detained" stands by the first verb."""
    first = parse.head(anchor)
    for subject in parse.kids(first, "nsubjpass"):
        yield from _joined(parse, subject)


def _joined(parse: Parse, root: Token) -> Iterator[Token]:
    """The noun, those coordinated with it, and those "along with" it."""
    yield root
    for kid in parse.kids(root, "conj"):
        yield from _joined(parse, kid)
    for preposition in parse.kids(root, "prep"):
        if preposition.lower in ("alongside", "along", "together"):
            for kid in _companions(parse, preposition):
                yield from _joined(parse, kid)


def _companions(parse: Parse, preposition: Token) -> list[Token]:
    """Those who stand after "with", "along with"."""
    inner = [preposition, *parse.kids(preposition, "prep")]
    return [kid for each in inner for kid in parse.kids(each, "pobj")]


def _person(token: Token) -> bool:
    return token.lemma.lower() not in THINGS and (token.pos != "PRON" or token.lower in VAGUE or token.lower in NUMBERS)


def _toll(parse: Parse, heads: list[Token], *, several: bool) -> Toll:
    counts = [(count(parse, head), head) for head in heads]
    others = [_among_others(parse, head) for head in heads]
    understood = _understood(parse, heads[0])
    return Toll(
        people=sum(n for n, _ in counts),
        leaders=sum(n for n, head in counts if head.lemma.lower() in LEADERS),
        more=all(others),
        mixed=len(heads) > 1,
        weak=several or understood,
    )


def _among_others(parse: Parse, head: Token) -> bool:
    return any(t.lower in OTHERS for t in parse.tokens[head.left : head.index + 1])


def _understood(parse: Parse, head: Token) -> bool:
    """Whether a plural points back to people told of before ("the suspected insurgents")."""
    before = parse.tokens[head.left : head.index]
    plural = head.tag in ("NNS", "NNPS")
    return plural and bool(before) and before[0].lower in ("the", "these", "those") and _stated(parse, head) is None


def count(parse: Parse, head: Token) -> int:
    """How many the noun phrase means, by the data set's rules."""
    stated = _stated(parse, head)
    if stated is not None:
        return stated
    if head.tag in ("NNS", "NNPS"):
        return 2 if _among_others(parse, head) else 3
    return 3 if head.lemma.lower() in COLLECTIVES else 1


def _stated(parse: Parse, head: Token) -> int | None:
    """The number or vague word that stands before the noun or in its place."""
    before = parse.tokens[head.left : head.index + 1]
    more = bool({"more", "over"} & {t.lower for t in before})
    number = next((n for t in before if (n := _number(t)) is not None), None)
    if number is not None and number < 200:
        return number + more
    return next((VAGUE[t.lower] for t in before if t.lower in VAGUE), None)


def _number(token: Token) -> int | None:
    if token.lower.isdecimal():
        return int(token.lower)
    return NUMBERS.get(token.lower)
