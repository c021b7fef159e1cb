"""Where a fight contests a place and between whom; what place they left who fell back to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from dateline.derive import fights
from dateline.model.record import Case, Claim
from dateline.model.text import Report
from dateline.model.world import Actor
from dateline.pipeline import Engine, run

Rows = set[tuple[str, str, tuple[str, ...]]]


def rows(text: str, engine: Engine) -> Rows:
    """Place, fluent and actors of every row."""
    case = run(Report.of(text, name="t"), engine=engine).case
    names = {key: actor.name for key, actor in case.actors.items()}
    return {(case.places[r.place].name, r.fluent, tuple(names.get(a, a) for a in r.actors)) for r in case.control}


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab and the ENDF clashed near Baidoa on Friday.",
        "Al-Shabaab and the ENDF traded fire on the outskirts of Baidoa.",
        "The battle for Baidoa between Al-Shabaab and the ENDF entered its third day.",
        "Al-Shabaab and the ENDF fought for control of the town of Baidoa.",
    ],
)
def test_who_fights_near_a_town_or_for_it_does_not_fight_in_it(text: str, engine: Engine) -> None:
    assert ("Baidoa", "contested") not in {(place, fluent) for place, fluent, _ in rows(text, engine)}


def test_fighting_without_parties_is_between_the_two_sides_told_beside_it(engine: Engine) -> None:
    text = "Al-Shabaab attacked a convoy of the ENDF on Monday. Residents said there was fighting in Baidoa."
    found = {tuple(sorted(names)) for _, fluent, names in rows(text, engine) if fluent == "contested"}
    assert found == {("Al-Shabaab", "Ethiopian National Defence Force")}


def test_twice_as_many_fights_are_read_in_twice_as_many_steps(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    plain = fights.of_each_side

    def counting(case: Case, claims: Sequence[Claim]) -> Iterator[tuple[str, Actor]]:
        read.append(len(claims))
        return plain(case, claims)

    monkeypatch.setattr("dateline.derive.fights.of_each_side", counting)
    run(Report.of("There was fighting in Baidoa. " * 40), engine=engine)
    once = sum(read)
    run(Report.of("There was fighting in Baidoa. " * 80), engine=engine)
    assert 0 < once < sum(read) <= 3 * once


def test_of_three_sides_none_is_picked(engine: Engine) -> None:
    text = "Al-Shabaab attacked the ENDF and the M23 killed two policemen of Kenya on Monday. There was fighting in Baidoa."
    assert "contested" not in {fluent for _, fluent, _ in rows(text, engine)}


@pytest.mark.parametrize(
    "words",
    [
        "The ENDF fell back to the airport.",
        "The ENDF retreated towards Bardera.",
        "Its fighters forced the ENDF to withdraw to the airport.",
    ],
)
def test_who_falls_back_has_left_the_town_of_which_the_talk_was(words: str, engine: Engine) -> None:
    found = rows(f"Al-Shabaab fighters entered Baidoa on Tuesday. {words}", engine)
    assert ("Baidoa", "vacated", ("Ethiopian National Defence Force",)) in found


def test_support_of_a_party_is_no_presence(engine: Engine) -> None:
    assert not rows("Kenya supported the Somali army in Baidoa in May.", engine)


def test_who_is_driven_out_again_leaves_the_nameless_post_and_not_its_town(engine: Engine) -> None:
    text = (
        "Al-Shabaab fighters stormed and captured a customs post in Baidoa on Monday before the ENDF drove them out, two residents "
        "said. The ENDF said it had never lost the post."
    )
    found = {(place, fluent, names) for place, fluent, names in rows(text, engine) if place != "Baidoa"}
    assert {
        ("customs post", "held", ("Al-Shabaab",)),
        ("customs post", "vacated", ("Al-Shabaab",)),
        ("customs post", "held", ("Ethiopian National Defence Force",)),
    } <= found


def test_the_town_is_not_the_ground_of_a_direction(engine: Engine) -> None:
    text = "Troops retook Baidoa, a town north of Mogadishu, on Friday. Al-Shabaab had entered the town on Tuesday."
    assert ("Baidoa", "present", ("Al-Shabaab",)) in rows(text, engine)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A baker said she had seen Al-Shabaab fighters in Baidoa on Friday.",
            {("Baidoa", "present", ("Al-Shabaab",))},
        ),
        (
            "A reporter who reached Baidoa on Friday saw Al-Shabaab fighters and no ENDF soldiers.",
            {("Baidoa", "present", ("Al-Shabaab",)), ("Baidoa", "not_present", ("Ethiopian National Defence Force",))},
        ),
    ],
)
def test_whom_a_witness_saw_was_there_and_whom_not_was_not(text: str, wanted: Rows, engine: Engine) -> None:
    assert wanted <= rows(text, engine)
    assert "held" not in {fluent for _, fluent, _ in rows(text, engine)}


@pytest.mark.parametrize("words", ["fell to Al-Shabaab without a fight", "fell to Al-Shabaab's men"])
def test_who_is_named_behind_to_took_what_fell(words: str, engine: Engine) -> None:
    assert ("Baidoa", "held", ("Al-Shabaab",)) in rows(f"Baidoa {words} on Friday.", engine)


def test_them_are_those_who_came_though_others_fled_between(engine: Engine) -> None:
    text = "Al-Shabaab stormed an ENDF base in Baidoa on Friday, forcing the ENDF to flee, before jets drove them out."
    assert "Al-Shabaab" in {name for _, fluent, names in rows(text, engine) if fluent == "vacated" for name in names}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A colonel said his soldiers “recovered” Orvane on Sunday.", "Orvane"),
        ("Al-Shabaab fighters captured the neutral Orvane on Sunday.", "Orvane"),
    ],
)
def test_a_name_that_nobody_read_is_the_place_that_was_taken(text: str, place: str, engine: Engine) -> None:
    assert (place, "held") in {(name, fluent) for name, fluent, _ in rows(text, engine)}


def test_a_government_takes_a_town_by_its_army_where_the_report_names_it(engine: Engine) -> None:
    text = "Azerbaijan said that its army was advancing. Baku said it captured Hadrut on Friday."
    assert ("Hadrut", "held", ("Azerbaijani armed forces",)) in rows(text, engine)


def test_a_take_over_of_old_is_not_that_of_the_news(engine: Engine) -> None:
    text = (
        "BAIDOA, 5 May 2024 (Wire) - The ENDF took control of Baidoa on Friday. In 2011 the ENDF had taken control of Baidoa "
        "before Al-Shabaab came back."
    )
    case = run(Report.of(text, name="t"), engine=engine).case
    assert len([row for row in case.control if row.fluent == "held" and row.actors == ("act:endf",)]) == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine of the 14 villages of the district are in our hands.", "14 villages of the district"),
        ("Our units hold two of the five bridges over the river.", "five bridges over the river"),
    ],
)
def test_some_of_what_was_counted_is_a_share_that_its_verb_does_not_belong_to(
    text: str, place: str, engine: Engine
) -> None:
    head = "COMMUNIQUÉ OF THE GENERAL STAFF OF UKRAINE\n\n3 May 2024\n\n"
    assert (place, "share_held") in {(name, fluent) for name, fluent, names in rows(head + text, engine) if names}


def test_some_of_whom_are_villages_is_no_share(engine: Engine) -> None:
    assert "share_held" not in {
        fluent for _, fluent, _ in rows("The rebels hold ten places, two of those are villages.", engine)
    }
