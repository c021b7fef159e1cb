"""Which words are names of places: the gazetteer proposes, small features of the context decide.

Each feature is a weight in rough log-odds; a name is marked when the sum reaches THRESHOLD. The weights were set by
hand and checked on TR-News and GeoWebNews (dev parts); none of them knows a particular place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.mark.place_support import supported
from dateline.mark.place_words import ENGLISH_PARTICLES, PARTICLES, NameHit, Word, name_of
from dateline.model.text import Parse
from dateline.model.world import Place
from dateline.reference.actor_words import word_set
from dateline.reference.distance import stated_distances
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_fold import fold
from dateline.reference.place_words import (
    ADMIN_NOUNS,
    DIRECTION_ADJECTIVES,
    FEATURE_NOUNS,
    LOCATIVE_PREPOSITIONS,
    PLACE_VERBS,
    SETTLEMENT_NOUNS,
    STRONG_PREPOSITIONS,
)

THRESHOLD = 1.95
UNITS = frozenset({"brigade", "battalion", "regiment"})
"""Units that bear a name of their own, which may be a town's as well: "the Vostok brigade"."""
ACRONYM = 5
"""A word of up to so many capitals in a line of small letters is an agency ("SANA") rather than a town."""
LONGEST = 7
"""So many words may a name have ("Federation of Bosnia and Herzegovina" has five)."""
CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december ramadan christmas easter"
)
_OF_PLACES = frozenset(
    ["mayor", "governor", "resident", "inhabitant", "outskirts", "outskirt", "suburb", "capture", "recapture", "siege", "shelling",
     "all", "most", "much", "half", "rest"]
)  # fmt: skip
TITLES = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "president", "minister", "general", "gen", "colonel", "col", "captain", "capt", "major", "maj", "lieutenant", "lt", "sergeant", "sgt", "commander", "brigadier", "admiral", "marshal", "sheikh", "sheik", "imam", "mullah", "ayatollah", "prince", "princess", "king", "queen", "senator", "sen", "governor", "gov", "mayor", "judge", "justice", "secretary", "spokesman", "spokeswoman", "spokesperson", "chancellor", "pope", "bishop", "archbishop", "father", "sister", "sir", "lady", "lord", "detective", "officer", "rep", "congressman", "congresswoman", "ambassador", "chief", "director", "chairman", "professor", "coach", "rabbi", "pastor", "reverend", "rev", "deputy"]
)  # fmt: skip
ORGANISATION_NOUNS = frozenset(
    ["bank", "party", "army", "police", "ministry", "times", "post", "news", "fc", "club", "council", "court", "union", "association", "federation", "league", "committee", "commission", "agency", "authority", "brigade", "battalion", "division", "front", "movement", "group", "company", "corp", "inc", "ltd", "foundation", "institute", "society", "front", "force", "forces", "office", "service", "services", "department", "congress", "parliament", "senate", "assembly", "government", "administration", "guard", "command", "team", "united", "post", "herald", "tribune", "journal", "daily", "press", "radio", "television", "tv", "network", "agency", "airlines", "airways", "accord", "accords", "agreement", "treaty", "declaration", "conference", "summit", "cup", "open", "marathon", "games", "games", "bowl", "series", "sox", "giants", "lions", "dynamo", "championship", "championships", "act", "bill", "law", "day", "week", "festival", "awards", "award", "prize", "exchange", "stock", "fund", "trust", "holdings", "motors", "oil", "gas", "energy", "telecom", "mail", "star", "sun", "gazette", "observer", "review", "magazine", "book", "democrats", "republicans", "syndrome", "virus", "flu", "fever", "sauce", "beer", "militia", "militants", "rebels", "state"]
)  # fmt: skip


