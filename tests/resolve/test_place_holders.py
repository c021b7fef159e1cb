"""In which settlement a site without a name lies: in the one that its own words name, not in the one told before."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.resolve.test_places import best


@pytest.mark.parametrize(
    ("text", "noun", "town"),
    [
        ("Rebels shelled Bukavu. Rockets also hit a transit camp at Kalehe on Friday.", "a transit camp", "Kalehe"),
        ("Fighters left Bria. Gunmen set a warehouse on fire in Bambari.", "a warehouse", "Bambari"),
        ("Rebels held Bria. A clinic was looted on Sunday in Bangassou.", "A clinic", "Bangassou"),
        ("Soldiers left Pibor. Raiders burned the clinic at Akobo.", "the clinic", "Akobo"),
    ],
)
def test_a_site_lies_where_its_own_words_put_it(engine: Engine, text: str, noun: str, town: str) -> None:
    found = best(text, engine)
    assert found[noun].part_of == found[town].id


@pytest.mark.parametrize(
    ("text", "noun", "town"),
    [
        ("Rebels shelled Bukavu. A mortar bomb hit a market on Friday.", "a market", "Bukavu"),
        ("Rebels entered Bambari. They burned a warehouse, the mayor of Bria said.", "a warehouse", "Bambari"),
        ("Rebels shelled Bukavu. They hit a school, the army in Congo said.", "a school", "Bukavu"),
    ],
)
def test_a_site_that_is_put_nowhere_lies_in_the_town_told_before(
    engine: Engine, text: str, noun: str, town: str
) -> None:
    found = best(text, engine)
    assert found[noun].part_of == found[town].id


def test_a_site_in_a_row_lies_where_the_row_says(engine: Engine) -> None:
    text = "Date\tPlace\tWhat happened\n2 May\tOmdurman\tA clinic was shelled\n3 May\tNyala\tGunmen looted a clinic\n"
    found = best(text, engine)
    assert found["A clinic"].part_of == found["Omdurman"].id
    assert found["a clinic"].part_of == found["Nyala"].id
