"""Rewrite a generated first migration so that its operations are applied together (core.operations.Together).

Run by hand after `makemigrations` wrote a large one: python -m scripts.group_migration APP NAME
"""

import os
import sys
from importlib import import_module
from pathlib import Path

import django
from django.db.migrations import AddField, CreateModel, Migration
from django.db.migrations.writer import MigrationWriter


def group(migration: Migration) -> None:
    """Creations first, then fields that close circles, then all constraints, indexes and triggers."""
    from core.operations import Together  # noqa: PLC0415  settings first

    flat = []
    for operation in migration.operations:
        flat += operation.operations if isinstance(operation, Together) else [operation]
    creations = [operation for operation in flat if isinstance(operation, CreateModel)]
    fields = [operation for operation in flat if isinstance(operation, AddField)]
    rest = [operation for operation in flat if not isinstance(operation, CreateModel | AddField)]
    migration.operations = [Together(part) for part in (creations, fields, rest) if part]


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings")
    django.setup()
    app, name = sys.argv[1:3]
    module = import_module(f"{app}.migrations.{name}")
    migration = module.Migration(name, app)
    group(migration)
    writer = MigrationWriter(migration, include_header=False)
    Path(module.__file__ or "").write_text(f'"""Applied together: see core.operations."""\n\n{writer.as_string()}')


if __name__ == "__main__":
    main()
