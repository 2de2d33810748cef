"""What seam polygons, drawn or edited by hand, say about which image a pixel comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..raster.window import Window
from .partition import NO_IMAGE, lead, off_centre
from .seams import Areas
from .survey import Survey, cells_of


class Claim(NamedTuple):
    """Ground that polygons give to one member."""

    member: int
    lock: float
    """Higher ones come first where several claim a pixel; of equal ones the member with the nearer middle."""
    areas: Areas


class Claimed:
    """The labels that polygons claim: only what a member has can be claimed for it."""

    def __init__(self, survey: Survey, claims: Sequence[Claim]):
        self._survey = survey
        self._claims = claims

    def __call__(self, window: Window) -> np.ndarray:
        """Of a window of the grid: the label claimed for each pixel, or `NO_IMAGE`."""
        labels = np.full(window.shape, NO_IMAGE, np.int32)
        best, nearest = np.full(window.shape, -np.inf), np.zeros(window.shape, np.int64)
        for claim in self._claims:
            member = self._survey.members[claim.member]
            part = window.intersection(member.window)
            if part.is_empty:
                continue
            inside = claim.areas.inside(self._survey.layout.grid, part)
            if not inside.any():
                continue
            own, place = part.relative_to(member.window), part.relative_to(window).slices
            has_data = member.whole.read(own) | member.partial.read(own)
            key, off = np.full(part.shape, claim.lock), off_centre(member.window, part, 1)
            lead(labels[place], best[place], nearest[place], claim.member, key, off, inside & has_data)
        return labels

    def unclaimed(self) -> tuple[int, int]:
        """Pixels that some member has and no polygon claims, and all that some member has."""
        missing = found = 0
        for window in self._survey.layout.grid.window.cut((1024, 1024)):
            has_data = np.zeros(window.shape, bool)
            for member in self._survey.members:
                part = window.intersection(member.window)
                if not part.is_empty:
                    own, place = part.relative_to(member.window), part.relative_to(window).slices
                    has_data[place] |= member.whole.read(own) | member.partial.read(own)
            found += int(np.count_nonzero(has_data))
            missing += int(np.count_nonzero(has_data & (self(window) == NO_IMAGE)))
        return missing, found

    def cells(self, labels: np.ndarray) -> np.ndarray:
        """Write what is claimed into the labels of cells; returns which cells any pixel of is claimed."""
        reduction, whole = self._survey.reduction, self._survey.layout.grid.window
        claimed = np.zeros(labels.shape, bool)
        for window in whole.cut((128 * reduction, 16 * reduction)):
            found = self(window)
            cells = cells_of(window, reduction)
            padded = np.full((cells.height * reduction, cells.width * reduction), NO_IMAGE, np.int32)
            padded[: window.height, : window.width] = found
            parts = padded.reshape(cells.height, reduction, cells.width, reduction)
            highest = parts.max(axis=(1, 3))
            claimed[cells.slices] = highest != NO_IMAGE
            mostly = (parts == highest[:, None, :, None]).mean(axis=(1, 3)) > 0.5
            np.copyto(labels[cells.slices], highest, where=mostly & (highest != NO_IMAGE))
        return claimed
