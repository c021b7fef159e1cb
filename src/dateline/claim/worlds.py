"""Paragraphs that tell of a peaceful world from end to end: a stage, a game, computers, a dig, a life, a year, a strike.

One word of such a world makes none, for shells hit theatres. Several different ones near each other do, with one among
them that no report of war needs; and each world explains only what may be told in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.claim.arguments import classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named, noun_sense
from dateline.claim.words import words
from dateline.model.text import Token

REACH = 3
"""Sentences before and after an act, of its own paragraph, that may belong to its world."""
LONGEST = 12
"""Sentences of a paragraph that tells of one thing."""
ENOUGH = 3
"""Different words of one world that make it."""
REVIEWED = 5
"""The same where a work may be told of in the past."""
CALM = (("orbiting", 3), ("trading", 4), ("voting", 4), ("growing", 4), ("curing", 4), ("razing", 3), ("feasting", 3))
"""Worlds in which nobody is in arms, and how many of their words make them."""
BLOODY = ("kill", "wound", "burn", "arrest", "loot", "abduct")
"""Acts that no such world explains."""
GROUND = words(
    "capture retake withdraw enter advance repel losses surrender besiege return begin_offensive deploy transfer"
)
"""Acts that parties do to seats and parliaments."""
OLD = 60
"""The age at which the dead of a life's story died."""
NEAR = 2
"""Sentences within which arms that are named speak against a world, the own one counted."""
ARMS = words("irregular shell ordnance drone explosive bullet aircraft")
"""Classes of what no match, network or dig has; hackers too are attackers."""
UNARMED = words(
    "attacker raider assailant gang gangster enemy group shot round battery gunner trap device raid magazine"
)
"""Words of these classes that a match and a network have as well."""
LAWLESS = words("robbers robber gang gangs suspects suspect burglars thieves raiders captors officers supporters")
"""Who bears arms in no war, by the ends of their ids."""
ON_LINES = words("attack abduct losses capture retake release enter sabotage repel advance withdraw besiege loot")
STOPPED = words("protest besiege withdraw return repel advance agree")
"""Acts of those who stop working and of who employs them."""
WITH_NATURE = words("sea river wave tide lava flame water flood snow ice mud surge wind storm hurricane blizzard")
"""What breaks through walls by itself."""
RISEN = re.compile(
    r"\b(?:rose|fell|increased?|decreased?|dropped|climbed|up|down) (?:by|to|from) \W?[\da-z]"
    r"|\b(?:fewer|more|less|higher|lower)\b[^.;]{0,30} than (?:in )?(?:the (?:year|previous|one)|in the year) ?(?:before|year)?"
    r"|\b(?:annual report|crime figures|yearly figures|compared (?:with|to) (?:the )?(?:previous year|year before|last year))\b",
    re.IGNORECASE,
)
MODERN_YEAR = re.compile(r"\b(?:19[5-9]|20[0-4])\d\b")
IN_A_YEAR = re.compile(r"\b(?:last|this|the past|the previous) year\b|\bin (?:19|20)\d\d\b", re.IGNORECASE)
DIED_OLD = re.compile(
    r"\bdied\b[^.;]{0,60}?\b(?:aged|at the age of) (\d{2,3})\b|\baged (\d{2,3})\b[^.;]{0,40}\bdied\b"
    r"|\bdied(?: (?:peacefully|suddenly|today|yesterday|(?:on|last) \w+))? at (\d{2,3})(?=[,.;]| in\b| after\b|$)"
)
KILLING = words("in from of by during under to")
"""Prepositions behind which stands of what somebody died."""
STRUCK = words("attack ambush air_strike shelling clash kill")
HOUSES = words("theatre theater opera musical curtain")
"""What is of the stage, and what people sit in when a bomb goes off."""
BLASTS = words("blast explosion bomb bombing gunfire shooting")
DONE_TO_PLACES = ("voting", "growing", "curing")
"""Worlds whose houses are looted and hit, and whose people flee, where there is a war."""
MODERN = words("gunman rifle missile drone militant grenade")
DAY = words("monday tuesday wednesday thursday friday saturday sunday today yesterday overnight tonight")


def of_a_work(material: Material, clause: Clause, named: Named) -> str | None:
    """What happens on a stage or a screen is told in the present, amid actors, scenes and laughs."""
    number = material.parse.tokens[clause.head].sentence
    if not _in_world(material, number, "staged", "surely_staged") or _blown_up(material, number):
        return None
    if _in_the_past(material, clause) and not (_reviewed(material, number) and not _in_arms(material, number)):
        return None
    return "metaphor, shown in a work of art"


def _blown_up(material: Material, number: int) -> bool:
    """Whether something goes off where nothing but a house says that there is a stage."""
    window = _window(material, number)
    sure = frozenset().union(*(material.classed[index].get("surely_staged", frozenset()) for index in window))
    return sure <= HOUSES and any(material.found(index, "blast", _is_blast) for index in window)


def _is_blast(token: Token) -> bool:
    return token.lemma in BLASTS


