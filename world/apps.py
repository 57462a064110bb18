"""Facts: situations, actors, relations, events, claims, sources, areas, series."""

from django.apps import AppConfig


class WorldConfig(AppConfig):
    name = "world"

    def ready(self) -> None:
        # Models can be imported only now.
        from accounts.access import register_situation_finder  # noqa: PLC0415
        from core.context import register_situations  # noqa: PLC0415
        from world.runner import register  # noqa: PLC0415
        from world.selectors.situations import find_situation, situations_of_request  # noqa: PLC0415

        register_situation_finder(find_situation)
        register_situations(situations_of_request)
        register()
