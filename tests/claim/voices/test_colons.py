"""Who speaks before or behind a colon, and who "we" are there."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only
from tests.claim.voices.reading import read, words


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Witness in Bambari: soldiers shot two men.", "Witness in Bambari"),
        ("Teacher in Pibor: militiamen burned the school.", "Teacher in Pibor"),
        ("RSF spokesman: we captured the airport.", "RSF spokesman"),
        ("Ten dead in a blast in Herat: ministry", "ministry"),
        ("Ten dead in a blast in Herat: Monitor", "Monitor"),
        ("Ten held over a blast in Herat: report", "report"),
    ],
)
def test_who_stands_beside_a_colon_speaks(engine: Engine, text: str, source: str) -> None:
    assert source in [words(a)[0] for a in read(text, engine).attributions if a.verb == ":"]


@pytest.mark.parametrize(
    "text",
    [
        "Update: our units hold the bridge.",
        "Sudan: shelling kills nine in Nyala, residents say",
        "Killed in Bambari: soldiers and two nurses.",
        "Three towns fell: Bria, Kaga and Birao.",
        "The two militias have one enemy: the army.",
        "The raid on Kutum was led by one man: Idris Bala.",
        "Peace has one friend left in Bria: UN peacekeepers.",
    ],
)
def test_lists_and_headings_speak_not(engine: Engine, text: str) -> None:
    assert not [a for a in read(text, engine).attributions if a.verb == ":"]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Ukrainian General Staff: our troops repelled nine attacks.", "act:ua-staff"),
        ("RSF spokesman: we captured the airport in Nyala.", "act:rsf"),
        ("M23 spokesman Jean Mulopo: our forces withdrew from Masisi.", "act:m23"),
    ],
)
def test_we_are_those_whose_label_stands_before_the_colon(engine: Engine, text: str, agent: str) -> None:
    reading = read(text, engine)
    ours = next(m for m in reading.resolution.mentions if m.span.quote.split()[0] in ("our", "we"))
    actor = reading.resolution.actor(ours.id)
    assert actor is not None
    assert actor.id == agent


def test_what_follows_a_label_in_the_first_person_is_a_claim_of_its_own(engine: Engine) -> None:
    claim = only(engine, "Commander Idris Bala: our men left Kutum on Friday.", "left")
    assert claim.spans[0].quote == "our men left Kutum on Friday"
    assert claim.believer == "per:idris-bala"


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Confirmed by the police: three dead in blast.", "the police", "three dead in blast"),
        ("Army confirms: two soldiers killed in Sinjar. More follows.", "Army", "two soldiers killed in Sinjar"),
        ("Just in from the mayor of Tyre: three dead in strike.", "the mayor of Tyre", "three dead in strike"),
    ],
)
def test_a_verb_of_saying_before_a_colon_introduces_without_marks(
    text: str, source: str, said: str, engine: Engine
) -> None:
    """Its subject, or whoever stands behind "by" or "from", speaks."""
    (told,) = read(text, engine).attributions
    assert (words(told)[0], words(told)[2]) == (source, said)


@pytest.mark.parametrize(
    "text",
    [
        "The town was held by the army: three brigades stood there.",
        "The men were taken by the rebels: two teachers and a guard.",
        "Attacks claimed by the rebels: three in May, two in June.",
    ],
)
def test_a_colon_behind_a_deed_tells_nobodys_words(text: str, engine: Engine) -> None:
    """Nor does one behind a noun with a participle."""
    assert not [one for one in read(text, engine).attributions if one.verb == ":"]
