"""Reads persons: one entity for all variants of a name, roles beside names, unnamed office-holders."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.model.record import Mention
from dateline.model.world import Actor, Membership
from dateline.reference.actor_words import fold, fold_name
from dateline.resolve.actor_bodies import Bodies, office_key, same_office
from dateline.resolve.actor_candidates import Option, state_actor
from dateline.resolve.actor_missions import PEACEKEEPERS, soldiers_of
from dateline.resolve.actor_offices import is_office, offices
from dateline.resolve.actor_provisional import is_definite, of_others, option_of, words_of
from dateline.resolve.actor_publisher import slug
from dateline.resolve.actor_scene import Scene

_CIVIL = frozenset(("mr", "mrs", "ms", "lord", "lady", "sir", "dr", "al"))


def person_names(scene: Scene, mentions: Sequence[Mention]) -> dict[str, Actor]:
    """Mention id → person, for all names; the longest form of a surname is the canonical one."""
    names = [m for m in mentions if m.kind == "person" and m.form == "name"]
    people: list[Actor] = []
    for mention in sorted(names, key=lambda m: (-len(m.span.quote.split()), m.span.start)):
        if not any(_same(mention.span.quote, actor) for actor in people):
            people.append(_person(scene, mention))
    return {m.id: next((a for a in people if _same(m.span.quote, a)), None) or _person(scene, m) for m in names}


def _same(quote: str, actor: Actor) -> bool:
    """Whether the words are the name or a part of it that holds a surname or a given name."""
    parts = [part for part in fold_name(quote).split() if part not in _CIVIL]
    for name in (actor.name, *actor.aliases):
        if fold_name(name) == fold_name(quote):
            return True
        whole = [part for part in fold_name(name).split() if part not in _CIVIL]
        if parts and (parts == whole or (len(parts) < len(whole) and set(parts) <= set(whole))):
            return True
        if len(parts) == 1 and whole and _is_variant(parts[0], whole[-1]):
            return True
    return False


def _is_variant(one: str, other: str) -> bool:
    """Whether two surnames are one written longer and shorter: "Perevalov" and "Perevalova"."""
    short, long = sorted((one, other), key=len)
    return len(short) >= LONG_SURNAME and long.startswith(short) and len(long) - len(short) <= 2


LONG_SURNAME = 7
"""Letters of a surname that nobody else bears with one or two more."""


def _person(scene: Scene, mention: Mention) -> Actor:
    known = scene.reference.actors.named(mention.span.quote)
    persons = [actor for actor in known if actor.id.startswith("per:")]
    if persons:
        return persons[0]
    name = " ".join(mention.span.quote.split())
    holder = _office_holder(scene, mention) if " " not in name else None
    if holder is not None:
        return holder
    return Actor(id=f"per:{slug(name)}", name=name.title() if name.isupper() else name, kind="person", provisional=True)


def _office_holder(scene: Scene, mention: Mention) -> Actor | None:
    """The one registered person of the report's countries whom "President NAME", or a surname that is rare, means."""
    before = scene.parse.tokens_in(max(0, mention.span.start - 12), mention.span.start)[-1:]
    surname, gazetteer = fold_name(mention.span.quote), scene.reference.gazetteer
    common = surname in gazetteer.surnames or surname in gazetteer.first_names
    if common and not (before and is_office(scene, before[0])):
        return None
    found = [
        row.actor
        for key, row in scene.reference.actors.by_id.items()
        if key.startswith("per:")
        and fold_name(row.actor.name).split()[-1] == surname
        and row.actor.country in scene.countries
    ]
    return found[0] if len(found) == 1 else None


