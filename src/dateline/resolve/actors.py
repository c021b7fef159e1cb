"""Resolves actors: registered names, words of this report, pronouns; and the publisher."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model.record import Mention, Reading, Reason
from dateline.model.signs import Sign
from dateline.model.text import Parse
from dateline.model.world import Actor, Label
from dateline.reference import Reference
from dateline.reference.actor_words import fold_name
from dateline.resolve.actor_bodies import Bodies, of_body
from dateline.resolve.actor_candidates import Option, name_options, part_of_known
from dateline.resolve.actor_counted import counted_people
from dateline.resolve.actor_issuer import issuer
from dateline.resolve.actor_memory import Memory, tied_to_another
from dateline.resolve.actor_nominals import named_groups, nominal_option
from dateline.resolve.actor_offices import force_of_officer
from dateline.resolve.actor_parts import parted_name
from dateline.resolve.actor_persons import person_names, role_option
from dateline.resolve.actor_pronouns import pronoun_option, speaker_option
from dateline.resolve.actor_publisher import find_publisher, published_by
from dateline.resolve.actor_scene import Scene, build_scene
from dateline.resolve.actor_units import with_owners

_KINDS = ("actor", "person", "label")
_OUR_MEN = frozenset(("men", "boys", "lads", "guys", "comrades", "heroes", "martyrs"))
"""Whom a speaker calls "our" who fights: his own side."""
_SPEAKERS = frozenset(("we", "our", "i", "us", "my"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """The readings of all actor, person and label mentions, who publishes the report, and by which sign."""

    readings: tuple[Reading, ...]
    publisher: Actor
    published_by: Sign | None


def resolve_actors(
    parse: Parse, mentions: tuple[Mention, ...], reference: Reference, places: tuple[Reading, ...]
) -> Actors:
    """Every actor, person and label mention's candidates, ranked.

    Names come first, for the whole report; then the other words from left to right, twice: who says "we", and whose he is,
    is often told behind his words only.
    """
    sign = published_by(parse, reference)
    filed = find_publisher(parse, sign, reference)
    scene = build_scene(parse, mentions, reference, places, filed)
    publisher = issuer(scene, filed)
    scene = replace(scene, publisher=publisher)
    ours = [m for m in mentions if m.kind in _KINDS]
    options = _names(scene, ours)
    names = {key: found[0].actor for key, found in options.items()}
    people = person_names(scene, ours)
    memory = _memory(scene, ours, names, people)
    first = _read(scene, ours, options, people, memory)
    again = replace(memory, seen=[], parties=dict(first.memory.parties), whole=tuple(first.memory.seen))
    last = _read(scene, ours, options, people, again) if first.later or first.parties else first
    counted = {mention.id: [option] for mention, option in counted_people(scene, last.memory, mentions)}
    final = _with_words(parse, ours, last.options, publisher)
    final |= {key: of_body(final[key], body, role) for key, (body, role) in last.parties.items()}
    readings = _readings(mentions, {**last.options, **counted}, final)
    return Actors(readings=tuple(readings), publisher=final.get(publisher.id, publisher), published_by=sign)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What one reading of the report from left to right gave; `later` are those that only who speaks can tell."""

    options: dict[str, list[Option]]
    memory: Memory
    parties: dict[str, tuple[Actor, str]]
    later: list[Mention]


def _read(
    scene: Scene,
    ours: Sequence[Mention],
    names: Mapping[str, list[Option]],
    people: Mapping[str, Actor],
    memory: Memory,
) -> _Reading:
    """Read all mentions but the names from left to right; on the second reading it is known who speaks behind his words."""
    options = dict(names)
    bodies = Bodies(
        scene=scene, memory=memory, names={key: found[0].actor for key, found in names.items()}, mentions=ours
    )
    reading = _Reading(options=options, memory=memory, parties={}, later=[])
    for index, mention in enumerate(ours):
        if mention.id not in options:
            if _is_the_speakers(scene, mention):
                reading.later.append(mention)
                if memory.whole is None:
                    continue
                option: Option | None = _speaking(scene, memory, mention)
            else:
                option = _other(scene, memory, mention) if mention.kind != "person" else None
                option = option or _person(bodies, mention, people, ours[max(0, index - 3) : index + 4])
            if option is None:
                continue
            options[mention.id] = [option]
        actor = options[mention.id][0].actor
        if mention.kind == "person" and actor.id.startswith("per:"):
            _speaks_for(bodies, mention, actor, reading.parties)
        memory.add(mention, of_body(actor, *reading.parties[actor.id]) if actor.id in reading.parties else actor)
    return reading


