"""No word ends a newer one: who looks for what ended a state need not look at older words."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings

from dateline.derive.across import Dossier
from dateline.derive.across.exclusion import outdates
from dateline.derive.across.states import ends, states_of, supersedes
from dateline.model.ledger import Holdings
from tests.derive.across.test_invariants import worlds


@given(worlds())
@settings(deadline=None, max_examples=60)
def test_what_ends_a_state_is_no_older_word(world: Holdings) -> None:
    dossier = Dossier(holdings=world)
    for later, earlier in permutations(states_of(dossier, closed=frozenset()), 2):
        if ends(dossier, later, earlier) or supersedes(later, earlier) or outdates(dossier, later, earlier):
            assert later.word is not None
            assert earlier.word is not None
            assert later.word >= earlier.word
