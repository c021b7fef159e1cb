"""The actor register: consistent data, and names found as they are written."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reference.actor_acronyms import introduced_names
from dateline.reference.actor_words import fold, fold_name, shouted, words
from dateline.reference.actors import ActorRegister, load_actors


@pytest.fixture(scope="module")
def register() -> ActorRegister:
    return load_actors()


def names(register: ActorRegister, text: str) -> list[str]:
    run = words(text)
    return [" ".join(w.text for w in run[f.first : f.last]) for f in register.find(run, shouted=shouted(text))]


def test_the_register_is_broad(register: ActorRegister) -> None:
    groups = [row for row in register.by_id.values() if row.actor.kind in ("rebel", "militia", "coalition")]
    assert len(register.by_id) > 700
    assert len(groups) > 250
    assert len({row.actor.country for row in groups}) > 60


def _years(register: ActorRegister, key: str) -> tuple[int, int]:
    held = register.by_id[key].held
    first, last = (held.first_day, held.last_day) if held else (None, None)
    return (first.year if first else 1, last.year if last else 9999)


def test_no_name_means_two_actors_of_one_country_at_a_time(register: ActorRegister) -> None:
    clashes = []
    for folded, name in register.by_name.items():
        lands = defaultdict(list)
        for key in name.actors:
            lands[register.by_id[key].actor.country].append(_years(register, key))
        for spans in map(sorted, lands.values()):
            clashes += [folded for one, other in pairwise(spans) if one[1] > other[0]]
    assert clashes == []


def test_memberships_name_known_actors_and_states_side_with_themselves(register: ActorRegister) -> None:
    for row in register.by_id.values():
        for membership in row.actor.memberships:
            assert membership.role == "holder" or membership.of in register.by_id, row.actor.id
    for (iso, _), body in register.countries.bodies.items():
        assert body.side == iso, body.id
        assert body.country == iso


def test_sides_are_countries_or_words_that_some_group_bears(register: ActorRegister) -> None:
    for row in register.by_id.values():
        side = row.actor.side
        assert side is None or (side in register.countries.by_iso) == side.isupper(), row.actor.id


def test_names_are_found_however_they_are_spelled(register: ActorRegister) -> None:
    assert names(register, "Goita met Minusma and two FAMAs near the al-Nusra front") == [
        "Goita", "Minusma", "FAMAs", "al Nusra front",
    ]  # fmt: skip


def test_common_words_are_no_acronyms(register: ActorRegister) -> None:
    assert names(register, "He said it is with us, who took a car") == []
    assert names(register, "TROOPS SAID IT IS WITH US IN THE CAR NEAR THE CAPITAL") == []


def test_a_body_of_a_state_is_the_curated_force_where_there_is_one(register: ActorRegister) -> None:
    sudan = register.countries.body("SD", "army", "state")
    peru = register.countries.body("PE", "troops", "state")
    assert sudan is not None
    assert (sudan.id, "Sudanese army" in sudan.aliases) == ("act:saf", True)
    assert peru is not None
    assert (peru.id, peru.side) == ("act:pe-forces", "PE")


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("fighters of the Blue Valley Liberation Front (BVLF) left", "Blue Valley Liberation Front", "BVLF"),
        ("THE PEOPLE'S ARMED\nVANGUARD [PAV] DENIED IT", "PEOPLE'S ARMED VANGUARD", "PAV"),
        ("the NRU [NORTHERN REVOLUTIONARY UNION] said", "NORTHERN REVOLUTIONARY UNION", "NRU"),
    ],
)
def test_names_introduced_by_the_text(text: str, name: str, acronym: str) -> None:
    (found,) = introduced_names(text)
    assert (found.name, found.acronym) == (name, acronym)
    assert " ".join(text[found.long[0] : found.long[1]].split()) == name


def test_a_bracket_that_spells_nothing_introduces_nothing() -> None:
    assert introduced_names("KYIV, June 18 (XYZW) - Nobody was hurt in the town (ABC) today") == ()


@given(st.text(max_size=80))
def test_any_text_is_searched_without_trouble(text: str) -> None:
    run = words(text)
    assert [text[w.start : w.end] for w in run] == [w.text for w in run]
    assert [fold(w.text) for w in run] == [w.folded for w in run]
    assert " ".join(w.folded for w in run) == fold_name(text)
    introduced_names(text)
