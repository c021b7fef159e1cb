"""Over all reports of the holdings: events, counts, corrections, copies, origins, contradictions and control.

Everything here is a pure function of `Holdings`: it can be dropped and rebuilt at any time. A `Dossier` holds what
several derivations share; make one and hand it to `events_of`, `control_of` and `findings_of` to do it once.
"""

from dateline.derive.across.control import control_across, control_of
from dateline.derive.across.corrections import closures
from dateline.derive.across.counts import count_series
from dateline.derive.across.dossier import Dossier
from dateline.derive.across.events import events_across, events_of
from dateline.derive.across.findings import Picture, findings_across, findings_of
from dateline.derive.across.origins import origin_of, origins
from dateline.derive.across.recycling import recycled
from dateline.derive.across.rivals import rivals_of
from dateline.derive.across.views import VIEWS, View, pick

__all__ = [
    "VIEWS",
    "Dossier",
    "Picture",
    "View",
    "closures",
    "control_across",
    "control_of",
    "count_series",
    "events_across",
    "events_of",
    "findings_across",
    "findings_of",
    "origin_of",
    "origins",
    "pick",
    "recycled",
    "rivals_of",
]
