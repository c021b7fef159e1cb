"""Which town, village or base a common noun means, and which town a name that a division has as well."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.resolve.test_places import best


@pytest.mark.parametrize(
    ("text", "noun", "country"),
    [
        ("NAIROBI – Gunmen stormed a village near Garissa. People fled.", "a village", "KE"),
        ("NAIROBI – Militants attacked a base outside Garissa. People fled.", "a base", "KE"),
        ("KAMPALA – Rebels attacked another village near Beni in Congo.", "another village", "CD"),
    ],
)
def test_a_village_near_a_town_is_not_where_the_report_was_filed(
    engine: Engine, text: str, noun: str, country: str
) -> None:
    place = best(text, engine)[noun]
    assert place.id.startswith("report:")
    assert (place.country, place.part_of) == (country, None)


def test_the_village_is_the_one_told_before(engine: Engine) -> None:
    found = best("NAIROBI – Gunmen stormed a village near Garissa. The village was burned.", engine)
    assert found["The village"].id == found["a village"].id


def test_a_village_beside_a_name_is_that_name(engine: Engine) -> None:
    found = best("The army captured Zarkoba, a village near Djibo.", engine)
    assert found["a village"].id == found["Zarkoba"].id


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("ADEN – Gunmen killed a judge in Yemen on Monday.", "ADEN", ("city", "town")),
        ("Malian soldiers clashed with rebels near Kidal in Mali.", "Kidal", ("city", "town")),
        ("Malian soldiers clashed with rebels across Kidal region in Mali.", "Kidal region", ("ADM1",)),
        ("The governor of Marib in Yemen said that missiles hit the city.", "the city", ("city", "town")),
    ],
)
def test_what_is_said_beside_a_name_tells_town_from_division(
    engine: Engine, text: str, words: str, kind: tuple[str, ...]
) -> None:
    assert best(text, engine)[words].kind in kind


def test_a_town_far_away_does_not_take_the_name_of_one_near(engine: Engine) -> None:
    assert best("KYIV – Russian troops entered the outskirts of Pokrovsk.", engine)["Pokrovsk"].country == "UA"


def test_gaza_is_the_strip_unless_the_report_is_about_mozambique(engine: Engine) -> None:
    assert best("US bombs hit a school in Gaza.", engine)["Gaza"].country == "PS"
    assert best("Mozambique's army left Chokwe in Gaza.", engine)["Gaza"].country == "MZ"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Mortar fire killed five people in Sake, DR Congo's army said.", True),
        ("Mortar fire killed five people in Congo for the sake of Peace.", False),
    ],
)
def test_an_everyday_word_is_a_place_where_only_places_stand(engine: Engine, text: str, marked: bool) -> None:
    assert ("Sake" in best(text, engine)) is marked


def test_a_village_in_no_register_lies_where_its_paragraph_is(engine: Engine) -> None:
    found = best(
        "BAMAKO, 4 May - Jihadists killed 12 people in Mopti region in Mali. In neighbouring Burkina Faso, gunmen attacked "
        "the village of Tankouari and killed three. A mine killed two in Zaongari.",
        engine,
    )
    assert (found["Tankouari"].country, found["Zaongari"].country) == ("BF", "BF")


def test_a_village_in_a_municipality_is_no_namesake_abroad(engine: Engine) -> None:
    found = best("Guerrillas entered El Salado, in the municipality of El Carmen de Bolivar, in Colombia.", engine)
    assert found["El Salado"].country == "CO"


def test_a_held_village_with_an_article_is_a_new_one(engine: Engine) -> None:
    found = best("Rebels took Kinsabba. On Monday an air strike hit a government-held village in Latakia.", engine)
    assert found["village"].id != found["Kinsabba"].id


def test_a_town_of_correspondents_says_little_of_where_it_happens(engine: Engine) -> None:
    found = best("GENEVA (Reuters) - Staff in Lokichoggio treated 40 wounded. Fighting went on in Kapoeta.", engine)
    assert found["Lokichoggio"].country != "CH"


def test_a_capital_in_apposition_is_the_town_named_behind_it(engine: Engine) -> None:
    found = best("Shells hit farms in South Ossetia and its capital, Tskhinvali. Smoke stood over the capital.", engine)
    assert found["capital"].id == found["Tskhinvali"].id == found["the capital"].id


def test_an_arabic_name_is_not_cut_at_its_article(engine: Engine) -> None:
    found = best("Snipers fired in the neighbourhoods of Bab al-Tarmina and Jabal Mansur in Tripoli, Lebanon.", engine)
    assert "Bab" not in found


@pytest.mark.parametrize(
    "said",
    [
        "A colonel told reporters in Gao that the town was quiet.",
        "A colonel, who disclosed it in a statement on Monday in Gao, said the town was quiet.",
        "Speaking at a news conference in Gao, a colonel said the town was quiet.",
        "The governor told a briefing in Gao that the town was quiet.",
    ],
)
def test_where_something_is_said_is_not_the_town_of_which_it_is_said(engine: Engine, said: str) -> None:
    found = best(f"Fighters attacked Menaka on Sunday. {said}", engine)
    assert found["the town"].name.startswith("M")


def test_the_town_of_a_byline_is_not_where_things_happen(engine: Engine) -> None:
    found = best("By Aissata Cisse, Gao\n\nFighters attacked Menaka on Sunday. The town was quiet on Monday.", engine)
    assert found["The town"].name.startswith("M")


def test_a_named_district_is_of_the_town_and_not_of_the_region_called_alike(engine: Engine) -> None:
    found = best("Shells hit the Shevchenkivskyi district of Kharkiv in Ukraine.", engine)
    assert found["Kharkiv"].kind in ("city", "town")


@pytest.mark.parametrize(
    ("text", "words", "kinds"),
    [
        ("Shells hit Donetsk in Ukraine.", "Donetsk", ("city", "town")),
        ("Three girls from the northern region of Kef in Tunisia were hurt.", "Kef", ("ADM1",)),
    ],
)
def test_a_town_is_no_witness_for_the_division_of_its_name(
    engine: Engine, text: str, words: str, kinds: tuple[str, ...]
) -> None:
    assert best(text, engine)[words].kind in kinds


def test_who_is_loyal_to_a_government_fights_at_its_home(engine: Engine) -> None:
    assert best("Troops loyal to Tripoli withdrew to Sabratha.", engine)["Sabratha"].country == "LY"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Rebels attacked Minova in Congo. The army, which sent tanks from Goma, reached only the outskirts.",
            "the outskirts",
            "outskirts of Minova",
        ),
        (
            "The army shelled Rutshuru. Residents in Minova said they saw trucks pass through the outskirts.",
            "the outskirts",
            "outskirts of Minova",
        ),
        ("Rebels entered Bunia at noon. They patrolled the streets.", "the streets", "Bunia"),
    ],
)
def test_outskirts_and_streets_are_of_the_town_told_of(engine: Engine, text: str, words: str, name: str) -> None:
    assert best(text, engine)[words].name == name


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A convoy was ambushed on the Ouahigouya-Thiou axis on Sunday.", "Ouahigouya-Thiou axis", "BF"),
        ("Rebels in Mali cut the Gao-Ansongo road.", "Gao-Ansongo road", "ML"),
    ],
)
def test_a_way_between_two_towns_is_neither_of_them(engine: Engine, text: str, words: str, country: str) -> None:
    place = best(text, engine)[words]
    assert (place.kind, place.country) == ("road", country)


def test_a_way_between_known_towns_lies_half_way(engine: Engine) -> None:
    place = best("Rebels in Mali cut the Gao-Ansongo road.", engine)["Gao-Ansongo road"]
    assert place.lat is not None
    assert 15.6 < place.lat < 16.3
    assert place.uncertainty_m is not None
    assert place.uncertainty_m > 20_000
