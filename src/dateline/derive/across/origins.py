"""Origins, not outlets: whose word a claim finally is."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.derive.across.dossier import Dossier
from dateline.model.ledger import LedgerClaim
from dateline.model.world import ANONYMOUS_KINDS


def origin_of(dossier: Dossier, claim: LedgerClaim) -> str:
    """The end of a claim's chain as one word for all that are not independent of it.

    A voice counts for its side; a publisher that only repeats another report's words counts for that report's
    publisher; an unnamed source is told apart by the report that first quotes it, since two reports' "residents" are
    not known to be the same people.
    """
    source = dossier.source_report(claim)
    return origin_of_voice(dossier, claim.believer, report=source, narrated=len(claim.chain) == 1)


def origin_of_voice(dossier: Dossier, believer: str, *, report: str, narrated: bool) -> str:
    """The origin behind a voice of a report (the report whose words they first were)."""
    first = dossier.reports.get(report)
    if narrated and first is not None:
        return dossier.party(first.publisher)
    actor = dossier.actor(believer)
    if actor.kind in ANONYMOUS_KINDS or believer.startswith("anon:"):
        return f"{believer.split('@')[0]}@{report}"
    return dossier.party(believer)


def origins(dossier: Dossier, claims: Iterable[LedgerClaim]) -> tuple[str, ...]:
    """The independent origins behind claims, sorted."""
    return tuple(sorted({origin_of(dossier, claim) for claim in claims}))
