"""Stretches that are nobody's words about the world: credits, links, page feet, end marks, enumerators, hashtags.

Each pattern takes a whole line, save those that name a mark at the start or the end of one. What no pattern
recognises stays content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.dates import DATE

_PERSON = r"(?:[A-ZÀ-Þ][\w.'’\-]*)(?:[ \t](?:[A-ZÀ-Þ][\w.'’\-]*|de|van|von|al|el|bin|ibn|du|la|le|del|der)){0,4}"
_PEOPLE = rf"{_PERSON}(?:(?:,[ \t]|[ \t](?:and|&)[ \t]|,[ \t]and[ \t]){_PERSON}){{0,5}}"
_NO_PERSON = (
    r"(?!(?i:mon|tues|wednes|thurs|fri|satur|sun)day|(?i:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|then|now|late|early|mid|dawn|dusk|noon|night|evening|morning|contrast|comparison|that|this|the)\b)"
)
_BYLINE = (
    rf"[Bb][Yy][ \t]+{_NO_PERSON}{_PEOPLE}(?:[ \t]+in[ \t]+{_PERSON}(?:,[ \t]{_PERSON})?)?"
    rf"(?:[ \t]+and[ \t]+{_PEOPLE}(?:[ \t]+in[ \t]+{_PERSON})?)?(?:[ \t]*[,|/–\-][ \t]*[A-Z\d][^\n]{{0,50}})?"
)
_CREDIT = (
    r"\(?(?i:(?:(?:additional|further|with)[ \t]+)?(?:reporting|writing|editing|reported|written|edited|compiled|translated|translation)"
    r"[ \t]+(?:(?:and|,)[ \t]+(?:reporting|writing|editing)[ \t]+)?by)[ \t]+[A-ZÀ-Þ][^\n]{2,300}"
)
_END = (
    r"(?i:ends?|-+[ \t]*ends?[ \t]*-+|/?ends?\.?|endit|end of (?:report|message|text|transmission|document)|-?30-|"
    r"\(?more to (?:follow|come)\.?\)?|\(?story (?:developing|continues)\.?\)?|\(?more(?: follows)?\)?)"
    r"|#{2,}|\*{3,}|[_=~\-–—*]{3}[_=~\-–—* \t]*|(?:\*[ \t]+){2,}\*|nnnn|NNNN"
)
_PAGE = (
    r"(?i:page[ \t]+\d+(?:[ \t]*(?:of|/)[ \t]*\d+)?|\d+[ \t]*/[ \t]*\d+[ \t]*pages?|p\.[ \t]*\d+|-[ \t]*\d+[ \t]*-"
    r"|(?:article continues after |scroll to continue with )?advert(?:isement|ising)?(?:[ \t]*[-–—|:][^\n]{0,60})?|continue reading(?: below)?"
    r"|(?:story|article) continues below[^.\n]{0,40}|\d{1,3}[ \t]min(?:ute)?s?[ \t]read|[\d.,]+[KkMm]?[ \t](?:shares?|views|likes|comments?)"
    r"|(?:reply|report abuse|load more comments|view all comments|facebook|twitter|whatsapp|linkedin|email|copy link)|share (?:this|on)\b[^.\n]{0,60}|print|share|tweet"
    r"|(?:click|tap) here\b[^\n]{0,80}|sign up\b[^\n]{0,120}|subscribe\b[^\n]{0,120}|follow us\b[^\n]{0,120}"
    r"|all rights reserved\.?[^\n]{0,80}|(?:©|\(c\)|copyright)[ \t][^\n]{2,120}|our standards:[^\n]{2,120}|loading\.{0,3}|toggle caption"
    r"|@\w{3,40}|[^\n|]{0,40}\|[^\n]{0,60}\b(?:subscribe|join us|join|send news|boost|donate|our chat)\b[^\n]{0,40}"
    r"|(?:unclassified|official use only|for official use only|restricted|confidential)(?://[A-Z /]+)?"
    r"|prepared for (?:internal|official) use[^\n]{0,80})"
)
_LINKS = (
    r"(?i:[>»•*\-–]*[ \t]*(?:read(?: more| also| next| on)?|also read|see also|see more|related(?: stories| coverage| news)?|watch|listen|more on this"
    r"|recommended|don['’]t miss|in pictures|you may also like|full story|original(?: article)?|permalink"
    r"|photo|photos|image|images|picture|video|credit|photo credit|map|graphic|via)[ \t]*[:>|»]+[ \t]*[^\n]{2,200})"
)
_BY = re.compile(rf"^[ \t]*{_BYLINE}[ \t\r]*$", re.MULTILINE)
_WHOLE = re.compile(rf"^[ \t]*+(?:{_CREDIT}|{_END}|{_PAGE}|{_LINKS})[ \t\r]*$", re.MULTILINE)
_TAKE = re.compile(
    r"^[ \t]*(?:\(?(?:Eds?|EDS?|Editors)(?:[’']s? note)?[ \t]*:[^\n]*|\((?:Adds|Updates|Recasts|Refiles|Repeats|Corrects|Writes through)\b[^()\n]{0,200}\)"
    r"|[^\n]{0,60}\b(?:\d(?:st|nd|rd|th)[ ](?:Ld|LD|Add|ADD|Lead)\b|Writethru|WRITETHRU)[^\n]{0,40}|(?:URGENT|BULLETIN|FLASH|SNAP|NEWSALERT)"
    r"|\(?(?:MORE|END|ENDS)\)?[ \t]+[a-z]{2,12}-\d\d[^\n]{0,30}|[a-z]{2,12}-\d\d-\d\d-\d\d[^\n]{0,20}|[a-z]\d{4}|[a-z](?:[ ][a-z]){1,2})[ \t\r]*$",
    re.MULTILINE,
)
"""What a desk writes on the takes of a story: slugs with their number, notes for editors, pick-up and transmission codes."""
_RAIL = re.compile(
    r"^[ \t>»]*(?:(?:trending|most (?:read|popular|viewed|shared|watched)|top stories|latest (?:news|stories|headlines|videos?)|editors?['’]?s?['’]? picks?"
    r"|recommended(?: for you| stories)?|related(?: articles| stories| content| topics| news)?|more (?:from|on|in)\b[^\n.:]{0,40}|more stories|you (?:may|might) also like"
    r"|(?:read|up|watch) next|also in (?:the )?news|don['’]t miss|watch|popular (?:now|posts)|in case you missed it|sponsored(?: content)?|about the authors?)"
    r"(?:[ \t]+(?:now|today|stories|this week))?)[ \t:]*\n(?P<listed>(?:[ \t]*\n)?(?:[^\n]{1,140}[^\n.!?”\"][ \t\r]*(?:\n|\Z)){1,12})",
    re.MULTILINE | re.IGNORECASE,
)
"""A heading beside an article and the titles of other stories below it: none of them ends with a full stop."""
_COMMENTS = re.compile(
    r"^[ \t]*(?:\d{1,5}[ \t]comments?|comments?[ \t]*\(\d{1,5}\)|(?:leave|post|add) a (?:comment|reply)|join the (?:conversation|discussion)|be the first to comment)[ \t:]*\n",
    re.MULTILINE | re.IGNORECASE,
)
"""Below this line readers write."""
_ABOUT = re.compile(
    r"^[ \t]*about the (?:authors?|writers?)[ \t:]*\n(?:[ \t]*\n)?(?:[^\n]*\S[^\n]*(?:\n|\Z))+",
    re.MULTILINE | re.IGNORECASE,
)
_URL = re.compile(r"^[ \t]*(?:https?://|www\.)\S+[ \t\r]*$", re.MULTILINE)
_TAIL = re.compile(
    r"(?:(?<=[.!?”\"’)])|^)[ \t]*(?:(?:[#＃]\w++|/?END|\(?more to (?:follow|come)\.?\)?|https?://\S++)[ \t]*)+$",
    re.IGNORECASE | re.MULTILINE,
)
_CAPTION = re.compile(
    r"^[ \t]*(?:(?:FILE|ARCHIVE|ARCHIVED|LIBRARY)(?:[ \t]+(?:PHOTO|PICTURE|IMAGE|PIC|FOOTAGE|VIDEO))?[ \t]*(?:[:–—]|-{1,2}[ \t])"
    r"|(?:File|Archive|Library)[ \t]+(?:photo|picture|image|pic|footage)[ \t]*(?:[:–—]|-{1,2}[ \t]))[^\n]*",
    re.MULTILINE,
)
_CREDITED = re.compile(
    r"^[^\n]{20,400}[ \t](?:\[(?:[A-Z][\w .,'’\-]{1,60}/)+[A-Z][\w .'’\-]{1,30}\]|\((?:AP|AFP|EPA|Reuters)?[ \t]?(?:File )?(?:Photo|photo)(?:/[^)\n]{1,60})?\)"
    r"|[A-Z]{2,12}/[A-Z][\w.'’\-]+(?:[ ][A-Z][\w.'’\-]+){1,3}(?:[ .,]*(?:Purchase )?Licensing Rights[^\n]*)?"
    r"|(?<=[.!?”\"’)] )\(?(?i:photo(?:graph)?s?|image|picture|pic|credit)(?i:(?:[ ]credit)?:|[ ]by|[ ]courtesy of)[ ]"
    r"[A-Z@©][^.\n]{1,60}\)?\.?)[ \t\r]*$",
    re.MULTILINE,
)
_AMID = re.compile(
    rf"(?:(?<=[.!?”\"’)][ \t])|^(?:(?:[A-Z][\w]*[ ]){{0,3}}{DATE}[ \t]+)?)(?P<caption>[^\n.!?]{{15,400}}[.]?[ \t]*"
    r"(?:\((?:[A-Z][\w]*[ ]){0,3}(?:[Ff]ile[ ])?[Pp]hoto(?:[ :/][^)\n]{0,40})?\)|REUTERS/[A-Z]\w+)(?:[ ]\([A-Z][^)\n]{2,40}\))?)",
    re.MULTILINE,
)
"""The same amid a text whose line ends are lost: the sentence before a credit in brackets."""
_EMOJI = "[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]"
_NUMBER = r"(?:\(\d{1,2}/(?:\d{1,2}|n|x)?\)|\[\d{1,2}/(?:\d{1,2}|n|x)?\]|\d{1,2}/(?:\d{1,2}|n|x)?(?=[ \t\n)]|$)(?![ \t]*[-–—])|\d{1,2}[.)](?=[ \t]+\S)|\([a-z0-9]{1,2}\)(?=[ \t])|[a-z]\)(?=[ \t]))"
_FLASH = (
    r"(?:BREAKING(?:[ \t]+NEWS)?|JUST[ \t]+IN|NEWSFLASH|FLASH|URGENT|DEVELOPING|ALERT|EXCLUSIVE|WATCH|THREAD|NEW|Thread|Breaking|Just in|Developing)"
    r"(?:[ \t]*[:|!]++|[ \t]+[–—-]++)"
)
_CLASSIFIED = r"\((?:U|C|S|TS|R|NU|NR|NC|NS)(?://[A-Z0-9 ,/]+)*\)"
OPENING = rf"(?:{_EMOJI}|{_NUMBER}|{_FLASH}|{_CLASSIFIED}|[•▪◦●○■□‣⁃·]|\*{{1,3}}(?=[ \t]))"
"""What may stand at the start of a line and says nothing: bullets, numbers, emojis, flashes, classifications."""
_OPENING = re.compile(rf"^[ \t]*(?:{OPENING}[ \t]*)+", re.MULTILINE)
_THREADED = re.compile(
    rf"(?<![ \t])[ \t]*+(?:{_EMOJI}|\(\d{{1,2}}/\d{{0,2}}\)|\[\d{{1,2}}/\d{{0,2}}\]){{1,60}}+[ \t]*+$", re.MULTILINE
)
_PHOTO = re.compile(r"(?i:photo|image|picture|pic\b|credit)|/[A-Z][\w .'’\-]{1,30}\]|[A-Z]{2}/[A-Z][a-z]")
_TAILED = re.compile(r"#\w|https?:|/END|[Mm]ore to (?:follow|come)|MORE TO")
_TAKEN = re.compile(
    r"(?i:writethru|\b(?:eds?|editors(?:['’]s?[ ]note)?)[ \t]*:|\((?:adds|updates|recasts|refiles|repeats|corrects|writes through|more|end)\b)"
    r"|\d(?:st|nd|rd|th) (?:Ld|LD|Add|ADD|Lead)|(?m:^[ \t]*(?:URGENT|BULLETIN|FLASH|SNAP|NEWSALERT)[ \t\r]*$)"
)
_SHORT_URL = re.compile(
    r"(?:(?<=[ \t\d])\d{1,2}:\d{2}[ \t]+\d{2}\.\d{2}\.\d{4}[ \t]*)?(?:\((?i:last )?(?i:updated)[ \t:]+[^()\n]{4,40}\)[ \t]*)?Get short URL(?:[ \t]+\d{1,4}\b(?![ \t]+[a-z]))*"
)
"""The counters of a flattened page before its lead: hour, day of the last change, link and shares."""
_MARKED = re.compile(rf"{_EMOJI}|[(\[]\d{{1,2}}/")
"""First looks, cheap, at whether the slower patterns can find anything."""
_ENUMERATED = re.compile(r"^[ \t]*\d{1,2}[.)](?=[ \t]+\S)", re.MULTILINE)


def find_captions(report: Report) -> tuple[Span, ...]:
    """Words under pictures that are not of the day, or that end with an agency's credit."""
    credited = _CREDITED.finditer(report.text) if _PHOTO.search(report.text) else ()
    found = [match.span() for match in (*_CAPTION.finditer(report.text), *credited)]
    if _PHOTO.search(report.text):
        amid = (match.span("caption") for match in _AMID.finditer(report.text))
        found += [(start, end) for start, end in amid if not any(one < end and start < other for one, other in found)]
    return tuple(sorted({span for start, end in found if (span := report.trimmed(start, end))}))


