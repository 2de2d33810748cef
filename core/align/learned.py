"""Points that two images share, by a learned matcher in an ONNX file, run by onnxruntime.

Public exports of SuperPoint (DeTone et al. 2018) with LightGlue (Lindenberger et al. 2023) in one graph come in two
kinds.  One takes ``image0`` and ``image1``, (1, 1, rows, columns) float32 from 0 to 1, and gives the points of both,
(1, n, 2) columns and rows, and matches: (m, 2) numbers of points, or for each point of the first image the number of
that of the second, -1 for none.  The other takes both images at once, (2, 1, rows, columns), and gives points (2, n, 2)
and matches (m, 3), the pair's number first.  Where points lie is counted from the centre of the first pixel.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy import ndimage

from ..errors import EvenlightError, MissingLibraryError, OptionError, path_text
from ..installing import how_to_install
from ..messages import Message
from .pair import NotAligned, Pair
from .settings import MatchSettings

INSTEAD = Message("choose another FEATURE")
STEP = 8
"""Pixels: sides of what a graph sees are multiples of it, as SuperPoint's grid wants."""
STRETCH = (2.0, 98.0)
"""Percentiles of the valid values that become 0 and 1."""
TO_CORNERS = 0.5
"""What a graph calls 0 is the centre of the first pixel."""
CLEAR_OF_GAPS = 8
"""Pixels around a point that must be valid."""
BYTES_PER_PIXEL = 2000
"""That a graph of this kind takes, about."""


class ModelFileError(EvenlightError):
    """An ONNX file is no matcher that is known here."""

    def __init__(self, path: str, detail: str):
        super().__init__(Message(
            "{path} cannot be used as MODEL_FILE ({detail}): give an end-to-end graph of SuperPoint and "
            "LightGlue, with two images in and points and matches out, exported for images of any size.",
            path=path_text(path), detail=detail,
        ))


class Matched(NamedTuple):
    """Points that a matcher takes for the same ground."""

    image: np.ndarray
    """(n, 2) float64, columns and rows."""
    reference: np.ndarray
    """(n, 2) float64."""


def need_onnxruntime():
    """The module.  Raises `MissingLibraryError`."""
    try:
        import onnxruntime
    except ImportError as error:
        # a newer numpy that pip may bring with it is one that QGIS's GDAL cannot use
        packages = f"onnxruntime numpy=={np.__version__}"
        remedy = Message("{remedy}, or {instead}.", remedy=how_to_install("", packages), instead=INSTEAD)
        raise MissingLibraryError(Message("onnxruntime (the Python package of this name)"), remedy) from error
    return onnxruntime


def check_model(path: str | None) -> EvenlightError | None:
    """What is wrong with a file of a matcher; None where nothing is."""
    if not path:
        return OptionError("FEATURE", "onnx", Message("it with a MODEL_FILE (no file is given), or another one"))
    try:
        _session(path)
    except EvenlightError as problem:
        return problem
    return None


def learned_matches(pair: Pair, settings: MatchSettings) -> Matched:
    """Points of both images that the matcher pairs, no further apart than ``settings.max_shift``.

    Raises `NotAligned`, `ModelFileError` or `MissingLibraryError`.
    """
    session = _session(settings.model_file)
    grey = np.stack([_grey(pair.image, pair.image_valid), _grey(pair.reference, pair.reference_valid)])
    inputs = session.get_inputs()
    feeds = {inputs[0].name: grey} if len(inputs) == 1 else {
        entry.name: image[None] for entry, image in zip(inputs, grey)
    }
    try:
        values = session.run(None, feeds)
    except Exception as error:  # onnxruntime's own errors have no class of their own above them
        raise ModelFileError(settings.model_file, Message(
            "it fails on {width} x {height} pixels", width=grey.shape[3], height=grey.shape[2]
        )) from error
    named = {entry.name: np.asarray(value) for entry, value in zip(session.get_outputs(), values)}
    try:
        image, reference = _paired(named, len(inputs))
    except (IndexError, KeyError, ValueError) as error:
        raise ModelFileError(settings.model_file, Message("its results are no points and matches")) from error
    clear = _is_clear(image, pair.image_valid) & _is_clear(reference, pair.reference_valid)
    near = np.hypot(*(reference - image).T) <= settings.max_shift
    kept = clear & near
    return Matched(image[kept], reference[kept])


