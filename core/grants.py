"""The application's role gets row access and nothing more: no TRUNCATE, no change of audit and history rows."""

from typing import Any

from django.conf import settings
from django.db import connections
from psycopg import sql


def grant_to_application_role(sender: Any, using: str = "default", **kwargs: Any) -> None:
    """After migrations run by the owner, open the tables to the application's role."""
    if sender.name != "core":
        return
    connection = connections[using]
    role, user = settings.APP_ROLE, connection.settings_dict["USER"]
    if not role or role == user:
        return
    name = sql.Identifier(role)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = sql.Identifier(cursor.fetchone()[0])
        for statement in (
            "GRANT USAGE ON SCHEMA {schema} TO {role}",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}",
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
            "REVOKE INSERT, UPDATE, DELETE ON {schema}.django_migrations FROM {role}",
        ):
            cursor.execute(sql.SQL(statement).format(schema=schema, role=name))
        for table in _append_only_tables(connection):
            cursor.execute(
                sql.SQL("REVOKE UPDATE, DELETE ON {schema}.{table} FROM {role}").format(
                    schema=schema, table=sql.Identifier(table), role=name
                )
            )


def _append_only_tables(connection: Any) -> list[str]:
    """Audit rows, and the history tables that the row triggers fill."""
    with connection.cursor() as cursor:
        existing = connection.introspection.table_names(cursor)
    return [table for table in existing if table == "core_auditevent" or table.endswith("history")]
