"""Run every benchmark: `python -m benchmarks [name ...]`. Each bench_<name>.py has a main() that prints its lines."""

import importlib
import os
import sys
from pathlib import Path

HERE = Path(__file__).parent


def names() -> list[str]:
    """The benchmarks that there are, without their prefix."""
    return sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


def run(name: str) -> None:
    """Import one benchmark and run it; what it needs and does not find, it says."""
    print(f"## {name}", flush=True)
    importlib.import_module(f"benchmarks.bench_{name}").main()


def main() -> None:
    wanted = sys.argv[1:] or names()
    unknown = sorted(set(wanted) - set(names()))
    if unknown:
        raise SystemExit(f"There is no benchmark {', '.join(unknown)}. Known: {', '.join(names())}.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings")
    for name in wanted:
        run(name)


if __name__ == "__main__":
    main()
