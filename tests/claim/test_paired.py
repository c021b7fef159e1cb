"""Two verbs over one object are one deed told with its means, or two; so are deeds that nouns name."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of


def _told(engine: Engine, text: str) -> list[tuple[str, str]]:
    return [(claim.act, words_of(claim)) for claim in claims_of(engine, text) if claim.act != "say"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Two nurses were abducted and killed by gunmen near Bria.",
            [("abduct", "Two nurses were abducted … by gunmen near Bria"), ("kill", "killed by gunmen near Bria")],
        ),
        (
            "Militiamen captured and burned the village of Orsa.",
            [("capture", "Militiamen captured … the village of Orsa"), ("burn", "burned the village of Orsa")],
        ),
        (
            "Paramilitaries abducted, tortured and killed five students.",
            [
                ("abduct", "Paramilitaries abducted … five students"),
                ("kill", "tortured and killed five students"),
            ],
        ),
        (
            "Fighters retreated and burned the bridge.",
            [("withdraw", "Fighters retreated"), ("burn", "burned the bridge")],
        ),
        (
            "The guerrillas were fleeing and looting.",
            [("withdraw", "The guerrillas were fleeing"), ("loot", "The guerrillas … looting")],
        ),
    ],
)
def test_two_deeds_are_two_claims(engine: Engine, text: str, told: list[tuple[str, str]]) -> None:
    assert _told(engine, text) == told


def test_both_deeds_have_the_same_parties(engine: Engine) -> None:
    claims = claims_of(engine, "Two nurses were abducted and killed by gunmen near Bria.")
    assert [(claim.roles["agent"], claim.roles["patient"]) for claim in claims] == [
        (claims[0].roles["agent"], claims[0].roles["patient"])
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Troops shot and wounded a farmer.",
        "The planes bombed and destroyed the depot.",
        "Soldiers engaged and killed three rebels.",
        "Police arrested and charged two men.",
    ],
)
def test_means_and_harm_are_one_claim(engine: Engine, text: str) -> None:
    assert len(claims_of(engine, text)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The governor confirmed the killing of 15 farmers and the abduction of six others in Zaru district.",
            [("kill", "the killing of 15 farmers"), ("abduct", "the abduction of six others in Zaru district")],
        ),
        (
            "The clash left seven guerrillas dead, nine wounded and two captured.",
            [
                ("kill", "The clash left seven guerrillas dead"),
                ("wound", "The clash left … nine wounded"),
                ("arrest", "two captured"),
            ],
        ),
        (
            "Raiders stormed the market, looted shops, wounded ten.",
            [("attack", "Raiders stormed the market"), ("loot", "looted shops"), ("wound", "wounded ten")],
        ),
        (
            "The rebels attacked the post, seized weapons and burned two cars.",
            [
                ("attack", "The rebels attacked the post"),
                ("losses", "seized weapons"),
                ("burn", "burned two cars"),
            ],
        ),
        (
            "Troops killed 12, wounded 30 and captured five others near Sokolo.",
            [("kill", "Troops killed 12"), ("wound", "wounded 30"), ("arrest", "captured five others near Sokolo")],
        ),
    ],
)
def test_deeds_in_a_row_are_told_one_by_one(engine: Engine, text: str, told: list[tuple[str, str]]) -> None:
    assert _told(engine, text) == told


def test_a_participle_without_an_object_stays_one(engine: Engine) -> None:
    text = "Soldiers freed the village, held by rebels since May."
    assert _told(engine, text) == [("retake", "Soldiers freed the village"), ("hold", "held by rebels since May")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The unit suffered eight dead and three wounded.",
            [("kill", "The unit suffered eight dead"), ("wound", "three wounded")],
        ),
        (
            "The base had been destroyed, with nine guards and two raiders dead.",
            [("losses", "The base had been destroyed"), ("kill", "nine guards and two raiders dead")],
        ),
        (
            "Ten men were wounded during fighting in two districts.",
            [("wound", "Ten men were wounded"), ("clash", "fighting in two districts")],
        ),
        (
            "The bishops condemned the killing of 15 farmers in Zaru district by gunmen.",
            [("kill", "the killing of 15 farmers in Zaru district by gunmen")],
        ),
        (
            "Many rebels were killed and injured in the raid.",
            [("kill", "Many rebels were killed and injured in the raid")],
        ),
    ],
)
def test_counts_and_nouns_beside_a_deed_are_told_apart(engine: Engine, text: str, told: list[tuple[str, str]]) -> None:
    assert _told(engine, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Army Frees Village Kills 40 Militants in Week",
            [("retake", "Army Frees Village"), ("kill", "Kills 40 Militants in Week")],
        ),
        (
            "Al-Shabaab regained control of Bor after dawn.",
            [("retake", "Al-Shabaab regained control of Bor after dawn")],
        ),
        ("The brigade suffered five dead near Djibo.", [("kill", "The brigade suffered five dead near Djibo")]),
        ("Troops engage and kill three insurgents.", [("kill", "Troops engage and kill three insurgents")]),
        (
            "Three leaders were slain in Bakel and two women, accused of spying, were killed in Chandri.",
            [
                ("kill", "Three leaders were slain in Bakel"),
                ("kill", "two women, accused of spying, were killed in Chandri"),
            ],
        ),
    ],
)
def test_deeds_are_found_whatever_the_parser_made_of_their_verbs(
    engine: Engine, text: str, told: list[tuple[str, str]]
) -> None:
    assert _told(engine, text) == told


def test_reports_of_shelling_tell_of_it_and_no_reports_do_not(engine: Engine) -> None:
    there = _told(engine, "There were reports of shelling in the town.")
    assert ("shelling", "shelling in the town") in there
    none = claims_of(engine, "There were no reports of shelling in the town.")
    assert [claim.act for claim in none if claim.codeable] == []
