"""The ledger in a browser and over HTTP: FastAPI and Jinja, on loopback, for reading unless asked otherwise.

Needs the extra `web`. `create_app` is all that others use.
"""

from dateline.web.app import create_app
from dateline.web.options import Limits, ServeOptions, is_loopback

__all__ = ["Limits", "ServeOptions", "create_app", "is_loopback"]
