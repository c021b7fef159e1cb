"""Names for people in place of ids, and ids for the names that people type."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.errors import UsageError
from dateline.export.pronouns import voiced
from dateline.export.visible import one_line
from dateline.model.ledger import LedgerEntity
from dateline.store.words import folded

IDS = re.compile(r"\b[a-z]+:[^\s,;()“”]*[^\s,;:().“”]")
"""What may be ids of actors and places in a text of ours."""
SUGGESTED = 5
PLACE_PREFIXES = ("geonames:", "overlay:", "report:", "relative:", "place:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The actors and places of a ledger."""

    entities: Mapping[str, LedgerEntity]

    def of(self, key: str) -> str:
        """The name of an actor or place; what its id says where nobody describes it."""
        known = self.entities.get(key)
        name = known.name if known else key.partition(":")[2].partition("@")[0].replace("-", " ")
        return one_line(name or key)

    def listed(self, keys: Iterable[str]) -> str:
        """Several names with commas."""
        return ", ".join(self.of(key) for key in keys)

    def according_to(self, chain: Iterable[str]) -> str:
        """The chain of voices, publisher first in, innermost first out, as the words that begin a sentence."""
        names = list(dict.fromkeys(self.voice(key) for key in reversed(tuple(chain))))
        if not names:
            return "According to an unnamed voice"
        via = f" (via {' via '.join(names[1:])})" if names[1:] else ""
        return f"According to {names[0]}{via}"

    def voice(self, key: str) -> str:
        """The name, with an article before what describes one unnamed person ("a military source")."""
        return voiced(self.of(key))

    def spelled(self, text: str) -> str:
        """The text with names in the place of the ids in it."""
        return IDS.sub(lambda match: self.of(match[0]) if match[0] in self.entities else match[0], one_line(text))

    def ids(self, wanted: str, kind: Literal["actor", "place"]) -> frozenset[str]:
        """The ids of all that bear this name or alias (or are this id); raises UsageError where nobody does."""
        known = {key for key in self.entities if key.startswith(PLACE_PREFIXES) == (kind == "place")}
        if wanted in known:
            return frozenset({wanted})
        typed = _plain(wanted)
        found = frozenset(key for key in known if typed and typed in _all_names(self.entities[key]))
        if not found:
            near = self._near(typed, known)
            hint = f"; did you mean {', '.join(near)}?" if near else ""
            raise UsageError(f"no report in the ledger names {kind} {wanted!r}{hint}")
        return found

    def _near(self, typed: str, known: Iterable[str]) -> list[str]:
        """The names of what is called nearly so: more words, or a letter or two apart."""
        shown = {name: self.of(key) for key in known for name in _all_names(self.entities[key])}
        within = {shown[name] for name in shown if typed and typed in name}
        alike = {shown[name] for name in difflib.get_close_matches(typed, shown, n=SUGGESTED, cutoff=0.75)}
        return sorted(within or alike)[:SUGGESTED]


def _all_names(entity: LedgerEntity) -> Iterator[str]:
    yield _plain(entity.name)
    yield from map(_plain, entity.aliases)


def _plain(name: str) -> str:
    """A name as any keyboard can type it: without case, accents and what stands between words, and without an article."""
    return folded(name).removeprefix("the ")
