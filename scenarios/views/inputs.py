"""What a run was given, in words: dates, data, hashes, and the cells that had no value."""

from collections import Counter
from typing import Any

from scenarios.models import Run
from scenarios.selectors import names_of

STATES = ("value", "missing", "not_applicable")


def data_to(run: Run) -> str:
    """The last month of events that any cell rests on, or empty."""
    months = [cell["data_to"] for cell in parts(run.provenance) if cell.get("data_to")]
    return max(months, default="")


def parts(provenance: dict[str, Any]) -> list[dict[str, Any]]:
    """The origins of all cells, those of a coalition's pairs beside their own."""
    cells = provenance.get("cells", [])
    return [*cells, *(pair for cell in cells for pair in cell.get("dyads", []))]


def inputs_of(run: Run) -> dict[str, Any]:
    """The inputs tab."""
    names = names_of(run.version)
    indicators = {row.key: row for row in run.version.indicators.all()}
    cells = run.inputs["cells"]
    without = [
        {
            "alternative": names.get(cell["alternative"], cell["alternative"]),
            "indicator": indicators.get(cell["indicator"], cell["indicator"]),
            "state": cell["state"],
            "reason": cell["reason"],
        }
        for cell in cells
        if cell["state"] != "value"
    ]
    counts = Counter(cell["state"] for cell in cells)
    return {
        "data_to": data_to(run),
        "counts": {state: counts[state] for state in STATES},
        "without": without,
        "datasets": run.provenance.get("datasets", []),
        "claims": run.provenance.get("claims", []),
        "uncertainty": run.inputs["uncertainty"],
        "min_weight": run.inputs["min_weight"],
    }
