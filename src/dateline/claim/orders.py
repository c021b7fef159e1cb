"""What a clause says of an event's place among others: came in the wake of, occurred as part of, followed."""

from __future__ import annotations

from dateline.claim.arguments import prepositions
from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.material import Material
from dateline.claim.senses import Named, noun_sense
from dateline.claim.words import words
from dateline.model.text import Token

PLACING = ("come", "occur", "happen", "follow", "take")
BESIDE = words("wake aftermath tension eve heel backdrop background anniversary run-up context shadow")
"""What stands between an event and another beside which it is put: "on the eve of the vote", "on the heels of a raid"."""
AFTER = ("after", "amid", "amidst", "before", "following")
HOURS = ("dawn", "daybreak", "sunrise", "noon", "dusk", "dark", "sunset", "nightfall", "midnight", "curfew", "prayers")
DEFINITE = ("the", "this", "that", "these", "those")


def by_order(material: Material, clause: Clause) -> Named | None:
    """The relation in which an event stands to others, where that is all that a clause tells of it."""
    core = material.parse.tokens[clause.core]
    if core.lemma not in PLACING:
        return None
    told = [(prep.lower, noun) for prep, noun in prepositions(material, core) if noun is not None]
    if any(prep == "as" and noun.lemma == "part" for prep, noun in told):
        return Named(act="characterise", predicate="linked", kind="relation", trigger=core.index)
    if core.lemma == "take" and not (_takes_place(material, core) and _known(material, clause)):
        return None
    woken = any(prep in ("in", "on", "at", "against", *AFTER) and noun.lemma in BESIDE for prep, noun in told)
    if woken or _told_again(material, clause, core, [noun for prep, noun in told if prep in AFTER]):
        return Named(act="characterise", predicate="follow", kind="relation", trigger=core.index)
    return None


def _told_again(material: Material, clause: Clause, core: Token, others: list[Token]) -> bool:
    """Whether an event told before is put behind another: "the attack came a day after a raid"; "before dawn" dates it."""
    subject = material.token(clause.subject)
    if subject is None or subject.sentence < 1 or core.lemma != "come":
        return False
    sense = noun_sense(material, subject)
    event = sense is not None and sense.act in CONFLICT_ACTS and _known(material, clause)
    if not event and subject.lower not in ("it", "this", "that"):
        return False
    clauses = (kid for verb in material.parse.kids(core, "advcl") for kid in material.parse.kids(verb, "mark"))
    return any(not _is_time(material, noun) for noun in others) or any(mark.lower in AFTER for mark in clauses)


def _takes_place(material: Material, core: Token) -> bool:
    return any(kid.lemma == "place" for kid in material.parse.kids(core, "dobj"))


def _known(material: Material, clause: Clause) -> bool:
    """Whether the reader is taken to know the event: "the raid", "Friday's attack", "the army's push"."""
    subject = material.token(clause.subject)
    if subject is None:
        return False
    dated = any(_is_time(material, kid) for kid in material.parse.kids(subject, "compound", "nmod"))
    return dated or any(
        kid.dep == "poss" or kid.lower in DEFINITE for kid in material.parse.kids(subject, "det", "poss")
    )


def _is_time(material: Material, noun: Token) -> bool:
    """Whether a noun dates; "days of shelling" tell what went before."""
    deeds = (deed for prep in material.parse.kids(noun, "prep") for deed in material.parse.kids(prep, "pobj"))
    if any(noun_sense(material, deed) is not None for deed in deeds):
        return False
    mention = material.mention_at.get(noun.index)
    return (mention is not None and mention.kind == "time") or noun.lower in HOURS
