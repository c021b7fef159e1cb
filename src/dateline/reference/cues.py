"""Words that hand a statement to a voice."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

DOUBLING = ("mit", "pin", "dub", "beg", "put", "quip", "slam", "plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbCue:
    """A verb of saying: what it does with its content, and where the content stands.

    `clause`: a clause or a quotation; `infinitive`: "to …"; `object`: a noun phrase; `pair`: a noun phrase and
    what is said of it; `prepositions`: the content is their object; `particle`: the verb says nothing without it.
    """

    lemma: str
    stance: str
    clause: bool = False
    infinitive: bool = False
    object: bool = False
    pair: bool = False
    prepositions: frozenset[str] = frozenset()
    particle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NounCue:
    """A noun of saying and what it does with its content."""

    lemma: str
    stance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLexicon:
    """Words that hand a statement to a voice.

    A verb of several groups has a cue for each, tried in the order of the file ("called it a farce", "called for
    talks"). `verb_forms` and `noun_forms` map inflected forms, lower case, to lemmas, because taggers lose the lemma in
    upper-case wires. `predicates` are adjectives behind a copula ("is afraid that …") with their stance.
    """

    verbs: Mapping[str, tuple[VerbCue, ...]]
    nouns: Mapping[str, NounCue]
    verb_forms: Mapping[str, str]
    noun_forms: Mapping[str, str]
    adjuncts: tuple[tuple[str, ...], ...]
    adverbs: frozenset[str]
    adjectives: frozenset[str]
    withholding: frozenset[str]
    anonymous: frozenset[str]
    unnamed: frozenset[str]
    documents: frozenset[str]
    deniable: frozenset[str]
    measures: frozenset[str]
    predicates: Mapping[str, str]
    polls: frozenset[str] = frozenset()
    seeming: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()


def load_cues(*, attitudes: bool = False) -> CueLexicon:
    """The lexicon that ships with the package (`data/cues.toml`).

    With `attitudes` also the words that tell what somebody holds, feels or wants (`data/cues_attitudes.toml`).
    """
    raw = _raw("cues.toml")
    if attitudes:
        raw = _joined(raw, _raw("cues_attitudes.toml"))
    verbs: dict[str, tuple[VerbCue, ...]] = {}
    for cue in _verbs(raw["verb"]):
        verbs[cue.lemma] = (*verbs.get(cue.lemma, ()), cue)
    nouns = {word: NounCue(lemma=word, stance=group["stance"]) for group in raw["noun"] for word in _words(group)}
    words = raw["words"]
    withholding = frozenset(words["withholding"])
    return CueLexicon(
        verbs=MappingProxyType(verbs),
        nouns=MappingProxyType(nouns),
        verb_forms=MappingProxyType(_verb_forms({*verbs, *withholding}, raw["irregular"])),
        noun_forms=MappingProxyType({form: word for word in nouns for form in (word, _third(word))}),
        adjuncts=tuple(tuple(phrase.split()) for phrase in words["adjunct"]),
        adverbs=frozenset(words["adverbs"]),
        adjectives=frozenset(words["adjectives"]),
        withholding=withholding,
        anonymous=frozenset(words["anonymous"]),
        unnamed=frozenset(words["unnamed"]),
        documents=frozenset(words["documents"]),
        deniable=frozenset(words["deniable"].split()),
        measures=frozenset(words["measures"].split()),
        predicates=MappingProxyType({word: group["stance"] for group in raw["predicate"] for word in _words(group)}),
        polls=_set(words, "polls"),
        seeming=_set(words, "seeming"),
        impersonal=_set(words, "impersonal"),
        light=_set(words, "light"),
    )


def _raw(name: str) -> dict[str, Any]:
    return tomllib.loads(files("dateline.reference").joinpath(f"data/{name}").read_text("utf-8"))


def _joined(narrow: dict[str, Any], wide: dict[str, Any]) -> dict[str, Any]:
    """Both lexica; a word of both keeps what the narrow one says of it: of verbs the first counts, else the last."""
    lists = ("adjunct", "adverbs", "adjectives")
    words = wide["words"] | narrow["words"] | {key: narrow["words"][key] + wide["words"][key] for key in lists}
    groups = {key: wide[key] + narrow[key] for key in ("noun", "predicate")} | {"verb": narrow["verb"] + wide["verb"]}
    return narrow | groups | {"words": words, "irregular": wide.get("irregular", {}) | narrow["irregular"]}


def _set(words: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(str(words.get(key, "")).split())


def _words(group: Mapping[str, Any]) -> list[str]:
    return str(group["lemmas"]).split()


def _verbs(groups: Iterable[Mapping[str, Any]]) -> Iterator[VerbCue]:
    for group in groups:
        takes = str(group.get("takes", "")).split()
        for lemma in _words(group):
            yield VerbCue(
                lemma=lemma,
                stance=group["stance"],
                clause="clause" in takes,
                infinitive="to" in takes,
                object="object" in takes,
                pair="pair" in takes,
                prepositions=frozenset(str(group.get("prepositions", "")).split()),
                particle=str(group.get("particle", "")),
            )


def _verb_forms(lemmas: Iterable[str], irregular: Mapping[str, str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for lemma in sorted(lemmas):
        past = irregular.get(lemma, _past(lemma)).split()
        for form in (*past, _third(lemma), _gerund(lemma), lemma):
            forms.setdefault(form, lemma)
    return forms


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if _consonant_y(lemma) else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if _consonant_y(lemma) else _doubled(lemma) + "ed"


def _gerund(lemma: str) -> str:
    return lemma[:-1] + "ing" if lemma.endswith("e") and not lemma.endswith("ee") else _doubled(lemma) + "ing"


def _consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in "aeou"


def _doubled(lemma: str) -> str:
    """The stem before -ed and -ing: a stressed short vowel doubles its consonant ("pin", "pinned")."""
    return lemma + lemma[-1] if lemma.endswith(DOUBLING) else lemma
