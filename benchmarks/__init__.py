"""Scripts that print ratios: against peers, and against the bare kernel of the same work."""
