"""Whose armed men are by the words beside them: "forces loyal to X", "X's fighters", "troops opposed to X".

Such a body is the leader's party, where one is known, or a body of its own; it is never the army of the country that the
report is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from dateline.model.record import Mention
from dateline.model.text import Token
from dateline.model.world import Actor
from dateline.reference.actor_nouns import ActorNoun
from dateline.reference.actor_words import fold, fold_name, word_set
from dateline.resolve.actor_memory import Memory, is_person
from dateline.resolve.actor_publisher import slug
from dateline.resolve.actor_scene import Scene

Tie = Literal["own", "with", "against"]

_TIED = re.compile(
    r",?\s+(?:(?:who|that|which)\s+(?:are|were|is|was|had\s+been|remain(?:ed)?|stayed)\s+)?(?:still\s+|then\s+)?(?:"
    r"(?P<own>loyal\s+to|faithful\s+to|answer(?:able|ing)\s+to|under\s+the\s+command\s+of|under|(?:led|commanded|headed)\s+by|"
    r"fighting\s+(?:for|under)|serving\s+under|belonging\s+to|of|from)|"
    r"(?P<with>(?:backed|supported|sponsored|armed|trained|financed|funded)\s+by|backing|supporting|allied\s+(?:with|to)|aligned\s+(?:with|to)|affiliated\s+(?:with|to)|associated\s+with|linked\s+to|"
    r"sympathetic\s+to|close\s+to)|"
    r"(?P<against>opposed\s+to|opposing|hostile\s+to|fighting(?:\s+against)?))\s+"
)
_BEFORE = re.compile(
    r"[-‐‑](?:(?P<own>led|commanded)|(?P<with>aligned|allied|affiliated|linked|backed|supported|loyal))\s+$"
)
_PRO = re.compile(r"\bpro[-‐‑](?P<whom>[A-Z][\w'’-]+)\s+(?=$|[a-z])", re.IGNORECASE)
_NOMINAL = ("DET", "ADJ", "NOUN", "PROPN", "PRON")
_JOINED = 30
_GAP = 60
"""Code points between the words of a tie and the name that it is to: titles stand there."""
_BESIDE_TITLES = word_set(
    "the a an strongman chieftain kingpin powerbroker former ousted deposed late fugitive renegade notorious self styled powerful local"
)
_STATE = word_set(
    "president government state regime junta authorities king republic country presidency administration crown sultan "
    "emir army military ministry interim transitional ruling central federal national"
)
"""To whom the forces of a state are loyal."""
_NO_LONGER = word_set(
    "ousted deposed former ex toppled exiled fugitive proclaimed declared styled breakaway rebel shadow parallel"
)
_LEADS = word_set("commander leader chief kingpin warlord general colonel head boss strongman chieftain captain major")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allegiance:
    """How a body is tied to a party or person; `to` None where the words name nobody known ("backing the coup").

    `joined`: by one word before the noun ("US-backed forces"), as a group that the text names may be called as well.
    """

    tie: Tie
    to: Actor | None
    words: str
    joined: bool = False


def allegiance(scene: Scene, memory: Memory, mention: Mention) -> Allegiance | None:
    """What the words beside armed men say of whose they are, None where they say nothing."""
    return _behind(scene, memory, mention) or _owned(scene, memory, mention) or _before(scene, memory, mention)


def sworn(scene: Scene, tied: Allegiance, noun: ActorNoun) -> Actor:
    """The body itself: the party that it is of, or one that only this report knows."""
    if tied.tie == "own" and tied.to is not None:
        return party_of(scene, tied.to, noun.sort) or _men_of(tied.to)
    side = None
    if tied.tie == "with" and tied.to is not None and tied.to.kind != "government":
        side = tied.to.side or tied.to.id
    return Actor(
        id=f"act:{slug(tied.words)}", name=tied.words, kind="armed_groups_collective", side=side, provisional=True
    )  # fmt: skip


def his_men(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """Whose "his men" are: the party of the person named before, or those who follow a leader of no known party."""
    person = memory.latest(is_person, sentence=mention.sentence, reach=1)
    if person is None or not person.id.startswith("per:"):
        return None
    spoken_for = memory.parties.get(person.id)
    if spoken_for is not None and (own := party_of(scene, spoken_for, "state")) is not None and own.armed:
        return own
    titles = (s.mention.span.quote for s in memory.seen if s.actor.id == person.id and s.mention.form == "role")
    leads = any(set(fold_name(title).split()) & _LEADS for title in titles)
    return party_of(scene, person, "gunmen") or (_men_of(person) if leads else None)


def party_of(scene: Scene, actor: Actor, sort: str) -> Actor | None:
    """The party at arms that a person leads, by office or side; a party itself, and the forces of a government."""
    register = scene.reference.actors
    if not actor.id.startswith("per:"):
        state = actor.kind == "government" and sort in ("state", "unit")
        return register.countries.bodies.get((actor.side or "", "forces"), actor) if state else actor
    for held in actor.memberships:
        member = register.by_id.get(held.of)
        if member is not None and member.actor.armed:
            return member.actor
        led = held.of.partition(" of ")[2].removeprefix("the ")
        body = next((a for a in register.named(led) if a.armed), None) if led else None
        if body is not None and body.side == actor.side:
            return body
    if actor.side is None:
        return None
    known = register.by_id.get(f"act:{actor.side}")
    return known.actor if known else register.countries.bodies.get((actor.side, "forces"))


def _men_of(leader: Actor) -> Actor:
    """Those who follow a leader whose party no register has."""
    return Actor(
        id=f"act:forces-of-{slug(leader.name)}",
        name=f"forces of {leader.name}",
        kind="armed_groups_collective",
        side=leader.side or leader.id,
        provisional=True,
    )


def _behind(scene: Scene, memory: Memory, mention: Mention) -> Allegiance | None:
    text = scene.parse.report.text
    match = _TIED.match(text, mention.span.end)
    if match is None:
        return None
    tie = _tie(match)
    plain = match.group("own") in ("of", "from", "under")
    helped = match.group("with") is not None and match.group("with").endswith("by")
    named = _named_at(scene, memory, match.end())
    if named is not None and not (plain and not named[1].id.startswith("per:")):
        words = " ".join(text[mention.span.start : named[0].span.end].split())
        return Allegiance(tie=tie, to=named[1], words=words)
    phrase = _phrase(scene.parse.tokens_in(match.end(), match.end() + _GAP))
    if plain or helped or named is not None or not phrase or _is_state({token.lower for token in phrase}):
        return None
    return Allegiance(tie=tie, to=None, words=" ".join(text[mention.span.start : phrase[-1].end].split()))


def _phrase(tokens: Iterable[Token]) -> list[Token]:
    """The words up to the last noun of a phrase: "the coup", "the internationally recognised authorities"."""
    run = list(
        takewhile(lambda t: t.pos in (*_NOMINAL, "ADV") or (t.dep in ("amod", "punct") and t.text != ","), tokens)
    )
    while run and run[-1].pos not in ("NOUN", "PROPN", "PRON"):
        run.pop()
    return run


def _is_state(said: set[str]) -> bool:
    """Whether the words mean who governs: "the government", but not "the ousted president" or "self-proclaimed authorities"."""
    return bool(said & _STATE) and not said & _NO_LONGER


def _tie(match: re.Match[str]) -> Tie:
    ties: tuple[Tie, ...] = ("own", "with", "against")
    return next(tie for tie in ties if match.groupdict().get(tie))


def _named_at(scene: Scene, memory: Memory, at: int) -> tuple[Mention, Actor] | None:
    """The person or party whose name stands here, behind no more than titles."""
    text = scene.parse.report.text
    near = (pair for pair in _names(memory) if at <= pair[0].span.start <= at + _GAP)
    found = min(near, key=lambda pair: pair[0].span.start, default=None)
    if found is None:
        return None
    gap = text[at : found[0].span.start].split()
    titles = scene.reference.actors.nouns.last_words | _BESIDE_TITLES
    return found if all(word[:1].isupper() or fold(word) in titles for word in gap) else None


def _names(memory: Memory) -> Iterator[tuple[Mention, Actor]]:
    yield from memory.named
    yield from memory.people


def _owned(scene: Scene, memory: Memory, mention: Mention) -> Allegiance | None:
    """A name with an apostrophe before the noun: "Haftar's forces"."""
    owners = scene.parse.kids(scene.parse.tokens[mention.head], "poss")
    found = _holding(_names(memory), owners[0]) if owners else None
    return Allegiance(tie="own", to=found, words=mention.span.quote) if found else None


def _holding(names: Iterable[tuple[Mention, Actor]], token: Token) -> Actor | None:
    return next((actor for m, actor in names if m.span.start <= token.start < m.span.end), None)


def _before(scene: Scene, memory: Memory, mention: Mention) -> Allegiance | None:
    """A joined word before the noun: "Haftar-aligned fighters", "pro-Haftar troops", "US-backed forces"."""
    text, start, end = scene.parse.report.text, mention.span.start, mention.span.end
    pro = _PRO.search(text, max(0, start - _JOINED), end)
    if pro is not None and pro.end() >= start and pro.group("whom")[:1].isupper():
        whom = next(iter(scene.reference.actors.named(pro.group("whom"))), None)
        led = whom is not None and whom.id.startswith("per:")
        return Allegiance(tie="own" if led else "with", to=whom, words=text[pro.start() : end], joined=True)
    joined = _BEFORE.search(text, max(0, start - _JOINED), start)
    if joined is None:
        return None
    first = max(text.rfind(" ", 0, joined.start()), text.rfind("\n", 0, joined.start())) + 1
    owner = next((pair for pair in _names(memory) if pair[0].span.end == joined.start()), None)
    if owner is None and fold(text[first : joined.start()]) in _STATE:
        return None
    words = text[owner[0].span.start if owner else first : end]
    to = owner[1] if owner else None
    return Allegiance(tie=_tie(joined), to=to, words=" ".join(words.split()), joined=True)
