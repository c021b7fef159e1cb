"""How a headline names a place that the lead names by its name: "a Nigerian village", "north-east Nigeria", "a border post"."""

from __future__ import annotations

from dateline.model.locating import BESIDE, COUNTRIES, SPREAD
from dateline.model.record import Case
from dateline.model.world import Place

OWN = "report:"
"""How the ids of places begin that no register knows."""
NAMELESS = (
    frozenset({"village", "town", "city", "settlement", "hamlet", "camp", "region", "province", "district"}) | SPREAD
)


def is_headed(case: Case) -> bool:
    """Whether the first sentence of a report stands in a line of its own above the text."""
    if len(case.parse.sentences) < 2:
        return False
    head, lead = (sentence.span for sentence in case.parse.sentences[:2])
    return "\n" in case.report.text[head.end : lead.start] and not head.quote.endswith((".", "!", "?", ":"))


def paraphrases(case: Case, headline: Place, told: Place) -> bool:
    """Whether the place of a headline may be that of the lead: one of its country without a name, or a site of its town."""
    if told.id.startswith(OWN) and told.kind in BESIDE and headline.name in told.name:
        # "Near Tyre" is on the road between Tyre and the next town.
        return True
    if headline.country is None or headline.country != told.country:
        return False
    return _is_nameless(case, headline) or _one_site(headline, told)


def _is_nameless(case: Case, place: Place) -> bool:
    """Whether a place is some town or part of its country: "a Congolese town", "the south of Chad"."""
    whole = case.places.get(place.part_of) if place.part_of else None
    wide = place.part_of is None or (whole is not None and whole.kind in COUNTRIES)
    return place.id.startswith(OWN) and place.kind in NAMELESS and wide


def _one_site(headline: Place, told: Place) -> bool:
    """Whether both are a site of one kind in one town."""
    own = headline.id.startswith(OWN) and told.id.startswith(OWN) and headline.kind == told.kind
    return own and headline.part_of is not None and headline.part_of == told.part_of
