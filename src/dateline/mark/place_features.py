"""Names with a noun that says what they are: "Idlib province", "Mosul University", "the village of Chamsar"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.mark.candidate import Candidate
from dateline.mark.place_names import ARTICLES, TITLES
from dateline.mark.place_positions import situated
from dateline.mark.place_words import PARTICLES, NameHit, Word, name_of
from dateline.model.text import Parse
from dateline.reference import Reference
from dateline.reference.communities import COMMUNITIES
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_fold import fold
from dateline.reference.place_words import ADMIN_NOUNS, DIRECTION_ADJECTIVES, FEATURE_NOUNS, SETTLEMENT_NOUNS

NAME_PRIORITY = 80
NOT_NAMING = frozenset(
    [
        "state",
        "part",
        "place",
        "country",
        "nation",
        "side",
        "position",
        "site",
        "house",
        "office",
        "capital",
        "location",
        "post",
    ]
)
"""Feature nouns that make no name of the words before them."""
NOT_UNKNOWN = frozenset(
    [
        "department",
        "agency",
        "division",
        "republic",
        "territory",
        "center",
        "centre",
        "headquarters",
        "city",
        "compound",
        "building",
    ]
)
"""Feature nouns that make a place only of a name that is known ("Finance Department" is none)."""
NAMED_OF = frozenset(
    {"university", "gulf", "strait", "bay", "port", "island", "lake", "college", "cathedral", "church"}
)
DASHES = frozenset("-–—‐‑")
ROADS = frozenset({"road", "highway", "motorway", "railway", "line", "route", "axis", "corridor"})
"""Ways that are called after the towns at their ends."""
CORPORATE = frozenset(
    {"ltd", "limited", "plc", "inc", "corp", "corporation", "llc", "mining", "resources", "holdings", "sa"}
)
"""Words behind a name that make a company of it: "Golden Ridge Ltd"."""
STRETCHLESS = NOT_NAMING | {"agency"}
PLURAL_NAMES = frozenset(
    ["mountains", "hills", "islands", "farms", "heights", "plains", "gardens", "barracks", "straits"]
)


def featured(parse: Parse, words: Sequence[Word], hits: Sequence[NameHit], reference: Reference) -> Iterator[Candidate]:
    """Candidates for known names, stretched over direction and feature noun, and for unknown ones that a noun or their position gives away."""
    taken: set[int] = set()
    for first, last in (*_cued_runs(words), *_roads(words)):
        if not any(first == hit.first and hit.last >= last for hit in hits):
            taken.update(range(first, last + 1))
            yield _candidate(words, first, last, last, "places.cue")
    for hit in hits:
        first, last = _stretch_left(words, hit.first), _stretch_right(words, hit.last)
        if not taken & set(range(first, last + 1)):
            taken.update(range(first, last + 1))
            yield _candidate(words, first, last, hit.last, "places.gazetteer")
    named: set[str] = set()
    for first, last, core in _unknown(words, taken, reference.gazetteer):
        named.update(_settled_name(words, first, last))
        yield _candidate(words, first, last, core, "places.feature")
    for first, last in situated(parse, words, taken, reference, named):
        yield _candidate(words, first, last, last, "places.situated")


def _settled_name(words: Sequence[Word], first: int, last: int) -> Iterator[str]:
    """The folded name that goes with a noun of settlement or division ("X village"), by which the place may be called again."""
    if last > first and words[last].token.lemma in SETTLEMENT_NOUNS.keys() | ADMIN_NOUNS.keys():
        yield fold(name_of(words, first, last - 1))


def _cued_runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of two or more capitalised words after "village of": one name, even when a register knows its parts."""
    for at, word in enumerate(words):
        if word.token.lemma in SETTLEMENT_NOUNS:
            run = _run_after(words, at)
            if run is not None and run[1] > run[0] and words[run[1]].token.lemma not in FEATURE_NOUNS:
                yield run


