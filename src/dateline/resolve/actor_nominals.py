"""Reads nominals: "the army" of the report's country, "the rebels" of the one group named, an unnamed teacher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dateline.model.record import Mention, Reason
from dateline.model.text import Token
from dateline.model.world import Actor, ActorKind
from dateline.reference.actor_nouns import ActorNoun
from dateline.reference.actor_words import fold, fold_name, word_set, words
from dateline.resolve.actor_candidates import Option, state_actor
from dateline.resolve.actor_memory import Memory, Seen, is_armed
from dateline.resolve.actor_publisher import slug
from dateline.resolve.actor_scene import Scene

_KIND: dict[str, ActorKind] = {
    "state": "state_force", "unit": "state_force", "police": "state_force", "rebel": "armed_groups_collective",
    "gunmen": "unidentified_armed", "label": "label", "government": "government", "anonymous": "anonymous_source",
    "civilian": "civilian", "media": "media_collective", "org": "organisation", "role": "official",
}  # fmt: skip
_PREFIX = {"anonymous": "anon:", "civilian": "civ:", "media": "anon:", "role": "per:", "label": "lbl:"}
_OWNED = ("its", "their", "his", "our", "her")
_ONE_ARMED = frozenset(("fighters", "gunmen", "men", "units", "forces", "troops", "soldiers", "columns", "militants"))
_ARMED_BODIES = frozenset(
    (
        "group", "movement", "organization", "organisation", "faction", "front", "guerrilla army", "alliance", "coalition",
        "militia", "bloc",
    )
)  # fmt: skip
_LOOSE = frozenset(
    (
        "gangs", "gang", "militias", "tribesmen", "herders", "vigilantes", "cartels", "mercenaries", "pirates",
        "smugglers", "traffickers", "poachers", "dissidents", "defectors", "warlords", "foreign fighters", "opposition",
        "militia fighters", "loyalists", "partisans", "communists", "nationalists", "criminal group", "cartel",
    )
)  # fmt: skip
"""Nouns for armed people of many kinds: one group named in the report need not be meant."""

_NATIONAL = frozenset(
    (
        "government", "authorities", "administration", "presidency", "cabinet", "parliament", "congress", "senate",
        "foreign ministry", "defence ministry", "defense ministry", "interior ministry", "health ministry",
        "ministry of defence", "ministry of defense", "ministry of foreign affairs", "ministry of the interior",
        "ministry of health", "interim government", "transitional government", "military government",
        "civilian government", "military authorities", "mod", "mfa",
    )
)  # fmt: skip
_SOURCES = frozenset(("officer", "official", "soldiers", "officers", "officials"))


def nominal_option(scene: Scene, memory: Memory, mention: Mention, names: Mapping[str, Actor]) -> Option:
    """What a nominal means; `names` are the actors of all names in the report by mention id."""
    groups = named_groups(names.values())
    noun = noun_of(scene, mention)
    if noun is None:
        return _without_noun(scene, memory, mention)
    sort = noun.sort
    apposed = _apposed(scene, memory, mention)
    if apposed:
        return _as(apposed, "apposition", 0.9, "the name stands in apposition")
    owner = _owner(scene, memory, mention)
    if owner and (sort in ("state", "rebel", "gunmen", "unit") or noun.phrase in _ONE_ARMED):
        return _as(_forces_of(scene, owner, sort), "possessor", 0.9, "belongs to the party named before")
    if sort in ("state", "unit"):
        group = _armed_of_text(scene, mention)
        if group:
            return _as(group, "named_beside", 0.9, "the name stands beside the noun")
    if sort in ("state", "police", "government", "unit"):
        return _of_state(scene, memory, mention, noun)
    if noun.phrase == "officers":
        force = memory.latest(lambda s: s.actor.kind == "state_force", sentence=mention.sentence, reach=2)
        if force:
            return _as(force, "force_before", 0.5, "officers of the force named before")
    if sort in ("rebel", "label", "gunmen"):
        return _armed(scene, mention, noun, groups, memory)
    if sort == "org":
        return _organisation(memory, mention, noun) or _made(scene, memory, mention, noun)
    return _made(scene, memory, mention, noun)


def named_groups(actors: Iterable[Actor]) -> list[Actor]:
    """The non-state armed parties among the named actors, each once."""
    kinds = ("rebel", "militia", "paramilitary", "coalition")
    return list({actor.id: actor for actor in actors if actor.kind in kinds}.values())


def noun_of(scene: Scene, mention: Mention) -> ActorNoun | None:
    """The actor noun that ends at the mention's head, else the last one in its words."""
    nouns = scene.reference.actors.nouns
    run = words(mention.span.quote)
    head = scene.parse.tokens[mention.head]
    upto = tuple(w.folded for w in run if mention.span.start + w.start < head.end)
    folded = tuple(w.folded for w in run)
    ends = (upto, *(folded[:last] for last in range(len(folded), 0, -1)))
    return next((noun for words_ in ends if (noun := nouns.longest(words_))), None)


