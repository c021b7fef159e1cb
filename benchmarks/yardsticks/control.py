"""Who holds a place after its narrative: the pipeline reads it, and the last state of control is the answer.

The narratives are fragments of a list ("Captured by X on 3 May."), whose subject is the heading of their row. The
runner puts that subject in front of every fragment and spells out the two conventions of the list that its own page
explains ("contested" or "pressured" between two dates ends with the contester holding the place; a claim by a
source of one side alone leaves it contested). Where a narrative tells no change of hands, nothing has changed:
the place is held by the state that it lies in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.model.derived import ControlState
from dateline.model.record import Case
from dateline.model.text import Report
from dateline.model.world import Actor
from dateline.pipeline import Engine, run

HOME = "Ukraine"
"""The state that all places of the list lie in: its title says so."""

_VERBS = r"(?:(?:re)?captured?|contested|pressured|claimed|held|raided|loosely|attacked|retaken|liberated)"
_SEE_GLUED = re.compile(
    r"^See\b.*?(?=(?:Recaptured|Captured|Capture|Contested|Pressured|Claimed|Held|Raided)\b|$)", re.DOTALL
)
_STRUGGLE = re.compile(
    r"^(?P<claimed>claimed )?(?P<how>(?:pressured|contested)(?: and contested)?) by (?P<who>.+?)"
    r"(?: (?P<bound>since|between)(?: around)? (?P<when>.+?))?\.?$",
    re.IGNORECASE,
)
_CLAIMED = re.compile(r"^(?:claimed|raided) by (?P<who>.+?)(?: (?P<when>(?:on )?\d.*?))?\.?$", re.IGNORECASE)
_REPUBLIC = re.compile(r"\b(Donetsk|Luhansk|Lugansk) PR\b")
_ALLIED = re.compile(r"(Russia)/ (?:the )?[\w' ]*?(?:PR|Republic)\b")
_PASSIVE = re.compile(r"^(?:(?:re)?captured|held|retaken|liberated|loosely controlled)\b", re.IGNORECASE)
_SAID_CAPTURED = re.compile(r"^Capture claimed by (.+?)(?= \d|$)")
_TO = re.compile(r"\s*(?:–| and )\s*")
_MONTH = re.compile(r"[A-Z][a-z]+(?: \d{4})?$")
_STATES = {"RU": "Russia", "UA": "Ukraine"}


def predict(docs: Iterable[dict[str, Any]], engine: Engine) -> Iterator[dict[str, Any]]:
    """One row per place: holder and the day since when, as the last state of control has it."""
    for doc in docs:
        case = run(Report.of(spelled_out(doc["place"], doc["text"]), name=doc["id"]), engine=engine).case
        holder, since = final(case)
        yield {"doc": doc["id"], "holder": holder, "as_of": since}


def spelled_out(place: str, text: str) -> str:
    """The narrative as whole sentences about the place."""
    text = _SEE_GLUED.sub("", text.replace("\u0421", "C")).strip()
    text = _ALLIED.sub(r"\1", _REPUBLIC.sub(r"the \1 People's Republic", text))
    name = f"the town of {place.split(' (')[0]}"
    fragments = re.split(r"(?<=[a-z\d])\.\s+|\?\s+", text)
    return " ".join(_sentence(name, fragment.strip()) for fragment in fragments if fragment.strip())


def _sentence(name: str, fragment: str) -> str:
    struggle = _STRUGGLE.match(fragment)
    if struggle is not None:
        return _of_struggle(name, struggle)
    claimed = _CLAIMED.match(fragment)
    if claimed is not None:
        return f"Russia fought {HOME} in {name} {_on(claimed['when'] or '')}."
    if _PASSIVE.match(fragment):
        return f"{name[0].upper()}{name[1:]} was {fragment[0].lower()}{fragment[1:].rstrip('.')}."
    said = _SAID_CAPTURED.sub(rf"\1 captured {name} on", fragment)
    return f"{said.rstrip('.')}."


def _of_struggle(name: str, struggle: re.Match[str]) -> str:
    """A struggle that ended ends with the contester in the place.

    Pressure that goes on is no fight in the place; a struggle that ended and that a source only claims changes nothing.
    """
    who, when = (
        struggle["who"].replace("a Russian source", "Russia").replace("Russian sources", "Russia"),
        struggle["when"] or "",
    )
    ended = struggle["bound"] == "between" or bool(_TO.search(when))
    pressed = struggle["how"].lower().startswith("pressured")
    if (struggle["claimed"] and ended) or (pressed and not (ended and not struggle["claimed"])):
        return f"There was talk of {name}."
    if ended:
        return f"{name[0].upper()}{name[1:]} was captured by {who} {_on(_last(when))}."
    return f"{who} fought {HOME} in {name} {_on(when)}."


def _on(when: str) -> str:
    when = re.sub(r"^(?:on|around|since) ", "", when.strip())
    return f"on {when}" if re.match(r"\d", when) else f"in {when}" if when else ""


def _last(when: str) -> str:
    """The end of "18–22 June 2024" and of "around 28 March – 26 April 2024"."""
    return _TO.split(when.strip())[-1].strip()


def final(case: Case) -> tuple[str, str | None]:
    """The last state of the place that is told: its holder, and the day since when."""
    rows = [row for row in case.control if row.fluent in ("held", "contested", "present")]
    if not rows:
        return HOME, None
    order = {claim.id: number for number, claim in enumerate(case.claims)}
    last = max(rows, key=lambda row: order[row.claims[-1]])
    if last.fluent == "contested":
        return "Contested", _day(last)
    return _holder(case, last), _day(last)


def _day(row: ControlState) -> str | None:
    if row.valid is None or row.valid.earliest is None:
        return None
    form = {"month": "%Y-%m", "year": "%Y"}.get(row.valid.precision, "%Y-%m-%d")
    return row.valid.earliest.strftime(form)


def _holder(case: Case, row: ControlState) -> str:
    actors = [case.actors[actor] for actor in row.actors if actor in case.actors]
    return next((state for actor in actors if (state := _state(actor)) is not None), HOME)


def _state(actor: Actor) -> str | None:
    """The state that an actor belongs to or fights for."""
    return _STATES.get(actor.side or "") or _STATES.get(actor.country or "")
