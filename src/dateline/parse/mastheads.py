"""Who puts out a report whose head follows no wire order: the name among the days, titles and bylines above the text.

Papers, desks and forces write their heads in every order: "Title | Outlet | 6 May 2024", "Outlet live: town, day",
"FLASH UPDATE #3: town / Desk, day", "Prepared by the Desk". Each line above the text is taken apart at its signs, and
each piece is a day, what the document calls itself, a byline, a name, or words; a name that says by its words what it
is, or whose sign says so, is who puts it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile, zip_longest

from dateline.model.frame import Frame
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.datelines import ACRONYM, DESK, FORCE, FULL_YEAR, MEDIA, WORD
from dateline.parse.dates import DATE, MONTH
from dateline.reference.headline_verbs import PAST, THIRD

_LINKS = r"(?:of|the|and|for|de|du|des|do|da|dos|das|del|la|le|los|las|el|al|et|y|e|in)"
_BUREAU = (
    r"(?:[A-Z]\w+[ \t](?:service|office|cent(?:re|er)|department|bureau|desk|wing)[ \t](?:of|for)[ \t](?:the[ \t])?)?"
)
_NAME = rf"{_BUREAU}{WORD}(?:[ \t](?:{_LINKS}[ \t]){{0,2}}(?:{WORD}|\d{{1,3}}(?!\d))){{0,9}}"
_PERSON = rf"{WORD}(?:[ \t](?:and[ \t])?{WORD}){{0,5}}"
_STAFF = r"(?:staff|correspondents?|reporters?|special correspondent|writers?|photographer)"
_QUALITIES = (
    r"(?:(?:press|news|media|official|public|joint|flash|military|war|operational|operations|field|live|security|situation|humanitarian"
    r"|protection|access|latest|breaking|daily|weekly|monthly|morning|midday|noon|evening|night|nightly|special|exclusive|regional"
    r"|incident|front|frontline|update|conflict|short|local)[ \t]+){0,3}"
)
_DOCUMENT = (
    rf"(?:{_QUALITIES}(?:communiqu[eé]|statement|release|bulletin|briefing|brief|updates?|reports?|sitrep|blog|liveblog|digest|note"
    r"|newsletter|alert|advisory|overview|snapshot|summary|transcript|newscast|news|headlines|edition|special|feed|thread|log|diary"
    r"|page|coverage)"
    r"(?:[ \t]+(?:at|of)[ \t]+(?:\w+|the[ \t]+(?:hour|day|week)))?"
    r"(?:[ \t]*(?:#|№|no\.?|nr\.?|number|issue|vol\.?)?[ \t]*#?\d{1,4})?"
    r"|live|exclusive|breaking|as it happened|for immediate release|(?:page|issue|no\.?|vol\.?|edition)[ \t]*\d{1,4}|\w+[ \t]+bureau"
    r"|(?:newest|latest|oldest)[ \t]+first|times? in \w+(?:[ \t]\w+)?|all times \w+)"
)
"""What documents call themselves."""
_WHEN = re.compile(
    rf"(?:(?:published|posted|issued|released|dated|(?:last )?updated|as of|week(?:ly)? of|for|of|on)(?:[ \t]on)?:?[ \t]+)?"
    rf"(?:\d{{1,2}}[-–])?(?P<day>{DATE})|(?:(?:reporting[ \t]+)?period(?:[ \t]+covered)?|covering)\b:?[ \t]+[^\n|]{{4,60}}|\b{MONTH}[ \t]+(?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}[:.]\d{{2}}(?![\d.])(?:[ \t]*(?:hrs?|h|UTC|GMT|EAT|CAT|CET|local(?:[ \t]time)?|[ap]\.?m\.?)\b)?",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"[ \t]*(?:--|[|—–/·•,:\[\]…]|\((?!c\))|(?<!\(c)\)|(?<!\b[Nn][or])(?<!\b[Vv]ol)(?<!\bSt)[.!?](?=\s|\Z))[ \t]*|[ \t]+-[ \t]+"
)
_ALONE = re.compile(_DOCUMENT, re.IGNORECASE)
_OWNED = re.compile(
    rf"(?:The[ \t])?(?P<name>{_NAME}?)(?:['’]s)?[ \t]+(?:(?i:{_DOCUMENT})(?:[ \t]+(?:of|on|from|about)[ \t].*)?|{_STAFF}(?:[ \t]{_PERSON})?)"
)
_PUT_OUT = re.compile(
    r"(?i:(?:this[ \t]+\w+[ \t]+(?:is|was)[ \t]+)?(?:issued|prepared|produced|published|compiled|released|put[ \t]out|circulated)[ \t]+by"
    rf"|by(?=[ \t]+the\b)|source|(?:a[ \t]+)?letter[ \t]+to|copyright|©|\(c\)|(?:{_DOCUMENT})[ \t]+(?:issued[ \t]+)?(?:by|from|of))[ \t]*(?:\d{{4}}[ \t]+)?(?:the[ \t]+)?"
    rf"(?P<name>{_NAME}?)(?:[ \t]+(?:\d{{4}}|from[ \t]+{_PERSON}|(?i:{_DOCUMENT})|(?:on behalf of|with|in|for|and)\b.*))?"
)
_BYLINE = re.compile(
    rf"(?:(?i:by|words by|reporting by|report(?:ed)? by|from)[ \t]+(?:{_PERSON}|(?i:our|a|the)[ \t](?:\w+[ \t]){{0,3}}{_STAFF})"
    rf"(?:[ \t]+(?:in|at|on)[ \t]+{_PERSON})?|{_PERSON}[ \t]+(?:(?:reports|writes|reporting|writing)[ \t]+)?(?:in|at|from)[ \t]+{_PERSON}(?=[ \t]+for)"
    r"|(?=for[ \t]+))"
    rf"(?:[ \t]*\bfor[ \t]+(?:[Tt]he[ \t]+)?(?P<name>{_NAME})(?:[ \t](?:magazine|newspaper|daily|weekly|website|agency))?)?"
)
_PLAIN = re.compile(rf"(?:The[ \t])?(?P<name>{_NAME})")
_FILLER = re.compile(
    r"[@#]\w+(?:[ \t]#\w+)*|(?:https?://|www\.)\S+|[\w-]+\.(?:com|org|net|info|news)\b\S*|\d+", re.IGNORECASE
)
_KINDS = (
    ("document", _ALONE),
    ("filler", _FILLER),
    ("byline", _PUT_OUT),
    ("byline", _BYLINE),
    ("document", _OWNED),
    ("name", _PLAIN),
)
_PAPER = re.compile(
    r"(?i:quarterly|monthly|magazine|review|star|sun|voice|echo|today|insider|globe|record|register|sentinel|citizen|nation|leader|express"
    r"|messenger|examiner|independent|patriot|advocate|argus|beacon|bugle|world|mail|bulletin|digest|focus|watch|fm|broadcast"
    r"|information|report|reporter|access|tracker|group|watchers?|initiative|foundation|institute|trust|league|relief|aid|rights|secretariat)"
)
"""Words in the names of papers and desks that are too common to show one where no day or title stands beside them."""
_OFFICE = re.compile(
    r"(?i:(?:the[ \t])?(?:(?:central|general|military|war|joint)[ \t]+)?(?:media|press|information|communications?|public relations)[ \t]+"
    r"(?:cell|office|wing|cent(?:re|er)|bureau|department|directorate|service|committee|section|unit|team|branch|desk))"
)
"""What parties call those who write their statements."""
_ROOM = re.compile(r"(?i:room|operations|directorate|department|section|headquarters|hq|assembly|leadership)")
"""Words in the names of forces' offices, beside what the document calls itself."""
_STATION = re.compile(r"(?i:radio|tv|television|channel|agence|agencia)")
"""What names of stations begin with."""
_SPEAKS = re.compile(
    rf"(?:The[ \t])?(?P<name>{_NAME}?)(?:[ \t]\([A-Z]{{2,8}}\))?[ \t](?:strongly[ \t])?"
    r"(?:condemns|denounces|deplores|calls|urges|demands|warns|welcomes|mourns|documents|records|reports|announces|says|confirms)\b.*"
)
"""The title of a release: "Border Watch condemns …"."""
_SENTENCE = re.compile(r"(?:[ \t]*\([A-Z]{2,8}\))?[ \t]+[a-zß-ÿ]")
"""What goes on behind a name that is the subject of a sentence."""
_WRITTEN_FOR = re.compile(r"\w[ \t]+for[ \t]+(?:[Tt]he[ \t]+)?\Z")
"""What stands in a byline before the outlet: "By Awa Konate for The Beacon"."""
_OF = re.compile(r"[ \t](?:of|for|in|to|on)[ \t]", re.IGNORECASE)
_GOES_ON = re.compile(r"[ \t]*[\n\u2028][ \t]*(?!by\b|for\b|from\b)[a-zß-ÿ]")
"""A line end in the middle of a sentence."""
_STOPS = re.compile(r"[.!?][\"”’)\]]*\s*\Z")
_WORDS = 8
"""Words from which a line that ends in a full stop is a sentence of the text."""
_LINES = 7
_LONGEST_LINE = 160
_ZONE = 700
"""Lines and code points in which a head stands, and the longest line of one."""
_RELEASE = re.compile(r"(?i)communiqu|press[ \t]+(?:release|statement)|\bstatement")
_CONTEXT = ("day", "document", "byline", "filler")
"""Pieces that no headline has: a name beside them is part of a head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a line: a `day`, a `document` (what it calls itself), a `byline`, `filler`, a `name` or `words`.

    `name` is where a name lies in it; `put_out` says that its own sign tells whose the document is.
    """

    kind: str
    start: int
    end: int
    name: tuple[int, int] | None = None
    put_out: bool = False


