"""Numbers of press releases that carry their month: "2010-09-CA-027" of ISAF's joint command, "2015-06-S-012"."""

from __future__ import annotations

import re

from dateline.model.record import Evidence, Publication
from dateline.model.text import Report
from dateline.model.time import TimeRange

RELEASE_NUMBER = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-[A-Z]{1,4}-\d+")


def numbered(report: Report) -> Publication | None:
    """The month in which a release came out by its number; None where the text has no such number, or of several months."""
    found = list(RELEASE_NUMBER.finditer(report.text))
    months = {(int(number["year"]), int(number["month"])) for number in found}
    if len(months) != 1:
        return None
    ((year, month),) = months
    span = report.span(*found[0].span())
    why = f"the number of the release carries its month, {year}-{month:02d}"
    whole = TimeRange.month(year, month)
    return Publication(
        range=whole, stated=False, best=whole, evidence=(Evidence(kind="release_number", span=span, why=why),)
    )