def _speaking(scene: Scene, memory: Memory, mention: Mention) -> Option:
    """Whom "we" or "our forces" means; the forces of nobody known are those that a bare noun would mean."""
    said = speaker_option(scene, memory, mention)
    unarmed = mention.form != "pronoun" and said.actor.kind == "anonymous_source"
    return nominal_option(scene, memory, mention) if unarmed else said


def _speaks_for(bodies: Bodies, mention: Mention, actor: Actor, parties: dict[str, tuple[Actor, str]]) -> None:
    """Keep for whom a person speaks: the body of his office, else the force of his rank."""
    memory = bodies.memory
    if body := bodies.body(mention):
        parties.setdefault(actor.id, (body, " ".join(mention.span.quote.split())))
        memory.parties[actor.id] = parties[actor.id][0]
    elif actor.id not in memory.parties and (force := force_of_officer(bodies.scene, memory, mention)):
        memory.parties[actor.id] = force


def _memory(
    scene: Scene, mentions: Sequence[Mention], names: Mapping[str, Actor], people: Mapping[str, Actor]
) -> Memory:
    """What is known of a report before its words are read from left to right: whom it names where."""
    return Memory(
        parse=scene.parse,
        bodies=scene.reference.actors.nouns.last_words,
        persons=scene.reference.actors.nouns.persons,
        named=tuple((m, names[m.id]) for m in mentions if m.id in names),
        people=tuple((m, people[m.id]) for m in mentions if m.id in people),
        groups=named_groups(names[m.id] for m in mentions if m.id in names and not tied_to_another(scene.parse, m)),
    )


def _names(scene: Scene, mentions: Sequence[Mention]) -> dict[str, list[Option]]:
    """The options of all actor names; a part of a name that was spelled out before means the same actor."""
    options: dict[str, list[Option]] = {}
    known: list[Actor] = []
    for mention in mentions:
        if mention.kind != "actor" or mention.form not in ("name", "metonym"):
            continue
        if fold_name(mention.span.quote) == fold_name(scene.publisher.name) or mention.marker == "frame":
            found = [Option(actor=scene.publisher, reasons=(Reason(name="publisher", weight=1.0, why="files it"),))]
        else:
            found = name_options(scene, mention)
            whole = part_of_known(mention.span.quote, known) if found[0].actor.provisional else None
            if whole:
                found.insert(0, Option(actor=whole, reasons=(Reason(name="part_of_name", weight=0.8),)))
            if apart := parted_name(scene, mention, found[0].actor):
                found.insert(
                    0, Option(actor=apart, reasons=(Reason(name="split_off", weight=0.9, why="no longer it"),))
                )
        options[mention.id] = found
        known.append(found[0].actor)
    return with_owners(scene, mentions, _with_acronyms(scene, mentions, options))


def _with_acronyms(
    scene: Scene, mentions: Sequence[Mention], options: dict[str, list[Option]]
) -> dict[str, list[Option]]:
    """An acronym in brackets behind a name means what the name means, here and further on: "the X ministry of defence (MoD)"."""
    text = scene.parse.report.text
    bound: dict[str, Actor] = {}
    for mention in mentions:
        found = options.get(mention.id)
        if found is None:
            continue
        if (said := _BRACKETED.match(text, mention.span.end)) and fold_name(said.group(1)) in scene.introduced:
            bound.setdefault(fold_name(said.group(1)), found[0].actor)
        means = bound.get(fold_name(mention.span.quote))
        if means is not None and found[0].actor.provisional and means.id != found[0].actor.id:
            found.insert(0, Option(actor=means, reasons=(Reason(name="introduced", weight=1.0, why="whose letters"),)))
    return options


