"""An image's frame: pixels of one value in all bands that reach in from the raster's edge.

Scanners, drone software and older warps fill what lies outside a picture with black or white
and declare nothing, or something else.  The same value inside the picture is data, so the
value alone does not tell; being connected to the edge does.  Connected means sharing a side: over
corners a frame would leak into dark pixels of the picture beside it.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage
from scipy.spatial import ConvexHull

from ..execution import Signal
from .image import Image
from .lossy import RIM, is_smeared
from .reading import Handles, ImageReader
from .window import Window

SHORTEST_RUN = 8
"""Equal pixels along an edge from a corner; fewer may be chance."""

CORNERS = 3
"""Of a raster, that are border, from which what is left lies in the middle whatever its shape."""

CONVEX = 1.25
"""Pixels of a border for each beyond the convex hull of what is left; a lake or roof in a corner has 1.5 and more."""

READ_ROWS = 128
MOST_ROWS = 1024
"""Rows that are read together: whole tiles of the file where they are not higher."""

STRIP_PIXELS = 1 << 21
"""Of a strip, in which connected pixels are found at once."""


@dataclass(frozen=True)
class Frame:
    """Which pixels of an image are its frame: strips of whole rows, bits packed and compressed."""

    width: int
    height: int
    """Of the image."""
    rows: int
    """Of every strip; the last one may have fewer."""
    strips: tuple[bytes, ...]
    """Empty where the frame has no pixel."""
    values: tuple[float, ...]
    """What the frame is filled with; empty where all of it is declared."""
    rim: int = 0
    """Pixels beside what is filled so that belong to the frame too."""
    surrounded: bool | None = None
    """What `surrounds_a_picture` told before these were added, which makes steps of an outline larger."""

    @property
    def pixels(self) -> int:
        """How many there are, with what was invalid already around them."""
        return sum(int(_unpacked(strip, self.width).sum()) for strip in self.strips if strip)

    def grown(self, rim: int, signal: Signal) -> Frame:
        """The frame with so many pixels around it, in rows, columns and diagonals alike."""
        strips = []
        for first in range(0, self.height, self.rows):
            signal.stop_if_asked()
            top, end = max(0, first - rim), min(first + self.rows, self.height)
            around = self.within(Window(0, top, self.width, min(end + rim, self.height) - top)).view(np.uint8)
            for axis in (0, 1):
                around = ndimage.maximum_filter1d(around, 2 * rim + 1, axis, mode="constant")
            strips.append(_packed(around[first - top:end - top]))
        return replace(self, strips=tuple(strips), rim=rim, surrounded=self.surrounds_a_picture())

    def within(self, window: Window) -> np.ndarray:
        """The frame's pixels in a window: (height, width) bool."""
        found = np.zeros(window.shape, dtype=bool)
        for number in range(window.row // self.rows, (window.bottom - 1) // self.rows + 1):
            if self.strips[number]:
                first = number * self.rows
                top, bottom = max(window.row, first), min(window.bottom, first + self.rows)
                strip = _unpacked(self.strips[number], self.width, window.column, window.right)
                found[top - window.row:bottom - window.row] = strip[top - first:bottom - first]
        return found

    def surrounds_a_picture(self) -> bool:
        """Whether what is left looks like a picture in its border, and not like ground with a lake in a corner.

        One value has three of the corners, or what is left is nearly convex, as rasters turned or cut to a shape are.
        """
        if self.surrounded is not None:
            return self.surrounded
        borders = [_unpacked(strip, self.width) if strip else None for strip in (self.strips[0], self.strips[-1])]
        ends = [(False, False) if border is None else border[row, [0, -1]] for border, row in zip(borders, (0, -1))]
        try:
            hull = ConvexHull(np.concatenate([self._outline(number) for number in range(len(self.strips))]))
        except (ValueError, RuntimeError):
            # nothing is left, or one line
            return False
        outside = (self.width - 1) * (self.height - 1) - hull.volume
        in_the_middle = len(self.values) == 1 and np.sum(ends) >= CORNERS
        return bool(in_the_middle or self.pixels <= CONVEX * outside)

    def _outline(self, number: int) -> np.ndarray:
        """The first and last pixel of every row of a strip that are no border: (n, 2) columns and rows."""
        first = number * self.rows
        rows = np.arange(first, min(first + self.rows, self.height))
        strip = self.strips[number]
        inside = ~_unpacked(strip, self.width) if strip else np.ones((len(rows), 1), bool)
        left = inside.argmax(axis=1)
        right = self.width - 1 - inside[:, ::-1].argmax(axis=1)
        shown = inside.any(axis=1)
        return np.concatenate([np.column_stack([ends, rows])[shown] for ends in (left, right)])

    def fingerprint(self) -> str:
        """Another text for every other frame."""
        state = hashlib.blake2b(f"{self.width} {self.rows}".encode(), digest_size=20)
        for strip in self.strips:
            state.update(len(strip).to_bytes(8, "little") + strip)
        return state.hexdigest()


def find_frame(image: Image, signal: Signal, most_values: float) -> Frame | None:
    """The frame of an image, or None where it has none.

    Reads every pixel once, at most about ``most_values`` of them at a time, and adds the image's
    rows to ``signal``.  What is invalid already does not part a frame from the edge.

    Raises `DamagedRasterError` or `Cancelled`.
    """
    handles = Handles()
    reader = ImageReader(image, handles)
    values, hidden = look_at_corners(image)
    rim = RIM if (values or hidden) and is_smeared(image.path) else 0
    if not (values or rim):
        signal.add(image.height)
        return None
    strips: list[bytes] = []
    together, rows = _rows_of(image)
    for row in range(0, image.height, together):
        height = min(together, image.height - row)
        windows = _windows(image, row, height, most_values)
        parts = []
        for window in windows:
            parts.append(_passable(reader, window, values, signal))
            if image.tiling[0] < image.width:
                handles.release_cache()
        passable = np.hstack(parts)
        strips += [_packed(passable[first:first + rows]) for first in range(0, height, rows)]
        handles.release_cache()
        signal.add(height)
    reached = tuple(_reached(strips, image.width, signal))
    found = Frame(image.width, image.height, rows, reached, tuple(sorted(values)))
    return found.grown(rim, signal) if rim else found


def look_at_corners(image: Image) -> tuple[set[float], bool]:
    """Values that begin at a corner and run on along an edge, the same in all bands; whether a border of nodata does.

    Of a mask it is not told: that is the border as it was before any compression.  Raises `DamagedRasterError`.
    """
    reader, found, hidden = ImageReader(image, Handles()), set(), False
    across, down = min(SHORTEST_RUN, image.width), min(SHORTEST_RUN, image.height)
    for right in (False, True):
        for bottom in (False, True):
            along_row = Window(right * (image.width - across), bottom * (image.height - 1), across, 1)
            along_column = Window(right * (image.width - 1), bottom * (image.height - down), 1, down)
            for window in (along_row, along_column):
                values, valid = reader.read(window)
                hidden |= image.nodata_hides and not valid.any()
                if valid.all() and (values == values.flat[0]).all():
                    found.add(values.flat[0].item())
    return found, hidden


def _rows_of(image: Image) -> tuple[int, int]:
    """Rows that are read together, and rows of a strip: so many parts of them as memory asks for."""
    tile = image.tiling[1]
    together = READ_ROWS if tile > MOST_ROWS else tile * max(1, READ_ROWS // tile)
    most = max(1, STRIP_PIXELS // image.width)
    return together, max(rows for rows in range(1, together + 1) if together % rows == 0 and rows <= most)


def _windows(image: Image, row: int, height: int, most_values: float) -> Iterator[Window]:
    """Whole tiles side by side."""
    tile = image.tiling[0]
    width = max(1, int(most_values // (tile * height * len(image.bands)))) * tile
    return Window(0, row, image.width, height).cut((width, height))


def _passable(reader: ImageReader, window: Window, wanted: set[float], signal: Signal) -> np.ndarray:
    """Pixels that may belong to the frame, or that it may be reached through: (height, width) bool."""
    signal.stop_if_asked()
    values, valid = reader.read(window)
    alike = (values == values[:1]).all(axis=0) & np.isin(values[0], list(wanted))
    return (alike & valid.all(axis=0)) | ~valid.any(axis=0)


def _reached(strips: Sequence[bytes], width: int, signal: Signal) -> list[bytes]:
    """The part of passable strips that is connected to the raster's edge.

    A strip is looked at again whenever more of a neighbour's row beside it is reached.
    """
    reached = [b""] * len(strips)
    first, last = [b""] * len(strips), [b""] * len(strips)
    waiting = deque(number for number, strip in enumerate(strips) if strip)
    while waiting:
        signal.stop_if_asked()
        number = waiting.popleft()
        passable = _unpacked(strips[number], width)
        seeds = np.zeros(passable.shape, dtype=bool)
        seeds[:, [0, -1]] = True
        seeds[0] |= _row(last[number - 1], width) if number else True
        seeds[-1] |= _row(first[number + 1], width) if number + 1 < len(strips) else True
        found = _connected(passable, seeds)
        for beside, edges, edge in ((number - 1, first, found[0]), (number + 1, last, found[-1])):
            if (edge & ~_row(edges[number], width)).any():
                edges[number] = _packed(edge[None])
                if 0 <= beside < len(strips) and strips[beside] and beside not in waiting:
                    waiting.append(beside)
        reached[number] = _packed(found)
    return reached


def _connected(passable: np.ndarray, seeds: np.ndarray) -> np.ndarray:
    labels, number = ndimage.label(passable)
    chosen = np.zeros(number + 1, dtype=bool)
    chosen[labels[seeds]] = True
    chosen[0] = False
    return chosen[labels]


def _packed(mask: np.ndarray) -> bytes:
    return zlib.compress(np.packbits(mask, axis=1).tobytes(), 1) if mask.any() else b""


def _row(packed: bytes, width: int) -> np.ndarray:
    return _unpacked(packed, width)[0] if packed else np.zeros(width, dtype=bool)


def _unpacked(strip: bytes, width: int, first: int = 0, end: int | None = None) -> np.ndarray:
    """Columns of a packed strip: (rows, end - first) bool."""
    end = width if end is None else end
    bits = np.frombuffer(zlib.decompress(strip), dtype=np.uint8).reshape(-1, -(-width // 8))
    start = first // 8
    part = np.unpackbits(bits[:, start:-(-end // 8)], axis=1)
    return part[:, first - 8 * start:end - 8 * start].view(bool)
