"""Who publishes the report: as the user says, else the agency of its frame, else an outlet that sources told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from dateline.model.record import Mention
from dateline.model.text import Parse
from dateline.model.world import Actor
from dateline.reference import Reference
from dateline.reference.actor_words import fold, fold_name
from dateline.reference.place_words import DIRECTION_ADJECTIVES, FEATURE_NOUNS, TOPONYM_STARTS
from dateline.resolve.credit_lines import credited

_OF = re.compile(r"\s(?:of|for|in|to|on)\s", re.IGNORECASE)
ARTICLES = frozenset({"el", "la", "le", "the"})
"""With what names of papers begin, which are not those of persons."""
LONGEST_PERSON = 3
"""Words in the name of a person."""
_CREDIT = re.compile(r"\(([A-Z][\w .&'’-]{1,40})(?:, [^()\n]{1,30})?\)\s*(?:--?|–|—)")
_NO_OUTLET = re.compile(r"(?i)(?:news|press)\s+release|for immediate release|update|breaking")
_PAPER = r"(?:(?:press|media|official|public|military) )?(?:statement|communiqu[eé]|(?:press )?release|bulletin)"
_MASTHEAD = re.compile(
    rf"\s*(?:{_PAPER} (?:issued )?(?:by|from|of) (?:the )?(?P<by>[^\n/|(–—]{{2,60}}?)|(?P<of>[^\n/|(–—:]{{2,60}}?) {_PAPER})"
    r"\s*(?:[/|(–—-][^\n]*\d[^\n]*)?(?:\n|$)",
    re.IGNORECASE,
)
"""A first line that is nothing but whose statement follows, and of which day: "RSF statement / 5 March 2025"."""
_LIVE = re.compile(r"(?<=\w)\s+(?:LIVE|[Ll]ive (?:[Bb]log|[Uu]pdates?|[Pp]age|[Ff]eed|[Tt]icker)|[Ll]iveblog)\Z")
"""What an outlet's page is called, behind its name."""
_TODAY = re.compile(r"\s+said\b[^.\n]{0,60}\btoday\b")
_OTHERS = re.compile(
    r"['’]s\b|\s+(?:news\s+agency|newspaper|television|radio|channel|(?:has\s+|had\s+)?(?:reports?|reported|says|said|quoted|cited|added)\b)"
)
"""What stands behind the name of an outlet in the text of another."""
_CITED = re.compile(
    r"\b[Tt]he (?:news agency|newspaper|paper|wire service|news site|website|broadcaster|channel) (?:says|said|reports|reported|quoted|added)\b"
)
"""How one outlet goes on with what another told it."""
_OWN = re.compile(
    r"\b(?:told|tells)\s+(?:the\s+)?$|\b(?:our|its)\s+correspondent\s+$|\b(?:About|Connect with|Follow|Subscribe to|Contact)\s+$"
)
_STAFF = re.compile(
    r"(?:['’]?s)?\s+(?:own\s+|special\s+)?(?:correspondent|reporter|journalist|photographer|stringer|team|crew|witness)(?:e?s)?"
    r"\s+(?:in|at|on|near|there|outside|inside|travelling|embedded|saw|said|says|counted|heard|reported|who\s+(?:saw|visited|was))\b"
)
"""Whom an outlet speaks of as its own man in the place: "a NAME photographer saw …"."""


def find_publisher(parse: Parse, mentions: Sequence[Mention], reference: Reference) -> Actor:
    """The publisher as an actor; `src:unnamed` when nothing in or about the text names one."""
    frame = parse.frame
    agency = frame.agency.quote if frame.agency and not _NO_OUTLET.fullmatch(frame.agency.quote) else None
    name = parse.report.source or agency or (frame.signed and frame.signed.quote)
    if not name:
        outlet = partial(_is_outlet, reference)
        name = _masthead(parse, reference) or credited(parse.report.text, outlet)
        name = name or _credited(parse, mentions, reference) or _left_over(parse, reference)
    if not name:
        return Actor(id="src:unnamed", name="unnamed outlet", kind="media", aliases=("unnamed publisher",))
    name = _LIVE.sub("", name)
    signed = frame.signed.quote if frame.signed else None
    release = frame.kind == "press_release" or _masthead(parse, reference) == name
    return as_publisher(name, reference, signed=signed, release=release)


