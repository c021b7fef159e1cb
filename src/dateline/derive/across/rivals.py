"""Rival accounts: reports of different publishers that tell of one day and place, and what they tell apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from types import MappingProxyType

from dateline.derive.across.dossier import Dossier
from dateline.derive.across.units import days_of
from dateline.model.across import Rivalry
from dateline.model.ledger import LedgerClaim

VIOLENT = frozenset({"kill", "wound", "attack", "air_strike", "shelling", "clash", "ambush", "repel"})
MEANS = re.compile(
    r"\b(?:chemical|gas|sarin|chlorine|barrel bomb|car bomb|suicide|air ?strike|air raid|warplane|drone|shell|mortar|rocket"
    r"|artillery|missile|shot|shooting|sniper|gunfire|execut\w+|behead\w+|mine|ied|clash|bomb)\w*",
    re.IGNORECASE,
)
DIVISIONS = frozenset({"ADM1", "adm1", "province", "region", "admin"})
_WORD = re.compile(r"[A-Z][\w'’-]+")
OPENING = 400
"""Code points in which a report says where it is about."""
MOST_TOLD = 2
"""Divisions of a report that count: what it tells of most; the others are its background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one report tells of violence: who did it, where, when, by what means, to whom."""

    actor: frozenset[str]
    place: frozenset[str]
    date: frozenset[str]
    cause: frozenset[str]
    casualties: frozenset[str]


FIELDS = ("actor", "place", "date", "cause", "casualties")


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
            for division in _divisions(dossier, told[report]) or _opening(dossier, report, named):
                points.setdefault((day, division), []).append(report)
    accounts = {report: account(dossier, report, told[report]) for found in points.values() for report in found}
    rivals: dict[tuple[str, str], Rivalry] = {}
    for (day, division), reports in sorted(points.items()):
        for one, other in combinations(sorted(reports), 2):
            if dossier.reports[one].publisher != dossier.reports[other].publisher:
                differs = differing(accounts[one], accounts[other])
                found = Rivalry(one=one, other=other, day=day, division=division, differs=differs)
                rivals.setdefault((one, other), found)
    return tuple(rivals[key] for key in sorted(rivals))


def claims_by_report(dossier: Dossier) -> Mapping[str, Sequence[LedgerClaim]]:
    """The claims of every report in the order of the text."""
    told: dict[str, list[LedgerClaim]] = {report.id: [] for report in dossier.holdings.reports}
    for claim in sorted(dossier.holdings.claims, key=lambda c: (c.report, c.spans[:1], c.id)):
        told.setdefault(claim.report, []).append(claim)
    return MappingProxyType(told)


def account(dossier: Dossier, report: str, claims: Iterable[LedgerClaim]) -> Account:
    """The account of a report; only claims of violence say who, whom and when, all claims say where."""
    told = list(claims)
    violent = [claim for claim in told if claim.act in VIOLENT]
    text = dossier.holdings.texts.get(report, "")
    return Account(
        actor=_playing(violent, "agent"),
        place=frozenset(_bare(place) for claim in told for place in _places(dossier, claim)),
        date=frozenset(claim.days.iso() for claim in violent if claim.days is not None),
        cause=frozenset(match.group().casefold() for match in MEANS.finditer(text)),
        casualties=_playing(violent, "patient", "target"),
    )


def differing(one: Account, other: Account) -> tuple[str, ...]:
    """The fields of which each tells something that the other does not; who is only silent contradicts nobody."""
    return tuple(name for name in FIELDS if _apart(getattr(one, name), getattr(other, name)))


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one - other) and bool(other - one)


def _playing(claims: Iterable[LedgerClaim], *roles: str) -> frozenset[str]:
    return frozenset(_bare(actor) for claim in claims for role in roles for actor in claim.roles.get(role, ()))


def _bare(name: str) -> str:
    """An id without the report that it is provisional to: two reports' "gunmen" are no difference."""
    return name.split("@")[0]


def _places(dossier: Dossier, claim: LedgerClaim) -> set[str]:
    """The places of a claim: where it happened, and those that play a role and are on the map."""
    playing = (name for names in claim.roles.values() for name in names)
    mapped = {name for name in playing if (known := dossier.entity(name)) is not None and known.lat is not None}
    return mapped | ({claim.place} if claim.place else set())


def _days(dossier: Dossier, report: str, claims: Iterable[LedgerClaim]) -> list[date]:
    known = dossier.reports.get(report)
    if known is not None and known.published_stated and known.published is not None and known.published.first_day:
        return [known.published.first_day]
    violent = {day for claim in claims if claim.act in VIOLENT for day in days_of(claim.days)[:2]}
    return sorted(violent or {day for claim in claims for day in days_of(claim.days)[:1]})


def _divisions(dossier: Dossier, claims: Sequence[LedgerClaim]) -> list[str]:
    """The first-order divisions that claims of violence (else all) tell of most, as names."""
    violent = [claim for claim in claims if claim.act in VIOLENT and claim.codeable]
    counted = Counter(
        division
        for claim in violent or claims
        for place in sorted(_places(dossier, claim))
        if (division := _division(dossier, place)) is not None
    )
    return sorted(name for name, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_TOLD])


def _names(dossier: Dossier) -> Mapping[str, str]:
    """The division of every place on the map that some report names, by name; ambiguous names have none."""
    found: dict[str, set[str]] = {}
    for place in dossier.holdings.entities.values():
        division = _division(dossier, place.id) if place.lat is not None else None
        if division is not None:
            found.setdefault(place.name.casefold(), set()).add(division)
    return MappingProxyType({name: next(iter(of)) for name, of in found.items() if len(of) == 1})


def _opening(dossier: Dossier, report: str, named: Mapping[str, str]) -> list[str]:
    opening = dossier.holdings.texts.get(report, "")[:OPENING]
    return sorted({named[word.casefold()] for word in _WORD.findall(opening) if word.casefold() in named})[:MOST_TOLD]


def _division(dossier: Dossier, place: str) -> str | None:
    known = dossier.entity(place)
    if known is None:
        return None
    return known.admin1 or (known.name if known.kind in DIVISIONS else None)
