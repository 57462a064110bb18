#!/usr/bin/env python
"""Django's command line, with the servers it needs."""

import os
import sys


def main() -> None:
    """Run one command; commands that need a database start the embedded servers where none is given."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings")
    if sys.argv[1:2] == ["migrate"]:
        os.environ.setdefault("WORKBENCH_DB_ROLE", "owner")
    if "DATABASE_URL" not in os.environ and os.environ.get("WORKBENCH_MODE") != "production":
        from workbench import local  # noqa: PLC0415  settings must not be read before the servers' URLs are set

        if local.needs_servers(sys.argv):
            local.attach()
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
