"""Speech that goes on without a cue: "The spokesman said talks had failed. The alliance would attack within days."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.claim.voices.scene import Draft, Scene, extent
from dateline.model.text import Parse, Sentence, Token
from dateline.model.vocabulary import SILENT_STANCES

TELLING = frozenset({"say", "insist", "claim", "warn", "threaten", "confirm", "accuse"})
CONDITIONS = frozenset({"if", "unless", "otherwise", "were"})


def continued_drafts(scene: Scene, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """One draft for every sentence in the future of the past that follows what somebody was told to have said.

    Free indirect speech is otherwise not marked; the narrator who looks ahead himself says "will" or "is to".
    """
    held = [draft for draft in drafts if draft.contents and draft.shape in ("verb", "adjunct")]
    heads = {draft.head for draft in held if draft.stance not in SILENT_STANCES}
    told = {scene.parse.tokens[d.head].sentence: d for d in held if _tells(scene.parse, d)}
    voiced = {scene.parse.tokens[head].sentence for head in heads}
    for before, sentence in zip(scene.parse.sentences, scene.parse.sentences[1:], strict=False):
        draft = told.get(before.index)
        if draft is None or sentence.index in voiced or not _goes_on(scene, before, sentence):
            continue
        content = extent(scene.parse, sentence.first, sentence.last)
        if content is not None:
            told[sentence.index] = replace(draft, shape="continued", stance="say", contents=(content,), clause=False)
            yield told[sentence.index]


def _tells(parse: Parse, draft: Draft) -> bool:
    """Whether the main verb of a sentence tells in the past what a named voice said."""
    verb = parse.tokens[draft.head]
    return bool(draft.source) and draft.stance in TELLING and verb.tag == "VBD" and verb.dep in ("ROOT", "conj")


def _goes_on(scene: Scene, before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence of the same paragraph lies in the future of the past, and hangs on no condition."""
    parse = scene.parse
    tokens = parse.tokens[sentence.first : sentence.last + 1]
    gap = parse.report.text[before.span.end : sentence.span.start]
    if "\n\n" in gap or any(token.lower in CONDITIONS for token in tokens):
        return False
    return _would(parse, parse.tokens[sentence.root])


def _would(parse: Parse, verb: Token) -> bool:
    helpers = [kid.lower for kid in parse.kids(verb, "aux")]
    return "would" in helpers and "have" not in helpers and verb.tag == "VB"
