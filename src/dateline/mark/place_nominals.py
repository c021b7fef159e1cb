"""Common nouns that stand for places: "the town", "an army camp", "the western outskirts", "the capital of X"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.model.text import Parse, Token
from dateline.model.vocabulary import Form
from dateline.reference.place_words import (
    ADMIN_NOUNS,
    AREA_NOUNS,
    COMPASS,
    DIRECTION_ADJECTIVES,
    FEATURE_NOUNS,
    SETTLEMENT_NOUNS,
)

NOMINAL_PRIORITY, EPITHET_PRIORITY = 50, 82
_INSIDE = ("amod", "compound", "nummod", "nmod", "det", "quantmod")
BARE = frozenset(
    [
        "place",
        "part",
        "side",
        "half",
        "office",
        "position",
        "site",
        "house",
        "front",
        "centre",
        "center",
        "mine",
        "bank",
        "state",
        "agency",
        "division",
        "department",
        "republic",
        "territory",
        "complex",
        "plant",
        "office",
        "zone",
        "location",
        "headquarters",
        "station",
        "post",
    ]
)
"""Nouns that mean a place only with an article or a direction: "the site", not "on site" or "took part"."""
PARTS = frozenset({"part", "half", "side"})
"""Nouns that need a direction, a holder or a whole."""
_HELD_SITES = frozenset(("base", "compound", "headquarters", "barracks", "camp", "outpost", "garrison", "stronghold"))
"""What is somebody's and a place for itself: "its base", "their headquarters"."""
_POSTED = frozenset(
    (
        "police",
        "army",
        "military",
        "border",
        "health",
        "command",
        "guard",
        "observation",
        "security",
        "frontier",
        "customs",
    )
)
"""What stands before a post that is a place, and neither an office nor a message."""
_BODIES = frozenset(
    {"press", "media", "information", "spokesman", "spokesperson", "prosecutor", "attorney", "governor", "mayor"}
)
"""Whose office speaks: "the army press office said"."""
ABSTRACT_PREPOSITIONS = frozenset({"as", "by", "like", "with"})


def nominal_places(parse: Parse) -> Iterator[Candidate]:
    """Noun phrases headed by a common noun of place, and definite descriptions of a capital."""
    for token in parse.tokens:
        if token.sentence < 0:
            continue
        if token.lemma in FEATURE_NOUNS and _is_noun(token):
            named = _named_after(parse, token)
            if named is not None and token.lemma == "capital":
                yield _candidate(parse, _first(parse, token), named.right, token, "epithet")
            elif _stands_for_place(parse, token, named):
                yield _candidate(parse, _first(parse, token), token.index, token, "nominal")
        elif token.lower in COMPASS and token.pos in ("NOUN", "PROPN", "ADV") and _part_of_place(parse, token):
            yield _candidate(parse, _first(parse, token), token.index, token, "nominal")


def _is_noun(token: Token) -> bool:
    return token.pos == "NOUN" or (token.pos == "PROPN" and token.text.isupper() and len(token.text) > 3)


def _named_after(parse: Parse, token: Token) -> Token | None:
    """The name in "the town of X", if that is how the phrase goes on."""
    for prep in parse.kids(token, "prep"):
        if prep.lower == "of":
            for name in parse.kids(prep, "pobj"):
                if name.text[0].isupper() and name.index - prep.index <= 4:
                    return name
    return None


