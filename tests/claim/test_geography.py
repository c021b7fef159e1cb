"""Where a place lies is told by its distance, by its province, or by its neighbour."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of


@pytest.mark.parametrize(
    ("text", "located"),
    [
        ("Clashes broke out in Zintan, near the border with Tunisia.", ["Zintan, near the border with Tunisia"]),
        ("Rebels attacked Tal Rifat north of Aleppo on Friday.", ["Tal Rifat north of Aleppo"]),
        ("Shells fell on Huwara, south of Nablus, overnight.", ["Huwara, south of Nablus"]),
        ("Two men were shot in Kaberamaido, in the Teso district.", ["Kaberamaido, in the Teso district"]),
        ("Fighting went on in Homs, in Hama and in Aleppo.", []),
        ("Troops left Kidal at dawn, outside Gao they were met by rebels.", []),
        ("A camp was shelled in Homs, in the same province.", []),
    ],
)
def test_a_neighbour_tells_where_a_place_lies(engine: Engine, text: str, located: list[str]) -> None:
    assert [words_of(claim) for claim in claims_of(engine, text) if claim.act == "locate"] == located
