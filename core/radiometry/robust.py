"""The robust global solution: two sparse problems on the graph of overlaps, per band.

Gains, with l = ln gain and the symmetric (reduced major axis) observation
r_ij = ln(s_ji / s_ij), which has no regression dilution:

    minimise  sum w_ij phi(l_i - l_j - r_ij) + sum l_i^2 / sigma_prior^2
    w_ij = 1 / (sigma0^2 + (1 - rho_ij^2) / max(neff_ij - 2, 1))

Offsets with the gains fixed, d_ij = gain_j m_ji - gain_i m_ij:

    minimise  sum w'_ij phi(o_i - o_j - d_ij) + prior that keeps each image's mean
    w'_ij = 1 / max(sigma0^2 q_ij + v_ij / max(neff_ij - 2, 1), (1e-4 u)^2)
    v_ij = gi^2 s_ij^2 + gj^2 s_ji^2 - 2 gi gj c_ij      q_ij = (gi^2 s_ij^2 + gj^2 s_ji^2) / 2

Both priors are in absolute units, so weak evidence moves an image little.  phi is Huber's
for the first rounds and Tukey's biweight for the rest (Huber 1964; Beaton and Tukey 1974).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import sparse
from scipy.sparse import linalg

from ..numeric.graph import components, sizes
from ..numeric.robust import huber_weights, mad_scale, tukey_weights
from ..numeric.sparse import AlikeSystems, differences, exact_variances, factorised, probed_variances
from ..progress import Stop, unstopped
from ..settings import GlobalModel
from .adjustment import GlobalSolution, Step, contrast_factors, keep_brightness, rejected_overlaps
from .network import Network

SIGMA0 = 0.03
"""Relative error of a pair that more pixels do not reduce: changed ground, misalignment."""
SIGMA_PRIOR = 1.0
"""Of the logarithm of a gain."""
PIXELS_PER_SAMPLE = 256
"""Neighbouring pixels are alike: so many count as one."""
FEWEST_PIXELS = 100
"""A pair with fewer says nothing about gains."""
FLAT = 1e-6
"""A standard deviation below this share of the band's is no texture."""
HUBER_ROUNDS, TUKEY_ROUNDS = 4, 11
SETTLED = 1e-4
"""Rounds end when no weight changes by more."""
SCALE_FLOOR = 0.5
"""Without it a chain of images, whose residuals are nearly zero, rejects its own links."""
WEIGHT_FLOOR = 1e-6
EXACT_ERRORS = 2000
"""Networks up to this size get exact standard errors, larger ones an estimate."""


def solve_robust(network: Network, model: GlobalModel, fixed: np.ndarray, stop: Stop = unstopped) -> GlobalSolution:
    """Gains and offsets of all images.

    ``fixed`` (N,) bool: images held exactly.  Groups without a fixed image keep their overall
    brightness and contrast; images without a usable overlap keep identity.
    """
    shape = (network.images, network.bands)
    gain, offset = np.ones(shape), np.zeros(shape)
    gain_error, offset_error = np.zeros(shape), np.zeros(shape)
    steps = []
    for band in range(network.bands):
        gains = _gain_step(network, model, fixed, band, stop)
        gain[:, band] = np.exp(gains.value)
        gain_error[:, band] = gain[:, band] * gains.error
        gain[:, band] *= _gauge_factors(network, model, fixed, gain[:, band], band)
        offsets = _offset_step(network, model, fixed, gain[:, band], band, stop)
        offset[:, band] = offsets.value
        if model is not GlobalModel.GAIN:
            # the level at the image's mean and the gain are what the steps find: o = level - gain M
            offset_error[:, band] = np.hypot(offsets.error, network.mean[:, band] * gain_error[:, band])
        steps.append((gains, offsets))
    weight = np.array([[step.weight for step in both] for both in steps])
    sigmas = np.array([[step.sigmas for step in both] for both in steps])
    rejected = rejected_overlaps(network, weight, sigmas)
    return GlobalSolution(gain, offset, gain_error, offset_error, rejected, weight, sigmas)


def _gain_step(network: Network, model: GlobalModel, fixed: np.ndarray, band: int, stop: Stop) -> Step:
    if model is GlobalModel.OFFSET:
        return _nothing(network)
    one, two = network.std_first[:, band], network.std_second[:, band]
    rho = network.correlation[:, band]
    count = network.pair_count[:, band]
    if model is GlobalModel.GAIN:
        # a gain alone must bring the levels together too: root mean squares instead of deviations
        one, two = np.hypot(one, network.mean_first[:, band]), np.hypot(two, network.mean_second[:, band])
        mixed = network.known_covariance[:, band] + network.mean_first[:, band] * network.mean_second[:, band]
        rho = np.clip(np.divide(mixed, one * two, out=np.zeros_like(mixed), where=one * two > 0), -1, 1)
    floor = FLAT * pooled_std(network, band)
    usable = (count >= FEWEST_PIXELS) & (one > floor) & (two > floor)
    with np.errstate(divide="ignore", invalid="ignore"):
        observed = np.where(usable, np.log(two / one), 0.0)
    weight = 1.0 / (SIGMA0**2 + (1.0 - rho**2) / _spare_samples(count))
    prior = np.full(network.images, 1.0 / SIGMA_PRIOR**2)
    return _reweighted(network, usable, observed, weight, prior, np.zeros(network.images), fixed, stop)


