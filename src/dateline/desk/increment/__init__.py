"""Deriving anew only what new lines of the log can have changed: the rows are those of a rebuild.

What a report's claims owe to other reports is named by `derive.across.dossier.Ties`: copies, where long words first
stood, corrections. With these known, an event follows from the units that may be of it, and these meet in cells of
place or party and days; a place's row follows from the words on that place. So a change is followed

1. to the claims that are new, gone, judged, or name an actor or place that is described otherwise now (`changed`);
2. over the ties, to claims whose origin or standing changed (`changed`);
3. to the events of all these claims, those that comparisons connect with them, before or now, and those that only a
   contradiction kept apart from one of them, since joining is decided surest first over all that is the same (`told`);
4. to the rows of the places that the reports of these claims tell of (`held`).
"""

from dateline.desk.increment.changed import Changed, changed, with_ties
from dateline.desk.increment.held import Held, held_anew, places_dossier
from dateline.desk.increment.slicing import Tied
from dateline.desk.increment.told import Told, told_anew

__all__ = ["Changed", "Held", "Tied", "Told", "changed", "held_anew", "places_dossier", "told_anew", "with_ties"]
