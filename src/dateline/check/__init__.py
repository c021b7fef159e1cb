"""Case → findings; one function a check."""

from dateline.check.checks import CHECKS, check

__all__ = ["CHECKS", "check"]
