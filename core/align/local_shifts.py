"""A shift for every window of a grid, a smooth field from them, and the transform that they agree on.

For a transform of the whole the image is brought onto the reference as the transform says.  What phase
correlation then still finds in windows is small, and a transform through these steps takes it up.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from scipy import sparse

from ..errors import Cancelled
from ..messages import Message
from ..numeric.robust import rayleigh_scale
from ..numeric.sparse import bilinear, factorised, grid_differences, line_differences
from ..progress import Progress, Silent
from .detail import Detail
from .fitting import LEAST_POINTS, fit_transform
from .mesh import smallest_corner
from .pair import Estimate, NotAligned, Pair, centres, interpolated
from .peak import confirmed
from .phase_correlation import HANN, SMALLEST, Comparison, detail_or_refusal, window_of
from .settings import MatchSettings, TransformModel
from .transform import Transform

RIM = 0.25
"""Spacings from the image's rim to the centres of the outermost windows."""
NARROWEST = 32
"""Pixels from the centre of a window at the rim to its sides, if spacings are twice as long."""
REACH = 0.25
"""Of a window's side: how far a local shift may be from that of the whole image."""
LEAST_SHARE = 0.5
"""Of a window's weight that must be valid."""
LEAST_RELIABILITY = 0.2
"""Correlation after the shift: less is no agreement."""
OUTLIER = 4.0
"""Robust standard deviations from a smooth field at which a shift is an outlier."""
FLOOR = 0.1
"""Pixels: the standard deviation counts as no smaller."""
WIDEST = 2.0
"""The same for the first, stiff field (graduated non-convexity, Blake & Zisserman 1987)."""
STIFFEST = 1.0
"""How much bending counts in the first field: outliers lose their weight before a field can follow them."""
PER_SPACING = 2
"""Nodes of a field from one window to the next."""
ROUNDS = 10
LEAST_KEPT = 4
"""Shifts that a field needs."""
SMOOTHNESS = 4.0
"""Pixels, over the spacing: how much the field's bending counts against the shifts' squared misfit.  Narrow
windows are less sure, and a field bends less from one to the next."""
WINDOWS = 6
"""From one end of the image to the other."""
SPACING = (32, 128)
"""Pixels from one of these windows to the next, at least and at most."""
MOST_REFINED = 2.0
"""Pixels: a longer way is no refinement."""
LEAST_AGREEING = 0.5
"""Of the windows that match at all: where fewer agree, images look too different for phases."""
SPARE = 2
"""Windows for each that a transform needs."""


class LocalShift(NamedTuple):
    """Where the ground of one window belongs."""

    position: tuple[float, float]
    """Column and row of the window's centre on the image."""
    shift: tuple[float, float]
    """Columns and rows from there to where the reference has it; 0, 0 where nothing was found."""
    reliability: float
    """Correlation of the window's detail after the shift; 0 where nothing was found."""
    kept: bool
    """Whether it agrees with its neighbours."""


def local_shifts(
    pair: Pair, spacing: int, settings: MatchSettings, progress: Progress | None = None
) -> list[LocalShift]:
    """The shifts of windows ``2 * spacing`` pixels wide, at most ``spacing`` pixels apart, row by row.

    At the rim windows are narrower.  Each by phase correlation, around the shift of the whole, and where correlation
    peaks.  Outliers are detected by their distance from a smooth field, fitted to all by
    reweighting (Tukey's biweight).  Raises `NotAligned` where too few windows agree, `Cancelled`.
    """
    progress = progress or Silent()
    image = detail_or_refusal(pair.image, pair.image_valid)
    reference = detail_or_refusal(pair.reference, pair.reference_valid)
    start = _start(image, reference, settings)
    height, width = pair.image.shape
    rows, columns = _spread(height, spacing), _spread(width, spacing)
    shifts = []
    for row in rows:
        for column in columns:
            if progress.cancelled():
                raise Cancelled()
            window = _around(row, height, spacing), _around(column, width, spacing)
            shifts.append(_window_shift(pair, image, reference, window, start, settings))
    progress.advance(1.0)
    kept = agreeing(shifts, width, height, spacing)
    if kept.sum() < LEAST_KEPT:
        raise NotAligned(Message(
            "only {number} windows agree with their neighbours, {needed} are needed",
            number=kept.sum(), needed=LEAST_KEPT,
        ))
    return [shift._replace(kept=bool(good)) for shift, good in zip(shifts, kept)]


def _spread(size: int, spacing: int) -> np.ndarray:
    """Centres of windows along a side, evenly; the outermost near its ends, where a field would have to guess."""
    count = max(1, int(np.ceil(size / spacing))) + 1
    rim = min(RIM * spacing, size / 4.0)
    return np.linspace(rim, size - rim, count)


