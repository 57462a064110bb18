"""The five roles. Each says in a sentence what it is for; the team page shows these sentences."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission as P


class Role:
    """A name, a sentence, and the permissions that come with it."""

    code: str
    name: Promise
    sentence: Promise
    permissions: frozenset[P]


class Viewer(Role):
    code = "viewer"
    name = _("Viewer")
    sentence = _("Reads facts, scores and briefs.")
    permissions = frozenset({P.READ})


class Analyst(Role):
    code = "analyst"
    name = _("Analyst")
    sentence = _("Keeps facts, builds scenarios, judges, runs and drafts briefs.")
    permissions = Viewer.permissions | {
        P.WRITE_FACTS,
        P.IMPORT_FACTS,
        P.WRITE_SCENARIOS,
        P.JUDGE,
        P.START_RUNS,
        P.REQUEST_BRIEFS,
    }


class Reviewer(Role):
    code = "reviewer"
    name = _("Reviewer")
    sentence = _("Challenges weights and claims, and sends work back or forward.")
    permissions = Viewer.permissions | {P.JUDGE, P.REVIEW, P.START_RUNS}


class Lead(Role):
    code = "lead"
    name = _("Lead")
    sentence = _("Does all that analysts and reviewers do, publishes versions and approves briefs.")
    permissions = Analyst.permissions | Reviewer.permissions | {P.PUBLISH, P.APPROVE_BRIEFS, P.READ_AUDIT}


class Admin(Role):
    code = "admin"
    name = _("Admin")
    sentence = _("Does all that leads do, and manages people, roles and tokens.")
    permissions = frozenset(P)


ROLES: dict[str, type[Role]] = {role.code: role for role in (Viewer, Analyst, Reviewer, Lead, Admin)}
CHOICES = [(role.code, role.name) for role in ROLES.values()]
