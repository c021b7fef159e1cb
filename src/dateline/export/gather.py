"""Holdings and events → what is asked for, names written out; nothing here may leave without the safety filter."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from dateline.export.pronouns import unnamed_voice
from dateline.export.protection import is_place, is_protected
from dateline.export.sentences import sentence_length
from dateline.export.shared import (
    Counted,
    ExportActor,
    ExportClaim,
    ExportEvent,
    ExportHold,
    ExportPlace,
    ExportReport,
    ExportSector,
    Figures,
    Gathered,
    Passage,
)
from dateline.model.across import AcrossEvent
from dateline.model.address import web_address
from dateline.model.derived import Projection
from dateline.model.ledger import Holdings, LedgerClaim, LedgerControl, LedgerEntity, LedgerReport
from dateline.model.locating import Level, located
from dateline.model.time import TimeRange
from dateline.model.totals import total
from dateline.reference.countries import Country

AGENTS = ("agent", "agents", "perpetrator")
PATIENTS = ("patient", "target", "victim", "recipient")
RADIUS_M: Mapping[Level, float] = MappingProxyType(
    {
        "place": 5_000.0, "near": 10_000.0, "adm2": 30_000.0, "adm1": 100_000.0, "vague": 100_000.0,
        "water": 100_000.0, "country": 500_000.0,
    }
)  # fmt: skip
"""Orders of magnitude: how far from the point of what holds it a place that is on no map may lie."""
OWN_IDS = "dl:"
"""How the ids of exported events begin; nobody else's do."""
UNKNOWN_COUNTRY = "XXX"
"""ISO 3166-1 keeps XXX free for users."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """An event to be shared; `claims`, `leading` (of them), `denied_by`, `actors` and `place` are ids of the ledger.

    `projections` maps "acled", "ucdp", "plover" to that codebook's values, with `rule`. `origins` None: counted here.
    """

    id: str
    label: str
    act: str
    claims: tuple[str, ...]
    days: TimeRange | None
    place: str | None
    actors: tuple[str, ...]
    status: str
    disputed: bool = False
    fatalities: Figures = field(default_factory=Figures)
    projections: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    origins: int | None = None
    counted: tuple[Counted, ...] = ()
    leading: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()


def facts_across(event: AcrossEvent, projections: Iterable[Projection] = ()) -> EventFacts:
    """An event over many reports; its figures are those of all sides together, nobody counted twice."""
    others = dict.fromkeys(series.measure for series in event.counts if series.measure != "killed")
    return EventFacts(
        id=event.id,
        label=event.label,
        act=event.act,
        claims=event.claims,
        days=event.days,
        place=event.place,
        actors=event.actors,
        status=event.status,
        disputed=event.status == "disputed" or bool(event.denied_by),
        fatalities=_figures(event, "killed"),
        counted=tuple(Counted(measure=measure, figures=_figures(event, measure)) for measure in others),
        projections={p.codebook: {**p.values, "rule": p.rule, "missing": list(p.missing)} for p in projections},
        origins=len(event.origins) or None,
        leading=event.leading,
        denied_by=event.denied_by,
    )


def _figures(event: AcrossEvent, measure: str) -> Figures:
    told = total(event.counts, measure)
    return Figures(low=told.low, best=told.best, high=told.high, words=told.words, manner=told.manner)


def gathered(holdings: Holdings, events: Iterable[EventFacts], *, countries: Mapping[str, Country]) -> Gathered:
    """Events, claims and holds with the names, words and links that formats need, in the order given."""
    index = _index(holdings, countries)
    facts = tuple(fact for fact in events if any(claim in index.claims for claim in fact.claims))
    ids = {fact.id: _event_id(index, fact) for fact in facts}
    owner = {claim: ids[fact.id] for fact in facts for claim in fact.claims}
    claims = {claim.id: _claim(index, claim, owner.get(claim.id)) for claim in holdings.claims}
    return Gathered(
        events=tuple(_event(index, fact, ids[fact.id], claims) for fact in facts),
        claims=tuple(claims.values()),
        holds=tuple(_hold(index, row) for row in holdings.control),
        entities=tuple(holdings.entities.values()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """The holdings by id; actors, voices and places are kept once made, since rows share them."""

    holdings: Holdings
    countries: Mapping[str, Country]
    reports: Mapping[str, ExportReport]
    claims: Mapping[str, LedgerClaim]
    actors: dict[str, ExportActor] = field(default_factory=dict)
    voices: dict[str, ExportActor] = field(default_factory=dict)
    places: dict[tuple[object, ...], ExportPlace] = field(default_factory=dict)


def _index(holdings: Holdings, countries: Mapping[str, Country]) -> _Index:
    return _Index(
        holdings=holdings,
        countries=countries,
        reports={report.id: _report(report) for report in holdings.reports},
        claims={claim.id: claim for claim in holdings.claims},
    )


def _report(report: LedgerReport) -> ExportReport:
    return ExportReport(
        id=report.id,
        publisher=report.publisher_name,
        url=web_address(report.url),
        title=report.title,
        sha256=report.sha256,
        language=report.language,
        published=report.published,
    )


def _event_id(index: _Index, fact: EventFacts) -> str:
    """`dl:MLI:…`: from the event's earliest claim, so that it tells no place and outlives new claims."""
    told = [index.claims[claim] for claim in fact.claims if claim in index.claims]
    first = _earliest(told)
    place = index.holdings.entities.get(fact.place) if fact.place else None
    code = (place.country if place else None) or next((c.country for c in told if c.country), None)
    country = index.countries.get(code) if code else None
    return f"{OWN_IDS}{country.alpha3 if country else UNKNOWN_COUNTRY}:{_digest(first)}"


