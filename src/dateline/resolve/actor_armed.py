"""Reads nouns for armed men: "the rebels" of the one group named, gunmen whom nobody names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.record import Mention
from dateline.model.text import Parse, Token
from dateline.model.world import Actor
from dateline.reference.actor_nouns import ActorNoun
from dateline.reference.actor_words import word_set, words
from dateline.resolve.actor_candidates import Option
from dateline.resolve.actor_foes import FOES, side_of_words
from dateline.resolve.actor_memory import Memory, Seen, bearing
from dateline.resolve.actor_provisional import is_definite, made, option_of, words_of
from dateline.resolve.actor_scene import Scene

_LOOSE = frozenset(
    (
        "gangs", "gang", "militias", "tribesmen", "herders", "vigilantes", "cartels", "mercenaries", "pirates",
        "smugglers", "traffickers", "poachers", "dissidents", "defectors", "warlords", "foreign fighters", "opposition",
        "militia fighters", "loyalists", "partisans", "communists", "nationalists", "criminal group", "cartel",
        "herdsmen", "hunters", "clansmen", "clan fighters", "clan militia", "clan militias", "tribal militia", "tribal militias",
        "tribal forces", "tribal fighters", "ethnic militia", "ethnic militias", "self-defence militia", "self-defense militia",
        "self-defence groups", "self-defense groups", "self-defence group", "self-defense group", "self-defence forces",
        "self-defence units", "village militia", "vigilante", "vigilance group", "vigilante group", "peace committee",
        "peace committee volunteers", "village volunteers", "local volunteers", "armed volunteers", "volunteer fighters",
        "armed youth", "armed youths", "armed herders", "armed pastoralists", "armed herdsmen", "armed tribesmen", "armed civilians",
        "pro-government militia", "pro-government militias", "pro-government fighters", "deserters", "putschists", "coup leaders",
    )
)  # fmt: skip
"""Nouns for armed people of many kinds: one group named in the report need not be meant."""
_GROUPS = ("rebel", "militia", "paramilitary", "coalition", "armed_groups_collective")
_APART = frozenset(("another", "other", "rival", "former", "ex", "foreign", "neighbouring", "neighboring", "different"))
_RIGHT = word_set("right rightist loyalist")
_FOR_THE_STATE = word_set("paramilitaries paramilitary loyalists")
"""Armed men on the other side of rebels, whom nobody calls so beside them."""
_HIRED = frozenset(
    ("mercenaries", "paramilitaries", "fighters", "militiamen", "combatants", "soldiers of fortune", "mercenary")
)
"""Armed men who may be of any nation: whose nation is told are not those of a group of another."""
_OWNED = ("his", "her", "their", "its", "our", "my")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "agent")
_GIVING = ("lose", "cede", "surrender", "yield", "abandon", "hand", "relinquish", "forfeit")
"""Verbs behind which "to" names another than their subject."""
_BACKED = re.compile(r"-(?:backed|led|linked|aligned|supported)\b")


def armed(scene: Scene, mention: Mention, noun: ActorNoun | None, groups: Sequence[Actor], memory: Memory) -> Option:
    """Whom a noun for armed men, or a label for them, means among the groups that the report names."""
    definite = is_definite(scene, mention)
    groups = _not_the_speakers(scene, memory, mention, noun, groups)
    one = only_one(groups)
    one = one or (only_one(_called_by_kind(noun, groups)) if definite and noun else None)
    named_so = definite and noun and noun.number != "singular" and len(words_of(mention)) == 1
    same = bearing(memory, mention.span.start, noun.phrase) if named_so and noun else None
    if same:
        return option_of(same, "called_so", 0.8, "the text calls it so")
    if definite and noun and noun.number == "body" and noun.sort == "rebel" and not one:
        before = memory.latest(lambda s: s.actor.kind in _GROUPS, sentence=mention.sentence, reach=3)
        if before and not _is_another(scene, mention, noun, before):
            return option_of(before, "group_before", 0.6, "the group named before")
    if one and (_is_another(scene, mention, noun, one) or _faces(scene, memory, mention, one)):
        one = None
    loaded = noun is not None and noun.sort == "label"
    if noun and noun.phrase in ("regime", "junta", "military regime", "ruling junta", "puppet regime"):
        body_of = ("government", "government") if "regime" in noun.phrase else ("army", "state")
        if body := scene.reference.actors.countries.body(scene.country, *body_of):
            return option_of(body, "country_of_report", 0.6, f"who rules {scene.country}")
    own = armed_of_text(scene, mention)
    if own:
        return option_of(own, "named_beside", 0.9, "the name stands beside the noun")
    if one and mention.kind == "label":
        weight = 0.5 if definite or not loaded else 0.4
        return option_of(one, "only_group", weight, "the only armed group that the report names")
    spurned = scene.publisher.armed and noun is not None and noun.phrase in _SPURNED
    again = _said_before(memory, mention, noun, definite=definite and not spurned) if not one else None
    if again and noun and noun.sort == "rebel" and not _some(scene, mention):
        return option_of(again, "same_word_before", 0.6, "the same word before")
    loose = noun is not None and (noun.sort == "gunmen" or noun.phrase in _LOOSE)
    told = _told_before(memory, mention, noun, one) if definite and noun and noun.sort == "gunmen" else None
    if told:
        return option_of(told, "unidentified_before", 0.6, "the unidentified attackers of before")
    if one and not _some(scene, mention) and (not loose or definite):
        return option_of(one, "only_group", 0.6, "the only armed group that the report names")
    return made(scene, memory, mention, noun)


def _not_the_speakers(
    scene: Scene, memory: Memory, mention: Mention, noun: ActorNoun | None, groups: Sequence[Actor]
) -> Sequence[Actor]:
    """The groups without the speaker's own, where the words are such as nobody uses of himself: "the mercenaries"."""
    if noun is not None and noun.phrase in FOES and side_of_words(scene, memory, mention) is None:
        return ()  # whose enemy they are is not told
    spurned = noun is not None and (noun.sort in ("label", "gunmen") or noun.phrase in _SPURNED)
    if not groups or not (spurned or mention.kind == "label" or mention.form == "label" or scene.publisher.armed):
        return groups
    if spurned and scene.publisher.armed and scene.publisher.side == scene.publisher.id:
        return ()  # no register knows the party: its friends may be the ones named
    mine = side_of_words(scene, memory, mention)
    spared = {mine, scene.publisher.id, scene.publisher.side if scene.publisher.armed else None}
    return [group for group in groups if spared.isdisjoint((group.id, group.side or group.id))]


