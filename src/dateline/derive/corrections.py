"""A note of correction within a text: what an earlier version said is withdrawn, what follows stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.derive.families import family_of
from dateline.model.own_text import opens_with_own_text
from dateline.model.record import Case, Claim

BEFORE = 120
"""Characters: a sentence that says that the text was corrected stands right before the one that says how."""


def with_corrections(case: Case) -> Case:
    """The case with the claims retracted that are told only as what the publisher's own earlier text said.

    "An earlier version of this report said five people were killed. Four were killed.": the first is withdrawn, the
    second is the publisher's word, and the report is a correction, whatever else it tells.
    """
    withdrawn = {claim.id for claim in case.claims if _of_earlier_text(case, claim)}
    if not withdrawn:
        return case
    claims = tuple(_withdrawn(claim) if claim.id in withdrawn else claim for claim in case.claims)
    claims = tuple(_instead(case, claim, claims) for claim in claims)
    return replace(case, claims=claims, parse=replace(case.parse, frame=replace(case.parse.frame, kind="correction")))


def _of_earlier_text(case: Case, claim: Claim) -> bool:
    """Whether the publisher's earlier text is the voice of a claim, or the subject of its words."""
    voice = claim.voices[-1]
    opening = claim.spans[0] if len(claim.voices) == 1 else voice.source
    if opening is None or len(claim.voices) > 2:
        return False
    sentence = case.parse.sentence_at(opening.start)
    text, end = case.report.text, sentence.span.end if sentence else opening.end
    around = text[max(0, opening.start - BEFORE) : end]
    return opens_with_own_text(text[opening.start : end], beside=around)


def _instead(case: Case, claim: Claim, claims: Sequence[Claim]) -> Claim:
    """What is told in the sentence after what is withdrawn, of the same kind of act, is of the same place and day."""
    order = {sentence.id: sentence.index for sentence in case.parse.sentences}
    before = [
        other
        for other in claims
        if other.modality == "retracted"
        and family_of(other) == family_of(claim)
        and 0 <= order.get(claim.sentence, 0) - order.get(other.sentence, 0) <= 1
    ]
    if not before or not claim.codeable:
        return claim
    return replace(claim, place=claim.place or before[-1].place, time=claim.time or before[-1].time)


def _withdrawn(claim: Claim) -> Claim:
    sure = {**claim.factuality, claim.believer: "CT-"}
    return replace(
        claim,
        modality="retracted",
        codeable=False,
        why="retracted",
        interest="neutral",
        factuality=MappingProxyType(sure),
    )
