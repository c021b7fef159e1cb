"""What the words are about: places, actors, times, quantities, legal texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.time import TimeRange

ActorKind = Literal[
    "media", "state_force", "government", "rebel", "militia", "paramilitary", "coalition", "intl_force",
    "intl_org", "monitor", "person", "official", "civilian", "anonymous_source", "media_collective",
    "social_post", "unidentified_armed", "armed_groups_collective", "joint_force", "organisation", "label",
]  # fmt: skip

ANONYMOUS_KINDS = ("anonymous_source", "media_collective", "social_post")
ARMED_KINDS = (
    "state_force", "rebel", "militia", "paramilitary", "coalition", "intl_force", "unidentified_armed",
    "armed_groups_collective", "joint_force",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A dated role or membership: `of` is an actor id (a coalition, a government) or the name of an office."""

    of: str
    role: str = "member"
    held: TimeRange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A loaded word for an actor ("terrorists", "GAT") and the id of the voice that uses it."""

    word: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone who acts, speaks or suffers.

    `id` carries a prefix that says what it is: `src:` publishers, `act:` organisations and forces, `per:`
    persons, `civ:` civilians, `anon:` unnamed sources, `lbl:` labels nobody resolves. Labels are never names.
    `side` is a word shared by all actors of one party (an ISO country code for a state, else a group's id);
    None: unknown. `provisional`: made from the words of this report, in no register. `text_aliases` are the
    forms used in this report.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    side: str | None = None
    includes: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()
    labels: tuple[Label, ...] = ()
    provisional: bool = False
    source: str | None = None

    @property
    def anonymous(self) -> bool:
        """Whether the report keeps the speaker's name to itself."""
        return self.kind in ANONYMOUS_KINDS

    @property
    def armed(self) -> bool:
        """Whether the actor is a force or armed group."""
        return self.kind in ARMED_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A point, an area or a relative place.

    `id` is prefixed by its register (`geonames:2455290`, `overlay:anefis`, `report:…` for places that exist
    only in this report). Degrees WGS84; `uncertainty_m` is a radius in metres; `distance_km` is a (low, high)
    pair from `ground`, `bearing` in degrees from the ground to the place. `country` is ISO 3166-1 alpha-2 and
    comes from the register's row, never from a polygon; `admin1` is a name.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    aliases: tuple[str, ...] = ()
    part_of: str | None = None
    ground: str | None = None
    distance_km: tuple[float, float] | None = None
    bearing: float | None = None
    uncertainty_m: float | None = None
    source: str | None = None


Bound = Literal["by", "since", "until", "before", "after", "from", "to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """A reading of a time expression: our range, and TIMEX3's type and value beside it.

    `anchor` is a mention id, `publication`, `window` or None; `weekday_ok` is None when no weekday is
    written, False when it contradicts the date; `year_source` says where an unwritten year came from;
    `core` is the extent [start, end) that TIMEX3 would mark: the mention without its preposition.
    """

    range: TimeRange
    kind: str
    timex_type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    timex_value: str | None = None
    bound: Bound | None = None
    anchor: str | None = None
    weekday: str | None = None
    weekday_ok: bool | None = None
    year_source: tuple[str, ...] = ()
    core: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with the words it came from; vague words stay words (`low` and `high` None), never zero.

    `measure` is what is counted (distance, killed, wounded, fighters, vehicles, people, duration, share …),
    `unit` its unit (km, people, households, percent …), `noun` the counted noun as written.
    """

    measure: str
    unit: str
    exact: float | None = None
    low: float | None = None
    high: float | None = None
    vague: bool = False
    approximate: bool = False
    noun: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalReference:
    """A resolution, agreement or law that the text cites."""

    kind: str
    name: str
    number: int | None = None
    year: int | None = None
    symbol: str | None = None


Value = Actor | Place | TimeValue | Quantity | LegalReference
