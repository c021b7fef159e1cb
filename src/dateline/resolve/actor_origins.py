"""Whose armed men are by the words around them: where they come from, who sends or loses them, who tells of them.

"Troops from neighbouring Eritrea" are Eritrea's, "forces in Somalia's Puntland region" are the Puntland forces, "A redeployed
troops" speaks of A's own, "A said troops advanced" too, and in "A commanders and soldiers" both are of A.
"""

from __future__ import annotations

import re

from dateline.model.record import Mention
from dateline.model.world import Actor
from dateline.reference.actor_nouns import ActorNoun
from dateline.reference.actor_words import fold_name, word_set
from dateline.resolve.actor_memory import SPEECH, Memory, Seen
from dateline.resolve.actor_provisional import words_of
from dateline.resolve.actor_scene import Scene

_FROM = re.compile(
    r"\s+(?P<how>from|in|of)\s+(?:the\s+|its\s+)?(?:(?:neighbou?ring|nearby|breakaway|semi-autonomous|restive)\s+)*"
    r"(?P<name>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}(?:['’]s?\s+(?:[a-z-]+\s+){0,3}(?P<part>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?))?)"
    r"(?P<kind>\s+(?:region|state|province))?"
)
_MOVES = word_set(
    "deploy redeploy withdraw send dispatch move pull lose mobilise mobilize mass station rush airlift recall amass assemble train"
)
"""What a party does with its own men, and what happens to it."""
_LEADERS = word_set("commander officer leader official general member")
_ARMED_MEN = word_set("forces troops soldiers fighters army police militia guards commandos paramilitaries")


def origin(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Actor | None:
    """Whose the men are by where they come from, by a list that a name opens, or by who does something with them."""
    return (
        _of_region(scene, mention, noun)
        or _from(scene, mention, noun)
        or _listed(scene, memory, mention)
        or _moved(scene, memory, mention, noun)
        or told_of_his_own(scene, memory, mention, noun)
    )


def _of_region(scene: Scene, mention: Mention, noun: ActorNoun) -> Actor | None:
    """The men of a region of which the register knows the forces: "Puntland soldiers"."""
    before = words_of(mention)[: -len(noun.phrase.split())]
    if not before or noun.phrase not in _ARMED_MEN or not mention.span.quote[:1].isupper():
        return None
    return _forces(scene, " ".join(before))


def _forces(scene: Scene, region: str) -> Actor | None:
    known = scene.reference.actors.named(f"{region} forces")
    return known[0] if known and known[0].armed else None


def _from(scene: Scene, mention: Mention, noun: ActorNoun) -> Actor | None:
    """The forces of a country or region that stands behind "from"; a region of which forces are known behind "in", too."""
    match = _FROM.match(scene.parse.report.text, mention.span.end)
    if match is None or noun.sort not in ("state", "rebel") or noun.number == "singular" or not _plain(mention, noun):
        return None
    name, part = match.group("name"), match.group("part")
    if part or match.group("kind"):
        region = _forces(scene, fold_name(part or name))
        if region is not None and (match.group("how") == "from" or noun.phrase == "forces"):
            return region
    countries = scene.reference.actors.countries
    iso = None if part else countries.by_name.get(fold_name(name))
    if match.group("how") != "from" or iso is None or noun.sort != "state":
        return None
    return countries.body(iso, noun.phrase, noun.sort)


def _plain(mention: Mention, noun: ActorNoun) -> bool:
    """Whether nobody's name stands before the noun."""
    return words_of(mention) == tuple(noun.phrase.split()) or mention.span.quote[:1].islower()


def _listed(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """The party whose name opens the list: "RSF commanders and soldiers"."""
    token = scene.parse.tokens[mention.head]
    if token.dep != "conj" or scene.parse.kids(token, "det", "amod", "compound", "poss", "nummod"):
        return None
    first = scene.parse.head(token)
    if first.lemma not in _LEADERS or token.tag != "NNS":
        return None
    owners = {kid.index for kid in scene.parse.kids(first, "compound", "nmod")}
    return next((a for m, a in memory.named if m.head in owners and a.armed), None)


def _moved(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Actor | None:
    """The party that is told to send, withdraw or lose men, where nothing says that they are another's."""
    token = scene.parse.tokens[mention.head]
    verb = scene.parse.head(token)
    if token.dep != "dobj" or verb.lemma not in _MOVES or noun.number == "singular" or not _plain(mention, noun):
        return None
    if scene.parse.kids(token, "det", "poss") and verb.lemma != "lose":
        return None
    heads = {kid.index for kid in scene.parse.kids(verb, "nsubj")}
    state = scene.reference.actors.countries.bodies
    for seen in reversed(memory.seen):
        standing = seen.mention.head in heads or scene.parse.tokens[seen.mention.head].head in heads
        if standing and seen.mention.sentence == mention.sentence:
            forces = state.get((seen.actor.side or "", "forces")) if seen.actor.kind == "government" else None
            return forces or (seen.actor if seen.actor.armed else None)
    return None


def told_of_his_own(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun | None) -> Actor | None:
    """Whose bare "troops" or "soldiers" are that did what their own force tells: "AMISOM said troops retook the base"."""
    token = scene.parse.tokens[mention.head]
    if noun is None or noun.number != "plural" or token.dep != "nsubj" or len(words_of(mention)) > 1:
        return None
    if noun.phrase not in _ARMED_MEN:
        return None
    told = next((up for up in scene.parse.ancestors(token) if up.lemma in SPEECH), None)
    if told is None or scene.parse.kids(token, "det", "nummod"):
        return None
    heads = {kid.index for kid in scene.parse.kids(told, "nsubj")}

    def tells(seen: Seen) -> bool:
        standing = seen.mention.head in heads or scene.parse.tokens[seen.mention.head].head in heads
        of_a_side = seen.actor.kind == "organisation" and seen.actor.side is not None
        return standing and seen.speaks and (seen.actor.armed or of_a_side)

    teller = memory.latest(tells, sentence=mention.sentence, reach=0)
    if teller is None or teller.armed:
        return teller
    known = scene.reference.actors.by_id.get(f"act:{teller.side}")
    return known.actor if known else scene.reference.actors.countries.bodies.get((teller.side or "", "forces"))
