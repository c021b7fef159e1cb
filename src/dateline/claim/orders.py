"""What a clause says of an event's place among others: came in the wake of, occurred as part of, followed."""

from __future__ import annotations

from dateline.claim.arguments import prepositions
from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.material import Material
from dateline.claim.senses import Named, noun_sense
from dateline.model.text import Token

PLACING = ("come", "occur", "happen", "follow")
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
    woken = any(
        prep in ("in", "after", "amid") and noun.lemma in ("wake", "aftermath", "tension") for prep, noun in told
    )
    if woken or _told_again(material, clause, core, [noun for prep, noun in told if prep in AFTER]):
        return Named(act="characterise", predicate="follow", kind="relation", trigger=core.index)
    return None


def _told_again(material: Material, clause: Clause, core: Token, others: list[Token]) -> bool:
    """Whether an event told before is put behind another: "the attack came a day after a raid"; "before dawn" dates it."""
    subject = material.token(clause.subject)
    if subject is None or subject.sentence < 1 or core.lemma != "come":
        return False
    sense = noun_sense(material, subject)
    kids = material.parse.kids(subject, "det", "poss")
    definite = any(kid.dep == "poss" or kid.lower in DEFINITE for kid in kids)
    if sense is None or sense.act not in CONFLICT_ACTS or not definite:
        return False
    clauses = (kid for verb in material.parse.kids(core, "advcl") for kid in material.parse.kids(verb, "mark"))
    return any(not _is_time(material, noun) for noun in others) or any(mark.lower in AFTER for mark in clauses)


def _is_time(material: Material, noun: Token) -> bool:
    mention = material.mention_at.get(noun.index)
    return (mention is not None and mention.kind == "time") or noun.lower in HOURS
