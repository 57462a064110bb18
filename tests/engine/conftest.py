"""Fixtures of the engine's own tests: they need neither Django nor a server."""

import json
import os
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def workbench_data() -> Path:
    """The folder with data/ and golden/, named by WORKBENCH_DATA."""
    place = os.environ.get("WORKBENCH_DATA")
    if not place:
        pytest.skip("WORKBENCH_DATA is not set: published cases are not at hand")
    return Path(place)


@pytest.fixture(scope="session")
def ci_functions(workbench_data: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Inputs and expected results of the small function fixtures (COINr, rsmaa; tolerance 1e-9)."""
    folder = workbench_data / "golden" / "ci_functions"
    return json.loads((folder / "input.json").read_text()), json.loads((folder / "expected.json").read_text())
