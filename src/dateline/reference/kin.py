"""Nouns that tell a man from a woman."""

from __future__ import annotations

from dateline.reference.actor_words import word_set

MEN = word_set(
    "man boy father son brother husband uncle nephew grandfather king prince monk imam priest policeman spokesman chairman "
    "serviceman businessman fisherman gunman militiaman widower schoolboy gentleman congressman men boys sons brothers fathers"
)
WOMEN = word_set(
    "woman girl mother daughter sister wife aunt niece grandmother queen princess nun policewoman spokeswoman chairwoman "
    "servicewoman businesswoman widow schoolgirl lady congresswoman women girls daughters sisters wives mothers"
)
