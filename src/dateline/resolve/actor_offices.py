"""The office beside a person's name where the parse misses it, and which offices are the state's.

"SSPDF spokesman Maj. Gen. X", "X, the commander of the 4th Battalion": what stands between name and office are ranks, commas
and whose the office is. A governor speaks for the state in which his province lies, unless somebody else put him there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.model.record import Mention
from dateline.model.text import Token
from dateline.model.world import Actor
from dateline.reference.actor_words import word_set
from dateline.resolve.actor_candidates import state_actor
from dateline.resolve.actor_memory import Memory
from dateline.resolve.actor_scene import Scene

_RANKS = word_set(
    "gen maj col lt capt cpt sgt brig cmdr adm cpl general major colonel lieutenant captain sergeant brigadier admiral marshal "
    "commodore corporal mr mrs ms dr sir eng engineer prof sheikh hon retired rtd"
)
_OFFICIALS = word_set("official officer member fighter spokesman spokeswoman spokesperson")
"""Words for somebody's man that are no roles of their own."""
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "PART")
_BEHIND = ("of", "for", "from", "with", "in", "at")
_REACH = 7
"""Tokens between a name or a body and its office."""
_NEAR = 80
"""Code points from an office to the end of the place that it is of."""
_LOCAL = word_set("governor mayor commissioner administrator prefect councillor councilor magistrate subprefect")
_NATIONAL = word_set("minister president premier vice-president")
GONE = word_set("former ex late ousted deposed shadow rebel self opposition exiled")
_TURNED = word_set(
    "retired deserted deserter defected defector mutinied mutinous mutineer renegade dissident breakaway separatist insurgent"
)
"""Officers who serve no state."""
_PUT_THERE = re.compile(
    r"([\w.]+)[-‐‑](?:appointed|installed|imposed|named|picked|backed|controlled|aligned|affiliated)\b"
)


def offices(scene: Scene, mention: Mention) -> Iterator[Token]:
    """The tokens that name an office right before or behind a person's name."""
    inside = scene.parse.tokens_in(mention.span.start, mention.span.end)
    if mention.form != "name" or not inside:
        return
    before = _before(scene, inside[0].index)
    if before is not None:
        yield before
    behind = _appended(scene, inside[-1].index)
    if behind is not None:
        yield behind


def _before(scene: Scene, first: int) -> Token | None:
    """The office before a name, with no more than ranks between; before a comma, or behind "of X,"."""
    tokens, index = scene.parse.tokens, first - 1
    while index >= 0 and (tokens[index].lower.rstrip(".") in _RANKS or tokens[index].text == "."):
        index -= 1
    if index < 0 or tokens[index].sentence != tokens[first].sentence:
        return None
    if tokens[index].text != ",":
        return tokens[index] if is_office(scene, tokens[index]) else None
    for token in reversed(tokens[max(0, index - _REACH) : index]):
        if token.pos in ("VERB", "AUX", "PUNCT", "SCONJ") or token.sentence != tokens[first].sentence:
            return None
        if is_office(scene, token):
            beside = token.index + 1 == index or tokens[token.index + 1].lower in _BEHIND
            return token if beside else None
    return None


def _appended(scene: Scene, last: int) -> Token | None:
    """The office behind a name and a comma: "X, a JEM field commander"."""
    tokens = scene.parse.tokens
    if last + 1 >= len(tokens) or tokens[last + 1].text != ",":
        return None
    for token in tokens[last + 2 : last + 2 + _REACH]:
        if token.pos in ("VERB", "AUX", "ADP", "SCONJ", "PRON") or token.text in (",", ".", "(", "and"):
            return None
        if is_office(scene, token) and token.sentence == tokens[last].sentence:
            return token
    return None


def is_office(scene: Scene, token: Token) -> bool:
    """Whether a token names an office or somebody's man."""
    noun = scene.reference.actors.nouns.longest((token.lower,))
    return (noun is not None and noun.sort == "role" and token.lower not in _RANKS) or token.lower in _OFFICIALS


