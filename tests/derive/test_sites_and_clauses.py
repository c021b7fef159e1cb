"""Sites that a clause beside them tells of, places left or reached without being named, and who comes from where."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def rows(text: str, engine: Engine) -> set[tuple[str, str, str]]:
    """Fluent, name of the place and names of the actors of every row of control."""
    case = run(Report.of(text), engine=engine).case
    return {
        (row.fluent, case.places[row.place].name, ", ".join(case.actors[name].name for name in row.actors))
        for row in case.control
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Jets hit oil fields held by the rebels in Homs.", ("held", "oil fields", "rebels")),
        ("Insurgents occupied two posts held by the army in Morek.", ("held", "two posts", "Syrian Arab Army")),
        ("The post of the Northland Front in Morek was abandoned.", ("vacated", "post", "Northland Front")),
        ("The army left the outpost above Morek.", ("vacated", "outpost", "Syrian Arab Army")),
        ("Soldiers walked into a customs hall in Morek.", ("present", "customs hall", "Syrian Arab Army")),
    ],
)
def test_a_site_that_a_clause_tells_of_is_not_the_town_around_it(
    text: str, row: tuple[str, str, str], engine: Engine
) -> None:
    found = rows(text, engine)
    assert row[:2] in {one[:2] for one in found}
    assert "Morek" not in {name for _, name, _ in found}


def test_what_is_taken_and_left_by_a_clause_behind_it_is_one_site(engine: Engine) -> None:
    found = rows("Turkish soldiers occupied two Syrian border posts, which they evacuated by noon.", engine)
    assert found == {
        ("held", "two Syrian border posts", "Turkish Armed Forces"),
        ("vacated", "two Syrian border posts", "Turkish Armed Forces"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Rebels seized the town of Morek on Monday. The soldiers fled towards Suran.",
        "Rebels seized the town of Morek on Monday. The soldiers fled to the hills.",
    ],
)
def test_who_flees_elsewhere_has_left_the_place_of_the_talk(text: str, engine: Engine) -> None:
    assert ("vacated", "Morek", "Syrian Arab Army") in rows(text, engine)


@pytest.mark.parametrize(
    "told", ["came back with guns from Suran", "arrived from Suran", "returned from the town of Suran"]
)
def test_from_where_somebody_comes_is_not_where_he_is(told: str, engine: Engine) -> None:
    found = rows(f"Rebels entered Morek on Monday. On Friday the army {told}.", engine)
    assert ("present", "Morek", "Syrian Arab Army") in found
    assert "Suran" not in {name for _, name, _ in found}


def test_who_left_our_positions_has_left_the_town_of_the_talk(engine: Engine) -> None:
    text = 'The army entered Morek on Monday. "We left our positions in the night," a spokesman of the Northland Front said.'
    assert ("vacated", "Morek") in {row[:2] for row in rows(text, engine)}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("In Takhar in Afghanistan, two districts fell over the weekend.", ("held", "two districts", "")),
        (
            "The Ukrainian army pulled back from two villages west of Donetsk.",
            ("vacated", "two villages", "Armed Forces of Ukraine"),
        ),
    ],
)
def test_towns_without_a_name_are_not_the_land_that_they_lie_in(
    text: str, row: tuple[str, str, str], engine: Engine
) -> None:
    assert rows(text, engine) == {row}
