"""What the finders of voices look at, and what they hand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from dateline.claim.voices.quotations import Quotation
from dateline.model.record import Mention
from dateline.model.text import Parse, Sentence, Token
from dateline.model.world import Actor
from dateline.reference.cues import CueLexicon

Extent = tuple[int, int]
"""Code points [start, end)."""

MARKS = frozenset("\"“”„«»‘’'`,;:.–—-()[]") | {"''", "``", "--"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A parse, the lexicon and the quotations of one report; `names` finds actors and persons by where they end, `actors`
    whom they mean by the id of the mention.

    `wide` asks for the layer of attitudes, whose sources are all the words of the clause that name them: "who", and a
    name with its age or relative clause.
    """

    parse: Parse
    cues: CueLexicon
    quotations: tuple[Quotation, ...]
    names: Mapping[int, Mention] = field(default_factory=lambda: MappingProxyType({}))
    actors: Mapping[str, Actor] = field(default_factory=lambda: MappingProxyType({}))
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution before it has an id: the cue's token, what names the source, and the words answered for.

    `speaker` is the token index of the source's head; `shape` says what kind of word the cue is.
    """

    head: int
    shape: str
    stance: str
    verb: str
    cue: Extent
    contents: tuple[Extent, ...]
    source: tuple[Extent, ...] = ()
    speaker: int | None = None
    clause: bool = False


def extent(parse: Parse, first: int, last: int) -> Extent | None:
    """The code points of tokens first to last without white space and marks at the edges; None if nothing is left.

    Quotation marks at an edge stay when their partner is inside.
    """
    while first <= last and _is_edge(parse.tokens[first], opening=True):
        first += 1
    while last >= first and _is_edge(parse.tokens[last], opening=False):
        last -= 1
    return (parse.tokens[first].start, parse.tokens[last].end) if first <= last else None


def parts(*extents: Extent | None) -> list[Extent]:
    """The extents that have any words."""
    return [part for part in extents if part]


def _is_edge(token: Token, *, opening: bool) -> bool:
    if token.text in ("(", "[", "“", "‘", "„", "«", "``"):
        return not opening
    if token.text in (")", "]", "”", "»", "''", "%", "$"):
        return opening
    if token.text in ("?", "!"):
        return opening
    return token.pos == "SPACE" or token.text.isspace() or (token.text in MARKS and token.text not in ('"', "'", "’"))


def sentence_of(parse: Parse, token: Token) -> Sentence:
    """The sentence of a token of the content."""
    return parse.sentences[token.sentence]
