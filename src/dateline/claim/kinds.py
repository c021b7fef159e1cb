"""The kind of a claim, from its act and how it is put."""

from __future__ import annotations

from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.vocabulary import ClaimKind, Modality, Polarity

KEEP_WHEN_PLANNED = ("talk", "agree", "locate", "cite_law")
INVOLVED = ("support", "take_part")
"""Predicates of those who stand by a party, which they do all the time unless a time is told."""
MEMBERS = words("member owner employee branch affiliate offshoot faction wing arm ally subsidiary relative")
STANDING = ("deploy", "besiege")
KEPT = ("abduct", "arrest")


def kind_of(
    material: Material, clause: Clause, named: Named, modality: Modality, polarity: Polarity = "positive"
) -> ClaimKind:
    """What is planned is an intent, whatever the act; what is asked for, a statement.

    What is kept back, not answered or not known is about statements.
    """
    head = material.parse.tokens[clause.head]
    if modality == "planned" and named.act not in KEEP_WHEN_PLANNED:
        return "intent"
    if modality == "called_for" and clause.form == "verb":
        return "statement"
    left_open = named.act == "hold" and modality == "unknown"
    kept_back = _withheld(material, head) and named.act != "claim_responsibility" and not left_open
    kept_back = kept_back or (named.act == "say" and polarity == "negative" and modality != "denied")
    if kept_back or (modality == "unknown" and named.act == "assess"):
        return "meta"
    if named.act == "besiege" and head.pos == "VERB" and head.lemma in ("come", "lay", "impose", "begin"):
        return "event"
    if (named.act in STANDING and _stands(material, clause)) or (named.act in KEPT and _is_held(material, clause)):
        return "state"
    if named.predicate in INVOLVED and modality in ("asserted", "attributed") and not _in_the_past(material, clause):
        return "state"
    if named.predicate == "characterise_as" and _belongs(material, clause):
        return "relation"
    if named.kind == "casualty" and modality in ("hypothetical", "threatened"):
        return "event"
    return named.kind


def _in_the_past(material: Material, clause: Clause) -> bool:
    """Whether something is told as done at some time: "were supported by jets", not "has backed" or "their support for"."""
    core = material.parse.tokens[clause.core]
    helpers = material.parse.kids(core, "aux", "auxpass")
    if clause.form != "verb" or core.tag == "VBG":
        return False
    return core.tag == "VBD" or not any(kid.tag in ("VBZ", "VBP") for kid in helpers)


def _belongs(material: Material, clause: Clause) -> bool:
    """Whether somebody is told to be of a group, or something to be somebody's: "is a member of", "works for"."""
    core = material.parse.tokens[clause.core]
    if core.lemma == "work":
        return any(kid.lower == "for" for kid in material.parse.kids(core, "prep"))
    return core.lemma == "be" and any(kid.lemma in MEMBERS for kid in material.parse.kids(core, "attr"))


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
    """Whether something has been done and goes on: "has been cut since Saturday", "have besieged the port since May"."""
    core = material.parse.tokens[clause.core]
    perfect = any(kid.lower in ("has", "have") for kid in material.parse.kids(core, "aux"))
    kept = clause.passive or core.lemma in ("besiege", "blockade", "encircle", "surround", "occupy")
    return kept and perfect and any(material.parse.tokens[i].lower == "since" for i in clause.tokens)
