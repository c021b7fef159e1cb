"""Names behind words of extent, behind a colon and behind "called"; offices that speak; points of the compass."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.resolve.test_places import best


@pytest.mark.parametrize(
    ("text", "place", "wrong"),
    [
        ("Most of Lyman is held by Russian forces.", "Lyman", "Most"),
        ("All of Popasna is in the hands of the army.", "Popasna", "All"),
        ("Russian troops hold the rest of Marinka.", "Marinka", "rest"),
        ("Rebels torched two hamlets: Tolwe and Bambu Nord.", "Bambu Nord", "two hamlets: Tolwe"),
        ("Gunmen raided three villages – Tabokko, Sorro and Ndeke – before dawn.", "Tabokko", "three"),
        ("Rebels burned a hamlet called Dorrobe on Friday.", "Dorrobe", "called"),
        ("Nine people died in the south-west of Niger.", "the south-west", "west"),
        ("The armed forces press office reported fighting in Goma.", "Goma", "The armed forces press office"),
    ],
)
def test_names_of_places_are_found_by_what_stands_before(engine: Engine, text: str, place: str, wrong: str) -> None:
    found = best(text, engine)
    assert place in found
    assert wrong not in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Most of the army left Goma.", "Most"),
        ("The elders of three villages: Mbole spoke first, then others did.", "first"),
        ("Fighters boarded a ship called Mirova.", "Mirova"),
    ],
)
def test_what_only_looks_like_it_names_no_place(engine: Engine, text: str, name: str) -> None:
    assert name not in best(text, engine)


def test_an_office_that_is_stormed_is_a_place(engine: Engine) -> None:
    assert "the press office" in best("Gunmen stormed the press office in Goma.", engine)


def test_the_area_is_what_was_named_not_the_forest_into_which_they_fled(engine: Engine) -> None:
    found = best("Raiders hit a post in Kadugli before fleeing into the forest. The area is tense.", engine)
    assert found["The area"].id == found["Kadugli"].id
