"""Pronouns that stand for actors or persons."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.model.text import Parse, Token
from dateline.model.vocabulary import MentionKind
from dateline.reference.actor_words import word_set

_PERSONS = frozenset(("he", "she", "i"))
_GROUPS = frozenset(("they", "we"))
_SUBJECT = frozenset(("nsubj", "nsubjpass"))
_EXPLETIVE = word_set(
    "clear unclear possible impossible likely unlikely necessary important difficult easy true false known unknown "
    "report believe reveal understand expect think appear seem happen turn rain take"
)


def mark_pronouns(parse: Parse) -> Iterator[Candidate]:
    """Subject pronouns; "it" only where it is no dummy and does or says something."""
    for token in parse.tokens:
        if token.pos != "PRON" and token.lower not in _PERSONS | _GROUPS:
            continue
        kind = _kind(parse, token)
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


def _dummy(parse: Parse, token: Token) -> bool:
    """Whether "it" stands for nothing ("it was not clear") or for a thing ("it was filmed")."""
    verb = parse.head(token)
    if token.dep == "nsubjpass" or verb.pos == "AUX":
        return True
    words = {kid.lemma for kid in parse.kids(verb, "acomp", "attr", "oprd")} | {verb.lemma}
    return bool(words & _EXPLETIVE)
