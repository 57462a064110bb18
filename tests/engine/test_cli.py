"""`python -m engine`: JSON out, one line of error with a path, never a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import engine
from engine.__main__ import main
from engine.result_schema import RESULT_SCHEMA
from engine.schema import INPUT_SCHEMA
from tests.engine.models import Json
from tests.engine.random_models import random_model


@pytest.fixture
def model() -> Json:
    return random_model(1)


def write(tmp_path: Path, text: str | bytes) -> str:
    path = tmp_path / "model.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def test_score_prints_the_result(tmp_path: Path, model: Json, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", write(tmp_path, json.dumps(model)), "--draws", "300", "--seed", "0"]) == 0
    assert json.loads(capsys.readouterr().out) == engine.score(model, draws=300, seed=0)


def test_the_seed_comes_from_the_input_and_there_are_10000_draws(
    tmp_path: Path, model: Json, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", write(tmp_path, json.dumps(model))]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["draws"], result["seed"]) == (10_000, int(engine.freeze_hash(model)[:12], 16))


@pytest.mark.parametrize(("options", "expected"), [([], INPUT_SCHEMA), (["--result"], RESULT_SCHEMA)])
def test_schema_prints_the_schema(options: list[str], expected: Json, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", *options]) == 0
    assert json.loads(capsys.readouterr().out) == expected


@pytest.mark.parametrize("draws", [0, 300])
@pytest.mark.parametrize("seed", range(12))
def test_results_have_the_published_form(seed: int, draws: int) -> None:
    vetoes = [{"indicator": "i00", "at_most": 30}]
    model = random_model(seed) | {"min_weight": 0.8, "vetoes": vetoes}
    jsonschema.Draft202012Validator.check_schema(RESULT_SCHEMA)
    jsonschema.validate(engine.score(model, draws=draws, seed=0), RESULT_SCHEMA)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "Expecting property name"),
        ("[]", "the input must be a JSON object"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"schema": 1, "schema": 2}', "schema: the key comes twice"),
        ('{"schema": "x"}', "schema: 'x' is none of"),
        (b"\xff\xfe", "codec can't decode"),
        ("", "Expecting value"),
    ],
)
def test_a_faulty_file_is_one_line_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | bytes, message: str
) -> None:
    assert main(["score", write(tmp_path, text)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert captured.err.count("\n") == 1


def test_a_fault_in_the_model_names_its_path(tmp_path: Path, model: Json, capsys: pytest.CaptureFixture[str]) -> None:
    model["cells"][3]["colour"] = "red"
    assert main(["score", write(tmp_path, json.dumps(model))]) == 2
    assert "cells[3].colour: unknown key" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--draws", "-1"], ["--seed", "-5"], ["--draws", "100001"]])
def test_draws_and_seeds_out_of_range_are_refused(
    tmp_path: Path, model: Json, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert main(["score", write(tmp_path, json.dumps(model)), *options]) == 2
    assert "is not a whole number from 0 to" in capsys.readouterr().err


def test_it_runs_as_a_program_without_django(tmp_path: Path) -> None:
    code = "import sys, engine.__main__; sys.exit(any(m in sys.modules for m in ('django', 'pandas', 'celery')))"
    subprocess.run([sys.executable, "-c", code], check=True)
    missing = str(tmp_path / "none.json")
    done = subprocess.run([sys.executable, "-m", "engine", "score", missing], capture_output=True, text=True)
    assert done.returncode == 2
    assert "No such file" in done.stderr
    assert "Traceback" not in done.stderr
