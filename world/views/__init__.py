"""Pages about facts: one file for each noun."""
