"""Who the words mean: entities of small texts of our own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.mark import mark
from dateline.model.text import Report
from dateline.model.world import Actor
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve.actors import Actors, resolve_actors


def resolved(engine: Engine, text: str, source: str | None = None) -> tuple[dict[str, list[Actor]], Actors]:
    parsed = parse(Report.of(text, source=source), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    actors = resolve_actors(parsed, mentions, engine.reference, ())
    best = {r.mention: r.value for r in actors.readings if r.rank == 1}
    table: dict[str, list[Actor]] = {}
    for mention in mentions:
        value = best.get(mention.id)
        if isinstance(value, Actor):
            table.setdefault(mention.span.quote, []).append(value)
    return table, actors


def test_the_army_is_that_of_the_reports_country(engine: Engine) -> None:
    table, _ = resolved(engine, "Kenyan villagers fled Garissa. The army said its troops had come too late.")
    assert table["army"][0].id == "act:ke-forces"
    assert table["its troops"][0].id == "act:ke-forces"
    assert table["army"][0].side == "KE"


def test_the_rebels_are_the_one_group_that_is_named(engine: Engine) -> None:
    text = "The Liberation Tigers of Tamil Eelam (LTTE) attacked the base. The rebels lost four boats."
    table, _ = resolved(engine, text)
    assert {table[name][0].id for name in ("Liberation Tigers of Tamil Eelam", "LTTE", "rebels")} == {"act:ltte"}


def test_with_two_sides_the_rebels_stay_open(engine: Engine) -> None:
    table, _ = resolved(engine, "Renamo and Al-Shabaab were both accused. The rebels denied it.")
    assert table["rebels"][0].id == "act:rebels"


def test_an_acronym_is_read_by_the_country_of_the_report(engine: Engine) -> None:
    assert resolved(engine, "In Colombia, the ELN attacked Colombian police.")[0]["ELN"][0].id == "act:eln"


def test_unnamed_sources_are_kept_apart(engine: Engine) -> None:
    table, _ = resolved(engine, "An officer said the bridge was lost. A teacher told us that it was not.")
    assert table["officer"][0].kind == "anonymous_source"
    assert table["teacher"][0].id != table["officer"][0].id
    assert "a teacher" in table["teacher"][0].aliases


def test_a_name_and_its_surname_are_one_person(engine: Engine) -> None:
    table, _ = resolved(engine, "General Tomas Abelard resigned. Abelard gave no reason, and he left.")
    assert table["Abelard"][0].id == table["Tomas Abelard"][0].id == table["he"][0].id


def test_a_capital_that_speaks_is_the_government(engine: Engine) -> None:
    table, _ = resolved(engine, "Kampala denied the charge.")
    assert table["Kampala"][0].id == "act:ug-government"


def test_labels_are_never_names(engine: Engine) -> None:
    table, _ = resolved(engine, "The ministry said terrorists had fled.")
    (actor,) = table["terrorists"]
    assert actor.id.startswith("lbl:")
    assert actor.labels[0].word == "terrorists"


def test_the_publisher_is_the_source_given_then_the_frame_then_nobody(engine: Engine) -> None:
    text = "LIMA, 4 MAY 88 (XYZ) -- [TEXT] TWO POLICEMEN WERE SHOT IN THE MARKET TODAY BY UNKNOWN MEN."
    assert resolved(engine, text, source="Reuters")[1].publisher.id == "src:reuters"
    assert resolved(engine, text)[1].publisher.name == "XYZ"
    assert resolved(engine, "Two men were shot.")[1].publisher.id == "src:unnamed"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_any_text_survives_and_every_reading_has_its_mention(engine: Engine, text: str) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    actors = resolve_actors(parsed, mentions, engine.reference, ())
    known = {m.id for m in mentions}
    assert {r.mention for r in actors.readings} <= known
    assert all(text[m.span.start : m.span.end] == m.span.quote for m in mentions)
    assert all(not a.span.start < b.span.end <= a.span.end for a, b in pairwise(mentions))


def test_the_army_goes_on_being_the_one_that_was_called_so(engine: Engine) -> None:
    text = (
        "Fighting between the FARDC and M23 continued around Sake, west of Goma. M23 entered the town before being"
        " pushed back by the army supported by Burundian troops. The army confirmed it on Friday."
    )
    table, _ = resolved(engine, text)
    assert {actor.id for actor in table["army"]} == {"act:fardc"}


def test_the_forces_of_a_named_group_are_not_those_of_the_state(engine: Engine) -> None:
    text = "The heroic forces of the Azawad Liberation Front repelled an attack by the army near Ber in Mali."
    table, _ = resolved(engine, text)
    assert table["heroic forces"][0].id == "act:fla"
    assert table["army"][0].id == "act:fama"


def test_a_country_code_before_a_body_names_the_states_own(engine: Engine) -> None:
    text = "Clashes went on near Kupiansk, Ukraine. RU troops fell back, UA GenStaff said, while TR drones circled."
    table, _ = resolved(engine, text)
    assert table["RU troops"][0].side == "RU"
    assert table["UA GenStaff"][0].id == "act:ua-staff"
    assert table["TR drones"][0].side == "TR"
    table, _ = resolved(engine, "The RU MoD reported a raid near Kupiansk, Ukraine.")
    assert table["RU MoD"][0].id == "act:ru-defence"


def test_a_code_names_nothing_without_a_body_or_among_capitals(engine: Engine) -> None:
    table, _ = resolved(engine, "THE MILITANTS IN ARMY UNIFORMS FLED INTO SYRIA ON FRIDAY, WITNESSES SAID.")
    assert all(actor.side != "IN" for actors in table.values() for actor in actors)
    table, _ = resolved(engine, "AU troops held the road near Marka in Somalia. IT specialists came.")
    assert all(actor.side not in ("AU", "IT") for actors in table.values() for actor in actors)


def test_forces_of_somebody_unknown_are_not_those_of_the_reports_country(engine: Engine) -> None:
    table, _ = resolved(engine, "Quorvath forces shelled Kupiansk in Ukraine on Monday.")
    forces = table["Quorvath forces"][0]
    assert (forces.id, forces.side) == ("act:quorvath-forces", None)


def test_us_before_a_noun_is_a_state_and_behind_a_verb_is_who_speaks(engine: Engine) -> None:
    table, _ = resolved(engine, "A US drone hit the depot near Marib, and US air strikes followed.")
    assert [found[0].id for name, found in table.items() if name.startswith("US")] == ["act:us-forces"] * 2


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("RSF statement / 5 March 2025\n\nOur forces took the town on Tuesday.", "Rapid Support Forces"),
        ("Statement by the Syrian Democratic Forces – 12 January\n\nWe lost two men.", "Syrian Democratic Forces"),
        ("Hezbollah statement\n\nThe fighters shelled a post.", "Hezbollah"),
        ("Army statement: rebels repelled\n\nThe army said so.", "unnamed outlet"),
        ("Joint statement on Yemen\n\nTwo died.", "unnamed outlet"),
        (
            "(Beirut, May 4) – The army shelled a camp, Human Rights Watch said today.\n\nTwo died.",
            "Human Rights Watch",
        ),
        ("(Beirut) – The army shelled a camp, residents said.", "unnamed outlet"),
        ("BEIRUT, Lebanon (July 15) - The army shelled a camp.", "unnamed outlet"),
        ("BEIRUT, Lebanon (France 24) - The army shelled a camp.", "France 24"),
    ],
)
def test_a_release_is_published_by_whoever_issues_it(text: str, publisher: str, engine: Engine) -> None:
    """Its first line says whose statement it is, or its first paragraph who "said today"."""
    assert resolved(engine, text)[1].publisher.name == publisher
