"""What became of people, told without anybody who certifies or fears it: "confirmed dead", "dozens feared dead"."""

from __future__ import annotations

from dateline.claim.words import words
from dateline.model.text import Parse, Token

CERTIFYING = frozenset({"confirm", "declare", "pronounce", "certify"})
FATES = frozenset({"dead", "killed", "wounded", "injured", "missing"})
STRICKEN = words("trapped buried drowned abducted kidnapped captured hurt lost")
"""What else people are thought to be: "nine feared trapped"."""
MINDING = frozenset({"fear", "believe", "presume", "think"})


def tells_a_fate(parse: Parse, verb: Token) -> bool:
    """Whether nobody is named who certifies it: "have been confirmed dead" is the word of whoever tells it."""
    counted = verb.lemma == "report" and any(
        kid.lower in ("one", "some", "others") or kid.pos == "NUM" for kid in parse.kids(verb, "nsubj")
    )
    if _feared_for(parse, verb):
        return True
    if not (verb.lemma in CERTIFYING or counted) or parse.kids(verb, "agent"):
        return False
    return any(kid.lower in FATES for kid in parse.kids(verb, "oprd", "xcomp", "acomp"))


def _feared_for(parse: Parse, verb: Token) -> bool:
    """Whether a headline tells of people what is thought of them: "dozens feared dead", "nine believed killed"."""
    behind = parse.tokens[min(verb.index + 1, len(parse.tokens) - 1)]
    bare = verb.tag in ("VBD", "VBN") and not parse.kids(verb, "aux", "auxpass", "agent")
    return bare and verb.lemma in MINDING and (behind.lower in FATES or behind.lower in STRICKEN)
