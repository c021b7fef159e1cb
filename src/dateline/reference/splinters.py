"""Words for who split off from a party: they come from it and are not it."""

from __future__ import annotations

from dateline.reference.actor_words import word_set

PARTED = word_set("dissidents dissident defectors offshoot splinter breakaway")
"""Behind a party's name: "X dissidents", "an X offshoot"."""
SPLIT = PARTED | word_set("defector")
"""Beside a noun for men or a body: "a breakaway faction of X"; renegades and mutineers may still be X's men."""
LATE = word_set("former ex late defunct demobilised demobilized disbanded dissolved")
"""Beside a party that is no more, or whose men they no longer are."""
