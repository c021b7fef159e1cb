"""Clauses that the rules name no act for: what the learned reader makes of them, and of what it keeps out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.claim.by_words import OPEN, SURE, SURER, surer
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.model.record import Claim
from dateline.pipeline import Engine
from tests.claim.reading import by_rules, claims_of


def without_words(engine: Engine, text: str) -> tuple[Claim, ...]:
    return claims_of(by_rules(engine), text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A sack of maize now costs 7,000 shillings.", "assess"),
        ("Our photographers were not let through at the gate.", "access"),
        ("The envoys haggled over every comma of the text.", "talk"),
    ],
)
def test_what_no_rule_names_is_read_from_its_words(engine: Engine, text: str, act: str) -> None:
    (claim,) = claims_of(engine, text)
    (before,) = without_words(engine, text)
    assert (claim.act, claim.predicate, claim.extractor) == (act, act, "rules+words")
    assert (before.act, before.extractor) == ("characterise", "rules")
    assert not claim.codeable
    assert claim.why


@pytest.mark.parametrize(
    "text",
    [
        "The regiment bears the name of a queen.",
        "The battalion is made up of reservists from the coast.",
        "The faction split off from the league of bakers in 1998.",
    ],
)
def test_what_only_describes_stays_a_description(engine: Engine, text: str) -> None:
    (claim,) = claims_of(engine, text)
    assert (claim.act, claim.extractor) == ("characterise", "rules")


@pytest.mark.parametrize(
    "text",
    ["Gunmen killed two herders near Jos.", "The rebels left the town of Sake on Monday, the army said."],
)
def test_what_the_rules_name_is_not_read_again(engine: Engine, text: str) -> None:
    assert claims_of(engine, text) == without_words(engine, text)


@pytest.mark.parametrize(
    ("text", "ruled", "act"),
    [
        ("The mediators rejected the terms of the duke.", "say", "agree"),
    ],
)
def test_what_a_rule_names_is_doubted_where_the_words_speak_against_it(
    engine: Engine, text: str, ruled: str, act: str
) -> None:
    (before,), (claim,) = without_words(engine, text), claims_of(engine, text)
    assert (before.act, claim.act, claim.codeable, claim.read_from_words) == (ruled, act, False, True)


@pytest.mark.parametrize("text", ["The nurses flew home on Friday."])
def test_what_else_people_do_is_left_to_the_rule_that_names_it(engine: Engine, text: str) -> None:
    (claim,) = claims_of(engine, text)
    assert (claim.act, claim.extractor) == ("other", "rules")


def test_an_act_must_be_far_likelier_than_that_of_the_rules() -> None:
    assert surer({"say": 0.6, "talk": 0.5 / SURER}, "talk", "meet") == "say"
    assert surer({"say": 0.6, "talk": 0.7 / SURER}, "talk", "meet") == "talk"


@pytest.mark.parametrize("chances", [{}, {"say": 0.9}])
def test_an_act_that_the_reader_does_not_know_stays(chances: dict[str, float]) -> None:
    assert surer(chances, "talk", "meet") == "talk"


@pytest.mark.parametrize("act", ["kill", "say"])
def test_any_act_needs_the_same_chance(act: str) -> None:
    assert surer({act: SURE - 0.01, "characterise": 0.1}, "characterise", "characterise_as") == "characterise"
    assert surer({act: SURE + 0.01, "characterise": 0.1}, "characterise", "characterise_as") == act


def test_where_no_rule_names_an_act_the_likeliest_is_believed() -> None:
    assert surer({"say": 0.5, "characterise": 0.45}, "characterise", "characterise_as") == "say"
    assert surer({"say": 0.5, "characterise": 0.45}, "characterise", "label") == "characterise"


def test_only_acts_that_make_no_event_are_doubted() -> None:
    assert not OPEN & CONFLICT_ACTS


def test_nothing_else_of_a_claim_hangs_on_it(engine: Engine) -> None:
    text = (
        "Police said a sack of maize now costs 7,000 shillings in Lodwar. The judges adjourned as rebels raided a farm."
    )
    told = {"act": "", "predicate": "", "kind": "event", "why": None, "extractor": ""}
    rows = [[replace(claim, **told) for claim in read(engine, text)] for read in (claims_of, without_words)]  # type: ignore[arg-type]
    assert rows[0] == rows[1]
