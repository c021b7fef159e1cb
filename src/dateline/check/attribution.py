"""Checks of the attribution family: who is behind the words, what voices do with each other's, how it is put."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.check.citations import reference_check
from dateline.check.disputes import denial, non_confirmation
from dateline.check.retractions import retraction
from dateline.check.sourcing import (
    anonymous_source,
    attribution_depth,
    implicit_attribution,
    shared_origin,
    single_source_chain,
    source_dependence,
    statement_time_only,
)
from dateline.check.verification import unverified
from dateline.check.wording import (
    alias_conflict,
    alias_variation,
    entry_not_control,
    euphemism,
    headline_drops_hedge,
    hedge_presupposed,
    loaded_label,
    quote_narrative_tension,
    truncated_quote,
)
from dateline.model.derived import Finding
from dateline.model.record import Case
from dateline.reference import Reference

ATTRIBUTION_CHECKS: tuple[Callable[[Case, Reference], Iterable[Finding]], ...] = (
    anonymous_source,
    attribution_depth,
    single_source_chain,
    shared_origin,
    source_dependence,
    implicit_attribution,
    statement_time_only,
    unverified,
    retraction,
    denial,
    non_confirmation,
    loaded_label,
    alias_variation,
    alias_conflict,
    hedge_presupposed,
    truncated_quote,
    entry_not_control,
    quote_narrative_tension,
    headline_drops_hedge,
    euphemism,
    reference_check,
)
