"""How well invented dispatches of many styles are coded: `python -m benchmarks.dispatches`.

Every dispatch lies in `benchmarks/dispatches` with the claims that should be coded as events and the words that must not
be. A claim is found where a coded claim overlaps its words by half (intersection over union, as gold's scorer has it).
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model.record import Claim, Record
from dateline.model.text import Report
from dateline.pipeline import Engine, load_engine, run

FOLDER = Path(__file__).resolve().parent / "dispatches"
OVERLAP = 0.5
INSIDE = 0.8
"""Share of words that must not be coded which a coded claim may not cover."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that came out wrong: which dispatch, what kind of fault, the words, what was found instead."""

    dispatch: str
    kind: str
    words: str
    instead: str = ""


def dispatches(folder: Path = FOLDER) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every dispatch with its name; raises ValueError where words to be found are not in the text exactly once."""
    for file in sorted(folder.glob("*.toml")):
        wanted = tomllib.loads(file.read_text("utf-8"))
        for words in (*(claim["words"] for claim in wanted["claim"]), *wanted["not_coded"], *wanted.get("either", ())):
            if wanted["text"].count(words) != 1:
                raise ValueError(f"{file.name}: {words!r} stands {wanted['text'].count(words)} times in the text")
        yield file.stem, wanted


def faults(name: str, wanted: dict[str, Any], record: Record) -> Iterator[Fault]:
    """What is missing, wrong in act, holder or place, coded although it must not be, or coded beyond what is listed.

    The words of a listed claim may be coded twice (one word of two voices); `either` lists words on which coders differ.
    """
    text, coded = wanted["text"], [claim for claim in record.claims if claim.codeable]
    used: set[str] = set()
    known: set[int] = {at for words in wanted.get("either", ()) for at in _area(text, words)}
    for claim in wanted["claim"]:
        area = _area(text, claim["words"])
        known |= area
        best = max((c for c in coded if c.id not in used), key=lambda c: _overlap(area, c), default=None)
        if best is None or _overlap(area, best) < OVERLAP:
            yield Fault(dispatch=name, kind="missed", words=claim["words"], instead=_near(area, record.claims))
            continue
        used.add(best.id)
        yield from (
            Fault(dispatch=name, kind=kind, words=claim["words"], instead=instead)
            for kind, instead in _wrong(claim, best, record)
        )
    for words in wanted["not_coded"]:
        area = _area(text, words)
        for claim_ in coded:
            if claim_.id not in used and len(area & _letters(claim_)) >= INSIDE * len(area):
                used.add(claim_.id)
                yield Fault(dispatch=name, kind="trap", words=words, instead=claim_.act)
    for claim_ in coded:
        if claim_.id not in used and len(known & _letters(claim_)) < OVERLAP * len(_letters(claim_)):
            yield Fault(dispatch=name, kind="extra", words=_words(claim_), instead=claim_.act)


def _wrong(wanted: dict[str, Any], claim: Claim, record: Record) -> Iterator[tuple[str, str]]:
    if claim.act != wanted["act"]:
        yield "act", claim.act
    holder = record.case.actors[claim.believer]
    source = claim.voices[-1].source
    told = f"{holder.name} {source.quote if source else ''}"
    if wanted.get("holder", "").casefold() not in told.casefold():
        yield "holder", told
    if "place" in wanted:
        mention = claim.place or next(iter(claim.roles.get("place", ())), None)
        words = record.case.resolution.mention(mention).span.quote if mention else ""
        told = " in ".join((words, *_around(record, mention)))
        if wanted["place"].casefold() not in told.casefold():
            yield "place", told


def _around(record: Record, mention: str | None) -> Iterator[str]:
    """The name of a place and of that in which it lies: the market is in the town."""
    place = record.case.resolution.place(mention)
    while place is not None:
        yield place.name
        place = record.case.places.get(place.part_of or "")


def _area(text: str, words: str) -> set[int]:
    start = text.index(words)
    return set(range(start, start + len(words)))


def _letters(claim: Claim) -> set[int]:
    return {at for span in claim.spans for at in range(span.start, span.end)}


def _overlap(area: set[int], claim: Claim) -> float:
    letters = _letters(claim)
    return len(area & letters) / len(area | letters)


def _words(claim: Claim) -> str:
    return " … ".join(span.quote for span in claim.spans)


def _near(area: set[int], claims: Iterable[Claim]) -> str:
    """The uncoded claim over the same words, with why it is not coded."""
    best = max(claims, key=lambda claim: _overlap(area, claim), default=None)
    if best is None or _overlap(area, best) < OVERLAP:
        return "no claim"
    return f"{best.act}, {best.why or 'coded'}"


def measure(engine: Engine, folder: Path = FOLDER) -> dict[str, Any]:
    """The figures over all dispatches of a folder, and the faults."""
    found: list[Fault] = []
    claims = traps = places = 0
    for name, wanted in dispatches(folder):
        found.extend(faults(name, wanted, run(Report.of(wanted["text"]), engine=engine)))
        claims, traps = claims + len(wanted["claim"]), traps + len(wanted["not_coded"])
        places += sum("place" in claim for claim in wanted["claim"])
    kinds = Counter(fault.kind for fault in found)
    coded = claims - kinds["missed"]
    return {
        "claims": claims,
        "found": coded / claims,
        "precision": coded / (coded + kinds["extra"] + kinds["trap"]),
        "act": 1 - kinds["act"] / coded,
        "holder": 1 - kinds["holder"] / coded,
        "place": 1 - kinds["place"] / places,
        "traps": f"{kinds['trap']} of {traps}",
        "faults": [f"{fault.dispatch}: {fault.kind}: “{fault.words}” {fault.instead}" for fault in found],
    }


def main() -> None:
    """Print the figures, and every fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", default=".", help="a folder in benchmarks/dispatches, as `layouts`")
    folder = FOLDER / parser.parse_args().part
    print(json.dumps(measure(load_engine(), folder), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
