"""Reads nominals: "the army" of the report's country, "the rebels" of the one group named, an unnamed teacher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from dateline.model.record import Mention
from dateline.model.text import Parse, Token
from dateline.model.world import Actor, ActorKind
from dateline.reference.actor_nouns import ActorNoun
from dateline.reference.actor_words import fold_name, words
from dateline.resolve.actor_allegiance import allegiance, sworn
from dateline.resolve.actor_armed import armed, armed_of_text, only_one
from dateline.resolve.actor_candidates import Option, name_options, state_actor
from dateline.resolve.actor_foes import against_us, foe
from dateline.resolve.actor_memory import Memory, Seen, bearing, named_at, tied_to_another
from dateline.resolve.actor_missions import PEACEKEEPERS, soldiers_of
from dateline.resolve.actor_organisations import organisation
from dateline.resolve.actor_origins import origin
from dateline.resolve.actor_owners import OWNED, owner_of
from dateline.resolve.actor_parts import part_of, parted
from dateline.resolve.actor_provisional import (
    is_against,
    is_definite,
    made,
    of_division,
    of_others,
    of_somebody_unknown,
    option_of,
    words_of,
)
from dateline.resolve.actor_scene import Scene

_AT_ARMS = ("state", "rebel", "gunmen", "unit")
_ONE_ARMED = frozenset(("fighters", "gunmen", "men", "units", "forces", "troops", "soldiers", "columns", "militants"))
_MEMBERS = frozenset(("members", "leaders", "commanders", "cadres", "officials", "officers", "operatives"))
_NAMING = frozenset(("know", "call", "name", "dub", "style", "nickname", "identify"))
_NATIONAL = frozenset(
    (
        "government", "authorities", "administration", "presidency", "cabinet", "parliament", "congress", "senate",
        "foreign ministry", "defence ministry", "defense ministry", "interior ministry", "health ministry",
        "ministry of defence", "ministry of defense", "ministry of foreign affairs", "ministry of the interior",
        "ministry of health", "interim government", "transitional government", "military government",
        "civilian government", "military authorities", "mod", "mfa",
    )
)  # fmt: skip
_OF_SEVERAL = frozenset(
    (
        "joint force", "joint forces", "joint task force", "task force", "coalition forces", "allied forces", "un mission",
        "peacekeeping mission", "peacekeeping force", "stabilisation mission", "stabilization mission", "blue helmets",
        "peacekeepers", "peacekeeper", "peacekeeping troops",
    )
)  # fmt: skip
"""Forces that are not of one state."""
_REBELLIOUS = frozenset(
    (
        "rebel",
        "insurgent",
        "guerrilla",
        "separatist",
        "secessionist",
        "militant",
        "jihadist",
        "islamist",
        "opposition",
        "ethnic",
        "breakaway",
        "renegade",
        "splinter",
        "dissident",
        "rogue",
        "mutinous",
    )
)
"""Words before soldiers, troops and sailors who fight against the state."""
_CENTRAL = frozenset(("federal", "government", "national", "central", "regular", "regime"))


def nominal_option(scene: Scene, memory: Memory, mention: Mention) -> Option:
    """What a nominal means: whose the words beside it make it, else whom its noun stands for in this report."""
    if mention.marker == "communities":
        people = ActorNoun(phrase=fold_name(mention.span.quote), sort="civilian", number="plural")
        return made(scene, memory, mention, people)
    noun = noun_of(scene, mention)
    if noun is None:
        return _without_noun(scene, memory, mention)
    if noun.phrase == "men" and scene.parse.kids(scene.parse.tokens[mention.head], "poss"):
        noun = replace(noun, sort="gunmen")
    if noun.sort in ("state", "police", "unit") and _rebels(mention):
        noun = replace(noun, sort="rebel", phrase=f"rebel {noun.phrase}")
    sort = noun.sort
    told = _told_beside(scene, memory, mention, noun)
    if told:
        return told
    if is_against(mention):
        return made(scene, memory, mention, noun)
    whole = part_of(memory, mention) if sort in (*_AT_ARMS, "police") or noun.phrase in _MEMBERS else None
    if whole and not (_rebels(mention) and whole.kind == "state_force"):
        return option_of(whole, "part_of", 0.9, "men of the body named behind")
    whose = _whose(scene, memory, mention, noun) if sort in _AT_ARMS or noun.phrase in _ONE_ARMED else None
    if whose:
        return whose
    if sort in ("state", "unit"):
        group = armed_of_text(scene, mention)
        if group:
            return option_of(group, "named_beside", 0.9, "the name stands beside the noun")
    return _of_its_sort(scene, memory, mention, noun)


def _told_beside(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Option | None:
    """Who it is where words right beside the noun tell: a name, or from whom somebody split off."""
    somebody = _identified(scene, memory, mention) if noun.number == "singular" else None
    if somebody:
        return option_of(somebody, "identified", 1.0, "the words tell who it is")
    apart = parted(scene, memory, mention)
    if apart:
        return option_of(apart, "split_off", 0.9, "who split off from a party is none of it")
    apposed = _apposed(scene, memory, mention)
    return option_of(apposed, "apposition", 0.9, "the name stands in apposition") if apposed else None


def _rebels(mention: Mention) -> bool:
    """Whether soldiers or police fight against the state: "rebel sailors", but not "anti-insurgent police"."""
    before = words_of(mention)
    return not _REBELLIOUS.isdisjoint(before) and before[0] not in ("anti", "counter")


def _whose(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Option | None:
    """Whose armed men are by the words beside them: "its troops", "forces loyal to X", "X-backed forces"."""
    party = scene.parse.report.text[mention.span.start : scene.parse.tokens[mention.head].start].strip()
    if party and scene.reference.actors.named(party):
        end = mention.span.start + len(party)
        name = replace(mention, span=scene.parse.report.span(mention.span.start, end))
        return option_of(name_options(scene, name)[0].actor, "name_before", 0.9, "a part of the party named before")
    owner = owner_of(scene, memory, mention)
    if owner:
        return option_of(_forces_of(scene, owner, noun.sort), "possessor", 0.9, "belongs to the party named before")
    named = origin(scene, memory, mention, noun)
    if named:
        return option_of(named, "origin", 0.7, "where they come from, or who does something with them")
    several = noun.sort != "state" or noun.number == "plural" or noun.phrase.endswith("forces")
    tied = allegiance(scene, memory, mention) if several else None
    if tied is not None and tied.tie == "against" and noun.sort == "state" and " fighting" in tied.words:
        return None  # the army is who fights the rebels
    if tied is None or (tied.joined and noun.sort != "state" and tied.to is None):
        return None
    called = only_one(memory.groups) if tied.joined and tied.tie == "with" else None
    if called:
        return option_of(called, "only_group", 0.6, "the only armed group that the report names")
    return option_of(sworn(scene, tied, noun), "allegiance", 0.9, "whose they are stands beside them")


def _of_its_sort(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Option:
    """What a noun of its sort means by itself, beside no name and no owner."""
    sort = noun.sort
    if sort in ("state", "police", "government", "unit"):
        return _of_state(scene, memory, mention, noun)
    if noun.phrase == "officers":
        state = state_actor(scene, " ".join(mention.span.quote.split()[:-1]))
        if state:  # "Orian officers" behind another country's army
            return option_of(_forces_of(scene, state, "state"), "adjective_of_state", 0.8, "the words name the state")
        force = memory.latest(lambda s: s.actor.kind == "state_force", sentence=mention.sentence, reach=2)
        if force:
            return option_of(force, "force_before", 0.5, "officers of the force named before")
    if sort in ("rebel", "label", "gunmen"):
        other = foe(scene, memory, mention, noun)
        if other:
            return option_of(other, "the_other_side", 0.7, "whom the speaker fights")
        return armed(scene, mention, noun, against_us(scene, memory, noun), memory)
    if sort == "org":
        return organisation(scene, memory, mention, noun, groups=memory.groups) or made(scene, memory, mention, noun)
    return made(scene, memory, mention, noun)


def named_groups(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The non-state armed parties among the named actors, each once."""
    kinds = ("rebel", "militia", "paramilitary", "coalition")
    return tuple({actor.id: actor for actor in actors if actor.kind in kinds}.values())


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
        return option_of(forces, "adjective_of_state", 0.8, "the words name the state")
    return made(scene, memory, mention, None)