def _reviewed(material: Material, number: int) -> bool:
    """Whether the words of stage and screen are so many that a review tells of one in any tense; this week's news it is not."""
    many = _in_world(material, number, "staged", "surely_staged", enough=REVIEWED, sure_enough=2)
    return many and not _of_these_days(material, number)


def of_a_game(material: Material, clause: Clause, named: Named) -> str | None:
    """Levels, patches and players: what is captured there is captured on a screen."""
    number = material.parse.tokens[clause.head].sentence
    return "metaphor, played in a game" if _in_world(material, number, "gaming", "surely_gaming") else None


def of_a_match(material: Material, clause: Clause, named: Named) -> str | None:
    """A match is told over several sentences; "his men" are its players."""
    number = material.parse.tokens[clause.head].sentence
    if not _in_world(material, number, "sport", "sure_sport") and not _in_world(
        material, number, "match", "sure_sport"
    ):
        return None
    return None if _in_arms(material, number) else "sport"


def of_computers(material: Material, clause: Clause, named: Named) -> str | None:
    """Files, servers and networks: attackers break in there without a weapon."""
    number = material.parse.tokens[clause.head].sentence
    if named.act not in ON_LINES or not _in_world(material, number, "computing", "online"):
        return None
    return None if _in_arms(material, number) else "idiom, an attack on computers"


def of_a_dig(material: Material, clause: Clause, named: Named) -> str | None:
    """Skeletons, pottery and centuries: whoever took the gate has been dead for long."""
    number = material.parse.tokens[clause.head].sentence
    if not _in_world(material, number, "digging", "surely_digging"):
        return None
    if _of_these_days(material, number) or any(_is_war(material, index) for index in _window(material, number)):
        return None
    return "historical, told by what was dug up"


def of_a_life(material: Material, clause: Clause, named: Named) -> str | None:
    """Behind somebody's death of age stands a life."""
    number = material.parse.tokens[clause.head].sentence
    sentences = material.parse.sentences[:2]
    told = next((one for one in sentences for age in _ages(one.span.quote) if age >= OLD), None)
    if told is None or number < told.index or (_of_these_days(material, number) and number > told.index):
        return None
    if _in_arms(material, told.index) or any(
        _fought(material, index) for index in range(len(material.parse.sentences))
    ):
        return None
    core = material.parse.tokens[clause.core]
    dies = core.lemma == "die" and not _by_violence(material, core)
    return "historical, of a life" if dies or number > told.index else None


def _by_violence(material: Material, death: Token) -> bool:
    """Whether somebody old "died in the attack"."""
    causes = (noun for prep, noun in prepositions(material, death) if prep.lower in KILLING and noun is not None)
    senses = (noun_sense(material, noun) for noun in causes)
    return any(sense is not None and sense.act in STRUCK for sense in senses)


def of_a_year(material: Material, clause: Clause, named: Named) -> str | None:
    """What is counted over a year and set beside the year before is no single event."""
    number = material.parse.tokens[clause.head].sentence
    if not material.found(number, "counted", _is_count) or material.belligerent[number]:
        return None
    for index in _window(material, number):
        quote = material.parse.sentences[index].span.quote
        if index <= number and not material.belligerent[index] and IN_A_YEAR.search(quote) and RISEN.search(quote):
            return None if _of_these_days(material, number) else "sum of a year"
    return None


def of_a_stoppage(material: Material, clause: Clause, named: Named) -> str | None:
    """Pickets block depots and owners withdraw offers where people strike for their wages."""
    number = material.parse.tokens[clause.head].sentence
    if named.act not in STOPPED or not _in_world(material, number, "work", "surely_work"):
        return None
    armed = any(material.belligerent[index] for index in _window(material, number))
    return None if armed or _in_arms(material, number) else "strike is a stoppage, not an act of conflict"


def of_nature(material: Material, clause: Clause, named: Named) -> str | None:
    """The sea breaks through a wall and takes a town."""
    subject = material.token(clause.subject)
    if clause.passive or subject is None or subject.lemma not in WITH_NATURE or subject.pos != "NOUN":
        return None
    if any(prep.lower == "of" for prep, _ in prepositions(material, subject)) or material.parse.kids(
        subject, "compound"
    ):
        # Waves of drones, storms of bullets and shock waves are no nature.
        return None
    return "disease or disaster, not conflict" if named.act not in ("kill", "wound", "burn") else None


def of_a_robbery(material: Material, clause: Clause, named: Named) -> str | None:
    """Robbers blow up safes and shoot at the police for money."""
    number = material.parse.tokens[clause.head].sentence
    if not _in_world(material, number, "robbing", "surely_robbing", enough=2):
        return None
    return None if _at_war(material, number) else "crime for money, not conflict"


def of_peace(material: Material, clause: Clause, named: Named) -> str | None:
    """Space flight, trade, votes, gardens, building and feasts in words of war, where no party in arms is named."""
    if named.act in BLOODY:
        return None
    harmed = _harms_places(material, clause, named)
    number = material.parse.tokens[clause.head].sentence
    for world, enough in CALM:
        # Whoever fights over votes does fight.
        told = (world != "voting" or named.act in GROUND) and not (harmed and world in DONE_TO_PLACES)
        if told and _in_world(material, number, world, f"surely_{world}", enough=enough):
            return None if _at_war(material, number) else "metaphor"
    return None


