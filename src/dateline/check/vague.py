"""The check on numbers that are only words, bounds, or the dead and the wounded in one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.check.conflict import casualty_tension
from dateline.check.phrases import holds, outermost
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim
from dateline.model.span import Span
from dateline.reference import Reference

_MIXED = re.compile(
    r"\b(?:neutrali[sz]ed|eliminated|liquidated|taken out|out of (?:action|combat)|killed or (?:injured|wounded|captured)"
    r"|dead or (?:injured|wounded))\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|several|multiple|numerous|a (?:number|handful|wave|series|majority"
    r"|large (?:majority|number|part)) of|a large majority|nearly all|almost all|most of|countless)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:(?:nearly|almost|virtually) (?:all|the (?:whole|entire))|(?:most|much|the (?:bulk|majority)|(?:large|big) (?:parts|swathes))"
    r" of)\b(?: the)?(?: [\w-]+){1,2}",
    re.IGNORECASE,
)
_WAVE = re.compile(
    r"\b(?:an? (?:new |fresh )?(?:wave|series|string|spate|flurry|barrage) of|several|numerous|multiple|repeated)"
    r" (?:[\w-]+ ){0,2}?(?:attack|assault|raid|ambush|shooting|killing|strike|airstrike|bombing|explosion|blast|clash|shelling)(?:e?s)?\b",
    re.IGNORECASE,
)
_COUNTED_ACTS = (
    "kill",
    "wound",
    "losses",
    "abduct",
    "arrest",
    "displace",
    "attack",
    "shelling",
    "loot",
    "deploy",
    "hold",
)

_HOLDING = ("hold", "capture", "retake")
_INCIDENTS = ("attack", "ambush", "air_strike", "shelling", "clash")
_MEASURED = frozenset({*_COUNTED_ACTS, *_HOLDING, *_INCIDENTS, "repel"})
_SIZE = r"(?:large|big|great|huge|vast|considerable|significant|substantial|unknown|undisclosed|unspecified|untold)"
_LARGE = re.compile(
    r"\b(?:heavy|serious|severe|enormous|huge|great|massive|considerable|significant|substantial|crippling|irreplaceable) (?:losses|casualties)\b"
    rf"|\b(?:an? {_SIZE} (?:quantity|number|amount|cache|stock)|(?:large|huge|vast|considerable) (?:quantities|numbers|amounts)) of"
    r" (?:[\w-]+ ){0,2}?[\w-]+\b"
    r"|\b(?:several|some|many|most|dozens) of the (?:dead|wounded|injured|victims|killed)\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\bup to (?:an? )?\w", re.IGNORECASE)
_ONE = r"(?:[1-9][\d,.]*|\w+teen|\w+ty|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_UNSPLIT = re.compile(
    rf"\b{_ONE} (?:casualties|losses)\b|\b(?:casualties|losses) (?:at|of) (?:(?:more|less|fewer) than |at least |about |some |over |around )?{_ONE}\b",
    re.IGNORECASE,
)
"""Casualties and losses are dead, wounded, captured or missing: a number of them is no number of any."""
_HARM = ("kill", "wound", "losses")
_PEOPLE = ("kill", "wound", "abduct", "arrest", "deploy")
_COUNT_NOUNS = ("dozens", "scores", "hundreds", "thousands", "others", "number", "majority", "series", "wave")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_BEFORE_NOUN = (*_NOUNS, "JJ", "VBN", "VBG", "HYPH", "CD")
FARTHEST = 5
"""Tokens behind a vague word in which the noun that it counts may end."""


def vague_quantity(case: Case, reference: Reference) -> Iterator[Finding]:
    """Words that count nothing exactly, or that mix the dead with others.

    Examples: "more than 60 fighters neutralised", "eight to twelve killed or injured", "dozens". They stay words:
    no number is derived from them, except in the one export whose codebook prescribes a default. Only in claims
    of casualties, materiel, captives, displacement, of shares of a place ("most of the town") and of incidents that
    nobody counted ("a wave of shootings"). What C107 holds against a figure that is withheld is not told twice.
    """
    spans: list[Span] = []
    claims: list[str] = []
    told = [span for finding in casualty_tension(case, reference) for span in finding.spans]
    for claim in case.claims:
        if claim.polarity == "positive" and claim.act in _MEASURED and claim.temporal_status != "future":
            hits = [hit for hit in _vague_words(case, claim) if not any(holds(span, hit) for span in told)]
            spans.extend(hits)
            claims.extend([claim.id] if hits else [])
    if spans:
        yield Finding(
            id="",
            code="N105",
            type="vague_quantity",
            severity="info",
            spans=outermost(spans),
            claims=tuple(claims),
            explanation=f"No number can be read from these words; they stay words: {quoted(outermost(spans))}.",
        )


def _vague_words(case: Case, claim: Claim) -> Iterator[Span]:
    for mention in claim.roles.get("quantity", ()):
        span = case.resolution.mention(mention).span
        if _VAGUE.search(span.quote) or (claim.act in _PEOPLE and _UP_TO.match(span.quote)):
            yield _with_noun(case, span)
    yield from _in_words(case, claim)
    if claim.act in _HARM and claim.roles.get("quantity") and any(_MIXED.search(span.quote) for span in claim.spans):
        yield from claim.spans


def _in_words(case: Case, claim: Claim) -> Iterator[Span]:
    """Vague words of a claim that no quantity holds."""
    patterns = [_LARGE] if claim.act not in _HOLDING else []
    patterns += [_UNSPLIT] if claim.act in _HARM else []
    if "quantity" not in claim.roles:
        patterns += [_SHARE] if claim.act in _HOLDING else [_WAVE] if claim.act in _INCIDENTS else []
    for pattern in patterns:
        for span in claim.spans:
            for found in pattern.finditer(span.quote):
                yield case.report.span(span.start + found.start(), span.start + found.end())


def _with_noun(case: Case, span: Span) -> Span:
    """A vague word with the noun behind it: "several" of "several health posts" tells a reader nothing."""
    last = case.parse.tokens_in(span.start, span.end)[-1:]
    if not last or (last[0].tag in ("NNS", "NN") and last[0].lower not in _COUNT_NOUNS):
        return span
    end = span.end
    for token in case.parse.tokens[last[0].index + 1 : last[0].index + 1 + FARTHEST]:
        if token.tag not in _BEFORE_NOUN and not (token.lower in ("of", "the") and end == span.end):
            break
        end = token.end if token.tag in _NOUNS else end
    return case.report.span(span.start, end)


def quoted(spans: Iterable[Span]) -> str:
    """The words of spans in quotation marks, each once."""
    return ", ".join(dict.fromkeys(f"“{' '.join(span.quote.split())}”" for span in spans))
