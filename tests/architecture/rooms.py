"""What the guard tests walk: our own rooms, their models, files and doors."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import models

ROOMS = ["engine", "core", "accounts", "activity", "world", "scenarios", "reports", "api", "workbench"]
FLOOR = {room: floor for floor, room in enumerate(ROOMS)}


def own_models() -> list[type[models.Model]]:
    """Every concrete model of ours, history models included."""
    found = [model for model in apps.get_models() if model._meta.app_label in FLOOR]
    return [model for model in found if not model._meta.proxy and model._meta.managed]


def source_files() -> Iterator[Path]:
    """Our Python files, without migrations."""
    for room in ROOMS:
        for path in sorted((settings.BASE_DIR / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def parsed() -> Iterator[tuple[Path, ast.Module]]:
    """Each file with its syntax tree."""
    for path in source_files():
        yield path.relative_to(settings.BASE_DIR), ast.parse(path.read_text())
