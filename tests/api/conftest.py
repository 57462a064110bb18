"""One office for each test."""

import pytest

from tests.api.office import Caller, Office, stranger


@pytest.fixture
def office(db: None) -> Office:
    return Office()


@pytest.fixture
def api(office: Office) -> Caller:
    """A program of the team's analyst that may write."""
    return office.caller()


@pytest.fixture
def lead(office: Office) -> Caller:
    return office.caller("lead")


@pytest.fixture
def outsider(db: None) -> Caller:
    return stranger()
