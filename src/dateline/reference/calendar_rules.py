"""The shapes of time expressions in English, as regular expressions by the word that gives them away.

Every rule has named groups that `calendar_grammar` turns into an Expression. Case is ignored, because wires in
capitals exist; words that are something else in lower case ("may", "march") are judged by the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.reference.calendar import (
    EASTER_FEASTS,
    FIXED_FEASTS,
    MONTH_NAMES,
    MONTHS_ABROAD,
    NTH_FEASTS,
    ONES,
    TENS,
    WEEKDAY_NAMES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One shape: its kind and the pattern that must cover a trigger word."""

    kind: str
    pattern: re.Pattern[str]


def _rule(kind: str, pattern: str) -> Rule:
    return Rule(kind=kind, pattern=re.compile(pattern, re.IGNORECASE))


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_S = r"(?:\s+|\s*-\s*)"
_M = r"(?:(?:" + "|".join(MONTH_NAMES) + r")(?![a-z])|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])\.?)"
_W = r"(?:" + "|".join(WEEKDAY_NAMES) + r")"
_WA = r"(?:" + "|".join(WEEKDAY_NAMES) + r"|(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.?)"
_TENS = "|".join(TENS)
_SPELLED = rf"(?:nineteen|eighteen|seventeen|twenty)\s+(?:(?:{_TENS})(?:[-\s](?:{'|'.join(ONES)}))?|hundred|oh[-\s](?:{'|'.join(ONES)}))|two\s+thousand"
_Y = rf"(?:(?:1\d{{3}}|20\d\d)(?![\d%]|[.,]\d|[a-rt-z]\b|\s*per\s?cent)|{_SPELLED})"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?!\d|:\d)"
_ORD = r"(?:st|nd|rd|th)"
_BC = r"(?:\s*(?:BCE?\b|B\.\s?C\.(?:\s?E\.)?|B\.C))"
_APPROX = (
    r"(?:more\s+than|less\s+than|fewer\s+than|no\s+more\s+than|at\s+least|up\s+to|nearly|almost|about|around|over|"
    r"approximately|approx\.?|circa|roughly|some|just|only|under|well\s+over)\s+"
)
_NEARLY = r"(?:(?P<approx>(?:just|shortly)\s+(?:after|before)|around|about|approximately|approx\.?|circa)\s+)?"
_AGAIN = r"(?:\s*\((?:[01]?\d|2[0-4])[:.]?[0-5]\d\s*(?:GMT|UTC)\))?"
"""The same hour for readers elsewhere: "4 a.m. local time (0100 GMT)"."""
_ONES = "|".join(sorted(ONES, key=len, reverse=True))
_NUM = (
    r"(?:\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:\s+(?:1/2|½))?|(?:" + "|".join(TENS) + r")(?:[-\s](?:" + _ONES + r"))?|"
    r"(?:" + _ONES + r")(?:\s+hundred)?|a\s+(?:hundred|dozen)|hundred|half\s+an?|an?|another|several|a\s+few|few|"
    r"a\s+couple(?:\s+of)?|a\s+number\s+of|many|some|dozens\s+of|tens\s+of|countless)"
)
_UNIT = (
    r"(?:seconds|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries)"
)
_MOD = (
    r"(?P<mod>(?:the\s+)?(?:very\s+)?(?:early|late|mid|middle|start|beginning|end|latter\s+part|early\s+part|close|first\s+days|last\s+days|opening\s+days|final\s+days|rest)"
    r"(?:\s+(?:of|in|on))?(?:\s+the)?|earlier|later)[\s-]+"
)
_REL = (
    r"(?P<rel>that\s+same|(?:this|the)\s+(?:past|last|coming|next|previous|preceding|following|same|current)|"
    r"this|that|last|next|past|previous|the)"
)
_OFYEAR = (
    r"(?:(?:,?\s+|,?\s+of\s+)(?P<year>"
    + _Y
    + r")|,?\s+(?:of\s+)?(?P<relyear>(?:that|the\s+same|last|this|next|the\s+following|the\s+previous)\s+year)\b)"
)
_ERA = r"(?P<era>" + _BC + r")?"
_FEAST = _any([*FIXED_FEASTS, *EASTER_FEASTS, *NTH_FEASTS, "ramadan", "eid al-fitr", "eid al-adha", "eid"])

