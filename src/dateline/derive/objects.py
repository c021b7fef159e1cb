"""Of what a change of hands or a fight is: every place of a list, the whole behind a part, a thing without a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.derive.extents import GRIP, LONGEST_NAME, of_something_inside
from dateline.derive.families import LOSING
from dateline.derive.holders import in_own_hands
from dateline.derive.relatives import qualified
from dateline.derive.transitions import TRANSITIONS
from dateline.model.exclusion import TAKING
from dateline.model.locating import COUNTRIES, DIVISIONS
from dateline.model.record import Case, Claim
from dateline.model.roles import lies_in, place_of
from dateline.model.text import Token
from dateline.model.world import Place
from dateline.reference.place_words import ADMIN_NOUNS, FEATURE_NOUNS, NATURAL_NOUNS, SETTLEMENT_NOUNS

SETTLEMENTS = frozenset({"city", "town", "village", "hamlet", "settlement", "township", "community"})
"""Nouns that only announce a name: "the towns of Ashford and Oakford" are these two."""
ANNOUNCING = frozenset({*SETTLEMENTS, *ADMIN_NOUNS, "area", "stronghold", "bastion", "enclave", "capital", "suburb"})
"""Nouns behind which "of" leads to the name: "the stronghold of Ashford" is Ashford."""
PORTIONS = frozenset({"part", "portion", "section", "swathe", "swath", "chunk", "stretch"})
"""Nouns that leave open which part of a place is meant; with other adjectives than those of size they name one."""
COUNTED = frozenset(
    {
        "all", "most", "much", "some", "several", "many", "one", "two", "three", "half", "majority", "number", "series",
        "string", "handful", "dozen", "couple", "pair", "cluster", "group", "control", "hold", "possession", "charge",
        "command", "takeover", "rest", "remainder", "bulk", "percent", *PORTIONS,
    }
)  # fmt: skip
"""What stands before "of" and what is taken: "control of a base", "a string of villages"."""
SITES = frozenset(
    {
        *SETTLEMENT_NOUNS, *ADMIN_NOUNS, *NATURAL_NOUNS, "airport", "airbase", "airfield", "airstrip", "base", "barrack", "barracks", "garrison", "headquarter",
        "outpost", "post", "camp", "position", "stronghold", "fort", "fortress", "port", "bridge", "road", "highway", "motorway", "route", "junction", "crossing",
        "checkpoint", "roadblock", "barricade", "intersection", "railway", "compound", "complex", "headquarters", "refinery", "dam", "plant", "oilfield",
        "station", "prison", "trench", "height", "ridge", "hospital", "factory", "palace", "center", "centre", "area", "zone", "sector", "corridor", "border",
        "facility", "field", "mine", "depot", "terminal", "hall", "school", "courthouse",
    }
)  # fmt: skip
"""What an army holds; who seizes a shop or a house has taken no place."""
COPULAS = ("be", "remain", "stay", "lie")
DEFINITE = ("the", "this", "that", "its", "their", "his", "her", "both")
SIZES = frozenset(
    {
        "large",
        "larger",
        "big",
        "small",
        "great",
        "vast",
        "wide",
        "significant",
        "considerable",
        "other",
        "several",
        "many",
    }
)
"""Adjectives that name no part: of "the eastern part" and "the rebel-held part" one knows which."""
PLACE_ROLES = ("place", "origin", "destination", "target", "patient")
_AT = ("of", "in", "at", "near", "above", "below", "outside", "on", "around")
_LEFT = ("amod", "compound", "nmod", "nummod", "poss", "quantmod")


def with_listed(case: Case, claim: Claim) -> Claim:
    """The claim with every place of the list in which one of its places stands, and with the whole behind "large parts"."""
    if claim.act not in TRANSITIONS or not case.parse.tokens:
        return claim
    roles = dict(claim.roles)
    for role in PLACE_ROLES:
        if any(case.resolution.place(name) is not None for name in roles.get(role, ())):
            roles[role] = tuple(dict.fromkeys(one for name in roles[role] for one in _listed(case, name)))
    if claim.place is not None and not any(role in roles for role in PLACE_ROLES):
        taken = _taken(case, claim) if _changes_hands(claim) else ()
        beside = taken or (() if _only_around(case, claim) else _listed(case, claim.place))
        if beside and beside != (claim.place,):
            roles["place"] = beside
    place = _listed(case, claim.place)[0] if claim.place is not None and _announces(case, claim.place) else claim.place
    return claim if roles == claim.roles and place == claim.place else replace(claim, roles=roles, place=place)


def _taken(case: Case, claim: Claim) -> tuple[str, ...]:
    """What stands in the place of a claim and was taken there, where somebody read it."""
    thing = object_of(case, claim)
    name = _mention_at(case, thing) if thing is not None else None
    return (name,) if name is not None else ()


def unnamed_object(case: Case, claim: Claim) -> Place | None:
    """What is taken without a name of its own ("a police base in Ashford"): the town around it is not taken for that.

    A name that nobody read as anything ("entered Velmora") is a place as well, where an army takes, enters or loses it.
    """
    thing = object_of(case, claim) if claim.act in ("enter", "hold", "withdraw") or _changes_hands(claim) else None
    thing = thing or (_entered(case, claim) if claim.act == "enter" else None)
    named = thing is not None and (claim.act != "hold" or claim.place is None) and _is_unread_name(case, thing)
    known = thing is not None and claim.act == "enter" and _is_called_after_a_place(case, thing)
    taken = thing is not None and not known and _is_site(case, thing)
    if thing is None or not (named or (taken and (claim.act in TAKING or _is_told_anew(case, claim, thing)))):
        return None
    before = ("compound", "nmod") if thing.pos == "PROPN" else _LEFT
    first = min((kid.left for kid in case.parse.kids(thing, *before)), default=thing.index)
    start = case.parse.tokens[first]
    if start.dep == "det" or start.lower in DEFINITE:
        start = case.parse.tokens[min(start.index + 1, thing.index)]
    words = " ".join(case.report.text[start.start : thing.end].split())
    around = place_of(case, claim)
    inside = around is not None and around.kind not in COUNTRIES
    return Place(
        id=f"report:{re.sub(r'[^a-z0-9]+', '-', words.lower()).strip('-')}",
        name=words,
        kind="set" if thing.tag == "NNS" else FEATURE_NOUNS.get(thing.lemma, "part"),
        country=around.country if around else None,
        part_of=around.id if around and inside else None,
        source="told without a name of its own",
    )


def holds_no_place(case: Case, claim: Claim) -> bool:
    """Whether what is in somebody's hands is no place: "their battalions in Ashford are in our hands"."""
    tells = claim.act == "hold" and claim.predicate == "hold" and claim.modality != "unknown"
    core = _core(case, claim) if tells else None
    thing = object_of(case, claim) if core is not None and core.lemma in COPULAS else None
    if thing is None or thing.pos != "NOUN" or _mention_at(case, thing) is not None or _is_holder(case, claim, thing):
        return False
    return not (_is_site(case, thing) or _counts(case, thing) or thing.lemma in FEATURE_NOUNS or thing.lemma in GRIP)


