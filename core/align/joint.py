"""A network of images solved, checked on tie points that it has not seen, and described.

Every fifth tie point of a pair is held out of a first solution.  An image whose held-out points
surely get worse by it (in the median of what their residuals grow) has no tie points to be trusted: it is taken out
of the network with all of them, and the others are solved again without it.  The decision is an
image's, not a group's, because one bad image must not keep hundreds from being aligned; and it is
taken out, not just left unmoved at the end, because its tie points would still pull on the others.
What is delivered then uses all points.

A group of images in which nothing would move by a tenth of a pixel is left alone as a whole:
leaving single images of a group that moves would put steps into it.  A mesh that displaces nothing
by a tenth of a pixel is left out, and a transform that is a shift but for its last digits is one, since
both would resample an image for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..messages import Message
from ..numeric.graph import bridges, components, sizes
from ..numeric.robust import mad_scale
from ..progress import Stop, unstopped
from ..raster.window import Window
from .agreement import IN_PLACE
from .mesh import MeshSolution, Nodes, mesh_moves, solve_meshes
from .network import NetworkSolution, footprints_of, residuals, solve_network, transforms
from .settings import JointSettings, LocalModel
from .tie_points import TiePoints
from .transform import Transform

EVERY = 5
"""One tie point of a pair in so many is held out."""
FEWEST_HELD = 3
"""Held-out points that an image's decision needs; with fewer the priors have to do."""
WORSE, SURELY = 0.05, 2.0
"""Pixels, and standard errors, by which held-out residuals must grow in the median to count as worse."""
MOSTLY = 0.5
"""A pair of whose points more than this share are rejected is rejected."""


STILL = 0.01
"""Pixels that no image is moved for, even where its group moves: its file would change by rounding only."""
STRAIGHT = 0.02
"""Pixels by which corners may move otherwise than the centre in what still is a shift."""


class PairReport(NamedTuple):
    """One pair of images that has tie points."""

    first: int
    second: int
    points: int
    rejected: int
    before: float
    after: float
    """RMS of the residuals of points that count, pixels; NaN where none does."""
    bridge: bool
    """Whether no loop of other pairs checks it."""

    @property
    def is_rejected(self) -> bool:
        """Whether most of its points contradict the network."""
        return self.rejected > MOSTLY * self.points


@dataclass(frozen=True, eq=False)
class JointSolution:
    """Where N images belong, in pixels of the common grid."""

    transforms: list[Transform | None]
    """None where an image stays as it is."""
    nodes: list[Nodes | None]
    """Local meshes on top of the transforms."""
    reasons: list[str]
    """Why an image stays, a clause; empty where it moves."""
    groups: np.ndarray
    """(N,) the group of each image that its tie points connect it to."""
    before: np.ndarray
    after: np.ndarray
    """(n, 2) residuals of the tie points as the images lie and as they will."""
    counts: np.ndarray
    """(n,) bool: points that were not rejected."""
    held: np.ndarray
    """(n, 2) residuals by the solution that has not seen them; NaN of points that were not held out."""
    pairs: list[PairReport]
    stiffened: list[int]
    """Images whose mesh was made stiffer so that it does not fold."""
    folding: list[int]
    """Images that got no mesh because it would fold."""

    def rmse(self) -> tuple[float, float]:
        """Before and after, pixels, over held-out points that count; over all that count where none was held out."""
        unseen = self.counts & np.isfinite(self.held[:, 0])
        if unseen.any():
            return root_mean_square(self.before[unseen]), root_mean_square(self.held[unseen])
        return root_mean_square(self.before[self.counts]), root_mean_square(self.after[self.counts])


def root_mean_square(residual: np.ndarray) -> float:
    """Of the lengths of vectors (n, 2); NaN of none."""
    return float(np.sqrt((residual**2).sum(axis=1).mean())) if len(residual) else float("nan")


def split(values: np.ndarray, groups: np.ndarray, count: int) -> list[np.ndarray]:
    """Values (n,) by their groups (n,), numbered from 0 to ``count``."""
    order = np.argsort(groups, kind="stable")
    return np.split(values[order], np.cumsum(np.bincount(groups, minlength=count))[:-1])


