"""What a clause is about, as a reader sees it that has learned from many clauses, where what the rules say is no event.

It comes last: nothing else that is said of a claim depends on it, and what it names never becomes an event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS, KINDS
from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.record import Claim

OPEN = words("access assess intend locate other say talk")
"""Acts of the rules that are told in too many ways for a list of words; of other acts the rules are right more often."""
PLAIN = ("adjective", "geography")
"""Forms of clauses that leave nothing to be read: "rebel-held", "Masisi in North Kivu"."""
UNNAMED = "characterise_as"
"""The predicate of claims in which the rules find no act: there any likelier one is believed."""
SURER = 8.0
"""How many times as likely as an act that the rules name another one must be."""
UNSURE = "taken from the words alone"
"""Why an act of conflict that the reader names is no event."""
SURE = 0.25
"""How likely an act must be, of all that there are; an act of conflict, too, for it becomes no event."""
NEVER = "claim_responsibility"
"""An act that no likelihood names: that somebody owns up to a deed is for a rule to say."""
FEWEST = 3
"""Words below which a clause is too short to be read."""


def read_act(material: Material, clause: Clause, claim: Claim) -> Claim:
    """The claim, with another act where its words speak for one far more than for what the rules say."""
    told = claim.codeable or claim.kind == "meta" or (claim.act not in OPEN and claim.predicate != UNNAMED)
    if told or clause.form in PLAIN or len(clause.tokens) < FEWEST:
        return claim
    act = surer(material.act_reader.chances(" ".join(span.quote for span in claim.spans)), claim.act, claim.predicate)
    if act in (claim.act, NEVER):
        return claim
    senses = [sense for row in material.acts.senses.values() for sense in row if sense.act == act]
    if not senses:
        return claim
    kind = next((sense for sense in senses if sense.predicate == act), senses[0]).kind
    kind = claim.kind if claim.kind == "meta" else kind
    why = f"{kind}, not an event" if kind not in KINDS else UNSURE if act in CONFLICT_ACTS else "not an act of conflict"
    extractor = "+".join((claim.extractor, "words"))
    return replace(claim, act=act, predicate=act, kind=kind, why=why, extractor=extractor)


def surer(chances: Mapping[str, float], present: str, predicate: str) -> str:
    """The likeliest act, or the present one where a rule names it and it is not much less likely, or is not known."""
    if predicate != UNNAMED and present not in chances:
        return present
    act = max(chances, key=lambda act: chances[act], default=present)
    least = (1 if predicate == UNNAMED else SURER) * chances.get(present, 0)
    return act if chances.get(act, 0) > max(SURE, least) else present