def _is_holder(case: Case, claim: Claim, subject: Token) -> bool:
    """Whether the subject of the words is who holds something: "our forces are in control of the centre"."""
    if in_own_hands(claim):
        return False
    named = [case.resolution.mention(name).span for name in claim.roles.get("agent", ())]
    return any(span.start <= subject.start < span.end for span in named)


def _is_told_anew(case: Case, claim: Claim, site: Token) -> bool:
    """Whether words say of a site what parts it from the one before: "its headquarters", "the outer trench", not "the post"."""
    beside = case.parse.kids(site, "amod", "compound", "nmod", "poss", "nummod", "acl", "relcl")
    # Who "left our positions" has left the place of the talk.
    told = [kid for kid in beside if claim.act != "withdraw" or kid.tag != "PRP$"]
    return claim.polarity == "positive" and (bool(told) or _lies_at_a_name(case, site))


def _lies_at_a_name(case: Case, site: Token) -> bool:
    """Whether the words behind a site say where it is, or whose: "the post in Ashford", "the camp of the Front"."""
    near = (kid for kid in case.parse.kids(site, "prep") if kid.lower in _AT)
    return any(name.pos == "PROPN" for at in near for name in case.parse.kids(at, "pobj"))


def _changes_hands(claim: Claim) -> bool:
    """Whether a claim tells that something was taken, or lost to another."""
    return claim.act in TAKING or (claim.act == "withdraw" and claim.predicate in LOSING)