def party_beside(scene: Scene, office: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The party that is named right before the office, or behind "of", with nothing but nouns between."""
    sentence = scene.parse.sentences[office.sentence].span
    first, last = (bisect_left(mentions, at, key=lambda m: m.span.start) for at in (sentence.start, sentence.end))
    parties = [m for m in mentions[first:last] if m.kind in ("actor", "label")]
    before = [m for m in parties if m.span.end <= office.start and _nominal(scene, m.span.end, office.start)]
    if before:
        return max(before, key=lambda m: m.span.end)
    follows = scene.parse.tokens[office.index + 1 : office.index + 2]
    if not follows or follows[0].lower not in _BEHIND:
        return None
    behind = [m for m in parties if m.span.start >= follows[0].end and _nominal(scene, follows[0].end, m.span.start)]
    found = min(behind, key=lambda m: m.span.start, default=None)
    return None if found is None or _HELD.match(scene.parse.report.text, found.span.end) else found


def party_of_officer(scene: Scene, person: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The party that is named right behind an officer's name: "Maj. Gen. X of the Somali army"."""
    tokens = scene.parse.tokens_in(person.span.start, person.span.end)
    if person.form != "name" or not tokens or tokens[0].index < 1:
        return None
    rank, behind = scene.parse.tokens[tokens[0].index - 1], scene.parse.tokens[tokens[-1].index + 1 :][:1]
    if not behind or behind[0].lower not in ("of", "from", "with"):
        return None
    ranked = rank.lower.rstrip(".") in _RANKS - _CIVIL
    at = bisect_left(mentions, behind[0].end, key=lambda m: m.span.start)
    near = [m for m in mentions[at : at + 3] if m.kind == "actor" and _nominal(scene, behind[0].end, m.span.start)]
    return next((m for m in near if ranked or m.form == "name"), None)


def force_of_officer(scene: Scene, memory: Memory, person: Mention) -> Actor | None:
    """The forces of the country in which an officer speaks whom no words give to any party: "Colonel X, a commander in Y".

    An officer who has left, or who rose against the state, is nobody's for all that is known; so is one in a report that
    names armed groups, which have colonels too, unless it has just told of the state's forces.
    """
    tokens = scene.parse.tokens_in(person.span.start, person.span.end)
    if not tokens or tokens[0].sentence < 0:
        return None
    first = tokens[0]
    rank = first if person.form == "role" else scene.parse.tokens[max(first.index - 1, 0)]
    if rank.lower.rstrip(".") not in _RANKS - _CIVIL or rank.sentence != first.sentence:
        return None
    near = scene.parse.tokens[max(rank.index - 3, 0) : tokens[-1].index + _REACH]
    if not (GONE | _TURNED).isdisjoint(token.lower for token in near):
        return None
    iso = scene.told_of(person.span.start) or scene.country
    spoken_of = memory.latest(
        lambda s: s.actor.kind == "state_force" and s.subject and s.actor.side == iso, sentence=person.sentence, reach=1
    )
    if spoken_of is not None or memory.groups:
        return spoken_of
    return scene.reference.actors.countries.bodies.get((iso or "", "forces"))


_CIVIL = word_set("mr mrs ms dr sir eng engineer prof")
SPOKES = word_set("spokesman spokeswoman spokesperson")
_HELD = re.compile(r"[-‐‑](?:held|controlled|run|ruled|occupied|dominated)\b")
"""Behind a party: the place is its, not the office."""


def _nominal(scene: Scene, start: int, end: int) -> bool:
    between = scene.parse.tokens_in(start, end)
    return len(between) < _REACH and all(
        t.pos in _NOMINAL or t.pos == "DET" or t.text in ("'s", "’s", "-") for t in between
    )


def state_of(scene: Scene, office: Token) -> Actor | None:
    """The government that a civil office is of, by the place named with it; None where somebody else appoints to it."""
    local = office.lower in _LOCAL
    if not local and office.lower not in _NATIONAL:
        return None
    text = scene.parse.report.text
    first = _run_start(scene, office)
    before = scene.parse.report.text[scene.parse.tokens[first].start : office.start]
    if {t.lower for t in scene.parse.tokens[first : office.index]} & GONE:
        return None
    governments = scene.reference.actors.countries.bodies
    put = _PUT_THERE.search(before)
    if put is not None:
        power = state_actor(scene, put.group(1))
        return governments.get((power.country or "", "government")) if power else None
    iso = _located(scene, scene.parse.tokens[first].start, office)
    quiet = local or office.text.islower()
    if iso is None and quiet and not _of_something(text[office.end : office.end + 4]):
        iso = scene.told_of(office.start) or scene.country
    return governments.get((iso or "", "government"))


def _of_something(following: str) -> bool:
    return following.startswith(" of ")


def words_before(scene: Scene, office: Token) -> int:
    """Where the words begin that say whose an office is: the code point of "Somali" in "Somali police official"."""
    return scene.parse.tokens[_run_start(scene, office)].start


def _run_start(scene: Scene, office: Token) -> int:
    first = office.index
    while first > 0 and scene.parse.tokens[first - 1].sentence == office.sentence:
        token = scene.parse.tokens[first - 1]
        if token.pos not in _NOMINAL and token.pos != "VERB" and token.text not in ("-", "'s", "’s"):
            break
        first -= 1
    return first


def _located(scene: Scene, start: int, office: Token) -> str | None:
    """The country of the place right before the office, or of that behind "of" or "in"."""
    before = scene.named_between(start, office.start)
    if before:
        return before[0].country
    for spot in scene.named_between(office.end, office.end + _NEAR):
        between = scene.parse.tokens_in(office.end, spot.start)
        plain = (t.lower in _BEHIND or t.pos in ("DET", "ADJ", "NOUN", "PROPN") for t in between)
        if between and between[0].lower in _BEHIND and all(plain):
            return spot.country
    return None
