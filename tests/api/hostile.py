"""Bodies and values that have broken services like this one."""

import json
from typing import Any

DEEP = 100_000
JSON = "application/json"

# name: (body, content type, allowed statuses)
BODIES: dict[str, tuple[bytes, str]] = {
    "lone surrogate": (b'{"reason": "\\ud800"}', JSON),
    "lone surrogate in a key": (b'{"\\udfff": 1}', JSON),
    "NUL in a value": (b'{"reason": "a\\u0000b"}', JSON),
    "NUL in a key": (b'{"a\\u0000b": 1}', JSON),
    "raw NUL": (b'{"reason": "\x00"}', JSON),
    "deep arrays": (b"[" * DEEP + b"]" * DEEP, JSON),
    "deep objects": (b'{"a":' * DEEP + b"1" + b"}" * DEEP, JSON),
    "deep but closed too early": (b"[" * DEEP, JSON),
    "40 levels": (b'{"reason": ' + b"[" * 40 + b"]" * 40 + b"}", JSON),
    "NaN": (b'{"row_version": NaN}', JSON),
    "Infinity": (b'{"row_version": -Infinity}', JSON),
    "1e999": (b'{"row_version": 1e999}', JSON),
    "an integer of 400 digits": (b'{"row_version": ' + b"9" * 400 + b"}", JSON),
    "an integer of 5000 digits": (b'{"row_version": ' + b"9" * 5000 + b"}", JSON),
    "an array": (b"[]", JSON),
    "an array of objects": (b'[{"reason": "x"}]', JSON),
    "a text": (b'"x"', JSON),
    "a number": (b"1", JSON),
    "null": (b"null", JSON),
    "true": (b"true", JSON),
    "half a body": (b'{"reason": ', JSON),
    "two bodies": (b"{}{}", JSON),
    "not UTF-8": (b'{"reason": "\xff\xfe"}', JSON),
    "UTF-16": ('{"reason": "x"}'.encode("utf-16"), JSON),
    "a byte order mark": (b'\xef\xbb\xbf{"reason": "x"}', JSON),
    "2 MB": (b'{"reason": "' + b"x" * 2_000_000 + b'"}', JSON),
    "a form": (b"reason=x", "application/x-www-form-urlencoded"),
    "a file": (b"--b\r\n\r\nx\r\n--b--", "multipart/form-data; boundary=b"),
    "XML": (b"<reason>x</reason>", "application/xml"),
    "text": (b"{}", "text/plain"),
    "no media type": (b'{"reason": "x"}', "x"),
    "a member twice": (b'{"row_version": 1, "row_version": 2, "zzz": 0}', JSON),
    "a prototype": (b'{"__proto__": {"admin": true}, "constructor": 1}', JSON),
}

# Values for each field of a body that works.
VALUES: list[Any] = [
    None, True, -1, 2**31, 2**63 - 1, 1.5, 1e308, "", "x", "nan", "inf",
    "0001-01-01", "9999-12-31", "2024-02-30", "\u202edcba", "\U0010ffff", "' OR 1=1 --",
    "x" * 100_000, [], [None], ["x"] * 2000, [{}], {}, {"x": {}}, {"": ""},
    {"en": None}, {"x" * 5000: 1}, "00000000-0000-7000-8000-000000000000",
]  # fmt: skip

QUERIES = [
    "after=x", "after=!!!", "after=W10", "after=bnVsbA", "after=WyJ4IiwieSJd", "after=WyJ4Il0", "after=W251bGwsMV0",
    "after=WzFlOTk5XQ", "after=WzFlOTk5LDFlOTk5XQ", "after=WyJcdTAwMDAiLCJcdTAwMDAiXQ", "after=WyJcdWQ4MDAiLCJcdWQ4MDAiXQ",
    "after=Wzk5OTk5OTk5OTk5OTk5OTk5OTk5OTksOTk5OTk5OTk5OTk5OTk5OTk5OTk5OTld", "after=%00", "after=" + "W1tb" * 20_000,
    "limit=0", "limit=-1", "limit=201", "limit=1e3", "limit=x", "limit=" + "9" * 5000, "limit=%00", "limit=1.5",
    "limit=02001", "limit=%D9%A3", "cutoff=x", "cutoff=2024-13-01", "cutoff=0000-00-00", "cutoff=9999-12-31",
    "cutoff=0001-01-01", "cutoff=2024-01-01T00:00", "cutoff=%00", "cutoff=" + "1" * 5000, "situation=%00",
    "situation=no-such", "situation='", "situation=%ED%A0%80", "q=%00", "q=%25", "q=" + "x" * 50_000, "q=%ED%A0%80",
    "type=%00", "type=x", "area=%00", "area=x", "actor=x", "actor=%00", "status=x", "since=x", "until=9999-12-31",
    "at=0001-01-01", "at=x", "series=%00", "kind=x", "state=x", "scenario=x", "dataset=%00", "unknown=1", "a[b]=1",
    "%00=%00", "limit=3&limit=x", "=", "&&&", "%",
]  # fmt: skip

PATHS = [
    "/api/", "/api/v1/", "/api/v1/teams", "/api/v2/teams/", "/api/v1/teams/%00/events/", "/api/v1/teams/{team}/none/",
    "/api/v1/teams/{team}/events/not-a-uuid/", "/api/v1/teams/{team}/events/%00/", "/api/v1/teams/{team}/events",
    "/api/v1/teams/{team}/scenarios/x/versions/99999999999999999999999/", "/api/v1/teams/{team}/scenarios/x/versions/-1/",
    "/api/v1/teams/{team}/scenarios/x/versions/" + "9" * 5000 + "/", "/api/v1/teams/{team}/series/%ED%A0%80/observations/",
    "/api/v1/teams/{team}/../../../etc/passwd", "/api/v1/teams/" + "x" * 10_000 + "/events/", "/api//v1/teams/",
    "/api/%ff%fe/", "/api/v1/teams/{team}/events/00000000-0000-0000-0000-000000000000/",
]  # fmt: skip


def with_each_value(body: dict[str, Any]) -> list[tuple[str, Any, bytes]]:
    """The body with each of its fields, and each field of the rows in it, in turn replaced by each hostile value."""
    made = []
    for name, present in body.items():
        for value in VALUES:
            made.append((name, value, _bytes({**body, name: value})))
        if isinstance(present, list) and present and isinstance(present[0], dict):
            for inner in present[0]:
                rows = [[{**present[0], inner: value}] for value in VALUES]
                made += [(f"{name}.{inner}", row, _bytes({**body, name: row})) for row in rows]
        if isinstance(present, dict):
            rows_of = [{key: value} for key in present for value in VALUES]
            made += [(f"{name}.*", row, _bytes({**body, name: row})) for row in rows_of]
    return made


def _bytes(body: Any) -> bytes:
    return json.dumps(body).encode()
