"""The frozen context is checked against its shape before anything is drawn."""

import pytest

from reports.context import check
from reports.shape import ShapeError


def test_the_fixture_is_a_context(context):
    check(context)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda c: c.pop("time"), r"context: time is missing"),
        (lambda c: c.update(colour="red"), r"context: colour is unknown"),
        (lambda c: c["time"].update(replay="perhaps"), r"context\.time\.replay: one of"),
        (
            lambda c: c["scenarios"][1]["alternatives"][0].update(score="71"),
            r"scenarios\[1\]\.alternatives\[0\]\.score",
        ),
        (lambda c: c["scenarios"][0]["run"].update(seed=1.5), r"scenarios\[0\]\.run\.seed"),
        (lambda c: c["scenarios"][0]["run"].update(seed=True), r"scenarios\[0\]\.run\.seed"),
        (lambda c: c.update(sources={}), r"context\.sources: a list is needed"),
        (lambda c: c["scenarios"][0]["alternatives"][0]["points"].update(A=None), r"points\.A"),
        (lambda c: c["meta"].update(team=None), r"context\.meta\.team"),
    ],
)
def test_what_has_another_shape_is_refused_with_its_path(context, change, told):
    change(context)
    with pytest.raises(ShapeError, match=told):
        check(context)


def test_what_may_be_null_may_be_null(context):
    context["map"] = None
    context["scenarios"][0]["alternatives"][0]["interval"] = None
    check(context)
