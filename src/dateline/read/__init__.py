"""Bytes → Reports: plain text, JSON lines, web pages; every trouble with an input is one named error."""

from dateline.read.event_table import EventTable, read_event_table
from dateline.read.files import read_file, read_inputs, read_stream
from dateline.read.given import Document, Given, Limits, Reject
from dateline.read.published import parse_published

__all__ = [
    "Document",
    "EventTable",
    "Given",
    "Limits",
    "Reject",
    "parse_published",
    "read_event_table",
    "read_file",
    "read_inputs",
    "read_stream",
]
