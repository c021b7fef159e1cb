"""What was written: reports, spans, sentences, tokens.

All offsets are Unicode code points of the text as given, 0-based, end exclusive; nothing is normalised.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dateline.errors import QuoteError
from dateline.model.frame import Frame, Passage
from dateline.model.span import Span
from dateline.model.time import TimeRange


@dataclass(frozen=True, kw_only=True)
class Report:
    """One document as it came in; its text is never altered.

    `source` is the publisher as the user names it, `published` the publication time as the user or the
    feed states it (None: inferred from evidence in the text, never invented), `name` the file it came from,
    `raw_sha256` and `raw_bytes` describe the bytes before decoding.
    """

    text: str
    name: str = "text"
    source: str | None = None
    published: TimeRange | None = None
    retrieved: str | None = None
    url: str | None = None
    title: str | None = None
    language: str = "en"
    raw_sha256: str = ""
    raw_bytes: int = 0

    @classmethod
    def of(
        cls, text: str, *, name: str = "text", source: str | None = None, published: TimeRange | None = None
    ) -> Report:
        """A report of a text that is already in memory; its raw bytes are its UTF-8 encoding."""
        raw = text.encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(raw).hexdigest()
        return cls(text=text, name=name, source=source, published=published, raw_sha256=digest, raw_bytes=len(raw))

    @cached_property
    def id(self) -> str:
        """Content id: the same text, source, publication and address give the same id."""
        published = self.published.iso() if self.published else ""
        parts = (self.text, self.source or "", published, self.url or "")
        raw = "\x00".join(parts).encode("utf-8", "surrogatepass")
        return "r" + hashlib.sha256(raw).hexdigest()[:16]

    def span(self, start: int, end: int) -> Span:
        """The span of code points [start, end); raises QuoteError outside the text or when it is empty."""
        if not 0 <= start < end <= len(self.text):
            raise QuoteError(f"span {start}:{end} lies outside report {self.id} of {len(self.text)} code points")
        return Span(start=start, end=end, quote=self.text[start:end], report=self.id)

    def trimmed(self, start: int, end: int) -> Span | None:
        """The span without surrounding white space; None when nothing is left."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return self.span(start, end) if start < end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token of the parse.

    `head`, `left`, `right` are token indexes in the report: its head (itself for a root) and the first and
    last token of its subtree; `sentence` is the index of its sentence; `pos` is the universal part of
    speech, `tag` the Penn tag, `dep` the ClearNLP dependency label of the English pipelines.
    """

    index: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    left: int
    right: int
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: tokens [first, last] and the token that is its root."""

    id: str
    index: int
    span: Span
    first: int
    last: int
    root: int


@dataclass(frozen=True, kw_only=True)
class Parse:
    """A report with its sentences, tokens and dependency trees.

    `proposals` are runs of proper nouns, which may name anything; `frame` names the parts of the text that are no content;
    sentences never reach into its slug and byline, though tokens cover the whole text. `cut` are the sentences that
    were too long to be read as one.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    frame: Frame
    proposals: tuple[Span, ...] = ()
    cut: tuple[Span, ...] = ()
    children: tuple[tuple[int, ...], ...] = field(default=(), repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _told_in(self) -> tuple[list[int], list[Passage]]:
        parts = [
            (span.start, number)
            for number, one in enumerate(self.frame.passages)
            for span in (*one.contents, *(tally.number for tally in one.tallies))
        ]
        parts.sort()
        return [start for start, _ in parts], [self.frame.passages[number] for _, number in parts]

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that tells what stands at a code point; None in running text."""
        starts, passages = self._told_in
        at = bisect_right(starts, offset) - 1
        return passages[at] if at >= 0 and passages[at].covers(offset) else None

    def head(self, token: Token) -> Token:
        """The token that governs this one; a root governs itself."""
        return self.tokens[token.head]

    def kids(self, token: Token, *deps: str) -> list[Token]:
        """The direct dependents, all or those with one of the labels, in text order."""
        tokens, below = self.tokens, self.children[token.index]
        if not below:
            return []
        return [kid for i in below if (kid := tokens[i]).dep in deps] if deps else [tokens[i] for i in below]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads from the nearest to the root, without the token itself."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The tokens from the first to the last of the subtree, in text order."""
        return self.tokens[token.left : token.right + 1]

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that overlap the code points [start, end)."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.tokens[first].end <= start:
            first += 1
        return self.tokens[first : bisect_left(self._starts, end)]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which the code point lies, if any."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].span.end else None
