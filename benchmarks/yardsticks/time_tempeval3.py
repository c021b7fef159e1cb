"""Time expressions and their normal forms, scored as TIMEX3."""

from benchmarks.yardsticks.timex import predict

__all__ = ["predict"]
