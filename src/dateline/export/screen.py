"""The redactors of one export, and the one way in which a place is coarsened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from dateline.export.masks import PERSON, PLACE, PROTECTED_PLACE
from dateline.export.plain_words import load_plain_words
from dateline.export.professions import name_people_alone, without_sites
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
from dateline.export.scrub import scrub
from dateline.export.shared import ExportPlace
from dateline.model.ledger import LedgerEntity
from dateline.reference.countries import Country

T = TypeVar("T")
COARSE_UNCERTAINTY_M = 100_000.0
"""The radius given for every coarsened place, whatever its division's size: it must not tell one from another."""


@dataclass(frozen=True, kw_only=True)
class Screen:
    """The redactors of one export: `clean` for every string, `coarse` for the strings of guarded rows.

    `protected` are ids of places, `divisions` first-level divisions by country and folded name, `outlets` whole
    names of publishers, which say where their office is and not where something happened. The last five fields keep answers: rows repeat each other's names.
    """

    people: Redactor
    shelters: Redactor
    places: Redactor
    protected: frozenset[str]
    divisions: Mapping[tuple[str, tuple[str, ...]], LedgerEntity]
    entities: Mapping[str, LedgerEntity]
    outlets: frozenset[str]
    cleaned: dict[str, str] = field(default_factory=dict, repr=False)
    coarsened: dict[str, str] = field(default_factory=dict, repr=False)
    told: dict[str, bool] = field(default_factory=dict, repr=False)
    clean_values: dict[Any, Any] = field(default_factory=dict, repr=False)
    coarse_values: dict[Any, Any] = field(default_factory=dict, repr=False)

    def clean(self, text: str) -> str:
        """The text without private names and names of protected places; rows repeat each other, so answers are kept."""
        if text not in self.cleaned:
            self.cleaned[text] = self.shelters(without_missed_names(self.people(text)))
        return self.cleaned[text]

    def coarse(self, text: str) -> str:
        """The text without private names, and without any name of a place finer than a first-level division."""
        if text not in self.coarsened:
            bare = self.clean(text) if text in self.outlets else self.places(self.clean(text))
            self.coarsened[text] = without_sites(bare) if names_protected_place(bare) else bare
        return self.coarsened[text]

    def scrubbed(self, value: T, *, coarse: bool) -> T:
        """The value with every string cleaned; in guarded rows also of the names of places."""
        if coarse:
            return scrub(value, self.coarse, kept=self.coarse_values)
        return scrub(value, self.clean, kept=self.clean_values)

    def gives_away(self, text: str) -> bool:
        """Whether the text speaks of a protected place, by its name or by words of refuge, care and aid."""
        if text not in self.told:
            self.told[text] = names_protected_place(text) or self.shelters.finds(text)
        return self.told[text]

    def is_shelter(self, voice: str) -> bool:
        """Whether a voice is called by a protected place; who is called by work in aid or medicine alone is not."""
        return self.gives_away(voice) and not (name_people_alone(voice) and not self.shelters.finds(voice))

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


def screen_of(entities: Iterable[LedgerEntity]) -> Screen:
    """The redactors for what these entities name."""
    known = tuple(entities)
    private = [e for e in known if is_private(e)]
    hidden = [e for e in known if is_protected(e) and not is_private(e) and not is_registered_organisation(e.id)]
    protected = frozenset(e.id for e in hidden)
    public = [e for e in known if not is_private(e) and e.id not in protected]
    fine = [e for e in public if is_place(e.id) and e.kind not in ADMINISTRATIVE]
    plain = load_plain_words()
    person_names = [name for e in private for name in names_of_person(e) if not plain.names_nobody(name)]
    divisions = {name for e in known if e.kind in ADMINISTRATIVE for name in (e.name, *e.aliases)}
    return Screen(
        people=Redactor.of(
            PERSON,
            person_names,
            parts={part for e in private for part in plain.telling(parts_of_name(e.name))},
            kept=(name for e in public for name in (e.name, *e.aliases)),
        ),
        shelters=Redactor.of(PROTECTED_PLACE, (name for e in hidden for name in own_names(e))),
        places=Redactor.of(PLACE, {name for e in fine for name in (e.name, *e.aliases)} - divisions),
        protected=protected,
        divisions={(e.country or "", folded(e.name)): e for e in known if e.kind == "ADM1"},
        entities={e.id: e for e in known},
        outlets=frozenset(e.name for e in public if e.id.startswith("src:") and not names_protected_place(e.name)),
    )
