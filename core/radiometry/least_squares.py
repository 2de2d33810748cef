"""The documented least-squares system (after Yu et al. 2017, doi 10.1016/j.isprsjprs.2017.08.002).

For every pair with at least one model image

    mean_factor (m_ij gain_i + offset_i - m_ji gain_j - offset_j) = 0
    std_factor  (s_ij gain_i - s_ji gain_j) = 0

and for every model image, with p = pairs / (2 images), or 1 without pairs,

    p (M_i gain_i + offset_i) = p M_i        p S_i gain_i = p S_i

The pair rows alone are solved by gain = 0, so the anchors must be strong and part of the
difference between images survives.  Images without a pair with a model image follow those that have
one, which are then held, and so on to the end of a chain.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from ..numeric.graph import components, sizes
from ..numeric.sparse import factorised
from ..progress import Stop, unstopped
from ..settings import GlobalModel, GlobalSettings
from .adjustment import GlobalSolution
from .network import Network

RIDGE = 1e-12
"""Of the largest diagonal element: parameters that no row mentions keep identity."""


def solve_least_squares(
    network: Network, settings: GlobalSettings, shaping: np.ndarray, stop: Stop = unstopped
) -> GlobalSolution:
    """Gains and offsets of all images; ``shaping`` (N,) bool names the model images."""
    shape = (network.images, network.bands)
    gain, offset = np.ones(shape), np.zeros(shape)
    for band in range(network.bands):
        stop()
        usable = network.pair_count[:, band] > 0
        gain[:, band], offset[:, band] = _solve_band(network, settings, shaping, usable, band)
        groups = components(network.images, network.first[usable], network.second[usable])
        alone = sizes(groups) == 1
        gain[alone, band], offset[alone, band] = 1.0, 0.0
    unknown = np.full(shape, np.nan)
    return GlobalSolution(gain, offset, unknown, unknown.copy())


def follow_by_least_squares(
    network: Network, settings: GlobalSettings, held: np.ndarray, following: np.ndarray, stop: Stop = unstopped
) -> GlobalSolution:
    """Gains and offsets of the images ``following`` (N,) bool, by the same rows with images that are ``held``."""
    shape = (network.images, network.bands)
    gain, offset = np.ones(shape), np.zeros(shape)
    for band in range(network.bands):
        stop()
        usable = (network.pair_count[:, band] > 0) & (following[network.first] | following[network.second])
        gain[:, band], offset[:, band] = _solve_band(network, settings, held, usable, band, following)
    unknown = np.full(shape, np.nan)
    return GlobalSolution(gain, offset, unknown, unknown.copy())


def _solve_band(
    network: Network,
    settings: GlobalSettings,
    shaping: np.ndarray,
    usable: np.ndarray,
    band: int,
    free: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Unknowns are the departures from identity, gains first, offsets in units of the band's level.

    ``free`` (N,) bool: the images that may depart from it; None: all.
    """
    images = network.images
    mean, std = network.mean[:, band], network.std[:, band]
    unit = float(np.sqrt((mean**2 + std**2).max(initial=0.0))) or 1.0
    pairs = np.flatnonzero(usable & (shaping[network.first] | shaping[network.second]))
    i, j = network.first[pairs], network.second[pairs]
    rows = np.arange(len(pairs))
    anchors = np.flatnonzero(shaping)
    anchor_rows = np.arange(len(anchors))
    strength = usable.sum() / (2.0 * images) if usable.any() else 1.0
    one, two = network.mean_first[pairs, band] / unit, network.mean_second[pairs, band] / unit
    deviation_one, deviation_two = network.std_first[pairs, band] / unit, network.std_second[pairs, band] / unit
    offsets = (rows, images + i, 1.0), (rows, images + j, -1.0)
    means = _rows(2 * images, len(pairs), (rows, i, one), (rows, j, -two), *offsets)
    deviations = _rows(2 * images, len(pairs), (rows, i, deviation_one), (rows, j, -deviation_two))
    anchor_means = _rows(
        2 * images, len(anchors), (anchor_rows, anchors, mean[anchors] / unit), (anchor_rows, images + anchors, 1.0)
    )
    anchor_deviations = _rows(2 * images, len(anchors), (anchor_rows, anchors, std[anchors] / unit))
    system = sparse.vstack(
        [
            settings.mean_factor * means,
            settings.std_factor * deviations,
            strength * anchor_means,
            strength * anchor_deviations,
        ]
    ).tocsc()
    wanted = np.concatenate(
        [
            settings.mean_factor * (two - one),
            settings.std_factor * (deviation_two - deviation_one),
            np.zeros(2 * len(anchors)),
        ]
    )
    columns = _free_columns(images, settings.model)
    if free is not None:
        columns = columns[free[columns % images]]
    system = system[:, columns]
    normal = system.T @ system
    ridge = RIDGE * float(normal.diagonal().max(initial=0.0)) or 1.0
    solved = np.zeros(2 * images)
    solved[columns] = factorised(normal + ridge * sparse.identity(len(columns))).solve(system.T @ wanted)
    return 1.0 + solved[:images], unit * solved[images:]


def _rows(width: int, height: int, *entries: tuple[np.ndarray, np.ndarray, np.ndarray | float]) -> sparse.csr_matrix:
    rows = np.concatenate([row for row, _, _ in entries])
    columns = np.concatenate([column for _, column, _ in entries])
    values = np.concatenate([np.broadcast_to(value, row.shape) for row, _, value in entries])
    return sparse.csr_matrix((values, (rows, columns)), shape=(height, width))


def _free_columns(images: int, model: GlobalModel) -> np.ndarray:
    if model is GlobalModel.GAIN:
        return np.arange(images)
    if model is GlobalModel.OFFSET:
        return np.arange(images, 2 * images)
    return np.arange(2 * images)
