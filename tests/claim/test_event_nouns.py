"""Events that nouns tell: announced, confirmed or claimed by somebody, shaking a town, leaving people dead."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only, words_of


@pytest.mark.parametrize(
    ("text", "words", "act", "modality"),
    [
        ("The recapture of Palmyra was announced on Monday by the army.", "The recapture of Palmyra", "retake", "attributed"),
        ("The downing of a helicopter near Kidal was confirmed by the army.", "near Kidal", "losses", "confirmed"),
        ("The killing of 12 villagers in Bankass was reported by residents.", "12 villagers", "kill", "attributed"),
        ("The deaths of four peacekeepers were announced by the UN mission.", "The deaths of", "kill", "attributed"),
        ("The assassination of the mayor was claimed by the Taliban.", "The assassination", "kill", "claimed"),
        ("The encircling of the garrison was confirmed by two officers.", "The encircling", "besiege", "confirmed"),
        ("The stabbing of two soldiers was reported by the police.", "The stabbing", "attack", "attributed"),
    ],
)  # fmt: skip
def test_what_a_voice_reports_in_the_passive_is_its_claim(
    engine: Engine, text: str, words: str, act: str, modality: str
) -> None:
    claim = only(engine, text, words)
    assert (claim.act, claim.modality, claim.codeable) == (act, modality, True)
    assert "by" not in words_of(claim).split()


def test_who_reports_a_killing_did_not_kill(engine: Engine) -> None:
    claims = claims_of(engine, "The killing of 12 villagers in Bankass was reported by residents.")
    assert all("agent" not in claim.roles for claim in claims)


def test_what_is_only_discussed_is_no_claim(engine: Engine) -> None:
    assert not claims_of(engine, "The recapture of Palmyra was discussed by ministers.")


def test_a_denial_of_a_deed_is_of_that_deed_and_not_by_its_doer(engine: Engine) -> None:
    claim = only(engine, "The government denied the seizure of the airport.", "seizure")
    assert (claim.act, claim.modality, claim.polarity) == ("capture", "denied", "negative")
    assert "agent" not in claim.roles


@pytest.mark.parametrize(
    ("text", "deed", "toll"),
    [
        ("An attack on a convoy near Ansongo has left seven soldiers dead.", "attack", "kill"),
        ("Shelling of Kadugli leaves 11 dead", "shelling", "kill"),
        ("A firefight near Bajaur left two soldiers wounded.", "clash", "wound"),
        ("Riots in Port Moresby left nine dead.", "protest", "kill"),
    ],
)
def test_a_deed_and_the_toll_that_it_left_are_two_claims(engine: Engine, text: str, deed: str, toll: str) -> None:
    found = claims_of(engine, text)
    assert [claim.act for claim in found] == [deed, toll]
    assert all(claim.codeable for claim in found)


@pytest.mark.parametrize(
    ("text", "act", "codeable"),
    [
        ("Two explosions rocked Kabul.", "attack", True),
        ("A blast shook the port of Aden.", "attack", True),
        ("Clashes gripped the city of Zawiya.", "clash", True),
        ("The earthquake rocked Kabul.", "other", False),
        ("The scandal shook the mission of the bloc.", "assess", False),
    ],
)
def test_what_shakes_a_town_is_the_event(engine: Engine, text: str, act: str, codeable: bool) -> None:
    (claim,) = claims_of(engine, text)
    assert (claim.act, claim.codeable) == (act, codeable)
