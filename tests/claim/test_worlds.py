"""Whole paragraphs of a peaceful world – a stage, a game, computers, a dig, a strike, a year's figures – and war beside them."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of

PEACE = {
    "a play": (
        "A queen is besieged in her own castle when the play begins. Rebels have seized the harbour, and in the third"
        " scene her cousin joins them. The audience laughs when Ria Toller, as the cook, kills an officer with a ladle."
        " The theatre in Namur had sold every seat."
    ),
    "a film": (
        "The sequel is louder than the first film. This time the robots capture Vienna, wipe out an army and take the"
        " chancellor hostage. A tired detective and a pianist fight them off with magnets. The dialogue hurts, the"
        " soundtrack helps, and the villain comes back in the last scene."
    ),
    "a video game": (
        "The expansion adds eleven levels. You lead a guild of archers whose enemies have captured the northern mines and hold"
        " 300 hostages. I was killed nine times before I found a gate. A patch in June will make the snipers weaker,"
        " the studio says, and players on old consoles get a second map."
    ),
    "intruders in a network": (
        "Attackers seized 90,000 files from the network of a dentists' chamber on Sunday. They broke into the mail"
        " server first and beat back every attempt to lock them out. By Monday evening technicians had retaken the system and"
        " cut off the backup. The chamber warned its members not to open emails."
    ),
    "a dig": (
        "Archaeologists have dug up the ditch of a Roman fort near Wels. The garrison withdrew about AD 400, and raiders"
        " then captured the gate, to judge by forty arrowheads. They killed at least five people, whose skeletons lay"
        " among the pottery. Later settlers robbed the walls for stone."
    ),
    "a career": (
        "Piet Hamer, the geologist, has died aged 91. As a student he carried messages for the resistance; the Germans"
        " captured him twice and shot his brother. He later fought three ministers over a dam and attacked the last of"
        " them in a pamphlet. He is survived by a daughter."
    ),
    "a year's figures": (
        "Police in the duchy registered 31 killings last year, five more than the year before. Nine victims were shot dead and"
        " fourteen were stabbed. Officers arrested 1,200 people. Cars were set on fire in 60 cases, and 17 patrols were"
        " attacked. Burglaries fell by a fifth, according to the annual report."
    ),
    "a strike for wages": (
        "Tram drivers walked out on Monday for higher wages. Their pickets blocked two depots until noon, and the"
        " employers withdrew an offer of two per cent. The union said that 900 members had taken part in the strike."
    ),
    "a storm": (
        "The hurricane reached the islands at dusk and killed four people. The sea broke through a dyke and took the"
        " lower town. Helicopters took ninety people from the roofs. Soldiers were deployed to hand out water."
    ),
    "a weekend on the road": (
        "Half the town left for the holidays on Friday, and by evening the motorway was blocked for thirty kilometres."
        " Families fled the noise and the heat with bicycles on their roofs. The hotels had surrendered their last beds."
        " Police counted 90,000 cars on the road to the lakes."
    ),
    "robbers": (
        "Burglars blew up the safe of a furniture shop in Tolna before dawn on Friday. The blast destroyed the office and wounded a"
        " watchman. A police car came under fire as they fled, and one of the thieves was hit. The shop had been raided before."
    ),
    "a chimney": (
        "Contractors blew up the chimney of the old brickworks on Sunday. A crane had hit the wall before, and forty residents had"
        " been taken to a hotel. Builders will take over the site in autumn, the developer said."
    ),
    "a custom": (
        "By custom the bachelors of the village storm the mill on Shrove Monday, and the millers defend it with flour. They held out"
        " for an hour this year. Then the gate fell and the bride was captured. A brass band led everyone to the church."
    ),
    "a ladder": (
        "The fair in Pasing opened on Friday with a concert and a speech by the mayor. A singer was wounded when he fell from the"
        " stage, and the organisers have apologised to the guests who had waited in the rain for him."
    ),
    "a hockey match": (
        "The home team fired 30 shots and lost in the third period. The goalkeeper came under attack from the first"
        " whistle. His defenders had abandoned their positions, the coach said after the match. “They overran us,” he"
        " added. The striker who scored twice will miss the next game of the league."
    ),
}
WAR = {
    "a theatre that is shelled": (
        "Shells hit the theatre in Kremin during a play on Saturday, and two actors were killed. The audience fled to"
        " the cellar. Rebels then stormed the stage door, the director said.",
        ["hit the theatre", "stormed the stage"],
    ),
    "a film crew": (
        "Gunmen attacked a film crew near Tarsa on Monday and abducted the director and two actors. Soldiers freed the"
        " three after a gun battle at a checkpoint, the army said.",
        ["attacked a film crew", "freed the"],
    ),
    "a data centre": (
        "Missiles struck a data centre outside Orvel on Sunday night and destroyed the servers of two ministries. Four"
        " soldiers were killed. The ministries' websites were down on Monday, and troops surrounded the site.",
        ["struck a data centre", "surrounded the site"],
    ),
    "a museum": (
        "Fighters of the rebel front entered the old town of Masrin on Friday and occupied the museum of antiquities. They looted"
        " Roman coins and pottery and shot dead an archaeologist. The army shelled the excavation on Saturday.",
        ["occupied the museum", "shot dead", "shelled the excavation"],
    ),
    "a dead general": (
        "General Omar Tiso, who has died aged 66, was wounded when rebels attacked his convoy on Monday. The rebels"
        " captured two of his officers near Bela. The army recaptured the road on Tuesday.",
        ["captured two of his officers", "recaptured the road"],
    ),
    "a strike that is shot at": (
        "Soldiers opened fire on striking miners on Monday and killed eleven. The union said that troops had blocked the"
        " gates of the mine and that pickets had fled into the hills.",
        ["opened fire", "killed eleven"],
    ),
    "troops in a storm": (
        "Rebels used the storm to attack the port of Laro on Sunday. They broke through the army's line and took the"
        " lower town, officers said. Helicopters fired at the roofs.",
        ["broke through", "took the"],
    ),
    "a yearly report and a raid": (
        "The mission recorded 400 killings last year, a tenth more than in the year before. On Monday militiamen"
        " attacked the village of Sange and killed nine people, it said.",
        ["attacked the village", "killed nine"],
    ),
    "a war of years": (
        "Jets struck the town of Selm on Monday night and killed five people. More than 280,000 people have died since the war"
        " began in 2011, and more than in the year before fled. Rebels shelled two villages near Orvel.",
        ["struck the town", "killed five", "shelled two villages"],
    ),
    "a ruin that is taken": (
        "Fighters took the ruins of Karsa, whose temple and mosaics archaeologists have studied for a century, when the town fell to"
        " the Front in May 2015. They blew up a tomb and shot dead twenty soldiers in the Roman theatre. A layer of rubble covers"
        " the pottery of the museum.",
        ["shot dead"],
    ),
    "votes and blows": (
        "Supporters of two candidates clashed outside a polling station in Varn on Sunday, and a voter was stabbed to death. A mob"
        " attacked the office of the conservatives after the turnout had been announced, and seized ballot boxes.",
        ["clashed outside", "attacked the office"],
    ),
    "a bank that rebels rob": (
        "Rebels attacked the bank in Orvel on Monday, blew open its safe and killed two soldiers. The robbers withdrew into the"
        " hills, the governor said, and troops pursued them.",
        ["attacked the bank", "killed two"],
    ),
    "a wedding": (
        "A jet bombed a wedding in Selm on Friday, and the bride, the groom and a drummer were killed. Soldiers then stormed the"
        " church in which the guests had taken refuge, the priest said.",
        ["bombed a wedding", "stormed the"],
    ),
    "houses that an army razes": (
        "Soldiers demolished eleven homes in Tarba on Monday and blew up a water tower. Residents threw stones, and two of them"
        " were shot. A contractor of the army brought diggers and a crane to the site.",
        ["blew up", "were shot"],
    ),
    "a shock wave": (
        "A bomb went off outside the barracks in Orvel on Monday. The shock wave destroyed three houses, and a wave of drones"
        " struck the depot an hour later.",
        ["destroyed three houses", "struck the depot"],
    ),
    "the old who die by violence": (
        "Five traders died in a blast at 75 Harbour Lane in Tarba. A widow aged 82 died in the attack on Selm, her son said.",
        ["Five traders died", "A widow aged 82 died"],
    ),
    "a blast in a theatre": (
        "Blast rips through theatre in Orvel: an explosion tears the roof off and kills nine of the audience. Actors and a"
        " director crawl from the stage.",
        ["kills nine"],
    ),
    "a tank before a theatre": (
        "The tank fired at the theatre in Goma. Actors of the play fled the stage, and the director of the film was killed before"
        " the audience.",
        ["fired at the theatre", "fled the stage"],
    ),
    "a hospital that is hit": (
        "The hospital in Goma was hit on Monday. Nurses who treated measles patients, most of them children, fled the ward, a doctor"
        " said.",
        ["was hit"],
    ),
    "polling stations that are taken": (
        "Nine polling stations in Tarba were captured at noon. A candidate of the opposition said that voters had run away and that"
        " the ballots were gone.",
        ["were captured"],
    ),
    "an orchard that is cut down": (
        "Settlers attacked the village of Tarba at dawn. They felled fruit trees and a hedge, and soldiers burned an orchard with its"
        " beans and seeds.",
        ["attacked the village"],
    ),
    "a stadium": (
        "Militants attacked the stadium in Dorra during a league match on Friday. The goalkeeper and two players were"
        " shot dead, and fans fled over the fence. Police retook the stands at dusk.",
        ["attacked the stadium", "shot dead"],
    ),
}


def coded(engine: Engine, text: str) -> list[str]:
    return [words_of(claim) for claim in claims_of(engine, text) if claim.codeable]


@pytest.mark.parametrize("world", PEACE)
def test_nothing_of_a_peaceful_world_is_coded(engine: Engine, world: str) -> None:
    assert coded(engine, PEACE[world]) == []


@pytest.mark.parametrize("world", WAR)
def test_war_amid_its_words_is_coded(engine: Engine, world: str) -> None:
    text, parts = WAR[world]
    found = coded(engine, text)
    assert [part for part in parts if not any(part in claim for claim in found)] == [], found
