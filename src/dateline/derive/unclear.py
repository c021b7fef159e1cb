"""Who holds a place is asked, and whoever is asked does not know: "it is unclear who controls the town"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.model.record import Case, Claim, Voice
from dateline.model.span import Span

_WHO = re.compile(
    r"\b(?:who|which (?:side|group|party|force|army|faction))(?: \w+)? ?"
    r"(?:now |currently |actually |really |still |is |was |were |are |had |has |be |been |in |as )*"
    r"\b(?:controls?|controlled|controlling|holds?|held|holding|charge|control|command|possession|occup\w+|inside|there|ha(?:s|d|ve)(?= (?:it|them)\b))\b"
    r"|\bcontrol(?= of\b)"
    r"|\b(?:in )?whose (?:hands|control)\b",
    re.IGNORECASE,
)
_NOT_KNOWN = re.compile(
    r"\b(?:un(?:clear|known|certain)|not (?:\w+ )?(?:clear|known|certain)"
    r"|(?:not|never|n[’']t) (?:\w+ )?(?:know|say|tell|establish|verify|determine|ascertain)|cannot (?:\w+ )?(?:say|tell)"
    r"|(?:nobody|no[ -]one) (?:\w+ )?(?:knows?|knew|say|tell)|(?:unable|impossible|hard|difficult) to (?:say|tell|know|establish|verify)"
    r"|(?:could not|couldn[’']t|cannot|can[’']t) be (?:\w+ly )?(?:established|verified|determined|ascertained|confirmed|known))\b",
    re.IGNORECASE,
)
_IS_NOT_KNOWN = re.compile(
    r"\s*(?:[^,.;:]{0,40}\s)?(?:is|was|are|remains?|remained)(?: \w+)? (?:un(?:clear|known|certain)|not (?:\w+ )?(?:clear|known|certain))\b"
    r"|\s*(?:[^,.;:]{0,40}\s)?(?:could not|couldn[’']t|cannot|can[’']t) be (?:\w+ly )?"
    r"(?:established|verified|determined|ascertained|confirmed|told|known|said)\b",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(
    r"\s*(?:of |inside |over )?(?:it|them|both)?(?: now| today| tonight| this (?:morning|evening|afternoon)| is| was)?\s*[”\"’'.,;]*\s*$",
    re.IGNORECASE,
)
"""Behind the question: nothing, or a pronoun for the place of which the talk was."""
_OF_PLACE = re.compile(
    r"\s*(?:of |over |inside |in |at )?(?:the |this |that )?(?:(?:town|city|village|district|province|port|area|whole) of (?:the )?)?",
    re.IGNORECASE,
)
"""Between the question and its place; more words are of another thing ("who holds the hostages in Ashford")."""
_SURELY = re.compile(
    r"\s*(?:(?:for|exactly|precisely|sure|certain|certainty|yet|now|today|with|just|at present)\s+)*", re.IGNORECASE
)
_OPENS = re.compile(r"(?:.*[,;:–—])?\W*(?:(?:and|but|yet)\s+)?", re.IGNORECASE | re.DOTALL)
"""Before a question that opens its clause: behind a noun "who" tells of that noun."""
_COULD = re.compile(r"\s+(?:(?:could|can|do|does|did|is|was|were|would|has|have|had)\s+)?", re.IGNORECASE)
REACH = 40
"""Code points behind the question within which its place begins."""


def asks_who(case: Case, claim: Claim) -> Claim:
    """A claim that somebody does not know who holds a place, as one of holding whose holder is unknown; else the claim.

    Who holds something else in a place is no question of it.
    Whoever is told not to know is the voice: "the ministry could not say who controls Ashford".
    """
    span, text = claim.spans[0], case.report.text
    who = _WHO.search(text, span.start, span.end)
    doubt = _doubt(case, span, who.start(), who.end()) if who else None
    if who is None or doubt is None:
        return claim
    near = case.resolution.within(who.end(), min(who.end() + REACH, span.end), "place")[:1]
    named = [m for m in near if _OF_PLACE.fullmatch(text, who.end(), m.span.start)]
    if not named and _TAKEN_UP.match(text, who.end(), span.end) is None:
        return replace(claim, act="assess")
    place = named[0].id if named else None
    unsure = _unsure(case, claim, doubt)
    return replace(
        claim,
        act="hold",
        predicate="control",
        kind="state",
        modality="unknown",
        polarity="positive",
        roles={"place": (place,)} if place else {},
        place=place,
        bases={},
        voices=(*claim.voices, unsure) if unsure else claim.voices,
        extractor="rules",
    )


def _doubt(case: Case, span: Span, asked: int, end: int) -> int | None:
    """Where the words begin that say that nobody knows, before the question or behind it; None where none do."""
    text, sentence = case.report.text, case.parse.sentence_at(span.start)
    if sentence is None:
        return None
    found = _NOT_KNOWN.finditer(text, sentence.span.start, asked)
    before = [m for m in found if _SURELY.fullmatch(text, m.end(), asked)]
    if before:
        return before[0].start()
    opens = _OPENS.fullmatch(text, sentence.span.start, asked) is not None
    return asked if opens and _IS_NOT_KNOWN.match(text, end, sentence.span.end) else None


def _unsure(case: Case, claim: Claim, end: int) -> Voice | None:
    """Who is told not to know, where he is no pronoun for who speaks."""
    before = case.resolution.within(max(0, end - REACH), end, "actor", "person")
    told = next(
        (m for m in before if m.form != "pronoun" and _COULD.fullmatch(case.report.text, m.span.end, end)), None
    )
    actor = case.resolution.actor(told.id) if told else None
    if told is None or actor is None or actor.id in claim.chain:
        return None
    return Voice(holder=actor.id, mode="indirect", source=told.span, mention=told.id)
