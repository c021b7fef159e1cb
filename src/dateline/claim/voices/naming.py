"""Drafts become attributions: mode, mention, id and what they lie in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.claim.voices.cells import Cells
from dateline.claim.voices.documents import issuers
from dateline.claim.voices.phrases import phrase_of
from dateline.claim.voices.scene import Draft, Extent, Scene
from dateline.claim.voices.sources import passive
from dateline.claim.voices.speakers import Speakers
from dateline.claim.voices.telling import BODIES, HOSPITALS, NEWS, PEOPLE
from dateline.model.record import Attribution, Mention
from dateline.model.span import Span
from dateline.model.text import Token
from dateline.model.vocabulary import Mode

WISH = re.compile(
    r"\banonymity\b|\b(?:not|declin\w+|refus\w+|wish\w*|want\w*) to be (?:named|identified|quoted)\b"
    r"|\bwould not be (?:named|identified)\b|\bunnamed at (?:his|her|their)\b"
    r"|\bonly (?:his|her|their) (?:first name|nom de guerre|nickname)\b",
    re.IGNORECASE,
)
"""How a sentence says that its source wants to stay unnamed; "bodies yet to be identified" says nothing of it."""

OUTLETS = ("newspaper", "paper", "news agency", "wire service", "news site", "website", "broadcaster", "station", "channel",
           "radio station", "television station", "tv channel", "outlet")  # fmt: skip
"""What an outlet is called by those who cite it."""

CLOSING = '"”’»,; \t\n'


def name(scene: Scene, speakers: Speakers, drafts: Iterable[Draft]) -> tuple[Attribution, ...]:
    """The attributions of the drafts in text order, ids `a1`, `a2`, …"""
    ordered = sorted(drafts, key=lambda d: (d.cue, d.shape != "relay", d.shape == "cited", d.source))
    inside = _inside(ordered)
    marks = _marks(scene)
    made: list[Attribution] = []
    last: Mention | None = None
    outlet: Mention | None = None
    main: _Main | None = None
    for number, draft in enumerate(ordered):
        parent = inside[number]
        outer = parent is None or ordered[parent].shape == "relay"
        spoke = main if outer and draft.shape in ("verb", "relay") else None
        meant = _spoken_on(scene, speakers, draft, spoke)
        report = outlet is not None and _is_the_report(scene, draft)
        mention = outlet if report else meant.mention if meant else _mention(scene, speakers, draft, last)
        if mention is None and outlet is not None and _is_the_outlet(scene, draft):
            mention = outlet
        made.append(
            Attribution(
                id=f"a{number + 1}",
                mode=_mode(speakers, draft, mention, quoted=(quoted := _quoted(scene, draft, marks))),
                stance=draft.stance,
                verb=draft.verb,
                source=_spans(scene, (_alone(scene, mention, _bare(scene, extent)) for extent in draft.source)),
                cue=_spans(scene, (draft.cue,)),
                phrase=_spans(scene, (phrase_of(scene, draft),)),
                contents=_spans(scene, draft.contents),
                mention=mention.id if mention else None,
                inside=f"a{parent + 1}" if parent is not None else None,
                quoted=quoted,
                named=_spans(scene, meant.source) if meant is not None and mention is None else (),
            )
        )
        last = last if draft.shape == "relay" else mention or last
        outlet = mention if _is_outlet(speakers, mention) else outlet
        if outer and draft.shape in ("verb", "adjunct") and draft.stance != "evaluate":
            main = meant or _main(scene, draft, mention) or main
    return tuple(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Main:
    """Who spoke last outside of others' words: the mention, if any reads them, and the words that named him."""

    mention: Mention | None
    head: Token
    source: tuple[Extent, ...]


def _main(scene: Scene, draft: Draft, mention: Mention | None) -> _Main | None:
    head = scene.parse.tokens[draft.speaker] if draft.speaker is not None else None
    if head is None or (mention is None and (head.pos == "PRON" or not draft.source)):
        return None
    return _Main(mention=mention, head=head, source=draft.source)


