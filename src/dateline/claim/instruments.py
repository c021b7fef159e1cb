"""What an act is done with: rockets are fired, a mine is laid, a town is shelled with mortars; none of them suffers it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.arguments import agent_of, classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.text import Token

ARMS = frozenset(("weapon", "shell", "airbomb", "ordnance", "bullet", "gas", "aircraft", "stone", "fragment"))
"""Classes of what an act may be done with."""
VIOLENT = ("attack", "shelling", "air_strike", "kill", "wound", "burn", "clash")
USING = words(
    "fire launch lob hurl throw toss fling pelt plant lay place bury emplace rig detonate drop use employ send explode"
    " trigger activate shoot spray set go fall land exchange trade swap"
)
"""Verbs whose weapon, wherever it stands, is what the act is done with: "rockets were fired", "a shell landed"."""
MEETING = words("hit strike step run drive")
"""Verbs under which whoever meets a mine suffers from it."""


def instruments(material: Material, clause: Clause, named: Named, *, suffers: bool) -> frozenset[int]:
    """The nouns that name what the act is done with, by token index; `suffers` tells that the subject does."""
    if named.act not in VIOLENT:
        return frozenset()
    found = _used(material, clause, suffers=suffers or meets_mine(material, clause, named))
    return frozenset(noun.index for noun in found if _armed(material, noun))


def _armed(material: Material, noun: Token) -> bool:
    """Whether a noun names arms; neither a party ("the air force") nor the deed itself ("shelling") is any."""
    mention = material.mention_at.get(noun.index)
    if noun.pos == "VERB" or (mention is not None and mention.kind in ("actor", "person", "label")):
        return False
    return bool(classes(material, noun) & ARMS)


def meets_mine(material: Material, clause: Clause, named: Named) -> bool:
    """Whether the subject runs into what others laid: "hit a mine", "drove over a bomb"."""
    core = material.parse.tokens[clause.core]
    return named.predicate == "blow_up" and core.lemma in MEETING and not clause.passive


def _used(material: Material, clause: Clause, *, suffers: bool) -> Iterator[Token]:
    core = material.parse.tokens[clause.core]
    subject, object_, by = material.token(clause.subject), material.token(clause.object), agent_of(material, core)
    using = core.lemma in USING
    if subject is not None and (using or (object_ is not None and not suffers)):
        yield subject
    if object_ is not None and (using or suffers):
        yield object_
    if by is not None:
        yield by
    for prep, noun in prepositions(material, core):
        if noun is not None and prep.lower in (("on", "over", "with") if suffers else ("with",)):
            yield noun
