"""Checks of the missing family: what the report does not say, and says that it does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dateline.check.parties import missing_party
from dateline.check.unread import events_not_compared, layout_not_read, sentence_cut
from dateline.check.withheld import explicit_unknown, missing_information
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, place_of
from dateline.model.span import Span
from dateline.model.text import Token
from dateline.reference import Reference

_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|be|came|come) (?:also |reportedly |then |later |seriously |slightly |totally "
    r"|partly |fatally |carried |shot )*\w+(?:ed|en|ne|wn|ung|ught|un|it|ut|nt|aken|under)\b"
    r"|\b(?:came|come|comes) under\b",
    re.IGNORECASE,
)
_FENDED_OFF = ("repel", "shoot_down", "intercept")
"""Deeds of whoever was attacked, as readers know: "61 of the drones were shot down"."""
_PERCEIVED = ("hear", "see", "feel", "report", "say")
"""What is heard needs no agent: "gunfire was heard"."""
_NO_HARM = re.compile(
    r"\b(?:recovered|retrieved|found|discovered|brought|taken to|evacuated|rushed|treated|deployed|withdrawn|identified|buried|named)\b",
    re.IGNORECASE,
)
"""What is done with the dead, the hurt and the finds after the deed; the end of a passive that hides no attacker."""
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_RELATIVE = ("when ", "which ", "that ", "who ", "whom ", "whose ", "where ")
"""Openings of clauses that only tell more of something else."""
_KNOWN_SUBJECT = re.compile(
    r"(?:they|it|he|she|we|both|(?:the|these|those|its|their|his|her|our) (?:[\w-]+ ){0,2}?(?:force|forces|troops|soldiers|fighters"
    r"|attackers|assailants|gunmen|men|officers?|patrol|unit|column|convoy|group|team|raiders))\b(?!['’])",
    re.IGNORECASE,
)
"""Subjects that a report has told of before: what they do next is of the same day."""
_OPENING = 2
"""Sentences at the head of a report, whose news is of its day."""


def passive_no_agent(case: Case, reference: Reference) -> Iterator[Finding]:
    """An act of violence is told in the passive, and nobody is named as its agent.

    Example: "three houses were burned". One finding a report with all such words. A clause whose agent follows
    with "by" is none; an agent in the next sentence is not seen by this check. Those who "were killed" count beside a deed
    that is told so; alone they do not, for their enemy is mostly told around them.
    """
    found = [(claim, span) for claim in case.claims if _agentless(case, claim) for span in _passive(case, claim)]
    if any(claim.kind == "event" and claim.predicate not in _FENDED_OFF for claim, _ in found):
        yield Finding(
            id="",
            code="M103",
            type="passive_no_agent",
            severity="info",
            spans=tuple(dict.fromkeys(span for _, span in found)),
            claims=tuple(dict.fromkeys(claim.id for claim, _ in found)),
            explanation="Passive without an agent: who did it is not stated here.",
        )


def _agentless(case: Case, claim: Claim) -> bool:
    wanted = claim.codeable and claim.kind in ("event", "casualty") and claim.act not in ("displace", "return")
    return wanted and not actors_in(case, claim, "agent")


def _passive(case: Case, claim: Claim) -> Iterator[Span]:
    """The words that stand in the passive without an agent; a body that "was recovered" asks for no attacker."""
    for span in claim.spans:
        match = _PASSIVE.search(span.quote)
        if match is not None and _NO_HARM.search(match.group()):
            continue
        told = match is not None and not _BY.search(span.quote, match.end())
        if told or any(_suffered(case, token) for token in case.parse.tokens_in(span.start, span.end)):
            yield span


def _suffered(case: Case, verb: Token) -> bool:
    """Whether a verb stands in the passive without "by"."""
    told = case.parse.kids(verb, "agent") or verb.lemma in _PERCEIVED
    return verb.tag == "VBN" and not told and bool(case.parse.kids(verb, "auxpass"))


def undated_claim(case: Case, reference: Reference) -> Iterator[Finding]:
    """An event is told without any day, and apart from what goes on in the scene.

    Example: "Rebels had burned a mill in Ashford" in a report on Oakford. One finding a report, naming the claims of events
    none of whose claims has a time of its own or in its sentence; the date of the report is never put in its place. The
    day of a scene carries over to what is told there in the simple past, not to another place or to what had happened.
    """
    claims = case.claims_by_id
    undated: list[Claim] = []
    timed = frozenset(mention.sentence for mention in case.resolution.mentions if mention.kind == "time")
    dated = frozenset(s.id for s in case.parse.sentences if s.index in timed or s.index < _OPENING)
    first = _first_told(case)
    denied = {claim.denies for claim in case.claims}
    for event in case.events:
        told = [claims[name] for name in event.claims]
        if not any(claim.time is not None or claim.sentence in dated for claim in told):
            events = (one for one in told if one.kind == "event" and one.codeable and one.id not in denied)
            apart = (
                one for one in events if _is_perfect(case, one) or (one.id in first and not _of_the_scene(case, one))
            )
            undated.extend(one for one in apart if not one.spans[0].quote.lower().startswith(_RELATIVE))
    if undated:
        yield Finding(
            id="",
            code="M104",
            type="undated_claim",
            severity="info",
            spans=tuple(dict.fromkeys(span for claim in undated for span in claim.spans)),
            claims=tuple(claim.id for claim in undated),
            explanation="No day is stated for this.",
        )


def _first_told(case: Case) -> frozenset[str]:
    """The ids of those claims that are the first to tell an event of their place."""
    first: dict[str, str] = {}
    for claim in sorted(case.claims, key=lambda one: one.spans[0].start):
        place = place_of(case, claim) if claim.kind == "event" and claim.codeable else None
        if place is not None:
            first.setdefault(place.id, claim.id)
    return frozenset(first.values())


def _is_perfect(case: Case, claim: Claim) -> bool:
    """Whether a verb of the words stands in the perfect: "had burned"; behind "said that" it is only the tense of retelling."""
    retold = ("have", "having") if len(claim.voices) > 1 else ("have", "has", "had", "having")
    verbs = (token for span in claim.spans for token in case.parse.tokens_in(span.start, span.end))
    return any(kid.lower in retold for verb in verbs for kid in case.parse.kids(verb, "aux"))


def _of_the_scene(case: Case, claim: Claim) -> bool:
    """Whether a claim tells what goes on ("are going home", "remains cut") or goes on with those told of ("The patrol also …")."""
    span = claim.spans[0]
    verbs = [token for token in case.parse.tokens_in(span.start, span.end) if token.pos in ("VERB", "AUX")]
    present = bool(verbs) and verbs[0].tag in ("VBZ", "VBP")
    retold = len(claim.voices) > 1 and any(kid.lower == "had" for verb in verbs for kid in case.parse.kids(verb, "aux"))
    return present or retold or claim.temporal_status == "ongoing" or _KNOWN_SUBJECT.match(span.quote) is not None


MISSING_CHECKS: tuple[Callable[[Case, Reference], Iterable[Finding]], ...] = (
    missing_information,
    missing_party,
    passive_no_agent,
    undated_claim,
    explicit_unknown,
    layout_not_read,
    sentence_cut,
    events_not_compared,
)
