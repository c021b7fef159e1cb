"""Yardsticks and how they are run."""
