"""Named views that pick a holder, each by a printed rule; without a view nobody is picked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.derive.across.dossier import Dossier
from dateline.derive.across.judgements import grades
from dateline.model.across import BelieverState, ControlRow, Pick

Choice = tuple[tuple[str, ...], str]
Grade = tuple[str, str]
HOLDING = ("held", "present")
COUNTING = "ABCD"
"""Letters of the Admiralty code that let a word count: E is unreliable, F cannot be judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A way to pick, with the rule that is printed wherever its picks are."""

    name: str
    rule: str
    choose: Callable[[Dossier, ControlRow], Choice]


def pick(dossier: Dossier, row: ControlRow, *, view: View) -> Pick:
    """Whom the view takes for the holder of a place; nobody where its rule does not decide."""
    holder, why = view.choose(dossier, row)
    return Pick(place=row.place, view=view.name, holder=holder, why=why)


def acled_conservative(dossier: Dossier, row: ControlRow) -> Choice:
    """A change counts when it is not disputed and not only the word of the side that gains by it."""
    if row.status == "disputed":
        return (), "disputed: no change is coded"
    held = _holds(row)
    for state in _newest_first(held):
        outside = {s.origin for s in held if _alike(dossier, s, state)} - {
            dossier.party(actor) for actor in state.actors
        }
        if state.against_interest or outside:
            return state.actors, f"told by {', '.join(sorted(outside)) or state.origin}"
    return (), "only the side that gains says so" if held else "nobody says who holds it"


def against_interest_only(dossier: Dossier, row: ControlRow) -> Choice:
    """Only what a voice says against its own side's interest."""
    own = (state for state in row.live if state.against_interest and state.place == row.place and not state.partial)
    for state in _newest_first(own):
        if state.fluent in HOLDING and state.actors:
            return state.actors, f"{state.believer} says so against its interest"
        if state.fluent in ("vacated", "not_held"):
            return (
                (),
                f"{state.believer} admits that {', '.join(state.actors)} does not hold it; the successor is not told",
            )
    return (), "nobody speaks against its own interest"


def majority_of_origins(dossier: Dossier, row: ControlRow) -> Choice:
    """The holder that more than half of the independent origins name."""
    votes: dict[str, set[str]] = {}
    actors: dict[str, tuple[str, ...]] = {}
    for state in _holds(row):
        side = "+".join(sorted({dossier.party(actor) for actor in state.actors}))
        votes.setdefault(side, set()).add(state.origin)
        actors.setdefault(side, state.actors)
    everyone = set().union(*votes.values()) if votes else set()
    for side, who in votes.items():
        if 2 * len(who) > len(everyone):
            return actors[side], f"{len(who)} of {len(everyone)} independent origins"
    return (), "no holder is named by more than half of the origins"


def own_grades(dossier: Dossier, row: ControlRow) -> Choice:
    """The holder that the best word names, by the Admiralty grades that people gave in this ledger."""
    given = grades(dossier.holdings.judgements)
    best: dict[Grade, list[BelieverState]] = {}
    for state in _holds(row):
        if (grade := _grade(dossier, state, given)) is not None:
            best.setdefault(grade, []).append(state)
    if not best:
        return (), "no word on it is graded A to D"
    grade = min(best)
    first, *others = _newest_first(best[grade])
    if not all(_alike(dossier, first, other) for other in others):
        return (), f"words of the same grade ({_spelled(grade)}) name different holders"
    return first.actors, f"the word of {first.believer}, graded {_spelled(grade)}"


VIEWS: Mapping[str, View] = MappingProxyType(
    {
        view.name: view
        for view in (
            View(
                name="acled_conservative",
                rule="A hold counts when it is undisputed and told by somebody beside the side that gains by it.",
                choose=acled_conservative,
            ),
            View(
                name="against_interest_only",
                rule="Only what a voice says against its own side's interest counts; the newest such word decides.",
                choose=against_interest_only,
            ),
            View(
                name="majority_of_origins",
                rule="The holder that more than half of the independent origins name; outlets that share one count once.",
                choose=majority_of_origins,
            ),
            View(
                name="own_grades",
                rule="The holder that the best-graded word names: sources A to D, then what they say 1 to 5; no grade, no say.",
                choose=own_grades,
            ),
        )
    }
)


def _grade(dossier: Dossier, state: BelieverState, given: Mapping[str, str]) -> Grade | None:
    """Letter and digit of the nearest thing that was graded: claim, report, voice, publisher; None for what counts not.

    A digit is of what one claim or report says; without one it cannot be judged, which is 6.
    """
    report = dossier.reports.get(state.report)
    said = [given.get(key, "") for key in (*state.claims, state.report)]
    sources = [given.get(key, "") for key in (state.believer, report.publisher if report else "")]
    letter = next((grade[0] for grade in (*said, *sources) if grade[:1].isalpha()), "")
    digit = next((grade[-1] for grade in said if grade[-1:].isdigit()), "6")
    return (letter, digit) if letter and letter in COUNTING else None


def _spelled(grade: Grade) -> str:
    return "".join(grade)


def _holds(row: ControlRow) -> list[BelieverState]:
    whole = (state for state in row.live if state.place == row.place and not state.partial)
    return [state for state in whole if state.fluent == "held" and state.actors]


def _alike(dossier: Dossier, one: BelieverState, other: BelieverState) -> bool:
    return any(dossier.same_side(a, b) for a in one.actors for b in other.actors)


def _newest_first(states: Iterable[BelieverState]) -> list[BelieverState]:
    return sorted(states, key=lambda s: (s.word.toordinal() if s.word else 0, s.control), reverse=True)