def _digest(first: LedgerClaim) -> str:
    return hashlib.sha256(first.id.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def event_digest(claims: Iterable[LedgerClaim]) -> str:
    """The last part of the id under which an event of these claims is exported."""
    return _digest(_earliest(claims))


def _earliest(claims: Iterable[LedgerClaim]) -> LedgerClaim:
    return min(claims, key=lambda claim: (claim.recorded.seq, claim.id))


def _event(index: _Index, fact: EventFacts, key: str, claims: Mapping[str, ExportClaim]) -> ExportEvent:
    """The event, with the claims first that tell of what names it."""
    ordered = sorted(fact.claims, key=lambda claim: claim not in fact.leading)
    told = [index.claims[claim] for claim in ordered if claim in index.claims]
    agents, patients = _in_roles(told, AGENTS), _in_roles(told, PATIENTS)
    facing = _facing(index, told)
    agents, patients = [one for one in agents if one not in facing], list(dict.fromkeys((*facing, *patients)))
    others = [actor for actor in fact.actors if actor not in agents and actor not in patients]
    actor1, actor2 = (agents, [*patients, *others]) if agents or patients else (others[:1], others[1:])
    return ExportEvent(
        id=key,
        label=fact.label,
        act=fact.act,
        status=fact.status,
        disputed=fact.disputed,
        claims=tuple(claims[claim.id] for claim in told),
        days=fact.days,
        place=_place_of_event(index, fact.place, told),
        actor1=tuple(_actor(index, actor) for actor in actor1),
        actor2=tuple(_actor(index, actor) for actor in actor2 if actor not in actor1),
        projections=fact.projections,
        fatalities=fact.fatalities,
        counted=fact.counted,
        origins=fact.origins if fact.origins is not None else origins(told, index.holdings.entities),
        recorded=max(claim.recorded.at for claim in told),
        leading=fact.leading,
        denials=tuple(claims[denial] for denial in fact.denied_by if denial in claims),
    )


def _facing(index: _Index, claims: Iterable[LedgerClaim]) -> list[str]:
    """Whom the first side of a clash fights where both stand side by side ("soldiers and raiders exchanged fire")."""
    found: list[str] = []
    for claim in claims:
        sides = _in_roles([claim], AGENTS) if claim.act == "clash" else []
        if len(sides) > 1 and not _in_roles([claim], PATIENTS):
            first = _actor(index, sides[0])
            found.extend(one for one in sides[1:] if not _allied(first, _actor(index, one)) and sides[0] not in found)
    return list(dict.fromkeys(found))


def _allied(one: ExportActor, other: ExportActor) -> bool:
    return one.side is not None and one.side == other.side


def _in_roles(claims: Iterable[LedgerClaim], names: tuple[str, ...]) -> list[str]:
    found = (actor for claim in claims for name in names for actor in claim.roles.get(name, ()))
    return list(dict.fromkeys(actor for actor in found if not is_place(actor)))


def origins(claims: Iterable[LedgerClaim], entities: Mapping[str, LedgerEntity]) -> int:
    """How many independent voices: ends of chains, one a side; the same words are the same origin, whoever prints them."""
    by_words: dict[str, str] = {}
    found: set[str] = set()
    for claim in claims:
        voice = entities.get(claim.believer)
        origin = (voice.side if voice else None) or claim.believer
        found.add(by_words.setdefault(" ".join(claim.quote.casefold().split()), origin))
    return len(found)


def _actor(index: _Index, key: str) -> ExportActor:
    if key not in index.actors:
        index.actors[key] = _new_actor(index, key)
    return index.actors[key]


def _new_actor(index: _Index, key: str) -> ExportActor:
    known = index.holdings.entities.get(key)
    if known is None:
        return ExportActor(id=key, name=_name_in_id(key), kind="unknown")
    return ExportActor(id=key, name=known.name, kind=known.kind, country=known.country, side=known.side)


def _voice(index: _Index, key: str) -> ExportActor:
    if key not in index.voices:
        actor = _actor(index, key)
        index.voices[key] = replace(actor, name=unnamed_voice(actor.name))
    return index.voices[key]


def _name_in_id(key: str) -> str:
    return key.partition(":")[2].partition("@")[0].replace("-", " ") or key


def _place_of_event(index: _Index, place: str | None, claims: Iterable[LedgerClaim]) -> ExportPlace | None:
    """The event's place, with the point of the first of its claims that is there; without one of its own, the first's."""
    told = [claim for claim in claims if claim.place is not None]
    there = next((claim for claim in told if claim.place == place), None)
    if place is None and told:
        return _seated(index, _place(index, told[0].place, told[0]))
    return _seated(index, _place(index, place, there))


def _seated(index: _Index, place: ExportPlace | None) -> ExportPlace | None:
    """A place that is on no map with the point of the smallest one that holds it and is, and as much as that leaves open."""
    if place is None or (place.lat is not None and place.lon is not None):
        return place
    entities = index.holdings.entities
    known = entities.get(place.id)
    where = located(known, entities.get)
    if known is None or where is None or where.seat == known.id:
        return place
    seat = entities[where.seat]
    return replace(place, within=seat.name, lat=seat.lat, lon=seat.lon, uncertainty_m=RADIUS_M[where.level])


def _place(index: _Index, key: str | None, claim: LedgerClaim | None = None) -> ExportPlace | None:
    """The place as its register has it; the point that a claim computed for it (a distance from a town) goes first."""
    if key is None:
        return None
    known = index.holdings.entities.get(key) or LedgerEntity(id=key, name=_name_in_id(key), kind="unknown")
    code = known.country or (claim.country if claim else None)
    lat, lon, radius = (claim.lat, claim.lon, claim.uncertainty_m) if claim else (None, None, None)
    if lat is None or lon is None:
        lat, lon = known.lat, known.lon
    admin1 = known.admin1 or (claim.admin1 if claim else None)
    made = (key, code, admin1, lat, lon, radius)
    if made not in index.places:
        index.places[made] = ExportPlace(
            id=key,
            name=known.name,
            kind=known.kind,
            country=index.countries.get(code) if code else None,
            admin1=admin1,
            lat=lat,
            lon=lon,
            uncertainty_m=radius,
            sector=_sector(index, known),
        )
    return index.places[made]


def _sector(index: _Index, place: LedgerEntity) -> ExportSector | None:
    """From the place on the map from which it is told; never from a protected one, whose point stays in the room."""
    ground = index.holdings.entities.get(place.ground or "")
    if ground is None or ground.lat is None or ground.lon is None or is_protected(ground):
        return None
    if place.bearing is None or place.near_km is None or place.far_km is None:
        return None
    return ExportSector(
        lat=ground.lat,
        lon=ground.lon,
        near_m=place.near_km * 1000,
        far_m=place.far_km * 1000,
        bearing=place.bearing,
    )


def _claim(index: _Index, claim: LedgerClaim, event: str | None) -> ExportClaim:
    return ExportClaim(
        id=claim.id,
        event=event,
        report=index.reports[claim.report],
        act=claim.act,
        kind=claim.kind,
        predicate=claim.predicate,
        modality=claim.modality,
        polarity=claim.polarity,
        voices=tuple(_voice(index, voice) for voice in claim.chain),
        modes=tuple(claim.modes),
        passages=_passages(claim, index.holdings.texts.get(claim.report, "")),
        days=claim.days,
        place=_place(index, claim.place, claim),
        roles={role: tuple(_role(index, key) for key in keys) for role, keys in claim.roles.items()},
        counts=claim.counts,
        recorded=claim.recorded.at,
    )


def _role(index: _Index, key: str) -> str:
    return _actor(index, key).name


def _passages(claim: LedgerClaim, text: str) -> tuple[Passage, ...]:
    """The claim's words up to the end of the sentence in which they begin."""
    if not claim.spans:
        return ()
    begin = min(start for start, _ in claim.spans)
    limit = begin + sentence_length(text[begin:])
    cut = ((start, min(end, limit)) for start, end in sorted(claim.spans) if start < min(limit, len(text)))
    return tuple(Passage(start=start, end=end, quote=text[start:end]) for start, end in cut)


def _hold(index: _Index, row: LedgerControl) -> ExportHold:
    place = _place(index, row.place) or ExportPlace(id=row.place, name=_name_in_id(row.place), kind="unknown")
    return ExportHold(
        id=row.id,
        believer=_voice(index, row.believer),
        place=place,
        fluent=row.fluent,
        actors=tuple(_actor(index, actor) for actor in row.actors),
        valid=row.valid,
        via=row.via,
        modality=row.modality,
        claims=row.claims,
    )
