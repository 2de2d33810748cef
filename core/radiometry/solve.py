"""The global solution by the chosen method, with model images."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from ..errors import EvenlightError
from ..messages import Message
from ..numeric.graph import components
from ..progress import Stop, unstopped
from ..settings import GlobalMethod, GlobalModel, GlobalSettings, ModelImagesMode
from .adjustment import GlobalSolution, contrast_factors, keep_brightness
from .least_squares import follow_by_least_squares, solve_least_squares
from .network import Network
from .robust import solve_robust


class NoSolutionError(EvenlightError):
    """Statistics that contradict each other beyond measure."""

    def __init__(self) -> None:
        super().__init__(Message(
            "The overlaps' statistics have no common solution: declare what marks missing pixels (NODATA), or "
            "compute saved statistics again."
        ))


def solve_global(
    network: Network, settings: GlobalSettings, named: np.ndarray, stop: Stop = unstopped
) -> GlobalSolution:
    """Gain and offset of every image.

    ``named`` (N,) bool: the images in `GlobalSettings.model_images`; none: all shape the solution.
    ``stop`` is called in every round and raises where the work shall end.  Raises `NoSolutionError`.
    """
    try:
        solution = METHODS[settings.method](network, settings, named, stop)
    except RuntimeError as error:
        if "singular" not in str(error):
            raise
        raise NoSolutionError from error
    if not (np.isfinite(solution.gain).all() and np.isfinite(solution.offset).all()):
        raise NoSolutionError
    return solution


def led_by(network: Network, solution: GlobalSolution, leaders: np.ndarray, model: GlobalModel) -> GlobalSolution:
    """The solution with the brightness and contrast of each group that its ``leaders`` (N,) bool have as they are."""
    gain, offset = solution.gain.copy(), solution.offset.copy()
    none_held = np.zeros(network.images, dtype=bool)
    for band in range(network.bands):
        usable = network.pair_count[:, band] > 0
        groups = components(network.images, network.first[usable], network.second[usable])
        count, mean, std = (np.where(leaders, one[:, band], 0.0) for one in (network.count, network.mean, network.std))
        if model is not GlobalModel.OFFSET:
            factor = contrast_factors(groups, none_held, count, std, gain[:, band])
            gain[:, band] *= factor
            offset[:, band] *= factor
        if model is not GlobalModel.GAIN:
            offset[:, band] += keep_brightness(groups, none_held, count, mean, gain[:, band], offset[:, band])
    factor = gain / solution.gain
    errors = {"gain_error": solution.gain_error * factor, "offset_error": solution.offset_error * factor}
    return replace(solution, gain=gain, offset=offset, **errors)


def _robust(network: Network, settings: GlobalSettings, named: np.ndarray, stop: Stop) -> GlobalSolution:
    """Included images are held exactly; others are followed by all that do not shape the solution."""
    none_held = np.zeros(network.images, dtype=bool)
    if not named.any():
        return solve_robust(network, settings.model, none_held, stop)
    if settings.model_images_mode is ModelImagesMode.INCLUDE:
        return solve_robust(network, settings.model, named, stop)
    shaping = shaping_images(settings, named)
    leaders = solve_robust(network.between(shaping), settings.model, none_held, stop)
    followers = solve_robust(network.adjusted(leaders.gain, leaders.offset), settings.model, shaping, stop)
    choose = ~shaping[:, None]
    among = shaping[network.first] & shaping[network.second]
    for name in ("weight", "sigmas"):
        getattr(followers, name)[:, :, among] = getattr(leaders, name)
    return GlobalSolution(
        np.where(choose, followers.gain, leaders.gain),
        np.where(choose, followers.offset, leaders.offset),
        np.where(choose, followers.gain_error, leaders.gain_error),
        np.where(choose, followers.offset_error, leaders.offset_error),
        leaders.rejected + tuple(r for r in followers.rejected if not (shaping[r.first] and shaping[r.second])),
        followers.weight,
        followers.sigmas,
    )


def _least_squares(network: Network, settings: GlobalSettings, named: np.ndarray, stop: Stop) -> GlobalSolution:
    """Model images are anchored, the others only follow their pairs with them, or with others that do."""
    shaping = shaping_images(settings, named)
    solution, far = solve_least_squares(network, settings, shaping, stop), links(network, shaping)
    for distance in range(2, int(far.max(initial=0)) + 1):
        reached = (far >= 0) & (far < distance)
        brought = network.adjusted(solution.gain, solution.offset)
        further = follow_by_least_squares(brought, settings, reached, far == distance, stop)
        solution = replace(solution, gain=solution.gain * further.gain, offset=solution.offset + further.offset)
    return solution


def shaping_images(settings: GlobalSettings, named: np.ndarray) -> np.ndarray:
    """Which of the images, (N,) bool, shape the solution, by those in `GlobalSettings.model_images`."""
    if not named.any():
        return np.ones(len(named), dtype=bool)
    return ~named if settings.model_images_mode is ModelImagesMode.EXCLUDE else named


def links(network: Network, shaping: np.ndarray) -> np.ndarray:
    """How many overlaps lead from an image to the nearest that shapes the solution, (N,); -1 where none does."""
    used = network.pair_count.any(axis=1)
    first, second = network.first[used], network.second[used]
    found = np.where(shaping, 0, -1)
    for distance in range(1, network.images):
        new = np.concatenate([second[found[first] == distance - 1], first[found[second] == distance - 1]])
        new = new[found[new] < 0]
        if not len(new):
            break
        found[new] = distance
    return found


METHODS: dict[GlobalMethod, Callable[[Network, GlobalSettings, np.ndarray, Stop], GlobalSolution]] = {
    GlobalMethod.ROBUST: _robust,
    GlobalMethod.LEAST_SQUARES: _least_squares,
}
