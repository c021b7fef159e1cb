"""Marks quantities: numbers and vague amounts with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.mark.number_shapes import NOT_A_COUNT_AFTER, NUMERAL, PHRASES, UNITS
from dateline.mark.spans import propose
from dateline.model.text import Parse, Token
from dateline.reference import Reference
from dateline.reference.actor_words import fold, word_set

MARKER = "quantities"

_UNIT = re.compile(rf"[\s-]?(?:{UNITS})\b(?:\s*\([^()]{{1,14}}\))?", re.IGNORECASE)
_HYPHENED = re.compile(
    r"-(?:car|vehicle|truck|man|member|strong|ship|aircraft|tank|person|hour|minute)\b", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_LAST_AGE = re.compile(r"\d{1,2}\.(?!\d)")
_AGE = re.compile(r"\d{1,2}(?:,| and (?:his |her |[A-Z]))")
_PERCENT = re.compile(r"\s?(?:percent|per\s?cent|%|percentage points)", re.IGNORECASE)
_COUNTED_WHOLE = word_set(
    "people persons civilians women men children families households houses homes vehicles drones missiles "
    "rockets shells bodies dead casualties inmates villages assaults attacks trucks cars soldiers troops police "
    "policemen officers members sergeants deaths victims passengers sedan sedans car buildings boats ships aircraft "
    "helicopters planes tanks motorcycles mortars bombs explosions weapons rifles rounds mines strikes sorties "
    "refugees students pupils girls boys "
) | word_set(
    "person civilian woman man child family household house home vehicle drone missile rocket shell body casualty "
    "village assault truck soldier policeman officer member death victim building boat ship helicopter plane tank "
    "motorcycle mortar bomb explosion weapon rifle mine strike student girl boy others hectares tons tonnes "
)


def mark_quantities(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of quantities; the counted noun is taken in unless it is an actor's own mention.

    The bare number is proposed too, for the case that a name stands between it and its noun.
    """
    text = parse.report.text
    for match in NUMERAL.finditer(text):
        where = _counted(parse, reference, match)
        for span, priority in ((where, 70), (match.span(), 69)) if where else ():
            candidate = propose(parse, span, ("quantity", "name"), marker=MARKER, priority=priority)
            if candidate and parse.tokens[candidate.head].sentence >= 0:
                yield candidate
    yield from _tallies(parse)
    for match in PHRASES.finditer(text):
        candidate = propose(parse, match.span(), ("quantity", "name"), marker="vague_quantities", priority=70)
        if candidate and parse.tokens[candidate.head].sentence >= 0:
            yield candidate


def _tallies(parse: Parse) -> Iterator[Candidate]:
    """The numbers under headings that say what they count."""
    for tally in (tally for passage in parse.frame.passages for tally in passage.tallies):
        where = (tally.number.start, tally.number.end)
        candidate = propose(parse, where, ("quantity", "name"), marker="columns", priority=92)
        if candidate:
            yield candidate


def _counted(parse: Parse, reference: Reference, match: re.Match[str]) -> tuple[int, int] | None:
    """The words of one quantity, None when the number is no count."""
    text = parse.report.text
    start, end = match.span()
    if NOT_A_COUNT_AFTER.match(text, match.end("number")) or _named(text, match):
        return None
    for pattern in (_PERCENT, _UNIT):
        unit = pattern.match(text, end)
        if unit:
            return start, unit.end()
    hyphened = _HYPHENED.match(text, end)
    if hyphened:
        return start, hyphened.end()
    if _quoted_source(parse, match):
        return None
    end = _noun_end(parse, reference, start, end)
    return (start, end) if _counts(parse, match, end) else None


def _quoted_source(parse: Parse, match: re.Match[str]) -> bool:
    """Whether the number belongs to those who speak ("two residents said"): they are a source, not a count."""
    tokens = parse.tokens_in(match.start("number"), match.end("number"))
    noun = parse.head(tokens[-1]) if tokens and tokens[-1].dep == "nummod" else None
    return noun is not None and noun.dep == "nsubj" and parse.head(noun).lemma in ("say", "tell", "report", "describe")


