"""Finds time expressions in text: where they stand, what shape they have, which words bound them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from dateline.reference.calendar import MONTHS_ABROAD, spelled_year
from dateline.reference.calendar_expression import Expression
from dateline.reference.calendar_joins import BOUNDED, joined
from dateline.reference.calendar_triggers import TRIGGER_WORDS, TRIGGERS, WORD, number_triggers

_REACH_BACK = 45
_REACH_ON = 60
_SHARED = re.compile(r"\s*(?:,|–|—|-|,?\s(?:and|or|to|until|till|through))\s*(?:the\s+|on\s+|in\s+)?", re.IGNORECASE)
_PREFIX = re.compile(
    r"\b(?P<word>between|from|since|until|till|by|before|after|on|in|at|during|over|within|for|throughout|through|"
    r"as\s+of|around|about|early\s+on|late\s+on|earlier\s+on|prior\s+to)\s+(?:the\s+|about\s+|around\s+|a\s+)?$",
    re.IGNORECASE,
)
_ATTRIBUTES = frozenset({"date", "month", "year", "weekday"})
_ARTICLE = re.compile(r"\s(?:the|a)\s+$", re.IGNORECASE)
_LENGTHS = frozenset({"duration", "window", "nthday", "month"})
_PREPOSITION = re.compile(
    r"(?:at|before|by|since|until|around|just\s+before|shortly\s+before|after|shortly\s+after|from|during|in|"
    r"throughout)\s+(?:the\s+(?=(?:meantime|meanwhile)\b))?",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"(?:\b(?:about|some|nearly|over|than|least|around|almost|roughly|approximately)\s|[#№]|\bno\.?\s|\bresolution\s|\bsection\s|\broute\s|\bnumber\s|\bflight\s|\bunit\s|\bhighway\s)\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\s+|-)(?:people|persons|men|women|children|soldiers|troops|fighters|civilians|casualties|dead|deaths|wounded|"
    r"homes|houses|families|households|tons?|tonnes|miles|kilomet\w+|km|metres|meters|m|mm|feet|ft|kg|hours|hrs|GMT|"
    r"UTC|dollars|euros|pounds|rounds|points|percent|per\s+cent|years|days|weeks|months|minutes|sq|square|acres|"
    r"hectares|barrels|degrees|mg|mhz|prisoners|refugees|militants|rebels|police|policemen|guns|tanks|aircraft|planes|"
    r"ships|vehicles|students|workers|members|more|or\s+so)\b",
    re.IGNORECASE,
)  # fmt: skip
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|of|by|from|until|till|during|early|late|mid|throughout|before|after|between|and|to|for|around|"
    r"circa|ca\.|year)[\s-]+(?:the\s+)?$|\(\s*$",
    re.IGNORECASE,
)
_YEAR_OF_PAST = re.compile(r"(?:^|[\s(\"“])(?<!\w(?:ed|ng)\s)(?:[Ii]n|[Ss]ince|[Bb]ack in)\s+$")
"""Behind these a number is a year; what "resulted in 1945 deaths" counts."""
_MONTH_CUE = re.compile(
    r"\b(?:in|since|by|of|until|till|from|during|through|throughout|before|after|between|for|to|and|each|every|around|"
    r"as\s+of)\s+$",
    re.IGNORECASE,
)
_SINCE_ITS_START = re.compile(
    r"\bsince\s+(?:the|its|their|his)\s+(?:start|beginning|outbreak|launch|onset|end|fall|capture|loss|signing|collapse|return|arrival)"
    r"(?:\s+of(?:\s+[\w’'-]+){1,3})?\s+$",
    re.IGNORECASE,
)
"""What began on the day that follows: "since the launch of the offensive on 2 May" bounds like "since 2 May"."""
_AFTER_A = re.compile(r"\bafter\s+an?\s+$", re.IGNORECASE)
"""Before a length it ends on the day that the text has reached: "on Sunday after a three-day battle"."""
_POSSESSED = re.compile(r" (?!(?:and|or|are|were|is|was|at|in|from|to|when|they|the|until)\b)[a-z]+")
"""What stands behind a weekday that has lost its apostrophe: "Fridays attack came after …"."""
_ON = re.compile(r"(?:\bon|\bevery|\band|,)\s+$", re.IGNORECASE)
_AGE = re.compile(r"\s*[-–]?\s*olds?\b", re.IGNORECASE)
_CITED = re.compile(r"\d\s*\(\s*$")


def find_expressions(text: str, spans: Iterable[tuple[int, int]] | None = None) -> tuple[Expression, ...]:
    """The time expressions of a text in order, or only those with a telling word in the spans; none overlap."""
    found = [e for e in _matches(text, ((0, len(text)),) if spans is None else spans) if _plausible(e, text)]
    chosen = _longest(found, len(text))
    return tuple(_with_preposition(e, text) for e in joined(_sharing_years(chosen, text), text))


def _matches(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Expression]:
    seen: set[tuple[int, int, str]] = set()
    for kind, start, end in _triggers(text, spans):
        first, last = max(0, start - _REACH_BACK), min(len(text), end + _REACH_ON)
        while last < len(text) and text[last - 1].isalnum() and text[last].isalnum():
            last += 1
        for rule in TRIGGERS[kind]:
            for match in rule.pattern.finditer(text, first, last):
                if match.start() > start:
                    break
                if match.end() <= start or "\n\n" in match.group():  # no time goes over the end of a paragraph
                    continue
                if rule.kind == "range" and int(match["day"]) > int(match["day2"]):  # "Order No. 23 – 5 June"
                    continue
                if (key := (match.start(), match.end(), rule.kind)) not in seen:
                    seen.add(key)
                    yield _expression(rule.kind, match)


def _triggers(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    for first, last in spans:
        for word in WORD.finditer(text, first, last):
            token, start, end = word.group(), word.start(), word.end()
            kinds = (
                TRIGGER_WORDS.get(token.lower(), ()) if token[0].isalpha() else number_triggers(token, text, start, end)
            )
            for kind in kinds:
                yield kind, start, end


def _expression(kind: str, match: re.Match[str]) -> Expression:
    start, end = match.span()
    if kind in ("partday", "ref") and (head := _PREPOSITION.match(match.group())) and head.end() < end - start:
        start += head.end()
    fields = {name: value for name, value in match.groupdict().items() if value}
    if (year := fields.get("year")) and not year.isdigit():
        fields["year"] = str(spelled_year(year))
    if "hours" in fields:
        fields["part"] = "morning"
    if "bc" in fields:
        fields["year"] = fields.pop("bc")
    return Expression(
        start=start,
        end=end,
        kind=kind,
        text=match.group()[start - match.start() :],
        fields=MappingProxyType(fields),
        outer=match.start(),
        parts=_two_days(match, fields) if kind == "range" else _two_years(match) if kind == "yearrange" else (),
    )


def _two_years(match: re.Match[str]) -> tuple[Expression, ...]:
    first, last = match["year"], match["year2"]
    if not first.isdigit():
        return ()
    years = ((match.start(), match.end("year"), first), (match.start("year2"), match.end(), first[: -len(last)] + last))
    return tuple(
        Expression(start=a, end=b, kind="year", text=year, fields=MappingProxyType({"year": year}), outer=a)
        for a, b, year in years
    )


def _two_days(match: re.Match[str], fields: dict[str, str]) -> tuple[Expression, Expression]:
    """The days of "3 and 4 March" and of "March 3-4", each with the month (and year) that only one of them has."""
    shared: dict[str, str] = {name: fields[name] for name in ("month", "year") if name in fields}
    first = match.start("day") if match.start("day") < match.start("month") else match.start()
    spans = ((first, match.end("day"), fields["day"]), (match.start("day2"), match.end(), fields["day2"]))
    left, right = (
        Expression(start=a, end=b, kind="date", text="", fields=MappingProxyType({**shared, "day": day}), outer=a)
        for a, b, day in spans
    )
    return left, right


def _longest(found: list[Expression], size: int) -> list[Expression]:
    taken = bytearray(size)
    kept = []
    for e in sorted(found, key=lambda e: (e.outer - e.end, e.outer)):
        if not any(taken[e.outer : e.end]):
            taken[e.outer : e.end] = b"\x01" * (e.end - e.outer)
            kept.append(e)
    return sorted(kept, key=lambda e: e.start)


def _plausible(e: Expression, text: str) -> bool:
    if e.kind in ("date", "month", "range"):
        return _plausible_month(e, text)
    if e.kind == "year":
        return _plausible_year(e, text)
    if e.kind == "yearrange":
        return not _COUNTED.match(text, e.end)
    if e.kind == "season":
        return _plausible_season(e, text)
    if e.kind in ("duration", "offset", "window") and e.get("unit").startswith("quarter"):
        return not re.match(r"\s+of\b", text[e.end : e.end + 4])
    if e.kind == "duration":
        return not _AGE.match(text, e.end)
    if e.kind == "set" and e.text.istitle() and text[max(0, e.start - 2) : e.start].strip(" ").isalpha():
        return False  # the name of a newspaper
    if e.kind == "shortyear":
        return text[e.start - 1 : e.start].isspace() and not _COUNTED.match(text, e.end)
    return True


def _plausible_month(e: Expression, text: str) -> bool:
    word = e.fields["month"].rstrip(".")
    if word.lower() in MONTHS_ABROAD:
        return True
    if word[0].islower():
        return False
    if e.kind != "month" or "year" in e.fields or "relyear" in e.fields or "mod" in e.fields or "rel" in e.fields:
        return e.kind == "month" or not (word.isupper() and word == "MAY" and e.get("ordinal"))
    before = text[max(0, e.start - 14) : e.start]
    cued = _MONTH_CUE.search(before) is not None
    if word in ("MAY", "MARCH") and before.split()[-1:] == ["TO"]:
        return False
    if word.lower() in ("may", "march"):
        return cued and not text[e.end : e.end + 1].isalnum()
    if len(word) <= 4 and word.lower() not in ("june", "july"):
        return cued and e.fields["month"].endswith(".")
    return True


def _plausible_year(e: Expression, text: str) -> bool:
    if "era" in e.fields:
        return True
    if _YEAR_OF_PAST.search(text[max(0, e.start - 12) : e.start]) and _is_recent(int(e.fields["year"])):
        return True
    if _COUNTED.match(text, e.end) or _COUNTS.search(text[max(0, e.start - 16) : e.start]):
        return bool(e.get("mod"))
    before = text[max(0, e.start - 14) : e.start]
    if _CITED.search(before):
        return False
    if int(e.fields["year"]) < 1500:
        return _BEFORE_YEAR.search(before) is not None and int(e.fields["year"]) % 100 != 0
    return True


def _is_recent(year: int) -> bool:
    """Whether a number reads as a year even before what it might count: "In 2019 rebels seized", no round hundred."""
    return 1900 <= year < 2100 and year % 100 != 0


def _plausible_season(e: Expression, text: str) -> bool:
    word = e.get("season")
    if word in ("summer", "winter", "autumn"):
        return True
    if "year" in e.fields or "relyear" in e.fields or e.get("rel") not in ("", "the"):
        return True
    if re.match(r"\s+(?:of|from|in|to)\b", text[e.end : e.end + 6]) and word == "fall":
        return False
    return (
        re.search(r"\b(?:in|since|by|until|of|during)\s+$", text[max(0, e.start - 8) : e.start], re.IGNORECASE)
        is not None
    )


def _sharing_years(chosen: list[Expression], text: str) -> list[Expression]:
    """In "April and June 1955" and "3 May to 2 June 1955" the year belongs to both."""
    shared = list(chosen)
    for index in range(len(chosen) - 2, -1, -1):
        left, right = shared[index], shared[index + 1]
        year = right.fields.get("year")
        if (
            year
            and left.kind in ("date", "month", "range")
            and right.kind in ("date", "month", "range")
            and not left.get("year")
            and not left.get("relyear")
            and _SHARED.fullmatch(text[left.end : right.start])
        ):
            fields = {**left.fields, "year": year}
            if "era" in right.fields:
                fields["era"] = right.fields["era"]
            shared[index] = replace(left, fields=MappingProxyType(fields))
    return shared


def _with_preposition(e: Expression, text: str) -> Expression:
    if e.outer >= 0 and e.outer < e.start:
        return replace(e, preposition=" ".join(text[e.outer : e.start].lower().split()[:2]))
    if (
        e.kind == "weekday"
        and "plural" in e.fields
        and _POSSESSED.match(text, e.end)
        and not _ON.search(text[max(0, e.start - 8) : e.start])
    ):
        e = replace(e, fields=MappingProxyType({k: v for k, v in e.fields.items() if k != "plural"}))
    if e.kind == "duration" and "-" in e.text and _AFTER_A.search(text[max(0, e.start - 12) : e.start]):
        e = replace(e, fields=MappingProxyType({**e.fields, "fought": "after"}))
    first = max(0, e.start - 22)
    match = _PREFIX.search(text[first : e.start]) if e.kind != "ref" else None
    if match is None or "\n\n" in match.group():
        return replace(e, outer=e.start)
    word = " ".join(match["word"].lower().split())
    since = _SINCE_ITS_START.search(text[max(0, first + match.start() - 60) : first + match.start()])
    if since and word in ("on", "in") and e.kind in BOUNDED:
        return replace(e, outer=first + match.start() - len(since.group()), preposition="since")
    if e.kind in _ATTRIBUTES and _ARTICLE.search(match.group()) and re.match(r"\s+[a-z]", text[e.end : e.end + 3]):
        return replace(e, outer=e.start)  # "in the April 4 attack" bounds the attack
    if word in ("for", "over", "within") and e.kind not in _LENGTHS:
        return replace(e, outer=e.start)
    if e.kind == "duration" and word not in ("for", "over", "within", "in", "during", "throughout"):
        return replace(e, outer=e.start)
    return replace(e, outer=first + match.start(), preposition=word)
