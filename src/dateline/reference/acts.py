"""Which verbs and nouns name which act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

from dateline.model.vocabulary import ClaimKind

Part = Literal["v", "n", "a"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a sense asks of the words around it: `obj=place` a place or nothing known, `obj:place` certainly a
    place, `obj!place` no place; `slot` is obj, subj, at, prep or voice (`prep:at` a phrase with "at", `prep!to` none with "to").
    """

    slot: str
    sign: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One row of the lexicon: these words, under these conditions, name this act."""

    act: str
    predicate: str
    kind: ClaimKind
    part: Part
    words: tuple[str, ...]
    conditions: tuple[Condition, ...] = ()

    @property
    def key(self) -> str:
        """The word that governs the others: a verb's first, a noun's last before "of"."""
        if self.part != "n":
            return self.words[0]
        return self.words[self.words.index("of") - 1] if "of" in self.words else self.words[-1]

    @property
    def others(self) -> tuple[str, ...]:
        """The words that must stand beside the key."""
        return tuple(word for word in self.words if word not in (self.key, "of"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLexicon:
    """Which verbs and nouns name which act, and to which classes common nouns belong.

    `senses` is indexed by part of speech and governing lemma; the longest words come first, then the order of the file.
    """

    senses: Mapping[tuple[Part, str], tuple[Sense, ...]]
    classes: Mapping[str, frozenset[str]]

    def acts(self) -> tuple[str, ...]:
        """The closed list of acts, in alphabetical order."""
        return tuple(sorted({sense.act for senses in self.senses.values() for sense in senses}))

    def of(self, part: Part, lemma: str) -> tuple[Sense, ...]:
        """The senses that this lemma governs, in the order in which they are to be tried."""
        return self.senses.get((part, lemma), ())

    def class_of(self, lemma: str) -> frozenset[str]:
        """The classes of a common noun; empty when nothing is known of it."""
        return self.classes.get(lemma, frozenset())


def load_acts() -> ActLexicon:
    """The lexicon that ships with the package: `data/acts.tsv` and `data/acts_classes.tsv`."""
    senses: dict[tuple[Part, str], list[Sense]] = defaultdict(list)
    for sense in _senses():
        senses[sense.part, sense.key].append(sense)
    ordered = {key: tuple(sorted(row, key=_rank)) for key, row in senses.items()}
    return ActLexicon(senses=MappingProxyType(ordered), classes=MappingProxyType(_classes()))


def _rank(sense: Sense) -> tuple[int, bool]:
    """Longer phrases first, then senses that ask for a certain argument; otherwise the order of the file."""
    return -len(sense.words), not any(condition.sign == ":" for condition in sense.conditions)


def _senses() -> Iterator[Sense]:
    for row in _rows("acts.tsv"):
        act, predicate, kind, part, conditions, words = row
        parsed = tuple(_condition(text) for text in conditions.split() if text != "-")
        for word in words.split(", "):
            yield Sense(
                act=act,
                predicate=predicate,
                kind=cast(ClaimKind, kind),
                part=cast(Part, part),
                words=tuple(word.split()),
                conditions=parsed,
            )


def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in _rows("acts_classes.tsv"):
        for word in words.split(", "):
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _condition(text: str) -> Condition:
    for sign in "=:!":
        slot, found, value = text.partition(sign)
        if found:
            return Condition(slot=slot, sign=sign, value=value)
    return Condition(slot="voice", sign=":", value=text)


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("dateline.reference") / "data" / name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
