"""Report → is it worth a parse: a first look that is a hundred times cheaper than reading."""

from dateline.gate.relevant import relevant

__all__ = ["relevant"]