_SPURNED = word_set("mercenaries mercenary hirelings militia militias militiamen gang gangs")
"""What a party calls others only."""


def _called_by_kind(noun: ActorNoun, groups: Sequence[Actor]) -> list[Actor]:
    """Those of several groups whom a noun fits: of rebels and a militia "the rebels" are the rebels."""
    kinds = next((kinds for said, kinds in _BY_KIND if noun.phrase in said), ())
    return [group for group in groups if group.kind in kinds]


_BY_KIND = (
    (word_set("rebels insurgents guerrillas"), ("rebel", "coalition")),
    (word_set("militiamen militia"), ("militia",)),
    (word_set("paramilitaries mercenaries"), ("paramilitary",)),
)


def _told_before(memory: Memory, mention: Mention, noun: ActorNoun, one: Actor | None) -> Actor | None:
    """The unidentified attackers of before, unless the one group that the report names was named since.

    Those who are somebody's ("his men") are none of them, and "the bomber" is no more than one.
    """

    def attacked(seen: Seen) -> bool:
        attackers = seen.actor.kind == "unidentified_armed" and words_of(seen.mention)[0] not in _OWNED
        return seen.actor == one or (attackers and (noun.number != "singular" or not seen.plural))

    before = memory.latest(attacked, sentence=mention.sentence, reach=6)
    return before if before is not None and before != one else None


