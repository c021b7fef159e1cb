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
