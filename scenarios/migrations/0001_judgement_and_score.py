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
        ("pghistory", "0007_auto_20250421_0444"),
        ("world", "0001_facts"),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name="Alternative",
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
                        ("key", models.CharField(max_length=60)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("area", "areas"), ("coalition", "coalitions"), ("option", "options")],
                                max_length=10,
                            ),
                        ),
                        ("name", models.JSONField()),
                        ("summary", models.JSONField(default=dict)),
                        ("facts", models.JSONField(default=list)),
                        ("reference", models.BooleanField(default=False)),
                        ("active", models.BooleanField(default=True)),
                        ("claim", models.CharField(blank=True, max_length=120)),
                        ("order", models.PositiveIntegerField(default=0)),
                        (
                            "area",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.adminarea",
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
                    name="AlternativeMember",
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
                        ("order", models.PositiveIntegerField(default=0)),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.actor"
                            ),
                        ),
                        (
                            "alternative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="scenarios.alternative",
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
                    name="AlternativeMemberHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("order", models.PositiveIntegerField(default=0)),
                        (
                            "actor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actor",
                            ),
                        ),
                        (
                            "alternative",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.alternative",
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
                                to="scenarios.alternativemember",
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
                    name="Judgement",
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
                        ("alternative", models.CharField(max_length=60)),
                        ("indicator", models.CharField(max_length=30)),
                        ("low", models.FloatField()),
                        ("mode", models.FloatField()),
                        ("high", models.FloatField()),
                        ("reason", models.TextField()),
                        ("about", models.DateField()),
                        ("made_on", models.DateField()),
                        ("review_by", models.DateField(blank=True, null=True)),
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        (
                            "by",
                            models.ForeignKey(
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
                            "superseded_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="scenarios.judgement",
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
                    name="JudgementGrant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "judgement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grants",
                                to="scenarios.judgement",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
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
                    ],
                ),
                migrations.CreateModel(
                    name="JudgementSource",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("locator", models.CharField(blank=True, max_length=200)),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.sourcedocument"
                            ),
                        ),
                        (
                            "judgement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sources",
                                to="scenarios.judgement",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Node",
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
                        ("key", models.CharField(max_length=30)),
                        ("name", models.JSONField()),
                        (
                            "aggregation",
                            models.CharField(
                                choices=[("arithmetic", "arithmetic mean"), ("geometric", "geometric mean")],
                                default="arithmetic",
                                max_length=10,
                            ),
                        ),
                        ("order", models.PositiveIntegerField(default=0)),
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
                            "parent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children",
                                to="scenarios.node",
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
                    name="Indicator",
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
                        ("key", models.CharField(max_length=30)),
                        ("name", models.JSONField()),
                        (
                            "direction",
                            models.SmallIntegerField(choices=[(1, "more is more"), (-1, "more is less")], default=1),
                        ),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("count", "count"),
                                    ("events", "events"),
                                    ("events_per_30_days", "events per 30 days"),
                                    ("deaths", "deaths"),
                                    ("percent", "%"),
                                    ("share", "share (0-1)"),
                                    ("ratio", "ratio"),
                                    ("ln_ratio", "log ratio"),
                                    ("scale_0_4", "scale 0-4"),
                                    ("scale_0_5", "scale 0-5"),
                                    ("scale_0_6", "scale 0-6"),
                                    ("scale_0_10", "scale 0-10"),
                                    ("scale_minus4_4", "scale -4 to +4"),
                                    ("index", "index (0-100)"),
                                    ("days", "days"),
                                    ("months", "months"),
                                    ("groups", "groups"),
                                    ("troops", "troops"),
                                    ("police", "police"),
                                    ("personnel", "personnel"),
                                    ("localities", "localities"),
                                    ("usd_million", "million US dollars"),
                                    ("per_1000", "per 1,000 people"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("value_function", models.JSONField()),
                        (
                            "mark",
                            models.CharField(
                                choices=[
                                    ("L", "from the literature"),
                                    ("D", "design default"),
                                    ("T", "set by the team"),
                                ],
                                default="D",
                                max_length=1,
                            ),
                        ),
                        ("reason", models.JSONField(default=dict)),
                        ("formula", models.JSONField(default=dict)),
                        ("source", models.CharField(blank=True, max_length=20)),
                        ("measure", models.JSONField()),
                        ("core", models.BooleanField(default=False)),
                        ("active", models.BooleanField(default=True)),
                        ("order", models.PositiveIntegerField(default=0)),
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
                        (
                            "node",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="indicators",
                                to="scenarios.node",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Run",
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
                        ("number", models.PositiveIntegerField()),
                        ("at", models.DateField()),
                        ("cutoff", models.DateField()),
                        ("allow_hindsight", models.BooleanField(default=False)),
                        ("hindsight_used", models.BooleanField(default=False)),
                        ("reconstructed", models.BooleanField(default=False)),
                        ("of_draft", models.BooleanField(default=False)),
                        ("inputs", models.JSONField()),
                        ("inputs_sha256", models.CharField(max_length=64)),
                        ("seed", models.BigIntegerField()),
                        ("draws", models.PositiveIntegerField()),
                        ("provenance", models.JSONField(default=dict)),
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("idempotency_key", models.CharField(max_length=120, null=True)),
                        ("engine_version", models.CharField(blank=True, max_length=20)),
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
                    name="RunAccess",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="access", to="scenarios.run"
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="RunResult",
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
                        ("result", models.JSONField()),
                        ("result_sha256", models.CharField(max_length=64)),
                        ("verdict", models.JSONField(default=dict)),
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="result", to="scenarios.run"
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
                    name="Scenario",
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
                        ("slug", models.SlugField(max_length=60)),
                        ("name", models.JSONField()),
                        ("question", models.JSONField()),
                        ("notes", models.JSONField(default=dict)),
                        ("template", models.CharField(max_length=60)),
                        ("template_version", models.PositiveIntegerField(default=1)),
                        (
                            "alternatives_kind",
                            models.CharField(
                                choices=[("area", "areas"), ("coalition", "coalitions"), ("option", "options")],
                                max_length=10,
                            ),
                        ),
                        (
                            "higher_is",
                            models.CharField(
                                choices=[("worse", "higher is worse"), ("better", "higher is better")], max_length=6
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
                    name="JudgementHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=core.ids.uuid7, editable=False, serialize=False)),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("alternative", models.CharField(max_length=60)),
                        ("indicator", models.CharField(max_length=30)),
                        ("low", models.FloatField()),
                        ("mode", models.FloatField()),
                        ("high", models.FloatField()),
                        ("reason", models.TextField()),
                        ("about", models.DateField()),
                        ("made_on", models.DateField()),
                        ("review_by", models.DateField(blank=True, null=True)),
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="scenarios.judgement",
                            ),
                        ),
                        (
                            "superseded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.judgement",
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
                        (
                            "scenario",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.scenario",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ScenarioHistory",
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
                        ("slug", models.SlugField(db_index=False, max_length=60)),
                        ("name", models.JSONField()),
                        ("question", models.JSONField()),
                        ("notes", models.JSONField(default=dict)),
                        ("template", models.CharField(max_length=60)),
                        ("template_version", models.PositiveIntegerField(default=1)),
                        (
                            "alternatives_kind",
                            models.CharField(
                                choices=[("area", "areas"), ("coalition", "coalitions"), ("option", "options")],
                                max_length=10,
                            ),
                        ),
                        (
                            "higher_is",
                            models.CharField(
                                choices=[("worse", "higher is worse"), ("better", "higher is better")], max_length=6
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
                                to="scenarios.scenario",
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
                    name="Version",
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
                        ("number", models.PositiveIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "draft"), ("published", "published")], default="draft", max_length=10
                            ),
                        ),
                        ("settings", models.JSONField(default=dict)),
                        ("reason", models.TextField(blank=True)),
                        ("published_at", models.DateTimeField(editable=False, null=True)),
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
                            "published_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "scenario",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="scenarios.scenario",
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
                    name="NodeHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("key", models.CharField(max_length=30)),
                        ("name", models.JSONField()),
                        (
                            "aggregation",
                            models.CharField(
                                choices=[("arithmetic", "arithmetic mean"), ("geometric", "geometric mean")],
                                default="arithmetic",
                                max_length=10,
                            ),
                        ),
                        ("order", models.PositiveIntegerField(default=0)),
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
                            "parent",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.node",
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
                                to="scenarios.node",
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
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.version",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("key", models.CharField(max_length=30)),
                        ("name", models.JSONField()),
                        (
                            "direction",
                            models.SmallIntegerField(choices=[(1, "more is more"), (-1, "more is less")], default=1),
                        ),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("count", "count"),
                                    ("events", "events"),
                                    ("events_per_30_days", "events per 30 days"),
                                    ("deaths", "deaths"),
                                    ("percent", "%"),
                                    ("share", "share (0-1)"),
                                    ("ratio", "ratio"),
                                    ("ln_ratio", "log ratio"),
                                    ("scale_0_4", "scale 0-4"),
                                    ("scale_0_5", "scale 0-5"),
                                    ("scale_0_6", "scale 0-6"),
                                    ("scale_0_10", "scale 0-10"),
                                    ("scale_minus4_4", "scale -4 to +4"),
                                    ("index", "index (0-100)"),
                                    ("days", "days"),
                                    ("months", "months"),
                                    ("groups", "groups"),
                                    ("troops", "troops"),
                                    ("police", "police"),
                                    ("personnel", "personnel"),
                                    ("localities", "localities"),
                                    ("usd_million", "million US dollars"),
                                    ("per_1000", "per 1,000 people"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("value_function", models.JSONField()),
                        (
                            "mark",
                            models.CharField(
                                choices=[
                                    ("L", "from the literature"),
                                    ("D", "design default"),
                                    ("T", "set by the team"),
                                ],
                                default="D",
                                max_length=1,
                            ),
                        ),
                        ("reason", models.JSONField(default=dict)),
                        ("formula", models.JSONField(default=dict)),
                        ("source", models.CharField(blank=True, max_length=20)),
                        ("measure", models.JSONField()),
                        ("core", models.BooleanField(default=False)),
                        ("active", models.BooleanField(default=True)),
                        ("order", models.PositiveIntegerField(default=0)),
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
                                to="scenarios.indicator",
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
                        (
                            "node",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.node",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.version",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AlternativeHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("key", models.CharField(max_length=60)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("area", "areas"), ("coalition", "coalitions"), ("option", "options")],
                                max_length=10,
                            ),
                        ),
                        ("name", models.JSONField()),
                        ("summary", models.JSONField(default=dict)),
                        ("facts", models.JSONField(default=list)),
                        ("reference", models.BooleanField(default=False)),
                        ("active", models.BooleanField(default=True)),
                        ("claim", models.CharField(blank=True, max_length=120)),
                        ("order", models.PositiveIntegerField(default=0)),
                        (
                            "area",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.adminarea",
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
                                to="scenarios.alternative",
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
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.version",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="VersionHistory",
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
                        ("number", models.PositiveIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "draft"), ("published", "published")], default="draft", max_length=10
                            ),
                        ),
                        ("settings", models.JSONField(default=dict)),
                        ("reason", models.TextField(blank=True)),
                        ("published_at", models.DateTimeField(editable=False, null=True)),
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
                                to="scenarios.version",
                            ),
                        ),
                        (
                            "published_by",
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
                            "scenario",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.scenario",
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
                    name="Weight",
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
                        ("value", models.FloatField()),
                        ("reason", models.TextField(blank=True)),
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
                            "indicator",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="weights",
                                to="scenarios.indicator",
                            ),
                        ),
                        (
                            "node",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="weights",
                                to="scenarios.node",
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
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="weights",
                                to="scenarios.version",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WeightHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("value", models.FloatField()),
                        ("reason", models.TextField(blank=True)),
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
                            "indicator",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.indicator",
                            ),
                        ),
                        (
                            "node",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.node",
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
                                to="scenarios.weight",
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
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="scenarios.version",
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
                migrations.AddField(
                    model_name="judgement",
                    name="scenario",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="judgements", to="scenarios.scenario"
                    ),
                ),
                migrations.AddField(
                    model_name="run",
                    name="version",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="runs", to="scenarios.version"
                    ),
                ),
                migrations.AddField(
                    model_name="node",
                    name="version",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="nodes", to="scenarios.version"
                    ),
                ),
                migrations.AddField(
                    model_name="indicator",
                    name="version",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="indicators", to="scenarios.version"
                    ),
                ),
                migrations.AddField(
                    model_name="alternative",
                    name="version",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="alternatives", to="scenarios.version"
                    ),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddConstraint(
                    model_name="alternativemember",
                    constraint=models.UniqueConstraint(
                        fields=("team", "id"), name="scenarios_alternativemember_team_key"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="runresult",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="scenarios_runresult_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="scenario",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="scenarios_scenario_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="judgement",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="scenarios_judgement_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="version",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="scenarios_version_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="run",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="scenarios_run_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="node",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="scenarios_node_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="scenarios_indicator_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="alternative",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="scenarios_alternative_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="weight",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="scenarios_weight_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="alternativemember",
                    constraint=accounts.constraints.SameTeam(
                        field="alternative", name="scenarios_alternativemember_alternative_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="alternativemember",
                    constraint=accounts.constraints.SameTeam(
                        field="actor", name="scenarios_alternativemember_actor_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="alternativemember",
                    constraint=models.UniqueConstraint(
                        fields=("alternative", "actor"), name="scenarios_alternativemember_once"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alternativemember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="closed_when_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\nPERFORM 1 FROM scenarios_version v WHERE v.id IN (SELECT p.version_id FROM scenarios_alternative p WHERE p.id IN (OLD.alternative_id, NEW.alternative_id)) FOR SHARE;\nIF EXISTS (SELECT 1 FROM scenarios_version v WHERE v.id IN (SELECT p.version_id FROM scenarios_alternative p WHERE p.id IN (OLD.alternative_id, NEW.alternative_id)) AND v.state = 'published') THEN\n    RAISE EXCEPTION 'This belongs to a published version, which never changes.' USING ERRCODE = 'check_violation';\nEND IF;\nIF TG_OP = 'DELETE' THEN\n    RETURN OLD;\nEND IF;\nRETURN NEW;\n",
                            hash="ea427a5b4cf0dc7191803621c008dd93d33a32ba",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_closed_when_published_d87fd",
                            table="scenarios_alternativemember",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alternativemember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_alternativememberhistory" ("actor_id", "alternative_id", "created_at", "created_by_id", "id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "updated_at", "updated_by_id") SELECT new_values."actor_id", new_values."alternative_id", new_values."created_at", new_values."created_by_id", new_values."id", new_values."order", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="80710bf834dabf3637517ffbee1bd7ff4ab2340f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a1ed2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="scenarios_alternativemember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alternativemember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_alternativememberhistory" ("actor_id", "alternative_id", "created_at", "created_by_id", "id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "updated_at", "updated_by_id") SELECT new_values."actor_id", new_values."alternative_id", new_values."created_at", new_values."created_by_id", new_values."id", new_values."order", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a61a505cf783d10f9368ed4d3136af57fbabd370",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5d580",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="scenarios_alternativemember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alternativemember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_alternativememberhistory" ("actor_id", "alternative_id", "created_at", "created_by_id", "id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "updated_at", "updated_by_id") SELECT old_values."actor_id", old_values."alternative_id", old_values."created_at", old_values."created_by_id", old_values."id", old_values."order", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."team_id", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="77f4db5691362c4e54eff32aabf74ab45f68f0db",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_faaef",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="scenarios_alternativemember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alternativememberhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d86bc18d8dc601606cb8dd1836c7498869c44326",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1c41a",
                            table="scenarios_alternativememberhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgementgrant",
                    constraint=accounts.constraints.SameTeam(
                        field="judgement", name="scenarios_judgementgrant_judgement_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgementgrant",
                    constraint=models.UniqueConstraint(
                        fields=("judgement", "person"), name="scenarios_judgementgrant_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgementsource",
                    constraint=accounts.constraints.SameTeam(
                        field="judgement", name="scenarios_judgementsource_judgement_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgementsource",
                    constraint=accounts.constraints.SameTeam(
                        field="document", name="scenarios_judgementsource_document_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgementsource",
                    constraint=models.UniqueConstraint(
                        fields=("judgement", "document", "locator"), name="scenarios_judgementsource_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="runaccess",
                    constraint=accounts.constraints.SameTeam(field="run", name="scenarios_runaccess_run_team"),
                ),
                migrations.AddConstraint(
                    model_name="runaccess",
                    constraint=models.UniqueConstraint(fields=("run", "person"), name="scenarios_runaccess_once"),
                ),
                migrations.AddConstraint(
                    model_name="runresult",
                    constraint=accounts.constraints.SameTeam(field="run", name="scenarios_runresult_run_team"),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="runresult",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_changed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6fa5bfccaea3073d7d58a021f861ebefc1ac7f3d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_never_changed_8353c",
                            table="scenarios_runresult",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="scenario",
                    constraint=accounts.constraints.SameTeam(
                        field="situation", name="scenarios_scenario_situation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="scenario",
                    constraint=models.UniqueConstraint(fields=("team", "slug"), name="scenarios_scenario_slug_once"),
                ),
                migrations.AddConstraint(
                    model_name="scenario",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("slug", ""), _negated=True), name="scenarios_scenario_slug_given"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="scenario",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("alternatives_kind__in", ["area", "coalition", "option"])),
                        name="scenarios_scenario_kind",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="scenario",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("higher_is__in", ["worse", "better"])), name="scenarios_scenario_higher_is"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scenario",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_scenariohistory" ("alternatives_kind", "created_at", "created_by_id", "higher_is", "id", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "row_version", "situation_id", "slug", "team_id", "template", "template_version", "updated_at", "updated_by_id") SELECT new_values."alternatives_kind", new_values."created_at", new_values."created_by_id", new_values."higher_is", new_values."id", new_values."name", new_values."notes", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."question", new_values."row_version", new_values."situation_id", new_values."slug", new_values."team_id", new_values."template", new_values."template_version", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="097f37512a0122da3b94e4432ef0259d03fd40df",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_73706",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="scenarios_scenario",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scenario",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_scenariohistory" ("alternatives_kind", "created_at", "created_by_id", "higher_is", "id", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "row_version", "situation_id", "slug", "team_id", "template", "template_version", "updated_at", "updated_by_id") SELECT new_values."alternatives_kind", new_values."created_at", new_values."created_by_id", new_values."higher_is", new_values."id", new_values."name", new_values."notes", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."question", new_values."row_version", new_values."situation_id", new_values."slug", new_values."team_id", new_values."template", new_values."template_version", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d74cd473d8ec4d56aaa97ba8b47c7ff6f9cb958f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_94708",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="scenarios_scenario",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scenario",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_scenariohistory" ("alternatives_kind", "created_at", "created_by_id", "higher_is", "id", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "row_version", "situation_id", "slug", "team_id", "template", "template_version", "updated_at", "updated_by_id") SELECT old_values."alternatives_kind", old_values."created_at", old_values."created_by_id", old_values."higher_is", old_values."id", old_values."name", old_values."notes", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."question", old_values."row_version", old_values."situation_id", old_values."slug", old_values."team_id", old_values."template", old_values."template_version", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4e209b97049d91bfdd2834b6fbf0e139841811c2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3c69c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="scenarios_scenario",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="judgementhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="36c415edc407e4247c15cbc6c0c0a0be737fa128",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4f3f1",
                            table="scenarios_judgementhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="judgement",
                    index=models.Index(
                        fields=["scenario", "indicator", "alternative"], name="scenarios_judgement_cell"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgement",
                    constraint=accounts.constraints.SameTeam(
                        field="scenario", name="scenarios_judgement_scenario_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgement",
                    constraint=accounts.constraints.SameTeam(
                        field="superseded_by", name="scenarios_judgement_superseded_by_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgement",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("superseded_by__isnull", True)),
                        fields=("scenario", "alternative", "indicator", "by", "about", "made_on"),
                        name="scenarios_judgement_one_stands",
                        violation_error_code="unique",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("low__lte", models.F("mode")), ("mode__lte", models.F("high"))),
                        name="scenarios_judgement_ordered",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="scenarios_judgement_reasoned"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="judgement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="scenarios_judgement_handling_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="judgement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_overwritten",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."updated_by_id" IS DISTINCT FROM (NEW."updated_by_id") OR OLD."scenario_id" IS DISTINCT FROM (NEW."scenario_id") OR OLD."alternative" IS DISTINCT FROM (NEW."alternative") OR OLD."indicator" IS DISTINCT FROM (NEW."indicator") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."low" IS DISTINCT FROM (NEW."low") OR OLD."mode" IS DISTINCT FROM (NEW."mode") OR OLD."high" IS DISTINCT FROM (NEW."high") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."about" IS DISTINCT FROM (NEW."about") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."review_by" IS DISTINCT FROM (NEW."review_by") OR OLD."handling" IS DISTINCT FROM (NEW."handling") OR OLD."contains_personal_data" IS DISTINCT FROM (NEW."contains_personal_data"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="19dda3b5507a7443f7a4efc70be02570c7c6e74c",
                            operation="UPDATE",
                            pgid="pgtrigger_never_overwritten_377a9",
                            table="scenarios_judgement",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="judgement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="36d7e2477e9d30b457fa92ff481e41ad0c5c4d22",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_3150f",
                            table="scenarios_judgement",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="judgement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_judgementhistory" ("about", "alternative", "by_id", "contains_personal_data", "created_at", "created_by_id", "handling", "high", "id", "indicator", "low", "made_on", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_by", "scenario_id", "superseded_by_id", "team_id", "updated_at", "updated_by_id") SELECT new_values."about", new_values."alternative", new_values."by_id", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."handling", new_values."high", new_values."id", new_values."indicator", new_values."low", new_values."made_on", new_values."mode", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."review_by", new_values."scenario_id", new_values."superseded_by_id", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fbffd2cc1cf4fa7803e245eb2cba778668c68365",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_43b59",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="scenarios_judgement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="judgement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_judgementhistory" ("about", "alternative", "by_id", "contains_personal_data", "created_at", "created_by_id", "handling", "high", "id", "indicator", "low", "made_on", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_by", "scenario_id", "superseded_by_id", "team_id", "updated_at", "updated_by_id") SELECT new_values."about", new_values."alternative", new_values."by_id", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."handling", new_values."high", new_values."id", new_values."indicator", new_values."low", new_values."made_on", new_values."mode", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."review_by", new_values."scenario_id", new_values."superseded_by_id", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="390578f563cf833e9d419dadbc082f59e45721c2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_96a22",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="scenarios_judgement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="judgement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_judgementhistory" ("about", "alternative", "by_id", "contains_personal_data", "created_at", "created_by_id", "handling", "high", "id", "indicator", "low", "made_on", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_by", "scenario_id", "superseded_by_id", "team_id", "updated_at", "updated_by_id") SELECT old_values."about", old_values."alternative", old_values."by_id", old_values."contains_personal_data", old_values."created_at", old_values."created_by_id", old_values."handling", old_values."high", old_values."id", old_values."indicator", old_values."low", old_values."made_on", old_values."mode", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."review_by", old_values."scenario_id", old_values."superseded_by_id", old_values."team_id", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6db1bb218d7f5a1cf9d31290b68a5b3e93f971ec",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d628c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="scenarios_judgement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scenariohistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5a06f67594ce81813b6760e72f483050131d48e5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_09f1f",
                            table="scenarios_scenariohistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="version",
                    constraint=accounts.constraints.SameTeam(field="scenario", name="scenarios_version_scenario_team"),
                ),
                migrations.AddConstraint(
                    model_name="version",
                    constraint=models.UniqueConstraint(
                        fields=("scenario", "number"), name="scenarios_version_number_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="version",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "draft")), fields=("scenario",), name="scenarios_version_one_draft"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="version",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at__isnull", True), ("state", "draft")),
                            models.Q(("published_at__isnull", False), ("state", "published")),
                            _connector="OR",
                        ),
                        name="scenarios_version_state",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="version",
                    trigger=pgtrigger.compiler.Trigger(
                        name="published_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"state\" = 'published')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f9a7a5b31c9e5e1959bbce17d86bf4f27cb9474a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_published_never_changes_2b03a",
                            table="scenarios_version",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="version",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_versionhistory" ("created_at", "created_by_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "reason", "row_version", "scenario_id", "settings", "state", "team_id", "updated_at", "updated_by_id") SELECT new_values."created_at", new_values."created_by_id", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."reason", new_values."row_version", new_values."scenario_id", new_values."settings", new_values."state", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7e4303b48b738686f8ca7b22b8593807eb391f86",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a28f8",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="scenarios_version",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="version",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_versionhistory" ("created_at", "created_by_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "reason", "row_version", "scenario_id", "settings", "state", "team_id", "updated_at", "updated_by_id") SELECT new_values."created_at", new_values."created_by_id", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_at", new_values."published_by_id", new_values."reason", new_values."row_version", new_values."scenario_id", new_values."settings", new_values."state", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fec7affb48c26e571d6ad6be30f396d1bfed5b7d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_efc62",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="scenarios_version",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="version",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_versionhistory" ("created_at", "created_by_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "reason", "row_version", "scenario_id", "settings", "state", "team_id", "updated_at", "updated_by_id") SELECT old_values."created_at", old_values."created_by_id", old_values."id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_at", old_values."published_by_id", old_values."reason", old_values."row_version", old_values."scenario_id", old_values."settings", old_values."state", old_values."team_id", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="20eb6998bb862f55906dbd5237bb47256d2c9db6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d9714",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="scenarios_version",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="run",
                    index=models.Index(
                        condition=models.Q(("state__in", ["queued", "running"])),
                        fields=["queue", "team_id", "queued_at"],
                        name="scenarios_run_open",
                    ),
                ),
                migrations.AddIndex(
                    model_name="run",
                    index=models.Index(fields=["queue", "team_id", "-claimed_at"], name="scenarios_run_turn"),
                ),
                migrations.AddIndex(
                    model_name="run",
                    index=models.Index(fields=["version", "-id"], name="scenarios_run_of_version"),
                ),
                migrations.AddIndex(
                    model_name="run",
                    index=models.Index(fields=["team", "-id"], name="scenarios_run_latest"),
                ),
                migrations.AddConstraint(
                    model_name="run",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "running"), _negated=True),
                            models.Q(("lease_until__isnull", False), ("token__isnull", False)),
                            _connector="OR",
                        ),
                        name="scenarios_run_running_has_lease",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="run",
                    constraint=accounts.constraints.SameTeam(field="version", name="scenarios_run_version_team"),
                ),
                migrations.AddConstraint(
                    model_name="run",
                    constraint=models.UniqueConstraint(fields=("team", "number"), name="scenarios_run_number_once"),
                ),
                migrations.AddConstraint(
                    model_name="run",
                    constraint=models.UniqueConstraint(
                        fields=("team", "idempotency_key"), name="scenarios_run_idempotent"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="run",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("seed__gte", 0), ("seed__lt", 9007199254740992)), name="scenarios_run_seed"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="run",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="scenarios_run_handling_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="run",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("draws__gte", 1), ("draws__lte", 100000)), name="scenarios_run_draws"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="run",
                    trigger=pgtrigger.compiler.Trigger(
                        name="inputs_are_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."version_id" IS DISTINCT FROM (NEW."version_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."cutoff" IS DISTINCT FROM (NEW."cutoff") OR OLD."allow_hindsight" IS DISTINCT FROM (NEW."allow_hindsight") OR OLD."hindsight_used" IS DISTINCT FROM (NEW."hindsight_used") OR OLD."reconstructed" IS DISTINCT FROM (NEW."reconstructed") OR OLD."of_draft" IS DISTINCT FROM (NEW."of_draft") OR OLD."inputs" IS DISTINCT FROM (NEW."inputs") OR OLD."inputs_sha256" IS DISTINCT FROM (NEW."inputs_sha256") OR OLD."seed" IS DISTINCT FROM (NEW."seed") OR OLD."draws" IS DISTINCT FROM (NEW."draws") OR OLD."provenance" IS DISTINCT FROM (NEW."provenance") OR OLD."handling" IS DISTINCT FROM (NEW."handling") OR OLD."contains_personal_data" IS DISTINCT FROM (NEW."contains_personal_data") OR OLD."idempotency_key" IS DISTINCT FROM (NEW."idempotency_key"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="e7e693cbdb004303d9d60a1e69335adbe59947f5",
                            operation="UPDATE",
                            pgid="pgtrigger_inputs_are_frozen_ddb5b",
                            table="scenarios_run",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nodehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5e25f08013c5ea3c7fc0203a1c86fe8096603fb0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d110e",
                            table="scenarios_nodehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="node",
                    constraint=accounts.constraints.SameTeam(field="version", name="scenarios_node_version_team"),
                ),
                migrations.AddConstraint(
                    model_name="node",
                    constraint=accounts.constraints.SameTeam(field="parent", name="scenarios_node_parent_team"),
                ),
                migrations.AddConstraint(
                    model_name="node",
                    constraint=models.UniqueConstraint(fields=("version", "key"), name="scenarios_node_key_once"),
                ),
                migrations.AddConstraint(
                    model_name="node",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("parent__isnull", True)),
                        fields=("version",),
                        name="scenarios_node_one_root",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="node",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("aggregation__in", ["arithmetic", "geometric"])),
                        name="scenarios_node_aggregation",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="node",
                    trigger=pgtrigger.compiler.Trigger(
                        name="closed_when_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\nPERFORM 1 FROM scenarios_version v WHERE v.id IN (OLD.version_id, NEW.version_id) FOR SHARE;\nIF EXISTS (SELECT 1 FROM scenarios_version v WHERE v.id IN (OLD.version_id, NEW.version_id) AND v.state = 'published') THEN\n    RAISE EXCEPTION 'This belongs to a published version, which never changes.' USING ERRCODE = 'check_violation';\nEND IF;\nIF TG_OP = 'DELETE' THEN\n    RETURN OLD;\nEND IF;\nRETURN NEW;\n",
                            hash="f1ddc794781c9727ae302daec85e22edcf02c538",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_closed_when_published_571a4",
                            table="scenarios_node",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="node",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_nodehistory" ("aggregation", "created_at", "created_by_id", "id", "key", "name", "order", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "updated_at", "updated_by_id", "version_id") SELECT new_values."aggregation", new_values."created_at", new_values."created_by_id", new_values."id", new_values."key", new_values."name", new_values."order", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="eb5e4a6a071d05e6af9052312ff57799563e8456",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f05e2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="scenarios_node",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="node",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_nodehistory" ("aggregation", "created_at", "created_by_id", "id", "key", "name", "order", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "updated_at", "updated_by_id", "version_id") SELECT new_values."aggregation", new_values."created_at", new_values."created_by_id", new_values."id", new_values."key", new_values."name", new_values."order", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c9eb84d08c9a7c02c75e024e0d5c0d2f6f95a43c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9837d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="scenarios_node",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="node",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_nodehistory" ("aggregation", "created_at", "created_by_id", "id", "key", "name", "order", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "updated_at", "updated_by_id", "version_id") SELECT old_values."aggregation", old_values."created_at", old_values."created_by_id", old_values."id", old_values."key", old_values."name", old_values."order", old_values."parent_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."team_id", old_values."updated_at", old_values."updated_by_id", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="608a6c05c7b96eb7522bf6dc21a94b1121c36a6f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_617fc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="scenarios_node",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicatorhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="abd9bdb66a3953db86a404c05a8604ee5dc19cff",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_85ca2",
                            table="scenarios_indicatorhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=accounts.constraints.SameTeam(field="version", name="scenarios_indicator_version_team"),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=accounts.constraints.SameTeam(field="node", name="scenarios_indicator_node_team"),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.UniqueConstraint(fields=("version", "key"), name="scenarios_indicator_key_once"),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("direction__in", [1, -1])), name="scenarios_indicator_direction"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="closed_when_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\nPERFORM 1 FROM scenarios_version v WHERE v.id IN (OLD.version_id, NEW.version_id) FOR SHARE;\nIF EXISTS (SELECT 1 FROM scenarios_version v WHERE v.id IN (OLD.version_id, NEW.version_id) AND v.state = 'published') THEN\n    RAISE EXCEPTION 'This belongs to a published version, which never changes.' USING ERRCODE = 'check_violation';\nEND IF;\nIF TG_OP = 'DELETE' THEN\n    RETURN OLD;\nEND IF;\nRETURN NEW;\n",
                            hash="1177e60657e083caccb5b5110ec4eb3736b89382",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_closed_when_published_0b23f",
                            table="scenarios_indicator",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_indicatorhistory" ("active", "core", "created_at", "created_by_id", "direction", "formula", "id", "key", "mark", "measure", "name", "node_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "team_id", "unit", "updated_at", "updated_by_id", "value_function", "version_id") SELECT new_values."active", new_values."core", new_values."created_at", new_values."created_by_id", new_values."direction", new_values."formula", new_values."id", new_values."key", new_values."mark", new_values."measure", new_values."name", new_values."node_id", new_values."order", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."source", new_values."team_id", new_values."unit", new_values."updated_at", new_values."updated_by_id", new_values."value_function", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="81961b6d0132627f6eb11f1ef0ed352f4a5c7c86",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d8192",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="scenarios_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_indicatorhistory" ("active", "core", "created_at", "created_by_id", "direction", "formula", "id", "key", "mark", "measure", "name", "node_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "team_id", "unit", "updated_at", "updated_by_id", "value_function", "version_id") SELECT new_values."active", new_values."core", new_values."created_at", new_values."created_by_id", new_values."direction", new_values."formula", new_values."id", new_values."key", new_values."mark", new_values."measure", new_values."name", new_values."node_id", new_values."order", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."source", new_values."team_id", new_values."unit", new_values."updated_at", new_values."updated_by_id", new_values."value_function", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="eb571e1e2132f69fe37ff81afcbbf057334e9747",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4edfd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="scenarios_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_indicatorhistory" ("active", "core", "created_at", "created_by_id", "direction", "formula", "id", "key", "mark", "measure", "name", "node_id", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "team_id", "unit", "updated_at", "updated_by_id", "value_function", "version_id") SELECT old_values."active", old_values."core", old_values."created_at", old_values."created_by_id", old_values."direction", old_values."formula", old_values."id", old_values."key", old_values."mark", old_values."measure", old_values."name", old_values."node_id", old_values."order", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."source", old_values."team_id", old_values."unit", old_values."updated_at", old_values."updated_by_id", old_values."value_function", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="58dbfa1baf519cc469ff39cdc22646a6f2bc4c48",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_79514",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="scenarios_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alternativehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="83e9528f2b4b0265a3a824c2e51db18b0807dd25",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_13787",
                            table="scenarios_alternativehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="alternative",
                    constraint=accounts.constraints.SameTeam(
                        field="version", name="scenarios_alternative_version_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="alternative",
                    constraint=accounts.constraints.SameTeam(field="area", name="scenarios_alternative_area_team"),
                ),
                migrations.AddConstraint(
                    model_name="alternative",
                    constraint=models.UniqueConstraint(
                        fields=("version", "key"), name="scenarios_alternative_key_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="alternative",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["area", "coalition", "option"])),
                        name="scenarios_alternative_kind",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="alternative",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "area"), _negated=True), ("area__isnull", False), _connector="OR"
                        ),
                        name="scenarios_alternative_area_given",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alternative",
                    trigger=pgtrigger.compiler.Trigger(
                        name="closed_when_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\nPERFORM 1 FROM scenarios_version v WHERE v.id IN (OLD.version_id, NEW.version_id) FOR SHARE;\nIF EXISTS (SELECT 1 FROM scenarios_version v WHERE v.id IN (OLD.version_id, NEW.version_id) AND v.state = 'published') THEN\n    RAISE EXCEPTION 'This belongs to a published version, which never changes.' USING ERRCODE = 'check_violation';\nEND IF;\nIF TG_OP = 'DELETE' THEN\n    RETURN OLD;\nEND IF;\nRETURN NEW;\n",
                            hash="b49c324e2681e2d0dffdc2c40ef9cdbe4b4dea29",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_closed_when_published_67efc",
                            table="scenarios_alternative",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alternative",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_alternativehistory" ("active", "area_id", "claim", "created_at", "created_by_id", "facts", "id", "key", "kind", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "summary", "team_id", "updated_at", "updated_by_id", "version_id") SELECT new_values."active", new_values."area_id", new_values."claim", new_values."created_at", new_values."created_by_id", new_values."facts", new_values."id", new_values."key", new_values."kind", new_values."name", new_values."order", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reference", new_values."summary", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5d00601c7c3e62d47f510d7eb7eb5c1d3b0546b2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_19a21",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="scenarios_alternative",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alternative",
                    trigger=pgtrigger.compiler.Trigger(
                        name="alternative_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_alternativehistory" ("active", "area_id", "claim", "created_at", "created_by_id", "facts", "id", "key", "kind", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "summary", "team_id", "updated_at", "updated_by_id", "version_id") SELECT new_values."active", new_values."area_id", new_values."claim", new_values."created_at", new_values."created_by_id", new_values."facts", new_values."id", new_values."key", new_values."kind", new_values."name", new_values."order", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reference", new_values."summary", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6f97088711ff1b1dd9c4de550cfa01d69a979a23",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_alternative_update_9b606",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="scenarios_alternative",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="alternative",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_alternativehistory" ("active", "area_id", "claim", "created_at", "created_by_id", "facts", "id", "key", "kind", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "summary", "team_id", "updated_at", "updated_by_id", "version_id") SELECT old_values."active", old_values."area_id", old_values."claim", old_values."created_at", old_values."created_by_id", old_values."facts", old_values."id", old_values."key", old_values."kind", old_values."name", old_values."order", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reference", old_values."summary", old_values."team_id", old_values."updated_at", old_values."updated_by_id", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6f848a6b3e0ee479a3e2746c944f2691827cd4cd",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c363f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="scenarios_alternative",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="versionhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="741c6ce2272e7fc3d734e2e1555381d899efae87",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2a752",
                            table="scenarios_versionhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="weight",
                    constraint=accounts.constraints.SameTeam(field="version", name="scenarios_weight_version_team"),
                ),
                migrations.AddConstraint(
                    model_name="weight",
                    constraint=accounts.constraints.SameTeam(field="node", name="scenarios_weight_node_team"),
                ),
                migrations.AddConstraint(
                    model_name="weight",
                    constraint=accounts.constraints.SameTeam(field="indicator", name="scenarios_weight_indicator_team"),
                ),
                migrations.AddConstraint(
                    model_name="weight",
                    constraint=models.UniqueConstraint(fields=("node",), name="scenarios_weight_node_once"),
                ),
                migrations.AddConstraint(
                    model_name="weight",
                    constraint=models.UniqueConstraint(fields=("indicator",), name="scenarios_weight_indicator_once"),
                ),
                migrations.AddConstraint(
                    model_name="weight",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("node__isnull", True), ("indicator__isnull", True), _connector="XOR"),
                        name="scenarios_weight_one_child",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="weight",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("value__gte", 0), ("value__lt", 1000000000000.0)),
                        name="scenarios_weight_not_negative",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="weight",
                    trigger=pgtrigger.compiler.Trigger(
                        name="closed_when_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\nPERFORM 1 FROM scenarios_version v WHERE v.id IN (OLD.version_id, NEW.version_id) FOR SHARE;\nIF EXISTS (SELECT 1 FROM scenarios_version v WHERE v.id IN (OLD.version_id, NEW.version_id) AND v.state = 'published') THEN\n    RAISE EXCEPTION 'This belongs to a published version, which never changes.' USING ERRCODE = 'check_violation';\nEND IF;\nIF TG_OP = 'DELETE' THEN\n    RETURN OLD;\nEND IF;\nRETURN NEW;\n",
                            hash="752de73da09c33eac85d7233a680dbaf3a66cdd2",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_closed_when_published_1cdaa",
                            table="scenarios_weight",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="weight",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_weighthistory" ("created_at", "created_by_id", "id", "indicator_id", "node_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "team_id", "updated_at", "updated_by_id", "value", "version_id") SELECT new_values."created_at", new_values."created_by_id", new_values."id", new_values."indicator_id", new_values."node_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."value", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ec67f02c39b860cd2932f75b89e63f2512d7283f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c2e02",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="scenarios_weight",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="weight",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_weighthistory" ("created_at", "created_by_id", "id", "indicator_id", "node_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "team_id", "updated_at", "updated_by_id", "value", "version_id") SELECT new_values."created_at", new_values."created_by_id", new_values."id", new_values."indicator_id", new_values."node_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."value", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ffb78820763cd3d51c64228b9f794cd9e1885dea",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_88381",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="scenarios_weight",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="weight",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scenarios_weighthistory" ("created_at", "created_by_id", "id", "indicator_id", "node_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "team_id", "updated_at", "updated_by_id", "value", "version_id") SELECT old_values."created_at", old_values."created_by_id", old_values."id", old_values."indicator_id", old_values."node_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."team_id", old_values."updated_at", old_values."updated_by_id", old_values."value", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="df1b0592c602fd95e1a437238ea1eaf7c617c735",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6cd02",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="scenarios_weight",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="weighthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bf0810df81d92556a1d40636eeed64b01c338f6d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ee45a",
                            table="scenarios_weighthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
