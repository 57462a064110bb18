"""The command says what it did in its last line; a wrong file ends it with a sentence and writes nothing."""

import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command

from accounts.models import Team
from tests.world import ged
from world.models import Event, ImportBatch, Situation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "media")},
        },
    }


@pytest.fixture
def path(tmp_path):
    return tmp_path / "events.csv"


def run(path, *options, create=True):
    out = StringIO()
    given = ["--format", "ucdp-ged", "--team", "sahel", "--situation", "mali-after", *options]
    call_command("import_events", str(path), *given, *(["--create"] if create else []), stdout=out)
    return out.getvalue().splitlines()


def test_the_last_line_has_the_counts_and_the_others_say_why(path):
    path.write_bytes(ged.file(ged.row(), ged.row(id=2, best="x"), ged.row(id=3, low=8)))
    lines = run(path)
    assert lines[-1] == "2 new, 0 changed, 0 same, 0 missing, 1 rejected"
    assert lines[0] == "error: row 3, best: “x” is not a whole number. [not_a_number]"
    assert any(line.startswith("warning: row 4, best: low, best and high") for line in lines)
    assert Situation.objects.get().name == "Mali after"


def test_only_the_first_twenty_remarks_are_printed(path):
    path.write_bytes(ged.file(*[ged.row(id=n, low=8) for n in range(1, 31)]))
    lines = run(path)
    assert len(lines) == 22
    assert lines[-2].startswith("... ")


def test_a_vintage_and_a_reason_are_kept(path):
    path.write_bytes(ged.file(ged.row()))
    run(path, "--vintage", "24.1", "--correct", "--reason", "yearly release")
    batch = ImportBatch.objects.get()
    assert (batch.vintage, str(batch.known_from), batch.verb) == ("24.1", "2024-06-01", "correct")
    assert batch.options["reason"] == "yearly release"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello\n",
        b"PK\x03\x04 bomb",
        ged.file(ged.row()).replace(b"JNIM", b"\0"),
        b"a,b\n1,\xe9\n",
        b"id,best\n1,2\n",
    ],
)
def test_a_refused_file_makes_neither_team_nor_batch(path, content):
    path.write_bytes(content)
    with pytest.raises(CommandError) as caught:
        run(path)
    assert caught.value.returncode == 1
    assert str(caught.value)
    assert not Team.objects.exists()
    assert not ImportBatch.objects.exists()


def test_a_file_whose_rows_are_all_damaged_is_refused_with_its_list(path, capsys):
    path.write_bytes(ged.file(*[ged.row(id=n, best="03/01/1900") for n in range(1, 4)]))
    with pytest.raises(CommandError):
        run(path)
    assert not Event.objects.exists()
    assert ImportBatch.objects.get().issues.count() == 3


def test_a_file_that_is_not_there_is_named(path):
    with pytest.raises(CommandError, match=r"events\.csv"):
        run(path)


def test_without_create_a_missing_team_or_situation_is_an_error(path):
    path.write_bytes(ged.file(ged.row()))
    with pytest.raises(CommandError, match="no team"):
        run(path, create=False)
    Team.objects.create(slug="sahel", name="Sahel")
    with pytest.raises(CommandError, match="no situation"):
        run(path, create=False)


def test_a_slug_that_is_none_is_refused(path):
    path.write_bytes(ged.file(ged.row()))
    out = StringIO()
    with pytest.raises(CommandError):
        call_command(
            "import_events",
            str(path),
            "--format",
            "ucdp-ged",
            "--team",
            "a b",
            "--situation",
            "s",
            "--create",
            stdout=out,
        )
    assert not Team.objects.exists()


def test_the_benchmarks_are_listed_and_an_unknown_one_is_refused():
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "nothing"],
        cwd=django_settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "import" in done.stderr
