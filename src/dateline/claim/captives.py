"""Those who are let go, and those who are brought away because they were hurt."""

from __future__ import annotations

from dateline.claim.arguments import agent_of, classes
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words

CHAINED = ("xcomp", "ccomp")
BRINGING = words("evacuate take rush airlift fly transfer transport bring hospitalise hospitalize move")

SEIZED = words("ransom captivity captor kidnapper abductor kidnapping abduction hostage")
"""Words of those who held whom they let go."""


def by_letting(material: Material, clause: Clause) -> Named | None:
    """Who is let go was held: captives, armed men, or anybody in the hands of armed men; a firm that does it dismisses."""
    core = material.parse.tokens[clause.core]
    over = material.parse.head(core)
    if core.lemma != "go" or over.lemma != "let" or core.dep not in CHAINED:
        return None
    held = classes(material, material.token(clause.subject))
    holders = material.parse.kids(over, "nsubj") if over.tag != "VBN" else [agent_of(material, over)]
    armed = any("force" in (found := classes(material, one)) and "constable" not in found for one in holders)
    seized = material.found(core.sentence, "ransom", lambda token: token.lemma in SEIZED)
    if not (held & {"captive", "force"} or armed or seized):
        return None
    return Named(act="release", predicate="release", kind="event", trigger=core.index)


def by_care(material: Material, clause: Clause) -> Named | None:
    """Those who were hurt and brought away are cared for, nobody flees: "were wounded and evacuated to the capital"."""
    core = material.parse.tokens[clause.core]
    hurt = material.parse.head(core)
    if core.lemma not in BRINGING or core.dep != "conj" or hurt.lemma not in ("wound", "injure", "hurt"):
        return None
    own = material.parse.kids(core, "nsubjpass")
    if any(noun.pos == "NOUN" and not classes(material, noun) & {"person", "force", "civilian"} for noun in own):
        # "Six hurt, camp taken": nobody nurses a camp.
        return None
    return (
        Named(act="other", predicate="evacuate_wounded", kind="event", trigger=core.index) if clause.passive else None
    )
