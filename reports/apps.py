"""Paper: charts and briefs, and the pages that join all rooms."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self) -> None:
        from reports.runner import register_queue  # noqa: PLC0415  models can be read only now

        register_queue()
