"""Voices beside the clause: "according to …", "reportedly", "the alleged …", "citing …"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Extent, Scene, extent, sentence_of
from dateline.claim.voices.sources import SAYING, conjuncts, noun_phrase
from dateline.claim.words import words
from dateline.model.text import Parse, Token

CLAUSES = frozenset({"relcl", "ccomp", "advcl", "acl", "parataxis"})
WITNESSING = words("see watch witness hear")
COUNTING = ("by", "on")
COUNTS = words("count tally reckoning estimate calculation telling figure")
"""What somebody has of his own, by which a writer tells: "by the ministry's count", "on the rebels' figures".

An account is one behind "by" only; "on his account" he posts.
"""
WRITTEN = words(
    "report statement study survey investigation inquiry analysis count tally figure account article release"
)
"""What is by somebody."""


def adjunct_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every source of an "according to", and for whoever it is by whose count something is told."""
    tokens = scene.parse.tokens
    for token in tokens:
        if token.sentence >= 0 and token.lower in COUNTING and token.dep in ("prep", "agent"):
            yield from _by_count(scene, token)
        for phrase in scene.cues.adjuncts:
            if token.sentence >= 0 and token.lower == phrase[0] and _reads(scene.parse, token.index, phrase):
                yield from _adjunct(scene, token, token.index + len(phrase) - 1)


def _reads(parse: Parse, index: int, phrase: tuple[str, ...]) -> bool:
    return tuple(token.lower for token in parse.tokens[index : index + len(phrase)]) == phrase


def _adjunct(scene: Scene, first: Token, last: int) -> Iterator[Draft]:
    """The object of the last preposition is the source, unless it is a measure; the clause around is the content."""
    parse = scene.parse
    preposition = parse.tokens[last]
    objects = parse.kids(preposition, "pobj", "pcomp") or parse.kids(first, "pobj")
    if parse.tokens[last + 1 : last + 2] and parse.tokens[last + 1].lower == "which":
        yield from _document(scene, first, parse.tokens[last + 1])
        return
    if not objects or objects[0].lemma in scene.cues.measures:
        return
    speakers = conjuncts(parse, objects[0])
    if _robbed(parse, first, objects[0]):
        speakers = [objects[0]]
    end = max(token.right for token in speakers) if len(speakers) > 1 else _own_end(parse, objects[0])
    end = (
        _before_agent(parse, first, objects[0])
        or _before_count(parse, first, objects[0])
        or _with_description(parse, end)
    )
    contents = _sentence_before(parse, first) or (*clause_around(parse, first, end), *_witnessed(parse, speakers))
    for speaker in speakers:
        later = [token.left for token in speakers if token.index > speaker.index]
        source = noun_phrase(parse, speaker, stop=min(later, default=end + 1))
        yield Draft(
            head=first.index,
            shape="adjunct",
            stance="say",
            verb="according to",
            cue=(first.start, preposition.end),
            contents=contents,
            source=(source,) if source else (),
            speaker=speaker.index,
        )


def _sentence_before(parse: Parse, first: Token) -> tuple[Extent, ...]:
    """The sentence of which the next one only says whose it is: "Nine were found dead. That is according to the Red Cross."."""
    here = sentence_of(parse, first)
    if first.index - here.first != 2 or not here.index or parse.tokens[here.first].lower not in ("that", "this"):
        return ()
    if parse.tokens[here.first + 1].lemma != "be":
        return ()
    before = parse.sentences[here.index - 1]
    told = extent(parse, before.first, before.last)
    return (told,) if told and "\n" not in parse.report.text[told[1] : first.start] else ()


def _before_agent(parse: Parse, first: Token, source: Token) -> int | None:
    """The last token of a source to which the parser added the doer: "supported, according to some, by the army"."""
    deed = parse.head(first)
    by = next((kid for kid in parse.kids(source, "prep", "agent") if kid.lower == "by"), None)
    lacks = deed.tag in ("VBN", "VBD") and not parse.kids(deed, "agent", "dobj") and deed.index < first.index
    return by.index - 1 if by is not None and lacks and source.lemma not in WRITTEN else None


def _before_count(parse: Parse, first: Token, source: Token) -> int | None:
    """The last token of a source to which the parser added the subject: "According to a report by X and Y, 40 men … were shot"."""
    if not _without_subject(parse, first):
        return None
    inside = parse.tokens[source.index + 1 : source.right]
    return next((t.index - 1 for t in inside if t.text == "," and parse.tokens[t.index + 1].pos == "NUM"), None)


