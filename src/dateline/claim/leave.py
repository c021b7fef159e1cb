"""Who is told to leave, who may not leave or come in, and who is given a time to be gone."""

from __future__ import annotations

from dateline.claim.arguments import classes
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.text import Token

ALLOWING = words("allow permit let prevent stop bar prohibit forbid ban authorise authorize block")
"""Verbs of those who guard a way."""
GOING = words("leave enter cross pass go return travel exit depart proceed access flee visit")
"""What is allowed to those who want to be on it."""
GRANTING = words("give grant set allow")
HOURS = words("hour minute day week deadline ultimatum")
GONE = words("leave evacuate vacate quit get clear move pack depart go")
CHAINED = ("xcomp", "ccomp")
COMMANDS = words("order tell urge warn call instruct ask advise command appeal implore beg")
AWAY = words("out away off north south east west northward southward elsewhere inland")
"""Where those go who are told to be gone: "clear out", "move south"."""
LEAVING = words("leave evacuate exit vacate flee quit depart pack relocate")


def by_command(material: Material, clause: Clause) -> Named | None:
    """Residents ordered to leave have been given an order, they have not fled yet; who "told us they left" tells of it."""
    core = material.parse.tokens[clause.core]
    told = (
        *(material.parse.tokens[i] for i in clause.links),
        *((material.parse.head(core),) if core.dep in CHAINED and core.tag == "VB" else ()),
    )
    if not (core.lemma in LEAVING or _off(material, core)) or not any(token.lemma in COMMANDS for token in told):
        return None
    return Named(act="order_to_leave", predicate="order_to_leave", kind="statement", trigger=core.index)


def _off(material: Material, core: Token) -> bool:
    """Whether a verb of motion tells to be gone: "clear out", "get away", "move south"."""
    whither = {kid.lower for kid in material.parse.kids(core, "prt", "advmod", "prep")}
    return core.lemma in ("clear", "get", "move", "go") and bool(whither & AWAY)


def by_permission(material: Material, clause: Clause) -> Named | None:
    """Who is allowed to come and go, or is not: "nobody had been allowed to leave the quarter"."""
    core = material.parse.tokens[clause.core]
    over = _over(material, core)
    if core.lemma not in GOING or over is None or over.lemma not in ALLOWING:
        return None
    if over.lemma == "let" and core.lemma == "go":
        return None
    barred = over.tag == "VBN" and bool(material.parse.kids(over, "auxpass", "nsubjpass"))
    if not barred and "force" not in classes(material, next(iter(material.parse.kids(over, "nsubj")), None)):
        return None
    return Named(act="access", predicate="access", kind="access", trigger=core.index)


def _over(material: Material, core: Token) -> Token | None:
    """The verb that governs another, also across "from": "were prevented from leaving"."""
    if core.dep not in (*CHAINED, "pcomp"):
        return None
    over = material.parse.head(core)
    return material.parse.head(over) if core.dep == "pcomp" and over.lower == "from" else over


def by_deadline(material: Material, clause: Clause) -> Named | None:
    """An order to go that names the time: "gave residents 48 hours to get out"."""
    core = material.parse.tokens[clause.core]
    if core.lemma not in GRANTING or "force" not in classes(material, material.token(clause.subject)):
        return None
    nouns = material.parse.kids(core, "dobj", "dative", "attr", "nsubjpass", "npadvmod")
    if not any(noun.lemma in HOURS for noun in nouns):
        return None
    below = (core, *nouns)
    told = (kid for word in below for kid in material.parse.kids(word, "xcomp", "acl", "relcl", "ccomp", "advcl"))
    if not any(kid.lemma in GONE and kid.tag == "VB" for kid in told):
        return None
    return Named(act="order_to_leave", predicate="order_to_leave", kind="statement", trigger=core.index)
