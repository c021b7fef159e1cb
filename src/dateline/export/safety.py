"""The one safety filter in front of every format.

* Private persons' names become "[person]" in every string that leaves, ids and addresses too; nothing links one
  mention of a person to another. Office-holders and organisations stay.
* Whatever is told at or of a place of refuge, medical care or aid is shown at its first-level division only, without
  its words, headline and positions; the division's point comes from the register, never from the place.
* With TLP:CLEAR, events younger than 24 hours are held back.

Reasons: ETHICS.md and the safety defaults. It fails closed: a row is coarsened if any of its words speak of such a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar, get_args
from urllib.parse import unquote, urlsplit

from dateline.errors import UsageError
from dateline.export.masks import PERSON, PLACE, PROTECTED_PLACE
from dateline.export.protection import (
    ADMINISTRATIVE,
    is_place,
    is_private,
    is_protected,
    is_registered_organisation,
    names_of_person,
    names_protected_place,
    own_names,
    parts_of_name,
    without_missed_names,
)
from dateline.export.redaction import Redactor, folded
from dateline.export.shared import (
    ExportActor,
    ExportClaim,
    ExportEvent,
    ExportHold,
    ExportPlace,
    Gathered,
    Shared,
    Terms,
)
from dateline.model.ledger import LedgerEntity
from dateline.model.record import Fluent, Modality, Mode, Polarity
from dateline.model.time import Precision, TimeRange
from dateline.reference.countries import Country

T = TypeVar("T")

COARSE_UNCERTAINTY_M = 100_000.0
"""The radius given for every coarsened place, whatever its division's size: it must not tell one from another."""

CLOSED_WORDS = frozenset(word for names in (Modality, Polarity, Fluent, Mode, Precision) for word in get_args(names))
_DIGEST = re.compile(r"[0-9a-f]{64}")
"""Words of closed vocabularies and digests stay as they are; by value, not by field: a field may hold anything."""

PUBLISH_DELAY = timedelta(hours=24)
WEST_OF_UTC = timedelta(hours=12)
"""Days of events are local to their places; west of Greenwich they end up to half a day later."""


def filtered(gathered: Gathered, terms: Terms) -> Shared:
    """What may leave under these terms; raises UsageError for a `terms.at` without a time zone."""
    if terms.at.tzinfo is None:
        raise UsageError(f"the time of sharing needs a time zone: {terms.at.isoformat()}")
    screen = _screen(gathered.entities)
    guarded = _guarded(gathered, screen)
    old_enough = {e.id for e in gathered.events if terms.tlp != "CLEAR" or _age(e, terms) >= PUBLISH_DELAY}
    young = {e.id for e in gathered.events} - old_enough
    claims = {c.id: screen.claim(c, c.id in guarded) for c in gathered.claims if _may_leave(c, young, terms)}
    return Shared(
        events=tuple(screen.event(e, guarded, claims) for e in gathered.events if e.id in old_enough),
        claims=tuple(claims.values()),
        holds=tuple(
            screen.hold(h, guarded) for h in gathered.holds if terms.tlp != "CLEAR" or set(h.claims) <= set(claims)
        ),
        terms=terms,
        left_out={"younger than 24 hours": len(young)} if young else {},
    )


def _may_leave(claim: ExportClaim, young: set[str], terms: Terms) -> bool:
    if claim.event in young:
        return False
    return terms.tlp != "CLEAR" or terms.at - _end(claim.days, (claim,)) >= PUBLISH_DELAY


def _age(event: ExportEvent, terms: Terms) -> timedelta:
    return terms.at - _end(event.days, event.claims)


