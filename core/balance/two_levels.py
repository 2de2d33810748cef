"""A preconditioner for the field's equations, so that their cost grows with the unknowns only.

What is stiff and local is solved block by block: the unknowns of one block, one of each image
that covers it, tied by their observations.  What is soft, all images of a region moving
together, is solved on a mesh three times as wide, common to all images, with linear
interpolation.  The two answers are added (Toselli and Widlund 2005, chapter 2).
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from ..numeric.sparse import Precondition, factorised

COARSER = 3
"""Blocks between two nodes of the wide mesh."""


class WideMesh:
    """Nodes on every third block of the grid."""

    def __init__(self, row: np.ndarray, column: np.ndarray):
        """``row``, ``column`` (U,) int: the place of each unknown in the block grid."""
        above, down = np.divmod(row, COARSER)
        left, right = np.divmod(column, COARSER)
        width = int(left.max(initial=0)) + 2
        corners = [(0, 0), (0, 1), (1, 0), (1, 1)]
        nodes = np.concatenate([(above + v) * width + left + h for v, h in corners])
        shares = np.concatenate([_share(down, v) * _share(right, h) for v, h in corners])
        used, nodes = np.unique(nodes[shares > 0], return_inverse=True)
        unknowns = np.tile(np.arange(len(row)), len(corners))[shares > 0]
        self._spread = sparse.csr_matrix((shares[shares > 0], (unknowns, nodes)), shape=(len(row), len(used)))
        self._gather = self._spread.T.tocsr()

    def preconditioner(self, local: sparse.csc_matrix, whole: sparse.csc_matrix) -> Precondition:
        """For ``whole`` (U, U), of which ``local`` is what ties unknowns of one block."""
        near = factorised(local)
        far = factorised(self._gather @ whole @ self._spread)
        return lambda wanted: near.solve(wanted) + self._spread @ far.solve(self._gather @ wanted)


def _share(steps: np.ndarray, side: int) -> np.ndarray:
    """Of the node before (0) or after (1), at so many blocks from the one before."""
    return steps / COARSER if side else 1.0 - steps / COARSER
