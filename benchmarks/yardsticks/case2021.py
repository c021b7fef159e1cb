"""CASE 2021 task 2: one of thirty ACLED-like event types for a passage.

The types mix acts that Dateline reads (who took a place, who was arrested) with topics that it does not (floods,
smuggling, diplomacy). So the label is decided by weighted cues (`case2021_cues.tsv`): words of the codebook's definitions, and
the acts of the record with the party that did them. The cues are our own words; the dev part was read while they were
written, so figures on it are kinder than on unseen passages.
Conventions kept here and not in the product: one label a passage; the first sentence counts half as much again; a
passage without any cue is `OTHER`; a party is `state`, `nonstate` or `civilian`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from dateline.model.record import Case, Claim
from dateline.model.text import Report
from dateline.model.world import ActorKind
from dateline.pipeline import Engine, run

FIRST_SENTENCE_BONUS = 0.5

PARTIES: dict[ActorKind, str] = {
    "state_force": "state",
    "government": "state",
    "official": "state",
    "coalition": "state",
    "joint_force": "state",
    "intl_force": "state",
    "rebel": "nonstate",
    "militia": "nonstate",
    "paramilitary": "nonstate",
    "unidentified_armed": "nonstate",
    "armed_groups_collective": "nonstate",
    "label": "nonstate",
    "civilian": "civilian",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A pattern that the text must (or must not) hold, or an act that the record must hold."""

    pattern: re.Pattern[str] | None
    act: str | None
    negated: bool

    @classmethod
    def of(cls, written: str) -> Condition:
        """The condition as the table writes it."""
        negated, body = written.startswith("!"), written.removeprefix("!")
        if body.startswith("act:"):
            return cls(pattern=None, act=body.removeprefix("act:"), negated=negated)
        return cls(pattern=re.compile(body), act=None, negated=negated)

    def holds(self, text: str, acts: frozenset[str]) -> bool:
        """Whether a lower-cased text with these acts meets the condition."""
        met = self.act in acts if self.pattern is None else self.pattern.search(text) is not None
        return met is not self.negated


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """So much weight for a label where all conditions hold."""

    label: str
    weight: float
    conditions: tuple[Condition, ...]

    def holds(self, text: str, acts: frozenset[str]) -> bool:
        """Whether all conditions hold."""
        return all(condition.holds(text, acts) for condition in self.conditions)


def load_cues() -> tuple[Cue, ...]:
    """The cue table beside this module."""
    lines = files("benchmarks.yardsticks").joinpath("case2021_cues.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(
        Cue(label=label, weight=float(weight), conditions=tuple(map(Condition.of, conditions.split(" & "))))
        for label, weight, conditions in rows
    )


def label_of(case: Case, cues: tuple[Cue, ...]) -> str:
    """The label with most weight; ties go to the label that the table names first."""
    text, acts = case.report.text.lower(), acts_of(case)
    first = case.parse.sentences[0].span.quote.lower() if case.parse.sentences else text
    scores: dict[str, float] = defaultdict(float)
    for cue in cues:
        if cue.holds(text, acts):
            scores[cue.label] += cue.weight * (1 + FIRST_SENTENCE_BONUS * cue.holds(first, acts))
    best = max(scores, key=lambda label: scores[label], default="OTHER")
    return best if scores.get(best, 0) > 0 else "OTHER"


def acts_of(case: Case) -> frozenset[str]:
    """The acts that some voice says happened, plain and with the party that did them."""
    return frozenset(name for claim in case.claims if _happened(claim) for name in _names(case, claim))


def _happened(claim: Claim) -> bool:
    return claim.polarity == "positive" and claim.modality in ("asserted", "attributed", "claimed", "confirmed")


def _names(case: Case, claim: Claim) -> Iterator[str]:
    yield claim.act
    for mention in claim.roles.get("agent", ()):
        actor = case.resolution.actor(mention)
        if actor and actor.kind in PARTIES:
            yield f"{claim.act}/{PARTIES[actor.kind]}"


def predict(docs: Iterable[dict[str, Any]], engine: Engine) -> Iterator[dict[str, Any]]:
    """One label a document."""
    cues = load_cues()
    for doc in docs:
        record = run(Report.of(doc["text"]), engine=engine)
        yield {"doc": doc["id"], "label": label_of(record.case, cues)}