PERSON_PLACES = word_set(
    "georgia chad jordan israel paris sydney florence virginia carolina austin dallas houston madison savannah "
    "india asia kenya london lourdes santiago adelaide charlotte victoria alexandria vienna geneva milan "
    "sierra dakota montana brooklyn phoenix cleveland lincoln"
)
"""Names of places that are given names too: with a family name after them they name a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distances:
    """Where the text states distances: a name that touches one ("25 km west of X", "X, 25 km west of") is a place."""

    spans: tuple[tuple[int, int], ...]

    def touches(self, start: int, end: int) -> bool:
        """Whether a distance ends just before the start, or begins just after the end."""
        return any(0 <= start - b <= 2 or 0 <= a - end <= 2 for a, b in self.spans)


def known_names(parse: Parse, words: Sequence[Word], gazetteer: Gazetteer) -> list[NameHit]:
    """The names of known places that the context lets stand, in text order, never overlapping."""
    distances = Distances(spans=tuple(stated_distances(parse.report.text)))
    hits: list[NameHit] = []
    doubtful: list[NameHit] = []
    met: dict[str, Place | None] = {}
    index = 0
    while index < len(words):
        hit = _longest(words, index, gazetteer, met)
        if hit is None:
            index += 1
            continue
        score = hit.score + _context(words, hit, gazetteer, distances)
        hit = NameHit(first=hit.first, last=hit.last, place=hit.place, score=score)
        (hits if score >= THRESHOLD else doubtful).append(hit)
        index = hit.last + 1 if score >= THRESHOLD else index + 1
    return supported(words, hits, doubtful, gazetteer, threshold=THRESHOLD)


def _longest(words: Sequence[Word], first: int, gazetteer: Gazetteer, met: dict[str, Place | None]) -> NameHit | None:
    """The longest known name that begins with this word; it begins and ends with a capital.

    `met` keeps what was looked up in this report: names come again, and most are of no place.
    """
    word = words[first]
    if not (word.capital or _opens_small(word)) or word.lower.isdigit():
        return None
    best = first
    ends = []
    while best < len(words) and best - first < LONGEST and (best == first or words[best].linked):
        if words[best].capital:
            ends.append(best)
        elif best > first and words[best].lower not in PARTICLES:
            break
        if words[best].possessive:
            break
        best += 1
    for last in reversed(ends):
        name = name_of(words, first, last)
        if name not in met:
            met[name] = gazetteer.first(name)
        place = met[name]
        if place is not None and _spelled(words, first, last, name, place):
            return NameHit(first=first, last=last, place=place, score=_base(words[first : last + 1], name, place))
    return _lost_apostrophe(words, first, gazetteer)


def _opens_small(word: Word) -> bool:
    """Whether a name may begin with this small word: "al Bab", "ash-Shaddadi", but not "in Salah district"."""
    return word.lower in PARTICLES and len(word.lower) == 2 and (word.hyphened or word.lower not in ENGLISH_PARTICLES)


def _lost_apostrophe(words: Sequence[Word], first: int, gazetteer: Gazetteer) -> NameHit | None:
    """A country whose apostrophe a text archive has eaten ("Syrias")."""
    text = words[first].text
    place = gazetteer.first(text[:-1]) if len(text) > 4 and text.endswith("s") and not words[first].shouting else None
    if place is None or place.kind != "country" or fold(text) in gazetteer.demonyms:
        return None
    return NameHit(first=first, last=first, place=place, score=_BASE["country"])


def _spelled(words: Sequence[Word], first: int, last: int, name: str, place: Place) -> bool:
    """Abbreviations stand in capitals ("US" is a country, "Us" is not), and a line in capitals hides which is which."""
    if len(fold(name)) < 2 or (words[first].lower == "the" and place.kind not in ("country", "city", "capital")):
        return False
    if place.kind == "ADM1" and name not in (place.name, *place.aliases) and f"{name}." in place.aliases:
        return words[last].dotted or "," in words[first].gap
    if first == last and len(name) <= 3 and place.kind == "country" and fold(place.name) != fold(name):
        return name.isupper() and not words[first].shouting
    return True


def _base(words: Sequence[Word], name: str, place: Place) -> float:
    """How likely the bare name is a place's, before any context."""
    folded = fold(name)
    primary = fold(place.name) == folded
    score = _BASE.get(place.kind, 0.0) or _size_weight(place)
    if not primary:
        score -= 0.5 if place.kind == "country" else 1.0
    if len(words) > 1:
        score += 1.2
    return score - (1.0 if len(folded) < 4 and place.kind != "country" and "." not in name else 0.0)


_SMALL = frozenset({"town", "village", "ADM2", "ADM3", "part", "camp"})
"""Kinds of places that the overlay has by the hundred: their names alone say less than those of regions and rivers."""
_BASE = {"country": 4.0, "continent": 4.0, "capital": 3.0, "ADM1": 2.2}


def _size_weight(place: Place) -> float:
    if place.id.startswith("overlay:"):
        return 1.3 if place.kind in _SMALL else 2.6
    people = place.population
    return 2.4 if people >= 100_000 else 1.4 if people >= 20_000 else 0.8 if people >= 3_000 else 0.4


