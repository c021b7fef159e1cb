"""Signs of who publishes a report: the kinds that there are, the surest first, and the name that a sign gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

Need = Literal[
    "nothing",
    "several_words",
    "an_outlet",
    "a_publisher",
    "a_body",
    "a_station",
    "a_force",
    "no_place",
    "nothing_known",
    "confidence",
    "confirmation",
    "never",
]
"""What a name must be besides, so that its sign counts; `reference/publishers.py` says how each need is met."""
Stand = Literal["head", "around", "within"]
"""Where signs stand: in the head, in the lines around the text, or in the text itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of sign: where it stands, what the name must be besides, and an example."""

    name: str
    stand: Stand
    need: Need
    example: str


def _kind(name: str, stand: Stand, need: Need, example: str) -> Kind:
    return Kind(name=name, stand=stand, need=need, example=example)


KINDS = (
    _kind("field", "head", "nothing", "Source: Valley Wire (a labelled line of the head)"),
    _kind("listing", "head", "nothing", "Source / Valley Wire / Posted / 3 May (the head of an archive's page)"),
    _kind("archive", "head", "nothing", "Copyright 2021 Valley Wire (over labelled lines)"),
    _kind("party", "head", "nothing", "VALLEY FRONT (over the line of its media office)"),
    _kind("release", "head", "nothing", "Valley Command (the line under the title of a release)"),
    _kind("desk", "head", "nothing", "Valley Desk (over “Situation report no. 7”)"),
    _kind("title", "head", "nothing", "Raid in Saro – Valley Wire Update, 3 May 2024"),
    _kind("dateline", "head", "nothing", "SARO, 3 May (Valley Wire) –"),
    _kind("over_dateline", "head", "nothing", "General Staff of the Army (over a dateline)"),
    _kind("credit_and_day", "head", "nothing", "Raid in Saro Reuters Friday 3 May 2024 (a saved page)"),
    _kind("put_out", "head", "nothing", "Prepared by the Valley Desk"),
    _kind("body", "head", "nothing", "Raid in Saro | Valley Post | 3 May 2024"),
    _kind("own_release", "head", "nothing", "Press release: Valley Watch condemns the raid"),
    _kind("monitored", "head", "nothing", "Text of report by Valley Radio on 3 May"),
    _kind("code", "around", "nothing", "ab/cd/VWA (initials at the end)"),
    _kind("titled", "head", "a_body", "VLF statement"),
    _kind("headed", "head", "a_body", "Valley Front (alone over “Statement of the spokesman”)"),
    _kind("account", "head", "nothing", "Valley Wire @valleywire · 3 May"),
    _kind("greeting", "head", "a_station", "This is Valley Radio"),
    _kind("published_by", "head", "nothing", "Published by Valley Wire"),
    _kind("lone_line", "head", "a_publisher", "Reuters (alone on one of the first lines)"),
    _kind("source_line", "around", "several_words", "Source: Valley Wire (at the end)"),
    _kind("rights", "around", "nothing", "© 2024 Valley Wire"),
    _kind("closing_letters", "around", "nothing", "(VWA) (in brackets at the end)"),
    _kind("closing", "around", "an_outlet", "-- Reuters (at the end)"),
    _kind("reported_for", "around", "nothing", "Reporting by Ann Lee for Valley Wire"),
    _kind("first_published", "around", "nothing", "This article first appeared in Valley Wire"),
    _kind(
        "addressed", "around", "nothing", "welcome to The Valley Letter, our weekly digest; you're watching Valley 24"
    ),
    _kind("produced_by", "around", "nothing", "This report is produced by Valley Relief with its partners"),
    _kind("page", "around", "nothing_known", "Subscribe to Valley Wire"),
    _kind(
        "mailbox", "around", "a_body", "contact: vwa-saro@valley.example (the box is a body's that the register knows)"
    ),
    _kind("signature", "around", "a_force", "Spokesperson, Valley Defence Forces (under the text)"),
    _kind("bracket", "head", "no_place", "(Valley Wire) – (before the first dash)"),
    _kind("said_today", "within", "a_body", "(Saro) – … Valley Watch said today"),
    _kind(
        "first_line", "head", "confirmation", "THE BEACON (alone on the first line; in the text sources speak to it)"
    ),
    _kind("own_people", "within", "confidence", "a Valley Wire photographer saw"),
    _kind("own_inquiry", "within", "confidence", "Valley Wire could not independently verify"),
    _kind("told", "within", "confidence", "a driver told Valley Wire"),
    _kind("signed_for", "head", "nothing_known", "By Ann Lee for The Beacon"),
    _kind("called_short", "head", "nothing_known", "Eastern Hill Mothers, EHM"),
    _kind("numbered", "head", "nothing_known", "The Valley Letter #12"),
    _kind("beside", "head", "nothing_known", "The Beacon, 3 May 2024"),
    _kind("on_top", "head", "nothing_known", "The Beacon (over a day and a headline)"),
    _kind("page_title", "head", "nothing_known", "Nine killed in raid | World | The Beacon"),
    _kind("of_another", "within", "never", "Valley Wire reported (whoever writes so is somebody else)"),
)
"""All kinds of signs, the surest first: of two signs the one of the kind that stands higher here tells who publishes."""
RANK = {kind.name: number for number, kind in enumerate(KINDS)}
KIND = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A sign of who publishes a report: of which kind it is, and the name that it gives."""

    kind: str
    name: Span

    @property
    def rank(self) -> int:
        """Where its kind stands in the table; 0 is the surest."""
        return RANK[self.kind]

    @property
    def is_sure(self) -> bool:
        """Whether it tells who publishes whatever the name."""
        return KIND[self.kind].need == "nothing"

    @property
    def heads(self) -> bool:
        """Whether it stands in the head and needs nothing besides: such a name is part of the head."""
        return self.is_sure and KIND[self.kind].stand == "head"