def solve_jointly(
    points: TiePoints,
    windows: Sequence[Window],
    fixed: np.ndarray,
    settings: JointSettings,
    stop: Stop = unstopped,
) -> JointSolution:
    """Transforms, and meshes where wanted, of images with footprints ``windows`` on the common grid.

    ``points`` in its pixels; ``fixed`` (N,) bool: images that stay exactly; ``stop`` raises where the
    work shall end.
    """
    network = _Network(points, windows, fixed, settings, stop)
    held = _held_out(points)
    out = np.zeros(len(windows), dtype=bool)
    meshed = ~fixed & (settings.local_model is LocalModel.BILINEAR)
    while True:
        trial = network.solve(~held & ~network.touching(out), meshed)
        tested = held & ~network.touching(out)
        worse = network.worse(tested, network.before, trial.moved) & ~fixed
        if not worse.any():
            break
        out |= worse
    while meshed.any():
        worse = network.worse(tested, trial.moved, trial.meshed) & meshed
        if not worse.any():
            break
        meshed &= ~worse
        trial = network.solve(~held & ~network.touching(out), meshed)
    final = network.solve(~network.touching(out), meshed)
    unseen = np.where(tested[:, None], trial.meshed, np.nan)
    return network.described(final, out, unseen)


def _held_out(points: TiePoints) -> np.ndarray:
    """(n,) bool: a fifth of every pair's points, in the order in which they lie."""
    _, pair = points.pairs()
    order = np.lexsort((points.at_first[:, 0], points.at_first[:, 1], pair))
    ranked = pair[order]
    turn = np.arange(len(order)) - np.searchsorted(ranked, ranked)
    held = np.zeros(len(points), dtype=bool)
    held[order] = (turn + ranked) % EVERY == EVERY - 1
    return held


def _largest(nodes: Nodes) -> float:
    """The longest displacement of a mesh, pixels."""
    return float(np.hypot(*nodes.moves.reshape(-1, 2).T).max())


def _sure_growth(change: np.ndarray) -> float:
    """The median of changes (n,) of residuals, 0 where it may be chance; of noisy points it changes by chance."""
    if len(change) < FEWEST_HELD:
        return 0.0
    median = float(np.median(change))
    # the standard error of a median of normal values, their deviation by the median of distances
    error = 1.2533 * mad_scale(change - median) / np.sqrt(len(change))
    return median if median > max(WORSE, SURELY * error) else 0.0


class _Solved(NamedTuple):
    """One solution, looked at by all tie points."""

    network: NetworkSolution
    meshes: MeshSolution | None
    moved: np.ndarray
    """(n, 2) residuals after the transforms."""
    meshed: np.ndarray
    """(n, 2) residuals after transforms and meshes."""
    counts: np.ndarray
    """(n,) bool: points that were used and not rejected."""


