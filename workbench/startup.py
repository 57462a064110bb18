"""What must hold before the first request."""

from django.conf import settings

from accounts.models import User


def refuse_demo_users() -> None:
    """Demo users have passwords that were printed on a screen: production does not start beside them."""
    if settings.PRODUCTION and User.objects.filter(is_demo=True, is_active=True).exists():
        raise SystemExit("A demo user is in this database. Production refuses to start: use a database of its own.")
