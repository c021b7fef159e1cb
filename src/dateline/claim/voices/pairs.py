"""Something and what is said of it: "called the vote a farce", "put the toll at 30", "was condemned as a crime"."""

from __future__ import annotations

from dateline.claim.voices.scene import Extent, extent, parts
from dateline.claim.voices.sources import agent_of, passive
from dateline.model.text import Parse, Token
from dateline.reference.cues import VerbCue

NAMING = frozenset({"call", "dub", "term", "brand", "label", "deem"})
"""Verbs that say what something is without "as"."""
COUNTS = frozenset(
    {"number", "toll", "total", "count", "figure", "tally", "cost", "loss", "death", "strength", "share"}
)
JUDGED = ("oprd", "ccomp")


def is_taken_as(parse: Parse, verb: Token) -> bool:
    """Whether a passive tells what something is taken for, whatever the verb: "was widely condemned as a farce"."""
    behind = parse.tokens[min(verb.index + 1, len(parse.tokens) - 1)]
    return passive(parse, verb) and behind.lower == "as" and behind.head == verb.index


def pair(parse: Parse, verb: Token, cue: VerbCue) -> tuple[tuple[Extent, ...], int]:
    """The extents of the two, and the last token that belongs to the cue; none where nothing is said of the thing."""
    kids = [kid for kid in parse.kids(verb) if kid.index > verb.index]
    objects = [kid for kid in kids if kid.dep in ("dobj", "oprd", "ccomp", "attr", "nsubj", "dative")]
    tails = [kid for kid in kids if kid.dep == "prep" and (kid.lower in cue.prepositions or kid.lower == "as")]
    if cue.stance == "figure":
        # "Put the toll at nine", but "put nine men out of action at Bor".
        tails = [tail for tail in tails if not any(thing.pos == "PROPN" for thing in parse.kids(tail, "pobj"))]
        tails = tails or [tail for thing in objects[:1] if (tail := _number_inside(parse, thing, cue)) is not None]
    raised = parse.kids(verb, "nsubjpass") if passive(parse, verb) else []
    if raised and tails and tails[0].index == verb.index + 1 and (seen_as := parse.kids(tails[0], "pobj", "pcomp")):
        judge, last = agent_of(parse, verb), seen_as[0].right
        last = parse.head(judge).index - 1 if judge is not None and judge.index <= last else last
        thing = extent(parse, raised[0].left, raised[0].right)
        return tuple(parts(thing, extent(parse, seen_as[0].left, last))), tails[0].index
    if cue.stance == "characterise" and not tails and verb.lemma not in NAMING:
        found = extent(parse, objects[0].left, objects[-1].right) if objects else None
        return tuple(parts(found)), verb.index
    two = tails or (cue.stance != "figure" and (len(objects) > 1 or any(kid.dep in JUDGED for kid in objects)))
    if not two:
        return (), verb.index
    last = max(one.right for one in (*objects, *tails))
    if cue.stance == "figure":
        last = _before_next_figure(parse, tails[0], last)
    return tuple(parts(extent(parse, min(one.left for one in (*objects, *tails)), last))), verb.index


def _number_inside(parse: Parse, thing: Token, cue: VerbCue) -> Token | None:
    """The "at" and the number that the parser hung on who was counted: "put the number of men killed at seven"."""
    inside = parse.tokens[thing.index + 1 : thing.right] if thing.lemma in COUNTS else ()
    led = (token for token in reversed(inside) if token.dep == "prep" and token.lower in cue.prepositions)
    return next((token for token in led if any(kid.pos == "NUM" for kid in parse.kids(token, "pobj"))), None)


def _before_next_figure(parse: Parse, at: Token, last: int) -> int:
    """Where a figure ends that somebody else's follows without a verb: "put the toll at nine, the army at four"."""
    inside = parse.tokens[at.index + 1 : last]
    comma = next((token.index for token in inside if token.text in (",", ";") or token.dep == "cc"), None)
    again = any(token.lower == at.lower and comma is not None and token.index > comma for token in inside)
    return comma - 1 if comma is not None and again else last
