"""The three roles and their passwords, made once per data folder."""

import json
import os
import secrets
from pathlib import Path

from workbench.local.errors import LocalError

ADMIN, OWNER, APP = "workbench_admin", "workbench_owner", "workbench_app"
NAME = "passwords.json"


def passwords(home: Path, *, data_exists: bool) -> dict[str, str]:
    """Passwords by role, from a file that only its owner reads; made at the first start."""
    path = home / NAME
    try:
        kept: dict[str, str] = json.loads(path.read_text())
    except FileNotFoundError:
        if data_exists:
            raise LocalError(f"{path} is missing, and the database beside it cannot be opened without it.") from None
        return _make(path)
    return kept


def _make(path: Path) -> dict[str, str]:
    made = {role: secrets.token_urlsafe(32) for role in (ADMIN, OWNER, APP)}
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(json.dumps(made))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return made
