"""Which numbers of a clause count those to whom it was done, and not who did it, who is missing or what another voice counts."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.voices.tolls import LOST, TOLLS
from dateline.model.record import Mention
from dateline.model.text import Token

COUNTING = ("put", "place", "revise", "report", "speak", "estimate", "cite", "tally", "record", "document", "give")
"""Verbs whose subject tells how many died."""
DEAD = ("dead", "killed", "slain", "deaths")
UNDEAD = ("missing",)
"""What stands behind a number of people who are not known to be dead."""
HURT = ("wounded", "injured", "injuries", "captured")
COMPARED = (("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"))
EARLIER = ("previous", "last", "prior", "preceding", "earlier")
PERIODS = ("period", "day", "night", "week", "month", "quarter", "year", "report", "update", "figure", "toll", "count")
"""What stands before a number that is not the news: "previous week: 6"."""
TAKING = ("abduct", "arrest", "losses", "burn", "loot")
"""Acts beside killing and wounding whose numbers count what they are done to."""


def counts_others(material: Material, named: Named, core: Token, number: Mention) -> bool:
    """Whether a number beside the dead counts the missing, or in a toll the wounded: "reported nine dead and six missing".

    Nor is the toll the number from which it rose to another.
    """
    before = material.parse.head(material.parse.tokens[number.head])
    if before.lower == "from" and before.head == core.index:
        return any(prep.lower == "to" for prep in material.parse.kids(core, "prep"))
    if core.index != number.head and (_told_apart(material, number) or _of_another_period(material, number)):
        return True
    behind = material.parse.tokens[number.head : number.head + 3]
    others = (*UNDEAD, *HURT) if puts_figure(material, core) else UNDEAD
    told = next((token.lower for token in behind if token.lower in (*others, *DEAD)), None)
    return named.act == "kill" and named.kind == "casualty" and told in others


def _told_apart(material: Material, number: Mention) -> bool:
    """Whether a number is all that another voice gives in the same breath: "…, the Red Cross one of 45"."""
    figures = (told for told in material.attributions if told.stance == "figure")
    bare = material.parse.tokens[number.head].pos == "NUM" and " " not in number.span.quote
    return bare and any(s == number.span for told in figures for s in told.contents)


def _of_another_period(material: Material, number: Mention) -> bool:
    """Whether a number is that with which a count is compared: "14 dead (previous month: 6)", "14 dead, up from 6 in May"."""
    first = material.parse.tokens_in(number.span.start, number.span.end)[0].index
    before = [token.lower for token in material.parse.tokens[max(0, first - 3) : first]]
    compared = tuple(before[-2:]) in COMPARED or before[-1:] in (["versus"], ["vs"], ["vs."])
    return compared or (before[-1:] == [":"] and before[0] in EARLIER and before[1] in PERIODS)


def doing(material: Material, named: Named, doers: Iterable[Token | None]) -> frozenset[int]:
    """The words for those who did harm and for what it was done with: of "five gunmen killed two soldiers" two are dead."""
    if named.kind != "casualty" and named.act not in TAKING:
        return frozenset()
    nouns = [noun for noun in doers if noun is not None and not noun.left <= named.trigger <= noun.right]
    return frozenset(index for noun in nouns for index in range(noun.left, noun.right + 1))


def puts_figure(material: Material, core: Token) -> bool:
    """Whether a verb is one of giving a toll, not of killing: "put the toll at nine", "gave a figure of 30 dead"."""
    told = material.cue_at.get(core.index)
    if told is not None and told.stance == "figure":
        return True
    counted = {kid.lemma for kid in material.parse.kids(core, "dobj", "nsubjpass")}
    return core.lemma in COUNTING and bool(counted & (TOLLS | LOST))
