"""Checks of the missing family: what the report does not say, and says that it does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dateline.check.unread import events_not_compared, layout_not_read, sentence_cut
from dateline.check.verification import says_unverified
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, place_of
from dateline.model.sides import speaks_for
from dateline.model.span import Span
from dateline.model.text import Token
from dateline.model.world import ARMED_KINDS, Actor
from dateline.reference import Reference

_WITHHELD = re.compile(
    r"\bwithout (?:(?:giving|offering|providing|releasing) )?(?:any |a |further |more )*(?:word|mention|detail|figure|information|indication|evidence)s?\b"
    r"|\bwithout (?:saying|specifying|elaborating|naming|identifying)\b|\b(?:made|makes|making) no mention\b"
    r"|\b(?:did|does|do|would|could|has|have|had) not (?:immediately )?(?:say|said|specif\w+|disclos\w+|give\w*(?! (?:up|in|way|ground|a single))|provid\w+"
    r"|mention\w*|identif\w+|elaborat\w+|know\w*|reveal\w*|indicat\w+|detail\w*|release\w*|name)\b"
    r"|\bgave no (?:further )?(?:detail|figure|toll|number|information|indication|word|reason)s?\b"
    r"|\bno (?:further |other |immediate )?(?:detail|information|word|figure|report)s? (?:on|of|about|was|were|is|are|as to)\b"
    r"|\b(?:it|that) (?:is|was|remains?|remained) (?:not |un)(?:yet |immediately )?(?:clear|known|certain)\b"
    r"|\bdeclined to (?:say|specify|give|disclose|identify|name|elaborate)\b"
    r"|\b(?:whom|who|which) [^.;,]{0,40}?did not identify\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:!?…]|,(?= (?:and|but|while|which|who) )|$")
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
_HOLDING = re.compile(r"\b(?:control|h[eo]ld|hands|charge|presence|present)", re.IGNORECASE)
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:named?|identif\w+|quoted|identity)\b", re.IGNORECASE)
_VERIFYING = ("verify", "confirm", "question", "revise", "praise", "release_video", "comment", "deploy")
_VIOLENCE = ("attack", "ambush", "air_strike", "shelling", "clash", "kill", "abduct", "capture", "retake")
_ANSWERING = (*ARMED_KINDS, "government", "official", "person", "label")
"""Kinds of voices that may speak for a party to the fighting."""
_GROUPS = ("rebel", "militia", "paramilitary", "coalition", "armed_groups_collective")
_OF_A_GROUP = re.compile(r"\b(?:rebel|separatist|insurgent|guerrilla|militant|militia|jihadi)", re.IGNORECASE)
"""Words in the name of a voice that speaks for an armed group: "rebel commander"."""
_ANY_MEN = ("men", "unit", "units", "suspects", "comrades")
"""The last words of names for those who are a part of some party."""
_RELATIVE = ("when ", "which ", "that ")
"""Openings of clauses that only tell more of something else."""
_OPENING = 2
"""Sentences at the head of a report, whose news is of its day."""
_SILENT_ACTS = ("say", "claim_responsibility")
_UNANSWERED = "withhold"
"""The predicate of a claim that leaves a question open ("would not tell whose shells they were"): no refusal to comment."""
_TOLD = re.compile(
    r"\b(?:says?|said|saying|states?|stated|reports|reported|adds?|added|published|announced|claims?|claimed)\b",
    re.IGNORECASE,
)
_NOT_TOLD = re.compile(
    r"\b(?:no|not|never|none|nobody|nor|neither|without|declin\w+|refus\w+|fail\w+)\b|n['’]t\b", re.IGNORECASE
)


def missing_information(case: Case, reference: Reference) -> Iterator[Finding]:
    """The text itself says that something is not said or not known.

    Examples: "without any word on casualties", "did not say how many were wounded". The finding quotes the words;
    what is missing becomes an unknown, never a zero. Refusals to confirm and remarks on verification are findings
    of the attribution family.
    """
    taken: list[Span] = []
    for claim in case.claims:
        if _withholds(claim):
            taken.extend(claim.spans)
            yield _absent(claim.spans, (claim.id,))
    unknown = [span for claim in case.claims if _asks_holder(claim) for span in claim.spans]
    metas = [span for claim in case.claims if claim.kind == "meta" for span in claim.spans]
    for sentence in case.parse.sentences:
        for match in _WITHHELD.finditer(sentence.span.quote):
            span = _clause(case, sentence.span, match)
            if not any(_touch(span, other) for other in (*taken, *unknown, *metas)):
                yield _absent((span,), ())


def _withholds(claim: Claim) -> bool:
    """Whether a claim about the report leaves something out; what could not be checked is a finding of its own."""
    comment = claim.act in _SILENT_ACTS and claim.predicate != _UNANSWERED
    if claim.kind != "meta" or ((comment or claim.predicate in _VERIFYING) and not (comment and _keeps_details(claim))):
        return False
    silent = claim.polarity == "negative" or claim.modality == "unknown"
    return silent and not any(says_unverified(span.quote) for span in claim.spans)


def _keeps_details(claim: Claim) -> bool:
    return any(_WITHHELD.search(span.quote) is not None for span in claim.spans)


def _asks_holder(claim: Claim) -> bool:
    asks = claim.modality == "unknown" and claim.act == "hold"
    return asks and any(_HOLDING.search(span.quote) for span in claim.spans)


def _clause(case: Case, sentence: Span, match: re.Match[str]) -> Span:
    end = _CLAUSE_END.search(sentence.quote, match.end())
    return case.report.span(sentence.start + match.start(), sentence.start + (end.start() if end else match.end()))


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _absent(spans: tuple[Span, ...], claims: tuple[str, ...]) -> Finding:
    return Finding(
        id="",
        code="M101",
        type="missing_information",
        severity="info",
        spans=spans,
        claims=claims,
        explanation="The text itself says that this is not told or not known.",
        computation={"check": "explicit_absence"},
    )


def missing_party(case: Case, reference: Reference) -> Iterator[Finding]:
    """A party to the fighting is told about and never heard.

    Example: the army's account of a battle without a word from the rebels. Warning where a place changed hands or
    the party is said to be silent, else a service to the reader. One finding a report; parties are the armed
    actors of current acts of the conflict, sides known from the register or the report.
    """
    silent = _silent(case)
    fought = any(claim.codeable and actors_in(case, claim, "agent", "patient") for claim in case.claims)
    comments = [c for c in case.claims if fought and c.act in _SILENT_ACTS and _is_silent(c)]
    unheard = not silent and _nobody_of_them(case)
    if not (silent or comments or unheard):
        return
    about = [claim for claim in case.claims if _involves(case, claim, silent)]
    quoted = sorted({voice.holder for claim in case.claims for voice in claim.voices[1:]})
    taken = any(claim.act in ("capture", "retake", "transfer") and claim.codeable for claim in case.claims)
    yield Finding(
        id="",
        code="M102",
        type="missing_party",
        severity="warning" if (taken and silent) or _refuses(comments) else "info",
        spans=tuple(span for claim in comments for span in claim.spans),
        claims=tuple(claim.id for claim in (*comments, *about)),
        explanation=_who_is_missing(silent, unheard=unheard),
        computation={"check": "party_balance", "quoted": quoted, "not_quoted": sorted(a.id for a in silent)},
    )


def _who_is_missing(silent: list[Actor], *, unheard: bool) -> str:
    names = ", ".join(f"those called “{a.name}”" if a.kind == "label" else a.name for a in silent)
    if names:
        return f"Told about and not heard in this report: {names}."
    return "Nobody is heard of those who fought." if unheard else "A party is said to be silent."


def _nobody_of_them(case: Case) -> bool:
    """Whether violence is told and no voice is of an armed party or a state: who did it is not named, and nobody answers."""
    violent = any(claim.codeable and claim.act in _VIOLENCE for claim in case.claims)
    return violent and not any(voice.kind in _ANSWERING for voice in _heard(case))


def _silent(case: Case) -> list[Actor]:
    """The parties without a voice; gunmen, rebels and labels may be the very group that answers for itself elsewhere."""
    voices = list(_heard(case))
    parties: dict[str, Actor] = {}
    for claim in case.claims:
        if claim.codeable:
            for actor in actors_in(case, claim, "agent", "patient", "target", "from", "from_", "recipient"):
                if actor.kind in (*ARMED_KINDS, "label"):
                    parties.setdefault(actor.id, actor)
    unheard = [case.actors[row.believer] for row in case.control if row.via == "no_statement"]
    parties |= {actor.id: actor for actor in unheard}
    told = [party for party in parties.values() if not any(speaks_for(voice, party) for voice in voices)]
    answered = any(voice.kind in _GROUPS or _OF_A_GROUP.search(voice.name) for voice in voices)
    return [
        party
        for party in told
        if party.name.lower().split()[-1] not in _ANY_MEN and not (answered and _is_common(party))
    ]


def _is_common(party: Actor) -> bool:
    """Whether a party has a label or a common noun instead of a name: "rebels", "militants"."""
    return party.kind in ("unidentified_armed", "label") or party.name[:1].islower()


def _heard(case: Case) -> Iterator[Actor]:
    """Who speaks: the voices of claims, those of words that make no claim, and the subjects of saying.

    Whose words only a witness passes on ("villagers said the gunmen called themselves …") is not heard himself.
    """
    yield from (case.actors[name] for c in case.claims for name in _first_hand(case, c) if name in case.actors)
    outer = {attribution.id: attribution for attribution in case.attributions}
    for attribution in case.attributions:
        around = outer.get(attribution.inside or "")
        if around is not None and not _passes_on(case.resolution.actor(around.mention)):
            continue
        speaker = case.resolution.actor(attribution.mention) if attribution.speaks else None
        if speaker is not None:
            yield speaker
    for claim in case.claims:
        if claim.act == "say" and _speaks(claim):
            yield from actors_in(case, claim, "agent")


def _first_hand(case: Case, claim: Claim) -> Iterator[str]:
    """The voices of a chain up to the first that is a witness."""
    for voice in claim.voices:
        yield voice.holder
        if not _passes_on(case.actors.get(voice.holder)):
            return


def _passes_on(actor: Actor | None) -> bool:
    return actor is None or actor.kind not in ("civilian", "person", "unidentified_armed")


def _speaks(claim: Claim) -> bool:
    """Whether the words of saying are not themselves negated: who "says no change" does speak."""
    words = " ".join(span.quote for span in claim.spans)
    told = _TOLD.search(words)
    return told is not None and _NOT_TOLD.search(words, 0, told.start()) is None


def _involves(case: Case, claim: Claim, silent: list[Actor]) -> bool:
    wanted = {actor.id for actor in silent}
    found = actors_in(case, claim, "agent", "patient", "target", "from", "from_", "recipient")
    return claim.codeable and any(actor.id in wanted for actor in found)


def _is_silent(claim: Claim) -> bool:
    """Whether somebody says nothing; who asks not to be named does speak."""
    words = " ".join(span.quote for span in claim.spans)
    answers = claim.predicate == _UNANSWERED or _speaks(claim) or _keeps_details(claim)
    return claim.polarity == "negative" and _NAMED.search(words) is None and not answers


def _refuses(comments: list[Claim]) -> bool:
    return any(claim.act == "say" for claim in comments)


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
    for span in claim.spans:
        match = _PASSIVE.search(span.quote)
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
            apart = (one for one in events if one.id in first or _is_perfect(case, one))
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
    """Whether a verb of the words stands in the perfect: "had burned"."""
    verbs = (token for span in claim.spans for token in case.parse.tokens_in(span.start, span.end))
    return any(kid.lemma == "have" for verb in verbs for kid in case.parse.kids(verb, "aux"))


def explicit_unknown(case: Case, reference: Reference) -> Iterator[Finding]:
    """The text says that it is not known who holds a place.

    Example: "it was not clear who controlled the bridge". Becomes a control row `unknown` and never a guess.
    """
    for claim in case.claims:
        if _asks_holder(claim):
            yield Finding(
                id="",
                code="M105",
                type="explicit_unknown",
                severity="info",
                spans=claim.spans,
                claims=(claim.id,),
                explanation="Who holds this place is stated to be unknown.",
            )


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
