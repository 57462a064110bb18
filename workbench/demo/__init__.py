"""The demo team: people, facts, scenarios, runs and a brief, always the same."""
