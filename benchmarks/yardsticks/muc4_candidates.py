"""Noun phrases of a MUC-4 message that may fill a role.

A key's string is a noun phrase of the message, with or without its numerals, adjectives and "of" phrase; so every noun gives
several candidate strings. What speaks for a noun is told by `muc4_heads`, which of its strings to take by `muc4_cuts`.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dateline.model.record import Case, Claim, Mention
from dateline.model.text import Parse, Sentence, Token
from dateline.model.world import Actor

NOMINAL = frozenset((
    "compound", "nmod", "amod", "nummod", "poss", "det", "quantmod", "advmod", "case", "npadvmod", "punct",
))  # fmt: skip
TITLES = frozenset((
    "mr", "mrs", "dr", "president", "former", "general", "gen", "colonel", "col", "captain", "capt", "major", "maj",
    "lieutenant", "lt", "sergeant", "sgt", "minister", "senator", "deputy", "governor", "mayor", "judge", "attorney",
    "bishop", "archbishop", "monsignor", "priest", "father", "journalist", "leader", "candidate", "ambassador",
    "magistrate", "professor", "engineer", "commander", "secretary", "director", "lawyer", "doctor", "councilman",
    "congressman", "businessman", "presidential", "liberal", "conservative", "party", "foreign", "interior",
    "justice", "defense", "army", "police", "vice", "admiral", "private", "corporal", "salvadoran", "colombian",
    "peruvian", "guatemalan", "honduran", "chilean", "bolivian", "u.s.", "us", "american", "spanish",
))  # fmt: skip
OPEN = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "X", "VERB"))
EVENTS = frozenset((
    "attack", "bomb", "bombing", "explosion", "kidnapping", "murder", "assassination", "killing", "death", "ambush",
    "fire", "raid", "clash", "massacre", "robbery", "sabotage", "arson", "blast", "dynamite", "shooting", "crime",
    "incident", "threat", "hostage",
))  # fmt: skip
VIOLENT = EVENTS | frozenset((
    "kill", "kidnap", "explode", "destroy", "damage", "assassinate", "wound", "injure", "shoot", "place", "hurl", "throw",
    "burn", "abduct", "die", "detonate", "blow", "rob", "hit", "launch", "machinegun", "riddle", "seize", "carry",
    "perpetrate", "claim", "accuse", "blame",
))  # fmt: skip
BRACKETS = frozenset(("[", "]", "(", ")", "--", '"', ";", ":", ",", ".", "/"))
ARTICLES = re.compile(r"\b(a|an|the)\b")
PUNCTUATION = str.maketrans("", "", string.punctuation)


def normal(text: str) -> str:
    """The form in which keys are compared: lower case, no punctuation, no articles."""
    return " ".join(ARTICLES.sub(" ", text.lower().translate(PUNCTUATION)).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A string of the message with the tokens [first, last], its head, and how it was cut out."""

    text: str
    first: int
    last: int
    head: int
    cut: str


@dataclass(frozen=True, kw_only=True)
class Message:
    """A message with its record, indexed by token."""

    case: Case

    @property
    def parse(self) -> Parse:
        """The parse of the message."""
        return self.case.parse

    @cached_property
    def mentions(self) -> dict[int, Mention]:
        """Token index → the mention that covers it."""
        table: dict[int, Mention] = {}
        for mention in self.case.resolution.mentions:
            for token in self.parse.tokens_in(mention.span.start, mention.span.end):
                table[token.index] = mention
        return table

    @cached_property
    def roles(self) -> dict[str, list[str]]:
        """Mention id → "role|act" of every claim that it takes part in."""
        table: dict[str, list[str]] = {}
        for claim in self.case.claims:
            for role, mentions in claim.roles.items():
                for mention in mentions:
                    table.setdefault(mention, []).append(f"{role}|{claim.act}")
        return table

    @cached_property
    def acts(self) -> dict[int, set[str]]:
        """Sentence index → the acts told in it."""
        table: dict[int, set[str]] = {}
        for claim in self.case.claims:
            if claim.act not in ("characterise", "say", "other", "locate") and (place := self.sentence_of(claim)):
                table.setdefault(place.index, set()).add(claim.act)
        return table

    def kind(self, token: int) -> str:
        """What the record takes the token for: the kind of its mention, of an actor the kind of actor too."""
        if (mention := self.mentions.get(token)) is None:
            return "none"
        value = self.case.resolution.value(mention.id)
        return f"{mention.kind}-{value.kind}" if isinstance(value, Actor) else mention.kind

    def violence(self, sentence: int) -> list[Token]:
        """The violent words of a sentence; none of one that the message does not have."""
        if not 0 <= sentence < len(self.parse.sentences):
            return []
        place = self.parse.sentences[sentence]
        tokens = self.parse.tokens[place.first : place.last + 1]
        return [t for t in tokens if t.lemma in VIOLENT and t.pos in ("VERB", "NOUN")]

    def sentence_of(self, claim: Claim) -> Sentence | None:
        """The sentence in which a claim begins."""
        return self.parse.sentence_at(claim.spans[0].start) if claim.spans else None


