"""Checks on who is behind a report: unnamed voices, long chains, one origin, unattributed sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.check.kinds import Kind
from dateline.model.derived import Finding
from dateline.model.own_text import is_own_text
from dateline.model.record import Attribution, Case, Claim, Voice
from dateline.model.sides import same_side
from dateline.model.span import Span
from dateline.model.vocabulary import Severity
from dateline.model.world import ARMED_KINDS, Actor
from dateline.reference import Reference

LONG_CHAIN = 4
"""Links (publisher included) from which hearsay deserves a warning; three with a relaying outlet a note."""
RETOLD = 3
"""Attributions to one outlet from which a report counts as a retelling of it."""
STATING = ("say", "claim", "confirm", "deny", "insist", "warn", "accuse", "figure")
SEIZING = ("capture", "retake", "recapture")
_HEARSAY = re.compile(r"\b(?:report(?:s of|ed)|alleg|suppos|believ|said|apparent|claim|rumou?r|thought)", re.IGNORECASE)
_ANYBODY = re.compile(
    r"\b(?:residents?|witness(?:es)?|locals|villagers|civilians|people|opponents|partners|activists|relatives|monitor\w*|groups?)\b"
    r"|^(?:our|its|s?he|they|it)\b",
    re.IGNORECASE,
)
"""Crowds that no reader expects by name, the desk's own people, and pronouns."""
_SOURCES = re.compile(r"\bsources?$", re.IGNORECASE)
_SOMEBODY = ("anonymous_source", "official", "civilian")
_ONE_OF_MANY = re.compile(
    r"(?:an?|one|another|some|two|three)\b(?!.*\b(?:spokes\w+|statement|report|communiqu\w+|release)\b)", re.IGNORECASE
)
"""How somebody is told of who is one of many; who speaks for a body or in writing is told of by it."""
_THE = re.compile(r"(?:the|its|their|his|her|our)\b", re.IGNORECASE)
_IN_CAPITALS = re.compile(r", (?:[A-Z][\w’'-]+ ){1,3}?[A-Z][\w’'-]+$")
"""A name that a comma sets off behind an office."""
_OURS = re.compile(
    r"our (?:\w+ )?(?:forces|fighters|troops|soldiers|units|men|army|militants|comrades|cadres|heroes)\b", re.IGNORECASE
)
_BACKWARD = ("both ", "they ", "the two ", "these ", "all of them ")
"""Words with which a sentence takes up those of whom the one before told."""
_SOME_OF = re.compile(
    r"\b\w+ of (?:them|those|whom|the (?:dead|deceased|killed|victims|wounded|injured|casualties|displaced))\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:said|says|according to)\b", re.IGNORECASE)
_TAKEN_UP = re.compile(
    r"(?:from there|after that|afterwards)\b"
    r"|the (?:\w+ )?(?:strikes?|attacks?|raids?|blasts?|explosions?|bombs?|bombings?|shells|shelling|assault|attackers|gunmen|assailants)\b"
)
"""Openings by which a sentence goes on with the deed that the one before told."""
_STATE_VOICES = ("state_force", "government", "joint_force", "official", "person")
_STATE_OFFICE = re.compile(
    r"\b(?:minist\w+|gen(?:eral)?|col(?:onel)?|lt|lieutenant|maj(?:or)?|brig\w*|capt(?:ain)?|commander|officers?|army"
    r"|military|police|security|operations?|president|government|state|officials?|spokes\w+)\b|^(?:s?he|they|it)$"
)
"""Words by which an official is one of the state that speaks; pronouns say nothing of the office."""


def anonymous_source(case: Case, reference: Reference) -> Iterator[Finding]:
    """Voices without a name: "sources said", "reportedly", "it is believed".

    One finding for the report, because a reader needs one list; it does not say that the voices are wrong.
    """
    speaking = [a for a in case.attributions if _unnamed(case, a) and _speaks(a)]
    own = {case.resolution.actor(a.mention) for a in speaking if a.mention and is_own_text(_who(a).quote)}
    spans = [_who(a) for a in speaking if not (a.mention and case.resolution.actor(a.mention) in own)]
    if spans:
        cues = {a.cue[0] for a in speaking if not a.source}
        told, bare = ([span for span in spans if (span in cues) is only_cue] for only_cue in (False, True))
        text = f"Voices without a name: who they are is not said: {_listed(told)}." if told else ""
        text += f"{' ' if told else ''}Nobody is named who tells this: {_listed(bare)}." if bare else ""
        yield Kind("A103", "anonymous_source", "info").at(spans, text)


