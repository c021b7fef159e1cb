"""Which nouns name somebody who was harmed, by the verb over them: whoever is shot is no source."""

from __future__ import annotations

from dateline.model.text import Parse, Token
from dateline.reference.actor_words import word_set

HARM = word_set(
    "kill wound injure shoot abduct kidnap behead arrest detain execute murder stab gun assassinate torture rape beat slay "
    "lynch hang maim burn decapitate hack bludgeon snatch seize capture release free rescue hit strike target attack ambush "
    "martyr displace evict"
)
"""What is done to people."""
_ONSLAUGHT = word_set(
    "attack assault ambush raid fire shoot open bomb shell strike target hit storm ram destroy damage torch burn hurl throw lob "
    "launch bombing shelling shooting grenade blow overrun loot pound blast gunfire rocket strafe drop"
)
"""Verbs and nouns of what is done to men and to what they drive and guard."""
_AT = frozenset(("on", "at", "against", "into", "upon", "near"))
_SUFFERED = word_set("die perish succumb flee drown disappear")
"""What people do to whom something is done."""
_GAPPED = ("conj", "ROOT", "dep", "npadvmod")
"""Where parsers put the subject of a participle without its helper: "a driver was killed and a nurse wounded"."""


def suffers(parse: Parse, token: Token) -> bool:
    """Whether a noun stands where victims do: "a teacher was shot", "killing a farmer", "two of the nurses died"."""
    head = parse.head(token)
    if token.dep == "nsubj":
        return head.lemma in _SUFFERED
    if token.dep in ("nsubjpass", "dobj"):
        return head.lemma in HARM
    if any(kid.tag == "VBN" and kid.lemma in HARM for kid in parse.kids(token, "acl")) and token.dep in _GAPPED:
        return head.index == token.index or head.pos in ("VERB", "AUX")
    if token.dep in ("conj", "appos", "nmod") and head.index != token.index:
        return suffers(parse, head)
    if token.dep == "pobj" and head.lower == "of":
        counter = parse.head(head)
        return counter.index != head.index and counter.pos in ("NUM", "NOUN") and suffers(parse, counter)
    return False


def struck(parse: Parse, token: Token) -> bool:
    """Whether a noun stands where what is attacked does: "ambushed a convoy", "opened fire on a van", "a raid on a post"."""
    head = parse.head(token)
    if token.dep in ("dobj", "nsubjpass"):
        return head.lemma in _ONSLAUGHT
    if token.dep == "conj" and head.index != token.index:
        return struck(parse, head)
    if token.dep != "pobj" or head.lower not in _AT:
        return False
    over = parse.head(head)
    return over.lemma in _ONSLAUGHT or any(kid.lemma in _ONSLAUGHT for kid in parse.kids(over, "dobj"))


def strikes(parse: Parse, token: Token) -> bool:
    """Whether a noun stands where what attacks does: "military aircraft bombed the village"."""
    return token.dep == "nsubj" and parse.head(token).lemma in _ONSLAUGHT
