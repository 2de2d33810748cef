"""The global solution by the chosen method, with model images."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..progress import Stop, unstopped
from ..settings import GlobalMethod, GlobalSettings, SelectionMode
from .adjustment import GlobalSolution
from .least_squares import solve_least_squares
from .network import Network
from .robust import solve_robust


def solve_global(
    network: Network, settings: GlobalSettings, named: np.ndarray, stop: Stop = unstopped
) -> GlobalSolution:
    """Gain and offset of every image.

    ``named`` (N,) bool: the images in `GlobalSettings.model_images`; none: all shape the solution.
    ``stop`` is called in every round and raises where the work shall end.
    """
    return METHODS[settings.method](network, settings, named, stop)


def _robust(network: Network, settings: GlobalSettings, named: np.ndarray, stop: Stop) -> GlobalSolution:
    """Included images are held exactly; excluded ones follow the solution of the others."""
    nobody = np.zeros(network.images, dtype=bool)
    if not named.any():
        return solve_robust(network, settings.model, nobody, stop)
    if settings.model_images_mode is SelectionMode.INCLUDE:
        return solve_robust(network, settings.model, named, stop)
    leaders = solve_robust(network.between(~named), settings.model, nobody, stop)
    followers = solve_robust(network.adjusted(leaders.gain, leaders.offset), settings.model, ~named, stop)
    choose = named[:, None]
    return GlobalSolution(
        np.where(choose, followers.gain, leaders.gain),
        np.where(choose, followers.offset, leaders.offset),
        np.where(choose, followers.gain_error, leaders.gain_error),
        np.where(choose, followers.offset_error, leaders.offset_error),
        leaders.rejected + tuple(r for r in followers.rejected if named[r.first] or named[r.second]),
    )


def _least_squares(network: Network, settings: GlobalSettings, named: np.ndarray, stop: Stop) -> GlobalSolution:
    """Model images are anchored, the others only follow their pairs with them."""
    if not named.any():
        shaping = np.ones(network.images, dtype=bool)
    else:
        shaping = named if settings.model_images_mode is SelectionMode.INCLUDE else ~named
    return solve_least_squares(network, settings, shaping, stop)


METHODS: dict[GlobalMethod, Callable[[Network, GlobalSettings, np.ndarray, Stop], GlobalSolution]] = {
    GlobalMethod.ROBUST: _robust,
    GlobalMethod.LEAST_SQUARES: _least_squares,
}
