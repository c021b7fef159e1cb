"""What one report tells of violence, and in what two of them differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.derive.across.dossier import Dossier
from dateline.model.ledger import LedgerClaim
from dateline.model.locating import COUNTRIES, chain
from dateline.model.world import ARMED_KINDS

VIOLENT = frozenset({"kill", "wound", "attack", "air_strike", "shelling", "clash", "ambush", "repel"})
MEANS = re.compile(
    r"\b(?:chemical|gas|sarin|chlorine|barrel bomb|car bomb|suicide|air ?strike|air raid|warplane|drone|shell|mortar|rocket"
    r"|artillery|missile|shot|shooting|sniper|gunfire|execut\w+|behead\w+|mine|ied|clash|bomb)\w*",
    re.IGNORECASE,
)
_HARM = r"(?:kill|injur|wound|martyr|slain|slaughter|execut|murder|massacr)\w*"
_HARMED = r"killed|injured|wounded|martyred|slain|slaughtered|executed|murdered|massacred|died|dead"
_SUFFERED = re.compile(
    rf"((?:[\w'’()-]+\s+){{1,7}})(?:(?:were|was|have been|had been|has been|got|being)\s+(?:\w+ly\s+)?(?:{_HARMED})\b"
    rf"|(?:{_HARMED})(?=\s*(?:[^\w\s]|$)|\s+(?:in|by|on|at|as|when|while|during|after|near|and|from|since|across)\b))",
    re.IGNORECASE,
)
"""Those before the verb, unless it is one that they do to others: "the army killed ten"."""
_ASIDE = re.compile(r"\b(?:that|when|while|as|after|in|on|at|near|by)\b", re.IGNORECASE)
"""Words behind which the subject of a verb begins anew: "the army said that ten people were killed"."""
_STRUCK = re.compile(
    rf"\b{_HARM}\s+(?!by\b|in\b|when\b|as\b|on\b|during\b|after\b)((?:[\w'’()-]+[\s,]*){{1,6}})", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|blam\w+|accus\w+)\s+((?:[\w'’()-]+\s*){1,5})", re.IGNORECASE)
_DOES = re.compile(
    r"((?:[\w'’()-]+\s+){1,5})(?:attack|shell|bomb|target|launch|fire|shoot|shot|struck|strike|carr(?:y|ied) out"
    r"|claim\w* responsib|(?:accused|suspected) of|blamed for|responsible for|bl[eo]w up|hit|storm"
    r"|air ?strike|air raid|artillery|barrel bomb|raid|rocket|mortar|missile|warplane|drone|jet)\w*",
    re.IGNORECASE,
)
PARTIES = frozenset({*ARMED_KINDS, "government", "joint_force"})
COUNTED = frozenset({
    "civilian", "soldier", "fighter", "militant", "rebel", "terrorist", "policeman", "officer", "child", "woman", "man",
    "worker", "student", "refugee", "prisoner", "journalist", "villager", "resident", "protester", "troop", "guerrilla",
    "insurgent", "gunman", "guard", "doctor", "medic", "teacher", "passenger", "farmer", "recruit", "cadet", "pilgrim",
})  # fmt: skip
"""Nouns that say whom a figure counts."""
_ODD_PLURALS = {
    "women": "woman", "men": "man", "children": "child", "policemen": "policeman", "gunmen": "gunman",
}  # fmt: skip
_WORD = re.compile(r"\w[\w'’-]*")
FIELDS = ("actor", "place", "date", "cause", "casualties")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one report tells of violence: who did it, where, when, by what means, to whom."""

    actor: frozenset[str]
    place: frozenset[str]
    date: frozenset[str]
    cause: frozenset[str]
    casualties: frozenset[str]


def account(
    dossier: Dossier, report: str, claims: Iterable[LedgerClaim], *, named: Mapping[str, str] | None = None
) -> Account:
    """The account of a report; only claims of violence say who, whom and when, all claims say where.

    Words beside verbs of harm name parties that no role of a claim holds; `named` are the parties' ids by name (see
    `parties`), looked up where they are not given.
    """
    told = list(claims)
    violent = [claim for claim in told if claim.act in VIOLENT]
    text = dossier.holdings.texts.get(report, "")
    known = parties(dossier) if named is None else named
    return Account(
        actor=_acting(violent) | _doing(text, known),
        place=frozenset(
            _bare(name) for claim in told for place in places(dossier, claim) for name in _wholes(dossier, place)
        ),
        date=frozenset(claim.days.iso() for claim in violent if claim.days is not None) | _published(dossier, report),
        cause=frozenset(match.group().casefold() for match in MEANS.finditer(text)),
        casualties=frozenset(_singular(name) for name in _playing(violent, "patient", "target"))
        | _counted(violent)
        | _hit(text, {name: party for name, party in known.items() if dossier.actor(party).kind != "government"}),
    )