def _listed(spans: Sequence[Span]) -> str:
    return ", ".join(dict.fromkeys(f"“{' '.join(span.quote.split())}”" for span in spans))


def _unnamed(case: Case, attribution: Attribution) -> bool:
    """Whether nobody can tell who speaks: "a nurse", but not a crowd ("residents"), an office ("the parish priest"), a person
    whose name follows ("an elder, John Deng"), nor whom another voice passes on.

    A cue alone tells it only where it says that something is said or believed.
    """
    if attribution.mode == "anonymous":
        return bool(attribution.source) or _HEARSAY.search(attribution.cue[0].quote) is not None
    if not attribution.source or attribution.mode == "relayed":
        return False
    source = attribution.source[0]
    actor = case.resolution.actor(attribution.mention)
    if _SOURCES.search(source.quote):
        return True
    somebody = actor is None or actor.kind in _SOMEBODY
    open_ = (
        _ONE_OF_MANY.match(source.quote)
        if actor is None or actor.kind != "anonymous_source"
        else not _THE.match(source.quote)
    )
    return somebody and bool(open_) and _ANYBODY.search(source.quote) is None and not _is_named(case, source)


def _is_named(case: Case, source: Span) -> bool:
    """Whether the words for a source hold the name of a person."""
    people = case.resolution.within(source.start, source.end, "person")
    return any(one.form == "name" for one in people) or _IN_CAPITALS.search(source.quote) is not None


def attribution_depth(case: Case, reference: Reference) -> Iterator[Finding]:
    """Hearsay: somebody says what somebody else said. One finding for the report, with all such chains.

    Example: a resident told a radio station that soldiers had said so; four links with the publisher.
    """
    deep: dict[tuple[str, ...], Claim] = {}
    for claim in case.claims:
        links = [voice for voice in claim.voices if voice.mode != "narrator"]
        if len(links) + 1 >= LONG_CHAIN or (len(links) > 1 and _cites(case, links)):
            deep.setdefault(claim.chain, claim)
    cues = [voice.cue for claim in deep.values() for voice in claim.voices[1:] if voice.cue is not None]
    if cues:
        severity: Severity = "warning" if max(map(len, deep)) >= LONG_CHAIN else "info"
        chains = "; ".join(f"{len(names)} links, {' → '.join(names)}" for names in _chains(case, deep.values()))
        text = f"Between the reader and the one who knows: {chains}."
        yield Kind("A108", "attribution_depth", severity).at(list(dict.fromkeys(cues)), text, tuple(deep.values()))


def _chains(case: Case, claims: Iterable[Claim]) -> Iterator[list[str]]:
    """The names along each chain, publisher first."""
    for claim in claims:
        yield [_named(case, voice) for voice in claim.voices]


def single_source_chain(case: Case, reference: Reference) -> Iterator[Finding]:
    """Every statement of the report comes from one side: several voices, one origin.

    Needs two attributed statements. Unnamed "sources" do not count; a witness, a resident or an outlet of its own
    is a second origin. Officials whose side is not known stay with a state that speaks, as far as their words name an
    office of it; anybody of another side, quoted or not, is a second origin.
    """
    if own := _own_side(case):
        text = f"The publisher tells of its own side ({case.resolution.publisher.name}): independent confirmations 0."
        yield Kind("A101", "single_source_chain", "info").at(own, text)
        return
    spoken = [
        a
        for a in case.attributions
        if a.stance in STATING and a.inside is None and a.mode != "anonymous" and _speaks(a)
    ]
    voices = [(a, case.resolution.actor(a.mention)) for a in spoken if a.source or a.mention]
    parties = [actor for _, actor in voices if actor is not None and _party(actor)]
    told = (case.actors[claim.believer] for claim in case.claims if len(claim.voices) > 1)
    others = [*parties[1:], *(actor for actor in told if _party(actor))]
    if len(voices) < 2 or not parties or any(not same_side(parties[0], other) for other in others):
        return
    if _told_by_another_party(case, parties[0]) or any(actor is None and _is_somebody(a) for a, actor in voices):
        return
    if all(actor is None or _party(actor) or _beside(case, parties[0], a, actor) for a, actor in voices):
        text = f"All attributed content comes from one side ({parties[0].name}): independent confirmations 0."
        yield Kind("A101", "single_source_chain", "info").at([_who(a) for a, _ in voices], text)


