"""Whether a text holds a conflict report, by the words of its densest passage."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model.relevance import Relevance, SpokenWord
from dateline.model.text import Report
from dateline.reference.relevance import RelevanceLexicon, WeighedWord

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    """A weighed word at the `index`-th word of the text."""

    index: int
    entry: WeighedWord


def relevant(report: Report, lexicon: RelevanceLexicon) -> Relevance:
    """What a first look at the report finds; a pure function of the text and the lexicon.

    It looks for the passage of `lexicon.window` words whose different lemmas weigh most, so that a long article with one
    paragraph of war is found and one with a fighting word on every page is not.
    """
    words = [word.lower() for word in _WORD.findall(report.text)]
    hits = tuple(_hits(words, lexicon))
    first, last, score = _densest(hits, lexicon.window)
    score, threshold = round(score, 1), round(lexicon.threshold_at(len(words)), 1)
    short = len(words) < lexicon.shortest
    return Relevance(
        score=score,
        threshold=threshold,
        decision="conflict" if score >= threshold else "too_short_to_tell" if short else "nothing_found",
        words=_spoken(report, hits[first:last]),
    )


def _hits(words: Sequence[str], lexicon: RelevanceLexicon) -> Iterator[_Hit]:
    """The weighed words of the text; of phrases that begin at one word the longest, which takes its words."""
    known = lexicon.by_first_word
    taken = 0
    for index, word in enumerate(words):
        if word in known and index >= taken:
            for entry in known[word]:
                if len(entry.words) == 1 or entry.words == tuple(words[index : index + len(entry.words)]):
                    yield _Hit(index=index, entry=entry)
                    taken = index + len(entry.words)
                    break


def _densest(hits: Sequence[_Hit], window: int) -> tuple[int, int, float]:
    """The slice of hits within one window that weighs most, and its weight; the earliest of equals.

    A lemma counts once, with the heaviest of its forms in the window.
    """
    best = (0, 0, 0.0)
    inside: dict[str, list[float]] = defaultdict(list)
    total, first = 0.0, 0
    for last, hit in enumerate(hits):
        total += _change(inside[hit.entry.lemma], hit.entry.weight, enters=True)
        while hit.index - hits[first].index >= window:
            total += _change(inside[hits[first].entry.lemma], hits[first].entry.weight, enters=False)
            first += 1
        if total > best[2] + 1e-6:
            best = (first, last + 1, total)
    return best


def _change(weights: list[float], weight: float, *, enters: bool) -> float:
    """Let a form of a lemma into the window or out of it, and say by how much the lemma's weight changes."""
    before = max(weights, default=0.0)
    if enters:
        weights.append(weight)
    else:
        weights.remove(weight)
    return max(weights, default=0.0) - before


def _spoken(report: Report, hits: Sequence[_Hit]) -> tuple[SpokenWord, ...]:
    """The words of a passage, each lemma once in its heaviest form, in text order, with their spans."""
    heaviest: dict[str, _Hit] = {}
    for hit in hits:
        kept = heaviest.get(hit.entry.lemma)
        if kept is None or hit.entry.weight > kept.entry.weight:
            heaviest[hit.entry.lemma] = hit
    places = list(_WORD.finditer(report.text)) if heaviest else []
    return tuple(
        SpokenWord(
            span=report.span(places[hit.index].start(), places[hit.index + len(hit.entry.words) - 1].end()),
            lemma=hit.entry.lemma,
            weight=hit.entry.weight,
        )
        for hit in sorted(heaviest.values(), key=lambda hit: hit.index)
    )
