"""What readers call a place that no register has."""

from __future__ import annotations

from dateline.export.record import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, run


def aliases(text: str, engine: Engine) -> dict[str, list[str]]:
    places = record_json(run(Report.of(text, name="t"), engine=engine))["places"]
    return {place["name"]: place["aliases"] for place in places}


def test_a_site_is_called_by_its_town_and_by_the_words_behind_it(engine: Engine) -> None:
    found = aliases("Rebels overran a federal police post in the market town of Debark, residents said.", engine)
    assert {"federal police post in the market town of Debark", "federal police post of Debark"} <= set(
        found["federal police post"]
    )


def test_a_town_of_the_register_has_no_phrases(engine: Engine) -> None:
    assert not any(" in " in name for name in aliases("Rebels took Kidal in Mali on Friday.", engine)["Kidal"])


def test_a_site_has_its_adjectives_its_number_and_the_road_its_end(engine: Engine) -> None:
    text = "In Debark militiamen shelled a rebel-held quarter, and Highway 14 was cut. The army controls the road to Gondar."
    found = {name for names in aliases(text, engine).values() for name in names}
    assert {"rebel-held quarter", "Highway 14", "road to Gondar"} <= found


def test_a_phrase_spells_out_the_town_that_it_takes_up(engine: Engine) -> None:
    text = "Shells fell on Debark on Friday. Rebels seized a police post on the edge of the town, residents said."
    found = {name for names in aliases(text, engine).values() for name in names}
    assert "police post on the edge of Debark" in found


def test_a_camp_of_the_register_has_the_noun_phrase_in_which_it_is_named(engine: Engine) -> None:
    found = aliases("Militiamen entered Kalma displacement camp near Nyala on Monday, aid workers said.", engine)
    assert any("Kalma displacement camp" in (name, *names) for name, names in found.items())


def test_no_town_of_the_register_is_called_the_town(engine: Engine) -> None:
    found = aliases("Rebels took Kidal in Mali on Friday. They left the town on Sunday.", engine)
    assert "town" not in found["Kidal"]


def test_a_facility_is_called_either_way_round(engine: Engine) -> None:
    found = {
        name for names in aliases("Shells hit the University of Gondar on Friday.", engine).values() for name in names
    }
    assert "Gondar University" in found


def test_a_site_is_called_by_its_article_and_by_a_name_behind_it_that_nobody_read(engine: Engine) -> None:
    found = aliases("Gunmen seized the police post above Ubanolek on Friday.", engine)
    names = {name for forms in found.values() for name in forms}
    assert {"the police post", "police post above Ubanolek"} <= names


def test_a_site_is_called_by_its_whole_phrase_without_a_clause(engine: Engine) -> None:
    text = "Near Debark rebels seized a ridge within firing range of the road that leads north, residents said."
    found = {name for names in aliases(text, engine).values() for name in names}
    assert not any("leads" in name for name in found)
    text = "Near Debark rebels seized a ridge within firing range of the old road, residents said."
    assert "ridge within firing range of the old road" in {n for ns in aliases(text, engine).values() for n in ns}
