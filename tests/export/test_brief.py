"""A brief of what may be shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from dateline.export.brief import Picture, brief
from dateline.export.shared import ExportActor, ExportHold, ExportPlace, Shared, Terms
from dateline.model.across import BelieverState, ControlRow

ARMY = ExportActor(id="act:army", name="the army", kind="state_force")
TOWN = ExportPlace(id="geonames:1", name="Oum Tala", kind="town")
REGION = ExportPlace(id="geonames:9", name="Tala Region", kind="ADM1", coarsened=True)
NOWHERE = replace(TOWN, id="", name="")


def _hold(name: str, place: ExportPlace) -> ExportHold:
    return ExportHold(
        id=name, believer=ARMY, place=place, fluent="held", actors=(ARMY,), valid=None, via="capture",
        modality="attributed", claims=(),
    )  # fmt: skip


def _state(name: str) -> BelieverState:
    return BelieverState(
        control=name, report="r1", believer="act:army", origin="act:army", place="geonames:1", fluent="held",
        actors=("act:army",), valid=None, word=None, age_days=None, via="capture", modality="attributed",
        against_interest=False, claims=(),
    )  # fmt: skip


def test_a_division_that_stands_for_a_place_in_it_is_not_said_to_be_held() -> None:
    holds = (_hold("k1", TOWN), _hold("k2", REGION), _hold("k3", NOWHERE))
    row = ControlRow(
        place="geonames:1", as_of=None, status="uncontradicted", origins=("act:army",),
        states=tuple(_state(hold.id) for hold in holds),
    )  # fmt: skip
    shared = Shared(events=(), claims=(), holds=holds, terms=Terms(at=datetime(2031, 6, 1, tzinfo=UTC)))
    made = brief(shared, Picture(title="Week", control=(row,), denials={}, day=date(2031, 6, 1)))
    assert [(place.place, len(place.holds)) for place in made.places] == [
        ("Oum Tala", 1),
        ("A place in Tala Region (shown no closer)", 1),
        ("A place that is not shown", 1),
    ]
