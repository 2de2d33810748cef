"""From sources on one grid to the partition of a mosaic."""

from __future__ import annotations

from collections.abc import Sequence

from ..run import Run
from .claims import Claim, Claimed
from .members import Layout
from .partition import Partition
from .pieces import refine_pixels
from .seams import Areas, CellCosts, place_seams
from .settings import SeamMethod, SeamSettings
from .survey import Survey, survey

SURVEYED, PLACED = 0.6, 0.75
"""Shares of the work that end with the read of the pixels, and with seams between cells."""


def find_partition(
    layout: Layout,
    settings: SeamSettings,
    folder: str,
    run: Run,
    *,
    ranks: Sequence[float] | None = None,
    feather: float = 0.0,
    avoid: Areas | None = None,
    claims: Sequence[Claim] = (),
    seen: Survey | None = None,
) -> Partition:
    """Which member each pixel comes from.

    ``ranks``: of each member, for that method; ``feather``: pixels that blending will reach to both sides together;
    ``avoid``: where seams shall not run; ``claims``: what polygons say, which stays as it is.
    ``folder``: for what waits on the disk meanwhile; ``seen``: the survey of this layout, where there is one.
    Raises `Cancelled`, `DamagedRasterError` or `WriteError`.
    """
    by_sight = settings.method is SeamMethod.LEAST_VISIBLE
    if seen is None:
        seen = survey(layout, settings.reduction, by_sight, folder, run.stage(0.0, SURVEYED if by_sight else 1.0))
    ranked = settings.method is SeamMethod.RANK
    partition = Partition(seen, ranks if ranked else None, settings.edge_margin)
    locked = None
    if claims:
        partition.claims = Claimed(seen, claims)
        locked = partition.claims.cells(partition.cells)
    if by_sight and len(layout.members) > 1:
        margin = max(settings.edge_margin, feather / 2, 1)
        costs = CellCosts(partition, margin, avoid, locked)
        place_seams(partition, costs, settings, run.stage(SURVEYED, PLACED))
        refine_pixels(partition, costs, margin, avoid, settings, run.here().stage(PLACED, 1.0))
    seen.forget_means()
    return partition