def _told_by_another_party(case: Case, party: Actor) -> bool:
    """Whether a force or state that is on no side of the party's tells the report: its own words are a second origin."""
    publisher = case.resolution.publisher
    return publisher.kind in (*ARMED_KINDS, "government") and not same_side(publisher, party)


def _is_somebody(attribution: Attribution) -> bool:
    """Whether the words for a voice bring in somebody new whom no register has: "a local notable"."""
    return bool(attribution.source) and _ONE_OF_MANY.match(attribution.source[0].quote) is not None


def _own_side(case: Case) -> list[Span]:
    """Where a publisher of one side names itself and, in its own words, "our forces"; empty for everybody else's text."""
    publisher = case.resolution.publisher
    armed = [
        (mention.span, actor)
        for mention in case.resolution.mentions
        if (actor := case.resolution.actor(mention.id)) is not None and not case.in_quotes(mention.span)
    ]
    ours = [span for span, actor in armed if _OURS.match(span.quote) and same_side(actor, publisher)]
    if publisher.side is None or not ours:
        return []
    return [*[span for span, actor in armed if actor.id == publisher.id and span not in ours][:1], ours[0]]


def _party(actor: Actor) -> bool:
    """Whether the actor stands for a side of its own, or for an organisation that watches."""
    return actor.kind == "monitor" or (actor.side is not None and actor.kind not in ("media", "media_collective"))


def _beside(case: Case, party: Actor, attribution: Attribution, actor: Actor) -> bool:
    """Whether a voice without a known side adds no origin: a state's official, its outlet, the party by its kind."""
    words = attribution.source[0].quote.lower().split() if attribution.source else []
    if actor.kind in ("person", "official"):
        office = not words or _STATE_OFFICE.search(" ".join(words)) is not None
        return (
            party.side is not None and party.kind in _STATE_VOICES and office and not _foreign(case, party, attribution)
        )
    return (actor.kind in ("media", "media_collective") and "state" in words) or words[-1:] == [party.kind]


def _foreign(case: Case, party: Actor, attribution: Attribution) -> bool:
    """Whether the words that name a voice name a country that is not the party's."""
    named = (m for span in attribution.source for m in case.resolution.within(span.start, span.end, "place", "actor"))
    found = ((case.resolution.place(m.id), case.resolution.actor(m.id)) for m in named)
    countries = (one.country for pair in found for one in pair if one is not None)
    return any(country not in (None, party.country, party.side) for country in countries)


def _speaks(attribution: Attribution) -> bool:
    """Whether somebody says something; "an attack attributed to rebels" is told by nobody."""
    laid_on = attribution.verb == "attribute" and attribution.mention is None
    silent = attribution.stance in ("verify", "expect", "fear", "allow", "concede", "nobody")
    return attribution.speaks and not silent and not laid_on


def _cites(case: Case, links: Sequence[Voice]) -> bool:
    """Whether a voice is cited by the one before it, or told or is reported by an outlet that the report retells."""
    outer = case.actors.get(links[-2].holder)
    told = outer is not None and outer.kind == "media" and outer.id != case.resolution.publisher.id
    return told or "relayed" in (links[-1].mode, links[-2].mode)


def shared_origin(case: Case, reference: Reference) -> Iterator[Finding]:
    """Several outlets rest on one unnamed post or source: "local media, quoting a post"."""
    by_id = {a.id: a for a in case.attributions}
    for inner in case.attributions:
        outer = by_id.get(inner.inside or "")
        if outer is None or inner.mode != "relayed" or not inner.source or not outer.source:
            continue
        actor, cited = case.resolution.actor(outer.mention), case.resolution.actor(inner.mention)
        if actor is not None and actor.kind == "media_collective" and (cited is None or cited.anonymous):
            spans = [outer.source[0], inner.source[0]]
            yield Kind("A101", "single_source_chain", "warning").at(
                spans, "Several outlets, one origin without a name."
            )


def source_dependence(case: Case, reference: Reference) -> Iterator[Finding]:
    """The report retells one other outlet."""
    by_outlet: dict[str, list[Attribution]] = {}
    for attribution in case.attributions:
        actor = case.resolution.actor(attribution.mention)
        if actor is not None and actor.kind == "media" and actor.id != case.resolution.publisher.id:
            by_outlet.setdefault(actor.id, []).append(attribution)
    for outlet, told in by_outlet.items():
        if len(told) >= RETOLD:
            name = case.actors[outlet].name
            spans = [_who(attribution) for attribution in told]
            yield Kind("A102", "source_dependence", "warning").at(spans, f"The text retells one outlet, {name}.")


