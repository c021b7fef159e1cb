"""Actor lists of others as rows of our register: the UCDP Actor Dataset, and an extract of Wikidata.

UCDP: columns ActorId, NameData, further names (NameOrig…, NameFull…, NewName…), Org, Location; one row an actor.
Wikidata: item, itemLabel, and if asked for altLabel (or itemAltLabel), country or countryLabel, type or typeLabel,
inception and dissolved; a query gives a row for every combination, which are one actor again here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.errors import BinaryInput
from dateline.model.world import ActorKind
from dateline.reference.actor_list_files import Cells, ListRow
from dateline.reference.actor_words import fold_name
from dateline.reference.actors import ActorRegister

LONGEST_NAME = 160
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_ITEM = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9][0-9]{0,11})")
_NO_LABEL = re.compile(r"Q[0-9]+")
_YEAR = re.compile(r"([12][0-9]{3})(?:-|$)")
_UCDP_NAMES = re.compile(r"(?:name|newname|oldname|alias)\w*")
_TYPES: Mapping[ActorKind, str] = MappingProxyType(
    {
        "media": r"newspaper|news agency|broadcaster|television|radio|media|magazine",
        "paramilitary": r"paramilitary",
        "militia": r"militia|self-defen[cs]e",
        "rebel": r"rebel|insurgen\w+|guerrilla|terrorist|armed group|armed organi[sz]ation|militant|separatist",
        "coalition": r"alliance|coalition|umbrella",
        "state_force": r"armed forces|army|navy|air force|gendarmerie|police|military (?:unit|branch)",
        "intl_force": r"peacekeeping|multinational force",
        "intl_org": r"intergovernmental|international organi[sz]ation",
    }
)
"""What a type of Wikidata says of the kind; the first that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedActor:
    """An actor of a list; the first of `names` is its name. `since`, `until` are years or empty."""

    id: str
    names: tuple[str, ...]
    kind: ActorKind
    country: str = ""
    side: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadActor:
    """A row that was not taken: its line, why, and what was found."""

    line: int
    reason: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorReading:
    """A list that has been read; `known` counts the actors that the register has under the same name."""

    form: str
    actors: tuple[ListedActor, ...]
    known: int
    bad: tuple[BadActor, ...]


Taken = ListedActor | BadActor
Take = Callable[[ListRow, ActorRegister, ActorKind], Taken]


def read_list(rows: Iterable[ListRow], *, register: ActorRegister, kind: ActorKind = "organisation") -> ActorReading:
    """The actors of a list, in its order; raises BinaryInput for one of neither form.

    `kind` is that of actors whose type the list does not tell. Where the register knows a name already it keeps its
    actor: the list adds to the register and changes nothing in it.
    """
    found = iter(rows)
    first = next(found, None)
    form = form_of(first.cells if first else {})
    made: dict[str, ListedActor] = {}
    bad: list[BadActor] = []
    for row in (first, *found) if first else ():
        taken = FORMS[form](row, register, kind)
        if isinstance(taken, BadActor):
            bad.append(taken)
        elif taken.id not in made or form == "wikidata":
            made[taken.id] = _joined(made.get(taken.id), taken)
        else:
            bad.append(BadActor(line=row.line, reason="the id stands in an earlier row", found=taken.names[0]))
    new = [one for one in map(_without(register), made.values()) if one is not None]
    return ActorReading(form=form, actors=tuple(new), known=len(made) - len(new), bad=tuple(bad))


def form_of(cells: Cells) -> str:
    """Which list a row is of, by its columns; raises BinaryInput where it is of none."""
    if {"actorid", "namedata"} <= cells.keys():
        return "ucdp"
    if {"item", "itemlabel"} <= cells.keys():
        return "wikidata"
    columns = ", ".join(sorted(cells)) or "none"
    raise BinaryInput(
        f"no list that is known: expected the columns ActorId and NameData (UCDP) or item and itemLabel (Wikidata), "
        f"found {columns[:200]}",
        where="the list of actors",
    )


