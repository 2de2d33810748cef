"""Everything that computes, free of QGIS and Qt, and what scripts need of it::

    import evenlight.core as ev

    result = ev.balance("in", "out")
    print(result.outputs, result.quality)

`docs/api.md` lists it.  Names are imported when they are asked for: QGIS's start should not wait for them.
"""

from __future__ import annotations

import importlib

_NAMES = {
    ".jobs": """
        align_grids apply_adjustments balance balance_and_mosaic coregister coregister_jointly cross_correlation
        fill_gaps global_regression histogram_equalize histogram_match histogram_peaks load_block_maps
        local_block_adjustment local_variance mask_rasters mosaic overlap_report pif_mask preview_balance
        save_block_maps seamlines threshold_mask
    """,
    ".settings": """
        CalculationType CanvasExtent CommonLight ConstantBorder CorrectionKind ExecutionSettings GlobalMethod
        GlobalModel GlobalSettings GridSettings LocalSettings ModelImagesMode OutputFormat OutputSettings OutputType
        PifMaskSettings PifMethod PifSettings Reference Resampling Resolution SelectionMode StatisticsSettings
    """,
    ".align.settings": """
        AlignMethod CoregisterSettings FeatureKind JointModel JointSettings LocalModel Loss MatchSettings Matcher
        MeshSettings TransformModel ReferenceMode
    """,
    ".filters.settings": """
        CrossCorrelationSettings Edge EqualizeMethod EqualizeSettings GapMethod GapSettings HistogramMatchSettings
        LocalStatistic LocalVarianceSettings PeakSettings Region
    """,
    ".masks.settings": "BlankSettings MaskPreset ThresholdSettings",
    ".mosaicking.settings": "Blend MosaicSettings Overlap SeamMethod SeamSettings",
    ".masks.polygon_file": "read_mask",
    ".errors": "Cancelled EvenlightError Problems",
    ".progress": "Progress Silent",
    ".report.report_file": "ReportFile",
    ".version": "VERSION",
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = sorted(_MODULES)


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_MODULES[name], __name__), name)


def __dir__() -> list[str]:
    return __all__
