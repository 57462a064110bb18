"""Every act that needs a right has one name here."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """What a member may do. Roles list these; views, endpoints and services ask for one."""

    READ = "read"
    WRITE_FACTS = "write_facts"
    IMPORT_FACTS = "import_facts"
    WRITE_SCENARIOS = "write_scenarios"
    JUDGE = "judge"
    START_RUNS = "start_runs"
    REVIEW = "review"
    PUBLISH = "publish"
    REQUEST_BRIEFS = "request_briefs"
    APPROVE_BRIEFS = "approve_briefs"
    READ_AUDIT = "read_audit"
    MANAGE_TEAM = "manage_team"


LABELS: dict[Permission, Promise] = {
    Permission.READ: _("Read facts, scores and briefs"),
    Permission.WRITE_FACTS: _("Add and change facts"),
    Permission.IMPORT_FACTS: _("Import facts and undo imports"),
    Permission.WRITE_SCENARIOS: _("Build scenarios and set weights"),
    Permission.JUDGE: _("Judge indicators"),
    Permission.START_RUNS: _("Start and cancel runs"),
    Permission.REVIEW: _("Review claims, weights and briefs"),
    Permission.PUBLISH: _("Publish versions"),
    Permission.REQUEST_BRIEFS: _("Draft briefs"),
    Permission.APPROVE_BRIEFS: _("Approve and publish briefs"),
    Permission.READ_AUDIT: _("Read the audit log"),
    Permission.MANAGE_TEAM: _("Manage people, roles and tokens"),
}
