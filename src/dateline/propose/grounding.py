"""From a model's answer to proposals: exact words or nothing; no fuzzy repair."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from dateline.model.proposal import Proposal, Proposed, Rejection
from dateline.model.record import Mention, Resolution
from dateline.model.span import Span
from dateline.model.text import Parse, Sentence
from dateline.model.vocabulary import Modality, Polarity, TemporalStatus
from dateline.propose.question import MOST_CLAIMS, ROLES

LONGEST_SHOWN = 200
_Word = TypeVar("_Word", bound=str)


class _Refused(Exception):
    """Why a proposal is not taken."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


def ground(answer: str, parse: Parse, resolution: Resolution, *, acts: Sequence[str], extractor: str) -> Proposed:
    """The proposals whose words stand exactly where they say; every other one is a rejection with its reason."""
    try:
        rows = json.loads(answer)["claims"]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        return Proposed(trouble=f"the answer is no object with claims: {type(error).__name__}")
    if not isinstance(rows, list):
        return Proposed(trouble="the answer's claims are no list")
    proposals: list[Proposal] = []
    rejections: list[Rejection] = []
    for row in rows[:MOST_CLAIMS]:
        try:
            proposals.append(_proposal(row, parse, resolution, (acts, extractor)))
        except _Refused as refused:
            shown = json.dumps(row, ensure_ascii=False)[:LONGEST_SHOWN]
            rejections.append(Rejection(reason=refused.reason, detail=str(refused), proposal=shown))
    rejections += [_surplus(len(rows))] if len(rows) > MOST_CLAIMS else []
    return Proposed(proposals=tuple(proposals), rejections=tuple(rejections))


def _surplus(count: int) -> Rejection:
    return Rejection(reason="too_many", detail=f"{count} claims, {MOST_CLAIMS} are read", proposal="")


def _proposal(row: Any, parse: Parse, resolution: Resolution, allowed: tuple[Sequence[str], str]) -> Proposal:
    acts, extractor = allowed
    if not isinstance(row, dict):
        raise _Refused("not_an_object", f"a claim is a {type(row).__name__}")
    sentence = _sentence(row.get("sentence"), parse)
    span = _quoted(row.get("quote"), sentence, parse)
    return Proposal(
        spans=(span,),
        act=_one_of(row.get("act"), tuple(acts), "act"),
        modality=_one_of(row.get("modality"), get_args(Modality), "modality"),
        polarity=_one_of(row.get("polarity"), get_args(Polarity), "polarity"),
        temporal_status=_one_of(row.get("temporal_status"), get_args(TemporalStatus), "temporal_status"),
        roles=MappingProxyType(_roles(row.get("roles"), sentence, resolution)),
        extractor=extractor,
    )


def _sentence(number: Any, parse: Parse) -> Sentence:
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(parse.sentences):
        raise _Refused("no_such_sentence", f"sentence {number!r:.40} of {len(parse.sentences)}")
    return parse.sentences[number - 1]


def _quoted(words: Any, sentence: Sentence, parse: Parse) -> Span:
    """The one place in the sentence where the words stand; line ends in the text count as the blanks we sent."""
    if not isinstance(words, str) or not words.strip():
        raise _Refused("no_quote", "the quote is empty or no text")
    found = list(_places(words, sentence.span.quote))
    if not found:
        raise _Refused("not_in_text", f"sentence {sentence.index + 1} does not hold these words")
    if len(found) > 1:
        raise _Refused("ambiguous", f"the words stand {len(found)} times in sentence {sentence.index + 1}")
    start, end = found[0]
    return parse.report.span(sentence.span.start + start, sentence.span.start + end)


def _places(words: str, text: str) -> list[tuple[int, int]]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


def _one_of(word: Any, allowed: tuple[_Word, ...], field: str) -> _Word:
    for choice in allowed:
        if word == choice:
            return choice
    raise _Refused(f"unknown_{field}", f"{field} {word!r:.40}")


def _roles(roles: Any, sentence: Sentence, resolution: Resolution) -> Mapping[str, tuple[str, ...]]:
    """Roles whose words overlap a mention of the sentence; words that no mention reads name nobody we know."""
    if not isinstance(roles, dict):
        return {}
    here = [m for m in resolution.mentions if m.sentence == sentence.index]
    found = {role: _mentions(roles.get(role), sentence, here) for role in ROLES}
    return {role: mentions for role, mentions in found.items() if mentions}


def _mentions(words: Any, sentence: Sentence, here: Sequence[Mention]) -> tuple[str, ...]:
    if not isinstance(words, str) or not words.strip():
        return ()
    at = [(sentence.span.start + a, sentence.span.start + b) for a, b in _places(words, sentence.span.quote)]
    return tuple(m.id for m in here if any(m.span.start < b and a < m.span.end for a, b in at[:1]))
