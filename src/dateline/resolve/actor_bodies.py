"""Whose official a role is: "a spokesman for the M23", "the army spokesman", "its commander", "M23 leader X".

Two unnamed spokesmen of two parties are two persons; what each says is said for his own side.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model.record import Mention
from dateline.model.text import Parse, Token
from dateline.model.world import Actor, Membership
from dateline.reference.actor_words import word_set, words
from dateline.resolve.actor_allegiance import party_of
from dateline.resolve.actor_candidates import state_actor
from dateline.resolve.actor_memory import Memory, is_body, named_at
from dateline.resolve.actor_nominals import nominal_option
from dateline.resolve.actor_offices import (
    GONE,
    SPOKES,
    offices,
    party_beside,
    party_of_officer,
    state_of,
    words_before,
)
from dateline.resolve.actor_provisional import words_of
from dateline.resolve.actor_scene import Scene

_OF = ("of", "for", "from", "with", "in")
_WITHIN = ("compound", "poss", "nmod", "amod")
_UNITS = (
    "wing", "arm", "branch", "cell", "brigade", "battalion", "regiment", "division", "corps", "unit", "command",
    "force", "fleet", "detachment", "sector", "bureau", "headquarters", "faction", "delegation", "section", "office",
)  # fmt: skip
"""Parts of a body whose officials speak for the whole of it."""
_OWNING = re.compile(r"(?:[Tt]he\s+)?(\w[\w .-]*)['’]s?")
"""A body with an apostrophe before the role: "the brigade's commander"."""
LONGEST_TITLE = 60
_OF_GOVERNMENTS = word_set(
    "minister envoy ambassador president premier secretary chancellor governor deputy senator lawmaker representative diplomat"
)
"""Offices of which a nation's adjective tells the government."""
_LEADING = word_set("command lead head direct chair represent")
_SERVING = {"speak": ("for",), "fight": ("for", "with", "under"), "serve": ("in", "with", "under"), "belong": ("to",)}
"""What somebody does for his own party, with the prepositions before it."""
_STATE_SORTS = ("state", "police", "government")
_BODIES = (
    "state_force", "government", "rebel", "militia", "paramilitary", "coalition", "intl_force", "intl_org",
    "monitor", "organisation", "joint_force", "armed_groups_collective",
)  # fmt: skip
"""Whom an official may speak for; nobody is the spokesman of a person or of an unnamed source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """What is needed to see whose official a mention is. `names` are the actors of all names by mention id."""

    scene: Scene
    memory: Memory
    names: Mapping[str, Actor]
    mentions: Sequence[Mention]

    def body(self, mention: Mention) -> Actor | None:
        """The party or institution that the words about a person make theirs, None where they name none."""
        named = tuple(offices(self.scene, mention))
        near = [*self._roles(mention), *named]
        for token in near:
            start = words_before(self.scene, token) if token in named else mention.span.start
            inside = self._inside(mention, token, start) if mention.form == "role" or token in named else None
            owners = (kid for kid in self.scene.parse.kids(token, "poss", "nmod") if kid.index < token.index)
            owned = (self._actor_at(kid) for kid in owners if self._is_owner(kid))
            parts = [one for part in self._parts(mention, token) for one in (*self._owners(part), part)]
            whose = next((one for one in owned if one is not None and one.kind in _BODIES), None)
            found = whose or inside or next((a for part in parts if (a := self._actor_at(part))), None)
            beside = party_beside(self.scene, token, self.mentions) if found is None else None
            found = self._read(beside) if beside is not None else found
            if found and found.kind in _BODIES and not found.id.startswith(("per:", "civ:", "anon:")):
                return found
        state = next((state for token in near if (state := state_of(self.scene, token))), None)
        return state or self._by_rank(mention) or self._led(mention) or self._speaks_on(near)

    def _led(self, mention: Mention) -> Actor | None:
        """The party that the person is told to command or to speak for: "Colonel X, who commands the army's 9th Brigade"."""
        parse = self.scene.parse
        last = parse.tokens_in(mention.span.start, mention.span.end)[-1:]
        behind = parse.tokens[last[0].index + 1 : last[0].index + 6] if last else ()
        who = next((token.index for token in behind[:2] if token.lower == "who"), len(parse.tokens))
        clauses = [token for token in behind if token.index > who and token.lemma in (*_LEADING, *_SERVING)][:1]
        for clause in (*clauses, *parse.kids(parse.tokens[mention.head], "relcl", "acl")):
            things = parse.kids(clause, "dobj") if clause.lemma in _LEADING else _served(parse, clause)
            for thing in things:
                found = self._actor_at(thing)
                if found is not None and found.kind in _BODIES:
                    return found
        return None

    def _by_rank(self, mention: Mention) -> Actor | None:
        """The party of an officer that stands behind the name: "Col. X of the Somali army"."""
        beside = party_of_officer(self.scene, mention, self.mentions)
        found = self._read(beside) if beside is not None else None
        return found if found is not None and found.armed else None

    def _speaks_on(self, roles: Sequence[Token]) -> Actor | None:
        """The party that spoke right before a spokesman who is told of without any: "…, police said. Spokesman X added"."""
        alone = roles and all(token.lower in SPOKES and not self.scene.parse.kids(token, *_WITHIN) for token in roles)
        if not alone or any(kid.lower in _OF for kid in self.scene.parse.kids(roles[0], "prep")):
            return None
        return self.memory.latest(
            lambda s: s.speaks and is_body(s) and s.actor.kind != "media", sentence=roles[0].sentence, reach=1
        )

    def whose(self, mention: Mention) -> frozenset[str]:
        """The folded words that say whose official a role is ("m23", "north kivu"), empty where none do."""
        parse = self.scene.parse
        told: list[str] = []
        for token in self._roles(mention):
            for part in self._parts(mention, token):
                span = (t for t in parse.subtree(part) if t.pos in ("PROPN", "NOUN") or t.text[:1].isupper())
                near = (
                    t
                    for t in span
                    if not any(up.dep in ("relcl", "acl") for up in parse.ancestors(t) if up.index > part.index)
                )
                told += [t.lower for t in near if t.pos != "DET"]
        return frozenset(told)

    def title(self, mention: Mention) -> str:
        """The words for an office with whose it is: "spokesman for the alliance"; at most LONGEST_TITLE code points."""
        ends = [part.end for role in self._roles(mention) for part in self._parts(mention, role)]
        words_ = self.scene.parse.report.text[mention.span.start : max((*ends, mention.span.end))]
        return " ".join((words_ if len(words_) <= LONGEST_TITLE else mention.span.quote).split())

    def _roles(self, mention: Mention) -> Iterator[Token]:
        """The tokens that name the role: the mention's own, or those beside a person's name."""
        parse = self.scene.parse
        head = parse.tokens[mention.head]
        beside = [*parse.kids(head, "appos", "compound", "nmod"), *([parse.head(head)] if head.dep == "appos" else [])]
        if mention.form == "role":
            yield from (
                t for t in parse.tokens_in(mention.span.start, mention.span.end) if t == head or self._is_role(t)
            )
        elif any(map(self._is_role, beside)):
            yield from filter(self._is_role, beside)
            yield head

    def _is_role(self, token: Token) -> bool:
        noun = self.scene.reference.actors.nouns.longest((token.lower,))
        return noun is not None and noun.sort == "role"

    def _parts(self, mention: Mention, role: Token) -> Iterator[Token]:
        """What stands before the role ("army", "its") and behind it ("of the army"), nearest first."""
        parse = self.scene.parse
        yield from (kid for kid in parse.kids(role, *_WITHIN) if kid.index < role.index and not self._is_role(kid))
        for prep in parse.kids(role, "prep"):
            if prep.lower in _OF:
                yield from (
                    of for of in parse.kids(prep, "pobj") if not mention.span.start <= of.start < mention.span.end
                )

    def _is_owner(self, noun: Token) -> bool:
        """Whether an apostrophe makes the next words the noun's: "the Tigers' military spokesman"."""
        behind = self.scene.parse.tokens[noun.index + 1 : noun.index + 2]
        return bool(behind) and behind[0].text in ("'", "’", "'s", "’s")

    def _owners(self, part: Token) -> list[Token]:
        """Whose unit it is that a role belongs to: "the spokesman for the group's military wing" speaks for the group."""
        if part.lemma not in _UNITS:
            return []
        behind = [prep for prep in self.scene.parse.kids(part, "prep") if prep.lower == "of"]
        of = (noun for prep in behind for noun in self.scene.parse.kids(prep, "pobj"))
        return [*self.scene.parse.kids(part, "poss"), *of]

    def _actor_at(self, token: Token) -> Actor | None:
        """The actor of the mention that holds a token, also one that stands further on."""
        person = named_at(self.memory.people, token.start)
        if person is not None:
            return party_of(self.scene, person[1], "government")
        behind = bisect_right(self.mentions, token.start, key=lambda mention: mention.span.start)
        near = self.mentions[max(0, behind - 3) : behind]
        mention = next((m for m in near if token.start < m.span.end and m.kind in ("actor", "label")), None)
        if mention is None:
            owned = token.lower in ("its", "their")
            return self.memory.latest(is_body, sentence=token.sentence, reach=1) if owned else None
        return self._read(mention)

    def _read(self, mention: Mention) -> Actor | None:
        """What a mention means, also one that is read later."""
        seen = next((s.actor for s in reversed(self.memory.seen) if s.mention.id == mention.id), None)
        known = seen or self.names.get(mention.id)
        if known is None and mention.form == "nominal":
            known = nominal_option(self.scene, self.memory, mention).actor
        return known

    def _inside(self, mention: Mention, role: Token, start: int) -> Actor | None:
        """The body that the words right before the role name: "army spokesman", "its commander"."""
        report = self.scene.parse.report
        span = report.trimmed(start, max(role.start, start + 1))
        head = max(role.index - 1, 0)
        if span is not None and (owned := _OWNING.fullmatch(span.quote)):
            span, head = report.span(span.start + owned.start(1), span.start + owned.end(1)), max(head - 1, 0)
        if span is None or span.end <= span.start:
            return None
        before = replace(mention, span=span, kind="actor", form="nominal", head=head)
        known = [one for one in self.scene.reference.actors.named(span.quote) if not self.scene.far_off(one)]
        if known:
            return known[0]
        state = state_actor(self.scene, span.quote)
        noun = self.scene.reference.actors.nouns.longest(tuple(w.folded for w in words(span.quote))[-1:])
        if state or noun is None or noun.sort not in (*_STATE_SORTS, "rebel", "org", "unit"):
            return state or self._nation(span.quote, role)
        return nominal_option(self.scene, self.memory, before).actor

    def _nation(self, before: str, role: Token) -> Actor | None:
        """The government whose minister or envoy bears a nation's adjective: "Eritrean information", "US special"."""
        countries, run = self.scene.reference.actors.countries, words(before)
        size = countries.phrase_at(run, 0) if run else 0
        if not size or role.lower not in _OF_GOVERNMENTS or not GONE.isdisjoint(word.folded for word in run):
            return None
        return countries.bodies.get((countries.iso_at(run, 0, size) or "", "government"))


def _served(parse: Parse, clause: Token) -> list[Token]:
    """For whom somebody speaks or fights: "X, who speaks for the front"."""
    preps = _SERVING.get(clause.lemma, ())
    return [noun for prep in parse.kids(clause, "prep") if prep.lower in preps for noun in parse.kids(prep, "pobj")]


def same_office(mine: frozenset[str], theirs: frozenset[str], *, definite: bool) -> bool:
    """Whether two mentions of one role may be one person by the words that say whose official each is."""
    if mine and theirs:
        return mine <= theirs or theirs <= mine
    return definite or not theirs


def of_body(person: Actor, body: Actor, role: str) -> Actor:
    """The person as the body's: on its side, and a holder of the role in it."""
    if person.side is not None or person.id == body.id:
        return person
    return replace(
        person, side=body.side or body.id, memberships=(*person.memberships, Membership(of=body.id, role=role))
    )


def office_key(mention: Mention, whose: frozenset[str]) -> str:
    """The words that tell this office from another of the same name and are not in the mention itself."""
    return " ".join(sorted(whose - set(words_of(mention))))
