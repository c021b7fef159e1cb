"""What readers call an actor besides its name: without the article, and with the noun for its men ("Kent forces")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.model.record import Case, Mention
from dateline.model.text import Token
from dateline.model.world import Actor

_ARTICLE = re.compile(r"^(?:the|an?) (?=\S)", re.IGNORECASE)
_OUTLET = re.compile(
    r"(?:the )?(?:[\w’'-]+ ){0,3}?(?:agency|broadcaster|newspaper|daily|weekly|channel|network|website|portal|station|outlet) (?=[A-Z])"
)
_BEFORE = ("det", "poss", "amod", "compound", "nmod", "nummod")
_STAGES = 3
"""A noun, and with one and two phrases behind it."""
MEN = frozenset(
    {
        "force", "troop", "soldier", "fighter", "militant", "rebel", "unit", "man", "militiaman", "guerrilla", "insurgent", "gunman",
        "element", "army", "militia", "movement", "group", "front", "police", "combatant", "cadre",
    }
)  # fmt: skip
"""Nouns behind the name of a party that still mean the party."""


def bare(names: Iterable[str]) -> Iterator[str]:
    """Every name, without its article where it has one, and without what stands behind a comma ("X, the rebels' paper").

    Of what says of which kind an outlet is, the name alone as well ("the Ashford agency Kentinform").
    """
    for name in names:
        head = name.split(", ")[0]
        yield from dict.fromkeys((name, _ARTICLE.sub("", name), head, _ARTICLE.sub("", head)))
        kind = _OUTLET.match(head)
        if kind is not None:
            yield head[kind.end() :]


def titled(actor: Actor, case: Case) -> Iterator[str]:
    """The name of an outlet with the article that the report writes as part of it ("The Herald")."""
    if actor.kind == "media" and re.search(rf"\bThe {re.escape(actor.name)}\b", case.report.text):
        yield f"The {actor.name}"


def staged(actor: Actor, case: Case) -> Iterator[str]:
    """What a report calls somebody whom no register knows, from the noun alone to the whole phrase.

    "A trader from Kent who fled" is the trader and the trader from Kent; what a clause adds is no name.
    """
    if not actor.provisional:
        return
    for noun in dict.fromkeys(_nouns(actor, case)):
        kids = case.parse.kids(noun, *_BEFORE)
        first = min((kid.left for kid in kids), default=noun.index)
        ends = [noun.index]
        for prep in case.parse.kids(noun, "prep"):
            if prep.left == ends[-1] + 1 and not _holds_a_clause(case, prep):
                ends.append(prep.right)
        for end in ends[:_STAGES]:
            words = case.parse.report.text[case.parse.tokens[first].start : case.parse.tokens[end].end]
            yield " ".join(words.split())


def _holds_a_clause(case: Case, prep: Token) -> bool:
    return any(token.dep in ("relcl", "acl", "advcl", "appos") for token in case.parse.subtree(prep))


def _nouns(actor: Actor, case: Case) -> Iterator[Token]:
    """The nouns by which a report names an actor, and those in whose name he speaks."""
    tokens = case.parse.tokens
    for mention in case.resolution.mentions:
        named = case.resolution.actor(mention.id) if mention.form not in ("pronoun", "anaphor") else None
        if named is not None and named.id == actor.id and tokens[mention.head].pos == "NOUN":
            yield tokens[mention.head]
    for claim in case.claims:
        spans = (voice.source for voice in claim.voices if voice.holder == actor.id)
        for inside in (case.parse.tokens_in(span.start, span.end) for span in spans if span is not None):
            within = {token.index for token in inside}
            yield from (token for token in inside if token.pos == "NOUN" and token.head not in within)


def phrases(mention: Mention, case: Case) -> Iterator[str]:
    """The names of an armed party that its men's noun makes: "Kent forces", "forces loyal to the Kent Council"."""
    actor = case.resolution.actor(mention.id)
    if actor is None or not actor.armed or mention.form != "name":
        return
    parse, text = case.parse, case.report.text
    name = parse.tokens[mention.head]
    above = parse.head(name)
    if name.dep in ("compound", "nmod") and above.lemma.lower() in MEN and above.start > mention.span.start:
        yield text[mention.span.start : above.end]
    men = _loyal(case, name)
    if men is not None:
        yield " ".join(text[men.start : mention.span.end].split())


def _loyal(case: Case, name: Token) -> Token | None:
    """The noun of those who are "loyal to" a name."""
    to = case.parse.head(name)
    loyal = case.parse.head(to)
    men = case.parse.head(loyal)
    told = name.dep == "pobj" and to.lower == "to" and loyal.lower in ("loyal", "allied") and men.lemma in MEN
    return men if told and men.index < loyal.index else None
