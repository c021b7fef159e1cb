"""Sentences cleft in two around whoever did it: "It was the army that shelled the town" is one claim, of the shelling."""

from __future__ import annotations

from dateline.claim.copulas import RANKS
from dateline.claim.material import Material
from dateline.model.text import Token


def cleft_over(material: Material, verb: Token) -> Token | None:
    """The "be" of a cleft sentence whose second half a verb governs; None where a clause only tells more of its noun.

    "It was the fifth attack that …" ranks an attack.
    """
    noun = material.parse.head(verb)
    be = material.parse.head(noun)
    if verb.dep != "relcl" or noun.dep != "attr" or be.lemma != "be" or noun.index < be.index:
        return None
    if not any(kid.lower == "it" for kid in material.parse.kids(be, "nsubj", "expl")):
        return None
    opened = any(kid.lower in ("that", "who") for kid in material.parse.kids(verb, "nsubj", "nsubjpass"))
    told = material.parse.kids(noun, "amod", "nummod")
    ranked = any(kid.tag == "JJS" or kid.lower in RANKS for kid in told)
    return be if opened and not ranked and material.acts.of("v", verb.lemma) else None


def is_cleft(material: Material, be: Token) -> bool:
    """Whether a "be" is the first half of a cleft sentence."""
    if be.lemma != "be":
        return False
    halves = (half for noun in material.parse.kids(be, "attr") for half in material.parse.kids(noun, "relcl"))
    return any(cleft_over(material, half) is not None for half in halves)


def first_half(material: Material, be: Token, verb: Token) -> range:
    """The words before the second half: "it was the army"."""
    subject = material.parse.kids(be, "nsubj", "expl")[0]
    return range(subject.left, verb.left)
