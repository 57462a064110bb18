"""Applied together: see core.operations."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import accounts.constraints
import core.ids
import core.operations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("core", "0003_blob_team_key"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("scenarios", "0001_judgement_and_score"),
        ("world", "0002_known_views"),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name="Brief",
                    fields=[
                        (
                            "id",
                            models.UUIDField(default=core.ids.uuid7, editable=False, primary_key=True, serialize=False),
                        ),
                        ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("number", models.CharField(max_length=30)),
                        ("title", models.CharField(max_length=200)),
                        ("subtitle", models.CharField(blank=True, max_length=300)),
                        (
                            "locale",
                            models.CharField(
                                choices=[("en", "English"), ("fr", "Français")], default="en", max_length=5
                            ),
                        ),
                        ("introduction", models.JSONField(blank=True, default=list)),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "draft"), ("approved", "approved"), ("published", "published")],
                                default="draft",
                                max_length=10,
                            ),
                        ),
                        ("dated", models.DateTimeField()),
                        ("approved_at", models.DateTimeField(editable=False, null=True)),
                        ("published_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "situation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.situation"
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BriefBuild",
                    fields=[
                        (
                            "id",
                            models.UUIDField(default=core.ids.uuid7, editable=False, primary_key=True, serialize=False),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("queue", models.CharField(max_length=20)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("queued", "queued"),
                                    ("running", "running"),
                                    ("done", "done"),
                                    ("failed", "failed"),
                                    ("cancelled", "cancelled"),
                                ],
                                default="queued",
                                max_length=10,
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("token", models.UUIDField(editable=False, null=True)),
                        ("lease_until", models.DateTimeField(editable=False, null=True)),
                        ("publish_after", models.DateTimeField(editable=False, null=True)),
                        ("cancel", models.BooleanField(default=False)),
                        ("stage", models.CharField(blank=True, max_length=40)),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("total", models.PositiveIntegerField(default=0)),
                        ("error_code", models.CharField(blank=True, max_length=40)),
                        ("error", models.TextField(blank=True)),
                        (
                            "queued_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("claimed_at", models.DateTimeField(editable=False, null=True)),
                        ("finished_at", models.DateTimeField(editable=False, null=True)),
                        ("context", models.JSONField()),
                        ("context_sha256", models.CharField(max_length=64)),
                        ("dated", models.DateTimeField()),
                        ("accessible", models.BooleanField(default=True)),
                        ("note", models.TextField(blank=True)),
                        (
                            "blob",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.blob"
                            ),
                        ),
                        (
                            "brief",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="builds", to="reports.brief"
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BriefHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=core.ids.uuid7, editable=False, serialize=False)),
                        ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("number", models.CharField(max_length=30)),
                        ("title", models.CharField(max_length=200)),
                        ("subtitle", models.CharField(blank=True, max_length=300)),
                        (
                            "locale",
                            models.CharField(
                                choices=[("en", "English"), ("fr", "Français")], default="en", max_length=5
                            ),
                        ),
                        ("introduction", models.JSONField(blank=True, default=list)),
                        (
                            "status",
                            models.CharField(
                                choices=[("draft", "draft"), ("approved", "approved"), ("published", "published")],
                                default="draft",
                                max_length=10,
                            ),
                        ),
                        ("dated", models.DateTimeField()),
                        ("approved_at", models.DateTimeField(editable=False, null=True)),
                        ("published_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="reports.brief",
                            ),
                        ),
                        (
                            "situation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.situation",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BriefRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("order", models.PositiveSmallIntegerField()),
                        (
                            "brief",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="runs", to="reports.brief"
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="scenarios.run"
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                        (
                            "updated_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddIndex(
                    model_name="brief",
                    index=models.Index(fields=["situation", "-id"], name="reports_brief_of_situation"),
                ),
                migrations.AddConstraint(
                    model_name="brief",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="reports_brief_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="brief",
                    constraint=accounts.constraints.SameTeam(field="situation", name="reports_brief_situation_team"),
                ),
                migrations.AddConstraint(
                    model_name="brief",
                    constraint=models.UniqueConstraint(fields=("team", "number"), name="reports_brief_number_once"),
                ),
                migrations.AddConstraint(
                    model_name="brief",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="reports_brief_title_given"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="brief",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at__isnull", True), ("status", "draft")),
                            models.Q(("approved_at__isnull", False), ("status__in", ["approved", "published"])),
                            _connector="OR",
                        ),
                        name="reports_brief_approval_dated",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="approved_keeps_its_words",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"status\" IN ('approved', 'published'))",
                            func='RAISE EXCEPTION \'pgtrigger: Cannot update of "title", "subtitle", "number", "locale", "introduction", "approved_at", "approved_by_id" rows from % table\', TG_TABLE_NAME;',
                            hash="31b337d60293566591080371d694f62512d648f2",
                            operation='UPDATE OF "title", "subtitle", "number", "locale", "introduction", "approved_at", "approved_by_id"',
                            pgid="pgtrigger_approved_keeps_its_words_9d3c0",
                            table="reports_brief",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="approved_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"status\" IN ('approved', 'published'))",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a2732fc332feb484e5711d066812f2378e563104",
                            operation="DELETE",
                            pgid="pgtrigger_approved_stays_016b3",
                            table="reports_brief",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reports_briefhistory" ("approved_at", "approved_by_id", "created_at", "created_by_id", "dated", "id", "introduction", "locale", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "row_version", "situation_id", "status", "subtitle", "team_id", "title", "updated_at", "updated_by_id") SELECT new_values."approved_at", new_values."approved_by_id", new_values."created_at", new_values."created_by_id", new_values."dated", new_values."id", new_values."introduction", new_values."locale", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_at", new_values."row_version", new_values."situation_id", new_values."status", new_values."subtitle", new_values."team_id", new_values."title", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="417a4ca6e4f1bc6c3ffb896053bfa2219a459dbb",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a5243",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="reports_brief",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reports_briefhistory" ("approved_at", "approved_by_id", "created_at", "created_by_id", "dated", "id", "introduction", "locale", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "row_version", "situation_id", "status", "subtitle", "team_id", "title", "updated_at", "updated_by_id") SELECT new_values."approved_at", new_values."approved_by_id", new_values."created_at", new_values."created_by_id", new_values."dated", new_values."id", new_values."introduction", new_values."locale", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_at", new_values."row_version", new_values."situation_id", new_values."status", new_values."subtitle", new_values."team_id", new_values."title", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ae96635ac6e62b11944072604946bed9e8e4e6af",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e4d1a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="reports_brief",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "reports_briefhistory" ("approved_at", "approved_by_id", "created_at", "created_by_id", "dated", "id", "introduction", "locale", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "row_version", "situation_id", "status", "subtitle", "team_id", "title", "updated_at", "updated_by_id") SELECT old_values."approved_at", old_values."approved_by_id", old_values."created_at", old_values."created_by_id", old_values."dated", old_values."id", old_values."introduction", old_values."locale", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_at", old_values."row_version", old_values."situation_id", old_values."status", old_values."subtitle", old_values."team_id", old_values."title", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5b42c6725a3229e06a83618ab474c838ee899de3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_00391",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="reports_brief",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="briefbuild",
                    index=models.Index(
                        condition=models.Q(("state__in", ["queued", "running"])),
                        fields=["queue", "team_id", "queued_at"],
                        name="reports_briefbuild_open",
                    ),
                ),
                migrations.AddIndex(
                    model_name="briefbuild",
                    index=models.Index(fields=["queue", "team_id", "-claimed_at"], name="reports_briefbuild_turn"),
                ),
                migrations.AddIndex(
                    model_name="briefbuild",
                    index=models.Index(fields=["brief", "-id"], name="reports_build_of_brief"),
                ),
                migrations.AddConstraint(
                    model_name="briefbuild",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="reports_briefbuild_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="briefbuild",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "running"), _negated=True),
                            models.Q(("lease_until__isnull", False), ("token__isnull", False)),
                            _connector="OR",
                        ),
                        name="reports_briefbuild_running_has_lease",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="briefbuild",
                    constraint=accounts.constraints.SameTeam(field="brief", name="reports_briefbuild_brief_team"),
                ),
                migrations.AddConstraint(
                    model_name="briefbuild",
                    constraint=accounts.constraints.SameTeam(field="blob", name="reports_briefbuild_blob_team"),
                ),
                migrations.AddConstraint(
                    model_name="briefbuild",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True), ("blob__isnull", False), _connector="OR"
                        ),
                        name="reports_briefbuild_done_has_file",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefbuild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="context_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."brief_id" IS DISTINCT FROM (NEW."brief_id") OR OLD."context" IS DISTINCT FROM (NEW."context") OR OLD."context_sha256" IS DISTINCT FROM (NEW."context_sha256") OR OLD."dated" IS DISTINCT FROM (NEW."dated"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="9ec5aa62ce924dd211a576ae17dce687e42f67de",
                            operation="UPDATE",
                            pgid="pgtrigger_context_is_frozen_db562",
                            table="reports_briefbuild",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefbuild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="file_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"state\" = 'done')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b1c5d44ebfde8dc0d3178b10b58cc4f7abf3b49f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_file_stays_19d18",
                            table="reports_briefbuild",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c8f152c7f44b2e4db623b9601b14b2157ef8740a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_31718",
                            table="reports_briefhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="briefrun",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="reports_briefrun_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="briefrun",
                    constraint=accounts.constraints.SameTeam(field="brief", name="reports_briefrun_brief_team"),
                ),
                migrations.AddConstraint(
                    model_name="briefrun",
                    constraint=accounts.constraints.SameTeam(field="run", name="reports_briefrun_run_team"),
                ),
                migrations.AddConstraint(
                    model_name="briefrun",
                    constraint=models.UniqueConstraint(fields=("brief", "run"), name="reports_briefrun_once"),
                ),
                migrations.AddConstraint(
                    model_name="briefrun",
                    constraint=models.UniqueConstraint(fields=("brief", "order"), name="reports_briefrun_order_once"),
                ),
            ],
        ),
    ]
