"""Production does not start beside demo users."""

import pytest

from tests.factories.accounts import UserFactory
from workbench.startup import refuse_demo_users

pytestmark = pytest.mark.django_db


def test_production_refuses_a_demo_user(settings):
    settings.PRODUCTION = True
    UserFactory(is_demo=True)
    with pytest.raises(SystemExit, match="demo user"):
        refuse_demo_users()


def test_production_starts_with_real_users(settings):
    settings.PRODUCTION = True
    UserFactory()
    refuse_demo_users()


def test_a_laptop_may_have_demo_users(settings):
    settings.PRODUCTION = False
    UserFactory(is_demo=True)
    refuse_demo_users()
