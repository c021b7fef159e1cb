"""Who denies an event: named by the denial itself, or a negation of the same act, there and then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from dateline.derive.across.compare import UNSURE, reasons_of, total
from dateline.derive.across.dossier import Dossier
from dateline.derive.across.units import Key, Unit, family_of, keys_of, unit_of
from dateline.derive.families import LOSING, UNDOING
from dateline.model.across import Comparison
from dateline.model.ledger import LedgerClaim
from dateline.model.record import Reason

PLACELESS = 3.5
"""What must speak for a denial that tells no place: act, day and party, and a figure or words besides."""
NAMED = 100.0
"""The weight of a denial's own word for what it denies: nothing else is asked."""


def denials(dossier: Dossier, units: Iterable[Unit]) -> Mapping[str, tuple[Comparison, ...]]:
    """The comparisons that tie denials to a unit, by unit id: `one` is the claim that denies, `other` the unit."""
    known = list(units)
    homes = {claim.id: unit for unit in known for claim in unit.claims}
    blocks: dict[Key, list[Unit]] = {}
    for unit in known:
        for key in keys_of(unit):
            blocks.setdefault(key, []).append(unit)
    found: dict[str, list[Comparison]] = {}
    for claim in dossier.holdings.claims:
        if is_denial(claim):
            for tie in _ties(dossier, claim, homes=homes, blocks=blocks):
                found.setdefault(tie.other, []).append(tie)
    return MappingProxyType({name: tuple(sorted(ties, key=lambda t: t.one)) for name, ties in found.items()})


def is_denial(claim: LedgerClaim) -> bool:
    """Whether the claim says of an act in the world that it did not happen.

    A count denied is no event denied, unless the denial names the claim that it denies.
    """
    if claim.denies is not None and claim.modality == "denied":
        return True
    denied = claim.modality == "denied" or (
        claim.polarity == "negative" and claim.modality in ("attributed", "claimed")
    )
    return denied and claim.kind == "event" and not claim.counts


def is_sought(claim: LedgerClaim) -> bool:
    """Whether what a denial denies must be looked for, by place, or by who is said to have done it."""
    return is_denial(claim) and claim.denies is None and (claim.place is not None or bool(claim.roles.get("agent")))


def _ties(
    dossier: Dossier, claim: LedgerClaim, *, homes: Mapping[str, Unit], blocks: Mapping[Key, list[Unit]]
) -> Iterable[Comparison]:
    if claim.denies is not None:
        return [_named(claim, homes[claim.denies])] if claim.denies in homes else ()
    if not is_sought(claim):
        return ()
    unit = unit_of(dossier, (claim,))
    near = {other.id: other for key in keys_of(unit, asks=True) for other in blocks.get(key, ())}
    asked = (other for other in near.values() if _of_one_act(unit, other) and not _own_gain(dossier, unit, other))
    found = (_there_and_then(dossier, unit, other) for other in asked)
    return [tie for tie in found if tie.answer == "same"]


def _named(claim: LedgerClaim, unit: Unit) -> Comparison:
    reason = Reason(name="named", weight=NAMED, why=claim.why or "the denial names what it denies")
    return Comparison(one=claim.id, other=unit.id, answer="same", score=NAMED, reasons=(reason,))


def _there_and_then(dossier: Dossier, denial: Unit, told: Unit) -> Comparison:
    """What the event comparison says, though both may stand in one report: there a denial is meant to be beside."""
    asked = _of_nobody(denial) if _denies_a_loss(denial) else denial
    reasons = tuple(reason for reason in reasons_of(dossier, asked, told) if reason.name != "report")
    score, enough = total(reasons), UNSURE if denial.place is not None else PLACELESS
    return Comparison(
        one=denial.id, other=told.id, answer="same" if score >= enough else "different", score=score, reasons=reasons
    )


def _of_nobody(denial: Unit) -> Unit:
    """Who denies having lost a town says nothing of itself but that another did not take it."""
    claims = tuple(replace(claim, act="capture") for claim in denial.claims)
    return replace(denial, claims=claims, parties=frozenset(), agents=frozenset())


def _own_gain(dossier: Dossier, denial: Unit, told: Unit) -> bool:
    """Whether who denies a loss took the place himself in what is told: that he denies least of all."""
    takers = (a for c in told.claims if c.act not in UNDOING for a in c.roles.get("agent", ()))
    return _denies_a_loss(denial) and any(dossier.same_side(a, b) for a in takers for b in denial.agents)


def _denies_a_loss(denial: Unit) -> bool:
    return all(claim.act == "withdraw" and claim.predicate in LOSING for claim in denial.claims)


def _of_one_act(denial: Unit, told: Unit) -> bool:
    """Whether both are of one family of acts, and of the same direction: a capture denied is no withdrawal denied.

    That a town fell, or was lost, is denied of its capture.
    """
    denied = {_kind(claim) for claim in denial.claims}
    return any((family_of(claim), claim.act in UNDOING) in denied for claim in told.claims)


def _kind(claim: LedgerClaim) -> tuple[str, bool]:
    taken = claim.predicate == "fall" or (claim.act == "withdraw" and claim.predicate in LOSING)
    return ("control", False) if taken else (family_of(claim), claim.act in UNDOING)
