"""Events as an Atom feed (RFC 4287), newest first."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree as Xml

from dateline.export.formats.facets import according_to, citation, headline, point, publishers
from dateline.export.formats.stix_ids import NAMESPACE
from dateline.export.shared import ExportEvent, Shared

ATOM = "http://www.w3.org/2005/Atom"
GEORSS = "http://www.georss.org/georss"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot carry, not even escaped."""


def atom(shared: Shared) -> Iterator[bytes]:
    """One entry an event; `rights` carries the marking."""
    feed = Xml.Element("feed", {"xmlns": ATOM, "xmlns:georss": GEORSS})
    marking = f"TLP:{shared.terms.tlp}"
    _text(feed, "id", f"urn:uuid:{uuid.uuid5(NAMESPACE, 'feed')}")
    _text(feed, "title", "Dateline: events as voices tell them")
    _text(feed, "updated", _time(max((event.recorded for event in shared.events), default=shared.terms.at)))
    _text(feed, "rights", marking)
    _text(Xml.SubElement(feed, "author"), "name", "Dateline")
    for event in sorted(shared.events, key=lambda event: (event.recorded, event.id), reverse=True):
        feed.append(_entry(event, marking))
    Xml.indent(feed)
    yield Xml.tostring(feed, encoding="utf-8", xml_declaration=True)


def _entry(event: ExportEvent, marking: str) -> Xml.Element:
    entry = Xml.Element("entry")
    _text(entry, "id", f"urn:uuid:{uuid.uuid5(NAMESPACE, event.id)}")
    _text(entry, "title", headline(event))
    _text(entry, "updated", _time(event.recorded))
    _text(Xml.SubElement(entry, "author"), "name", publishers(event) or "unnamed publisher")
    _text(entry, "rights", marking)
    Xml.SubElement(entry, "category", {"term": event.act})
    for url in dict.fromkeys(claim.report.url for claim in event.claims):
        if url and url.startswith(("https://", "http://")):
            Xml.SubElement(entry, "link", {"rel": "via", "href": plain(url)})
    quotes = dict.fromkeys(citation(claim) for claim in event.claims)
    _text(entry, "content", "\n".join((according_to(event), *filter(None, quotes)))).set("type", "text")
    where = point(event.place)
    if where:
        _text(entry, "georss:point", f"{where[1]} {where[0]}")
    return entry


def _text(parent: Xml.Element, tag: str, text: str) -> Xml.Element:
    element = Xml.SubElement(parent, tag)
    element.text = plain(text)
    return element


def plain(text: str) -> str:
    """The text with a replacement character for what XML cannot carry."""
    return _NOT_XML.sub("\ufffd", text)


def _time(moment: datetime) -> str:
    """RFC 3339; the ledger's times are UTC."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
