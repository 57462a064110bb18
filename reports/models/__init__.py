"""Briefs and the jobs that build them."""

from reports.models.brief import Brief, BriefBuild, BriefRun

__all__ = ["Brief", "BriefBuild", "BriefRun"]