def find_furniture(report: Report) -> tuple[Span, ...]:
    """All such stretches in text order; they may touch, and never overlap one another."""
    found: list[Span] = []
    for start, end in sorted(_stretches(report.text), key=lambda pair: (pair[0], -pair[1])):
        span = (
            report.trimmed(max(start, found[-1].end if found else 0), end) if not found or end > found[-1].end else None
        )
        if span is not None:
            found.append(span)
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    tails = (_TAIL,) if _TAILED.search(text) else ()
    threads = (_THREADED,) if _MARKED.search(text) else ()
    takes = (_TAKE,) if _TAKEN.search(text) else ()
    for pattern in (_WHOLE, _URL, *takes, *tails, *threads):
        yield from (match.span() for match in pattern.finditer(text) if match.group().strip())
    yield from (match.span() for match in _SHORT_URL.finditer(text, 0, min(len(text), 600)))
    yield from _beside(text)
    yield from (match.span() for match in _BY.finditer(text) if _stands_alone(text, *match.span()))
    enumerated = len(_ENUMERATED.findall(text)) > 1
    for match in _OPENING.finditer(text):
        alone = _ENUMERATED.match(match.group()) is None or enumerated
        if alone and match.end() < len(text):
            yield match.span()


def _beside(text: str) -> Iterator[tuple[int, int]]:
    """What stands beside an article on its page: never at its top, where the same headings open a digest."""
    body = len(text) // 4
    for pattern in (_RAIL, _ABOUT):
        yield from (match.span() for match in pattern.finditer(text, body))
    readers = _COMMENTS.search(text, body)
    if readers is not None:
        yield readers.start(), len(text)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a byline is a paragraph, or one of the first lines of a text, and no wrapped end of a sentence."""
    words = text[start:end]
    above = text[:start].rstrip(" \t\r")
    apart = not above or above.endswith(("\n\n", "\n\r\n")) or text.count("\n", 0, start) < 3
    ended = above.rstrip().endswith((",", " and", ";")) or (words.isupper() and words.rstrip().endswith("."))
    return apart and not ended and not text[end : end + 2].lstrip("\n").islower()
