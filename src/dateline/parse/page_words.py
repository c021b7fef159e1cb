"""Words of the web page around a story that was saved as running text: titles of other stories, tags, share bars, feet.

Where line ends are lost they follow the last sentence of the story or stand amid it. They are known by their form: a word of
a closed class where a sentence would begin (“Read Also”, “Tags”, “Print Tweet Views 729”), and behind it no sentence that
ends with a full stop, for titles have none. What no form explains stays content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.span import Span
from dateline.model.text import Report
from dateline.reference.actor_words import word_set
from dateline.reference.headline_verbs import PAST, THIRD

_KINDS = r"(?:[Nn]ews|[Aa]rticles?|[Ss]tor(?:y|ies)|[Tt]opics?|[Pp]osts?|[Cc]ontent|[Cc]overage|[Ll]inks?|[Ii]tems?|[Vv]ideos?)"
_LIST = (
    rf"(?:Related(?: {_KINDS}|(?=[ ]?:|[ ][A-Z]))|(?:Read|Also|See)[ ](?:Also|More|Next|Read)\b|(?:Read|See) (?:also|more|next)(?=[ ]?[:|]|[ ]*$)"
    r"|Also read(?=[ ]?:)|Most (?:Read|Viewed|Popular|Shared|Watched|Commented)|Trending(?: Now| Stories| News| Topics)?(?=[ ]?:|[ ][A-Z])"
    rf"|(?:Top|More|Latest|Other|Popular|Recent|Similar|Recommended) (?:News|Stories|Headlines|Videos|Posts|Articles)\b|More (?:[Ff]rom|[Oo]n)(?= [A-Z][\w ]+:)"
    r"|Recommended(?: [Ff]or [Yy]ou|(?=[ ]?:))|Editor(?:[’']s|s[’']|s)? (?:Picks?|Choice)|You (?:[Mm]ay|[Mm]ight) (?:[Aa]lso )?[Ll]ike|Up Next"
    r"|Don[’']t (?:[Mm]iss)(?=[ ]?:|[ ][A-Z])|(?:Previous|Next) (?:[Aa]rticle|[Pp]ost|[Ss]tory)\b"
    r"|(?:Watch|Listen|Video|In [Pp]ictures|See)[ ]?:|Watch (?:Live|Now)\b)"
)
"""What heads the titles of other stories."""
_TAGS = (
    r"(?:(?:Tags?|Topics?|Keywords?|Categor(?:y|ies)|Filed [Uu]nder|Posted [Ii]n|Tagged)(?:[ ]?:|(?=[ ][A-Z#]))"
    r"|Tags(?=[ ](?!on\b|of\b|by\b|were\b|are\b|with\b|in\b|that\b|and\b)))"
)
_COUNT = r"\d[\d,.]*[KkMm]?"
_BUTTON = (
    r"(?:Print|Tweet|Share|Email|E-mail|Like|Follow|Facebook|Twitter|WhatsApp|Pinterest|LinkedIn|Telegram|Reddit|Instagram|Youtube|YouTube|SEND|Save"
    r"|Views?:?|Comments?|Shares?|Bookmark|Copy [Ll]ink)"
)
_SECTION = (
    r"(?:Home|News|World|Politics|Sports?|Business|Culture|Opinion|Lifestyle|Entertainment|Technology|Video|Live TV|Schedule|Contact(?: Us)?|About(?: Us)?"
    r"|Privacy(?: Policy| Notice)?|Terms(?: (?:of|and|&) (?:Use|Service|Conditions))?|Cookies?(?: Policy)?|Careers|Press Releases|Legal|Advertise(?: [Ww]ith [Uu]s)?"
    r"|Sitemap|RSS|Newsletters?|Login|Log [Ii]n|Register|Menu|Search|Subscribe|Corporate|Disclaimer|Archives?|Documentary|Partner Hotels|iOS|Android)"
)
_ALONE = (
    rf"(?:(?:{_BUTTON}(?:[ ]*[|·•/,][ ]*|[ ]+|$)(?:{_COUNT}(?:[ ]+|$))*){{2,}}|(?:{_SECTION}(?:[ ]*[|·•>/][ ]*|[ ]+|$)){{3,}}"
    rf"|(?:Get s|S)hort (?:URL|link|[Ll]ink):?(?: ?https?://\S+)?(?: {_COUNT})*(?: Views?:? {_COUNT})?|{_COUNT} (?:[Cc]omments|[Ss]hares|[Vv]iews)\b|Views: {_COUNT}"
    rf"|Share (?:this (?:article|story|post|page)?[ ]?)?(?:on|via|with)? ?{_BUTTON}(?:[ ,|]+(?:and )?{_BUTTON})*|Play Video|Advertisement|Sponsored(?: Content)?(?= [A-Z])|WARNING GRAPHIC CONTENT"
    r"|(?:Leave|Post|Add|Write) a (?:[Cc]omment|[Rr]eply)|Community standards(?:Discussion)?|(?:Comment via [A-Z][a-z]+)+|Back to [Tt]op|(?:Load|Show) [Mm]ore|Skip to (?:main )?[Cc]ontent|Photo [Gg]allery)"
)
"""What stands by itself: buttons, counts, names of sections, at least so many of them that no sentence begins like this."""
_CALL = (
    r"(?:Subscribe(?: now| today| here| to our| to the|(?= [A-Z])|(?=[.!]?[ ]*$))|Sign up (?:for|to|here|now)|Follow (?:us|@\w+)|Like us on|Join us on|Download (?:the|our) app"
    r"|Our Standards:|Copyright (?:©|\(c\)|\d{4}|by)|©[ ]?\d{4}|All [Rr]ights [Rr]eserved|Source:? (?:(?:[A-Z]\w*|and|&|,|agenc(?:y|ies))[ ]?)+(?=$|Related|Read|Tags|Share|Copyright))"
)
"""What asks readers for something, or says whose the page is."""
_BAR = re.compile(
    rf"(?<![^\s.])(?:(?P<list>{_LIST}|(?P<tags>{_TAGS}))|(?P<alone>{_ALONE})|(?P<call>{_CALL}))[ ]*", re.MULTILINE
)
_LEGAL = re.compile(
    r"(?i)\b(?:(?:we|this (?:web)?site|our (?:web)?site) (?:also )?uses? [^.]{0,30}\bcookies\b|(?:accept|manage|our) (?:all |the use of )?cookies?\b"
    r"|our cookies? policy|rights reserved|(?:material|article|story|content)[^.]{0,30} may not be (?:published|reproduced|broadcast|copied)"
    r"|(?:up for|subscribe to|get) our (?:daily |weekly |free )?newsletters?)\b"
)
"""Whole sentences of a page about itself."""
_SENTENCE = re.compile(r"[^\s](?:[^.!?\n]|[.!?](?![\s\"”’')\]]|$))*(?:[.!?]+[\"”’')\]]*|(?=\n)|$)")
_WORD = re.compile(r"[^\W\d_][\w’'\-]*")
_ENDED = re.compile(r"[.!?…][\"”’')\]]*\Z")
_HELPERS = word_set("has have had is are was were will would said says told")
_TURNS = _HELPERS | frozenset(PAST.values()) | word_set("in of on by from at with near during")
"""Verbs of a sentence, and prepositions that stand in no tag."""
_FIRST = word_set(
    "the a an at in on some several many most all more dozens scores hundreds thousands about nearly over it they he she suspected intense heavy"
    " fierce fresh new local two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety armed unidentified unknown"
)
"""What a sentence begins with, be it behind a list of names."""
_OF_TITLES = (
    word_set("after amid as dead killed wounded injured hurt back out under again over")
    | frozenset(PAST)
    | frozenset(THIRD)
)
_SIGNED = re.compile(r"(?i)\b(?:reporting|writing|editing|edited|written|report) by\b")
_PROSE, _TITLE, _LONG_WORD = 6, 5, 4
_GAP = 40
"""Blanks between two page words at most."""
_LOWER, _UPPER = 0.5, 0.8


def find_page_words(report: Report) -> tuple[Span, ...]:
    """The stretches of a page's own words, in text order; never before the first sentence of prose."""
    text = report.text
    first = next((one.end() for one in _SENTENCE.finditer(text) if _is_prose(one.group())), None)
    if first is None:
        return ()
    found: list[tuple[int, int]] = []
    for start, end in sorted((*_bars(text, first), *_legal(text, first), *_titles(text, first))):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(span for start, end in found if (span := report.trimmed(start, end)) is not None)


