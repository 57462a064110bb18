"""Extensions, and the SQL twin of core.ids.uuid7 (PostgreSQL 15 has no uuidv7())."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

from core.ids import UUID7_SQL


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(UUID7_SQL, "DROP FUNCTION workbench_uuid7()"),
    ]
