"""PostgreSQL under two roles, and Redis or Valkey for the broker and the cache."""

import sys
from typing import Any

import dj_database_url

from workbench.settings.environment import KEY_PREFIX, MODE, PRODUCTION, env, required

# The web, the worker and the dispatcher connect as a role that owns nothing; only migrations use the owner.
DATABASE_URL = required("DATABASE_URL") if PRODUCTION else env.str("DATABASE_URL", "postgres:///workbench")
DATABASE_OWNER_URL = env.str("DATABASE_OWNER_URL", DATABASE_URL)
DATABASE_ROLE = env.str("WORKBENCH_DB_ROLE", "app")

if DATABASE_ROLE == "owner" and DATABASE_OWNER_URL == DATABASE_URL and MODE != "test":
    sys.stderr.write("DATABASE_OWNER_URL is not set: migrations run as the application's own role.\n")

_url = DATABASE_OWNER_URL if DATABASE_ROLE == "owner" else DATABASE_URL
DATABASES: dict[str, dict[str, Any]] = {"default": dict(dj_database_url.parse(_url))}
if not DATABASES["default"]["ENGINE"].endswith("postgresql"):
    raise SystemExit("PostgreSQL is the only database: DATABASE_URL must begin with postgres://")
DATABASES["default"]["ATOMIC_REQUESTS"] = False
DATABASES["default"]["CONN_MAX_AGE"] = 0
# Data lies on solid disks or in memory: with the default cost the planner reads whole tables for one page of facts.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c random_page_cost=1.1")
if MODE != "test" and DATABASE_ROLE == "app" and env.bool("WORKBENCH_POOL", False):
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
APP_ROLE = dj_database_url.parse(DATABASE_URL).get("USER") or ""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = required("REDIS_URL") if PRODUCTION else env.str("REDIS_URL", "redis://127.0.0.1:6379/0")
CACHE_URL = env.str("CACHE_URL", REDIS_URL)
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CACHE_URL,
        "KEY_PREFIX": KEY_PREFIX,
        "OPTIONS": {"socket_timeout": 2, "socket_connect_timeout": 2},
    }
}