def _spoken_on(scene: Scene, speakers: Speakers, draft: Draft, main: _Main | None) -> _Main | None:
    """A pronoun that speaks means the one who spoke before, not somebody who was only spoken of.

    The spokeswoman of an army is a "she" though the army is meant.
    """
    lower = scene.parse.tokens[draft.speaker].lower if draft.speaker is not None else ""
    if main is not None and lower == "they" and main.head.tag in ("NNS", "NNPS"):
        return main
    if main is None or lower not in ("he", "she", "it"):
        return None
    actor = speakers.resolution.actor(main.mention.id) if main.mention is not None else None
    noun = main.head.lemma.lower()
    if actor is None:
        body = noun in BODIES | HOSPITALS | NEWS | scene.cues.documents
        return main if main.mention is None and body == (lower == "it") else None
    person = actor.kind in ("person", "official") or (main.mention is not None and main.mention.kind == "person")
    spokes = lower != "it" and noun in PEOPLE
    return main if spokes or person == (lower != "it") else None


def _spans(scene: Scene, extents: Iterable[Extent]) -> tuple[Span, ...]:
    return tuple(scene.parse.report.span(start, end) for start, end in extents)


def _bare(scene: Scene, extent: Extent) -> Extent:
    """The words for a source without the mark that closes the quotation before them."""
    first, last = extent
    while first < last - 1 and scene.parse.report.text[first] in CLOSING:
        first += 1
    return first, last


def _alone(scene: Scene, mention: Mention | None, source: Extent) -> Extent:
    """The words for a named person without what a comma adds: "Colonel X" of "Colonel X, a commander in the north"."""
    named = mention is not None and mention.kind == "person" and mention.form == "name"
    if scene.wide or not named or mention is None or not source[0] <= mention.span.start < source[1]:
        return source
    comma = scene.parse.report.text.find(",", mention.span.end, source[1])
    return source[0], comma if comma >= 0 else source[1]


def _mention(scene: Scene, speakers: Speakers, draft: Draft, last: Mention | None) -> Mention | None:
    """A pronoun or document that no mention reads, and a hedging adjective, mean the last voice before them."""
    found = speakers.of(draft)
    if found is None and draft.shape == "dialogue":
        return _labelled(scene, draft)
    if found is not None or draft.speaker is None:
        return last if found is None and draft.shape == "adjective" and draft.verb in ("reported", "claimed") else found
    token = scene.parse.tokens[draft.speaker]
    return (
        last
        if token.pos == "PRON" and token.lower in ("he", "she", "it", "they")
        else _issuer(scene, speakers, token, None if draft.shape == "cited" else last)
    )


def _is_outlet(speakers: Speakers, mention: Mention | None) -> bool:
    actor = speakers.resolution.actor(mention.id) if mention is not None else None
    return actor is not None and actor.kind == "media"


def _is_the_report(scene: Scene, draft: Draft) -> bool:
    """Whether what speaks is "the report", which is that of the outlet cited before."""
    token = scene.parse.tokens[draft.speaker] if draft.speaker is not None else None
    return token is not None and [t.lower for t in scene.parse.subtree(token)] == ["the", "report"]


def _is_the_outlet(scene: Scene, draft: Draft) -> bool:
    """Whether what speaks is "the newspaper" or "the news agency", which is the outlet cited before."""
    token = scene.parse.tokens[draft.speaker] if draft.speaker is not None else None
    if token is None or draft.shape == "cited":
        return False
    phrase = [one.lower for one in scene.parse.subtree(token)]
    return phrase[:1] == ["the"] and " ".join(phrase[1:]) in OUTLETS


def _labelled(scene: Scene, draft: Draft) -> Mention | None:
    """Who speaks under a label in capitals: the person named so elsewhere ("WARD:" is Lena Ward)."""
    ((first, last),) = draft.source
    label = scene.parse.report.text[first:last].casefold()
    people = (m for m in scene.names.values() if m.kind == "person" and not m.span.quote.isupper())
    return next((m for m in people if m.span.quote.split()[-1].casefold() == label), None)


def _issuer(scene: Scene, speakers: Speakers, token: Token, last: Mention | None) -> Mention | None:
    """Who issued a document that speaks, else the last voice."""
    if token.lower not in scene.cues.documents:
        return None
    return next((found for one in issuers(scene.parse, token) if (found := speakers.at(one)) is not None), last)


def _mode(speakers: Speakers, draft: Draft, mention: Mention | None, *, quoted: bool) -> Mode:
    if draft.shape in ("relay", "cited"):
        return "relayed"
    if draft.shape == "continued":
        return "implicit"
    if draft.shape == "adjective":
        return "implicit" if mention else "distanced"
    if draft.stance == "claim" and draft.shape != "adverb":
        return "distanced"
    if _anonymous(speakers.scene, speakers, draft, mention):
        return "anonymous"
    if draft.shape == "adjunct":
        return "adjunct"
    if draft.shape == "dialogue":
        return "direct_quote"
    return "direct_quote" if quoted else "indirect"