class _Network:
    """What stays the same over several solutions."""

    def __init__(
        self,
        points: TiePoints,
        windows: Sequence[Window],
        fixed: np.ndarray,
        settings: JointSettings,
        stop: Stop,
    ):
        self._stop = stop
        self._points = points
        self._windows = windows
        self._fixed = fixed
        self._settings = settings
        self._footprints = footprints_of(windows)
        self.before = points.at_first - points.at_second

    def touching(self, images: np.ndarray) -> np.ndarray:
        """(n,) bool: points of any of ``images`` (N,) bool."""
        return images[self._points.first] | images[self._points.second]

    def solve(self, used: np.ndarray, meshed: np.ndarray) -> _Solved:
        """From the points of ``used`` (n,) bool, with meshes for the images of ``meshed`` (N,) bool."""
        settings, points = self._settings, self._points
        own = points.only(used)
        found = solve_network(own, self._footprints, self._fixed, settings.model, settings.loss, self._stop)
        moved = residuals(found.theta, self._footprints, points)
        counts = np.zeros(len(points), dtype=bool)
        counts[used] = found.weight > 0
        if not meshed.any():
            return _Solved(found, None, moved, moved, counts)
        linear = np.array([transform.matrix[:2, :2] for transform in transforms(found.theta, self._footprints)])
        meshes = solve_meshes(own, moved[used], self._windows, linear, meshed, settings.mesh, settings.loss, self._stop)
        counts[used] = meshes.weight > 0
        first = mesh_moves(meshes.nodes, points.first, points.at_first)
        second = mesh_moves(meshes.nodes, points.second, points.at_second)
        return _Solved(found, meshes, moved, moved + first - second, counts)

    def worse(self, tested: np.ndarray, before: np.ndarray, after: np.ndarray) -> np.ndarray:
        """(N,) bool: images whose tested points got worse, and more so than any other image tied to them did."""
        change = np.hypot(*after[tested].T) - np.hypot(*before[tested].T)
        images = np.concatenate([self._points.first[tested], self._points.second[tested]])
        by_image = split(np.tile(change, 2), images, len(self._fixed))
        grown = np.array([_sure_growth(own) for own in by_image])
        most = grown.copy()
        np.maximum.at(most, self._points.first[tested], grown[self._points.second[tested]])
        np.maximum.at(most, self._points.second[tested], grown[self._points.first[tested]])
        return (grown > 0.0) & (grown >= most)

    def described(self, final: _Solved, out: np.ndarray, unseen: np.ndarray) -> JointSolution:
        """The solution that is delivered."""
        points, images = self._points, len(self._fixed)
        pairs, number = points.pairs()
        kept = np.unique(number[final.counts])
        groups = components(images, *pairs[kept].T)
        found: list[Transform | None] = list(transforms(self._simplest(final.network.theta), self._footprints))
        nodes: list[Nodes | None] = [None] * images
        if final.meshes is not None:
            nodes = [None if own is None or _largest(own) < IN_PLACE else own for own in final.meshes.nodes]
        reasons = self._reasons(found, nodes, groups, out)
        still = np.array([bool(reason) for reason in reasons])
        for image in np.flatnonzero(still):
            found[image] = nodes[image] = None
        after = np.where(still[points.first, None] & still[points.second, None], self.before, final.meshed)
        unchecked = np.zeros(len(pairs), dtype=bool)
        unchecked[kept] = bridges(images, pairs[kept])
        members = split(np.arange(len(points)), number, len(pairs))
        return JointSolution(
            found,
            nodes,
            reasons,
            groups,
            self.before,
            after,
            final.counts,
            unseen,
            [self._pair(*one, final.counts, after) for one in zip(pairs.tolist(), members, unchecked)],
            [] if final.meshes is None else final.meshes.stiffened,
            [] if final.meshes is None else final.meshes.folding,
        )

    def _simplest(self, theta: np.ndarray) -> np.ndarray:
        """Transforms whose corners move no otherwise than their centre, as shifts: those resample nothing."""
        straight = np.hypot(*np.moveaxis(theta[:, 1:], 2, 0)).sum(axis=1) < STRAIGHT
        shifts = theta.copy()
        shifts[straight, 1:] = 0.0
        return shifts

    def _reasons(
        self, found: Sequence[Transform], nodes: Sequence[Nodes | None], groups: np.ndarray, out: np.ndarray
    ) -> list[str]:
        moves = np.array([self._largest_move(*one) for one in zip(found, nodes, self._windows)])
        alone = sizes(groups) == 1
        largest = np.zeros(len(groups))
        np.maximum.at(largest, groups, moves)
        tied = np.isin(np.arange(len(groups)), np.concatenate([self._points.first, self._points.second]))
        reasons = []
        for image in range(len(groups)):
            if self._fixed[image]:
                reasons.append(Message("it is fixed"))
            elif out[image]:
                reasons.append(Message("tie points that were held out got worse"))
            elif not tied[image]:
                reasons.append(Message("it has no tie points"))
            elif alone[image]:
                reasons.append(Message("all its tie points contradict the others"))
            elif largest[groups[image]] < IN_PLACE:
                reasons.append(Message(
                    "already in place: nothing in its group is {in_place:g} pixels off", in_place=IN_PLACE
                ))
            elif moves[image] < STILL:
                reasons.append(Message("already in place: no corner is {still:g} pixels off", still=STILL))
            else:
                reasons.append("")
        return reasons

    def _largest_move(self, transform: Transform, nodes: Nodes | None, window: Window) -> float:
        columns, rows = (window.column, window.right), (window.row, window.bottom)
        corners = np.array([(x, y) for x in columns for y in rows], dtype=np.float64)
        largest = float(np.hypot(*(transform.moved(corners) - corners).T).max())
        return largest if nodes is None else max(largest, _largest(nodes))

    def _pair(
        self, pair: list[int], own: np.ndarray, bridge: bool, counts: np.ndarray, after: np.ndarray
    ) -> PairReport:
        good = own[counts[own]]
        return PairReport(
            pair[0],
            pair[1],
            len(own),
            len(own) - len(good),
            root_mean_square(self.before[good]),
            root_mean_square(after[good]),
            bool(bridge),
        )
