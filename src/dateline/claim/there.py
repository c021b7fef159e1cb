"""Where "there" is: the last place where something happened, not the last that was named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.claim.clause import Clause
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.material import Material
from dateline.claim.setting import nearest
from dateline.model.record import Claim


def with_there(material: Material, rows: Iterable[tuple[Clause, Claim]]) -> Iterator[tuple[Clause, Claim]]:
    """The rows in text order; who died "there" died where the last act told before it took place."""
    last: str | None = None
    for clause, claim in rows:
        if last is not None and _says_there(material, clause) and nearest(material, clause, "place") is None:
            yield clause, replace(claim, place=last)
            continue
        if claim.place is not None and (claim.act in CONFLICT_ACTS or claim.kind == "state"):
            last = claim.place
        yield clause, claim


def _says_there(material: Material, clause: Clause) -> bool:
    """Whether a clause has "there" as an adverb; "there were" tells no place."""
    core = material.parse.tokens[clause.core]
    tokens = (*(material.parse.tokens[i] for i in clause.tokens), *material.parse.kids(core, "advmod"))
    return any(token.lower == "there" and token.pos == "ADV" and token.dep == "advmod" for token in tokens)
