"""The HTTP API: one router for each kind of thing."""

from __future__ import annotations

from fastapi import APIRouter

from dateline.web.v1.service import router as service

ROUTERS: tuple[APIRouter, ...] = (service,)
