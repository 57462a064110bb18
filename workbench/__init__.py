"""Project wiring: settings, urls, the embedded servers and the commands."""

from workbench.celery import app as celery_app

__all__ = ["celery_app"]