def _gauge_factors(network: Network, model: GlobalModel, fixed: np.ndarray, gain: np.ndarray, band: int) -> np.ndarray:
    """What gives each free group of images its contrast back: (N,) factors."""
    if model is GlobalModel.OFFSET:
        return np.ones(network.images)
    usable = network.pair_count[:, band] >= FEWEST_PIXELS
    groups = components(network.images, network.first[usable], network.second[usable])
    return contrast_factors(groups, fixed, network.count[:, band], network.std[:, band], gain)


def _offset_step(
    network: Network, model: GlobalModel, fixed: np.ndarray, gain: np.ndarray, band: int, stop: Stop
) -> Step:
    if model is GlobalModel.GAIN:
        return _nothing(network)
    i, j = network.first, network.second
    count, mean, std = network.count[:, band], network.mean[:, band], network.std[:, band]
    unit = float(std.max(initial=0.0)) or 1e-9 * float(np.abs(mean).max(initial=0.0)) or 1.0
    one, two = (gain[i] * network.std_first[:, band]) ** 2, (gain[j] * network.std_second[:, band]) ** 2
    mixed = gain[i] * gain[j] * network.known_covariance[:, band]
    spread = np.maximum(one + two - 2 * mixed, 0.0)
    variance = SIGMA0**2 * (one + two) / 2 + spread / _spare_samples(network.pair_count[:, band])
    weight = 1.0 / np.maximum(variance / unit**2, 1e-8)
    observed = (gain[j] * network.mean_second[:, band] - gain[i] * network.mean_first[:, band]) / unit
    usable = network.pair_count[:, band] > 0
    deviation = 5.0 * np.maximum(gain * std / unit, 0.01)
    centre = np.where(fixed, 0.0, (1.0 - gain) * mean / unit)
    step = _reweighted(network, usable, observed, weight, 1.0 / deviation**2, centre, fixed, stop)
    groups = components(network.images, i[usable], j[usable])
    alone = (sizes(groups) == 1) & ~fixed
    value = np.where(alone, 0.0, step.value * unit)
    value = value + keep_brightness(groups, fixed | alone, count, mean, gain, value)
    return step._replace(value=value, error=np.where(alone, 0.0, step.error * unit))


def _reweighted(
    network: Network,
    usable: np.ndarray,
    observed: np.ndarray,
    weight: np.ndarray,
    prior: np.ndarray,
    centre: np.ndarray,
    fixed: np.ndarray,
    stop: Stop,
) -> Step:
    """Iteratively reweighted least squares of x_i - x_j = observed with a Gaussian prior.

    ``prior`` (N,) precision around ``centre``; the columns of fixed images are left out, so
    they keep ``centre`` exactly.
    """
    if network.trust is not None:
        weight = weight * network.trust
    first, second = network.first[usable], network.second[usable]
    observed, weight = observed[usable], weight[usable]
    incidence = differences(np.stack([first, second], axis=1), (1.0, -1.0), network.images)
    free = ~fixed
    columns = incidence[:, free]
    transposed = columns.T.tocsr()
    normal_of = _normal_pattern(first, second, free)
    known = observed - incidence[:, fixed] @ centre[fixed]
    value = centre.copy()
    robust = np.ones(len(first))
    sigmas = np.zeros(len(first))
    normal = None
    systems = AlikeSystems(int(free.sum()))
    groups = components(network.images, first, second)
    gauge = _Gauge(groups, fixed, network.count.max(axis=1))
    weigh_again = iter([huber_weights] * HUBER_ROUNDS + [tukey_weights] * TUKEY_ROUNDS)
    settled = False
    while not settled:
        stop()
        normal = normal_of(weight * robust, prior[free])
        wanted = transposed @ (weight * robust * known) + prior[free] * centre[free]
        value[free] = systems.solve(normal, wanted) if free.any() else wanted
        residual = np.abs(known - columns @ value[free]) * np.sqrt(weight)
        scale = max(mad_scale(residual), SCALE_FLOOR)
        sigmas = residual / scale
        before, rule = robust, next(weigh_again, None)
        if rule is not None:
            robust = np.maximum(rule(sigmas), WEIGHT_FLOOR)
        # Tukey's rule rejects; only its rounds may end before their time
        settled = rule is None or (rule is tukey_weights and np.abs(robust - before).max(initial=0.0) < SETTLED)
    error = np.zeros(network.images)
    if free.any():
        roots = [sparse.diags(np.sqrt(weight * robust)) @ columns, sparse.diags(np.sqrt(prior[free]))]
        root = sparse.vstack(roots, format="csr")
        systems.forget()
        factors = factorised(normal)
        value[free] = factors.solve(wanted)
        variance = np.maximum(_variances(factors, root, gauge, stop), 0.0)
        error[free] = _error_scale(scale, groups, fixed, len(first)) * np.sqrt(variance)
    return Step(value, error, _spread(usable, robust), _spread(usable, sigmas))


