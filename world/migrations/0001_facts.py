"""Applied together: see core.operations."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.core.validators
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
        ("core", "0002_extensions_and_uuid7"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name="ClaimKnown",
                    fields=[
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
                            "reliability",
                            models.CharField(
                                choices=[
                                    ("A", "A - completely reliable"),
                                    ("B", "B - usually reliable"),
                                    ("C", "C - fairly reliable"),
                                    ("D", "D - not usually reliable"),
                                    ("E", "E - unreliable"),
                                    ("F", "F - cannot be judged"),
                                ],
                                default="F",
                                max_length=1,
                            ),
                        ),
                        (
                            "credibility",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1 - confirmed by other sources"),
                                    (2, "2 - probably true"),
                                    (3, "3 - possibly true"),
                                    (4, "4 - doubtful"),
                                    (5, "5 - improbable"),
                                    (6, "6 - cannot be judged"),
                                ],
                                default=6,
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("known_to", models.DateField(null=True)),
                        ("row_version", models.PositiveIntegerField()),
                        ("statement", models.TextField()),
                        ("value", models.JSONField(blank=True, null=True)),
                        ("asserted_on", models.DateField(blank=True, null=True)),
                        (
                            "asserted_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200)),
                        ("contrary", models.TextField(blank=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asserted", "asserted"),
                                    ("disputed", "disputed"),
                                    ("retracted", "retracted"),
                                ],
                                default="asserted",
                                max_length=10,
                            ),
                        ),
                        ("key", models.CharField(db_collation="C", max_length=100)),
                        (
                            "field",
                            models.CharField(
                                choices=[
                                    ("existence", "that it is so at all"),
                                    ("deaths", "deaths"),
                                    ("participant", "participant"),
                                    ("date", "date"),
                                    ("place", "place"),
                                    ("type", "type"),
                                    ("strength", "strength"),
                                    ("statement", "statement"),
                                ],
                                default="existence",
                                max_length=12,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("event", "event"),
                                    ("relation", "relation"),
                                    ("strength", "strength"),
                                    ("position", "position"),
                                    ("trend", "trend"),
                                    ("context", "context"),
                                    ("threat", "threat"),
                                    ("accusation", "accusation"),
                                    ("spread", "spread"),
                                    ("driver", "driver"),
                                    ("assessment", "assessment"),
                                    ("opinion", "opinion"),
                                    ("question", "question"),
                                    ("comparator", "comparator"),
                                    ("future", "future"),
                                ],
                                default="assessment",
                                max_length=12,
                            ),
                        ),
                        ("id", models.UUIDField(primary_key=True, serialize=False)),
                    ],
                    options={
                        "db_table": "world_claim_known",
                        "managed": False,
                    },
                ),
                migrations.CreateModel(
                    name="EventKnown",
                    fields=[
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("known_from", models.DateField()),
                        ("known_to", models.DateField(null=True)),
                        ("row_version", models.PositiveIntegerField()),
                        ("title", models.CharField(blank=True, max_length=300)),
                        ("summary", models.TextField(blank=True)),
                        ("date_start", models.DateField()),
                        ("date_end", models.DateField()),
                        (
                            "date_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=300)),
                        (
                            "lat",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                            ),
                        ),
                        (
                            "lon",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                            ),
                        ),
                        ("where_prec", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("radius_km", models.FloatField(blank=True, null=True)),
                        ("reported_adm1", models.CharField(blank=True, max_length=200)),
                        ("reported_adm2", models.CharField(blank=True, max_length=200)),
                        ("grid_cell", models.IntegerField(blank=True, null=True)),
                        ("deaths_best", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_low", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_high", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_civilians", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("in_review", "in review"),
                                    ("accepted", "accepted"),
                                    ("rejected", "rejected"),
                                    ("retracted", "retracted"),
                                ],
                                default="accepted",
                                max_length=10,
                            ),
                        ),
                        ("count_in_aggregates", models.BooleanField(default=True)),
                        ("event_clarity", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("attributes", models.JSONField(blank=True, default=dict)),
                        ("warnings", models.JSONField(blank=True, default=list)),
                        ("external_id", models.CharField(db_collation="C", max_length=100)),
                        ("id", models.UUIDField(primary_key=True, serialize=False)),
                        ("participants", models.JSONField()),
                    ],
                    options={
                        "db_table": "world_event_known",
                        "managed": False,
                    },
                ),
                migrations.CreateModel(
                    name="ObservationKnown",
                    fields=[
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("known_from", models.DateField()),
                        ("known_to", models.DateField(null=True)),
                        ("row_version", models.PositiveIntegerField()),
                        ("value", models.FloatField()),
                        ("low", models.FloatField(blank=True, null=True)),
                        ("high", models.FloatField(blank=True, null=True)),
                        ("vintage", models.CharField(blank=True, max_length=40)),
                        (
                            "status",
                            models.CharField(
                                choices=[("accepted", "accepted"), ("retracted", "retracted")],
                                default="accepted",
                                max_length=10,
                            ),
                        ),
                        ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                        ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                    ],
                    options={
                        "db_table": "world_observation_known",
                        "managed": False,
                    },
                ),
                migrations.CreateModel(
                    name="RelationKnown",
                    fields=[
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
                            "reliability",
                            models.CharField(
                                choices=[
                                    ("A", "A - completely reliable"),
                                    ("B", "B - usually reliable"),
                                    ("C", "C - fairly reliable"),
                                    ("D", "D - not usually reliable"),
                                    ("E", "E - unreliable"),
                                    ("F", "F - cannot be judged"),
                                ],
                                default="F",
                                max_length=1,
                            ),
                        ),
                        (
                            "credibility",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1 - confirmed by other sources"),
                                    (2, "2 - probably true"),
                                    (3, "3 - possibly true"),
                                    (4, "4 - doubtful"),
                                    (5, "5 - improbable"),
                                    (6, "6 - cannot be judged"),
                                ],
                                default=6,
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("known_to", models.DateField(null=True)),
                        ("row_version", models.PositiveIntegerField()),
                        ("validity", django.contrib.postgres.fields.ranges.DateRangeField()),
                        (
                            "start_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        (
                            "end_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("announced_on", models.DateField(blank=True, null=True)),
                        ("effective_on", models.DateField(blank=True, null=True)),
                        ("summary", models.TextField(blank=True)),
                        ("strength", models.SmallIntegerField(blank=True, null=True)),
                        ("confidence", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asserted", "asserted"),
                                    ("disputed", "disputed"),
                                    ("retracted", "retracted"),
                                ],
                                default="asserted",
                                max_length=10,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200)),
                        (
                            "lat",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                            ),
                        ),
                        (
                            "lon",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                            ),
                        ),
                        ("attributes", models.JSONField(blank=True, default=dict)),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("allied", "allied with"),
                                    ("hostile", "hostile to"),
                                    ("rival", "rival of"),
                                    ("negotiates", "negotiates with"),
                                    ("treaty", "has a treaty with"),
                                    ("supports", "supports"),
                                    ("state_sponsor", "sponsors"),
                                    ("patron_of", "patron of"),
                                    ("faction_of", "faction of"),
                                    ("member_of", "member of"),
                                    ("commands", "commands"),
                                    ("deployed_in", "deployed in"),
                                    ("garrison", "holds a garrison in"),
                                    ("blockades", "blockades"),
                                    ("mediates", "mediates for"),
                                    ("pledges", "pledges to"),
                                    ("influences", "influences"),
                                    ("position_on", "takes a position on"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("directed", models.BooleanField(default=True)),
                        ("key", models.CharField(db_collation="C", editable=False, max_length=500)),
                        ("id", models.UUIDField(primary_key=True, serialize=False)),
                    ],
                    options={
                        "db_table": "world_relation_known",
                        "managed": False,
                    },
                ),
                migrations.CreateModel(
                    name="Actor",
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("slug", models.SlugField(max_length=100)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("state", "state"),
                                    ("state_force", "state force"),
                                    ("rebel", "armed group"),
                                    ("political_militia", "political militia"),
                                    ("identity_militia", "identity militia"),
                                    ("pmc", "private military company"),
                                    ("igo", "intergovernmental organisation"),
                                    ("peace_operation", "peace operation"),
                                    ("coalition", "coalition"),
                                    ("communal_group", "communal group"),
                                    ("civilians", "civilians"),
                                    ("protesters", "protesters"),
                                    ("party", "party"),
                                    ("ngo", "non-governmental organisation"),
                                    ("company", "company"),
                                    ("person", "person"),
                                    ("unknown", "unknown"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("name", models.CharField(editable=False, max_length=300)),
                        ("norm", models.CharField(db_collation="C", editable=False, max_length=300)),
                        ("name_withheld", models.BooleanField(default=False)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("active", "active"),
                                    ("dormant", "dormant"),
                                    ("merged", "merged into another record"),
                                    ("dissolved", "dissolved"),
                                ],
                                default="active",
                                max_length=10,
                            ),
                        ),
                        ("active_from", models.DateField(blank=True, null=True)),
                        ("active_to", models.DateField(blank=True, null=True)),
                        ("description", models.TextField(blank=True)),
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
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.actor",
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
                    name="ActorExternalId",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("system", models.CharField(max_length=20)),
                        ("value", models.CharField(max_length=120)),
                        ("period", django.contrib.postgres.fields.ranges.DateRangeField(blank=True, null=True)),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="external_ids",
                                to="world.actor",
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
                    name="ActorExternalIdHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("system", models.CharField(max_length=20)),
                        ("value", models.CharField(max_length=120)),
                        ("period", django.contrib.postgres.fields.ranges.DateRangeField(blank=True, null=True)),
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
                                to="world.actorexternalid",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ActorLineage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("renamed", "renamed"),
                                    ("split_from", "split from"),
                                    ("merged_into", "merged into"),
                                    ("joined", "joined"),
                                    ("temporary_coalition", "temporary coalition"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True)),
                        (
                            "date_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "ancestor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="heirs", to="world.actor"
                            ),
                        ),
                        (
                            "heir",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ancestors", to="world.actor"
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
                    name="ActorName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("text", models.CharField(max_length=300)),
                        ("norm", models.CharField(db_collation="C", max_length=300)),
                        ("lang", models.CharField(blank=True, max_length=8)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("canonical", "canonical"),
                                    ("acronym", "acronym"),
                                    ("alias", "alias"),
                                    ("former", "former name"),
                                    ("source_label", "name in a source"),
                                    ("misspelling", "misspelling"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("source_system", models.CharField(blank=True, max_length=40)),
                        ("period", django.contrib.postgres.fields.ranges.DateRangeField(blank=True, null=True)),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="names", to="world.actor"
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
                    name="ActorNameHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("text", models.CharField(max_length=300)),
                        ("norm", models.CharField(db_collation="C", max_length=300)),
                        ("lang", models.CharField(blank=True, max_length=8)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("canonical", "canonical"),
                                    ("acronym", "acronym"),
                                    ("alias", "alias"),
                                    ("former", "former name"),
                                    ("source_label", "name in a source"),
                                    ("misspelling", "misspelling"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("source_system", models.CharField(blank=True, max_length=40)),
                        ("period", django.contrib.postgres.fields.ranges.DateRangeField(blank=True, null=True)),
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
                                to="world.actorname",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AdminArea",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
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
                        ("pcode", models.CharField(max_length=20)),
                        ("level", models.PositiveSmallIntegerField()),
                        ("iso_3166_1", models.CharField(blank=True, max_length=3)),
                        ("iso_3166_2", models.CharField(blank=True, max_length=10)),
                        ("names", models.JSONField()),
                        ("dataset_names", models.JSONField(blank=True, default=dict)),
                        ("outline", models.JSONField(blank=True, null=True)),
                        (
                            "lat",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                            ),
                        ),
                        (
                            "lon",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                            ),
                        ),
                        ("vintage", models.CharField(blank=True, max_length=40)),
                        ("note", models.JSONField(blank=True, default=dict)),
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="world.adminarea",
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
                    name="ActorHistory",
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("slug", models.SlugField(db_index=False, max_length=100)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("state", "state"),
                                    ("state_force", "state force"),
                                    ("rebel", "armed group"),
                                    ("political_militia", "political militia"),
                                    ("identity_militia", "identity militia"),
                                    ("pmc", "private military company"),
                                    ("igo", "intergovernmental organisation"),
                                    ("peace_operation", "peace operation"),
                                    ("coalition", "coalition"),
                                    ("communal_group", "communal group"),
                                    ("civilians", "civilians"),
                                    ("protesters", "protesters"),
                                    ("party", "party"),
                                    ("ngo", "non-governmental organisation"),
                                    ("company", "company"),
                                    ("person", "person"),
                                    ("unknown", "unknown"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("name", models.CharField(editable=False, max_length=300)),
                        ("norm", models.CharField(db_collation="C", editable=False, max_length=300)),
                        ("name_withheld", models.BooleanField(default=False)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("active", "active"),
                                    ("dormant", "dormant"),
                                    ("merged", "merged into another record"),
                                    ("dissolved", "dissolved"),
                                ],
                                default="active",
                                max_length=10,
                            ),
                        ),
                        ("active_from", models.DateField(blank=True, null=True)),
                        ("active_to", models.DateField(blank=True, null=True)),
                        ("description", models.TextField(blank=True)),
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
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actor",
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
                                to="world.actor",
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
                            "home_area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.adminarea",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AdminAreaHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("pcode", models.CharField(max_length=20)),
                        ("level", models.PositiveSmallIntegerField()),
                        ("iso_3166_1", models.CharField(blank=True, max_length=3)),
                        ("iso_3166_2", models.CharField(blank=True, max_length=10)),
                        ("names", models.JSONField()),
                        ("dataset_names", models.JSONField(blank=True, default=dict)),
                        ("outline", models.JSONField(blank=True, null=True)),
                        (
                            "lat",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                            ),
                        ),
                        (
                            "lon",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                            ),
                        ),
                        ("vintage", models.CharField(blank=True, max_length=40)),
                        ("note", models.JSONField(blank=True, default=dict)),
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
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.adminarea",
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
                                to="world.adminarea",
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
                    name="Claim",
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
                            "reliability",
                            models.CharField(
                                choices=[
                                    ("A", "A - completely reliable"),
                                    ("B", "B - usually reliable"),
                                    ("C", "C - fairly reliable"),
                                    ("D", "D - not usually reliable"),
                                    ("E", "E - unreliable"),
                                    ("F", "F - cannot be judged"),
                                ],
                                default="F",
                                max_length=1,
                            ),
                        ),
                        (
                            "credibility",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1 - confirmed by other sources"),
                                    (2, "2 - probably true"),
                                    (3, "3 - possibly true"),
                                    (4, "4 - doubtful"),
                                    (5, "5 - improbable"),
                                    (6, "6 - cannot be judged"),
                                ],
                                default=6,
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("statement", models.TextField()),
                        ("value", models.JSONField(blank=True, null=True)),
                        ("asserted_on", models.DateField(blank=True, null=True)),
                        (
                            "asserted_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200)),
                        ("contrary", models.TextField(blank=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asserted", "asserted"),
                                    ("disputed", "disputed"),
                                    ("retracted", "retracted"),
                                ],
                                default="asserted",
                                max_length=10,
                            ),
                        ),
                        ("key", models.CharField(db_collation="C", max_length=100)),
                        (
                            "field",
                            models.CharField(
                                choices=[
                                    ("existence", "that it is so at all"),
                                    ("deaths", "deaths"),
                                    ("participant", "participant"),
                                    ("date", "date"),
                                    ("place", "place"),
                                    ("type", "type"),
                                    ("strength", "strength"),
                                    ("statement", "statement"),
                                ],
                                default="existence",
                                max_length=12,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("event", "event"),
                                    ("relation", "relation"),
                                    ("strength", "strength"),
                                    ("position", "position"),
                                    ("trend", "trend"),
                                    ("context", "context"),
                                    ("threat", "threat"),
                                    ("accusation", "accusation"),
                                    ("spread", "spread"),
                                    ("driver", "driver"),
                                    ("assessment", "assessment"),
                                    ("opinion", "opinion"),
                                    ("question", "question"),
                                    ("comparator", "comparator"),
                                    ("future", "future"),
                                ],
                                default="assessment",
                                max_length=12,
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
                    name="ClaimActor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="claim_links",
                                to="world.actor",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="actor_links",
                                to="world.claim",
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
                    name="Dataset",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
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
                        ("code", models.SlugField(max_length=40)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("events", "events"),
                                    ("series", "series"),
                                    ("claims", "claims"),
                                    ("hand", "kept by hand"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("licence", models.CharField(blank=True, max_length=200)),
                        ("attribution", models.TextField(blank=True)),
                        ("url", models.URLField(blank=True, max_length=500)),
                        ("redistributable", models.BooleanField(default=False)),
                        ("knowledge_rule", models.TextField(blank=True)),
                        (
                            "release_calendar",
                            models.CharField(
                                choices=[
                                    ("entered", "as entered or declared complete"),
                                    (
                                        "ucdp",
                                        "a month is known from the 20th of the next one; before 2018, from June of the next year",
                                    ),
                                ],
                                default="entered",
                                max_length=10,
                            ),
                        ),
                        ("reconstructed", models.BooleanField(default=False)),
                        ("covers_from", models.DateField(blank=True, null=True)),
                        ("covers_until", models.DateField(blank=True, null=True)),
                        ("complete_until", models.DateField(blank=True, null=True)),
                        (
                            "complete_types",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40), blank=True, default=list
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
                    name="DatasetHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("code", models.SlugField(db_index=False, max_length=40)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("events", "events"),
                                    ("series", "series"),
                                    ("claims", "claims"),
                                    ("hand", "kept by hand"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("licence", models.CharField(blank=True, max_length=200)),
                        ("attribution", models.TextField(blank=True)),
                        ("url", models.URLField(blank=True, max_length=500)),
                        ("redistributable", models.BooleanField(default=False)),
                        ("knowledge_rule", models.TextField(blank=True)),
                        (
                            "release_calendar",
                            models.CharField(
                                choices=[
                                    ("entered", "as entered or declared complete"),
                                    (
                                        "ucdp",
                                        "a month is known from the 20th of the next one; before 2018, from June of the next year",
                                    ),
                                ],
                                default="entered",
                                max_length=10,
                            ),
                        ),
                        ("reconstructed", models.BooleanField(default=False)),
                        ("covers_from", models.DateField(blank=True, null=True)),
                        ("covers_until", models.DateField(blank=True, null=True)),
                        ("complete_until", models.DateField(blank=True, null=True)),
                        (
                            "complete_types",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40), blank=True, default=list
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
                                to="world.dataset",
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
                    name="Event",
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("known_from", models.DateField()),
                        ("title", models.CharField(blank=True, max_length=300)),
                        ("summary", models.TextField(blank=True)),
                        ("date_start", models.DateField()),
                        ("date_end", models.DateField()),
                        (
                            "date_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=300)),
                        (
                            "lat",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                            ),
                        ),
                        (
                            "lon",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                            ),
                        ),
                        ("where_prec", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("radius_km", models.FloatField(blank=True, null=True)),
                        ("reported_adm1", models.CharField(blank=True, max_length=200)),
                        ("reported_adm2", models.CharField(blank=True, max_length=200)),
                        ("grid_cell", models.IntegerField(blank=True, null=True)),
                        ("deaths_best", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_low", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_high", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_civilians", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("in_review", "in review"),
                                    ("accepted", "accepted"),
                                    ("rejected", "rejected"),
                                    ("retracted", "retracted"),
                                ],
                                default="accepted",
                                max_length=10,
                            ),
                        ),
                        ("count_in_aggregates", models.BooleanField(default=True)),
                        ("event_clarity", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("attributes", models.JSONField(blank=True, default=dict)),
                        ("warnings", models.JSONField(blank=True, default=list)),
                        ("external_id", models.CharField(db_collation="C", max_length=100)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
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
                            "dataset",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.dataset"
                            ),
                        ),
                        (
                            "duplicate_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.event",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.event",
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
                    name="EventParticipant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("raw_label", models.CharField(blank=True, max_length=300)),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("side_a", "side A"),
                                    ("side_b", "side B"),
                                    ("perpetrator", "perpetrator"),
                                    ("target", "target"),
                                    ("mediator", "mediator"),
                                    ("supporter", "supporter"),
                                    ("claimant", "claims it"),
                                    ("victim_group", "victims"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "side",
                            models.CharField(
                                blank=True,
                                choices=[("a", "side A"), ("b", "side B"), ("", "no side")],
                                default="",
                                max_length=1,
                            ),
                        ),
                        (
                            "attribution",
                            models.CharField(
                                choices=[
                                    ("confirmed", "confirmed"),
                                    ("claimed", "claimed"),
                                    ("alleged", "alleged"),
                                    ("denied", "denied"),
                                    ("inferred", "inferred"),
                                ],
                                default="confirmed",
                                max_length=10,
                            ),
                        ),
                        (
                            "actor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.actor",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participants",
                                to="world.event",
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
                    name="EventParticipantHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("raw_label", models.CharField(blank=True, max_length=300)),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("side_a", "side A"),
                                    ("side_b", "side B"),
                                    ("perpetrator", "perpetrator"),
                                    ("target", "target"),
                                    ("mediator", "mediator"),
                                    ("supporter", "supporter"),
                                    ("claimant", "claims it"),
                                    ("victim_group", "victims"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "side",
                            models.CharField(
                                blank=True,
                                choices=[("a", "side A"), ("b", "side B"), ("", "no side")],
                                default="",
                                max_length=1,
                            ),
                        ),
                        (
                            "attribution",
                            models.CharField(
                                choices=[
                                    ("confirmed", "confirmed"),
                                    ("claimed", "claimed"),
                                    ("alleged", "alleged"),
                                    ("denied", "denied"),
                                    ("inferred", "inferred"),
                                ],
                                default="confirmed",
                                max_length=10,
                            ),
                        ),
                        (
                            "actor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actor",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.event",
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
                                to="world.eventparticipant",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EventType",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
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
                        ("code", models.CharField(max_length=40)),
                        ("domain", models.CharField(max_length=20)),
                        ("labels", models.JSONField()),
                        ("political_violence", models.BooleanField(default=False)),
                        ("maps", models.JSONField(blank=True, default=dict)),
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
                    name="EventTypeHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("code", models.CharField(max_length=40)),
                        ("domain", models.CharField(max_length=20)),
                        ("labels", models.JSONField()),
                        ("political_violence", models.BooleanField(default=False)),
                        ("maps", models.JSONField(blank=True, default=dict)),
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
                                to="world.eventtype",
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
                    name="ImportBatch",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[("import", "import"), ("rollup_seed", "monthly figures")],
                                default="import",
                                max_length=12,
                            ),
                        ),
                        ("profile", models.CharField(max_length=40)),
                        (
                            "verb",
                            models.CharField(
                                choices=[
                                    ("correct", "correct: it had been written wrongly"),
                                    ("revise", "revise: more is known now"),
                                ],
                                default="revise",
                                max_length=8,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("pending", "not taken in yet"),
                                    ("committed", "taken in"),
                                    ("undone", "undone"),
                                    ("superseded", "replaced by a later import"),
                                ],
                                default="pending",
                                max_length=10,
                            ),
                        ),
                        ("file_name", models.CharField(blank=True, max_length=255)),
                        ("file_sha256", models.CharField(blank=True, max_length=64)),
                        ("file_path", models.CharField(blank=True, max_length=500)),
                        ("vintage", models.CharField(blank=True, max_length=40)),
                        ("known_from", models.DateField(blank=True, null=True)),
                        ("covers_from", models.DateField(blank=True, null=True)),
                        ("covers_until", models.DateField(blank=True, null=True)),
                        ("options", models.JSONField(blank=True, default=dict)),
                        ("new", models.PositiveIntegerField(default=0)),
                        ("changed", models.PositiveIntegerField(default=0)),
                        ("same", models.PositiveIntegerField(default=0)),
                        ("missing", models.PositiveIntegerField(default=0)),
                        ("rejected", models.PositiveIntegerField(default=0)),
                        ("spare_columns", models.JSONField(blank=True, default=list)),
                        ("warnings", models.JSONField(blank=True, default=list)),
                        ("undone_at", models.DateTimeField(editable=False, null=True)),
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
                            "dataset",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.dataset"
                            ),
                        ),
                        (
                            "superseded_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.importbatch",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    name="EventPast",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("known_to", models.DateField()),
                        (
                            "made_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("title", models.CharField(blank=True, max_length=300)),
                        ("summary", models.TextField(blank=True)),
                        ("date_start", models.DateField()),
                        ("date_end", models.DateField()),
                        (
                            "date_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=300)),
                        (
                            "lat",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                            ),
                        ),
                        (
                            "lon",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                            ),
                        ),
                        ("where_prec", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("radius_km", models.FloatField(blank=True, null=True)),
                        ("reported_adm1", models.CharField(blank=True, max_length=200)),
                        ("reported_adm2", models.CharField(blank=True, max_length=200)),
                        ("grid_cell", models.IntegerField(blank=True, null=True)),
                        ("deaths_best", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_low", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_high", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_civilians", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("in_review", "in review"),
                                    ("accepted", "accepted"),
                                    ("rejected", "rejected"),
                                    ("retracted", "retracted"),
                                ],
                                default="accepted",
                                max_length=10,
                            ),
                        ),
                        ("count_in_aggregates", models.BooleanField(default=True)),
                        ("event_clarity", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("attributes", models.JSONField(blank=True, default=dict)),
                        ("warnings", models.JSONField(blank=True, default=list)),
                        ("participants", models.JSONField(default=list)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.adminarea",
                            ),
                        ),
                        (
                            "duplicate_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.event",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="past", to="world.event"
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.event",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                        (
                            "type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.eventtype"
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.importbatch",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="EventHistory",
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("known_from", models.DateField()),
                        ("title", models.CharField(blank=True, max_length=300)),
                        ("summary", models.TextField(blank=True)),
                        ("date_start", models.DateField()),
                        ("date_end", models.DateField()),
                        (
                            "date_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=300)),
                        (
                            "lat",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                            ),
                        ),
                        (
                            "lon",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                            ),
                        ),
                        ("where_prec", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("radius_km", models.FloatField(blank=True, null=True)),
                        ("reported_adm1", models.CharField(blank=True, max_length=200)),
                        ("reported_adm2", models.CharField(blank=True, max_length=200)),
                        ("grid_cell", models.IntegerField(blank=True, null=True)),
                        ("deaths_best", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_low", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_high", models.PositiveIntegerField(blank=True, null=True)),
                        ("deaths_civilians", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "draft"),
                                    ("in_review", "in review"),
                                    ("accepted", "accepted"),
                                    ("rejected", "rejected"),
                                    ("retracted", "retracted"),
                                ],
                                default="accepted",
                                max_length=10,
                            ),
                        ),
                        ("count_in_aggregates", models.BooleanField(default=True)),
                        ("event_clarity", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("attributes", models.JSONField(blank=True, default=dict)),
                        ("warnings", models.JSONField(blank=True, default=list)),
                        ("external_id", models.CharField(db_collation="C", max_length=100)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
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
                            "dataset",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.dataset",
                            ),
                        ),
                        (
                            "duplicate_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.event",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.event",
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
                                to="world.event",
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
                            "type",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.eventtype",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.importbatch",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CellPair",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("same_side", models.BooleanField()),
                        ("month", models.DateField()),
                        ("known_month", models.DateField()),
                        ("n", models.FloatField()),
                        ("best", models.FloatField()),
                        ("low", models.FloatField()),
                        ("high", models.FloatField()),
                        ("deaths_civilians", models.FloatField()),
                        (
                            "actor",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.actor",
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.adminarea",
                            ),
                        ),
                        (
                            "other_actor",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.actor",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                        (
                            "dataset",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.dataset",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="world.importbatch",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="CellArea",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("grid_cell", models.IntegerField(null=True)),
                        ("civilian_harm", models.BooleanField()),
                        ("month", models.DateField()),
                        ("known_month", models.DateField()),
                        ("n", models.FloatField()),
                        ("n_deadly", models.FloatField()),
                        ("best", models.FloatField()),
                        ("low", models.FloatField()),
                        ("high", models.FloatField()),
                        ("deaths_civilians", models.FloatField()),
                        (
                            "area",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.adminarea",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                        (
                            "dataset",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.dataset",
                            ),
                        ),
                        (
                            "event_type",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.eventtype",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="world.importbatch",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ImportIssue",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("row", models.PositiveIntegerField(null=True)),
                        ("column", models.CharField(blank=True, max_length=100)),
                        ("code", models.CharField(max_length=40)),
                        ("message", models.TextField()),
                        (
                            "severity",
                            models.CharField(
                                choices=[
                                    ("error", "error: the row was left out"),
                                    ("warning", "warning: the row was taken in"),
                                    ("info", "for information"),
                                ],
                                max_length=7,
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="issues",
                                to="world.importbatch",
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
                    name="Observation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("known_from", models.DateField()),
                        ("value", models.FloatField()),
                        ("low", models.FloatField(blank=True, null=True)),
                        ("high", models.FloatField(blank=True, null=True)),
                        ("vintage", models.CharField(blank=True, max_length=40)),
                        (
                            "status",
                            models.CharField(
                                choices=[("accepted", "accepted"), ("retracted", "retracted")],
                                default="accepted",
                                max_length=10,
                            ),
                        ),
                        ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                        (
                            "actor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.actor",
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.adminarea",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.importbatch",
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
                    name="ObservationPast",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("known_to", models.DateField()),
                        (
                            "made_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("value", models.FloatField()),
                        ("low", models.FloatField(blank=True, null=True)),
                        ("high", models.FloatField(blank=True, null=True)),
                        ("vintage", models.CharField(blank=True, max_length=40)),
                        (
                            "status",
                            models.CharField(
                                choices=[("accepted", "accepted"), ("retracted", "retracted")],
                                default="accepted",
                                max_length=10,
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.importbatch",
                            ),
                        ),
                        (
                            "observation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="past", to="world.observation"
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
                    name="Relation",
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
                            "reliability",
                            models.CharField(
                                choices=[
                                    ("A", "A - completely reliable"),
                                    ("B", "B - usually reliable"),
                                    ("C", "C - fairly reliable"),
                                    ("D", "D - not usually reliable"),
                                    ("E", "E - unreliable"),
                                    ("F", "F - cannot be judged"),
                                ],
                                default="F",
                                max_length=1,
                            ),
                        ),
                        (
                            "credibility",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1 - confirmed by other sources"),
                                    (2, "2 - probably true"),
                                    (3, "3 - possibly true"),
                                    (4, "4 - doubtful"),
                                    (5, "5 - improbable"),
                                    (6, "6 - cannot be judged"),
                                ],
                                default=6,
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("validity", django.contrib.postgres.fields.ranges.DateRangeField()),
                        (
                            "start_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        (
                            "end_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("announced_on", models.DateField(blank=True, null=True)),
                        ("effective_on", models.DateField(blank=True, null=True)),
                        ("summary", models.TextField(blank=True)),
                        ("strength", models.SmallIntegerField(blank=True, null=True)),
                        ("confidence", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asserted", "asserted"),
                                    ("disputed", "disputed"),
                                    ("retracted", "retracted"),
                                ],
                                default="asserted",
                                max_length=10,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200)),
                        (
                            "lat",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                            ),
                        ),
                        (
                            "lon",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                            ),
                        ),
                        ("attributes", models.JSONField(blank=True, default=dict)),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("allied", "allied with"),
                                    ("hostile", "hostile to"),
                                    ("rival", "rival of"),
                                    ("negotiates", "negotiates with"),
                                    ("treaty", "has a treaty with"),
                                    ("supports", "supports"),
                                    ("state_sponsor", "sponsors"),
                                    ("patron_of", "patron of"),
                                    ("faction_of", "faction of"),
                                    ("member_of", "member of"),
                                    ("commands", "commands"),
                                    ("deployed_in", "deployed in"),
                                    ("garrison", "holds a garrison in"),
                                    ("blockades", "blockades"),
                                    ("mediates", "mediates for"),
                                    ("pledges", "pledges to"),
                                    ("influences", "influences"),
                                    ("position_on", "takes a position on"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("directed", models.BooleanField(default=True)),
                        ("key", models.CharField(db_collation="C", editable=False, max_length=500)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.adminarea",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.importbatch",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.claim",
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
                            "object",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.actor",
                            ),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.actor"
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
                    name="Citation",
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("locator", models.CharField(blank=True, max_length=200)),
                        (
                            "credibility",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1 - confirmed by other sources"),
                                    (2, "2 - probably true"),
                                    (3, "3 - possibly true"),
                                    (4, "4 - doubtful"),
                                    (5, "5 - improbable"),
                                    (6, "6 - cannot be judged"),
                                ],
                                default=6,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "actor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="world.actor",
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
                        (
                            "claim",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="world.claim",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="world.event",
                            ),
                        ),
                        (
                            "observation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="world.observation",
                            ),
                        ),
                        (
                            "relation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="citations",
                                to="world.relation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RelationHistory",
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
                            "reliability",
                            models.CharField(
                                choices=[
                                    ("A", "A - completely reliable"),
                                    ("B", "B - usually reliable"),
                                    ("C", "C - fairly reliable"),
                                    ("D", "D - not usually reliable"),
                                    ("E", "E - unreliable"),
                                    ("F", "F - cannot be judged"),
                                ],
                                default="F",
                                max_length=1,
                            ),
                        ),
                        (
                            "credibility",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1 - confirmed by other sources"),
                                    (2, "2 - probably true"),
                                    (3, "3 - possibly true"),
                                    (4, "4 - doubtful"),
                                    (5, "5 - improbable"),
                                    (6, "6 - cannot be judged"),
                                ],
                                default=6,
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("validity", django.contrib.postgres.fields.ranges.DateRangeField()),
                        (
                            "start_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        (
                            "end_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("announced_on", models.DateField(blank=True, null=True)),
                        ("effective_on", models.DateField(blank=True, null=True)),
                        ("summary", models.TextField(blank=True)),
                        ("strength", models.SmallIntegerField(blank=True, null=True)),
                        ("confidence", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asserted", "asserted"),
                                    ("disputed", "disputed"),
                                    ("retracted", "retracted"),
                                ],
                                default="asserted",
                                max_length=10,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200)),
                        (
                            "lat",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                            ),
                        ),
                        (
                            "lon",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                            ),
                        ),
                        ("attributes", models.JSONField(blank=True, default=dict)),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("allied", "allied with"),
                                    ("hostile", "hostile to"),
                                    ("rival", "rival of"),
                                    ("negotiates", "negotiates with"),
                                    ("treaty", "has a treaty with"),
                                    ("supports", "supports"),
                                    ("state_sponsor", "sponsors"),
                                    ("patron_of", "patron of"),
                                    ("faction_of", "faction of"),
                                    ("member_of", "member of"),
                                    ("commands", "commands"),
                                    ("deployed_in", "deployed in"),
                                    ("garrison", "holds a garrison in"),
                                    ("blockades", "blockades"),
                                    ("mediates", "mediates for"),
                                    ("pledges", "pledges to"),
                                    ("influences", "influences"),
                                    ("position_on", "takes a position on"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("directed", models.BooleanField(default=True)),
                        ("key", models.CharField(db_collation="C", editable=False, max_length=500)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.adminarea",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.importbatch",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.claim",
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
                            "object",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actor",
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
                                to="world.relation",
                            ),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actor",
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
                    name="RelationPast",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "reliability",
                            models.CharField(
                                choices=[
                                    ("A", "A - completely reliable"),
                                    ("B", "B - usually reliable"),
                                    ("C", "C - fairly reliable"),
                                    ("D", "D - not usually reliable"),
                                    ("E", "E - unreliable"),
                                    ("F", "F - cannot be judged"),
                                ],
                                default="F",
                                max_length=1,
                            ),
                        ),
                        (
                            "credibility",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1 - confirmed by other sources"),
                                    (2, "2 - probably true"),
                                    (3, "3 - possibly true"),
                                    (4, "4 - doubtful"),
                                    (5, "5 - improbable"),
                                    (6, "6 - cannot be judged"),
                                ],
                                default=6,
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("known_to", models.DateField()),
                        (
                            "made_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("validity", django.contrib.postgres.fields.ranges.DateRangeField()),
                        (
                            "start_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        (
                            "end_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("announced_on", models.DateField(blank=True, null=True)),
                        ("effective_on", models.DateField(blank=True, null=True)),
                        ("summary", models.TextField(blank=True)),
                        ("strength", models.SmallIntegerField(blank=True, null=True)),
                        ("confidence", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asserted", "asserted"),
                                    ("disputed", "disputed"),
                                    ("retracted", "retracted"),
                                ],
                                default="asserted",
                                max_length=10,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200)),
                        (
                            "lat",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                            ),
                        ),
                        (
                            "lon",
                            models.FloatField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                            ),
                        ),
                        ("attributes", models.JSONField(blank=True, default=dict)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.adminarea",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.importbatch",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.claim",
                            ),
                        ),
                        (
                            "relation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="past", to="world.relation"
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
                    name="Series",
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
                        ("code", models.SlugField(max_length=60)),
                        ("names", models.JSONField()),
                        ("unit", models.CharField(max_length=30)),
                        ("max_age_months", models.PositiveSmallIntegerField(blank=True, null=True)),
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
                            "dataset",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.dataset"
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
                    name="ObservationHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("known_from", models.DateField()),
                        ("value", models.FloatField()),
                        ("low", models.FloatField(blank=True, null=True)),
                        ("high", models.FloatField(blank=True, null=True)),
                        ("vintage", models.CharField(blank=True, max_length=40)),
                        (
                            "status",
                            models.CharField(
                                choices=[("accepted", "accepted"), ("retracted", "retracted")],
                                default="accepted",
                                max_length=10,
                            ),
                        ),
                        ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                        (
                            "actor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actor",
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.adminarea",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.importbatch",
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
                                to="world.observation",
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
                            "series",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.series",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SeriesHistory",
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
                        ("code", models.SlugField(db_index=False, max_length=60)),
                        ("names", models.JSONField()),
                        ("unit", models.CharField(max_length=30)),
                        ("max_age_months", models.PositiveSmallIntegerField(blank=True, null=True)),
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
                            "dataset",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.dataset",
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
                                to="world.series",
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
                    name="Situation",
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
                        ("slug", models.SlugField(max_length=80)),
                        ("name", models.CharField(max_length=200)),
                        ("summary", models.TextField(blank=True)),
                        ("default_at", models.DateField(blank=True, null=True)),
                        ("default_cutoff", models.DateField(blank=True, null=True)),
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
                            "primary_dataset",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.dataset",
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
                    name="SituationActor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="situation_links",
                                to="world.actor",
                            ),
                        ),
                        (
                            "situation",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="actor_links",
                                to="world.situation",
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
                    name="SituationArea",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="situation_links",
                                to="world.adminarea",
                            ),
                        ),
                        (
                            "situation",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="area_links",
                                to="world.situation",
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
                    name="SituationEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="situation_links",
                                to="world.event",
                            ),
                        ),
                        (
                            "situation",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="event_links",
                                to="world.situation",
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
                    name="SituationHistory",
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
                        ("slug", models.SlugField(db_index=False, max_length=80)),
                        ("name", models.CharField(max_length=200)),
                        ("summary", models.TextField(blank=True)),
                        ("default_at", models.DateField(blank=True, null=True)),
                        ("default_cutoff", models.DateField(blank=True, null=True)),
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
                                to="world.situation",
                            ),
                        ),
                        (
                            "primary_dataset",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.dataset",
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
                    name="SituationSeries",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "series",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="situation_links",
                                to="world.series",
                            ),
                        ),
                        (
                            "situation",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="series_links",
                                to="world.situation",
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
                    name="Source",
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("publisher", models.CharField(max_length=300)),
                        ("norm", models.CharField(db_collation="C", editable=False, max_length=300)),
                        (
                            "reliability",
                            models.CharField(
                                choices=[
                                    ("A", "A - completely reliable"),
                                    ("B", "B - usually reliable"),
                                    ("C", "C - fairly reliable"),
                                    ("D", "D - not usually reliable"),
                                    ("E", "E - unreliable"),
                                    ("F", "F - cannot be judged"),
                                ],
                                default="F",
                                max_length=1,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
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
                    name="HandlingGrant",
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
                        (
                            "actor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grants",
                                to="world.actor",
                            ),
                        ),
                        (
                            "actor_name",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grants",
                                to="world.actorname",
                            ),
                        ),
                        (
                            "citation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grants",
                                to="world.citation",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grants",
                                to="world.claim",
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
                            "event",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grants",
                                to="world.event",
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
                            "observation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grants",
                                to="world.observation",
                            ),
                        ),
                        (
                            "relation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grants",
                                to="world.relation",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="grants",
                                to="world.source",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SourceDocument",
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("title", models.CharField(max_length=500)),
                        ("url", models.URLField(blank=True, max_length=1000)),
                        ("published_on", models.DateField(blank=True, null=True)),
                        ("accessed_on", models.DateField(blank=True, null=True)),
                        ("language", models.CharField(blank=True, max_length=8)),
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
                            "origin_document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.sourcedocument",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="documents", to="world.source"
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
                    name="HandlingGrantHistory",
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
                        (
                            "actor",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actor",
                            ),
                        ),
                        (
                            "actor_name",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actorname",
                            ),
                        ),
                        (
                            "citation",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.citation",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.claim",
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
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.event",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="world.handlinggrant",
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
                            "observation",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.observation",
                            ),
                        ),
                        (
                            "relation",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.relation",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.source",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.sourcedocument",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ClaimPast",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "reliability",
                            models.CharField(
                                choices=[
                                    ("A", "A - completely reliable"),
                                    ("B", "B - usually reliable"),
                                    ("C", "C - fairly reliable"),
                                    ("D", "D - not usually reliable"),
                                    ("E", "E - unreliable"),
                                    ("F", "F - cannot be judged"),
                                ],
                                default="F",
                                max_length=1,
                            ),
                        ),
                        (
                            "credibility",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1 - confirmed by other sources"),
                                    (2, "2 - probably true"),
                                    (3, "3 - possibly true"),
                                    (4, "4 - doubtful"),
                                    (5, "5 - improbable"),
                                    (6, "6 - cannot be judged"),
                                ],
                                default=6,
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("known_to", models.DateField()),
                        (
                            "made_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("statement", models.TextField()),
                        ("value", models.JSONField(blank=True, null=True)),
                        ("asserted_on", models.DateField(blank=True, null=True)),
                        (
                            "asserted_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200)),
                        ("contrary", models.TextField(blank=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asserted", "asserted"),
                                    ("disputed", "disputed"),
                                    ("retracted", "retracted"),
                                ],
                                default="asserted",
                                max_length=10,
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="past", to="world.claim"
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.importbatch",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.sourcedocument",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ClaimHistory",
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
                            "reliability",
                            models.CharField(
                                choices=[
                                    ("A", "A - completely reliable"),
                                    ("B", "B - usually reliable"),
                                    ("C", "C - fairly reliable"),
                                    ("D", "D - not usually reliable"),
                                    ("E", "E - unreliable"),
                                    ("F", "F - cannot be judged"),
                                ],
                                default="F",
                                max_length=1,
                            ),
                        ),
                        (
                            "credibility",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1 - confirmed by other sources"),
                                    (2, "2 - probably true"),
                                    (3, "3 - possibly true"),
                                    (4, "4 - doubtful"),
                                    (5, "5 - improbable"),
                                    (6, "6 - cannot be judged"),
                                ],
                                default=6,
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("statement", models.TextField()),
                        ("value", models.JSONField(blank=True, null=True)),
                        ("asserted_on", models.DateField(blank=True, null=True)),
                        (
                            "asserted_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200)),
                        ("contrary", models.TextField(blank=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asserted", "asserted"),
                                    ("disputed", "disputed"),
                                    ("retracted", "retracted"),
                                ],
                                default="asserted",
                                max_length=10,
                            ),
                        ),
                        ("key", models.CharField(db_collation="C", max_length=100)),
                        (
                            "field",
                            models.CharField(
                                choices=[
                                    ("existence", "that it is so at all"),
                                    ("deaths", "deaths"),
                                    ("participant", "participant"),
                                    ("date", "date"),
                                    ("place", "place"),
                                    ("type", "type"),
                                    ("strength", "strength"),
                                    ("statement", "statement"),
                                ],
                                default="existence",
                                max_length=12,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("event", "event"),
                                    ("relation", "relation"),
                                    ("strength", "strength"),
                                    ("position", "position"),
                                    ("trend", "trend"),
                                    ("context", "context"),
                                    ("threat", "threat"),
                                    ("accusation", "accusation"),
                                    ("spread", "spread"),
                                    ("driver", "driver"),
                                    ("assessment", "assessment"),
                                    ("opinion", "opinion"),
                                    ("question", "question"),
                                    ("comparator", "comparator"),
                                    ("future", "future"),
                                ],
                                default="assessment",
                                max_length=12,
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
                                to="world.claim",
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
                            "event",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.event",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.importbatch",
                            ),
                        ),
                        (
                            "relation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.relation",
                            ),
                        ),
                        (
                            "about_situation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.situation",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.sourcedocument",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CitationHistory",
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("locator", models.CharField(blank=True, max_length=200)),
                        (
                            "credibility",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "1 - confirmed by other sources"),
                                    (2, "2 - probably true"),
                                    (3, "3 - possibly true"),
                                    (4, "4 - doubtful"),
                                    (5, "5 - improbable"),
                                    (6, "6 - cannot be judged"),
                                ],
                                default=6,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "actor",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actor",
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
                                to="world.citation",
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
                            "claim",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.claim",
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.event",
                            ),
                        ),
                        (
                            "observation",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.observation",
                            ),
                        ),
                        (
                            "relation",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.relation",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.sourcedocument",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ActorLineageHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("renamed", "renamed"),
                                    ("split_from", "split from"),
                                    ("merged_into", "merged into"),
                                    ("joined", "joined"),
                                    ("temporary_coalition", "temporary coalition"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True)),
                        (
                            "date_prec",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "day"), (2, "a few days"), (3, "week"), (4, "month"), (5, "year")],
                                default=1,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "ancestor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actor",
                            ),
                        ),
                        (
                            "heir",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.actor",
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
                                to="world.actorlineage",
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
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.sourcedocument",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SourceDocumentHistory",
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("title", models.CharField(max_length=500)),
                        ("url", models.URLField(blank=True, max_length=1000)),
                        ("published_on", models.DateField(blank=True, null=True)),
                        ("accessed_on", models.DateField(blank=True, null=True)),
                        ("language", models.CharField(blank=True, max_length=8)),
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
                            "origin_document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.sourcedocument",
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
                                to="world.sourcedocument",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="world.source",
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
                    name="SourceHistory",
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
                        (
                            "handling",
                            models.CharField(
                                choices=[("open", "open"), ("team", "team only"), ("restricted", "named people only")],
                                default="team",
                                max_length=10,
                            ),
                        ),
                        ("contains_personal_data", models.BooleanField(default=False)),
                        ("publisher", models.CharField(max_length=300)),
                        ("norm", models.CharField(db_collation="C", editable=False, max_length=300)),
                        (
                            "reliability",
                            models.CharField(
                                choices=[
                                    ("A", "A - completely reliable"),
                                    ("B", "B - usually reliable"),
                                    ("C", "C - fairly reliable"),
                                    ("D", "D - not usually reliable"),
                                    ("E", "E - unreliable"),
                                    ("F", "F - cannot be judged"),
                                ],
                                default="F",
                                max_length=1,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
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
                                to="world.source",
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
                    name="SourceRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("external_id", models.CharField(max_length=100)),
                        ("payload", models.JSONField()),
                        ("payload_hash", models.CharField(max_length=64)),
                        ("retracted_at", models.DateTimeField(null=True)),
                        (
                            "dataset",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="world.dataset",
                            ),
                        ),
                        (
                            "first_batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.importbatch"
                            ),
                        ),
                        (
                            "last_batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.importbatch"
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
                    name="EventSourceLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("same_as", "the same event"),
                                    ("part_of", "part of the event"),
                                    ("contains", "contains the event"),
                                ],
                                default="same_as",
                                max_length=8,
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="source_links",
                                to="world.event",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                            ),
                        ),
                        (
                            "record",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to="world.sourcerecord",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="SourceRecordRevision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("payload", models.JSONField()),
                        ("payload_hash", models.CharField(max_length=64)),
                        (
                            "replaced_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.importbatch"
                            ),
                        ),
                        (
                            "record",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="revisions",
                                to="world.sourcerecord",
                            ),
                        ),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.importbatch"
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
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name="actor",
                    name="home_area",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="world.adminarea",
                    ),
                ),
                migrations.AddField(
                    model_name="claim",
                    name="event",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="world.event",
                    ),
                ),
                migrations.AddField(
                    model_name="event",
                    name="type",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.eventtype"
                    ),
                ),
                migrations.AddField(
                    model_name="event",
                    name="batch",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="world.importbatch",
                    ),
                ),
                migrations.AddField(
                    model_name="claim",
                    name="batch",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="world.importbatch",
                    ),
                ),
                migrations.AddField(
                    model_name="claim",
                    name="relation",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="world.relation",
                    ),
                ),
                migrations.AddField(
                    model_name="observation",
                    name="series",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.series"
                    ),
                ),
                migrations.AddField(
                    model_name="importbatch",
                    name="situation",
                    field=models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="world.situation"
                    ),
                ),
                migrations.AddField(
                    model_name="claim",
                    name="about_situation",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="world.situation",
                    ),
                ),
                migrations.AddField(
                    model_name="handlinggrant",
                    name="document",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to="world.sourcedocument",
                    ),
                ),
                migrations.AddField(
                    model_name="claim",
                    name="document",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="world.sourcedocument",
                    ),
                ),
                migrations.AddField(
                    model_name="citation",
                    name="document",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="citations", to="world.sourcedocument"
                    ),
                ),
                migrations.AddField(
                    model_name="actorlineage",
                    name="document",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="world.sourcedocument",
                    ),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddConstraint(
                    model_name="actorexternalid",
                    constraint=models.UniqueConstraint(
                        fields=("team", "system", "value"), name="world_actorexternalid_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actorexternalid",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("value", ""), _negated=True), name="world_actorexternalid_given"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorexternalid",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actorexternalidhistory" ("actor_id", "id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "system", "team_id", "value") SELECT new_values."actor_id", new_values."id", new_values."period", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."system", new_values."team_id", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2364d72dff217aa781b964bdaab3a61682d770b0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f4b94",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_actorexternalid",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorexternalid",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actorexternalidhistory" ("actor_id", "id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "system", "team_id", "value") SELECT new_values."actor_id", new_values."id", new_values."period", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."system", new_values."team_id", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b18bc9e53f653e64170ac5e77d2630b78a716225",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_db5dd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_actorexternalid",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorexternalid",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actorexternalidhistory" ("actor_id", "id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "system", "team_id", "value") SELECT old_values."actor_id", old_values."id", old_values."period", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."system", old_values."team_id", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="90ab55ff4fa6d142ed3be0f506883accd565ea09",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9030f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_actorexternalid",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorexternalidhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b09e64111193dd521bc28375baf679de26ac02b8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_edfc1",
                            table="world_actorexternalidhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="actorname",
                    index=models.Index(fields=["team", "norm"], name="world_actorname_norm"),
                ),
                migrations.AddIndex(
                    model_name="actorname",
                    index=django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("norm", name="gin_trgm_ops"),
                        name="world_actorname_like",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actorname",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_actorname_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="actorname",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="world_actorname_handling_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actorname",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("kind", "canonical")),
                        fields=("actor",),
                        name="world_actorname_one_canonical",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actorname",
                    constraint=models.UniqueConstraint(
                        fields=("actor", "norm", "source_system"), name="world_actorname_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actorname",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("norm", ""), _negated=True), name="world_actorname_given"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actornamehistory" ("actor_id", "contains_personal_data", "handling", "id", "kind", "lang", "norm", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_system", "team_id", "text") SELECT new_values."actor_id", new_values."contains_personal_data", new_values."handling", new_values."id", new_values."kind", new_values."lang", new_values."norm", new_values."period", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."source_system", new_values."team_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c9be04d1fd768443cfccd1cac79d131653ac9dfd",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_261f3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_actorname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actornamehistory" ("actor_id", "contains_personal_data", "handling", "id", "kind", "lang", "norm", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_system", "team_id", "text") SELECT new_values."actor_id", new_values."contains_personal_data", new_values."handling", new_values."id", new_values."kind", new_values."lang", new_values."norm", new_values."period", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source_system", new_values."team_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d7c5f171d362848d31a1c32b99e55fa77e995939",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b00b7",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_actorname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorname",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actornamehistory" ("actor_id", "contains_personal_data", "handling", "id", "kind", "lang", "norm", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_system", "team_id", "text") SELECT old_values."actor_id", old_values."contains_personal_data", old_values."handling", old_values."id", old_values."kind", old_values."lang", old_values."norm", old_values."period", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."source_system", old_values."team_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e8c661972defe7aeb23449795f454dd5f3019080",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e9d37",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_actorname",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actornamehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="018177a910d58114777f64475f4ae4bd83e629ad",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_02007",
                            table="world_actornamehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="adminarea",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_adminarea_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="adminarea",
                    constraint=models.UniqueConstraint(fields=("team", "pcode"), name="world_area_pcode_once"),
                ),
                migrations.AddConstraint(
                    model_name="adminarea",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("level", 0), ("parent__isnull", True)),
                            models.Q(("level__range", (1, 3)), ("parent__isnull", False)),
                            _connector="OR",
                        ),
                        name="world_area_parent_by_level",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="adminarea",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lat__isnull", True), ("lon__isnull", True)),
                            models.Q(
                                ("lat__isnull", False),
                                ("lat__range", (-90, 90)),
                                ("lon__isnull", False),
                                ("lon__range", (-180, 180)),
                            ),
                            _connector="OR",
                        ),
                        name="world_adminarea_point_on_globe",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="adminarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_adminareahistory" ("created_at", "created_by_id", "dataset_names", "id", "iso_3166_1", "iso_3166_2", "lat", "level", "lon", "names", "note", "outline", "parent_id", "pcode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "team_id", "updated_at", "updated_by_id", "vintage") SELECT new_values."created_at", new_values."created_by_id", new_values."dataset_names", new_values."id", new_values."iso_3166_1", new_values."iso_3166_2", new_values."lat", new_values."level", new_values."lon", new_values."names", new_values."note", new_values."outline", new_values."parent_id", new_values."pcode", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."row_version", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."vintage" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="08d41b412628783b76a730ffa11d31f715e4bfaf",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c667f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_adminarea",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="adminarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_adminareahistory" ("created_at", "created_by_id", "dataset_names", "id", "iso_3166_1", "iso_3166_2", "lat", "level", "lon", "names", "note", "outline", "parent_id", "pcode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "team_id", "updated_at", "updated_by_id", "vintage") SELECT new_values."created_at", new_values."created_by_id", new_values."dataset_names", new_values."id", new_values."iso_3166_1", new_values."iso_3166_2", new_values."lat", new_values."level", new_values."lon", new_values."names", new_values."note", new_values."outline", new_values."parent_id", new_values."pcode", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."row_version", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."vintage" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="328db519049a7e376440b88e8e641bbc0eb36cc2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b4cac",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_adminarea",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="adminarea",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_adminareahistory" ("created_at", "created_by_id", "dataset_names", "id", "iso_3166_1", "iso_3166_2", "lat", "level", "lon", "names", "note", "outline", "parent_id", "pcode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "team_id", "updated_at", "updated_by_id", "vintage") SELECT old_values."created_at", old_values."created_by_id", old_values."dataset_names", old_values."id", old_values."iso_3166_1", old_values."iso_3166_2", old_values."lat", old_values."level", old_values."lon", old_values."names", old_values."note", old_values."outline", old_values."parent_id", old_values."pcode", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."row_version", old_values."team_id", old_values."updated_at", old_values."updated_by_id", old_values."vintage" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="94c323548e47816f70fe41ed1c0a720ba47ea94b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_25df9",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_adminarea",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="20098a3eef30147b83cd56657ba16877f4c56f1b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_06538",
                            table="world_actorhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="actor",
                    index=models.Index(fields=["team", "norm", "id"], name="world_actor_by_name"),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_actor_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="world_actor_handling_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=models.UniqueConstraint(fields=("team", "slug"), name="world_actor_slug_once"),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into__isnull", False), ("status", "merged")),
                            models.Q(models.Q(("status", "merged"), _negated=True), ("merged_into__isnull", True)),
                            _connector="OR",
                        ),
                        name="world_actor_merged_names_other",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into__isnull", True),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="world_actor_not_into_itself",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actorhistory" ("active_from", "active_to", "contains_personal_data", "created_at", "created_by_id", "description", "handling", "home_area_id", "id", "kind", "merged_into_id", "name", "name_withheld", "norm", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "slug", "status", "team_id", "updated_at", "updated_by_id") SELECT new_values."active_from", new_values."active_to", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."description", new_values."handling", new_values."home_area_id", new_values."id", new_values."kind", new_values."merged_into_id", new_values."name", new_values."name_withheld", new_values."norm", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."row_version", new_values."slug", new_values."status", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cef9c8e2e4bad6b4f38c8f24c171593dd29ad276",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cf76a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_actor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actorhistory" ("active_from", "active_to", "contains_personal_data", "created_at", "created_by_id", "description", "handling", "home_area_id", "id", "kind", "merged_into_id", "name", "name_withheld", "norm", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "slug", "status", "team_id", "updated_at", "updated_by_id") SELECT new_values."active_from", new_values."active_to", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."description", new_values."handling", new_values."home_area_id", new_values."id", new_values."kind", new_values."merged_into_id", new_values."name", new_values."name_withheld", new_values."norm", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."row_version", new_values."slug", new_values."status", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d983c3d8e261f700e7048c67d07794a9a315c05d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a9d98",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_actor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actorhistory" ("active_from", "active_to", "contains_personal_data", "created_at", "created_by_id", "description", "handling", "home_area_id", "id", "kind", "merged_into_id", "name", "name_withheld", "norm", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "slug", "status", "team_id", "updated_at", "updated_by_id") SELECT old_values."active_from", old_values."active_to", old_values."contains_personal_data", old_values."created_at", old_values."created_by_id", old_values."description", old_values."handling", old_values."home_area_id", old_values."id", old_values."kind", old_values."merged_into_id", old_values."name", old_values."name_withheld", old_values."norm", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."row_version", old_values."slug", old_values."status", old_values."team_id", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ba62441ba9b46f66e57adcffcc0edcbf79c2b0f5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_184c4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_actor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="adminareahistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b266dadc77d7b24e4a6293f7227b7516d2bd3628",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0c99e",
                            table="world_adminareahistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimactor",
                    constraint=models.UniqueConstraint(fields=("claim", "actor"), name="world_claimactor_once"),
                ),
                migrations.AddConstraint(
                    model_name="dataset",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_dataset_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="dataset",
                    constraint=models.UniqueConstraint(fields=("team", "code"), name="world_dataset_code_once"),
                ),
                migrations.AddConstraint(
                    model_name="dataset",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("covers_from__isnull", True),
                            ("covers_until__isnull", True),
                            ("covers_from__lte", models.F("covers_until")),
                            _connector="OR",
                        ),
                        name="world_dataset_covers_ordered",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dataset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_datasethistory" ("attribution", "code", "complete_types", "complete_until", "covers_from", "covers_until", "created_at", "created_by_id", "id", "kind", "knowledge_rule", "licence", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reconstructed", "redistributable", "release_calendar", "row_version", "team_id", "updated_at", "updated_by_id", "url") SELECT new_values."attribution", new_values."code", new_values."complete_types", new_values."complete_until", new_values."covers_from", new_values."covers_until", new_values."created_at", new_values."created_by_id", new_values."id", new_values."kind", new_values."knowledge_rule", new_values."licence", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reconstructed", new_values."redistributable", new_values."release_calendar", new_values."row_version", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c93f6c652806b5cbcac38dd84c457db758b965f2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ac53c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_dataset",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dataset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_datasethistory" ("attribution", "code", "complete_types", "complete_until", "covers_from", "covers_until", "created_at", "created_by_id", "id", "kind", "knowledge_rule", "licence", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reconstructed", "redistributable", "release_calendar", "row_version", "team_id", "updated_at", "updated_by_id", "url") SELECT new_values."attribution", new_values."code", new_values."complete_types", new_values."complete_until", new_values."covers_from", new_values."covers_until", new_values."created_at", new_values."created_by_id", new_values."id", new_values."kind", new_values."knowledge_rule", new_values."licence", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reconstructed", new_values."redistributable", new_values."release_calendar", new_values."row_version", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."url" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fa683143e8c340118287310717c413570b7af0bb",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_90715",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_dataset",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dataset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_datasethistory" ("attribution", "code", "complete_types", "complete_until", "covers_from", "covers_until", "created_at", "created_by_id", "id", "kind", "knowledge_rule", "licence", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reconstructed", "redistributable", "release_calendar", "row_version", "team_id", "updated_at", "updated_by_id", "url") SELECT old_values."attribution", old_values."code", old_values."complete_types", old_values."complete_until", old_values."covers_from", old_values."covers_until", old_values."created_at", old_values."created_by_id", old_values."id", old_values."kind", old_values."knowledge_rule", old_values."licence", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reconstructed", old_values."redistributable", old_values."release_calendar", old_values."row_version", old_values."team_id", old_values."updated_at", old_values."updated_by_id", old_values."url" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3bc742b9921a91d71fc9310c4267879b5e856713",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8b823",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_dataset",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datasethistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7b0669f5d42acf33161d4871d6f9bd01f118e757",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e53bc",
                            table="world_datasethistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="eventparticipant",
                    index=models.Index(fields=["actor", "event"], name="world_participant_by_actor"),
                ),
                migrations.AddConstraint(
                    model_name="eventparticipant",
                    constraint=models.UniqueConstraint(
                        fields=("event", "actor", "role", "raw_label"),
                        name="world_eventparticipant_once",
                        nulls_distinct=False,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventparticipant",
                    constraint=models.UniqueConstraint(
                        fields=("event", "actor", "role"), name="world_eventparticipant_actor_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventparticipant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("actor__isnull", False), models.Q(("raw_label", ""), _negated=True), _connector="OR"
                        ),
                        name="world_eventparticipant_named",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventparticipant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("side__in", ["a", "b", ""])), name="world_eventparticipant_side_known"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventparticipant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_eventparticipanthistory" ("actor_id", "attribution", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raw_label", "role", "side", "team_id") SELECT new_values."actor_id", new_values."attribution", new_values."event_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."raw_label", new_values."role", new_values."side", new_values."team_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="58acf7c36642617d508a536ba3abbeaaeef9a4ea",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cd5e7",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_eventparticipant",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventparticipant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_eventparticipanthistory" ("actor_id", "attribution", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raw_label", "role", "side", "team_id") SELECT new_values."actor_id", new_values."attribution", new_values."event_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."raw_label", new_values."role", new_values."side", new_values."team_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9d83839f022057fdd4aecee7b414573d2ca08f57",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7d44b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_eventparticipant",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventparticipant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_eventparticipanthistory" ("actor_id", "attribution", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raw_label", "role", "side", "team_id") SELECT old_values."actor_id", old_values."attribution", old_values."event_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raw_label", old_values."role", old_values."side", old_values."team_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="913993af9022f2a0e0b885061a36242cc2d412f1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_dc25a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_eventparticipant",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventparticipanthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="44c9d7942aab9cba4471a9d7c797a425b68845c7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cfdec",
                            table="world_eventparticipanthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventtype",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_eventtype_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="eventtype",
                    constraint=models.UniqueConstraint(fields=("team", "code"), name="world_eventtype_code_once"),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_eventtypehistory" ("code", "created_at", "created_by_id", "domain", "id", "labels", "maps", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "political_violence", "row_version", "team_id", "updated_at", "updated_by_id") SELECT new_values."code", new_values."created_at", new_values."created_by_id", new_values."domain", new_values."id", new_values."labels", new_values."maps", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."political_violence", new_values."row_version", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="316375fa775452a7e6701292f888b8e7b021783e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ff912",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_eventtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_eventtypehistory" ("code", "created_at", "created_by_id", "domain", "id", "labels", "maps", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "political_violence", "row_version", "team_id", "updated_at", "updated_by_id") SELECT new_values."code", new_values."created_at", new_values."created_by_id", new_values."domain", new_values."id", new_values."labels", new_values."maps", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."political_violence", new_values."row_version", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b81d05e65e3f398aff19db855ec511575112d441",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_98b4e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_eventtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtype",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_eventtypehistory" ("code", "created_at", "created_by_id", "domain", "id", "labels", "maps", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "political_violence", "row_version", "team_id", "updated_at", "updated_by_id") SELECT old_values."code", old_values."created_at", old_values."created_by_id", old_values."domain", old_values."id", old_values."labels", old_values."maps", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."political_violence", old_values."row_version", old_values."team_id", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7ca26f7d1c9f43a1d7298ce147a714c2fc9ff7f5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e9aa2",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_eventtype",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventtypehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="76de08a64c3afa25a18293889a75eb439b68b98c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b37ff",
                            table="world_eventtypehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="eventpast",
                    index=models.Index(fields=["team", "known_to"], name="world_eventpast_known_to"),
                ),
                migrations.AddIndex(
                    model_name="eventpast",
                    index=models.Index(fields=["team", "known_from"], name="world_eventpast_known_from"),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lat__isnull", True), ("lon__isnull", True)),
                            models.Q(
                                ("lat__isnull", False),
                                ("lat__range", (-90, 90)),
                                ("lon__isnull", False),
                                ("lon__range", (-180, 180)),
                            ),
                            _connector="OR",
                        ),
                        name="world_eventpast_point_on_globe",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("date_start__lte", models.F("date_end"))),
                        name="world_eventpast_dates_ordered",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("date_prec__range", (1, 5))), name="world_eventpast_date_prec_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("where_prec__isnull", True), ("where_prec__range", (1, 7)), _connector="OR"
                        ),
                        name="world_eventpast_where_prec_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("radius_km__isnull", True), ("radius_km__gte", 0), _connector="OR"),
                        name="world_eventpast_radius_not_negative",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "in_review", "accepted", "rejected", "retracted"])),
                        name="world_eventpast_status_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("known_from__lt", models.F("known_to"))),
                        name="world_eventpast_known_ordered",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("event", "="),
                            (models.Func("known_from", "known_to", function="daterange"), "&&"),
                        ],
                        name="world_eventpast_no_overlap",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="eventhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="08d7713de1b4f6529d519fce88c27a86a9a2ef9b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_73d74",
                            table="world_eventhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="event",
                    index=models.Index(fields=["team", "-date_start", "-id"], name="world_event_recent"),
                ),
                migrations.AddIndex(
                    model_name="event",
                    index=models.Index(fields=["team", "area", "date_start"], name="world_event_by_area"),
                ),
                migrations.AddIndex(
                    model_name="event",
                    index=models.Index(fields=["team", "dataset", "known_from"], name="world_event_by_known"),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_event_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="world_event_handling_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lat__isnull", True), ("lon__isnull", True)),
                            models.Q(
                                ("lat__isnull", False),
                                ("lat__range", (-90, 90)),
                                ("lon__isnull", False),
                                ("lon__range", (-180, 180)),
                            ),
                            _connector="OR",
                        ),
                        name="world_event_point_on_globe",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("date_start__lte", models.F("date_end"))), name="world_event_dates_ordered"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("date_prec__range", (1, 5))), name="world_event_date_prec_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("where_prec__isnull", True), ("where_prec__range", (1, 7)), _connector="OR"
                        ),
                        name="world_event_where_prec_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("radius_km__isnull", True), ("radius_km__gte", 0), _connector="OR"),
                        name="world_event_radius_not_negative",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "in_review", "accepted", "rejected", "retracted"])),
                        name="world_event_status_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.UniqueConstraint(
                        fields=("dataset", "external_id"), name="world_event_once_per_dataset"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("external_id", ""), _negated=True), name="world_event_id_given"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("duplicate_of__isnull", True),
                            models.Q(("duplicate_of", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="world_event_not_own_duplicate",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("parent__isnull", True),
                            models.Q(("parent", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="world_event_not_own_parent",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_eventhistory" ("area_id", "attributes", "batch_id", "contains_personal_data", "count_in_aggregates", "created_at", "created_by_id", "dataset_id", "date_end", "date_prec", "date_start", "deaths_best", "deaths_civilians", "deaths_high", "deaths_low", "duplicate_of_id", "event_clarity", "external_id", "grid_cell", "handling", "id", "known_from", "lat", "lon", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "radius_km", "reported_adm1", "reported_adm2", "row_version", "status", "summary", "team_id", "title", "type_id", "updated_at", "updated_by_id", "warnings", "where_prec") SELECT new_values."area_id", new_values."attributes", new_values."batch_id", new_values."contains_personal_data", new_values."count_in_aggregates", new_values."created_at", new_values."created_by_id", new_values."dataset_id", new_values."date_end", new_values."date_prec", new_values."date_start", new_values."deaths_best", new_values."deaths_civilians", new_values."deaths_high", new_values."deaths_low", new_values."duplicate_of_id", new_values."event_clarity", new_values."external_id", new_values."grid_cell", new_values."handling", new_values."id", new_values."known_from", new_values."lat", new_values."lon", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."place", new_values."radius_km", new_values."reported_adm1", new_values."reported_adm2", new_values."row_version", new_values."status", new_values."summary", new_values."team_id", new_values."title", new_values."type_id", new_values."updated_at", new_values."updated_by_id", new_values."warnings", new_values."where_prec" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2d9af67a86ba4054c21bb16f9bb8571eb7e4b613",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c3f62",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_eventhistory" ("area_id", "attributes", "batch_id", "contains_personal_data", "count_in_aggregates", "created_at", "created_by_id", "dataset_id", "date_end", "date_prec", "date_start", "deaths_best", "deaths_civilians", "deaths_high", "deaths_low", "duplicate_of_id", "event_clarity", "external_id", "grid_cell", "handling", "id", "known_from", "lat", "lon", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "radius_km", "reported_adm1", "reported_adm2", "row_version", "status", "summary", "team_id", "title", "type_id", "updated_at", "updated_by_id", "warnings", "where_prec") SELECT new_values."area_id", new_values."attributes", new_values."batch_id", new_values."contains_personal_data", new_values."count_in_aggregates", new_values."created_at", new_values."created_by_id", new_values."dataset_id", new_values."date_end", new_values."date_prec", new_values."date_start", new_values."deaths_best", new_values."deaths_civilians", new_values."deaths_high", new_values."deaths_low", new_values."duplicate_of_id", new_values."event_clarity", new_values."external_id", new_values."grid_cell", new_values."handling", new_values."id", new_values."known_from", new_values."lat", new_values."lon", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."place", new_values."radius_km", new_values."reported_adm1", new_values."reported_adm2", new_values."row_version", new_values."status", new_values."summary", new_values."team_id", new_values."title", new_values."type_id", new_values."updated_at", new_values."updated_by_id", new_values."warnings", new_values."where_prec" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cf95e33824cffd652460d5f0cc39b354b9273393",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_11049",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_event",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_eventhistory" ("area_id", "attributes", "batch_id", "contains_personal_data", "count_in_aggregates", "created_at", "created_by_id", "dataset_id", "date_end", "date_prec", "date_start", "deaths_best", "deaths_civilians", "deaths_high", "deaths_low", "duplicate_of_id", "event_clarity", "external_id", "grid_cell", "handling", "id", "known_from", "lat", "lon", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "radius_km", "reported_adm1", "reported_adm2", "row_version", "status", "summary", "team_id", "title", "type_id", "updated_at", "updated_by_id", "warnings", "where_prec") SELECT old_values."area_id", old_values."attributes", old_values."batch_id", old_values."contains_personal_data", old_values."count_in_aggregates", old_values."created_at", old_values."created_by_id", old_values."dataset_id", old_values."date_end", old_values."date_prec", old_values."date_start", old_values."deaths_best", old_values."deaths_civilians", old_values."deaths_high", old_values."deaths_low", old_values."duplicate_of_id", old_values."event_clarity", old_values."external_id", old_values."grid_cell", old_values."handling", old_values."id", old_values."known_from", old_values."lat", old_values."lon", old_values."parent_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."place", old_values."radius_km", old_values."reported_adm1", old_values."reported_adm2", old_values."row_version", old_values."status", old_values."summary", old_values."team_id", old_values."title", old_values."type_id", old_values."updated_at", old_values."updated_by_id", old_values."warnings", old_values."where_prec" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ba1079d188dc7501c5b4c08c7f59b58d76224016",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_22076",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_event",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="cellpair",
                    index=models.Index(fields=["actor", "month"], name="world_cellpair_actor"),
                ),
                migrations.AddIndex(
                    model_name="cellpair",
                    index=models.Index(fields=["other_actor", "month"], name="world_cellpair_other"),
                ),
                migrations.AddConstraint(
                    model_name="cellpair",
                    constraint=models.UniqueConstraint(
                        fields=(
                            "dataset",
                            "month",
                            "area",
                            "actor",
                            "other_actor",
                            "same_side",
                            "known_month",
                            "batch",
                        ),
                        name="world_cellpair_once",
                        nulls_distinct=False,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="cellpair",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("actor__lt", models.F("other_actor"))), name="world_cellpair_ends_ordered"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="cellpair",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("known_month__day", 1), ("month__day", 1)),
                        name="world_cellpair_whole_months",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="cellarea",
                    constraint=models.UniqueConstraint(
                        fields=(
                            "dataset",
                            "month",
                            "area",
                            "grid_cell",
                            "event_type",
                            "civilian_harm",
                            "known_month",
                            "batch",
                        ),
                        name="world_cellarea_once",
                        nulls_distinct=False,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="cellarea",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("known_month__day", 1), ("month__day", 1)),
                        name="world_cellarea_whole_months",
                    ),
                ),
                migrations.AddIndex(
                    model_name="importissue",
                    index=models.Index(fields=["batch", "row", "id"], name="world_issue_by_row"),
                ),
                migrations.AddConstraint(
                    model_name="observationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("low__isnull", True), ("low__lte", models.F("value")), _connector="OR"),
                            models.Q(("high__isnull", True), ("high__gte", models.F("value")), _connector="OR"),
                        ),
                        name="world_observationpast_band_holds_value",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["accepted", "retracted"])),
                        name="world_observationpast_status_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("known_from__lt", models.F("known_to"))),
                        name="world_observationpast_known_ordered",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observationpast",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("observation", "="),
                            (models.Func("known_from", "known_to", function="daterange"), "&&"),
                        ],
                        name="world_observationpast_no_overlap",
                    ),
                ),
                migrations.AddIndex(
                    model_name="relation",
                    index=models.Index(fields=["team", "type", "known_from"], name="world_relation_by_type"),
                ),
                migrations.AddIndex(
                    model_name="relation",
                    index=models.Index(fields=["team", "-id"], name="world_relation_recent"),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_relation_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="world_relation_handling_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("credibility__range", (1, 6)), ("reliability__in", ["A", "B", "C", "D", "E", "F"])
                        ),
                        name="world_relation_grade_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lat__isnull", True), ("lon__isnull", True)),
                            models.Q(
                                ("lat__isnull", False),
                                ("lat__range", (-90, 90)),
                                ("lon__isnull", False),
                                ("lon__range", (-180, 180)),
                            ),
                            _connector="OR",
                        ),
                        name="world_relation_point_on_globe",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("validity__isempty", False)), name="world_relation_validity_real"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("end_prec__range", (1, 5)), ("start_prec__range", (1, 5))),
                        name="world_relation_prec_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("strength__isnull", True), ("strength__range", (-100, 100)), _connector="OR"
                        ),
                        name="world_relation_strength_range",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("confidence__isnull", True), ("confidence__range", (0, 100)), _connector="OR"
                        ),
                        name="world_relation_confidence_range",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["asserted", "disputed", "retracted"])),
                        name="world_relation_status_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.UniqueConstraint(fields=("team", "key"), name="world_relation_key_once"),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("object__isnull", True),
                            models.Q(("subject", models.F("object")), _negated=True),
                            _connector="OR",
                        ),
                        name="world_relation_not_to_itself",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("object__isnull", False),
                            ("area__isnull", False),
                            models.Q(("place", ""), _negated=True),
                            ("type", "position_on"),
                            _connector="OR",
                        ),
                        name="world_relation_has_other_end",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("directed", True),
                            models.Q(("object__isnull", False), ("subject__lt", models.F("object"))),
                            _connector="OR",
                        ),
                        name="world_relation_ends_ordered",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("directed", False),
                                ("type__in", ["allied", "hostile", "negotiates", "rival", "treaty"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("type__in", ["allied", "hostile", "negotiates", "rival", "treaty"]), _negated=True
                                ),
                                ("directed", True),
                            ),
                            _connector="OR",
                        ),
                        name="world_relation_directed_by_type",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("status", "retracted"), _negated=True),
                        expressions=[
                            ("subject", "="),
                            ("object", "="),
                            ("type", "="),
                            ("place", "="),
                            ("status", "="),
                            ("validity", "&&"),
                        ],
                        name="world_relation_no_overlap",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="relation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_relationhistory" ("announced_on", "area_id", "attributes", "batch_id", "claim_id", "confidence", "contains_personal_data", "created_at", "created_by_id", "credibility", "directed", "effective_on", "end_prec", "handling", "id", "key", "known_from", "lat", "lon", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reliability", "row_version", "start_prec", "status", "strength", "subject_id", "summary", "team_id", "type", "updated_at", "updated_by_id", "validity") SELECT new_values."announced_on", new_values."area_id", new_values."attributes", new_values."batch_id", new_values."claim_id", new_values."confidence", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."credibility", new_values."directed", new_values."effective_on", new_values."end_prec", new_values."handling", new_values."id", new_values."key", new_values."known_from", new_values."lat", new_values."lon", new_values."object_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."place", new_values."reliability", new_values."row_version", new_values."start_prec", new_values."status", new_values."strength", new_values."subject_id", new_values."summary", new_values."team_id", new_values."type", new_values."updated_at", new_values."updated_by_id", new_values."validity" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="61dd21ee9ac4ba6152a3368bf7fe3e00f37acccc",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a0364",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_relation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="relation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_relationhistory" ("announced_on", "area_id", "attributes", "batch_id", "claim_id", "confidence", "contains_personal_data", "created_at", "created_by_id", "credibility", "directed", "effective_on", "end_prec", "handling", "id", "key", "known_from", "lat", "lon", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reliability", "row_version", "start_prec", "status", "strength", "subject_id", "summary", "team_id", "type", "updated_at", "updated_by_id", "validity") SELECT new_values."announced_on", new_values."area_id", new_values."attributes", new_values."batch_id", new_values."claim_id", new_values."confidence", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."credibility", new_values."directed", new_values."effective_on", new_values."end_prec", new_values."handling", new_values."id", new_values."key", new_values."known_from", new_values."lat", new_values."lon", new_values."object_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."place", new_values."reliability", new_values."row_version", new_values."start_prec", new_values."status", new_values."strength", new_values."subject_id", new_values."summary", new_values."team_id", new_values."type", new_values."updated_at", new_values."updated_by_id", new_values."validity" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1a5b09a4fbf6de06ba6637d031dc6eb21e9dcd59",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a7fbc",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_relation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="relation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_relationhistory" ("announced_on", "area_id", "attributes", "batch_id", "claim_id", "confidence", "contains_personal_data", "created_at", "created_by_id", "credibility", "directed", "effective_on", "end_prec", "handling", "id", "key", "known_from", "lat", "lon", "object_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reliability", "row_version", "start_prec", "status", "strength", "subject_id", "summary", "team_id", "type", "updated_at", "updated_by_id", "validity") SELECT old_values."announced_on", old_values."area_id", old_values."attributes", old_values."batch_id", old_values."claim_id", old_values."confidence", old_values."contains_personal_data", old_values."created_at", old_values."created_by_id", old_values."credibility", old_values."directed", old_values."effective_on", old_values."end_prec", old_values."handling", old_values."id", old_values."key", old_values."known_from", old_values."lat", old_values."lon", old_values."object_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."place", old_values."reliability", old_values."row_version", old_values."start_prec", old_values."status", old_values."strength", old_values."subject_id", old_values."summary", old_values."team_id", old_values."type", old_values."updated_at", old_values."updated_by_id", old_values."validity" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="493a3f639a79efd883cf823912c5a00e8979e18d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4df09",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_relation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="relationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="08631a3fea04508e865290820dce47aad501df39",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_93787",
                            table="world_relationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("credibility__range", (1, 6)), ("reliability__in", ["A", "B", "C", "D", "E", "F"])
                        ),
                        name="world_relationpast_grade_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lat__isnull", True), ("lon__isnull", True)),
                            models.Q(
                                ("lat__isnull", False),
                                ("lat__range", (-90, 90)),
                                ("lon__isnull", False),
                                ("lon__range", (-180, 180)),
                            ),
                            _connector="OR",
                        ),
                        name="world_relationpast_point_on_globe",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("validity__isempty", False)), name="world_relationpast_validity_real"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("end_prec__range", (1, 5)), ("start_prec__range", (1, 5))),
                        name="world_relationpast_prec_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("strength__isnull", True), ("strength__range", (-100, 100)), _connector="OR"
                        ),
                        name="world_relationpast_strength_range",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("confidence__isnull", True), ("confidence__range", (0, 100)), _connector="OR"
                        ),
                        name="world_relationpast_confidence_range",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["asserted", "disputed", "retracted"])),
                        name="world_relationpast_status_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("known_from__lt", models.F("known_to"))),
                        name="world_relationpast_known_ordered",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("relation", "="),
                            (models.Func("known_from", "known_to", function="daterange"), "&&"),
                        ],
                        name="world_relationpast_no_overlap",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="series",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_series_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="series",
                    constraint=models.UniqueConstraint(fields=("team", "code"), name="world_series_code_once"),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_serieshistory" ("code", "created_at", "created_by_id", "dataset_id", "id", "max_age_months", "names", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "team_id", "unit", "updated_at", "updated_by_id") SELECT new_values."code", new_values."created_at", new_values."created_by_id", new_values."dataset_id", new_values."id", new_values."max_age_months", new_values."names", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."row_version", new_values."team_id", new_values."unit", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a994e1292fd0e85ca17cd80d7daa9d24800e48dd",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_72d2d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_series",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_serieshistory" ("code", "created_at", "created_by_id", "dataset_id", "id", "max_age_months", "names", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "team_id", "unit", "updated_at", "updated_by_id") SELECT new_values."code", new_values."created_at", new_values."created_by_id", new_values."dataset_id", new_values."id", new_values."max_age_months", new_values."names", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."row_version", new_values."team_id", new_values."unit", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a602a535466112ebf35f26bd3334e9e3768bc163",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_32e0e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_series",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_serieshistory" ("code", "created_at", "created_by_id", "dataset_id", "id", "max_age_months", "names", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "team_id", "unit", "updated_at", "updated_by_id") SELECT old_values."code", old_values."created_at", old_values."created_by_id", old_values."dataset_id", old_values."id", old_values."max_age_months", old_values."names", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."row_version", old_values."team_id", old_values."unit", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5ad10233a8c1370f10439f289334075c4ad77578",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5c69b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_series",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="06ab3333776a6670828f2ff0146aa95834e796f5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b94dc",
                            table="world_observationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_observation_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="world_observation_handling_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("low__isnull", True), ("low__lte", models.F("value")), _connector="OR"),
                            models.Q(("high__isnull", True), ("high__gte", models.F("value")), _connector="OR"),
                        ),
                        name="world_observation_band_holds_value",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["accepted", "retracted"])),
                        name="world_observation_status_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.UniqueConstraint(
                        fields=("series", "area", "actor", "period"),
                        name="world_observation_once",
                        nulls_distinct=False,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actor__isnull", True), ("area__isnull", False)),
                            models.Q(("actor__isnull", False), ("area__isnull", True)),
                            _connector="OR",
                        ),
                        name="world_observation_about_one",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("period__isempty", False), ("period__lower_inf", False)),
                        name="world_observation_period_real",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_observationhistory" ("actor_id", "area_id", "batch_id", "contains_personal_data", "created_at", "created_by_id", "handling", "high", "id", "known_from", "low", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "series_id", "status", "team_id", "updated_at", "updated_by_id", "value", "vintage") SELECT new_values."actor_id", new_values."area_id", new_values."batch_id", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."handling", new_values."high", new_values."id", new_values."known_from", new_values."low", new_values."period", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."row_version", new_values."series_id", new_values."status", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."value", new_values."vintage" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c5258868cfdc17d53033bc19f18597e24ab44141",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bbb57",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_observationhistory" ("actor_id", "area_id", "batch_id", "contains_personal_data", "created_at", "created_by_id", "handling", "high", "id", "known_from", "low", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "series_id", "status", "team_id", "updated_at", "updated_by_id", "value", "vintage") SELECT new_values."actor_id", new_values."area_id", new_values."batch_id", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."handling", new_values."high", new_values."id", new_values."known_from", new_values."low", new_values."period", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."row_version", new_values."series_id", new_values."status", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."value", new_values."vintage" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ac6d039669daaa35f29d211ec9a4147309d0aeed",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_69464",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_observationhistory" ("actor_id", "area_id", "batch_id", "contains_personal_data", "created_at", "created_by_id", "handling", "high", "id", "known_from", "low", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "series_id", "status", "team_id", "updated_at", "updated_by_id", "value", "vintage") SELECT old_values."actor_id", old_values."area_id", old_values."batch_id", old_values."contains_personal_data", old_values."created_at", old_values."created_by_id", old_values."handling", old_values."high", old_values."id", old_values."known_from", old_values."low", old_values."period", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."row_version", old_values."series_id", old_values."status", old_values."team_id", old_values."updated_at", old_values."updated_by_id", old_values."value", old_values."vintage" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="60b79fc4b8f05d4b61a6d9328513624ba8b373ee",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d25ee",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="serieshistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="968230028f73a6696c6ec8a872fb73b4f69257d5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_af77e",
                            table="world_serieshistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="situation",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_situation_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="situation",
                    constraint=models.UniqueConstraint(fields=("team", "slug"), name="world_situation_slug_once"),
                ),
                migrations.AddConstraint(
                    model_name="situation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("slug", ""), _negated=True), name="world_situation_slug_given"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="situation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_situationhistory" ("created_at", "created_by_id", "default_at", "default_cutoff", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_dataset_id", "row_version", "slug", "summary", "team_id", "updated_at", "updated_by_id") SELECT new_values."created_at", new_values."created_by_id", new_values."default_at", new_values."default_cutoff", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."primary_dataset_id", new_values."row_version", new_values."slug", new_values."summary", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ebc649b30a85ab6dd107c2b5b4a0118526faafbd",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_71fb2",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_situation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="situation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_situationhistory" ("created_at", "created_by_id", "default_at", "default_cutoff", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_dataset_id", "row_version", "slug", "summary", "team_id", "updated_at", "updated_by_id") SELECT new_values."created_at", new_values."created_by_id", new_values."default_at", new_values."default_cutoff", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."primary_dataset_id", new_values."row_version", new_values."slug", new_values."summary", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4600019692f52722855fac3dba8ba2449624ca26",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_49e2e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_situation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="situation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_situationhistory" ("created_at", "created_by_id", "default_at", "default_cutoff", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_dataset_id", "row_version", "slug", "summary", "team_id", "updated_at", "updated_by_id") SELECT old_values."created_at", old_values."created_by_id", old_values."default_at", old_values."default_cutoff", old_values."id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."primary_dataset_id", old_values."row_version", old_values."slug", old_values."summary", old_values."team_id", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="27459f33c14287ed56ab3c35432def4b1c168aa2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e110e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_situation",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="importbatch",
                    index=models.Index(
                        condition=models.Q(("state__in", ["queued", "running"])),
                        fields=["queue", "team_id", "queued_at"],
                        name="world_importbatch_open",
                    ),
                ),
                migrations.AddIndex(
                    model_name="importbatch",
                    index=models.Index(fields=["queue", "team_id", "-claimed_at"], name="world_importbatch_turn"),
                ),
                migrations.AddIndex(
                    model_name="importbatch",
                    index=models.Index(fields=["team", "-created_at", "-id"], name="world_batch_recent"),
                ),
                migrations.AddIndex(
                    model_name="importbatch",
                    index=models.Index(fields=["dataset", "outcome"], name="world_batch_outcome"),
                ),
                migrations.AddConstraint(
                    model_name="importbatch",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_importbatch_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="importbatch",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "running"), _negated=True),
                            models.Q(("lease_until__isnull", False), ("token__isnull", False)),
                            _connector="OR",
                        ),
                        name="world_importbatch_running_has_lease",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="importbatch",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "undone"), ("undone_at__isnull", False)),
                            models.Q(models.Q(("outcome", "undone"), _negated=True), ("undone_at__isnull", True)),
                            _connector="OR",
                        ),
                        name="world_importbatch_undone_has_time",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="importbatch",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "superseded"), ("superseded_by__isnull", False)),
                            models.Q(
                                models.Q(("outcome", "superseded"), _negated=True), ("superseded_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="world_importbatch_superseded_names_by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="importbatch",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("covers_from__isnull", True),
                            ("covers_until__isnull", True),
                            ("covers_from__lte", models.F("covers_until")),
                            _connector="OR",
                        ),
                        name="world_importbatch_covers_ordered",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="situationactor",
                    constraint=models.UniqueConstraint(fields=("situation", "actor"), name="world_situationactor_once"),
                ),
                migrations.AddConstraint(
                    model_name="situationarea",
                    constraint=models.UniqueConstraint(fields=("situation", "area"), name="world_situationarea_once"),
                ),
                migrations.AddConstraint(
                    model_name="situationevent",
                    constraint=models.UniqueConstraint(fields=("situation", "event"), name="world_situationevent_once"),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="situationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d70014e212ea53dfa9b38811ecac2ab81099dec0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_829da",
                            table="world_situationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="situationseries",
                    constraint=models.UniqueConstraint(
                        fields=("situation", "series"), name="world_situationseries_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="source",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_source_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="source",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="world_source_handling_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="source",
                    constraint=models.UniqueConstraint(fields=("team", "norm"), name="world_source_once"),
                ),
                migrations.AddConstraint(
                    model_name="source",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("norm", ""), _negated=True), name="world_source_given"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="source",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reliability__in", ["A", "B", "C", "D", "E", "F"])),
                        name="world_source_reliability_known",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_sourcehistory" ("contains_personal_data", "created_at", "created_by_id", "handling", "id", "norm", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "reliability", "row_version", "team_id", "updated_at", "updated_by_id") SELECT new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."handling", new_values."id", new_values."norm", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."publisher", new_values."reliability", new_values."row_version", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4bab5fcd0a84094b00371288834416a841ae03b8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_db014",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_source",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_sourcehistory" ("contains_personal_data", "created_at", "created_by_id", "handling", "id", "norm", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "reliability", "row_version", "team_id", "updated_at", "updated_by_id") SELECT new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."handling", new_values."id", new_values."norm", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."publisher", new_values."reliability", new_values."row_version", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9ed48b6c2d4765bbba1e49023adf2e2af301d7d6",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6fc69",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_source",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_sourcehistory" ("contains_personal_data", "created_at", "created_by_id", "handling", "id", "norm", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "reliability", "row_version", "team_id", "updated_at", "updated_by_id") SELECT old_values."contains_personal_data", old_values."created_at", old_values."created_by_id", old_values."handling", old_values."id", old_values."norm", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."publisher", old_values."reliability", old_values."row_version", old_values."team_id", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ea10d4a50285ff261be8b7eaf5a72c8ab6a8434b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a9e46",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_source",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="sourcedocument",
                    index=models.Index(fields=["team", "-id"], name="world_document_recent"),
                ),
                migrations.AddConstraint(
                    model_name="sourcedocument",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_sourcedocument_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="sourcedocument",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="world_sourcedocument_handling_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sourcedocument",
                    constraint=models.UniqueConstraint(
                        fields=("source", "title", "url", "published_on"),
                        name="world_sourcedocument_once",
                        nulls_distinct=False,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sourcedocument",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("origin_document__isnull", True),
                            models.Q(("origin_document", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="world_sourcedocument_not_own_origin",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourcedocument",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_sourcedocumenthistory" ("accessed_on", "contains_personal_data", "created_at", "created_by_id", "handling", "id", "language", "origin_document_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "row_version", "source_id", "team_id", "title", "updated_at", "updated_by_id", "url") SELECT new_values."accessed_on", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."handling", new_values."id", new_values."language", new_values."origin_document_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_on", new_values."row_version", new_values."source_id", new_values."team_id", new_values."title", new_values."updated_at", new_values."updated_by_id", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9947cbf5b842f4fff37302f1346d0be56c7f9e02",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c5292",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_sourcedocument",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourcedocument",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_sourcedocumenthistory" ("accessed_on", "contains_personal_data", "created_at", "created_by_id", "handling", "id", "language", "origin_document_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "row_version", "source_id", "team_id", "title", "updated_at", "updated_by_id", "url") SELECT new_values."accessed_on", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."handling", new_values."id", new_values."language", new_values."origin_document_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_on", new_values."row_version", new_values."source_id", new_values."team_id", new_values."title", new_values."updated_at", new_values."updated_by_id", new_values."url" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8cf93e2488118bb5c4061ac144c3ab81ab02b46e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_657ef",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_sourcedocument",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourcedocument",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_sourcedocumenthistory" ("accessed_on", "contains_personal_data", "created_at", "created_by_id", "handling", "id", "language", "origin_document_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "row_version", "source_id", "team_id", "title", "updated_at", "updated_by_id", "url") SELECT old_values."accessed_on", old_values."contains_personal_data", old_values."created_at", old_values."created_by_id", old_values."handling", old_values."id", old_values."language", old_values."origin_document_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_on", old_values."row_version", old_values."source_id", old_values."team_id", old_values."title", old_values."updated_at", old_values."updated_by_id", old_values."url" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="03b1a59bdf79ba946af9a6832bef1994c68cf32b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6ea37",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_sourcedocument",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handlinggranthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0133bfee370a9f48d76b27ab0396dc2d8b3de7b6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_86962",
                            table="world_handlinggranthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_handlinggrant_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("actor__isnull", True),
                                ("actor_name__isnull", True),
                                ("citation__isnull", True),
                                ("claim__isnull", True),
                                ("document__isnull", True),
                                ("event__isnull", False),
                                ("observation__isnull", True),
                                ("relation__isnull", True),
                                ("source__isnull", True),
                            ),
                            models.Q(
                                ("actor__isnull", True),
                                ("actor_name__isnull", True),
                                ("citation__isnull", True),
                                ("claim__isnull", True),
                                ("document__isnull", True),
                                ("event__isnull", True),
                                ("observation__isnull", True),
                                ("relation__isnull", False),
                                ("source__isnull", True),
                            ),
                            models.Q(
                                ("actor__isnull", True),
                                ("actor_name__isnull", True),
                                ("citation__isnull", True),
                                ("claim__isnull", False),
                                ("document__isnull", True),
                                ("event__isnull", True),
                                ("observation__isnull", True),
                                ("relation__isnull", True),
                                ("source__isnull", True),
                            ),
                            models.Q(
                                ("actor__isnull", True),
                                ("actor_name__isnull", True),
                                ("citation__isnull", True),
                                ("claim__isnull", True),
                                ("document__isnull", True),
                                ("event__isnull", True),
                                ("observation__isnull", False),
                                ("relation__isnull", True),
                                ("source__isnull", True),
                            ),
                            models.Q(
                                ("actor__isnull", True),
                                ("actor_name__isnull", True),
                                ("citation__isnull", True),
                                ("claim__isnull", True),
                                ("document__isnull", True),
                                ("event__isnull", True),
                                ("observation__isnull", True),
                                ("relation__isnull", True),
                                ("source__isnull", False),
                            ),
                            models.Q(
                                ("actor__isnull", True),
                                ("actor_name__isnull", True),
                                ("citation__isnull", True),
                                ("claim__isnull", True),
                                ("document__isnull", False),
                                ("event__isnull", True),
                                ("observation__isnull", True),
                                ("relation__isnull", True),
                                ("source__isnull", True),
                            ),
                            models.Q(
                                ("actor__isnull", True),
                                ("actor_name__isnull", True),
                                ("citation__isnull", False),
                                ("claim__isnull", True),
                                ("document__isnull", True),
                                ("event__isnull", True),
                                ("observation__isnull", True),
                                ("relation__isnull", True),
                                ("source__isnull", True),
                            ),
                            models.Q(
                                ("actor__isnull", False),
                                ("actor_name__isnull", True),
                                ("citation__isnull", True),
                                ("claim__isnull", True),
                                ("document__isnull", True),
                                ("event__isnull", True),
                                ("observation__isnull", True),
                                ("relation__isnull", True),
                                ("source__isnull", True),
                            ),
                            models.Q(
                                ("actor__isnull", True),
                                ("actor_name__isnull", False),
                                ("citation__isnull", True),
                                ("claim__isnull", True),
                                ("document__isnull", True),
                                ("event__isnull", True),
                                ("observation__isnull", True),
                                ("relation__isnull", True),
                                ("source__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="world_handlinggrant_of_one_fact",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=models.UniqueConstraint(
                        fields=(
                            "person",
                            "event",
                            "relation",
                            "claim",
                            "observation",
                            "source",
                            "document",
                            "citation",
                            "actor",
                            "actor_name",
                        ),
                        name="world_handlinggrant_once",
                        nulls_distinct=False,
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handlinggrant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_handlinggranthistory" ("actor_id", "actor_name_id", "citation_id", "claim_id", "created_at", "created_by_id", "document_id", "event_id", "id", "observation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "source_id", "team_id", "updated_at", "updated_by_id") SELECT new_values."actor_id", new_values."actor_name_id", new_values."citation_id", new_values."claim_id", new_values."created_at", new_values."created_by_id", new_values."document_id", new_values."event_id", new_values."id", new_values."observation_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."relation_id", new_values."source_id", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bd549051f76586d75a373b91a05d028ea85d259d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6b925",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_handlinggrant",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handlinggrant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_handlinggranthistory" ("actor_id", "actor_name_id", "citation_id", "claim_id", "created_at", "created_by_id", "document_id", "event_id", "id", "observation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "source_id", "team_id", "updated_at", "updated_by_id") SELECT new_values."actor_id", new_values."actor_name_id", new_values."citation_id", new_values."claim_id", new_values."created_at", new_values."created_by_id", new_values."document_id", new_values."event_id", new_values."id", new_values."observation_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."relation_id", new_values."source_id", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7d2326b48110fd1a644489b99a927ae179b5237c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7154d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_handlinggrant",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handlinggrant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_handlinggranthistory" ("actor_id", "actor_name_id", "citation_id", "claim_id", "created_at", "created_by_id", "document_id", "event_id", "id", "observation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "source_id", "team_id", "updated_at", "updated_by_id") SELECT old_values."actor_id", old_values."actor_name_id", old_values."citation_id", old_values."claim_id", old_values."created_at", old_values."created_by_id", old_values."document_id", old_values."event_id", old_values."id", old_values."observation_id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."relation_id", old_values."source_id", old_values."team_id", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9a977bf00e236b6384740c9f081526e7216a2621",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a594d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_handlinggrant",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("credibility__range", (1, 6)), ("reliability__in", ["A", "B", "C", "D", "E", "F"])
                        ),
                        name="world_claimpast_grade_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("statement", ""), _negated=True), name="world_claimpast_statement_given"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("asserted_prec__range", (1, 5))), name="world_claimpast_prec_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["asserted", "disputed", "retracted"])),
                        name="world_claimpast_status_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimpast",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("known_from__lt", models.F("known_to"))),
                        name="world_claimpast_known_ordered",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimpast",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("claim", "="),
                            (models.Func("known_from", "known_to", function="daterange"), "&&"),
                        ],
                        name="world_claimpast_no_overlap",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claimhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c643a48a9fd3b379b1ecdeb99c9b0f2a978395fc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_25fd5",
                            table="world_claimhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_claim_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="world_claim_handling_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("credibility__range", (1, 6)), ("reliability__in", ["A", "B", "C", "D", "E", "F"])
                        ),
                        name="world_claim_grade_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("statement", ""), _negated=True), name="world_claim_statement_given"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("asserted_prec__range", (1, 5))), name="world_claim_prec_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["asserted", "disputed", "retracted"])),
                        name="world_claim_status_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.UniqueConstraint(fields=("team", "key"), name="world_claim_key_once"),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True), name="world_claim_key_given"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("about_situation__isnull", True), ("event__isnull", False), ("relation__isnull", True)
                            ),
                            models.Q(
                                ("about_situation__isnull", True), ("event__isnull", True), ("relation__isnull", False)
                            ),
                            models.Q(
                                ("about_situation__isnull", False), ("event__isnull", True), ("relation__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="world_claim_about_one",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_claimhistory" ("about_situation_id", "asserted_on", "asserted_prec", "batch_id", "contains_personal_data", "contrary", "created_at", "created_by_id", "credibility", "document_id", "event_id", "field", "handling", "id", "key", "kind", "known_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "relation_id", "reliability", "row_version", "statement", "status", "team_id", "updated_at", "updated_by_id", "value") SELECT new_values."about_situation_id", new_values."asserted_on", new_values."asserted_prec", new_values."batch_id", new_values."contains_personal_data", new_values."contrary", new_values."created_at", new_values."created_by_id", new_values."credibility", new_values."document_id", new_values."event_id", new_values."field", new_values."handling", new_values."id", new_values."key", new_values."kind", new_values."known_from", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."place", new_values."relation_id", new_values."reliability", new_values."row_version", new_values."statement", new_values."status", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a26d61f1d90fff2480b328b74887aac4a02fd89a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5fe86",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_claimhistory" ("about_situation_id", "asserted_on", "asserted_prec", "batch_id", "contains_personal_data", "contrary", "created_at", "created_by_id", "credibility", "document_id", "event_id", "field", "handling", "id", "key", "kind", "known_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "relation_id", "reliability", "row_version", "statement", "status", "team_id", "updated_at", "updated_by_id", "value") SELECT new_values."about_situation_id", new_values."asserted_on", new_values."asserted_prec", new_values."batch_id", new_values."contains_personal_data", new_values."contrary", new_values."created_at", new_values."created_by_id", new_values."credibility", new_values."document_id", new_values."event_id", new_values."field", new_values."handling", new_values."id", new_values."key", new_values."kind", new_values."known_from", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."place", new_values."relation_id", new_values."reliability", new_values."row_version", new_values."statement", new_values."status", new_values."team_id", new_values."updated_at", new_values."updated_by_id", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9666803ef7621919367c217f0cf03ee7be098456",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5a7a5",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="claim",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_claimhistory" ("about_situation_id", "asserted_on", "asserted_prec", "batch_id", "contains_personal_data", "contrary", "created_at", "created_by_id", "credibility", "document_id", "event_id", "field", "handling", "id", "key", "kind", "known_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "relation_id", "reliability", "row_version", "statement", "status", "team_id", "updated_at", "updated_by_id", "value") SELECT old_values."about_situation_id", old_values."asserted_on", old_values."asserted_prec", old_values."batch_id", old_values."contains_personal_data", old_values."contrary", old_values."created_at", old_values."created_by_id", old_values."credibility", old_values."document_id", old_values."event_id", old_values."field", old_values."handling", old_values."id", old_values."key", old_values."kind", old_values."known_from", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."place", old_values."relation_id", old_values."reliability", old_values."row_version", old_values."statement", old_values."status", old_values."team_id", old_values."updated_at", old_values."updated_by_id", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="62449ddf270da7ff6c318cd252e27934f13b2ee1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_41a48",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_claim",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citationhistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="054d0879cd15dd58b509e169517bab0a380faeaa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_31071",
                            table="world_citationhistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_citation_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("handling__in", ["open", "team", "restricted"])),
                        name="world_citation_handling_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("actor__isnull", True),
                                ("claim__isnull", True),
                                ("event__isnull", False),
                                ("observation__isnull", True),
                                ("relation__isnull", True),
                            ),
                            models.Q(
                                ("actor__isnull", True),
                                ("claim__isnull", True),
                                ("event__isnull", True),
                                ("observation__isnull", True),
                                ("relation__isnull", False),
                            ),
                            models.Q(
                                ("actor__isnull", True),
                                ("claim__isnull", False),
                                ("event__isnull", True),
                                ("observation__isnull", True),
                                ("relation__isnull", True),
                            ),
                            models.Q(
                                ("actor__isnull", True),
                                ("claim__isnull", True),
                                ("event__isnull", True),
                                ("observation__isnull", False),
                                ("relation__isnull", True),
                            ),
                            models.Q(
                                ("actor__isnull", False),
                                ("claim__isnull", True),
                                ("event__isnull", True),
                                ("observation__isnull", True),
                                ("relation__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="world_citation_of_one_fact",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("credibility__range", (1, 6))), name="world_citation_credibility_known"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=models.UniqueConstraint(
                        fields=("document", "event", "relation", "claim", "observation", "actor", "locator"),
                        name="world_citation_once",
                        nulls_distinct=False,
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_citationhistory" ("actor_id", "claim_id", "contains_personal_data", "created_at", "created_by_id", "credibility", "document_id", "event_id", "handling", "id", "locator", "note", "observation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "team_id", "updated_at", "updated_by_id") SELECT new_values."actor_id", new_values."claim_id", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."credibility", new_values."document_id", new_values."event_id", new_values."handling", new_values."id", new_values."locator", new_values."note", new_values."observation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."relation_id", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="03334b64d5130239a1d63523a4276b9e394750e9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_177f3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_citationhistory" ("actor_id", "claim_id", "contains_personal_data", "created_at", "created_by_id", "credibility", "document_id", "event_id", "handling", "id", "locator", "note", "observation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "team_id", "updated_at", "updated_by_id") SELECT new_values."actor_id", new_values."claim_id", new_values."contains_personal_data", new_values."created_at", new_values."created_by_id", new_values."credibility", new_values."document_id", new_values."event_id", new_values."handling", new_values."id", new_values."locator", new_values."note", new_values."observation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."relation_id", new_values."team_id", new_values."updated_at", new_values."updated_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c4d07f76e74922e7cf51a53ab8a7c320e7ae0eaa",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_332f9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_citationhistory" ("actor_id", "claim_id", "contains_personal_data", "created_at", "created_by_id", "credibility", "document_id", "event_id", "handling", "id", "locator", "note", "observation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation_id", "team_id", "updated_at", "updated_by_id") SELECT old_values."actor_id", old_values."claim_id", old_values."contains_personal_data", old_values."created_at", old_values."created_by_id", old_values."credibility", old_values."document_id", old_values."event_id", old_values."handling", old_values."id", old_values."locator", old_values."note", old_values."observation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."relation_id", old_values."team_id", old_values."updated_at", old_values."updated_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c0d2b8f7cc9141ee771f8344635d34e3f00c289b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_00cb7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorlineagehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3ca2e1526ed610893ce5cd8d39a33bdd7d10b3f6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_57b3d",
                            table="world_actorlineagehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actorlineage",
                    constraint=models.UniqueConstraint(
                        fields=("ancestor", "heir", "kind"), name="world_actorlineage_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="actorlineage",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ancestor", models.F("heir")), _negated=True),
                        name="world_actorlineage_not_itself",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorlineage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actorlineagehistory" ("ancestor_id", "date", "date_prec", "document_id", "heir_id", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id") SELECT new_values."ancestor_id", new_values."date", new_values."date_prec", new_values."document_id", new_values."heir_id", new_values."id", new_values."kind", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."team_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9a417de3ff62265787db85cedb371bd48c83690b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_db4fe",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="world_actorlineage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorlineage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actorlineagehistory" ("ancestor_id", "date", "date_prec", "document_id", "heir_id", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id") SELECT new_values."ancestor_id", new_values."date", new_values."date_prec", new_values."document_id", new_values."heir_id", new_values."id", new_values."kind", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."team_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6f3c24a8a6f4449162325f451156a3ae0d5615b2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4158b",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="world_actorlineage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actorlineage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "world_actorlineagehistory" ("ancestor_id", "date", "date_prec", "document_id", "heir_id", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id") SELECT old_values."ancestor_id", old_values."date", old_values."date_prec", old_values."document_id", old_values."heir_id", old_values."id", old_values."kind", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."team_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0cce23b385d93a6defe55f1fe540c4f6fde53e65",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_83a30",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="world_actorlineage",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourcedocumenthistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1a82ff398481e7294e5cb1c968eb347086bdd16f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a8e43",
                            table="world_sourcedocumenthistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourcehistory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="780087e375cdf4b387256a7f765cbb443b0d3ef7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a2531",
                            table="world_sourcehistory",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sourcerecord",
                    constraint=models.UniqueConstraint(fields=("team", "id"), name="world_sourcerecord_team_key"),
                ),
                migrations.AddConstraint(
                    model_name="sourcerecord",
                    constraint=models.UniqueConstraint(fields=("dataset", "external_id"), name="world_record_once"),
                ),
                migrations.AddConstraint(
                    model_name="sourcerecord",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("external_id", ""), _negated=True), name="world_record_id_given"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventsourcelink",
                    constraint=models.UniqueConstraint(fields=("record", "event"), name="world_link_once"),
                ),
                migrations.AddConstraint(
                    model_name="actorexternalid",
                    constraint=accounts.constraints.SameTeam(field="actor", name="world_actorexternalid_actor_team"),
                ),
                migrations.AddConstraint(
                    model_name="actorname",
                    constraint=accounts.constraints.SameTeam(field="actor", name="world_actorname_actor_team"),
                ),
                migrations.AddConstraint(
                    model_name="adminarea",
                    constraint=accounts.constraints.SameTeam(field="parent", name="world_adminarea_parent_team"),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=accounts.constraints.SameTeam(field="home_area", name="world_actor_home_area_team"),
                ),
                migrations.AddConstraint(
                    model_name="actor",
                    constraint=accounts.constraints.SameTeam(field="merged_into", name="world_actor_merged_into_team"),
                ),
                migrations.AddConstraint(
                    model_name="claimactor",
                    constraint=accounts.constraints.SameTeam(field="claim", name="world_claimactor_claim_team"),
                ),
                migrations.AddConstraint(
                    model_name="claimactor",
                    constraint=accounts.constraints.SameTeam(field="actor", name="world_claimactor_actor_team"),
                ),
                migrations.AddConstraint(
                    model_name="eventparticipant",
                    constraint=accounts.constraints.SameTeam(field="event", name="world_eventparticipant_event_team"),
                ),
                migrations.AddConstraint(
                    model_name="eventparticipant",
                    constraint=accounts.constraints.SameTeam(field="actor", name="world_eventparticipant_actor_team"),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=accounts.constraints.SameTeam(field="type", name="world_eventpast_type_team"),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=accounts.constraints.SameTeam(field="parent", name="world_eventpast_parent_team"),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=accounts.constraints.SameTeam(field="area", name="world_eventpast_area_team"),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=accounts.constraints.SameTeam(
                        field="duplicate_of", name="world_eventpast_duplicate_of_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=accounts.constraints.SameTeam(field="event", name="world_eventpast_event_team"),
                ),
                migrations.AddConstraint(
                    model_name="eventpast",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_eventpast_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=accounts.constraints.SameTeam(field="type", name="world_event_type_team"),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=accounts.constraints.SameTeam(field="parent", name="world_event_parent_team"),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=accounts.constraints.SameTeam(field="area", name="world_event_area_team"),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=accounts.constraints.SameTeam(
                        field="duplicate_of", name="world_event_duplicate_of_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=accounts.constraints.SameTeam(field="dataset", name="world_event_dataset_team"),
                ),
                migrations.AddConstraint(
                    model_name="event",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_event_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="cellpair",
                    constraint=accounts.constraints.SameTeam(field="dataset", name="world_cellpair_dataset_team"),
                ),
                migrations.AddConstraint(
                    model_name="cellpair",
                    constraint=accounts.constraints.SameTeam(field="area", name="world_cellpair_area_team"),
                ),
                migrations.AddConstraint(
                    model_name="cellpair",
                    constraint=accounts.constraints.SameTeam(field="actor", name="world_cellpair_actor_team"),
                ),
                migrations.AddConstraint(
                    model_name="cellpair",
                    constraint=accounts.constraints.SameTeam(
                        field="other_actor", name="world_cellpair_other_actor_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="cellpair",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_cellpair_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="cellarea",
                    constraint=accounts.constraints.SameTeam(field="dataset", name="world_cellarea_dataset_team"),
                ),
                migrations.AddConstraint(
                    model_name="cellarea",
                    constraint=accounts.constraints.SameTeam(field="area", name="world_cellarea_area_team"),
                ),
                migrations.AddConstraint(
                    model_name="cellarea",
                    constraint=accounts.constraints.SameTeam(field="event_type", name="world_cellarea_event_type_team"),
                ),
                migrations.AddConstraint(
                    model_name="cellarea",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_cellarea_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="importissue",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_importissue_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="observationpast",
                    constraint=accounts.constraints.SameTeam(
                        field="observation", name="world_observationpast_observation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observationpast",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_observationpast_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=accounts.constraints.SameTeam(field="area", name="world_relation_area_team"),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=accounts.constraints.SameTeam(field="claim", name="world_relation_claim_team"),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=accounts.constraints.SameTeam(field="subject", name="world_relation_subject_team"),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=accounts.constraints.SameTeam(field="object", name="world_relation_object_team"),
                ),
                migrations.AddConstraint(
                    model_name="relation",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_relation_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=accounts.constraints.SameTeam(field="area", name="world_relationpast_area_team"),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=accounts.constraints.SameTeam(field="claim", name="world_relationpast_claim_team"),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=accounts.constraints.SameTeam(field="relation", name="world_relationpast_relation_team"),
                ),
                migrations.AddConstraint(
                    model_name="relationpast",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_relationpast_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="series",
                    constraint=accounts.constraints.SameTeam(field="dataset", name="world_series_dataset_team"),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=accounts.constraints.SameTeam(field="series", name="world_observation_series_team"),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=accounts.constraints.SameTeam(field="area", name="world_observation_area_team"),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=accounts.constraints.SameTeam(field="actor", name="world_observation_actor_team"),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_observation_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="situation",
                    constraint=accounts.constraints.SameTeam(
                        field="primary_dataset", name="world_situation_primary_dataset_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="importbatch",
                    constraint=accounts.constraints.SameTeam(field="dataset", name="world_importbatch_dataset_team"),
                ),
                migrations.AddConstraint(
                    model_name="importbatch",
                    constraint=accounts.constraints.SameTeam(
                        field="situation", name="world_importbatch_situation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="importbatch",
                    constraint=accounts.constraints.SameTeam(
                        field="superseded_by", name="world_importbatch_superseded_by_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="situationactor",
                    constraint=accounts.constraints.SameTeam(
                        field="situation", name="world_situationactor_situation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="situationactor",
                    constraint=accounts.constraints.SameTeam(field="actor", name="world_situationactor_actor_team"),
                ),
                migrations.AddConstraint(
                    model_name="situationarea",
                    constraint=accounts.constraints.SameTeam(
                        field="situation", name="world_situationarea_situation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="situationarea",
                    constraint=accounts.constraints.SameTeam(field="area", name="world_situationarea_area_team"),
                ),
                migrations.AddConstraint(
                    model_name="situationevent",
                    constraint=accounts.constraints.SameTeam(
                        field="situation", name="world_situationevent_situation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="situationevent",
                    constraint=accounts.constraints.SameTeam(field="event", name="world_situationevent_event_team"),
                ),
                migrations.AddConstraint(
                    model_name="situationseries",
                    constraint=accounts.constraints.SameTeam(
                        field="situation", name="world_situationseries_situation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="situationseries",
                    constraint=accounts.constraints.SameTeam(field="series", name="world_situationseries_series_team"),
                ),
                migrations.AddConstraint(
                    model_name="sourcedocument",
                    constraint=accounts.constraints.SameTeam(field="source", name="world_sourcedocument_source_team"),
                ),
                migrations.AddConstraint(
                    model_name="sourcedocument",
                    constraint=accounts.constraints.SameTeam(
                        field="origin_document", name="world_sourcedocument_origin_document_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=accounts.constraints.SameTeam(field="event", name="world_handlinggrant_event_team"),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=accounts.constraints.SameTeam(
                        field="relation", name="world_handlinggrant_relation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=accounts.constraints.SameTeam(field="claim", name="world_handlinggrant_claim_team"),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=accounts.constraints.SameTeam(
                        field="observation", name="world_handlinggrant_observation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=accounts.constraints.SameTeam(field="source", name="world_handlinggrant_source_team"),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=accounts.constraints.SameTeam(
                        field="document", name="world_handlinggrant_document_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=accounts.constraints.SameTeam(
                        field="citation", name="world_handlinggrant_citation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=accounts.constraints.SameTeam(field="actor", name="world_handlinggrant_actor_team"),
                ),
                migrations.AddConstraint(
                    model_name="handlinggrant",
                    constraint=accounts.constraints.SameTeam(
                        field="actor_name", name="world_handlinggrant_actor_name_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimpast",
                    constraint=accounts.constraints.SameTeam(field="document", name="world_claimpast_document_team"),
                ),
                migrations.AddConstraint(
                    model_name="claimpast",
                    constraint=accounts.constraints.SameTeam(field="claim", name="world_claimpast_claim_team"),
                ),
                migrations.AddConstraint(
                    model_name="claimpast",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_claimpast_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=accounts.constraints.SameTeam(field="document", name="world_claim_document_team"),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=accounts.constraints.SameTeam(field="event", name="world_claim_event_team"),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=accounts.constraints.SameTeam(field="relation", name="world_claim_relation_team"),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=accounts.constraints.SameTeam(
                        field="about_situation", name="world_claim_about_situation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=accounts.constraints.SameTeam(field="batch", name="world_claim_batch_team"),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=accounts.constraints.SameTeam(field="document", name="world_citation_document_team"),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=accounts.constraints.SameTeam(field="event", name="world_citation_event_team"),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=accounts.constraints.SameTeam(field="relation", name="world_citation_relation_team"),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=accounts.constraints.SameTeam(field="claim", name="world_citation_claim_team"),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=accounts.constraints.SameTeam(
                        field="observation", name="world_citation_observation_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=accounts.constraints.SameTeam(field="actor", name="world_citation_actor_team"),
                ),
                migrations.AddConstraint(
                    model_name="actorlineage",
                    constraint=accounts.constraints.SameTeam(field="ancestor", name="world_actorlineage_ancestor_team"),
                ),
                migrations.AddConstraint(
                    model_name="actorlineage",
                    constraint=accounts.constraints.SameTeam(field="heir", name="world_actorlineage_heir_team"),
                ),
                migrations.AddConstraint(
                    model_name="actorlineage",
                    constraint=accounts.constraints.SameTeam(field="document", name="world_actorlineage_document_team"),
                ),
                migrations.AddConstraint(
                    model_name="sourcerecord",
                    constraint=accounts.constraints.SameTeam(field="dataset", name="world_sourcerecord_dataset_team"),
                ),
                migrations.AddConstraint(
                    model_name="sourcerecord",
                    constraint=accounts.constraints.SameTeam(
                        field="first_batch", name="world_sourcerecord_first_batch_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sourcerecord",
                    constraint=accounts.constraints.SameTeam(
                        field="last_batch", name="world_sourcerecord_last_batch_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventsourcelink",
                    constraint=accounts.constraints.SameTeam(field="record", name="world_eventsourcelink_record_team"),
                ),
                migrations.AddConstraint(
                    model_name="eventsourcelink",
                    constraint=accounts.constraints.SameTeam(field="event", name="world_eventsourcelink_event_team"),
                ),
                migrations.AddConstraint(
                    model_name="sourcerecordrevision",
                    constraint=accounts.constraints.SameTeam(
                        field="record", name="world_sourcerecordrevision_record_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sourcerecordrevision",
                    constraint=accounts.constraints.SameTeam(
                        field="batch", name="world_sourcerecordrevision_batch_team"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sourcerecordrevision",
                    constraint=accounts.constraints.SameTeam(
                        field="replaced_by", name="world_sourcerecordrevision_replaced_by_team"
                    ),
                ),
            ],
        ),
    ]
