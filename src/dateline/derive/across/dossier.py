"""The holdings with what every derivation asks of them: who is on whose side, what lies in what, what is a copy."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import cast

from dateline.derive.across.edits import judged
from dateline.derive.across.judgements import Decisions, decisions
from dateline.derive.across.recycling import Copying, collapsed, copying, first_told
from dateline.model.across import Closure, Recycling
from dateline.model.geodesy import distance_km
from dateline.model.ledger import Holdings, LedgerClaim, LedgerEntity, LedgerReport
from dateline.model.sides import origin, same_side
from dateline.model.time import TimeRange
from dateline.model.world import ANONYMOUS_KINDS, Actor, ActorKind

NEWS_DAYS = 7
"""Days before publication that "news" may be of: what a report tells without a day happened at most so long ago."""
LONG_QUOTE = 60
"""Code points: words as long as this are not written twice by chance."""


UNMAPPED = ("city", "town", "village", "settlement", "hamlet", "place")
"""Kinds of places that have names of their own, with or without a register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What one report's claims owe to other reports, wherever these are: copies, where long words first stood (by
    `long_words`), and what corrections close.

    Everything else that is derived of an event or a place follows from its own claims, and those that may be of it.
    """

    recycling: tuple[Recycling, ...] = ()
    first_quotes: Mapping[str, str] = field(default_factory=dict)
    closures: tuple[Closure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Holdings and the answers to the questions that all derivations over reports share.

    Its `holdings` are those given as people judged them: see `derive.across.edits`. Where they are a part of all that is
    known, `ties` tell what only the whole can say.
    """

    holdings: Holdings
    ties: Ties | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "holdings", judged(self.holdings))

    @cached_property
    def reports(self) -> Mapping[str, LedgerReport]:
        """The reports by id."""
        return MappingProxyType({report.id: report for report in self.holdings.reports})

    @cached_property
    def claims(self) -> Mapping[str, LedgerClaim]:
        """The claims by id."""
        return MappingProxyType({claim.id: claim for claim in self.holdings.claims})

    @cached_property
    def decided(self) -> Decisions:
        """The judgements on claims that stand."""
        return decisions(self.holdings.judgements)

    @cached_property
    def copying(self) -> Copying:
        """What tells copies among these holdings."""
        return copying(self.holdings)

    @cached_property
    def recycling(self) -> tuple[Recycling, ...]:
        """Reports that repeat earlier ones."""
        if self.ties is not None:
            return self.ties.recycling
        return collapsed(self.copying.pairs, {report.id: first_told(report) for report in self.holdings.reports})

    @cached_property
    def originals(self) -> Mapping[str, str]:
        """The original of every report that is a copy."""
        return MappingProxyType({found.report: found.original for found in self.recycling})

    @cached_property
    def _actors(self) -> Mapping[str, Actor]:
        return MappingProxyType({key: _actor(entity) for key, entity in self.holdings.entities.items()})

    def actor(self, name: str) -> Actor:
        """The actor with this id; one that no report describes has only its id."""
        known = self._actors.get(name)
        return known or Actor(id=name, name=name, kind="organisation", provisional=True)

    def entity(self, name: str | None) -> LedgerEntity | None:
        """The entity or place with this id, if any report describes it."""
        return self.holdings.entities.get(name) if name else None

    def same_side(self, one: str, other: str) -> bool:
        """Whether two actors are one party."""
        return one == other or same_side(self.actor(one), self.actor(other))

    def opposed(self, one: str, other: str) -> bool:
        """Whether two actors are surely no one party; who is unnamed may be anybody.

        Of "the rebels" of one report no more is known than that they are not the state's forces.
        """
        if self.same_side(one, other) or self.unnamed(one) or self.unnamed(other):
            return False
        if "@" in one or "@" in other:
            return {_camp(self.actor(one)), _camp(self.actor(other))} == {"state", "rebel"}
        return True

    def same_camp(self, one: str, other: str) -> bool:
        """Whether two actors are both the state's, or both rebels: two reports' common nouns for one party."""
        camp = _camp(self.actor(one))
        return camp is not None and camp == _camp(self.actor(other))

    def unnamed(self, name: str) -> bool:
        """Gunmen, residents, a label: words that stand for nobody in particular."""
        actor = self.actor(name)
        return actor.kind in ("unidentified_armed", "label", "civilian", "armed_groups_collective") or actor.anonymous

    def so_called(self, one: str, other: str) -> bool:
        """Whether two reports call nobody in particular by one word: "the rebels"."""
        unnamed = self.unnamed(one) and self.unnamed(other)
        return unnamed and self.actor(one).name.casefold() == self.actor(other).name.casefold()

    def party(self, name: str) -> str:
        """The word that stands for all voices of one party."""
        return origin(self.actor(name))

    def lies_in(self, part: str | None, whole: str | None) -> bool:
        """Whether a place is the other or a part of it, as far as the holdings tell."""
        seen: set[str] = set()
        while part is not None and whole is not None and part not in seen:
            if part == whole:
                return True
            seen.add(part)
            place = self.entity(part)
            part = place.part_of if place else None
        return False

    def site(self, place: str | None) -> str | None:
        """A place that no map has, by its name and the place it lies in: a town's market in whatever report.

        A village that no register knows is one in all reports that put it into one country. None for what is on a map, or
        lies nowhere that reports share.
        """
        known = self.entity(place)
        if known is None or known.lat is not None:
            return None
        if known.part_of is None and known.country and _is_unmapped_settlement(known):
            return f"{known.name.casefold()} in {known.admin1 or known.country}"
        if known.part_of is None or "@" in known.part_of:
            return None
        return f"{known.name.casefold()} of {known.part_of}"

    def apart_km(self, one: LedgerClaim, other: LedgerClaim) -> tuple[float, float] | None:
        """Distance of two claims' points and how far apart they may be told and still be one, in km; None if unknown."""
        if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
            return None
        play = ((one.uncertainty_m or 0.0) + (other.uncertainty_m or 0.0)) / 1000
        return distance_km((one.lat, one.lon), (other.lat, other.lon)), play

    def published(self, report: str) -> TimeRange | None:
        """When a report was published, or the range that evidence allows."""
        known = self.reports.get(report)
        return known.published if known else None

    def told_on(self, report: str) -> datetime | None:
        """The last instant at which the report can have been published; the first where no last one is known."""
        when = self.published(report)
        if when is None or when.latest is None:
            return when.earliest if when else None
        return when.latest - timedelta(microseconds=1)

    def word_day(self, claim: LedgerClaim) -> date | None:
        """The day that a claim's figures and states are as of: its report's, else its own last day."""
        when = self.published(claim.report)
        if when is not None and (day := when.first_day or when.last_day) is not None:
            return day
        return (claim.days.last_day or claim.days.first_day) if claim.days else None

    def window(self, claim: LedgerClaim) -> TimeRange | None:
        """The days of a claim, or for an undated one the news days before publication; None if neither is known."""
        if claim.days is not None and (claim.days.earliest or claim.days.latest):
            return claim.days
        when = self.published(claim.report)
        if when is None or when.earliest is None:
            return None
        return TimeRange(earliest=when.earliest - timedelta(days=NEWS_DAYS), latest=when.latest, precision="vague")

    @cached_property
    def _first_quotes(self) -> Mapping[str, str]:
        """The report in which long words of a claim first stand, by those words."""
        if self.ties is not None:
            return self.ties.first_quotes
        ordered = sorted(self.holdings.claims, key=self._told_order)
        first: dict[str, str] = {}
        for claim in ordered:
            if (words := long_words(claim.quote)) is not None:
                first.setdefault(words, claim.report)
        return MappingProxyType(first)

    def _told_order(self, claim: LedgerClaim) -> tuple[tuple[str, int, str], str]:
        report = self.reports.get(claim.report)
        return (first_told(report) if report else ("9999", 0, ""), claim.id)

    def source_report(self, claim: LedgerClaim) -> str:
        """The report whose words a claim repeats: its own, the original of its report, or where its words first stood."""
        if claim.report in self.originals:
            return self.originals[claim.report]
        words = long_words(claim.quote)
        first = self._first_quotes.get(words, claim.report) if words is not None else claim.report
        return self.originals.get(first, first)


def _camp(actor: Actor) -> str | None:
    if actor.kind in ("state_force", "government", "joint_force"):
        return "state"
    return "rebel" if actor.kind == "rebel" else None


def long_words(quote: str) -> str | None:
    """Long words as a key, case and spacing aside; None for words that may be written twice by chance."""
    if len(quote) < LONG_QUOTE:
        return None
    folded = " ".join(quote.casefold().split())
    return hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _actor(entity: LedgerEntity) -> Actor:
    kind = "anonymous_source" if entity.anonymous and entity.kind not in ANONYMOUS_KINDS else entity.kind
    return Actor(
        id=entity.id,
        name=entity.name,
        kind=cast(ActorKind, kind),
        country=entity.country,
        side=entity.side,
        includes=entity.includes,
    )


def _is_unmapped_settlement(place: LedgerEntity) -> bool:
    """Whether a place that only reports know is called by a name, and not by a noun ("a village", "THE TOWN")."""
    named = place.name[:1].isupper() and place.name.casefold().split()[-1] not in UNMAPPED
    return place.id.startswith("report:") and place.kind in UNMAPPED and named
