"""The ledger: many reports, two clocks, nothing lost, nobody's word overwritten.

Kept rows only grow and a hash-chained log vouches for each; a state "as known then" is a line number of that log. The
same tables live in one SQLite file or in a PostgreSQL database. Derived rows live elsewhere: see `derive.across`.
"""

from dateline.store.append import Appended, append, judge, new_among, note
from dateline.store.audit import Audit, counts, log, readers, verify
from dateline.store.holdings import holdings, record
from dateline.store.ledger import Ledger, open_ledger
from dateline.store.rows import Entry
from dateline.store.search import ClaimQuery, find_claim_ids, find_claims, find_control, last_record, reindex

__all__ = [
    "Appended",
    "Audit",
    "ClaimQuery",
    "Entry",
    "Ledger",
    "append",
    "counts",
    "find_claim_ids",
    "find_claims",
    "find_control",
    "holdings",
    "judge",
    "last_record",
    "log",
    "new_among",
    "note",
    "open_ledger",
    "readers",
    "record",
    "reindex",
    "verify",
]
