"""Pronouns that stand for actors or persons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dateline.mark.candidate import Candidate
from dateline.model.text import Parse, Token
from dateline.model.vocabulary import MentionKind
from dateline.reference.actor_countries import STATE_WEAPONS
from dateline.reference.actor_words import word_set

_PERSONS = frozenset(("he", "she", "i"))
_GROUPS = frozenset(("they", "we"))
_SOURCES: Mapping[str, MentionKind] = MappingProxyType(
    {"him": "person", "her": "person", "it": "actor", "them": "actor"}
)
_OWNERS = frozenset(("its", "their", "our"))
_SUBJECT = frozenset(("nsubj", "nsubjpass"))
_EXPLETIVE = word_set(
    "clear unclear possible impossible likely unlikely necessary important difficult easy true false known unknown "
    "report believe reveal understand expect think appear seem happen turn rain"
)

_HAPPENING = word_set("come happen occur")
_MOMENTS = word_set(
    "after before as amid amidst when hours hour days day weeks week months month years year at despite"
)
_FOUGHT = word_set(
    "attack ambush kill wound arrest detain capture drive push force chase repel expel oust dislodge fight shoot shell bomb rout "
    "engage besiege surround encircle target disarm"
)
"""What is done to men under arms and to those whom they meet."""
_TIMES = word_set("second minute hour day night week month year decade time while moment effort courage")
"""What "it takes" to do something."""


def mark_pronouns(parse: Parse) -> Iterator[Candidate]:
    """Subject pronouns, those behind "according to", and whose the arms are that strike ("its jets hit the port").

    "It" counts only where it is no dummy and does or says something.
    """
    for token in parse.tokens:
        if token.pos != "PRON" and token.lower not in _PERSONS | _GROUPS:
            continue
        kind = _kind(parse, token) or _source(parse, token) or _armed_owner(parse, token) or _object(parse, token)
        if kind:
            yield Candidate(
                start=token.start,
                end=token.end,
                kind=kind,
                form="pronoun",
                marker="actor_pronouns",
                head=token.index,
                priority=30,
            )


def _kind(parse: Parse, token: Token) -> MentionKind | None:
    if token.dep not in _SUBJECT or token.sentence < 0:
        return None
    if token.lower in _PERSONS:
        return "person"
    if token.lower in _GROUPS:
        return "actor"
    if token.lower == "it" and not _dummy(parse, token):
        return "actor"
    return None


def _source(parse: Parse, token: Token) -> MentionKind | None:
    """What stands behind "according to": a person, a party, or several."""
    named = token.lower in _SOURCES and token.index > 1 and parse.tokens[token.index - 1].lower == "to"
    return _SOURCES[token.lower] if named and parse.tokens[token.index - 2].lower == "according" else None


def _object(parse: Parse, token: Token) -> MentionKind | None:
    """Whom something is done to: a man ("shot him"), or men who are fought ("drove them out", "attacked them")."""
    if token.dep not in ("dobj", "dative"):
        return None
    if token.lower == "him":
        return "person"
    return "actor" if token.lower == "them" and parse.head(token).lemma in _FOUGHT else None


def _armed_owner(parse: Parse, token: Token) -> MentionKind | None:
    """A party in "its warplanes bombed the port", "was hit by our drones": the arms are what it strikes with."""
    arms = parse.head(token)
    if token.lower not in _OWNERS or token.dep != "poss" or arms.lower not in STATE_WEAPONS:
        return None
    return "actor" if arms.dep == "nsubj" or (arms.dep == "pobj" and parse.head(arms).dep == "agent") else None


def _dummy(parse: Parse, token: Token) -> bool:
    """Whether "it" stands for nothing ("it was not clear") or for a thing ("it was filmed")."""
    verb = parse.head(token)
    if token.dep == "nsubjpass" or verb.pos == "AUX":
        return True
    things = parse.kids(verb, "dobj")
    if verb.lemma in _HAPPENING and verb.index + 1 < len(parse.tokens):
        after = parse.tokens[verb.index + 1 : verb.index + 4]
        return any(t.lower in _MOMENTS for t in after)
    if verb.lemma == "take" and (not things or things[0].lemma in _TIMES):
        return True
    words = {kid.lemma for kid in parse.kids(verb, "acomp", "attr", "oprd")} | {verb.lemma}
    return bool(words & _EXPLETIVE)
