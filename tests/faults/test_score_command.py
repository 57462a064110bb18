"""`manage.py score` through the real worker."""

import pytest

from scenarios.services import add_judgement
from tests.factories.scenarios import AT, CUTOFF

pytestmark = [pytest.mark.chaos, pytest.mark.xdist_group("serial")]
KEYS = {"run", "inputs_sha256", "seed", "scores", "ranks", "intervals", "contributions", "coverage", "warnings"}


def judge_all(bench):
    with bench.stack.orm():
        for place, alternative in enumerate(bench.version.alternatives.filter(active=True)):
            for indicator in bench.version.indicators.filter(active=True):
                low, high = (1, 3) if indicator.unit == "scale_0_4" else (30 + place, 60 + place)
                add_judgement(
                    scenario=bench.version.scenario, by=bench.desk.analyst, alternative=alternative.key,
                    indicator=indicator.key, low=low, mode=(low + high) / 2, high=high, reason="x", about=AT,
                    made_on=CUTOFF, via="command",
                )  # fmt: skip


def test_two_runs_print_the_same_numbers_and_an_earlier_date_has_none(bench):
    judge_all(bench)
    bench.stack.dispatcher()
    bench.stack.worker()

    first = bench.score("--draws", "400", "--json")
    second = bench.score("--draws", "400", "--json")
    early = bench.score("--as-of", "2023-06-30", "--draws", "400", "--json")
    late = bench.score("--as-of", "2023-06-30", "--draws", "400", "--allow-hindsight", "--seed", "0", "--json")

    assert set(first) >= KEYS
    assert (first["at"], first["cutoff"]) == ("2024-01-31", "2024-02-29")
    for name in KEYS - {"run"}:
        assert first[name] == second[name]
    assert first["run"] != second["run"]
    assert first["result_sha256"] == second["result_sha256"]
    assert sorted(rank for rank in first["ranks"].values() if rank) == [1, 2, 3, 4, 5]
    assert all(score is None for score in early["scores"].values())
    assert (early["at"], early["hindsight_used"]) == ("2023-06-30", False)
    assert (late["hindsight_used"], late["seed"], late["scores"]["O1"] is None) == (True, 0, False)


WRONG = [
    (["none", "--team", "TEAM"], "has no scenario none"),
    (["SCENARIO", "--team", "none"], "There is no team none"),
    (["SCENARIO", "--team", "TEAM", "--at", "31.1.2024"], "is not a date"),
    (["SCENARIO", "--team", "TEAM", "--at", "2024-01-31", "--as-of", "2024-01-31"], "--as-of sets both"),
    (["SCENARIO", "--team", "TEAM", "--draws", "0"], "draws"),
    (["SCENARIO", "--team", "TEAM", "--by", "nobody@example.test"], "is not in the team"),
    (["SCENARIO", "--team", "TEAM", "--wait", "0.2"], "No worker has taken run #1"),
]


def test_what_cannot_be_scored_is_said_in_a_sentence(bench):
    names = {"TEAM": bench.desk.team.slug, "SCENARIO": bench.version.scenario.slug}
    for arguments, words in WRONG:
        done = bench.stack.manage("score", *[names.get(word, word) for word in arguments])

        assert done.returncode in (1, 2), arguments
        assert words in done.stderr
        assert "Traceback" not in done.stderr
