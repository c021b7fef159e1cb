"""Which of the places in a sentence is where it happened: never the one from where somebody comes or beside which it lies."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.test_scene import place_of


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("A convoy returning from Komanda was ambushed on Monday at Luna in DR Congo.", "ambushed", "Luna"),
        ("Gunmen raided three hamlets in Nigeria's Plateau state on Monday.", "raided", "Plateau"),
        ("Jets struck Tell Marda, south of the town of Azaz, killing two women.", "killing", "Tell Marda"),
        ("Armed men attacked Bogatse and the nearby village of Lumi on Sunday.", "attacked", "Bogatse"),
        ("Rebels in Syria entered Kafr Mandil after a night of clashes.", "entered", "Kafr Mandil"),
        ("Rebels in Syria came from Jabal al-Mandil and attacked Azaz.", "attacked", "Azaz"),
        ("Clashes broke out west of Goma on Monday.", "broke out", "Goma"),
    ],
)
def test_where_it_happened(engine: Engine, text: str, part: str, place: str) -> None:
    assert place_of(engine, text, part)[0] == place


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("A column was stopped at Taw Naw in Myanmar as it was moving to Myawaddy. Jets killed four men there.", "killed", "Taw Naw"),
        ("Gunmen raided Beni. Women from Beni were brought to the hospital. Two of them died there.", "died", "hospital"),
        ("Rebels shelled Minova. Nine people were killed there.", "killed", "Minova"),
    ],
)  # fmt: skip
def test_there_is_the_place_told_last(engine: Engine, text: str, part: str, place: str) -> None:
    assert place_of(engine, text, part)[0] == place


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Minova. Troops pushed them back towards Masisi.",
        "Gunmen attacked Minova. They left for Goma.",
        "The army was attacked in Minova. The patrol was on its way to Goma when a bomb exploded.",
    ],
)
def test_towards_which_somebody_goes_is_no_scene(engine: Engine, text: str) -> None:
    part = text.rpartition(". ")[2][-12:-1]
    assert place_of(engine, text, part)[0] not in ("Goma", "Masisi")
