"""What "the town" or "the region" means: the latest place that fits, else a place of this report alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model.record import Mention
from dateline.model.text import Parse, Token
from dateline.model.world import Place
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_fold import fold
from dateline.reference.place_words import ADMIN_NOUNS, COMPASS, DIRECTION_ADJECTIVES, FEATURE_NOUNS, SITE_KINDS
from dateline.resolve.place_context import CountryFocus

SETTLED = ("capital", "city", "town", "village", "camp", "place")
_AROUND = ("capital", "city", "town", "village", "camp", "ADM1", "ADM2")
_BETWEEN = ("road", "line")
_COUNTRYSIDE = ("region", "river", "mountain", "hill", "forest", "desert", "set")
"""Kinds that lie between settlements, and in none because it was spoken of: no division is made up for them."""
_NO_AREAS = frozenset(("country", "continent", "river", "road", "line")) | SITE_KINDS
"""Kinds that are not spoken of as "the area", where something else is."""
_SETTLEMENTS = ("city", "town", "village", "settlement", "hamlet")
_SIZES = {
    "city": ("city", "capital", "town"),
    "town": ("town", "city", "village", "place"),
    "village": ("village", "place"),
    "hamlet": ("village", "place"),
}
_SMALL = ("village", "hamlet")
_NEW = ("a", "an", "another", "one")
_DETERMINERS = ("the", "this", "that", "its", "same")
_DIVISIONAL = ("provincial", "regional", "departmental", "district", "state", "county")
_SIDES = ("north", "south", "east", "west")
LONGEST_PHRASE = 80
"""Code points: what says where a place without a name lies is no longer."""
SHARE_OF_FIRST = 0.3
"""A country with less than this of what the report says about its first country is only mentioned."""


_OF_A_NAME = re.compile(r"\s+(?:of|around)\s+(?:the\s+)?[A-Z]")
_BESIDE = re.compile(
    r"(?:\s\w+){0,4}?\s(?:near|along|outside|close to|some distance from)\s(?!the (?:market|centre|center))"
)
"""Behind a new thing: what says that it lies in no town, but beside something."""
_ARTICLE = re.compile(r"^(?:the|an?|this|that|these|those)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What has been resolved so far, in text order, with whether it only says where something else is.

    That is so of the agency line ("PARIS (AP) –") and of the ground of a distance ("X, 20 km south of Y").
    `called` says which place was last called town, city or village, `holder` what the words beside put it in, `near`
    what they put it beside, `beside` the places that the sentence has told before, those of speakers among them.
    """

    places: tuple[tuple[Place, bool], ...]
    called: Mapping[str, Place]
    holder: Place | None = None
    near: Place | None = None
    beside: tuple[Place, ...] = ()

    def latest(self, fits: Callable[[Place], bool]) -> Place | None:
        """The latest that fits; what only says where something else is comes last."""
        for framed in (False, True):
            for place, in_frame in reversed(self.places):
                if in_frame == framed and fits(place):
                    return place
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """A common-noun mention taken apart; `text` is what it stands in, `phrases` its words with what tells where it is.

    The phrases grow by one that says where ("desert", "desert south of X", "desert south of X on this side of Y"); the
    last has the adjectives too ("rebel-held desert south of X …").
    `sorts` are the nouns that say what sort of thing it is: "railway" of a station. `new`: an article tells that it was
    not spoken of before, and no name stands beside it ("a village", but not in "Barga, a village").
    """

    text: str
    phrases: tuple[str, ...]
    sorts: frozenset[str]
    mention: Mention
    noun: str
    kind: str
    definite: bool
    new: bool
    plural: bool
    part: bool


def nominal_of(parse: Parse, mention: Mention) -> Nominal:
    """The noun of a mention with what its words say about number, article and part."""
    head = parse.tokens[mention.head]
    words = mention.span.quote.lower().split()
    compass = head.lower in COMPASS
    noun = head.lower if compass else head.lemma
    kind = "part" if compass else FEATURE_NOUNS.get(noun, "place")
    if noun in ("city", "town") and "capital" in words:
        noun, kind = "capital", "capital"
    directed = any(word in DIRECTION_ADJECTIVES for word in words)
    return Nominal(
        text=parse.report.text,
        phrases=tuple(_phrases(parse, mention, head)),
        sorts=frozenset(fold(kid.text) for kid in parse.kids(head, "compound")),
        mention=mention,
        noun=noun,
        kind=kind,
        definite=words[0] in _DETERMINERS,
        new=_is_new(parse, head, words[0]) and head.dep not in ("appos", "attr") and not _behind_comma(parse, mention),
        plural=not compass and head.lower != head.lemma and kind != "part",
        part=kind == "part" or (directed and kind not in ("country", "city", "town", "village")),
    )


