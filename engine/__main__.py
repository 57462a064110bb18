"""`python -m engine score MODEL.json [--draws N] [--seed N]` and `python -m engine schema [--result]`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from engine.errors import ModelError
from engine.result_schema import RESULT_SCHEMA
from engine.schema import INPUT_SCHEMA
from engine.scoring import score

DEFAULT_DRAWS = 10_000


def main(arguments: Sequence[str] | None = None) -> int:
    """0 and JSON on standard output, or 2 and one line on standard error that names the path of the fault."""
    options = _parser().parse_args(arguments)
    if options.command == "schema":
        _print(RESULT_SCHEMA if options.result else INPUT_SCHEMA)
        return 0
    try:
        _print(score(_read(options.model), draws=options.draws, seed=options.seed))
    except RecursionError:
        return _refuse(options.model, "is nested too deeply")
    except (OSError, ValueError) as error:
        return _refuse(options.model, str(error))
    return 0


def _refuse(file: str, reason: str) -> int:
    print(f"{file}: {reason}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m engine", description="Scores a model given as JSON.")
    commands = parser.add_subparsers(dest="command", required=True)
    schema = commands.add_parser("schema", help="print the JSON Schema of the input")
    schema.add_argument("--result", action="store_true", help="that of the result")
    scoring = commands.add_parser("score", help="score MODEL.json and print the result as JSON")
    scoring.add_argument("model", metavar="MODEL.json")
    scoring.add_argument("--draws", type=int, default=DEFAULT_DRAWS, help="default 10000; 0: point score only")
    scoring.add_argument("--seed", type=int, help="default: from the input's SHA-256")
    return parser


def _read(path: str) -> dict[str, object]:
    text = Path(path).read_text(encoding="utf-8")
    model = json.loads(text, object_pairs_hook=_no_repeats)
    if not isinstance(model, dict):
        raise ModelError("", "the input must be a JSON object")
    return model


def _no_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ModelError(twice, "the key comes twice in one object")
    return members


def _print(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))


if __name__ == "__main__":
    sys.exit(main())
