"""Claims + readings → events, control states, merges and unknowns; pure and rebuildable."""

from dateline.derive.control import derive_control
from dateline.derive.corrections import with_corrections
from dateline.derive.denials import with_denials
from dateline.derive.events import derive_events
from dateline.derive.merge import merge_control
from dateline.derive.unknowns import derive_unknowns

__all__ = [
    "derive_control",
    "derive_events",
    "derive_unknowns",
    "merge_control",
    "with_corrections",
    "with_denials",
]
