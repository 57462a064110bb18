"""A process that is killed while it writes leaves nothing; the next worker takes the same file in."""

import os
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.db import connections
from django.utils import timezone

from core.queues import execute_next
from tests.world import ged
from world.models import Actor, Event, ImportBatch, SourceRecord

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.chaos,
    pytest.mark.xdist_group("serial"),
]
ROWS = 3000
PATIENCE = 120


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "media")},
        },
    }


def start(path, databases, home):
    """The command as a process of its own, on this test's database."""
    urls = databases.urls(connections["default"].settings_dict["NAME"])
    command = ["manage.py", "import_events", str(path), "--format", "ucdp-ged", "--team", "a", "--situation", "s"]
    return subprocess.Popen(
        [sys.executable, *command, "--create"],
        cwd=django_settings.BASE_DIR,
        env={**os.environ, **urls, "WORKBENCH_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def wait_until_it_writes(process):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if ImportBatch.objects.filter(stage="writing").exists():
            return
        assert process.poll() is None, "the import ended before it was killed"
        time.sleep(0.01)
    pytest.fail("the import never came to its writing")


def test_a_kill_while_it_writes_leaves_nothing_and_the_next_worker_does_it_all(databases, tmp_path):
    path = tmp_path / "events.csv"
    path.write_bytes(ged.file(*[ged.row(id=n) for n in range(1, ROWS + 1)]))
    process = start(path, databases, tmp_path)
    try:
        wait_until_it_writes(process)
    finally:
        process.kill()
        process.wait(PATIENCE)
    assert not Event.objects.exists()
    assert not SourceRecord.objects.exists()
    assert not Actor.objects.exists()
    batch = ImportBatch.objects.get()
    assert (batch.state, batch.outcome) == ("running", "pending")
    ImportBatch.objects.filter(pk=batch.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert execute_next("imports")
    batch.refresh_from_db()
    assert (batch.state, batch.outcome, batch.attempts) == ("done", "committed", 2)
    assert Event.objects.count() == batch.new == ROWS
