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
from dateline.reference.place_words import FEATURE_NOUNS

MARKER = "quantities"

_UNIT = re.compile(rf"[\s-]?(?:{UNITS})\b(?:\s*\([^()]{{1,14}}\))?", re.IGNORECASE)
_HYPHENED = re.compile(
    r"-(?:car|vehicle|truck|man|member|strong|ship|aircraft|tank|person|hour|minute)\b", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d|(?:[01]?\d|2[0-3])\.[0-5]\d")
_LAST_AGE = re.compile(r"\d{1,2}\.(?!\d)")
_AGE = re.compile(r"\d{1,2}(?:,(?!\d)| and (?:his |her |[A-Z]))")
_PERCENT = re.compile(r"\s?(?:percent|per\s?cent|%|percentage points)", re.IGNORECASE)
_WHOLE = word_set(
    "people persons person families family households household bodies body corpses dead deaths death casualties casualty "
    "victims victim wounded injured fatalities inmates prisoners hostages captives passengers others members member sergeants"
)
"""People counted for what became of them, or for nothing else that they are: their noun belongs to the count."""
_YOUNG_AND_OLD = word_set("children child women woman girls girl boys boy babies baby")
"""Who is a party of its own where something happens to them, and part of a count behind "including"."""
_PART = frozenset(("including", "among"))
_BEFORE_NOUN = ("compound", "amod", "nmod")
_HURT = frozenset(("killed", "wounded", "injured"))
_PASSING = word_set("sides accounts versions theories threats incident point case instance occasion")
"""What is numbered only to be spoken of: "the two sides", "several theories", "at one point"."""
_HOMES = frozenset(("house", "home"))
"""Places that are counted like things; other places ("three districts") are places themselves."""


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
    if _quoted_source(parse, match) or _is_age(parse, match):
        return None
    end = _noun_end(parse, reference, start, end)
    return (start, end) if _counts(parse, match, end) else None


def _is_age(parse: Parse, match: re.Match[str]) -> bool:
    """Whether a number tells how old one person is: "a girl of seven", "a woman of 61"."""
    tokens = parse.tokens_in(match.start("number"), match.end("number"))
    of = parse.head(tokens[-1]) if tokens and tokens[-1].dep == "pobj" else None
    return of is not None and of.lower == "of" and parse.head(of).lower in _PERSONS


_PERSONS = word_set(
    "girl boy man woman child baby infant toddler youth teenager lad son daughter mother father widow widower pensioner student"
)


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
    index += tokens[-1].lower in _VAGUE and parse.report.text[end : end + 4].lower() == " of "
    for last in range(index, min(len(parse.tokens), index + 5)):
        token = parse.tokens[last]
        if tokens[-1].dep in ("nsubj", "nsubjpass") and tokens[-1].head == token.index:
            break
        if token.pos not in ("ADJ", "NOUN", "PROPN", "VERB") and token.dep not in (*_BEFORE_NOUN, "nummod", "case"):
            break
        if _counted_whole(parse, reference, token, index):
            return _of_what(parse, reference, token).end
        if fold(token.text) in reference.actors.nouns.last_words and token.dep not in (*_BEFORE_NOUN, "poss"):
            break
    return end


def _counted_whole(parse: Parse, reference: Reference, token: Token, first: int) -> bool:
    """Whether a noun behind a number, which begins at token `first`, belongs to the count: people at large and things do.

    Parties do not (soldiers, civilians, fighters): they are mentions of their own, as are places.
    """
    word = fold(token.text)
    if word in _HURT and not _as_noun(parse, token, parse.tokens[first - 1]):
        return False
    if word == "men" and token.index == first:
        return True  # of nobody knows which party
    if word in _WHOLE or word in _HURT or (word in _YOUNG_AND_OLD and _is_part(parse, first)):
        return _alone(parse, reference, token.index, first)
    if word in reference.actors.nouns.last_words or token.dep in (*_BEFORE_NOUN, "poss") or not token.text.isalpha():
        return False
    several = token.text[-1] in "sS" if token.pos != "VERB" else token.tag == "VBZ"
    single = token.tag == "NN" and parse.tokens[first - 1].lower in ("one", "1")
    if _capital(token) or not (several or single) or reference.actors.countries.of(word) or word in _PASSING:
        return False
    place = token.lemma in FEATURE_NOUNS and token.lemma not in _HOMES
    return not place and _alone(parse, reference, token.index, first)


def _as_noun(parse: Parse, harmed: Token, number: Token) -> bool:
    """Whether "wounded" behind a number is who was counted ("admitted 31 wounded"), no verb ("and 31 were wounded")."""
    if harmed.dep in _BEFORE_NOUN:
        return False
    return harmed.tag.startswith("NN") or number.dep in ("dobj", "pobj")


def _is_part(parse: Parse, first: int) -> bool:
    """Whether a number only breaks down another one: "18 dead, including 11 children"."""
    around = parse.tokens[max(0, first - 5) : first + 3]
    return any(token.lower in _PART for token in around)


def _of_what(parse: Parse, reference: Reference, counted: Token) -> Token:
    """The last word of what is counted: "6,000 rounds of ammunition" and "six prisoners of war" are one amount."""
    of = parse.tokens[counted.index + 1 : counted.index + 3]
    if len(of) < 2 or of[0].lower != "of" or of[1].dep != "pobj" or of[1].pos == "PRON":
        return counted
    word = fold(of[1].text)
    known = word in reference.actors.nouns.last_words or of[1].lemma in FEATURE_NOUNS or _capital(of[1])
    return counted if known else of[1]


def _capital(token: Token) -> bool:
    return token.pos == "PROPN" and not token.text.isupper()


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


_COUNTING = frozenset(("nummod", "nsubj", "nsubjpass", "dobj", "conj", "attr", "appos", "pobj", "quantmod", "dep"))


def _counts(parse: Parse, match: re.Match[str], end: int) -> bool:
    """Whether the number counts something: a noun follows, or it stands for people or things."""
    token = parse.tokens_in(match.start("number"), match.end("number"))
    if not token or end > match.end():
        return bool(token)
    last: Token = token[0] if token[-1].dep not in _COUNTING else token[-1]
    value = match.group("number")
    if value.lower().split()[-1] in _VAGUE and last.pos in ("ADJ", "NOUN"):
        return not _odd(parse, last, value)
    if value.isdigit() and len(value) == 4 and 1800 <= int(value) <= 2100 and last.dep != "nummod":
        return False
    following = parse.tokens[last.index + 1] if last.index + 1 < len(parse.tokens) else None
    if last.pos == "NUM" and following is not None and following.lower in _HARMED:
        return True
    if last.dep in _COUNTING:
        return (last.pos == "NUM" or last.dep == "nummod") and not _odd(parse, last, value)
    return False


def _odd(parse: Parse, token: Token, value: str) -> bool:
    """Whether a number word is a pronoun or an idiom ("one of the", "no one", "day one") rather than a count."""
    head = parse.head(token)
    if value.lower() == "one" and (token.dep != "nummod" or head.pos == "PROPN"):
        return token.dep != "dobj"
    if token.dep in ("nummod", "amod") and (
        head.lower in _PASSING or (head.index < token.index and head.pos == "PROPN")
    ):
        return True  # "the two sides", "National Road 27"
    if token.dep == "pobj" and head.lower in ("in", "since", "until", "by", "of", "on", "for", "from", "during"):
        return (
            value.isdigit() and len(value) in (2, 4) and head.lower not in ("of", "for", "by")
        ) or head.lower == "on"
    return False
