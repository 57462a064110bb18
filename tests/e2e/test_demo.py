"""The demo from the command line: the same scores and the same PDF wherever it is made."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from tests.support.stack import Stack, open_stack

pytestmark = [pytest.mark.chaos, pytest.mark.xdist_group("serial")]

KEYS = {"run", "inputs_sha256", "seed", "scores", "ranks", "intervals", "contributions", "coverage", "warnings"}
VIOLENCE = {"C1", "C2", "C4", "C5"}


def score(stack: Stack, scenario: str, *arguments: str) -> dict[str, Any]:
    done = stack.manage("score", scenario, "--team", "demo", "--draws", "512", "--json", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_the_command_prints_the_promised_keys(demo: Stack):
    assert set(score(demo, "security-vacuum")) >= KEYS


def test_the_same_question_gives_the_same_numbers(demo: Stack):
    first, second = (score(demo, "peacekeeping-alternatives", "--seed", "0") for _ in range(2))
    for name in KEYS - {"run"}:
        assert first[name] == second[name], name


def test_long_after_the_data_violence_is_missing_and_not_zero(demo: Stack):
    late = score(demo, "security-vacuum", "--at", "2025-06-30", "--cutoff", "2025-07-31")
    seen = {row["indicator"] for rows in late["contributions"].values() for row in rows}
    assert not seen & VIOLENCE


def test_a_second_demo_makes_the_same_scores_and_the_same_pdf(
    demo: Stack, databases: Any, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any
):
    made: Path = demo.brief  # type: ignore[attr-defined]
    first = made.read_bytes()
    home = tmp_path_factory.mktemp("home")
    with open_stack(databases, tmp_path_factory.mktemp("again"), django_db_blocker, WORKBENCH_HOME=str(home)) as other:
        other.worker()
        other.dispatcher()
        done = other.manage("seed_demo", "--within", "300")
        assert done.returncode == 0, done.stdout + done.stderr
        second = Path(done.stdout.strip().splitlines()[-1]).read_bytes()
        for scenario in ("security-vacuum", "alliance-strength", "peacekeeping-alternatives"):
            here, there = score(demo, scenario), score(other, scenario)
            assert {k: here[k] for k in KEYS - {"run"}} == {k: there[k] for k in KEYS - {"run"}}
    assert sha256(first).hexdigest() == sha256(second).hexdigest()


def test_seeding_again_changes_nothing(demo: Stack):
    with demo.orm():
        before = counts()
    done = demo.manage("seed_demo", "--within", "300")
    assert done.returncode == 0, done.stderr
    with demo.orm():
        assert counts() == before


def counts() -> dict[str, int]:
    rooms = {"accounts", "world", "scenarios", "reports"}
    return {m._meta.label: m._default_manager.count() for m in apps.get_models() if m._meta.app_label in rooms}
