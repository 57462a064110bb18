"""Which commands start servers, and where their data is."""

from pathlib import Path

import pytest

from workbench import local
from workbench.local.users import ROOT


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["help"],
        ["--version"],
        ["check"],
        ["makemigrations", "--check"],
        ["spectacular", "--file", "x"],
        ["assets"],
        ["migrate", "--help"],
        ["up", "-h"],
    ],
)
def test_commands_without_a_database_start_nothing(argv):
    assert not local.needs_servers(["manage.py", *argv])


@pytest.mark.parametrize("command", ["migrate", "up", "seed_demo", "dispatcher", "score", "shell", "import_events"])
def test_commands_with_a_database_start_the_servers(command):
    assert local.needs_servers(["manage.py", command])


def test_the_data_is_in_the_checkout_or_where_it_is_asked_to_be(monkeypatch, tmp_path):
    monkeypatch.delenv("WORKBENCH_HOME")
    assert local.home_folder() == ROOT / "var"
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path))
    assert local.home_folder() == Path(tmp_path)
