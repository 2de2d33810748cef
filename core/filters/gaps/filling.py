"""Fills holes: those of one tile together, those that lie in several tiles one by one.

What a pixel becomes depends on its hole and on what is around it within a fixed margin; tiles lie at fixed
places, so memory and threads have no influence on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ...execution import Signal
from ...raster.image import Image
from ...raster.source import Handles
from ...raster.window import Window
from ..settings import GapMethod, GapSettings
from .holes import TILE, Found, Hole, Pieces, Seed, holes_within, piece_mask, pieces_of
from .inpainting import LARGEST, Inpainting, navier_stokes, telea
from .inpainting import MARGIN as INPAINTING_MARGIN
from .interpolation import Interpolation, dilation, inverse_distance, median, nearest
from .lines import ACROSS, LineMeans, LineSums, line_sums
from .other_image import RING, Balance, OtherImage, common_and_rest, faded, ring
from .output import FilledPixels
from .surroundings import BandReader, Layer, Surroundings, joined, surroundings_of

INTERPOLATIONS: dict[GapMethod, Interpolation] = {
    GapMethod.NEAREST: nearest,
    GapMethod.INVERSE_DISTANCE: inverse_distance,
    GapMethod.OTHER_IMAGE: inverse_distance,
    GapMethod.MEDIAN: median,
    GapMethod.DILATION: dilation,
}
"""Of the values themselves, or of what another image, balanced, leaves."""

INPAINTINGS: dict[GapMethod, Inpainting] = {GapMethod.TELEA: telea, GapMethod.NAVIER_STOKES: navier_stokes}

MARGINS = dict.fromkeys([*INTERPOLATIONS, *ACROSS], 1)
MARGINS.update(dict.fromkeys(INPAINTINGS, INPAINTING_MARGIN))
MARGINS[GapMethod.OTHER_IMAGE] = RING + 1
"""Pixels around a hole that are looked at."""

PIXELS_OF_A_TILE = 4096
"""That count for the balance of whole images."""

RING_PIXELS = 1 << 16
"""About as many of a hole's ring are kept."""

BYTES_PER_PIXEL, BYTES_PER_BAND = 64, 40
"""Of a tile and what is around it: working memory in all, and for every band that is filled together with others."""

Part = tuple[Window, "Sequence[Seed] | None"]
"""A tile, and the seeds of the one hole that is meant; None: all holes that lie within the tile."""


class HoleTask(NamedTuple):
    """One hole that lies in several tiles."""

    layer: Layer
    hole: Hole


class TileTask(NamedTuple):
    """The holes that lie within one tile, of all layers that have some."""

    layers: tuple[Layer, ...]
    window: Window


class Looked(NamedTuple):
    """What one tile shows."""

    pieces: list[Pieces | None]
    """Of every layer."""
    alike: bool
    """Whether all layers are invalid in the same pixels."""


class Filled(NamedTuple):
    """What became of holes."""

    holes: np.ndarray
    """(n, 3) row and column of a pixel, and size, of those that got at least one pixel."""
    too_large: int = 0
    """How many were left because the method cannot fill such large ones."""
    empty: int = 0
    """Pixels that stay without a value in some band, because nothing is known there."""


NOTHING = Filled(np.empty((0, 3), dtype=np.int64))


