"""Case restored in texts in capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.capitals import Spelling, load_spelling, restored
from dateline.parse.legible import legible
from dateline.pipeline import Engine


@pytest.fixture(scope="module")
def spelling(engine: Engine) -> Spelling:
    """What the engine's own lemmatizer and registers know."""
    found = load_spelling(engine.parser.pipeline)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "THE MINISTER FLEW FROM NAIROBI TO ASMARA ON TUESDAY WITH TWO BODYGUARDS.",
            "The minister flew from Nairobi to Asmara on Tuesday with two bodyguards.",
        ),
        (
            "GENERAL HERIBERTO VALDIVIA SAID THE KENYAN SOLDIERS HAD LEFT THE BARRACKS.",
            "General Heriberto Valdivia said the Kenyan soldiers had left the barracks.",
        ),
        (
            "THE GENERAL SAID THAT THE MACHINEGUNS OF THE ANTIGUERRILLA UNIT WERE LOST.",
            "The general said that the machineguns of the antiguerrilla unit were lost.",
        ),
        (
            "A BOMB WENT OFF IN LA HUAYRONA ON 3 FEB, AND GRENADES NEAR SAN PEDRITO.",
            "A bomb went off in La Huayrona on 3 Feb, and grenades near San Pedrito.",
        ),
        (
            "THE OROMO LIBERATION FRONT [OLF] SAID THAT OLF FIGHTERS HELD THE VILLAGE.",
            "The Oromo liberation front [OLF] said that OLF fighters held the village.",
        ),
        (
            "MARIELA DE LA ROSA VENTURINI OF THE 2D BRIGADE WAS WOUNDED ON THE FARM.",
            "Mariela de la Rosa Venturini of the 2d brigade was wounded on the farm.",
        ),
    ],
)
def test_names_get_their_capitals_back(spelling: Spelling, written: str, read: str) -> None:
    assert legible(written, lambda: spelling) == read


def test_mixed_case_is_left_alone_and_asks_for_no_spelling() -> None:
    def never() -> Spelling | None:
        raise AssertionError("no text in capitals")

    text = "The mayor of Lodwar said that NGOs had left; the WFP had not."
    assert legible(text, never) == text


def test_without_the_tables_of_the_lemmatizer_capitals_are_only_lowered() -> None:
    assert legible("THE POLICE OF LODWAR ARRESTED TWO MEN NEAR THE OLD MARKET.") == (
        "The police of lodwar arrested two men near the old market."
    )


@given(st.text())
def test_every_code_point_keeps_its_place(text: str) -> None:
    spelling = Spelling(lemmas={"market"}, endings=(("s", ""),), small={"the"}, names={"nairobi"})
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    assert len(restored(text, lowered, spelling)) == len(text)
