"""Actors by name: the register, acronyms that the text introduces, unknown names with an organisation's word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.mark.candidate import Candidate
from dateline.mark.spans import propose
from dateline.model.text import Parse
from dateline.reference import Reference
from dateline.reference.actor_acronyms import Introduced, introduced_names
from dateline.reference.actor_words import Word, fold_name, shouted, word_set
from dateline.reference.communities import COMMUNITIES
from dateline.reference.peacekeepers import MISSION_EPITHETS, MISSION_WORDS

MARKER = "actor_names"

_HEADS = (
    "Army|Front|Movement|Brigade|Brigades|Battalion|Regiment|Division|Forces?|Alliance|Coalition|Council|Party|Union|"
    "Group|Organi[sz]ation|Ministry|Command|Committee|Network|Observatory|Company|Guard|Guards|Police|Militia|"
    "Congress|League|Federation|Agency|Commission|Authority|Corps|Legion|Resistance|Assembly|Institute|Centre|Center|"
    "Society|Association|Foundation|Mission|Fund|Office|Department|Directorate|Ministry|Government|Parliament|Court|"
    "Cartel|Gang|Squad|Unit|Radio|Television|TV|News|Times|Post|Tribune|Gazette|Herald|Journal|Wire|Press|Daily|"
    "Newspaper|Agency|Broadcasting|Monitor|Observer|Mail|Standard|Telegraph|Express|Voice|Dispatch|Liberation Army"
)
_ORG = re.compile(
    rf"(?<!al[‐‑-])(?<!el[‐‑-])\b(?:[A-Z][\w'’-]*\.?\s+(?:(?:of|for|the|and|de|la|del|al|el|on|in)\s+){{0,2}}){{1,7}}(?:{_HEADS})\b"
    rf"(?:\s+(?:of|for|against|de)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s+(?:and\s+)?[A-Z][\w'’-]+){{0,5}})?"
)
_HEADED = re.compile(
    r"\b(?:Front|Movement|Union|Alliance|Coalition|Army|Party|Forces|League|Congress|Rally|Gathering|Assembly|Coordination|"
    r"Collective|Coordinating Committee|Organi[sz]ation|Brigades?|Battalion|Volunteers|Guardians|Defenders|Sons)\s+(?:of|for)\s+"
    r"(?:(?:the|an?)\s+)?[A-Z][\w'’-]+(?:,?\s+(?:(?:and|of|the|in|for)\s+){0,2}[A-Z][\w'’-]+){0,6}"
)
"""Names whose first word shows what they are: "Front for National Reawakening"."""
_ARABIC = re.compile(
    r"\b(?:Jaysh|Jaish|Liwa|Harakat|Katib(?:at|a)|Kata['’]?ib|Ansar|Ahrar|Saraya|Faylaq|Jund|Jabhat|Asa['’]?ib|Firqat|Quwwat)\s+"
    r"(?:[aA][ldnrstz]h?-)?[A-Z][\w'’]+(?:\s+(?:[aA][ldnrstz]h?-)[A-Z][\w'’]+){0,2}"
)
"""Arabic names whose first word is an army's, brigade's or movement's: "Jaysh al-Fath", "Liwa al-Tawhid"."""
_CAUSE = re.compile(
    r"\b(?:Front|Movement|(?:Liberation|Resistance|Free|National|People['’]s|Democratic|Revolutionary)\s+(?:Army|Forces)|Alliance|"
    r"League|Coalition|Militia|Rally)\s+(?:of|for)\s"
)
"""What a party that fights for a land or a cause is called, whose name goes on with that land."""
_MEDIA = re.compile(r"\b(?:Radio|Television|TV|Agence|Agencia|Canal)\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3}")
_POST = re.compile(
    r"\b(?:posts?|messages?|videos?|statements?|footage|audio)\s+(?:on|in|via)\s+"
    r"(?:WhatsApp|Telegram|Facebook|Twitter|TikTok|X|Instagram|YouTube|Signal|social\s+media)\b"
)
_CUED = re.compile(
    r"\b(?:radio station|news agency|newspaper|television station|TV channel|broadcaster|daily|weekly|website|"
    r"news site|company|firm|militia group|rebel group|armed group|jihadist group|militant group|group|faction|outlet)\s+"
    r"(?:called\s+)?((?:al-|Al-|El\s)?[A-Z][\w'’-]+(?:\s+(?:of\s+)?[A-Z][\w'’-]+){0,4})"
)
_EXPLAINED = re.compile(
    r"\b((?:al-|Al-)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}),\s+(?:an?|the|one\sof\sthe)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:project|group|organi[sz]ation|monitor|watchdog|think[\s-]tank|agency|outlet|newspaper|website|broadcaster|"
    r"network|company|charity|platform|militia|faction|coalition|alliance|movement|NGO|association|collective)\b"
)
_NAMED_GROUP = re.compile(
    r"\b((?:al-|Al-)?[A-Z][\w'’-]+(?:\s(?:al-)?[A-Z][\w'’-]+){0,3})\s+"
    r"(?:militia|militias|rebels|fighters|group|militants|insurgents|coalition|gang|cartel|network|faction|movement|"
    r"militiamen|guerrillas|gunmen|newspaper|news agency|website|daily)\b"
)
_NUMBERED = re.compile(
    r"\b\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\s+(?:[A-Z][\w-]+\s+){0,4}"
    r"(?:Brigade|Battalion|Regiment|Division|Corps|Front|Army|BRIGADE|BATTALION|REGIMENT|DIVISION|CORPS|FRONT|ARMY)\b"
    r"(?:\s+dissident(?:s| group))?"
)
_BARELY_NUMBERED = re.compile(r"\b\d{2,4}\s+(?:[A-Z][a-z]+\s+)?(?:Brigade|Battalion|Regiment|Division)\b")
"""Units whose number is written without "th", as in Libya: "555 Brigade"."""
_NUMBERED_BEHIND = re.compile(
    r"\b(?:[A-Z][\w-]+\s+){0,4}(?:Brigade|Battalion|Regiment|Division|Corps|Squadron|Company|BRIGADE|BATTALION|REGIMENT|DIVISION)"
    r"\s+(?:No\.?\s*)?\d{1,4}\b(?![%:.]\d)"
)
"""Units whose number stands behind, as in Myanmar, Israel and Latin America: "Light Infantry Battalion 434"."""


