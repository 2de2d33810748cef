"""The jobs users start: each algorithm's core function, under the algorithm's own name."""

from .apply_adjustments import apply_adjustments
from .balance import balance
from .global_regression import global_regression
from .load_block_maps import load_block_maps
from .local_block_adjustment import local_block_adjustment
from .preview_balance import preview_balance
from .results import BalanceResult, BlockMapsResult
from .save_block_maps import save_block_maps

__all__ = [
    "BalanceResult",
    "BlockMapsResult",
    "apply_adjustments",
    "balance",
    "global_regression",
    "load_block_maps",
    "local_block_adjustment",
    "preview_balance",
    "save_block_maps",
]
