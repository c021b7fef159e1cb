"""The words for an organisation's soldiers behind its name: "UN peacekeepers", "African Union stabilisation force"."""

from __future__ import annotations

from dateline.reference.actor_words import word_set

BLUE_HELMETS = ("peacekeepers", "peacekeeper", "blue helmets")
"""People who serve in a mission whatever their nation."""
MISSION_WORDS = word_set("mission force forces troops soldiers peacekeepers peacekeeper contingent personnel helmets")
"""Nouns for a mission and its soldiers."""
MISSION_EPITHETS = word_set(
    "peacekeeping peace stabilisation stabilization military intervention multinational blue s armed standby"
)
"""What may stand between the name and such a noun; `s` is left of a genitive."""