def _session(path: str):
    """The graph of a file, loaded once.  Raises `ModelFileError` or `MissingLibraryError`."""
    try:
        changed = os.stat(path).st_mtime_ns
    except OSError as error:
        raise ModelFileError(path, Message("it cannot be read: {detail}", detail=error.strerror)) from error
    return _loaded(path, changed)


@lru_cache(maxsize=1)
def _loaded(path: str, changed: int):
    runtime = need_onnxruntime()
    try:
        session = runtime.InferenceSession(path, providers=["CPUExecutionProvider"])
    except Exception as error:  # see above
        raise ModelFileError(path, Message("onnxruntime cannot load it")) from error
    inputs, outputs = session.get_inputs(), session.get_outputs()
    if (len(inputs), len(outputs) >= len(inputs) + 1) not in ((1, True), (2, True)):
        what = Message("it takes {taken} arrays and gives {given}", taken=len(inputs), given=len(outputs))
        raise ModelFileError(path, what)
    sides = [side for entry in inputs for side in list(entry.shape)[-2:]]
    if any(isinstance(side, int) and side > 0 for side in sides):
        raise ModelFileError(path, Message("it takes images of one size only"))
    return session


def _grey(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """An image as a graph takes it, (1, rows, columns) float32 from 0 to 1, with rows and columns added at its ends.

    Raises `NotAligned` where it shows nothing.
    """
    if not valid.any():
        raise NotAligned(Message("too few pixels are valid in both images"))
    low, high = np.percentile(values[valid], STRETCH)
    if not high > low:
        raise NotAligned(Message("an image shows nothing that could be recognised"))
    scaled = np.where(valid, np.clip((values - low) / (high - low), 0.0, 1.0), 0.5).astype(np.float32)
    more = [(0, -size % STEP) for size in values.shape]
    return np.pad(scaled, more, mode="edge")[None]


def _paired(named: dict[str, np.ndarray], inputs: int) -> tuple[np.ndarray, np.ndarray]:
    """Positions of matched points in both images, (n, 2) each."""
    values = list(named.values())
    if inputs == 1:
        points, matches = named.get("keypoints", values[0]), named.get("matches", values[1])
        pairs = matches.reshape(-1, 3)[:, 1:]
        ours, theirs = points[0], points[1]
    else:
        ours, theirs = (named.get(f"kpts{n}", values[n]).reshape(-1, 2) for n in (0, 1))
        matches = named.get("matches0", values[2])
        pairs = matches.reshape(-1, 2) if matches.ndim == 2 and matches.shape[1] == 2 else _of_numbers(matches.ravel())
    pairs = pairs.astype(np.int64)
    return tuple(side[pairs[:, n]].astype(np.float64) + TO_CORNERS for n, side in enumerate((ours, theirs)))


def _of_numbers(matches: np.ndarray) -> np.ndarray:
    """Pairs from the number of each point's match, -1 for none."""
    found = np.flatnonzero(matches >= 0)
    return np.column_stack([found, matches[found]])


def _is_clear(places: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Whether points lie on the image and away from its gaps, (n,) bool."""
    around = np.ones((2 * CLEAR_OF_GAPS + 1,) * 2, bool)
    clear = valid if valid.all() else ndimage.binary_erosion(valid, around, border_value=1)
    columns, rows = np.floor(places).astype(int).T
    inside = (columns >= 0) & (rows >= 0) & (columns < valid.shape[1]) & (rows < valid.shape[0])
    return inside & clear[np.clip(rows, 0, valid.shape[0] - 1), np.clip(columns, 0, valid.shape[1] - 1)]