def mark_names(parse: Parse, reference: Reference, run: Sequence[Word]) -> Iterator[Candidate]:
    """Registered names, introduced names and acronyms, and names that show what they are by a word in them."""
    introduced = introduced_names(parse.report.text)
    yield from _registered(parse, reference, run)
    yield from _introduced(parse, reference, run, introduced)
    yield from _unknown(parse, reference)
    yield from _posts(parse)


def _registered(parse: Parse, reference: Reference, run: Sequence[Word]) -> Iterator[Candidate]:
    loud = shouted(parse.report.text)
    for found in reference.actors.find(run, shouted=loud):
        start, end = run[found.first].start, run[found.last - 1].end
        if parse.report.text[max(0, start - 9) : start].lower().strip() in ("download", "view", "print"):
            continue
        end += parse.report.text[end - 2 : end - 1] == "." and parse.report.text[end : end + 1] == "."
        known = reference.actors.by_id[found.name.actors[0]].actor
        if known.kind == "media" and found.last - found.first == 1 and _ends_a_name(run, found.first):
            continue
        end = (
            _with_reporter(run, found.last)
            if known.kind == "media"
            else max(end, _with_wing(parse, reference, run, found.last))
        )
        end = _with_soldiers(run, found.last, end) if known.kind == "intl_org" else end
        person = known.id.startswith("per:")
        size = found.last - found.first
        candidate = propose(
            parse,
            (start, end),
            ("person" if person else "actor", "name"),
            marker=MARKER,
            priority=82 if person or size == 1 else 87,
        )
        if candidate:
            yield candidate


