"""Which people are private, and which places shelter, heal or feed people.

Lists err on the side of protection: a place wrongly coarsened costs a map point, one wrongly shown may cost lives.
"""

from __future__ import annotations

import re

from dateline.export.masks import PERSON
from dateline.export.redaction import folded, words_of
from dateline.model.ledger import LedgerEntity

ADMINISTRATIVE = frozenset({"country", "ADM1", "province", "region", "governorate", "oblast", "state", "continent"})
"""Kinds of places that are no finer than a first-level division."""

PROTECTED_KINDS = frozenset({"hospital", "clinic", "camp", "shelter", "refuge", "aid", "medical"})

_MEDICAL = (
    r"hospitals?|clinics?|polyclinics?|infirmar(?:y|ies)|dispensar(?:y|ies)|sanatoriums?|maternity|maternities|"
    r"health (?:cent(?:re|er)s?|posts?|facilit(?:y|ies)|units?|stations?|houses?)|"
    r"medical (?:cent(?:re|er)s?|posts?|points?|facilit(?:y|ies)|stations?|complex(?:es)?|tents?|teams?|staff|convoys?)|"
    r"(?:triage|treatment|trauma|dialysis|nutrition|feeding|stabilisation|stabilization|first aid) "
    r"(?:cent(?:re|er)s?|posts?|points?|stations?)|field ambulances?|ambulances?|paramedics?|pharmac(?:y|ies)|"
    r"intensive care|operating (?:theatre|theater|room)s?|blood banks?|"
    r"hopita(?:l|ux)|cliniques?|dispensaires?|centres? de sante|hospitales|clinicas?|krankenhaus|spital|mustashfa"
)
_DISPLACED = r"(?:displaced|displacement|idps?|refugees?|evacuees?|returnees?|homeless|deplaces?|refugies|desplazados)"
_ROOFS = (
    r"schools?|colleges?|universit(?:y|ies)|church(?:es)?|cathedrals?|chapels?|parish(?:es)?|monaster(?:y|ies)|convents?|"
    r"seminar(?:y|ies)|mosques?|madrasas?|temples?|synagogues?|stadiums?|gymnasiums?|basements?|cellars?|metro stations?"
)
"""Where people who fled are taken in: no refuge in themselves."""
_REFUGE = (
    rf"{_DISPLACED}(?: \w+){{0,3}} (?:camps?|sites?|settlements?|compounds?|cent(?:re|er)s?|tents?|schools?|shelters?)|"
    rf"(?:camps?|sites?|settlements?|compounds?|cent(?:re|er)s?|tents?|schools?|mosques?|church(?:es)?|buildings?)"
    rf"(?: \w+){{0,6}} {_DISPLACED}|"
    rf"(?:fled|flee|flees|fleeing|escaped|hid|hide|hiding|hidden|huddled|housed|hosted|crammed|slept|sleeping|evacuated|"
    rf"relocated)(?: \w+){{0,3}} (?:to|in|into|at|inside|beneath|under)(?: \w+){{0,4}} (?:{_ROOFS})|"
    r"shelters?|sheltered|sheltering|taking refuge|took refuge|taken refuge|sought refuge|seeking refuge|"
    r"tent (?:camps?|cit(?:y|ies)|encampments?)|encampments?|safe (?:houses?|havens?|zones?)|orphanages?|"
    r"protection of civilians|poc sites?|(?:reception|transit|collective|evacuation|humanitarian) (?:cent(?:re|er)s?|"
    r"sites?|points?|areas?|zones?|corridors?|hubs?|routes?)|evacuation (?:buses|convoys?|trains?)|"
    r"camps? de (?:deplaces|refugies)"
)
_AID = (
    r"(?:aid|relief|humanitarian|food|medical|unhcr|unicef|wfp|icrc|unrwa|msf|red cross|red crescent) "
    r"(?:\w+ )?(?:convoys?|warehouses?|depots?|hubs?|trucks?|lorr(?:y|ies)|vehicles?|deliver(?:y|ies)|shipments?|"
    r"distributions?|supplies|compounds?|offices?|stores?|stocks?|workers?|missions?|points?|stations?|sites?|queues?|"
    r"kitchens?|cent(?:re|er)s?|ships?|flotillas?)|"
    r"(?:soup|community|charity) kitchens?|bakery|bakeries|bread (?:lines?|queues?)|food banks?|"
    r"(?:distribut\w+|waiting for|queu\w+ for|collect\w+) (?:\w+ )?(?:aid|food|flour|bread|water)"
)
_PROTECTED = re.compile(rf"(?<!\w)(?:{_MEDICAL}|{_REFUGE}|{_AID})(?!\w)")
_OTHER_SCRIPTS = re.compile(
    "больниц|госпитал|лікарн|шпитал|клиник|клінік|убежищ|укрити|مستشفى|مشفى|عيادة|مخيم|ملجأ|بית חולים|医院|诊所|难民|避难|病院|병원|난민"
)
_GLUED = re.compile(r"hospital(?!i[sz]|ity)|clinic(?!al)|(?:refugees?|idps?|displaced)camp|dispensary|bombshelter")
"""Stems that tell a protected place even within a longer word, as in hashtags and addresses."""
_CARRIED = re.compile(
    r"\b(?:taken|rushed|evacuated|admitted|brought|transferred|transported|carried|died|treated|recovering|wounded) "
    r"(?:to|at|in|from)(?: (?:the|a|an|local|nearby|nearest|military))* (?:hospitals?|clinics?)\b(?! (?:of|in|at|near)\b)"
)
"""Where the hurt were carried says nothing of where it happened, as long as the place has no name."""
_MILITARY_CAMP = re.compile(
    r"(?:army|military|training|base|barracks|peacekeep\w+|un|rebels?|militants?|militia|fighters?|soldiers|troops|"
    r"paramilitary|insurgents?|guerrilla|boot|mercenary|gendarmerie|police|labou?r|prison|mining)\W+(?:\w+\W+)?camps?\b"
)

