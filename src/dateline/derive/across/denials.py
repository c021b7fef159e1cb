"""Who denies an event: named by the denial itself, or a negation of the same act, there and then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from dateline.derive.across.compare import UNSURE, reasons_of, total
from dateline.derive.across.dossier import Dossier
from dateline.derive.across.units import Key, Unit, family_of, keys_of, unit_of
from dateline.model.ledger import LedgerClaim

_UNDOING = frozenset({"withdraw", "break_siege", "release", "return"})
"""Acts that end what the other acts of their family begin: who denies the one has said nothing of the other."""


def denials(dossier: Dossier, units: Iterable[Unit]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the claims that deny a unit, by unit id."""
    known = list(units)
    homes = {claim.id: unit.id for unit in known for claim in unit.claims}
    blocks: dict[Key, list[Unit]] = {}
    for unit in known:
        for key in keys_of(unit):
            blocks.setdefault(key, []).append(unit)
    found: dict[str, set[str]] = {}
    for claim in dossier.holdings.claims:
        if not is_denial(claim):
            continue
        for name in _denied(dossier, claim, homes=homes, blocks=blocks):
            found.setdefault(name, set()).add(claim.id)
    return MappingProxyType({name: tuple(sorted(claims)) for name, claims in found.items()})


def is_denial(claim: LedgerClaim) -> bool:
    """Whether the claim says of an act in the world that it did not happen; a count denied is no event denied."""
    denied = claim.modality == "denied" or (
        claim.polarity == "negative" and claim.modality in ("attributed", "claimed")
    )
    return denied and claim.kind == "event" and not claim.counts


def _denied(
    dossier: Dossier, claim: LedgerClaim, *, homes: Mapping[str, str], blocks: Mapping[Key, list[Unit]]
) -> set[str]:
    if claim.denies is not None:
        return {homes[claim.denies]} if claim.denies in homes else set()
    if claim.place is None:
        return set()
    unit = unit_of(dossier, (claim,))
    near = {other.id: other for key in keys_of(unit, asks=True) for other in blocks.get(key, ())}
    return {name for name, other in near.items() if _same_act_there_and_then(dossier, unit, other)}


def _same_act_there_and_then(dossier: Dossier, denial: Unit, told: Unit) -> bool:
    """What the event comparison says, though both may stand in one report: there a denial is meant to be beside."""
    if not _of_one_act(denial, told):
        return False
    reasons = [reason for reason in reasons_of(dossier, denial, told) if reason.name != "report"]
    return total(reasons) >= UNSURE


def _of_one_act(denial: Unit, told: Unit) -> bool:
    """Whether both are of one family of acts, and of the same direction: a capture denied is no withdrawal denied."""
    denied = {(family_of(claim), claim.act in _UNDOING) for claim in denial.claims}
    return any((family_of(claim), claim.act in _UNDOING) in denied for claim in told.claims)
