"""Colons that stand for a verb of saying: "Ten dead in blast: ministry", "Ministry: ten dead in blast"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Extent, Scene
from dateline.model.text import Token

_LABEL = re.compile(
    r"\W*(?:\d{1,3}(?:/\d{0,3}|[.)])\s+)?(?P<source>.*?)(?:,? (?:on|via) (?:the )?[A-Z][\w-]+)?"
    r"(?:,? (?:later|earlier|now|again|then|today|yesterday|tonight|this (?:morning|afternoon|evening)))?\s*"
)
LONGEST_SOURCE = 5
"""Words that may name the source on its side of the colon."""


def colon_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for a colon with nothing but an actor or person between it and the start or end of its line."""
    text = scene.parse.report.text
    for token in scene.parse.tokens:
        if token.text != ":" or token.sentence < 0:
            continue
        line = (text.rfind("\n", 0, token.start) + 1, len(text) if (end := text.find("\n", token.end)) < 0 else end)
        before, after = _bare(text, (max(line[0], _begins(scene, token)), token.start)), (token.end, line[1])
        if _names(scene, before, ends=True):
            first = scene.parse.sentences[token.sentence].span.end
            yield from _draft(scene, token, before, (token.end, max(min(first, line[1]), token.end)))
        elif _names(scene, after, ends=False):
            yield from _draft(scene, token, after, before)


def _begins(scene: Scene, colon: Token) -> int:
    """Where the sentence of a colon begins; a colon that opens one belongs to the sentence before."""
    sentence = scene.parse.sentences[colon.sentence]
    if sentence.first == colon.index and colon.sentence > 0:
        sentence = scene.parse.sentences[colon.sentence - 1]
    return sentence.span.start


def _bare(text: str, side: Extent) -> Extent:
    """The side of a source without its number in a thread and the channel it speaks on ("2/ The governor on Telegram")."""
    match = _LABEL.fullmatch(text, *side)
    return match.span("source") if match is not None else side


def _names(scene: Scene, side: Extent, *, ends: bool) -> bool:
    """Whether one side of the colon is short and an actor or person stands at its end."""
    words = scene.parse.report.text[side[0] : side[1]].rstrip(" .")
    if not words.strip() or len(words.split()) > LONGEST_SOURCE:
        return False
    named = scene.names.get(side[0] + len(words))
    return named is not None and named.span.start >= side[0] and (ends or named.form != "pronoun")


def _draft(scene: Scene, colon: Token, source: Extent, content: Extent) -> Iterator[Draft]:
    report = scene.parse.report
    named, said = report.trimmed(*source), report.trimmed(*content)
    if named is None or said is None or not said.quote.rstrip(" ."):
        return
    mention = scene.names[named.start + len(named.quote.rstrip(" ."))]
    yield Draft(
        head=colon.index,
        shape="adjunct",
        stance="say",
        verb=":",
        cue=(colon.start, colon.end),
        contents=((said.start, said.start + len(said.quote.rstrip(" ."))),),
        source=((named.start, named.start + len(named.quote.rstrip(" ."))),),
        speaker=mention.head,
        clause=True,
    )
