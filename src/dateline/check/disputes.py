"""Checks on what voices do with each other's words: deny them, or leave them unconfirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.check.conflict import control_conflict
from dateline.check.kinds import Kind
from dateline.check.phrases import agreeing, matches
from dateline.model.derived import Finding
from dateline.model.record import Attribution, Case, Claim
from dateline.model.span import Span
from dateline.reference import Reference

_DEEDS = (
    "attack|kill|murder|assassinat|massacre|bomb|blast|explosion|raid|shoot|shell|assault|ambush|strike|burn|arson|kidnap|abduct"
    "|loot|coup|plot|violence|clash|fighting|crime"
)
"""What people disown who say that they "had no part in" it; who has no part in talks is only left out."""
_FALSE = re.compile(
    r"\b(?:this|that|it|the (?:report|claim|allegation|accusation|rumou?r|story|video)s?|such reports)"
    r" (?:was|is|were) (?:totally |completely |entirely |absolutely |simply |all )?"
    r"(?:false|untrue|fabricated|fake|a lie|lies|baseless|unfounded|fiction|not true)\b"
    r"|\b(?:call(?:s|ed)|brand(?:s|ed)|label(?:s|l?ed)|describ(?:es|ed)|dismiss(?:es|ed)|reject(?:s|ed))(?: (?:that|this|it|them|the (?:claim|report|allegation|rumou?r|story|video)s?))?"
    r" (?:as )?(?:a |an |pure |complete |total |outright )*(?:false|untrue|fabricat\w+|fake|lies?|baseless|unfounded|fiction|propaganda|rumou?rs?)\b"
    r"|\b(?:is|was|are|were) (?:totally |completely |entirely |absolutely |simply |all |pure |sheer )?"
    r"(?:baseless|unfounded|groundless|fake news|a fabrication|untrue)\b(?! in\b)"
    r"|\b(?:this|that|it|these|those|(?:report|claim|allegation|accusation|statement|stor(?:y|ie)|video|post|rumou?r)s?\b[^.;\n]{0,120}?)"
    r" (?:is|was|are|were) (?:totally |completely |entirely |absolutely |simply |all |pure |sheer )?"
    r"(?:disinformation|misinformation|fabrications?)\b"
    rf"|\b(?:had|has|have) (?:absolutely )?(?:no hand in\b|no part in\b(?=[^.;,\n]{{0,40}}\b(?:{_DEEDS})))"
    r"|(?<![^.!?\n] )\bNot so(?=[,.:;])",
    re.IGNORECASE,
)
_LYING = (
    "groundless", "disinformation", "misinformation", "no hand in", "no part in",
    "false", "untrue", "fabricat", "fake", "a lie", "lies", "baseless", "unfounded", "fiction", "not true", "propaganda",
    "rumo", "not so",
)  # fmt: skip
_NEITHER = re.compile(
    r"\b(?:neither|not) confirm(?:s|ed|ing)?(?: [^.;\n]{1,40}?)? n?or (?:den(?:y|ies|ied|ying))\b", re.IGNORECASE
)
_CHARGE = re.compile(
    r"\b(?:which|that|this|these|those|it|them|claims?|accusations?|allegations?|reports?|charges?|rumou?rs?|responsibility|"
    r"involvement|figures?|account|version|statement|assertions?)\b",
    re.IGNORECASE,
)
_AND_SAID = re.compile(
    r",? (?:and|but|while) (?:\w+ )?(?:says?|said|saying|adds?|added|adding|insist(?:s|ed)|accus(?:es|ed|ing)|blam(?:es|ed|ing)|call(?:s|ed) on)\b"
)
_WHILE_OTHERS_SAY = re.compile(
    r",? (?:(?:hours|days|shortly|soon|a day) )?(?:after|as|while|when|amid)\b[^.;,]*?"
    r"\b(?:says?|said|claim(?:s|ed)?|report(?:s|ed)?|accus(?:es?|ed)|allege[sd]?)\b",
    re.IGNORECASE,
)
"""Where a headline or lead goes on with another voice: "denies shelling the camp as rebels claim gains"."""
_BARE = re.compile(
    r"(?:it|this|that|which|them|these|those|(?:(?:the|this|that|these|those|any|all|such|its|his|their) )?(?:\w+ )?"
    r"(?:charges?|accusations?|allegations?|claims?|involvement|responsibility|reports?|accounts?|versions?|assertions?))"
    r"(?: as\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
"""Words for what is denied that tell a reader nothing: the denied words themselves are shown."""
_FIRM = ("deny", "refute", "rebut", "debunk", "disavow")


def denial(case: Case, reference: Reference) -> Iterator[Finding]:
    """A voice denies what another says; who is right is not ours to say. Who holds a place is C101's to tell."""
    quarrelled = [span for finding in control_conflict(case, reference) for span in finding.spans]
    told_of: list[Span] = []
    for attribution in case.attributions:
        if attribution.stance == "deny" and _is_denial(attribution):
            contents = [_without_next_saying(case, span) for span in attribution.contents]
            spans = tuple(sorted((*attribution.cue, *contents)))
            told_of.extend(spans)
            if _overlap(spans, quarrelled):
                continue
            denying = [claim for claim in _told_in(case, spans) if claim.denies and _overlap(claim.spans, spans)]
            told = (case.claims_by_id.get(claim.denies or "") for claim in denying)
            denied = sorted(
                {claim.id: claim for claim in told if claim}.values(), key=lambda claim: claim.spans[0].start
            )
            denied = denied or _just_told(case, attribution, contents)
            bare = denied and all(_BARE.fullmatch(span.quote) for span in contents)
            told_words = [span for claim in denied for span in claim.spans] if bare else contents
            text = _who_denies(case, attribution, denied, told_words)
            spans = tuple(sorted({*spans, *told_words}))
            yield Kind("A111", "denial", "warning").at(spans, text, (*denying, *denied))
    for span in matches(case, _FALSE, _LYING):
        if not _overlap((span,), (*told_of, *quarrelled)):
            yield Kind("A111", "denial", "warning").at(
                (span,), f"What another says is called false or disowned: “{span.quote}”."
            )


