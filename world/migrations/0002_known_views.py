"""One view for each kind of fact: its current state and every superseded one, so a cut-off is a plain filter."""

from django.db import migrations

EVENT_STATE = (
    "type_id parent_id title summary date_start date_end date_prec place lat lon where_prec radius_km area_id "
    "reported_adm1 reported_adm2 grid_cell deaths_best deaths_low deaths_high deaths_civilians status "
    "count_in_aggregates duplicate_of_id event_clarity attributes warnings known_from batch_id"
)
RELATION_STATE = (
    "validity start_prec end_prec announced_on effective_on summary strength confidence status area_id place lat lon "
    "attributes claim_id reliability credibility known_from batch_id"
)
CLAIM_STATE = (
    "statement value document_id asserted_on asserted_prec place contrary status reliability credibility "
    "known_from batch_id"
)
OBSERVATION_STATE = "value low high vintage status known_from batch_id"

HANDLED = "id team_id row_version handling contains_personal_data"
PARTICIPANTS = """(
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'actor', part.actor_id, 'raw_label', part.raw_label, 'role', part.role, 'side', part.side,
        'attribution', part.attribution
    ) ORDER BY part.side, part.role, part.raw_label COLLATE "C", part.actor_id), '[]'::jsonb)
    FROM world_eventparticipant part WHERE part.event_id = fact.id
)"""


def view(fact, identity, state, extra=""):
    """CREATE VIEW world_<fact>_known and its DROP."""
    fixed = ", ".join(f"fact.{name}" for name in f"{HANDLED} {identity}".split())
    now = ", ".join(f"fact.{name}" for name in state.split())
    then = ", ".join(f"past.{name}" for name in state.split())
    more, before = (f", {extra} AS participants", ", past.participants") if extra else ("", "")
    return migrations.RunSQL(
        # Every part is a constant of this file.
        f"CREATE VIEW world_{fact}_known AS "  # noqa: S608
        f"SELECT {fixed}, {now}, NULL::date AS known_to{more} FROM world_{fact} fact "
        f"UNION ALL SELECT {fixed}, {then}, past.known_to{before} "
        f"FROM world_{fact}past past JOIN world_{fact} fact ON fact.id = past.{fact}_id",
        f"DROP VIEW world_{fact}_known",
    )


class Migration(migrations.Migration):
    dependencies = [("world", "0001_facts")]

    operations = [
        view("event", "dataset_id external_id", EVENT_STATE, PARTICIPANTS),
        view("relation", "subject_id object_id type directed key", RELATION_STATE),
        view("claim", "key event_id relation_id about_situation_id field kind", CLAIM_STATE),
        view("observation", "series_id area_id actor_id period", OBSERVATION_STATE),
    ]
