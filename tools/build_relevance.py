"""Fit the weights of the relevance gate and write `reference/data/relevance.tsv`; the same data give the same file.

usage: build_relevance.py YARDSTICKS OUT.tsv     (needs wordfreq, which is no dependency of Dateline: pip install wordfreq)

A word's weight is the logarithm of how much more often it stands in conflict reports than in English at large. Reports
are MUC-4 texts with an incident, WikiWars and the Wikipedia list of who holds what (their `dev` parts); English at large
is wordfreq 3 (CC BY-SA 4.0). Only words of our own registers are weighed, so that no name of a place or person of those
texts becomes a sign of war; `relevance_words.toml` says which registers, and where we overrule the fit and why.
"""

from __future__ import annotations

import json
import math
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1] / "src" / "dateline" / "reference" / "data"
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SHARES = {"muc4": 0.55, "time-wikiwars": 0.42, "control": 0.03}
TOKENS = 560_000
"""Words of the three together; a rate times this is a number of sightings."""
DOUBT, BELIEF = 5.0, 2.0
"""Sightings that stand for what we believe before we look, and the weight that we believe in."""
FLOOR, CEILING, PHRASE, NAME = 1.0, 5.0, 4.0, 2.5
"""The least and the greatest weight of a word; the weight of a phrase for an act, and of one that names a party."""
RARE, RARE_ACRONYM = 1e-5, 1e-6
"""Names of armed groups that are commoner than this in English mean something else, too ("FACT")."""


def registers(name: str) -> Iterator[list[str]]:
    """The rows of one of our data files."""
    lines = (DATA / name).read_text("utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("#"))


def forms(lemma: str, part: str, irregular: dict[str, set[str]]) -> set[str]:
    """The inflected forms of a lemma; wrong ones do no harm, nobody writes them."""
    stem = lemma.removesuffix("e")
    plural = lemma + ("es" if re.search(r"(?:s|x|z|ch|sh)$", lemma) else "s")
    past = stem + "ed"
    if re.search(r"[^aeiou]y$", lemma):
        plural, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    found = {lemma, plural} | irregular[lemma]
    if part == "v":
        found |= {past, stem + "ing"}
        if re.search(r"[aeiou][bdglmnprt]$", lemma):
            found |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return found


def irregular_forms() -> dict[str, dict[str, set[str]]]:
    """Forms by lemma for verbs and nouns, from the tables of the parser's lemmatizer."""
    from dateline.parse import load_parser

    table = load_parser().pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_exc")  # type: ignore[attr-defined]
    found: dict[str, dict[str, set[str]]] = {"v": defaultdict(set), "n": defaultdict(set), "a": defaultdict(set)}
    for name, part in (("verb", "v"), ("noun", "n")):
        for form, lemmas in table[name].items():
            for lemma in lemmas:
                found[part][lemma].add(form)
    return found


def lemmas(words: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Lemma and part of speech of all single words that our registers give for the gate."""
    for act, _, _, part, _, listed in registers("acts.tsv"):
        if act in words["acts"]:
            yield from ((word, part) for word in listed.split(", "))
    for name, listed in registers("acts_classes.tsv"):
        if name in words["classes"]:
            yield from ((word, "n") for word in listed.split(", "))
    for noun, sort, _ in registers("actor_nouns.tsv"):
        if sort in words["sorts"]:
            yield re.sub(r"(?<=[^su])s$", "", noun), "n"
            yield noun, "-"
    yield from ((word, "-") for word in words["more"].split())


def vocabulary(words: dict[str, Any]) -> dict[str, str]:
    """Every form of those words with its lemma; a form of several lemmas goes to the first by the alphabet."""
    irregular = irregular_forms()
    found: dict[str, str] = {}
    for lemma, part in sorted(set(lemmas(words))):
        if " " not in lemma:
            for form in {lemma} if part == "-" else forms(lemma, part, irregular[part]):
                found.setdefault(form, lemma)
    return found


def rates(yardsticks: Path) -> Callable[[str], float]:
    """How often a word stands in conflict reports, each source with its share."""
    counts = {name: Counter(_words(texts(yardsticks / name / "dev"))) for name in SHARES}
    totals = {name: sum(count.values()) for name, count in counts.items()}
    return lambda word: sum(share * counts[name][word] / totals[name] for name, share in SHARES.items())


def texts(folder: Path) -> Iterator[str]:
    """The texts of a yardstick; of MUC-4 only those with an incident."""
    gold = {row["doc"]: row for row in _rows(folder / "gold.jsonl")}
    for row in _rows(folder / "docs.jsonl"):
        if gold.get(row["id"], {}).get("templates", True):
            yield row["text"]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8").split("\n") if line)


def _words(found: Iterable[str]) -> Iterator[str]:
    return (word for text in found for word in WORD.findall(text.lower()))


def weight(word: str, *, rate: float, general: float, words: dict[str, Any]) -> float:
    """The fitted weight of a word, overruled where the lists say so; 0 for one that counts nothing."""
    fitted = math.log((rate * TOKENS + DOUBT * math.exp(BELIEF)) / (general * TOKENS + DOUBT))
    if fitted < FLOOR or word in words["common"].split():
        return 0.0
    value = min(fitted, 4.0)
    if word.startswith(tuple(words["unambiguous"])):
        value = max(value + words["raise"], words["least"])
    if word.startswith(tuple(words["figurative"])):
        value *= words["lower"]
    return min(value, CEILING)


def names(words: dict[str, Any], general: Callable[[str], float]) -> Iterator[str]:
    """The names of armed groups, in small letters, without those that are ordinary words."""
    yield from words["names"]
    for row in registers("actors.tsv"):
        if len(row) > 5 and row[2] in words["kinds"]:
            for name in (row[1], *row[5].split("|")):
                folded = " ".join(WORD.findall(name.lower()))
                rare = RARE_ACRONYM if len(folded) < 4 else RARE
                if " " in folded or (len(folded) > 2 and 0 < general(folded) < rare):
                    yield folded


def build(yardsticks: Path) -> Iterator[str]:
    """The rows of the file: a word or phrase, the lemma that it counts as, its weight."""
    import wordfreq

    words = tomllib.loads((Path(__file__).parent / "relevance_words.toml").read_text("utf-8"))
    rate = rates(yardsticks)
    table: dict[str, tuple[str, float]] = {}
    for word, lemma in vocabulary(words).items():
        seen, general = rate(word), wordfreq.word_frequency(word, "en")
        value = weight(word, rate=seen, general=general, words=words) if seen or general else 0.0
        if value:
            table[word] = lemma, value
    actors = {noun for noun, _, _ in registers("actor_nouns.tsv")}
    for phrase in [*words["phrases"], *(lemma for lemma, part in lemmas(words) if part == "n" and " " in lemma)]:
        table.setdefault(phrase, (phrase, NAME if phrase in actors else PHRASE))
    for name in names(words, lambda name: float(wordfreq.word_frequency(name, "en"))):
        if name not in words["common"].split():
            table.setdefault(name, (name, NAME))
    return (f"{word}\t{lemma}\t{value:.1f}" for word, (lemma, value) in sorted(table.items()))


def main() -> None:
    """Write the file."""
    yardsticks, out = map(Path, sys.argv[1:])
    head = (
        "# Which words speak for a conflict report, and how loudly. Written by tools/build_relevance.py from our registers, MUC-4,\n"
        "# WikiWars (CC BY-SA), Wikipedia's lists of who holds what (CC BY-SA) and wordfreq (CC BY-SA 4.0); do not edit.\n"
        "word\tlemma\tweight\n"
    )
    out.write_text(head + "\n".join(build(yardsticks)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
