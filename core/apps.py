"""What has no domain word: rows that every room needs."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core.grants import grant_to_application_role  # noqa: PLC0415  needs the app registry

        post_migrate.connect(grant_to_application_role, dispatch_uid="core.grants")