def _stands_for_place(parse: Parse, token: Token, named: Token | None) -> bool:
    noun = token.lemma
    if token.dep in ("compound", "amod", "npadvmod", "nmod") or _speaks(parse, token):
        return False
    if named is not None and (noun in SETTLEMENT_NOUNS or noun in ADMIN_NOUNS) and token.lower == noun:
        return False
    if noun == "agency" and not any(kid.lower == "tribal" for kid in parse.kids(token, "amod", "compound")):
        return False
    if noun == "post" and not any(kid.lower in _POSTED for kid in parse.kids(token, "compound", "amod")):
        return False
    plural = token.lower != noun
    determiners = [kid.lower for kid in parse.kids(token, "det")]
    definite = any(word not in ("a", "an", "no", "any") for word in determiners)
    described = any(_directs(kid) for kid in parse.kids(token, "amod", "compound"))
    if token.dep in ("attr", "oprd") and not definite:
        return False
    if noun in PARTS and not described and named is None:
        return False
    if noun in BARE or (noun in AREA_NOUNS and plural):
        described = described or (plural and bool(parse.kids(token, "amod")))
        return (definite or described) and not _light(parse, token)
    owners = parse.kids(token, "poss")
    owned = (noun == "capital" and bool(owners)) or (noun in _HELD_SITES and any(o.pos == "PRON" for o in owners))
    owned = owned or any(o.lemma in SETTLEMENT_NOUNS and o.pos == "NOUN" for o in owners)
    return (
        owned
        or bool(determiners)
        or plural
        or _located(parse, token)
        or bool(parse.kids(token, "amod", "compound", "nummod"))
    )


def _located(parse: Parse, token: Token) -> bool:
    """Whether a settlement without an article, as headlines have it, is told by what it lies beside: "town south of X"."""
    behind = [one.lower for one in parse.tokens[token.index + 1 : token.index + 3]]
    told = behind[:1] in (["near"], ["outside"]) or (len(behind) == 2 and behind[0] in COMPASS and behind[1] == "of")
    following = parse.tokens[token.index + 2] if len(behind) == 2 else token
    within = behind[:1] == ["in"] and following.text[0].isupper() and token.dep == "dobj"
    return (told and token.lemma in SETTLEMENT_NOUNS) or (within and token.lemma in ("town", "village", "district"))


def _speaks(parse: Parse, token: Token) -> bool:
    """Whether an office is a body that acts: "the armed forces press office reported"; one can be stormed all the same."""
    if token.lemma == "office" and token.dep == "nsubj" and parse.head(token).lemma in ("say", "tell", "add", "report"):
        return True
    acts = token.lemma in ("office", "centre", "center") and token.dep in ("nsubj", "pobj")
    told = acts and any(kid.lower in _BODIES for kid in parse.kids(token, "compound", "poss"))
    return told and (token.dep == "nsubj" or parse.head(token).lower in ("to", "by"))


def _directs(token: Token) -> bool:
    return token.lower in DIRECTION_ADJECTIVES or token.lower.endswith("-held")


def _light(parse: Parse, token: Token) -> bool:
    """Whether the noun only helps its verb or preposition: "took place", "as part of"."""
    head = parse.head(token)
    return head.lemma in ("take", "have", "play", "change") or head.lower in ABSTRACT_PREPOSITIONS


def _part_of_place(parse: Parse, token: Token) -> bool:
    """Whether a point of the compass is a region: "in the west of the country"."""
    if token.dep not in ("pobj", "nsubj", "nsubjpass", "dobj", "conj") or not parse.kids(token, "det"):
        return False
    return token.dep != "pobj" or parse.head(token).lower in ("in", "from", "of", "over", "across", "into", "at")


def _first(parse: Parse, token: Token) -> int:
    """The first word of the phrase, with its article, without possessors."""
    first = token.index
    for kid in sorted(parse.kids(token, *_INSIDE), key=lambda k: -k.index):
        if kid.lower.endswith("held"):
            break
        hyphened = first >= 2 and parse.tokens[first - 1].tag == "HYPH" and kid.right == first - 2
        if kid.index < first and (kid.right == first - 1 or hyphened):
            first = kid.left
    return first


def _candidate(parse: Parse, first: int, last: int, head: Token, form: Form) -> Candidate:
    begins = next(t for t in parse.tokens[first : last + 1] if t.index == last or t.text[0].isalnum())
    return Candidate(
        start=begins.start,
        end=parse.tokens[last].end,
        kind="place",
        form=form,
        marker="places.nominal",
        head=head.index,
        priority=EPITHET_PRIORITY if form == "epithet" else NOMINAL_PRIORITY,
    )
