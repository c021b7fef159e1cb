"""A toll that points back to a deed has the doer of that deed, and says that this is read off the words before."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def doers(engine: Engine, text: str) -> list[tuple[list[str], str | None]]:
    """The agents of every toll, with the basis."""
    case = run(Report.of(text), engine=engine).case
    tolls = (claim for claim in case.claims if claim.kind == "casualty")
    return [
        ([case.resolution.mention(m).span.quote for m in claim.roles.get("agent", ())], claim.bases.get("agent"))
        for claim in tolls
    ]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Bandits raided a farm near Jos on Monday. Four herders were killed in the attack.", "Bandits"),
        ("The army shelled a market near Goma on Monday. The shelling killed nine people.", "army"),
        ("Rebels ambushed a bus near Davao on Monday. It was raining. Two drivers died in the incident.", "Rebels"),
    ],
)
def test_a_toll_of_the_attack_has_its_doer(engine: Engine, text: str, doer: str) -> None:
    assert doers(engine, text) == [([doer], "anaphora")]


@pytest.mark.parametrize(
    "text",
    [
        "Bandits raided a farm near Jos on Monday. Four herders were killed.",
        "Bandits raided a farm near Jos on Monday. Four herders were killed in an attack near Kano.",
        "Bandits raided a farm near Jos on Monday. Four bandits were killed in the attack.",
        "The army accused the rebels of raiding a farm on Monday. Four herders died in the attack, doctors said.",
        "The police said bandits raided a farm near Jos. Four herders died in the attack, residents said.",
        "Bandits raided a farm near Jos on Monday. A bomb hit a bus near Kano on Monday. Four died in the attack.",
    ],
)
def test_who_did_it_stays_open_where_the_words_leave_it_open(engine: Engine, text: str) -> None:
    assert [found for found in doers(engine, text) if found[1] == "anaphora"] == []
