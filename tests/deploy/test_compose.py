"""The compose file, the image and the example settings say what an operator may rely on. No engine is needed."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = {"web", "worker", "dispatcher", "migrate"}
SECRETS = ("SECRET_KEY", "PASSWORD", "DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "AUTH")
DOCKERFILE = (ROOT / "Dockerfile").read_text()
EXAMPLE = (ROOT / ".env.example").read_text()


def environment(name):
    return SERVICES[name].get("environment", {})


def test_every_process_of_the_product_is_a_service():
    assert set(SERVICES) == OURS | {"postgres", "valkey"}


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"migrate"}))
def test_every_lasting_service_has_a_health_check_with_limits(name):
    check = SERVICES[name]["healthcheck"]
    assert check["test"][0] in {"CMD", "CMD-SHELL"}
    assert {"interval", "timeout", "retries"} <= set(check)


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_service_runs_as_root_or_may_become_root(name):
    service = SERVICES[name]
    assert service["user"].split(":")[0] not in {"", "root", "0"}
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert not service.get("privileged")


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_secret_has_a_default_or_a_literal_value(name):
    for variable, value in environment(name).items():
        if any(variable.endswith(word) for word in SECRETS):
            assert re.search(r"\$\{[A-Z_]+:\?[^}]+\}", value), f"{variable} is not asked for"
            assert ":-" not in value


def test_every_value_that_is_asked_for_says_where_to_set_it():
    asked = re.findall(r"\$\{([A-Z_]+):\?([^}]*)\}", (ROOT / "docker-compose.yml").read_text())
    assert asked
    assert all(name in message for name, message in asked)


@pytest.mark.parametrize("name", ["web", "worker", "dispatcher"])
def test_processes_wait_for_healthy_servers_and_a_finished_migration(name):
    waits = {other: rule["condition"] for other, rule in SERVICES[name]["depends_on"].items()}
    assert waits == {
        "postgres": "service_healthy",
        "valkey": "service_healthy",
        "migrate": "service_completed_successfully",
    }


def test_the_migration_waits_for_the_database_and_runs_once():
    assert SERVICES["migrate"]["depends_on"]["postgres"]["condition"] == "service_healthy"
    assert SERVICES["migrate"]["restart"] != "unless-stopped"


def test_only_the_migration_knows_the_owner_of_the_schema():
    knows = {name for name in OURS if "DATABASE_OWNER_URL" in environment(name)}
    assert knows == {"migrate"}
    assert all("workbench_app:" in environment(name)["DATABASE_URL"] for name in OURS)


@pytest.mark.parametrize("name", ["postgres", "valkey"])
def test_servers_are_pinned_to_a_major_version_and_keep_their_data(name):
    assert re.fullmatch(r"[a-z/]+:\d+", SERVICES[name]["image"])
    assert any(str(mount).startswith(f"{name}:") for mount in SERVICES[name]["volumes"])
    assert "ports" not in SERVICES[name]


def test_the_broker_keeps_every_message():
    command = SERVICES["valkey"]["command"]
    assert "--appendonly yes" in command
    assert "--maxmemory-policy noeviction" in command


def test_the_site_is_published_on_loopback_only():
    assert all(port.startswith("127.0.0.1:") for port in SERVICES["web"]["ports"])


def test_every_named_volume_is_declared():
    used = {
        mount.split(":")[0]
        for service in SERVICES.values()
        for mount in service.get("volumes", [])
        if not mount.startswith((".", "/"))
    }
    assert used == set(COMPOSE["volumes"])


def test_the_database_script_makes_an_owner_and_a_role_that_owns_nothing():
    script = ROOT / "scripts" / "postgres-init.sh"
    text = script.read_text()
    assert "CREATE DATABASE workbench OWNER workbench_owner" in text
    assert re.search(r"CREATE ROLE workbench_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE", text)
    assert any("postgres-init.sh" in str(mount) for mount in SERVICES["postgres"]["volumes"])
    subprocess.run(["sh", "-n", script], check=True)


def test_the_image_is_slim_and_ends_as_an_ordinary_user():
    users = re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE)
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert users[-1] == SERVICES["web"]["user"]
    assert set(bases) == {"python:3.13-slim"}
    assert len(bases) > 1
    assert "apt" not in re.sub(r"#.*", "", DOCKERFILE)
    assert "--require-hashes" in DOCKERFILE


def test_no_secret_is_baked_into_the_image():
    assert not re.search(r"^(ENV|ARG).*(SECRET|PASSWORD|DATABASE_URL)", DOCKERFILE, re.MULTILINE)
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert {".env", "var", ".git"} <= set(ignored)


def test_the_example_lists_every_variable_that_the_settings_read():
    read = set()
    for path in (ROOT / "workbench" / "settings").glob("*.py"):
        read |= set(re.findall(r"(?:env\.\w+|required)\(\s*\"([A-Z_]+)\"", path.read_text()))
    listed = set(re.findall(r"^(?:# )?([A-Z_]+)=", EXAMPLE, re.MULTILINE))
    assert read <= listed
    asked = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))
    assert asked <= listed


def test_the_example_holds_no_usable_secret():
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "OWNER_PASSWORD", "APP_PASSWORD", "VALKEY_PASSWORD"):
        assert re.search(rf"^{name}=$", EXAMPLE, re.MULTILINE)