def _witnessed(parse: Parse, speakers: list[Token]) -> tuple[Extent, ...]:
    """What a source saw or heard by the clause behind its comma: "according to a cook, who heard no shots"."""
    seen = (kid for one in speakers for kid in parse.kids(one, "relcl") if kid.lemma in WITNESSING)
    parts = (extent(parse, kid.left, kid.right) for kid in seen if any(t.lower == "who" for t in parse.kids(kid)))
    return tuple(part for part in parts if part)


def _by_count(scene: Scene, preposition: Token) -> Iterator[Draft]:
    """Whose count or account it is, where it stands beside a clause, not as the doer of a passive."""
    parse = scene.parse
    for count in parse.kids(preposition, "pobj"):
        told = count.lemma in COUNTS or (count.lemma == "account" and preposition.lower == "by")
        owners = parse.kids(count, "poss") if told else []
        around = (
            *parse.tokens[max(0, preposition.index - 1) : preposition.index],
            *parse.tokens[count.right + 1 : count.right + 2],
        )
        doer = all(mark.text != "," for mark in around) and bool(parse.kids(parse.head(preposition), "nsubjpass"))
        if not owners or owners[0].lower in ("our", "my") or doer:
            continue
        owner = owners[0]
        source = noun_phrase(parse, owner, stop=min((kid.index for kid in parse.kids(owner, "case")), default=None))
        yield Draft(
            head=preposition.index,
            shape="adjunct",
            stance="say",
            verb="according to",
            cue=(preposition.start, parse.tokens[count.right].end),
            contents=_joined_clause(parse, preposition) or clause_around(parse, preposition, count.right),
            source=(source,) if source else (),
            speaker=owner.index,
        )


def _joined_clause(parse: Parse, preposition: Token) -> tuple[Extent, ...]:
    """The words before a count in a clause that "and" joins to another: the first one is told by nobody's count."""
    clause = parse.head(preposition)
    joined = clause.dep == "conj" and clause.index < preposition.index and parse.kids(clause, "nsubj", "nsubjpass")
    told = extent(parse, clause.left, preposition.index - 1) if joined else None
    return (told,) if told else ()


def _with_description(parse: Parse, end: int) -> int:
    """The last token of what a comma adds to say who the source is, wherever it hangs: "…, a group that tracks the war"."""
    article = parse.tokens[end + 2] if end + 2 < len(parse.tokens) else parse.tokens[end]
    noun = parse.head(article)
    described = article.lower in ("a", "an") and noun.left == article.index and noun.pos == "NOUN"
    ends = noun.right + 1 < len(parse.tokens) and parse.tokens[noun.right + 1].pos == "PUNCT"
    return noun.right if described and ends and parse.tokens[end + 1].text == "," else end


def _document(scene: Scene, first: Token, which: Token) -> Iterator[Draft]:
    """In "issued a statement, according to which …" the statement is the source, and who issued it speaks."""
    parse = scene.parse
    clause = _told_clause(parse, first, which)
    document = _document_before(scene, first)
    if clause is None or document is None or document.lemma in scene.cues.measures:
        return
    issued = parse.head(document)
    issuers = parse.kids(issued, "nsubj") if document.dep == "dobj" and issued.pos == "VERB" else []
    source = noun_phrase(parse, document, stop=first.index)
    content = extent(parse, which.index + 1, clause.right)
    if content is not None:
        yield Draft(
            head=first.index,
            shape="adjunct",
            stance="say",
            verb="according to",
            cue=(first.start, parse.tokens[which.index - 1].end),
            contents=(content,),
            source=(source,) if source else (),
            speaker=(issuers[0] if issuers else document).index,
        )


def _told_clause(parse: Parse, first: Token, which: Token) -> Token | None:
    """The clause behind "according to which", which parsers hang on the document, on "according" or on "to"."""
    behind = parse.tokens[which.index + 1 : sentence_of(parse, first).last + 1]
    return next((token for token in behind if token.pos in ("VERB", "AUX") and token.dep in ("relcl", "pcomp")), None)


def _document_before(scene: Scene, first: Token) -> Token | None:
    """The nearest noun for something written or said before the adjunct, else the noun right before it."""
    parse = scene.parse
    nouns = [t for t in parse.tokens[sentence_of(parse, first).first : first.index] if t.pos in ("NOUN", "PROPN")][::-1]
    written = (t for t in nouns if t.lemma in scene.cues.documents or t.lemma in scene.cues.nouns)
    return next(written, nouns[0] if nouns else None)


def _robbed(parse: Parse, first: Token, source: Token) -> bool:
    """Whether the parser took the subject for a second source: "According to the police, rebels or bandits stole …"."""
    behind = parse.tokens[source.index + 1 : source.index + 2]
    return _without_subject(parse, first) and bool(behind) and behind[0].text == ","


