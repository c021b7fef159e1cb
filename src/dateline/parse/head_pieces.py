"""The lines of a head taken apart: days, what a document calls itself, bylines, names, and words.

Papers, desks and forces write their heads in every order: "Title | Outlet | 6 May 2024", "Outlet live: town, day",
"FLASH UPDATE #3: town / Desk, day", "Prepared by the Desk". Each line above the text is cut at its signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from dateline.parse.dates import DATE, MONTH
from dateline.parse.publisher_names import HEAD_NAME, WORD

_BUREAU = (
    r"(?:[A-Z]\w+[ \t](?:service|office|cent(?:re|er)|department|bureau|desk|wing)[ \t](?:of|for)[ \t](?:the[ \t])?)?"
)
_NAME = rf"{_BUREAU}{HEAD_NAME}"
_PERSON = rf"{WORD}(?:[ \t](?:and[ \t])?{WORD}){{0,5}}"
_STAFF = (
    r"(?:staff|correspondents?|reporters?|news[ \t]?(?:desk|room)|editors|special correspondent|writers?|photographer)"
)
_QUALITIES = (
    r"(?:(?:press|news|media|official|public|joint|flash|military|war|operational|operations|field|live|security|situation|humanitarian"
    r"|protection|access|latest|breaking|daily|weekly|monthly|morning|midday|noon|evening|night|nightly|special|exclusive|regional"
    r"|incident|front|frontline|update|conflict|short|local|public|general|international)[ \t]+){0,3}"
)
_DOCUMENT = (
    rf"(?:{_QUALITIES}(?:communiqu[eé](?:[ \t]de[ \t]presse)?|statement|release|bulletin|briefing(?:[ \t]notes?)?|brief|updates?|reports?|sitrep|blog|liveblog|digest|notes?"
    r"|(?:operational|operations|general|situation|official|security)[ \t](?:information|summary)|comunicado(?:[ \t](?:de[ \t]prensa|oficial))?|parte[ \t](?:de[ \t]guerra|oficial)|bolet[ií]n"
    r"|newsletter|alert|advisory|overview|snapshot|summary|transcript|newscast|news|headlines|edition|special|feed|thread|log|diary"
    r"|page|coverage)"
    r"(?:[ \t]+(?:at|of)[ \t]+(?:\w+|the[ \t]+(?:hour|day|week)))?"
    r"(?:[ \t]*(?:#|№|n[°º]|no\.?|nr\.?|number|issue|vol\.?)?[ \t]*#?\d{1,4})?"
    r"|live|exclusive|breaking|as it happened|for immediate release|(?:page|issue|no\.?|vol\.?|edition)[ \t]*\d{1,4}|\w+[ \t]+bureau"
    r"|(?:protection|situation|incident|press|media)[ \t](?:monitoring|contacts?)|no\.?[ \t]?pr-?\d[\w/-]*"
    r"|(?:newest|latest|oldest)[ \t]+first|times? in \w+(?:[ \t]\w+)?|all times \w+)"
)
"""What documents call themselves."""
WHEN = re.compile(
    rf"(?:(?:published|posted|issued|released|dated|(?:last )?updated|as of|week(?:ly)? of|for|of|on)(?:[ \t]on)?:?[ \t]+)?"
    rf"(?:\d{{1,2}}[-–])?(?P<day>{DATE})|(?:(?:reporting[ \t]+)?period(?:[ \t]+covered)?|covering)\b:?[ \t]+[^\n|]{{4,60}}|\b{MONTH}[ \t]+(?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}[:.]\d{{2}}(?![\d.])(?:[ \t]*(?:hrs?|h|UTC|GMT|EAT|CAT|CET|local(?:[ \t]time)?|[ap]\.?m\.?)\b)?",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"[ \t]*(?:--|[|»—–/·•,:\[\]…]|\((?!c\))|(?<!\(c)\)|(?<!\b[Nn][or])(?<!\b[Vv]ol)(?<!\bSt)[.!?](?=\s|\Z))[ \t]*|[ \t]+-[ \t]+"
)
ALONE = re.compile(
    rf"{_DOCUMENT}(?:[ \t]+(?:as[ \t](?:of|at)|of|on|for|dated|(?:of|by)[ \t](?:the|our|its)[ \t](?:\w+[ \t]){{0,2}}spokes\w+))?",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"(?:The[ \t])?(?P<name>{_NAME}?)(?:['’][sS])?[ \t]+(?:(?i:{_DOCUMENT})(?:[ \t]+(?:of|on|from|about)[ \t].*)?|{_STAFF}(?:[ \t]{_PERSON})?)"
)
_PUT_OUT = re.compile(
    r"(?i:(?:this[ \t]+\w+[ \t]+(?:is|was)[ \t]+)?(?:issued|prepared|produced|published|compiled|released|put[ \t]out|circulated)[ \t]+by"
    rf"|(?:by|from)(?=[ \t]+the\b)|source|(?:a[ \t]+)?letter[ \t]+to|copyright|©|\(c\)|(?:{_DOCUMENT})[ \t]+(?:issued[ \t]+)?(?:by|from|of))[ \t]*(?:\d{{4}}[ \t]+)?(?:the[ \t]+)?"
    rf"(?P<name>{_NAME}?)(?:[ \t]+(?:\d{{4}}|from[ \t]+{_PERSON}|(?i:{_DOCUMENT})|(?:on behalf of|with|in|for|and|on|about|regarding|concerning)\b.*))?"
)
_BYLINE = re.compile(
    rf"(?:(?i:by|(?:words|story|text|photos|reporting) by|report(?:ed)? by|from)[ \t]+(?:{_PERSON}|(?i:our|a|the)[ \t](?:\w+[ \t]){{0,3}}{_STAFF})"
    rf"(?:[ \t]+(?:in|at|on)[ \t]+{_PERSON})?|{_PERSON}[ \t]+(?:(?:reports|writes|reporting|writing)[ \t]+)?(?:in|at|from)[ \t]+{_PERSON}(?=[ \t]+for)"
    r"|(?=for[ \t]+))"
    rf"(?:[ \t]*\bfor[ \t]+(?:[Tt]he[ \t]+)?(?P<name>{_NAME})(?:[ \t](?:magazine|newspaper|daily|weekly|website|agency))?)?"
)
_PLAIN = re.compile(rf"(?:The[ \t])?(?P<name>{_NAME})")
_NUMBERED = re.compile(rf"(?:The[ \t])?(?P<name>{HEAD_NAME})[ \t]*#[ \t]*\d{{1,4}}")
"""An issue of a newsletter: "The Valley Letter #12"."""
_FILLER = re.compile(
    r"[@#]\w+(?:[ \t]#\w+)*|(?:https?://|www\.)\S+|[\w-]+\.(?:com|org|net|info|news)\b\S*|\d+", re.IGNORECASE
)
_KINDS = (
    ("document", ALONE),
    ("filler", _FILLER),
    ("byline", _PUT_OUT),
    ("byline", _BYLINE),
    ("document", _OWNED),
    ("numbered", _NUMBERED),
    ("name", _PLAIN),
)
_GOES_ON = re.compile(r"[ \t]*[\n\u2028][ \t]*(?!by\b|for\b|from\b)[a-zß-ÿ]")
"""A line end in the middle of a sentence."""
_STOPS = re.compile(r"[.!?][\"”’)\]]*\s*\Z")
_WORDS = 8
"""Words from which a line that ends in a full stop is a sentence of the text."""
_LINES = 7
_LONGEST_LINE = 160
_ZONE = 700
"""Lines and code points in which a head stands, and the longest line of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a line: a `day`, a `document` (what it calls itself), a `byline`, `filler`, a `name`, a `numbered` issue, or `words`.

    `name` is where a name lies in it; `put_out` says that its own sign tells whose the document is.
    """

    kind: str
    start: int
    end: int
    name: tuple[int, int] | None = None
    put_out: bool = False


def head_lines(text: str) -> Iterator[tuple[Piece, ...]]:
    """The pieces of the lines above the text, and of the beginning of a text that opens with its head."""
    for match in list(re.finditer(r"[^\n\u2028]*\S[^\n\u2028]*", text[:_ZONE]))[:_LINES]:
        pieces = tuple(_pieces(text, *match.span()))
        words = sum(len(text[piece.start : piece.end].split()) for piece in pieces if piece.kind == "words")
        told = (words >= _WORDS and _STOPS.search(match.group()) is not None) or _GOES_ON.match(text, match.end())
        if len(match.group()) > _LONGEST_LINE or told:
            opening = tuple(takewhile(lambda piece: piece.kind != "words", pieces))
            runs_on = len(opening) < len(pieces) and text[pieces[len(opening)].start].islower()
            yield from (opening,) if not runs_on and any(piece.name is not None for piece in opening) else ()
            return
        yield pieces


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """A line taken apart at its days and its signs."""
    at = start
    for when in WHEN.finditer(text, start, end):
        yield from _chunks(text, at, when.start())
        yield Piece(kind="day", start=when.start(), end=when.end())
        at = when.end()
    yield from _chunks(text, at, end)


def _chunks(text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for sign in _SIGNS.finditer(text, start, end):
        yield from _piece(text, at, sign.start())
        at = sign.end()
    yield from _piece(text, at, end)


_INNER = re.compile(
    r"[^\s\u2600-\u27bf\ufe0f\U0001f000-\U0001faff](?:.*[^\s\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])?"
)
"""Words without the blanks and pictures around them."""


def _piece(text: str, start: int, end: int) -> Iterator[Piece]:
    """What the words between two signs are."""
    inner = _INNER.search(text, start, end)
    if inner is None:
        return
    start, end = inner.span()
    for kind, pattern in _KINDS:
        match = pattern.fullmatch(text, start, end)
        if match is not None:
            yield Piece(kind=kind, start=start, end=end, name=_named(match), put_out=pattern in (_PUT_OUT, _BYLINE))
            return
    yield Piece(kind="words", start=start, end=end)


def _named(match: re.Match[str]) -> tuple[int, int] | None:
    """Where the name in a piece stands, without the ending of the one whose page it is: "The Herald's live page"."""
    name = match.groupdict().get("name")
    if name is None:
        return None
    return match.start("name"), match.end("name") - 2 * name.lower().endswith(("'s", "’s"))
