"""Marks weapons and vehicles that act, are used or are destroyed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.mark.candidate import Candidate
from dateline.mark.spans import propose
from dateline.model.text import Parse
from dateline.reference import Reference

_WEAPON = re.compile(
    r"\b(?:(?:roadside|suicide|improvised|car|truck|vehicle[- ]borne|attack|kamikaze|combat|military|fighter|heavy|"
    r"automatic|assault|anti-tank|anti-aircraft|ballistic|cruise|guided|surface-to-air|booby|land|army|unmanned|"
    r"long-range|short-range|sniper|hand|petrol|barrel|cluster|homemade|rocket-propelled)[\s-]+){0,2}"
    r"(?:warplanes?|helicopter\s+gunships?|helicopters?|gunships?|drones?|jets?|fighter\s+jets?|IEDs?|explosive\s+devices?"
    r"(?:\s+material)?|bombs?|rockets?|missiles?|grenades?|mortars?|mortar\s+shells|artillery|howitzers?|tanks?|"
    r"armou?red\s+(?:vehicles?|personnel\s+carriers?|cars?)|weapons?|rifles?|machine[\s-]guns?|landmines?|mines?|"
    r"explosives|firearms?|ammunition|pistols?|vehicle\s+packed\s+with\s+explosives|"
    r"(?:car|truck|vehicle|motorcycle|boat|donkey\s+cart)\s+(?:packed|laden|loaded|rigged)\s+with\s+explosives|booby\s+traps?|"
    r"(?:explosives?|bomb)-laden\s+(?:vehicle|truck|car|boat|drone)s?|AK-47s?|Kalashnikovs?|RPGs?|UAVs?|gunboats?|warships?|submarines?)\b",
    re.IGNORECASE,
)


def mark_weapons(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of weapons; a weapon that only modifies another noun ("drone attack") is none."""
    for match in _WEAPON.finditer(parse.report.text):
        candidate = propose(parse, match.span(), ("weapon", "nominal"), marker="weapons", priority=46)
        if candidate is None or parse.tokens[candidate.head].sentence < 0:
            continue
        head = parse.tokens[candidate.head]
        if head.dep not in ("compound", "amod") or parse.head(head).index < head.index:
            yield candidate
