"""What redacted words become: signs of the same length in a text, "[redacted]" wherever words are only repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Span = tuple[int, int]

SIGN = "[redacted]"
BLOCK = "█"
_LEAST = 3
"""Code points: shorter words are masked where they stand, but not looked for in names and explanations."""
_NAMING = ("person", "actor", "place", "label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """The regions of one text that are to go, the words that go with them wherever they are repeated, and ids of whom
    only these words named, with what takes their place.
    """

    text: str
    regions: tuple[Span, ...]
    words: tuple[str, ...]
    ids: Mapping[str, str]

    @classmethod
    def of(cls, text: str, regions: Iterable[Span], records: Iterable[Mapping[str, Any]]) -> Mask:
        """The mask of these regions; what the report's records name by words of theirs alone goes as well."""
        merged = _merged(regions)
        left = masked(text, merged)
        words = {text[start:end] for start, end in merged}
        ids: dict[str, str] = {}
        for record in records:
            gone = _only_inside(record, merged, left)
            words |= {mention["quote"] for mention in gone}
            ids.update(_ids(record, words, first=len(ids) + 1))
            words |= {name for thing in _things(record) if thing["id"] in ids for name in _names(thing)}
        long = (word for word in words if len(word.strip()) >= _LEAST and SIGN not in word and BLOCK not in word)
        return cls(text=left, regions=merged, words=tuple(sorted(long, key=lambda w: (-len(w), w))), ids=ids)

    def string(self, value: str) -> str:
        """A text that may repeat the words."""
        for word in self.words:
            if word in value:
                value = _whole(word).sub(SIGN, value)
        for old, new in self.ids.items():
            if old in value:
                value = re.sub(rf"(?<![\w:-]){re.escape(old)}(?![\w-])", new, value)
        return value

    def json(self, value: Any) -> Any:
        """JSON in which quotes with offsets are read from the text anew, and other strings lose the words."""
        if isinstance(value, str):
            return self.string(value)
        if isinstance(value, list):
            return [self.json(item) for item in value]
        if not isinstance(value, dict):
            return value
        found = {self.string(key): self.json(item) for key, item in value.items()}
        if isinstance(value.get("quote"), str) and type(value.get("start")) is int and type(value.get("end")) is int:
            found["quote"] = self.text[value["start"] : value["end"]]
        return found

    def quote(self, spans: Iterable[Sequence[int]]) -> str:
        """The words of spans joined by " … ", with one sign for all that is gone."""
        return " … ".join(self._cut(start, end) for start, end in spans)

    def _cut(self, start: int, end: int) -> str:
        parts, at = [], start
        for first, last in self.regions:
            if first < end and last > start:
                parts += [self.text[at : max(first, start)], SIGN]
                at = min(last, end)
        return "".join((*parts, self.text[at:end]))


def masked(text: str, regions: Iterable[Span]) -> str:
    """The text with signs in the place of the regions; as long as before, so that all offsets hold."""
    for start, end in regions:
        length = end - start
        sign = SIGN + BLOCK * (length - len(SIGN)) if length >= len(SIGN) else BLOCK * length
        text = text[:start] + sign + text[end:]
    return text


def _merged(regions: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in sorted(regions):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _whole(word: str) -> re.Pattern[str]:
    """The word where it is no part of a longer one."""
    before = r"(?<!\w)" if word[0].isalnum() else ""
    after = r"(?!\w)" if word[-1].isalnum() else ""
    return re.compile(before + re.escape(word) + after)


def _only_inside(record: Mapping[str, Any], regions: Sequence[Span], left: str) -> list[Mapping[str, Any]]:
    """The mentions of what no register knows that lie in the regions, and whose words stand nowhere else."""
    here = {None, *(thing["id"] for thing in _things(record))}
    inside = (m for m in record["mentions"] if any(s <= m["start"] and m["end"] <= e for s, e in regions))
    return [m for m in inside if m["kind"] in _NAMING and m["ref"] in here and m["quote"] not in left]


def known_here(thing: Mapping[str, Any]) -> bool:
    """Whether only this report knows an actor or place of its record; its publisher is known beyond."""
    if "register" in thing:
        return str(thing["register"] or "report:").startswith("report:")
    return bool(thing.get("provisional")) and not thing["id"].startswith("src:")


def _things(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [thing for thing in (*record["entities"], *record["places"]) if known_here(thing)]


def _names(thing: Mapping[str, Any]) -> list[str]:
    return [thing.get("canonical") or thing.get("name") or "", *thing.get("aliases", ())]


def _ids(record: Mapping[str, Any], words: Iterable[str], *, first: int) -> dict[str, str]:
    """New ids for whom the words name: an id is made of a name."""
    gone = [_whole(word) for word in words if len(word.strip()) >= _LEAST]
    slugs = {re.sub(r"[\W_]+", "-", word.casefold()).strip("-") for word in words if len(word.strip()) >= _LEAST}
    found: dict[str, str] = {}
    for thing in _things(record):
        named = any(pattern.search(name) for name in _names(thing)[:1] for pattern in gone)
        if named or any(slug and re.search(rf"\b{re.escape(slug)}\b", thing["id"]) for slug in slugs):
            new = f"redacted-{first + len(found)}"
            found[thing["id"]] = f"{thing['id'].partition(':')[0]}:{new}"
            if thing.get("register"):
                found[thing["register"]] = f"report:{new}"
    return found
