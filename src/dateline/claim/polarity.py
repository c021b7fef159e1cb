"""Whether a clause says that something happened or that it did not."""

from __future__ import annotations

from dateline.claim.clause import Clause
from dateline.claim.material import NEGATORS, Material
from dateline.claim.senses import noun_sense
from dateline.model.text import Token
from dateline.model.vocabulary import Polarity

EMPTY = frozenset(("nobody", "none", "nothing", "nowhere", "neither"))
FAILING = frozenset(("fail", "refuse", "decline", "refrain", "prevent", "deny"))
BREACHING = frozenset(("violate", "breach", "break", "flout"))
"""Who does this to an agreement does not comply with it."""
SHUNNING = frozenset(("boycott", "shun", "skip"))
"""Who does this to talks takes no part in them."""
BEYOND = frozenset(("beyond", "outside", "out"))
NEARLY = frozenset(("nearly", "almost", "narrowly"))
FAILED = frozenset(("unable", "failed", "unsuccessful", "abortive", "nowhere"))


def polarity(material: Material, clause: Clause) -> Polarity:
    """Negative when a negation, an empty quantifier or a verb of failing governs the act, a truce is broken or talks are shunned."""
    said = _said(material, clause)
    if said == "negative" and material.parse.tokens[clause.core].lemma == "survive":
        # Who did not survive is dead.
        return "positive"
    if not _breached(material, clause):
        return said
    return "negative" if said == "positive" else "positive"


def _breached(material: Material, clause: Clause) -> bool:
    """Whether the act that is told is an agreement or talks, and what is done is to break or to shun it."""
    lemma = material.parse.tokens[clause.core].lemma
    if lemma not in BREACHING | SHUNNING:
        return False
    broken = material.token(clause.subject if clause.passive else clause.object)
    sense = noun_sense(material, broken) if broken is not None else None
    return sense is not None and sense.act == ("agree" if lemma in BREACHING else "talk")


def keeps_out(material: Material, clause: Clause) -> bool:
    """Whether what is told of access is that there was none: "were turned back at a checkpoint", "are barred from the zone"."""
    core = material.parse.tokens[clause.core]
    back = any(kid.lower in ("back", "away") for kid in material.parse.kids(core, "prt", "advmod"))
    return clause.passive and (core.lemma == "bar" or (core.lemma == "turn" and back))


def _said(material: Material, clause: Clause) -> Polarity:
    if clause.form in ("adjective", "geography", "reference"):
        return "positive"
    if clause.form == "nominal":
        return "negative" if _without(material, material.parse.tokens[clause.head]) else "positive"
    tokens = [material.parse.tokens[i] for i in (*clause.links, clause.core)]
    head = material.parse.tokens[clause.head]
    if head.dep == "pcomp" and material.parse.head(head).lower == "without":
        return "negative"
    if any(negated(material, token) or _nearly(material, token) for token in tokens):
        return "negative"
    if any(token.lemma in FAILING for token in tokens[:-1]):
        return "negative"
    return "negative" if any(_empty(material, i) for i in (clause.subject, clause.object)) else "positive"


def _without(material: Material, noun: Token) -> bool:
    """Whether a noun is said to be missing: "without a fight", "no attack", "a failed raid"."""
    return (
        material.parse.head(noun).lower == "without"
        or _no(material, noun)
        or _contrasted(material, noun)
        or any(kid.lower in FAILED for kid in material.parse.kids(noun, "amod"))
    )


def _contrasted(material: Material, noun: Token) -> bool:
    """Whether a noun is set against another: "a dialogue, not the bombing of cities"."""
    before = material.parse.tokens[max(0, noun.left - 2) : noun.left]
    return [token.lower for token in before] == [",", "not"]


def _nearly(material: Material, token: Token) -> bool:
    """Whether something all but happened: "nearly lynched four men"; "nearly surrounded" is a degree."""
    adverbs = material.parse.kids(token, "advmod")
    return token.tag in ("VBD", "VBN") and any(kid.lower in NEARLY and kid.index == token.index - 1 for kid in adverbs)


def negated(material: Material, token: Token) -> bool:
    """Whether a negation hangs on a predicate or on the phrase beside it ("no longer", "under no control")."""
    kids = [kid for kid in material.parse.kids(token) if kid.dep not in ("advcl", "conj", "ccomp", "parataxis")]
    if any(kid.lower in FAILED or _is_negation(material, kid) for kid in kids):
        return True
    near = material.parse.kids(token, "advmod", "attr", "acomp", "dobj")
    return any(_no(material, kid) for kid in near) or _out_of_control(material, token)


def _is_negation(material: Material, kid: Token) -> bool:
    return (kid.dep == "neg" or kid.lower in NEGATORS) and material.is_negation(kid)


def _out_of_control(material: Material, token: Token) -> bool:
    """Whether what is "beyond" or "outside the control" of somebody is told."""
    return any(
        prep.lower in BEYOND
        and any(noun.lemma in ("control", "rule", "authority", "hand") for noun in _under(material, prep))
        for prep in material.parse.kids(token, "prep", "advmod")
    )


def _under(material: Material, prep: Token) -> list[Token]:
    """The nouns under a preposition, over a second one ("out of the control")."""
    nested = [noun for inner in material.parse.kids(prep, "prep") for noun in material.parse.kids(inner, "pobj")]
    return [*material.parse.kids(prep, "pobj"), *nested]


def _no(material: Material, token: Token) -> bool:
    return token.lower in FAILED or any(
        kid.lower in ("no", "not") and kid.dep in ("det", "neg") and material.is_negation(kid)
        for kid in material.parse.kids(token)
    )


def _empty(material: Material, index: int | None) -> bool:
    token = material.token(index)
    if token is None:
        return False
    if token.lower in EMPTY or (token.lower == "one" and _no(material, token)):
        return True
    kids = [*material.parse.kids(token, "det", "neg", "preconj"), material.parse.tokens[token.left]]
    return any(kid.lower in ("no", "not", "neither") and material.is_negation(kid) for kid in kids)
