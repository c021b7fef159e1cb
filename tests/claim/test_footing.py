"""Ordinary news in the words of war, and war in few words: what is an event and what is none."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import claims_of, words_of

ORDINARY = {
    "a race for a seat": (
        "The mayor entered the race for the governor's seat on Monday after months of speculation. Her rival's campaign"
        " attacked her record on housing and vowed to fight for every vote in the coastal counties before the June primary."
    ),
    "a nomination": (
        "The senator captured the nomination with a late push through the farm states. She defeated three challengers,"
        " and the last of them withdrew on Sunday and released a short letter to his supporters."
    ),
    "a bill": (
        "Lawmakers killed the tax bill in committee on Thursday. The chairman shot back at critics who said that he had"
        " abandoned small firms, and the finance minister retreated from her pledge to cut fees."
    ),
    "a takeover": (
        "The brewer fended off a takeover bid from a larger rival and its shares advanced nine percent. The bidder"
        " said that it would not raise its offer and might withdraw it before the annual meeting in Harwick."
    ),
    "a market": (
        "Stocks retreated from a record high as oil fell below sixty dollars. Investors fled to bonds, the currency hit"
        " a two-year low, and miners lost ground in heavy trading on the exchange in Northport."
    ),
    "a price war": (
        "The grocery chains are locked in a price war that has hurt profits for three years. The larger one launched an"
        " advertising campaign last week and captured a fifth of the market from the smaller."
    ),
    "a dismissal": (
        "The club fired its head coach on Tuesday after a string of poor results. The board sent him a letter, released"
        " a statement and brought in his former assistant until the end of the season."
    ),
    "a trial": (
        "The judge released the banker on bail and ordered him to surrender his passport. Prosecutors attacked the"
        " decision, and the defence fought a request to seize the house on the lake."
    ),
    "a lawsuit": (
        "The inventor has battled the phone maker over the patent since spring. A court in Marlow returned the case to"
        " a lower judge, who must decide whether the firm seized on the idea without paying for it."
    ),
    "a trade deal": (
        "The two countries signed a trade agreement that lifts duties on steel and fruit. Negotiators had clashed over"
        " dairy quotas, and one delegation left the table twice before the deal was reached on Saturday night."
    ),
    "a visit": (
        "The foreign minister arrived in the capital on Wednesday for talks on fishing rights. He was brought to the"
        " palace by carriage, surrounded by schoolchildren with flags, and will leave for home tomorrow."
    ),
    "an airline": (
        "Fog forced the airline to cancel forty flights, and thousands of passengers were left at the terminal. Buses"
        " brought some of them to hotels, and the first aircraft departed shortly before noon."
    ),
    "a film": (
        "The new film captures the mood of the sixties and stormed to the top of the charts on its first weekend. Its"
        " director said she had fought the studio over the ending and had nearly abandoned the project."
    ),
    "a debate": (
        "The two candidates clashed over schools in a debate that drew nine million viewers. The governor assailed the"
        " plan as reckless, and his opponent hit back with an attack on the state's budget."
    ),
    "a vaccine": (
        "Doctors are battling an outbreak of measles that has struck four schools. The health service sent nurses and"
        " launched an offensive against false rumours about the vaccine, an official said."
    ),
    "a storm": (
        "The storm struck the coast before dawn, destroyed sixty homes and killed two people. Families were evacuated to"
        " a school, and crews fought to reopen the bridge to the island."
    ),
    "a blaze": (
        "Fire crews battled a blaze at a paint shop for six hours and brought it under control by noon. Two firefighters"
        " were hurt, and the shop was destroyed."
    ),
    "a chess match": (
        "The champion launched an attack on the queen's side and captured two pawns, but his opponent defended well"
        " and the game was drawn. He advanced to the final, which will be played in Easton on Friday."
    ),
    "a tennis player": (
        "The veteran fought back from a set down and beat the top seed, who retired hurt. She called it the battle of"
        " her life and said that she would return to the court within a week."
    ),
    "a school plan": (
        "Parents fought the plan to close the village school and the council has retreated. The head teacher said that"
        " the battle was won, though two of her staff had left and she had lost a third of her pupils."
    ),
    "a bank rescue": (
        "The central bank rescued the lender on Friday and guaranteed its deposits. Officials moved quickly to stave off"
        " a run, and the finance ministry sent a team of accountants to take control of the head office."
    ),
    "an election result": (
        "The Liberals seized control of the upper house and held on to the capital, but lost ground in the north. Their"
        " leader said that the party would fight for lower rents and that the conservatives had been routed."
    ),
    "a farewell": (
        "The singer left the band in March and moved to a cottage with her children. She returned to the stage on"
        " Saturday, surrounded by friends, and said that the break had killed her fear of the crowd."
    ),
    "a wild animal": (
        "A bear that had raided the bins of a campsite for a week was captured on Sunday and released in the hills."
        " Rangers said that it had attacked nobody and that two cubs had escaped into the woods."
    ),
    "a museum": (
        "The museum returned nine bronzes to the island from which they had been taken a century ago. Crowds marched"
        " behind the crates to the harbour, and the king accepted them in a short ceremony."
    ),
    "a strike for wages": (
        "Nurses walked out on Monday in a fight for better pay, and the union said that the strike would hit every ward."
        " The ministry agreed to meet its leaders and withdrew a threat to cut their hours."
    ),
    "a phone launch": (
        "The firm released its new phone on Thursday and opened fire on its rivals' prices. Reviewers praised the camera,"
        " and buyers laid siege to the shop in Ashcombe before it opened."
    ),
    "a party quarrel": (
        "The premier ousted two ministers after a revolt by backbenchers, and a third resigned. Her allies rallied round"
        " her and said that the attack had been beaten off, but the rift in the party has widened."
    ),
    "a diet": (
        "Researchers say that the new diet attacks fat in two ways and may help people who have fought their weight for"
        " years. Most of the volunteers abandoned it within a month, the journal reported."
    ),
    "a pension": (
        "The pension fund has withdrawn from the coal sector and moved four billion crowns into wind farms. Unions said"
        " that the campaign had paid off, and that they would return to the matter of fees."
    ),
    "a church": (
        "The bishop left the cathedral by a side door while the crowd sang. He had been released from his duties in May,"
        " and his successor will be brought to the city on Sunday in a horse-drawn coach."
    ),
    "a space flight": (
        "The capsule fell back to earth on Monday and landed within a mile of its target. Its two astronauts will enter"
        " a clinic for tests, and the agency hopes to launch the next flight in the autumn."
    ),
}

WAR = {
    "a raid": (
        "Armed men on motorbikes raided two hamlets near the salt road on Friday night, drove off the cattle and burned"
        " the granaries. Four farmers were killed and eleven people fled to the mission, elders said.",
        4,
    ),
    "a withdrawal": (
        "The brigade withdrew from the hill overnight after three days of shelling. Militia fighters entered the empty"
        " trenches in the morning, and a spokesman for the army said that the unit had moved to prepared positions.",
        2,
    ),
    "a truce": (
        "The rebels and the government signed a ceasefire on Sunday that is to open the road to the besieged town. Both"
        " sides released prisoners, and the first trucks with flour reached the checkpoint by evening.",
        2,
    ),
    "an advance": (
        "Government troops advanced to the edge of the town after heavy fighting and cut the highway behind it. The"
        " insurgents lost two tanks, and residents said that the hospital had been hit by rockets.",
        3,
    ),
    "a capture": (
        "The front said it had captured the border post and seized nine vehicles. The garrison had fled across the"
        " river, leaving five soldiers dead, a customs officer said by telephone.",
        3,
    ),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_news_holds_no_event_of_conflict(engine: Engine, name: str) -> None:
    assert [words_of(claim) for claim in claims_of(engine, ORDINARY[name]) if claim.codeable] == []


@pytest.mark.parametrize("name", WAR)
def test_news_of_war_keeps_its_events(engine: Engine, name: str) -> None:
    text, least = WAR[name]
    assert len([claim for claim in claims_of(engine, text) if claim.codeable]) >= least


def test_a_line_alone_is_taken_at_its_word(engine: Engine) -> None:
    assert [claim.act for claim in claims_of(engine, "They withdrew from the village at dawn.") if claim.codeable]