_GENERIC = frozenset({
    "the", "a", "an", "of", "in", "at", "near", "and", "for", "to", "de", "du", "la", "le", "al", "el", "one",
    "two", "site", "area", "building", "ward", "general", "central", "main", "new", "old", "city", "town",
    "village", "north", "south", "east", "west", "people", "civilians", "persons", "families", "international",
})  # fmt: skip

_OFFICES = (
    r"president|vice-president|(?:prime |deputy |foreign |defen[cs]e |interior |health )?ministers?|governor|mayor|senator|"
    r"ambassador|envoy|commissioner|secretary|secretary-general|spokes(?:man|woman|person)|commander|commandant|general|"
    r"colonel|major|captain|lieutenant|admiral|brigadier|marshal|king|queen|emir|sultan|prince|chancellor|premier|"
    r"prefect|sub-prefect|speaker|chairman|chairwoman|chairperson|director(?:-general)?|"
    r"coordinator|judge|prosecutor|lawmaker|congressman|congresswoman|deputy|chief of (?:general )?staff|"
    r"(?:lt |maj |brig )?gen|(?:lt )?col|capt|maj|brig|adm|lt|head of (?:state|government)|administrator|warlord|junta leader|official|representative|rapporteur"
)
_OFFICE = re.compile(rf"(?:(?!(?:of|for|to|by|with|and)\b)[\w-]+\s){{0,3}}?(?:{_OFFICES})(?:\s(?:of|for|to)\s.+)?")
_KIN = re.compile(
    r"(?:wife|husband|widow|son|daughter|brother|sister|father|mother|uncle|aunt|cousin|nephew|niece|driver|"
    r"bodyguard|assistant|cook|neighbou?r|friend|victim|resident|former|ex)\b|['’]s\b"
)

_CAPITALISED = r"[A-ZÀ-ÞĀ-Ž][\w’'-]*"
_NAME = rf"{_CAPITALISED}(?:\s+(?:(?:al|ag|bin|ibn|ould|de|van|von|el)[\s-])?{_CAPITALISED}){{0,3}}"
_ORDINARY = re.compile(
    r"(\b(?:[Rr]esident|[Vv]illager|[Tt]eacher|[Nn]urse|[Ff]armer|[Hh]erder|[Tt]rader|[Ss]hopkeeper|[Ss]tudent|[Ww]itness|"
    r"[Ss]urvivor|[Ff]isherman|[Tt]axi driver|[Dd]river|[Hh]ousewife|[Vv]endor|[Rr]efugee|[Pp]aramedic|[Ss]urgeon|"
    r"[Dd]octor|[Mm]edic|[Vv]olunteer|[Nn]eighbou?r|[Ll]abou?rer|[Mm]echanic|[Bb]utcher|[Bb]aker|[Pp]upil|"
    r"[Ww]idow|[Oo]rphan|[Pp]asserby|[Ee]vacuee|[Rr]elative|(?:his|her|their) (?:wife|husband|son|daughter|brother|sister|"
    rf"mother|father|uncle|aunt|cousin|neighbou?r|child|baby)),?\s+(?:named\s+|called\s+)?){_NAME}"
)
_AGED = re.compile(
    rf"{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,3}}(?=,\s+(?:aged\s+)?\d{{1,2}}(?:,|\)|\.\s|\s?-?years?|\sand\b))"
)

