"""What speaks for a doubtful name of a place elsewhere in a report: the same words, its country, the list that it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.mark.place_words import NameHit, Word, name_of
from dateline.model.world import Place
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer_fold import fold

REPEATED, HOME, LISTED = 2.5, 0.5, 2.5
"""What a second, sure occurrence adds, what that the report is about the place's country, what a place of it beside it in a list."""
GREAT = 500_000
"""A city of so many people says as much of its country as the capital does."""


def _countries(words: Sequence[Word], hits: Sequence[NameHit], gazetteer: Gazetteer) -> frozenset[str]:
    """The countries that the report names, outright or by their people."""
    named = {hit.place.country for hit in hits if hit.place.country and _tells_its_country(hit.place)}
    peoples = {gazetteer.demonyms.get(fold(w.text)) for w in words if w.capital and not w.shouting}
    return frozenset(named | {country for country in peoples if country})


def _tells_its_country(place: Place) -> bool:
    return place.kind in ("country", "capital") or (place.kind == "city" and place.population >= GREAT)


def supported(
    words: Sequence[Word], hits: list[NameHit], doubtful: list[NameHit], gazetteer: Gazetteer, *, threshold: float
) -> list[NameHit]:
    """Doubtful names join when the same words stood elsewhere without doubt, or the report names their country."""
    countries = _countries(words, hits, gazetteer)
    sure = {_surface(words, hit) for hit in hits if hit.score >= threshold + 0.5}
    taken = {n for hit in hits for n in range(hit.first, hit.last + 1)}
    beside = {end: hit.place for hit in hits for end in (hit.first, hit.last)}
    for hit in doubtful:
        need = threshold - (REPEATED if _surface(words, hit) in sure else 0.0)
        need -= HOME if _at_home(words, hit, countries, gazetteer) else 0.0
        need -= LISTED if _is_listed(words, hit, beside, gazetteer) else 0.0
        if hit.score >= need and not any(n in taken for n in range(hit.first, hit.last + 1)):
            hits.append(hit)
            taken.update(range(hit.first, hit.last + 1))
    return sorted(hits, key=lambda hit: hit.first)


def _at_home(words: Sequence[Word], hit: NameHit, countries: frozenset[str], gazetteer: Gazetteer) -> bool:
    """Whether a country that the report names has a place so called."""
    return any(place.country in countries for place in gazetteer.named(name_of(words, hit.first, hit.last)))


def _is_listed(words: Sequence[Word], hit: NameHit, beside: Mapping[int, Place], gazetteer: Gazetteer) -> bool:
    """Whether a place of the same country stands before or behind it in a list: "Kidal, Gao and Timbuktu"."""
    before, behind = _listed_before(words, hit.first), _listed_behind(words, hit.last)
    countries = {beside[at].country for at in (before, behind) if at in beside} - {None}
    sentence = words[hit.first].token.sentence
    near = any(at in beside and words[at].token.sentence == sentence for at in (before, behind))
    return near and _at_home(words, hit, frozenset(one for one in countries if one), gazetteer)


def _listed_before(words: Sequence[Word], first: int) -> int:
    """The word before a name in a list; -1 for none."""
    if words[first].gap.strip() == ",":
        return first - 1
    return first - 2 if first > 1 and words[first - 1].lower in ("and", "or") and words[first].linked else -1


def _listed_behind(words: Sequence[Word], last: int) -> int:
    following = words[last + 1 : last + 3]
    if following and following[0].gap.strip() == ",":
        return last + 1
    return last + 2 if len(following) == 2 and following[0].lower in ("and", "or") and following[0].linked else -1


def _surface(words: Sequence[Word], hit: NameHit) -> str:
    return fold(name_of(words, hit.first, hit.last))