def _roads(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Roads that are called after two towns: "the Taiz–Aden road", "the Tampico-Mante federal highway"."""
    for at, word in enumerate(words):
        if word.token.lemma in ROADS and word.linked and at > 2:
            end = at - 1 if words[at - 1].capital else at - 2
            one, other = words[end - 1], words[end]
            joined = other.gap.strip() in DASHES
            adjective = end == at - 1 or (words[at - 1].linked and words[at - 1].token.pos == "ADJ")
            if joined and adjective and one.capital and other.capital:
                yield end - 1, at


def _stretch_left(words: Sequence[Word], first: int) -> int:
    """Take a direction or feature noun in: "eastern Ukraine", "the river Tigris", "University of Mosul"."""
    if not first or not words[first].linked:
        return first
    left = words[first - 1]
    if left.lower in DIRECTION_ADJECTIVES or left.token.lemma in ("river", "lake", "mount"):
        return first - 1
    above = words[first - 2] if first > 1 and left.linked and left.lower == "of" else None
    if above is not None and above.capital and not above.shouting and above.token.lemma in NAMED_OF:
        return first - 2
    return first


def _stretch_right(words: Sequence[Word], last: int) -> int:
    """Take the feature noun in, over capitalised words between: "Damascus Central Prison"."""
    at = last + 1
    while at < len(words) and words[at].linked and not words[at - 1].possessive and at - last <= 3:
        if _noun(words[at]) in FEATURE_NOUNS and _noun(words[at]) not in STRETCHLESS and _names(words[at]):
            return at
        if not words[at].capital or (words[at].shouting and words[at].token.pos != "PROPN"):
            break
        at += 1
    return last


def _noun(word: Word) -> str:
    """The noun in the singular; the parser keeps the plural of names ("the Simien Mountains")."""
    return word.lower.removesuffix("s") if word.lower in PLURAL_NAMES else word.token.lemma


def _names(noun: Word) -> bool:
    """Whether a feature noun is one here ("quarter" of "quarter-final" is not)."""
    return noun.token.pos in ("NOUN", "PROPN") and not noun.hyphened


def _unknown(words: Sequence[Word], taken: set[int], gazetteer: Gazetteer) -> Iterator[tuple[int, int, int]]:
    """(first, last, core) of names in no register: "X village", "X Street", "village of X"."""
    for at, word in enumerate(words):
        noun = _noun(word)
        if at in taken or noun not in FEATURE_NOUNS or noun in NOT_NAMING or not _names(word):
            continue
        plural = word.lower != noun and word.lower not in PLURAL_NAMES and not word.shouting
        corporate = at + 1 < len(words) and words[at + 1].linked and words[at + 1].lower in CORPORATE
        named = not plural and not corporate and noun not in NOT_UNKNOWN
        before = _run_before(words, at, gazetteer) if named else None
        if before is not None and not taken & set(range(before, at + 1)):
            last = _stretch_right(words, at)
            yield before, last, last
            taken.update(range(before, last + 1))
            continue
        after = _run_after(words, at)
        if after and not taken & set(range(after[0], after[1] + 1)):
            taken.update(range(after[0], after[1] + 1))
            first = at if word.capital and not word.shouting else after[0]
            yield first, after[1], after[1]


def _run_before(words: Sequence[Word], at: int, gazetteer: Gazetteer) -> int | None:
    """Where a capitalised run begins that ends just before this noun; None when there is none worth a name."""
    first = at
    while (
        first > 0 and words[first].linked and not words[first - 1].possessive and _proper(words[first - 1], gazetteer)
    ):
        first -= 1
    while (
        first < at and words[first].lower in PARTICLES and len(words[first].lower) != 2 and words[first].lower != "abu"
    ):
        first += 1
    while first < at and words[first].lower in ("the", "a", "an", "this", "that"):
        first += 1
    titled = words[first].lower in TITLES and (words[first].lower not in _NAMING_TITLES or not _settles(words[at]))
    if first == at or at - first > 5 or titled or words[at - 1].lower in PARTICLES:
        return None
    if all(w.lower in DIRECTION_ADJECTIVES for w in words[first:at]):
        return None
    if words[at].lower == words[at].text and words[at - 1].token.pos == "ADJ":
        return None
    return first


def _settles(noun: Word) -> bool:
    """Whether a noun in small letters makes a settlement or division of what stands before it: "Imam Sahib district"."""
    return noun.lower == noun.text and noun.token.lemma in SETTLEMENT_NOUNS.keys() | ADMIN_NOUNS.keys()


_NAMING_TITLES = frozenset(
    {"imam", "sheikh", "sheik", "mullah", "general", "king", "prince", "father", "colonel", "captain"}
)
"""Titles with which names of places begin as well."""


def _proper(word: Word, gazetteer: Gazetteer) -> bool:
    if not word.capital:
        return word.lower in ("al", "el", "ad", "ash", "ar", "az", "ez", "de", "la")
    if word.shouting and (word.token.pos != "PROPN" or fold(word.text) in gazetteer.stops):
        return False
    return (
        word.token.pos in ("PROPN", "NOUN", "ADJ", "X")
        and word.lower not in COMMUNITIES
        and fold(word.text) not in gazetteer.demonyms
    )


def _run_after(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The capitalised run in "village of X"."""
    if at + 2 >= len(words) or words[at + 1].lower != "of" or not words[at + 2].capital or words[at + 2].shouting:
        return None
    last = at + 2
    if words[last].token.pos not in ("PROPN", "X", "NOUN") or not words[last].linked:
        return None
    while last + 1 < len(words) and (step := _step(words, last)):
        last += step
    return at + 2, last


def _step(words: Sequence[Word], last: int) -> int:
    """How many words on the name goes on: over an Arabic article ("Bab al-Hawa")."""
    following = words[last + 1 : last + 3]
    article = len(following) == 2 and following[0].lower in ARTICLES and following[0].hyphened
    if article and following[0].linked and following[1].linked and following[1].capital:
        return 2
    linked = len(following) == 2 and all(word.linked and word.capital and not word.shouting for word in following)
    amid = linked and not words[last].possessive and following[1].token.pos == "PROPN"  # "Min Let Pan"
    return int(amid or _goes_on(words[last], following[0]))


def _goes_on(word: Word, following: Word) -> bool:
    """Whether a name goes on with the next word."""
    proper = following.capital and following.token.pos == "PROPN" and not following.text[0].isdigit()
    return following.linked and proper and not word.possessive


def _candidate(words: Sequence[Word], first: int, last: int, core: int, marker: str) -> Candidate:
    return Candidate(
        start=words[first].start,
        end=words[last].end,
        kind="place",
        form="name",
        marker=marker,
        head=words[core].token.index,
        priority=NAME_PRIORITY + 5 * (words[first].lower in _NAMING_TITLES and _settles(words[last])),  # over ranks
    )
