"""What is published stays: the database refuses any change below a published version, also by plain SQL."""

import pgtrigger

# The lock makes a change wait for a publication that is under way; the second query sees its outcome.
_FUNCTION = """
PERFORM 1 FROM scenarios_version v WHERE v.id IN ({versions}) FOR SHARE;
IF EXISTS (SELECT 1 FROM scenarios_version v WHERE v.id IN ({versions}) AND v.state = 'published') THEN
    RAISE EXCEPTION 'This belongs to a published version, which never changes.' USING ERRCODE = 'check_violation';
END IF;
IF TG_OP = 'DELETE' THEN
    RETURN OLD;
END IF;
RETURN NEW;
"""


def closed_when_published(parent: str | None = None) -> pgtrigger.Trigger:
    """Refuse INSERT, UPDATE and DELETE of rows that hang below a published version.

    `parent`: table and key column of the row between this one and its version, as "table.column";
    None where the row names its version itself.
    """
    if parent is None:
        versions = "OLD.version_id, NEW.version_id"
    else:
        table, column = parent.split(".")
        versions = f"SELECT p.version_id FROM {table} p WHERE p.id IN (OLD.{column}, NEW.{column})"  # noqa: S608  own names
    return pgtrigger.Trigger(
        name="closed_when_published",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=_FUNCTION.format(versions=versions),
    )
