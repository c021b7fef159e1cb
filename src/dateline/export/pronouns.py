"""Voices that a text names by a pronoun alone: nobody is called “It”."""

from __future__ import annotations

import re

_PERSONS = frozenset({"he", "she", "him", "her", "i", "me", "who", "whoever", "someone", "somebody", "anyone", "one"})
_ANYBODY = frozenset({
    "it", "they", "them", "we", "us", "this", "that", "these", "those", "which", "some", "others", "other", "many", "most",
    "several", "few", "all", "everyone", "everybody", "both", "either", "neither", "none", "another",
})  # fmt: skip

_UNNAMED = frozenset({
    "activists", "authorities", "civilians", "diplomats", "doctors", "eyewitnesses", "families", "farmers", "fighters",
    "fishermen", "gunmen", "herders", "hospital", "local", "locals", "medics", "militants", "neighbours", "neighbors",
    "observers", "officials", "paramedics", "people", "police", "rebels", "refugees", "relatives", "reporters", "rescuers",
    "resident", "residents", "responders", "security", "soldiers", "sources", "state", "survivors", "traders", "troops",
    "villagers", "volunteers", "witness", "witnesses", "workers",
})  # fmt: skip
"""Words with which descriptions of unnamed people begin: a capital of theirs is that of a sentence."""

_DETERMINED = re.compile(r"(?:the|an?|one|his|her|its|their|our|another|some|several|two|three)\b")

_PART = re.compile(r"\w+ of (?:them|us|these|those)")
"""Some of people whom only a pronoun names: "one of them"."""


def is_pronoun(words: str) -> bool:
    """Whether the words for a voice are a pronoun or a bare quantifier and nothing else."""
    word = _bare(words)
    return word in _PERSONS | _ANYBODY or _PART.fullmatch(word) is not None


def unnamed_voice(name: str) -> str:
    """The name as it is; for a pronoun or a bare quantifier words that say so, with the word as it stands."""
    word = _bare(name)
    if word in _PERSONS:
        return f"an unnamed person (“{word}”)"
    return f"an unnamed voice (“{word}”)" if word in _ANYBODY or _PART.fullmatch(word) else name


def voiced(name: str) -> str:
    """The name of a voice within a sentence: an article before what describes one unnamed person ("a military source")."""
    known = within_sentence(unnamed_voice(name))
    if not known[:1].islower() or known.endswith("s") or _DETERMINED.match(known):
        return known
    return f"an {known}" if known[0] in "aeiou" else f"a {known}"


def within_sentence(words: str) -> str:
    """A description of people without the capital with which it began a sentence ("Residents"); names keep theirs."""
    first, *rest = words.split(" ")
    described = first.casefold() in _UNNAMED and all(word[:1].islower() for word in rest)
    return words[:1].lower() + words[1:] if described else words


def _bare(words: str) -> str:
    return words.replace("[…]", "").strip(" \t\n“”\"'’,;:.").casefold()
