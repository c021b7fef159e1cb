"""Where a claim plays whose sentence names no place: where "there" is, and the scene that the story is still in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.material import Material
from dateline.claim.setting import nearest, told_of
from dateline.claim.whereabouts import LANDS, lies_ahead, lies_within, told_there
from dateline.claim.words import words
from dateline.model.record import Claim, Mention
from dateline.model.text import Sentence, Token
from dateline.model.world import Place
from dateline.reference.place_words import SITE_KINDS

HAPPENING = words("attack clash air_strike shelling ambush repel kill wound losses abduct loot burn displace arrest")
"""What happens at the scene of a story; treaties, protests and changes of hands name their own places."""
_CARED_FOR = words("kill wound")
"""Of whom it is told in a hospital: they were hurt elsewhere."""
PLACED = ("place", "origin", "target", "patient")
"""Roles in which a claim may name a place."""
ELSEWHERE = words(
    "elsewhere separate separately another unrelated meanwhile nationwide countrywide overall altogether total"
)
"""What says that a sentence leaves the scene, or sums up several."""
REACH = 6
"""Sentences for which a scene stays understood, once the text has told of several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The place that a claim told, its sentence, when that was, and whether the text told of no other place before."""

    mention: str
    place: Place | None
    sentence: int
    time: str | None
    only: bool


def with_scene(material: Material, rows: Iterable[tuple[Clause, Claim]]) -> Iterator[tuple[Clause, Claim]]:
    """The rows in text order; who died "there", or in a sentence without any place, died where the last act took place.

    The place that only the scene gives has `scene` for its basis: the words of the claim do not tell it.
    """
    there: str | None = None
    scene: Scene | None = None
    for clause, claim in rows:
        at = _there_in(material, clause)
        if at is not None and nearest(material, clause, "place") is None:
            yield clause, replace(claim, place=told_there(material, at) or there)
            continue
        if claim.place is not None and (claim.act in CONFLICT_ACTS or claim.kind == "state"):
            there = claim.place
        if claim.codeable and claim.place is not None:
            scene = _moved(material, claim, scene)
        elif scene is not None and _still_there(material, clause, claim, scene):
            bases = MappingProxyType({**claim.bases, "place": "scene"})
            claim = replace(claim, place=scene.mention, bases=bases)
        elif scene is not None and _played_elsewhere(material, claim, scene):
            scene = None
        yield clause, claim


def _there_in(material: Material, clause: Clause) -> int | None:
    """The token of "there" that a clause has as an adverb; "there were" tells no place."""
    core = material.parse.tokens[clause.core]
    tokens = (*(material.parse.tokens[i] for i in clause.tokens), *material.parse.kids(core, "advmod"))
    told = (token.index for token in tokens if token.lower == "there" and token.pos == "ADV" and token.dep == "advmod")
    return next(told, None)


def _moved(material: Material, claim: Claim, last: Scene | None) -> Scene | None:
    """The scene of a claim that names a place; a house in the village, or the country around it, is no other scene."""
    mention = claim.place or ""
    place = material.resolution.place(mention)
    sentence = _sentence(material, claim)
    if sentence is None or place is None:
        return last
    if (
        last is not None
        and last.place is not None
        and (_is_site(material, claim, place) or _is_land_around(last.place, place))
    ):
        mention, place = last.mention, last.place
    only = last is None or (last.only and last.place == place)
    return Scene(mention=mention, place=place, sentence=sentence.index, time=claim.time, only=only)


def _is_site(material: Material, claim: Claim, place: Place) -> bool:
    """Whether a place without a name, like "a market", is not told to lie anywhere; those in hospital were hurt elsewhere."""
    if place.kind not in (*SITE_KINDS, "set") or not place.id.startswith("report:"):
        return False
    if place.kind == "hospital" and claim.act not in _CARED_FOR and place.name[:1].isupper():
        return False  # a hospital that was hit itself
    sentence = _sentence(material, claim)
    named = material.resolution.within(sentence.span.start, sentence.span.end, "place") if sentence else []
    told = (material.resolution.place(mention.id) for mention in named if mention.form == "name")
    return place.kind == "hospital" or place.part_of not in {other.id for other in told if other is not None}


def _is_land_around(part: Place, whole: Place) -> bool:
    return whole.kind in LANDS and lies_within(part, whole)


def _still_there(material: Material, clause: Clause, claim: Claim, last: Scene) -> bool:
    """Whether a claim without a place goes on where the last one was."""
    if not claim.codeable or claim.act not in HAPPENING or _names_a_place(material, clause, claim.roles):
        return False
    if claim.act == "displace" and told_of(material, material.parse.tokens[clause.core]) is not None:
        return False  # "Kaya, where thousands sought refuge": they fled from elsewhere
    sentence = _sentence(material, claim)
    if sentence is None or _passage(material, sentence.index) != _passage(material, last.sentence):
        return False
    if _at_another_time(material, claim, last):
        return False
    if sentence.index == last.sentence:
        return True
    return (last.only or sentence.index - last.sentence <= REACH) and not _leaves(material, sentence, last)


def _played_elsewhere(material: Material, claim: Claim, scene: Scene) -> bool:
    """Whether an act without a place of its own has one in its sentence that is not of the scene: the story has moved on."""
    sentence = _sentence(material, claim)
    happened = claim.codeable and claim.act in HAPPENING and claim.place is None
    return happened and sentence is not None and _names_another(material, sentence, scene)


def _names_a_place(material: Material, clause: Clause, roles: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a claim has a place in another role, or a name that nobody read where a place may stand.

    Where people flee to tells nothing of where they fled.
    """
    named = (material.resolution.place(mention) for role in PLACED for mention in roles.get(role, ()))
    if any(place is not None and place.kind != "set" for place in named):
        return True
    unread = (material.parse.tokens[index] for index in clause.tokens if index not in material.mention_at)
    return any(token.pos == "PROPN" and token.dep in ("dobj", "pobj", "nsubjpass") for token in unread)


