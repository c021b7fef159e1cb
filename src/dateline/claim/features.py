"""What a clause looks like to the learned reader of acts: its words and its arguments with their classes, as strings."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.arguments import agent_of, classes, hyphenated, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.model.text import Token

SILENT = ("PUNCT", "SPACE", "SYM", "X")
"""Parts of speech that say nothing."""
NAMES = ("PROPN", "NUM", "PRON")
"""Parts of speech whose words stand for whoever or however many they name."""
SENSES = 3
"""Of how many senses of a word, the likeliest first, the reader hears."""
STEMS = (4, 5)
"""By how many first letters a word is known, too: who never saw "clearance" may have seen "cleared"."""


def features(material: Material, clause: Clause, *, act: str, predicate: str) -> frozenset[str]:
    """All features of a clause, and what the rules say it is; made alike when the reader is taught and when it reads."""
    words = list(_told(material, clause))
    stems = (f"stem {word[:size]}" for word in words for size in STEMS if len(word) > size and word[0] != "<")
    said = (f"rules {act}", f"rules {predicate} {act}")
    told = (f"w {word}" for word in words)
    return frozenset((*told, *stems, *said, *_of_core(material, clause), *_of_arguments(material, clause)))


def _told(material: Material, clause: Clause) -> Iterator[str]:
    """The lemmas; a name or a time as the class of what it names, any number as a number."""
    for index in clause.tokens:
        token, mention = material.parse.tokens[index], material.mention_at.get(index)
        if token.pos in SILENT:
            continue
        if mention is not None and (token.pos in NAMES or mention.kind == "time"):
            yield f"<{_class(material, token) or mention.kind}>"
        else:
            yield "<number>" if token.pos == "NUM" else _word(material, token)


def _of_core(material: Material, clause: Clause) -> Iterator[str]:
    """The word that governs the clause, its form and particle, and the acts that it names elsewhere."""
    core = material.parse.tokens[clause.core]
    verb = _word(material, core)
    way = "passive" if clause.passive else core.pos.lower()
    yield from (f"way {way} {clause.relation}", f"core {verb}", f"core {verb} {way}")
    yield from (f"core {verb} {kid.lower}" for kid in material.parse.kids(core, "prt"))
    yield from (f"act {sense.act}" for part in ("v", "n") for sense in material.acts.of(part, verb)[:SENSES])


def _of_arguments(material: Material, clause: Clause) -> Iterator[str]:
    """Who, whom, and what follows each preposition."""
    core = material.parse.tokens[clause.core]
    verb = _word(material, core)
    who, whom = material.token(clause.subject), material.token(clause.object)
    if clause.passive:
        who, whom = agent_of(material, core), who
    yield from _of_argument(material, "who", verb, who)
    yield from _of_argument(material, "whom", verb, whom)
    for prep, noun in prepositions(material, core):
        yield f"core {verb} {prep.lower}"
        yield from _of_argument(material, prep.lower, verb, noun)


def _of_argument(material: Material, slot: str, verb: str, token: Token | None) -> Iterator[str]:
    """An argument as its class and as its word, alone and beside the governing word; "-" where there is none."""
    kind = "-" if token is None else _class(material, token) or "thing"
    yield from (f"{slot} {kind}", f"{verb} {slot} {kind}")
    if token is None or token.pos in NAMES:
        return
    noun = _word(material, token)
    yield from (f"{slot} is {noun}", f"{verb} {slot} is {noun}")
    yield from (f"act {slot} {sense.act}" for sense in material.acts.of("n", noun)[:SENSES])


def _word(material: Material, token: Token) -> str:
    """The lemma of a word with the parts that hyphens glue to it, in small letters."""
    return hyphenated(material, token).lower()


def _class(material: Material, token: Token) -> str:
    """The classes of a noun as one word, in alphabetical order; empty where nothing is known."""
    return "+".join(sorted(classes(material, token)))
