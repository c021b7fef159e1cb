"""ISAF press releases: the record of one release (date, type, province, who was killed and captured).

From the product: the times, places and claims of the record, with the release's day of issue given as the day of publication
(the head of a release says it; `isaf_release` reads it). From the data set's code book, and kept here: the five event
types, the flags, the counting rules (`isaf_counts`), one date a release, the names of provinces and groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from benchmarks.yardsticks import isaf_counts
from benchmarks.yardsticks.isaf_release import body_start, issued
from dateline.model.record import Case, Mention
from dateline.model.text import Report
from dateline.pipeline import Engine, run

PROVINCES = (
    "badakhshan", "badghis", "baghlan", "balkh", "bamyan", "daykundi", "farah", "faryab", "ghazni", "ghor", "helmand",
    "herat", "jowzjan", "kabul", "kandahar", "kapisa", "khost", "kunar", "kunduz", "laghman", "logar", "nangarhar",
    "nimroz", "nuristan", "paktika", "paktya", "panjshir", "parwan", "samangan", "sar-e pul", "takhar", "uruzgan",
    "wardak", "zabul",
)  # fmt: skip
"""The provinces as the data set spells them."""

SPELLINGS = {
    "konar": "kunar", "paktia": "paktya", "paktiya": "paktya", "khowst": "khost", "sar-e pol": "sar-e pul",
    "sar-e-pul": "sar-e pul", "sari pul": "sar-e pul", "oruzgan": "uruzgan", "urozgan": "uruzgan", "vardak": "wardak",
    "maidan wardak": "wardak", "nimruz": "nimroz", "jawzjan": "jowzjan", "bamian": "bamyan", "hilmand": "helmand",
    "konduz": "kunduz", "lowgar": "logar", "nangahar": "nangarhar", "nuristan": "nuristan", "zabol": "zabul",
    "hirat": "herat", "qandahar": "kandahar", "faryeb": "faryab", "day kundi": "daykundi",
}  # fmt: skip

GROUPS = {
    "taliban": re.compile(r"\btaliban\b", re.IGNORECASE),
    "haqqani": re.compile(r"\bhaqqani\b", re.IGNORECASE),
    "hig": re.compile(r"\bHIG\b|\bhezb-?e?[- ]e?-?\s?islami|\bgulbuddin", re.IGNORECASE),
    "imu": re.compile(r"\bIMU\b|islamic movement of uzbekistan", re.IGNORECASE),
    "aq": re.compile(r"\bal[- ]?qa.?i?da\b", re.IGNORECASE),
    "let": re.compile(r"\blashkar-?\s?e-?\s?t", re.IGNORECASE),
}

AIR = re.compile(
    r"\bair\s?-?strikes?\b|\bprecision (air )?(strike|fire)|\bclose[- ]air[- ]support\b.{0,120}\b(drop|bomb|strike|engag)"
    r"|\bdropped a\b.{0,30}\bbomb|\bcoalition aircraft (targeted|engaged)",
    re.IGNORECASE | re.DOTALL,
)
SILENT = re.compile(
    r"\b(no shots|no weapons) (were )?(fired|discharged)|\bwithout (firing )?a( single)? shot|\bno shots\b|\bwithout (any )?shots|\bwithout (firing|discharging) (their|a|any) (weapon|shot)"
    r"|\b(did not|didn.t|never) (fire|discharge) (their|a|any|its) (weapons?|shots?)|\bsearched without incident",
    re.IGNORECASE,
)
RAID = re.compile(
    r"\b(pursu|search|target)(ing|ed|it|s)?\b.{0,80}\b(compound|building|individual|leader|commander|facilitator|vehicle|"
    r"insurgent|network|member|governor)|\bintelligence\b|\bcompounds?\b|\bin pursuit\b|\bcall(ed)?[- ]?out|\blocation",
    re.IGNORECASE | re.DOTALL,
)
PATROL = re.compile(r"\bpatrol(s|led|ling)?\b|\bobservation post|\boutpost", re.IGNORECASE)
CLEARING = re.compile(r"\bclear(ing|ance) operation", re.IGNORECASE)
CIVILIANS_HIT = re.compile(
    r"\bciviliann?s? (casualt\w+ )?(was |were )?(inadvertently |accidentally )?(killed|died)|\bkill\w* \w+ (afghan )?civilian"
    r"|\bcivilian casualty incident|\bcivilian casualties in\b",
    re.IGNORECASE,
)


SUMMARY = re.compile(
    r"\b(separate|several|multiple|two|three|four|five|six|overnight|security|clearing)( \w+){0,3} operations\b"
    r"|\bprovinces\b|\b(past|last) (24|48) hours\b",
    re.IGNORECASE,
)


def incident_start(case: Case, start: int) -> int:
    """Where the incident itself begins: after a first sentence that sums up several operations."""
    body = [s for s in case.parse.sentences if s.span.start >= start and len(s.span.quote) > 40]
    if len(body) > 2 and SUMMARY.search(body[0].span.quote):
        return body[1].span.start
    return start


def happened_on(case: Case, starts: tuple[int, ...], release: date | None) -> str | None:
    """The first day told in the body that lies shortly before the release; else the day of the release."""
    day = next((day for start in starts for day in _days(case, start, release)), release)
    return day.isoformat() if day else None


def _days(case: Case, start: int, release: date | None) -> Iterator[date]:
    """The days of the body's times, "overnight" last: the data set counts a night to the day of the release."""
    nights = []
    for mention in case.resolution.mentions:
        value = case.resolution.time(mention.id) if mention.span.start >= start else None
        if value is None or _no_day_of_event(case, mention):
            continue
        night = "overnight" in mention.span.quote.lower()
        day = value.range.last_day if night else value.range.first_day
        if day and (release is None or release - timedelta(days=16) <= day <= release):
            if not night:
                yield day
            nights.append(day)
    yield from nights


