"""Paper: charts and briefs."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