DATE_RULES = (
    _rule(
        "range",
        rf"\b(?P<day>{_D}){_ORD}?(?:\s*[–—-]\s*|\s+(?:and|to|or)\s+)(?:the\s+)?(?P<day2>{_D}){_ORD}?\s+(?:of\s+)?(?P<month>{_M})"
        rf"(?:,?\s+(?P<year>{_Y}))?",
    ),
    _rule(
        "range",
        rf"\b(?P<month>{_M})\s+(?P<day>{_D}){_ORD}?(?:\s*[–—-]\s*|\s+(?:and|to|or|through|thru)\s+)(?P<day2>{_D}){_ORD}?(?!\w|,\s*\d)"
        rf"(?:,?\s+(?P<year>{_Y}))?",
    ),
    _rule(
        "range",
        rf"\b(?P<month>{_M})\s+(?P<day>{_D}){_ORD}?(?:\s*[–—-]\s*|\s+(?:and|to|or|through|thru)\s+)(?P<day2>{_D}){_ORD}?"
        rf"(?:,\s+|\s+)(?P<year>{_Y})",
    ),
    _rule(
        "date",
        rf"\b(?:(?P<rel>last|next|this\s+past|this\s+coming)\s+)?(?:(?P<weekday>{_WA})(?:,\s*|\s+))?(?:the\s+)?(?P<month>{_M})\s+(?:the\s+)?(?P<day>{_D}){_ORD}?(?![-–]?\d|,\d|\.\d)"
        rf"(?:(?:,\s*|\s+|,?\s+of\s+)(?P<year>{_Y})|,?\s+of\s+(?P<relyear>(?:that|the\s+same|last|this|next)\s+year)\b)?{_ERA}",
    ),
    _rule(
        "date",
        rf"(?<![\d.,:/])\b(?:(?P<weekday>{_WA})(?:,\s*|\s+))?(?:the\s+)?(?P<day>{_D}){_ORD}?(?:\s+of\s+|\s+|-)(?P<month>{_M})"
        rf"(?:(?:,?\s*|-|,?\s+of\s+)(?P<year>{_Y})|[\s-](?P<year2>\d\d)(?![\d:.,]\d|\w)|"
        rf",?\s+of\s+(?P<relyear>(?:that|the\s+same|last|this|next)\s+year)\b)?{_ERA}",
    ),
    _rule(
        "date",
        rf"\b(?:(?P<weekday>{_WA}),?\s+)?(?:the\s+)?(?P<ordinal>{_any(('first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth'))})"
        rf"\s+of\s+(?P<month>{_M})(?:,?\s+(?P<year>{_Y}))?",
    ),
    _rule(
        "monthhalf",
        rf"\b(?:the\s+)?(?P<half>first|second|latter|last)\s+half\s+of\s+(?P<month>{_M})(?:{_OFYEAR})?",
    ),
    _rule(
        "month",
        rf"\b(?:{_MOD})?(?:(?P<rel>(?:this|the)\s+(?:past|last|coming|next|previous|preceding|following|same)|this|last|next|previous|each|every)\s+)?"
        rf"(?P<month>{_M})(?:{_OFYEAR}|,?\s+(?P<bc>[1-9]\d{{0,3}})(?={_BC}))?{_ERA}",
    ),
)
WEEKDAY_RULES = (
    _rule(
        "weekday",
        rf"\b(?:(?P<mod>early|late|earlier|later)\s+(?:on\s+)?)?(?:(?P<rel>this\s+(?:past|coming)|the\s+(?:previous|following|next|preceding|same)|last|next|this|that|each|every)\s+)?"
        rf"(?P<weekday>{_W})(?P<plural>s\b)?(?:['’]s)?(?:\s+(?P<part>morning|afternoon|evening|night)s?\b)?",
    ),
)
YEAR_RULES = (
    _rule(
        "date",
        rf"(?<![\w.,:/])(?P<day>{_D})(?:\.|er|º|°)?\s+(?:de\s+)?(?P<month>{_any(MONTHS_ABROAD)})\s+(?:del?\s+)?(?P<year>(?:19|20)\d\d)\b",
    ),
    _rule("year", rf"(?<![\w.,:/$£€#-])(?:{_MOD})?(?P<year>[1-9]\d{{0,3}})(?P<era>{_BC})"),
    _rule("year", r"\b(?P<era>BC)\s*(?P<year>[1-9]\d{0,3})\b"),
    _rule("yearrange", rf"(?<![\w.,:/$£€#-])(?P<year>{_Y})\s*[–—-]\s*(?P<year2>(?:1\d|20)?\d\d)(?![\d%-]|[.,]\d)"),
    _rule(
        "year",
        rf"(?<![\w.,:/$£€#-])(?:{_MOD})?(?P<fiscal>(?:the\s+)?fiscal\s+(?:year\s+)?|the\s+year\s+)?(?P<year>{_Y})(?!['’]?s\b|[-/]\d|\s*[–—]\s*\d|:\d)\b",
    ),
    _rule("decade", rf"(?<![\w.,:/$£€#-])(?:the\s+)?(?:{_MOD})?(?P<decade>(?:1[0-9]|20)\d0)['’]?s\b"),
    _rule(
        "decade",
        r"\b(?:the\s+)?(?:(?P<mod>early|late|mid)[\s-]+)?(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    ),
    _rule("shortdecade", r"(?<!\w)(?:the\s+)?(?:(?P<mod>early|late|mid)[\s-]+)?['’`](?P<decade2>[1-9]0)s\b"),
    _rule("shortyear", r"(?<![\w'’])['’`](?P<year2>\d\d)\b(?!['’]?s)"),
    _rule(
        "century",
        r"\b(?:the\s+)?(?:(?P<mod>early|late|mid|beginning\s+of\s+the|end\s+of\s+the)[\s-]+)?(?P<nth>\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[\s-]+century(?P<era>\s*(?:BCE?\b|B\.C\.))?",
    ),
    _rule(
        "half",
        rf"\b(?:the\s+)?(?P<half>first|second|latter|last)\s+half\s+of\s+(?:the\s+year\s+)?(?:(?P<year>{_Y})|(?P<relyear>(?:this|last|next|the|that)\s+year))\b",
    ),
)
ORDINAL_RULES = (
    _rule(
        "monthday",
        rf"(?<=\bon\s)the\s+(?P<day>{_D}){_ORD}(?:\s+of\s+(?P<rel>this|last|next|that|the\s+same|the)\s+month\b|(?=\s*[,.;:)]|\s+(?:and|or|when|but)\b|\s*$))",
    ),
)
NUMERIC_RULES = (
    _rule(
        "iso",
        r"(?<![\w/.-])(?P<year>(?:1\d|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-])",
    ),
    _rule(
        "numeric",
        r"(?<![\w/.,:-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<c>(?:1[5-9]|20)\d\d|\d\d)(?![\w/-]|\.\d|,\d)",
    ),
    _rule(
        "numeric", r"(?<![\w/.,:-])(?P<c>(?:19|20)\d\d)(?P<sep>[/.])(?P<a>\d{1,2})(?P=sep)(?P<b>\d{1,2})(?![\w/-]|\.\d)"
    ),
    _rule("week", r"(?<![\w-])(?P<year>(?:19|20)\d\d)-W(?P<week>[0-5]\d)\b"),
    _rule(
        "date",
        r"(?<!\w)(?P<day>3[01]|[12]\d|0[1-9])[0-2]\d[0-5]\d[ ]?[A-Z][ ]?(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        r"[ ]?(?:(?P<year>20\d\d)|(?P<year2>\d\d))(?!\w)",
    ),
)
"""The last one is the date-time group of armed forces (ACP 121): day, hour, minute, zone, month, year."""
SEASON_RULES = (
    _rule(
        "season",
        rf"\b(?:{_MOD})?(?:{_REL}\s+)?(?:early\s+|late\s+)?(?P<season>spring|summer|autumn|fall|winter)\b(?:['’]s)?{_OFYEAR}?{_ERA}",
    ),
)
QUARTER_RULES = (
    _rule(
        "quarter",
        rf"\b(?:(?P<owner>(?:this|last|next)\s+year)['’]s\s+)?(?:the\s+)?(?:(?P<lead>{_Y})\s+)?(?:fiscal\s+)?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)(?:\s+|-|\s+fiscal\s+)quarter\b(?:['’]s)?{_OFYEAR}?",
    ),
    _rule(
        "quarterref",
        r"\b(?P<rel>the\s+(?:latest|same|current|previous|next|year-ago|year-earlier)|this|that|last|next|the)\s+(?:fiscal\s+)?quarter\b",
    ),
    _rule("quarterref", r"\b(?P<rel>the\s+(?:latest|same|current|year-ago|year-earlier|year\s+earlier))\s+period\b"),
)
DEICTIC_RULES = (
    _rule(
        "deictic",
        r"\b(?:(?P<mod>early|late|earlier|later)\s+)?(?P<word>(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow|today|yesterday|tomorrow|tonight|overnight)(?:['’]s)?(?:\s+(?P<part>morning|afternoon|evening|night)\b)?",
    ),
    _rule(
        "partday", r"\b(?P<word>(?:throughout\s+)?(?:all\s+(?:day|night)(?:\s+long)?|the\s+whole\s+(?:day|night)))\b"
    ),
    _rule(
        "partday",
        r"\b(?:(?P<mod>early|late|earlier|later)\s+(?:in\s+the\s+|on\s+|the\s+)?)?(?P<rel>this|that(?:\s+same)?|last|next|the\s+(?:next|following|previous|preceding|same)|the|every|each|one|yesterday|tomorrow)\s+(?:early\s+|late\s+|very\s+)?(?P<part>morning|afternoon|evening|night)(?:\s+hours)?\b",
    ),
    _rule(
        "partday",
        r"\b(?:at|before|by|since|until|around|just\s+before|shortly\s+before|after|shortly\s+after|from|during)\s+(?:the\s+)?(?P<part>dawn|daybreak|sunrise|first\s+light|dusk|sunset|nightfall|night|daytime)\b",
    ),
    _rule("partday", r"\b(?:before|by|since|until|towards?)\s+(?P<part>morning|afternoon|evening)\b"),
    _rule("partday", r"\b(?:early|late|mid)[\s-]+(?P<part>morning|afternoon|evening|night)\b"),
    _rule(
        "ref",
        r"\b(?P<ref>right\s+now|just\s+now|(?:just\s+)?now|at\s+present|presently|currently|nowadays|these\s+days|at\s+the\s+moment|for\s+the\s+moment|for\s+the\s+time\s+being|current|present-day|modern\s+day)\b",
    ),
    _rule(
        "ref",
        r"\b(?P<ref>(?:more|most|very)\s+recently|recently|recent|lately|(?:not\s+)?(?:very\s+)?long\s+ago|previously|formerly|in\s+the\s+past|the\s+(?:recent\s+)?past|of\s+late)\b",
    ),
    _rule(
        "ref",
        r"\b(?P<ref>(?<!as\s)(?:very\s+)?soon|(?<!as\s)shortly(?!\s+(?:before|after))|in\s+(?:the\s+)?(?:near\s+|foreseeable\s+)?future(?!\s+[a-z]{3,})|the\s+(?:near\s+)?future(?!\s+[a-z]{3,})|the\s+(?:near|short)\s+term|in\s+due\s+course)\b",
    ),
    _rule(
        "ref",
        r"\b(?P<ref>(?:in\s+the\s+|in\s+the\s+)?meantime|in\s+the\s+meanwhile|meanwhile|later\s+on|later|earlier|afterwards?|subsequently|then|at\s+(?:the|that|this)\s+time|by\s+(?:this|that)\s+(?:point|time)|at\s+(?:this|that)\s+(?:point|moment)|since\s+then|until\s+then|by\s+then|(?:during|in)\s+(?:this|that|the\s+same)\s+(?:time|period)|this\s+(?:time|period)|that\s+time|the\s+same\s+time|the\s+time|thereafter|ever\s+since)\b",
    ),
    _rule("set", r"\b(?P<set>hourly|daily|nightly|weekly|monthly|yearly|annually|every\s?day)\b"),
    _rule(
        "feast",
        rf"\b(?:last\s+|this\s+|next\s+)?(?P<feast>{_FEAST})(?:\s+(?P<part>night|morning))?(?:,?\s+(?:of\s+)?(?P<year>{_Y}))?",
    ),
)
UNIT_RULES = (
    _rule("partday", r"\bthe\s+(?P<hours>early|small|wee)\s+(?:morning\s+)?hours\b"),
    _rule("duration", r"\b(?P<num>the)\s+(?:fiscal\s+)?(?P<unit>year)(?=\s+end(?:ed|ing)\b)"),
    _rule("set", rf"\b(?P<every>every|each|per)\s+(?:(?P<num>{_NUM}|other)\s+)?(?P<unit>{_UNIT})\b"),
    _rule(
        "offset",
        rf"\b(?:{_APPROX})?(?P<num>{_NUM}){_S}(?:more\s+)?(?P<unit>{_UNIT})(?:\s+or\s+so)?\s+"
        rf"(?P<way>ago|earlier|later|previously|hence|afterwards?|from\s+now|from\s+today|(?:on|before|after)(?=[,.;]))(?:\s+(?:today|this\s+(?:week|month|year)))?\b",
    ),
    _rule(
        "offset", r"\b(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)\s+(?P<way>ago|earlier|later)\b"
    ),
    _rule("offset", r"\b(?P<num>a|one)?[\s-]?(?P<unit>year|month|week|day)[\s-](?P<way>ago|earlier|later)\b"),
    _rule(
        "dayafter",
        r"\b(?P<word>(?:the\s+|a\s+)?day\s+(?:before|after)|the\s+day\s+following|the\s+night\s+before|the\s+(?:year|month|week)\s+(?:before|after))(?=\s*[,.;]|\s*$)",
    ),
    _rule(
        "hours",
        rf"\b(?:the\s+)?(?P<num>{_NUM})\s+(?P<unit>hours|days)(?=\s+(?:to|until|up\s+to|before|preceding|ending(?:\s+(?:at|on))?)\s)",
    ),
    _rule("dayafter", rf"\b(?P<word>the\s+day\s+before\s+last\s+(?P<weekday>{_W}))"),
    _rule(
        "window",
        rf"\b(?:the\s+|these\s+|those\s+)?(?P<rel>past|last|next|coming|previous|preceding|following|first|final|recent|latest|intervening|opening)\s+"
        rf"(?:(?P<num>{_NUM}|few|couple\s+of)(?:\s+|-))?(?:trading\s+|consecutive\s+|more\s+)?(?P<unit>hours|minutes|days|nights|weeks|months|quarters|years|decades|centuries)(?:\s+or\s+so)?\b",
    ),
    _rule(
        "window",
        rf"\b(?:the\s+)?(?P<num>{_NUM})\s+(?P<rel>previous|preceding|following|past)\s+(?P<unit>hours|days|nights|weeks|months|years|decades)\b",
    ),
    _rule(
        "relunit",
        rf"\b(?:(?P<mod>(?:the\s+)?(?:early|late|earlier|later(?:\s+on)?|end|start|beginning|middle|latter\s+part|rest|remainder|close|eve)(?:\s+(?:of|in|on))?|around)\s+)?"
        rf"{_REL}\s+(?:calendar\s+|fiscal\s+|full\s+)?(?P<unit>day|night|week|weekend|fortnight|month|year|decade|century|date)\b(?:['’]s)?",
    ),
    _rule("relunit", r"\b(?P<rel>this|that|the\s+same|same)\s+(?P<unit>day|date|month|year)\b"),
    _rule(
        "nthday",
        r"\b(?P<nth>a\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|the\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\s+(?:consecutive\s+|straight\s+|successive\s+)?(?P<unit>day|night|week|month|year)\b(?:\s+(?:running|in\s+a\s+row))?",
    ),
    _rule(
        "duration",
        rf"\b(?:(?P<mod>{_APPROX}|the\s+(?:first|last|next|final)\s+|the\s+|an\s+additional\s+))?(?P<num>{_NUM}){_S}(?:more\s+|full\s+|long\s+|whole\s+|consecutive\s+|additional\s+|straight\s+|bloody\s+|brutal\s+|trading\s+)?(?P<unit>{_UNIT})(?P<half>\s+and\s+a\s+half)?(?:-long|\s+long\b)?(?:\s+or\s+so)?\b",
    ),
    _rule(
        "duration",
        r"\b(?P<unit>seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries)(?:-long|\s+or\s+(?:weeks|months|years|days))?\b",
    ),
    _rule("duration", r"\b(?P<num>)(?P<unit>day|week|month|year|decade|hour|night)-long\b"),
    _rule("yearend", r"\b(?:the\s+)?(?P<word>year[\s-]end|month['’]s\s+end|year['’]s\s+end)\b"),
    _rule("year_ago", r"\b(?P<word>year[\s-](?:ago|earlier))\b"),
)
CLOCK_RULES = (
    _rule(
        "clock",
        r"(?<=\bat\s)(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?!\d|[.,]\d|\s*(?:km|m|metres|meters|feet|ft)\b)",
    ),
    # What begins with a nought is no year, nor is what ends the span that it begins: "between 0800 and 1030".
    _rule(
        "clock",
        r"(?:(?<=\bbetween\s)|(?<=\bfrom\s))(?P<hour>0\d)(?P<minute>[0-5]\d)(?=\s+(?:and|to|until)\s+[012]\d[0-5]\d\b)",
    ),
    _rule(
        "clock",
        r"(?:(?<=\b0\d[0-5]\d\sand\s)|(?<=\b0\d[0-5]\d\sto\s))(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?![\w,.]\d)\b",
    ),
    _rule("clock", rf"\b(?<=\bby\s)(?P<hourword>{_ONES})(?=,|\s+(?:the|they|he|she|it|we|there)\b)"),
    _rule(
        "clock",
        rf"(?<![\w.,:/$£€-]){_NEARLY}"
        r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?(?::\d\d)?\s*(?P<half>[ap]\.?\s?m\b\.?)"
        r"(?:\s+(?P<zone>(?-i:[A-Z]{2,4}(?![a-z]))|local\s+time))?"
        rf"{_AGAIN}",
    ),
    _rule(
        "clock",
        rf"(?<![\w.,:/$£€-]){_NEARLY}"
        r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?::\d\d)?\s*(?P<mark>hours|hrs\.?|h|GMT|UTC|EST|local\s+time|o['’]clock)\b"
        rf"{_AGAIN}",
    ),
    _rule(
        "clock",
        r"(?<![\w.,:/$£€-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?!\d|:\d)(?:\s*(?P<zone>GMT|UTC|EST|EDT|local\s+time))?"
        rf"{_AGAIN}",
    ),
    _rule(
        "clock",
        rf"(?<![\w.,:/$£€-]){_NEARLY}"
        r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\s*(?P<mark>hours|hrs\.?|h|GMT|UTC|local\s+time)\b",
    ),
    _rule(
        "clock",
        rf"\b{_NEARLY}"
        rf"(?P<hourword>{_ONES}|\d{{1,2}})\s+(?:o['’]clock(?:\s+in\s+the\s+(?P<part>morning|afternoon|evening)|\s+at\s+night)?|in\s+the\s+(?P<part2>morning|afternoon|evening)|at\s+night)\b",
    ),
    _rule(
        "clock",
        rf"\b{_NEARLY}(?P<word>noon|midnight|midday)\b",
    ),
)
