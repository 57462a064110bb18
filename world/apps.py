"""Facts: situations, actors, relations, events, claims, sources, areas, series."""

from django.apps import AppConfig


class WorldConfig(AppConfig):
    name = "world"