_BRACKETED = re.compile(r"\s*[(\[]\s*([A-Z][\w/’'&-]{1,11})\s*[)\]]")


def _other(scene: Scene, memory: Memory, mention: Mention) -> Option | None:
    if mention.form in ("pronoun", "anaphor"):
        return pronoun_option(scene, memory, mention)
    return nominal_option(scene, memory, mention)


def _person(bodies: Bodies, mention: Mention, people: Mapping[str, Actor], near: Sequence[Mention]) -> Option | None:
    if mention.id in people:
        return Option(actor=people[mention.id], reasons=(Reason(name="person_name", weight=1.0, why="a name"),))
    if mention.form == "pronoun":
        return pronoun_option(bodies.scene, bodies.memory, mention)
    return role_option(bodies, mention, people, near)


def _readings(
    mentions: Sequence[Mention], options: Mapping[str, Sequence[Option]], final: Mapping[str, Actor]
) -> list[Reading]:
    """All readings; every actor carries the words by which this report calls it, and the labels used of it."""
    return [
        Reading(
            mention=mention.id,
            value=final.get(option.actor.id, option.actor),
            score=option.score,
            rank=rank,
            reasons=option.reasons,
        )
        for mention in mentions
        for rank, option in enumerate(options.get(mention.id, ()), start=1)
    ]


def _with_determiner(parse: Parse, mention: Mention) -> tuple[str, ...]:
    """The words with their article or count, as a reader would quote an unnamed person: "a resident"."""
    if mention.form not in ("nominal", "role"):
        return ()
    before = parse.tokens_in(max(0, mention.span.start - 8), mention.span.start)[-1:]
    if not before or not (before[0].pos in ("DET", "NUM") or before[0].lower in ("a", "an", "the")):
        return ()
    return (" ".join(parse.report.text[before[0].start : mention.span.end].lower().split()),)


def _is_the_speakers(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is of who speaks, or of theirs at arms ("our men"); "US" before a noun is a state."""
    said = fold_name(mention.span.quote).split()
    first = next(iter(said), "")
    noun = scene.reference.actors.nouns.longest(tuple(said))
    own = noun is not None and noun.phrase in _OUR_MEN
    if mention.form != "pronoun" and noun is not None and not own and noun.sort in ("civilian", "anonymous", "role"):
        return False  # "my brother" is somebody else
    return first in _SPEAKERS and (first != "us" or mention.form == "pronoun")


def _with_words(
    parse: Parse, mentions: Sequence[Mention], options: Mapping[str, Sequence[Option]], publisher: Actor
) -> dict[str, Actor]:
    final: dict[str, Actor] = {}
    for mention in mentions:
        if mention.id not in options:
            continue
        actor = options[mention.id][0].actor
        actor = final.get(actor.id, actor)
        words = " ".join(mention.span.quote.split())
        if mention.kind == "label":
            label = Label(word=words, by=publisher.id)
            labels = actor.labels if label in actor.labels else (*actor.labels, label)
            actor = replace(actor, labels=labels)
        elif mention.form != "pronoun":
            new = [w for w in (words, *_with_determiner(parse, mention)) if w not in (actor.name, *actor.aliases)]
            actor = replace(actor, aliases=(*actor.aliases, *new))
        final[actor.id] = actor
    return {key: _with_members(actor, final) for key, actor in final.items()}


def _with_members(actor: Actor, others: Mapping[str, Actor]) -> Actor:
    """A coalition with those of its members that the report names too."""
    members = tuple(
        o.id for o in others.values() if any(m.of == actor.id and m.role == "member" for m in o.memberships)
    )
    return replace(actor, includes=members) if members else actor
