"""Adjectives that hand over words: "residents are afraid that …", "the minister was critical of …", "ready to …"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Extent, Scene, extent
from dateline.claim.voices.sources import conjuncts, noun_phrase, subject_of
from dateline.claim.words import words
from dateline.model.text import Parse, Token

COPULAS = words("be feel seem become remain appear sound grow get")
TOWARDS = words("about of over with by at for to in on against")
WISH = "plan"
"""What stands behind "to" is wanted, not said, whatever the adjective does with a clause."""
VERDICT = "evaluate"
"""What stands behind a preposition is judged, not said."""


def predicate_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every adjective of the lexicon behind a copula whose subject is a noun or pronoun."""
    parse = scene.parse
    for token in parse.tokens:
        stance = scene.cues.predicates.get(token.lower)
        if stance is None or token.sentence < 0 or token.dep not in ("acomp", "ROOT", "conj", "xcomp", "oprd"):
            continue
        copula = parse.head(token)
        subject = subject_of(parse, copula) if copula.lemma in COPULAS else None
        found = _content(parse, token, stance) if subject is not None and subject.tag != "EX" else None
        if (
            subject is None
            or found is None
            or token.index < copula.index
            or subject.lower in ("it", "that", "this", "which")
        ):
            continue
        yield from _drafts(scene, token, subject, found)


def _drafts(scene: Scene, adjective: Token, subject: Token, found: tuple[Extent, int, str]) -> Iterator[Draft]:
    parse, (content, last, stance) = scene.parse, found
    copula = parse.head(adjective)
    first = min([copula.index, *(kid.index for kid in parse.kids(copula, "aux", "neg") if kid.index < copula.index)])
    for speaker in conjuncts(parse, subject):
        source = noun_phrase(parse, speaker, stop=first)
        yield Draft(
            head=copula.index,
            shape="verb",
            stance=stance,
            verb=adjective.lower,
            cue=(parse.tokens[first].start, parse.tokens[last].end),
            contents=(content,),
            source=(source,) if source else (),
            speaker=speaker.index,
        )


def _content(parse: Parse, adjective: Token, stance: str) -> tuple[Extent, int, str] | None:
    """The content, the last token of the cue and the stance."""
    for kid in parse.kids(adjective, "ccomp", "xcomp"):
        if kid.index > adjective.index:
            wished = kid.dep == "xcomp"
            part = extent(parse, kid.left, kid.right)
            return (part, adjective.index, WISH if wished else stance) if part else None
    for prep in parse.kids(adjective, "prep"):
        objects = parse.kids(prep, "pobj", "pcomp")
        if prep.index == adjective.index + 1 and prep.lower in TOWARDS and objects:
            part = extent(parse, objects[0].left, objects[0].right)
            return (part, prep.index, VERDICT) if part else None
    return None
