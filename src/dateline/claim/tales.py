"""What is told inside something else: what a court found, what a drill played, what a film shows – told, but no news."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from dateline.claim.words import words
from dateline.model.text import Parse, Sentence, Token
from dateline.reference.acts import ActLexicon

Tale = Literal["court", "drill", "work"]

OPENING = frozenset(("court", "verdict", "drill", "rehearse", "fiction", "book"))
"""Classes of words without which a text has no tale."""
ACCUSED = words("accuse charge suspect")
"""Verbs that in the passive without an agent name a standing charge: "is accused of"."""
ORDINALS = words("first second third last final opening closing next another later early")
PLAYED = words("mock simulated staged fictitious imaginary fictional blank")
ASIDE = words("as while after before when until since hours")
"""Marks of clauses beside what a court or a drill does: they may tell the news."""
THIS_WEEK = words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday overnight tonight meanwhile separately elsewhere"
)
"""Words that lead back from a tale to the news."""
PRESENT = ("VBZ", "VBP")


def tales(parse: Parse, acts: ActLexicon) -> Mapping[int, Tale]:
    """The sentences that tell a tale, by index; the next sentences of the paragraph go on with it.

    A court is listened to in any tense, a work tells its story in the present, and a drill may be named afterwards.
    """
    if not any(OPENING & acts.class_of(lemma) for lemma in {token.lemma for token in parse.tokens}):
        return {}
    found: dict[int, Tale] = {}
    for sentence in parse.sentences:
        told = next((tale for tale, opens in OPENERS if opens(parse, acts, sentence)), None)
        before = found.get(sentence.index - 1)
        if told is not None:
            found[sentence.index] = told
        elif before is not None and _goes_on(parse, sentence, before):
            found[sentence.index] = before
        elif _was_a_drill(parse, acts, sentence) and _same_paragraph(parse, sentence):
            found[sentence.index - 1] = "drill"
    return found


def told_in(parse: Parse, acts: ActLexicon, found: Mapping[int, Tale], head: Token) -> Tale | None:
    """The tale in which a clause is told, by its sentence or by a verb or noun above it; None for what is reported."""
    for token in parse.ancestors(head):
        classes = acts.class_of(token.lemma)
        if token.pos == "VERB" and ("verdict" in classes or _stands_accused(parse, token)):
            return "court"
        if token.pos == "VERB" and "rehearse" in classes:
            return "drill"
    tale = found.get(head.sentence)
    goes_on = tale == "work" and _in_the_present(parse, head)
    return None if tale is None or (_aside(parse, head) and not goes_on) else tale


def _aside(parse: Parse, head: Token) -> bool:
    """Whether a clause stands beside the sentence's main verb ("…, as rebels raided the town")."""
    root = parse.sentences[head.sentence].root
    above = (head, *parse.ancestors(head))
    clause = next((token for token in above if token.dep == "advcl" and token.head == root), None)
    if clause is None:
        return False
    return any(kid.lower in ASIDE for kid in parse.kids(clause, "mark", "advmod", "npadvmod"))


def _of_court(parse: Parse, acts: ActLexicon, sentence: Sentence) -> bool:
    """Whether a court, or somebody before it, speaks or judges: "the judges found", "was jailed for", "told the jury"."""
    root = parse.tokens[sentence.root]
    for verb in (root, *parse.kids(root, "ccomp", "conj", "parataxis")):
        if verb.pos == "VERB" and "verdict" in acts.class_of(verb.lemma):
            return True
    if any(_is_court(parse, acts, noun) for noun in parse.kids(root, "nsubj", "nsubjpass", "dobj", "dative")):
        return not _violent(acts, root)
    nouns = _fronted(parse, root, ("to", "at", "in", "before", "during"))
    return any(_is_court(parse, acts, noun) for noun in nouns) and not _violent(acts, root)


def _stands_accused(parse: Parse, verb: Token) -> bool:
    return verb.lemma in ACCUSED and bool(parse.kids(verb, "auxpass")) and not parse.kids(verb, "agent")


def _is_court(parse: Parse, acts: ActLexicon, noun: Token) -> bool:
    """Whether a noun names a court or a party to a trial ("one of the accused"); a proper name is somebody."""
    if noun.pos != "PROPN" and (noun.lower == "accused" or "court" in acts.class_of(noun.lemma)):
        return True
    of = (prep for prep in parse.kids(noun, "prep") if prep.lower == "of") if noun.pos in ("NUM", "DET", "PRON") else ()
    return any(_is_court(parse, acts, inner) for prep in of for inner in parse.kids(prep, "pobj"))


