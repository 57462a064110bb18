"""Every page of the sign-in library is ours: our layout, our policy, nothing of the stock templates."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.factories.accounts import UserFactory
from tests.front.markup import faults

pytestmark = pytest.mark.django_db

OPEN = ["account_login", "account_signup", "account_reset_password", "account_reset_password_done"]
OPEN += ["account_reset_password_from_key_done", "account_inactive", "account_email_verification_sent"]
OWN = ["account_logout", "account_change_password", "account_email", "account_reauthenticate", "mfa_index"]
OWN += ["usersessions_list"]
STEPS = ["mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"]
PASSWORD = "correct horse battery"


@pytest.fixture
def user() -> User:
    made = UserFactory()
    made.set_password(PASSWORD)
    made.save(update_fields=["password"])
    return made


@pytest.fixture
def fresh(client: Client, user: User) -> Client:
    """Signed in, and the password given once more, so that no page asks again."""
    for name, data in (("account_login", {"login": user.email}), ("account_reauthenticate", {})):
        answer = client.post(reverse(name), {**data, "password": PASSWORD})
        assert answer.status_code == 302
    return client


def _checked(answer: Any) -> str:
    html = answer.content.decode()
    # The words of a finished page are no longer in templates, so only the policy is looked at.
    assert [fault for fault in faults(html.replace("{", "(")) if "bare words" not in fault] == []
    assert "css/tokens.css" in html
    assert html.count("<h1") == 1
    assert "<strong>Menu:</strong>" not in html
    return html


@pytest.mark.parametrize("name", OPEN)
def test_a_page_for_strangers_has_our_entrance(client: Client, name: str) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert 'class="entrance"' in _checked(answer)


@pytest.mark.parametrize("name", OWN)
def test_a_page_of_a_person_is_ours(fresh: Client, name: str) -> None:
    answer = fresh.get(reverse(name))
    assert answer.status_code == 200
    _checked(answer)


def test_turning_on_the_second_step_shows_picture_and_secret(fresh: Client, user: User) -> None:
    EmailAddress.objects.filter(user=user).update(verified=True)
    html = _checked(fresh.get(reverse("mfa_activate_totp")))
    assert 'src="data:image/svg+xml;base64,' in html
    assert 'id="authenticator_secret"' in html


@pytest.mark.parametrize("name", STEPS)
def test_a_page_of_the_second_step_is_ours(fresh: Client, user: User, name: str) -> None:
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    answer = fresh.get(reverse(name))
    assert answer.status_code == 200
    _checked(answer)


def test_sign_in_asks_for_the_code_on_our_page(client: Client, user: User) -> None:
    TOTP.activate(user, generate_totp_secret())
    answer = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD}, follow=True)
    assert 'name="code"' in _checked(answer)


def test_a_used_link_says_so_on_our_page(client: Client) -> None:
    answer = client.get(reverse("account_reset_password_from_key", args=["1", "used-up"]))
    assert "too old" in _checked(answer)
    assert "too old" in _checked(client.get(reverse("account_confirm_email", args=["used-up"])))


def test_a_wrong_password_is_told_beside_the_form(client: Client, user: User) -> None:
    answer = client.post(reverse("account_login"), {"login": user.email, "password": "wrong"})
    assert 'class="form-errors"' in _checked(answer)


def test_signing_in_and_out_leaves_no_message_behind(fresh: Client) -> None:
    html = fresh.get(reverse("account_email")).content.decode()
    assert "banner-good" not in html


def test_an_unknown_address_is_answered_with_our_page(client: Client) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    _checked(answer)