def _normal_pattern(
    first: np.ndarray, second: np.ndarray, free: np.ndarray
) -> Callable[[np.ndarray, np.ndarray], sparse.csc_matrix]:
    """What makes B' W B + prior over the free nodes from the weights of the edges; B is the incidence."""
    number = np.cumsum(free) - 1
    size = int(free.sum())
    one, two = free[first], free[second]
    both = one & two
    i, j, nodes = number[first], number[second], np.arange(size)
    rows = np.concatenate([i[one], j[two], i[both], j[both], nodes])
    columns = np.concatenate([i[one], j[two], j[both], i[both], nodes])

    def normal(weight: np.ndarray, prior: np.ndarray) -> sparse.csc_matrix:
        data = np.concatenate([weight[one], weight[two], -weight[both], -weight[both], prior])
        return sparse.csc_matrix((data, (rows, columns)), shape=(size, size))

    return normal


def _error_scale(scale: float, groups: np.ndarray, fixed: np.ndarray, links: int) -> float:
    """The scale of the links' errors from that of their residuals.

    A fit takes up one link per parameter it can determine: all free images of a group but one,
    or all of them where an image is held.  Links without any to spare have no residuals; their
    errors are then those of the weights.
    """
    linked = (sizes(groups) > 1) & ~fixed
    held = np.isin(groups, groups[fixed])
    parameters = int(linked.sum()) - len(np.unique(groups[linked & ~held]))
    spare = links - parameters
    return scale * float(np.sqrt(links / spare)) if spare > 0 else 1.0


class _Gauge:
    """Takes out of a covariance what the gauge decides: the weighted mean of each free group.

    With P = 1 - e w' per group (e ones, w the shares of pixels, P x has no mean left) the
    covariance of gauged parameters is P C P'.
    """

    def __init__(self, groups: np.ndarray, fixed: np.ndarray, count: np.ndarray):
        members = groups[~fixed]
        weights = np.where(np.isin(groups, groups[fixed]), 0.0, np.maximum(count, 1.0))[~fixed]
        total = np.bincount(members, weights=weights, minlength=int(groups.max(initial=0)) + 1)[members]
        alone = (sizes(groups) == 1)[~fixed]
        share = np.divide(weights, total, out=np.zeros(len(weights)), where=(total > 0) & ~alone)
        nodes = np.arange(len(members))
        shape = (len(members), int(groups.max(initial=0)) + 1)
        self._share = sparse.csr_matrix((share, (nodes, members)), shape=shape)
        self._ones = sparse.csr_matrix(((share > 0).astype(float), (nodes, members)), shape=shape)

    def covariance(self, factors: linalg.SuperLU, columns: np.ndarray) -> np.ndarray:
        """P C P' times columns (free nodes, M)."""
        solved = factors.solve(columns - self._share @ (self._ones.T @ columns))
        return self.centred(solved)

    def centred(self, columns: np.ndarray) -> np.ndarray:
        """P times columns (free nodes, M)."""
        return columns - self._ones @ (self._share.T @ columns)


def _variances(factors: linalg.SuperLU, root: sparse.spmatrix, gauge: _Gauge, stop: Stop) -> np.ndarray:
    """Of the free nodes, ``factors`` of the matrix root' root."""
    if root.shape[1] <= EXACT_ERRORS:
        return exact_variances(root.shape[1], lambda columns: gauge.covariance(factors, columns), stop)
    return probed_variances(root.shape[0], lambda noise: gauge.centred(factors.solve(root.T @ noise)), stop)


def _spread(usable: np.ndarray, values: np.ndarray) -> np.ndarray:
    full = np.full(len(usable), np.nan)
    full[usable] = values
    return full


def _nothing(network: Network) -> Step:
    """The step of a parameter that the model keeps."""
    unused = np.full(len(network.first), np.nan)
    return Step(np.zeros(network.images), np.zeros(network.images), unused, unused)


def _spare_samples(count: np.ndarray) -> np.ndarray:
    """max(neff - 2, 1) with neff = max(n / 256, 3)."""
    return np.maximum(np.maximum(count / PIXELS_PER_SAMPLE, 3.0) - 2.0, 1.0)


def pooled_std(network: Network, band: int) -> float:
    """Standard deviation within the images of a network."""
    count, std = network.count[:, band], network.std[:, band]
    return float(np.sqrt((count * std**2).sum() / max(count.sum(), 1.0)))
