"""Migration operations that are applied together, so that a fresh database is ready in seconds.

After each operation Django rebuilds the model classes that it may touch; with a hundred linked tables and hundreds of
constraints and triggers that took four minutes. Measured: docs/adr/0008.
"""

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Together(Operation):
    """Operations of one kind whose end state serves for each: creations, or added fields, or constraints and triggers.

    A creation must not stand beside the constraints of its own table: the table would be made with them already.
    """

    serialization_expand_args = ["operations"]

    def __init__(self, operations: Sequence[Operation]):
        self.operations = list(operations)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        # Without rendered classes nothing is rebuilt in between; whoever needs them next renders them once.
        state.clear_delayed_apps_cache()
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"{len(self.operations)} operations together"

    @property
    def reversible(self) -> bool:  # type: ignore[override]  # a class attribute in Django, a question here
        return all(operation.reversible for operation in self.operations)
