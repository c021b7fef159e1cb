"""Sources set off beside their words without a verb: "…, per police", "… (UNITAMS)", "… – army", "… via @name"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.claim.voices.adjuncts import clause_around
from dateline.claim.voices.scene import Draft, Extent, Scene, extent
from dateline.claim.voices.sources import conjuncts
from dateline.claim.voices.telling import ALONE, BODIES, NEWS, is_account, names_teller, reports
from dateline.claim.words import words
from dateline.model.text import Token

LEADS = words("per via")
BRACKETS = {"(": ")", "[": "]"}
DASHES = ("-", "–", "—", "--")
ENDS = (".", ";", "!")
STAMPED = words("medium media monitor ngo un") | NEWS
QUALIFYING = words("state official local army police military government rebel health medical security war")
"""Nouns of those who tell, and what stands before them, at the end of a headline without marks."""
FEWEST = 4
"""Tokens of a headline with a source at its end."""
LONGEST = 9
"""Tokens of such a source."""
INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "SPACE", "NUM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Where such a source stands: the words of the cue, the tokens [first, last] of the source, and the last token of all."""

    cue: Token
    first: int
    last: int
    end: int


def closing_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every source behind "per" or "via", alone in brackets, or behind a dash at the end of its line."""
    yield from _before_stamp(scene)
    for token in scene.parse.tokens:
        if token.sentence < 0 or not (token.lower in LEADS or token.text in BRACKETS or token.text in DASHES):
            continue
        found = _led(scene, token) if token.lower in LEADS else _set_off(scene, token)
        head = _teller(scene, found) if found is not None else None
        if found is not None and head is not None and _fits(scene, found, head):
            yield from _drafts(scene, found, head)


def _before_stamp(scene: Scene) -> Iterator[Draft]:
    """The source at the end of a headline that an archive ran together with its stamp: "… kill 20 monitor Reuters 4 May 2016"."""
    frame, parse = scene.parse.frame, scene.parse
    if frame.headline is None or not any(0 <= slug.start - frame.headline.end <= 1 for slug in frame.slugs):
        return
    tokens = parse.tokens_in(frame.headline.start, frame.headline.end)
    between = parse.report.text[frame.headline.end : frame.headline.end + 1]
    if len(tokens) < FEWEST or between != " " or tokens[-1].lemma.lower() not in ALONE | STAMPED:
        return
    first = len(tokens) - (2 if tokens[-2].lower in QUALIFYING else 1)
    content = extent(parse, tokens[0].index, tokens[first - 1].index)
    if content is None or tokens[first - 1].pos in ("DET", "ADP", "VERB", "AUX", "ADJ", "CCONJ", "PUNCT"):
        return
    words = (tokens[first].start, tokens[-1].end)
    yield Draft(
        head=tokens[-1].index,
        shape="adjunct",
        stance="say",
        verb="stamp",
        cue=words,
        contents=(content,),
        source=(words,),
        speaker=tokens[-1].index,
    )


def _led(scene: Scene, lead: Token) -> Closing | None:
    """What follows "per" or "via", up to the next mark or verb."""
    tokens = scene.parse.tokens
    last = lead.index
    while last + 1 < len(tokens) and last - lead.index < LONGEST and tokens[last + 1].sentence == lead.sentence:
        after = tokens[last + 1]
        if after.pos not in INSIDE and not (after.pos in ("ADP", "PART", "CCONJ") and after.lower != "for"):
            break
        last += 1
    return Closing(cue=lead, first=lead.index + 1, last=last, end=last) if last > lead.index else None


def _set_off(scene: Scene, mark: Token) -> Closing | None:
    """What stands alone in brackets, or behind a dash, where the clause or the line ends."""
    tokens = scene.parse.tokens[mark.index + 1 : mark.index + LONGEST + 3]
    closer = BRACKETS.get(mark.text)
    if closer is not None:
        end = next((token.index for token in tokens if token.text == closer), None)
        if end is None or not _ends(scene, end) or scene.parse.tokens[end].sentence < 0:
            return None
        return _unlabelled(scene, mark, mark.index + 1, end)
    end = next((token.index for token in tokens if token.text in ENDS or _ends(scene, token.index)), None)
    spaced = scene.parse.report.text[mark.start - 1 : mark.start].isspace()
    if end is None or not spaced or scene.parse.tokens[end].sentence != mark.sentence:
        return None
    last = end - 1 if scene.parse.tokens[end].text in ENDS else end
    return Closing(cue=mark, first=mark.index + 1, last=last, end=last) if last > mark.index else None


def _unlabelled(scene: Scene, mark: Token, first: int, end: int) -> Closing | None:
    """The source in brackets without the word that calls it one: "(Source: police)", "(via Radio Okapi)"."""
    tokens = scene.parse.tokens
    if tokens[first].lower in ("source", "sources") and tokens[first + 1].text == ":":
        first += 2
    elif tokens[first].lower in LEADS:
        return None
    return Closing(cue=mark, first=first, last=end - 1, end=end) if first < end else None


def _ends(scene: Scene, index: int) -> bool:
    """Whether nothing but a full stop or semicolon follows a token in its line."""
    text = scene.parse.report.text
    rest = text[scene.parse.tokens[index].end :].lstrip(" \t\r")
    return not rest or rest[0] in "\n.;!"


def _teller(scene: Scene, found: Closing) -> Token | None:
    """The last word of the first noun phrase that names somebody who tells: a name, a handle, a noun of such."""
    head: Token | None = None
    for token in scene.parse.tokens[found.first : found.last + 1]:
        if token.pos not in INSIDE:
            break
        if names_teller(scene, token):
            head = token
    return head


def _fits(scene: Scene, found: Closing, head: Token) -> bool:
    """Whether the place of the source, and who it is, make it one."""
    before = scene.parse.tokens[found.cue.index - 1] if found.cue.index else None
    if found.cue.lower == "per":
        named = head.pos == "PROPN" and reports(scene, head)
        return before is None or before.pos == "PUNCT" or (named and before.lower != "as")
    if found.cue.lower == "via":
        return is_account(scene, head) or _outlet(scene, head)
    if before is None or before.sentence != found.cue.sentence or not _whole(scene, found, head):
        return False
    return (found.cue.text in DASHES or reports(scene, head)) and not _introduced(scene, before, head)


def _outlet(scene: Scene, head: Token) -> bool:
    named = scene.names.get(head.end)
    return named is not None and named.id in scene.actors and scene.actors[named.id].kind == "media"


def _whole(scene: Scene, found: Closing, head: Token) -> bool:
    """Whether there is nothing but the name, without an article: "(the capital of the rebels)" tells no source."""
    tokens = scene.parse.tokens[found.first : found.last + 1]
    return head is tokens[-1] and tokens[0].pos != "DET" and all(token.pos in INSIDE for token in tokens)


def _introduced(scene: Scene, before: Token, head: Token) -> bool:
    """Whether the words are the short form of the name right before them: "the refugee agency (UNHCR)"."""
    if before.lemma.lower() in BODIES and head.text.isupper():
        return True
    long, short = scene.names.get(before.end), scene.names.get(head.end)
    if long is None:
        return False
    return long.form == "name" or short is None or scene.actors.get(long.id) == scene.actors.get(short.id)


def _drafts(scene: Scene, found: Closing, head: Token) -> Iterator[Draft]:
    parse = scene.parse
    contents = clause_around(parse, found.cue, found.end)
    heads = [
        one for one in conjuncts(parse, head) if found.first <= one.index <= found.last and names_teller(scene, one)
    ]
    for one in heads:
        yield Draft(
            head=found.cue.index,
            shape="adjunct",
            stance="say",
            verb=found.cue.lower,
            cue=(found.cue.start, found.cue.end),
            contents=contents,
            source=(_words(scene, found, one, heads),),
            speaker=one.index,
        )


def _words(scene: Scene, found: Closing, head: Token, heads: list[Token]) -> Extent:
    """The words of one of the sources, with the sign of a handle."""
    parse = scene.parse
    before = [one for one in heads if one.index < head.index]
    first = max(found.first, before[-1].index + 2) if before else found.first
    return parse.tokens[first].start, head.end
