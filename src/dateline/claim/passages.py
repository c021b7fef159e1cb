"""What stands beside a passage tells of it: the cells of its row say when and where, and how many."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.clause import Clause
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.model.frame import Passage, Tally
from dateline.model.record import Mention
from dateline.model.text import Token
from dateline.model.vocabulary import ClaimKind, MentionKind

_HARMS = frozenset(
    (
        "attack",
        "air_strike",
        "shelling",
        "ambush",
        "kill",
        "wound",
        "abduct",
        "loot",
        "burn",
        "losses",
        "capture",
        "besiege",
    )
)
"""What a perpetrator does; a row may also tell who came to help."""
_KINDS: dict[str, ClaimKind] = {"kill": "casualty", "wound": "casualty", "displace": "displacement"}


def passage_at(material: Material, token: Token) -> Passage | None:
    """The row, entry or post to which a token belongs; None in running text, also below a heading."""
    passage = material.parse.passage_at(token.start)
    return passage if passage is not None and not passage.section else None


def beside(material: Material, token: Token, kind: MentionKind) -> Mention | None:
    """The first time or place among the cells that set the scene of a token's passage."""
    return _first_of(material, passage_at(material, token), kind)


def headed(material: Material, token: Token, kind: MentionKind) -> Mention | None:
    """The time or place that the nearest heading above a token names."""
    return _first_of(material, material.parse.passage_at(token.start), kind)


def _first_of(material: Material, passage: Passage | None, kind: MentionKind) -> Mention | None:
    cells = passage.setting if passage else ()
    found = (material.resolution.within(cell.start, cell.end, kind) for cell in cells)
    return next((mentions[0] for mentions in found if mentions), None)


def perpetrators(material: Material, clause: Clause, named: Named) -> tuple[Mention, ...]:
    """Who did a harm that names nobody itself, by the cell under "Perpetrator"; a column that counts the dead says nothing."""
    token = material.parse.tokens[clause.core]
    passage = passage_at(material, token)
    if passage is None or passage.agent is None or named.act not in _HARMS or _tally_at(material, token) is not None:
        return ()
    inside = material.resolution.within(passage.agent.start, passage.agent.end, "actor")
    return tuple(inside)


def counted_in_columns(material: Material) -> bool:
    """Whether a table of the report counts dead or wounded: then its rows tell of violence."""
    return any(tally.act in ("kill", "wound") for passage in material.parse.frame.passages for tally in passage.tallies)


def tally_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """A number under a heading that says what it counts; a nought tells of nobody."""
    for tally in (tally for passage in material.parse.frame.passages for tally in passage.tallies):
        numbers = material.parse.tokens_in(tally.number.start, tally.number.end)
        heading = material.parse.tokens_in(tally.heading.start, tally.heading.end)
        if not numbers or not heading or not tally.number.quote.strip("0 "):
            continue
        first, last = min(numbers[0].index, heading[0].index), max(numbers[-1].index, heading[-1].index)
        together = last - first < len(numbers) + len(heading) + 2
        inside = material.parse.tokens[first : last + 1] if together else (*numbers, *heading)
        words = tuple(token.index for token in inside if not token.text.isspace())
        core = numbers[0].index
        yield Clause(head=core, core=core, form="nominal", relation="main", tokens=words)


def by_column(material: Material, clause: Clause) -> Named | None:
    """What a number counts, by the heading over it."""
    tally = _tally_at(material, material.parse.tokens[clause.core])
    if tally is None:
        return None
    return Named(act=tally.act, predicate=tally.act, kind=_KINDS.get(tally.act, "event"), trigger=clause.core)


def _tally_at(material: Material, token: Token) -> Tally | None:
    passage = passage_at(material, token)
    tallies = passage.tallies if passage else ()
    return next((tally for tally in tallies if tally.number.start <= token.start < tally.number.end), None)
