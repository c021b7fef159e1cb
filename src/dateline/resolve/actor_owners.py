"""Whose "its troops", "his men" and "their fighters" are: of who tells of them, whom the sentence names, or who was named before."""

from __future__ import annotations

from dateline.model.record import Mention
from dateline.model.text import Token
from dateline.model.world import Actor
from dateline.reference.actor_words import word_set, words
from dateline.resolve.actor_allegiance import his_men
from dateline.resolve.actor_binding import told_by
from dateline.resolve.actor_memory import KILLING, Memory, Seen, is_armed, is_person, named_at
from dateline.resolve.actor_scene import Scene

OWNED = ("its", "their", "his", "our", "her")


def owner_of(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """The party that "its", "his" or "their" before the noun points back to."""
    first = words(mention.span.quote)[:1]
    token = scene.parse.tokens[mention.head]
    owned = bool(first) and first[0].folded in OWNED
    for kid in scene.parse.kids(token, "poss"):
        held = (s.actor for s in memory.seen if s.mention.head == kid.index and s.mention.form == "nominal")
        if (whose := next(held, None)) is not None and (whose.armed or whose.kind == "government"):
            return whose
    owners = {first[0].folded} if owned else {kid.lower for kid in scene.parse.kids(token, "poss")}
    if owners.isdisjoint(OWNED):
        return None
    teller = next((party for kid in scene.parse.kids(token, "poss") if (party := _teller(memory, kid))), None)
    if teller is not None:
        return teller
    of_one = not owners.isdisjoint(("his", "her"))
    ahead = None if of_one else _subject_ahead(scene, memory, token)
    if ahead is not None:
        return ahead
    men = his_men(scene, memory, mention) if of_one else None
    nearest = (
        memory.latest(lambda s: is_person(s) or is_armed(s), sentence=mention.sentence, reach=1) if of_one else None
    )
    if nearest is not None and nearest.id.startswith("per:"):
        return men  # the men of a leader whose party nothing tells are nobody else's
    doers = _who_hurts(scene, memory, token)
    other = "its" in owners

    def has_men(seen: Seen) -> bool:
        several = other and seen.plural and seen.mention.form == "nominal"
        return is_armed(seen) and not several and seen.actor.id not in doers

    return men or memory.latest(has_men, sentence=mention.sentence, reach=1)


def _who_hurts(scene: Scene, memory: Memory, token: Token) -> frozenset[str]:
    """Who kills, takes or drives off the men in the sentence: they are not his own ("killed six of its fighters")."""
    parse = scene.parse
    verb = next((up for up in parse.ancestors(token) if up.pos == "VERB"), None)
    if verb is None or verb.lemma not in _HURTING or token.index < verb.index:
        return frozenset()
    deeds = [verb, *(up for up in parse.ancestors(verb) if verb.dep in ("conj", "advcl") and up.pos == "VERB")]
    subject = next((kid for deed in deeds for kid in parse.kids(deed, "nsubj")), None)
    actor = memory.at(subject.index) if subject is not None else None
    return frozenset((actor.id,)) if actor is not None else frozenset()


_HURTING = KILLING | word_set(
    "wound injure capture seize arrest detain shoot hit strike bomb shell ambush attack repel neutralise neutralize eliminate rout "
    "disarm target destroy surround overpower"
)


def _teller(memory: Memory, owner: Token) -> Actor | None:
    """The armed party that says what "its troops" did, itself or by its spokesman."""
    said = told_by(memory.parse, owner)
    party = memory.party_at(said.index) if said is not None else None
    return party if party is not None and (party.armed or party.kind == "government") else None


def _subject_ahead(scene: Scene, memory: Memory, token: Token) -> Actor | None:
    """Whose "its" is before the subject comes: "With its troops abroad, Burundi warned …"."""
    parse = scene.parse
    opening = next((up for up in parse.ancestors(token) if up.dep == "prep"), None)
    if opening is None or opening.index != parse.sentences[token.sentence].first:
        return None
    subject = next(iter(parse.kids(parse.head(opening), "nsubj")), None)
    if subject is None or subject.index < token.index:
        return None
    named = named_at(memory.named, subject.start)
    return named[1] if named is not None else None
