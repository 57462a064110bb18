"""What a container's health check asks: `python scripts/health.py web|worker|dispatcher`; exit 0 is healthy."""

import http.client
import os
import subprocess
import sys

import psycopg
import redis


def web() -> bool:
    """The page that says whether the web process and its database answer, asked under a host name it accepts."""
    connection = http.client.HTTPConnection("127.0.0.1", 8000, timeout=8)
    connection.request("GET", "/healthz/", headers={"Host": os.environ["ALLOWED_HOSTS"].split(",")[0]})
    return connection.getresponse().status == http.HTTPStatus.OK


def worker() -> bool:
    """The worker of this container answers its own broker."""
    node = f"celery@{os.uname().nodename}"
    ask = ["celery", "-A", "workbench", "inspect", "ping", "--timeout", "5", "--destination", node]
    return subprocess.run(ask, capture_output=True, timeout=25, check=False).returncode == 0


def dispatcher() -> bool:
    """Both of its servers answer; a dispatcher that dies ends its container by itself."""
    redis.Redis.from_url(os.environ["REDIS_URL"], socket_timeout=5).ping()
    with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


if __name__ == "__main__":
    try:
        healthy = {"web": web, "worker": worker, "dispatcher": dispatcher}[sys.argv[1]]()
    except (OSError, http.client.HTTPException, psycopg.Error, redis.RedisError, subprocess.TimeoutExpired) as error:
        sys.exit(f"not healthy: {error}")
    sys.exit(not healthy)
