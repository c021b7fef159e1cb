"""The keys of MUC-4's messages: their templates, and where in the message their strings stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.yardsticks.muc4_candidates import normal
from benchmarks.yardsticks.muc4_model import DESCRIBED, SLOTS, TYPES

STRETCH = re.compile(r"(?:(?!--)[^\s/])+")
"""A word with its punctuation; dashes and strokes part words, as they do for the parser."""

Key = Sequence[Mapping[str, Any]]


def keys(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Message → its key's templates, then for each incident one that holds the victims described."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        return {row["doc"]: [*row["roles"], *map(_described, row["templates"])] for row in map(json.loads, lines)}


def _described(template: dict[str, Any]) -> dict[str, Any]:
    kinds = [alternative for group in template["slots"].get("INCIDENT: TYPE", []) for alternative in group]
    groups = template["slots"].get("HUM TGT: DESCRIPTION", [])
    said = [re.findall(r'"([^"]*)"', alternative)[:1] for group in groups for alternative in group]
    return {"incident_type": " / ".join(kinds).lower().strip("()? "), DESCRIBED: said}


def types_of(template: Mapping[str, Any]) -> set[str]:
    """The types of incident that a template allows."""
    return set(template["incident_type"].split(" / "))


def told_of(key: Key) -> set[str]:
    """The types of a message's templates, and "any" if it has one."""
    own = [template for template in key if DESCRIBED not in template]
    return {name for template in own for name in types_of(template)} | ({"any"} if own else set())


def fillings(text: str, key: Key) -> Iterator[tuple[int, int, str, set[str]]]:
    """Where each string of the key stands, [start, end) in code points, its role, and the types of its template."""
    stretches = [(word, m.start(), m.end()) for m in STRETCH.finditer(text) if (word := normal(m[0]))]
    begins: dict[str, list[int]] = {}
    for index, (word, _, _) in enumerate(stretches):
        begins.setdefault(word, []).append(index)
    for template in key:
        for role, string in strings_of(template):
            words = normal(string).split()
            for index in begins.get(words[0], ()) if words else ():
                found = stretches[index : index + len(words)]
                if [word for word, _, _ in found] == words:
                    yield found[0][1], found[-1][2], role, types_of(template) & set(TYPES)


def strings_of(template: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The strings of a template with their roles."""
    yield from ((role, string) for role in SLOTS for entity in template.get(role, ()) for string in entity)
