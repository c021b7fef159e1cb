"""What is called another attack, a second strike or a separate raid is not the one that was told before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from dateline.model.record import Case, Claim

_INCIDENT = (
    r"(?:attack|assault|raid|ambush|shooting|clash|battle|(?:air)?strike|bombing|bombardment|explosion|blast|bomb|mine|shell"
    r"|rocket|missile|drone|abduction|kidnapping|incident)(?:e?s)?"
)
_ANOTHER = re.compile(
    r"(?:(?:in|during|meanwhile|later|also|then|and|but),? )*"
    r"(?P<which>another|an? (?:second|third|fourth|fifth|separate|further|different|similar)|the (?:second|third|other))"
    rf" (?:(?!(?:in|of|at|by|on|from|were|was) )[\w'’-]+ ){{0,3}}?{_INCIDENT}\b",
    re.IGNORECASE,
)
ANOTHER = "another"
_ORDINALS = ("second", "third", "fourth", "fifth")


def told_apart(case: Case) -> Mapping[str, str]:
    """Of the claims that tell of one of several, by id, which: its ordinal, else "another"."""
    found = ((claim.id, _which(case, claim)) for claim in case.claims if claim.codeable)
    return MappingProxyType({name: word for name, word in found if word is not None})


def _which(case: Case, claim: Claim) -> str | None:
    """What a claim, or the sentence that it opens, begins with: "another strike", "a third attack"."""
    sentence = case.parse.sentence_at(claim.spans[0].start)
    starts = {claim.spans[0].start, *((sentence.span.start,) if sentence is not None else ())}
    for start in starts:
        found = _ANOTHER.match(" ".join(case.report.text[start : start + 80].split()))
        if found is not None:
            word = found["which"].lower().split()[-1]
            return word if word in _ORDINALS else ANOTHER
    return None
