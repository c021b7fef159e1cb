"""Which act words name where their arguments decide: people are arrested, places captured, grenades thrown."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.claim.reading import by_rules, claims_of, only, words_of


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("The rebels attacked the refinery with drones.", "attacked", "air_strike"),
        ("The patrol observed two airstrikes near Bint Jbeil.", "observed", "air_strike"),
        ("The clash resulted in the death of the driver.", "resulted", "kill"),
        ("The clash near Kita resulted in the death of the driver.", "clash near", "clash"),
        ("The office received information of an exchange of fire near Nasir.", "an exchange", "clash"),
        ("Around 900 head of cattle were driven off.", "driven", "loot"),
        ("The toll stands at nine dead.", "stands", "kill"),
        ("Two men died; the commissioner put the figure at four killed.", "put", "kill"),
        ("A girl received fragment wounds to the legs.", "received", "wound"),
        ("Some 600 women sought protection at the base.", "sought", "displace"),
        ("Eleven policemen slipped away at dawn.", "slipped", "withdraw"),
        ("A shell went through the roof of the bakery.", "went through", "shelling"),
        ("The Mission has protested to both sides.", "protested", "say"),
        ("At least 20 worshippers were confirmed dead after the raid.", "confirmed", "kill"),
        ("Four soldiers have been confirmed killed.", "confirmed", "kill"),
        ("After the raid the villagers buried 16 people.", "buried", "kill"),
        ("Two soldiers were buried under the rubble.", "buried", "other"),
        ("Shells hit the market. Four of the dead were women.", "Four", "kill"),
        ("Shells hit the market. Two of the injured were teachers.", "Two", "wound"),
        ("Four of the candidates were women.", "Four", "characterise"),
        ("A doctor confirmed a toll of nine.", "toll", "kill"),
        ("The clinic received 31 people with gunshot wounds.", "received", "wound"),
        ("The clinic received 31 people with cholera.", "received", "characterise"),
        ("Six policemen sustained varying degrees of injury.", "sustained", "wound"),
        ("The bandits carted away foodstuffs.", "carted", "loot"),
        ("Raiders took 200 cows.", "took", "loot"),
        ("The company took 200 cows to the market.", "took", "other"),
        ("The army cleared Bassaba on Tuesday.", "cleared", "capture"),
        ("The hamlet was cleared of militants.", "cleared", "capture"),
        ("Soldiers cleared the road of mines.", "cleared", "deploy"),
        ("The police cleared the square.", "cleared", "deploy"),
        ("Gunmen took 27 pupils away.", "took", "abduct"),
        ("The priest was whisked away to an unknown destination.", "whisked", "abduct"),
        ("The minister was whisked away by bodyguards.", "whisked", "other"),
        ("Falling debris caused a fire at a refinery.", "caused", "burn"),
        ("Soldiers threw a cordon around the town.", "threw", "besiege"),
        ("Border guards captured a courier and three other suspects.", "captured", "arrest"),
        ("The brigade captured two commanders of the militia.", "captured", "arrest"),
        ("Eleven soldiers and two officers were captured.", "captured", "arrest"),
        ("The brigade captured the hilltop on Monday.", "captured", "capture"),
        ("Attackers lobbed a grenade at a bus stop.", "lobbed", "attack"),
        ("Two barrel bombs were dropped on the market.", "dropped", "air_strike"),
        ("The convoy came under fire near the bridge.", "came under", "attack"),
        ("The rebels lost 12 men in the raid.", "lost", "kill"),
        ("Protesters hurled stones at the guards.", "hurled", "protest"),
        ("The army moved 500 metres forward.", "moved", "advance"),
        ("The group claimed responsibility for the killing of the mayor.", "claimed", "claim_responsibility"),
        ("Heavy fighting was reported near the airport.", "fighting", "clash"),
        ("Five of the fighters surrendered and handed over their rifles.", "surrendered", "surrender"),
        ("Clashes in the valley entered a second day.", "entered", "clash"),
        ("Troops entered the port.", "entered", "enter"),
        ("Gunners fired rockets on two districts.", "fired", "shelling"),
        ("The raid is part of a wider offensive.", "is part", "characterise"),
        ("Government forces are on the offensive in the north.", "offensive", "begin_offensive"),
        ("Shots were exchanged at the gate.", "exchanged", "clash"),
        ("Officials ordered residents of the valley to leave.", "ordered", "order_to_leave"),
        ("The group said it would observe a ceasefire.", "observe", "agree"),
        ("The town fell to the insurgents.", "fell", "capture"),
        ("People inspected the damage.", "inspected", "assess"),
        ("Soldiers ran into fierce resistance near the ford.", "resistance", "clash"),
        ("The army lost its grip on the harbour on Monday.", "lost", "withdraw"),
        ("Soldiers set out from the port on Monday.", "set out", "advance"),
        ("The rebels took Sale on Monday.", "took", "capture"),
        ("The bill met resistance in the chamber.", "resistance", "talk"),
        ("Neighbours counted four bodies in the yard.", "counted", "kill"),
        ("The clinic received 14 wounded.", "received", "wound"),
        ("The village is empty of its people.", "empty", "displace"),
        ("The village was already empty.", "empty", "characterise"),
        ("The militia left after an exchange of fire that lasted an hour.", "lasted", "clash"),
        ("Officials feared more bombings.", "bombings", "attack"),
        ("Killing 40 men, the army held the town, capturing three vehicles.", "capturing", "losses"),
        ("Rebels captured the mine on Monday.", "captured", "capture"),
        ("The separatists could not be reached for comment.", "reached", "say"),
        ("Telephone lines to Kidal have been cut since Monday.", "cut", "access"),
        ("Rebels cut the road to Kidal.", "cut", "besiege"),
        ("A convoy of 30 trucks reached Menaka on Tuesday.", "reached", "enter"),
        ("The column reached the outskirts of Kassala.", "reached", "advance"),
        ("The aid convoy reached the besieged town of Dilling.", "reached", "access"),
        ("The village of Gwer was invaded by gunmen.", "invaded", "attack"),
        ("Russian troops invaded Ukraine.", "invaded", "begin_offensive"),
        ("Rebels mined the road to Bunia.", "mined", "attack"),
        ("The two columns linked up near Kursk.", "linked", "advance"),
        ("Militants bombed a church in Jolo.", "bombed", "attack"),
        ("The town of Kalingi fell on Tuesday.", "fell", "capture"),
        ("The town of Kalingi did not fall.", "fall", "repel"),
        ("The bridge fell into the river.", "fell", "characterise"),
        ("The militia told residents of Kaya to evacuate.", "evacuate", "order_to_leave"),
        ("“The soldiers left the town at dawn,” a teacher told the agency.", "left", "withdraw"),
        ("Warplanes bombed a depot in Idlib.", "bombed", "air_strike"),
        ("The assailant stabbed two soldiers in Haifa.", "stabbed", "attack"),
        ("The assailant stabbed a guard to death in Haifa.", "stabbed", "kill"),
        ("Armed militants seized four aid workers near Djibo.", "seized", "abduct"),
        ("Rebels seized four soldiers near Djibo.", "seized", "arrest"),
        ("Fighters dug in around Soledar.", "dug in", "deploy"),
        ("The army dug a trench around Soledar.", "dug", "other"),
        ("Russia transferred troops to Kursk.", "transferred", "deploy"),
        ("Soldiers came to blows with police in Maseru.", "blows", "clash"),
        ("The assault drove 10,000 people from their homes.", "drove", "displace"),
        ("Some 900 people crossed into Uganda.", "crossed", "displace"),
        ("Troops crossed into Lebanon.", "crossed", "enter"),
        ("Vigilantes butchered 30 herders in Nasarawa.", "butchered", "kill"),
        ("Saboteurs derailed a train near Quetta.", "derailed", "losses"),
        ("Gunmen forced their way into a school.", "forced", "attack"),
        ("3,000 refugees came home to Abyei.", "came", "return"),
        ("Soldiers broke up a sit-in in Khartoum.", "broke up", "attack"),
        ("The two reports are linked to each other.", "linked", "characterise"),
        ("El Geneina has changed hands.", "changed", "capture"),
        ("Money changed hands at the market.", "changed", "assess"),
        ("The raiders reached the gate and were driven off.", "driven", "repel"),
        ("Authorities evacuated 3,000 residents from Sudzha.", "evacuated", "displace"),
        ("The army evacuated its base in Labbezanga.", "evacuated", "withdraw"),
        ("The wounded were evacuated by helicopter to Gao.", "evacuated", "other"),
        ("A prisoner swap took place near Marib.", "swap", "release"),
        ("Hamas released three hostages in return for 90 prisoners.", "return", "release"),
        ("The kidnappers handed the hostage over to elders.", "handed", "release"),
        ("A woman farmer was hit by a sniper's bullet.", "hit", "wound"),
        ("A roadside bomb struck a convoy in Mandera.", "struck", "attack"),
        ("Debris from a drone set a warehouse on fire in Odesa.", "set", "burn"),
        ("Militants set three trucks on fire.", "set", "burn"),
        ("The shelling went on, setting a roof ablaze.", "ablaze", "burn"),
        ("Residents heard shots near the palace.", "heard", "attack"),
        ("Sporadic shots rang out in Conakry.", "rang", "attack"),
        ("Explosions reported in Sevastopol overnight.", "Explosions", "attack"),
        ("The militia declared a unilateral ceasefire.", "declared", "agree"),
        ("The assault on the barracks lasted four hours.", "lasted", "attack"),
        ("A US air raid hit Sanaa.", "hit", "air_strike"),
        ("The road to Sake remains closed.", "closed", "besiege"),
        ("The airport is closed.", "closed", "access"),
        ("The situation in the city is under control.", "control", "assess"),
        ("The town is under the control of the rebels.", "control", "hold"),
        ("Two more bodies were found, taking the toll to 12.", "toll", "kill"),
        ("Warning shots were fired into the air.", "fired", "attack"),
        ("Not a shot was fired.", "fired", "clash"),
        ("Kyiv and Moscow traded 100 captives each on Sunday.", "traded", "release"),
        ("The warring sides swapped the bodies of 50 soldiers.", "swapped", "other"),
        ("A drone crashed into a fuel depot in Feodosia.", "crashed", "air_strike"),
        ("A light plane crashed into a field.", "crashed", "other"),
        ("The bombing of the bridge cut off the town.", "cut off", "besiege"),
        ("Rescuers evacuated two wounded policemen to the district hospital.", "evacuated", "other"),
        ("The assassination of a tribal leader sparked protests in Daraa.", "assassination", "kill"),
        ("The assassination of a tribal leader sparked protests in Daraa.", "sparked", "protest"),
    ],
)
def test_the_argument_decides_the_act(engine: Engine, text: str, part: str, act: str) -> None:
    """Some of these the rules name, others are left to the reader of acts, which has the last word."""
    assert act in {only(one, text, part).act for one in (engine, by_rules(engine))}


def test_who_comes_under_fire_suffers(engine: Engine) -> None:
    found = only(engine, "Soldiers came under fire near the bridge.", "came under")
    assert "agent" not in found.roles
    assert found.roles["patient"]


def test_an_alliance_that_is_named_is_no_agreement(engine: Engine) -> None:
    text = (
        "The alliance of armed groups that had run Kidal denied on Tuesday that the army had taken the town by force."
    )
    assert "agree" not in {claim.act for claim in claims_of(engine, text)}


def test_captured_vehicles_give_nobody_the_town(engine: Engine) -> None:
    text = "The army repelled an attack by the Rapid Support Forces on El Fasher, capturing three vehicles."
    assert not [state for state in run(Report.of(text), engine=engine).case.control if state.fluent == "held"]


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on the town on Monday. Neighbours found four bodies in the yard.",
        "Shells fell on the town on Monday. Doctors treated 30 injured.",
    ],
)
def test_who_finds_or_treats_the_victims_did_not_hurt_them(engine: Engine, text: str) -> None:
    harmed = [claim for claim in claims_of(engine, text) if claim.kind == "casualty"]
    assert len(harmed) == 1
    assert "agent" not in harmed[0].roles


def test_a_force_that_lost_men_suffered(engine: Engine) -> None:
    claim = only(engine, "Fighting went on near Lamu on Monday. The Kenyan army lost six men.", "lost six")
    assert "patient" in claim.roles
    assert "agent" not in claim.roles


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Neighbours counted five bodies at the market; another witness said there were three.", "there were three"),
        ("Two soldiers were killed, the army said; the rebels put the number at 12.", "put the number"),
    ],
)
def test_a_bare_number_counts_the_casualties_told_before(engine: Engine, text: str, part: str) -> None:
    claim = only(engine, f"Fighting went on in Lamu on Monday. {text}", part)
    assert (claim.act, claim.kind, claim.codeable) == ("kill", "casualty", True)
    assert set(claim.roles) - {"patient"} == {"quantity"}


def test_who_set_out_has_gone_and_who_is_set_to_go_has_not(engine: Engine) -> None:
    before = "Fighting went on in Lamu on Monday. "
    gone = only(engine, f"{before}The raid ends a push that set out from Garissa on Sunday.", "set out")
    going = only(engine, f"{before}The Kenyan army is set to attack Garissa.", "to attack Garissa")
    assert (gone.modality, going.modality) == ("asserted", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "The rebels left the hill near Garissa on Monday before talks planned for Tuesday in Doha.",
        "The rebels left the hill near Garissa on Monday ahead of peace talks in Doha.",
    ],
)
def test_where_others_meet_is_not_where_it_happened(engine: Engine, text: str) -> None:
    record = run(Report.of(text), engine=engine)
    places = [record.case.resolution.place(claim.place) for claim in record.case.claims if claim.act == "withdraw"]
    assert "Doha" not in [place.name for place in places if place]


def test_the_number_of_a_bulletin_negates_nothing(engine: Engine) -> None:
    text = "Situation report no. 7 – Lamu, Kenya – 9 February 2024\n\nShells fell on Lamu on Monday."
    assert [claim.polarity for claim in claims_of(engine, text) if claim.polarity == "negative"] == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The rebels violated the ceasefire.", "negative"),
        ("The truce was broken by the militia.", "negative"),
        ("The army accused the rebels of breaching the ceasefire.", "negative"),
        ("The rebels did not violate the ceasefire.", "positive"),
    ],
)
def test_who_breaks_a_truce_does_not_keep_it(engine: Engine, text: str, polarity: str) -> None:
    (claim,) = claims_of(engine, text)
    assert (claim.act, claim.polarity, claim.codeable) == ("agree", polarity, False)


@pytest.mark.parametrize(
    ("text", "agent"), [("Goma fell to the M23.", "M23"), ("Wad Madani fell into the hands of the RSF.", "RSF")]
)
def test_a_town_that_falls_to_somebody_is_taken(engine: Engine, text: str, agent: str) -> None:
    case = run(Report.of(text), engine=engine).case
    (claim,) = case.claims
    assert claim.act == "capture"
    assert [case.resolution.mention(i).span.quote for i in claim.roles["agent"]] == [agent]


@pytest.mark.parametrize(
    ("text", "act", "sought"),
    [
        ("Troops detained two men while in pursuit of a bomb maker.", "arrest", "while in pursuit of a bomb maker"),
        ("In search of weapons, soldiers raided four houses in Hebron.", "attack", "In search of weapons"),
    ],
)
def test_what_somebody_is_after_is_an_intent_of_its_own(engine: Engine, text: str, act: str, sought: str) -> None:
    assert [claim.act for claim in claims_of(engine, text) if claim.act != "intend"] == [act]
    found = only(engine, text, sought)
    assert (found.act, found.modality, words_of(found)) == ("intend", "planned", sought)


def test_on_patrol_is_where_somebody_died_and_not_whom_it_hit(engine: Engine) -> None:
    found = only(engine, "Four policemen were killed while on patrol in Spin Boldak.", "killed")
    assert (found.roles["patient"], found.roles["quantity"]) == (("m2",), ("m1",))
