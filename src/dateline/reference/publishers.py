"""Who publishes a report: the surest sign whose name is what its kind needs it to be, by the table of `model/signs.py`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from dateline.model.signs import KIND, Need, Sign
from dateline.model.world import Actor
from dateline.reference.actor_words import fold, fold_name
from dateline.reference.outlet_words import ACRONYM, ARTICLES, FORCE, MEDIA, STATION, carrier, is_issuing
from dateline.reference.place_words import DIRECTION_ADJECTIVES, FEATURE_NOUNS, TOPONYM_STARTS
from dateline.reference.reference import Reference

LONGEST_PERSON = 3
"""Words in the name of a person."""
CONFIDED: Mapping[str, int] = MappingProxyType({"told": 1, "own_people": 2, "own_inquiry": 2})
"""How much each kind of sign within a text says that it is the outlet's own; that the outlet is known says one more."""
ENOUGH = 2
_HEARS = re.compile(
    r"(?i:\b(?:council|assembly|parliament|congress|senate|court|tribunal|committee|commission|ministry|house|inquiry|board|nations|bank"
    r"|summit|conference|meeting|judge|secretary|states?|kingdom|republic)\b)"
)
"""Whom people tell things who is no outlet, besides forces and parties."""
_LAND = re.compile(
    r",[ \t]+(?P<land>[A-ZÀ-Þ][\w'’-]+(?:[ \t](?:of[ \t](?:the[ \t])?)?[A-ZÀ-Þ][\w'’-]+){0,4})[ \t]*(?=[\n–—|(]|--|-[ \t])"
)
_STATE = re.compile(
    r"(?i:(?:the[ \t])?(?:(?:islamic|federal|democratic|people['’]s|united)[ \t]){0,2}(?:republic|kingdom|state|union)[ \t]of[ \t](?:the[ \t])?)"
)
_TO_ME = re.compile(r"\b(?:told|tells|showed|shows|admitted to|said to) me\b")
_PAGE = re.compile(r"[ \t]+(?:News|Online|Staff|Newsroom|Newsdesk|English|Live|World|Correspondents?|Reporters?)\Z")
"""What outlets call their pages, programmes and people, behind their name."""
_SAID = r"(?:said|says|replied|answered|added|told|asked|explained|recalled)"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """All signs of a report, its text, and the registers that are asked."""

    signs: Sequence[Sign]
    text: str
    reference: Reference

    def known(self, sign: Sign) -> tuple[Actor, ...]:
        """The registered actors of the name that a sign gives."""
        return registered(sign.name.quote, self.reference)

    def is_outlet(self, sign: Sign) -> bool:
        """Whether that name is one of a registered outlet."""
        return any(actor.kind == "media" for actor in self.known(sign))

    @cached_property
    def confidant(self) -> str | None:
        """The outlet, by its key, in which the text confides more than in any other, and of which it never speaks as of another's."""
        if any(sign.kind == "of_another" and sign.name.quote.islower() for sign in self.signs):
            return None
        others = {self.key(sign) for sign in self.signs if sign.kind == "of_another"}
        told: Counter[str] = Counter()
        own = [sign for sign in self.signs if sign.kind in CONFIDED and not (sign.kind == "told" and self.is_mine)]
        for key, sign in {self.key(sign): sign for sign in own}.items():
            prior = self._prior(sign) if key not in others else None
            if prior is not None:
                told[key] = prior + sum(CONFIDED.get(one.kind, 0) for one in self.signs if self.key(one) == key)
        best = told.most_common(2)
        alone = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
        return best[0][0] if alone and best[0][1] >= ENOUGH else None

    @cached_property
    def is_mine(self) -> bool:
        """Whether a reporter tells what was told to him: whom else something was told is another's."""
        return _TO_ME.search(self.text) is not None

    def key(self, sign: Sign) -> str:
        """The id of the registered actor that a name means, else its folded words."""
        known = self.known(sign)
        return known[0].id if known else fold_name(sign.name.quote)

    def _prior(self, sign: Sign) -> int | None:
        """1 of an outlet that is known, 0 of a name that may be one; None of those who cannot be."""
        known, name = self.known(sign), sign.name.quote
        if known:
            return 1 if self.is_outlet(sign) else 0 if known[0].kind == "monitor" else None
        if len(name.split()) < 2 and not (name.isupper() and len(name) > 2):
            return None
        if FORCE.search(name) or _HEARS.search(name):
            return None
        sounds = MEDIA.search(name) or STATION.search(name)
        return 0 if sounds or not (_speaks(name, self.text) or explained(name, self.text, self.reference)) else None


def registered(name: str, reference: Reference) -> tuple[Actor, ...]:
    """The registered actors of a name; of an outlet's also where it stands with what a page writes behind it: "VALLEY News"."""
    known = reference.actors.named(name)
    short = _PAGE.sub("", name) if not known else name
    return known if short == name else tuple(one for one in reference.actors.named(short) if one.kind == "media")


def publishing(signs: Sequence[Sign], text: str, reference: Reference) -> Sign | None:
    """The sign that tells who publishes the report of this text; None where nothing does."""
    trimmed = [_trimmed(sign, reference) for sign in signs]
    asked = Asked(signs=trimmed, text=text, reference=reference)
    ranked = sorted(trimmed, key=lambda sign: sign.rank)
    met = [sign for sign in ranked if NEEDS[KIND[sign.kind].need](asked, sign)]
    best = next((one for one in met if _spells_out(one, met[0])), met[0]) if met else None
    return _with_country(best, text, reference) if best is not None and KIND[best.kind].stand == "head" else best


