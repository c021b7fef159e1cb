"""What a marker proposes."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.vocabulary import Form, MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words [start, end) that may be a mention; `head` is a token index.

    Where candidates overlap the higher `priority` wins, then the longer one. Bands: 90 times with a calendar
    word, 80 registered names (actors, places, legal texts), 70 quantities, 60 labels and weapons, 50 nominal
    actors and places, 40 persons, 30 pronouns, 20 vague words.
    """

    start: int
    end: int
    kind: MentionKind
    form: Form
    marker: str
    head: int
    priority: int