_PARTICLES = frozenset({
    "abd", "abu", "ag", "al", "ben", "bin", "bint", "bou", "da", "de", "del", "den", "der", "di", "dos", "el",
    "haj", "hajj", "ibn", "la", "le", "les", "mac", "mr", "mrs", "ms", "ould", "san", "sheikh", "st", "the", "van",
    "von", "and", "dr", "doctor", "prof", "general", "colonel", "captain", "major", "president", "minister",
    "mayor", "resident", "he", "she", "him", "her", "his", "hers", "they", "them", "their", "it", "its", "who", "i",
    "we", "us", "you", "me", "lt", "gen", "maj", "col",
})  # fmt: skip
SHORTEST_PART = 3


_ACTOR_PREFIXES = ("src:", "act:", "per:", "civ:", "anon:", "lbl:", "org:", "wpn:")
_ORGANISATIONS = ("src:", "act:", "org:")


def is_place(key: str) -> bool:
    """Whether an id of the ledger is a place's; every id is that does not say what actor it names."""
    return not key.startswith(_ACTOR_PREFIXES)


def is_registered_organisation(key: str) -> bool:
    """Whether the id is that of an organisation in the register; ids made from one report's words carry its id."""
    return key.startswith(_ORGANISATIONS) and "@" not in key


def is_person(entity: LedgerEntity) -> bool:
    """Whether the entity is one human being by name."""
    return entity.person or entity.kind in ("person", "official") or entity.id.startswith("per:")


def is_private(entity: LedgerEntity) -> bool:
    """A person without a public office; the office stands in the register or among the words that name them."""
    if not is_person(entity) or entity.kind == "official":
        return False
    return not any(_names_office(alias) for alias in entity.aliases)


def _names_office(alias: str) -> bool:
    words = " ".join(alias.casefold().replace(".", " ").split())
    return bool(_OFFICE.fullmatch(words)) and not _KIN.search(words)


def names_of_person(entity: LedgerEntity) -> tuple[str, ...]:
    """The name and those aliases that are written as names are; "the teacher" names nobody."""
    id_words = entity.id.partition(":")[2].partition("@")[0].replace("-", " ")
    capitalised = (a for a in entity.aliases if any(word.capital for word in words_of(a)))
    return tuple(name for name in (entity.name, id_words, *capitalised) if not _is_role(name))


def _is_role(name: str) -> bool:
    return set(folded(name)) <= _PARTICLES


def without_missed_names(text: str) -> str:
    """The text without names that no entity stands for: those after words for ordinary people, and before an age."""
    return _AGED.sub(PERSON, _ORDINARY.sub(rf"\g<1>{PERSON}", text))


def parts_of_name(name: str) -> frozenset[str]:
    """The folded words of a name that alone would give it away."""
    return frozenset(w for w in folded(name) if len(w) >= SHORTEST_PART and w not in _PARTICLES and not w.isdigit())


def names_protected_place(text: str) -> bool:
    """Whether words speak of a place of refuge, medical care or aid."""
    words = _ASCII_WORD.findall(text.lower()) if text.isascii() else folded(text)
    plain = _CARRIED.sub("", " ".join(words))
    return bool(_PROTECTED.search(plain) or _OTHER_SCRIPTS.search(text) or _GLUED.search(plain.replace(" ", "")))


_ASCII_WORD = re.compile(r"[^\W_]+")
"""The words of a text that is all ASCII, whose lower-case letters are its folded ones: the quick way for most texts."""


def is_protected(entity: LedgerEntity) -> bool:
    """A place of civilian refuge, medical care or aid, by its kind or the words of its names; an army camp is none."""
    names = (entity.name, *entity.aliases)
    if any(names_protected_place(name) for name in names):
        return True
    if entity.kind not in PROTECTED_KINDS:
        return False
    return not (entity.kind == "camp" and any(_MILITARY_CAMP.search(name.casefold()) for name in names))


def own_names(entity: LedgerEntity) -> tuple[str, ...]:
    """Those names of a protected place that tell it from others of its kind; "the clinic" tells nothing."""
    return tuple(name for name in (entity.name, *entity.aliases) if not _only_generic(name))


def _only_generic(name: str) -> bool:
    rest = [word for word in folded(name) if word not in _GENERIC and not word.isdigit()]
    return not rest or all(names_protected_place(word) or word.rstrip("s") in _KIND_NOUNS for word in rest)


_KIND_NOUNS = frozenset({
    "camp", "school", "aid", "convoy", "warehouse", "depot", "center", "centre", "health", "medical", "field",
    "facility", "post", "displaced", "displacement", "refugee", "idp", "humanitarian", "food", "distribution",
    "relief", "evacuation", "transit", "reception", "staff", "worker",
})  # fmt: skip
