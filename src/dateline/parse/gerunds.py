"""Mends a deed told of the place where it was done: in "raided a camp in Gao killing nine" neither camp nor Gao killed.

Newspapers leave out the comma before such a gerund; the model then makes its nearest noun the one who did it. A place
does nothing, so that the gerund tells more about the verb before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token
from dateline.reference.actor_words import word_set
from dateline.reference.headline_verbs import PAST
from dateline.reference.place_words import FEATURE_NOUNS

_LASTING = word_set("clear demand engage face fight hold house lay pursue seek take target")
"""What a place, a road or a band in it may go on doing: "a village holding hostages"."""
_DEEDS = frozenset(PAST) - _LASTING
_CARRIERS = word_set(
    "ambulance boat bus car convoy helicopter lorry minibus motorcycle pickup plane ship tanker train truck van vehicle"
)
"""What people are killed in; what they are killed with comes with another preposition."""
_WHERE = word_set("in at near on from to into inside outside around along through across under beside")


def deed_of_the_verb(token: Token, here: Sequence[Token], first: int) -> dict[int, Token]:
    """The changes that hang a gerund on the verb before the place that it came to hang on; none for any other word."""
    if token.tag != "VBG" or token.lemma not in _DEEDS:
        return {}
    if token.dep == "acl":
        verb = _verb_before(here[token.head - first], here, first)
        placed = _is_place(here[token.head - first]) and _where(here[token.head - first], here, first)
        return {token.index: replace(token, head=verb.index, dep="advcl")} if placed and verb is not None else {}
    place = next((kid for kid in here if kid.head == token.index and kid.dep == "nsubj"), None)
    over = here[token.head - first]
    if place is None or not over.index < place.index < token.index or not _is_place(place):
        return {}
    verb = over if over.tag in ("VBD", "VBZ", "VBP") and over.lemma in PAST else _verb_before(place, here, first)
    if verb is None or (token.dep == "pcomp") == (verb is over):
        return {}
    return {
        place.index: replace(place, head=over.index, dep="pobj" if token.dep == "pcomp" else "dobj"),
        token.index: replace(token, head=verb.index, dep="advcl"),
    }


def deed_behind_a_comma(token: Token, here: Sequence[Token], first: int) -> dict[int, Token]:
    """The changes for a gerund that came as what describes its object: "shelled Bor, damaging homes and shops"."""
    noun = here[token.head - first]
    before = here[token.index - first - 1] if token.index > first else token
    deed = token.tag == "VBG" and token.lemma in _DEEDS and before.text == ","
    verb = _verb_before(noun, here, first) if deed else None
    if verb is None or verb.lemma not in PAST or noun.index < token.index or noun.left < token.index - 1:
        return {}
    last = max(
        (kid for kid in here if kid.head == token.index and kid.tag == "VBG"), key=lambda kid: kid.index, default=token
    )
    abreast = verb.tag == "VBG"
    return {
        token.index: replace(token, head=verb.index, dep="conj" if abreast else "advcl"),
        noun.index: replace(noun, head=last.index, dep="dobj"),
    }


def _is_place(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") or token.lemma in FEATURE_NOUNS or token.lemma in _CARRIERS


def _where(token: Token, here: Sequence[Token], first: int) -> bool:
    """Whether a noun tells where something was done, or is a place to which it was done."""
    over = here[token.head - first]
    if token.dep == "pobj":
        return over.lower in _WHERE
    return token.dep == "dobj" and token.tag not in ("NNP", "NNPS") and over.lemma in PAST


def _verb_before(token: Token, here: Sequence[Token], first: int) -> Token | None:
    """The nearest verb over a word that stands before it, and does more than describe a noun: "a bus coming from Gao"."""
    over = here[token.head - first]
    while over.pos != "VERB" or over.index > token.index or (over.dep, over.tag) == ("acl", "VBG"):
        if over.head == over.index:
            return None
        over = here[over.head - first]
    return over
