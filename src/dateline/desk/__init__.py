"""A desk with a ledger on it: reading reports in, deriving, sharing. It joins the stages and the keepers."""

from dateline.desk.briefing import Order, make_brief
from dateline.desk.changes import Change, changes
from dateline.desk.comparing import Compared, compare
from dateline.desk.derived import Derived
from dateline.desk.deriving import Refreshed, refresh
from dateline.desk.desk import Desk, Rows, open_desk
from dateline.desk.events import Filter, events, findings
from dateline.desk.holds import Question, who_holds
from dateline.desk.intake import Intake, Taken
from dateline.desk.judging import edit_claim, give_verdict, grade_source, merge_events, split_event, undo
from dateline.desk.lines import event_lines, finding_lines, hold_lines
from dateline.desk.names import Names
from dateline.desk.reviewing import Item, Progress, Wanted, item_of, progress, queue
from dateline.desk.rows import ClaimLine, EventLine, FindingLine, HoldLine, claim_line, event_line
from dateline.desk.search import Asked, search
from dateline.desk.sharing import Exported, export, share
from dateline.desk.states import Frozen, State, freeze, state_of

__all__ = [
    "Asked",
    "Change",
    "ClaimLine",
    "Compared",
    "Derived",
    "Desk",
    "EventLine",
    "Exported",
    "Filter",
    "FindingLine",
    "Frozen",
    "HoldLine",
    "Intake",
    "Item",
    "Names",
    "Order",
    "Progress",
    "Question",
    "Refreshed",
    "Rows",
    "State",
    "Taken",
    "Wanted",
    "changes",
    "claim_line",
    "compare",
    "edit_claim",
    "event_line",
    "event_lines",
    "events",
    "export",
    "finding_lines",
    "findings",
    "freeze",
    "give_verdict",
    "grade_source",
    "hold_lines",
    "item_of",
    "make_brief",
    "merge_events",
    "open_desk",
    "progress",
    "queue",
    "refresh",
    "search",
    "share",
    "split_event",
    "state_of",
    "undo",
    "who_holds",
]
