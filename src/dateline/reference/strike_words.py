"""How strikes with weapons are told: "missile attack", "air strikes", "artillery fire"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.reference.actor_words import word_set

_FIRED = word_set(
    "air aerial airborne missile missiles rocket rockets drone drones uav fpv artillery mortar howitzer tank naval "
    "helicopter gunship warplane aircraft jet ballistic cruise glide guided barrel cluster kamikaze"
)
"""What only a party at arms strikes with, so that even the adjective of a state before it tells who struck."""
_LAID = word_set(
    "bomb bombs car truck vehicle suicide roadside landmine mine ied grenade gun sniper knife petrol arson"
)
"""What anybody may strike with: a rebel car bomb is the rebels', an Iraqi one went off in Iraq."""
_BESIDE = word_set(
    "and or bomb bombs shell precision heavy long short medium range launcher combat attack surface to ground propelled fighter"
)
"""What may stand among the words for what only a party at arms has."""
_SHOT = word_set(
    "missile missiles rocket rockets shell shells mortar mortars bomb bombs bullet bullets grenade grenades jet jets plane "
    "planes bomber bombers helicopter helicopters gunship gunships drone drones tank tanks"
)
"""What is fired or dropped and what it comes from: an Israeli missile, a government rocket and army bullets are theirs."""
STRIKES = word_set(
    "attack attacks strike strikes raid raids assault assaults shelling shellings bombardment bombardments bombing "
    "bombings barrage barrages salvo salvos volley volleys fire"
)
_LONGEST = 6


def are_arms(words: Iterable[str]) -> bool:
    """Whether folded words all tell what a strike was done with: "drone and missile", but not "hospital" or none."""
    told = set(words)
    return bool(told & (_FIRED | _LAID)) and told <= _FIRED | _LAID | _BESIDE


def strike_behind(words: Sequence[str]) -> int | None:
    """Which of the folded words behind a state's adjective is its strike with arms: 1 in "air strikes on the port"."""
    for index, word in enumerate(words[: _LONGEST + 1]):
        if word in STRIKES and not _FIRED.isdisjoint(words[:index]):
            return index
        if word not in _FIRED and word not in _BESIDE:
            return None
    return None


def arms_behind(words: Sequence[str]) -> int | None:
    """Which of the folded words behind a party's name are its arms: 1 in "cruise missiles struck"; none in "car bomb"."""
    found = None
    for index, word in enumerate(words[: _LONGEST + 1]):
        if word in _SHOT:
            found = index
        elif word not in _FIRED and word not in _BESIDE:
            break
    return found
