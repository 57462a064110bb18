"""The writing side of judgement and score. Each function asks permission and leaves an audit row."""

from scenarios.services.judgements import add_judgement
from scenarios.services.runs import cancel_run, retry_run, start_run
from scenarios.services.scenarios import add_alternative, create_scenario, set_alternatives_active
from scenarios.services.tree import save_aggregation, save_direction, save_goalposts, save_settings, set_active
from scenarios.services.versions import new_draft, publish_version
from scenarios.services.weights import save_weights

__all__ = [
    "add_alternative",
    "add_judgement",
    "cancel_run",
    "create_scenario",
    "new_draft",
    "publish_version",
    "retry_run",
    "save_aggregation",
    "save_direction",
    "save_goalposts",
    "save_settings",
    "save_weights",
    "set_active",
    "set_alternatives_active",
    "start_run",
]
