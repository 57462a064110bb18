"""What differs between the weights of two versions."""

from typing import Any

from accounts.requests import TeamRequest
from scenarios.models import Version
from scenarios.selectors import weights_by_key


def compared(request: TeamRequest, version: Version, context: dict[str, Any], **_given: Any) -> dict[str, Any]:
    """The weights of two versions side by side: `?from=` and `?to=`, else the last two."""
    by_number = {row.number: row for row in context["versions"]}
    numbers = sorted(by_number)
    if len(numbers) < 2:
        return {}
    old = by_number.get(_number(request.GET.get("from")), by_number[numbers[-2]])
    new = by_number.get(_number(request.GET.get("to")), by_number[numbers[-1]])
    before, after = weights_by_key(old), weights_by_key(new)
    rows = [
        {
            "key": key,
            "thing": (after.get(key) or before[key]).node or (after.get(key) or before[key]).indicator,
            "before": before[key].value if key in before else None,
            "after": after[key].value if key in after else None,
            "was_active": _active(before.get(key)),
            "is_active": _active(after.get(key)),
            "reason": after[key].reason if key in after else "",
        }
        for key in sorted(before.keys() | after.keys())
    ]
    changed = [row for row in rows if (row["before"], row["was_active"]) != (row["after"], row["is_active"])]
    return {"old": old, "new": new, "changes": changed, "same_n": len(rows) - len(changed)}


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 9 else None


def _active(weight: Any) -> bool:
    return weight is not None and (weight.indicator is None or weight.indicator.active)
