"""Judgement and score: scenarios, versions, runs."""

from django.apps import AppConfig


class ScenariosConfig(AppConfig):
    name = "scenarios"