def _no_day_of_event(case: Case, mention: Mention) -> bool:
    """Whether the words date something else: "the past 24 hours", "Friday's vote", "confirmed today"."""
    before = case.report.text[max(0, mention.span.start - 12) : mention.span.start].lower()
    after = case.report.text[mention.span.end : mention.span.end + 2]
    words = mention.span.quote.lower()
    return (
        "hour" in words
        or (after.endswith("s") and after[0] in "'\N{RIGHT SINGLE QUOTATION MARK}")
        or "confirmed" in before
    )


def provinces(case: Case, start: int) -> list[str]:
    """The first province that the body names, else the province of its first place, else one of the head."""
    text = case.report.text
    if found := _named(text[start:]):
        return [found]
    for mention in case.resolution.mentions:
        place = case.resolution.place(mention.id) if mention.span.start >= start else None
        if place and place.country == "AF" and place.admin1 and (known := _known(place.admin1)):
            return [known]
    return [found] if (found := _named(text)) else []


def _known(name: str) -> str | None:
    plain = name.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").removesuffix(" province").strip()
    plain = SPELLINGS.get(plain, plain)
    return plain if plain in PROVINCES else None


_NAMES = "|".join(sorted(map(re.escape, (*PROVINCES, *SPELLINGS)), key=len, reverse=True))
_PROVINCE = re.compile(rf"\b({_NAMES})\b(?=(?:'s|.s)? province)", re.IGNORECASE)
_BARE = re.compile(rf"\b({_NAMES})\b(?! city| district)", re.IGNORECASE)


def _named(text: str) -> str | None:
    found = _PROVINCE.search(text) or _BARE.search(text)
    return _known(found[1]) if found else None


def groups(text: str) -> list[str]:
    """The group named first."""
    found = sorted((m.start(), name) for name, pattern in GROUPS.items() if (m := pattern.search(text)))
    return [found[0][1]] if found else [""]


def event_type(*, killed: int, captured: int, air: bool, civilians: bool) -> str:
    """One of the data set's five types."""
    if civilians and not captured:
        return "civiliancasualty"
    if air and not captured:
        return "airstrike"
    if killed and captured:
        return "captureandkill"
    return "insurgentskilled" if killed else "detention"


def is_raid(body: str, *, captured: int) -> bool:
    """Whether the force went to kill or capture somebody: a search with an aim, not a patrol that met enemies."""
    if CLEARING.search(body):
        return False
    if PATROL.search(body) and not captured:
        return False
    return captured > 0 or RAID.search(body) is not None


def row(doc: str, case: Case, release: date | None) -> dict[str, Any]:
    """The scorer's row for a release."""
    head = body_start(case.report.text)
    start = incident_start(case, head)
    body = case.report.text[start:]
    killed, leaders_killed = isaf_counts.total(
        list(isaf_counts.tolls(case, verbs=isaf_counts.KILL, nouns=isaf_counts.KILL_NOUNS, start=start))
    )
    captured, leaders_captured = isaf_counts.total(
        list(isaf_counts.tolls(case, verbs=isaf_counts.CAPTURE, nouns=isaf_counts.CAPTURE_NOUNS, start=start))
    )
    air = AIR.search(body) is not None
    raid = is_raid(body, captured=captured)
    kind = event_type(killed=killed, captured=captured, air=air, civilians=CIVILIANS_HIT.search(body) is not None)
    return {
        "doc": doc,
        "start_date": happened_on(case, (start, head), release),
        "event_type": [kind],
        "province": provinces(case, start),
        "target_group": groups(body),
        "min_killed": killed,
        "min_captured": captured,
        "min_leaders_killed": leaders_killed,
        "min_leaders_captured": leaders_captured,
        "killq": killed > 0 or kind == "airstrike",
        "captureq": captured > 0,
        "killcaptureraid": raid and kind not in ("airstrike", "civiliancasualty"),
        "airstrike": air,
        "noshotsfired": SILENT.search(body) is not None,
    }


def predict(docs: Iterable[dict[str, Any]], engine: Engine) -> Iterator[dict[str, Any]]:
    """One row a release."""
    for doc in docs:
        published = issued(doc["text"])
        record = run(Report.of(doc["text"], published=published), engine=engine)
        yield row(doc["id"], record.case, published.first_day if published else None)