def implicit_attribution(case: Case, reference: Reference) -> Iterator[Finding]:
    """Words without a source that go on with what a voice said before or says after; one finding for the report.

    Examples: "they also hold two bridges" and "both were hit" behind what officials claim; "it also claimed …" behind a
    sentence that nobody is named for; "there were no casualties" behind a statement, which no narrator can know.
    """
    voiced = {_sentence(case, a.cue[0]) for a in case.attributions if a.speaks and a.cue and a.inside is None}
    spans = [span for claim in case.claims for span in _follow_on(case, claim, voiced)]
    spans.extend(a.cue[0] for a in case.attributions if a.speaks and _goes_on(case, a, voiced))
    if spans:
        text = "No source of its own: it may go on with what the voice beside it says."
        yield Kind("A107", "implicit_attribution", "info").at(sorted(spans), text)


def statement_time_only(case: Case, reference: Reference) -> Iterator[Finding]:
    """The only day is that of the saying: "the army said on Tuesday it had retaken the town"."""
    for claim in case.claims:
        cue = claim.voices[-1].cue
        if cue is None or claim.act not in SEIZING or not claim.codeable or claim.modality != "attributed":
            continue
        times = case.resolution.within(cue.start, claim.spans[0].start, "time")
        dated = any(case.resolution.within(span.start, span.end, "time") for span in claim.spans)
        if times and not dated and times[0].span.start - cue.end <= 1:
            span = case.report.span(cue.start, times[0].span.end)
            text = f"The day dates the saying, not what is said: “{' '.join(span.quote.split())}”."
            yield Kind("W106", "statement_time_only", "info").at([span], text, (claim,))


def _named(case: Case, voice: Voice) -> str:
    known = case.actors.get(voice.holder)
    return known.name if known else voice.holder


def _who(attribution: Attribution) -> Span:
    """The words of the source, else the cue."""
    return attribution.source[0] if attribution.source else attribution.cue[0]


def _sentence(case: Case, span: Span) -> int:
    sentence = case.parse.sentence_at(span.start)
    return sentence.index if sentence else -1


def _follow_on(case: Case, claim: Claim, voiced: set[int]) -> tuple[Span, ...]:
    if len(claim.voices) > 1 or claim.kind not in ("event", "state", "casualty"):
        return ()
    index = _sentence(case, claim.spans[0])
    if index < 1 or index in voiced or index - 1 not in voiced:
        return ()
    sentences = case.parse.sentences
    if _TELLS.search(sentences[index].span.quote):
        return ()
    paragraph = "\n\n" not in case.report.text[sentences[index - 1].span.end : sentences[index].span.start]
    leans = _leans_back(claim, sentences[index].span.quote.lower()) or _counts(claim, sentences[index].span)
    return claim.spans if paragraph and leans else ()


def _counts(claim: Claim, sentence: Span) -> bool:
    """Whether a sentence opens with some of those whom the voice before it counted: "six of the dead were children"."""
    counted = claim.kind == "casualty" and claim.codeable and claim.spans[0].start == sentence.start
    return counted and _SOME_OF.search(claim.spans[0].quote) is not None


def _leans_back(claim: Claim, sentence: str) -> bool:
    """Whether a sentence goes on with the one before: by "also", by whom or what it begins with, by what it says is not."""
    none = claim.kind == "casualty" and claim.polarity == "negative"
    told = claim.temporal_status != "generic" and claim.modality != "unknown"
    return " also " in sentence or (told and _opens_back(sentence)) or none


def _opens_back(sentence: str) -> bool:
    return sentence.startswith(_BACKWARD) or _TAKEN_UP.match(sentence) is not None


def _goes_on(case: Case, attribution: Attribution, voiced: set[int]) -> bool:
    """In "it also claimed" a pronoun and "also" presuppose an earlier statement, though none is there."""
    words = attribution.cue[0].quote.lower().split()
    pronoun = not attribution.source or attribution.source[0].quote.lower() in ("it", "they", "he", "she")
    index = _sentence(case, attribution.cue[0])
    return "also" in words and pronoun and index > 0 and index - 1 not in voiced
