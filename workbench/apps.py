"""The top room: it knows every other one."""

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    name = "workbench"
