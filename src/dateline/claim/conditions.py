"""Conditions: what they look like, and that what would follow from them is told together with them."""

from __future__ import annotations

from dateline.claim.doubts import says_whom
from dateline.claim.material import Material
from dateline.claim.trust import doubts_words
from dateline.model.text import Token

MARKS = ("if", "unless")
INVERTED = frozenset(("should", "were", "had"))
"""Auxiliaries that before their subject make a condition."""


def is_condition(material: Material, verb: Token) -> bool:
    """Whether a clause says what something hangs on: "if they cross", "unless it rains", "should the port be attacked"."""
    return marked(material, verb, MARKS) or inverted(material, verb)


def has_condition(material: Material, verb: Token) -> bool:
    """Whether what a verb tells hangs on something."""
    return any(is_condition(material, kid) for kid in material.parse.kids(verb, "advcl"))


def belongs_to_consequence(material: Material, verb: Token) -> bool:
    """Whether a condition makes no claim apart from its consequence: "if the dam breaks, the town will be flooded" is one.

    So is "anyone who enters the dam will be shot". Where the parser hangs it on a verb of saying, nobody knows of what it is the condition.
    """
    if verb.dep != "advcl":
        return says_whom(material, verb)
    over = material.parse.head(verb)
    return over.pos in ("VERB", "AUX") and is_condition(material, verb) and not material.is_cue(over)


def told_with_it(material: Material, verb: Token) -> bool:
    """Whether a condition is among the words of its consequence; "if the herders can be trusted" is about the herders."""
    return belongs_to_consequence(material, verb) and not doubts_words(material, verb)


def marked(material: Material, token: Token, words: tuple[str, ...]) -> bool:
    """Whether a conjunction opens the clause of a verb; "as if" likens, and makes no condition."""
    return any(kid.lower in words for kid in material.parse.kids(token, "mark")) and not likens(material, token)


def likens(material: Material, token: Token) -> bool:
    """Whether a clause tells what something is like: "as if they owned it", "as though it were a tank"."""
    marks = (kid for kid in material.parse.kids(token, "mark") if kid.lower in ("if", "though") and kid.index)
    return any(material.parse.tokens[mark.index - 1].lower == "as" for mark in marks)


def opens_condition(material: Material, token: Token) -> bool:
    """Whether a "had" at the head of a sentence governs what stands behind its subject: "Had they | attacked, …"."""
    opens = (
        token.lower == "had" and token.dep == "advcl" and token.index == material.parse.sentences[token.sentence].first
    )
    return opens and bool(material.parse.kids(token, "ccomp")) and not material.parse.kids(token, "nsubj")


def inverted(material: Material, head: Token) -> bool:
    """A condition without "if": "Should the port be attacked, …", "Were the town to fall, …", "Had they come, …"."""
    if head.dep == "xcomp" and material.parse.head(head).lower == "were":
        head = material.parse.head(head)
    subject = next(iter(material.parse.kids(head, "nsubj", "nsubjpass")), None)
    helper = next(iter(material.parse.kids(head, "aux", "auxpass")), head if head.pos == "AUX" else None)
    if helper is None or helper.lower not in INVERTED:
        return False
    if any(kid.index < helper.index for kid in material.parse.kids(head, "prep", "acomp", "attr", "expl")):
        return False
    first = material.parse.sentences[head.sentence].first
    if helper.index != first and (subject is None or helper.lower == "had" or helper.index > subject.index):
        return False
    return not material.parse.sentences[head.sentence].span.quote.rstrip("\"”’'").endswith("?")