def _around(centre: float, size: int, spacing: int) -> slice:
    """A window's pixels along a side: of two spacings, and narrower at the image's rim."""
    half = max(min(spacing, centre, size - centre), min(spacing / 2.0, NARROWEST))
    return slice(max(0, int(np.rint(centre - half))), min(size, int(np.rint(centre + half))))


def _start(image: Detail, reference: Detail, settings: MatchSettings) -> tuple[int, int]:
    """Whole columns and rows of the shift of all; none where the images as a whole have none."""
    try:
        shift = Comparison(reference, settings.max_shift, 1).shift_of(image)
    except NotAligned:
        return 0, 0
    return int(shift[0]), int(shift[1])


def _window_shift(
    pair: Pair, image: Detail, reference: Detail, window: tuple[slice, slice], start: tuple[int, int],
    settings: MatchSettings,
) -> LocalShift:  # fmt: skip
    """The shift of one window; of no reliability where it does not say."""
    own, other = zip(*(
        # where the reference ends, the window does
        _shared(side, step, size) for side, step, size in zip(window, start[::-1], image.values.shape)
    ))
    middle = tuple((side.start + side.stop) / 2.0 for side in window[::-1])
    nothing = LocalShift(middle, (0.0, 0.0), 0.0, False)
    least = [max(SMALLEST, LEAST_SHARE * (side.stop - side.start)) for side in window]
    if any(side.stop - side.start < fewest for side, fewest in zip(own, least)):
        return nothing
    ours, theirs = image.part(own), reference.part(other)
    seen = ours.weight * theirs.weight
    if seen.mean() < LEAST_SHARE:
        return nothing
    reach = min(max(REACH * min(seen.shape), 2.0), settings.max_shift)
    try:
        shift, reliability = Comparison(theirs, reach, settings.upsampling, HANN).sure_shift_of(ours)
        part = Pair(pair.image[own], pair.reference[other], pair.image_valid[own], pair.reference_valid[other])
        shift = confirmed(part, Estimate(Transform.shift(*shift), 0), _weights(seen)).transform.step
    except NotAligned:
        return nothing
    total = start[0] + shift[0], start[1] + shift[1]
    if np.hypot(*total) > settings.max_shift:
        return nothing
    return LocalShift(_centroid(seen, own), total, max(reliability, 0.0), False)


def _shared(side: slice, step: int, size: int) -> tuple[slice, slice]:
    """What of a side the reference shows too, and where."""
    low, high = max(side.start, -step), min(side.stop, size - step)
    return slice(low, high), slice(low + step, high + step)


def _weights(seen: np.ndarray) -> np.ndarray:
    """Of a window's pixels, as phase correlation weights them."""
    return (seen * window_of(seen.shape, HANN)) ** 2


def _centroid(seen: np.ndarray, window: tuple[slice, slice]) -> tuple[float, float]:
    """Column and row about which a window's pixels lie, as phase correlation weights them."""
    weights = _weights(seen)
    row, column = (
        float(weights.sum(axis=1 - axis) @ (np.arange(side.start, side.stop) + 0.5) / weights.sum())
        for axis, side in enumerate(window)
    )
    return column, row


def agreeing(shifts: list[LocalShift], width: int, height: int, spacing: int) -> np.ndarray:
    """Which shifts of an image agree with a smooth field through most of them, bool."""
    nodes = _nodes(width, height, spacing)
    position, step, reliability = (np.array([shift[part] for shift in shifts]) for part in range(3))
    found = reliability >= LEAST_RELIABILITY
    if found.sum() < LEAST_KEPT:
        return found
    points, steps, weights = position[found], step[found], reliability[found] ** 2
    left = steps - _trend(points, steps, weights)
    data = bilinear(points, *nodes)
    stiffnesses, floors = (np.geomspace(*ends, ROUNDS) for ends in ((STIFFEST, SMOOTHNESS / spacing), (WIDEST, FLOOR)))
    for stiffness, floor in zip(stiffnesses, floors):
        distance = np.hypot(*left.T)
        scale = OUTLIER * max(rayleigh_scale(distance), floor)
        robust = weights * np.maximum(1.0 - (distance / scale) ** 2, 0.0) ** 2 + 1e-6
        left = steps - data @ _field(points, steps, robust, nodes, stiffness)
    distance = np.hypot(*left.T)
    kept = np.zeros_like(found)
    kept[found] = distance <= OUTLIER * max(rayleigh_scale(distance), FLOOR)
    return kept