def _context(words: Sequence[Word], hit: NameHit, gazetteer: Gazetteer, distances: Distances) -> float:
    return (
        _before(words, hit, gazetteer)
        + _after(words, hit, gazetteer)
        + _itself(words, hit, gazetteer)
        - (4.0 if _ends_a_longer(words, hit) else 0.0)
        + (3.0 if distances.touches(words[hit.first].start, words[hit.last].end) else 0.0)
    )


def _itself(words: Sequence[Word], hit: NameHit, gazetteer: Gazetteer) -> float:
    """What the word itself says: an everyday word, a person's name, a word no register of names has."""
    word, place = words[hit.first], hit.place
    if hit.first != hit.last:
        everyday = all(fold(w.text) in gazetteer.stops for w in words[hit.first : hit.last + 1])
        common = words[hit.last].token.lemma in FEATURE_NOUNS and place.population < 100_000
        return -5.0 if everyday and common else -2.5 if everyday else 0.0
    folded, score = fold(word.text), 0.0
    great = place.kind in ("country", "capital", "continent") and fold(place.name) == folded
    if folded in gazetteer.stops:
        score -= 5.0 if word.shouting or opens_sentence(words, hit.first) else 1.7 if _stands_in(words, hit) else 3.0
    elif folded in gazetteer.surnames or folded in gazetteer.first_names:
        score -= 0.0 if great else 0.2 if place.kind == "ADM1" else 1.2
    elif word.token.pos == "PROPN" and len(folded) > 4 and not word.shouting:
        score += 0.6
    if word.text.isupper() and not word.shouting and len(folded) <= ACRONYM and place.kind != "country":
        score -= 2.0
    if word.shouting and place.population < 20_000 and place.kind not in ("country", "capital", "ADM1"):
        score -= 1.0
    if word.token.pos not in ("PROPN", "NOUN", "ADJ", "X") and place.kind != "country":
        score -= 1.0
    return score


def _stands_in(words: Sequence[Word], hit: NameHit) -> bool:
    """Whether an everyday word in capitals stands alone behind "in" or "near", where nothing but a place does."""
    word, following = words[hit.first], words[hit.first + 1 : hit.first + 2]
    before = words[hit.first - 1].lower if hit.first > 0 and word.linked else ""
    inside = before in STRONG_PREPOSITIONS or (before == "of" and _cue(words, hit.first - 2))
    longer = bool(following) and following[0].linked and (following[0].capital or following[0].token.pos == "NOUN")
    named = word.token.pos == "PROPN" and not word.possessive and word.lower not in CALENDAR
    return inside and named and not longer


def opens_sentence(words: Sequence[Word], index: int) -> bool:
    """Whether a word begins its sentence, where every word has a capital."""
    return index == 0 or words[index - 1].token.sentence != words[index].token.sentence


def _before(words: Sequence[Word], hit: NameHit, gazetteer: Gazetteer) -> float:
    """What the word before says: a preposition or verb of place for it, a title or a given name against it."""
    if hit.first == 0:
        return 0.0
    left, right = words[hit.first - 1], words[hit.first]
    if left.token.sentence != right.token.sentence or not right.linked:
        return 0.0
    if left.lower == "the" and hit.first > 1:
        left = words[hit.first - 2]
    if left.lower in STRONG_PREPOSITIONS or (left.lower == "and" and _between(words, hit.first - 1)):
        return 2.4
    if left.lower in LOCATIVE_PREPOSITIONS:
        if left.lower == "of" and _cue(words, hit.first - 2):
            return 2.5
        return 1.5 if left.lower in ("towards", "toward", "into") else 0.8
    if left.lower in TITLES:
        return -4.0
    if left.token.pos == "VERB":
        return 1.5 if left.token.lemma in PLACE_VERBS else 0.0
    if not left.capital or left.shouting or left.lower in DIRECTION_ADJECTIVES:
        return 0.0
    if fold(left.text) in gazetteer.first_names:
        return -4.0
    if left.token.pos == "PROPN" and not left.possessive:
        return -2.5
    return 0.0


def _ends_a_longer(words: Sequence[Word], hit: NameHit) -> bool:
    """Whether an article ties the name to one before it: "Jabal al-X"."""
    article = words[hit.first - 1] if hit.first > 1 and words[hit.first].linked else None
    small = article is not None and article.lower in ARTICLES and article.hyphened and article.linked
    return small and words[hit.first - 2].capital


