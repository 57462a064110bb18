"""Judgement and score: scenarios, versions, runs."""
