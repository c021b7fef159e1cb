"""Which of the places that a clause names is where it happened, and which only say where something else is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise

from dateline.claim.extent import CLAUSAL
from dateline.claim.material import Material
from dateline.claim.senses import noun_sense
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.world import ARMED_KINDS, Place
from dateline.reference.place_words import COMPASS, FACILITY_NOUNS

MEETING = words("before after for of until to during")
"""Prepositions that hang talks on something else: "withdrew before talks in Doha"."""
TO = words("to toward towards into for")
BESIDE = words("near outside around beside overlooking along on")
"""Prepositions behind a place that say what it lies beside."""
ARRIVING = words("arrive come return travel cross advance enter march fly deploy send bring push drive move head")
"""What is done from a place elsewhere."""
CONTAINING = words("be become house host contain have hold keep include comprise")
"""Verbs of which the object lies in what is spoken of, or describes it."""
TRIPS = words("way route trip journey")
MOVING = words("flee escape displace evacuate leave depart")
DRIVING = words("push drive chase force pursue repel retreat fall withdraw pull way route trip journey")
"""What leads towards a place without reaching it: "pushed them back towards X", "on its way to X"."""
OWNING = ("poss", "compound", "nmod", "amod")
LANDS = ("country", "ADM1", "ADM2")
"""Kinds of places in which others lie that are named beside them."""


def scenes_of(material: Material, deeds: Collection[int], inside: Mapping[str, int]) -> dict[str, int]:
    """The place mentions, with their tokens, that may say where the deeds (tokens too) happened.

    Left out is where others meet, where those who act come from, from where a distance is measured, and the country or
    division around a place that is named as well.
    """
    apt = {
        name: at
        for name, at in inside.items()
        if name not in material.grounds and not any(rule(material, deeds, at) for rule in NO_SCENES)
    }
    apt = {name: at for name, at in apt.items() if not _beside_another(material, at, apt)}
    if len(apt) < 2:
        return apt
    if any(material.parse.tokens[deed].pos in CLAUSAL for deed in deeds):
        apt = {name: at for name, at in apt.items() if not _only_ground(material, at)}
    places = {name: place for name in apt if (place := material.resolution.place(name)) is not None}
    told = {at for name, at in apt.items() if name in places and places[name].kind != "set"}
    apt = {name: at for name, at in apt.items() if not _holds_another(material, at, told)}
    named = [places[name] for name in places if material.resolution.mention(name).form == "name"]
    return {
        name: at for name, at in apt.items() if not _around_another(places.get(name), tuple(places.values()), named)
    }


def _beside_another(material: Material, index: int, told: Mapping[str, int]) -> bool:
    """Whether a place is only the owner of another or that from which it lies: "Plateau's Riyom", "a village near X", "X, south of Y"."""
    if len(told) < 2:
        return False
    token = material.parse.tokens[index]
    before = material.parse.head(token)
    if token.dep == "poss":
        owned = {before.index, *(kid.index for kid in material.parse.kids(before, "compound", "nmod"))}
        return not owned.isdisjoint(told.values())
    if token.dep != "pobj":
        return False
    if before.lower == "of":
        side = material.parse.head(before)
        if side.index in told.values():  # "in X, on the south side of Y"
            return _beside_another(material, side.index, told)
        return before.index == side.index + 1 and side.lower in COMPASS and _within_reach(material, side, told, index)
    return before.lower in BESIDE and material.parse.head(before).index in told.values()


def _within_reach(material: Material, side: Token, told: Mapping[str, int], index: int) -> bool:
    """Whether a point of the compass is said of another of the places: "two hamlets east of X", "in Kaya, south of X"."""
    above = material.parse.head(side)
    above = material.parse.head(above) if above.dep == "prep" and above.pos == "ADP" else above
    return above.index in told.values() or any(at < side.index for at in told.values() if at != index)


def _holds_another(material: Material, index: int, told: Collection[int]) -> bool:
    """Whether the words put another of the places into this one: "the town of Bama in the north", "a village in Borno"."""
    token = material.parse.tokens[index]
    before = material.parse.head(token)
    noun = material.parse.head(before)
    if token.dep != "pobj" or before.lower != "in" or noun.pos not in ("NOUN", "PROPN"):
        return False
    names = (kid.index for of in material.parse.kids(noun, "prep") for kid in material.parse.kids(of, "pobj"))
    return noun.index in told or any(name in told and name < before.index for name in names)


def _only_ground(material: Material, index: int) -> bool:
    """Whether a place only tells where the one before it lies: "Sake, west of Goma"."""
    token = material.parse.tokens[index]
    of = material.parse.head(token)
    side = material.parse.head(of)
    return token.dep == "pobj" and of.lower == "of" and side.dep == "appos" and side.lower in COMPASS


def lies_within(part: Place, whole: Place) -> bool:
    """Whether a register or the report puts one place straight into another: a town into its division or country."""
    if part.id == whole.id or part.kind in ("country", "continent", "set"):
        return False
    if whole.kind == "country":
        return part.country == whole.country
    divided = whole.kind == "ADM1" and part.admin1 is not None and part.admin1 in (whole.name, whole.admin1)
    return part.part_of == whole.id or (divided and part.country == whole.country)


def _around_another(place: Place | None, others: Sequence[Place], named: Sequence[Place]) -> bool:
    """Whether one of the others lies in a place; what has no name of its own may lie in a town, which then tells more.

    Of a name in no register nothing but the country beside it may tell the country.
    """
    if place is None:
        return False
    if place.kind == "country" and any(other.id.startswith("report:") for other in named):
        return True
    return any(lies_within(other, place) for other in (others if place.kind in LANDS else named))


def _at_talks(material: Material, deeds: Collection[int], index: int) -> bool:
    """Whether a place is where others meet: "withdrew before talks in Doha" says nothing of Doha's garrison."""
    for above in material.parse.ancestors(material.parse.tokens[index]):
        if above.index in deeds:
            return False
        if above.dep == "pobj" and material.parse.head(above).lower in MEETING:
            sense = noun_sense(material, above)
            if sense is not None and sense.act in ("talk", "agree"):
                return True
    return False


