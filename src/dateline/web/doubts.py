"""Which codings to look at first: those whose fields give most reason to doubt them, each reason with its weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dateline.model.ledger import LedgerClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One reason to look at a coding before others."""

    why: str
    weight: int
    holds: Callable[[LedgerClaim], bool]


def _undated(claim: LedgerClaim) -> bool:
    return claim.codeable and (claim.days is None or not (claim.days.first_day or claim.days.last_day))


def _vague_days(claim: LedgerClaim) -> bool:
    return claim.codeable and claim.days is not None and claim.days.first_day != claim.days.last_day


def _borderline(claim: LedgerClaim) -> bool:
    return not claim.codeable and claim.kind in ("event", "casualty", "displacement") and claim.polarity == "positive"


DOUBTS = (
    Doubt(why="the act is none of the list", weight=3, holds=lambda claim: claim.act == "other"),
    Doubt(why="an act that was set aside as no event", weight=3, holds=_borderline),
    Doubt(why="no place was read", weight=2, holds=lambda claim: claim.codeable and claim.place is None),
    Doubt(why="no day was read", weight=2, holds=_undated),
    Doubt(why="whose word it is is not named", weight=2, holds=lambda claim: claim.modes[-1:] in (("anonymous",), ("implicit",))),
    Doubt(why="the place is on no map", weight=1, holds=lambda claim: claim.place is not None and claim.lat is None),
    Doubt(why="more than one day is possible", weight=1, holds=_vague_days),
    Doubt(why="nobody is named for it", weight=1, holds=lambda claim: claim.codeable and not claim.roles.get("agent")),
    Doubt(why="the words stand apart", weight=1, holds=lambda claim: len(claim.spans) > 1),
    Doubt(why="it was passed on more than once", weight=1, holds=lambda claim: len(claim.chain) > 2),
)  # fmt: skip
"""Reasons that the fields of a coding give; the weights are for the order of a queue and mean nothing else."""


def doubts(claim: LedgerClaim) -> tuple[Doubt, ...]:
    """The reasons that hold, the heaviest first."""
    return tuple(doubt for doubt in DOUBTS if doubt.holds(claim))


def least_sure_first(found: Iterable[str], claims: Mapping[str, LedgerClaim]) -> tuple[str, ...]:
    """The claims by the sum of their doubts; equals stay in their order."""

    def weight(key: str) -> int:
        claim = claims.get(key)
        return -sum(doubt.weight for doubt in doubts(claim)) if claim else 0

    return tuple(sorted(found, key=weight))