def _of_drill(parse: Parse, acts: ActLexicon, sentence: Sentence) -> bool:
    """Whether something is rehearsed: "practised the recapture", "in the exercise", "the scenario foresees", "mock gunmen"."""
    root = parse.tokens[sentence.root]
    if root.pos == "VERB" and "rehearse" in acts.class_of(root.lemma):
        return True
    subjects = parse.kids(root, "nsubj", "nsubjpass")
    if any(noun.lemma == "scenario" or is_played(parse, noun) for noun in subjects):
        return True
    within = (noun for prep in parse.kids(root, "prep") if prep.lower == "in" for noun in parse.kids(prep, "pobj"))
    if any("drill" in _classes(parse, acts, noun) for noun in within):
        return True
    settings = _fronted(parse, root, ("in", "during"))
    return any(
        is_played(parse, noun) or ("drill" in _classes(parse, acts, noun) and _known(parse, noun)) for noun in settings
    )


def is_played(parse: Parse, noun: Token) -> bool:
    """Whether an epithet says that a noun is only acted: "mock gunmen", "a simulated raid"."""
    return any(kid.lower in PLAYED for kid in parse.kids(noun, "amod"))


def _was_a_drill(parse: Parse, acts: ActLexicon, sentence: Sentence) -> bool:
    """Whether a sentence says of what was told before it that it was a drill: "It was, of course, a drill"."""
    root = parse.tokens[sentence.root]
    pointing = any(kid.lower in ("it", "this", "that", "all") for kid in parse.kids(root, "nsubj"))
    return (
        root.lemma == "be" and pointing and any("drill" in acts.class_of(kid.lemma) for kid in parse.kids(root, "attr"))
    )


def _of_work(parse: Parse, acts: ActLexicon, sentence: Sentence) -> bool:
    """Whether a work tells its story: "the novel begins in 1993", "the play tells how", "in the last scene"."""
    root = parse.tokens[sentence.root]
    if root.tag in PRESENT:
        for noun in parse.kids(root, "nsubj", "attr"):
            found = _classes(parse, acts, noun)
            if "fiction" in found or ("book" in found and "narrate" in acts.class_of(root.lemma)):
                return True
    settings = _fronted(parse, root, ("in",))
    return any("fiction" in _classes(parse, acts, noun) or _is_scene(parse, noun) for noun in settings)


def _is_scene(parse: Parse, noun: Token) -> bool:
    """Whether a noun is a scene of a story, also where the parser took it for an epithet ("in the first scene soldiers …").

    At the scene of a crime nobody counts scenes.
    """
    named = noun.lemma == "scene" or any(kid.lemma == "scene" for kid in parse.kids(noun, "compound"))
    return named and any(kid.lower in ORDINALS for kid in parse.kids(noun, "amod"))


def _fronted(parse: Parse, root: Token, allowed: tuple[str, ...]) -> Iterator[Token]:
    """The nouns of the phrases that set the scene before the subject, over one more preposition ("according to")."""
    for prep in parse.kids(root, "prep"):
        if prep.index > root.index:
            continue
        for inner in (prep, *parse.kids(prep, "prep")):
            if inner.lower in allowed:
                yield from parse.kids(inner, "pobj")


def _known(parse: Parse, noun: Token) -> bool:
    return any(kid.lower in ("the", "this", "that") for kid in parse.kids(noun, "det"))


def _classes(parse: Parse, acts: ActLexicon, noun: Token) -> frozenset[str]:
    """The classes of a noun, alone and with the word before it ("video game")."""
    longer = (acts.class_of(f"{kid.lemma} {noun.lemma}") for kid in parse.kids(noun, "compound", "amod"))
    return acts.class_of(noun.lemma).union(*longer)


def _violent(acts: ActLexicon, verb: Token) -> bool:
    """Whether a main verb itself tells an act: then a judge is its victim."""
    return any(sense.kind in ("event", "casualty") and not sense.others for sense in acts.of("v", verb.lemma)[:1])


def _goes_on(parse: Parse, sentence: Sentence, tale: Tale) -> bool:
    """Whether a sentence of the same paragraph stays in the tale before it."""
    tokens = parse.tokens[sentence.first : sentence.last + 1]
    if not _same_paragraph(parse, sentence) or any(token.lower in THIS_WEEK for token in tokens):
        return False
    root = parse.tokens[sentence.root]
    return _in_the_present(parse, root) == (tale == "work")


def _in_the_present(parse: Parse, verb: Token) -> bool:
    return verb.tag in PRESENT or any(kid.tag in PRESENT for kid in parse.kids(verb, "aux", "auxpass"))


def _same_paragraph(parse: Parse, sentence: Sentence) -> bool:
    """Whether a sentence stands in one paragraph with the one before it."""
    if not sentence.index:
        return False
    before = parse.sentences[sentence.index - 1]
    return "\n" not in parse.report.text[before.span.end : sentence.span.start]


Opener = Callable[[Parse, ActLexicon, Sentence], bool]
OPENERS: tuple[tuple[Tale, Opener], ...] = (("court", _of_court), ("drill", _of_drill), ("work", _of_work))
