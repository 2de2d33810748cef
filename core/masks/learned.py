"""Clouds and their shadows by OmniCloudMask, a trained network that few machines have.

It takes red, green and near infrared in any units and tells clear ground, thick cloud, thin cloud and shadow
(Wright et al. 2025, Remote Sensing of Environment 322, 114694).  It was trained on pixels of 10 to 50 metres: finer
images are shown to it as means of so many pixels that these are 10 metres wide.

An image is shown to it in squares at fixed places, each with what lies around it, so a mask depends on no memory.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from ..errors import MissingLibraryError
from ..execution import Signal
from ..installing import how_to_install
from ..messages import Message
from ..raster.bands import with_bands
from ..raster.facts import metres_of_unit
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.on_grid import measured_on
from ..raster.source import FileSource, Handles
from ..raster.window import PIXELS_AT_ONCE, Window
from .errors import NetworkError
from .expression import Percentile, Truth
from .rule import LEARNED_ROLES, Rule, RuleReader
from .settings import MaskPreset, ThresholdSettings

RESOLUTION = 10.0
"""Metres: finer images are averaged to pixels of about this size."""
TILE = 1000
"""Pixels along a side of the squares, of those that the network sees."""
CONTEXT = 150
"""Pixels around a square that it sees too."""
SMALLEST = 32
"""It takes no side of fewer pixels."""
BYTES_PER_PIXEL = 40.0
"""Of a window: bands and their validity, and the answer."""


def need_network() -> Callable[..., np.ndarray]:
    """Its function from an array to classes.  Raises `MissingLibraryError`."""
    try:
        from omnicloudmask import predict_from_array
    except ImportError as error:
        remedy = Message("{remedy}, or choose another PRESET.", remedy=how_to_install("", "omnicloudmask"))
        raise MissingLibraryError(Message("OmniCloudMask (the Python package omnicloudmask)"), remedy) from error
    return predict_from_array


def check_learned(settings: ThresholdSettings) -> None:
    """Raise `MissingLibraryError` where the network is asked for and not installed."""
    if settings.preset is MaskPreset.LEARNED:
        need_network()


def reader_of(rule: Rule, budget: float) -> RuleReader | LearnedReader:
    """What answers a rule, window by window."""
    return RuleReader(rule, budget) if rule.expression is not None else LearnedReader(rule, budget)


class _Square(NamedTuple):
    """What the network said of a square."""

    image: str
    window: Window
    """Of the pixels that the network sees."""
    found: np.ndarray
    """(height, width) bool: clouds and shadows."""


class LearnedReader:
    """As `RuleReader`, with the network's answer in the place of an expression's."""

    def __init__(self, rule: Rule, budget: float):
        self._bands = [rule.bands[role] for role in LEARNED_ROLES]
        self._budget = budget
        self._handles = Handles()
        self._latest = threading.local()

    def __getstate__(self) -> dict:
        """Without what a thread keeps: a reader goes to the workers of a cluster."""
        return {name: value for name, value in self.__dict__.items() if name != "_latest"}

    def __setstate__(self, state: dict) -> None:
        self.__dict__.update(state)
        self._latest = threading.local()

    def percentiles(self, image: Image, signal: Signal) -> dict[Percentile, float]:
        """None are needed."""
        return {}

    def windows(self, image: Image, signal: Signal) -> Iterator[Window]:
        """Parts of one square after the other; see `RuleReader.windows`."""
        side = TILE * self._times(image)
        for square in image.grid.window.cut((side, side)):
            most = min(self._budget / BYTES_PER_PIXEL, PIXELS_AT_ONCE)
            rows = max(1, int(most // square.width))
            for part in square.cut((square.width, rows)):
                signal.stop_if_asked()
                yield part
                signal.add(part.pixels)

    def evaluate(self, image: Image, window: Window, percentiles: Mapping[Percentile, float]) -> Truth:
        """Where clouds and shadows are; known where all three bands are valid.

        Raises `DamagedRasterError`, `MissingLibraryError` or `NetworkError`.
        """
        times = self._times(image)
        square = self._square(image, times, window)
        row, column = (np.arange(first, first + number) // times for first, number in (
            (window.row, window.height), (window.column, window.width)))  # fmt: skip
        found = square.found[np.ix_(row - square.window.row, column - square.window.column)]
        valid = FileSource(with_bands(image, sorted(self._bands)), self._handles).read(window).valid.all(axis=0)
        return Truth(found & valid, valid)

    def _times(self, image: Image) -> int:
        """Pixels of the image along a side of one that the network sees."""
        if not image.placed or not image.crs:
            return 1
        size = max(image.grid.pixel_size) * metres_of_unit(image)
        return max(1, round(RESOLUTION / size)) if size > 0 else 1

    def _square(self, image: Image, times: int, window: Window) -> _Square:
        """The square that holds a window: each thread keeps its latest one."""
        column, row = window.column // times // TILE * TILE, window.row // times // TILE * TILE
        latest = getattr(self._latest, "square", None)
        if latest is None or (latest.image, *latest.window.corner) != (image.path, column, row):
            latest = self._latest.square = self._look(image, times, Window(column, row, TILE, TILE))
        return latest

    def _look(self, image: Image, times: int, square: Window) -> _Square:
        x, dx, rx, y, ry, dy = image.geotransform
        grid = image.grid
        if times > 1:
            larger = x, dx * times, rx * times, y, ry * times, dy * times
            grid = Grid(image.crs, larger, -(-image.width // times), -(-image.height // times))
        bands = sorted(set(self._bands))
        view = measured_on(with_bands(image, bands), grid, self._handles)
        square = square.clipped((grid.width, grid.height))
        around = square.padded(*(CONTEXT,) * 4).clipped((grid.width, grid.height))
        around = around._replace(width=max(around.width, SMALLEST), height=max(around.height, SMALLEST))
        values, valid = view.measured(around)
        view.release_cache()
        shown = np.where(valid.all(axis=0), values, 0).astype(np.float32)[[bands.index(band) for band in self._bands]]
        network = need_network()
        try:
            classes = np.asarray(network(shown, no_data_value=0))
        except (OSError, RuntimeError, ValueError) as error:
            raise NetworkError(image.path, str(error)) from error
        inner = square.relative_to(around).slices
        return _Square(image.path, square, classes.reshape(around.shape)[inner] > 0)
