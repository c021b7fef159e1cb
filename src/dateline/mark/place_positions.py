"""Where a sentence makes a place of a name that no register has: "captured X", "X was shelled", "A, X and B".

Most villages of most wars are in no register. A name that stands where only places stand is one, unless the report
makes somebody of it elsewhere: who acts, or whose fighters act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import takewhile

from dateline.mark.place_names import TITLES, Distances
from dateline.mark.place_runs import LONGEST, Run, announced, ends_a_list, has_neighbours, may_be_person, unknown_runs
from dateline.mark.place_words import Word, name_of
from dateline.model.text import Parse, Token
from dateline.reference import Reference
from dateline.reference.actor_countries import STATE_WEAPONS
from dateline.reference.actor_words import word_set
from dateline.reference.distance import stated_distances
from dateline.reference.gazetteer_fold import fold
from dateline.reference.place_words import (
    COMPASS,
    DIRECTION_ADJECTIVES,
    FEATURE_NOUNS,
    SETTLEMENT_NOUNS,
    TOPONYM_STARTS,
)

_AT, _TOWARDS = word_set("in near outside at inside opposite"), word_set("into around towards toward")
_TAKEN = word_set(
    "capture recapture retake seize overrun liberate shell bomb bombard besiege encircle storm raid flee evacuate pound "
    "invade occupy reoccupy blockade"
)
"""Verbs whose bare object is a place."""
_TAKEN_IN_WAR = word_set(
    "take enter reach leave control hold hit strike target attack quit abandon clear secure surround approach infiltrate "
    "defend lose re-enter reenter torch burn ransack loot raze strafe cede recover regain wrest"
)
"""Verbs with all sorts of objects: places where the report tells of armed men."""
_SUFFERED = (_TAKEN | _TAKEN_IN_WAR | word_set("devastate level depopulate")) - word_set("leave lose")
_MOVING = word_set(
    "flee withdraw retreat pull drive expel evacuate escape displace advance push arrive return move head march deploy "
    "travel relocate reposition redeploy uproot abduct kidnap come"
)
_DEEDS_ON = word_set("attack assault raid advance strike airstrike march offensive incursion onslaught shelling")
_DEEDS_OF = word_set(
    "capture recapture seizure liberation fall siege shelling bombing bombardment occupation storming evacuation control "
    "encirclement blockade takeover retaking loss invasion out outside outskirts inhabitants residents villagers edge suburbs "
    "approaches environs vicinity"
)
_FOUGHT_FOR = word_set("battle battles fight fighting struggle")
_WAYS = word_set("road highway route way stretch axis line track border ambush ambushed area river")
_FRONTS = word_set("front axis direction sector salient pocket frontline bridgehead")
_OF_TOWNS = word_set(
    "outskirts suburbs suburb airport port harbour market streets district districts neighbourhood neighbourhoods neighborhood "
    "neighborhoods hospital stadium bridge mayor residents inhabitants population centre center downtown prison edge "
    "entrance fall recapture capture liberation defenders"
)
"""What towns have, and people hardly."""
_STANDING = word_set("fall come be remain lie see suffer witness experience face stay become change")
"""What a place may do; whoever does anything else is somebody."""
_KINDS_OF_OTHERS = word_set(
    "company firm group militia brigade battalion regiment ship vessel tanker freighter carrier frigate operator miner "
    "contractor newspaper agency charity organisation organization movement coalition network website outlet producer airline"
)
_KINDS_OF_PLACE = word_set(
    "village town city hamlet settlement district suburb neighbourhood neighborhood camp municipality commune locality township"
)
_STAYING = word_set("come be remain stay")
_MOODS = word_set("calm quiet tense deserted empty besieged encircled cut volatile peaceful")
_UNDER = word_set("fire attack shelling bombardment siege control assault blockade curfew occupation")
_PRISONERS = word_set("hostage prisoner captive custody responsible accountable")
_WHICH = DIRECTION_ADJECTIVES | word_set("nearby neighbouring neighboring strategic")
_PARTICLES = word_set("out back away down up on in over")
_WAR = word_set("shell raid ambush airstrike shelling bombardment offensive ceasefire clash bombing frontline militia")
_ARMED_SORTS = ("state", "rebel", "gunmen", "unit", "police")
LONGEST_LIST = 60
"""Words over which a list of names goes on to the noun that ends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What decides for a whole report: whether it tells of armed men, and the folded words of names that act in it.

    `taken` are the words of other places, `distances` where the text states how far something is from somewhere.
    """

    parse: Parse
    words: Sequence[Word]
    reference: Reference
    armed: bool
    somebody: frozenset[str]
    taken: frozenset[int]
    distances: Distances


def situated(
    parse: Parse, words: Sequence[Word], taken: set[int], reference: Reference, named: Set[str]
) -> Iterator[Run]:
    """Unknown names that their position makes places; `taken` are the words of other places, `named` the folded names of
    some that a noun like "village" has made places elsewhere.
    """
    runs = list(unknown_runs(words, taken, reference))
    if not runs:
        return
    names = {fold(word.text) for first, last in runs for word in words[first : last + 1]}
    somebody = frozenset(_who_acts(parse, words, names, reference))
    armed = _tells_of_armed_men(parse, reference)
    whole = Ground(
        parse=parse,
        words=words,
        reference=reference,
        armed=armed,
        somebody=somebody,
        taken=frozenset(taken),
        distances=Distances(spans=tuple(stated_distances(parse.report.text))),
    )
    free = [run for run in runs if _stands_alone(run, whole)]
    again = {run for run in free if fold(name_of(words, *run)) in named}
    ground = replace(whole, taken=whole.taken.union(at for first, last in again for at in range(first, last + 1)))
    people = {run for run in free if may_be_person(words, run, reference)}
    sure = again.union(run for run in free if run not in people and _in_place(_with_owner(run, ground), ground))
    sure |= {run for run in free if ends_a_list(words, run) or _is_pointed_at(run, ground)}
    listed = set(_listed(free, sure, taken, ground))
    found = sure | {run for run in listed if run not in people or _before_plural(run, listed, ground)}
    told = {fold(name_of(words, *run)) for run in found - people}  # one sense a report, wherever the name stands again
    yield from sorted(found.union(run for run in free if fold(name_of(words, *run)) in told))


def _is_pointed_at(run: Run, ground: Ground) -> bool:
    """Whether a direction or distance leads to a name, or a noun in apposition tells what it is: "west of X", "the capital, X", "two villages: X and Y".

    So does "called" behind such a noun: "a hamlet called X".
    """
    words, at = ground.words, run[0] - 1
    if ground.distances.touches(words[run[0]].start, words[run[1]].end):
        return True
    if at < 1 or words[at].token.sentence != words[run[0]].token.sentence:
        return False
    if words[run[0]].linked:
        called = words[at].lower in ("called", "named") and words[at - 1].token.lemma in FEATURE_NOUNS
        return called or (words[at].lower == "of" and words[at - 1].lower in COMPASS)
    if words[run[0]].gap.strip() == ":" and announced(words, at):
        return True
    mark = {"NN": (",",), "NNS": (":", "–", "—", "--")}.get(words[at].token.tag, ())
    town = words[at].token.lemma in SETTLEMENT_NOUNS
    return town and words[run[0]].gap.strip() in mark and not words[at].possessive


def _before_plural(run: Run, listed: Set[Run], ground: Ground) -> bool:
    """Whether a list goes on behind a name to "villages", which says that none of it is a person's."""
    first = run[1] + 1
    behind = takewhile(
        lambda at: ground.words[at].capital or ground.words[at].lower in ("and", "or"),
        range(first, min(first + LONGEST_LIST, len(ground.words))),
    )
    names = ((begin, at) for at in behind for begin in range(max(first, at - LONGEST), at + 1))
    return any(name in listed and ends_a_list(ground.words, name) for name in names)