def _bars(text: str, first: int) -> Iterator[tuple[int, int]]:
    """The words that no sentence begins with, and the lists behind them."""
    ended = first
    for match in _BAR.finditer(text, first):
        if match.start() < ended or not _may_begin(text, match.start(), ended):
            continue
        if match.end() < len(text) and text[match.end()].islower() and not match["list"]:
            continue
        end = {"list": _list_end, "call": _call_end, "alone": _row_end}[
            next(name for name in ("list", "call", "alone") if match[name])
        ]
        ended = end(text, match)
        yield match.start(), ended


def _may_begin(text: str, at: int, ended: int) -> bool:
    """Whether a sentence may begin at an offset: behind another's end, on a line of its own, behind other page words."""
    if at - ended < _GAP and not text[ended:at].strip():
        return True
    before = text[max(0, at - _GAP) : at].rstrip(" \t")
    return not before or before[-1] == "\n" or _ENDED.search(before[-4:]) is not None


def _list_end(text: str, bar: re.Match[str]) -> int:
    """Where the titles or tags behind their heading end: at the end of the line, or where a sentence of prose begins."""
    line = _line_end(text, bar.end())
    starts = _title_end if bar["tags"] is None else _tag_end
    for piece in _SENTENCE.finditer(text, bar.end(), line):
        if _is_prose(piece.group()):
            return starts(text, piece.start(), piece.end())
    return line


