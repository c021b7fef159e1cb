"""Text that repeats earlier text: shingles and MinHash propose, exact containment decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from datasketch import MinHash, MinHashLSH

from dateline.model.across import Recycling
from dateline.model.ledger import Holdings, LedgerReport

SHINGLE = 4
"""Words of a shingle: fewer match chance phrases, more miss a lightly edited copy."""
PERMUTATIONS = 128
PROPOSE = 0.3
"""Estimated Jaccard similarity from which two reports are compared exactly."""
COPY = 0.6
"""Share of the later report's shingles that the earlier one holds, from which it is a copy."""
SHORTEST = 12
"""Shingles: a text of fewer says too little to be recognised."""

_WORD = re.compile(r"\w+")
_DAY_OR_NUMBER = re.compile(r"^\d+$")


def shingles(text: str) -> frozenset[str]:
    """All runs of SHINGLE words, case and punctuation aside."""
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def recycled(holdings: Holdings) -> tuple[Recycling, ...]:
    """For every report that repeats an earlier one its earliest original, by report id.

    Chains collapse: the copy of a copy points to the first. Of two reports of unknown or equal day the longer counts as
    the original: the order in which the ledger learned of them says nothing. A correction repeats what it corrects and
    is no copy.
    """
    ordered = sorted(holdings.reports, key=first_told)
    sets = {r.id: shingles(holdings.texts.get(r.id, "")) for r in ordered if r.kind != "correction"}
    sets = {name: found for name, found in sets.items() if len(found) >= SHORTEST}
    rank = {report.id: number for number, report in enumerate(ordered)}
    originals: dict[str, Recycling] = {}
    for later, earlier in sorted(_proposed(sets, rank), key=lambda pair: (rank[pair[0]], rank[pair[1]])):
        share = len(sets[later] & sets[earlier]) / len(sets[later])
        if share >= COPY and later not in originals and earlier not in originals:
            originals[later] = Recycling(report=later, original=earlier, share=round(share, 3))
    return tuple(originals[name] for name in sorted(originals))


def first_told(report: LedgerReport) -> tuple[str, int, str]:
    """A key that puts reports in the order in which they were told, as far as that is known; then the longer first."""
    when = report.published.earliest if report.published_stated and report.published else None
    return (when.isoformat() if when else "9999", -report.chars, report.id)


def _proposed(sets: Mapping[str, frozenset[str]], rank: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    index = MinHashLSH(threshold=PROPOSE, num_perm=PERMUTATIONS)
    hashes = {name: _minhash(sets[name]) for name in sorted(sets, key=rank.__getitem__)}
    for name, found in hashes.items():
        for other in index.query(found):
            yield name, str(other)
        index.insert(name, found)


def _minhash(found: Iterable[str]) -> MinHash:
    hashed = MinHash(num_perm=PERMUTATIONS)
    hashed.update_batch([shingle.encode() for shingle in found])
    return hashed


def shared_words(texts: Sequence[str]) -> float:
    """Jaccard similarity of the words of two quotes, function words and digits aside; 0 where one has none."""
    one, other = (frozenset(w for w in _WORD.findall(t.casefold()) if _tells(w)) for t in texts[:2])
    return len(one & other) / len(one | other) if one and other else 0.0


def _tells(word: str) -> bool:
    return len(word) > 3 and not _DAY_OR_NUMBER.match(word)