def _tells_of_armed_men(parse: Parse, reference: Reference) -> bool:
    nouns = reference.actors.nouns.by_phrase
    lowers = {token.lower for token in parse.tokens if token.pos in ("NOUN", "PROPN")}
    lemmas = {token.lemma for token in parse.tokens if token.pos in ("NOUN", "VERB")}
    if (
        lemmas & _WAR
        or lowers & STATE_WEAPONS
        or any(word in nouns and nouns[word].sort in _ARMED_SORTS for word in lowers)
    ):
        return True
    names = {token.text for token in parse.tokens if token.pos == "PROPN"}
    return any(actor.armed for name in names for actor in reference.actors.named(name))


def _who_acts(parse: Parse, words: Sequence[Word], names: set[str], reference: Reference) -> Iterator[str]:
    """Those of the folded names that act, bear a title, or have fighters."""
    for at, word in enumerate(words):
        name = fold(word.text) if word.capital else ""
        if name in names:
            before = words[at - 1].lower if at and word.linked else ""
            behind = words[at + 1].lower if at + 1 < len(words) and not words[at + 1].gap.strip(" '’s") else ""
            fighters = behind in reference.actors.nouns.last_words - _FRONTS and words[at + 1].token.pos != "ADP"
            if before in TITLES or fighters or _acts(parse, word.token):
                yield name


def _acts(parse: Parse, token: Token) -> bool:
    """Whether a name, or the list it stands in, is the subject of what only people do."""
    while token.dep in ("conj", "appos", "compound") and token.head != token.index:
        token = parse.head(token)
    return token.dep == "nsubj" and token.pos == "PROPN" and parse.head(token).lemma not in _STANDING


