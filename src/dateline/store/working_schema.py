"""What deriving remembers, so that a new report costs only what it touches; derived like the rest, and as disposable.

Reports are named by their ids, claims by theirs. Each table answers one question of `desk.increment`.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Double, Index, PrimaryKeyConstraint, Table, Text

from dateline.store.schema import TIME, metadata

told = Table(
    "told",
    metadata,
    Column("report", TIME, primary_key=True),
    Column("publisher", Text, nullable=False),
    Column("correction", Boolean(create_constraint=False), nullable=False),
    Column("rank", TIME, nullable=False, comment="sorts reports in the order in which they were told"),
    Index("told_publisher", "publisher", "correction"),
    sqlite_with_rowid=False,
)
"""Which reports did a publisher tell, and in what order?"""

known_entities = Table(
    "known_entities",
    metadata,
    Column("id", TIME, primary_key=True),
    Column("part_of", TIME),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False, comment="the LedgerEntity as all current records together describe it (JSON)"),
    Index("known_entities_part_of", "part_of"),
    sqlite_with_rowid=False,
)
"""What is an actor or place to all reports together?"""

cells = Table(
    "cells",
    metadata,
    Column("cell", TIME),
    Column("first", TIME, comment="day"),
    Column("claim", TIME, comment="the unit's id, or a denial's"),
    Column("last", TIME, nullable=False, comment="day"),
    Column("report", TIME, nullable=False),
    PrimaryKeyConstraint("cell", "first", "claim"),
    Index("cells_report", "report"),
    sqlite_with_rowid=False,
)
"""Which units, and which denials, may tell of what happened here or by these, then?"""

quotes = Table(
    "quotes",
    metadata,
    Column("words", TIME),
    Column("claim", TIME),
    Column("report", TIME, nullable=False),
    PrimaryKeyConstraint("words", "claim"),
    Index("quotes_report", "report"),
    sqlite_with_rowid=False,
)
"""Which claims have these long words?"""

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger),
    Column("report", TIME),
    PrimaryKeyConstraint("band", "report"),
    Index("bands_report", "report"),
    sqlite_with_rowid=False,
)
"""Which reports may hold much of the same text?"""

copy_pairs = Table(
    "copy_pairs",
    metadata,
    Column("later", TIME),
    Column("earlier", TIME),
    Column("share", Double, nullable=False),
    PrimaryKeyConstraint("later", "earlier"),
    Index("copy_pairs_earlier", "earlier"),
    sqlite_with_rowid=False,
)
"""Which reports do hold it?"""

closures = Table(
    "closures",
    metadata,
    Column("claim", TIME, primary_key=True),
    Column("report", TIME, nullable=False, comment="the claim's"),
    Column("by_report", TIME, nullable=False),
    Column("body", Text, nullable=False, comment="the Closure (JSON)"),
    Index("closures_report", "report"),
    Index("closures_by_report", "by_report"),
    sqlite_with_rowid=False,
)
"""Which claims does a correction close?"""

control_names = Table(
    "control_names",
    metadata,
    Column("entity", TIME, comment="or a report"),
    Column("place", TIME),
    PrimaryKeyConstraint("entity", "place"),
    Index("control_names_place", "place"),
    sqlite_with_rowid=False,
)
"""In which places' rows does a report tell, an actor speak or play a part, or is a place told of?"""

WORKING = (told, known_entities, cells, quotes, bands, copy_pairs, closures, control_names)
