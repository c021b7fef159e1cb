"""Places in which nothing need have happened: where somebody speaks, what a distance is measured from, what is compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from dateline.model.record import Mention
from dateline.model.text import Parse, Token
from dateline.model.world import Place
from dateline.reference.place_words import COMPASS

_SAYING = (
    "say", "tell", "report", "add", "state", "claim", "warn", "confirm", "explain", "recount", "recall", "disclose",
    "speak", "brief", "address", "announce", "declare", "answer", "decline", "respond", "reply", "comment", "deny", "vow", "insist",
    "note", "write", "acknowledge", "admit", "condemn", "urge", "accuse", "blame",
)  # fmt: skip
_OCCASIONS = (
    "statement", "conference", "briefing", "interview", "speech", "press", "newsman", "journalist", "reporter", "address",
    "communique", "rally", "funeral", "ceremony", "session", "hearing",
)  # fmt: skip
"""Where things are said: "told a briefing in Goma", "in a statement on Monday in Goma"."""
_GROUND = re.compile(
    r"\b(?:(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:wards?)? of|(?:road|route|highway|way|track|line|corridor) (?:to|towards?|from|between)"
    r"|(?:com(?:es?|ing)|came|arriv(?:ed|ing)|travell?(?:ed|ing)|head(?:ed|ing)|bound|march(?:ed|ing)) (?:from|for|towards?))"
    r"\s(?:the (?:town|city|village|capital) of\s)?$",
    re.IGNORECASE,
)
"""Before a place that only says where something else is, or where a road leads."""
_SENDING = frozenset(("send", "dispatch", "deploy", "fly", "airlift", "rush", "bring", "transfer", "redeploy", "call"))
_BYLINE = re.compile(r"(?:^|\n)\s*[Bb][Yy] [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}(?:,| in) $")
"""Before the place from which somebody writes: "By Aminu Sani, Gusau"."""


_FLEEING = frozenset(
    (
        "flee", "escape", "evacuate", "pursue", "chase", "fly", "airlift", "rush", "ferry", "transfer", "transport", "drive", "bring",
        "carry", "visit", "travel", "relocate", "deport", "extradite", "bus", "return", "head", "go", "displace", "leave", "depart",
    )
)  # fmt: skip
"""Verbs of which the goal lies away from where the story plays: "were flown to X", "are pursuing them to X"."""
_GOALS = frozenset(("to", "towards", "toward", "into", "for"))
_TRIPS = frozenset(("visit", "trip", "tour", "journey"))
_MEETINGS = frozenset(
    ("talks", "talk", "meeting", "summit", "negotiation", "conference", "exile", "embassy", "office", "headquarters")
)
"""What is held, or what somebody has, far from where the story plays: "talks in X", "an office in X"."""
_BASED = frozenset(("base", "headquarter", "locate", "exile", "resume", "meet", "negotiate", "convene"))
_CARED = frozenset(("hospital", "clinic", "mortuary", "morgue"))


def is_framed(parse: Parse, mention: Mention) -> bool:
    """Whether nothing need have happened in a place: it is the dateline's, a speaker's, only compared with, or the ground of a direction."""
    before = parse.report.text[max(0, mention.span.start - 40) : mention.span.start]
    if _GROUND.search(before):
        return True
    if _BYLINE.search(before):
        return True
    frame = (span.start for span in (parse.frame.place, parse.frame.country) if span)
    filed = any(abs(mention.span.start - at) <= 2 for at in frame)
    return filed or any(rule(parse, mention) for rule in (where_a_speaker_is, only_compared, _from_where_sent, _away))


def _from_where_sent(parse: Parse, mention: Mention) -> bool:
    """Whether a place is only whence somebody is sent: "the army, which sent helicopters from Cali"."""
    line = (parse.tokens[mention.head], *parse.ancestors(parse.tokens[mention.head]))[:4]
    source = next((token for token in line if token.lower == "from" and token.pos == "ADP"), None)
    above = [token for token in line if source is not None and token.index != source.index and token.pos == "VERB"]
    return bool(above) and above[0].lemma in _SENDING


def _away(parse: Parse, mention: Mention) -> bool:
    """Whether a place is only where somebody goes, is brought, meets others or is treated: "fled towards X", "talks in X"."""
    token = parse.tokens[mention.head]
    while token.dep in ("conj", "appos", "compound") and token.head != token.index:
        token = parse.head(token)
    before = parse.head(token)
    if token.dep != "pobj":
        return False
    over = parse.head(before)
    if before.lower in _GOALS:
        goes = over.pos in ("VERB", "AUX") and over.lemma in _FLEEING
        return before.lower in ("towards", "toward") or goes or over.lemma in _TRIPS
    return before.lower in ("in", "at") and over.lemma in (_BASED if over.pos == "VERB" else _MEETINGS | _CARED)


def where_a_speaker_is(parse: Parse, mention: Mention) -> bool:
    """Whether a place only tells where somebody speaks: "a priest in Goma said", "told reporters in Goma"; a mayor speaks of his town."""
    token = parse.tokens[mention.head]
    before = parse.head(token)
    if token.dep != "pobj" or before.lower not in ("in", "from", "at"):
        return False
    who = parse.head(before)
    if who.pos in ("NOUN", "PROPN") and who.dep == "nsubj" and before.lower != "at":
        return parse.head(who).lemma in _SAYING
    return _is_said_at(who)


def _is_said_at(token: Token) -> bool:
    """Whether something is said there: a verb of saying, or what is held for it."""
    return token.lemma in (_SAYING if token.pos == "VERB" else _OCCASIONS)


def only_compared(parse: Parse, mention: Mention) -> bool:
    """Whether a place stands only in an event that another is measured by: "the biggest gain since it took Artin"."""
    above = (token for token in parse.ancestors(parse.tokens[mention.head]) if token.dep == "advcl")
    return any(kid.lower == "since" for clause in above for kid in parse.kids(clause, "mark", "prep"))


def told_beside(
    parse: Parse,
    mention: Mention,
    places: Sequence[Mention],
    best: Mapping[str, tuple[Place, bool]],
    aside: Set[str | None],
) -> tuple[Place, ...]:
    """What the sentence of a mention has told before, where speakers are included; not from where a distance is measured.

    For a point of the compass it is what the paragraph has told.
    """
    head = parse.tokens[mention.head]
    first = parse.sentences[head.sentence].span.start if head.sentence >= 0 else 0
    if head.lower in COMPASS:  # "the east" of a town that the paragraph tells of, else of the country
        first = parse.report.text.rfind("\n", 0, mention.span.start) + 1
    before = (m for m in places if m.id in best and m.id not in aside and m.span.start >= first)
    return tuple(best[m.id][0] for m in before if not best[m.id][1] or where_a_speaker_is(parse, m))
