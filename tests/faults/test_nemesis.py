"""Random faults from a seed, printed with the failure: whatever dies, each run is done once."""

import random
import time

import pytest
from django.db.models import Sum

from scenarios.models import Run

pytestmark = [pytest.mark.chaos, pytest.mark.xdist_group("serial")]
RUNS, FAULTS = 80, 10


@pytest.mark.parametrize("seed", [20240131])
def test_random_kills_lose_nothing_and_double_nothing(bench, seed):
    chance = random.Random(seed)
    workers = [bench.ready(bench.stack.worker(f"worker{number}")) for number in (1, 2)]
    dispatcher = bench.stack.dispatcher()
    client = bench.stack.redis()
    bench.queue(RUNS - FAULTS)

    def flush():
        for key in client.scan_iter(f"{bench.stack.prefix}*"):
            client.delete(key)

    def kill_a_worker():
        chance.choice(workers).restart()
        bench.expire()

    def kill_a_child():
        for child in chance.choice(workers).children()[:1]:
            child.kill()
        bench.expire()

    faults = [flush, kill_a_worker, kill_a_child, dispatcher.restart]
    for _ in range(FAULTS):
        time.sleep(chance.uniform(0.2, 1.5))
        bench.queue(1)
        chance.choice(faults)()

    bench.all_done(RUNS, within=180)
    with bench.stack.orm():
        starts = Run.objects.aggregate(starts=Sum("attempts"))["starts"]
        assert starts <= RUNS + 4 * FAULTS, "a killed worker costs its own rows one more start each"
