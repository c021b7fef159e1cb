"""What the headings of tables and the names of a record's fields say: when, where, what, how many, whose word."""

from __future__ import annotations

import re
from dataclasses import dataclass

NAMES = {
    "date": "date|day|when|dates|incident date|event date|date of incident|date of event|date/time|date time|date and time|dtg"
    "|date occurred|date of attack|occurred|occurred on",
    "clock": "time|hour|local time|time of incident",
    "place": "place|location|where|locality|town|village|city|settlement|town/village|town/city|city/town|village/town|municipality|site|locations"
    "|incident location|place of incident|location of incident|event location|place name|exact location|neighbourhood|neighborhood|scene"
    "|commune|hromada|township|cercle",
    "area": "district|province|region|state|county|governorate|area|oblast|department|sector|admin1|admin 1|admin2|admin 2|adm1|adm2"
    "|prefecture|division|wilaya|lga|zone|canton|raion|country|area of operations|ao|territory",
    "event": "event|events|incident|incidents|what happened|what|description|incident description|event description"
    "|description of incident|description of event|details|incident details|summary|narrative|development|developments|occurrence|account"
    "|incident summary|brief description|short description|report|event details|text|action|main event|security incident",
    "type": "type|event type|incident type|type of incident|type of event|type of attack|attack type|category|kind|nature|nature of incident"
    "|sub-type|subtype|sub event type|attack|form of attack",
    "notes": "notes|note|remarks|remark|comments|comment|notes/remarks",
    "kill": "killed|dead|deaths|fatalities|kia|no killed|number killed|persons killed|people killed|civilians killed|total killed|died|fatal|death toll"
    "|killed (civilians)|civilian deaths|civilian fatalities|martyrs|martyred|lives lost|civ kia|mil kia|ekia|killed in action|# killed"
    "|confirmed dead|reported killed|reported dead|kills",
    "wound": "injured|wounded|injuries|wia|hurt|no injured|number injured|persons injured|people injured|civilians injured|total injured|total wounded"
    "|civilians wounded|no wounded|number wounded|civ wia|mil wia|ewia|wounded in action|# injured|# wounded|reported injured|reported wounded",
    "abduct": "abducted|kidnapped|hostages|abductees|number abducted|number kidnapped|civilians abducted|taken hostage|abductions|kidnappings",
    "arrest": "arrested|detained|captured persons|number arrested|number detained|arrests|detainees|detentions",
    "displace": "displaced|idps|families displaced|people displaced|number displaced|displaced persons|newly displaced",
    "source": "source|sources|reported by|according to|attribution|informant|source of information|source name|reporter|reporting source"
    "|information source|source(s)|as reported by|claimed by source|who says|said by",
    "agent": "perpetrator|perpetrators|attacker|attackers|actor|actor 1|actor1|aggressor|responsible|responsible party|responsible group"
    "|group responsible|party responsible|armed group|armed actor|carried out by",
    "other": "no|no.|nr|#|id|ref|reference|serial|serial no|s/n|sn|item|url|link|status|week|lat|lon|long|latitude"
    "|longitude|coordinates|grid|mgrs|weapon|weapons|weapon used|suspected perpetrator|suspected perpetrators|alleged perpetrator|actors"
    "|actor 2|actor2|target|targets|victim|victims|verified|verification|confidence|reliability|credibility|source reliability"
    "|month|year|casualties|damage|missing|sex|age|gender|name|names|priority|severity|impact|response|follow-up|follow up|code"
    "|affiliation|unit|casualty|total casualties|total|killed/injured|injured/killed|claimed by",
}
"""Headings as monitors, aid organisations and armed forces write them, by what a cell under them says."""
TALLIES = ("kill", "wound", "abduct", "arrest", "displace")
TELLING = ("event", "notes", "type")
"""What is read as prose, the first that a row has: a kind of incident only names what a description tells."""
_COUNTED = frozenset(
    re.split(
        "[ |]",
        "civilian|civilians|civ|civs|noncombatants|non-combatants|military|mil|soldier|soldiers|troops|combatants|security forces|army|police"
        "|policemen|officers|officer|gendarmes|guards|militant|militants|insurgent|insurgents|terrorist|terrorists|rebel|rebels|bandits|gunmen"
        "|fighters|attackers|perpetrators|enemy|friendly|own|hostile|government|militia|militias|militiamen|women|woman|men|man|children|child"
        "|minors|girls|boys|adults|male|female|people|persons|person|victims|victim|refugees|idps|aid worker workers|humanitarian staff|un"
        "|peacekeepers|journalists|villagers|residents|locals|foreigners|foreign nationals|total|all|of which|no|number|nr|count",
    )
)
"""Who is counted, in a heading that says what happened to them: "Soldiers killed", "Injured (civilians)"."""
_BY_NAME = {name: kind for kind, names in NAMES.items() for name in names.split("|")}
_LONGEST = 80
"""Characters of a heading: what is longer is a sentence or hostile, and would make the pattern below slow."""
_PLAIN = re.compile(r"\*+|`+|__+|^[\W_]+|[\s:?_]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the columns of a table say, in order; None for a heading that nobody has foreseen."""

    kinds: tuple[str | None, ...]

    @property
    def certain(self) -> bool:
        """Whether a row can be read: most headings are known, and one of them says what happened or how many."""
        named = [kind for kind in self.kinds if kind is not None]
        told = {"event", "type", "notes", *TALLIES} & set(named)
        placed = {"date", "place", "area", "source", "agent", "other", "clock"} & set(named)
        return len(self.kinds) > 1 and len(named) * 3 >= len(self.kinds) * 2 and bool(told) and bool(placed)


def column_kind(heading: str) -> str | None:
    """What a heading says; None for one that nobody has foreseen."""
    if len(heading) > _LONGEST:
        return None
    plain = " ".join(_PLAIN.sub("", heading.strip()).lower().replace("_", " ").split())
    known = _BY_NAME.get(plain) or _BY_NAME.get(
        plain.removeprefix("# ").removeprefix("no. of ").removeprefix("number of ")
    )
    return known or _sided(plain)


def _sided(heading: str) -> str | None:
    """What a heading counts that says of whom; None for every other."""
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", heading)
    rest = [word for word in words if word not in _COUNTED]
    kind = _BY_NAME.get(" ".join(rest)) if len(rest) < len(words) else None
    return kind if kind in TALLIES else None
