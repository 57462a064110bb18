"""Comments, tasks and notifications on any object; rooms above register their kinds."""

from django.apps import AppConfig


class ActivityConfig(AppConfig):
    name = "activity"
