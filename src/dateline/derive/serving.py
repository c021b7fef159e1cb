"""Which party a person serves, by the words beside his name, and which was named last before some words."""

from __future__ import annotations

import re

from dateline.model.record import Case, Claim, Mention
from dateline.model.world import ARMED_KINDS, Actor

PARTIES = (*ARMED_KINDS, "government")
_OFFICE = (
    r"(?:[\w-]+ ){0,2}?(?:spokes(?:man|woman|person)|commander|leader|chief|officer|official|fighter|general|colonel|major|captain"
    r"|lieutenant|brigadier|representative|governor|commissioner)"
)
_BEFORE_NAME = re.compile(rf"(?:['’]s?)? {_OFFICE}(?:,| -|:)?(?: [A-Z][\w.’'-]*){{0,3}},? ", re.IGNORECASE)
_NAME_OF = re.compile(
    rf",? (?:who (?:commands|leads|heads)|(?:the |an? )?{_OFFICE} (?:for|of|with|in)) (?:the )?", re.IGNORECASE
)
_NAME_APPOSED = re.compile(r", (?:the |an? )?", re.IGNORECASE)
_OFFICE_BEHIND = re.compile(rf"(?:['’]s?)? {_OFFICE}\b", re.IGNORECASE)
_THEN_NAME = re.compile(rf"{_OFFICE} (?:for|of|with|in) (?:the )?$", re.IGNORECASE)
_FORMER = re.compile(
    r"\b(?:former|formerly|once|erstwhile|one-?time|ex)[ -](?:an? |the )?(?:[\w'’-]+ ){0,2}?"
    r"(?:commander|officer|fighter|leader|spokes(?:man|woman|person)|general|colonel|chief|member)\b",
    re.IGNORECASE,
)
_REACH = 60
"""Code points beside a name within which the words stand that say whom somebody serves."""
_BACK = 300
"""Code points before "theirs" within which those stand whom it means."""


def serves(case: Case, person: Actor) -> list[Actor]:
    """The party of a person: "the army's spokesman, Col Ashe", "Col Ashe, a commander of the Front", "Ashe, who leads the militia"."""
    for mention in case.resolution.mentions:
        actor = case.resolution.actor(mention.id) if mention.kind in ("actor", "person") else None
        if actor is None or actor.id != person.id or mention.form != "name":
            continue
        start, end = mention.span.start, mention.span.end
        before, behind = _parties(case, max(0, start - _REACH), start), _parties(case, end, end + _REACH)
        told = [party for m, party in before[-1:] if _leads(case, m, mention)]
        told = told or [party for m, party in behind[:1] if _follows(case, mention, m)]
        if told:
            return told
    return []


def served_once(case: Case, person: Actor) -> bool:
    """Whether the words beside a name tell that he was some party's man: "a former commander of the Front"."""
    own = (m for m in case.resolution.mentions if m.kind in ("actor", "person") and m.form == "name")
    for mention in own:
        actor = case.resolution.actor(mention.id)
        if actor is not None and actor.id == person.id and _FORMER.search(_around(case, mention)):
            return True
    return False


def _around(case: Case, name: Mention) -> str:
    """The words of the phrase about a name that tell who he is."""
    text, sentence = case.report.text, case.parse.sentence_at(name.span.start)
    first, last = (sentence.span.start, sentence.span.end) if sentence is not None else (name.span.start, name.span.end)
    return text[max(first, name.span.start - _REACH) : min(last, name.span.end + _REACH)]


def _parties(case: Case, start: int, end: int) -> list[tuple[Mention, Actor]]:
    named = [(m, case.resolution.actor(m.id)) for m in case.resolution.within(start, end, "actor")]
    return [(m, actor) for m, actor in named if actor is not None and actor.kind in PARTIES]


def _leads(case: Case, party: Mention, name: Mention) -> bool:
    """Whether the words between a party and a name make the one the other's man: "the army's spokesman, Colonel"."""
    text = case.report.text
    office = _THEN_NAME.search(text, max(0, party.span.start - _REACH), party.span.start)
    between = " ".join(text[party.span.end : name.span.start].split())
    titled = re.fullmatch(r",?(?: ?[A-Z][\w.’'-]*){0,3},?", between) is not None
    return _BEFORE_NAME.fullmatch(_words(case, party.span.end, name.span.start)) is not None or (
        office is not None and titled
    )


def _follows(case: Case, name: Mention, party: Mention) -> bool:
    """Whether the words behind a name say whose man he is: "Col Ashe, the army's spokesman", "Ashe, spokesman for the army"."""
    between = _words(case, name.span.end, party.span.start)
    apposed = _NAME_APPOSED.fullmatch(between) and _OFFICE_BEHIND.match(case.report.text, party.span.end)
    return _NAME_OF.fullmatch(between) is not None or bool(apposed)


def _words(case: Case, start: int, end: int) -> str:
    return re.sub(r"\s+", " ", case.report.text[start:end])


def last_armed(case: Case, claim: Claim) -> tuple[Actor, ...] | None:
    """The armed party that is named last before some words, or in them: "theirs" means it."""
    last = claim.spans[-1].end
    named = case.resolution.within(max(0, claim.spans[0].start - _BACK), last, "actor", "label")
    actors = (case.resolution.actor(mention.id) for mention in reversed(named))
    return next(((actor,) for actor in actors if actor is not None and actor.kind in ARMED_KINDS), None)
