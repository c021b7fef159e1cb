"""Changes as an Atom feed (RFC 4287), newest first."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.etree import ElementTree as Xml

from dateline.desk import Change
from dateline.export.formats.atom import ATOM, plain
from dateline.export.formats.stix_ids import NAMESPACE


def feed(changes: Iterable[Change], *, updated: datetime) -> Iterator[bytes]:
    """One entry a change; its id is of its line of the log, which never changes."""
    root = Xml.Element("feed", {"xmlns": ATOM})
    _text(root, "id", f"urn:uuid:{uuid.uuid5(NAMESPACE, 'changes')}")
    _text(root, "title", "Dateline: what changed in the ledger")
    _text(root, "updated", _time(updated))
    _text(root, "rights", "TLP:AMBER")
    _text(Xml.SubElement(root, "author"), "name", "Dateline")
    for change in sorted(changes, key=lambda one: -one.seq):
        entry = Xml.SubElement(root, "entry")
        _text(entry, "id", f"urn:uuid:{uuid.uuid5(NAMESPACE, f'change {change.seq} {change.change} {change.subject}')}")
        _text(entry, "title", f"{change.change} {change.what or change.subject}")
        _text(entry, "updated", _time(datetime.fromisoformat(change.at)))
        _text(Xml.SubElement(entry, "author"), "name", change.by or "unnamed")
        Xml.SubElement(entry, "category", {"term": change.change})
        _text(entry, "content", change.reason or change.what or change.change).set("type", "text")
    Xml.indent(root)
    yield Xml.tostring(root, encoding="utf-8", xml_declaration=True)


def _text(parent: Xml.Element, tag: str, text: str) -> Xml.Element:
    element = Xml.SubElement(parent, tag)
    element.text = plain(text)
    return element


def _time(moment: datetime) -> str:
    """RFC 3339; the log's times are UTC."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
