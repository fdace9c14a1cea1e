"""Who people are to a case and to the organisation (sections 6 to 8)."""

from typing import Final

ASKER_ROLE: Final = "asker"
FACILITATOR: Final = "facilitator"
HELPER: Final = "helper"
COACH: Final = "coach"
COORDINATOR: Final = "coordinator"
ARCHIVE_ROLE: Final = "archive"

CASEWORK: Final = frozenset({FACILITATOR, HELPER})  # who may change a roster
HANDLERS: Final = CASEWORK | {COACH}  # the staff that a case may have
