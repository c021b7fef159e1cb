from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.mark import mark
from dateline.mark.places import mark_places
from dateline.model.record import Reading
from dateline.model.text import Report
from dateline.model.world import Place
from dateline.parse import parse
from dateline.pipeline import Engine, run
from dateline.resolve.places import resolve_places


def readings(text: str, engine: Engine) -> list[tuple[str, Reading]]:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference, markers=(mark_places,))
    quote = {m.id: m.span.quote for m in mentions}
    return [(quote[r.mention], r) for r in resolve_places(parsed, mentions, engine.reference)]


def best(text: str, engine: Engine) -> dict[str, Place]:
    return {q: r.value for q, r in readings(text, engine) if r.rank == 1 and isinstance(r.value, Place)}


def test_the_country_of_the_report_decides_between_namesakes(engine: Engine) -> None:
    assert best("Syria said its army shelled Tripoli and Homs.", engine)["Homs"].country == "SY"
    assert best("The Lebanese army moved from Beirut to Tripoli.", engine)["Tripoli"].country == "LB"
    assert best("The Libyan coastguard in Tripoli and Misrata was on alert.", engine)["Tripoli"].country == "LY"


def test_a_stated_container_decides(engine: Engine) -> None:
    place = best("He was born in Paris, Texas.", engine)["Paris"]
    assert (place.country, place.admin1) == ("US", "Texas")


def test_all_candidates_are_kept_with_reasons_and_an_explicit_no_match(engine: Engine) -> None:
    found = [r for q, r in readings("Police in Cordoba searched homes.", engine) if q == "Cordoba"]
    assert len(found) > 3
    assert [r.rank for r in found] == list(range(1, len(found) + 1))
    assert all(r.reasons for r in found)
    assert any(isinstance(r.value, Place) and r.value.id.startswith("report:") for r in found)
    assert sum(r.score for r in found) == pytest.approx(1.0, abs=0.01)


def test_a_name_in_no_register_gets_no_coordinates(engine: Engine) -> None:
    place = best("Gunmen in Mali burned the village of Umm Tarakna.", engine)["Umm Tarakna"]
    assert (place.id, place.lat, place.country) == ("report:umm-tarakna", None, "ML")


def test_a_stated_distance_places_an_unknown_village(engine: Engine) -> None:
    place = best("Gunmen burned the village of Umm Tarakna, 60 km east of Gao in Mali.", engine)["Umm Tarakna"]
    assert place.bearing == 90.0
    assert place.lat == pytest.approx(16.27, abs=0.1)
    assert place.lon == pytest.approx(0.52, abs=0.15)
    assert place.uncertainty_m is not None
    assert place.uncertainty_m > 5000


def test_common_nouns_mean_the_latest_place_that_fits(engine: Engine) -> None:
    found = best("Mali sent troops to Gao. The town was calm. People left the country and the capital.", engine)
    assert found["The town"].name == "Gao"
    assert found["the country"].name == "Mali"
    assert found["the capital"].name == "Bamako"


def test_the_region_is_the_division_of_the_town_spoken_of(engine: Engine) -> None:
    place = best("Troops of Mali entered Menaka. The region is calm.", engine)["The region"]
    assert (place.kind, place.country) == ("ADM1", "ML")


def test_a_direction_makes_a_part(engine: Engine) -> None:
    place = best("Fighting spread in eastern Ukraine.", engine)["eastern Ukraine"]
    assert (place.kind, place.country, place.name) == ("part", "UA", "eastern Ukraine")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=100))
def test_any_text_resolves_without_an_error(engine: Engine, text: str) -> None:
    assert all(0 <= reading.score <= 1 for _, reading in readings(f"In Gao {text}", engine))


def test_a_part_belongs_to_the_place_named_beside_it(engine: Engine) -> None:
    found = best("Mali: rebels left Timbuktu and shelled the outskirts of Gao.", engine)
    assert found["the outskirts"].name == "outskirts of Gao"


def test_a_division_of_several_is_one_of_each(engine: Engine) -> None:
    found = best("Ukraine: power failed in Kharkiv and Sumy regions.", engine)
    assert {found["Kharkiv"].kind, found["Sumy regions"].kind} == {"ADM1"}


def test_a_list_of_cities_is_no_container(engine: Engine) -> None:
    found = best("The envoy flew to Washington, New York and Boston.", engine)
    assert found["Washington"].kind == "capital"
    assert found["New York"].kind == "city"


