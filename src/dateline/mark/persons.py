"""Marks persons: titles and names, roles, names that come back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.mark.spans import propose
from dateline.model.text import Parse, Token
from dateline.reference import Reference
from dateline.reference.actor_nouns import ActorNoun
from dateline.reference.actor_words import fold, shouted, word_set

_TITLES = (
    r"Mr|Mrs|Ms|Dr|Lord|Lady|Sir|Sheikh|Mullah|Maulana|Ayatollah|President|Prime Minister|Minister|Governor|Senator|"
    r"General|Gen|Lt|Lieutenant|Major|Maj|Brigadier|Brig|Colonel|Col|Captain|Capt|Sergeant|Sgt|Corporal|Cpl|Admiral|"
    r"Adm|Marshal|Commander|Cmdr|Chief|Inspector|Superintendent|Commissioner|Judge|Justice|Bishop|Archbishop|Father|"
    r"Pope|King|Prince|Emir|Sultan|Imam|Ambassador|Secretary|Secretary-General|Spokesman|Spokeswoman|spokesman|"
    r"spokeswoman|spokesperson|president|minister|governor|general|colonel|leader|commander|mayor|Mayor|chief|director|"
    r"premier|Premier|chancellor|Chancellor|deputy|Deputy|senator|envoy|ambassador|coordinator|alias|goalkeeper|coach|"
    r"Policeman|Policewoman|policeman|Soldier|soldier|Private|Constable|Comrade|Dictator|dictator"
)
_NAME_WORD = (
    r"(?:(?:al|el|ul|bin|ibn|ben|de|del|la|van|von|da|dos|der|abu|Al|El|Abu|Bin)[- ])?[A-Z][\w'’]*(?:-[A-Za-z][\w'’]*)*"
)
_TITLED = re.compile(
    rf"\b(?P<title>(?:{_TITLES})\.?)\s+(?P<name>{_NAME_WORD}(?:\s+(?:[A-Z]\.\s+)?{_NAME_WORD}){{0,3}})"
)
_CIVIL = frozenset(("mr", "mrs", "ms", "lord", "lady", "sir", "dr"))


def mark_persons(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of persons: names behind a title or role, the roles themselves, later surnames."""
    names: list[str] = []
    if shouted(parse.report.text):
        found = list(_shouted_names(parse, reference))
    else:
        found = [*_titled(parse, reference), *_appositions(parse, reference)]
    for candidate in found:
        names.append(parse.report.text[candidate.start : candidate.end])
        yield candidate
    yield from _again(parse, names)
    yield from _roles(parse, reference)


def _titled(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    for match in _TITLED.finditer(parse.report.text):
        start, end = match.span("name")
        if match.group("title").lower().rstrip(".") in _CIVIL:
            start = match.start("title")
        if reference.actors.countries.of(fold(match.group("name"))) or _is_noun(reference, match.group("name")):
            continue
        candidate = propose(parse, (start, end), ("person", "name"), marker="titled_names", priority=83)
        if candidate:
            yield candidate


def _is_noun(reference: Reference, name: str) -> bool:
    return fold(name.split()[-1]) in reference.actors.nouns.by_phrase or fold(name.split()[0]) in (
        "of",
        "the",
        "general",
        "minister",
    )


def _appositions(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Proposed spans of two to four capitalised words that speak, or stand beside a role."""
    for span in parse.proposals:
        parts = span.quote.split()
        if not 2 <= len(parts) <= 4 or not all(p[:1].isupper() for p in parts) or any(c.isdigit() for c in span.quote):
            continue
        candidate = propose(parse, (span.start, span.end), ("person", "name"), marker="proposed_names", priority=40)
        if candidate and _personal(parse, reference, parse.tokens[candidate.head]):
            yield candidate


_PERSONAL = word_set(
    "say tell add claim announce write declare deny confirm warn explain insist argue note kill shoot arrest born "
    "identify name lead command wound injure abduct kidnap appoint resign replace"
)


def _personal(parse: Parse, reference: Reference, head: Token) -> bool:
    governor = parse.head(head)
    if head.dep in ("nsubj", "nsubjpass", "dobj", "oprd") and governor.lemma in _PERSONAL:
        return True
    if head.dep == "agent" or (head.dep == "pobj" and governor.lower in ("as", "by")):
        return head.dep != "pobj" or parse.head(governor).lemma in _PERSONAL
    if head.dep in ("appos", "compound") and governor.lower in reference.actors.nouns.by_phrase:
        return reference.actors.nouns.by_phrase[governor.lower].number == "singular"
    return any(
        kid.lower in reference.actors.nouns.by_phrase
        and reference.actors.nouns.by_phrase[kid.lower].sort in ("role", "anonymous")
        for kid in parse.kids(head, "appos")
    )


def _shouted_names(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """In capitals only a role before the name, or an age behind it, tells a person."""
    for token in parse.tokens:
        noun = reference.actors.nouns.by_phrase.get(fold(token.text))
        if noun is None or noun.sort != "role" or token.sentence < 0:
            continue
        last = token.index
        while last + 1 < len(parse.tokens) and last - token.index < 4 and _name_like(parse, reference, last + 1):
            last += 1
        if last > token.index:
            where = (parse.tokens[token.index + 1].start, parse.tokens[last].end)
            candidate = propose(parse, where, ("person", "name"), marker="titled_names", priority=83)
            if candidate:
                yield candidate


def _name_like(parse: Parse, reference: Reference, index: int) -> bool:
    token = parse.tokens[index]
    before = parse.report.text[parse.tokens[index - 1].end : token.start]
    return (
        token.pos == "PROPN"
        and token.text.isalpha()
        and len(token.text) > 2
        and before.strip() == ""
        and fold(token.text) not in reference.actors.nouns.last_words
        and reference.actors.countries.of(fold(token.text)) is None
    )


def _again(parse: Parse, names: list[str]) -> Iterator[Candidate]:
    """The surname, or the last two words of a name, wherever they come back."""
    text = parse.report.text
    tails = {tail for name in names for tail in _tails(name) if len(tail) > 2}
    for tail in sorted(tails, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(tail)}(?!\w)", text):
            candidate = propose(parse, match.span(), ("person", "name"), marker="repeated_names", priority=81)
            if candidate:
                yield candidate


def _tails(name: str) -> Iterator[str]:
    parts = name.split()
    if len(parts) >= 2:
        yield parts[-1]
        yield " ".join(parts[-2:])
        yield parts[0] if parts[0].lower().rstrip(".") not in _CIVIL else parts[-1]
    yield name


def _roles(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Roles in the singular: "the governor", "junta leader", "Colonel"."""
    for token in parse.tokens:
        noun, first = _role_at(parse, reference, token)
        if noun is None or token.sentence < 0 or token.pos in ("VERB", "ADV", "AUX"):
            continue
        head = parse.head(token)
        if token.dep in ("compound", "amod") and head.index > token.index and head.pos == "NOUN":
            continue
        yield Candidate(
            start=first.start,
            end=token.end,
            kind="person",
            form="role",
            marker="roles",
            head=token.index,
            priority=48,
        )


def _role_at(parse: Parse, reference: Reference, token: Token) -> tuple[ActorNoun | None, Token]:
    by_phrase = reference.actors.nouns.by_phrase
    if fold(token.text) not in reference.actors.nouns.last_words:
        return None, token
    for size in (3, 2, 1):
        tokens = parse.tokens[max(0, token.index - size + 1) : token.index + 1]
        noun = by_phrase.get(" ".join(fold(t.text) for t in tokens if t.text != "-"))
        if noun and noun.sort == "role":
            return noun, tokens[0]
    return None, token
