"""Text that repeats earlier text: shingles and MinHash propose, exact containment decides."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from zlib import crc32

from dateline.model.across import Recycling
from dateline.model.ledger import Holdings, LedgerReport

SHINGLE = 4
"""Words of a shingle: fewer match chance phrases, more miss a lightly edited copy."""
PERMUTATIONS = 128
BANDS, ROWS = 37, 3
"""How the permutations are cut: texts with a Jaccard similarity of 0.3 are compared two times in three, of 0.5 always."""
COPY = 0.6
"""Share of the later report's shingles that the earlier one holds, from which it is a copy."""
SHORTEST = 12
"""Shingles: a text of fewer says too little to be recognised."""

Pair = tuple[str, str]
Told = tuple[str, int, str]

_WORD = re.compile(r"\w+")
_DAY_OR_NUMBER = re.compile(r"^\d+$")


def shingles(text: str) -> frozenset[str]:
    """All runs of SHINGLE words, case and punctuation aside."""
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """What tells copies: the `bands` of every report's MinHash, and of every pair (later, earlier) that is one the
    share of the later one's shingles that the earlier one holds.

    Both follow from the two texts and days alone, whatever other reports there are.
    """

    bands: Mapping[str, tuple[int, ...]]
    pairs: Mapping[Pair, float]


def recycled(holdings: Holdings) -> tuple[Recycling, ...]:
    """For every report that repeats an earlier one its earliest original, by report id.

    Chains collapse: the copy of a copy points to the first. Of two reports of unknown or equal day the longer counts as
    the original: the order in which the ledger learned of them says nothing. A correction repeats what it corrects and
    is no copy.
    """
    told = {report.id: first_told(report) for report in holdings.reports}
    return collapsed(copying(holdings).pairs, told)


def collapsed(pairs: Mapping[Pair, float], told: Mapping[str, Told]) -> tuple[Recycling, ...]:
    """Pairs as one original for each copy, by report id; reports that no pairs connect do not matter to each other."""
    originals: dict[str, Recycling] = {}
    for later, earlier in sorted(pairs, key=lambda pair: (told[pair[0]], told[pair[1]])):
        if later not in originals and earlier not in originals:
            share = round(pairs[later, earlier], 3)
            originals[later] = Recycling(report=later, original=earlier, share=share)
    return tuple(originals[name] for name in sorted(originals))


def copying(holdings: Holdings) -> Copying:
    """Bands of all reports that may be copies or originals, and all pairs among them."""
    told = {report.id: first_told(report) for report in holdings.reports}
    sets = {report.id: shingles_of(holdings, report) for report in holdings.reports}
    hasher = Hasher()
    bands = {name: hasher.bands(found) for name, found in sets.items() if found}
    homes: dict[int, list[str]] = {}
    pairs: dict[Pair, float] = {}
    for name in sorted(bands, key=told.__getitem__):
        for other in dict.fromkeys(other for band in bands[name] for other in homes.get(band, ())):
            if (share := len(sets[name] & sets[other]) / len(sets[name])) >= COPY:
                pairs[name, other] = share
        for band in bands[name]:
            homes.setdefault(band, []).append(name)
    return Copying(bands=MappingProxyType(bands), pairs=MappingProxyType(pairs))


def shingles_of(holdings: Holdings, report: LedgerReport) -> frozenset[str]:
    """The shingles by which a report may be recognised; none of a correction, nor of a text that says too little."""
    found = shingles(holdings.texts.get(report.id, "")) if report.kind != "correction" else frozenset()
    return found if len(found) >= SHORTEST else frozenset()


class Hasher:
    """Makes the bands of texts; keep one for many, since its permutations take longer to make than a text."""

    def __init__(self) -> None:
        from datasketch import MinHash  # it loads SciPy: a third of the start of every command that needs it not

        self._blank = MinHash(num_perm=PERMUTATIONS, hashfunc=crc32)

    def bands(self, found: Iterable[str]) -> tuple[int, ...]:
        """The bands of a text's MinHash as 64-bit numbers: two texts with one in common are compared."""
        hashed = self._blank.copy()
        hashed.update_batch([shingle.encode() for shingle in found])
        values = hashed.hashvalues
        return tuple(_number(bytes([n]) + values[n * ROWS : (n + 1) * ROWS].tobytes()) for n in range(BANDS))


def _number(band: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(band, digest_size=8).digest(), "big", signed=True)


def first_told(report: LedgerReport) -> Told:
    """A key that puts reports in the order in which they were told, as far as that is known; then the longer first."""
    when = report.published.earliest if report.published_stated and report.published else None
    return (when.isoformat() if when else "9999", -report.chars, report.id)


def shared_words(texts: Sequence[str]) -> float:
    """Jaccard similarity of the words of two quotes, function words and digits aside; 0 where one has none."""
    one, other = (frozenset(w for w in _WORD.findall(t.casefold()) if _tells(w)) for t in texts[:2])
    return len(one & other) / len(one | other) if one and other else 0.0


def _tells(word: str) -> bool:
    return len(word) > 3 and not _DAY_OR_NUMBER.match(word)