def _without_noun(scene: Scene, memory: Memory, mention: Mention) -> Option:
    """A bare adjective of a state ("the Russian advance"), a state's weapons, a post, or unknown words."""
    state = state_actor(scene, mention.span.quote)
    if state:
        forces = scene.reference.actors.countries.bodies.get((state.country or "", "forces"), state)
        return _as(forces, "adjective_of_state", 0.8, "the words name the state")
    return _made(scene, memory, mention, None)


def _forces_of(scene: Scene, owner: Actor, sort: str) -> Actor:
    """A ministry's troops are the troops of its state."""
    if owner.kind != "government" or sort != "state":
        return owner
    return scene.reference.actors.countries.bodies.get((owner.side or "", "forces"), owner)


def _apposed(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """The actor whose name stands in apposition: "another group, the NAME", "the NAME, a monitor"."""
    token = scene.parse.tokens[mention.head]
    beside = {kid.index for kid in scene.parse.kids(token, "appos", "compound", "nmod")}
    if token.dep == "appos":
        beside.add(token.head)
    for other, actor in memory.named:
        if beside and any(other.span.start <= scene.parse.tokens[i].start < other.span.end for i in beside):
            return actor
    return None


def _as(actor: Actor, name: str, weight: float, why: str) -> Option:
    return Option(actor=actor, reasons=(Reason(name=name, weight=weight, why=why),))


def _owner(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """The party that "its", "his" or "their" before the noun points back to."""
    first = words(mention.span.quote)[:1]
    token = scene.parse.tokens[mention.head]
    owned = bool(first) and first[0].folded in _OWNED
    if not owned:
        owned = any(kid.lower in _OWNED for kid in scene.parse.kids(token, "poss"))
    return memory.latest(is_armed, sentence=mention.sentence, reach=1) if owned else None


def _of_state(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun | None) -> Option:
    countries = scene.reference.actors.countries
    quote = mention.span.quote
    stated = state_actor(scene, quote)
    if stated:
        return _as(stated, "state_body", 1.0, "the words name the state")
    if noun and noun.phrase in ("ministry", "authorities", "delegation", "embassy", "office"):
        before = memory.latest(lambda s: "ministry" in s.actor.name.lower(), sentence=mention.sentence, reach=4)
        if before and noun.phrase == "ministry":
            return _as(before, "ministry_before", 0.9, "the ministry named before")
    if _of_somebody_unknown(scene, mention):
        return _made(scene, memory, mention, noun)
    iso = _party_country(scene, memory, mention, noun)
    body = countries.body(iso, noun.phrase, noun.sort) if noun and noun.sort != "unit" else None
    local = noun is not None and noun.sort == "government" and noun.phrase not in _NATIONAL
    if body and noun and noun.number != "singular" and not local:
        return _as(body, "country_of_report", 0.7, f"the report is about {iso}")
    return _made(scene, memory, mention, noun, side=iso)


def _of_somebody_unknown(scene: Scene, mention: Mention) -> bool:
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


_WHICH = word_set(
    "security government defence defense national federal state armed special joint regular regime military police army "
    "ground air naval border local central northern southern eastern western elite interim transitional combined more "
    "additional several some many all presidential republican royal frontier civil public home coastal rapid peacekeeping"
)
"""Words that say which of a state's bodies is meant; in capitals they are no names."""


def _party_country(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun | None) -> str | None:
    """Whose army is "the army": the sentence's subject's, that of the same body before, the report's country's.

    "The army" after "the army, supported by Burundian troops" is the one that was called so.
    """
    if set(words_of(mention)) & _CENTRAL:
        return scene.country
    subject = memory.latest(
        lambda s: s.subject and s.actor.kind in ("state_force", "government") and bool(s.actor.country),
        sentence=mention.sentence,
        reach=0,
    )
    if subject and noun and noun.number == "plural":
        return subject.country
    bodies = scene.reference.actors.countries

    def same_body(seen: Seen) -> bool:
        if noun is None or noun.sort not in ("state", "police"):
            return False
        return seen.actor == bodies.body(seen.actor.country, noun.phrase, noun.sort)

    def bare(seen: Seen) -> bool:
        return same_body(seen) and seen.mention.form != "name" and state_actor(scene, seen.mention.span.quote) is None

    before = memory.latest(bare, sentence=mention.sentence, reach=8) or memory.latest(
        same_body, sentence=mention.sentence, reach=8
    )
    return before.country if before else scene.country


def words_of(mention: Mention) -> tuple[str, ...]:
    """The folded words of a mention."""
    return tuple(word.folded for word in words(mention.span.quote))


_CENTRAL = frozenset(("federal", "government", "national", "central", "regular", "regime"))


def _armed(scene: Scene, mention: Mention, noun: ActorNoun | None, groups: Sequence[Actor], memory: Memory) -> Option:
    definite = is_definite(scene, mention)
    one = _only(groups)
    loaded = noun is not None and noun.sort == "label"
    if noun and noun.phrase in ("regime", "junta", "military regime", "ruling junta", "puppet regime"):
        part = "government" if "regime" in noun.phrase else "state"
        body = scene.reference.actors.countries.body(
            scene.country, "government" if part == "government" else "army", part
        )
        if body:
            return _as(body, "country_of_report", 0.6, f"who rules {scene.country}")
    own = _armed_of_text(scene, mention)
    if own:
        return _as(own, "named_beside", 0.9, "the name stands beside the noun")
    if one and mention.kind == "label":
        weight = 0.5 if definite or not loaded else 0.4
        return _as(one, "only_group", weight, "the only armed group that the report names")
    again = _said_before(memory, mention, noun, definite=definite) if not one else None
    if again and noun and noun.sort == "rebel" and not _some(scene, mention):
        return _as(again, "same_word_before", 0.6, "the same word before")
    loose = noun is not None and (noun.sort == "gunmen" or noun.phrase in _LOOSE)
    if one and not _some(scene, mention) and (not loose or definite):
        return _as(one, "only_group", 0.6, "the only armed group that the report names")
    if definite and noun and noun.sort == "gunmen":
        before = memory.latest(lambda s: s.actor.kind == "unidentified_armed", sentence=mention.sentence, reach=6)
        if before:
            return _as(before, "unidentified_before", 0.6, "the unidentified attackers of before")
    return _made(scene, memory, mention, noun)


_BACKED = re.compile(r"-(?:backed|led|linked|aligned|supported)\b")


def _some(scene: Scene, mention: Mention) -> bool:
    """Whether only some are meant: counted, several, or merely suspected."""
    token = scene.parse.tokens[mention.head]
    if _BACKED.search(scene.parse.report.text[max(0, mention.span.start - 24) : mention.span.end]):
        return not is_definite(scene, mention)
    if set(words_of(mention)) & {"suspected", "alleged", "unidentified", "unknown", "other"}:
        return True
    return any(kid.dep == "nummod" or kid.lower in ("several", "multiple", "some") for kid in scene.parse.kids(token))


def _said_before(memory: Memory, mention: Mention, noun: ActorNoun | None, *, definite: bool) -> Actor | None:
    """The actor that the same noun was read as before."""
    for seen in reversed(memory.seen):
        if seen.mention.form == "nominal" and noun and words_of(seen.mention)[-1:] == (noun.phrase,):
            return seen.actor
    if not definite:
        return None
    near = {s.actor.id: s.actor for s in memory.seen if s.actor.kind == "rebel" and _near(s.mention, mention)}
    return next(iter(near.values())) if len(near) == 1 and noun and noun.sort == "rebel" else None


def _near(before: Mention, mention: Mention) -> bool:
    return before.sentence is not None and mention.sentence is not None and mention.sentence - before.sentence <= 2


def _armed_of_text(scene: Scene, mention: Mention) -> Actor | None:
    """The group in "rebels of the Free Army": a name that hangs on the noun."""
    token = scene.parse.tokens[mention.head]
    for prep in scene.parse.kids(token, "prep"):
        if prep.lower in ("of", "from") and prep.index == token.index + 1:
            after = scene.parse.report.text[prep.end : scene.parse.tokens[token.right].end]
            for found in scene.reference.actors.find(words(after), shouted=scene.shouted):
                known = scene.reference.actors.by_id[found.name.actors[0]].actor
                if known.kind in ("rebel", "coalition", "militia", "paramilitary"):
                    return known
    return None


def _only(groups: Sequence[Actor]) -> Actor | None:
    """The one party among the groups: the coalition that the others belong to, or the group that stands alone."""
    sides = {group.side or group.id for group in groups}
    if len(sides) != 1:
        return None
    coalitions = [group for group in groups if group.kind == "coalition"]
    return (coalitions or list(groups))[0]


def is_definite(scene: Scene, mention: Mention) -> bool:
    """Whether the words point back: "the", "these", "that"."""
    token = scene.parse.tokens[mention.head]
    if words(mention.span.quote)[:1] and words(mention.span.quote)[0].folded in ("the", "these", "those"):
        return True
    return any(kid.lower in ("the", "these", "those", "this", "that") for kid in scene.parse.kids(token, "det"))


def _organisation(memory: Memory, mention: Mention, noun: ActorNoun) -> Option | None:
    armed = noun.phrase in _ARMED_BODIES
    wanted = ("rebel", "militia", "coalition", "paramilitary") if armed else ()

    def fits(seen: object) -> bool:
        actor = getattr(seen, "actor", None)
        if not isinstance(actor, Actor) or actor.id.startswith(("anon:", "civ:", "per:")):
            return False
        return actor.kind in wanted if wanted else noun.phrase in fold_name(actor.name) or actor.kind == "organisation"

    before = memory.latest(fits, sentence=mention.sentence, reach=5)
    return _as(before, "same_sort_before", 0.6, f"the {noun.phrase} named before") if before else None


def _made(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun | None, *, side: str | None = None) -> Option:
    """A provisional actor of this report; an unnamed single source is numbered, a definite one may come back."""
    quote = " ".join(mention.span.quote.split())
    sort = noun.sort if noun else "org"
    prefix = _PREFIX.get(sort, "act:")
    whole = noun is None or sort in ("anonymous", "government", "media", "org") or _of_somebody_unknown(scene, mention)
    key = slug(_core(quote) if whole or noun is None else _plural(noun))
    kind = _kind(scene, mention, sort, quote)
    if mention.marker == "social_posts":
        prefix, kind = "anon:", "social_post"
    if prefix == "anon:" and noun and noun.number == "singular":
        if is_definite(scene, mention):
            for actor in reversed(memory.actors()):
                if actor.id.startswith(f"anon:{slug(noun.phrase)}") or actor.name.endswith(noun.phrase):
                    return _as(actor, "source_before", 0.6, "the unnamed source of before")
        taken = sum(actor.id.rpartition("-")[0] == f"anon:{key}" for actor in memory.actors())
        key = f"{key}-{taken + 1}"
    country = scene.reference.actors.countries.of(fold_name(quote).split()[0]) if quote[:1].isupper() else None
    actor = Actor(
        id=prefix + key,
        name=quote.lower() if scene.shouted else quote,
        kind=kind,
        country=country or (side if kind == "state_force" else None),
        side=side,
        provisional=True,
    )
    return _as(actor, "own_words", 0.5, "named by these words only")


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
    return _KIND.get(sort, "organisation")
