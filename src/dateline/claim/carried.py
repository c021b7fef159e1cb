"""What is told in one breath with another clause shares its time and mood: "will storm the mine and kill the guards"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from dateline.claim.clause import Clause
from dateline.claim.factuality import factuality
from dateline.claim.kinds import KEEP_WHEN_PLANNED
from dateline.claim.material import Material
from dateline.claim.predicates import is_bare, tense
from dateline.model.record import Claim
from dateline.model.text import Token
from dateline.model.vocabulary import NEVER_CODEABLE

LATER = ("before", "until", "till", "but", "though", "although", "while", "whereas")
"""Marks of clauses that need not lie in the time of what they stand beside."""
CARRIED = ("background", "historical", "generic")
TOLD = ("event", "casualty", "displacement")


def with_carried(material: Material, rows: Iterable[tuple[Clause, Claim]]) -> Iterator[tuple[Clause, Claim]]:
    """The rows in text order; a clause without a time or a mood of its own has that of the one it is joined to."""
    rows = list(rows)
    verbal = [(clause, claim) for clause, claim in rows if clause.form == "verb"]
    # Conjuncts share their links; the first of them stands for these.
    seen = {index: claim for clause, claim in reversed(verbal) for index in (*clause.links, clause.core)}
    seen |= {clause.head: claim for clause, claim in verbal}
    for clause, claim in rows:
        carries = claim.kind in (*TOLD, "state") and claim.temporal_status == "current"
        over = _over(material, clause, seen) if carries else None
        if over is not None:
            shared = _in_its_mood(material, clause, claim, over) or _in_its_time(material, clause, claim, over)
            claim = seen[clause.head] = shared or claim
        yield clause, claim


def _over(material: Material, clause: Clause, seen: Mapping[int, Claim]) -> Claim | None:
    """The claim to which a clause is joined by "and" or as an adverbial; None where it stands alone."""
    head = material.parse.tokens[clause.head]
    if clause.form != "verb" or head.dep not in ("conj", "advcl", "dep"):
        return None
    return seen.get(head.head)


def _in_its_mood(material: Material, clause: Clause, claim: Claim, over: Claim) -> Claim | None:
    """A bare verb shares the helping verbs of the first: what may happen, is planned or did not happen.

    So does a participle behind what lies ahead ("may shell the town, killing hundreds"); whoever tried to storm a
    base, killing two guards, has killed them.
    """
    head = material.parse.tokens[clause.head]
    bare = head.dep != "advcl" and is_bare(material, head)
    ahead = (
        head.dep == "advcl" and head.tag == "VBG" and over.temporal_status == "future" and not _marked(material, head)
    )
    unreal = over.modality in NEVER_CODEABLE and (bare or ahead)
    if not unreal and not (bare and over.polarity == "negative" and _joins_what_is_not(material, head)):
        return None
    return replace(
        claim,
        modality=over.modality,
        polarity=claim.polarity if unreal else "negative",
        kind="intent" if over.modality == "planned" and claim.act not in KEEP_WHEN_PLANNED else claim.kind,
        temporal_status=over.temporal_status,
        factuality=MappingProxyType(factuality(claim.voices, over.modality, over.polarity)),
        codeable=False,
        why=(over.modality if unreal else "negated") if claim.codeable else claim.why,
    )


def _joins_what_is_not(material: Material, head: Token) -> bool:
    """Whether "or" joins a verb to one that is negated: "did not enter the town or shell it"."""
    return any(kid.lower in ("or", "nor") for kid in material.parse.kids(material.parse.head(head), "cc"))


def _in_its_time(material: Material, clause: Clause, claim: Claim, over: Claim) -> Claim | None:
    """Background, history and habits go on in the same tense where no time is named."""
    head = material.parse.tokens[clause.head]
    above = material.parse.head(head)
    if (
        claim.kind not in TOLD
        or over.temporal_status not in CARRIED
        or claim.time not in (None, over.time)
        or _marked(material, head)
    ):
        return None
    if head.dep == "conj" and any(kid.lower == "but" for kid in material.parse.kids(above, "cc")):
        return None
    if tense(material, head) not in (None, tense(material, above)):
        return None
    why = over.temporal_status if claim.codeable else claim.why
    return replace(claim, temporal_status=over.temporal_status, codeable=False, why=why)


def _marked(material: Material, verb: Token) -> bool:
    return any(kid.lower in LATER for kid in material.parse.kids(verb, "mark", "cc"))
