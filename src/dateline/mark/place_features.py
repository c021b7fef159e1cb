"""Names with a noun that says what they are: "Idlib province", "Mosul University", "the village of Chamsar"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.mark.candidate import Candidate
from dateline.mark.place_names import TITLES, NameHit
from dateline.mark.place_words import PARTICLES, Word
from dateline.model.text import Parse
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_fold import fold
from dateline.reference.place_words import DIRECTION_ADJECTIVES, FEATURE_NOUNS

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
        "settlement",
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
STRETCHLESS = NOT_NAMING | {"agency"}
PLURAL_NAMES = frozenset(
    ["mountains", "hills", "islands", "farms", "heights", "plains", "gardens", "barracks", "straits"]
)
FAITHS = frozenset(
    [
        "sunni",
        "shiite",
        "shia",
        "alawite",
        "druze",
        "christian",
        "muslim",
        "islamic",
        "catholic",
        "protestant",
        "coptic",
        "orthodox",
        "jewish",
        "buddhist",
        "hindu",
        "yazidi",
        "kurdish",
        "arab",
        "crusader",
        "christmas",
        "easter",
    ]
)


def featured(parse: Parse, words: Sequence[Word], hits: Sequence[NameHit], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Candidates for known names, stretched over direction and feature noun, and for unknown names with one."""
    taken: set[int] = set()
    for hit in hits:
        first, last = _stretch_left(words, hit.first), _stretch_right(words, hit.last)
        taken.update(range(first, last + 1))
        yield _candidate(parse, words, first, last, hit.last, "places.gazetteer")
    for first, last, core in _unknown(words, taken, gazetteer):
        yield _candidate(parse, words, first, last, core, "places.feature")


def _stretch_left(words: Sequence[Word], first: int) -> int:
    """Take a direction in: "eastern Ukraine" is a part of Ukraine."""
    if first and words[first].linked and words[first - 1].lower in DIRECTION_ADJECTIVES:
        return first - 1
    return first


def _stretch_right(words: Sequence[Word], last: int) -> int:
    """Take the feature noun in, over capitalised words between: "Damascus Central Prison"."""
    at = last + 1
    while at < len(words) and words[at].linked and not words[at - 1].possessive and at - last <= 3:
        if words[at].token.lemma in FEATURE_NOUNS and words[at].token.lemma not in STRETCHLESS and _names(words[at]):
            return at
        if not words[at].capital or words[at].shouting:
            break
        at += 1
    return last


def _names(noun: Word) -> bool:
    """Whether a feature noun is one here ("quarter" of "quarter-final" is not)."""
    return noun.token.pos in ("NOUN", "PROPN") and not noun.hyphened


def _unknown(words: Sequence[Word], taken: set[int], gazetteer: Gazetteer) -> Iterator[tuple[int, int, int]]:
    """(first, last, core) of names in no register: "X village", "X Street", "village of X"."""
    for at, word in enumerate(words):
        if at in taken or word.token.lemma not in FEATURE_NOUNS or word.token.lemma in NOT_NAMING or not _names(word):
            continue
        plural = word.lower != word.token.lemma and word.lower not in PLURAL_NAMES and not word.shouting
        before = None if plural or word.token.lemma in NOT_UNKNOWN else _run_before(words, at, gazetteer)
        if before is not None and not taken & set(range(before, at + 1)):
            yield before, at, at
            taken.update(range(before, at + 1))
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
    while first < at and words[first].lower in PARTICLES and len(words[first].lower) != 2:
        first += 1
    while first < at and words[first].lower in ("the", "a", "an", "this", "that"):
        first += 1
    if first == at or at - first > 5 or words[first].lower in TITLES or words[at - 1].lower in PARTICLES:
        return None
    if all(w.lower in DIRECTION_ADJECTIVES for w in words[first:at]):
        return None
    if words[at].lower == words[at].text and words[at - 1].token.pos == "ADJ":
        return None
    return first


def _proper(word: Word, gazetteer: Gazetteer) -> bool:
    if not word.capital:
        return word.lower in ("al", "el", "ad", "ash", "ar", "az", "ez", "de", "la")
    if word.shouting and (word.token.pos != "PROPN" or fold(word.text) in gazetteer.stops):
        return False
    return (
        word.token.pos in ("PROPN", "NOUN", "ADJ", "X")
        and word.lower not in FAITHS
        and fold(word.text) not in gazetteer.demonyms
    )


def _run_after(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The capitalised run in "village of X"."""
    if at + 2 >= len(words) or words[at + 1].lower != "of" or not words[at + 2].capital or words[at + 2].shouting:
        return None
    last = at + 2
    if words[last].token.pos not in ("PROPN", "X", "NOUN") or not words[last].linked:
        return None
    while last + 1 < len(words) and words[last + 1].linked and words[last + 1].capital and not words[last].possessive:
        last += 1
    return at + 2, last


def _candidate(parse: Parse, words: Sequence[Word], first: int, last: int, core: int, marker: str) -> Candidate:
    return Candidate(
        start=words[first].start,
        end=words[last].end,
        kind="place",
        form="name",
        marker=marker,
        head=words[core].token.index,
        priority=NAME_PRIORITY,
    )
