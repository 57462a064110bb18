"""Every act that needs a right has one name here."""

from enum import StrEnum


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
