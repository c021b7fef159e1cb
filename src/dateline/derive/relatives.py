"""Of what a clause beside a noun tells: "posts held by the army", "the districts they control", "a hall, which they quit"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dateline.model.record import Case, Claim
from dateline.model.text import Token

_TAKEN = frozenset(
    {"seize", "capture", "take", "retake", "recapture", "occupy", "overrun", "conquer", "regain", "reclaim"}
)
VERBS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "hold": frozenset({"hold", "control", "occupy", "dominate", "rule", "run", "govern", "defend", "garrison", "man"}),
        "capture": _TAKEN,
        "retake": _TAKEN,
        "withdraw": frozenset({"leave", "quit", "abandon", "vacate", "evacuate", "flee", "desert", "relinquish", "cede", "lose"}),
    }
)  # fmt: skip
"""Verbs of a change of hands or a hold, of which the noun before them may be the object."""
_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = ("which", "that")


def qualified(case: Case, claim: Claim) -> Token | None:
    """The noun beside which the verb of a claim stands, where that is what it holds, takes or leaves."""
    verbs = VERBS.get(claim.act)
    if verbs is None:
        return None
    for span in claim.spans:
        for token in case.parse.tokens_in(span.start, span.end):
            if token.lemma in verbs and token.pos == "VERB":
                return _qualified_by(case, token)
    return None


def _qualified_by(case: Case, verb: Token) -> Token | None:
    """The noun before a participle, or before a relative clause that has it as its object; None for any other verb."""
    if verb.dep == "conj" and not case.parse.kids(verb, "dobj"):  # "which they had taken and then quit"
        above = case.parse.head(verb)
        return _qualified_by(case, above) if above.pos == "VERB" and above.dep == "relcl" else None
    noun = case.parse.head(verb)
    if verb.dep == "acl" and verb.tag == "VBN" and not case.parse.kids(verb, "dobj"):
        return noun if noun.index < verb.index else None
    if verb.dep != "relcl" or noun.index > verb.index:
        return None
    objects = case.parse.kids(verb, "dobj", "nsubjpass")
    told = [token for token in objects if token.lower not in _RELATIVE]
    active = any(token.lower not in _RELATIVE for token in case.parse.kids(verb, "nsubj"))
    return noun if not told and (objects or active) else None
