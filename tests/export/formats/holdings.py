"""A small fictional ledger that exporters are tried on: two towns, a clinic, a witness, a mayor."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any

from dateline.export.gather import EventFacts, gathered
from dateline.export.safety import filtered
from dateline.export.shared import Figures, Gathered, Shared, Terms
from dateline.model.ledger import Count, Holdings, LedgerClaim, LedgerControl, LedgerEntity, LedgerReport, Stamp
from dateline.model.time import TimeRange
from dateline.reference.countries import load_countries

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
TEXTS = {
    "r01": (
        "Rebels shelled the town of Velmora on 3 March, the army said. Nineteen soldiers died, teacher Awa Soumbé told "
        "Radio Brisk. The rebels denied it."
    ),
    "r02": (
        "A drone struck the Lumet clinic in Osterune on 4 March, killing seven people, nurse Ilyo Tanvek said. "
        "Mayor Berit Haddon called for calm."
    ),
}
_ML: dict[str, Any] = {"country": "ML"}
ENTITIES = (
    LedgerEntity(id="src:brisk", name="Radio Brisk", kind="media"),
    LedgerEntity(id="src:quill", name="Quill Wire", kind="media"),
    LedgerEntity(id="act:army", name="Army of the North", kind="state_force", side="ML", **_ML),
    LedgerEntity(id="act:rebels", name="Front of the Dunes", kind="rebel", side="front"),
    LedgerEntity(id="civ:people@r02", name="people", kind="civilian"),
    LedgerEntity(id="per:awa-soumbe@r01", name="Awa Soumbé", kind="person", person=True, aliases=("teacher", "Soumbé")),
    LedgerEntity(id="per:ilyo-tanvek@r02", name="Ilyo Tanvek", kind="person", person=True, aliases=("nurse",)),
    LedgerEntity(id="per:berit-haddon@r02", name="Berit Haddon", kind="person", person=True, aliases=("the mayor",)),
    LedgerEntity(id="geonames:1", name="Velmora", kind="city", admin1="Upper Reach", lat=16.27167, lon=-0.04472, **_ML),
    LedgerEntity(id="geonames:2", name="Osterune", kind="city", admin1="Lower Reach", lat=15.91991, lon=2.40681, **_ML),
    LedgerEntity(id="geonames:9", name="Lower Reach", kind="ADM1", admin1="Lower Reach", lat=15.5, lon=2.1, **_ML),
    LedgerEntity(
        id="report:lumet-clinic@r02", name="Lumet clinic", kind="hospital", admin1="Lower Reach", part_of="geonames:2", **_ML
    ),
)  # fmt: skip


def stamp(seq: int) -> Stamp:
    return Stamp(seq=seq, at=datetime(2026, 3, 5, 8, seq, tzinfo=UTC), by="test")


def report(key: str, seq: int, publisher: str, title: str) -> LedgerReport:
    return LedgerReport(
        id=key, name=f"{key}.txt", publisher=f"src:{publisher.split()[-1].lower()}", publisher_name=publisher,
        url=f"https://news.example/{key}", title=title, language="en", sha256=hashlib.sha256(TEXTS[key].encode()).hexdigest(), chars=len(TEXTS[key]),
        published=TimeRange.day(date(2026, 3, 5)), published_stated=True, kind="wire_dispatch", extractor="rules",
        recorded=stamp(seq),
    )  # fmt: skip


def claim(report: str, words: str, seq: int, **values: Any) -> LedgerClaim:
    start = TEXTS[report].index(words)
    known: dict[str, Any] = {
        "predicate": values["act"], "kind": "event", "modes": ("narrator", "indirect"), "modality": "attributed",
        "polarity": "positive", "temporal_status": "current", "factuality": {}, "interest": "neutral", "codeable": True,
        "why": None, "event": None, "roles": {}, "counts": (), "place": None, "lat": None, "lon": None,
        "uncertainty_m": None, "country": "ML", "admin1": None, "days": None,
    }  # fmt: skip
    return LedgerClaim(
        id=f"k{seq:02d}", report=report, local=f"c{seq}", spans=((start, start + len(words)),), quote=words,
        recorded=stamp(seq), **{**known, **values},
    )  # fmt: skip


VELMORA: dict[str, Any] = {"place": "geonames:1", "lat": 16.27167, "lon": -0.04472, "uncertainty_m": 2000.0}
CLAIMS = (
    claim(
        "r01", "Rebels shelled the town of Velmora on 3 March", 1, act="shelling", chain=("src:brisk", "act:army"),
        roles={"agent": ("act:rebels",), "place": ("geonames:1",)}, days=TimeRange.day(date(2026, 3, 3)), **VELMORA,
    ),
    claim(
        "r01", "Nineteen soldiers died", 2, act="kill", chain=("src:brisk", "per:awa-soumbe@r01"), kind="casualty",
        roles={"patient": ("act:army",)}, counts=(Count(measure="killed", unit="people", words="Nineteen", low=19, high=19),),
        days=TimeRange.day(date(2026, 3, 3)), **VELMORA,
    ),
    claim(
        "r01", "The rebels denied it", 3, act="shelling", chain=("src:brisk", "act:rebels"), modality="denied",
        polarity="negative", days=TimeRange.day(date(2026, 3, 3)), **VELMORA,
    ),
    claim(
        "r02", "A drone struck the Lumet clinic in Osterune on 4 March, killing seven people", 4, act="air_strike",
        chain=("src:quill", "per:ilyo-tanvek@r02"), roles={"patient": ("civ:people@r02",), "place": ("report:lumet-clinic@r02",)},
        place="report:lumet-clinic@r02", lat=15.91991, lon=2.40681, uncertainty_m=800.0, admin1="Lower Reach",
        days=TimeRange.day(date(2026, 3, 4)),
    ),
    claim("r02", "Mayor Berit Haddon called for calm", 5, act="say", chain=("src:quill", "per:berit-haddon@r02")),
)  # fmt: skip
CONTROL = (
    LedgerControl(
        id="h1", report="r01", believer="act:army", place="geonames:1", fluent="held", actors=("act:army",),
        valid=TimeRange.days(date(2026, 3, 3), None), via="hold", modality="attributed", claims=("k01",), recorded=stamp(1),
    ),
    LedgerControl(
        id="h2", report="r02", believer="src:quill", place="report:lumet-clinic@r02", fluent="present",
        actors=("act:rebels",), valid=None, via="enter", modality="asserted", claims=("k04",), recorded=stamp(4),
    ),
)  # fmt: skip
EVENTS = (
    EventFacts(
        id="e1", label="Shelling of Velmora", act="shelling", claims=("k01", "k02", "k03"), place="geonames:1",
        days=TimeRange.day(date(2026, 3, 3)), actors=("act:rebels", "act:army"), status="disputed", disputed=True,
        fatalities=Figures(low=19, best=19, high=19),
        projections={
            "acled": {
                "event_type": "Explosions/Remote violence", "sub_event_type": "Shelling/artillery/missile attack",
                "time_precision": 1, "geo_precision": 1, "inter": [1, 2], "fatalities": 19, "rule": "fire from a distance",
            },
            "ucdp": {"type_of_violence": 1, "where_prec": 1, "date_prec": 1, "rule": "the armed force of a state takes part"},
        },
    ),
    EventFacts(
        id="e2", label="Air strike in Lumet clinic", act="air_strike", claims=("k04",), place="report:lumet-clinic@r02",
        days=TimeRange.day(date(2026, 3, 4)), actors=("civ:people@r02",), status="reported",
        fatalities=Figures(low=7, best=7, high=7),
        projections={
            "acled": {
                "event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike", "time_precision": 1,
                "geo_precision": 1, "fatalities": 7, "rule": "strike from the air on the Lumet clinic",
            },
            "ucdp": {"type_of_violence": 3, "where_prec": 1, "date_prec": 1, "rule": "an actor against civilians"},
        },
    ),
    EventFacts(
        id="e3", label="Appeal for calm", act="say", claims=("k05",), place=None, days=None,
        actors=("per:berit-haddon@r02",), status="reported",
    ),
)  # fmt: skip
HOLDINGS = Holdings(
    reports=(report("r01", 1, "Radio Brisk", "=Shelling in the north"), report("r02", 4, "Quill Wire", "Strike on clinic")),
    texts=TEXTS,
    claims=CLAIMS,
    control=CONTROL,
    entities={entity.id: entity for entity in ENTITIES},
)  # fmt: skip


def sample() -> Gathered:
    return gathered(HOLDINGS, EVENTS, countries=load_countries())


def sample_shared(**terms: Any) -> Shared:
    return filtered(sample(), Terms(at=NOW, **terms))
