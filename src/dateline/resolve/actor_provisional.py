"""An actor that no register knows, made from the words of this report."""

from __future__ import annotations

import re

from dateline.model.record import Mention, Reason
from dateline.model.text import Token
from dateline.model.world import Actor, ActorKind
from dateline.reference.actor_nouns import ActorNoun
from dateline.reference.actor_words import fold, fold_name, word_set, words
from dateline.reference.victims import suffers
from dateline.resolve.actor_candidates import Option
from dateline.resolve.actor_memory import Memory
from dateline.resolve.actor_publisher import slug
from dateline.resolve.actor_scene import Scene

_KIND: dict[str, ActorKind] = {
    "state": "state_force", "unit": "state_force", "police": "state_force", "rebel": "armed_groups_collective",
    "gunmen": "unidentified_armed", "label": "label", "government": "government", "anonymous": "anonymous_source",
    "civilian": "civilian", "media": "media_collective", "org": "organisation", "role": "official",
}  # fmt: skip
_AGAINST = re.compile(
    r"(?i)\banti[-‐‑](?!terror|corrupt|narco|drug|pira|riot|tank|air|gang|kidnap|poach|smuggl|traffick|vice|mine|money|fraud"
    r"|submarine|missile|robber|crim|graft|insurg|guerril|explos|drone|personnel|armou?r)\w"
)
"""Against a party; what a unit of the state is for ("anti-terror police") says nothing of its side."""
_PREFIX = {"anonymous": "anon:", "civilian": "civ:", "media": "anon:", "role": "per:", "label": "lbl:"}
_IN_OFFICE = frozenset(("officer", "officers", "official", "officials", "local official", "health officials"))
"""Victims who may bear arms or govern: no civilians for all that is known."""
_SOURCES = frozenset(("officer", "official", "soldiers", "officers", "officials"))
_FOREIGN = word_set(
    "white european speaking looking foreign enemy rival opposing invading occupying hostile international multinational outside ex former colonial imperial"
)
"""Before troops: they are not those of the country that the report is about."""
_REGIONAL = word_set("regional provincial local tribal clan")
"""Before forces: they need not be the army."""
_WHICH = word_set(
    "security government defence defense national federal state armed special joint regular regime military police army "
    "ground air naval border local central northern southern eastern western elite interim transitional combined more "
    "additional several some many all presidential republican royal frontier civil public home coastal rapid peacekeeping"
)
"""Words that say which of a state's bodies is meant; in capitals they are no names."""


def made(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun | None, *, side: str | None = None) -> Option:
    """A provisional actor of this report; an unnamed single source is numbered, a definite one may come back."""
    quote = " ".join(mention.span.quote.split())
    sort = noun.sort if noun else "org"
    if sort == "anonymous" and suffers(scene.parse, scene.parse.tokens[mention.head]):
        sort = "role" if noun is not None and noun.phrase in _IN_OFFICE else "civilian"
    prefix = _PREFIX.get(sort, "act:")
    whole = (
        noun is None
        or sort in ("anonymous", "government", "media", "org")
        or of_somebody_unknown(scene, mention)
        or of_division(scene, mention, noun)
        or of_others(mention, noun)
        or is_against(mention)
    )
    key = slug(_core(quote) if whole or noun is None else _plural(noun))
    kind = _kind(scene, mention, sort, quote)
    if mention.marker == "social_posts":
        prefix, kind = "anon:", "social_post"
    if prefix == "anon:" and noun and noun.number == "singular":
        if is_definite(scene, mention):
            for actor in reversed(memory.actors()):
                if actor.id.startswith(f"anon:{slug(noun.phrase)}") or actor.name.endswith(noun.phrase):
                    return option_of(actor, "source_before", 0.6, "the unnamed source of before")
        taken = sum(actor.id.rpartition("-")[0] == f"anon:{key}" for actor in memory.actors())
        key = f"{key}-{taken + 1}"
    for_the_press = noun is not None and noun.phrase.partition(" ")[0] in _FOR_THE_PRESS
    if side is None and (sort == "anonymous" or for_the_press):
        side = _side_of_source(scene, quote)
    if side is None and (sort == "media" or for_the_press):
        side = _side_of_owner(scene, memory, mention)
    of_state = side if kind == "state_force" else None
    country = scene.reference.actors.countries.of(fold_name(quote).split()[0]) if quote[:1].isupper() else None
    name = quote.lower() if scene.shouted else quote
    if not whole and noun is not None and fold(quote) == noun.phrase != _plural(noun) and noun.phrase[-3:] != "man":
        name = _plural(noun)  # "rebel-held": the rebels hold it
    actor = Actor(id=prefix + key, name=name, kind=kind, country=country or of_state, side=side, provisional=True)
    return option_of(actor, "own_words", 0.5, "named by these words only")