def _ends_a_name(run: Sequence[Word], first: int) -> bool:
    """Whether an outlet's name is a word of somebody else's: "Front for Liberation", "Coast Liberation Front"."""
    behind = run[first + 1 : first + 2]
    if behind and run[first].joined and behind[0].joined and behind[0].text in _BODIES:
        return True
    before = run[max(first - 2, 0) : first]
    linked = len(before) == 2 and before[1].folded in ("for", "of") and before[1].joined and run[first].joined
    return linked and before[0].text[:1].isupper()


_BODIES = frozenset(
    ("Army", "Front", "Movement", "Forces", "Force", "Party", "Brigade", "Brigades", "Council", "Union", "Army's")
)


def _with_soldiers(run: Sequence[Word], last: int, end: int) -> int:
    """Where "UN peacekeepers" and "African Union peacekeeping troops" end."""
    index = last
    while index < len(run) and run[index].joined and run[index].folded in MISSION_EPITHETS:
        index += 1
    follows = index < len(run) and run[index].joined and run[index].folded in MISSION_WORDS
    return run[index].end if follows else end


def _with_wing(parse: Parse, reference: Reference, run: Sequence[Word], last: int) -> int:
    """Where "SPLA-North" or "SLM-Minawi" ends: a hyphen and a name in capitals make it another party than the bare name.

    Two parties that a hyphen joins ("RSF-SAF fighting") stay two.
    """
    end = run[last - 1].end
    if last >= len(run) or parse.report.text[end : run[last].start] not in _HYPHENS or not _takes_wing(run, last):
        return end
    wing = run[last]
    named = next(reference.actors.find(run[last : last + 3]), None)
    party = named is not None and named.first == 0
    if party or not wing.text[0].isupper() or reference.actors.countries.phrase_at(run, last) or wing.folded in _TIES:
        return end
    behind = run[last + 1] if last + 1 < len(run) else None
    council = behind is not None and behind.joined and behind.text in _WINGS
    return behind.end if behind is not None and council else wing.end


def _takes_wing(run: Sequence[Word], last: int) -> bool:
    """Whether a name is an acronym, or one spelled out that ends as armed parties' do: "X Liberation Army-North"."""
    return run[last - 1].text.isupper() or (run[last - 1].joined and run[last - 1].text in _BODIES)


_WINGS = frozenset(("Council", "Command", "Leadership", "Faction", "Wing", "Opposition", "Minnawi", "Minawi", "Wahid"))

_HYPHENS = ("-", "‐", "‑")
_TIES = word_set("led linked backed based affiliated allied aligned held controlled run dominated inspired")


def _with_reporter(run: Sequence[Word], last: int) -> int:
    """Where "AGENCY reporter" ends: it is the reporter who speaks, for the agency."""
    follows = last < len(run) and run[last].joined and run[last].folded in ("reporter", "correspondent")
    return run[last].end if follows else run[last - 1].end


def _introduced(
    parse: Parse, reference: Reference, run: Sequence[Word], names: Sequence[Introduced]
) -> Iterator[Candidate]:
    acronyms = {name.acronym for name in names}
    for name in names:
        first, last = (bisect_left(run, offset, key=lambda word: word.start) for offset in name.long)
        inside = run[first:last]
        known = [found for found in reference.actors.find(inside) if found.last - found.first < len(inside)]
        priority = 88 if known else 83  # a shorter name that is known may stand in it
        candidate = propose(parse, name.long, ("actor", "name"), marker="introduced_names", priority=priority)
        if candidate:
            yield candidate
    for word in run:
        if word.text in acronyms or (word.text.endswith("s") and word.text[:-1] in acronyms):
            candidate = propose(
                parse, (word.start, word.end), ("actor", "name"), marker="introduced_names", priority=83
            )
            if candidate:
                yield candidate
    for acronym in (a for a in acronyms if not a.isalnum()):
        for match in re.finditer(rf"(?<!\w){re.escape(acronym)}(?!\w)", parse.report.text):
            candidate = propose(parse, match.span(), ("actor", "name"), marker="introduced_names", priority=83)
            if candidate:
                yield candidate