def _brings_them(material: Material, deeds: Collection[int], index: int) -> bool:
    """Whether a place only tells where somebody is from: "soldiers from Goma shot", "shot traders from Zinder"."""
    token = material.parse.tokens[index]
    before = material.parse.head(token)
    who = material.parse.head(before)
    if token.dep != "pobj" or before.lower != "from" or who.pos not in ("NOUN", "PROPN") or who.index in deeds:
        return False
    if who.dep == "dobj" and (mention := material.mention_at.get(who.index)) is not None:
        return mention.kind in ("actor", "person")
    return any(_is_armed(material, one) for one in (who, *_counted(material, who)))


def lies_ahead(material: Material, index: int) -> bool:
    """Whether a place is where people flee or are brought: "fled to towns like Kaya", "escaped into Uganda"."""
    line = (material.parse.tokens[index], *material.parse.ancestors(material.parse.tokens[index]))
    goals = (above for below, above in pairwise(line) if above.lower in TO and below.dep == "pobj")
    return any(_leads_away(material, goal) for goal in goals)


def _leads_away(material: Material, goal: Token) -> bool:
    while goal.dep == "conj" and material.parse.head(goal).pos == "ADP":
        goal = material.parse.head(goal)  # "to X and to the town of Y"
    over = material.parse.head(goal)
    over = material.parse.head(over) if over.pos == "ADV" else over  # "back towards"
    towards = goal.lower in ("toward", "towards") or (over.pos == "NOUN" and goal.lower == "to")
    return over.lemma in MOVING or (towards and over.lemma in DRIVING)


def _set_out(material: Material, deeds: Collection[int], index: int) -> bool:
    """Whether a place is only whence somebody comes: "the army arrived from Kaya", "a bus returning from Kaya was hit"."""
    token = material.parse.tokens[index]
    before = material.parse.head(token)
    if before.lower == "of" and material.parse.head(before).lower == "direction":
        before = material.parse.head(material.parse.head(before))
    verb = material.parse.head(before)
    return (
        bool(deeds)
        and token.dep == "pobj"
        and before.lower == "from"
        and (verb.lemma in ARRIVING or verb.lemma in TRIPS)
    )