def _with_country(sign: Sign, text: str, reference: Reference) -> Sign:
    """An office in a head with the country that a comma joins to its name: "Ministry of Defence, Republic of Orania"."""
    land = _LAND.match(text, sign.name.end) if is_issuing(sign.name.quote) or FORCE.search(sign.name.quote) else None
    name = _STATE.sub("", land["land"].title() if land["land"].isupper() else land["land"]) if land else ""
    if land is None or not any(place.kind == "country" for place in reference.gazetteer.named(name)):
        return sign
    end = land.end("land")
    return replace(sign, name=replace(sign.name, end=end, quote=text[sign.name.start : end]))


def _spells_out(sign: Sign, short: Sign) -> bool:
    """Whether a name is the one of which another sign gives only the initials: "Valley Guardian" of "(VG)"."""
    words = [word for word in sign.name.quote.split() if word[0].isupper()]
    return len(words) > 1 and "".join(word[0] for word in words) == short.name.quote


def _trimmed(sign: Sign, reference: Reference) -> Sign:
    """A sign within the text without the words behind the name of a registered outlet: "told REUTERS Africa that"."""
    words = sign.name.quote.split()
    if KIND[sign.kind].stand != "within" or len(words) < 2:
        return sign
    for count in range(len(words), 0, -1):
        part = " ".join(words[:count])
        if any(actor.kind == "media" for actor in reference.actors.named(part)) and sign.name.quote.startswith(part):
            short = replace(sign.name, end=sign.name.start + len(part), quote=part)
            return replace(sign, name=short)
    return sign


def explained(name: str, text: str, reference: Reference) -> bool:
    """Whether a name is that of somebody, of a place, which a report tells what is in, or of what happened."""
    gazetteer, words = reference.gazetteer, fold(name).split()
    noun = fold(carrier(name)).split()[-1]
    surname = words[-1] in gazetteer.surnames and len(words) <= LONGEST_PERSON and words[0] not in ARTICLES
    holds = words[1:2] == ["of"] or not (MEDIA.search(name) or is_issuing(name))
    titled = holds and _is_title(reference, words[0])
    somebody = (words[0] in gazetteer.first_names and "of" not in words) or surname or titled
    somewhere = (
        gazetteer.knows(name)
        or (noun in FEATURE_NOUNS and not MEDIA.fullmatch(noun))
        or words[0] in TOPONYM_STARTS - ARTICLES
        or _is_part_of_place(words, reference)
        or re.search(rf"\b(?:in|at|near) {re.escape(name)}\b", text)
    )
    return bool(somebody or somewhere or reference.acts.of("n", noun))


def _is_part_of_place(words: Sequence[str], reference: Reference) -> bool:
    """Whether a name is that of the northern, upper or eastern part of somewhere: "Northern Kivu", and no "Northern Ledger"."""
    rest = " ".join(words[1:]).split(" and ")
    return words[0] in DIRECTION_ADJECTIVES and (words[0][-3:] != "ern" or any(map(reference.gazetteer.knows, rest)))


def _is_title(reference: Reference, word: str) -> bool:
    noun = reference.actors.nouns.by_phrase.get(word)
    return noun is not None and noun.sort == "role"


def _speaks(name: str, text: str) -> bool:
    """Whether the last word of a name says something: then it is somebody's surname."""
    return re.search(rf"\b{re.escape(name.split()[-1])}\s+{_SAID}\b", text) is not None


def _is_body(asked: Asked, sign: Sign) -> bool:
    return any(actor.kind != "media" for actor in asked.known(sign))


def _is_telling(asked: Asked, sign: Sign) -> bool:
    """Whether a name is more than one word, which may be anybody's: "Source: Police"; letters are a body's, of arms or not."""
    name = sign.name.quote
    letters = ACRONYM.fullmatch(name) is not None and not any(actor.armed for actor in asked.known(sign))
    return " " in name or letters or asked.is_outlet(sign)


def _is_publishing(asked: Asked, sign: Sign) -> bool:
    """Whether a name is an outlet's, or that of a body that puts out reports of its own: no side in a war, whom headlines name."""
    return any(actor.kind in ("media", "monitor", "intl_org") for actor in asked.known(sign))


def _is_unplaced(asked: Asked, sign: Sign) -> bool:
    """Whether no place has this name, or an actor has it, too."""
    return bool(asked.known(sign)) or not asked.reference.gazetteer.knows(sign.name.quote)


def _is_left_over(asked: Asked, sign: Sign) -> bool:
    """Whether a name is an outlet's, or nobody's, no place's and no event's: what is left over can only be the outlet."""
    return _is_publishing(asked, sign) or not explained(sign.name.quote, asked.text, asked.reference)


def _is_confirmed(asked: Asked, sign: Sign) -> bool:
    """Whether a sign within the text gives the same name, and none says that it is another's."""
    kinds = {one.kind for one in asked.signs if asked.key(one) == asked.key(sign)}
    return not kinds.isdisjoint(CONFIDED) and "of_another" not in kinds


NEEDS: Mapping[Need, Callable[[Asked, Sign], bool]] = MappingProxyType(
    {
        "nothing": lambda asked, sign: True,
        "several_words": _is_telling,
        "an_outlet": Asked.is_outlet,
        "a_publisher": _is_publishing,
        "a_body": _is_body,
        "a_station": lambda asked, sign: STATION.search(sign.name.quote) is not None,
        "a_force": lambda asked, sign: _is_body(asked, sign) or is_issuing(sign.name.quote),
        "no_place": _is_unplaced,
        "nothing_known": _is_left_over,
        "confidence": lambda asked, sign: sign.kind in CONFIDED and asked.key(sign) == asked.confidant,
        "confirmation": _is_confirmed,
        "never": lambda asked, sign: False,
    }
)
"""How each need of the table is met."""
