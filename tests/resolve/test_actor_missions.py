"""Which mission peacekeepers are of: that of the country and the year."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.resolve.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("In the Central African Republic, UN peacekeepers repelled them.", "un peacekeepers", "act:minusca"),
        ("In South Sudan, the UN mission denied it.", "un mission", "act:unmiss"),
        ("In Congo, the UN force lost a truck near Beni in the Democratic Republic of Congo.", "un force", "act:monusco"),
        ("In Somalia in 2015, African Union troops left Leego.", "african union troops", "act:amisom"),
        ("In Somalia in 2023, African Union troops left Leego.", "african union troops", "act:atmis"),
        ("In the Central African Republic, Burundian blue helmets were hurt.", "burundian blue helmets", "act:minusca"),
        ("In South Sudan, Rwandan peacekeepers drove to Bor.", "rwandan peacekeepers", "act:unmiss"),
        ("In South Sudan, UNMISS denied it. The mission said the force had moved.", "mission", "act:unmiss"),
    ],
)  # fmt: skip
def test_peacekeepers_are_the_mission_that_serves_there(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("In France, the UN said food was short.", "un", "act:un"),
        ("In South Sudan, the UN said food was short.", "un", "act:un"),
        ("In Denmark, UN troops marched.", "un troops", "act:un"),
        ("In Congo, Rwandan soldiers crossed the border.", "rwandan soldiers", "act:rdf"),
    ],
)
def test_the_organisation_and_national_armies_stay_what_they_are(
    engine: Engine, text: str, words: str, actor: str
) -> None:
    assert meant(text, words, engine) == actor
