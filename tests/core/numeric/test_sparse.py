"""Systems that change little from one to the next."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from evenlight.core.numeric import sparse as systems
from evenlight.core.numeric.sparse import AlikeSystems, TooManyStepsError, descended


def chain(weights):
    """The normal equations of a chain of nodes with weighted links and a weak prior."""
    steps = sparse.diags([1.0, -1.0], [0, 1], shape=(len(weights), len(weights) + 1))
    return (steps.T @ sparse.diags(weights) @ steps + 1e-3 * sparse.identity(len(weights) + 1)).tocsc()


@pytest.fixture
def factorisations(monkeypatch):
    """A list that gets an entry for every factorisation; small systems are treated as large ones."""
    monkeypatch.setattr(systems, "SMALL", 10)
    seen = []
    factorised = systems.factorised
    monkeypatch.setattr(systems, "factorised", lambda matrix: seen.append(1) or factorised(matrix))
    return seen


def test_rounds_share_a_factorisation(factorisations):
    """Weights that settle: one factorisation, and solutions as good as one for each."""
    random = np.random.default_rng(2)
    weights, wanted = random.uniform(1, 2, 300), random.normal(size=301)
    solver = AlikeSystems(301)
    for change in (0.3, 0.1, 0.01, 0.0):
        matrix = chain(weights * (1 + change * random.random(300)))
        solved = solver.solve(matrix, wanted)
        exact = np.linalg.solve(matrix.toarray(), wanted)
        assert solved == pytest.approx(exact, abs=1e-6 * np.abs(exact).max())
    assert len(factorisations) == 1


def test_weights_that_change_all_over_are_factorised_anew(factorisations):
    """An earlier factorisation that is of no use is not held on to."""
    random = np.random.default_rng(2)
    wanted = random.normal(size=301)
    solver = AlikeSystems(301)
    for _ in range(2):
        matrix = chain(10 ** random.uniform(-6, 0, 300))
        exact = np.linalg.solve(matrix.toarray(), wanted)
        assert solver.solve(matrix, wanted) == pytest.approx(exact, rel=1e-6)
    assert len(factorisations) == 2


def test_too_many_steps_are_an_error():
    """Without a preconditioner a chain needs as many steps as nodes."""
    matrix, wanted = chain(np.ones(100)), np.eye(101)[0]
    with pytest.raises(TooManyStepsError):
        descended(matrix, wanted, np.zeros(101), lambda left: left, 1e-9, 20)