def _is_unread_name(case: Case, noun: Token) -> bool:
    """Whether a noun is a name and stands in no mention of anybody, anything or any day."""
    named = noun.pos == "PROPN" and noun.text[:1].isupper() and noun.text.isalpha()
    around = case.resolution.within(noun.start - LONGEST_NAME, noun.end + LONGEST_NAME)
    return named and not any(mention.span.start <= noun.start < mention.span.end for mention in around)


def takes_what_is_unread(case: Case, claim: Claim) -> bool:
    """Whether what is taken is told anew and nobody read it ("two villages"): it is not the place of which the talk was."""
    thing = object_of(case, claim) if claim.act in TAKING else None
    if thing is None or not _is_site(case, thing):
        return False
    return not any(kid.lower in DEFINITE for kid in case.parse.kids(thing, "det", "poss"))


def _is_site(case: Case, noun: Token) -> bool:
    """Whether a noun means a place that armies hold, and one that nobody read by it or by the name behind it."""
    behind = _behind_of(case, noun)
    named = behind is not None and _mention_at(case, behind) and noun.lemma in ANNOUNCING
    if any(
        m.kind in ("actor", "label")
        for m in case.resolution.within(noun.start - LONGEST_NAME, noun.end)
        if noun.start < m.span.end
    ):
        return False  # "pushed Islamic State off the bridge"
    holdable = (noun.lemma in SITES and noun.pos in ("NOUN", "PROPN")) or _is_certain_part(case, noun)
    return holdable and not named and _mention_at(case, noun) is None


def object_of(case: Case, claim: Claim) -> Token | None:
    """The noun of what a claim's words take: the object of the verb, or what stands behind "the capture of"."""
    beside = qualified(case, claim)
    if beside is not None:
        return _behind_of(case, beside) or beside if _counts(case, beside) else beside
    core = _core(case, claim)
    if core is None:
        return None
    if core.lemma in COPULAS and claim.act == "hold":
        found = case.parse.kids(core, "nsubj")
    elif core.pos == "NOUN":
        found = [core]
    else:
        found = case.parse.kids(core, "dobj", "nsubjpass") or _fallen_or_left(case, core)
    # Who "is reported to have crossed into the town" is not what he has crossed.
    found = [noun for noun in found if noun.dep != "nsubjpass" or not _is_holder(case, claim, noun)]
    noun = found[0] if found else None
    while noun is not None and (noun is core or _counts(case, noun)):
        deeper = _behind_of(case, noun) or (_behind_of(case, core) if noun.head == core.index else None)
        if deeper is None:
            break
        noun = deeper
    return None if noun is core else noun


def _fallen_or_left(case: Case, core: Token) -> list[Token]:
    """Of what verbs without an object tell: "two districts fell", "pulled back from two villages"."""
    if core.lemma == "fall":
        return [noun for noun in case.parse.kids(core, "nsubj") if noun.tag == "NNS"]
    ahead = (core, *case.parse.kids(core, "advmod", "prt"))
    left = (prep for one in ahead for prep in case.parse.kids(one, "prep") if prep.lower == "from")
    return [noun for prep in left for noun in case.parse.kids(prep, "pobj") if noun.tag == "NNS"]


def _entered(case: Case, claim: Claim) -> Token | None:
    """What the words of an entry lead into: "walked into a village hall"."""
    core = _core(case, claim)
    into = case.parse.kids(core, "prep") if core is not None else ()
    return next((noun for to in into if to.lower in ("into", "inside") for noun in case.parse.kids(to, "pobj")), None)


def _is_called_after_a_place(case: Case, noun: Token) -> bool:
    return any(_mention_at(case, kid) is not None for kid in case.parse.kids(noun, *_LEFT))


def _counts(case: Case, noun: Token) -> bool:
    """Whether a noun only says how much is taken of what stands behind it, or that it is taken."""
    return noun.lemma in COUNTED and not _is_certain_part(case, noun)


