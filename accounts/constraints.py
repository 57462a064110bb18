"""A child belongs to its parent's team, and the database says so.

Django has no composite foreign keys, so this is one as a constraint: (team_id, parent_id) must exist together in
the parent's table.
"""

from typing import Any

from django.db import models
from django.db.backends.ddl_references import Statement, Table


class SameTeam(models.BaseConstraint):
    """FOREIGN KEY (team_id, <field>_id) REFERENCES parent (team_id, id). A null parent is allowed."""

    def __init__(self, *, field: str, name: str):
        super().__init__(name=name)
        self.field = field

    def _sql(self, model: Any, schema_editor: Any) -> str:
        field = model._meta.get_field(self.field)
        quote = schema_editor.quote_name
        parent = field.related_model
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY (team_id, {quote(field.column)}) "
            f"REFERENCES {quote(parent._meta.db_table)} (team_id, {quote(parent._meta.pk.column)}) "
            "ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED"
        )

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        # Added after the tables: the parent's unique (team_id, id) may be made later in the same migration.
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))
        return None

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        return Statement(
            "ALTER TABLE %(table)s ADD " + self._sql(model, schema_editor).replace("%", "%%"),
            table=Table(model._meta.db_table, schema_editor.quote_name),
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        return Statement(
            "ALTER TABLE %(table)s DROP CONSTRAINT %(name)s",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            name=schema_editor.quote_name(self.name),
        )

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """Services set the team of a child from its parent; the database refuses anything else."""

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "field": self.field}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameTeam) and (self.name, self.field) == (other.name, other.field)

    __hash__ = None  # type: ignore[assignment]  # as Django's own constraints


def same_team(*fields: str) -> list[SameTeam]:
    """One constraint for each foreign key to a row of the same team."""
    return [SameTeam(field=field, name=f"%(app_label)s_%(class)s_{field}_team") for field in fields]
