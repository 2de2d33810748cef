"""An image's constant border (collar): pixels of one value in all bands that reach in from the raster's edge."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, replace

import numpy as np

from ..execution import Signal
from .window import Window

CORNERS = 3
"""Of a raster, that are border, from which what is left lies in the middle whatever its shape."""

CONVEX = 1.25
"""Pixels of a border for each beyond the convex hull of what is left; a lake or roof in a corner has 1.5 and more."""


@dataclass(frozen=True)
class Border:
    """Which pixels of an image are its border: strips of whole rows, bits packed and compressed."""

    width: int
    height: int
    """Of the image."""
    rows: int
    """Of every strip; the last one may have fewer."""
    strips: tuple[bytes, ...]
    """Empty where the border has no pixel."""
    values: tuple[float, ...]
    """What the border is filled with; empty where all of it is declared."""
    rim: int = 0
    """Pixels beside what is filled so that belong to the border too."""
    surrounded: bool | None = None
    """What `surrounds_a_picture` said before these were added, which makes steps of an outline larger."""

    @property
    def pixels(self) -> int:
        """How many there are, with what was invalid already around them."""
        return sum(int(unpacked(strip, self.width).sum()) for strip in self.strips if strip)

    def grown(self, rim: int, signal: Signal) -> Border:
        """The border with so many pixels around it, in rows, columns and diagonals alike."""
        # imported here: the plugin says itself, in one sentence, that scipy is missing
        from scipy import ndimage

        strips = []
        for first in range(0, self.height, self.rows):
            signal.stop_if_asked()
            top, end = max(0, first - rim), min(first + self.rows, self.height)
            around = self.within(Window(0, top, self.width, min(end + rim, self.height) - top)).view(np.uint8)
            for axis in (0, 1):
                around = ndimage.maximum_filter1d(around, 2 * rim + 1, axis, mode="constant")
            strips.append(packed(around[first - top:end - top]))
        return replace(self, strips=tuple(strips), rim=rim, surrounded=self.surrounds_a_picture())

    def within(self, window: Window) -> np.ndarray:
        """The border's pixels in a window: (height, width) bool."""
        found = np.zeros(window.shape, dtype=bool)
        for number in range(window.row // self.rows, (window.bottom - 1) // self.rows + 1):
            if self.strips[number]:
                first = number * self.rows
                top, bottom = max(window.row, first), min(window.bottom, first + self.rows)
                strip = unpacked(self.strips[number], self.width, window.column, window.right)
                found[top - window.row:bottom - window.row] = strip[top - first:bottom - first]
        return found

    def surrounds_a_picture(self) -> bool:
        """Whether what is left looks like a picture in its border, and not like ground with a lake in a corner.

        One value has three of the corners, or what is left is nearly convex, as rasters turned or cut to a shape are.
        """
        from scipy.spatial import ConvexHull

        if self.surrounded is not None:
            return self.surrounded
        borders = [unpacked(strip, self.width) if strip else None for strip in (self.strips[0], self.strips[-1])]
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
        inside = ~unpacked(strip, self.width) if strip else np.ones((len(rows), 1), bool)
        left = inside.argmax(axis=1)
        right = self.width - 1 - inside[:, ::-1].argmax(axis=1)
        shown = inside.any(axis=1)
        return np.concatenate([np.column_stack([ends, rows])[shown] for ends in (left, right)])

    def fingerprint(self) -> str:
        """Another text for every other border."""
        state = hashlib.blake2b(f"{self.width} {self.rows}".encode(), digest_size=20)
        for strip in self.strips:
            state.update(len(strip).to_bytes(8, "little") + strip)
        return state.hexdigest()


def packed(mask: np.ndarray) -> bytes:
    """A mask (rows, columns); empty without any pixel."""
    return zlib.compress(np.packbits(mask, axis=1).tobytes(), 1) if mask.any() else b""


def unpacked(strip: bytes, width: int, first: int = 0, end: int | None = None) -> np.ndarray:
    """Columns of a packed strip: (rows, end - first) bool."""
    end = width if end is None else end
    bits = np.frombuffer(zlib.decompress(strip), dtype=np.uint8).reshape(-1, -(-width // 8))
    start = first // 8
    part = np.unpackbits(bits[:, start:-(-end // 8)], axis=1)
    return part[:, first - 8 * start:end - 8 * start].view(bool)
