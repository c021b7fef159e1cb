"""Rival accounts: reports of different publishers that tell of one day and place, and what they tell apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from types import MappingProxyType

from dateline.derive.across.accounts import (
    FIELDS,
    VIOLENT,
    Account,
    account,
    changed,
    differing,
    named_in,
    parties,
    places,
)
from dateline.derive.across.dossier import Dossier
from dateline.derive.across.units import days_of
from dateline.model.across import Rivalry
from dateline.model.ledger import LedgerClaim
from dateline.model.locating import FIRST_LEVEL

__all__ = ["FIELDS", "account", "changed", "claims_by_report", "differing", "rivals_of"]

OPENING = 400
"""Code points in which a report says where it is about."""
MOST_TOLD = 2
"""Divisions of a report that count: what it tells of most; the others are its background."""


def rivals_of(dossier: Dossier) -> tuple[Rivalry, ...]:
    """Every pair of reports of two publishers with a day and a division in common, by report ids.

    A report's day is that of its publication; where that is not stated, the days that its claims tell, those of violence first. Its divisions are those it tells of
    most; where its claims are on no map, those of the places that its opening names.
    """
    told = claims_by_report(dossier)
    points: dict[tuple[date, str], list[str]] = {}
    named = _names(dossier)
    for report in sorted(told):
        for day in _days(dossier, report, told[report]):
            for division in dict.fromkeys(
                [*_divisions(dossier, told[report], named), *_opening(dossier, report, named)[:1]]
            ):
                points.setdefault((day, division), []).append(report)
    acting = parties(dossier)
    accounts = {
        report: account(dossier, report, told[report], named=acting) for found in points.values() for report in found
    }
    rivals: dict[tuple[str, str], Rivalry] = {}
    for (day, division), reports in sorted(points.items()):
        for one, other in combinations(sorted(reports), 2):
            if dossier.reports[one].publisher != dossier.reports[other].publisher:
                differs = _told_apart(dossier, accounts, (one, other))
                found = Rivalry(one=one, other=other, day=day, division=division, differs=differs)
                rivals.setdefault((one, other), found)
    return tuple(rivals[key] for key in sorted(rivals))


def _told_apart(dossier: Dossier, accounts: Mapping[str, Account], pair: tuple[str, str]) -> tuple[str, ...]:
    """In what two reports differ; of a copy and its original, what the copy tells anew."""
    one, other = pair
    if dossier.originals.get(other) == one:
        return changed(accounts[one], accounts[other])
    if dossier.originals.get(one) == other:
        return changed(accounts[other], accounts[one])
    return differing(accounts[one], accounts[other])


def claims_by_report(dossier: Dossier) -> Mapping[str, Sequence[LedgerClaim]]:
    """The claims of every report in the order of the text."""
    told: dict[str, list[LedgerClaim]] = {report.id: [] for report in dossier.holdings.reports}
    for claim in sorted(dossier.holdings.claims, key=lambda c: (c.report, c.spans[:1], c.id)):
        told.setdefault(claim.report, []).append(claim)
    return MappingProxyType(told)


def _days(dossier: Dossier, report: str, claims: Iterable[LedgerClaim]) -> list[date]:
    known = dossier.reports.get(report)
    if known is not None and known.published_stated and known.published is not None and known.published.first_day:
        return [known.published.first_day]
    news = [claim for claim in claims if claim.temporal_status in ("current", "ongoing")]
    violent = {day for claim in news if claim.act in VIOLENT for day in days_of(claim.days)[:2]}
    return sorted(violent or {day for claim in news for day in days_of(claim.days)[:1]})


def _divisions(dossier: Dossier, claims: Sequence[LedgerClaim], named: Mapping[str, str]) -> list[str]:
    """The first-order divisions that claims of violence (else all) tell of most, as names."""
    violent = [claim for claim in claims if claim.act in VIOLENT and claim.codeable]
    counted = Counter(
        division
        for claim in violent or claims
        for place in sorted(places(dossier, claim))
        if (division := _division(dossier, place) or _called(dossier, place, named)) is not None
    )
    return sorted(name for name, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_TOLD])


def _names(dossier: Dossier) -> Mapping[str, str]:
    """The division of every place on the map that some report names, by its names; ambiguous names have none."""
    found: dict[str, set[str]] = {}
    for place in dossier.holdings.entities.values():
        division = _division(dossier, place.id) if place.lat is not None else None
        if division is not None:
            for name in (place.name, *place.aliases):
                found.setdefault(name.casefold(), set()).add(division)
    return MappingProxyType({name: next(iter(of)) for name, of in found.items() if len(of) == 1})


def _opening(dossier: Dossier, report: str, named: Mapping[str, str]) -> list[str]:
    opening = dossier.holdings.texts.get(report, "")[:OPENING]
    return list(dict.fromkeys(named_in(opening, named)))[:MOST_TOLD]


def _called(dossier: Dossier, place: str, named: Mapping[str, str]) -> str | None:
    """The division that the name of a place off the map holds: "the Oakford countryside" lies in Oakford's."""
    known = dossier.entity(place)
    return next(named_in(known.name, named), None) if known is not None and known.lat is None else None


def _division(dossier: Dossier, place: str) -> str | None:
    """The first-order division of a place that is on the map, or of one whose register says so."""
    known = dossier.entity(place)
    if known is None:
        return None
    return known.admin1 or (known.name if known.kind in FIRST_LEVEL and known.lat is not None else None)
