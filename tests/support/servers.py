"""Which PostgreSQL and which Valkey the suite runs on: the ones it was given, else embedded ones of its own."""

import os

NEEDED = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL")


def export_servers() -> None:
    """Put the servers' URLs into the environment. Runs in the first process only: xdist workers inherit them."""
    if "DATABASE_URL" in os.environ:
        missing = [name for name in NEEDED if name not in os.environ]
        if missing:
            raise SystemExit(f"DATABASE_URL is given, so these must be given too: {', '.join(missing)}")
        return
    os.environ["DATABASE_URL"] = "postgres://workbench_app@127.0.0.1:5432/workbench"
    os.environ["DATABASE_OWNER_URL"] = "postgres://workbench_owner@127.0.0.1:5432/workbench"
    os.environ["REDIS_URL"] = "redis://127.0.0.1:6379/0"
