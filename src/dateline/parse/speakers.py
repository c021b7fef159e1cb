"""Mends who says it where a sentence ends with its speaker: "…, killing nine people, including a child, a medic said".

The model makes such a speaker one more of those named before him, so that the dead would speak, or makes his verb one
more deed. And behind a speaker in the middle ("…, police said, killing two") it lets him do what the deed before him did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token
from dateline.reference.actor_words import word_set
from dateline.reference.headline_verbs import PAST

Changes = dict[int, Token]

_TELLING = word_set("say tell report add announce confirm claim warn explain note state declare write")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_SPEECH = word_set("accuse condemn condemned demand declare seek vow deny blame")
_DONE = (frozenset(PAST) | word_set("cause force bring prompt raise leave set spark trigger")) - _SPEECH
_ADJUNCTS = ("prep", "agent", "npadvmod", "advmod", "dobj", "dative", "punct", "tmod", "oprd")
_MISTAKEN = ("nsubj", "appos", "conj", "npadvmod", "dep", "dobj")
"""How a speaker hangs, rightly or as one more of those before him."""
_SAID_WHEN = word_set("on late early earlier monday tuesday wednesday thursday friday saturday sunday")
_TIMES = word_set("after before when while as since until")
_NO_SPEAKERS = ("IN", "CC", "TO", "WDT", "WP", "WRB", "VBG", "VB", "EX")
_LONGEST = 24
"""Words of a speaker with his office and his name."""


def with_speakers_apart(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The tokens of one sentence, the very same sequence where nothing had to be mended; the edges are not counted anew."""
    here = tokens
    for token in tokens:
        if token.lemma in _TELLING and token.tag in ("VBD", "VBZ"):
            verb = here[token.index - first]
            changes = _behind_all(verb, here, first) or _in_the_middle(verb, here, first)
            here = [changes.get(other.index, other) for other in here] if changes else here
    return here


