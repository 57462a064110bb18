"""What the environment says, read once: every other settings file takes its values from here."""

import os
import sys
from pathlib import Path

from environs import Env

env = Env()

BASE_DIR = Path(__file__).resolve().parents[2]
HOME = Path(env.str("WORKBENCH_HOME", str(BASE_DIR / "var"))).expanduser().resolve()

MODES = ("local", "production", "test")
MODE = env.str("WORKBENCH_MODE", "test" if "pytest" in sys.modules else "local")
if MODE not in MODES:
    raise SystemExit(f"WORKBENCH_MODE is {MODE!r}; it must be one of {', '.join(MODES)}.")

PRODUCTION = MODE == "production"
KEY_PREFIX = env.str("WORKBENCH_KEY_PREFIX", "swb")


def required(name: str) -> str:
    """The value of a variable that production cannot do without."""
    value = os.environ.get(name, "")
    if not value:
        raise SystemExit(f"{name} is not set. Production takes everything from the environment: see .env.example.")
    return value
