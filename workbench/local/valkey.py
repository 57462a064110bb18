"""Valkey: broker, locks, rate limits and cache on a unix socket, with its append-only file on."""

import signal
from pathlib import Path
from urllib.parse import quote

import redis

from workbench.local.binaries import Binaries
from workbench.local.places import Places
from workbench.local.processes import evict

END_SIGNAL = signal.SIGTERM
NAME = "valkey.sock"


def socket_path(places: Places) -> Path:
    """Where the server listens."""
    return places.sockets / NAME


def prepare(places: Places) -> None:
    """End a server that a killed supervisor left: a second one would take over its socket and its file."""
    evict(places.valkey)
    socket_path(places).unlink(missing_ok=True)


def command(places: Places, binaries: Binaries, *, throwaway: bool) -> list[str]:
    """The server's command line; memory is never freed by dropping keys, because keys are messages."""
    options = {
        "port": "0",
        "unixsocket": str(socket_path(places)),
        "unixsocketperm": "700",
        "dir": str(places.valkey),
        "appendonly": "yes",
        "appendfsync": "no" if throwaway else "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
        "daemonize": "no",
    }
    argv = [str(binaries.valkey)]
    for name, value in options.items():
        argv += [f"--{name}", value]
    return argv


def answers(places: Places) -> bool:
    """Whether the server replies; False while it still loads its file."""
    client = redis.Redis(unix_socket_path=str(socket_path(places)), socket_timeout=2)
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()


def url(places: Places) -> str:
    """The URL for redis-py; Celery's transport wants the scheme redis+socket with the same path."""
    return f"unix://{quote(str(socket_path(places)))}"