def with_masthead(report: Report, frame: Frame) -> Frame:
    """The frame with who puts out the report, its day, and what of its head is no content, where it had nobody yet."""
    if frame.agency is not None and not _OFFICE.fullmatch(frame.agency.quote):
        return frame
    lines = tuple(_head_lines(report.text))
    if frame.agency is not None:
        return _of_party(report, frame, lines)
    issuer = _issuer(report.text, lines)
    if issuer is None:
        return replace(frame, names=tuple(report.span(*name) for name in _unexplained(report.text, lines)))
    pieces = [piece for line in lines for piece in line]
    days = (_day(report, piece) for piece in pieces if piece.kind == "day")
    walls = (wall for line in lines if (wall := _wall(report, line, issuer)) is not None)
    release = any(piece.kind == "document" and _RELEASE.search(report.text, piece.start, piece.end) for piece in pieces)
    told = replace(
        frame,
        agency=report.span(*issuer),
        date=frame.date or next((day for day in days if day is not None), None),
        headers=tuple(sorted((*frame.headers, *(w for w in walls if not any(w.overlaps(o) for o in frame.outside))))),
        kind="press_release" if release and frame.kind == "wire_dispatch" else frame.kind,
    )
    return _of_party(report, told, lines) if _OFFICE.fullmatch(report.text, *issuer) else told


