"""Fonts, chart colours and message catalogues, made from the wheels; a second run does nothing."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from workbench.assets import make


class Command(BaseCommand):
    help = "Make fonts, chart colours and message catalogues; a second run does nothing."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        folder = Path(settings.ASSETS_DIR)
        locales = [Path(path) for path in settings.LOCALE_PATHS]
        if not make(folder, locales, self.stdout.write):
            self.stdout.write("Assets are up to date.")