def _trend(points: np.ndarray, steps: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """What an affine transform, fitted against outliers, moves points by; (n, 2)."""
    transform = Transform.shift(*np.median(steps, axis=0))
    for _ in range(ROUNDS):
        left = np.hypot(*(transform.moved(points) - points - steps).T)
        scale = max(rayleigh_scale(left), FLOOR)
        try:
            trust = weights / (1.0 + (left / scale) ** 2)
            transform = fit_transform(TransformModel.AFFINE, points, points + steps, trust)
        except np.linalg.LinAlgError:
            break
    return transform.moved(points) - points


def smooth_field(shifts: list[LocalShift], width: int, height: int, spacing: int) -> tuple[np.ndarray, np.ndarray]:
    """A regular grid of control points over an image, and where each belongs.

    The shifts at the nodes are those that minimise, with bilinear interpolation between nodes,

        sum reliability^2 |field(position) - shift|^2 + (SMOOTHNESS / spacing)^2 * sum |second differences|^2

    over the kept shifts, so that they extend smoothly to the corners.  Returns ``places`` (n, 2) and
    ``belongs`` (n, 2), columns and rows, row by row from (0, 0) to (width, height).  Raises
    `NotAligned` where too few shifts are kept, or the field folds over itself.
    """
    kept = [shift for shift in shifts if shift.kept]
    if len(kept) < LEAST_KEPT:
        raise NotAligned(Message(
            "only {number} windows agree with their neighbours, {needed} are needed",
            number=len(kept), needed=LEAST_KEPT,
        ))
    nodes = _nodes(width, height, spacing)
    position, step, reliability = (np.array([shift[part] for shift in kept]) for part in range(3))
    steps = _field(position, step, reliability**2, nodes, SMOOTHNESS / spacing)
    places = np.stack(np.meshgrid(*nodes), axis=-1)
    belongs = places + steps.reshape(places.shape)
    if not smallest_corner(np.diff(belongs, axis=1), np.diff(belongs, axis=0)) > 0.0:
        raise NotAligned(Message("the local shifts contradict each other: the image would be folded over itself"))
    return tuple(points[::PER_SPACING, ::PER_SPACING].reshape(-1, 2) for points in (places, belongs))


def _nodes(width: int, height: int, spacing: int) -> tuple[np.ndarray, np.ndarray]:
    """Columns and rows of a field's nodes, from one end to the other."""
    counts = (PER_SPACING * max(1, int(np.ceil(size / spacing))) + 1 for size in (width, height))
    x, y = (np.linspace(0.0, size, count) for size, count in zip((width, height), counts))
    return x, y


def _field(
    points: np.ndarray, steps: np.ndarray, weights: np.ndarray, nodes: tuple[np.ndarray, np.ndarray], smoothness: float
) -> np.ndarray:
    """Steps of the nodes (x, y), row by row, (nodes, 2), that fit steps (n, 2) at points (n, 2) smoothly."""
    x, y = nodes
    data = bilinear(points, x, y)
    weighted = data.T @ sparse.diags(weights)
    # along rows, along columns and mixed, as a thin plate's bending counts them
    mixed = sparse.kron(line_differences(len(y), 1), line_differences(len(x), 1))
    bending = PER_SPACING * sparse.vstack([grid_differences(len(x), len(y), 2), np.sqrt(2.0) * mixed])
    # the identity settles what no point sees and nothing bends
    normal = weighted @ data + smoothness**2 * bending.T @ bending + 1e-9 * sparse.identity(data.shape[1])
    return factorised(normal).solve(weighted @ steps)


def transform_of_windows(pair: Pair, settings: MatchSettings) -> Transform:
    """The transform of the kind ``settings.motion`` that the shifts of windows agree on.  Raises `NotAligned`."""
    spacing = int(np.clip(min(pair.image.shape) // WINDOWS, *SPACING))
    found = [shift for shift in local_shifts(pair, spacing, settings) if shift.reliability > 0.0]
    kept = [shift for shift in found if shift.kept]
    if len(kept) < max(LEAST_AGREEING * len(found), SPARE * LEAST_POINTS[settings.motion]):
        raise NotAligned(Message(
            "only {kept} of {total} windows agree on one transform", kept=len(kept), total=len(found)
        ))
    position, step, reliability = (np.array([shift[part] for shift in kept]) for part in range(3))
    try:
        return fit_transform(settings.motion, position, position + step, reliability**2)
    except np.linalg.LinAlgError as error:
        raise NotAligned(Message("the windows do not say how the image lies")) from error


def refined(pair: Pair, transform: Transform, settings: MatchSettings) -> Transform:
    """The transform that windows agree on near ``transform``, of the same kind; itself where they do not."""
    height, width = pair.image.shape
    image, known = interpolated(pair.image, pair.image_valid, transform.inverse().moved(centres(height, width)))
    straight = pair._replace(image=image.reshape(height, width), image_valid=known.reshape(height, width))
    try:
        rest = transform_of_windows(straight, replace(settings, max_shift=MOST_REFINED))
    except NotAligned:
        return transform
    return rest.after(transform) if rest.largest_move(width, height) <= MOST_REFINED else transform
