"""How something strikes one, with nobody named ("the truce seems to hold"), and what a poll is made to tell ("in a poll")."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Extent, Scene, extent, sentence_of
from dateline.claim.voices.sources import noun_phrase
from dateline.model.text import Parse, Token

RAISED = ("nsubj", "nsubjpass", "expl")
COMPLEMENTS = ("xcomp", "ccomp", "acomp", "oprd", "attr", "advcl", "prep")
CLAUSES = ("ccomp", "xcomp", "advcl", "csubj")


def seeming_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every "seems to", "appears that" and "it is unclear whether"."""
    parse = scene.parse
    for token in parse.tokens:
        if token.sentence < 0:
            continue
        if token.pos in ("VERB", "AUX") and token.lemma in scene.cues.seeming:
            yield from _seeming(parse, token)
        elif token.lower in scene.cues.impersonal and token.dep == "acomp":
            yield from _impersonal(parse, token)


def _seeming(parse: Parse, verb: Token) -> Iterator[Draft]:
    complement = next((kid for kid in parse.kids(verb, *COMPLEMENTS) if kid.index > verb.index), None)
    if complement is None or (complement.dep == "prep" and complement.lower not in ("like", "as")):
        return
    subject = next(iter(parse.kids(verb, *RAISED)), None)
    real = subject is not None and subject.lower not in ("it", "there")
    raised = extent(parse, subject.left, min(subject.right, verb.index - 1)) if subject is not None and real else None
    yield from _draft(parse, verb, verb.index, (raised, extent(parse, complement.left, complement.right)))


def _impersonal(parse: Parse, adjective: Token) -> Iterator[Draft]:
    """The clause behind "it is unclear"; in "he is likely to leave" the subject belongs to what is likely."""
    copula = parse.head(adjective)
    kids = [*parse.kids(adjective, *CLAUSES), *parse.kids(copula, *CLAUSES)]
    clause = next((kid for kid in kids if kid.index > adjective.index), None)
    subject = next(iter(parse.kids(copula, *RAISED)), None)
    if (
        clause is None
        or subject is None
        or adjective.index < copula.index
        or copula.lemma not in ("be", "seem", "remain", "become")
    ):
        return
    raised = None
    if subject.lower not in ("it", "there"):
        if adjective.lower not in ("likely", "unlikely"):
            return
        raised = extent(parse, subject.left, min(subject.right, copula.index - 1))
    yield from _draft(parse, copula, adjective.index, (raised, extent(parse, clause.left, clause.right)))


def _draft(parse: Parse, head: Token, last: int, parts: tuple[Extent | None, ...]) -> Iterator[Draft]:
    contents = tuple(part for part in parts if part)
    first = min([head.index, *(kid.index for kid in parse.kids(head, "aux", "neg") if kid.index < head.index)])
    if contents:
        yield Draft(
            head=head.index,
            shape="seeming",
            stance="attitude",
            verb=head.lemma,
            cue=(parse.tokens[first].start, parse.tokens[last].end),
            contents=contents,
        )


def poll_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every "in a poll", whose clause is what the poll tells."""
    parse = scene.parse
    for token in parse.tokens:
        if token.sentence < 0 or token.lower not in ("in", "by") or token.dep not in ("prep", "agent"):
            continue
        told = next((kid for kid in parse.kids(token, "pobj") if kid.lemma.lower() in scene.cues.polls), None)
        source = noun_phrase(parse, told) if told is not None else None
        if told is None or source is None or parse.head(token).pos not in ("VERB", "AUX"):
            continue
        sentence = sentence_of(parse, token)
        before, behind = (sentence.first, token.index - 1), (told.right + 1, sentence.last)
        contents = tuple(part for one in (before, behind) if (part := extent(parse, *one)))
        yield Draft(
            head=token.index,
            shape="adjunct",
            stance="attitude",
            verb=token.lower,
            cue=(token.start, token.end),
            contents=contents,
            source=(source,),
            speaker=told.index,
        )