def _behind_all(verb: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes that make a speaker at the end the subject of his verb, and what stands before him what he says."""
    kids = [kid for kid in here if kid.head == verb.index]
    if verb.dep == "parataxis" or any(kid.index > verb.index and kid.dep not in _ADJUNCTS for kid in kids):
        return {}
    whom = any(kid.dep == "dobj" and kid.index > verb.index for kid in kids) and verb.lemma != "tell"
    if whom or any(token.pos != "PUNCT" for token in here[verb.right - first + 1 :]):
        return {}
    found = _speaker(verb, here, first)
    told = _told(verb, here, found[1], first) if found is not None else None
    if found is None or told is None:
        return {}
    noun, comma = found
    subjects = [kid for kid in kids if kid.dep in _SUBJECTS and kid.index < verb.index]
    if noun in subjects and len(subjects) == 1 and told.head == verb.index:
        return {}
    lost = [kid for kid in subjects if kid.index < comma]
    back = _given_back(lost, here, first)
    if back is None or len(lost) > 1:
        return {}
    top = told if told.head != verb.index else verb
    over = verb.index if top.head == top.index else top.head
    loose = (kid for kid in kids if kid.index < comma and kid.dep not in _SUBJECTS and kid != told)
    return {
        **{kid.index: replace(kid, head=told.index) for kid in loose},
        **back,
        noun.index: replace(noun, head=verb.index, dep="nsubj"),
        told.index: replace(told, head=verb.index, dep="ccomp"),
        verb.index: replace(verb, head=over, dep=top.dep, tag="VBD" if verb.tag == "VBN" else verb.tag),
    }


def _speaker(verb: Token, here: Sequence[Token], first: int) -> tuple[Token, int] | None:
    """The noun of the phrase before a verb that a comma opens, and where that comma stands."""
    end = verb.index - first - 1
    closed = end > 0 and here[end].text == ","
    start = _comma_before(end - closed, here)
    if start is not None and closed:
        name = here[start + 1 : end]
        start = _comma_before(start - 1, here) if name and name[0].tag in ("NNP", "NN", "DT") else None
    if start is None or not 0 < end - start <= _LONGEST or here[start + 1].tag in _NO_SPEAKERS:
        return None
    phrase = here[start + 1 : end + 1]
    inside = range(phrase[0].index, verb.index)
    tops = [t for t in phrase if t.head not in inside and t.dep != "punct"]
    if len(tops) != 1 or tops[0].tag not in _NOUNS or tops[0].dep not in _MISTAKEN:
        return None
    return (tops[0], first + start) if tops[0].left == phrase[0].index else None


def _comma_before(at: int, here: Sequence[Token]) -> int | None:
    while at > 0 and here[at].text != ",":
        if here[at].text in (";", ":", '"', "”") or here[at].dep == "ROOT":
            return None
        at -= 1
    return at if at > 0 else None


def _told(verb: Token, here: Sequence[Token], comma: int, first: int) -> Token | None:
    """The verb of the clause that ends before a speaker: it has a subject, and stands over or right below his verb."""
    over = here[verb.head - first]
    below = [t for t in here[: comma - first] if (t.head, t.dep) == (verb.index, "ccomp")]
    while not below and over.head != over.index and (over.pos not in ("VERB", "AUX") or over.dep in ("acl", "relcl")):
        over = here[over.head - first]
    told = below[-1] if below else over
    while told.dep == "conj" and here[told.head - first].pos in ("VERB", "AUX"):
        told = here[told.head - first]
    helped = any(kid.head == told.index and kid.tag in _FINITE and kid.dep in ("aux", "auxpass") for kid in here)
    own = any(kid.head == told.index and kid.dep in _SUBJECTS and kid.index < told.index for kid in here)
    whole = told.index < comma and own and (helped or told.tag in _FINITE)
    free = told.dep in ("ROOT", "ccomp", "conj") and told.lemma not in _TELLING
    return told if whole and free and not _opened(told, here) else None


def _opened(verb: Token, here: Sequence[Token]) -> bool:
    return any(kid.head == verb.index and kid.dep == "mark" for kid in here)


def _given_back(lost: Sequence[Token], here: Sequence[Token], first: int) -> Changes | None:
    """The changes for what came as a subject before the speaker; None where no verb or preposition before it lacks an object."""
    if not lost:
        return {}
    noun = lost[0]
    hurt = next((kid for kid in here if (kid.head, kid.dep, kid.tag) == (noun.index, "acl", "VBN")), None)
    link = here[noun.left - first - 1]
    if hurt is not None and link.dep == "cc" and link.head < noun.left:
        return {
            noun.index: replace(noun, head=hurt.index, dep="nsubjpass"),
            hurt.index: replace(hurt, head=link.head, dep="conj"),
        }
    before = next((t for t in reversed(here[: noun.left - first]) if t.text != ","), noun)
    if noun.left == first:
        return None
    if before.dep in ("prep", "agent"):
        return {noun.index: replace(noun, head=before.index, dep="pobj")}
    if before.pos == "VERB" and not any(kid.head == before.index and kid.dep == "dobj" for kid in here):
        return {noun.index: replace(noun, head=before.index, dep="dobj")}
    if here[noun.left - first - 1].text == "," and before.tag in _NOUNS:
        return {noun.index: replace(noun, head=before.index, dep="appos")}
    return None


def _in_the_middle(verb: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes that give back to the clause before a speaker the deeds and the time behind him."""
    at = verb.index - first
    while at + 1 < len(here) and here[at + 1].lower in _SAID_WHEN:
        at += 1
    if at + 1 == len(here) or here[at + 1].text != ",":
        return _parted(verb, here, first)
    told = _around(verb, here, first)
    if told is None:
        return {}
    if told.head != verb.index and told.head != told.index and verb.head == told.head:
        return _before_its_time(verb, told, here, first)
    deeds = [kid for kid in here[at + 2 :] if kid.head == verb.index and kid.lemma in _DONE and not _led(kid, here)]
    moved = [
        kid
        for kid in deeds
        if (kid.tag == "VBG" and kid.dep in ("advcl", "xcomp")) or (kid.tag == "VBD" and kid.dep == "conj")
    ]
    links = [kid for kid in here[at + 2 :] if moved and kid.head == verb.index and kid.dep == "cc"]
    return {kid.index: replace(kid, head=told.index) for kid in (*moved, *links)}


def _parted(verb: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes for a clause that a speaker behind his verb parts from its subject: "The bomb, said the mayor, was small"."""
    subjects = [kid for kid in here if kid.head == verb.index and kid.dep == "nsubj"]
    closed = max((kid.right for kid in subjects), default=verb.index) + 1 - first
    if len(subjects) != 2 or not subjects[0].index < verb.index < subjects[1].index or closed >= len(here):
        return {}
    rest = next((t for t in here[closed:] if t.head == verb.index and t.dep in ("ccomp", "conj")), None)
    rest = here[verb.head - first] if verb.dep == "parataxis" else rest
    if (
        here[verb.index - first - 1].text != ","
        or here[closed].text != ","
        or rest is None
        or rest.index < closed + first
    ):
        return {}
    if any(kid.head == rest.index and kid.dep in _SUBJECTS for kid in here):
        return {}
    passive = any(kid.head == rest.index and kid.dep == "auxpass" for kid in here)
    top = verb if rest.head == verb.index else rest
    return {
        subjects[0].index: replace(subjects[0], head=rest.index, dep="nsubjpass" if passive else "nsubj"),
        verb.index: replace(verb, head=rest.index, dep="parataxis"),
        rest.index: replace(rest, head=rest.index if top.head == top.index else top.head, dep=top.dep),
    }


def _led(verb: Token, here: Sequence[Token]) -> bool:
    return any(kid.head == verb.index and kid.dep in (*_SUBJECTS, "mark") for kid in here)


def _around(verb: Token, here: Sequence[Token], first: int) -> Token | None:
    """The clause before a speaker in the middle: what his verb hangs on or has for its content."""
    over = here[verb.head - first]
    if verb.dep == "parataxis" and over.index > verb.index:
        contents = (t for t in here[: verb.index - first] if (t.head, t.dep) == (over.index, "ccomp"))
        return next(contents, None)
    if verb.dep == "parataxis":
        return over
    return next((t for t in here[: verb.index - first] if (t.head, t.dep) == (verb.index, "ccomp")), None)


def _before_its_time(verb: Token, told: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes for a clause that came as what a clause of time behind the speaker says: "…, he said, after it fell"."""
    time = here[told.head - first]
    opened = any(kid.head == time.index and kid.lower in _TIMES and kid.index > verb.index for kid in here)
    if not opened or time.index < verb.index:
        return {}
    before = (kid for kid in here if kid.head == time.index and kid.index <= verb.index)
    at = told.index if time.head == time.index else time.head
    return {
        **{kid.index: replace(kid, head=told.index) for kid in before},
        told.index: replace(told, head=at, dep=time.dep),
        time.index: replace(time, head=told.index, dep="advcl"),
    }