def _side_of_owner(scene: Scene, memory: Memory, mention: Mention) -> str | None:
    """The side of the party whose outlet or press office it is: "the rebels' radio station", "the army's press office"."""
    owners = scene.parse.kids(scene.parse.tokens[mention.head], "poss")
    found = (
        seen.actor
        for seen in reversed(memory.seen)
        for owner in owners
        if seen.mention.span.start <= owner.start < seen.mention.span.end
    )
    party = next(found, None)
    return (party.side or party.id) if party is not None and (party.armed or party.kind == "government") else None


def _side_of_source(scene: Scene, quote: str) -> str | None:
    """On whose side an unnamed source is that is told to belong to a party: "army source", "Somali military officer"."""
    said = [word.folded for word in words(quote)]
    known = next(iter(scene.reference.actors.find(words(quote), shouted=scene.shouted)), None)
    party = scene.reference.actors.by_id[known.name.actors[0]].actor if known else None
    if party is not None and (party.armed or party.kind == "government"):
        return party.side
    if not _IN_SERVICE & set(said[:-1]):
        return None
    return scene.reference.actors.countries.of(said[0]) or scene.country


_IN_SERVICE = word_set("army military police government ministry armed forces presidency palace")
_FOR_THE_PRESS = word_set("press media information communications spokesman spokesperson public")
"""First words of the offices that speak for the body that they are of."""


def is_against(mention: Mention) -> bool:
    """Whether the words name those whom a party fights: "anti-junta forces" are not the junta's."""
    return _AGAINST.search(mention.span.quote) is not None


def of_somebody_unknown(scene: Scene, mention: Mention) -> bool:
    """Whether a name that nothing here knows stands before the body: "Zarbo forces" are not those of the report's country.

    A name at the head of a sentence may be any word in capitals, so the tagger has to call it a name.
    """
    reference = scene.reference
    head = scene.parse.tokens[mention.head]
    before = scene.parse.tokens[max(head.index - 1, 0)]
    named = before.head == head.index and before.dep == "compound" and before.pos not in ("NOUN", "VERB")
    if scene.shouted or not named or not before.text[:1].isupper():
        return False
    name = before.text
    near = any(place.country in scene.countries for place in reference.gazetteer.named(name))
    known = near or reference.actors.named(name)
    return not known and fold(name) not in reference.actors.nouns.last_words | _WHICH and name.isalpha()


def of_division(scene: Scene, mention: Mention, noun: ActorNoun | None) -> bool:
    """Whether a region's own forces are meant: they are not the country's army, whose side they may not be on."""
    if noun is None or noun.sort != "state":
        return False
    before, _, _ = mention.span.quote.rpartition(" ")
    place = scene.reference.gazetteer.first(before) if before[:1].isupper() else None
    own = place is not None and fold_name(place.name) == fold_name(before)
    return own and place is not None and place.kind in ("ADM1", "region")


def of_others(mention: Mention, noun: ActorNoun | None) -> bool:
    """Whether words say that armed men are not the army of the report's country: "foreign troops", "regional forces"."""
    said = frozenset(words_of(mention))
    if noun is None or noun.sort not in ("state", "unit"):
        return False
    own = "local" in said and "security" in said
    return bool(said & _FOREIGN) or (bool(said & _REGIONAL) and "forces" in said and not own)


def _plural(noun: ActorNoun) -> str:
    """One key for "rebel" and "rebels"."""
    single = noun.number == "singular" and noun.sort in ("rebel", "gunmen", "label")
    return noun.phrase + "s" if single else noun.phrase


def _core(quote: str) -> str:
    parts = quote.split()
    return " ".join(parts[1:]) if len(parts) > 1 and fold(parts[0]) in ("the", "a", "an") else quote


def _kind(scene: Scene, mention: Mention, sort: str, quote: str) -> ActorKind:
    head: Token = scene.parse.tokens[mention.head]
    if sort == "state" and scene.parse.head(head).lemma == "say" and head.lower in _SOURCES:
        return "anonymous_source"
    if is_against(mention) and sort in ("state", "unit"):
        return "armed_groups_collective"
    return _KIND.get(sort, "organisation")


def is_definite(scene: Scene, mention: Mention) -> bool:
    """Whether the words point back: "the", "these", "that"."""
    token = scene.parse.tokens[mention.head]
    if words(mention.span.quote)[:1] and words(mention.span.quote)[0].folded in ("the", "these", "those"):
        return True
    return any(kid.lower in ("the", "these", "those", "this", "that") for kid in scene.parse.kids(token, "det"))


def words_of(mention: Mention) -> tuple[str, ...]:
    """The folded words of a mention."""
    return tuple(word.folded for word in words(mention.span.quote))


def option_of(actor: Actor, name: str, weight: float, why: str) -> Option:
    """The actor with the one reason for which a mention means it."""
    return Option(actor=actor, reasons=(Reason(name=name, weight=weight, why=why),))