def as_publisher(name: str, reference: Reference, *, signed: str | None = None, release: bool = False) -> Actor:
    """The registered outlet or organisation of this name, else a provisional outlet."""
    known = reference.actors.named(name)
    spoken = release or len(name.split()) > 1
    outlets = [a for a in known if a.id.startswith("src:")] or [a for a in known if spoken and a.kind != "official"]
    words = " ".join(name.split())
    if outlets:
        found = outlets[0]
        return found if words in (found.name, *found.aliases) else replace(found, aliases=(*found.aliases, words))
    plain = words.title() if words.isupper() and len(words) > 5 else words
    aliases = tuple(dict.fromkeys(alias for alias in (words, signed or "") if alias and alias != plain))
    return Actor(id=f"src:{slug(words)}", name=plain, kind="media", aliases=aliases, provisional=True)


def slug(words: str) -> str:
    """A short id part from words."""
    return "-".join(fold_name(words).split()[:7]) or "x" + fold(words).encode("utf-8", "replace").hex()[:12]


def _masthead(parse: Parse, reference: Reference) -> str | None:
    """The registered party or organisation whose statement the first line says that this is."""
    head = _MASTHEAD.match(parse.report.text, 0, 200)
    name = (head["by"] or head["of"]).strip() if head else ""
    return name if any(actor.kind != "media" for actor in reference.actors.named(name)) else None


def _left_over(parse: Parse, reference: Reference) -> str | None:
    """The first name in the head that is no person, no place and no event: what is left can only be the outlet."""
    return next((name.quote for name in parse.frame.names if not _explained(parse, reference, name.quote)), None)


def _explained(parse: Parse, reference: Reference, name: str) -> bool:
    """Whether a name is that of somebody, of a place, which a report tells what is in, or of what happened."""
    gazetteer, words = reference.gazetteer, fold(name).split()
    carrier = fold(_OF.split(name)[0]).split()[-1]
    surname = words[-1] in gazetteer.surnames and len(words) <= LONGEST_PERSON and words[0] not in ARTICLES
    somebody = words[0] in gazetteer.first_names or surname or _is_title(reference, words[0])
    somewhere = (
        gazetteer.knows(name)
        or carrier in FEATURE_NOUNS
        or words[0] in (TOPONYM_STARTS - ARTICLES) | DIRECTION_ADJECTIVES
        or re.search(rf"\b(?:in|at|near) {re.escape(name)}\b", parse.report.text)
    )
    return bool(somebody or somewhere or reference.acts.of("n", carrier))


def _is_title(reference: Reference, word: str) -> bool:
    noun = reference.actors.nouns.by_phrase.get(word)
    return noun is not None and noun.sort == "official"


def _credited(parse: Parse, mentions: Sequence[Mention], reference: Reference) -> str | None:
    """The agency in brackets before the first dash; a place there is where an organisation tells of what it "said today"."""
    credit, day = _CREDIT.search(parse.report.text[:250]), parse.frame.date
    if credit is None or (day is not None and day.start == credit.start(1)):
        return _confidant(parse, mentions, reference)
    placed = any(m.kind == "place" and m.span.start == credit.start(1) for m in mentions)
    if not placed or reference.actors.named(credit.group(1)):
        return credit.group(1)
    end = parse.report.text.find("\n", credit.end())
    first = [m for m in mentions if credit.end() <= m.span.start < (end if end > 0 else len(parse.report.text))]
    said = (m.span.quote for m in first if _TODAY.match(parse.report.text, m.span.end) and m.kind == "actor")
    return next((name for name in said if reference.actors.named(name)), None)


def _is_outlet(reference: Reference, name: str) -> bool:
    """Whether a name is that of a registered outlet."""
    return any(actor.kind == "media" for actor in reference.actors.named(name))


def _confidant(parse: Parse, mentions: Sequence[Mention], reference: Reference) -> str | None:
    """The registered outlet that several sources "told": a text that confides in one outlet is that outlet's own.

    What a text says of an outlet as of another's ("the AFP news agency", "AFP reports") it does not say of its own.
    """
    told: Counter[str] = Counter()
    others: set[str] = set()
    text = parse.report.text
    if _CITED.search(text):
        return None
    for mention in mentions:
        known = reference.actors.named(mention.span.quote) if mention.kind == "actor" else ()
        if not known or known[0].kind != "media":
            continue
        if _STAFF.match(text, mention.span.end):
            told[mention.span.quote] += 1
        elif _OTHERS.match(text, mention.span.end):
            others.add(known[0].id)
        elif _OWN.search(text[: mention.span.start][-24:]):
            told[mention.span.quote] += 1
    own = Counter({name: count for name, count in told.items() if reference.actors.named(name)[0].id not in others})
    best = own.most_common(1)
    return best[0][0] if best and (len(told) == 1 or best[0][1] > 1) else None
