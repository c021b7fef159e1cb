"""Reads "the group", "the committee", "the force": who is called so by name, who spoke last, else the one of its kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dateline.model.record import Mention
from dateline.model.text import Token
from dateline.model.world import Actor
from dateline.reference.actor_nouns import ActorNoun
from dateline.reference.actor_words import fold_name, word_set
from dateline.resolve.actor_armed import only_one
from dateline.resolve.actor_candidates import Option
from dateline.resolve.actor_memory import SPEECH, Memory, Seen, bearing, goes_on
from dateline.resolve.actor_provisional import option_of, words_of
from dateline.resolve.actor_scene import Scene

_SPEAKERS = ("rebel", "militia", "paramilitary", "coalition", "monitor", "organisation", "armed_groups_collective")
"""What "the group" or "the committee" may be that goes on speaking."""
_ONE_PARTY = frozenset(("group", "movement", "organization", "organisation", "faction", "militia"))
"""Nouns for a party that may be named only further on."""
_WITHIN = ("poss", "compound", "nmod", "amod")
_OF_MANY = frozenset(("coalition", "alliance", "bloc"))
"""What several are together: no single group is called so because it is the only one named."""
_ANY = frozenset(("group", "organization", "organisation"))
"""What any party is called, whatever its name says."""
_SENT = frozenset(("force", "mission"))
_FROM_ABROAD = ("intl_force", "joint_force")
_NEW = frozenset(("a", "an", "another"))
_CIVIL = word_set(
    "aid relief charity rights humanitarian civil civic citizens volunteer volunteers monitoring watchdog advocacy campaign "
    "pressure research doctors medics nurses medical lawyers legal journalists media press teachers students student women "
    "youth farmers traders workers labour labor trade church religious interfaith conservation environmental peace"
)
"""What a group works for, or who its members are, that makes it nobody under arms."""
_UNARMED = ("monitor", "organisation", "intl_org")
_TELLING = frozenset(SPEECH) - {"claim", "vow", "boast"} | word_set(
    "blame accuse condemn call name count document record describe urge publish estimate list verify demand appeal"
)
_CALLED = 5
"""Sentences over which an apposition still names what "the group" is."""
_ARMED_BODIES = frozenset(
    (
        "group", "movement", "organization", "organisation", "faction", "front", "guerrilla army", "alliance", "coalition",
        "militia", "bloc",
    )
)  # fmt: skip


def organisation(
    scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun, *, groups: Sequence[Actor]
) -> Option | None:
    """The group or movement named before; none where two are, or where a new one is told of ("a group")."""
    bare = words_of(mention) == tuple(noun.phrase.split())
    is_civil = not _CIVIL.isdisjoint(words_of(mention))
    is_armed_one = noun.phrase in _ARMED_BODIES
    wanted = _UNARMED if is_civil else ("rebel", "militia", "coalition", "paramilitary") if is_armed_one else ()

    def fits(seen: Seen) -> bool:
        kind, named_so = seen.actor.kind, noun.phrase in fold_name(seen.actor.name)
        if seen.actor.id.startswith(("anon:", "civ:", "per:")):
            return False
        if noun.phrase in _OF_MANY:
            return named_so or kind in ("coalition", *_FROM_ABROAD)
        if wanted:
            return kind in wanted
        sent = noun.phrase in _SENT and kind in _FROM_ABROAD
        return sent or named_so or (bare and kind == "organisation")

    if (called := _called(scene, memory, mention, noun)) is not None:
        return option_of(called, "called_so_before", 0.7, f"the text calls it a {noun.phrase}")
    token = scene.parse.tokens[mention.head]
    if _is_new(scene, token):
        return None
    same = bearing(memory, mention.span.start, noun.phrase) if bare and noun.phrase not in _ANY else None
    if same is not None:
        return option_of(same, "called_so", 0.8, f"its name says that it is a {noun.phrase}")
    if noun.phrase == "front":
        return None  # where armies meet
    if bare and (again := _called_last(scene, memory, mention, noun)) is not None:
        return option_of(again, "same_word_before", 0.7, f"the {noun.phrase} of before")
    if bare and goes_on(scene.parse, token) and (speaker := _spoke(scene, memory, mention, noun)) is not None:
        return option_of(speaker, "speaker_before", 0.6, f"the {noun.phrase} that spoke before")
    named = None if is_armed_one else _named_so(memory, mention, noun, reach=5)
    before = named or memory.unrivalled(fits, token, sentence=mention.sentence, reach=5)
    may_follow = before is None and noun.phrase in _ONE_PARTY and not is_civil
    if may_follow and not memory.latest(fits, sentence=mention.sentence, reach=5):
        before = only_one(groups)
    return option_of(before, "same_sort_before", 0.6, f"the {noun.phrase} named before") if before else None


def _called_last(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Actor | None:
    """The unarmed body that "the group" was said of last, where it goes on to tell.

    It neither acts nor denies, as those do of whom it tells.
    """
    verb = scene.parse.head(scene.parse.tokens[mention.head])
    if (verb.lemma not in _TELLING and verb.lower != "to") or mention.sentence is None:
        return None
    for seen in reversed(memory.seen):
        at = seen.mention.sentence
        if at is None:
            continue
        if mention.sentence - at > _CALLED:
            break
        said = words_of(seen.mention)
        if seen.mention.form == "nominal" and len(said) > 1 and said[-1] == noun.phrase:
            return seen.actor if seen.actor.kind in (*_UNARMED, "anonymous_source") else None
        if seen.speaks and seen.actor.kind in _UNARMED:
            return seen.actor
    return None


def _is_new(scene: Scene, token: Token) -> bool:
    """Whether the words tell of a body for the first time: "a group", "a local doctors' group"."""
    before = scene.parse.tokens[token.left : token.index]
    return any(t.lower in _NEW and t.dep == "det" and scene.parse.head(t).dep in (token.dep, *_WITHIN) for t in before)


def _spoke(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Actor | None:
    """Who goes on speaking as "the group" or "the committee": who is called so by name, else who spoke last."""
    named = _named_so(memory, mention, noun, reach=8)
    return named or memory.latest(lambda s: s.speaks and s.actor.kind in _SPEAKERS, sentence=mention.sentence, reach=5)


def _named_so(memory: Memory, mention: Mention, noun: ActorNoun, *, reach: int) -> Actor | None:
    """The body named before that bears the noun in its name."""

    def bears(seen: Seen) -> bool:
        return noun.phrase in fold_name(seen.actor.name) and not seen.actor.id.startswith(("anon:", "civ:", "per:"))

    return memory.latest(bears, sentence=mention.sentence, reach=reach)


def _called(scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun) -> Actor | None:
    """The actor to whose name the text put the same noun not long before: "the Fund for X, a volunteer group, …"."""
    at = scene.parse.tokens[mention.head].sentence
    behind = bisect_left(memory.named, mention.span.start, key=lambda pair: pair[0].span.start)
    for before, actor in reversed(memory.named[:behind]):
        name = scene.parse.tokens[before.head]
        if name.sentence >= 0 and at - name.sentence > _CALLED:
            break
        if any(kid.lemma == noun.phrase for kid in scene.parse.kids(name, "appos")):
            return actor
    return None