def test_what_the_text_puts_into_a_place_says_which_place_it_is(engine: Engine) -> None:
    found = best("The trial began in Atlanta, Georgia.", engine)
    assert (found["Georgia"].kind, found["Georgia"].country) == ("ADM1", "US")


def test_a_distance_is_measured_from_the_town(engine: Engine) -> None:
    found = best("Mali: soldiers reached Aguelhok, 150 km north of Kidal.", engine)
    assert found["Kidal"].kind in ("town", "city")


def test_no_name_is_its_own_evidence(engine: Engine) -> None:
    found = best("Fighting spread from Usulutan to Zacatecoluca in La Paz department.", engine)
    assert found["La Paz department"].country == "SV"


def test_the_town_is_not_what_a_distance_is_measured_from(engine: Engine) -> None:
    found = best("Mali's army left Anefis, 100 km south of Kidal. The town was calm.", engine)
    assert found["The town"].name == "Anefis"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Peru: bombs went off in Huaraz. Envoys of Chile left the Peruvian capital.", "the Peruvian capital", "Lima"),
        ("Shells hit Herat in Afghanistan. The provincial capital was calm.", "The provincial capital", "Herāt"),
        ("Peru: troops left Huaraz for the capital city.", "the capital city", "Lima"),
        ("TEGUCIGALPA (RTX) - Police of Honduras sealed this capital.", "this capital", "Tegucigalpa"),
    ],
)
def test_which_capital_is_meant(text: str, words: str, name: str, engine: Engine) -> None:
    assert best(text, engine)[words].name == name


def test_an_area_of_a_province_is_in_that_province(engine: Engine) -> None:
    found = best("Afghanistan: a bomb hit Herat. Troops died in the same area of Helmand province.", engine)
    area, above = found["the same area"], found["Helmand province"]
    assert (area.part_of, area.country) == (above.id, "AF")


def test_a_region_named_last_is_the_region(engine: Engine) -> None:
    found = best("Clashes broke out in Goma and spread across Kivu. The region is calm.", engine)
    assert "Kivu" in found["The region"].name


def test_a_facility_lies_where_its_name_says(engine: Engine) -> None:
    place = best("Nigeria: gunmen stormed Maiduguri Central Prison.", engine)["Maiduguri Central Prison"]
    assert place.lat == pytest.approx(11.85, abs=0.1)
    assert place.uncertainty_m == 10_000


def test_what_lies_in_a_division_lies_somewhere_in_it(engine: Engine) -> None:
    place = best("Iraq: a bomb hit the village of Umm Tarakna, Anbar province.", engine)["Umm Tarakna"]
    assert place.admin1 is not None
    assert place.uncertainty_m == 150_000


def test_the_district_is_the_district_and_a_compound_lies_where_the_text_is(engine: Engine) -> None:
    text = "KABUL, Afghanistan - Troops raided a village in Nad Ali district, Helmand province. A compound burned. The district is calm."
    found = best(text, engine)
    assert found["The district"].id == found["Nad Ali district"].id
    assert found["A compound"].part_of == found["Nad Ali district"].id


def test_a_road_lies_in_no_place_because_that_was_spoken_of(engine: Engine) -> None:
    road = best("BAMAKO (Mali) – The army killed a man in Bamako and dozens on the road to Kidal.", engine)["the road"]
    assert (road.country, road.admin1, road.part_of) == ("ML", None, None)


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("The army shelled a base in Goma on Monday.", "base", "Goma"),
        ("Rebels burned villages across Gezira.", "villages", "Gezira"),
        ("A bomb exploded outside the offices of the electricity company in San Miguel.", "offices", "San Miguel"),
    ],
)
def test_a_common_noun_lies_where_the_words_behind_it_say(engine: Engine, text: str, noun: str, name: str) -> None:
    found = best(text, engine)
    inner = next(place for quote, place in found.items() if quote.endswith(noun))
    assert inner.part_of == found[name].id


def test_foreign_by_name_loses_against_a_place_of_this_report(engine: Engine) -> None:
    place = best("Soldiers raided the village of Brel on Tuesday, killing five. Location: Gao, Mali.", engine)["Brel"]
    assert (place.id, place.country) == ("report:brel", "ML")


