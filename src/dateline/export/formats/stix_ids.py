"""Deterministic identifiers: the same shared thing has the same one in every export."""

from __future__ import annotations

import uuid

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:dateline")


def stix_id(kind: str, key: str) -> str:
    """A STIX identifier of this type (name-based UUID, RFC 4122 version 5)."""
    return f"{kind}--{uuid.uuid5(NAMESPACE, f'{kind}:{key}')}"
