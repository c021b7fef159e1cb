"""The screens, one router a file."""

from fastapi import APIRouter

ROUTERS: tuple[APIRouter, ...] = ()
