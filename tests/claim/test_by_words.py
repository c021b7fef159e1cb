"""Clauses that the rules name no act for: what the learned reader makes of them, and of what it keeps out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.claim import attribute
from dateline.claim.by_words import OPEN, SURE, SURER, surer
from dateline.claim.claims import clauses_of, material_of
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.features import features
from dateline.mark import mark
from dateline.model.record import Claim
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine, run
from dateline.reference.act_words import ActWords
from dateline.resolve import resolve
from tests.claim.reading import claims_of


def without_words(engine: Engine, text: str) -> tuple[Claim, ...]:
    reference = replace(engine.reference, act_words=ActWords(file=Path("/nowhere/act_words.tsv.gz")))
    return run(Report.of(text), engine=replace(engine, reference=reference)).case.claims


def features_of(engine: Engine, text: str) -> frozenset[str]:
    parsed = parse(Report.of(text), parser=engine.parser)
    resolution = resolve(parsed, mark(parsed, reference=engine.reference), reference=engine.reference)
    told, _ = attribute(parsed, resolution, reference=engine.reference)
    material = material_of(parsed, resolution, told, reference=engine.reference)
    (clause,) = clauses_of(material)
    return features(material, clause, act="characterise", predicate="characterise_as")


def test_features_are_words_arguments_and_classes(engine: Engine) -> None:
    found = features_of(engine, "The soldiers hung 14 lamps on the bridge.")
    assert {"w lamp", "core hang", "way verb main", "whom is lamp", "hang whom is lamp"} <= found
    assert {"stem sold", "stem soldi", "stem brid", "rules characterise", "rules characterise_as characterise"} <= found
    assert any(feature.startswith("who ") and "force" in feature for feature in found)


def test_a_name_is_what_it_names(engine: Engine) -> None:
    assert features_of(engine, "The lorries crossed into Chad.") == features_of(
        engine, "The lorries crossed into Mali."
    )


def test_a_passive_has_its_subject_as_object(engine: Engine) -> None:
    assert "hang whom is lamp" in features_of(engine, "The lamps were hung by the soldiers.")


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


@pytest.mark.parametrize("text", ["No planes flew over the harbour all day.", "The nurses flew home on Friday."])
def test_what_else_people_do_is_left_to_the_rule_that_names_it(engine: Engine, text: str) -> None:
    (claim,) = claims_of(engine, text)
    assert (claim.act, claim.extractor) == ("other", "rules")


def test_an_act_must_be_far_likelier_than_that_of_the_rules() -> None:
    assert surer({"say": 0.5, "talk": 0.4 / SURER}, "talk", "meet") == "say"
    assert surer({"say": 0.5, "talk": 0.45}, "talk", "meet") == "talk"
    assert surer({}, "talk", "meet") == "talk"


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
