"""The tables of the ledger, the same in SQLite and PostgreSQL.

Every row of a kept table carries `seq`: the line of the log that brought it, and so who wrote it, when and why. `seq` is
also the key of a record, because each record has a log line of its own; `n` counts the rows of one record. Kept tables
only grow: triggers refuse to update or delete. That a newer record of the same report took an older one's place is a row
of `superseded`, never a change.

Times that reports tell of are local ISO 8601 texts to the minute (`2023-11-14T00:00`), half-open, NULL where an end is
not known; times of the log are ISO 8601 texts in UTC to the microsecond. Both sort as text.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

SCHEMA = 2
"""The version of these tables; a change of them is a new version and a migration."""

KEY = BigInteger().with_variant(Integer(), "sqlite")
TIME = Text().with_variant(Text(collation="C"), "postgresql")
"""Texts in the order of their bytes; the order of a server's own language may pass over hyphens and colons."""

metadata = MetaData()

schemas = Table(
    "schemas",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", TIME, nullable=False),
)

log = Table(
    "log",
    metadata,
    Column("seq", KEY, primary_key=True, autoincrement=False),
    Column("at", TIME, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    Index("log_at", "at"),
)

reports = Table(
    "reports",
    metadata,
    Column("seq", KEY, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("odd", Text, nullable=False, comment="code points that no database keeps: [[offset, code point], …]"),
    Column("given", Text, nullable=False, comment="name, source, address … as they came in (JSON)"),
)

records = Table(
    "records",
    metadata,
    Column("seq", KEY, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("report", KEY, nullable=False, comment="reports.seq"),
    Column("publisher", Text, nullable=False),
    Column("head", Text, nullable=False, comment="what a LedgerReport says of it (JSON)"),
    Column("body", LargeBinary, nullable=False, comment="the record, canonical JSON, zlib"),
    Index("records_report", "report", "seq"),
    Index("records_publisher", "publisher", "seq"),
)

superseded = Table(
    "superseded",
    metadata,
    Column("old", KEY, primary_key=True, autoincrement=False, comment="records.seq"),
    Column("seq", KEY, nullable=False, comment="records.seq of the record that took its place"),
    Index("superseded_seq", "seq"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("seq", KEY),
    Column("n", Integer),
    Column("kind", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("ref", Text),
    PrimaryKeyConstraint("seq", "n"),
    sqlite_with_rowid=False,
)

entities = Table(
    "entities",
    metadata,
    Column("seq", KEY),
    Column("n", Integer),
    Column("id", Text, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("seq", "n"),
    Index("entities_id", "id", "seq"),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("seq", KEY),
    Column("n", Integer),
    Column("report", KEY, nullable=False, comment="reports.seq"),
    Column("id", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("believer", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("codeable", Boolean(create_constraint=False), nullable=False),
    Column("place", Text),
    Column("lat", Double),
    Column("lon", Double),
    Column("earliest", TIME),
    Column("latest", TIME),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("seq", "n"),
    Index("claims_id", "id"),
    Index("claims_report", "report", "seq"),
    Index("claims_act", "act", "seq"),
    Index("claims_believer", "believer", "seq"),
    Index("claims_place", "place", "earliest"),
    Index("claims_point", "lat", "lon", "earliest", "latest"),
    Index("claims_time", "earliest"),
)

claim_roles = Table(
    "claim_roles",
    metadata,
    Column("entity", Text, comment="first, like in the key: quick_check of SQLite 3.40 takes other orders for damage"),
    Column("seq", KEY),
    Column("n", Integer),
    Column("role", Text),
    PrimaryKeyConstraint("entity", "seq", "n", "role"),
    Index("claim_roles_seq", "seq", "n"),
    sqlite_with_rowid=False,
)

control = Table(
    "control",
    metadata,
    Column("seq", KEY),
    Column("n", Integer),
    Column("id", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("believer", Text, nullable=False),
    Column("earliest", TIME),
    Column("latest", TIME),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("seq", "n"),
    Index("control_place", "place", "earliest"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", KEY, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("judgements_subject", "subject", "seq"),
)

ROWS = (reports, records, superseded, mentions, entities, claims, claim_roles, control, judgements)
"""The kept tables whose rows a log line vouches for, in the order in which its digest takes them."""

KEPT = (schemas, log, *ROWS)
"""All tables that only grow. The index of words beside them is derived and may be dropped and rebuilt."""