def _without_subject(parse: Parse, first: Token) -> bool:
    """Whether the main verb of a sentence that an adjunct opens is left without a subject."""
    sentence = sentence_of(parse, first)
    root = next((t for t in parse.tokens[sentence.first : sentence.last + 1] if t.head == t.index), first)
    without = root.pos in ("VERB", "AUX") and not parse.kids(root, "nsubj", "nsubjpass", "expl", "csubj")
    return without and first.index == sentence.first


def _own_end(parse: Parse, source: Token) -> int:
    """The last token of a source without what a comma joins to it."""
    joined = [kid for kid in parse.kids(source, "conj", "cc") if parse.tokens[kid.left - 1].text == ","]
    return min((kid.left - 2 for kid in joined), default=source.right)


def clause_around(parse: Parse, first: Token, end: int) -> tuple[Extent, ...]:
    """The sentence without the adjunct; only the inner clause when the adjunct stands in the middle of one."""
    sentence = sentence_of(parse, first)
    start, stop = _between_semicolons(parse, (sentence.first, sentence.last), (first.index, end))
    at_edge = first.index == start or end >= stop - 1
    if (clause := _relative_around(parse, first)) is not None:
        start, stop = clause.left, clause.right
    elif not at_edge:
        clause = next((t for t in parse.ancestors(first) if t.dep in CLAUSES), None)
        if clause is not None and clause.left < first.index:
            start, stop = clause.left, clause.right
    behind = parse.tokens[end + 2 : end + 3]
    if behind and behind[0].lemma in ("cite", "quote"):
        end = max(end, behind[0].right)
    parts = (extent(parse, start, first.index - 1), extent(parse, end + 1, stop))
    return tuple(part for part in parts if part)


def _relative_around(parse: Parse, first: Token) -> Token | None:
    """The relative clause behind a comma that an adjunct without one closes: "…, which left nine dead according to medics"."""
    clause = next((token for token in parse.ancestors(first) if token.dep == "relcl"), None)
    if clause is None or first.lower != "according" or parse.tokens[first.index - 1].text == ",":
        return None
    return clause if clause.left < first.index and parse.tokens[clause.left - 1].text == "," else None


def _between_semicolons(parse: Parse, sentence: tuple[int, int], adjunct: tuple[int, int]) -> tuple[int, int]:
    """The part of a sentence that an adjunct closes: "nine died in one town, per police; four in another, per medics"."""
    (start, stop), (first, end) = sentence, adjunct
    if first > start and parse.tokens[first - 1].text == ";":
        start = first
    if first > sentence[0]:
        marks = [token.index for token in parse.tokens[start : stop + 1] if token.text == ";"]
        start = max([start, *(mark + 1 for mark in marks if mark < first - 1 and _voiced(parse, start, mark))])
        stop = min([mark - 1 for mark in marks if mark > end], default=stop)
    return start, stop


def _voiced(parse: Parse, first: int, mark: int) -> bool:
    """Whether the words before a semicolon have a source of their own."""
    closed = parse.tokens[mark - 1].text in (")", "]")
    return closed or any(t.lower in ("according", "per") or t.lemma in SAYING for t in parse.tokens[first:mark])


def _own_clauses(parse: Parse, verb: Token) -> list[Token]:
    """The clauses joined to a verb that have subjects of their own: "… allegedly fired, and the minister claimed …"."""
    return [kid for kid in parse.kids(verb, "conj") if parse.kids(kid, "nsubj", "nsubjpass", "expl")]


def adverb_drafts(scene: Scene) -> Iterator[Draft]:
    """Adverbs like "reportedly" and "allegedly": an unnamed voice answers for the clause."""
    parse = scene.parse
    for token in parse.tokens:
        if token.sentence < 0 or token.lower not in scene.cues.adverbs:
            continue
        governor = parse.head(token)
        last = min(
            (kid.left - 1 for kid in _own_clauses(parse, governor) if kid.left > token.index), default=governor.right
        )
        parts = (extent(parse, governor.left, token.index - 1), extent(parse, token.index + 1, last))
        yield Draft(
            head=token.index,
            shape="adverb",
            stance="claim" if token.lower != "reportedly" else "say",
            verb=token.lower,
            cue=(token.start, token.end),
            contents=tuple(part for part in parts if part),
        )


def adjective_drafts(scene: Scene) -> Iterator[Draft]:
    """Adjectives as in "the reported recapture", "alleged members": an unnamed voice answers for the noun phrase."""
    parse = scene.parse
    for token in parse.tokens:
        if token.sentence < 0 or token.lower not in scene.cues.adjectives or token.dep != "amod":
            continue
        noun = parse.head(token)
        content = extent(parse, token.index + 1, noun.right)
        if content:
            yield Draft(
                head=token.index,
                shape="adjective",
                stance="claim",
                verb=token.lower,
                cue=(token.start, token.end),
                contents=(content,),
            )
