"""All claims of a report, and the words that look like an event and are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.claim.again import with_again
from dateline.claim.appositions import apposition_clauses
from dateline.claim.arguments import classes
from dateline.claim.attributes import attribute_clauses
from dateline.claim.authors import with_authors
from dateline.claim.by_words import read_act
from dateline.claim.carried import with_carried
from dateline.claim.clause import Clause
from dateline.claim.echoes import with_echoes
from dateline.claim.geography import geography_clauses
from dateline.claim.heads import Heads
from dateline.claim.judge import chains_of, judge
from dateline.claim.legal import legal_clauses
from dateline.claim.material import Material
from dateline.claim.nominals import nominal_clauses, nominal_heads
from dateline.claim.not_events import not_events
from dateline.claim.passages import tally_clauses
from dateline.claim.predicates import verbal_heads
from dateline.claim.proposed import with_proposals
from dateline.claim.sayings import sayings
from dateline.claim.scene import with_scene
from dateline.claim.senses import verb_sense
from dateline.claim.shares import with_shares, with_totals
from dateline.claim.tolls import toll_clauses
from dateline.claim.verbal import verbal_clauses
from dateline.model.derived import NotEvent
from dateline.model.proposal import Proposal
from dateline.model.record import Attribution, Claim, Resolution
from dateline.model.text import Parse
from dateline.reference import Reference

Finder = Callable[[Material, Heads], Iterable[Clause]]
FEW = 2
"""Words in which a claim that names no act says nothing of its own."""
RULES: tuple[Finder, ...] = (
    verbal_clauses,
    nominal_clauses,
    attribute_clauses,
    apposition_clauses,
    geography_clauses,
    legal_clauses,
    tally_clauses,
    toll_clauses,
)


def claim(
    parse: Parse,
    resolution: Resolution,
    attributions: tuple[Attribution, ...],
    *,
    reference: Reference,
    proposals: tuple[Proposal, ...] = (),
) -> tuple[tuple[Claim, ...], tuple[NotEvent, ...]]:
    """The claims in text order (ids `c1`, `c2`, …) and the non-events; `proposals` pass the same judgement."""
    material = material_of(parse, resolution, attributions, reference=reference)
    heard = [(clause, chain) for clause in clauses_of(material) for chain in chains_of(material, clause)]
    judged = ((clause, judge(material, clause, chain, n)) for n, (clause, chain) in enumerate(heard, start=1))
    carried = with_again(material, with_carried(material, with_totals(judged)))
    rows = list(with_authors(material, with_scene(material, carried)))
    if proposals:
        rows = with_proposals(material, rows, proposals)
    told = {claim.id: clause for clause, claim in rows}
    heard_out = (claim for claim in with_echoes(material, rows) if not _says_little(claim))
    claims = tuple(read_act(material, told[claim.id], claim) for claim in heard_out)
    return claims, not_events(material, claims)


def material_of(
    parse: Parse, resolution: Resolution, attributions: tuple[Attribution, ...], *, reference: Reference
) -> Material:
    """One report as the rules of this stage see it."""
    return Material(
        parse=parse,
        resolution=resolution,
        attributions=attributions,
        acts=reference.acts,
        relevance=reference.relevance,
        act_reader=reference.act_reader,
    )


def clauses_of(material: Material) -> list[Clause]:
    """The stretches of words that may be claims, in text order."""
    verbal, joined = verbal_heads(material)
    heads = Heads(verbal=verbal, nominal=nominal_heads(material), joined=joined)
    found = {c.tokens: c for rule in RULES for c in rule(material, heads)}
    found |= {c.tokens: c for c in sayings(material, heads, found.values())}
    clauses = sorted(with_shares(material, found.values()), key=lambda c: c.tokens)
    return [clause for clause in clauses if worth_telling(material, clause)]


def _says_little(claim: Claim) -> bool:
    """Whether a claim names no act, in a few words: "as we said", "contradicting residents"."""
    words = sum(len(span.quote.split()) for span in claim.spans)
    return claim.predicate == "characterise_as" and words <= FEW


def _only_leaves(material: Material, clause: Clause) -> bool:
    """Whether a lone verb tells that those of whom the sentence tells went: "looted the market and withdrew"."""
    head = material.parse.tokens[clause.head]
    told = head.dep == "conj" and head.tag in ("VBD", "VBZ", "VBP")
    return (
        told
        and "force" in classes(material, material.token(clause.subject))
        and verb_sense(material, clause, lambda sense: sense.act == "withdraw") is not None
    )


def worth_telling(material: Material, clause: Clause) -> bool:
    """A lone word is no claim, nor a bare "to go", nor is the passing on of another source."""
    if len(clause.tokens) < (3 if clause.relation == "purpose" else 2):
        return _only_leaves(material, clause)
    told = material.cue_at.get(clause.head)
    return told is None or told.stance != "cite"