class GapFiller:
    """Fills the holes of one image into a store."""

    def __init__(
        self, image: Image, settings: GapSettings, other: OtherImage | None, handles: Handles, most_bands: int
    ):
        """``most_bands``: that are filled together, which takes memory; pixels do not depend on it."""
        self.size = image.width, image.height
        self._settings = settings
        self._margin = MARGINS[settings.method]
        self._other = other
        self._reader = BandReader(image, handles)
        self._handles = handles
        self._most_bands = most_bands
        self.otherwise: dict[Layer, Balance] = {}
        """Balances of the whole image, for holes with too little around them."""
        self.lines: LineMeans | None = None
        """Means of rows or columns, for the methods that fill with them."""

    def look(self, layers: Sequence[Layer], window: Window, signal: Signal) -> Looked:
        """The task of finding: what every layer shows of holes in a tile."""
        signal.stop_if_asked()
        first = ~self._reader.valid(layers[0], window)
        found, alike = [pieces_of(first, window, self.size, self._settings)], True
        for layer in layers[1:]:
            invalid = ~self._reader.valid(layer, window)
            same = np.array_equal(invalid, first)
            found.append(found[0] if same else pieces_of(invalid, window, self.size, self._settings))
            alike &= same
        self._release()
        signal.add(1.0)
        return Looked(found, alike)

    def common(self, layer: Layer, window: Window, signal: Signal) -> np.ndarray:
        """The task of a whole-image balance: common pixels (2 K, n) of a tile, the image's bands before the other's."""
        signal.stop_if_asked()
        others, shown = self._other.read_layer(layer, layer, window)
        usable = self._reader.valid(layer, window) & shown
        places = np.flatnonzero(usable)[::max(1, usable.size // PIXELS_OF_A_TILE)]
        values = [self._reader.read(place, window)[0] for place in layer] + others
        self._release()
        signal.add(1.0)
        return np.array([band.ravel()[places] for band in values], dtype=np.float64)

    def sum_lines(self, window: Window, signal: Signal) -> LineSums:
        """The task of means of rows or columns: sums of a tile, of all bands."""
        signal.stop_if_asked()
        bands = [self._reader.read(place, window) for place in range(len(self._reader.image.bands))]
        self._release()
        signal.add(1.0)
        return line_sums(self._settings.method, *zip(*bands))

    def fill(self, store: FilledPixels, task: HoleTask | TileTask, signal: Signal) -> Filled:
        """The task of filling."""
        if isinstance(task, HoleTask):
            parts = list(task.hole.tiles(self.size))
            found = [self._fill_layer(task.layer, parts, store, signal)]
            work = float(len(task.hole.seeds))
        else:
            found = [self._fill_layer(layer, [(task.window, None)], store, signal) for layer in task.layers]
            work = 1.0
        self._release()
        signal.add(work)
        # holes of several bands at one place are one
        holes = np.unique(np.concatenate([part.holes for part in found]), axis=0)
        return Filled(holes, sum(part.too_large for part in found), sum(part.empty for part in found))

    def _release(self) -> None:
        """Give back what GDAL holds for the calling thread."""
        self._handles.release_cache()
        if self._other is not None:
            self._other.release()

    def _fill_layer(self, layer: Layer, parts: Sequence[Part], store: FilledPixels, signal: Signal) -> Filled:
        if self._settings.method in INPAINTINGS:
            return self._inpaint(layer, parts, store, signal)
        filled, empty = [NOTHING.holes], 0
        for first in range(0, len(layer), self._most_bands):
            places = layer[first:first + self._most_bands]
            bounds, balance = self._bounds(layer, places, parts, signal)
            found, missed = [], 0
            for window, seeds in parts:
                signal.stop_if_asked()
                read, holes, _ = self._holes(layer, window, seeds, 1)
                part = self._interpolate(places, (window, read, holes), bounds, balance, store, signal)
                found.append(part.holes)
                missed += part.empty
                self._release()
            filled.append(_one_hole(found, parts) if len(parts) > 1 else found[0])
            empty = max(empty, missed)
        return Filled(np.unique(np.concatenate(filled), axis=0), empty=empty)

    def _holes(
        self, layer: Layer, window: Window, seeds: Sequence[Seed] | None, margin: int
    ) -> tuple[Window, np.ndarray, np.ndarray]:
        """A tile with a margin: the window, numbers of its holes, int32, and which pixels are valid."""
        read = window.padded(*(margin,) * 4).clipped(self.size)
        valid = self._reader.valid(layer, read)
        if seeds is None:
            return read, holes_within(~valid, window, read, self.size, self._settings), valid
        holes = np.zeros(valid.shape, dtype=np.int32)
        inner = window.relative_to(read).slices
        holes[inner] = piece_mask(~valid[inner], window, seeds)
        return read, holes, valid

    def _bounds(
        self, layer: Layer, places: Sequence[int], parts: Sequence[Part], signal: Signal
    ) -> tuple[Surroundings, Balance | None]:
        """What the holes are filled from: the image's values, or what the other image leaves of them."""
        seen, rings = [], []
        for window, seeds in parts:
            signal.stop_if_asked()
            read, holes, usable = self._holes(layer, window, seeds, self._margin)
            values = [self._reader.read(place, read)[0] for place in places]
            if self._other is not None:
                others, shown = self._other.read_layer(places, layer, read)
                usable = usable & shown
                values += others
            pixels = np.array(values, dtype=np.float64)
            seen.append(surroundings_of(holes, usable, pixels, read))
            if self._other is not None:
                near = np.flatnonzero(ring(holes > 0, usable))
                rings.append(pixels.reshape(len(pixels), -1)[:, near[::1 + len(parts) * len(near) // RING_PIXELS]])
            if len(parts) > 1:
                self._release()
        bounds = joined(seen) if len(seen) > 1 else seen[0]
        if self._other is None:
            return bounds, None
        number = len(places)
        common = np.concatenate(rings, axis=1)
        otherwise = self.otherwise[layer].of([layer.index(place) for place in places])
        balance = self._other.balance(common[number:], common[:number], otherwise, signal)
        rest = bounds.values[:number] - balance.apply(bounds.values[number:])
        return bounds._replace(values=common_and_rest(bounds.hole, rest)), balance

    def _interpolate(
        self, places: Sequence[int], part: tuple[Window, Window, np.ndarray], bounds: Surroundings,
        balance: Balance | None, store: FilledPixels, signal: Signal,
    ) -> Filled:  # fmt: skip
        """Fill the holes of one tile."""
        window, read, numbered = part
        holes = numbered[window.relative_to(read).slices]
        row, column = np.nonzero(holes)
        number = holes[row, column].astype(np.int64)
        place = row + window.row, column + window.column
        if self.lines is not None:
            values = self.lines.at(places, *place)
        else:
            values = INTERPOLATIONS[self._settings.method](bounds, number, *place, signal)
        if balance is not None:
            own = np.array([self._other.read(place, window)[row, column] for place in places])
            usual, beyond = np.split(np.nan_to_num(values), 2)
            rest = beyond * faded(bounds, row + window.row, column + window.column, signal)
            values = balance.apply(own) + usual + rest
        known = np.isfinite(values)
        for place, band, finite in zip(places, values, known):
            pixels, filled = np.zeros(holes.shape), np.zeros(holes.shape, dtype=bool)
            pixels[row[finite], column[finite]] = band[finite]
            filled[row[finite], column[finite]] = True
            store.put(place, window, pixels, filled)
        filled = _filled_holes(number, row + window.row, column + window.column, known.any(axis=0))
        return Filled(filled, empty=int((~known.all(axis=0)).sum()))

    def _inpaint(self, layer: Layer, parts: Sequence[Part], store: FilledPixels, signal: Signal) -> Filled:
        window = parts[0][0]
        if len(parts) > 1:
            window = self._rectangle(layer, parts, signal)
            if window.pixels > LARGEST:
                return Filled(NOTHING.holes, 1)
        read = window.padded(*(self._margin,) * 4).clipped(self.size)
        inner = window.relative_to(read).slices
        if len(parts) == 1:
            _, holes, valid = self._holes(layer, window, parts[0][1], self._margin)
        else:
            valid = self._reader.valid(layer, read)
            holes = np.zeros(valid.shape, dtype=np.int32)
            for tile, seeds in parts:
                _, piece, _ = self._holes(layer, tile, seeds, 0)
                common = tile.intersection(read)
                holes[common.relative_to(read).slices] |= piece[common.relative_to(tile).slices]
        if not (holes.any() and valid.any()):
            return NOTHING._replace(empty=int(np.count_nonzero(holes)))
        inpaint = INPAINTINGS[self._settings.method]
        for place in layer:
            signal.stop_if_asked()
            values = self._reader.read(place, read)[0].astype(np.float64)
            store.put(place, window, inpaint(values, valid, holes > 0)[inner], holes[inner] > 0)
        row, column = np.nonzero(holes[inner])
        number = holes[inner][row, column].astype(np.int64)
        return Filled(_filled_holes(number, row + window.row, column + window.column, np.ones(len(row), dtype=bool)))

    def _rectangle(self, layer: Layer, parts: Sequence[Part], signal: Signal) -> Window:
        """The smallest window that holds a hole."""
        ends = []
        for window, seeds in parts:
            signal.stop_if_asked()
            row, column = np.nonzero(self._holes(layer, window, seeds, 0)[1])
            ends.append((column.min() + window.column, row.min() + window.row, column.max() + window.column + 1,
                         row.max() + window.row + 1))  # fmt: skip
        left, top, right, bottom = np.array(ends).T
        column, row = int(left.min()), int(top.min())
        return Window(column, row, int(right.max()) - column, int(bottom.max()) - row)


def _filled_holes(number: np.ndarray, row: np.ndarray, column: np.ndarray, filled: np.ndarray) -> np.ndarray:
    """First pixel and size of the holes (n,) of which any pixel is filled: (m, 3)."""
    if not len(number):
        return NOTHING.holes
    _, first, index, size = np.unique(number, return_index=True, return_inverse=True, return_counts=True)
    some = np.bincount(index.ravel(), filled, len(first)) > 0
    return np.column_stack([row[first], column[first], size])[some]


def _one_hole(found: Sequence[np.ndarray], parts: Sequence[Part]) -> np.ndarray:
    """One hole where any of its parts was filled."""
    filled = [part for part in found if len(part)]
    if not filled:
        return NOTHING.holes
    row, column = parts[0][1][0]
    return np.array([[row, column, sum(int(part[:, 2].sum()) for part in filled)]])


def worker_memory(image: Image) -> int:
    """Bytes that one task takes, with one band."""
    return _pixels_read(image) * (BYTES_PER_PIXEL + BYTES_PER_BAND)


def bands_together(image: Image, memory: float) -> int:
    """How many bands of an image are filled together in so many bytes; at least one."""
    return max(1, int((memory / _pixels_read(image) - BYTES_PER_PIXEL) // BYTES_PER_BAND))


def _pixels_read(image: Image) -> int:
    widest = TILE + 2 * RING
    return min(widest, image.width) * min(widest, image.height)


def tasks_of(layers: Sequence[Layer], found: Sequence[Found]) -> list[HoleTask | TileTask]:
    """The tasks of filling: tiles in order, then holes in several tiles."""
    tiles: dict[Window, list[Layer]] = {}
    for layer, part in zip(layers, found):
        for window in part.tiles:
            tiles.setdefault(window, []).append(layer)
    by_place = sorted(tiles, key=lambda window: (window.row, window.column))
    within = [TileTask(tuple(tiles[window]), window) for window in by_place]
    return [*within, *(HoleTask(layer, hole) for layer, part in zip(layers, found) for hole in part.holes)]
