"""What the text itself says that it does not tell or that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.check.verification import says_unverified
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim
from dateline.model.span import Span
from dateline.reference import Reference

_WITHHELD = re.compile(
    r"\bwithout (?:(?:giving|offering|providing|releasing) )?(?:any |a |further |more )*(?:word|mention|detail|figure|information|indication|evidence)s?\b"
    r"|\bwithout (?:saying|specifying|elaborating|naming|identifying)\b|\b(?:made|makes|making) no mention\b"
    r"|\b(?:did|does|do|would|could|has|have|had) not (?:immediately )?(?:say|said|specif\w+|disclos\w+|give\w*(?! (?:up|in|way|ground|a single))|provid\w+"
    r"|mention\w*|identif\w+|elaborat\w+|know\w*|reveal\w*|indicat\w+|detail\w*|release\w*|name)\b"
    r"|\bgave no (?:further )?(?:detail|figure|toll|number|information|indication|word|reason)s?\b"
    r"|\bno (?:further |other |immediate )?(?:detail|information|word|figure|report)s? (?:on|of|about|was|were|is|are|as to)\b"
    r"|\b(?:it|that) (?:is|was|remains?|remained) (?:not |un)(?:yet |immediately )?(?:clear|known|certain)\b"
    r"|\bdeclined to (?:say|specify|give|disclose|identify|name|elaborate)\b"
    r"|\b(?:whom|who|which) [^.;,]{0,40}?did not identify\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:!?…]|,(?= (?:and|but|while|which|who) )|$")
_HOLDING = re.compile(r"\b(?:control|h[eo]ld|hands|charge|presence|present)", re.IGNORECASE)
_VERIFYING = ("verify", "confirm", "question", "revise", "praise", "release_video", "comment", "deploy")
SILENT_ACTS = ("say", "claim_responsibility")
UNANSWERED = "withhold"
"""The predicate of a claim that leaves a question open ("would not tell whose shells they were"): no refusal to comment."""


def missing_information(case: Case, reference: Reference) -> Iterator[Finding]:
    """The text itself says that something is not said or not known.

    Examples: "without any word on casualties", "did not say how many were wounded". The finding quotes the words;
    what is missing becomes an unknown, never a zero. Refusals to confirm and remarks on verification are findings
    of the attribution family.
    """
    taken: list[Span] = []
    for claim in case.claims:
        if _withholds(claim):
            taken.extend(claim.spans)
            yield _absent(claim.spans, (claim.id,))
    unknown = [span for claim in case.claims if _asks_holder(claim) for span in claim.spans]
    metas = [span for claim in case.claims if claim.kind == "meta" for span in claim.spans]
    for sentence in case.parse.sentences:
        for match in _WITHHELD.finditer(sentence.span.quote):
            span = _clause(case, sentence.span, match)
            if not any(_touch(span, other) for other in (*taken, *unknown, *metas)):
                yield _absent((span,), ())


def _withholds(claim: Claim) -> bool:
    """Whether a claim about the report leaves something out; what could not be checked is a finding of its own."""
    comment = claim.act in SILENT_ACTS and claim.predicate != UNANSWERED
    if claim.kind != "meta" or ((comment or claim.predicate in _VERIFYING) and not (comment and keeps_details(claim))):
        return False
    silent = claim.polarity == "negative" or claim.modality == "unknown"
    return silent and not any(says_unverified(span.quote) for span in claim.spans)


def keeps_details(claim: Claim) -> bool:
    """Whether a claim says that something is not told."""
    return any(_WITHHELD.search(span.quote) is not None for span in claim.spans)


def _asks_holder(claim: Claim) -> bool:
    asks = claim.modality == "unknown" and claim.act == "hold"
    return asks and any(_HOLDING.search(span.quote) for span in claim.spans)


def _clause(case: Case, sentence: Span, match: re.Match[str]) -> Span:
    end = _CLAUSE_END.search(sentence.quote, match.end())
    return case.report.span(sentence.start + match.start(), sentence.start + (end.start() if end else match.end()))


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _absent(spans: tuple[Span, ...], claims: tuple[str, ...]) -> Finding:
    return Finding(
        id="",
        code="M101",
        type="missing_information",
        severity="info",
        spans=spans,
        claims=claims,
        explanation="The text itself says that this is not told or not known.",
        computation={"check": "explicit_absence"},
    )


def explicit_unknown(case: Case, reference: Reference) -> Iterator[Finding]:
    """The text says that it is not known who holds a place.

    Example: "it was not clear who controlled the bridge". Becomes a control row `unknown` and never a guess.
    """
    for claim in case.claims:
        if _asks_holder(claim):
            yield Finding(
                id="",
                code="M105",
                type="explicit_unknown",
                severity="info",
                spans=claim.spans,
                claims=(claim.id,),
                explanation="Who holds this place is stated to be unknown.",
            )
