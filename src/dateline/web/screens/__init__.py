"""The screens: one router each, in the order of the navigation."""

from __future__ import annotations

from fastapi import APIRouter

from dateline.web.screens.map_points import router as map_points
from dateline.web.screens.overview import router as overview
from dateline.web.screens.reports import router as reports
from dateline.web.screens.review import router as review
from dateline.web.screens.sign_in import router as sign_in

ROUTERS: tuple[APIRouter, ...] = (overview, map_points, reports, review, sign_in)