def test_by_name_in_a_country_named_or_next_door_still_counts(engine: Engine) -> None:
    assert best("Greek police searched houses in Ber on Tuesday.", engine)["Ber"].country == "GR"
    assert best("Buses left Marioupol for Russia on Tuesday.", engine)["Marioupol"].country == "UA"


def test_name_with_its_kind_behind_it_is_no_by_name(engine: Engine) -> None:
    assert best("French reporters met her in Cork city.", engine)["Cork city"].country == "IE"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Kono on Friday, killing three.",
        "Gunmen attacked Kono in Kaduna State on Friday.",
        "Rebels in Mali attacked Kono on Friday.",
    ],
)
def test_village_is_no_other_village_that_some_language_calls_so(engine: Engine, text: str) -> None:
    assert best(text, engine)["Kono"].id == "report:kono"


@pytest.mark.parametrize(
    ("text", "name", "country", "register"),
    [
        ("Fighters shelled Sloviansk in the Donetsk region of Ukraine.", "Sloviansk", "UA", "Slovyansk"),
        ("Wagner fighters entered Sebha on Monday.", "Sebha", "LY", "Sabha"),
        ("General Haftar's men entered Sebha on Monday.", "Sebha", "LY", "Sabha"),
    ],
)
def test_own_name_in_other_letters_is_no_by_name(
    engine: Engine, text: str, name: str, country: str, register: str
) -> None:
    place = best(text, engine)[name]
    assert (place.country, place.name) == (country, register)


def test_village_is_known_by_its_other_name_in_its_own_country(engine: Engine) -> None:
    assert best("Gunmen attacked Kono in Ivory Coast on Friday.", engine)["Kono"].country == "CI"


def test_name_is_no_evidence_of_its_own_country(engine: Engine) -> None:
    text = "Gunmen attacked Petite-Rivière and Liancourt in Haiti."
    assert {place.country for place in best(text, engine).values()} == {"HT"}


def test_name_that_only_one_country_has_is_found_where_nothing_tells_of_any(engine: Engine) -> None:
    assert best("A bomb exploded at Tin-Akoff on Thursday.", engine)["Tin-Akoff"].country == "BF"


def test_known_party_says_which_country_a_report_is_about(engine: Engine) -> None:
    parsed = parse(Report.of("Ulang is under the control of the White Army."), parser=engine.parser)
    found = resolve_places(parsed, mark(parsed, reference=engine.reference), engine.reference)
    assert [r.value.country for r in found if isinstance(r.value, Place) and r.rank == 1] == ["SS"]


def test_the_village_is_not_the_city_where_a_report_was_filed(engine: Engine) -> None:
    record = run(
        Report.of("TYRE, 12 May 2024 (Desk) - Rebels burned nine houses in the village on Friday."), engine=engine
    )
    village = next(m for m in record.case.resolution.mentions if m.span.quote == "the village")
    place = record.case.resolution.place(village.id)
    assert place is not None
    assert place.id.startswith("report:")


def test_the_town_is_not_one_that_another_gain_is_compared_with(engine: Engine) -> None:
    text = (
        "Troops left Avdiivka on Saturday, the biggest gain for Russia since it captured Bakhmut in May last year. "
        "The ministry said its forces had taken the town."
    )
    record = run(Report.of(text), engine=engine)
    meant = {
        m.span.quote: record.case.resolution.place(m.id) for m in record.case.resolution.mentions if m.kind == "place"
    }
    assert meant["the town"] is not None
    assert meant["the town"] == meant["Avdiivka"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("OUAGADOUGOU, Burkina Faso, June 3 - Soldiers captured the provincial capital of Djibo on Monday.", "Djibo"),
        ("GOMA, Congo, June 3 - Rebels seized the regional capital of Bukavu on Friday.", "Bukavu"),
        ("KABUL, June 3 - The Taliban hold the provincial capital of Kunduz.", "Kunduz"),
        ("KHARTOUM, Sudan, June 3 - The army holds the capital of Chad.", "N'Djamena"),
    ],
)
def test_a_provincial_capital_of_its_own_name_is_that_town(engine: Engine, text: str, town: str) -> None:
    record = run(Report.of(text), engine=engine)
    seat = next(m for m in record.case.resolution.mentions if "capital of" in m.span.quote)
    place = record.case.resolution.place(seat.id)
    assert place is not None
    assert (place.name.replace("’", "'"), place.kind in ("city", "town", "capital", "village")) == (town, True)