def _leaves(material: Material, sentence: Sentence, scene: Scene) -> bool:
    """Whether a sentence goes elsewhere: it says so, or names a place that has nothing to do with the scene."""
    tokens = material.parse.tokens[sentence.first : sentence.last + 1]
    if any(token.lower in ELSEWHERE for token in tokens):
        return True
    return _names_another(material, sentence, scene)


def _names_another(material: Material, sentence: Sentence, scene: Scene) -> bool:
    named = material.resolution.within(sentence.span.start, sentence.span.end, "place")
    return any(_goes_to(material, mention, scene) for mention in named if mention.form == "name")


def _goes_to(material: Material, mention: Mention, scene: Scene) -> bool:
    """Whether a name in a sentence is of a place apart from the scene, and not merely where somebody is who speaks."""
    place = material.resolution.place(mention.id)
    if place is None or scene.place is None or place.id == scene.place.id or place.kind == "country":
        return False
    if lies_within(scene.place, place) or lies_within(place, scene.place):
        return False
    return not _of_a_speaker(material, material.parse.tokens[mention.head]) and not lies_ahead(material, mention.head)


def _of_a_speaker(material: Material, token: Token) -> bool:
    """Whether a name belongs to the words for a source: "the mayor of X said", "police in X, told reporters"."""
    if token.index in material.source_at:
        return True
    line = (token, *material.parse.ancestors(token))
    return any(one.dep == "nsubj" and material.is_cue(material.parse.head(one)) for one in line)


def _at_another_time(material: Material, claim: Claim, scene: Scene) -> bool:
    """Whether both are dated, and to different times."""
    mine, theirs = (material.resolution.time(name) if name else None for name in (claim.time, scene.time))
    if mine is None or theirs is None or mine.range == theirs.range:
        return False
    if mine.range.earliest is None or theirs.range.earliest is None:
        return False
    return not mine.range.overlaps(theirs.range)


def _sentence(material: Material, claim: Claim) -> Sentence | None:
    return material.parse.sentence_at(claim.spans[0].start)


def _passage(material: Material, sentence: int) -> object:
    return material.parse.passage_at(material.parse.sentences[sentence].span.start)
