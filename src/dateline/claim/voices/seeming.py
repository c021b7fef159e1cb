"""How something strikes one, with nobody named ("the truce seems to hold"), and what a poll is made to tell ("in a poll")."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Extent, Scene, extent, sentence_of
from dateline.claim.voices.sources import subject_of, whole_phrase
from dateline.model.text import Parse, Token

RAISED = ("nsubj", "nsubjpass", "expl")
COMPLEMENTS = ("xcomp", "ccomp", "acomp", "oprd", "attr", "advcl", "prep")
CLEAR = frozenset({"clear", "plain", "known", "explicit"})
LONGEST_GAP = 4
"""Tokens from "make" to "clear" ("made it very clear")."""
SENSES = frozenset({"look", "sound", "feel"})
"""Verbs that tell how something strikes one only in "looks like", "sounds as if"."""
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
    if verb.lemma in SENSES and not _likened(parse, complement):
        return
    subject = next(iter(parse.kids(verb, *RAISED)), None)
    real = subject is not None and subject.lower not in ("it", "there")
    raised = extent(parse, subject.left, min(subject.right, verb.index - 1)) if subject is not None and real else None
    yield from _draft(parse, verb, verb.index, (raised, extent(parse, complement.left, complement.right)))


def _likened(parse: Parse, complement: Token) -> bool:
    marks = parse.kids(complement, "mark", "advmod", "prep")
    return complement.lower in ("like", "as") or any(kid.lower in ("like", "as") for kid in marks)


def clearing_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every "made clear that", "makes it plain that"."""
    parse = scene.parse
    for token in parse.tokens:
        if token.lower not in CLEAR or token.sentence < 0 or not token.index:
            continue
        makes = next((over for over in parse.ancestors(token) if over.lemma == "make"), None)
        if makes is None or not 0 < token.index - makes.index <= LONGEST_GAP:
            continue
        said = next((kid for over in (makes, token) for kid in parse.kids(over, "ccomp") if _behind(kid, token)), None)
        said = said or next((kid for kid in parse.kids(parse.head(token), "ccomp") if _behind(kid, token)), None)
        speaker = subject_of(parse, makes)
        part = extent(parse, max(said.left, token.index + 1), said.right) if said is not None else None
        if part is None or speaker is None:
            continue
        first = min([makes.index, *(kid.index for kid in parse.kids(makes, "aux", "neg") if kid.index < makes.index)])
        source = whole_phrase(parse, speaker, stop=first)
        yield Draft(
            head=makes.index,
            shape="verb",
            stance="attitude",
            verb="make",
            cue=(parse.tokens[first].start, token.end),
            contents=(part,),
            source=(source,) if source else (),
            speaker=speaker.index,
        )


def _behind(clause: Token, token: Token) -> bool:
    return clause.right > token.index and clause.index >= token.index


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
        source = whole_phrase(parse, told) if told is not None else None
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