def _of_party(report: Report, frame: Frame, lines: Sequence[Sequence[Piece]]) -> Frame:
    """The frame with the party whose name fills the line over its press office: "Valley Front / Media Office – Statement 4"."""
    first = lines[0][0] if lines and lines[0] else None
    if first is None or first.kind != "name" or first.name is None or _tells(report.text[slice(*first.name)]):
        return frame
    rest = lines[0][1:]
    town = bool(rest) and " " not in report.text[slice(*first.name)].strip()
    if not all(_of_office(report.text, piece) for piece in rest) or (town and not _is_short(report.text, rest[0])):
        return frame
    line = report.trimmed(first.start, lines[0][-1].end)
    outside = line is None or any(line.overlaps(one) for one in frame.outside)
    headers = frame.headers if outside or line is None else tuple(sorted((*frame.headers, line)))
    return replace(frame, agency=report.span(*first.name), headers=headers)


def _of_office(text: str, piece: Piece) -> bool:
    """Whether a piece says only which office of a party writes, and what, on which day."""
    return (
        piece.kind in ("day", "document")
        or _is_short(text, piece)
        or bool(_OFFICE.fullmatch(text, piece.start, piece.end))
    )


def _is_short(text: str, piece: Piece) -> bool:
    return ACRONYM.fullmatch(text, piece.start, piece.end) is not None


