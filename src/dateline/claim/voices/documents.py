"""Statements and posts that speak: whose they are ("a statement from the army"), and who passed them on ("carried by")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.claim.voices.scene import Draft, Scene
from dateline.claim.voices.sources import agent_of, noun_phrase
from dateline.claim.voices.telling import NEWS
from dateline.claim.words import words
from dateline.model.text import Parse, Token

ISSUING = words("issue release sign publish post share distribute circulate make write record upload tweet deliver")
CARRYING = words("carry broadcast air relay quote publish run report post distribute")
"""What an outlet does with a statement that is not its own."""
IN = frozenset({"in", "through", "via", "to"})
"""Prepositions with which a verb of saying tells in what something was said."""


def issuers(parse: Parse, document: Token) -> Iterator[Token]:
    """Whoever may have issued a document, the surest first.

    That is its owner, who stands behind "by" or "from", its first word, the subject of the verb whose object it is.
    """
    yield from parse.kids(document, "poss")
    for prep in parse.kids(document, "prep"):
        if prep.lower in ("by", "from", "of"):
            yield from parse.kids(prep, "pobj")
    for clause in parse.kids(document, "acl"):
        if clause.tag == "VBN" and clause.lemma in ISSUING and (agent := agent_of(parse, clause)) is not None:
            yield agent
    yield from parse.kids(document, "nmod", "compound", "amod")
    verb = parse.head(document)
    if document.dep == "dobj" and verb.pos == "VERB":
        yield from parse.kids(verb, "nsubj")


def carried_drafts(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """The outlet that passes on the statement in which somebody speaks, as an outer voice."""
    for document in _documents(scene, draft):
        for clause in scene.parse.tokens[document.index + 1 : document.right + 1]:
            outlet = _outlet(scene, clause) if clause.tag == "VBN" and clause.lemma in CARRYING else None
            source = noun_phrase(scene.parse, outlet) if outlet is not None else None
            if outlet is not None and source is not None:
                cue = (clause.start, clause.end)
                yield replace(draft, shape="relay", stance="say", cue=cue, source=(source,), speaker=outlet.index)


def _documents(scene: Scene, draft: Draft) -> Iterator[Token]:
    """The document that speaks, or in which somebody does."""
    parse = scene.parse
    if draft.speaker is not None and parse.tokens[draft.speaker].lower in scene.cues.documents:
        yield parse.tokens[draft.speaker]
        return
    for prep in parse.kids(parse.tokens[draft.head], "prep"):
        if prep.lower in IN:
            yield from (noun for noun in parse.kids(prep, "pobj") if noun.lower in scene.cues.documents)


def _outlet(scene: Scene, clause: Token) -> Token | None:
    """Who carried it, behind "by" or "on", where this is an outlet."""
    agents = [agent] if (agent := agent_of(scene.parse, clause)) is not None else []
    agents += [
        noun for prep in scene.parse.kids(clause, "prep") if prep.lower == "on" for noun in scene.parse.kids(prep)
    ]
    for token in agents:
        named = scene.names.get(token.end)
        actor = scene.actors.get(named.id) if named is not None else None
        if token.lemma.lower() in NEWS | {"agency"} or (actor is not None and actor.kind == "media"):
            return token
    return None
