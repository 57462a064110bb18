"""Judgement and score: scenarios, versions, runs."""

from django.apps import AppConfig


class ScenariosConfig(AppConfig):
    name = "scenarios"

    def ready(self) -> None:
        from scenarios.runner import register_queue  # noqa: PLC0415  models can be read only now

        register_queue()
