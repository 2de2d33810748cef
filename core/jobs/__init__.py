"""The jobs users start: each algorithm's core function, under the algorithm's own name."""

from .align_grids import align_grids
from .apply_adjustments import apply_adjustments
from .balance import balance, preview_balance
from .balance_and_mosaic import balance_and_mosaic
from .coregister import coregister
from .coregister_jointly import coregister_jointly
from .cross_correlation import CrossCorrelationResult, cross_correlation
from .fill_gaps import fill_gaps
from .global_regression import global_regression
from .histogram_equalize import histogram_equalize
from .histogram_match import histogram_match
from .histogram_peaks import histogram_peaks
from .load_block_maps import load_block_maps
from .local_block_adjustment import local_block_adjustment
from .local_variance import LocalVarianceResult, local_variance
from .mask_rasters import mask_rasters
from .mosaic import MosaicResult, mosaic
from .overlap_report import ReportResult, overlap_report
from .pif_mask import pif_mask
from .results import (
    AlignResult,
    BalancedMosaicResult,
    BalanceResult,
    BlockMapsResult,
    GapsResult,
    GridsResult,
    JointResult,
    MaskResult,
    PeaksResult,
    PifMaskResult,
    TonedResult,
)
from .save_block_maps import save_block_maps
from .seamlines import SeamlinesResult, seamlines
from .threshold_mask import threshold_mask

__all__ = [
    "AlignResult",
    "BalanceResult",
    "BalancedMosaicResult",
    "BlockMapsResult",
    "CrossCorrelationResult",
    "GapsResult",
    "GridsResult",
    "JointResult",
    "LocalVarianceResult",
    "MaskResult",
    "MosaicResult",
    "PeaksResult",
    "PifMaskResult",
    "ReportResult",
    "SeamlinesResult",
    "TonedResult",
    "align_grids",
    "apply_adjustments",
    "balance",
    "balance_and_mosaic",
    "coregister",
    "coregister_jointly",
    "cross_correlation",
    "fill_gaps",
    "global_regression",
    "histogram_equalize",
    "histogram_match",
    "histogram_peaks",
    "load_block_maps",
    "local_block_adjustment",
    "local_variance",
    "mask_rasters",
    "mosaic",
    "overlap_report",
    "pif_mask",
    "preview_balance",
    "save_block_maps",
    "seamlines",
    "threshold_mask",
]