def _ucdp(row: ListRow, register: ActorRegister, kind: ActorKind) -> Taken:
    """UCDP's Org: 1 a formally organised group, 2 and 3 informal ones (supporters, peoples), 4 a state."""
    number, name = row.cells["actorid"], row.cells["namedata"]
    if not number.isdecimal() or len(number) > 9:
        return _bad(row, "ActorId is no number", number)
    if (reason := _no_name(name)) is not None:
        return _bad(row, reason, name)
    org = row.cells.get("org", "")
    if org in ("2", "3"):
        return _bad(row, f"Org {org}: an informal group, whose name is that of people at large", name)
    if org == "4" or name.casefold().startswith("government of "):
        return _bad(row, "a government: states and their forces are in the register", name)
    names = (cell for column, cell in row.cells.items() if column != "namedata" and _UCDP_NAMES.fullmatch(column))
    return ListedActor(
        id=f"act:ucdp-{number}",
        names=_names(name, names),
        kind="rebel",
        country=_country(row.cells.get("location", ""), register),
    )


def _wikidata(row: ListRow, register: ActorRegister, kind: ActorKind) -> Taken:
    item, name = row.cells.get("item", ""), row.cells.get("itemlabel", "")
    match = _ITEM.fullmatch(item)
    if match is None:
        return _bad(row, "item is no address or id of Wikidata", item)
    if _NO_LABEL.fullmatch(name):
        return _bad(row, "the item has no label in the language asked for", name)
    if (reason := _no_name(name)) is not None:
        return _bad(row, reason, name)
    cells = row.cells
    told = cells.get("typelabel") or cells.get("type") or cells.get("instancelabel") or ""
    return ListedActor(
        id=f"act:wd-{match[1].lower()}",
        names=_names(name, (cells.get("altlabel", ""), cells.get("itemaltlabel", ""))),
        kind=next((known for known, words in _TYPES.items() if _says(words, told)), kind),
        country=_country(cells.get("countrylabel") or cells.get("country") or "", register),
        since=_year(cells.get("inception", "")),
        until=_year(cells.get("dissolved", "")),
    )


FORMS: Mapping[str, Take] = MappingProxyType({"ucdp": _ucdp, "wikidata": _wikidata})


def _says(words: str, told: str) -> bool:
    return re.search(rf"\b(?:{words})\b", told, re.IGNORECASE) is not None


def _bad(row: ListRow, reason: str, found: str) -> BadActor:
    return BadActor(line=row.line, reason=reason, found=found[:LONGEST_NAME])


def _no_name(name: str) -> str | None:
    """Why words are no name to look for; None where they are one."""
    if not name:
        return "the name is empty"
    if len(name) > LONGEST_NAME:
        return f"the name is longer than {LONGEST_NAME} characters"
    if _CONTROL.search(name):
        return "the name holds control characters"
    return None if any(char.isalpha() for char in name) else "the name has no letter"


def _names(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """The name, then its other names, split at the marks that lists use; words that are no names are left out."""
    parts = (part.strip() for cell in others for part in re.split(r"[|;,]", cell))
    return tuple(dict.fromkeys((_plain(name), *(_plain(part) for part in parts if _may_be_looked_for(part)))))


def _plain(name: str) -> str:
    return name.replace("\t", " ").replace("|", "/")


def _may_be_looked_for(name: str) -> bool:
    """Whether an alias tells somebody in a text: a word in lower letters, or of two, is found everywhere."""
    return _no_name(name) is None and len(name) > 2 and any(char.isupper() for char in name)


def _country(words: str, register: ActorRegister) -> str:
    """The ISO code of the first country named; empty where the register does not know it."""
    first = re.split(r"[,;|]", words)[0]
    return register.countries.of(fold_name(re.sub(r"\(.*?\)", "", first))) or ""


def _year(moment: str) -> str:
    match = _YEAR.match(moment)
    return match[1] if match else ""


def _joined(old: ListedActor | None, new: ListedActor) -> ListedActor:
    """An item of several rows: all its names, and what the first row tells besides."""
    if old is None:
        return new
    return replace(
        old,
        names=tuple(dict.fromkeys((*old.names, *new.names))),
        country=old.country or new.country,
        since=old.since or new.since,
        until=old.until or new.until,
    )


def _without(register: ActorRegister) -> Callable[[ListedActor], ListedActor | None]:
    """Leaves out the names that the register has, of actors or of countries, and actors whose very name is one of them."""

    def known(name: str) -> bool:
        return bool(register.named(name)) or register.countries.of(fold_name(name)) is not None

    def strip(actor: ListedActor) -> ListedActor | None:
        if known(actor.names[0]):
            return None
        return replace(actor, names=tuple(name for name in actor.names if not known(name)))

    return strip


def sides(actors: Iterable[ListedActor]) -> Iterator[ListedActor]:
    """Every actor as its own side, where no other is told."""
    return (replace(actor, side=actor.side or actor.id) for actor in actors)
