"""The Processing algorithms, one per file, and the list of them in toolbox order."""

from __future__ import annotations

from .align_grids import AlignGrids
from .apply_adjustments import ApplyAdjustments
from .balance import Balance
from .balance_and_mosaic import BalanceAndMosaic
from .coregister import Coregister
from .coregister_jointly import CoregisterJointly
from .cross_correlation import CrossCorrelation
from .fill_gaps import FillGaps
from .global_regression import GlobalRegression
from .histogram_equalize import HistogramEqualize
from .histogram_match import HistogramMatch
from .histogram_peaks import HistogramPeaks
from .load_block_maps import LoadBlockMaps
from .local_block_adjustment import LocalBlockAdjustment
from .local_variance import LocalVariance
from .mask_rasters import MaskRasters
from .mosaic import Mosaic
from .overlap_report import OverlapReport
from .pif_mask import PifMask
from .preview_balance import PreviewBalance
from .save_block_maps import SaveBlockMaps
from .seamlines import Seamlines
from .threshold_mask import ThresholdMask

ALGORITHMS = (
    GlobalRegression,
    LocalBlockAdjustment,
    Balance,
    PreviewBalance,
    SaveBlockMaps,
    LoadBlockMaps,
    ApplyAdjustments,
    ThresholdMask,
    MaskRasters,
    PifMask,
    Coregister,
    CoregisterJointly,
    AlignGrids,
    BalanceAndMosaic,
    Seamlines,
    Mosaic,
    OverlapReport,
    LocalVariance,
    HistogramMatch,
    HistogramEqualize,
    HistogramPeaks,
    CrossCorrelation,
    FillGaps,
)
"""Every class that the provider offers; adding an algorithm adds one line here."""
