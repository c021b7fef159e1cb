"""Loaded words for a party: labels that accuse, apart from nouns that only describe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.mark.candidate import Candidate
from dateline.mark.spans import propose
from dateline.model.text import Parse
from dateline.reference import Reference
from dateline.reference.actor_words import Word, fold_name

MARKER = "actor_labels"


def relabel(parse: Parse, reference: Reference, candidate: Candidate) -> Candidate:
    """The candidate as a label when its last words accuse; softer ones ("jihadists", "regime") stay actors."""
    words = fold_name(parse.report.text[candidate.start : candidate.end]).split()
    accusing = any(" ".join(words[first:]) in reference.actors.labels for first in range(len(words)))
    if candidate.form == "label" and accusing:
        return replace(candidate, kind="label", priority=max(candidate.priority, 60))
    return candidate


def mark_labels(parse: Parse, reference: Reference, run: Sequence[Word]) -> Iterator[Candidate]:
    """Abbreviated labels ("the GAT"), and label words right before a name ("fascist PERSON")."""
    for index, word in enumerate(run):
        if word.folded not in reference.actors.labels:
            continue
        short = len(word.text) >= 3 and word.text.rstrip("s").isupper() and not _shouting(parse, word)
        if short or _before_name(parse, run, index):
            candidate = propose(parse, (word.start, word.end), ("label", "label"), marker=MARKER, priority=62)
            if candidate and parse.tokens[candidate.head].sentence >= 0:
                yield candidate


def _shouting(parse: Parse, word: Word) -> bool:
    """Whether capitals around the word say nothing about it."""
    around = parse.report.text[max(0, word.start - 40) : word.end + 40]
    return not re.search(r"[a-z]{3}", around)


def _before_name(parse: Parse, run: Sequence[Word], index: int) -> bool:
    """Whether a person's name follows the label at once."""
    if index + 1 >= len(run) or not run[index + 1].joined or run[index].folded.endswith("s"):
        return False
    after = parse.tokens_in(run[index + 1].start, run[index + 1].end)
    return bool(after) and after[0].pos == "PROPN" and after[0].dep in ("nsubj", "nsubjpass", "dobj", "pobj")
