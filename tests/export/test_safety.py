"""Attempts to get a private name or a protected place through the safety filter, in every format."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.export.formats import EXPORTERS
from dateline.export.masks import PERSON, PLACE, PROTECTED_PLACE
from dateline.export.protection import is_private, is_protected, names_protected_place
from dateline.export.redaction import Redactor, folded
from dateline.export.safety import filtered
from dateline.export.screen import Screen, screen_of
from dateline.export.shared import Gathered, Shared, Terms
from dateline.model.ledger import LedgerEntity
from dateline.model.time import TimeRange
from dateline.reference.countries import Country
from tests.export.formats.golden_text import text_of
from tests.export.formats.holdings import NOW, sample, sample_shared

PRIVATE = "Zorvalka Quimbet"
REFUGE = "Marrowind Haven"
SECRETS = (
    LedgerEntity(id="per:zorvalka-quimbet@r01", name=PRIVATE, kind="person", person=True, aliases=("shopkeeper",)),
    LedgerEntity(id="report:marrowind@r01", name=REFUGE, kind="shelter", country="ML", admin1="Upper Reach"),
)
TERMS = Terms(at=NOW, include_nonlethal=True)


def planted(value: Any, chosen: Iterator[int], text: str) -> Any:
    """The value with the text added to the string that `chosen` counts down to."""
    if isinstance(value, str):
        return f"{value}{text}" if next(chosen) == 0 else value
    if isinstance(value, Country | datetime):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value) if field.name != "entities"]
        changed = {name: planted(getattr(value, name), chosen, text) for name in names}
        return dataclasses.replace(value, **changed)
    if isinstance(value, tuple | list):
        return type(value)(planted(part, chosen, text) for part in value)
    if isinstance(value, Mapping):
        return {planted(key, chosen, text): planted(part, chosen, text) for key, part in value.items()}
    return value


def count_strings(gathered: Gathered) -> int:
    seen = [0]

    def counting() -> Iterator[int]:
        while True:
            seen[0] += 1
            yield 1

    planted(gathered, counting(), "")
    return seen[0]


def secret_sample() -> Gathered:
    gathered = sample()
    first, *others = gathered.events
    events = (dataclasses.replace(first, denials=gathered.claims[-1:]), *others)
    return dataclasses.replace(gathered, events=events, entities=(*gathered.entities, *SECRETS))


def everything(shared: Shared) -> str:
    """All that all formats write, folded to bare letters without separators."""
    texts = (text_of(b"".join(exporter.write(shared))) for exporter in EXPORTERS)
    return "\n".join("".join(folded(_unescaped(text))) for text in texts)


def _unescaped(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\\u200b", "").replace("\\u00ad", "")


STRINGS = count_strings(secret_sample())
SPELLINGS = (
    str, str.upper, str.lower, str.title,
    lambda name: name.replace(" ", "-").lower(),
    lambda name: name.replace(" ", "_"),
    lambda name: name.replace(" ", ""),
    lambda name: name.replace(" ", ", "),
    lambda name: "\u200b".join(name),
    lambda name: "\u00ad".join(name),
    lambda name: "".join(f"{char}\u0301" if char in "aeiou" else char for char in name),
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace(" ", "\n"),
    lambda name: f"{name}'s",
    lambda name: f"#{name.replace(' ', '')}",
    lambda name: "".join(chr(ord(char) + 0xFEE0) if char.isascii() and char != " " else char for char in name),
)  # fmt: skip
AROUND = st.sampled_from(["", " ", "x", "“", "(", "@", "/", ".", "\u202e", "é", "\n", "=", "7"])


@given(
    st.integers(0, STRINGS - 1), st.sampled_from(SPELLINGS), AROUND, AROUND, st.sampled_from([PRIVATE, REFUGE])
)  # fmt: skip
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_names_do_not_leak_from_any_text_field_in_any_spelling(
    where: int, spell: Any, before: str, after: str, name: str
) -> None:
    countdown = iter(range(where, where - STRINGS - 1, -1))
    gathered = planted(secret_sample(), countdown, f"{before}{spell(name)}{after}")
    assert "".join(folded(name)) not in everything(filtered(gathered, TERMS))


@pytest.mark.parametrize("name", [PRIVATE, REFUGE])
def test_encoded_addresses_do_not_leak(name: str) -> None:
    gathered = secret_sample()
    url = f"https://{folded(name)[0]}.example/{quote(name)}?q={quote(name.replace(' ', '+'))}"
    claims = tuple(
        dataclasses.replace(claim, report=dataclasses.replace(claim.report, url=url)) for claim in gathered.claims
    )
    events = tuple(dataclasses.replace(event, claims=claims[:1]) for event in gathered.events)
    shared = filtered(dataclasses.replace(gathered, claims=claims, events=events), TERMS)
    found = everything(shared)
    assert "".join(folded(name)) not in found
    assert not any(claim.report.url and "?" in claim.report.url for claim in shared.claims)


@given(st.sampled_from(["Quimbet", "Zorvalka", "QUIMBET", "Quimbét", "Quimbet's"]))
@settings(deadline=None)
def test_part_of_a_private_name_is_masked(part: str) -> None:
    shared = filtered(_quoting(f"{part} saw it."), TERMS)
    assert shared.claims[0].quote.startswith(PERSON)


def test_part_that_is_also_in_a_public_name_stays_there_alone() -> None:
    clean = Redactor.of(PERSON, ["Awa Keld"], parts=["awa", "keld"], kept=["President Omar Keld"])
    assert clean("President Omar Keld met Keld and Awa Keld.") == f"President Omar Keld met {PERSON} and {PERSON}."


def test_office_holders_and_organisations_stay() -> None:
    assert "berithaddon" in everything(sample_shared())
    assert "frontofthedunes" in everything(sample_shared())


def test_private_witnesses_of_the_sample_are_in_no_format() -> None:
    found = everything(sample_shared(include_nonlethal=True))
    assert not {part for part in ("awasoumbe", "soumbe", "ilyotanvek", "tanvek") if part in found}


def test_clinic_its_town_and_its_point_are_in_no_format() -> None:
    shared = sample_shared(include_nonlethal=True)
    found = everything(shared)
    raw = "".join(text_of(b"".join(exporter.write(shared))) for exporter in EXPORTERS)
    assert not {word for word in ("lumet", "osterune", "clinic") if word in found}
    assert not {digits for digits in ("15.9", "2.406", "2.41", "2.4,") if digits in raw}


def test_protected_event_is_shown_at_its_first_level_division_with_a_fixed_radius() -> None:
    event = next(event for event in sample_shared().events if event.act == "air_strike")
    assert event.place is not None
    assert (event.place.id, event.place.lat, event.place.lon) == ("adm1:ML:lower-reach", 15.5, 2.1)
    assert event.place.uncertainty_m == 100_000
    assert event.label == "Air strike somewhere in Lower Reach"
    assert [claim.passages for claim in event.claims] == [()]
    assert event.projections["acled"]["geo_precision"] == 3
    assert PROTECTED_PLACE in event.projections["acled"]["rule"]


@given(st.floats(-89, 89), st.floats(-179, 179), st.floats(1, 1e6))
@settings(deadline=None, max_examples=50)
def test_point_of_a_protected_place_changes_nothing_that_leaves(lat: float, lon: float, radius: float) -> None:
    gathered = sample()
    moved = tuple(
        dataclasses.replace(
            event, place=dataclasses.replace(event.place, lat=lat, lon=lon, uncertainty_m=radius) if event.place else None
        )
        if event.act == "air_strike" else event
        for event in gathered.events
    )  # fmt: skip
    shared = filtered(dataclasses.replace(gathered, events=moved), TERMS)
    assert shared.events == filtered(gathered, TERMS).events


def test_one_claim_of_a_shelter_guards_its_whole_event() -> None:
    shared = filtered(_quoting("Families sheltering in a school were hit."), TERMS)
    event = shared.events[0]
    assert event.place is not None
    assert event.place.name == "Upper Reach"
    assert "velmora" not in "".join(folded(json.dumps([str(claim) for claim in event.claims])))
    assert not any(claim.quote for claim in event.claims)


def test_hold_of_a_protected_place_is_coarsened() -> None:
    hold = next(hold for hold in sample_shared().holds if hold.id == "h2")
    assert hold.place.name == "Lower Reach"


@pytest.mark.parametrize(
    "words",
    [
        "near the hospital", "a camp for displaced people", "an IDP site", "the aid convoy", "a WFP food warehouse",
        "families sheltering in the church", "civilians took refuge in a mosque", "the maternity ward", "a health post",
        "an ambulance was hit", "the UNRWA distribution point", "a school housing displaced families", "soup kitchen",
        "queuing for bread", "l'hôpital de la ville", "в больнице", "مستشفى", "#HospitalAttack", "humanitarian corridor",
        "3,000 people fled to the Saint-Anne school", "families were hiding in the basement of the town hall",
    ],
)  # fmt: skip
def test_words_of_refuge_care_and_aid_are_known(words: str) -> None:
    assert names_protected_place(words)


@pytest.mark.parametrize(
    "words",
    [
        "the army camp", "a clinical error", "the village school", "hospitality", "military aid", "the town",
        "gunmen burned the school", "shells hit a church", "fighters fled to the hills", "troops took the university",
        "two were taken to hospital", "the wounded were hospitalised", "he died in a nearby hospital",
    ],
)  # fmt: skip
def test_other_words_are_not(words: str) -> None:
    assert not names_protected_place(words)


def test_hospital_that_the_hurt_were_carried_to_is_protected_when_it_is_told_where() -> None:
    assert names_protected_place("two were taken to the hospital in the old quarter")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("resident Olu Tarme said", f"resident {PERSON} said"),
        ("a nurse named Isa ag Welin fled", f"a nurse named {PERSON} fled"),
        ("Edo Vasquil, 34, was there", f"{PERSON}, 34, was there"),
        ("the army of Velmora said", "the army of Velmora said"),
        ("resident of Velmora", "resident of Velmora"),
    ],
)  # fmt: skip
def test_names_that_no_entity_stands_for_are_masked_where_words_tell_them(text: str, left: str) -> None:
    assert filtered(_quoting(text), TERMS).claims[0].quote == left


def test_what_the_same_report_tells_of_the_same_town_and_day_is_coarsened_too() -> None:
    gathered = sample()
    clinic, town = gathered.claims[3], gathered.claims[0].place
    assert town is not None
    beside = dataclasses.replace(town, id="geonames:2", name="Osterune", admin1="Lower Reach")
    other = dataclasses.replace(clinic, id="k09", passages=(), roles={}, place=beside, act="loot", event=None)
    elsewhere = dataclasses.replace(other, id="k10", report=gathered.claims[0].report)
    shared = filtered(dataclasses.replace(gathered, claims=(*gathered.claims, other, elsewhere)), TERMS)
    names = {claim.id: claim.place.name for claim in shared.claims if claim.place}
    assert (names["k09"], names["k10"]) == ("Lower Reach", "Osterune")


def test_registered_organisation_of_aid_stays_and_an_unknown_one_named_by_a_clinic_does_not() -> None:
    agency = LedgerEntity(id="org:agency", name="Displaced Families Shelter Agency", kind="intl_org")
    staff = LedgerEntity(id="org:staff@r01", name="Velmora clinic", kind="organisation")
    for entity, stays in ((agency, True), (staff, False)):
        gathered = _quoting("They said so")
        voice = dataclasses.replace(gathered.claims[0].voices[1], id=entity.id, name=entity.name)
        claims = (dataclasses.replace(gathered.claims[0], voices=(voice,)), *gathered.claims[1:])
        secret = dataclasses.replace(gathered, claims=claims, entities=(*gathered.entities, entity))
        claim = filtered(secret, TERMS).claims[0]
        assert (claim.believer.name == entity.name) is stays
        assert (claim.place is not None and claim.place.name == "Velmora") is stays


def test_army_camp_is_not_protected_and_a_bare_camp_is() -> None:
    camp = LedgerEntity(id="report:camp@r1", name="camp", kind="camp")
    assert is_protected(camp)
    assert not is_protected(dataclasses.replace(camp, name="the army camp"))


@pytest.mark.parametrize(
    ("aliases", "private"),
    [
        (("mayor",), False), (("the defence minister",), False), (("spokesman for the army",), False),
        (("wife of the mayor",), True), (("the mayor's driver",), True), (("former teacher",), True), ((), True),
    ],
)  # fmt: skip
def test_office_among_the_words_makes_a_person_public(aliases: tuple[str, ...], private: bool) -> None:
    person = LedgerEntity(id="per:x@r1", name="Sela Brandt", kind="person", person=True, aliases=aliases)
    assert is_private(person) is private


def test_clear_holds_back_what_is_younger_than_a_day() -> None:
    early = datetime(2026, 3, 5, 14, tzinfo=UTC)
    shared = filtered(sample(), Terms(at=early, tlp="CLEAR"))
    assert [event.days.first_day for event in shared.events if event.days] == [date(2026, 3, 3)] or not shared.events
    assert shared.left_out
    assert all(claim.id != "k04" for claim in shared.claims)


@given(st.integers(0, 24 * 10))
@settings(deadline=None, max_examples=40)
def test_clear_never_shares_an_event_within_a_day_of_its_end(hours: int) -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=hours)
    for event in filtered(sample(), Terms(at=at, tlp="CLEAR")).events:
        end = event.days.latest if event.days else datetime(2026, 3, 6)
        assert end is not None
        assert at - end.replace(tzinfo=UTC) >= timedelta(hours=24)


def test_amber_is_the_default_and_holds_nothing_back() -> None:
    shared = filtered(sample(), Terms(at=datetime(2026, 3, 4, tzinfo=UTC)))
    assert (shared.terms.tlp, len(shared.events), shared.left_out) == ("AMBER", 3, {})


def test_time_without_a_zone_is_refused() -> None:
    with pytest.raises(UsageError, match="time zone"):
        filtered(sample(), Terms(at=datetime(2026, 3, 4)))


def _quoting(words: str) -> Gathered:
    """The sample with these words as those of the first claim."""
    gathered = secret_sample()
    first = gathered.claims[0]
    passage = dataclasses.replace(first.passages[0], quote=words)
    claim = dataclasses.replace(first, passages=(passage,))
    claims = (claim, *gathered.claims[1:])
    event = dataclasses.replace(gathered.events[0], claims=(claim, *gathered.events[0].claims[1:]))
    return dataclasses.replace(gathered, claims=claims, events=(event, *gathered.events[1:]))


def test_days_of_all_guarded_claims_of_a_town_count() -> None:
    gathered = sample()
    clinic = gathered.claims[3]
    assert clinic.place is not None
    later = dataclasses.replace(clinic, id="k08", days=TimeRange.day(date(2026, 3, 9)), event=None)
    town = dataclasses.replace(clinic.place, id="geonames:2", name="Osterune", kind="city")
    beside = dataclasses.replace(clinic, id="k09", passages=(), roles={}, place=town, event=None)
    for order in ((clinic, later, beside), (later, clinic, beside)):
        shared = filtered(dataclasses.replace(gathered, claims=order, events=(), holds=()), TERMS)
        assert [claim.place.name for claim in shared.claims if claim.place] == ["Lower Reach"] * 3


def _screen(*names: str, others: tuple[LedgerEntity, ...] = ()) -> Screen:
    people = (LedgerEntity(id=f"per:p{i}@r1", name=n, kind="person", person=True) for i, n in enumerate(names))
    return screen_of((*people, *others))


@pytest.mark.parametrize("name", ["Vitold Kenyan", "Kenyan", "Kenyan MoD", "Kenyan Forces"])
def test_demonym_out_of_a_name_is_masked_nowhere_else(name: str) -> None:
    text = "Forces and their Kenyan friends, the Kenyan MoD and Kenyans fled."
    assert _screen(name).clean(text) == text


def test_common_words_of_a_supposed_name_are_masked_only_together() -> None:
    screen = _screen("Market Garden")
    assert screen.clean("The Market closed. Market Garden fled.") == f"The Market closed. {PERSON} fled."


@pytest.mark.parametrize("name", ["Awa King", "Tom Baker", "Zorvalka Judge", "Vitold Kenyan"])
def test_name_with_a_common_word_in_it_is_still_masked(name: str) -> None:
    assert _screen(name).clean(f"“{name} saw it.”") == f"“{PERSON} saw it.”"


@pytest.mark.parametrize("surname", ["King", "Baker", "Judge"])
def test_surname_that_is_a_word_is_masked_alone(surname: str) -> None:
    assert _screen(f"Zorvalka {surname}").clean(f"{surname} saw it.") == f"{PERSON} saw it."


def test_publisher_named_by_its_office_stays_whole_beside_a_guarded_claim() -> None:
    town = LedgerEntity(id="geonames:9", name="Osterune", kind="town", country="ML")
    desk = LedgerEntity(id="src:desk", name="Relay Field Desk, Osterune", kind="media")
    ward = LedgerEntity(id="src:ward@r1", name="Osterune Hospital Radio", kind="media")
    screen = _screen(others=(town, desk, ward))
    assert screen.coarse(desk.name) == desk.name
    assert "Osterune" not in screen.coarse(ward.name)
    assert screen.coarse("They left Osterune.") == f"They left {PLACE}."
