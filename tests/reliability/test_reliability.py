"""Whatever happens to a run, what was promised holds."""

from __future__ import annotations

import pytest

from reliability import FAMILIES
from reliability.planted import PLANTS
from reliability.workers import spread

A_FEW = 2
"""Trials of a family's first row: other rows have to be prepared first, which takes longer than a trial."""

AT_ONCE = ("a writer that writes straight onto its target", "an input that is replaced unseen",
           "a reader that takes what it cannot read for empty pixels")  # fmt: skip
"""What is planted in every run of the tests; all else in the slow ones."""


def told(outcomes):
    """What did not hold, one line each."""
    return [f"{found.title}: {found.row}, {found.number}: {found.why}" for found in outcomes if found.why is not None]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_few_faults_of_each_family(workers, family):
    outcomes = workers.run(family, spread(workers.trials(family, rows=1), A_FEW))
    assert len(outcomes) == A_FEW
    assert not told(outcomes)


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_all_faults(workers, record, family):
    outcomes = workers.run(family, workers.trials(family))
    record(outcomes)
    assert not told(outcomes)


@pytest.mark.parametrize(
    "wrong", [pytest.param(wrong, marks=[] if wrong in AT_ONCE else pytest.mark.slow) for wrong in PLANTS]
)
def test_what_is_wrong_is_noticed(workers, wrong):
    plant = PLANTS[wrong]
    outcomes = workers.run(plant.family, [(plant.row, number) for number in plant.numbers], planted=wrong)
    assert plant.complaint in "\n".join(told(outcomes))
