"""Loaded words for a party: a label of its own kind in a party's mouth, a nominal actor in the narrator's."""

from __future__ import annotations

from dataclasses import replace

from dateline.mark.candidate import Candidate
from dateline.model.text import Parse

_ACCUSING = ("terroris", "fascis", "nazi", "criminal", "mercenar", "infidel", "apostate", "traitor", "thug", "takfir")


def relabel(parse: Parse, candidate: Candidate) -> Candidate:
    """The candidate as a label when its word accuses; softer words ("jihadists", "regime") stay actors."""
    words = parse.report.text[candidate.start : candidate.end].lower()
    if candidate.form == "label" and any(word in words for word in _ACCUSING):
        return replace(candidate, kind="label", priority=max(candidate.priority, 60))
    return candidate
