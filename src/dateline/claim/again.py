"""What points back to the deed told just before: "It took place on Monday", "this happened near the ford"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS, KINDS
from dateline.claim.material import Material
from dateline.model.record import Claim

POINTING = ("it", "this", "that")
TOLD_BEFORE = "told before"
"""Why what only says more of a deed is no event of its own."""


def with_again(material: Material, rows: Iterable[tuple[Clause, Claim]]) -> Iterator[tuple[Clause, Claim]]:
    """The rows in text order; what says when or where "it took place" names the deed of the sentence before or its own."""
    told: Claim | None = None
    at = 0
    for clause, claim in rows:
        sentence = material.parse.tokens[clause.core].sentence
        if told is not None and sentence - at in (0, 1) and _points_back(material, clause, claim):
            why = claim.why or TOLD_BEFORE
            claim = replace(claim, act=told.act, predicate=told.predicate, kind=told.kind, codeable=False, why=why)
        elif claim.act in CONFLICT_ACTS and claim.kind in KINDS:
            told, at = claim, sentence
        yield clause, claim


def _points_back(material: Material, clause: Clause, claim: Claim) -> bool:
    core, subject = material.parse.tokens[clause.core], material.token(clause.subject)
    if claim.act in CONFLICT_ACTS or subject is None or subject.lower not in POINTING:
        return False
    placed = any(kid.lower == "place" for kid in material.parse.kids(core, "dobj"))
    return core.lemma in ("happen", "occur") or (core.lemma == "take" and placed)