def _is_new(parse: Parse, head: Token, first: str) -> bool:
    """Whether the article tells that something was not spoken of before; one may stand before "rebel-held" as well."""
    return first in _NEW or any(kid.lower in _NEW for kid in parse.kids(head, "det"))


def _behind_comma(parse: Parse, mention: Mention) -> bool:
    return parse.report.text[: mention.span.start].rstrip().endswith(",")


def _phrases(parse: Parse, mention: Mention, head: Token) -> Iterator[str]:
    """The mention with the phrases behind it that say where: "the desert south and east of X", "a hill near the road"."""
    start, end = mention.span.start, mention.span.end
    yield _bare(parse.report.text[start:end])
    for kid in parse.kids(head, "prep", "advmod"):
        near = parse.report.text[end : parse.tokens[kid.left].start].isspace()
        if kid.index > head.index and near and parse.tokens[kid.right].end - start <= LONGEST_PHRASE:
            end = parse.tokens[kid.right].end
            yield _bare(parse.report.text[start:end])
    yield _bare(parse.report.text[min(start, parse.tokens[head.left].start) : end])


def _bare(words: str) -> str:
    return _ARTICLE.sub("", " ".join(words.split()))


def nominal_value(nominal: Nominal, earlier: Earlier, focus: CountryFocus, gazetteer: Gazetteer) -> tuple[Place, str]:
    """The place that a common noun stands for, and why."""
    if nominal.noun == "street" and nominal.plural and nominal.definite and earlier.holder is None:
        place = _surroundings(earlier, replace(nominal, part=True))
        if place is not None and place.kind in SETTLED:
            return place, "its streets are the town"
    if earlier.holder is not None and not nominal.plural:
        place = _held(nominal, earlier, earlier.holder, focus, gazetteer)
        if place is not None:
            return place, f"said of {earlier.holder.name}"
    elif not nominal.plural and not nominal.part:
        place = _coreferent(nominal, earlier, focus, gazetteer)
        if place is not None:
            return place, "the latest place that fits"
    if earlier.near is not None and not nominal.part:
        return _beside(_own(nominal, None, focus), earlier.near), "named by a common noun only"
    around = earlier.holder or (None if _lies_apart(nominal) else _surroundings(earlier, nominal))
    if earlier.holder is None and around is not None and around == _dateline(earlier) and _apart(nominal, around):
        around = None  # "a village", "the border" do not lie in the city where the report was filed
    return _own(nominal, around, focus), "named by a common noun only"


def _lies_apart(nominal: Nominal) -> bool:
    """Whether what leads from town to town, or is new and told to lie beside something ("a camp near the border"), lies in no town."""
    beside = nominal.new and not nominal.part and _BESIDE.match(nominal.text, nominal.mention.span.end) is not None
    return nominal.kind in _BETWEEN or nominal.noun == "capital" or beside


def _apart(nominal: Nominal, filed: Place) -> bool:
    """Whether a noun is of what lies in no city (settlements, borders, land), or the city is one from where all is told."""
    return nominal.noun in _SETTLEMENTS or nominal.kind in _COUNTRYSIDE or filed.kind == "capital"


def _beside(place: Place, near: Place) -> Place:
    """The place as one of the country and division of what it lies near."""
    return replace(place, country=near.country, admin1=near.name if near.kind == "ADM1" else near.admin1)


def _held(nominal: Nominal, earlier: Earlier, holder: Place, focus: CountryFocus, gazetteer: Gazetteer) -> Place | None:
    """What "X's capital" and "the town in X" mean: never a place outside X."""
    if nominal.noun == "capital":
        return epithet_value([holder], gazetteer)
    if nominal.noun not in _SETTLEMENTS:
        return None
    place = _coreferent(nominal, earlier, focus, gazetteer)
    return place if place is not None and place.id != holder.id and place.country == holder.country else None


def _surroundings(earlier: Earlier, nominal: Nominal) -> Place | None:
    """The settlement or division last spoken of; of "X, Y province" it is X, and never the ground of a distance before it.

    A part ("the western outskirts") is one of the settlement last spoken of, even where that has no name.
    """
    here = next((place for place in reversed(earlier.beside) if place.kind in SETTLED), None)
    if nominal.part and (here is not None or nominal.noun in COMPASS):
        return here
    told = next((place for place, aside in reversed(earlier.places) if place.kind in SETTLED and not aside), None)
    if told is not None and (nominal.part or not _is_unnamed(told)):
        return told
    around = earlier.latest(lambda p: p.kind in _AROUND and not p.id.startswith("report:"))
    if around is None or around.kind not in ("ADM1", "ADM2"):
        return around or earlier.latest(lambda p: p.kind in SETTLED)
    inner = earlier.latest(lambda p: p.kind in _AROUND and p.id != around.id and not p.id.startswith("report:"))
    return inner if inner is not None and inner.part_of == around.id else around