def _call_end(text: str, bar: re.Match[str]) -> int:
    """A call ends with its sentence; one that has no full stop goes on to the end of the line."""
    line = _line_end(text, bar.end())
    piece = _SENTENCE.match(text, bar.start(), line)
    end = piece.end() if piece is not None else line
    return max(end, bar.end()) if any(_is_prose(one.group()) for one in _SENTENCE.finditer(text, end, line)) else line


def _row_end(text: str, bar: re.Match[str]) -> int:
    """Buttons stand by themselves, but for a name or two at the end of the line."""
    line = _line_end(text, bar.end())
    rest = _WORD.findall(text, bar.end(), line)
    named = (
        len(rest) < _TITLE
        and all(word[0].isupper() for word in rest)
        and not _is_stopped(text[bar.end() : line].rstrip())
    )
    return line if named else bar.end()


def _legal(text: str, first: int) -> Iterator[tuple[int, int]]:
    """Sentences about cookies and rights, where a page speaks of itself."""
    if _LEGAL.search(text, first) is None:
        return
    for piece in _SENTENCE.finditer(text, first):
        if _LEGAL.search(piece.group()) is not None:
            yield piece.span()


def _titles(text: str, first: int) -> Iterator[tuple[int, int]]:
    """Titles behind the last sentence of the text: in the case of titles, without a full stop, in the words of titles."""
    last = max((one.end() for one in _SENTENCE.finditer(text, first) if _is_stopped(one.group())), default=first)
    rest = text[last:]
    if rest.strip() and _is_title_case(rest) and _SIGNED.search(rest) is None:
        yield last, len(text)


def _is_title_case(rest: str) -> bool:
    words = _WORD.findall(rest)
    long = [word for word in words if len(word) >= _LONG_WORD]
    named = {word.lower() for word in words} & _OF_TITLES
    return len(words) >= _TITLE and bool(named) and sum(word[0].isupper() for word in long) >= _UPPER * len(long)


def _tag_end(text: str, start: int, end: int) -> int:
    """Where prose begins that follows tags without a mark: at the phrase before its first verb or preposition."""
    words = list(_WORD.finditer(text, start, end))
    turn = next((at for at, word in enumerate(words) if at and _is_turn(word.group())), len(words))
    told = [at for at in range(turn) if words[at].group()[0].isupper()]
    if not told:
        return start
    opened = [at for at in told if words[at].group().lower() in _FIRST]
    at = told[-1]
    while at > 1 and words[at - 1].group() == "and":
        at = max(one for one in (0, *told) if one < at - 1)
    return words[opened[-1] if opened else at].start()


def _title_end(text: str, start: int, end: int) -> int:
    """The same behind titles, which have verbs of their own: prose begins with the last article or number in capitals."""
    words = list(_WORD.finditer(text, start, end))
    turn = next((at for at, word in enumerate(words) if word.group() in _HELPERS), len(words))
    opened = [word.start() for word in words[:turn] if word.group()[0].isupper() and word.group().lower() in _FIRST]
    return opened[-1] if opened else start


def _is_turn(word: str) -> bool:
    """Whether no tag goes on with a word: "in", "was", "attacked"."""
    return word.islower() and (word.endswith("ed") or word in _TURNS)


def _is_stopped(piece: str) -> bool:
    return _ENDED.search(piece) is not None


def _is_prose(piece: str) -> bool:
    """Whether a piece is a sentence of the story: with a full stop, mostly in small letters, and not about the page."""
    words = _WORD.findall(piece)
    if len(words) < _PROSE or not _is_stopped(piece) or _LEGAL.search(piece) is not None:
        return False
    return len([word for word in words if word[0].islower()]) >= _LOWER * len(words)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