def _stands_alone(run: Run, ground: Ground) -> bool:
    """Whether the name is nobody's in this report, and does not only say which of some things is meant."""
    first, last = run
    if any(fold(word.text) in ground.somebody for word in ground.words[first : last + 1]):
        return False
    if _called(ground.words, run) & _KINDS_OF_OTHERS:
        return False
    after = ground.words[last + 1] if last + 1 < len(ground.words) else None
    if after is None or not after.linked:
        aged = after is not None and after.text.isdigit() and after.gap.strip() == ","
        return not aged or ground.distances.touches(ground.words[first].start, ground.words[last].end)
    thing = after.token.pos in ("NOUN", "PROPN", "NUM") and not after.text[0].isdigit()
    return not ground.words[last].hyphened and (not thing or after.token.lemma in FEATURE_NOUNS.keys() | _FRONTS)


def _in_place(run: Run, ground: Ground) -> bool:
    """Whether the words before the name, or the verb that it is the subject of, make it a place."""
    words, at = ground.words, run[0] - 1
    if words[run[1]].possessive:
        return _owns(words, run)
    if (
        _names_a_front(words, run)
        or _explained(words, run)
        or (not _the(words, run) and _undergoes(ground, words[run[1]].token))
    ):
        return True
    linked = words[run[0]].linked
    while linked and at > 0 and words[at].lower in _WHICH and words[at].linked:
        at -= 1
    if not linked or at < 0 or words[at].token.sentence != words[run[0]].token.sentence:
        return False
    before = words[at]
    if before.lower in _AT or (ground.armed and before.lower in _TOWARDS):
        return not _everyday(run, ground)
    if before.token.pos == "VERB":
        return _takes(run, before, ground)
    return at > 0 and before.linked and _after_preposition(words, at, ground)


def _with_owner(run: Run, ground: Ground) -> Run:
    """The name with the place that it belongs to: what is said of "Sagaing's X" is said of X."""
    first = run[0] - 1
    if first < 0 or first not in ground.taken or not ground.words[first].possessive:
        return run
    while first > 0 and first - 1 in ground.taken and ground.words[first].linked:
        first -= 1
    return run if _is_country((first, run[0] - 1), ground) else (first, run[1])


def _everyday(run: Run, ground: Ground) -> bool:
    """Whether the name is also an everyday word, which a preposition alone does not make a place's."""
    first = run[0] + (run[1] > run[0] and ground.words[run[0]].lower in TOPONYM_STARTS)
    return any(fold(word.text) in ground.reference.gazetteer.stops for word in ground.words[first : run[1] + 1])


def _the(words: Sequence[Word], run: Run) -> bool:
    """Whether an article stands before the name, as it does before things."""
    return run[0] > 0 and words[run[0]].linked and words[run[0] - 1].lower in ("the", "a", "an")


def _takes(run: Run, verb: Word, ground: Ground) -> bool:
    lemma = verb.token.lemma
    if lemma in _TAKEN:
        return True
    prisoner = any(word.lower in _PRISONERS for word in ground.words[run[1] + 1 : run[1] + 3])
    return ground.armed and lemma in _TAKEN_IN_WAR and not prisoner


def _after_preposition(words: Sequence[Word], at: int, ground: Ground) -> bool:
    """Whether a noun or verb with its preposition asks for a place: "the fall of", "an attack on", "fled to"."""
    preposition, left = words[at].lower, words[at - 1]
    if preposition == "of":
        return left.lower in _DEEDS_OF or left.lower in COMPASS
    if preposition in ("on", "against"):
        return ground.armed and left.token.lemma in _DEEDS_ON
    if preposition == "for":
        return ground.armed and left.lower in _FOUGHT_FOR
    if preposition == "between":
        return left.lower in _WAYS
    if preposition == "to" and at > 3 and "from" in (words[at - 2].lower, words[at - 3].lower):
        return ground.armed  # "fled from A to B"
    moves = left.token.lemma in _MOVING or (
        left.lower in _PARTICLES and at > 1 and words[at - 2].token.lemma in _MOVING
    )
    return ground.armed and preposition in ("from", "to") and moves


def _undergoes(ground: Ground, token: Token) -> bool:
    """Whether a name is the subject of what places undergo: "was shelled", "fell to", "came under fire"."""
    parse = ground.parse
    while token.dep in ("conj", "compound") and token.head != token.index:
        token = parse.head(token)
    verb = parse.head(token)
    if token.dep == "nsubjpass":
        return verb.lemma in _TAKEN or (ground.armed and verb.lemma in _SUFFERED)
    if token.dep != "nsubj":
        return False
    behind = {(kid.lower, thing.lemma) for kid in parse.kids(verb, "prep") for thing in parse.kids(kid, "pobj")}
    if verb.lemma == "fall":
        taken = any(preposition == "to" for preposition, _ in behind)
        return ground.armed and (taken or not parse.kids(verb, "prep", "acomp", "oprd", "prt", "advmod", "conj"))
    if verb.lemma in _STAYING and any(kid.lower in _MOODS for kid in parse.kids(verb, "acomp")):
        return ground.armed
    return verb.lemma in _STAYING and any(p == "under" and thing in _UNDER for p, thing in behind)


