"""A page of one kind in the form asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from dateline.export.formats import exporter
from dateline.export.formats.cells import csv_bytes
from dateline.export.formats.json_text import json_bytes
from dateline.web.asked import LONGEST_PAGE, Query
from dateline.web.page import Page
from dateline.web.v1.forms import MEDIA, Form, accepted
from dateline.web.v1.kinds import Asked, Kind, Object, Row
from dateline.web.v1.replies import Answer
from dateline.web.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[Row, Asked]):
    """What is asked of a view."""

    kind: Kind[Row, Asked]
    asked: Asked
    view: View
    request: Request

    def response(self, form: Form | None) -> Response:
        """The page; tables and JSON lines hold all that fits unless a limit is given."""
        chosen = form or accepted(self.request.headers.get("accept"), self.kind.forms)
        if chosen == "html":
            return RedirectResponse(self.asked.url(self.kind.screen), 307, headers={"Vary": "Accept"})
        answer = Answer(request=self.request, view=self.view, media_type=MEDIA[chosen], reader=self.kind.reader)
        if chosen == "csv":
            return answer.stream(self._csv)
        if chosen == "jsonl":
            return answer.stream(lambda: (json_bytes(row) + b"\n" for row in self._all()))
        if chosen == "atom":
            return answer.stream(self._atom)
        return answer.of(self._geojson if chosen == "geojson" else self._json)

    @property
    def _tlp(self) -> str:
        return self.view.terms.tlp

    def _objects(self, page: Page[Row]) -> list[Object]:
        return [self.kind.write(row, self._tlp) for row in page.items]

    def _json(self) -> bytes:
        page = self.kind.page(self.view, self.asked)
        about = json_bytes(self._about(page))
        return b"".join((b'{"items": [', b", ".join(map(self._written, page.items)), b"], ", about[1:]))

    def _written(self, row: Row) -> bytes:
        """The row as JSON, kept with the view where it is the same in every answer."""
        key = self.kind.steady(row) if self.kind.steady else None
        found = self.view.written.get(key) if key else None
        if found is None:
            found = json_bytes(self.kind.write(row, self._tlp))
            if key:
                self.view.written.keep(key, found)
        return found

    def _about(self, page: Page[Row]) -> dict[str, Any]:
        counts = {"total": page.total, "unlocated": page.unlocated, "disputed": page.disputed}
        return {"next": page.next, **counts, "seq": self.view.seq}

    def _geojson(self) -> bytes:
        page = self.kind.page(self.view, self.asked)
        features = [self._feature(row) for row in self._objects(page)]
        return json_bytes({"type": "FeatureCollection", "features": features, "tlp": self._tlp, **self._about(page)})

    def _feature(self, row: Object) -> dict[str, Any]:
        where = self.kind.point(row) if self.kind.point else None
        return {"type": "Feature", "id": row.get("id"), "geometry": where, "properties": row}

    def _csv(self) -> Iterator[bytes]:
        yield from csv_bytes([self.kind.header])
        yield from csv_bytes(self.kind.cells(line) for row in self._all() for line in self.kind.lines(row))

    def _all(self) -> Iterator[Object]:
        """Page after page: no more than a page is held; with a limit that page alone."""
        if "limit" in self.asked.model_fields_set:
            yield from self._objects(self.kind.page(self.view, self.asked))
            return
        asked: Asked | None = self.asked.changed(limit=LONGEST_PAGE)
        while asked is not None:
            page = self.kind.page(self.view, asked)
            yield from self._objects(page)
            asked = asked.changed(cursor=page.next) if page.next else None

    def _atom(self) -> Iterable[bytes]:
        """The events of the page, as the exporter writes them."""
        wanted = self.asked if isinstance(self.asked, Query) else None
        return exporter("atom").write(self.view.shared_page(wanted or Query()))