def differing(one: Account, other: Account) -> tuple[str, ...]:
    """The fields of which each tells something that the other does not; who is only silent contradicts nobody."""
    ours, theirs = changed(one, other), changed(other, one)
    return tuple(name for name in FIELDS if name in ours and name in theirs)


def changed(original: Account, version: Account) -> tuple[str, ...]:
    """The fields of which a version of a report tells something that its original does not.

    What a version leaves out may be left out for its length; what it adds is somebody's doing.
    """
    return tuple(name for name in FIELDS if getattr(version, name) - getattr(original, name))


def _published(dossier: Dossier, report: str) -> frozenset[str]:
    """The day of publication, where it is stated."""
    known = dossier.reports.get(report)
    if known is None or known.published is None or not known.published_stated:
        return frozenset()
    return frozenset({f"told {known.published.iso()}"})


def _counted(claims: Iterable[LedgerClaim]) -> frozenset[str]:
    """Whom the figures of dead and hurt are said to count: "ten civilians"; "ten people" may be anybody."""
    words = (count.words.split()[-1].casefold() for claim in claims for count in claim.counts if count.words.split())
    return frozenset(f"civ:{_singular(word)}" for word in words if word.isalpha() and _singular(word) in COUNTED)


def _acting(claims: Iterable[LedgerClaim]) -> frozenset[str]:
    """Who is said to have done it; people who bear no arms are read as doers where they suffer."""
    return frozenset(name for name in _playing(claims, "agent") if not name.startswith("civ:"))


def _hit(text: str, parties: Mapping[str, str]) -> frozenset[str]:
    """Who is killed or hurt by the words beside the verb, where they are nouns of people or names of parties."""
    suffered = [_ASIDE.split(match[1])[-1] for match in _SUFFERED.finditer(text)]
    spans = suffered + [match[1] for match in _STRUCK.finditer(text)]
    nouns = {
        f"civ:{noun}" for span in spans for word in span.split() if (noun := _singular(word.casefold())) in COUNTED
    }
    return frozenset(nouns) | frozenset(_singular(name) for span in spans for name in named_in(span, parties))


def _doing(text: str, parties: Mapping[str, str]) -> frozenset[str]:
    """The parties that the words beside a verb say did it: "shelled by the front", "the front claimed responsibility".

    Of several names the nearest to the verb counts.
    """
    after = (list(named_in(match[1], parties))[:1] for match in _BY.finditer(text))
    before = (list(named_in(match[1], parties))[-1:] for match in _DOES.finditer(text))
    return frozenset(name for names in (*after, *before) for name in names)


def parties(dossier: Dossier) -> Mapping[str, str]:
    """The ids of parties by their names, as far as a name has one."""
    found: dict[str, set[str]] = {}
    for actor in dossier.holdings.entities.values():
        if actor.kind in PARTIES:
            for name in (actor.name, *actor.aliases):
                found.setdefault(name.casefold().removeprefix("the "), set()).add(_bare(actor.id))
    return MappingProxyType({name: next(iter(of)) for name, of in found.items() if len(of) == 1})


def _singular(name: str) -> str:
    """A noun, or an id that ends with one, in the singular."""
    prefix, mark, noun = name.rpartition(":")
    return prefix + mark + _ODD_PLURALS.get(noun, noun.removesuffix("s"))


def _playing(claims: Iterable[LedgerClaim], *roles: str) -> frozenset[str]:
    return frozenset(_bare(actor) for claim in claims for role in roles for actor in claim.roles.get(role, ()))


def _bare(name: str) -> str:
    """An id without the report that it is provisional to: two reports' "gunmen" are no difference."""
    return name.split("@")[0]


def places(dossier: Dossier, claim: LedgerClaim) -> set[str]:
    """The places of a claim: where it happened, and those that play a role and are on the map."""
    playing = (name for names in claim.roles.values() for name in names)
    mapped = {name for name in playing if (known := dossier.entity(name)) is not None and known.lat is not None}
    return mapped | ({claim.place} if claim.place else set())


def _wholes(dossier: Dossier, place: str) -> Iterator[str]:
    """The place and what it lies in, so that a town contradicts no region of its own; no country and no common noun."""
    known = dossier.entity(place)
    for one in chain(known, dossier.entity) if known is not None else ():
        named = one.lat is not None or any(word[:1].isupper() for word in one.name.split())
        if named and one.kind not in COUNTRIES:
            yield one.id


def named_in(text: str, named: Mapping[str, str]) -> Iterator[str]:
    """What the names of `named` that stand in a text mean, in its order; of names within a name the longest counts."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        spans = ((words[at][0], words[at + size - 1][1], size) for size in (3, 2, 1) if at + size <= len(words))
        for start, end, size in spans:
            name = text[start:end]
            if name[:1].isupper() and name.casefold() in named:
                yield named[name.casefold()]
                at += size - 1
                break
        at += 1
