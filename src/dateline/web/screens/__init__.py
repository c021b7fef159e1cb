"""The screens: one router each, in the order of the navigation."""

from __future__ import annotations

from fastapi import APIRouter

from dateline.web.screens.brief import router as brief
from dateline.web.screens.events import router as events
from dateline.web.screens.feed import router as feed
from dateline.web.screens.map_points import router as map_points
from dateline.web.screens.overview import router as overview
from dateline.web.screens.places import router as places
from dateline.web.screens.reports import router as reports
from dateline.web.screens.review import router as review
from dateline.web.screens.sign_in import router as sign_in
from dateline.web.screens.words import router as words

ROUTERS: tuple[APIRouter, ...] = (overview, map_points, places, events, feed, reports, review, brief, words, sign_in)