def _unknown(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Names of bodies that no register has, by the words in them or beside them."""
    text = parse.report.text
    for pattern, group in _IN_CAPITALS if shouted(text) else (*_IN_CAPITALS, *_IN_SMALL):
        for match in pattern.finditer(text):
            start, end = match.span(group)
            leading = _LEADING.match(text, start, min(len(text), end + 1))
            start = leading.end() if leading else start
            if start < end and text[start].isalnum() and _may_be_body(parse, reference, start, end):
                candidate = propose(
                    parse,
                    (start, end),
                    ("actor", "name"),
                    marker="unknown_names",
                    priority=_OVER_PLACES if _is_whole(pattern, text, start, end) else _UNDER_PLACES,
                )
                yield from [candidate] if candidate else []


_OVER_PLACES, _UNDER_PLACES = 84, 55
_IN_CAPITALS = ((_NUMBERED, 0), (_NUMBERED_BEHIND, 0))
_IN_SMALL = (
    (_BARELY_NUMBERED, 0),
    (_ORG, 0),
    (_HEADED, 0),
    (_ARABIC, 0),
    (_MEDIA, 0),
    (_CUED, 1),
    (_NAMED_GROUP, 1),
    (_EXPLAINED, 1),
)
"""Patterns with the group that holds the name; in texts in capitals only numbers tell a body from other words."""


def _may_be_body(parse: Parse, reference: Reference, start: int, end: int) -> bool:
    """Whether the words are a name outside the furniture, and no lone adverb: "Later coalition jets struck"."""
    lone = [token.pos for token in parse.tokens_in(start, end)] == ["ADV"]
    return _is_name(reference, parse.report.text[start:end]) and not _framed(parse, start) and not lone


def _is_whole(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether a number in a name is no count and a town in it no place: "Free Forces of PLACE"."""
    counted = pattern in (_NUMBERED, _BARELY_NUMBERED, _NUMBERED_BEHIND, _MEDIA, _ARABIC)
    return counted or (pattern in (_ORG, _HEADED) and _CAUSE.search(text, start, end) is not None)


def _framed(parse: Parse, offset: int) -> bool:
    """Whether a code point lies in furniture or in a block that is not read."""
    return any(span.start <= offset < span.end for span in (*parse.frame.furniture, *parse.frame.unread))


_LEADING = re.compile(
    r"(?:(?:The|A|An|In|On|At|By|But|And|For|From|After|Before|When|While|Some|Its|His|Their|Our|Suspected|Alleged|Unidentified"
    r"|Unknown|(?:Soldiers|Troops|Troopers|Members|Fighters|Officers|Elements|Units) of the|Armed|Masked|Former|Rival|Several|Many|Dozens of|Two|Three|Four|Five|Other|Pro|Anti)\s+)+"
)


def _posts(parse: Parse) -> Iterator[Candidate]:
    """An unsigned post as a source: "quoting a post on WhatsApp"."""
    for match in _POST.finditer(parse.report.text):
        candidate = propose(parse, match.span(), ("actor", "nominal"), marker="social_posts", priority=58)
        if candidate and parse.tokens[candidate.head].dep != "compound":
            head = parse.tokens[candidate.head]
            owned = bool(parse.kids(head, "poss"))
            cited = parse.head(head).lemma in ("quote", "cite", "say", "claim", "accord", "show", "report", "to", "by")
            if cited and not owned:
                yield candidate


def _is_name(reference: Reference, words: str) -> bool:
    """Whether capitalised words are more than a nation, a place adjective or a common noun at a sentence's start."""
    folded = fold_name(words)
    if not folded or reference.actors.countries.of(folded) or folded in reference.actors.nouns.by_phrase:
        return False
    return folded not in _NO_NAMES and folded.rpartition(" ")[2] not in _TIES


_NO_NAMES = COMMUNITIES | word_set(
    "several many some most two three other local armed rival former suspected western eastern islamist maoist tribal foreign "
    "government unidentified unknown masked hooded heavily alleged jihadist muslim christian communist leftist ethnic regional insurgent rebel pro anti "
    "another both these those such young dozens hundreds scores breakaway renegade splinter dissident rogue mutinous"
)
