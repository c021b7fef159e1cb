"""Known forces, groups, institutions and office-holders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import cast, get_args

from dateline.errors import ConfigurationError
from dateline.model.time import TimeRange
from dateline.model.world import Actor, ActorKind, Membership
from dateline.reference.actor_countries import Countries, load_countries
from dateline.reference.actor_labels import load_labels
from dateline.reference.actor_nouns import ActorNouns, load_nouns
from dateline.reference.actor_tables import listed, read_table
from dateline.reference.actor_words import Word, fold_name, run_length, word_set

LONGEST_NAME = 12
"""Words of the longest name that is looked up."""

_KINDS = get_args(ActorKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """A register row: the actor, when it existed under this name (open ends None)."""

    actor: Actor
    held: TimeRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """One way to call registered actors; `acronym`: only capitals tell it from a common word (IS, US, CAR)."""

    written: str
    acronym: bool
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A registered name in a text: words [first, last) of the run that was searched."""

    first: int
    last: int
    name: KnownName


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRegister:
    """Known forces, groups, institutions and office-holders, by id and by folded name."""

    by_id: Mapping[str, KnownActor]
    by_name: Mapping[str, KnownName]
    starts: Mapping[str, int]
    countries: Countries
    nouns: ActorNouns
    labels: frozenset[str]

    def find(self, run: Sequence[Word], *, shouted: bool = False) -> Iterator[Found]:
        """The longest registered names in a run of words, from left to right, never overlapping."""
        first = 0
        while first < len(run):
            found = self._at(run, first, shouted=shouted)
            if found:
                yield found
            first = found.last if found else first + max(1, self.countries.phrase_at(run, first))

    def named(self, phrase: str) -> tuple[Actor, ...]:
        """The registered actors that a phrase may name, in the order of the register."""
        name = self.by_name.get(fold_name(phrase)) or self.by_name.get(fold_name(phrase).removesuffix("s"))
        return tuple(self.by_id[key].actor for key in name.actors) if name else ()

    def _at(self, run: Sequence[Word], first: int, *, shouted: bool) -> Found | None:
        word = run[first].folded
        longest = max(self.starts.get(word, 0), self.starts.get(word.removesuffix("s"), 0))
        for size in range(run_length(run, first, longest) if longest else 0, 0, -1):
            part = run[first : first + size]
            folded = " ".join(w.folded for w in part)
            name = self.by_name.get(folded)
            if name is None and size == 1 and part[0].text.endswith("s") and part[0].text[:-1] != word:
                name = self.by_name.get(folded[:-1])
                name = name if name and name.acronym else None
            if name and _written_so(name, part, shouted=shouted):
                return Found(first=first, last=first + size, name=name)
        return None


_COMMON = word_set("is us who it car all aim and as an at par was plan pan in on or no so un ira core era mod")


def _written_so(name: KnownName, part: Sequence[Word], *, shouted: bool) -> bool:
    """Whether the capitals in the text fit the name; in a text that shouts only common words are refused."""
    if shouted:
        return not (name.acronym and part[0].folded in _COMMON and len(part) == 1)
    if name.acronym:
        text = part[0].text
        return sum(c.isupper() or c.isdigit() for w in part for c in w.text) >= 2 or (
            len(text) >= 5 and text[0].isupper()
        )
    first = part[0].text
    if not first[0].isupper() and name.written[0].isupper() and part[0].folded not in ("al", "el", "the"):
        return False
    return any(w.text[0].isupper() or w.text[0].isdigit() for w in part)


def load_actors(added: Iterable[Mapping[str, str]] = ()) -> ActorRegister:
    """The register that ships with the package; raises ConfigurationError for a malformed row.

    `added` are rows of lists that the user imported, behind the register's own: where both know a name the register's
    actor is meant.
    """
    own = tuple(read_table("actors.tsv"))
    ids = {row["id"] for row in own}
    rows = (*own, *(row for row in added if row["id"] not in ids))
    known = tuple(_known(row) for row in rows)
    names: dict[str, KnownName] = {}
    for row in known[: len(own)]:
        for written in (row.actor.name, *row.actor.aliases):
            _add(names, written, row.actor.id)
    taken = frozenset(names)
    for row in known[len(own) :]:
        for written in (row.actor.name, *row.actor.aliases):
            if fold_name(written) not in taken:
                _add(names, written, row.actor.id)
    main = {(row["country"], row["body"]): row["id"] for row in rows if row["body"]}
    by_id = {row.actor.id: row for row in known}
    if len(by_id) != len(known):
        raise ConfigurationError("actors.tsv repeats an id")
    return ActorRegister(
        by_id=MappingProxyType(by_id),
        by_name=MappingProxyType(names),
        starts=MappingProxyType(_starts(names)),
        countries=load_countries().with_bodies({body: by_id[key].actor for body, key in main.items()}),
        nouns=load_nouns(),
        labels=load_labels(),
    )


def _add(names: dict[str, KnownName], written: str, actor: str) -> None:
    folded = fold_name(written)
    letters = [c for c in written if c.isalpha()]
    acronym = " " not in folded and len(letters) <= 8 and sum(c.isupper() for c in letters) * 2 > len(letters)
    old = names.get(folded)
    actors = (*old.actors, actor) if old and actor not in old.actors else (old.actors if old else (actor,))
    names[folded] = KnownName(written=written, acronym=acronym or bool(old and old.acronym), actors=actors)


def _starts(names: Iterable[str]) -> dict[str, int]:
    starts: dict[str, int] = {}
    for name in names:
        parts = name.split(" ")
        starts[parts[0]] = max(starts.get(parts[0], 0), min(len(parts), LONGEST_NAME))
    return starts


def _known(row: Mapping[str, str]) -> KnownActor:
    if row["kind"] not in _KINDS:
        raise ConfigurationError(f"actors.tsv: {row['id']} has kind {row['kind']!r}, expected one of {_KINDS}")
    memberships = tuple(_membership(cell) for cell in listed(row["memberships"]))
    actor = Actor(
        id=row["id"],
        name=row["name"],
        kind=cast(ActorKind, row["kind"]),
        country=row["country"] or None,
        aliases=listed(row["aliases"]),
        side=row["side"] or None,
        memberships=memberships,
        source=row["source"] or None,
    )
    return KnownActor(actor=actor, held=_held(row["since"], row["until"]))


def _membership(cell: str) -> Membership:
    """`of:ID since until` or `office:NAME since until`; the years may be missing."""
    of, _, years = cell.partition("@")
    since, _, until = years.partition("-")
    if of.startswith("office="):
        return Membership(of=of.removeprefix("office="), role="holder", held=_held(since, until))
    return Membership(of=of, held=_held(since, until))


def _held(since: str, until: str) -> TimeRange | None:
    if not since and not until:
        return None
    first = date(int(since), 1, 1) if since else None
    last = date(int(until), 12, 31) if until else None
    return TimeRange.days(first, last, "year")
