"""The check on what a report says that nobody could verify."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.check.kinds import Kind
from dateline.check.phrases import matches
from dateline.model.derived import Finding
from dateline.model.record import Case
from dateline.reference import Reference

_HOW = r"(?:(?:yet|immediately|independently|fully|so far|at once|itself|always|either|been|be|firmly) )*"
_VERIFIED = r"(?:verified|corroborated|authenticated|substantiated|confirmed)"
_VERIFY = (
    r"(?:verify|corroborate|authenticate|substantiate|confirm independently|independently (?:confirm|check|assess))"
)
_HELD = r"(?:the |this |that |these |those |its |their |his |her |either |any )(?:\w+ )?(?:claim|report|account|figure|stor|version|number|detail|toll)"
_OURS = r"(?:we|our (?:own )?(?:reporter|correspondent|team|staff|newsroom|writer)s?|this (?:newspaper|paper|agency|station))"
_OFFICE = r"(?! (?:as|in (?:office|his|her|the post)|by (?:the )?(?:parliament|senate|congress|lawmakers|legislators|assembly|voters|courts?))\b)"
_PAPERS = r"(?! (?:(?:his|her|their|its|the|any) )?(?:\w+ )?(?:identit|papers\b|passport|visa|permit|driver))"
_UNVERIFIED = re.compile(
    r"(?:\b(?:none|neither|nothing) of [^.;\n]{2,60}? )?"
    rf"\b(?:(?:could|can)(?: not|n['’]t|not)? {_HOW}be|(?:have|has|had)(?: not|n['’]t)? {_HOW}been|(?:was|were|is|are)(?: not|n['’]t)?)"
    rf" {_HOW}{_VERIFIED}\b{_OFFICE}"
    rf"|\b(?:could|can|have|has|had|did|does|do)(?: not|n['’]t|not)? {_HOW}(?:been able to )?{_HOW}(?:verify|verified|{_VERIFY})\b{_PAPERS}"
    rf"|\b(?:unable|impossible|not possible|not (?:\w+ )?able|no (?:\w+ )?(?:way|means) (?:to|of)|failed|hard|difficult)(?: for \w+)?(?: to)?"
    rf" {_HOW}(?:{_VERIFY}|verifying|(?:check(?:ing)?|confirm(?:ing)?|test(?:ing)?) {_HELD})\w*\b{_PAPERS}"
    rf"|\b(?:impossible|not possible|no (?:\w+ )?(?:way|means) (?:to|of))(?: to)? {_HOW}(?:check|confirm|checking|confirming|knowing whether)\b"
    rf"|\b{_OURS} (?:could not|cannot|can['’]t|couldn['’]t|were unable to|was unable to|(?:have|has|had)(?: not|n['’]t) been able to)"
    rf" {_HOW}(?:confirm|check|verify|authenticate|tell(?: \w+)? (?:who|whether|which)|say (?:who|whether|which)|establish)\b"
    r"|\b(?:not|never) (?:been )?(?:independently )(?:verified|confirmed)\b"
    rf"|\b(?:yet|remains?|remained|still) to be (?:independently )?{_VERIFIED}\b{_OFFICE}"
    r"|\b(?:no|without|awaiting|pending|lacks?) (?:any )?independent (?:confirmation|verification|corroboration)\b"
    r"|\b(?:is|are|was|were) (?:still )?being verified\b"
    rf"|\b(?:authenticity|veracity|accuracy|origin|provenance|date) (?:of [^.,;\n]{{1,40}} )?(?:could|can|has|have)(?: not|n['’]t|not) {_HOW}"
    r"(?:be|been) (?:independently )?(?:established|determined|ascertained)\b"
    r"|\b(?:is|are|was|were) still (?:validating|verifying|confirming|trying to (?:verify|confirm|establish))\b"
    r"|\b(?:this|the) (?:agency|newspaper|paper|station|outlet|newsroom) (?:could not|cannot|(?:has|had) not been able to|was unable to) (?:yet )?confirm\b"
    r"|\bcould not be reconciled\b|\bnot in a position to (?:verify|corroborate|authenticate)\b"
    r"|\bunverified\b|\bun(?:corroborated|authenticated)\b"
    r"|\bpurport(?:ing|ed|edly|s) to show\b|\bunable to [^.;\n]{0,60}?\bassess\b",
    re.IGNORECASE,
)
_VERIFYING = (
    "reconcile", "verif", "confirm", "corroborat", "authenticat", "purport", "assess", "substantiat", "check",
    "cannot tell", "cannot say", "establish", "validating", "determined", "ascertained",
)  # fmt: skip
_NEGATIVE = re.compile(
    r"\b(?:not(?! (?:less|fewer|more) than)|n['’]t|cannot|still [vct]\w+ing|unable|impossible|none|neither|nothing|never|no(?!\.\s?\d| (?:fewer|less|more|later) than)|without|awaiting|pending|lacks?|failed|hard|difficult"
    r"|(?:yet|remain\w*|still) to be|being verified|un\w+ed|purport\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
REACH = 40
"""Code points before "could be verified" in which a "neither" or "none" may stand."""


def unverified(case: Case, reference: Reference) -> Iterator[Finding]:
    """The report says that nobody could check: "could not be independently verified", "purporting to show".

    The words begin with the "no" or "neither" without which they would say the opposite.
    """
    for span in matches(case, _UNVERIFIED, _VERIFYING):
        sentence = case.parse.sentence_at(span.start)
        first = max(span.start - REACH, sentence.span.start if sentence else 0)
        negative = _NEGATIVE.search(case.report.text, first, span.end)
        if negative is not None:
            words = case.report.span(min(negative.start(), span.start), span.end)
            yield Kind("A109", "unverified", "info").at((words,), "The report itself says that this is not verified.")


def says_unverified(words: str) -> bool:
    """Whether words tell that nobody could check."""
    return _UNVERIFIED.search(words) is not None and _NEGATIVE.search(words) is not None
