"""To which town a site without a name belongs: not the one whither somebody flees, or where the wounded lie and talks are held."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.model.world import Place
from dateline.pipeline import Engine, run


def places(text: str, engine: Engine) -> dict[str, Place]:
    """The place of each mention, by its words."""
    resolution = run(Report.of(text), engine=engine).case.resolution
    told = ((m.span.quote, resolution.place(m.id)) for m in resolution.mentions if m.kind == "place")
    return {words: place for words, place in told if place is not None}


@pytest.mark.parametrize(
    "between",
    [
        "The army was pursuing them towards Beni.",
        "About 900 people fled to Beni.",
        "The wounded were flown to Beni.",
        "One of the men died at a hospital in Beni.",
        "Talks in Beni broke down last week.",
        "The minister was on a visit to Beni.",
    ],
)
def test_a_site_is_not_where_somebody_goes_or_is_treated(between: str, engine: Engine) -> None:
    told = places(f"Rebels attacked Minova on Monday. {between} Shells landed near the market.", engine)
    assert told["the market"].part_of == told["Minova"].id


def test_the_area_is_no_river_and_no_hospital(engine: Engine) -> None:
    text = "Rebels attacked Minova. They burned a clinic and crossed the Congo River. Troops were sent to the area."
    told = places(text, engine)
    assert told["the area"].id == told["Minova"].id


def test_the_east_is_that_of_the_town_only_where_the_paragraph_tells_of_it(engine: Engine) -> None:
    told = places("Rebels shelled Minova.\n\nThe army lost nine men in the east, the president said.", engine)
    assert told["the east"].part_of is None
    beside = places("Rebels shelled Minova. Two houses burned in the east.", engine)
    assert beside["the east"].part_of == beside["Minova"].id


def test_a_new_site_that_lies_beside_something_lies_in_no_town(engine: Engine) -> None:
    told = places(
        "Jets bombed Azaz in Syria. A rocket hit a camp for displaced people near the Turkish border.", engine
    )
    assert told["a camp"].part_of is None
    assert told["the Turkish border"].id != told["a camp"].id


def test_a_site_lies_in_the_division_that_a_country_owns(engine: Engine) -> None:
    told = places("A drone struck an oil depot in Russia's Belgorod region.", engine)
    assert told["an oil depot"].part_of == told["Belgorod region"].id
