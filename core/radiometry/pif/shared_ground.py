"""The common pixels of two images, window by window, as a sample, or as a raster of their scores."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ...execution import Signal
from ...progress import Progress, stop_if_cancelled
from ...raster.grid import Grid
from ...raster.image import Image
from ...raster.on_grid import OnGrid, Strip, measured_on
from ...raster.source import Facts, Handles, Pixels
from ...raster.window import Window
from ...raster.write import Share, open_result, tags_of
from ...settings import OutputSettings
from ...statistics.sweep import PixelMask
from .features import Inz, Sample

WINDOW_PIXELS = 2**17
"""Read at once."""
TILE = 256
"""Side of the tiles of rasters that are written."""
MOST_HELD = 2**27
"""Bytes of decoded rows that are held from window to window unless more or less is allowed."""


class Shown(NamedTuple):
    """What two images show of a window."""

    first: np.ndarray
    second: np.ndarray
    """(K, h, w) in the images' types; 0 where not valid."""
    valid: np.ndarray
    """(h, w) bool: valid in all bands of both, and inside the mask."""

    def doubles(self) -> tuple[np.ndarray, np.ndarray]:
        """Both images as float64."""
        return self.first.astype(np.float64), self.second.astype(np.float64)


class SharedGround:
    """Reads the overlap of two images on the canvas."""

    def __init__(
        self,
        views: tuple[OnGrid, OnGrid],
        numbers: tuple[int, int],
        mask: PixelMask | None = None,
        most_held: int = MOST_HELD,
    ):
        """``most_held``: bytes; where rows take more, blocks of the files are decoded again for each window."""
        self._views = views
        self._numbers = numbers
        self._mask = mask
        self._most_held = most_held
        self.window: Window = views[0].window.intersection(views[1].window)

    def read(self, windows: Iterable[Window], stop: Callable[[], None]) -> Iterator[tuple[Window, Shown]]:
        """Each of some windows inside `window`, and what it shows.

        No block of a file is decoded twice for windows of the same rows that follow each other from
        left to right.  ``stop`` is called before every read; it raises `Cancelled` when asked to.
        """
        strips: list[Strip] = []
        rows, known = None, 0
        for window in windows:
            held = held_bytes(self._views, window.height) <= self._most_held
            if not held or rows != (window.row, window.height) or window.column < known:
                end = self.window.right if held else window.right
                part = window._replace(width=end - window.column)
                strips = [Strip(view, part) for view in self._views]
            rows, known = (window.row, window.height), window.right
            yield window, self._shown(window, strips, stop)

    def _shown(self, window: Window, strips: Sequence[Strip], stop: Callable[[], None]) -> Shown:
        parts = []
        for strip in strips:
            stop()
            parts.append(strip.read(window.column, window.right))
        (_, first, valid_first), (_, second, valid_second) = parts
        valid = valid_first.all(axis=0) & valid_second.all(axis=0)
        if self._mask is not None:
            for number in self._numbers:
                valid &= self._mask.allowed(number, window)
        return Shown(np.where(valid, first, 0), np.where(valid, second, 0), valid)

    def sample(self, windows: Iterable[Window], most: int, handles: Handles, signal: Signal) -> Sample:
        """Every n-th pixel of every n-th row within ``windows``, n the smallest that gives at most ``most``.

        The place of a pixel in the overlap decides, so any division into windows gives the same.
        """
        width, height = self.window.size
        step = max(1, int((self.window.pixels / most) ** 0.5))
        while -(-width // step) * -(-height // step) > most:
            step += 1
        shape = -(-height // step), -(-width // step)
        first = second = np.empty(0)
        valid = np.zeros(shape, dtype=bool)
        for window, shown in self.read(windows, signal.stop_if_asked):
            if not first.size:
                first = np.zeros((len(shown.first), *shape), dtype=shown.first.dtype)
                second = np.zeros((len(shown.second), *shape), dtype=shown.second.dtype)
            left, top = window.relative_to(self.window).corner
            here = np.s_[..., -top % step:: step, -left % step:: step]
            part = shown.valid[here]
            left, top = -(-left // step), -(-top // step)
            there = np.s_[..., top:top + part.shape[0], left:left + part.shape[1]]
            first[there], second[there], valid[there] = shown.first[here], shown.second[here], part
            handles.release_cache()
            signal.add(window.pixels)
        images = self._views[0].image, self._views[1].image
        return Sample(images, self.window, step, first, second, valid, signal)


def held_bytes(views: Sequence[OnGrid], height: int) -> int:
    """What is held of so many rows of the overlap: at most a window and a block's width of each image.

    The values of one image count once more: numpy moves them within an array through a copy.
    """
    step, width = WINDOW_PIXELS // TILE, views[0].window.intersection(views[1].window).width
    pixels = [height * min(view.block_size[0] + step, width) for view in views]
    moved = max(n * len(view.image.bands) * view.dtype.itemsize for n, view in zip(pixels, views))
    return sum(n * view.bytes_per_pixel for n, view in zip(pixels, views)) + moved


def tile_rows(window: Window) -> Iterator[Window]:
    """A window in rows of whole tiles, counted from its corner."""
    return window.cut((window.width, TILE))


def tiles(window: Window) -> Iterator[Window]:
    """A window in parts of whole tiles, in the order in which they are written; counted from its corner."""
    return window.cut((WINDOW_PIXELS // TILE, TILE))


def write_inz(path: str, images: tuple[Image, Image], canvas: Grid, inz: Inz, progress: Progress) -> None:
    """Write the score of every common pixel, Float32 with NaN elsewhere, on the canvas's grid.

    Raises `WriteError`, `DamagedRasterError` or `Cancelled`.
    """
    handles = Handles()
    one, other = (measured_on(image, canvas, handles) for image in images)
    ground = SharedGround((one, other), (0, 1))
    scores = images[0].on_grid(canvas.part(ground.window)).with_values(gdal.GDT_Float32, math.nan)
    facts = Facts(scores, [f"INZ {images[0].name} {images[1].name}"], moved=True)
    like = OutputSettings(), tags_of("inz"), (TILE, TILE), Share(0.0), progress.cancelled
    with open_result(facts, path, *like) as result:
        for window, shown in ground.read(tiles(ground.window), partial(stop_if_cancelled, progress)):
            score = inz.of(*shown.doubles()).astype(np.float32)
            result.write(window.relative_to(ground.window), Pixels(score[None], shown.valid[None]))
            handles.release_cache()
