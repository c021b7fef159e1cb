"""Mends verbs of telling that the model joined to what was told: "said nine had been killed, and put the rebels' dead at 12".

The nine put nothing at anything. Where the subject of what was told can tell nothing, being dead, a thing or the sufferer of
a passive, and the second verb has the tense of the first, whoever told the first tells the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token
from dateline.reference.actor_words import word_set

Changes = dict[int, Token]

_TOLD = word_set(
    "say tell report add announce confirm claim warn explain note state declare write admit deny acknowledge concede insist"
    " maintain allege believe estimate predict reply argue affirm assert reveal disclose promise hear see"
)
"""Verbs that have what was told for their content."""
_GOES_ON = word_set(
    "say report add announce confirm claim warn explain note state declare admit deny acknowledge concede insist maintain allege"
    " estimate predict affirm assert accuse blame dismiss reject describe call put place give count list promise vow pledge"
    " threaten refuse decline condemn deplore dispute stress appeal urge demand"
)
"""Verbs with which somebody tells on."""
_VERDICTS = word_set(
    "claim allegation accusation charge assertion statement account version report figure toll denial boast suggestion number"
    " contention rumour rumor story"
)
_COUNTED = word_set("dead toll number figure loss casualty total death injured wounded count tally strength")
_THINGS = word_set(
    "position post camp town village city base vehicle building house attack raid strike clash fighting shelling blast explosion"
    " offensive operation war situation road bridge airport airfield line front plane aircraft helicopter convoy truck tank"
    " bomb shell rocket missile mine figure toll power water market hospital school area district region calm order talk truce"
    " ceasefire deal agreement fire damage casualty body child baby it there"
)
"""What tells nothing."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_PAST, _PRESENT = ("VBD", "VBN"), ("VBZ", "VBP")
_FINITE = (*_PAST, *_PRESENT)
_NO_CONTENT = word_set("aux auxpass nsubj nsubjpass mark")


def with_telling_resumed(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The tokens of one sentence, the very same sequence where nothing had to be mended; the edges are not counted anew."""
    here = tokens
    for token in tokens:
        if token.dep == "conj" and token.lemma in _GOES_ON and token.tag in _FINITE:
            changes = _resumed(here[token.index - first], here, first)
            here = [changes.get(other.index, other) for other in here] if changes else here
    return here


def _resumed(verb: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes that join a verb of telling to the one that told what stands before it."""
    told = _top(here[verb.head - first], here, first)
    teller = here[told.head - first]
    kids = [kid for kid in here if kid.head == verb.index]
    if told.dep != "ccomp" or teller.lemma not in _TOLD or not teller.index < told.index < verb.index:
        return {}
    if any(kid.dep in _NO_CONTENT for kid in kids) or not _in_one_tense(teller, verb) or not _tells(verb, kids, here):
        return {}
    odd = verb.tag in ("VBZ", "VBP", "VBD") and (_is_modal(told, here) or (verb.tag == "VBZ" and _is_past(told, here)))
    if not odd and not _is_mute(told, here) and not _is_apart(verb, kids, here, first):
        return {}
    before = here[verb.index - first - 1 : verb.index - first]
    loose = [*before, *here[verb.index - first - 2 : verb.index - first - 1]]
    marks = {one.index: replace(one, head=teller.index) for one in loose if one.dep in ("cc", "punct")}
    tag = "VBD" if verb.tag == "VBN" else verb.tag
    return {**marks, verb.index: replace(verb, head=teller.index, dep="conj", tag=tag)}


def _top(told: Token, here: Sequence[Token], first: int) -> Token:
    """The first of the clauses to which a clause is joined."""
    while told.dep == "conj" and here[told.head - first].index < told.index:
        told = here[told.head - first]
    return told


def _in_one_tense(teller: Token, verb: Token) -> bool:
    """Whether both are told in the past, or both in the present."""
    return any(teller.tag in tags and verb.tag in tags for tags in (_PAST, _PRESENT))


def _is_past(told: Token, here: Sequence[Token]) -> bool:
    helped = (kid.tag == "VBD" for kid in here if kid.head == told.index and kid.dep in ("aux", "auxpass"))
    return told.tag == "VBD" or any(helped)


def _is_apart(verb: Token, kids: Sequence[Token], here: Sequence[Token], first: int) -> bool:
    """Whether a verb of telling is set off from what was told: "said they left and were resting, and accused …", "… but claims that"."""
    before = here[verb.head - first]
    joins = [one for one in here[max(0, verb.index - first - 2) : verb.index - first] if one.dep in ("cc", "punct")]
    words = [one.lower for one in joins]
    row = before.dep == "conj" or any(
        one.dep == "conj" and one.head == verb.head and one.index < verb.index for one in here
    )
    turned = "but" in words and any(kid.dep == "ccomp" and kid.index > verb.index for kid in kids)
    return turned or (row and "," in words and "and" in words)


def _is_modal(told: Token, here: Sequence[Token]) -> bool:
    """Whether a clause has a modal: nothing finite can share it, as in "said it would open the road and called on …"."""
    return any(kid.tag == "MD" for kid in here if kid.head == told.index and kid.dep == "aux")


def _is_mute(told: Token, here: Sequence[Token]) -> bool:
    """Whether the subject of what was told is a thing, or suffers what is told."""
    subjects = [kid for kid in here if kid.head == told.index and kid.dep in _SUBJECTS]
    return any(kid.dep in ("nsubjpass", "expl") or kid.lemma.lower() in _THINGS or kid.pos == "NUM" for kid in subjects)


def _tells(verb: Token, kids: Sequence[Token], here: Sequence[Token]) -> bool:
    """Whether a verb has something that is told: a clause, a toll at a number, somebody accused of a deed."""
    if any(kid.dep == "ccomp" and kid.index > verb.index for kid in kids):
        return True
    objects = [kid for kid in kids if kid.dep == "dobj" and kid.index > verb.index]
    if not objects and verb.lemma in ("call", "appeal"):
        return any(kid.head == verb.index and kid.dep == "prep" and kid.lower in ("on", "for", "to") for kid in here)
    if not objects:
        return verb.lemma in ("promise", "vow", "pledge", "threaten", "refuse", "decline") and verb.tag != "VBN"
    below = {kid.index for kid in objects} | {verb.index}
    joins = {kid.lower for kid in here if kid.head in below and kid.dep == "prep"}
    if verb.lemma in ("accuse", "blame"):
        return not joins.isdisjoint(("of", "for", "on"))
    if verb.lemma in ("put", "place", "give", "count", "list", "estimate", "report"):
        counted = any(kid.lemma in _COUNTED or kid.lower in _COUNTED for kid in objects)
        return (counted and (verb.lemma != "place" or "at" in joins)) or _at_a_number(below, here)
    if verb.lemma in (
        "condemn",
        "deplore",
        "describe",
        "call",
        "urge",
        "demand",
        "announce",
        "threaten",
        "vow",
        "promise",
    ):
        return verb.tag != "VBN"
    return any(kid.lemma in _VERDICTS for kid in objects)


def _at_a_number(below: set[int], here: Sequence[Token]) -> bool:
    """Whether something is put at a number, or told as missing: "put the rebels' dead at 40", "listed 14 as missing"."""
    joins = {kid.index for kid in here if kid.head in below and kid.lower in ("at", "as")}
    return any(kid.head in joins and (kid.pos == "NUM" or kid.lower in ("missing", "dead", "wounded")) for kid in here)
