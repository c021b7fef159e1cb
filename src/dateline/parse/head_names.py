"""Which names in the pieces of a head may be those of who puts the report out, and by what sign each of them is one.

A name that says by its words what it is, or whose sign says so, is told for sure; another may be the outlet's if it is
neither a person nor a place, which those who know such names have to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from dateline.parse.head_pieces import ALONE, Piece
from dateline.parse.publisher_names import HEAD_NAME
from dateline.reference.actor_words import word_set
from dateline.reference.headline_verbs import PAST, THIRD
from dateline.reference.outlet_words import (
    ACRONYM,
    DESK,
    FORCE,
    FORCE_FIRST,
    HEADING,
    MEDIA,
    PAPER,
    RELEASE,
    ROOM,
    STATION_FIRST,
    carrier,
)

_PASTS = frozenset(PAST.values())
_SAYS = word_set(
    "condemns denounces deplores calls urges demands warns welcomes mourns announces says confirms denies rejects vows accuses blames "
    "slams hails pledges threatens"
)
"""Verbs of saying in headlines; "reports", "records" and "documents" stand in names."""
CONTEXT = ("day", "document", "byline", "filler")
"""Pieces that no headline has: a name beside them is part of a head."""
_SPEAKS = re.compile(
    rf"(?:The[ \t])?(?P<name>{HEAD_NAME}?)(?:[ \t]\([A-Z]{{2,8}}\))?[ \t](?:strongly[ \t])?"
    r"(?:condemns|denounces|deplores|calls|urges|demands|warns|welcomes|mourns|documents|records|reports|announces|says|confirms)\b.*"
)
"""The title of a release: "Border Watch condemns …"."""
_SENTENCE = re.compile(r"(?:[ \t]*\([A-Z]{2,8}\))?[ \t]+[a-zß-ÿ]")
"""What goes on behind a name that is the subject of a sentence."""
_WRITTEN_FOR = re.compile(r"\w[ \t]+for[ \t]+(?:[Tt]he[ \t]+)?\Z")
"""What stands in a byline before the outlet: "By Awa Konate for The Beacon"."""

Where = tuple[int, int]
"""The code points [start, end) of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The lines above a text, taken apart."""

    text: str
    lines: Sequence[Sequence[Piece]]

    def words(self, piece: Piece) -> str:
        """The words of a piece."""
        return self.text[piece.start : piece.end]

    def has(self, kind: str) -> bool:
        """Whether a piece of this kind stands anywhere in the head."""
        return any(piece.kind == kind for line in self.lines for piece in line)

    @property
    def is_release(self) -> bool:
        """Whether a title says that this is somebody's own word."""
        titles = (piece for line in self.lines for piece in line if piece.kind == "document")
        return any(RELEASE.search(self.text, piece.start, piece.end) for piece in titles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A piece with a name, where it stands: in which line of the head, and as which piece of it."""

    head: Head
    row: int
    at: int
    where: Where

    @property
    def line(self) -> Sequence[Piece]:
        """The line in which it stands."""
        return self.head.lines[self.row]

    @property
    def piece(self) -> Piece:
        """The piece itself."""
        return self.line[self.at]

    @property
    def behind(self) -> Piece | None:
        """The next piece of its line."""
        return self.line[self.at + 1] if self.at + 1 < len(self.line) else None

    @property
    def name(self) -> str:
        """The name in it."""
        return self.head.text[slice(*self.where)]

    @property
    def below(self) -> Sequence[Piece]:
        """The pieces of the next line, if no headline stands there."""
        lines = self.head.lines[self.row + 1 : self.row + 2]
        return lines[0] if lines and _all_context(lines[0]) else ()


def sure_names(head: Head) -> Iterator[tuple[str, Where]]:
    """The names that say themselves, or by their sign, that somebody puts out reports: each with its kind of sign."""
    found = list(_told(head))
    yield from found or ((("own_release", name),) if (name := _of_own_release(head)) else ())


def possible_names(head: Head) -> Iterator[tuple[str, Where]]:
    """The names that may be an outlet's, for they stand where outlets write theirs: each with its kind of sign."""
    for spot in _spots(head):
        if not _may_name(spot):
            continue
        kind = next((kind for kind, stands_so in POSITIONS if stands_so(spot)), None)
        if kind is not None:
            yield kind, spot.where


def titled_names(head: Head) -> Iterator[Where]:
    """Whose document a first line says that it is, where it says nothing but that and its day: "VLF statement"."""
    line = head.lines[0] if head.lines else ()
    about = line[1:2] if len(line) == 2 and line[1].kind == "name" and not tells(head.words(line[1])) else ()
    if line and all(piece.kind == "day" or piece in (line[0], *about) for piece in line) and line[0].name is not None:
        yield from [line[0].name] if line[0].kind == "document" or line[0].put_out else []


def headed_names(head: Head) -> Iterator[Where]:
    """The name that fills the first line over the title of a document: "VALLEY FRONT / Statement of the spokesman"."""
    first, below = (*head.lines[:2], (), ())[:2]
    if len(first) == 1 and first[0].kind == "name" and first[0].name is not None and _is_titled(below):
        yield first[0].name


def _spots(head: Head) -> Iterator[Spot]:
    for row, line in enumerate(head.lines):
        for at, piece in enumerate(line):
            if piece.name is not None:
                yield Spot(head=head, row=row, at=at, where=piece.name)


def _told(head: Head) -> Iterator[tuple[str, Where]]:
    for spot in _spots(head):
        if not spot.piece.put_out:
            if _stands_as_body(spot):
                yield "body", spot.where
        elif _WRITTEN_FOR.search(head.text[spot.piece.start : spot.where[0]]) or is_body(spot.name, {"document"}):
            yield "put_out", spot.where


def _stands_as_body(spot: Spot) -> bool:
    """Whether a name is that of a body, and stands where no headline has one: alone, at an end, or beside a day or a title."""
    line, named, head = spot.line, spot.piece, spot.head
    beside = {piece.kind for piece in line if piece is not named} | {named.kind}
    if all(piece is named or ACRONYM.fullmatch(head.text, piece.start, piece.end) for piece in line):
        below = head.lines[spot.row + 1 : spot.row + 2] if spot.row or not topped(head) else head.lines[1:]
        beside |= {piece.kind for other in below if _all_context(other) for piece in other}
        beside |= {"document" for other in below[:1] if _is_titled(other)}
    around = (*line[max(0, spot.at - 1) : spot.at], *line[spot.at + 1 : spot.at + 2])
    at_end = spot.at in (0, len(line) - 1)
    apart = named.kind == "document" or at_end or any(piece.kind in CONTEXT for piece in around)
    return apart and _SENTENCE.match(head.text, named.end) is None and is_body(spot.name, beside)


def _of_own_release(head: Head) -> Where | None:
    """The body whose own release a title says that this is: "Border Watch condemns …"."""
    if not head.is_release:
        return None
    titles = (_SPEAKS.fullmatch(head.text, line[0].start, line[-1].end) for line in head.lines if line)
    named = (title.span("name") for title in titles if title is not None)
    return next((name for name in named if is_body(head.text[slice(*name)], {"document"})), None)


def is_body(name: str, beside: AbstractSet[str]) -> bool:
    """Whether a name says by its words that it is one of a paper, a desk or a force.

    Words that are in other names, too, count `beside` a day, those of forces beside the title of a document.
    """
    if tells(name):
        return False
    nouns = carrier(name).split()
    kinds = [MEDIA, DESK]
    if not beside.isdisjoint(CONTEXT):
        kinds.append(PAPER)
    if "document" in beside:
        kinds.extend((FORCE, ROOM))
    known = any(kind.fullmatch(nouns[-1]) for kind in kinds) or STATION_FIRST.fullmatch(nouns[0]) is not None
    known = known or ("document" in beside and FORCE_FIRST.fullmatch(nouns[0]) is not None)
    return len(name.split()) > 1 and known and ALONE.fullmatch(name) is None


def tells(name: str) -> bool:
    """Whether a name has a verb, as a headline in capitals has: "Rebels Storm Press Office"."""
    verbs = (word for before, word in pairwise(name.lower().split()) if before not in ("of", "the", "and"))
    return any(word in PAST or word in THIRD or word in _PASTS or word in _SAYS for word in verbs)


def topped(head: Head) -> bool:
    """Whether the first line is a name in capitals, with its article or a word of papers, over a headline in small letters and a byline or a day."""
    top, rest = head.lines[0], [piece for line in head.lines[1:] for piece in line]
    name = head.text[top[0].start : top[-1].end] if top else ""
    small = any(piece.kind == "words" and not head.words(piece).isupper() for piece in rest)
    told = any(piece.kind in ("day", "byline") for piece in rest)
    titled = name.isupper() or name.lower().startswith("the ") or PAPER.fullmatch(name.split()[-1] if name else "")
    return len(top) == 1 and small and told and bool(titled)


def _may_name(spot: Spot) -> bool:
    """Whether a name is one of more than a word, or with its article or who writes for it, and neither a headline's nor the owner's
    of a document, who may be a place ("Saro update").
    """
    piece = spot.piece
    letters = ACRONYM.fullmatch(spot.name) is not None and not (spot.row or spot.at) and spot.behind is not None
    long = (
        len(spot.name.split()) > 1
        or letters
        or _is_signed_for(spot)
        or spot.head.words(piece).lower().startswith("the ")
    )
    own = piece.put_out or spot.head.text[spot.where[1] : spot.where[1] + 2].lower() in ("'s", "’s")
    return long and (piece.kind != "document" or own) and not tells(spot.name) and HEADING.fullmatch(spot.name) is None


def _is_signed_for(spot: Spot) -> bool:
    """By Awa Konate for The Beacon."""
    return spot.piece.put_out


def _is_called_short(spot: Spot) -> bool:
    """Mothers of the Eastern Hill, MEH: its initials stand behind it."""
    initials = "".join(word[0] for word in spot.name.split() if word[0].isupper())
    return spot.behind is not None and initials == spot.head.words(spot.behind)


def _is_beside(spot: Spot) -> bool:
    """The Beacon, 3 May 2024: in one line with a day, the title of a document or a handle."""
    return any(piece.kind in ("day", "document", "filler") for piece in spot.line)


def _is_on_top(spot: Spot) -> bool:
    """First in its line, over the title of a document, or alone over a day and a headline, over day and hour, or on top of all."""
    if spot.at:
        return False
    below = {piece.kind for piece in spot.below}
    over_day = "day" in below and len(spot.line) == 1 and spot.head.has("words")
    posted = len(spot.line) == 1 and [piece.kind for piece in spot.below] == ["day", "day"]
    listed = spot.head.has("document") and all(piece.kind == "name" for piece in spot.line)
    return (
        "document" in below
        or _is_titled(spot.below)
        or over_day
        or posted
        or listed
        or (spot.row == 0 and topped(spot.head))
    )


POSITIONS: tuple[tuple[str, Callable[[Spot], bool]], ...] = (
    ("signed_for", _is_signed_for),
    ("numbered", lambda spot: spot.piece.kind == "numbered"),
    ("called_short", _is_called_short),
    ("beside", _is_beside),
    ("on_top", _is_on_top),
)
"""Where outlets write names that say nothing of what they name: the kinds of sign, and how each is seen."""


def _is_titled(line: Sequence[Piece]) -> bool:
    """Whether a line opens with the title of a document: "Statement of the spokesman", "Situation report on Saro"."""
    return bool(line) and (line[0].kind == "document" or (line[0].kind == "byline" and line[0].put_out))


def _all_context(line: Sequence[Piece]) -> bool:
    return all(piece.kind in CONTEXT for piece in line)