def _head_lines(text: str) -> Iterator[tuple[Piece, ...]]:
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
    for when in _WHEN.finditer(text, start, end):
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


def _piece(text: str, start: int, end: int) -> Iterator[Piece]:
    """What the words between two signs are."""
    quote = text[start:end]
    start, end = start + len(quote) - len(quote.lstrip()), end - len(quote) + len(quote.rstrip())
    if start >= end:
        return
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
    return match.start("name"), match.end("name") - 2 * name.endswith(("'s", "’s"))


def _issuer(text: str, lines: Sequence[Sequence[Piece]]) -> tuple[int, int] | None:
    """Where the name stands of who puts the report out: as a sign says, else the first that is one of such a body."""
    named = [(at, piece, piece.name) for at, line in enumerate(lines) for piece in line if piece.name is not None]
    said = (
        name
        for _, piece, name in named
        if piece.put_out
        and (_WRITTEN_FOR.search(text[piece.start : name[0]]) or _is_body(text[slice(*name)], {"document"}))
    )
    told = (name for at, piece, name in named if not piece.put_out and _in_head(text, lines, at, piece))
    return next(said, None) or next(told, None) or _of_release(text, lines)


def _in_head(text: str, lines: Sequence[Sequence[Piece]], at: int, named: Piece) -> bool:
    """Whether a name is that of a body, and stands where no headline has one: alone, at an end, or beside a day or a title."""
    line = lines[at]
    beside = {piece.kind for piece in line if piece is not named} | {named.kind}
    if all(piece is named or ACRONYM.fullmatch(text, piece.start, piece.end) for piece in line):
        below = lines[at + 1 : at + 2] if at or not _topped(text, lines) else lines[1:]
        beside |= {piece.kind for other in below if _all_context(other) for piece in other}
    index = line.index(named)
    around = (*line[max(0, index - 1) : index], *line[index + 1 : index + 2])
    apart = named.kind == "document" or index in (0, len(line) - 1) or any(piece.kind in _CONTEXT for piece in around)
    name = text[slice(*named.name)] if named.name is not None else ""
    return apart and _SENTENCE.match(text, named.end) is None and _is_body(name, beside)


def _unexplained(text: str, lines: Sequence[Sequence[Piece]]) -> Iterator[tuple[int, int]]:
    """The names in a head that may be an outlet's: what is written for them, what is called short by their initials, what
    stands in one line with a day or the title of a document, or over a day and a headline.
    """
    headed = any(piece.kind == "words" for line in lines for piece in line)
    titled = any(piece.kind == "document" for line in lines for piece in line)
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) and _all_context(lines[at + 1]) else ()
        kinds = {piece.kind for piece in below}
        over = (
            "document" in kinds or ("day" in kinds and headed and len(line) == 1) or (at == 0 and _topped(text, lines))
        )
        listed = titled and all(piece.kind == "name" for piece in line)
        beside = any(piece.kind in ("day", "document", "filler") for piece in line)
        for piece, behind in zip_longest(line, line[1:]):
            name = text[slice(*piece.name)] if piece.name is not None else ""
            short = behind is not None and _initials(name) == text[behind.start : behind.end]
            signed = piece.put_out and piece.kind == "byline"
            lone = len(name.split()) < 2 and not signed and not text[piece.start : piece.end].lower().startswith("the ")
            of_place = piece.kind == "document" and not piece.put_out
            alone = piece is line[0] and (over or listed)
            if piece.name and not (lone or of_place or _tells(name)) and (piece.put_out or short or beside or alone):
                yield piece.name


