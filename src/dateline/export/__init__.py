"""Records → every outside format."""

from dateline.export.page import page
from dateline.export.record import record_json

__all__ = ["page", "record_json"]
