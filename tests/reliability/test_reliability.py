"""Whatever happens to a run, what was promised holds."""

from __future__ import annotations

import pytest

from reliability import FAMILIES
from reliability.workers import spread

A_FEW = 5


def told(outcomes):
    """What did not hold, one line each."""
    return [f"{found.title}: {found.row}, {found.number}: {found.why}" for found in outcomes if found.why is not None]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_few_faults_of_each_family(workers, family):
    trials = workers.trials(family)
    outcomes = workers.run(family, spread(trials, A_FEW))
    assert len(outcomes) == A_FEW
    assert not told(outcomes)


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_all_faults(workers, record, family):
    outcomes = workers.run(family, workers.trials(family))
    record(outcomes)
    assert not told(outcomes)
