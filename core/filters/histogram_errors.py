"""What the jobs on histograms refuse; every text is a sentence for the user."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import EvenlightError, differing


class NoValidPixelsError(EvenlightError):
    """A band has no pixel that counts."""

    def __init__(self, path: str, band: int, polygons: bool = False):
        """``polygons``: whether the run has some that may leave none."""
        more = ", and that the mask polygons leave some of it" if polygons else ""
        super().__init__(f"{path} has no valid pixel to count in band {band}: check its nodata value and mask{more}.")


class MixedTypesError(EvenlightError):
    """Images that need one table have different data types."""

    def __init__(self, types: Mapping[str, str]):
        super().__init__(
            f"All images need the same data type for one common table ({differing(types)}): convert them (Translate), "
            "or choose another METHOD."
        )
