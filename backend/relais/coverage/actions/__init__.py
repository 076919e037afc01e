"""What can be done with coverage."""

from relais.coverage.actions.drafting import Draft, SuggestionReason, draft_coverage
from relais.coverage.actions.measuring import forget_numbers, note_numbers
from relais.coverage.actions.recording import change_coverage, record_coverage, remove_coverage, restore_coverage

__all__ = [
    "Draft",
    "SuggestionReason",
    "change_coverage",
    "draft_coverage",
    "forget_numbers",
    "note_numbers",
    "record_coverage",
    "remove_coverage",
    "restore_coverage",
]
