"""Whose armed men are by where they come from, who sends or loses them, and who tells of them."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve import resolve
from tests.resolve.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("In Ethiopia, troops from neighbouring Eritrea entered Adigrat.", "troops", "act:edf"),
        ("Forces from Somalia's Puntland region took a valley on Monday.", "forces", "act:puntland-forces"),
        ("Puntland soldiers searched caves near Bosaso in Somalia.", "puntland soldiers", "act:puntland-forces"),
        ("Puntland forces took Qandala. The forces also seized boats, Somali officials said.", "forces", "act:puntland-forces"),
        ("In Sudan, RSF commanders and soldiers posed at the gate of Babanusa.", "soldiers", "act:rsf"),
        ("In Somalia, AMISOM said troops had retaken Leego.", "troops", "act:amisom"),
        ("In Kenya, Uganda withdrew troops from the border.", "troops", "act:updf"),
        ("In Congo, the M23 redeployed fighters to Walikale.", "fighters", "act:m23"),
        ("In Myanmar, the rebels' military command denied it after the Arakan Army took Ann.", "military command", "act:arakan-army"),
        ("The Arakan Army took Ann in Myanmar. The ethnic army lost three men.", "ethnic army", "act:arakan-army"),
    ],
)  # fmt: skip
def test_the_words_around_armed_men_tell_whose_they_are(engine: Engine, text: str, words: str, actor: str) -> None:
    assert meant(text, words, engine) == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("In Niger, soldiers in the Diffa region shot two men.", "soldiers", "act:ne-forces"),
        ("In Kenya, the army said soldiers had left Lamu.", "soldiers", "act:ke-forces"),
        ("In Somalia, al-Shabaab said the soldiers had fled.", "soldiers", "act:sna"),
        ("In Congo, M23 fighters and soldiers clashed at Sake.", "soldiers", "act:fardc"),
        ("In Congo, the M23 attacked troops near Sake.", "troops", "act:fardc"),
    ],
)
def test_a_place_or_a_foe_beside_them_takes_nobody_from_the_army(
    engine: Engine, text: str, words: str, actor: str
) -> None:
    found = meant(text, words, engine)
    assert found is not None
    assert found.removesuffix("-forces") in (actor, actor.removesuffix("-forces"), "act:kdf")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Somalia, foreign troops left the base at Afgoye.", "foreign troops"),
        ("In Ethiopia, regional forces fought the army near Kobo.", "regional forces"),
        ("In Sudan, enemy forces shelled Kosti, the army said.", "enemy forces"),
        ("In Mali, former soldiers blocked the road to Segou.", "former soldiers"),
        ("In Congo, M23 rebels left Sake. Another rebel group took it.", "rebel group"),
        ("In Mali, JNIM men fled. Russian mercenaries burned Nema.", "russian mercenaries"),
    ],
)
def test_other_peoples_men_are_parties_of_their_own(engine: Engine, text: str, words: str) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    resolution = resolve(parsed, mentions, reference=engine.reference)
    (mention,) = [m for m in mentions if m.span.quote.lower() == words]
    actor = resolution.actor(mention.id)
    assert actor is not None
    assert actor.provisional
    assert actor.side is None
