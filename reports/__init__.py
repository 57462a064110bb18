"""Paper: charts and briefs."""