def _harms_places(material: Material, clause: Clause, named: Named) -> bool:
    """Whether people flee, or whether houses and places are hit or taken: "the clinic was looted", "attacked the village"."""
    subject, object_ = material.token(clause.subject), material.token(clause.object)
    hit = subject if clause.passive else object_
    at_place = bool(classes(material, hit) & {"place", "dwelling"})
    if named.act == "displace":
        return bool(classes(material, subject) & {"person", "civilian"}) and (hit is None or at_place)
    return at_place or (hit is not None and hit.index in material.mention_at)


def _at_war(material: Material, number: int) -> bool:
    """Whether a party in arms that is more than the police or robbers, or arms, are named near a sentence."""
    parties = {party.rpartition(":")[2] for index in _window(material, number) for party in material.armed[index]}
    at_war = {party for party in parties - LAWLESS if not party.endswith("police")}
    return bool(at_war) or _in_arms(material, number)


def _in_world(
    material: Material, number: int, name: str, sure: str, *, enough: int = ENOUGH, sure_enough: int = 1
) -> bool:
    """Whether enough different words near a sentence belong to a world, some of them surely."""
    near = [material.classed[index] for index in _window(material, number)]
    certain = frozenset().union(*(one[sure] for one in near if sure in one))
    if len(certain) < sure_enough:
        return False
    return len(certain.union(*(one[name] for one in near if name in one))) >= enough


def _window(material: Material, number: int) -> range:
    """The sentences of the paragraph of one; of a long one, as pages without line ends are, those around it."""
    sentences = material.parse.sentences
    first = last = number
    while first > max(0, number - LONGEST) and not _parted(material, first):
        first -= 1
    while last < min(len(sentences) - 1, number + LONGEST) and not _parted(material, last + 1):
        last += 1
    if last - first < LONGEST:
        return range(first, last + 1)
    return range(max(first, number - REACH), min(last, number + REACH) + 1)


def _parted(material: Material, number: int) -> bool:
    """Whether a line ends before a sentence."""
    before, after = material.parse.sentences[number - 1 : number + 1]
    return "\n" in material.parse.report.text[before.span.end : after.span.start]


def _in_arms(material: Material, number: int) -> bool:
    """Whether a sentence or its neighbours name arms, or irregulars who bear some."""
    near = (index for index in _window(material, number) if abs(index - number) < NEAR)
    return any(material.found(index, "arms", lambda token: _is_arms(material, token)) for index in near)


def _is_arms(material: Material, token: Token) -> bool:
    if token.pos not in ("NOUN", "PROPN") or token.lemma in UNARMED:
        return False
    found = material.acts.class_of(token.lemma)
    return bool(ARMS & found) or "armed_hand" in found or token.lemma in ("soldier", "troop", "tank")


def _of_these_days(material: Material, number: int) -> bool:
    """Whether a sentence names a day of this week or arms of our time."""
    return bool(material.found(number, "day", _is_day) or material.found(number, "modern", _is_modern))


def _is_day(token: Token) -> bool:
    return token.lower in DAY


def _is_count(token: Token) -> bool:
    return token.pos == "NUM" or token.lemma in (
        "number",
        "case",
        "per",
        "percent",
        "tenth",
        "fifth",
        "quarter",
        "third",
        "half",
    )


def _is_modern(token: Token) -> bool:
    return token.lemma in MODERN


def _fought(material: Material, number: int) -> bool:
    """Whether an armed party is named in a sentence with a day of this week."""
    return material.belligerent[number] and bool(material.found(number, "day", _is_day))


def _is_war(material: Material, number: int) -> bool:
    """Whether an armed party is named in a sentence with a day of this week or a year of our time."""
    dated = MODERN_YEAR.search(material.parse.sentences[number].span.quote) is not None
    return _fought(material, number) or (material.belligerent[number] and dated)


def _ages(quote: str) -> Iterator[int]:
    yield from (int(age) for match in DIED_OLD.finditer(quote) for age in match.groups() if age)


def _in_the_past(material: Material, clause: Clause) -> bool:
    """Whether the verb of a clause, or the next verb above it that has a tense, stands in the simple past or the pluperfect."""
    head = material.parse.tokens[clause.head]
    for verb in (head, *material.parse.ancestors(head)):
        if verb.pos not in ("VERB", "AUX"):
            continue
        tags = {verb.tag, *(kid.tag for kid in material.parse.kids(verb, "aux", "auxpass"))}
        if tags & {"VBZ", "VBP", "VB"}:
            return False
        if "VBD" in tags:
            return True
    return False


Guard = Callable[[Material, Clause, Named], str | None]
WORLDS: tuple[Guard, ...] = (
    of_a_work,
    of_a_game,
    of_a_match,
    of_computers,
    of_a_dig,
    of_a_life,
    of_a_year,
    of_a_stoppage,
    of_nature,
    of_a_robbery,
    of_peace,
)
