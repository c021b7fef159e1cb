"""The kind of a claim, from its act and how it is put."""

from __future__ import annotations

from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.model.text import Token
from dateline.model.vocabulary import ClaimKind, Modality

KEEP_WHEN_PLANNED = ("talk", "agree", "locate", "cite_law")
STANDING = ("deploy", "besiege")
KEPT = ("abduct", "arrest")


def kind_of(material: Material, clause: Clause, named: Named, modality: Modality) -> ClaimKind:
    """What is planned is an intent, whatever the act; what is kept back or not known is about statements."""
    head = material.parse.tokens[clause.head]
    if modality == "planned" and named.act not in KEEP_WHEN_PLANNED:
        return "intent"
    kept_back = _withheld(material, head) and named.act != "claim_responsibility"
    if kept_back or (modality == "unknown" and named.act == "assess"):
        return "meta"
    if named.act == "besiege" and head.pos == "VERB" and head.lemma in ("come", "lay", "impose", "begin"):
        return "event"
    if (named.act in STANDING and _stands(material, clause)) or (named.act in KEPT and _is_held(material, clause)):
        return "state"
    return named.kind


def _is_held(material: Material, clause: Clause) -> bool:
    """Whether somebody is being kept, of whose capture nothing is told: "about 100 hostages were being held"."""
    core = material.parse.tokens[clause.core]
    return core.lemma == "hold" and any(kid.lower == "being" for kid in material.parse.kids(core, "auxpass", "aux"))


def _withheld(material: Material, head: Token) -> bool:
    told = material.cue_at.get(head.index)
    return told is not None and told.stance == "withhold"


def _stands(material: Material, clause: Clause) -> bool:
    """A passive in the present ("is backed by") tells a state; so does one that has been so since some day."""
    core = material.parse.tokens[clause.core]
    if clause.passive and any(kid.lower in ("is", "are") for kid in material.parse.kids(core, "auxpass")):
        return True
    return lasts(material, clause)


def lasts(material: Material, clause: Clause) -> bool:
    """Whether something has been done and goes on: "has been cut since Saturday"."""
    core = material.parse.tokens[clause.core]
    perfect = any(kid.lower in ("has", "have") for kid in material.parse.kids(core, "aux"))
    return clause.passive and perfect and any(material.parse.tokens[i].lower == "since" for i in clause.tokens)