def _is_another(scene: Scene, mention: Mention, noun: ActorNoun | None, actor: Actor) -> bool:
    """Whether the words set armed men apart from the one group named: "another rebel group", "Russian paramilitaries"."""
    token = scene.parse.tokens[mention.head]
    said = {kid.lower for kid in scene.parse.kids(token, "det", "amod")} | set(words_of(mention))
    if said & _APART:
        return True
    if actor.kind == "rebel" and (not _RIGHT.isdisjoint(said) or (noun and noun.phrase in _FOR_THE_STATE)):
        return True
    nation = scene.reference.actors.countries.by_adjective.get(words_of(mention)[0])
    hired = noun is not None and noun.phrase in _HIRED
    return hired and nation is not None and nation not in (actor.country, actor.side)


def _faces(scene: Scene, memory: Memory, mention: Mention, actor: Actor) -> bool:
    """Whether the actor is named on the other side of the mention's verb, or listed beside it: nobody fights himself."""
    parse = scene.parse
    token = parse.tokens[mention.head]
    verb = next((up for up in parse.ancestors(token) if up.pos == "VERB"), None)
    named = [m.head for m, one in memory.named if one.id == actor.id and m.sentence == mention.sentence]
    if verb is None or not named:
        return False
    others = [kid for kid in parse.kids(verb, *_ARGUMENTS) if not kid.left <= token.index <= kid.right]
    gives = verb.lemma in _GIVING
    others += [
        kid for kid in parse.kids(verb, "prep", "dative") if kid.lower == "against" or (gives and kid.lower == "to")
    ]
    if any(other.left <= head <= other.right for other in others for head in named):
        return True
    return any(_first_listed(parse, parse.tokens[head]) == _first_listed(parse, token) for head in named)


def _first_listed(parse: Parse, token: Token) -> int:
    """The first noun of the list that a word or the name before it stands in; its own index where there is none."""
    while token.dep in ("conj", "appos", "compound", "nmod") and token.head != token.index:
        token = parse.head(token)
    return token.index


def _some(scene: Scene, mention: Mention) -> bool:
    """Whether only some are meant: counted, several, merely suspected, or what somebody is told to be."""
    token = scene.parse.tokens[mention.head]
    if _BACKED.search(scene.parse.report.text[max(0, mention.span.start - 24) : mention.span.end]):
        return not is_definite(scene, mention)
    if set(words_of(mention)) & {"suspected", "alleged", "unidentified", "unknown", "other"}:
        return True
    if token.dep == "attr" or "fellow" in words_of(mention):
        return True
    return any(kid.dep == "nummod" or kid.lower in _SEVERAL for kid in scene.parse.kids(token))


_SEVERAL = ("several", "multiple", "some", "both")


def _said_before(memory: Memory, mention: Mention, noun: ActorNoun | None, *, definite: bool) -> Actor | None:
    """The actor that the same noun was read as before."""
    for seen in reversed(memory.seen):
        if seen.mention.form == "nominal" and noun and words_of(seen.mention)[-1:] == (noun.phrase,):
            return seen.actor
    if not definite:
        return None
    kinds = ("militia", "armed_groups_collective") if noun and "militia" in noun.phrase else ("rebel",)
    near = {s.actor.id: s.actor for s in memory.seen if s.actor.kind in kinds and _near(s.mention, mention)}
    return next(iter(near.values())) if len(near) == 1 and noun and noun.sort == "rebel" else None


def _near(before: Mention, mention: Mention) -> bool:
    return before.sentence is not None and mention.sentence is not None and mention.sentence - before.sentence <= 2


def armed_of_text(scene: Scene, mention: Mention) -> Actor | None:
    """The group in "rebels of the Free Army": a name that hangs on the noun."""
    token = scene.parse.tokens[mention.head]
    for prep in scene.parse.kids(token, "prep"):
        if prep.lower in ("of", "from") and prep.index == token.index + 1:
            after = scene.parse.report.text[prep.end : scene.parse.tokens[token.right].end]
            for found in scene.reference.actors.find(words(after), shouted=scene.shouted):
                known = scene.reference.actors.by_id[found.name.actors[0]].actor
                if known.armed:
                    return known
    return None


def only_one(groups: Sequence[Actor]) -> Actor | None:
    """The one party among the groups: the coalition that the others belong to, or the group that stands alone."""
    sides = {group.side or group.id for group in groups}
    if len(sides) != 1:
        return None
    coalitions = [group for group in groups if group.kind == "coalition"]
    return (coalitions or list(groups))[0]
