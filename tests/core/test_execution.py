"""Tasks on a pool: in order, stopped together, errors not lost."""

from __future__ import annotations

import threading
import time

import pytest
from recorders import CancelAt, Recorder

from evenlight.core.errors import Cancelled
from evenlight.core.execution import Threads, run_tasks
from evenlight.core.progress import Silent, Stage


def run(function, tasks, threads, progress, total_work):
    """On so many threads of this process."""
    with Threads(threads) as pool:
        yield from run_tasks(function, tasks, pool, progress, total_work)


@pytest.mark.parametrize("threads", [1, 3, 8])
def test_results_come_in_the_order_of_the_tasks(threads):
    """The first tasks take longest."""

    def slow(number, signal):
        time.sleep(0.01 * (5 - number % 5))
        return number**2

    assert list(run(slow, range(20), threads, Silent(), 20)) == [n**2 for n in range(20)]


def test_no_tasks_have_no_results():
    """An empty list ends at once."""
    assert list(run(lambda task, signal: task, [], 2, Silent(), 0)) == []


def test_an_error_of_a_late_task_does_not_wait_for_early_ones():
    """The second task fails while the first still runs: the first is asked to stop."""
    stopped = threading.Event()

    def task(number, signal):
        if number == 1:
            raise ValueError("broken")
        for _ in range(400):
            if signal.stopped:
                stopped.set()
                return
            time.sleep(0.01)

    with pytest.raises(ValueError, match="broken"):
        list(run(task, range(2), 2, Silent(), 2))
    assert stopped.is_set()


def test_tasks_do_not_pile_up():
    """At most two per thread are taken from the source ahead of what was yielded."""
    taken = []

    def source():
        for number in range(50):
            taken.append(number)
            yield number

    results = run(lambda task, signal: task, source(), 2, Silent(), 50)
    assert next(results) == 0
    assert len(taken) <= 5
    results.close()


def test_tasks_hold_no_more_than_their_memory():
    """Tasks wait for those whose bytes they would need; one that is too large for all runs alone."""
    sizes, begun, most = [40, 50, 30, 200, 10, 60, 30, 20, 90, 5], [], []

    def source():
        for number in range(len(sizes)):
            begun.append(number)
            yield number

    ended = 0
    with Threads(4) as pool:
        for _ in run_tasks(lambda task, signal: task, source(), pool, Silent(), 10, sizes, 100):
            held = [sizes[number] for number in begun[ended:]]
            most.append((sum(held), len(held)))
            ended += 1
    assert all(size <= 100 or number == 1 for size, number in most)
    assert max(number for _, number in most) == 3
    assert ended == len(sizes)


def test_a_cancel_stops_running_tasks():
    """They see the signal, and the caller gets `Cancelled`."""
    seen = threading.Event()

    def task(number, signal):
        while not signal.stopped:
            time.sleep(0.005)
        seen.set()
        signal.stop_if_asked()

    with pytest.raises(Cancelled):
        list(run(task, range(4), 2, CancelAt(0.0), 4))
    assert seen.is_set()


def test_work_done_is_told_as_a_share():
    """Tasks add their work; the share never passes one, even where more was added."""
    progress = Recorder()

    def task(number, signal):
        signal.add(2.0)
        time.sleep(0.12)

    list(run(task, range(4), 2, progress, 6.0))
    assert progress.fractions == sorted(progress.fractions)
    assert max(progress.fractions) == 1.0


def test_a_stage_is_a_part_of_the_whole():
    """0.2 to 0.6: half way is 0.4; words pass through."""
    progress = Recorder()
    stage = Stage(progress, 0.2, 0.6)
    stage.advance(0.0)
    stage.advance(0.5)
    stage.advance(1.0)
    stage.warn("look out")
    assert progress.fractions == pytest.approx([0.2, 0.4, 0.6])
    assert progress.warnings == ["look out"]


@pytest.mark.parametrize(
    ("workers", "threads", "tasks", "expected"),
    [
        (2, 2, 5, [1, 1, 1, 1, 2]),
        (2, 2, 4, [1, 1, 1, 1]),
        (3, 8, 3, [2, 2, 2]),
        (4, 4, 6, [1, 1, 1, 1, 2, 2]),
        (1, 1, 0, []),
    ],
)
def test_workers_without_a_task_help_the_last_ones(workers, threads, tasks, expected):
    """Nine images on two threads: nobody waits for the ninth."""
    with Threads(workers, threads) as pool:
        assert pool.helpers(tasks) == expected
