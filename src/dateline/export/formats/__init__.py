"""Shared events and claims → every outside format; one writer a format, all listed in EXPORTERS."""

from dateline.export.formats.exporters import EXPORTERS, Exporter, exporter
from dateline.export.formats.sidecar import sidecar

__all__ = ["EXPORTERS", "Exporter", "exporter", "sidecar"]
