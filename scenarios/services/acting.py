"""What each service does around its writes."""

from collections.abc import Callable
from functools import wraps

import pghistory
from django.db import transaction

from core.text import clean
from world.models import Handling


def traced[**P, R](service: Callable[P, R]) -> Callable[P, R]:
    """One transaction, whose history rows carry who did it, why and through what.

    The service takes `by` and `via` by name, `reason` too where it has one; the reason of a restricted judgement stays
    with the judgement.
    """

    @wraps(service)
    def act(*args: P.args, **kwargs: P.kwargs) -> R:
        told = kwargs.get("handling") != Handling.RESTRICTED
        reason = clean(str(kwargs.get("reason", ""))) if told else ""
        user = str(getattr(kwargs["by"], "pk", ""))
        with transaction.atomic(), pghistory.context(user=user, reason=reason, via=str(kwargs["via"]), batch=None):
            return service(*args, **kwargs)

    return act
