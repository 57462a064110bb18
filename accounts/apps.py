"""People: users, teams, memberships, tokens, permissions."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
