"""Who "the enemy" is: the other party to the fighting, as the one who says so has it."""

from __future__ import annotations

from dateline.model.record import Mention
from dateline.model.sides import GROUPS
from dateline.model.world import Actor
from dateline.reference.actor_nouns import ActorNoun
from dateline.resolve.actor_memory import Memory, is_quoted, subject_speaker
from dateline.resolve.actor_scene import Scene

FOES = frozenset(("enemy", "enemies", "adversary", "aggressor", "occupier", "occupiers"))


def foe(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Actor | None:
    """The party at arms told of last that is not on the speaker's side, else the only one that the report names."""
    if noun.phrase not in FOES and not (noun.sort == "label" and _says_a_group(scene, memory, mention)):
        return None
    mine = side_of_words(scene, memory, mention)
    if mine is None:
        return None
    if scene.publisher.armed and scene.publisher.side == scene.publisher.id:
        return None  # a party that no register knows: whose friends the others are is not known either
    told = [seen for seen in memory.seen if _fights(seen.actor, mine) and seen.mention.sentence is not None]
    near = {s.actor.side or s.actor.id: s.actor for s in told if s.mention.sentence == told[-1].mention.sentence}
    if near:
        return next(iter(near.values())) if len(near) == 1 else None
    bodies = scene.reference.actors.countries.bodies
    others: dict[str, Actor] = {}
    for _, actor in memory.named:
        force = bodies.get((actor.side or "", "forces")) if actor.kind == "government" else actor
        if force is not None and _fights(force, mine):
            others.setdefault(force.side or force.id, force)
    return next(iter(others.values())) if len(others) == 1 else None


def _says_a_group(scene: Scene, memory: Memory, mention: Mention) -> bool:
    """Whether the words are those of an armed group, whose apostates and invaders are whom it fights, the state too."""
    speaker = _who_says_so(scene, memory, mention)
    return speaker is not None and speaker.kind in GROUPS


def _fights(actor: Actor, mine: str) -> bool:
    return actor.armed and (actor.side or actor.id) != mine and actor.kind not in ("intl_force", "intl_org")


def side_of_words(scene: Scene, memory: Memory, mention: Mention) -> str | None:
    """On whose side he is in whose words a mention stands, None where no party at arms speaks."""
    mine = _who_says_so(scene, memory, mention)
    if mine is None or not (mine.armed or mine.side is not None):
        return None
    return mine.side or mine.id


def against_us(scene: Scene, memory: Memory, noun: ActorNoun) -> tuple[Actor, ...]:
    """The groups whom a noun for armed men may mean: "the enemy" is nobody whom the report calls "our Northern Front"."""
    if noun.phrase not in FOES:
        return memory.groups
    tokens = scene.parse.tokens
    owned = [(one, kid) for m, one in memory.named for kid in scene.parse.kids(tokens[m.head], "poss")]
    ours = {one.id for one, kid in owned if kid.lower in ("our", "my")}
    return tuple(group for group in memory.groups if group.id not in ours)


def _who_says_so(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """The party in whose words "the enemy" stands: who writes, or who speaks in the sentence."""
    token = scene.parse.tokens[mention.head]
    index = subject_speaker(scene.parse, token)
    elsewhere = index is not None and scene.parse.tokens[index].sentence != token.sentence
    if index == token.index or (elsewhere and not is_quoted(scene.parse.report.text, mention.span.start)):
        return scene.publisher  # "the jihadists said" are the reporter's words
    named = (actor for one, actor in memory.named if index is not None and one.head == index)
    return memory.party_at(index) or next(named, None) or scene.publisher
