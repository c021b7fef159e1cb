from __future__ import annotations

import pytest

from dateline.export.record import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, run


def victims(engine: Engine, text: str) -> list[str]:
    """The ids of all whom the report's claims name as those who suffered."""
    found = [claim["roles"].get("patient", ()) for claim in record_json(run(Report.of(text), engine=engine))["claims"]]
    return [key for keys in found for key in ([keys] if isinstance(keys, str) else keys)]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("QUETTA, 4 May - Gunmen killed at least three paramilitary soldiers on Monday.", "act:pk-forces"),
        ("QUETTA, 4 May - Eleven policemen were wounded in Khuzdar on Monday.", "act:pk-police"),
        ("MANILA, 4 May - The blast injured two children on Monday.", "civ:children"),
        ("MANILA, 4 May - Dozens of schoolgirls were abducted on Monday.", "civ:schoolgirls"),
    ],
)
def test_counted_people_are_a_party_as_well_as_a_number(engine: Engine, text: str, victim: str) -> None:
    assert victims(engine, text) == [victim]


@pytest.mark.parametrize("who", ["five people", "six others", "nine men", "12", "two trucks", "seven family members"])
def test_a_number_of_anybody_names_no_party(engine: Engine, who: str) -> None:
    assert victims(engine, f"QUETTA, 4 May - The rocket hit {who} in Khuzdar on Monday.") == []


def test_a_number_keeps_counting(engine: Engine) -> None:
    case = run(Report.of("QUETTA, 4 May - Gunmen killed three soldiers on Monday."), engine=engine).case
    (mention,) = (m for m in case.resolution.mentions if m.kind == "quantity")
    number = case.resolution.quantity(mention.id)
    assert number is not None
    assert (number.exact, number.measure, number.noun) == (3, "killed", "soldiers")


@pytest.mark.parametrize("who", ["Rebel soldiers", "Guerrilla troops", "Separatist police", "Insurgent sailors"])
def test_soldiers_of_rebels_are_not_the_states(engine: Engine, who: str) -> None:
    case = run(Report.of(f"MANILA, 4 May - {who} burned two buses in Samar on Monday."), engine=engine).case
    (claim,) = (claim for claim in case.claims if claim.act == "burn")
    (actor,) = (case.resolution.actor(mention) for mention in claim.roles["agent"])
    assert actor is not None
    assert (actor.country, actor.kind) == (None, "armed_groups_collective")


def test_police_against_insurgents_are_the_states(engine: Engine) -> None:
    case = run(Report.of("NAIROBI, 4 May - Anti-insurgent police raided a house on Monday."), engine=engine).case
    named = [actor for m in case.resolution.mentions if (actor := case.resolution.actor(m.id)) is not None]
    assert "act:ke-police" in [actor.id for actor in named]


@pytest.mark.parametrize("things", ["three army trucks", "two police informants", "five government buildings"])
def test_what_belongs_to_a_party_is_not_its_men(engine: Engine, things: str) -> None:
    assert victims(engine, f"MANILA, 4 May - The rebels hit {things} in Samar on Monday.") == []


@pytest.mark.parametrize("who", ["Suspected Kuki militants", "Communist rebels", "Unidentified gunmen"])
def test_what_describes_gunmen_at_the_head_of_a_sentence_is_no_name(engine: Engine, who: str) -> None:
    case = run(Report.of(f"{who} killed four villagers on Monday."), engine=engine).case
    (claim,) = (claim for claim in case.claims if claim.act == "kill")
    (mention,) = claim.roles["agent"]
    assert case.resolution.mention(mention).span.quote == who
