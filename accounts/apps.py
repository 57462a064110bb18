"""People: users, teams, memberships, tokens, permissions."""

from django.apps import AppConfig

from core.context import register_rights


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts.access import rights_of  # noqa: PLC0415  models can be read only now

        register_rights(rights_of)
