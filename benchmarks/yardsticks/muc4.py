"""MUC-4: incident templates with five roles, date, place, confidence and stage.

The record gives claims, actors, places and times; a small linear model (`muc4_model`) over features of the record, and a
sentence encoder trained further (`muc4_encoder`), decide which strings of the message fill which role of which type of
incident, because the keys follow relevance rules (terrorist acts in nine countries, within two months) that the product has
no business with.
Conventions kept here: one template a type of incident and stretch of sentences; a string fills a role once, its longest good form; the
confidence is that of the sentences about each organisation; an incident's date and place are those of its claims.
The model has seen the development part: figures on it are far too kind. Trained on the first 1,000 messages, floors too, the
last 500 gave role F1 .456 (`muc4_train --held-out` writes templates of unseen messages).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.yardsticks import muc4_slots
from benchmarks.yardsticks.muc4_candidates import Message, topics
from benchmarks.yardsticks.muc4_encoder import Reading, load_encoder
from benchmarks.yardsticks.muc4_heads import Classes, load_classes
from benchmarks.yardsticks.muc4_model import DESCRIBED, ROLES, TYPES, Model, chance, load_model
from benchmarks.yardsticks.muc4_strings import Scored, rated, strings, surest, weighed
from dateline.model.text import Report
from dateline.pipeline import Engine, run

TYPE_FLOOR = 0.35
TYPE_SUPPORT = 0.3
"""A template needs a type's probability of `TYPE_FLOOR` less `TYPE_SUPPORT` times that of its surest filler."""

ROLE_FLOOR = {"PerpInd": 0.4, "PerpOrg": 0.38, "Target": 0.4, "Victim": 0.3, "Weapon": 0.25, DESCRIBED: 0.23}
SECOND_FLOOR = 0.2
INCIDENT_FLOOR = 0.45
SUFFERERS = ("Target", "Victim")
ANCHOR_FLOOR = 0.55
GAP = 1
"""Targets and victims further apart than so many sentences belong to different incidents."""

FILLERS = 5
"""At most so many strings fill one role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """A string with its probability for a role and for each type of incident, and the sentences it stands in."""

    text: str
    probability: float
    incidents: Mapping[str, float]
    sentences: tuple[int, ...]


def fillers(found: Mapping[str, Iterable[Scored]]) -> dict[str, list[Filler]]:
    """The strings of each role that are likely enough, surest first."""
    return {
        role: _distinct([_filler(s) for s in strings if chance(s.score) >= ROLE_FLOOR[role]])
        for role, strings in found.items()
    }


def _filler(string: Scored) -> Filler:
    return Filler(
        text=string.text,
        probability=chance(string.score),
        incidents={name: chance(score) for name, score in string.types.items()},
        sentences=string.sentences,
    )


def _distinct(options: list[Filler]) -> list[Filler]:
    """The surest strings of which none holds another."""
    kept: list[Filler] = []
    for option in sorted(options, key=lambda f: (-f.probability, f.text)):
        if len(kept) < FILLERS and not any(_holds(option.text, other.text) for other in kept):
            kept.append(option)
    return kept


def _holds(one: str, other: str) -> bool:
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def incident_types(topic: Mapping[str, float], found: Mapping[str, list[Filler]]) -> list[str]:
    """The types of which the message gets a template, likeliest first."""
    best = max((f.probability for role in ROLES for f in found.get(role, ())), default=0.0)
    floor = TYPE_FLOOR - TYPE_SUPPORT * best
    likely = sorted((name for name in TYPES if topic[name] > floor), key=lambda name: -topic[name])
    return [name for rank, name in enumerate(likely) if rank == 0 or topic[name] > SECOND_FLOOR]


def templates(message: Message, model: Model, classes: Classes, reading: Reading | None) -> Iterator[dict[str, Any]]:
    """The templates of a message; without a reading of the encoder by its features alone."""
    topic = model.topic.scores(set(topics(message)))
    nouns = list(rated(message, topic, model, classes))
    if reading is not None:
        nouns = [weighed(message, noun, reading, model) for noun in nouns]
    found = strings(message, nouns, model.cut)
    yield from assembled(message, model.whole.probabilities(surest(topic, found)), fillers(found))


def assembled(
    message: Message, told_of: Mapping[str, float], found: Mapping[str, list[Filler]]
) -> Iterator[dict[str, Any]]:
    """The templates out of the types' probabilities and the fillers."""
    types = incident_types(told_of, found)
    for name in types:
        whole = {role: [f for f in options if _belongs(f, name, types)] for role, options in found.items()}
        for mine in incidents(whole):
            told = {s for role in ROLES for f in mine[role] for s in f.sentences}
            fills = {role: [[f.text] for f in options] for role, options in mine.items()}
            yield {"incident_type": name, **fills, **muc4_slots.slots(message, told, mine)}


def incidents(found: Mapping[str, list[Filler]]) -> list[dict[str, list[Filler]]]:
    """The fillers of a type, parted where its targets and victims are told of in different places.

    Perpetrators and weapons go to the incidents that they stand near; a perpetrator that stands near none, to all.
    """
    anchors = sorted(
        ((f.sentences[0], role, f) for role in SUFFERERS for f in found[role] if f.probability > ANCHOR_FLOOR),
        key=lambda anchor: (anchor[0], anchor[1], anchor[2].text),
    )
    groups: list[list[tuple[int, str, Filler]]] = []
    for anchor in anchors:
        if groups and anchor[0] - groups[-1][-1][0] <= GAP:
            groups[-1].append(anchor)
        else:
            groups.append([anchor])
    if len(groups) < 2:
        return [dict(found)]
    return [_incident(found, group) for group in groups]


def _incident(found: Mapping[str, list[Filler]], group: Sequence[tuple[int, str, Filler]]) -> dict[str, list[Filler]]:
    low, high = group[0][0] - GAP, group[-1][0] + GAP
    mine = {role: [f for _, r, f in group if r == role] for role in SUFFERERS}
    for role in ("PerpInd", "PerpOrg", "Weapon", DESCRIBED):
        options = found.get(role, ())
        near = [f for f in options if low <= f.sentences[0] <= high]
        mine[role] = near or (list(options) if role != "Weapon" else [])
    return mine


def _belongs(filler: Filler, name: str, types: list[str]) -> bool:
    best = max(types, key=lambda other: filler.incidents[other])
    return len(types) == 1 or name == best or filler.incidents[name] > INCIDENT_FLOOR


def predict(docs: Iterable[dict[str, Any]], engine: Engine) -> Iterator[dict[str, Any]]:
    """One row a template; a message without incidents yields none."""
    model, classes, encoder = load_model(), load_classes(), load_encoder()
    if encoder is None:
        print("muc4: the encoder's weights are missing; templates are made by the features alone", file=sys.stderr)
    for doc in docs:
        record = run(Report.of(doc["text"]), engine=engine)
        reading = encoder.read(doc["text"]) if encoder else None
        for template in templates(Message(case=record.case), model, classes, reading):
            yield {"doc": doc["id"], **template}
