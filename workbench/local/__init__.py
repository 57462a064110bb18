"""The embedded servers: PostgreSQL and Valkey from two wheels, for a laptop and for the suite.

The only code that knows the wheels. One small supervisor per data folder (`python -m workbench.local serve HOME`)
owns both servers; every process that uses them holds a shared lock on HOME/users while it lives.
"""

from workbench.local.errors import LocalError
from workbench.local.users import Servers, attach, end_with_last_user, ensure, home_folder, join, needs_servers, running

__all__ = [
    "LocalError",
    "Servers",
    "attach",
    "end_with_last_user",
    "ensure",
    "home_folder",
    "join",
    "needs_servers",
    "running",
]