def _topped(text: str, lines: Sequence[Sequence[Piece]]) -> bool:
    """Whether the first line is a name in capitals, or with its article, over a headline in small letters and a byline or a day."""
    top, rest = lines[0], [piece for line in lines[1:] for piece in line]
    name = text[top[0].start : top[-1].end] if top else ""
    small = any(piece.kind == "words" and not text[piece.start : piece.end].isupper() for piece in rest)
    told = any(piece.kind in ("day", "byline") for piece in rest)
    return len(top) == 1 and small and told and (name.isupper() or name.lower().startswith("the "))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _all_context(line: Sequence[Piece]) -> bool:
    return all(piece.kind in _CONTEXT for piece in line)


def _of_release(text: str, lines: Sequence[Sequence[Piece]]) -> tuple[int, int] | None:
    """The body whose own release a title says that this is: "Border Watch condemns …"."""
    if not any(
        piece.kind == "document" and _RELEASE.search(text, piece.start, piece.end) for line in lines for piece in line
    ):
        return None
    titles = (_SPEAKS.fullmatch(text, line[0].start, line[-1].end) for line in lines if line)
    named = (title.span("name") for title in titles if title is not None)
    return next((name for name in named if _is_body(text[slice(*name)], {"document"})), None)


def _is_body(name: str, beside: AbstractSet[str]) -> bool:
    """Whether a name says by its words that it is one of a paper, a desk or a force.

    Words that are in other names, too, count `beside` a day, those of forces beside the title of a document.
    """
    words = name.split()
    if _tells(name):
        return False
    carrier = _OF.split(name)[0].split()
    kinds = [MEDIA, DESK]
    if not beside.isdisjoint(_CONTEXT):
        kinds.append(_PAPER)
    if "document" in beside:
        kinds.extend((FORCE, _ROOM))
    known = any(kind.fullmatch(carrier[-1]) for kind in kinds) or _STATION.fullmatch(carrier[0]) is not None
    return len(words) > 1 and known and _ALONE.fullmatch(name) is None


def _tells(name: str) -> bool:
    """Whether a name has a verb, as a headline in capitals has: "Rebels Storm Press Office"."""
    verbs = (word for before, word in pairwise(name.lower().split()) if before not in ("of", "the", "and"))
    return any(word in PAST or word in THIRD for word in verbs)


def _day(report: Report, piece: Piece) -> Span | None:
    """The day of a piece, where it has its year."""
    match = _WHEN.match(report.text, piece.start, piece.end)
    if match is None or match["day"] is None or not FULL_YEAR.search(match["day"]):
        return None
    return report.span(*match.span("day"))


def _wall(report: Report, line: Sequence[Piece], issuer: tuple[int, int]) -> Span | None:
    """What of a line is no content: all of it, or the end or the beginning that names who puts the report out."""
    if not line:
        return None
    own = next((at for at, piece in enumerate(line) if piece.name == issuer), None)
    if own is None:
        return report.trimmed(line[0].start, line[-1].end) if all(p.kind in _CONTEXT for p in line) else None
    first = next((at + 1 for at in range(own, -1, -1) if line[at].kind == "words"), 0)
    behind = next((at for at in range(own, len(line)) if line[at].kind == "words"), len(line))
    return report.trimmed(line[first].start, line[behind - 1].end)
