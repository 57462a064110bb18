"""`python -m workbench.local serve HOME` runs the supervisor of one data folder."""

import argparse
import sys
from pathlib import Path

from workbench.local.processes import watch
from workbench.local.supervisor import LINGER, serve


def main(argv: list[str]) -> int:
    """Parse one of the two commands and run it; the exit code."""
    if argv[:1] == ["watch"]:
        pipe, end_signal, ids, folder, *server = argv[1:]
        return watch(int(pipe), int(end_signal), ids, folder, server)
    parser = argparse.ArgumentParser(prog="python -m workbench.local")
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser("serve", help="Run PostgreSQL and Valkey on a data folder while it has users.")
    serving.add_argument("home", type=Path)
    serving.add_argument("--lock", type=int, help="a descriptor that already holds the folder's lock")
    serving.add_argument("--linger", type=float, default=LINGER, help="seconds without users before the end")
    serving.add_argument("--throwaway", action="store_true", help="skip what only a loss of power needs")
    given = parser.parse_args(argv)
    return serve(given.home, lock=given.lock, linger=given.linger, throwaway=given.throwaway)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