def _anonymous(scene: Scene, speakers: Speakers, draft: Draft, mention: Mention | None) -> bool:
    if draft.speaker is None:
        return mention is None and _unvoiced(scene, draft)
    head = speakers.antecedent(scene.parse.tokens[draft.speaker])
    articles = {token.lower for token in scene.parse.kids(head, "det")}
    if head.lower == "official" and articles & {"a", "an", "one"}:
        return True
    if (mention is not None and mention.form == "name" and mention.kind == "actor") or head.lemma.lower() in BODIES:
        return False
    words = {token.lower for token in scene.parse.kids(head, "amod", "compound")}
    return head.lower in scene.cues.anonymous or bool(words & scene.cues.unnamed) or _unnamed_by_wish(scene, head)


def _unvoiced(scene: Scene, draft: Draft) -> bool:
    """Whether the words hide the voice ("it was reported"); an active verb without subject is only a hard parse."""
    token = scene.parse.tokens[draft.head]
    return draft.shape != "verb" or passive(scene.parse, token)


def _unnamed_by_wish(scene: Scene, head: Token) -> bool:
    """Whether the sentence says that a name is kept back ("on condition of anonymity")."""
    return WISH.search(scene.parse.sentences[head.sentence].span.quote) is not None


def _marks(scene: Scene) -> Cells:
    """Where the quotations in double marks stand."""
    marks = Cells()
    for number, quotation in enumerate(scene.quotations):
        if quotation.double:
            marks.add(number, ((quotation.start, quotation.end),))
    return marks


def _quoted(scene: Scene, draft: Draft, marks: Cells) -> bool:
    """Whether most words of the content stand in quotation marks."""
    size = sum(end - start for start, end in draft.contents)
    inside = sum(
        max(0, min(end, scene.quotations[number].end) - max(start, scene.quotations[number].start))
        for start, end in draft.contents
        for number in marks.near(start, end)
    )
    return size > 0 and inside * 2 > size


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hosts:
    """What a draft may lie in: by where the contents are, by the verb that a relay shares, by the same contents."""

    near: Cells
    relays: Mapping[int, int]
    twins: Mapping[Extent, list[int]]


def _inside(drafts: list[Draft]) -> list[int | None]:
    """For every draft the number of the smallest one whose content covers its cue."""
    near = Cells()
    relays: dict[int, int] = {}
    twins: defaultdict[Extent, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        near.add(number, draft.contents)
        if draft.shape == "relay":
            relays.setdefault(draft.head, number)
        for content in draft.contents:
            twins[content].append(number)
    hosts = _Hosts(near=near, relays=relays, twins=twins)
    return [_parent(drafts, number, hosts) for number in range(len(drafts))]


def _parent(drafts: list[Draft], number: int, hosts: _Hosts) -> int | None:
    draft = drafts[number]
    if draft.shape not in ("cited", "relay") and draft.head in hosts.relays:
        return hosts.relays[draft.head]
    others = [other for other in hosts.near.near(*draft.cue) if drafts[other].head != draft.head]
    around = [other for other in others if _covers(drafts[other], draft)]
    if draft.shape == "cited" and draft.contents:
        told = set(draft.contents)
        twins = hosts.twins[draft.contents[0]]
        around = [o for o in twins if drafts[o].head != draft.head and told <= set(drafts[o].contents)] or around
    return min(around, key=lambda other: _size(drafts[other]), default=None)


def _covers(outer: Draft, inner: Draft) -> bool:
    inside = any(start <= inner.cue[0] and inner.cue[1] <= end for start, end in outer.contents)
    if inside and _covers_cue(inner, outer) and (_closes(outer) or _closes(inner)):
        return _closes(outer) and not _closes(inner)
    return inside and not (_covers_cue(inner, outer) and _size(inner) > _size(outer))


def _closes(draft: Draft) -> bool:
    """Whether a source stands alone in brackets behind all that it passes on: "The army says it left (Valley Radio)"."""
    return draft.shape == "adjunct" and draft.verb in ("(", "[")


def _covers_cue(outer: Draft, inner: Draft) -> bool:
    return any(start <= inner.cue[0] and inner.cue[1] <= end for start, end in outer.contents)


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.contents)
