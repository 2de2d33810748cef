"""Systems that change little from one to the next."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from evenlight.core.numeric import sparse as systems
from evenlight.core.numeric.sparse import (
    AlikeSystems,
    TooManyStepsError,
    bilinear,
    descended,
    exact_variances,
    factorised,
    grid_differences,
    probed_variances,
)


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


def test_bilinear_weights_give_planes_and_end_at_the_edge():
    random = np.random.default_rng(3)
    columns, rows = np.array([0.0, 2.0, 5.0]), np.array([-1.0, 0.0])
    points = random.uniform((-3, -3), (8, 3), (200, 2))
    x, y = np.meshgrid(columns, rows)
    weights = bilinear(points, columns, rows)
    inside = np.clip(points, (0, -1), (5, 0))
    assert np.allclose(weights @ (3 * x - 2 * y + 7).ravel(), 3 * inside[:, 0] - 2 * inside[:, 1] + 7)
    assert np.allclose(weights.sum(axis=1), 1)


def test_grid_differences_are_those_of_rows_and_columns():
    grid = np.random.default_rng(3).normal(size=(4, 5))
    for order in (1, 2):
        found = grid_differences(5, 4, order) @ grid.ravel()
        wanted = [np.diff(grid, order, axis=axis).ravel() for axis in (1, 0)]
        assert np.allclose(found, np.concatenate(wanted))
    assert grid_differences(2, 1, 2).shape == (0, 2)


def test_variances_are_the_diagonal_of_the_inverse():
    """Exactly for as many unknowns as are asked for at once and more, and by probes to a tenth."""
    weights = np.random.default_rng(2).uniform(1, 2, 100)
    matrix = chain(weights) + 0.5 * sparse.identity(101)
    wanted = np.diag(np.linalg.inv(matrix.toarray()))
    factors = factorised(matrix)
    assert exact_variances(101, factors.solve) == pytest.approx(wanted)
    root = sparse.csr_matrix(np.linalg.cholesky(matrix.toarray()).T)
    found = probed_variances(101, lambda noise: factors.solve(root.T @ noise))
    assert np.abs(found / wanted - 1).mean() < 0.2
    assert found.mean() == pytest.approx(wanted.mean(), rel=0.05)
