"""Places as sentences and lists name them; one that stands for what lies in it never reads as the place itself."""

from __future__ import annotations

from typing import Protocol

from dateline.export.shared import ExportPlace
from dateline.export.visible import one_line

SOMEWHERE = "somewhere in "
"""Before the division that is named in the stead of a protected place."""
NO_CLOSER = "shown no closer, for safety"


class Placed(Protocol):
    """A place as it may be shown."""

    @property
    def name(self) -> str:
        """Its name, or its division's."""

    @property
    def coarsened(self) -> bool:
        """Whether the name is the division's."""


def place_name(place: Placed) -> str:
    """The name within a sentence: "Sake", "somewhere in Nord-Kivu"."""
    name = one_line(place.name) or "a place that is withheld"
    return f"{SOMEWHERE}{name}" if place.coarsened else name


def place_words(place: ExportPlace | None) -> str:
    """The name on its own, with why it is no closer."""
    if place is None:
        return "place not stated"
    return f"{place_name(place)} ({NO_CLOSER})" if place.coarsened else place_name(place)