def _core(case: Case, claim: Claim) -> Token | None:
    """The verb or noun that governs the words of a claim."""
    first = claim.spans[0]
    tokens = case.parse.tokens_in(first.start, first.end)
    inside = {token.index for token in tokens}
    tops = [token for token in tokens if token.head not in inside or token.head == token.index]
    return next((token for token in tops if token.pos in ("VERB", "NOUN", "AUX")), None)


def _behind_of(case: Case, noun: Token) -> Token | None:
    found = (token for of in case.parse.kids(noun, "prep") if of.lower == "of" for token in case.parse.kids(of, "pobj"))
    return next(found, None)


def _only_around(case: Case, claim: Claim) -> bool:
    """Whether the place of a claim is only where the thing stands that is taken."""
    return claim.act in TAKING and of_something_inside(case, claim)


def _mention_at(case: Case, token: Token) -> str | None:
    """The mention of a place in which a token stands."""
    spans = case.resolution.within(token.start - LONGEST_NAME, token.end + LONGEST_NAME, "place")
    return next((m.id for m in spans if m.span.start <= token.start < m.span.end), None)


def _announces(case: Case, name: str) -> bool:
    """Whether a mention only says of what kind the places are that follow, or that a part of them is meant."""
    return _announced(case, case.parse.tokens[case.resolution.mention(name).head]) is not None


def _announced(case: Case, noun: Token) -> Token | None:
    if noun.lemma not in SETTLEMENTS | PORTIONS or _is_certain_part(case, noun):
        return None
    deeper = _behind_of(case, noun)
    return deeper if deeper is not None and _mention_at(case, deeper) else None


def _is_certain_part(case: Case, noun: Token) -> bool:
    """Whether one knows which part is meant ("the old part of the town")."""
    return noun.lemma in PORTIONS and any(kid.lower not in SIZES for kid in case.parse.kids(noun, "amod", "compound"))


def _listed(case: Case, name: str) -> tuple[str, ...]:
    """The mentions of all places that are listed with one, itself among them, in text order."""
    tokens = list(_below(case, _first_of(case, case.parse.tokens[case.resolution.mention(name).head])))
    found = [one for one in dict.fromkeys(_mention_at(case, token) for token in tokens) if one is not None]
    if not any(token.dep in ("conj", "dobj") for token in tokens[1:]):
        found = found[:1]
    beside = {_mention_at(case, token) for token in tokens if token.dep == "appos"}
    return tuple(one for one in found if one not in beside or not _holds_another(case, one, found)) or (name,)


def _first_of(case: Case, token: Token) -> Token:
    """The noun with which the list begins in which a token stands; itself where it stands in none."""
    above = case.parse.head(token)
    if token.dep in ("conj", "appos") and (_mention_at(case, above) or above.lemma in SETTLEMENTS):
        return _first_of(case, above)
    noun = case.parse.head(above)
    if token.dep == "pobj" and above.lower == "of" and noun.lemma in SETTLEMENTS and noun is not above:
        return _first_of(case, noun)
    return token


def _below(case: Case, token: Token) -> Iterator[Token]:
    """A token and what is coordinated with it; of "the village of Ashford" its name."""
    inner = _announced(case, token)
    yield inner or token
    for one in (token, inner) if inner is not None else (token,):
        for kid in (*case.parse.kids(one, "conj", "appos"), *_second_object(case, one)):
            yield from _below(case, kid)


def _second_object(case: Case, token: Token) -> list[Token]:
    """What the parser made a second object of the verb: "the towns of A and B, as well as the village of C"."""
    if token.dep != "dobj":
        return []
    # The next one only: each leads on to the one after it.
    return [other for other in case.parse.kids(case.parse.head(token), "dobj") if other.index > token.index][:1]


def _holds_another(case: Case, name: str, names: list[str]) -> bool:
    """Whether a place is only where another of the list lies ("Ashford, Kent")."""
    place = case.resolution.place(name)
    others = [one for other in names if other != name and (one := case.resolution.place(other)) is not None]
    if place is None:
        return False
    smaller = any(one.kind not in (*COUNTRIES, *DIVISIONS) for one in others)
    return any(lies_in(case, one.id, place.id) and one.id != place.id for one in others) or (
        smaller and place.kind in (*COUNTRIES, *DIVISIONS)
    )
