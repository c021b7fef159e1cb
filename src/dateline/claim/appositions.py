"""What an apposition says of somebody or a place: "Marun, a town of 40,000 people", "the Front, an ally of the junta"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.clause import Clause
from dateline.claim.extent import extent
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.model.text import Token

NAMED = ("actor", "person", "place")
"""What bears a name of which more may be told."""
MARKS = (",", "-", "–", "—", "--")


def apposition_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """One clause for every name with what it is said to be; how a speaker is introduced is no news of him."""
    for token in material.parse.tokens:
        if token.dep == "appos" and (token.pos == "NOUN" or token.lower == "one") and _tells(material, token):
            name = material.parse.head(token)
            own = extent(material, token, heads=heads)
            first = min(name.left, name.index)
            yield Clause(
                head=token.index,
                core=token.index,
                form="adjective",
                relation="part",
                tokens=(*range(first, own[0]), *own),
                subject=name.index,
            )


def _tells(material: Material, token: Token) -> bool:
    name = material.parse.head(token)
    mention = material.mention_at.get(name.index)
    behind = name.index < token.left and material.parse.tokens[token.left - 1].text in MARKS
    if not behind or mention is None or mention.kind not in NAMED or mention.form != "name":
        return False
    measured = not material.distance_starts.isdisjoint(range(token.left, token.right + 1))
    if measured or name.index in material.source_at:
        return False
    return token.lower == "one" or any(
        kid.lower in ("a", "an") if kid.dep == "det" else kid.tag != "PRP$"
        for kid in material.parse.kids(token, "det", "poss")
    )
