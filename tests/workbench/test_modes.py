"""Each mode starts, and production refuses what would be unsafe."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from workbench.celery import app

SAFE = {
    "WORKBENCH_MODE": "production",
    "DATABASE_URL": "postgres://app:x@db.example.test/workbench",
    "DATABASE_OWNER_URL": "postgres://owner:x@db.example.test/workbench",
    "REDIS_URL": "redis://cache.example.test/0",
    "SECRET_KEY": "a5J9-kd8Qw_" * 6,
    "ALLOWED_HOSTS": "desk.example.test",
}
SHOW = "import django; django.setup(); from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.DEBUG)"


def start(tmp_path, **changes):
    """Read the settings in a fresh process under exactly this environment."""
    env = {name: value for name, value in {**SAFE, **changes}.items() if value is not None}
    env |= {"PATH": os.environ["PATH"], "WORKBENCH_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "workbench.settings"}
    return subprocess.run(
        [sys.executable, "-c", SHOW], env=env, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=60
    )


def test_production_starts_with_host_cookies_and_without_debug(tmp_path):
    done = start(tmp_path)
    assert done.stdout.split() == ["__Host-session", "False"], done.stderr


def test_local_starts_without_any_setting(tmp_path):
    done = start(tmp_path, **dict.fromkeys(SAFE))
    assert done.stdout.split() == ["workbench_session", "False"], done.stderr
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_the_local_secret_is_made_once(tmp_path):
    for _ in range(2):
        start(tmp_path, **dict.fromkeys(SAFE))
        first = (tmp_path / "secret_key").read_text()
    assert (tmp_path / "secret_key").read_text() == first


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL", "SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_names_the_setting_it_lacks(tmp_path, name):
    done = start(tmp_path, **{name: None})
    assert done.returncode != 0
    assert name in done.stderr


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"DEBUG": "true"}, "DEBUG"),
        ({"TLS_COOKIES": "false"}, "TLS_COOKIES"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"DATABASE_URL": "sqlite:///x.db"}, "PostgreSQL"),
        ({"WORKBENCH_MODE": "staging"}, "staging"),
    ],
)
def test_production_refuses_what_is_unsafe(tmp_path, changes, word):
    done = start(tmp_path, **changes)
    assert done.returncode != 0
    assert word in done.stderr


def test_the_deploy_checks_are_clean_in_production(tmp_path):
    env = SAFE | {"PATH": os.environ["PATH"], "WORKBENCH_HOME": str(tmp_path)}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING", "--tag", "security"]
    done = subprocess.run(command, env=env, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_celery_reads_the_settings_that_recovery_rests_on():
    assert app.conf.task_acks_late is False
    assert app.conf.result_backend is None
    assert app.conf.worker_prefetch_multiplier == 1
    assert app.conf.broker_transport_options["global_keyprefix"] == f"{settings.KEY_PREFIX}:"
    assert "retry_on_timeout" not in app.conf.broker_transport_options