def _fled_to(material: Material, deeds: Collection[int], index: int) -> bool:
    return bool(deeds) and lies_ahead(material, index)


def _owns_them(material: Material, deeds: Collection[int], index: int) -> bool:
    """Whether a place only tells whose somebody is: "the country's army", "Jalisco's governor", "a Kano trader"."""
    owned = material.parse.head(material.parse.tokens[index])
    mention = material.mention_at.get(owned.index)
    people = mention is not None and mention.kind in ("actor", "person")
    return material.parse.tokens[index].dep in OWNING and people and owned.index not in deeds


def _is_mere_things(material: Material, deeds: Collection[int], index: int) -> bool:
    """Whether a mention is of things that lie anywhere: "burned houses and schools"."""
    token = material.parse.tokens[index]
    mention = material.mention_at[index]
    things = mention.form == "nominal" and token.tag == "NNS" and token.lemma in FACILITY_NOUNS
    return things and bool(deeds) and not material.parse.kids(token, "det")


def _counted(material: Material, noun: Token) -> list[Token]:
    """Of whom a column or a group consists: "a column of soldiers"."""
    return [kid for prep in material.parse.kids(noun, "prep") for kid in material.parse.kids(prep, "pobj")]


def _is_armed(material: Material, token: Token) -> bool:
    mention = material.mention_at.get(token.index)
    actor = material.resolution.actor(mention.id) if mention is not None else None
    return actor is not None and actor.kind in ARMED_KINDS


def told_there(material: Material, index: int) -> str | None:
    """The mention of the place that "there" takes up: the last before it in its sentence, else in the one before."""
    sentence = material.parse.tokens[index].sentence
    for one in (sentence, sentence - 1) if sentence > 0 else (sentence,):
        first = material.parse.sentences[one].first
        last = min(index, material.parse.sentences[one].last + 1)
        found = [i for i in range(first, last) if _may_be_there(material, i)]
        if found:
            return material.mention_at[_inner(material, found)].id
    return None


def _may_be_there(material: Material, index: int) -> bool:
    """Whether a token is of a place where something may have happened, and not whence or whither somebody only moved."""
    mention = material.mention_at.get(index)
    if mention is None or mention.kind != "place" or mention.head != index:
        return False
    if index in material.source_at and material.parse.head(material.parse.tokens[index]).lower != "of":
        return False  # those who tell of it are people of the place, or are elsewhere
    place = material.resolution.place(mention.id)
    token = material.parse.tokens[index]
    while token.dep in ("conj", "appos"):
        token = material.parse.head(token)
    before = material.parse.head(token)
    over = material.parse.head(before)
    moved = token.dep == "pobj" and (
        (before.lower == "from" and over.lemma in ARRIVING)
        or (before.lower in ("to", "towards", "toward") and over.lemma in ("move", "head", "travel", "return"))
    )
    inside = token.dep in ("dobj", "attr") and before.lemma in CONTAINING  # "the building housed a clinic"
    return place is not None and place.kind not in LANDS and token.dep != "poss" and not (moved or inside)


def _inner(material: Material, found: Sequence[int]) -> int:
    """The last of the places; of "X, in the Y hills" it is X."""
    if len(found) > 1:
        one, two = material.mention_at[found[-2]].span, material.mention_at[found[-1]].span
        between = material.parse.report.text[one.end : two.start].strip(" ,").lower()
        if between in ("", "in", "in the", "of"):
            return found[-2]
    return found[-1]


NO_SCENES: tuple[Callable[[Material, Collection[int], int], bool], ...] = (
    _at_talks,
    _brings_them,
    _set_out,
    _fled_to,
    _owns_them,
    _is_mere_things,
)
"""Rules that tell of a place (by a token) that it says nothing of where the deeds happened."""
