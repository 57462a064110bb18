"""The stack that fault tests stand on does what its words say."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from tests.support.stack import wait_until

pytestmark = [pytest.mark.chaos, pytest.mark.xdist_group("serial")]


def test_a_worker_starts_takes_the_killing_of_its_whole_tree_and_comes_back(stack):
    worker = stack.worker()
    wait_until(lambda: "ready." in worker.words(), 40, "the worker is ready")
    children = worker.children()
    assert children
    worker.kill()
    assert not worker.alive
    wait_until(lambda: not any(child.is_running() for child in children), 5, "the pool is gone too")
    worker.start()
    wait_until(lambda: worker.words().count("ready.") == 2, 40, "the worker is ready again")
    assert worker.stop() == 0


def test_models_of_the_test_work_on_the_database_of_the_stack(stack):
    with stack.orm():
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_database()")
            assert cursor.fetchone() == (stack.database,)
        assert ContentType.objects.exists()


def test_own_servers_come_back_after_a_kill(make_stack):
    stack = make_stack(own_servers=True)
    before = {process.pid for process in stack.servers("valkey")}
    assert stack.redis().set("kept", "1")
    stack.kill_servers("valkey")
    stack.kill_servers("postgres")
    wait_until(lambda: {process.pid for process in stack.servers("valkey")} - before, 15, "Valkey is back")
    with stack.orm():
        wait_until(lambda: _answers(), 15, "PostgreSQL is back")


def _answers():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return True
    except Exception:
        connection.close()
        return False


def test_the_web_server_answers_on_loopback(stack):
    web = stack.web()
    assert web.healthy()
    web.kill()
    assert not web.healthy()