def _end(days: TimeRange | None, claims: Iterable[ExportClaim]) -> datetime:
    """The latest moment at which it may have happened: its last day, else its reports' publication, else its entry."""
    if days is not None and days.latest is not None:
        return _utc(days.latest) + WEST_OF_UTC
    published = (c.report.published for c in claims)
    known = [_utc(p.latest) + WEST_OF_UTC for p in published if p is not None and p.latest is not None]
    return max(known, default=max((_utc(c.recorded) for c in claims), default=datetime.max.replace(tzinfo=UTC)))


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class _Screen:
    """The redactors of one export: `clean` for every string, `coarse` also for the places of guarded rows."""

    people: Redactor
    shelters: Redactor
    places: Redactor
    protected: frozenset[str]
    divisions: Mapping[tuple[str, tuple[str, ...]], LedgerEntity]
    entities: Mapping[str, LedgerEntity]
    cleaned: dict[str, str] = field(default_factory=dict, repr=False)
    coarsened: dict[str, str] = field(default_factory=dict, repr=False)
    told: dict[str, bool] = field(default_factory=dict, repr=False)

    def clean(self, text: str) -> str:
        """The text without private names and names of protected places; rows repeat each other, so answers are kept."""
        if text not in self.cleaned:
            self.cleaned[text] = self.shelters(without_missed_names(self.people(text)))
        return self.cleaned[text]

    def coarse(self, text: str) -> str:
        """The text without private names, and without any name of a place finer than a first-level division."""
        if text not in self.coarsened:
            bare = self.places(self.clean(text))
            self.coarsened[text] = PROTECTED_PLACE if names_protected_place(bare) else bare
        return self.coarsened[text]

    def claim(self, claim: ExportClaim, guarded: bool) -> ExportClaim:
        """The claim as it may leave."""
        if not guarded:
            return self._titled(_scrub(claim, self.clean))
        place = self.place(claim.place)
        bare = replace(claim, passages=(), place=None, report=replace(claim.report, title=None))
        return replace(_scrub(bare, self.coarse), place=place)

    def _titled(self, claim: ExportClaim) -> ExportClaim:
        """A headline or address that speaks of a protected place says so beside every claim of its report."""
        report = claim.report
        title = None if report.title and names_protected_place(report.title) else report.title
        url = _root(report.url) if report.url and names_protected_place(unquote(report.url)) else report.url
        return replace(claim, report=replace(report, title=title, url=url))

    def event(self, event: ExportEvent, guarded: set[str], claims: Mapping[str, ExportClaim]) -> ExportEvent:
        """The event with its claims as they may leave."""
        told = tuple(claims[claim.id] for claim in event.claims if claim.id in claims)
        if event.id not in guarded:
            return replace(_scrub(replace(event, claims=()), self.clean), claims=told)
        place = self.place(event.place)
        where = f" in {place.name}" if place else ""
        label = f"{event.act.replace('_', ' ').capitalize()}{where}"
        bare = replace(event, claims=(), place=None, label="", projections=_coarse_codes(event.projections))
        return replace(_scrub(bare, self.coarse), claims=told, place=place, label=label)

    def hold(self, hold: ExportHold, guarded: set[str]) -> ExportHold:
        """The hold as it may leave."""
        if hold.id not in guarded:
            return _scrub(hold, self.clean)
        place = self.place(hold.place)
        nowhere = replace(hold, place=replace(hold.place, id="", name="", admin1=None, lat=None, lon=None))
        return replace(_scrub(nowhere, self.coarse), place=place or nowhere.place)

    def wholes(self, place: ExportPlace) -> list[str]:
        """The ids of the place and of what it is part of, from the smallest."""
        found: list[str] = []
        key: str | None = place.id
        while key and key not in found:
            found.append(key)
            entity = self.entities.get(key)
            key = entity.part_of if entity else None
        return found

    def towns(self, place: ExportPlace | None) -> list[str]:
        """Those of them that are finer than a first-level division."""
        keys = self.wholes(place) if place else []
        return [key for key in keys if key not in self.entities or self.entities[key].kind not in ADMINISTRATIVE]

    def place(self, place: ExportPlace | None) -> ExportPlace | None:
        """The place's first-level division; its country where that is unknown; nowhere where that is, too."""
        if place is None or (place.admin1 is None and place.country is None):
            return None
        country = place.country
        name = place.admin1 or (country.name if country else "")
        if self.shelters.finds(name) or self.people.finds(name) or names_protected_place(name):
            return None if country is None else self.place(replace(place, admin1=None))
        return self._division(name, place.admin1, country)

    def _division(self, name: str, admin1: str | None, country: Country | None) -> ExportPlace:
        code = country.alpha2 if country else ""
        known = self.divisions.get((code, folded(name)))
        return ExportPlace(
            id=f"adm1:{code}:{'-'.join(folded(name))}" if admin1 else f"country:{code}",
            name=name,
            kind="ADM1" if admin1 else "country",
            country=country,
            admin1=admin1,
            lat=known.lat if known and admin1 else None,
            lon=known.lon if known and admin1 else None,
            uncertainty_m=COARSE_UNCERTAINTY_M,
            coarsened=True,
        )


def _screen(entities: Iterable[LedgerEntity]) -> _Screen:
    known = tuple(entities)
    private = [e for e in known if is_private(e)]
    hidden = [e for e in known if is_protected(e) and not is_private(e) and not is_registered_organisation(e.id)]
    public = [e for e in known if not is_private(e) and e not in hidden]
    fine = [e for e in known if is_place(e.id) and e.kind not in ADMINISTRATIVE and e not in hidden]
    person_names = [name for e in private for name in names_of_person(e)]
    divisions = {name for e in known if e.kind in ADMINISTRATIVE for name in (e.name, *e.aliases)}
    return _Screen(
        people=Redactor.of(
            PERSON,
            person_names,
            parts={part for e in private for part in parts_of_name(e.name)},
            kept=(name for e in public for name in (e.name, *e.aliases)),
        ),
        shelters=Redactor.of(PROTECTED_PLACE, (name for e in hidden for name in own_names(e))),
        places=Redactor.of(PLACE, {name for e in fine for name in (e.name, *e.aliases)} - divisions),
        protected=frozenset(e.id for e in hidden),
        divisions={(e.country or "", folded(e.name)): e for e in known if e.kind == "ADM1"},
        entities={e.id: e for e in known},
    )


