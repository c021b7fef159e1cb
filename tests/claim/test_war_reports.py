"""Turns of phrase that war reports are full of: what they tell as an event, and their near misses."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, only, words_of

EVENTS = (
    ("Villages along the river were subjected to a heavy barrage by the guards on Monday.", "subjected", "shelling"),
    ("The garrison in Bria was exposed to mortar fire on Friday.", "exposed", "shelling"),
    ("The brigade launched a counterattack operation south of Bakel on Monday.", "launched", "attack"),
    ("Air force jets flew 40 combat sorties over the Hawija valley on Sunday.", "flew", "air_strike"),
    ("On Sunday the militia freed the last of its hostages in Bambari.", "freed", "release"),
    ("The raids on Monday included the shelling of a clinic in Kadugli.", "shelling of a clinic", "shelling"),
    ("He was wounded when a rocket crashed into the queue outside a bakery in Homs.", "was wounded", "wound"),
    (
        "The bombing came in answer to a raid carried out by militiamen in Kaya on Monday.",
        "raid carried out",
        "attack",
    ),
    ("A lorry packed with explosives slammed into the gate of the barracks in Gao on Monday.", "slammed", "attack"),
    ("The chapel, burned down on Friday by gunmen, had sheltered 40 families in Bria.", "burned down", "burn"),
    ("Envoys complained on Monday. Troops entered the port of Berbera at dawn.", "Troops entered", "enter"),
    ("A grenade exploded in a café in Pristina on Sunday.", "exploded", "attack"),
    ("Twelve people were killed in Quetta in the deadliest attack since 2019.", "were killed", "kill"),
    ("For the first time since 2014, rebels attacked the port of Mukalla.", "rebels attacked", "attack"),
    ("Scores of civilians were killed in the worst fighting since the war ended in 1992.", "were killed", "kill"),
    ("The police said they had found dozens of corpses at two sites in Basra.", "found dozens", "kill"),
    ("Two unmanned aerial vehicles crashed into a depot in Saratov on Monday.", "crashed into", "air_strike"),
    ("On Monday nine drones were taken down over Voronezh.", "taken down", "losses"),
    ("The guards launched nine drones at Sumy on Monday, and six of these were downed.", "six of these", "losses"),
    ("A second tank was damaged and dented in Saratov on Monday.", "damaged and dented", "losses"),
    ("Army columns are closing in on Lyman, farmers said.", "closing in", "advance"),
    ("Insurgents are rapidly approaching Bakel, the prefect said on Monday.", "approaching", "advance"),
    ("The rebels have taken two villages as they push along the road to Bria.", "push along", "advance"),
    ("In the past week rebels have captured three villages near Rutshuru.", "captured three", "capture"),
    ("A Tamil Tiger boat blew up beside a cruiser off Trincomalee on Monday.", "blew up", "attack"),
    ("On Monday the rebels said they had sunk a navy attack craft off Jaffna.", "sunk", "losses"),
    ("The militia overran the camp near Goma on Saturday, dislodging thousands of refugees.", "dislodging", "displace"),
    ("Israeli fire killed two men near Khan Younis on Monday.", "fire killed", "kill"),
    ("Serb forces drove ethnic Albanians from their homes near Istok on Sunday.", "drove", "displace"),
    ("Rebels drove the army from the village of Bor on Sunday.", "drove the army", "withdraw"),
    ("Dozens of inmates died on Sunday in a bloody uprising near Kandahar.", "died", "kill"),
    ("The siege led to a daylong battle with the guards of Pawa prison.", "battle with", "clash"),
    ("Goma has collapsed into the hands of rebels, the prefect said on Monday.", "collapsed", "capture"),
    ("The brigade knocked out two tanks near Vuhledar on Monday.", "knocked out", "losses"),
    ("Tanks and troops struck against the stronghold of Lapa on Thursday.", "struck against", "attack"),
    ("Saturday ended in Goma with six people killed.", "six people killed", "kill"),
    ("Three guards had gunshot wounds to the legs, a clinic in Bria said.", "gunshot wounds", "wound"),
    (
        "Gunmen shot two men in Dili on Monday. Fires were seen and the home of a translator was burned down.",
        "home of a translator",
        "burn",
    ),
    ("It is impossible to say who fired the shells that killed nine in Goma.", "that killed nine", "kill"),
    ("Rebels were attacking government-held suburbs of Sabha on Monday.", "attacking", "attack"),
    (
        "Rebels battled on Sunday to break a siege of Daraya by a regime that uses starvation as a weapon.",
        "Rebels battled",
        "clash",
    ),
    ("An unknown number of villagers returned to Bor on Monday.", "returned", "return"),
    (
        "Jets hit an outpost near Idlib in violation of a cease-fire on Sunday, killing two fighters.",
        "killing two",
        "kill",
    ),
    ("The rebels burned three trucks, two of them fuel tankers, in clashes near Feina.", "clashes near", "clash"),
    ("Two banks were the targets of bomb attacks last night in Cali.", "targets", "attack"),
    ("Gunmen assaulted villagers during the election turmoil in Kisumu.", "assaulted", "attack"),
    ("Hours before the election an explosion damaged the consulate in Quito.", "damaged", "losses"),
    ("The navy launched an offensive against the cocaine cartels on Saturday.", "launched", "begin_offensive"),
    ("The soldiers were fired on by guerrillas near Neiva on Monday.", "fired on", "attack"),
    ("A team of rangers was blasted by a bomb in Karachi on Monday.", "blasted", "attack"),
    ("Another group launched two grenades on a police post in Cali on Monday.", "launched two", "attack"),
)
NOT_EVENTS = (
    ("The streets of Vukovar were largely deserted on Saturday.", "deserted"),
    ("The complaint is about weapons placed near the embassy in Tbilisi.", "placed"),
    ("Such killing of civilians is a crime, the envoy said in Pristina on Monday.", "killing"),
    ("It was too soon to begin withdrawing the brigade from Gori, the colonel said on Friday.", "withdrawing"),
    ("On Monday it was quiet. The army has been shelling the suburbs almost weekly since October.", "shelling"),
    (
        "It was quiet on Monday. The war has claimed 9,000 lives and wounded twice as many.",
        "claimed 9,000 lives",
    ),
    ("It was the worst raid in the valley since the shelling of the port in March.", "shelling of the port"),
    ("A fiery crash on a motorway killed two people and closed the road near Lyon on Friday.", "killed two"),
    ("A fiery crash on a motorway killed two people and closed the road near Lyon on Friday.", "closed the road"),
    ("The troops left the valley after the war of 1994-96.", "troops left"),
    ("The sprinter exploded out of the blocks in Oslo on Friday.", "exploded"),
    ("The crisis that has exploded this week could have been foreseen, the envoy said in Goma.", "exploded"),
    ("The winger stabbed at the ball from six yards in Leeds on Sunday.", "stabbed"),
    ("Police led away two men after the blast in Tunis on Monday.", "led away"),
    ("A track surrounded by rubble leads to the front near Aleppo.", "surrounded"),
    ("The alliance fighting the insurgents around Raqqa has new helicopters.", "fighting"),
    ("The ministry announced a ban on trawlers entering the port of Aden on Monday.", "entering"),
    ("Militiamen killed 60 percent of the victims, a study in Kigali found.", "killed"),
    ("The suburb of Homs has been shelled in the past, including in March when nine people died.", "shelled"),
    ("The suburb of Homs has been shelled in the past, including in March when nine people died.", "nine people died"),
    ("The shortages in Homs were made worse by regular bombardment of the suburb.", "bombardment"),
    ("The army carried out nightly raids on the camp in Jenin.", "raids"),
    ("Two inspectors arrived in Mosul on Sunday.", "arrived"),
    ("Villagers nearly lynched three herders in Benue on Sunday.", "lynched"),
    ("She was hurt five years ago in a shooting at a market in Tucson.", "shooting at a market"),
    ("What is needed is a dialogue, not the bombing of cities, the bishop said in Juba.", "bombing"),
    ('The crowd chanted "stop killing our people" outside the barracks in Jos on Monday.', "killing"),
    ("A tsunami killed 200 people as it slammed into beaches near Padang on Saturday.", "killed 200"),
    ("Mr Ruiz launched a personal attack on Ms Vega on the day on which rebels shelled Tumaco.", "personal attack"),
    ("The helicopters bombed land occupied by the insurgents near Idlib.", "land occupied"),
    ("The republic has 2,000 troops deployed to the island of Kish.", "deployed"),
    ("The bomb went off in Basra a day before the last foreign troops withdraw from the city.", "troops withdraw"),
    ("Families have lost everything in the war around Homs.", "lost everything"),
    ("Nearly 900 workers were deployed to mend the power lines in Odesa.", "deployed"),
    ("Rebels have attacked the port of Mukalla 40 times since 2014.", "attacked"),
    ("The flat in Belgorod was occupied by an elderly couple.", "occupied"),
    ("There was no let-up in raids on the valley, farmers near Jos said.", "raids on"),
    ("Ten minutes into the match in Leeds Adams fired home from twelve yards.", "fired home"),
    ("Two bidders fled the auction of the bank in Madrid on Friday.", "fled"),
    ("Seven others escaped injury when the roof fell in in Lima on Monday.", "escaped injury"),
    ("A massive fire killed 12 people in a market in Karachi on Monday.", "killed 12"),
    ("A huge fire destroyed 30 houses in a camp near Dadaab on Sunday.", "destroyed 30"),
    ("A schoolboy was hit by a tram in Riga on Monday.", "was hit"),
    ("The challenger was knocked out by a left hook in Riga on Friday.", "knocked out"),
    ("The side has been robbed of a victory, the coach said in Lagos.", "robbed"),
    ("The offensive, which followed a long siege of the port of Sirte, began on Saturday.", "followed a long siege"),
    ("Teachers in Goma are entering their fourth week of strikes.", "entering"),
    ("A clan whose men are said to be engaged in smuggling fled Jolo.", "engaged"),
    ("The party's convention in Ohio has come under attack from Mr Lee Barker since Monday.", "under attack"),
    ("Calm returned to the capital on Monday after a night of shooting in Bangui.", "returned"),
    ("On Monday it was impossible to verify how many were killed in Bakel.", "killed"),
    ("It was difficult to reach the village of Bor on Monday.", "reach"),
    ("A blaze swept the market of Dili. The home of a baker was burned down in the fire.", "home of a baker"),
    ("Sappers carried out a controlled explosion near the station of Turku on Monday.", "explosion"),
    ("Had the rebels attacked, the army would have answered, the general said in Bamako.", "rebels attacked"),
)


@pytest.mark.parametrize(("text", "part", "act"), EVENTS)
def test_a_turn_of_war_reports_is_an_event(engine: Engine, text: str, part: str, act: str) -> None:
    claim = only(engine, text, part)
    assert (claim.act, claim.codeable, claim.why) == (act, True, None)


@pytest.mark.parametrize(("text", "part"), NOT_EVENTS)
def test_its_near_miss_is_none(engine: Engine, text: str, part: str) -> None:
    found = [claim for claim in claims_of(engine, text) if part in words_of(claim)]
    assert not any(claim.codeable for claim in sorted(found, key=lambda claim: len(words_of(claim)))[:1])
