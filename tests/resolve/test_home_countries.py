"""Whose ministry, police and soldiers are meant where a report tells of two countries or is filed from a third."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.model.world import Actor
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.resolve import resolve


def _last(engine: Engine, text: str, words: str) -> Actor | None:
    parsed = parse(Report.of(text), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    resolution = resolve(parsed, mentions, reference=engine.reference)
    return resolution.actor([m for m in mentions if m.span.quote == words][-1].id)


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("An Israeli air strike killed five people in Tyre, the health ministry said.", "health ministry", "LB"),
        ("Russian rockets hit a clinic in Sumy, the interior ministry said.", "interior ministry", "UA"),
        ("The Houthi-run interior ministry said a US raid hit Hodeidah.", "interior ministry", "houthis"),
        ("The RSF-controlled health ministry said 20 people died in Nyala.", "health ministry", "rsf"),
        (
            "Ugandan police held two men. Police in Kigali fired tear gas at students. Police said three fell.",
            "Police",
            "RW",
        ),
        ("Turkish drones hit a car near Qamishli. The defence ministry said two men died.", "defence ministry", "TR"),
    ],
)
def test_a_ministry_or_the_police_are_those_of_where_it_happened(
    engine: Engine, text: str, words: str, side: str
) -> None:
    actor = _last(engine, text, words)
    assert actor is not None
    assert actor.side == side


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("NAIROBI, 3 May (Reuters) - Soldiers opened fire on a crowd in Baidoa, residents said.", "Soldiers", "SO"),
        ("DOHA (AFP) - Troops moved into Marib on Friday.", "Troops", "YE"),
        ("NAIROBI, 3 May (Reuters) - Soldiers opened fire in Garissa. Somalia closed the border.", "Soldiers", "KE"),
        ("JERUSALEM (Reuters) - Troops raided a camp in Tyre on Friday.", "Troops", "IL"),
        ("CAIRO (AP) - Soldiers held two men in Arish. Egypt gave no names.", "Soldiers", "EG"),
    ],
)
def test_a_town_of_correspondents_lends_its_army_to_nobody(engine: Engine, text: str, words: str, side: str) -> None:
    actor = _last(engine, text, words)
    assert actor is not None
    assert actor.side == side


@pytest.mark.parametrize(
    ("town", "place", "party"),
    [("KATHMANDU", "Pokhara", "act:cpn-maoist"), ("RAIPUR", "Sukma", "act:cpi-maoist")],
)
def test_maoists_are_those_of_the_country_that_is_told_of(engine: Engine, town: str, place: str, party: str) -> None:
    actor = _last(engine, f"{town} - Maoist rebels bombed an office in {place} on Friday.", "Maoist rebels")
    assert actor is not None
    assert actor.id == party
