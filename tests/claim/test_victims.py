"""Who suffered and who did it, where the words that tell are not subject and object."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def players(engine: Engine, text: str, act: str, role: str) -> list[str]:
    """The words of all who play a role in the claims of an act."""
    case = run(Report.of(text), engine=engine).case
    found = (mention for claim in case.claims if claim.act == act for mention in claim.roles.get(role, ()))
    return list(dict.fromkeys(case.resolution.mention(mention).span.quote for mention in found))


@pytest.mark.parametrize(
    ("text", "act", "doer"),
    [
        ("Nine policemen died on Friday in a raid staged by rebels near Kindu.", "kill", "rebels"),
        ("Four soldiers were hurt in a raid carried out by gunmen near Tank on Friday.", "wound", "gunmen"),
        ("Two bombs planted by separatists killed three drivers in Yala on Friday.", "kill", "separatists"),
        ("A mine thought to have been laid by insurgents killed a girl near Kidal on Friday.", "kill", "insurgents"),
        ("The governor survived an assassination attempt by gunmen near Tank on Friday.", "attack", "gunmen"),
    ],
)
def test_the_doer_stands_behind_the_deed_or_the_weapon(engine: Engine, text: str, act: str, doer: str) -> None:
    assert doer in players(engine, text, act, "agent")


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("The governor survived a bomb attack near Tank on Friday.", "governor"),
        ("The army suffered an attack by rebels near Kindu on Friday.", "army"),
        ("The mayor narrowly escaped an assassination attempt near Tank on Friday.", "mayor"),
    ],
)
def test_who_lived_through_an_attack_did_not_make_it(engine: Engine, text: str, victim: str) -> None:
    assert players(engine, text, "attack", "patient") == [victim]
    assert victim not in players(engine, text, "attack", "agent")


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("A farmer was shot dead by gunmen near Pattani on Friday.", "farmer"),
        ("Gunmen beheaded a village elder near Pattani on Friday.", "village elder"),
        ("A soldier was killed and a nurse wounded near Pattani on Friday.", "soldier"),
        ("Gunmen killed nine villagers near Pattani on Friday.", "villagers"),
    ],
)
def test_somebody_who_is_harmed_is_named(engine: Engine, text: str, victim: str) -> None:
    case = run(Report.of(text), engine=engine).case
    (claim,) = (claim for claim in case.claims if claim.act == "kill")
    (mention,) = claim.roles["patient"]
    actor = case.resolution.actor(mention)
    assert case.resolution.mention(mention).span.quote == victim
    assert actor is not None
    assert not actor.anonymous


@pytest.mark.parametrize(
    ("text", "act", "victim"),
    [
        ("The dead included four policemen and a driver.", "kill", "policemen"),
        ("The wounded included three children.", "wound", "children"),
        ("Among the wounded were six soldiers.", "wound", "soldiers"),
        ("Among the dead were a nurse and three soldiers.", "kill", "soldiers"),
    ],
)
def test_who_was_among_the_dead_and_the_wounded(engine: Engine, text: str, act: str, victim: str) -> None:
    told = f"A bomb went off in a market in Kano on Friday. {text}"
    assert victim in players(engine, told, act, "patient")
    assert players(engine, told, act, "agent") == []


@pytest.mark.parametrize("text", ["The deal included a ceasefire.", "The village was among the poorest."])
def test_what_includes_or_is_among_others_tells_of_no_dead(engine: Engine, text: str) -> None:
    case = run(Report.of(f"A bomb went off in a market in Kano on Friday. {text}"), engine=engine).case
    assert [claim.kind for claim in case.claims if claim.kind == "casualty"] == []


def test_the_second_victim_is_not_the_first(engine: Engine) -> None:
    text = "One soldier was killed and another injured near Tank on Friday."
    assert players(engine, text, "wound", "patient") == []


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Rebels ambushed an army convoy near Tank on Friday.", "army"),
        ("Gunmen opened fire on a police van near Tank on Friday.", "police"),
        ("A bomb hit a police checkpost near Tank on Friday.", "police"),
    ],
)
def test_whose_vehicle_is_struck_is_struck(engine: Engine, text: str, victim: str) -> None:
    act = "ambush" if "ambush" in text else "attack"
    assert players(engine, text, act, "patient") == [victim]


@pytest.mark.parametrize("text", ["Police vehicles stood near the market.", "The army plane crashed in fog on Friday."])
def test_vehicles_that_nobody_strikes_name_no_party(engine: Engine, text: str) -> None:
    case = run(Report.of(text), engine=engine).case
    assert [m.span.quote for m in case.resolution.mentions if m.kind == "actor"] == []


@pytest.mark.parametrize(
    "text", ["Four troops embraced martyrdom in Kech.", "Two soldiers laid down their lives in Kech."]
)
def test_who_gave_his_life_killed_nobody(engine: Engine, text: str) -> None:
    assert players(engine, text, "kill", "agent") == []
    assert len(players(engine, text, "kill", "patient")) == 1


@pytest.mark.parametrize(
    ("text", "act", "doer"),
    [
        ("Six teachers were killed and three wounded in a raid by gunmen near Tank.", "kill", "gunmen"),
        ("Two nurses were killed while six were wounded in a raid by rebels.", "kill", "rebels"),
        ("Twenty people were killed and nine injured by bandits near Tank.", "kill", "bandits"),
    ],
)
def test_one_occasion_serves_all_who_were_hurt(engine: Engine, text: str, act: str, doer: str) -> None:
    assert players(engine, text, act, "agent") == [doer]


def test_whom_they_met_in_a_fight_is_inferred_and_says_so(engine: Engine) -> None:
    text = "Ten rebels were killed in a skirmish with the army near Tank."
    assert players(engine, text, "kill", "agent") == ["army"]
    (claim,) = (claim for claim in run(Report.of(text), engine=engine).case.claims if claim.act == "kill")
    assert claim.bases == {"agent": "clash"}


@pytest.mark.parametrize(
    "text",
    [
        "Two guards were killed in Kano and a driver was wounded in a raid by bandits in Zaria.",
        "Two soldiers and five rebels were killed in a clash with rebels near Goma.",
        "Nine people were killed in clashes with police near Goma.",
        "Four rebels were killed while the army lost two men in an ambush near Goma.",
    ],
)
def test_who_killed_is_left_open_where_the_words_leave_it_open(engine: Engine, text: str) -> None:
    assert players(engine, text, "kill", "agent") == []


def test_who_swooped_down_on_a_village_did_it(engine: Engine) -> None:
    text = "A group of 40 Fulani militants, armed with rifles, swooped down on a village near Jos on Monday."
    assert players(engine, text, "attack", "agent") == ["Fulani militants"]
    assert players(engine, text, "attack", "patient") == []


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Captain Juma led 20 soldiers in a raid on the rebels near Bor on Monday.", ["rebels"]),
        ("In another clash with rebels, this time in Bor, soldiers killed a guerrilla.", ["guerrilla"]),
    ],
)
def test_whom_he_led_are_not_whom_he_struck(engine: Engine, text: str, victims: list[str]) -> None:
    act = "attack" if "raid" in text else "kill"
    assert players(engine, text, act, "patient") == victims


def test_soldiers_who_killed_after_a_clash_with_rebels_killed(engine: Engine) -> None:
    text = "In another clash with rebels, this time in Bor, soldiers killed a guerrilla."
    assert players(engine, text, "kill", "agent") == ["soldiers"]


def test_who_set_off_the_bomb_killed_with_it(engine: Engine) -> None:
    text = "Nine policemen were killed in a blast triggered by rebels near Gaya on Monday."
    assert players(engine, text, "kill", "agent") == ["rebels"]


@pytest.mark.parametrize(
    ("text", "act", "doer"),
    [
        ("Five people were killed in shelling by the rebels in Aleppo on Monday.", "kill", "rebels"),
        ("Three children were killed in artillery shelling by Russian forces in Nikopol.", "kill", "Russian forces"),
        (
            "Three children were killed in artillery shelling by Russian forces in Nikopol.",
            "shelling",
            "Russian forces",
        ),
        ("Firing by Turkish troops injured a girl near Afrin on Monday.", "wound", "Turkish troops"),
    ],
)
def test_a_gerund_with_its_doer_behind_it_has_no_other(engine: Engine, text: str, act: str, doer: str) -> None:
    assert players(engine, text, act, "agent") == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "Villagers saw the bodies of six men near Jos on Monday.",
        "Residents buried 12 people near Jos on Monday after the raid.",
    ],
)
def test_who_saw_or_buried_the_dead_did_not_kill_them(engine: Engine, text: str) -> None:
    assert players(engine, f"Bandits raided Jos. {text}", "kill", "agent") == []


@pytest.mark.parametrize(
    ("text", "taker"),
    [
        ("Russian units left the village, resulting in the Ukrainian capture of the bridge.", ["Ukrainian"]),
        ("The rebels retreated, leading to the army's capture of Bor.", ["army"]),
        ("The rebels retreated, leading to the capture of Bor.", []),
    ],
)
def test_whose_retreat_led_to_it_did_not_take_the_place(engine: Engine, text: str, taker: list[str]) -> None:
    assert players(engine, text, "capture", "agent") == taker


def test_who_was_hurt_in_a_clash_fought_in_it(engine: Engine) -> None:
    text = "Two soldiers were killed in clashes with rebels near Goma on Monday."
    assert players(engine, text, "clash", "agent") == ["soldiers", "rebels"]
    assert players(engine, "Nine people were killed in clashes with police near Goma.", "clash", "agent") == ["police"]


def test_the_wife_behind_an_age_was_shot_too(engine: Engine) -> None:
    text = "Gunmen shot Luis Perez, 61 and his wife Ana, 58 in Cauca on Monday."
    assert players(engine, text, "attack", "patient") == ["Luis Perez", "his wife"]


@pytest.mark.parametrize(
    ("text", "act", "role", "named"),
    [
        ("A mortar bomb killed six traders, residents and aid workers said.", "kill", "patient", ["traders"]),
        ("Shelling wounded two nurses, doctors told reporters.", "wound", "patient", ["nurses"]),
        ("The blast killed a guard and two soldiers, police said.", "kill", "patient", ["guard", "soldiers"]),
        ("The brigade sustained two dead in Sool.", "kill", "patient", ["brigade"]),
        ("A man lost his hand when a mine exploded near Jijiga.", "wound", "patient", ["man"]),
        ("Grenades and mortar fire were exchanged near the bridge.", "clash", "patient", []),
        ("The army and the rebels traded rockets near Jenin.", "clash", "patient", []),
        ("Snipers dueled across the line in Aleppo.", "clash", "agent", ["Snipers"]),
        ("The hospital received 12 wounded.", "wound", "agent", []),
        ("Six rebels received injuries in Aleppo.", "wound", "agent", []),
        ("The army has been the target of frequent rebel attacks in Gao.", "attack", "patient", ["army"]),
        ("The army has been the target of frequent rebel attacks in Gao.", "attack", "agent", ["rebel"]),
        ("The rebels are the target of the army's offensive in Bunia.", "begin_offensive", "patient", ["rebels"]),
        ("Gunmen targeted the mayor of Gao on Monday.", "attack", "agent", ["Gunmen"]),
        ("The porter received three bullets in the leg in Cali.", "attack", "agent", []),
        ("We repudiate this attack on the bishop of Bunia.", "attack", "agent", []),
        ("The mayor's murder in Cali shocked the region.", "kill", "patient", ["mayor"]),
        ("The mayor's murder in Cali shocked the region.", "kill", "agent", []),
        ("Neighbours washed a boy's body in a yard of Gaza City.", "kill", "agent", []),
        ("The army's massacre in Bunia killed nine people.", "kill", "agent", ["army"]),
        ("Two pupils abducted in Kuriga by gunmen on Monday.", "abduct", "patient", ["pupils"]),
        ("Another doctor, detained by the army in Bunia, was freed.", "arrest", "patient", ["doctor"]),
        ("Bodies were found in Djibo, a source said, bringing the toll to 15.", "kill", "agent", []),
        ("Farmers of Douma came under rebel shelling that killed six nurses.", "kill", "agent", ["rebel"]),
        (
            "Farmers of Douma came under rebel shelling that killed six nurses.",
            "shelling",
            "patient",
            ["Farmers"],
        ),
    ],
)
def test_voices_arms_and_losers_keep_their_parts(
    engine: Engine, text: str, act: str, role: str, named: list[str]
) -> None:
    assert players(engine, text, act, role) == named
