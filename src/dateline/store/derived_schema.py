"""The derived tables: what many reports together tell, kept so that it can be read by pages.

Nothing here is kept word: every row follows from the kept tables and may be dropped and made again at any time. So no
trigger guards these tables, no log line vouches for them, and a freeze does not count them. The one row of `derived`
says up to which line of the log they were derived, and by which rules.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, Double, Index, Integer, PrimaryKeyConstraint, Table, Text

from dateline.store.schema import KEY, TIME, metadata
from dateline.store.working_schema import WORKING

LAST = "~"
"""Sorts after every day: the place of events that have none."""

derived = Table(
    "derived",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="always 1"),
    Column("seq", KEY, nullable=False, comment="the last line of the log that was looked at"),
    Column("rules", Text, nullable=False, comment="which rules derived"),
)

events = Table(
    "events",
    metadata,
    Column("id", TIME, primary_key=True),
    Column("day", TIME, nullable=False, comment=f"the first day, or {LAST}"),
    Column("earliest", TIME),
    Column("latest", TIME),
    Column("label", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("place", Text),
    Column("lat", Double),
    Column("lon", Double),
    Column("country", Text),
    Column("admin1", Text),
    Column("claims", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("disputed", Boolean(create_constraint=False), nullable=False),
    Column("unlocated", Boolean(create_constraint=False), nullable=False),
    Column("body", Text, nullable=False, comment="the AcrossEvent (JSON)"),
    Index("events_day", "day", "id"),
    Index("events_act", "act", "day", "id"),
    Index("events_status", "status", "day", "id"),
    Index("events_place", "place", "day", "id"),
    Index("events_point", "lat", "lon", "day"),
    sqlite_with_rowid=False,
)

event_claims = Table(
    "event_claims",
    metadata,
    Column("event", TIME),
    Column("claim", TIME),
    Column("says", Boolean(create_constraint=False), comment="whether it tells of the event or denies it"),
    Column("report", Text, nullable=False),
    Column("believer", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("modality", Text, nullable=False),
    PrimaryKeyConstraint("event", "claim", "says"),
    Index("event_claims_claim", "claim"),
    Index("event_claims_report", "report"),
    Index("event_claims_believer", "believer", "event"),
    Index("event_claims_publisher", "publisher", "event"),
    sqlite_with_rowid=False,
)

control_rows = Table(
    "control_rows",
    metadata,
    Column("place", TIME, primary_key=True),
    Column("status", Text, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("live", Integer, nullable=False, comment="states that nothing has ended"),
    Column("word", TIME, comment="the day of the newest word"),
    Column("body", Text, nullable=False, comment="the ControlRow as far as all is known (JSON)"),
    sqlite_with_rowid=False,
)

control_states = Table(
    "control_states",
    metadata,
    Column("place", TIME),
    Column("control", TIME),
    Column("report", TIME, nullable=False),
    Column("believer", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("fluent", Text, nullable=False),
    Column("live", Boolean(create_constraint=False), nullable=False),
    Column("ended_by", Text),
    PrimaryKeyConstraint("place", "control"),
    Index("control_states_believer", "believer", "place"),
    sqlite_with_rowid=False,
)

findings = Table(
    "findings",
    metadata,
    Column("id", TIME, primary_key=True),
    Column("scope", Text, nullable=False, comment="what it was derived from: an event, a place, reports"),
    Column("code", TIME, nullable=False),
    Column("severity", Text, nullable=False),
    Column("report", TIME, nullable=False, comment="of the first claim"),
    Column("line", Integer, nullable=False),
    Column("column", Integer, nullable=False),
    Column("place", Text),
    Column("event", Text),
    Column("body", Text, nullable=False, comment="the AcrossFinding (JSON)"),
    Index("findings_order", "report", "line", "column", "code", "id"),
    Index("findings_scope", "scope"),
    sqlite_with_rowid=False,
)

finding_reports = Table(
    "finding_reports",
    metadata,
    Column("finding", TIME),
    Column("report", Text),
    PrimaryKeyConstraint("finding", "report"),
    Index("finding_reports_report", "report"),
    sqlite_with_rowid=False,
)

recycling = Table(
    "recycling",
    metadata,
    Column("report", TIME, primary_key=True),
    Column("original", Text, nullable=False),
    Column("share", Double, nullable=False),
    Index("recycling_original", "original"),
    sqlite_with_rowid=False,
)

SHOWN = (events, event_claims, control_rows, control_states, findings, finding_reports, recycling)
"""The tables that questions are put to."""

DERIVED = (derived, *SHOWN, *WORKING)
"""All derived tables."""


def make_derived(connection: Connection) -> None:
    """Drop the derived tables, of whatever shape they were, and make them again, empty."""
    for table in reversed(DERIVED):
        table.drop(connection, checkfirst=True)
    metadata.create_all(connection, tables=DERIVED)