def _forces_of(scene: Scene, owner: Actor, sort: str) -> Actor:
    """A ministry's troops are the troops of its state."""
    if owner.kind != "government" or sort not in ("state", "gunmen", "unit"):
        return owner
    return scene.reference.actors.countries.bodies.get((owner.side or "", "forces"), owner)


def _apposed(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """The actor whose name stands in apposition: "another group, the NAME", "the NAME, a monitor".

    What goes on with "and" is a list.
    """
    token = scene.parse.tokens[mention.head]
    parse = scene.parse
    beside = {kid.index for kid in parse.kids(token, "compound", "nmod")}
    beside |= {kid.index for kid in parse.kids(token, "appos") if not parse.kids(kid, "conj")}
    if token.dep == "appos" and not parse.kids(token, "conj"):
        beside.add(token.head)
    beside |= {
        called.index for kid in parse.kids(token, "acl") if kid.lemma in _NAMING for called in _names_under(parse, kid)
    }
    near = (named_at(memory.named, parse.tokens[index].start) for index in beside)
    found = [pair for pair in near if pair is not None and not tied_to_another(parse, pair[0])]
    before = named_at(memory.named, mention.span.start - 2)
    if before is not None and _is_right_before(parse, before, mention):
        found.append(before)
    return min(found, key=lambda pair: pair[0].span.start)[1] if found else None


def _is_right_before(parse: Parse, named: tuple[Mention, Actor], mention: Mention) -> bool:
    """Whether an armed party's name stands before a noun, with a blank between: "NAME fighters"."""
    other, actor = named
    blank = parse.report.text[other.span.end : mention.span.start] == " "
    return actor.armed and blank and not tied_to_another(parse, other)


def _identified(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """The person as whom somebody is told to be known: "a trader identified as X", "a man named X"."""
    parse = scene.parse
    for verb in parse.kids(parse.tokens[mention.head], "acl"):
        for name in _names_under(parse, verb) if verb.lemma in _NAMING else ():
            if (found := named_at(memory.people, name.start)) is not None:
                return found[1]
    return None


def _names_under(parse: Parse, verb: Token) -> Iterator[Token]:
    """What somebody is called: the noun behind "known as" or "called"."""
    yield from parse.kids(verb, "oprd", "attr", "dobj")
    for prep in parse.kids(verb, "prep"):
        yield from parse.kids(prep, "pobj") if prep.lower == "as" else ()


def _of_state(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun | None) -> Option:
    countries = scene.reference.actors.countries
    quote = mention.span.quote
    stated = state_actor(scene, quote)
    if noun and noun.phrase in PEACEKEEPERS:
        return _of_several(scene, memory, mention, noun)
    if stated:
        return option_of(stated, "state_body", 1.0, "the words name the state")
    if noun and noun.phrase in ("ministry", "authorities", "delegation", "embassy", "office"):
        before = memory.latest(lambda s: "ministry" in s.actor.name.lower(), sentence=mention.sentence, reach=4)
        if before and noun.phrase == "ministry":
            return option_of(before, "ministry_before", 0.9, "the ministry named before")
    bare = noun is not None and noun.sort == "unit" and noun.number == "body" and is_definite(scene, mention)
    unit = (
        bearing(memory, mention.span.start, noun.phrase)
        if noun is not None and bare and len(words_of(mention)) == 1
        else None
    )
    if unit:
        return option_of(unit, "called_so", 0.8, "the unit named before")
    if of_somebody_unknown(scene, mention) or of_division(scene, mention, noun) or of_others(mention, noun):
        return made(scene, memory, mention, noun)
    if noun and noun.phrase in _OF_SEVERAL:
        return _of_several(scene, memory, mention, noun)
    same = _same_forces(scene, memory, mention, noun)
    if same:
        return option_of(same, "same_word_before", 0.6, "the forces named before")
    ruler = _ruled_by(scene, memory, mention)
    if ruler is not None:
        return made(scene, memory, mention, noun, side=ruler.side or ruler.id)
    iso = _seat(scene, mention, noun) or _party_country(scene, memory, mention, noun)
    body = countries.body(iso, noun.phrase, noun.sort) if noun and noun.sort != "unit" else None
    local = noun is not None and noun.sort == "government" and noun.phrase not in _NATIONAL
    if body and noun and noun.number != "singular" and not local:
        return option_of(body, "country_of_report", 0.7, f"the report is about {iso}")
    return made(scene, memory, mention, noun, side=(scene.told_of(mention.span.start) if local else None) or iso)


def _ruled_by(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """The party that has a state's body in its hands where it rules: "the NAME-run health ministry"."""
    run = _RUN.search(scene.parse.report.text, max(0, mention.span.start - 16), mention.span.start)
    named = named_at(memory.named, run.start() - 1) if run is not None else None
    return named[1] if named is not None and named[1].kind not in ("state_force", "government") else None


_RUN = re.compile(r"[-‐‑](?:run|controlled|ruled|administered|led)\s+$")


def _seat(scene: Scene, mention: Mention, noun: ActorNoun | None) -> str | None:
    """The country in which police or officials are told to be: "police in Goma"."""
    if noun is None or noun.sort not in ("police", "government"):
        return None
    spot = next(iter(scene.named_between(mention.span.end, mention.span.end + _NEAR)), None)
    between = scene.parse.report.text[mention.span.end : spot.start] if spot is not None else ""
    return spot.country if spot is not None and between.split() in (["in"], ["in", "the"]) else None


_NEAR = 50
"""Code points from a body to the end of the place in which it sits."""


def _same_forces(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun | None) -> Actor | None:
    """Whom "the forces" means after "Puntland forces" acted: they, not the country's army."""
    if noun is None or noun.phrase != "forces" or words_of(mention) != ("forces",) or not is_definite(scene, mention):
        return None

    def acted(seen: Seen) -> bool:
        return (
            seen.subject
            and seen.mention.form == "name"
            and words_of(seen.mention)[-1:] == ("forces",)
            and seen.actor.armed
        )

    return memory.latest(acted, sentence=mention.sentence, reach=2)


def _of_several(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Option:
    """The joint or international force of before, else one that only this report knows."""
    wanted = ("joint_force", "coalition", "intl_force")
    before = memory.latest(lambda seen: seen.actor.kind in wanted, sentence=mention.sentence, reach=8)
    if before:
        return option_of(before, "same_sort_before", 0.6, "the force of several named before")
    mission = soldiers_of(scene, mention.span.quote) if noun.phrase in PEACEKEEPERS else None
    if mission:
        return option_of(mission, "mission", 0.6, f"serves in {scene.country}")
    option = made(scene, memory, mention, noun)
    kind: ActorKind = "joint_force" if "joint" in noun.phrase or "task" in noun.phrase else "intl_force"
    return replace(option, actor=replace(option.actor, kind=kind, country=None, side=None))


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

    same_body = partial(_same_body, scene, noun)

    def bare(seen: Seen) -> bool:
        own = any(word in OWNED for word in words_of(seen.mention)[:1])
        return (
            same_body(seen)
            and not own
            and seen.mention.form != "name"
            and state_actor(scene, seen.mention.span.quote) is None
        )

    opens = scene.parse.report.text.rfind("\n\n", 0, mention.span.start)

    def still(seen: Seen) -> bool:
        """Soldiers of whom nothing is told are no foreign ones of a paragraph before."""
        return same_body(seen) and (is_definite(scene, mention) or seen.mention.span.start > opens)

    at = mention.sentence
    if before := memory.latest(bare, sentence=at, reach=8) or memory.latest(still, sentence=at, reach=8):
        return before.country
    named = [seen.actor.country for seen in memory.seen if same_body(seen)]
    if len(named) > 1 and len(set(named)) == 1:
        return named[0]
    at_home = noun is not None and (noun.sort == "police" or noun.phrase in _AT_HOME)
    return (scene.told_of(mention.span.start) if at_home else None) or scene.country


def _same_body(scene: Scene, noun: ActorNoun | None, seen: Seen) -> bool:
    """Whether somebody seen is the body of state that a noun names: an army where it says "the army"."""
    if noun is None or noun.sort not in ("state", "police"):
        return False
    return seen.actor == scene.reference.actors.countries.body(seen.actor.country, noun.phrase, noun.sort)


_AT_HOME = frozenset(
    ("health ministry", "ministry of health", "interior ministry", "ministry of the interior", "authorities")
)
"""Bodies that speak of what happens in their own country, whoever it is that strikes there."""
