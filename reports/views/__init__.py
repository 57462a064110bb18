"""Pages that join all rooms: team home, situation overview, briefs."""
