"""Who owns up to a deed, who is said to be behind it, and who denies a share in it."""

from __future__ import annotations

import pytest

from dateline.claim.codeable import CONFLICT_ACTS
from dateline.model.record import Claim
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.claim.reading import claims_of, only


def agents(engine: Engine, text: str, part: str) -> list[str]:
    """The words for the agents of the shortest claim with these words."""
    case = run(Report.of(text), engine=engine).case
    found = [c for c in case.claims if part in " … ".join(span.quote for span in c.spans)]
    claim = min(found, key=lambda one: sum(len(span.quote) for span in one.spans))
    return [case.resolution.mention(mention).span.quote for mention in claim.roles.get("agent", ())]


def admission(engine: Engine, text: str) -> Claim:
    (found,) = [claim for claim in claims_of(engine, text) if claim.act == "claim_responsibility"]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "JNIM claimed the attack.",
        "Al-Shabaab has claimed the bombing of a hotel in Mogadishu.",
        "The militia claims the abduction of two teachers in Bor.",
        "The ambush was claimed by the Islamic State.",
        "Claiming the assault, the rebels said they had killed 12 soldiers.",
        "The rebels claimed credit for the downing of a helicopter.",
        "The army took responsibility for the strike on the camp.",
        "Responsibility for the raid was claimed by JNIM.",
        "The raid, which the rebels claimed on Telegram, killed nine soldiers.",
        "The militants admitted the killing of the priest.",
    ],
)
def test_owning_up_to_a_deed_is_a_claim_of_responsibility(engine: Engine, text: str) -> None:
    found = admission(engine, text)
    assert (found.modality, found.polarity, found.kind) == ("asserted", "positive", "statement")
    assert found.roles.get("agent")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The Houthis claimed the missile strike on a tanker off Yemen.", "the missile strike"),
        ("The Taliban claimed the killing of a judge in Kabul.", "the killing"),
        ("Seven soldiers died in an attack claimed by JNIM near Gao.", "an attack"),
        ("Al-Shabaab claimed responsibility for a bombing that killed eight people in Mogadishu.", "that killed"),
        ("The rebels claimed responsibility for shelling the airport.", "shelling the"),
    ],
)
def test_what_somebody_claims_is_told_again_with_him_as_doer(engine: Engine, text: str, part: str) -> None:
    found = only(engine, text, part)
    assert (found.modality, len(found.voices)) == ("claimed", 2)
    assert agents(engine, text, part)


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed the attack.",
        "Nobody has yet claimed the abduction of the priest.",
        "The rebels did not claim the raid on Bria.",
    ],
)
def test_a_deed_that_nobody_claims_is_the_narrators(engine: Engine, text: str) -> None:
    assert (admission(engine, text).polarity, admission(engine, text).modality) == ("negative", "asserted")
    assert all(len(claim.voices) == 1 for claim in claims_of(engine, text))


@pytest.mark.parametrize(
    "text",
    [
        "The rebels claimed victory in Sake.",
        "The war claimed 40 lives.",
        "The blast claimed many casualties.",
        "The family claimed the body of the dead soldier.",
        "The minister claimed the attack had been repelled.",
        "The minister took responsibility for the reforms.",
        "The army claimed the capture of Bunia.",
        "The army admitted heavy losses in Sake.",
    ],
)
def test_boasts_tolls_and_bodies_are_no_admission(engine: Engine, text: str) -> None:
    assert [claim for claim in claims_of(engine, text) if claim.act == "claim_responsibility"] == []


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("The army said that JNIM was behind the killing of the priest.", "behind", "kill"),
        ("Police believe the rebels are behind the abduction of two nurses in Jos.", "behind", "abduct"),
        ("The governor said that bandits were responsible for the attack on the market.", "responsible", "attack"),
    ],
)
def test_who_is_behind_a_deed_is_its_doer(engine: Engine, text: str, part: str, act: str) -> None:
    found = only(engine, text, part)
    assert (found.act, found.modality) == (act, "attributed")
    assert agents(engine, text, part)
    assert len(claims_of(engine, text)) == 1


@pytest.mark.parametrize("text", ["The house is behind the market.", "The minister is responsible for the budget."])
def test_what_is_no_deed_has_nobody_behind_it(engine: Engine, text: str) -> None:
    (claim,) = claims_of(engine, text)
    assert claim.act not in (*CONFLICT_ACTS, "claim_responsibility")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The rebels denied being behind the bombing.", "attack"),
        ("The rebels denied that they were behind the abduction.", "abduct"),
        ("The army denied any role in the massacre.", "kill"),
        ("The M23 denied involvement in the killing of the mayor.", "kill"),
        ("Ethiopia denied responsibility for the strike.", "attack"),
    ],
)
def test_denying_a_share_in_a_deed_denies_the_deed(engine: Engine, text: str, act: str) -> None:
    (found,) = claims_of(engine, text)
    assert (found.act, found.modality, found.polarity) == (act, "denied", "negative")
    assert found.roles.get("agent")
