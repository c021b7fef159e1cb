from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.mark import mark
from dateline.mark.places import mark_places
from dateline.model.record import Mention
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


def marked(text: str, engine: Engine) -> tuple[Mention, ...]:
    return mark(parse(Report.of(text), parser=engine.parser), reference=engine.reference, markers=(mark_places,))


def quotes(text: str, engine: Engine, form: str = "name") -> list[str]:
    return [m.span.quote for m in marked(text, engine) if m.form == form]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighters left Timbuktu and moved towards Gao.", ["Timbuktu", "Gao"]),
        ("The convoy was hit near Port-au-Prince, Haiti.", ["Port-au-Prince", "Haiti"]),
        ("Shells fell on Kherson’s port.", ["Kherson"]),
        ("The U.S. closed its embassy in Sana’a.", ["U.S", "Sana’a"]),
        ("Clashes spread across eastern Ukraine.", ["eastern Ukraine"]),
        ("They were moved to Herat Province.", ["Herat Province"]),
        ("Wounded men reached Basra University.", ["Basra University"]),
        ("The group took Sake in North Kivu on Thursday.", ["Sake", "North Kivu"]),
        ("They drank sake in Japan.", ["Japan"]),
        ("The rebels hold Kidal, Gao and Timbuktu.", ["Kidal", "Gao", "Timbuktu"]),
        ("Gao and Kidal were captured.", ["Gao", "Kidal"]),
        ("Doctors Gao and Li left Kidal.", ["Kidal"]),
        ("A boat crossed the river Tigris.", ["river Tigris"]),
    ],
)
def test_names_are_marked_with_their_noun_and_direction(engine: Engine, text: str, names: list[str]) -> None:
    assert quotes(text, engine) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Three civilians died in Salah district on Friday.", "Salah district"),
        ("Residents fled at-Tall on Friday.", "at-Tall"),
        ("Residents fled al Bab on Friday.", "al Bab"),
    ],
)
def test_a_preposition_begins_no_name_but_an_article_does(engine: Engine, text: str, name: str) -> None:
    assert quotes(text, engine) == [name]


def test_names_in_no_register_are_marked_by_noun_or_preposition(engine: Engine) -> None:
    assert "Umm Tarakna" in quotes("Gunmen burned the village of Umm Tarakna.", engine)
    assert "Zebrovka" in quotes("Two soldiers died in Zebrovka on Monday.", engine)


@pytest.mark.parametrize(
    "text",
    [
        "The Malian army said nothing.",
        "Paris Hilton arrived late.",
        "General Tommy Franks resigned.",
        "It asked us to leave.",
        "They will march in March.",
    ],
)
def test_nationalities_persons_and_everyday_words_are_no_places(engine: Engine, text: str) -> None:
    assert quotes(text, engine) == []


def test_capital_letters_throughout_do_not_make_everyday_words_places(engine: Engine) -> None:
    text = "THE MAN SAID THAT THE STORE IN LIMA WAS ON FIRE."
    assert quotes(text, engine) == ["LIMA"]


def test_common_nouns_of_place_are_marked(engine: Engine) -> None:
    text = "Rebels hold the western outskirts. The town has been shelled, and a school was hit."
    assert quotes(text, engine, "nominal") == ["the western outskirts", "The town", "a school"]


def test_a_noun_that_only_introduces_a_name_is_no_second_mention(engine: Engine) -> None:
    assert quotes("They entered the town of Gao.", engine, "nominal") == []


def test_light_nouns_are_no_places(engine: Engine) -> None:
    assert quotes("The vote took place as part of a deal.", engine, "nominal") == []


def test_a_capital_described_by_its_land_is_an_epithet(engine: Engine) -> None:
    assert quotes("Troops reached the capital of Mali.", engine, "epithet") == ["the capital of Mali"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_any_text_survives_and_every_span_quotes_it(engine: Engine, text: str) -> None:
    for mention in marked(text, engine):
        assert text[mention.span.start : mention.span.end] == mention.span.quote


def test_agencies_old_towns_and_empty_agency_lines_are_no_towns(engine: Engine) -> None:
    assert "SANA" not in quotes("Two men died in Homs, SANA reported on Monday.", engine)
    assert "Old City" not in quotes("Shells hit the Old City of Homs on Monday.", engine)
    assert quotes("(CLANDESTINE) - Rebels of Mali left Gao.", engine) == ["Mali", "Gao"]
    assert "Pul" not in quotes("Afghan troops went to Pul-e Charkhi.", engine)


def test_a_country_s_capital_is_a_place(engine: Engine) -> None:
    assert "capital" in quotes("Protesters blocked roads in Armenia's capital on Friday.", engine, "nominal")


def test_bullet_and_its_blank_are_no_part_of_a_place(engine: Engine) -> None:
    assert "The coastal road" in quotes("Highlights\n• The coastal road to Tartus remains closed.", engine, "nominal")