def _names_a_front(words: Sequence[Word], run: Run) -> bool:
    """Whether a stretch of a front is called so: "the X axis", "on the X front"."""
    after = words[run[1] + 1] if run[1] + 1 < len(words) else None
    return after is not None and after.linked and after.lower in _FRONTS and after.text == after.lower


def _explained(words: Sequence[Word], run: Run) -> bool:
    """Whether the text says that the name is a place's: "X, a mining village in the north"."""
    behind = [word.lower for word in words[run[1] + 1 : run[1] + 3] if word.linked]
    return (
        has_neighbours(words, run)
        or behind in (["is", "where"], ["was", "where"])
        or bool(_called(words, run) & _KINDS_OF_PLACE)
    )


def _called(words: Sequence[Word], run: Run) -> frozenset[str]:
    """The nouns by which the text says what a name is: "X, a mining company in the north"."""
    after = words[run[1] + 1 : run[1] + 7]
    if len(after) < 2 or after[0].gap.strip() != "," or after[0].lower not in ("a", "an", "the"):
        return frozenset()
    said = takewhile(lambda word: word.token.pos in ("NOUN", "ADJ", "PROPN", "VERB", "NUM") and word.linked, after[1:])
    return frozenset(word.token.lemma for word in said if word.token.pos == "NOUN" and not word.hyphened)


def _owns(words: Sequence[Word], run: Run) -> bool:
    """Whether the name has what towns have: "X's outskirts", "X's main market"."""
    return words[run[1]].possessive and any(
        word.lower in _OF_TOWNS
        for word in words[run[1] + 1 : run[1] + 4]
        if word.token.sentence == words[run[1]].token.sentence
    )


def _listed(free: Sequence[Run], sure: set[Run], taken: set[int], ground: Ground) -> Iterator[Run]:
    """Names that are listed with places ("A, X and B"): one coordinated list holds things of one kind."""
    unknown = set(free)
    for group in _lists(sorted((*free, *_stretches(ground.words, taken))), ground.words):
        placed = any(run in sure if run in unknown else not _is_country(run, ground) for run in group)
        if placed and not _do(group, ground):
            yield from (run for run in group if run in unknown)


def _stretches(words: Sequence[Word], taken: set[int]) -> Iterator[Run]:
    """The places among the words, one by one."""
    first: int | None = None
    for at in sorted(taken):
        first = at if first is None else first
        if at + 1 not in taken or not words[at + 1].linked:
            yield first, at
            first = None


def _lists(runs: Sequence[Run], words: Sequence[Word]) -> Iterator[list[Run]]:
    """Names that "and" or "or" joins, with those that commas put before them."""
    group: list[Run] = []
    joined = False
    for at, run in enumerate(runs):
        group.append(run)
        joint = _joint(words, run, runs[at + 1]) if at + 1 < len(runs) else ""
        joined = joined or joint == "and"
        if not joint:
            if joined:
                yield group
            group, joined = [], False


def _joint(words: Sequence[Word], one: Run, other: Run) -> str:
    """How two names are coordinated: "and", a comma, or not at all."""
    between, gap = words[one[1] + 1 : other[0]], words[other[0]].gap.strip()
    if words[one[1]].token.sentence != words[other[0]].token.sentence:
        return ""
    if not between:
        return "," if gap == "," and not words[one[1]].possessive else ""
    link = between[-1]
    counted = len(between) == 1 or (len(between) == 2 and between[0].text.isdigit())
    coordinated = counted and link.lower in ("and", "or", "then") and link.gap.strip() in ("", ",")
    return "and" if coordinated and not gap else ""


def _do(group: Sequence[Run], ground: Ground) -> bool:
    """Whether those listed last are who does what is told next: "in Goma, X and Y met"."""
    end = group[-1][1] + 1
    verb = ground.words[end].token if end < len(ground.words) and ground.words[end].linked else None
    if verb is None or verb.pos != "VERB" or verb.tag not in ("VBD", "VBZ", "VBP") or verb.lemma in _STANDING:
        return False
    first = ground.words[group[0][0]].token
    return all(first.index <= kid.index for kid in ground.parse.kids(verb, "nsubj"))


def _is_country(run: Run, ground: Ground) -> bool:
    """Whether a name in a list is a country's: those are listed with armies and leagues as well."""
    place = ground.reference.gazetteer.first(name_of(ground.words, *run))
    return place is not None and place.kind in ("country", "continent")
