"""Row keys that sort by time of making (RFC 9562, version 7), with a SQL twin for set-based imports."""

import secrets
import threading
import time
import uuid

_lock = threading.Lock()
_last = 0

# PostgreSQL 15 has no uuidv7(): imports that make rows in SQL call this function instead.
UUID7_SQL = """
CREATE OR REPLACE FUNCTION workbench_uuid7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
              PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
              FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;
"""


def uuid7() -> uuid.UUID:
    """A new UUIDv7: 48 bits of milliseconds, 12 bits of sub-millisecond order, 62 random bits."""
    global _last
    with _lock:
        ticks = max(time.time_ns() * 4096 // 1_000_000, _last + 1)
        _last = ticks
    millis, fraction = divmod(ticks, 4096)
    value = (millis & (2**48 - 1)) << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | secrets.randbits(62)
    return uuid.UUID(int=value)