def _guarded(gathered: Gathered, screen: _Screen) -> set[str]:
    """The ids of claims, events and holds that are told at or of a protected place; one claim guards its whole event."""
    claims = {c.id for c in gathered.claims if _speaks_of_shelter(c, screen)}
    claims |= _beside(gathered.claims, claims, screen)
    events = {
        e.id
        for e in gathered.events
        if _sheltering(e.place, screen)
        or _gives_away(e.label, screen)
        or any(_is_shelter(actor, screen) for actor in (*e.actor1, *e.actor2))
        or any(c.id in claims for c in e.claims)
    }
    claims |= {c.id for e in gathered.events if e.id in events for c in e.claims}
    holds = {h.id for h in gathered.holds if _sheltering(h.place, screen) or set(h.claims) & claims}
    return claims | events | holds


def _speaks_of_shelter(claim: ExportClaim, screen: _Screen) -> bool:
    names = (name for role in claim.roles.values() for name in role)
    counts = (count.words for count in claim.counts)
    if _sheltering(claim.place, screen) or any(_is_shelter(voice, screen) for voice in claim.voices):
        return True
    return any(_gives_away(text, screen) for text in (claim.quote, claim.predicate, *names, *counts))


def _beside(claims: Iterable[ExportClaim], guarded: set[str], screen: _Screen) -> set[str]:
    """Claims of the same report about the same town and day: beside a guarded one they would tell where that is."""
    known = tuple(claims)
    towns = {
        (claim.report.id, town): claim.days
        for claim in known
        if claim.id in guarded
        for town in screen.towns(claim.place)
    }
    return {claim.id for claim in known if any(_meets(claim, town, towns) for town in screen.towns(claim.place))}


def _meets(claim: ExportClaim, town: str, towns: Mapping[tuple[str, str], TimeRange | None]) -> bool:
    key = (claim.report.id, town)
    if key not in towns:
        return False
    days = towns[key]
    return days is None or claim.days is None or days.overlaps(claim.days)


def _is_shelter(actor: ExportActor, screen: _Screen) -> bool:
    """Whether an actor is named by a protected place; organisations of the register are what they are."""
    if not is_registered_organisation(actor.id):
        return _gives_away(actor.name, screen)
    return screen.clean(actor.name) != actor.name and screen.shelters.finds(actor.name)


def _sheltering(place: ExportPlace | None, screen: _Screen) -> bool:
    """Whether the place, or one that it is part of, is protected."""
    if place is None:
        return False
    if any(key in screen.protected for key in screen.wholes(place)):
        return True
    return _gives_away(place.name, screen) or place.kind in ("hospital", "clinic", "shelter")


def _gives_away(text: str, screen: _Screen) -> bool:
    if text not in screen.told:
        screen.told[text] = names_protected_place(text) or screen.shelters.finds(text)
    return screen.told[text]


def _coarse_codes(projections: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Codes of a guarded event: precision as of a first-level division, and no words but the rule's."""
    precision = {"geo_precision": 3, "where_prec": 4}
    kept = ("event_type", "sub_event_type", "time_precision", "inter", "fatalities", "type_of_violence", "date_prec",
            "low", "best", "high", "eligible", "event", "mode", "context", "rule", *precision)  # fmt: skip
    return {
        book: {key: precision.get(key, value) for key, value in values.items() if key in kept}
        for book, values in projections.items()
    }


def _scrub(value: T, clean: Any) -> T:
    """The same value with every string in it cleaned, however deep; addresses that change keep only their host."""
    return _scrubbed(value, clean)  # type: ignore[no-any-return]


def _scrubbed(value: Any, clean: Any) -> Any:
    if isinstance(value, str):
        return _text(value, clean)
    if value is None or isinstance(value, int | float | datetime | Country):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: getattr(value, f.name) for f in fields(value)}
        return replace(value, **{name: _scrubbed(part, clean) for name, part in parts.items()})
    if isinstance(value, tuple | list):
        return type(value)(_scrubbed(part, clean) for part in value)
    if isinstance(value, Mapping):
        return {_scrubbed(key, clean): _scrubbed(part, clean) for key, part in value.items()}
    return value


def _text(text: str, clean: Any) -> str:
    if text in CLOSED_WORDS or _DIGEST.fullmatch(text):
        return text
    return _address(text, clean) if "://" in text else str(clean(text))


def _address(url: str, clean: Any) -> str:
    plain = unquote(url)
    if clean(plain) == plain:
        return url
    root = _root(url)
    return root if clean(root) == root else ""


def _root(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}/"
