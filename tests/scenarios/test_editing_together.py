"""Many people edit one draft at once: what was accepted is stored, the rest is told that it came too late."""

import threading

import pytest
from django.db import connection

from core.errors import Conflict, DomainError
from core.models import AuditEvent
from scenarios.models import Version
from scenarios.selectors import weights_by_key
from scenarios.services import publish_version, save_weights
from tests.factories.scenarios import Desk

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE, EDITS = 8, 5


def at_once(*acts):
    """Run the acts in threads that start together."""
    gate = threading.Barrier(len(acts))

    def run(act):
        gate.wait()
        try:
            act()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_no_accepted_edit_is_lost():
    desk = Desk()
    draft = desk.draft()
    accepted, refused = [], []

    def edit(person):
        for turn in range(EDITS):
            version = Version.objects.get(pk=draft.pk)
            value = float(1 + person * EDITS + turn)
            try:
                save_weights(
                    version=version, by=desk.analyst, weights={"A1": value}, reason="x",
                    expected=version.row_version, via="api",
                )  # fmt: skip
            except Conflict as late:
                refused.append(late.extra["current"])
            else:
                accepted.append(value)

    at_once(*[lambda person=person: edit(person) for person in range(PEOPLE)])

    assert len(accepted) + len(refused) == PEOPLE * EDITS
    assert accepted
    assert Version.objects.get(pk=draft.pk).row_version == 1 + len(accepted)
    stored = [event.detail["changed"]["A1"][1] for event in AuditEvent.objects.filter(verb="save weights")]
    assert sorted(stored) == sorted(accepted)
    assert weights_by_key(draft)["A1"].value in accepted


def test_an_edit_and_a_publication_at_once_leave_one_of_the_two():
    desk = Desk()
    draft = desk.draft()
    done = []

    def edit():
        version = Version.objects.get(pk=draft.pk)
        save_weights(
            version=version, by=desk.analyst, weights={"A1": 77}, reason="x", expected=version.row_version, via="api"
        )
        done.append("edit")

    def publish():
        version = Version.objects.get(pk=draft.pk)
        publish_version(version=version, by=desk.lead, reason="x", expected=version.row_version, via="api")
        done.append("publish")

    def quietly(act):
        try:
            act()
        except DomainError:
            return

    at_once(lambda: quietly(edit), lambda: quietly(publish))

    row = Version.objects.get(pk=draft.pk)
    value = weights_by_key(row)["A1"].value
    assert done
    assert (value == 77) == ("edit" in done)
    assert row.is_draft == ("publish" not in done)
