"""Headlines and bullets without a verb: the copula is put back for the model, and what they tell is read."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse.telegraphic import lost_copula
from dateline.pipeline import Engine, run
from tests.claim.reading import words_of

BODY = (
    "\n\nORVEL, May 3, 2017 (AP) - Rebels attacked an army post near Selm on Monday and killed two soldiers. The district is"
    " home to 20,000 people."
)


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Army back in Orvel after three weeks", "Army is back in Orvel after three weeks"),
        ("Rebels out of Dorra, says governor", "Rebels are out of Dorra, says governor"),
        ("Kolvino under fire", "Kolvino is under fire"),
        ("Orvel and Selm under army control", "Orvel and Selm are under army control"),
        ("Three more villages in rebel hands", "Three more villages are in rebel hands"),
        ("Government troops in full control of Dorra", "Government troops are in full control of Dorra"),
        ("Rebels at gates of Orvel", "Rebels are at gates of Orvel"),
        ("Militiamen about to enter Dorra", "Militiamen are about to enter Dorra"),
        ("Nuns free after 40 days", "Nuns are free after 40 days"),
        ("Rebel commander dead: army", "Rebel commander is dead: army"),
        ("Three policemen among dead in Orvel clashes", "Three policemen are among dead in Orvel clashes"),
        ("Gunmen in uniform behind Kolvino massacre", "Gunmen in uniform are behind Kolvino massacre"),
        ("Truce over in Kolvino. A soldier said that shells had hit Selm.", None),
        ("Truce over in Kolvino", "Truce is over in Kolvino"),
    ],
)
def test_a_copula_is_put_where_a_headline_lost_it(title: str, read: str | None) -> None:
    at, put = next(iter(lost_copula(title).items()), (0, ""))
    assert title[:at] + put + title[at:] == (
        read or "Truce is over in Kolvino. A soldier said that shells had hit Selm."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Army takes town back in Orvel district",
        "Soldiers back in Orvel were shot at",
        "The army is back in Orvel",
        "Anger over killings in Dorra",
        "Eight dead in Kolvino blast",
        "Rebels pull out of Dorra",
        "Man shot dead in Orvel",
        "Camp under construction near Dorra",
        "Rebels driven out of Dorra",
        "Villages under rebel control shelled",
        "Rebels kill nine in Dorra and are back in Orvel",
        "Nine killed in rebel-held Dorra",
        "Two gunmen behind bars",
        "Officers said that the army was back in Orvel.",
        "Free after 40 days",
        "back in Orvel",
        "The rebels pulled out of Dorra on Thursday.",
        "Troops moved back in Orvel and the mayor thanked them",
    ],
)
def test_nothing_is_put_where_nothing_was_lost(text: str) -> None:
    assert lost_copula(text) == {}


@pytest.mark.parametrize(
    ("title", "act", "codeable"),
    [
        ("Army back in Orvel after three weeks", "return", True),
        ("Rebels out of Dorra", "withdraw", True),
        ("Kolvino under fire", "attack", True),
        ("Kolvino under siege for second week", "besiege", None),
        ("Orvel back in army hands", "hold", False),
        ("Rebels in control of Orvel airport", "hold", False),
        ("Army on the outskirts of Dorra", "hold", False),
        ("Rebels about to enter Dorra", "enter", False),
        ("Nuns free after 40 days in rebel camp", "release", True),
        ("Rebel commander dead: army", "kill", True),
    ],
)
def test_a_headline_without_a_verb_is_read(engine: Engine, title: str, act: str, codeable: bool | None) -> None:
    claims = [claim for claim in run(Report.of(title + BODY), engine=engine).claims if claim.spans[0].end <= len(title)]
    found = [(claim.act, claim.codeable) for claim in claims]
    assert any(one == act and codeable in (None, coded) for one, coded in found), [
        (words_of(claim), claim.act, claim.why) for claim in claims
    ]
    assert all(claim.spans[0].quote in title for claim in claims)
