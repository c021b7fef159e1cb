"""Whose deed it is that a noun tells, and who brought about what came of it."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def agents(engine: Engine, text: str, act: str) -> list[str]:
    """The words that name who did the first act of this kind."""
    case = run(Report.of(text), engine=engine).case
    claim = next(claim for claim in case.claims if claim.act == act)
    return [case.resolution.mention(one).span.quote for one in claim.roles.get("agent", ())]


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("An ambush by JNIM fighters near Tera killed 29 soldiers.", "kill", ["JNIM"]),
        ("Shelling by the army killed three people in Nuba.", "kill", ["army"]),
        ("A Hezbollah rocket attack on Safed killed a soldier.", "kill", ["Hezbollah"]),
        ("Five villagers died in a raid by gunmen on Barkin Ladi.", "kill", ["gunmen"]),
        ("Two children were killed in an Israeli strike on Khan Younis.", "kill", ["Israeli"]),
        ("The killing of a chief by gunmen sparked protests in Daraa.", "kill", ["gunmen"]),
        ("A Russian missile attack on a dairy near Kherson wounded nine people.", "wound", ["Russian"]),
        ("Five people died in an Israeli air raid on Khan Younis.", "kill", ["Israeli"]),
        ("French and Malian air strikes killed nine people near Gao.", "kill", ["French", "Malian"]),
        ("RSF artillery shelling killed six people in Omdurman.", "kill", ["RSF"]),
        ("A rebel rocket attack left two people dead in Goma.", "kill", ["rebel"]),
        ("The base attack killed five people in Gao.", "kill", []),
        ("An Israeli missile hit a house in Rafah, killing three people.", "kill", ["Israeli"]),
        ("Fighter jets of the coalition bombed a bridge in Saada.", "air_strike", ["coalition"]),
        ("Coalition fighter jets bombed a bridge in Saada.", "air_strike", ["Coalition"]),
        ("Four people were killed in a police raid in Davao.", "kill", ["police"]),
        ("The post came under attack from Boko Haram fighters near Diffa.", "attack", ["Boko Haram"]),
        ("The rebels answered the army's shelling of Idlib.", "shelling", ["army"]),
        ("The militia avenged the army's attack on Bunia.", "attack", ["army"]),
        ("Troops held their ground, prompting NPA fighters to run away.", "withdraw", ["NPA"]),
        ("The shelling led villagers to leave Kani.", "displace", ["villagers"]),
        ("A gunman stopped the bus as it neared Goma and shot the driver.", "attack", ["gunman"]),
        ("He and other villagers had cremated the dead near Goma.", "kill", []),
        ("An attack from Syria killed two people in Hatay.", "attack", []),
    ],
)
def test_whoever_struck_brought_about_what_came_of_it(engine: Engine, text: str, act: str, doers: list[str]) -> None:
    assert agents(engine, text, act) == doers


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Three people were wounded in clashes with rebels near Sake.", "wound"),
        ("The killing of a chief by gunmen sparked protests in Daraa.", "protest"),
    ],
)
def test_a_clash_has_two_sides_and_a_murder_does_not_protest(engine: Engine, text: str, act: str) -> None:
    case = run(Report.of(text), engine=engine).case
    assert all("agent" not in claim.roles for claim in case.claims if claim.act == act)


def test_a_convoy_acts_itself(engine: Engine) -> None:
    assert agents(engine, "The convoy of evacuees reached Port Sudan safely.", "enter") == ["evacuees"]


def test_the_body_that_speaks_for_a_tribe_is_no_corpse(engine: Engine) -> None:
    case = run(Report.of("The Hmar Council, the apex body of the tribe, called a strike."), engine=engine).case
    assert all(claim.act != "kill" for claim in case.claims)


@pytest.mark.parametrize(
    ("text", "act", "doers", "others"),
    [
        ("There was a three-hour assault by 150 policemen on Taraba.", "attack", ["policemen"], []),
        ("The army left Goma, allowing the rebels' capture of Bukavu.", "capture", ["rebels"], []),
        ("The army left Goma, enabling the rebel capture of Bukavu.", "capture", ["rebel"], []),
        ("The army suffered a rebel attack in Goma.", "attack", ["rebel"], ["army"]),
        ("Rebels repelled an army attack on Goma.", "repel", ["Rebels"], ["army"]),
        ("Residents fled the army's bombardment of Idlib.", "displace", ["Residents"], []),
        ("Four policemen sustained injuries in the blast near Mosul.", "wound", [], ["policemen"]),
        ("Six rebels received injuries in Aleppo.", "wound", [], ["rebels"]),
        ("The clinic received six rebels with burns in Aleppo.", "wound", [], ["rebels"]),
        ("The rebels pulled out of Goma.", "withdraw", ["rebels"], []),
        ("Villagers abducted as gunmen storm Kaduna", "abduct", [], ["Villagers"]),
        ("Gunmen abducted villagers in Kaduna.", "abduct", ["Gunmen"], ["villagers"]),
    ],
)
def test_a_deed_is_done_by_its_owner_and_not_to_him(
    engine: Engine, text: str, act: str, doers: list[str], others: list[str]
) -> None:
    case = run(Report.of(text), engine=engine).case
    found = next((claim.roles for claim in case.claims if claim.act == act), {})
    quotes = {
        role: [case.resolution.mention(one).span.quote for one in found.get(role, ())] for role in ("agent", "patient")
    }
    assert quotes == {"agent": doers, "patient": others}


def test_out_of_a_place_is_where_a_retreat_began(engine: Engine) -> None:
    case = run(Report.of("The rebels pulled out of Goma on Friday."), engine=engine).case
    assert case.resolution.mention(case.claims[0].roles["origin"][0]).span.quote == "Goma"


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ('A nun told us the militia had "killed, robbed and burned" in the camp near Savo.', "kill", ["militia"]),
        ("Troops left the outpost near Kawkareik following an attack by KNLA fighters.", "withdraw", ["Troops"]),
        ("The militia attacked a camp in Ituri, prompting protests against the army.", "protest", []),
        ("The gunmen attacked the guards, sparking a gunfight.", "clash", ["gunmen"]),
        ("Giving insight into the attack, a resident said farmers were killed in Bunia.", "kill", []),
        ("Its fighters were able to take their dead with them from Jolo.", "kill", []),
        ("Resistance groups clashed with the junta in Demoso.", "clash", ["Resistance groups", "junta"]),
        ("Two rebel attacks killed nine people in Goma.", "kill", ["rebel"]),
        ("The army press office reported fighting in Mejicanos.", "clash", []),
        ("The army reported killing 12 rebels in Goma.", "kill", ["army"]),
    ],
)
def test_what_stands_around_a_deed_has_no_part_in_it(engine: Engine, text: str, act: str, doers: list[str]) -> None:
    case = run(Report.of(text), engine=engine).case
    found = {m: None for claim in case.claims if claim.act == act for m in claim.roles.get("agent", ())}
    assert [case.resolution.mention(one).span.quote for one in found] == doers


def test_nobody_is_read_as_doing_harm_to_his_own_side(engine: Engine) -> None:
    text = "The army entered Loikaw on Monday. They killed 30 soldiers near the bridge, a villager said."
    case = run(Report.of(text), engine=engine).case
    (claim,) = (claim for claim in case.claims if claim.act == "kill")
    assert "agent" not in claim.roles
    assert [case.resolution.mention(one).span.quote for one in claim.roles["patient"]] == ["soldiers"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Five gunmen killed two soldiers in Gao on Friday.", ["two"]),
        ("Three drones killed 11 fishermen off Baga.", ["11"]),
        ("Twenty soldiers were killed by 300 fighters near Djibo.", ["Twenty"]),
        ("The crash of two helicopters killed 15 soldiers in Menaka.", ["15"]),
        ("The attack by 40 gunmen left nine people dead in Jos.", ["nine people"]),
        ("Three gunmen shot a doctor dead in Kano on Friday.", []),
        ("The death toll rose from 12 to 19 in Goma.", ["19"]),
        ("The number of dead climbed to 19 from 12 in Goma.", ["19"]),
        ("Eight to 12 fighters were killed in Kani.", ["Eight to 12"]),
        ("The number of soldiers killed at Mansila has risen to 41.", ["41"]),
    ],
)
def test_a_toll_counts_the_dead_and_not_those_who_killed(engine: Engine, text: str, figures: list[str]) -> None:
    case = run(Report.of(text), engine=engine).case
    found = [one for claim in case.claims if claim.act == "kill" for one in claim.roles.get("quantity", ())]
    assert [case.resolution.mention(one).span.quote for one in found] == figures
