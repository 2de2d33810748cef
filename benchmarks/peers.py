"""What other tools reach on the same images, measured once with those tools.

spectralmatch 1.6 (global and local step, 100 blocks per image) and the Orfeo ToolBox's mosaic with
its gains by RMSE.  Same definitions as in our own table; contrast kept in the second place.
"""

from __future__ import annotations

from typing import NamedTuple


class Peer(NamedTuple):
    """Figures of other tools for one set."""

    untouched: float
    """Mean difference in overlaps / standard deviation."""
    spectralmatch_global: tuple[float, float]
    """The same after its global step; contrast kept."""
    otb: tuple[float, float]
    """The same after its gains; contrast kept."""
    spectralmatch_local: tuple[float, float]
    """Normalised RMSE after its local step; contrast kept."""


PEERS: dict[str, Peer] = {
    "drone_river": Peer(0.336, (0.068, 0.962), (0.074, 1.008), (0.551, 0.946)),
    "naip_prairie strips": Peer(0.610, (0.107, 0.955), (0.205, 1.010), (0.779, 0.922)),
    "landsat_hawaii": Peer(0.273, (0.021, 1.006), (0.012, 1.000), (0.412, 0.976)),
}