def _coreferent(nominal: Nominal, earlier: Earlier, focus: CountryFocus, gazetteer: Gazetteer) -> Place | None:
    country = _country(nominal, earlier, focus, gazetteer)
    if nominal.kind == "country":
        return gazetteer.countries.get(country) if country else None
    if nominal.noun == "capital":
        return _capital(nominal, earlier, country, gazetteer)
    if nominal.noun in _SETTLEMENTS:
        return None if nominal.new else _settlement(nominal, earlier, gazetteer)
    if nominal.noun in ADMIN_NOUNS:
        return _division(nominal, earlier, gazetteer)
    if not nominal.definite:
        return None
    if nominal.noun in ("area", "place"):
        if _OF_A_NAME.match(nominal.text, nominal.mention.span.end):
            return None  # "the area of the Eastern council" is that of a name that nobody knows
        return _so_called(nominal, earlier) or _area(earlier)
    return _same_noun(nominal, earlier)


def _area(earlier: Earlier) -> Place | None:
    """Where the talk is: what was named last, but of "X, a town in Y province" the town.

    What has no name ("fled into the forest") is the area only where nothing has one.
    """
    named = earlier.latest(lambda p: p.kind not in _NO_AREAS and not _is_unnamed(p))
    last = named or earlier.latest(lambda p: p.kind not in ("country", "continent"))
    if last is None or last.kind not in ("ADM1", "ADM2"):
        return last
    others = (p for p, _ in reversed(earlier.places) if p.id != last.id and p.kind not in _NO_AREAS)
    inner = next(others, None)
    if inner is None or inner.kind not in SETTLED or inner.country != last.country:
        return last
    return inner if inner.part_of == last.id or inner.admin1 in (None, last.name, last.admin1) else last


def _country(nominal: Nominal, earlier: Earlier, focus: CountryFocus, gazetteer: Gazetteer) -> str | None:
    """The country that a noun is said of: by its own adjective, else that of the place last spoken of, if the report is about it."""
    words = nominal.mention.span.quote.split()
    own = next((iso for word in words if (iso := gazetteer.demonyms.get(fold(word)))), None)
    if own is not None:
        return own
    last = earlier.latest(lambda p: p.kind in SETTLED and p.country is not None)
    about = last is not None and focus.share(last.country) >= SHARE_OF_FIRST * focus.share(focus.first)
    return last.country if last is not None and about else focus.first


def _capital(nominal: Nominal, earlier: Earlier, country: str | None, gazetteer: Gazetteer) -> Place | None:
    """The country's capital; the division's for "the provincial capital"; where the report was filed for "this capital"."""
    words = nominal.mention.span.quote.lower().split()
    if (told := earlier.called.get("capital")) is not None and words in (["the", "capital"], ["its", "capital"]):
        return told
    if words[0] == "this" and (home := _dateline(earlier)) is not None:
        return home
    if any(word in _DIVISIONAL for word in words):
        division = _division(replace(nominal, kind="ADM1", noun="province"), earlier, gazetteer)
        return epithet_value([division], gazetteer) if division is not None else None
    return gazetteer.capital(country) if country else None


def _dateline(earlier: Earlier) -> Place | None:
    """The settlement of the agency line, when the report has one."""
    first = next(iter(earlier.places), None)
    return first[0] if first is not None and first[1] and first[0].kind in SETTLED else None


def _settlement(nominal: Nominal, earlier: Earlier, gazetteer: Gazetteer) -> Place | None:
    """A definite town is what was last called so, else the latest one of that size, or the town that a division is called after."""
    if nominal.mention.span.quote.lower().startswith("this ") and (home := _dateline(earlier)) is not None:
        return home
    called = earlier.called.get(nominal.noun) if nominal.definite else None
    if called is not None and not (_is_unnamed(called) and _named_since(called, nominal.noun, earlier)):
        return called
    sizes = _SIZES.get(nominal.noun, SETTLED)
    nearest = earlier.latest(lambda p: p.kind in sizes) or earlier.latest(lambda p: p.kind in SETTLED)
    if nearest is None or nearest == _dateline(earlier):
        division = next((p for p, aside in reversed(earlier.places) if p.kind in ("ADM1", "ADM2") and not aside), None)
        seat = epithet_value([division], gazetteer) if division and nominal.noun in ("city", "town") else None
        nearest = seat or nearest
    filed = nearest is not None and nearest.kind == "city" and nearest == _dateline(earlier)
    return None if filed and nominal.noun in _SMALL else nearest  # "the village" is not the city where it was filed


def _is_unnamed(place: Place) -> bool:
    """Whether a report tells of a place by a common noun only: "a farming village"."""
    return place.id.startswith("report:") and place.name[:1].islower()


