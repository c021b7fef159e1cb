"""Whose side a claim serves."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.claim.reading import only


@pytest.mark.parametrize(
    ("text", "part", "interest"),
    [
        ("The Kenyan army said on Monday that it had destroyed two boats near Lamu.", "destroyed", "self_serving"),
        ("The Kenyan army said on Monday that it had killed nine militants near Lamu.", "killed", "self_serving"),
        ("The Kenyan army said on Monday that it had killed four civilians near Lamu.", "killed", "against_interest"),
        (
            "The Kenyan army said on Monday that its troops had wounded three farmers near Lamu.",
            "wounded",
            "against_interest",
        ),
        ("The Kenyan army said on Monday that it had driven militants out of Lamu.", "driven", "self_serving"),
        (
            "The Kenyan army said on Monday that militants had driven soldiers out of Lamu.",
            "driven",
            "against_interest",
        ),
        ("The Kenyan army said on Monday that it had lost four soldiers near Lamu.", "lost", "against_interest"),
        (
            "Fighting went on near Lamu. “We left the bridge on Monday,” a spokesman for the Kenyan army said.",
            "We left the bridge",
            "against_interest",
        ),
    ],
)
def test_what_a_party_tells_of_its_own_acts(engine: Engine, text: str, part: str, interest: str) -> None:
    assert only(engine, text, part).interest == interest


def test_who_blames_the_enemy_serves_his_own_side(engine: Engine) -> None:
    text = "Shells killed two people in Kunduz on Monday. The Taliban blamed the Afghan army; the Afghan army blamed the Taliban."
    claims = [only(engine, text, part) for part in ("The Taliban blamed", "the Afghan army blamed the")]
    assert [claim.interest for claim in claims] == ["self_serving", "self_serving"]


def test_nobody_knows_the_side_of_a_group_that_only_this_report_names(engine: Engine) -> None:
    text = "Resistance fighters seized an outpost near Falam on Sunday, a spokesman for the Chin Brotherhood said."
    assert only(engine, text, "seized").interest != "against_interest"


@pytest.mark.parametrize(
    ("text", "part", "interest"),
    [
        ("The Kenyan army said on Monday that it had searched two villages near Lamu.", "searched", "self_serving"),
        ("The Kenyan army said on Monday that its troops had not shot at farmers near Lamu.", "shot", "self_serving"),
        ("The Kenyan army said on Monday that it had bombed a convoy of lorries near Lamu.", "bombed", "self_serving"),
        ("The Kenyan army said on Monday that Lamu had been liberated.", "liberated", "self_serving"),
        ("The Kenyan army said on Monday that Lamu had been captured.", "captured", "neutral"),
        ("A shopkeeper said on Monday that Lamu had been liberated.", "liberated", "neutral"),
    ],
)
def test_a_party_is_proud_of_its_searches_strikes_and_liberations(
    engine: Engine, text: str, part: str, interest: str
) -> None:
    assert only(engine, text, part).interest == interest


@pytest.mark.parametrize(
    ("who", "interest"),
    [
        ("Our fighters", "self_serving"),
        ("Our brave boys", "self_serving"),
        ("Gunmen", "neutral"),
        ("Our reporter says gunmen", "neutral"),
    ],
)
def test_the_outlet_of_a_group_speaks_for_it_where_it_says_our_fighters(
    engine: Engine, who: str, interest: str
) -> None:
    text = f"{who} attacked a garrison near Perquin on Monday. A lorry was destroyed."
    found = run(Report.of(text, source="Radio Venceremos"), engine=engine).case.claims
    assert next(claim for claim in found if claim.act == "losses").interest == interest


@pytest.mark.parametrize("part", ["captured", "besieged"])
def test_an_outlet_with_a_side_tells_news_of_both_sides(engine: Engine, part: str) -> None:
    text = f"Syrian troops {part} Azaz on Monday."
    (claim,) = run(Report.of(text, source="Al-Manar"), engine=engine).case.claims
    assert claim.interest == "neutral"


@pytest.mark.parametrize(
    ("text", "part", "interest"),
    [
        ("The Kenyan army said terrorists shelled a clinic near Lamu.", "shelled", "self_serving"),
        ("A Kenyan police source said militants burned a bus near Lamu.", "burned", "self_serving"),
        ("Kenyan state television said militants burned a bus near Lamu.", "burned", "self_serving"),
        ("Kenyan military sources said the army had left Lamu.", "left", "against_interest"),
        ("A Kenyan police source said gunmen burned a bus near Lamu.", "burned", "neutral"),
        ("A shopkeeper in Lamu said militants burned a bus.", "burned", "neutral"),
    ],
)
def test_a_state_its_unnamed_sources_and_its_television_tell_of_irregulars_for_its_side(
    engine: Engine, text: str, part: str, interest: str
) -> None:
    assert only(engine, text, part).interest == interest


COMMUNIQUE = "GENERAL COMMAND OF THE KENYAN ARMY\nCommuniqué No. 9 – Nairobi, 3 May 2024\n\n"


@pytest.mark.parametrize(
    ("text", "part", "interest"),
    [
        ("Our forces took the hamlet of Pangani on Thursday.", "took", "self_serving"),
        ("The enemy burned nine houses.", "burned", "self_serving"),
        ("The enemy left twelve dead behind.", "dead", "self_serving"),
        ("Pangani is in our hands.", "hands", "self_serving"),
        ("Three of our comrades were killed.", "killed", "against_interest"),
        ("Our units pulled out of Pangani at noon.", "pulled", "against_interest"),
        ("Fighting went on until noon.", "Fighting", "neutral"),
        ("Pangani is 30 kilometres north of Lamu.", "30 kilometres", "neutral"),
    ],
)
def test_a_force_that_issues_its_own_communique_tells_for_its_side(
    engine: Engine, text: str, part: str, interest: str
) -> None:
    assert only(engine, COMMUNIQUE + text, part).interest == interest


@pytest.mark.parametrize(
    ("text", "part", "interest"),
    [
        ("An army spokesman in Kenya admitted a withdrawal from the hill.", "withdrawal", "against_interest"),
        ("A Kenyan army spokesman conceded that the bridge had been lost.", "lost", "against_interest"),
        ("The Kenyan defence ministry reported 12 deaths among its troops.", "deaths", "against_interest"),
        ("The Kenyan army admitted that it had killed four militants.", "killed", "self_serving"),
        ("The Red Cross acknowledged that Pangani had been shelled.", "shelled", "neutral"),
        ("A shopkeeper admitted that Pangani had been shelled.", "shelled", "neutral"),
    ],
)
def test_a_party_concedes_against_its_interest(engine: Engine, text: str, part: str, interest: str) -> None:
    assert only(engine, text, part).interest == interest


@pytest.mark.parametrize(
    ("text", "part", "interest"),
    [
        ("The Kenyan army said it drove out a band of saboteurs near Lamu.", "drove", "self_serving"),
        ("The Kenyan military said its aircraft had killed dozens of militants.", "killed", "self_serving"),
        ("The Kenyan army said twelve rebels were dead.", "dead", "self_serving"),
        ("The Kenyan army said nine soldiers were dead.", "dead", "against_interest"),
        ("The Kenyan army said two villagers were dead.", "dead", "neutral"),
    ],
)
def test_those_who_are_counted_as_dead_or_driven_out(engine: Engine, text: str, part: str, interest: str) -> None:
    assert only(engine, text, part).interest == interest


@pytest.mark.parametrize(
    ("text", "part", "interest"),
    [
        ("The Kenyan army said on Monday that 14 drones were shot down near Lamu.", "were shot down", "self_serving"),
        ("The Kenyan army said on Monday that six militants were captured near Lamu.", "captured", "self_serving"),
        ("A shopkeeper said on Monday that 14 drones were shot down near Lamu.", "were shot down", "neutral"),
        ("The Kenyan army said on Monday that one soldier was killed near Beirut.", "was killed", "against_interest"),
    ],
)
def test_what_only_an_enemy_loses_serves_who_tells_it(engine: Engine, text: str, part: str, interest: str) -> None:
    assert only(engine, text, part).interest == interest


@pytest.mark.parametrize(
    ("text", "part", "interest"),
    [
        ("The Houthis' news agency said that its men had captured the ridge.", "captured", "self_serving"),
        ("Hezbollah's television channel said that its men had left the ridge.", "left", "against_interest"),
        ("The army's press office said that 20 militants had been killed near Baidoa.", "killed", "self_serving"),
        ("The city's radio station said that rebels had captured the ridge.", "captured", "neutral"),
        ("The bishop's newspaper said that 20 militants had been killed near Baidoa.", "killed", "neutral"),
    ],
)
def test_the_outlet_of_a_party_speaks_for_it(engine: Engine, text: str, part: str, interest: str) -> None:
    assert only(engine, f"MOGADISHU, Somalia, June 3 - {text}", part).interest == interest


@pytest.mark.parametrize(
    ("text", "part", "interest"),
    [
        ("The Kenyan army said on Monday that the enemy had fled Lamu.", "had fled", "self_serving"),
        ("“The enemy lost nine men near Lamu,” a spokesman for the Kenyan army said.", "lost nine", "self_serving"),
        ("A fisherman said the enemy had fled Lamu.", "had fled", "neutral"),
        ("The Kenyan defence ministry put its own dead at six.", "its own dead", "against_interest"),
        ("The Kenyan army said it had shelled villages held by al-Shabaab.", "held by", "neutral"),
    ],
)
def test_who_is_called_the_enemy_is_one_and_own_dead_are_conceded(
    engine: Engine, text: str, part: str, interest: str
) -> None:
    """What the enemy already held is no admission."""
    assert only(engine, text, part).interest == interest