def _between(words: Sequence[Word], joint: int) -> bool:
    """Whether "and" joins the two ends of a way: "between X and Y"."""
    return any(word.lower == "between" for word in words[max(0, joint - _LONGEST_END) : joint])


_LONGEST_END = 4
"""Words from "between" to the "and" that follows it."""


def _cue(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a noun like "town" in "the town of", or what only places have: "the mayor of"."""
    lemma = words[index].token.lemma if index >= 0 else ""
    return lemma in SETTLEMENT_NOUNS or lemma in ADMIN_NOUNS or lemma in _OF_PLACES


def _after(words: Sequence[Word], hit: NameHit, gazetteer: Gazetteer) -> float:
    """What the next word says: a feature noun or a container for it, the rest of a longer name against it."""
    if hit.last + 1 >= len(words):
        return 0.0
    right = words[hit.last + 1]
    if words[hit.last].token.sentence != right.token.sentence:
        return 0.0
    if not right.linked:
        return 3.2 if right.capital and _contains(words, hit.last + 1, hit, gazetteer) else 0.0
    if words[hit.last].possessive:
        return 0.0
    if right.lower == "in" and _capital(words, hit.last + 2) and not opens_sentence(words, hit.first):
        return 3.0 if _contains(words, hit.last + 2, hit, gazetteer) else 0.0
    if _goes_on(words, hit) or (right.lower in ARTICLES and right.hyphened and _capital(words, hit.last + 2)):
        return -5.0
    if right.lower in UNITS and words[hit.first].gap.strip() == "" and not _of_a_state(hit):
        return -4.0
    if right.token.lemma in FEATURE_NOUNS and right.token.pos in ("NOUN", "PROPN"):
        return 3.2 if hit.place.kind == "ADM1" and right.token.lemma in _DIVISIONS else 2.0
    if (
        right.lower in PARTICLES
        and right.lower not in ("of", "and", "the", "in", "on", "at", "as")
        and _capital(words, hit.last + 2)
    ):
        return -3.0
    if right.shouting and right.token.pos == "PROPN" and not gazetteer.knows(right.text):
        return -2.0
    return _before_capital(words, hit, gazetteer) if right.capital and not right.shouting else 0.0


ARTICLES = word_set("al el ul as ash at az ad an ar")
"""Arabic articles, small and before a hyphen inside a longer name: "Bab al-Hawa"."""


_DIVISIONS = frozenset(("state", "province", "region", "governorate", "oblast", "county", "department"))
"""Nouns behind a division's name that may be an everyday word: "Unity state"."""


def _of_a_state(hit: NameHit) -> bool:
    return hit.place.kind in ("country", "capital", "ADM1")


def _goes_on(words: Sequence[Word], hit: NameHit) -> bool:
    """Whether these are words of a longer name: "Pul-e Charkhi", "the Old City of Homs"."""
    last, right = words[hit.last], words[hit.last + 1]
    if last.hyphened and right.lower in ("e", "i", "ye", "yi"):
        return True
    part = hit.last > hit.first and last.token.lemma in SETTLEMENT_NOUNS
    return part and right.lower == "of" and _capital(words, hit.last + 2)


def _before_capital(words: Sequence[Word], hit: NameHit, gazetteer: Gazetteer) -> float:
    """What a capitalised next word says: a title for it, an organisation or a family name against it.

    Names of several words ("New Zealand Finance Minister") are hardly ever the beginning of another name.
    """
    left, right = words[hit.last], words[hit.last + 1]
    if right.lower in TITLES:
        return 0.0
    if right.lower in ORGANISATION_NOUNS:
        return -3.5
    if hit.last > hit.first and fold(hit.place.name) == fold(name_of(words, hit.first, hit.last)):
        return -0.5
    given = fold(left.text) in PERSON_PLACES
    person = given or fold(right.text) in gazetteer.surnames
    if right.token.pos == "PROPN" and (person or not gazetteer.knows(right.text)):
        return -4.5 if given else -3.0
    return 0.0


def _capital(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].linked and words[index].capital


def _contains(words: Sequence[Word], first: int, hit: NameHit, gazetteer: Gazetteer) -> bool:
    """Whether the words from `first` on name the country or division that this place lies in ("Paris, Texas")."""
    above = _longest(words, first, gazetteer, {})
    if above is None or above.place.kind not in ("country", "ADM1", "ADM2"):
        return False
    name = name_of(words, hit.first, hit.last)
    inner = gazetteer.named(name)
    return any(above.place.country == p.country and p.id != above.place.id for p in inner)