def _named_since(called: Place, noun: str, earlier: Earlier) -> bool:
    """Whether a name of such a size came after a place without one: the story has given it its name since."""
    since = [place for place, aside in earlier.places if not aside]
    at = max((n for n, place in enumerate(since) if place.id == called.id), default=len(since))
    sizes = SETTLED if noun == "town" else _SIZES.get(noun, SETTLED)
    return any(place.kind in sizes and not _is_unnamed(place) for place in since[at + 1 :])


def settlement_noun(parse: Parse, mention: Mention) -> str | None:
    """The noun by which a mention calls its place: "the town", "the town of X", "X city"; None when by none."""
    if mention.form != "name":
        lemma = parse.tokens[mention.head].lemma
        return lemma if lemma in _SETTLEMENTS else None
    before = parse.report.text[max(0, mention.span.start - 20) : mention.span.start].lower().split()
    words = [mention.span.quote.lower().split()[-1], before[-2] if before[-1:] == ["of"] and len(before) > 1 else ""]
    return next((word for word in words if word in _SETTLEMENTS), None)


def _division(nominal: Nominal, earlier: Earlier, gazetteer: Gazetteer) -> Place | None:
    """A definite region is the latest division or region named, or the division of a settlement named since."""
    if nominal.kind == "ADM2":
        return earlier.latest(lambda p: p.kind == "ADM2") or earlier.latest(lambda p: p.kind == "ADM1")
    levels = ("ADM1", "region")
    inner = (*SETTLED, "ADM2", "part")
    last = earlier.latest(lambda p: p.kind in levels or (p.kind in inner and p.admin1 is not None))
    if last is None or last.kind in levels:
        return last
    above = [p for p in gazetteer.named(last.admin1 or "") if p.kind == "ADM1" and p.country == last.country]
    return above[0] if above else earlier.latest(lambda p: p.kind in levels)


def _so_called(nominal: Nominal, earlier: Earlier) -> Place | None:
    """What only this report has under the same noun; a railway station is no radio station."""

    def fits(place: Place) -> bool:
        words = set(place.id.partition(":")[2].split("-"))  # the noun itself, not what tells where it lies
        return place.id.startswith("report:") and nominal.noun in words and _of_one_sort(nominal, words)

    return earlier.latest(fits)


def _of_one_sort(nominal: Nominal, words: set[str]) -> bool:
    """Whether nothing says that a noun is of another sort than a place of these words."""
    return not nominal.sorts or words == {nominal.noun} or bool(nominal.sorts & words)


def _same_noun(nominal: Nominal, earlier: Earlier) -> Place | None:
    """A facility named before with the same noun, else one of the same kind."""
    by_noun = _so_called(nominal, earlier)
    if by_noun is not None or nominal.noun not in ("building", "position", "site", "complex", "compound", "facility"):
        return by_noun or earlier.latest(lambda p: p.kind == nominal.kind and p.kind != "facility")
    return earlier.latest(
        lambda p: p.kind in ("hospital", "school", "prison", "base", "camp", "worship", "market", "facility")
    )


def _own(nominal: Nominal, around: Place | None, focus: CountryFocus) -> Place:
    """A place that only this report has, lying in the settlement last spoken of."""
    bare = nominal.phrases[0]
    slug = re.sub(r"\W+", "-", fold(bare)).strip("-") or "place"
    alone = bare if nominal.kind in SITE_KINDS else nominal.phrases[-2]
    within = f"{bare} of {around.name}" if around and nominal.part else alone
    named = (around.name, *(name for name in around.aliases if name in nominal.text)) if around else ()
    told = dict.fromkeys((bare, nominal.phrases[-2]))  # "army camp", "army camp on the outskirts"
    sided = (f"{nominal.noun}ern part of {name}" for name in named if nominal.noun in _SIDES)
    place = Place(
        id=f"report:{slug}",
        name=within,
        aliases=(
            *dict.fromkeys(nominal.phrases),
            *(f"{words} {where} {name}" for words in told for name in dict.fromkeys(named) for where in ("in", "of")),
            *sided,
        ),
        kind="set" if nominal.plural else nominal.kind,
        country=around.country if around else focus.first,
        admin1=around.admin1 if around else None,
        part_of=around.id if around else None,
    )
    return replace(place, ground=around.id) if around and nominal.part else place


def epithet_value(candidates: Sequence[Place], gazetteer: Gazetteer) -> Place | None:
    """What "the capital of X" means: a country's capital, or the town that a division, or a region's, is called after."""
    for place in candidates:
        if place.kind == "country" and place.country:
            return gazetteer.capital(place.country)
        named = place.name if place.kind == "ADM1" else place.admin1 or ""
        inner = [p for p in gazetteer.named(named) if p.kind in ("city", "town") and p.country == place.country]
        if inner:
            return inner[0]
    return None