def _without_next_saying(case: Case, span: Span) -> Span:
    """What is denied ends where a voice goes on to say something else: "denied that … and said …", "…, after others said"."""
    ends = [m.start() for p in (_AND_SAID, _WHILE_OTHERS_SAY) if (m := p.search(span.quote)) is not None]
    kept = span.quote[: min(ends)] if ends else ""
    return case.report.span(span.start, span.start + len(kept)) if len(kept.split()) > 1 else span


def _who_denies(case: Case, attribution: Attribution, denied: Sequence[Claim], told: Sequence[Span]) -> str:
    """Who denies what, and whose word that is, as far as the text tells."""
    actor = case.resolution.actor(attribution.mention)
    voice = actor.name if actor else attribution.source[0].quote if attribution.source else "One voice"
    tellers = list(dict.fromkeys(case.actors[claim.believer].name for claim in denied)) or ["another"]
    words = " … ".join(" ".join(span.quote.split()) for span in told)
    said = f"{voice} {agreeing(voice, one='denies', many='deny')} what {' and '.join(tellers)} {agreeing(*tellers, one='says', many='say')}"
    return said + (f": “{words}”." if words else ".")


def _told_in(case: Case, spans: Sequence[Span]) -> Iterator[Claim]:
    """The claims of the sentences from the first of these words to the last."""
    ends = (min(span.start for span in spans), max(span.end for span in spans) - 1) if spans else ()
    first, last = (case.parse.sentence_at(at) for at in ends) if ends else (None, None)
    if first is not None and last is not None:
        for sentence in case.parse.sentences[first.index : last.index + 1]:
            yield from case.claims_by_sentence.get(sentence.id, ())


def _just_told(case: Case, denial: Attribution, contents: Sequence[Span]) -> list[Claim]:
    """The first thing that another voice says before "…, a claim that the group dismissed"; nothing where more is denied."""
    if not contents or not all(_BARE.fullmatch(span.quote) for span in contents):
        return []
    denier = case.resolution.actor(denial.mention)
    told = _told_in(case, denial.cue)
    before = (one for one in told if one.codeable and one.spans[-1].end <= contents[0].start and len(one.voices) > 1)
    return [one for one in before if denier is None or one.believer != denier.id][:1]


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in some for other in others)


def non_confirmation(case: Case, reference: Reference) -> Iterator[Finding]:
    """A party does not confirm, which is not a denial."""
    for attribution in case.attributions:
        if attribution.stance == "withhold" and attribution.verb == "confirm" and attribution.source:
            yield Kind("A113", "non_confirmation", "info").at(attribution.cue, "Not confirming is not denying.")
    for span in matches(case, _NEITHER, ("neither confirm", "not confirm or deny")):
        yield Kind("A113", "non_confirmation", "info").at((span,), "Not confirming is not denying.")


def _is_denial(attribution: Attribution) -> bool:
    """To "reject the offer" denies nothing: softer verbs need words of saying as their content."""
    if attribution.verb in _FIRM:
        return True
    words = " ".join(span.quote for span in attribution.contents)
    return bool(_CHARGE.search(words[:60]))