def _named(text: str, match: re.Match[str]) -> bool:
    """Whether the digits belong to a name, a date, a clock, a score or a law ("M23", "Resolution 2690", "9 pm")."""
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 3]
    if before[-1:] in ("-", "/", ":", ".", "$") and before[-2:-1].isalnum():
        return True
    if re.search(r"\baged?\s+(?:\d+(?:,| and| or)\s*)*$", before.lower()) or _AGE.match(text, match.start()):
        return before.rstrip().endswith(",") or "aged" in before.lower()
    if _LAST_AGE.match(text, match.start()) and re.search(r"\b(?:his|her|their) \w+ [A-Z][\w’'-]+,\s$", before):
        return True
    if re.search(r"(?:resolution|article|no\.|number|chapter|aged?|highway|route|channel|radio)\s*$", before.lower()):
        return True
    if _CLOCK.fullmatch(match.group("number")) and re.search(
        r"\b(?:at|of|between|and|until|by|since|around)\s+$", before.lower()
    ):
        return True
    return re.match(r"[:/]\d|st\b|nd\b|rd\b|th\b", after) is not None


def _noun_end(parse: Parse, reference: Reference, start: int, end: int) -> int:
    """Where the counted noun ends, when it belongs to the quantity."""
    tokens = parse.tokens_in(start, end)
    if not tokens:
        return end
    index = tokens[-1].index + 1
    if parse.report.text[end : end + 4].lower() == " of " and tokens[-1].lower in (
        "thousands",
        "hundreds",
        "dozens",
        "scores",
        "millions",
    ):
        index += 1
    last = index
    while last < min(len(parse.tokens), index + 4) and parse.tokens[last].pos in ("ADJ", "NOUN", "PROPN", "VERB"):
        word = fold(parse.tokens[last].text)
        if word in _COUNTED_WHOLE and _alone(parse, reference, last, index):
            return parse.tokens[last].end
        if last == index and _plain_noun(parse, reference, last):
            return parse.tokens[last].end
        if word in reference.actors.nouns.last_words and parse.tokens[last].dep != "compound":
            return end
        last += 1
    return end


def _plain_noun(parse: Parse, reference: Reference, index: int) -> bool:
    """Whether the very next word is a counted thing, no actor and no modifier."""
    token = parse.tokens[index]
    if token.tag != "NNS" or token.dep == "compound" or fold(token.text) in reference.actors.nouns.last_words:
        return False
    return token.text.isalpha() and not reference.actors.countries.of(fold(token.text))


def _alone(parse: Parse, reference: Reference, last: int, first: int) -> bool:
    """Whether nothing between number and noun names a party ("19 Russian soldiers" stays two mentions)."""
    between = parse.tokens[first:last]
    following = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else None
    if following and following.pos in ("NOUN", "PROPN") and parse.tokens[last].dep == "compound":
        return False
    return not any(
        reference.actors.countries.of(fold(t.text))
        or reference.actors.named(t.text)
        or fold(t.text) in _PARTIES
        or (t.pos == "PROPN" and t.text.istitle())
        for t in between
    )


_PARTIES = word_set("rebel militant insurgent guerrilla separatist jihadist islamist")
"""Nouns before what is counted that tell whose it is: "two rebel attacks"."""
_VAGUE = frozenset(("several", "multiple", "numerous", "dozens", "scores", "hundreds", "thousands", "millions"))


_HARMED = frozenset(("killed", "dead", "wounded", "injured", "hurt", "missing", "arrested", "detained", "displaced"))
"""What stands right behind a number that counts people, in reports too terse for a noun: "six killed in …"."""


def _counts(parse: Parse, match: re.Match[str], end: int) -> bool:
    """Whether the number counts something: a noun follows, or it stands for people or things."""
    token = parse.tokens_in(match.start("number"), match.end("number"))
    if not token or end > match.end():
        return bool(token)
    last: Token = token[-1]
    value = match.group("number")
    if value.lower().split()[-1] in _VAGUE and last.pos in ("ADJ", "NOUN"):
        return True
    if value.isdigit() and len(value) == 4 and 1800 <= int(value) <= 2100 and last.dep != "nummod":
        return False
    following = parse.tokens[last.index + 1] if last.index + 1 < len(parse.tokens) else None
    if last.pos == "NUM" and following is not None and following.lower in _HARMED:
        return True
    if last.dep in ("nummod", "nsubj", "nsubjpass", "dobj", "conj", "attr", "appos", "pobj", "quantmod", "dep"):
        return (last.pos == "NUM" or last.dep == "nummod") and not _odd(parse, last, value)
    return False


def _odd(parse: Parse, token: Token, value: str) -> bool:
    """Whether a number word is a pronoun or an idiom ("one of the", "no one", "day one") rather than a count."""
    head = parse.head(token)
    if value.lower() == "one":
        return token.dep != "nummod" or head.pos == "PROPN"
    if token.dep == "pobj" and head.lower in ("in", "since", "until", "by", "of", "on", "for", "from", "during"):
        return (
            value.isdigit() and len(value) in (2, 4) and head.lower not in ("of", "for", "by")
        ) or head.lower == "on"
    return False
