"""What is no news: sums since a turn, campaigns as a whole, what ought to be done, what somebody readies for."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only, words_of

NEWS = "Gunmen shot a priest in Kaya on Monday. "


@pytest.mark.parametrize(
    ("text", "part", "why"),
    [
        ("Some 900 people have been killed since the coup, a charity said.", "killed", "background"),
        ("More than 300 schools have been burned since the takeover.", "burned", "background"),
        ("The army's campaign has displaced 200,000 people.", "displaced", "background"),
        ("The offensive has killed more than 14,000 people, the ministry said.", "killed", "background"),
        ("The offensive has killed nine people since Sunday, medics said.", "killed", None),
        ("Thousands have been killed by both sides.", "killed", "background"),
        ("Dozens have been killed by both sides.", "killed", None),
        ("The war began when soldiers stormed the palace on May 7, killing the king.", "stormed", "background"),
        ("The war began when soldiers stormed the palace on May 7, killing the king.", "killing", "background"),
        ("The junta, which took power in 2020, had promised a vote. It arrested the mayor.", "arrested", "background"),
        ("The group has carried out 90 raids since 2009. These raids left 54 people dead.", "left", "background"),
        ("In past protests, people have burned tyres and torched shops.", "torched", "background"),
        ("Gunmen raided a clinic that they set on fire, killing two.", "raided", None),
        ("Shelling a hospital is a crime.", "Shelling", "generic"),
        ("The army must immediately withdraw from both towns, the group said.", "withdraw", "called_for"),
        ("Both sides should release all prisoners, she said.", "release", "called_for"),
        ("The rebels must have killed them, she said.", "killed", "possible"),
        ("The rebels should have released them, she said.", "released", "hypothetical"),
        ("The militia is preparing for an attack on the dam.", "attack", "intent, not an event"),
        ("The rebels have switched to assaults in small groups.", "assaults", "intent, not an event"),
        ("Medics found the bodies in a ditch.", "found", "presupposed, no number"),
        ("Medics found four bodies in a ditch.", "found", None),
    ],
)  # fmt: skip
def test_what_is_no_news_is_no_event(engine: Engine, text: str, part: str, why: str | None) -> None:
    assert only(engine, NEWS + text, part).why == why


def test_whoever_observes_an_attack_has_no_part_in_it(engine: Engine) -> None:
    assert "agent" not in only(engine, "Peacekeepers observed two airstrikes near Tyre.", "observed").roles


def test_nobody_kills_by_certifying_a_death(engine: Engine) -> None:
    told = only(engine, NEWS + "Two boys were confirmed dead by the governor.", "confirmed")
    assert (told.act, "agent" in told.roles) == ("kill", False)


def test_who_was_confirmed_dead_is_the_word_of_who_says_so(engine: Engine) -> None:
    claim = only(engine, "Nine farmers have been confirmed killed by gunmen, the governor said.", "confirmed")
    source = claim.voices[-1].source
    assert source is not None
    assert source.quote == "the governor"


def test_a_party_makes_its_dead_known(engine: Engine) -> None:
    text = NEWS + "The army announced the death of its commander."
    assert only(engine, text, "the death of its commander").act == "kill"
    claims = claims_of(engine, NEWS + "The family announced the death of the singer.")
    assert not any(claim.codeable and "singer" in words_of(claim) for claim in claims)


def test_a_clause_that_follows_hours_after_another_does_not_open_with_them(engine: Engine) -> None:
    text = "Hours after rebels fired rockets at Gao in retaliation for a raid, jets struck a depot."
    assert [span.quote for span in only(engine, text, "fired").spans] == ["rebels fired rockets at Gao"]
