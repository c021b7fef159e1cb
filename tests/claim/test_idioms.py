"""What dispatches say instead of the plain verb: every idiom names the act that it stands for."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of

IDIOMS = [
    ("abduct", "Rebels led away four young men."),
    ("abduct", "The gang is holding three sailors for ransom."),
    ("access", "Aid convoys were denied entry to the camp."),
    ("access", "Peacekeepers were turned back at the checkpoint."),
    ("access", "Schools are to reopen in June."),
    ("advance", "The brigade came within sight of the city."),
    ("advance", "The column is heading for the port."),
    ("advance", "The militia edged nearer to the dam."),
    ("agree", "The guns fell silent under a truce."),
    ("attack", "Fighters drove a truck bomb into the gate of a base."),
    ("attack", "Gunmen let loose on worshippers."),
    ("attack", "Rebels cut down four power pylons."),
    ("attack", "The gunmen emptied their magazines into the bus."),
    ("attack", "Unknown men emptied their rifles into the crowd."),
    ("begin_offensive", "Our units opened an operation against the gang."),
    ("begin_offensive", "The army went over to the attack."),
    ("besiege", "The army tightened the noose around the city."),
    ("besiege", "The rebels closed the ring around the base."),
    ("besiege", "The rebels have surrounded the hometown of the general."),
    ("break_siege", "The ring around the town was broken."),
    ("burn", "The attackers torched three trucks."),
    ("burn", "The church went up in flames after gunmen stormed it."),
    ("burn", "The militia reduced the village to ashes."),
    ("capture", "Fighters planted their flag on the town hall."),
    ("capture", "The army brought the whole district under its control."),
    ("capture", "The brigade secured the crossroads."),
    ("capture", "The hamlet came under the control of the Front."),
    ("clash", "Guards and robbers shot it out near the bank."),
    ("clash", "The patrol locked horns with rebels near the ford."),
    ("deploy", "South Africa may lend helicopters."),
    ("deploy", "The army increased searches of vehicles."),
    ("displace", "The fighting sent thousands of refugees into the neighbouring country."),
    ("displace", "The province counts 162,000 displaced people."),
    ("displace", "The quarter stands empty since the shelling."),
    ("displace", "The raid turned 300 people into refugees."),
    ("displace", "Villagers took to the hills."),
    ("enter", "Fighters fought their way inside the base."),
    ("enter", "Guerrillas slipped into the town."),
    ("enter", "No soldier has set foot in the village."),
    ("enter", "Tanks rumbled into the suburb."),
    ("enter", "The militia made its way into the old town."),
    ("enter", "The rebels set foot on the island on Monday."),
    ("hold", "A driver saw a black flag on the roof of the police post."),
    ("hold", "Rebels control the entrances to the capital."),
    ("hold", "The gang is in charge of the port."),
    ("hold", "The militia has not been seen in the village since."),
    ("hold", "The port is run by a militia."),
    ("hold", "The rebel flag is flying over the town hall."),
    ("hold", "The village is back in army hands."),
    ("hold", "Tonight the village belongs to nobody."),
    ("kill", "17 bodies were brought to the morgue after the raid."),
    ("kill", "A bomb tore a shepherd to pieces."),
    ("kill", "A father and his three daughters did not survive the raid."),
    ("kill", "A mother and two sons did not survive."),
    ("kill", "A policeman fatally shot the ambassador."),
    ("kill", "Mortar bombs snuffed out five lives."),
    ("kill", "Nine bodies were pulled from the rubble of the school."),
    ("kill", "None of the crew survived the strike."),
    ("kill", "Rescuers dug 12 bodies out of the rubble after the strike."),
    ("kill", "The enemy left 22 corpses on the ground."),
    ("kill", "The mayor was fatally wounded by a sniper."),
    ("kill", "Three farmers met their deaths when their cart struck a mine."),
    ("kill", "Two of our comrades fell in the battle."),
    ("loot", "The raiders carried off 200 head of cattle."),
    ("loot", "The warehouse was emptied by armed men."),
    ("losses", "The bridge was blown to bits by shells."),
    ("losses", "The rebels put four armoured cars out of action."),
    ("protest", "Crowds demonstrated outside the palace."),
    ("release", "The kidnapped students were reunited with their families."),
    ("release", "Two reporters walked free on Friday."),
    ("repel", "The army broke up the assault."),
    ("repel", "The assault came to nothing."),
    ("repel", "The attack was turned back."),
    ("repel", "The police post withstood an attack on Tuesday."),
    ("retake", "His soldiers recovered the hamlet on Sunday."),
    ("retake", "The army recovered two hills."),
    ("shelling", "Artillery pummelled the hills."),
    ("transfer", "The peacekeepers passed control of the airport to the government."),
    ("withdraw", "Government troops were swept out of the valley."),
    ("withdraw", "The army relinquished the pass."),
    ("withdraw", "The battalion was ejected from the town."),
    ("withdraw", "The garrison was put to flight."),
    ("withdraw", "The group was chased from its strongholds."),
    ("withdraw", "The insurgents have been forced into retreat."),
    ("withdraw", "The militia was hurled back from the gates of the city."),
    ("withdraw", "The rebels took to their heels."),
    ("withdraw", "The regiment decamped during the night."),
    ("wound", "One officer was scratched by a splinter."),
    ("wound", "Partners treated 21 people for bullet wounds."),
    ("wound", "The mortar bomb left nine people bleeding."),
    ("wound", "Two boys suffered burns in the shelling."),
]
NEAR_MISSES = [
    ("kill", "She survived the attack."),
    ("kill", "Prices fell in the capital on Monday."),
    ("kill", "The bodies of the victims were taken to the morgue."),
    ("kill", "Rescuers pulled three bodies from the lake after the ferry sank."),
    ("attack", "Workers drove a truck into the depot."),
    ("attack", "Residents emptied their bins on Friday."),
    ("attack", "The clerk discharged his duties."),
    ("withdraw", "The minister took to the stage."),
    ("withdraw", "The firm gave up its bid for the rival."),
    ("capture", "The estate passed to his daughter."),
    ("retake", "The player recovered from his injury."),
    ("repel", "The committee broke up at noon."),
    ("repel", "The talks fizzled out on Friday."),
    ("hold", "The flag bearer waved to the crowd."),
    ("enter", "The clown set foot on the stage."),
    ("advance", "The teacher headed for the library."),
    ("besiege", "The chairman closed the ring binder."),
    ("abduct", "The goalkeeper made off with the prize."),
    ("loot", "The cook emptied the kettle."),
    ("wound", "The barber nicked the customer with a razor on purpose in a comedy."),
    ("agree", "The bells fell silent at noon."),
    ("displace", "A general ran for president in Bunia after the rebels shelled the town."),
    ("withdraw", "The rebels pulled out of peace talks with the army in Bunia."),
]


@pytest.mark.parametrize(("act", "text"), IDIOMS)
def test_an_idiom_names_its_act(engine: Engine, act: str, text: str) -> None:
    assert act in {claim.act for claim in claims_of(engine, text)}


@pytest.mark.parametrize(("act", "text"), NEAR_MISSES)
def test_a_near_miss_names_none(engine: Engine, act: str, text: str) -> None:
    assert act not in {claim.act for claim in claims_of(engine, text) if claim.codeable}


def test_how_somebody_takes_another_is_no_sighting(engine: Engine) -> None:
    assert "hold" in {claim.act for claim in claims_of(engine, "A trader saw the army on the road to Bor.")}
    assert "hold" not in {claim.act for claim in claims_of(engine, "The rebels saw the army as an enemy.")}
