"""Deeds counted in a row, deeds that are pointed back to, and strikes that the report around them makes air strikes."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only, words_of


def test_every_deed_of_a_row_is_a_claim_and_no_event(engine: Engine) -> None:
    text = "Monitors listed nine breaches: two shootings near Kenge, three abductions and four thefts."
    told = [(c.act, words_of(c), c.codeable) for c in claims_of(engine, text) if words_of(c) != text[:-1]]
    assert told == [
        ("attack", "two shootings near Kenge", False),
        ("abduct", "three abductions", False),
        ("loot", "four thefts", False),
    ]


@pytest.mark.parametrize(
    "text", ["The militia carried out two raids and three ambushes.", "Two raids and three ambushes shook the valley."]
)
def test_a_row_under_a_verb_is_told_by_it(engine: Engine, text: str) -> None:
    assert [words_of(claim) for claim in claims_of(engine, text)] == [text[:-1]]


def test_it_took_place_names_the_deed_told_before(engine: Engine) -> None:
    claims = claims_of(engine, "Gunmen ambushed a patrol near Kenge. It took place at the ford.")
    assert [(c.act, c.codeable) for c in claims] == [("ambush", True), ("ambush", False)]


def test_it_took_place_names_nothing_where_nothing_was_done(engine: Engine) -> None:
    claims = claims_of(engine, "The council met near Kenge. It took place at the ford.")
    assert "ambush" not in {claim.act for claim in claims}


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        (
            "Warplanes hit a depot at Kenge. Strikes near the dam went on at night.",
            "Strikes near the dam",
            "air_strike",
        ),
        ("Warplanes hit a depot at Kenge. A rebel raid on the dam killed two.", "raid on the dam", "attack"),
        ("Gunmen hit a depot at Kenge. Strikes near the dam went on at night.", "Strikes near the dam", "attack"),
    ],
)
def test_strikes_come_from_the_air_where_warplanes_fly(engine: Engine, text: str, part: str, act: str) -> None:
    assert only(engine, text, part).act == act


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("By noon the toll was nine.", "kill"),
        ("The force called for the gunmen to surrender.", "surrender"),
        ("Three soldiers were wounded and evacuated to Kenge.", "other"),
        ("The attacks were plotted by a former colonel.", "attack"),
        ("The rector could not be reached for comment.", "say"),
        ("The two countries share a long border.", "locate"),
    ],
)
def test_what_is_told_in_passing(engine: Engine, text: str, told: str) -> None:
    assert [claim.act for claim in claims_of(engine, text)][-1] == told


def test_the_wounded_who_are_added_to_the_dead_are_told_apart(engine: Engine) -> None:
    claims = claims_of(engine, "The blast killed eight traders in addition to 12 wounded.")
    assert [(c.act, words_of(c)) for c in claims] == [
        ("kill", "The blast killed eight traders"),
        ("wound", "12 wounded"),
    ]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The assault on the fort failed.", ["attack", "repel"]),
        ("The harvest in the valley failed.", []),
        ("The town was captured in May and lost again in June.", ["capture", "withdraw"]),
        ("The rebel leader is in custody.", ["arrest"]),
    ],
)
def test_what_came_of_it_is_told(engine: Engine, text: str, acts: list[str]) -> None:
    assert [c.act for c in claims_of(engine, text) if c.kind == "event" and c.act != "other"] == acts


def test_the_dead_whom_somebody_leaves_behind_are_his(engine: Engine) -> None:
    text = "The rebels fled in the direction of Tombouctou, leaving behind nine dead."
    fled, dead = claims_of(engine, text)
    assert "agent" not in dead.roles
    assert dead.roles["patient"] == fled.roles["agent"]
    assert "destination" in fled.roles
