"""What one run may use: memory, threads, pools, and the stages of its progress."""

from __future__ import annotations

import pytest
from recorders import Recorder

from evenlight.core.errors import Cancelled
from evenlight.core.run import PIXELS_SHARE, Run
from evenlight.core.settings import ExecutionSettings


@pytest.mark.parametrize("at_once", [1, 2, 7])
@pytest.mark.parametrize("held", [0.0, 20e6, 200e6])
def test_memory_is_a_share_of_the_budget_beside_what_is_held(at_once, held):
    run = Run(ExecutionSettings(memory_budget=64)).holding(held / 2).holding(held / 2)
    assert at_once * run.memory(at_once) == pytest.approx(max(64e6 - held, 0.0) * PIXELS_SHARE)


def test_the_budget_for_a_size_holds_it():
    for size in (1.0, 1e6, 12_345_678.0):
        needed = Run().holding(5e6).budget_for(size)
        assert Run(ExecutionSettings(memory_budget=needed)).holding(5e6).memory() >= size
        assert Run(ExecutionSettings(memory_budget=needed - 1)).holding(5e6).memory() < size


def test_as_many_tasks_at_once_as_fit_and_as_there_are_threads():
    run = Run(ExecutionSettings(memory_budget=100, threads=4))
    assert [run.at_once(size) for size in (1e6, run.memory() / 3, 100e6)] == [4, 3, 0]


@pytest.mark.parametrize(("tasks", "workers"), [(None, 3), (2, 2), (2.9, 2), (0, 1), (9, 3)])
def test_a_pool_has_as_many_workers_as_tasks_and_at_least_one(tasks, workers):
    with Run(ExecutionSettings(threads=3)).pool(tasks) as pool:
        assert pool.workers == pool.together == workers


@pytest.mark.parametrize(("asked", "least"), [(0, 1), (1, 1), (7, 7)])
def test_zero_threads_are_all_cores(asked, least):
    found = Run(ExecutionSettings(threads=asked)).threads
    assert found >= least
    assert asked == 0 or found == asked


def test_stages_of_stages_are_parts_of_the_whole():
    progress = Recorder()
    run = Run(progress=progress).stage(0.5, 1.0).stage(0.0, 0.5)
    run.progress.advance(1.0)
    run.muted().progress.advance(0.1)
    run.muted().progress.warn("unseen")
    assert progress.fractions == [0.75]
    assert progress.warnings == []


def test_a_muted_run_can_be_cancelled():
    progress = Recorder()
    progress.cancelled = lambda: True
    with pytest.raises(Cancelled):
        Run(progress=progress).muted().stop_if_cancelled()


def test_a_cluster_is_refused_where_there_is_no_use_for_it():
    assert Run().refuse_cluster("local_variance") == []
    (problem,) = Run(ExecutionSettings(scheduler="tcp://here:1")).refuse_cluster("local_variance")
    assert "SCHEDULER" in str(problem)
    assert "local_variance" in str(problem)
