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