def candidates(parse: Parse) -> Iterator[Candidate]:
    """Every candidate string, sentence by sentence; two cuts of one stretch of words are one candidate."""
    for sentence in parse.sentences:
        seen: set[tuple[int, int]] = set()
        for head, cut, first, last in _stretches(parse, sentence):
            words = [t.text for t in parse.tokens[first : last + 1] if not t.text.isspace()]
            if (first, last) not in seen and 0 < len(words) <= 10:
                seen.add((first, last))
                yield Candidate(text=" ".join(words), first=first, last=last, head=head, cut=cut)


def _stretches(parse: Parse, sentence: Sentence) -> Iterator[tuple[int, str, int, int]]:
    """Head, cut, first and last token of every stretch that may be a key's string."""
    for token in parse.tokens[sentence.first : sentence.last + 1]:
        if token.pos in ("NOUN", "PROPN") or (token.pos in ("ADJ", "NUM", "X") and token.text[0].isalpha()):
            for cut, first, last in _cuts(parse, token, sentence):
                yield token.index, cut, first, last
    yield from _runs(parse, sentence)


def _runs(parse: Parse, sentence: Sentence) -> Iterator[tuple[int, str, int, int]]:
    """Runs of words between function words, and their ends: names in capitals are parsed badly."""
    first = sentence.first
    for index in range(sentence.first, sentence.last + 2):
        token = parse.tokens[index] if index <= sentence.last else None
        if token is not None and token.pos in OPEN and token.text not in BRACKETS and not token.text.isspace():
            continue
        last = index - 1
        for start in range(max(first, last - 4), last + 1):
            yield last, "run" if start == first else "end", start, last
        for start in range(first, last):
            for end in range(start, min(start + 3, last)):
                yield end, "part", start, end
        first = index + 1


def _cuts(parse: Parse, head: Token, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    if head.dep in ("compound", "amod", "nummod") and head.head > head.index:
        return
    first = _left(parse, head, sentence)
    while first < head.index and parse.tokens[first].dep in ("det", "punct", "poss", "predet"):
        first += 1
    yield "base", first, head.index
    bare = first
    while bare < head.index and parse.tokens[bare].dep in ("nummod", "quantmod", "advmod"):
        bare += 1
    yield "uncounted", bare, head.index
    name = bare
    while name < head.index and parse.tokens[name].lower.strip(".") in TITLES:
        name += 1
    yield "untitled", name, head.index
    yield "head", head.index, head.index
    if phrase := _of_phrase(parse, head, sentence):
        yield "of", bare, phrase
        yield "of-counted", first, phrase


def _left(parse: Parse, head: Token, sentence: Sentence) -> int:
    """The left edge of the base noun phrase."""
    first = head.index
    while first > sentence.first:
        token = parse.tokens[first - 1]
        inside = token.dep in NOMINAL and head.left <= token.index and token.pos not in ("VERB", "AUX", "ADP", "CCONJ")
        if not inside or token.text in ("[", "]", ",", "(", ")", "--", '"', ";", ":") or token.text.isspace():
            return first
        first -= 1
    return first


def _of_phrase(parse: Parse, head: Token, sentence: Sentence) -> int | None:
    """The last token of an "of" phrase (or another short prepositional phrase) right after the head."""
    after = head.index + 1
    if after > sentence.last or parse.tokens[after].lower not in ("of", "for", "from"):
        return None
    objects = parse.kids(parse.tokens[after], "pobj")
    return objects[0].index if objects else None


def topics(message: Message) -> Iterator[str]:
    """What the whole message is about: its lemmas, pairs of neighbours, and the acts of its claims."""
    body = [t for s in message.parse.sentences for t in message.parse.tokens[s.first : s.last + 1]]
    words = [t.lemma.lower() for t in body if t.pos in ("NOUN", "VERB", "ADJ", "PROPN")]
    yield from {f"l={word}" for word in words}
    yield from {f"ll={a} {b}" for a, b in pairwise(words)}
    for claim in message.case.claims:
        yield f"c={claim.act}|{claim.modality}|{claim.polarity}"
        if claim.codeable:
            yield f"c={claim.act}"
            yield f"cp={claim.predicate}"
    early = [t.lemma.lower() for t in body[:60] if t.pos in ("NOUN", "VERB", "PROPN", "ADJ")]
    yield from {f"e={word}" for word in early}
