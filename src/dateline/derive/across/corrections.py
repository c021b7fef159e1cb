"""A correction closes what it corrects: the earlier claim stays, with who withdrew it and what stands instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from dateline.derive.across.dossier import Dossier
from dateline.derive.across.recycling import first_told, shared_words
from dateline.derive.across.units import family_of
from dateline.model.across import Closure
from dateline.model.ledger import LedgerClaim, LedgerReport
from dateline.model.time import TimeRange

REACH_DAYS = 31
"""Days: a correction is of something that its publisher told at most so long before."""
ALIKE = 2.5
"""What act, place, parties, day and wording must add up to for a claim to be the one that is withdrawn."""
UNDATED = 0.5
"""What must be added to that where no day says that the claim was told before the correction."""


def closures(dossier: Dossier) -> tuple[Closure, ...]:
    """The claims that corrections close, by claim id.

    A report of kind correction withdraws what it marks as retracted, and only in what its own publisher may have told
    before it. Which came before is said by the days of publication alone, never by the order in which the ledger
    learned of them: a range counts with all its days, and a day that is not known forbids nothing but asks for more
    likeness. An earlier correction can be corrected only where its days lie surely before. What the correction asserts
    in place of that (the same kind of act with another place, party or number) is named beside. Of several
    corrections that withdraw a claim the first told is named.
    """
    if dossier.ties is not None:
        return dossier.ties.closures
    if all(report.kind != "correction" for report in dossier.holdings.reports):
        return ()
    by_report: dict[str, list[LedgerClaim]] = {}
    for claim in sorted(dossier.holdings.claims, key=lambda c: c.id):
        by_report.setdefault(claim.report, []).append(claim)
    found = (
        closure
        for report in sorted(dossier.holdings.reports, key=first_told)
        if report.kind == "correction"
        for closure in _of(dossier, report, by_report)
    )
    first: dict[str, Closure] = {}
    for closure in found:
        first.setdefault(closure.claim, closure)
    return tuple(first[name] for name in sorted(first))


def _of(dossier: Dossier, report: LedgerReport, by_report: dict[str, list[LedgerClaim]]) -> Iterator[Closure]:
    own = by_report.get(report.id, [])
    withdrawn = [claim for claim in own if claim.modality == "retracted"]
    for retracted in withdrawn:
        instead = tuple(claim.id for claim in own if _replaces(claim, retracted))
        for earlier in _earlier(dossier, report):
            enough = ALIKE if _dated(earlier) and _dated(report) else ALIKE + UNDATED
            for claim in by_report.get(earlier.id, []):
                if _may_be_meant(claim, report) and _alike(dossier, claim, retracted) >= enough:
                    yield Closure(
                        claim=claim.id,
                        by_report=report.id,
                        by_claim=retracted.id,
                        replaced_by=instead,
                        why="the publisher's correction withdraws it",
                    )


def _earlier(dossier: Dossier, correction: LedgerReport) -> list[LedgerReport]:
    """What the same publisher may have told before the correction, as far as the days are known."""
    own = [r for r in dossier.holdings.reports if r.publisher == correction.publisher and r.id != correction.id]
    return sorted((r for r in own if _before(r, correction)), key=lambda r: r.id)


def _before(report: LedgerReport, correction: LedgerReport) -> bool:
    """Whether some day of one publication and some day of the other are in order and not too far apart."""
    told, corrected = report.published, correction.published
    if report.kind == "correction":
        return bool(told and corrected and told.latest and corrected.earliest and told.latest <= corrected.earliest)
    return not _after(told, corrected) and not _long_before(told, corrected)


def _after(told: TimeRange | None, corrected: TimeRange | None) -> bool:
    if told is None or corrected is None or told.earliest is None or corrected.latest is None:
        return False
    return told.earliest > corrected.latest


def _long_before(told: TimeRange | None, corrected: TimeRange | None) -> bool:
    if told is None or corrected is None or told.latest is None or corrected.earliest is None:
        return False
    return corrected.earliest - told.latest > timedelta(days=REACH_DAYS)


def _dated(report: LedgerReport) -> bool:
    """Whether a publication has both ends: evidence that bounds one of them does not order it."""
    return report.published is not None and None not in (report.published.earliest, report.published.latest)


def _may_be_meant(claim: LedgerClaim, correction: LedgerReport) -> bool:
    """Nobody corrects what happens only after the correction; a retraction is not retracted."""
    return claim.modality != "retracted" and not _after(claim.days, correction.published)


def _replaces(claim: LedgerClaim, retracted: LedgerClaim) -> bool:
    """What the correction itself vouches for about the same kind of act."""
    vouched = claim.modality in ("asserted", "attributed", "confirmed") and claim.polarity == "positive"
    return vouched and claim.id != retracted.id and family_of(claim) == family_of(retracted)


def _alike(dossier: Dossier, claim: LedgerClaim, retracted: LedgerClaim) -> float:
    """How much speaks for a claim being the one withdrawn; nothing where place or day differ."""
    if family_of(claim) != family_of(retracted) or not _compatible(dossier, claim, retracted):
        return 0.0
    same_place = _one_name(dossier, claim.place, retracted.place)
    parties = any(dossier.same_side(a, b) for a in _parties(claim) for b in _parties(retracted))
    figures = {(n.measure, n.low, n.high) for n in claim.counts} & {
        (n.measure, n.low, n.high) for n in retracted.counts
    }
    parts: Sequence[float] = (
        1.0 if claim.act == retracted.act else 0.5,
        1.0 if same_place else 0.0,
        1.0 if parties else 0.0,
        1.0 if figures else 0.0,
        min(1.0, 2 * shared_words((claim.quote, retracted.quote))),
    )
    return sum(parts)


def _compatible(dossier: Dossier, claim: LedgerClaim, retracted: LedgerClaim) -> bool:
    if claim.place is not None and retracted.place is not None:
        a, b = claim.place, retracted.place
        if not (dossier.lies_in(a, b) or dossier.lies_in(b, a) or _one_name(dossier, a, b)):
            return False
    if claim.counts and retracted.counts and not _share_figure(claim, retracted):
        return False
    return claim.days is None or retracted.days is None or claim.days.overlaps(retracted.days)


def _one_name(dossier: Dossier, one: str | None, other: str | None) -> bool:
    """Whether two claims name one place, or places called alike: a publisher that corrects itself means no namesake."""
    first, second = dossier.entity(one), dossier.entity(other)
    alike = first is not None and second is not None and first.name.casefold() == second.name.casefold()
    return one is not None and (one == other or alike)


def _share_figure(claim: LedgerClaim, retracted: LedgerClaim) -> bool:
    return any((a.low, a.high) == (b.low, b.high) for a in claim.counts for b in retracted.counts)


def _parties(claim: LedgerClaim) -> Iterable[str]:
    return (actor for role in ("agent", "patient", "target", "recipient") for actor in claim.roles.get(role, ()))
