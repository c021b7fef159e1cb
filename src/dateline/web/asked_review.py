"""What the review screen is asked for: the common state of all screens, and which codings in which shape."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dateline.web.asked import Asked

Which = Literal["todo", "second", "disagreed", "unsure", "mine", "all"]
WHICH: dict[Which, str] = {
    "todo": "nobody has judged",
    "second": "one coder has judged, to be judged blind",
    "disagreed": "coders disagree on",
    "unsure": "somebody is unsure about",
    "mine": "I have judged",
    "all": "all codings",
}
"""The queues, as the list of the screen names them."""
ORDERS: dict[str, str] = {"log": "as they came in", "unsure": "least sure first"}
"""In which order."""
_ID = Annotated[str, Field(max_length=80, pattern=r"^[A-Za-z0-9._:-]*$")]


class ReviewAsked(Asked):
    """The state of the review screen; `claim` empty: the next one to judge."""

    show: Which = Field("todo", description="Which codings.")
    order: Literal["log", "unsure"] = Field("log", description="As they came in, or the least sure first.")
    events: bool = Field(False, description="Only codings that count as events.")
    shape: Literal["one", "list"] = Field("one", description="One coding at a time, or a page of them.")
    claim: _ID | None = Field(None, description="The coding to show.")
    edit: bool = Field(False, description="With the form that corrects it.")
    done: _ID | None = Field(None, description="The judgement that was just made.")
