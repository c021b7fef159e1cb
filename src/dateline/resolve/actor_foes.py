"""Who "the enemy" is: the other party to the fighting, as the one who says so has it."""

from __future__ import annotations

from dateline.model.record import Mention
from dateline.model.world import Actor
from dateline.reference.actor_nouns import ActorNoun
from dateline.resolve.actor_memory import Memory, subject_speaker
from dateline.resolve.actor_scene import Scene

_FOES = frozenset(("enemy", "enemies", "adversary", "aggressor", "occupier", "occupiers"))


def foe(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Actor | None:
    """The one party at arms named in the report that is not on the speaker's side; None where there are several, or none."""
    if noun.phrase not in _FOES:
        return None
    mine = _who_says_so(scene, memory, mention)
    if mine is None or not (mine.armed or mine.kind == "government"):
        return None
    own = mine.side or mine.id
    bodies = scene.reference.actors.countries.bodies
    others: dict[str, Actor] = {}
    for _, actor in memory.named:
        force = bodies.get((actor.side or "", "forces")) if actor.kind == "government" else actor
        if force is not None and force.armed and (force.side or force.id) != own and force.kind != "intl_force":
            others.setdefault(force.side or force.id, force)
    return next(iter(others.values())) if len(others) == 1 else None


def _who_says_so(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """The party in whose words "the enemy" stands: who writes, or who speaks in the sentence."""
    index = subject_speaker(scene.parse, scene.parse.tokens[mention.head])
    known = (*((seen.mention, seen.actor) for seen in memory.seen), *memory.named)
    speaker = next((actor for named, actor in known if index is not None and named.head == index), None)
    if speaker is not None:
        return memory.parties.get(speaker.id, speaker)
    return scene.publisher
