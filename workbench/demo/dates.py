"""Every date that the demo states, so that two installations make the same bytes."""

from datetime import UTC, date, datetime

AT = date(2024, 1, 31)
CUTOFF = date(2024, 2, 29)
PUBLISHED = datetime(2024, 3, 1, 9, tzinfo=UTC)
DRAFTED = datetime(2024, 3, 1, 12, tzinfo=UTC)
APPROVED = datetime(2024, 3, 4, 9, tzinfo=UTC)

TEAM = "demo"
SITUATION = "mali-after-minusma"
SCENARIOS = ("security-vacuum", "alliance-strength", "peacekeeping-alternatives")