def role_option(bodies: Bodies, mention: Mention, names: Mapping[str, Actor], near: Sequence[Mention]) -> Option:
    """Whom a role means: the name right beside it, the holder of the role before, else an unnamed holder."""
    scene = bodies.scene
    beside = _beside(scene, mention, near)
    if beside:
        return option_of(names[beside.id], "name_beside", 1.0, "the name stands beside the role")
    whose = bodies.whose(mention)
    before = _before(bodies, mention, whose)
    if before:
        return option_of(before, "role_before", 0.7, "the same role before")
    quote = " ".join(mention.span.quote.split())
    office, title = office_key(mention, whose), bodies.title(mention)
    actor = Actor(
        id=f"per:{slug(f'{quote} {office}')}",
        name=title.lower() if scene.shouted else title,
        kind="official",
        country=scene.country,
        side=_soldiers_side(scene, mention),
        memberships=(Membership(of=quote, role="holder"),),
        provisional=True,
    )
    return option_of(actor, "own_words", 0.5, "named by the role only")


def _soldiers_side(scene: Scene, mention: Mention) -> str | None:
    """On whose side an unnamed soldier or policeman is: of the state that the words name, or that the report is about."""
    noun = scene.reference.actors.nouns.longest(words_of(mention))
    if noun is None or noun.sort not in ("state", "police") or noun.phrase == "sniper":
        return None
    named = soldiers_of(scene, mention.span.quote) or state_actor(scene, mention.span.quote)
    plain = noun.phrase not in PEACEKEEPERS and not of_others(mention, noun)
    return named.side if named else scene.country if plain else None


def _before(bodies: Bodies, mention: Mention, whose: frozenset[str]) -> Actor | None:
    """The holder of the same role before, unless words say that it is the role of another party or place."""
    role = _office_name(mention.span.quote)
    definite = is_definite(bodies.scene, mention)
    for seen in reversed(bodies.memory.seen):
        if not seen.actor.id.startswith("per:"):
            continue
        if seen.mention.form == "role":
            before = _office_name(seen.mention.span.quote)
            same = before == role or before.endswith(" " + role)
            if same and same_office(whose, bodies.whose(seen.mention), definite=definite):
                return seen.actor
        elif definite and not whose and role in (_office_name(t.text) for t in offices(bodies.scene, seen.mention)):
            return seen.actor
    return None


def _office_name(words: str) -> str:
    """The words of a role without what tells man from woman: who was "spokeswoman" may be "the spokesperson" next."""
    return _SPOKES.sub("spokesman", fold_name(words).removeprefix("the "))


_SPOKES = re.compile(r"\bspokes(?:woman|person)\b")


_RANK = re.compile(r"(?<!\w)(?:(?:Lt|Gen|Maj|Brig|Col|Capt|Sgt|Adm|Cmdr|Cpl|Dr|Mr|Mrs|Ms)\.\s*)+")
"""Ranks that may stand between a role and a name, whose full stops end no sentence."""


def _beside(scene: Scene, mention: Mention, near: Sequence[Mention]) -> Mention | None:
    """The person's name that follows within a few characters, or ends right before with a comma."""
    text = scene.parse.report.text
    names = [other for other in near if other.form == "name" and other.kind == "person"]
    for other in names:
        gap = _RANK.sub("", text[mention.span.end : other.span.start]) if other.span.start >= mention.span.end else "."
        if len(gap) < 60 and not set(gap) & set('.;:!?”"') and gap.count(",") <= 1 and _plain(scene, gap):
            return other
    for other in names:
        gap = text[other.span.end : mention.span.start] if other.span.end <= mention.span.start else "."
        apart = set(gap) & set(".;:!?") or " of " in gap
        if len(gap) < 30 and gap.lstrip().startswith(",") and not apart:
            return other
    return next((other for other in names if any(t.index == mention.head for t in offices(scene, other))), None)


def _plain(scene: Scene, gap: str) -> bool:
    """Whether only names, and whose the role is ("of the militia,"), stand between a role and a name."""
    words = gap.replace(",", " ").split()
    bodies = scene.reference.actors.nouns.last_words
    return all(
        word[0].isupper() or word.lower() in ("of", "the", "for", "and") or fold(word) in bodies for word in words
    )
