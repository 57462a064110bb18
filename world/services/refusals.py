"""What the database refuses, said so that a person can mend it."""

from django.db import IntegrityError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.errors import DomainError

REFUSALS: dict[str, tuple[str, str, Promise]] = {
    "world_actor_slug_once": ("taken", "slug", _("Another actor of this team has this short name.")),
    "world_actorname_once": ("taken", "text", _("The actor has this name already.")),
    "world_actorexternalid_once": ("taken", "external_ids", _("Another actor of this team has this identifier.")),
    "world_actorlineage_once": ("taken", "heir", _("This step of the lineage is recorded already.")),
    "world_actorlineage_not_itself": ("invalid", "heir", _("An actor cannot come out of itself.")),
    "world_actor_not_into_itself": ("invalid", "merged_into", _("An actor cannot be merged into itself.")),
    "world_actor_merged_names_other": (
        "invalid",
        "merged_into",
        _("A merged actor names the one it was merged into, and only a merged one does."),
    ),
    "world_source_once": ("taken", "publisher", _("This publisher is recorded already.")),
    "world_sourcedocument_once": ("taken", "title", _("This document is recorded already.")),
    "world_citation_once": ("taken", "document", _("The fact cites this place of the document already.")),
    "world_relation_key_once": (
        "taken",
        "valid_from",
        _("This relation with this start is recorded already. Revise or correct it."),
    ),
    "world_relation_no_overlap": (
        "overlap",
        "valid_from",
        _("These two have a relation of this type in this period already. End it first, or change it."),
    ),
    "world_relation_not_to_itself": ("invalid", "object", _("An actor has no relation to itself.")),
    "world_relation_has_other_end": ("invalid", "object", _("Name the other actor, or a place.")),
    "world_relation_validity_real": ("invalid", "valid_to", _("The end must be after the start.")),
    "world_relationpast_validity_real": ("invalid", "valid_to", _("The end must be after the start.")),
    "world_relation_strength_range": ("invalid", "strength", _("The strength lies between -100 and 100.")),
    "world_claim_key_once": ("taken", "key", _("Another claim of this team has this key.")),
    "world_claim_about_one": (
        "invalid",
        "event",
        _("A claim is about exactly one event, one relation or the situation."),
    ),
    "world_event_once_per_dataset": ("taken", "external_id", _("The dataset has an event with this key already.")),
    "world_eventparticipant_once": ("taken", "participants", _("The same participant is named twice.")),
    "world_eventparticipant_actor_once": ("taken", "participants", _("An actor is named twice in the same role.")),
    "world_observation_once": ("taken", "period", _("The series has a value for this period already.")),
    "world_observation_about_one": ("invalid", "area", _("A value is about one area or one actor.")),
    "world_observation_period_real": ("invalid", "period_end", _("The end must be after the start.")),
    "world_observation_band_holds_value": ("invalid", "value", _("The value must lie between low and high.")),
    "world_observationpast_band_holds_value": ("invalid", "value", _("The value must lie between low and high.")),
    "world_series_code_once": ("taken", "code", _("Another series of this team has this code.")),
    "world_situation_slug_once": (
        "taken",
        "slug",
        _("This short name is or was in use. Short names are never used again."),
    ),
    "world_dataset_code_once": ("taken", "code", _("Another dataset of this team has this code.")),
    "world_area_pcode_once": ("taken", "pcode", _("Another area of this team has this code.")),
}


def explain(error: IntegrityError) -> DomainError | None:
    """The refusal behind a broken constraint; None where no person's entry can be the cause."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
    if name not in REFUSALS:
        return None
    code, field, message = REFUSALS[name]
    return DomainError(str(message), code=code, field=field)
