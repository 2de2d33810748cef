"""Rules about what the algorithms declare."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum

from evenlight.algorithms import ALGORITHMS
from evenlight.core.align.settings import (
    ALIGNED_NAME,
    JOINTLY_ALIGNED_NAME,
    CoregisterSettings,
    JointSettings,
    MatchSettings,
    MeshSettings,
)
from evenlight.core.filters.settings import (
    ALL_BANDS,
    EQUALIZED_NAME,
    MATCHED_NAME,
    CrossCorrelationSettings,
    EqualizeSettings,
    GapSettings,
    HistogramMatchSettings,
    LocalVarianceSettings,
    PeakSettings,
)
from evenlight.core.masks.settings import MASK_NAME, MASKED_NAME, BlankSettings, ThresholdSettings
from evenlight.core.raster.vector_file import DRIVERS
from evenlight.core.settings import (
    ADJUSTED_NAME,
    BALANCED_NAME,
    BLOCK_ADJUSTED_NAME,
    GLOBAL_NAME,
    LOCAL_NAME,
    ExecutionSettings,
    GlobalSettings,
    LocalSettings,
    OutputSettings,
    PifMaskSettings,
    PifSettings,
    StatisticsSettings,
)
from evenlight.provider.provider import EvenlightProvider

IDS = {
    "global_regression",
    "local_block_adjustment",
    "balance",
    "preview_balance",
    "save_block_maps",
    "load_block_maps",
    "apply_adjustments",
    "threshold_mask",
    "mask_rasters",
    "pif_mask",
    "coregister",
    "local_variance",
    "histogram_match",
    "histogram_equalize",
    "histogram_peaks",
    "cross_correlation",
    "fill_gaps",
    "coregister_jointly",
}
GROUPS = {("Balance", "balance"), ("Masks", "masks"), ("Align", "align"), ("Raster tools", "raster_tools")}

# Where the default of each parameter is written.
DEFAULTS = {
    "METHOD": GlobalSettings().method,
    "MODEL": GlobalSettings().model,
    "MODEL_IMAGES_MODE": GlobalSettings().model_images_mode,
    "MEAN_FACTOR": GlobalSettings().mean_factor,
    "STD_FACTOR": GlobalSettings().std_factor,
    "PIF_METHOD": PifSettings().method,
    "VEGETATION_THRESHOLD": PifSettings().vegetation_threshold,
    "INZ_THRESHOLD": PifSettings().inz_threshold,
    "REGION_RADIUS": PifSettings().region_radius,
    "MAX_SAMPLES": PifSettings().max_samples,
    "MIN_SAMPLES": PifSettings().min_samples,
    "PROBABILITY": PifMaskSettings().probability,
    "REFERENCE": LocalSettings().reference,
    "CORRECTION": LocalSettings().correction,
    "BLOCKS": LocalSettings().blocks,
    "BLOCK_ROWS": LocalSettings().block_rows,
    "BLOCK_COLUMNS": LocalSettings().block_columns,
    "BLOCKS_BY_VARIATION": LocalSettings().blocks_by_variation,
    "ALPHA": LocalSettings().alpha,
    "NORMALISE": LocalSettings().normalise,
    "SMOOTHNESS": LocalSettings().smoothness,
    "BLOCK_VALID_PIXEL_THRESHOLD": LocalSettings().block_valid_pixel_threshold,
    "CANVAS_EXTENT": LocalSettings().canvas_extent,
    "NODATA": StatisticsSettings().nodata,
    "CONSTANT_BORDER": StatisticsSettings().constant_border,
    "MASK_MODE": StatisticsSettings().mask_mode,
    "ESTIMATE_STATISTICS": StatisticsSettings().estimate,
    "CACHE_FOLDER": StatisticsSettings().cache_folder,
    "COMMON_LIGHT": StatisticsSettings().common_light,
    "OUTPUT_FORMAT": OutputSettings().format,
    "OUTPUT_DTYPE": OutputSettings().dtype,
    "CREATION_OPTIONS": OutputSettings().creation_options,
    "BUILD_OVERVIEWS": OutputSettings().overviews,
    "CALCULATION_DTYPE": ExecutionSettings().calculation,
    "WINDOW_SIZE": ExecutionSettings().window_size,
    "MEMORY_BUDGET": ExecutionSettings().memory_budget,
    "THREADS": ExecutionSettings().threads,
    "SCHEDULER": ExecutionSettings().scheduler,
    "EXPRESSION": ThresholdSettings().expression,
    "PRESET": ThresholdSettings().preset,
    "BLUE_BAND": ThresholdSettings().blue_band,
    "GREEN_BAND": ThresholdSettings().green_band,
    "RED_BAND": ThresholdSettings().red_band,
    "NIR_BAND": ThresholdSettings().nir_band,
    "SWIR_BAND": ThresholdSettings().swir_band,
    "SCALE": ThresholdSettings().scale,
    "MINIMUM_SIZE": ThresholdSettings().minimum_size,
    "BUFFER": ThresholdSettings().buffer,
    "ALL_TOUCHED": BlankSettings().all_touched,
    "BANDS": ALL_BANDS,
}
OUTPUT_NAMES = {
    "global_regression": GLOBAL_NAME,
    "local_block_adjustment": LOCAL_NAME,
    "balance": BALANCED_NAME,
    "preview_balance": BALANCED_NAME,
    "apply_adjustments": ADJUSTED_NAME,
    "load_block_maps": BLOCK_ADJUSTED_NAME,
    "threshold_mask": MASK_NAME,
    "mask_rasters": MASKED_NAME,
    "coregister": ALIGNED_NAME,
    "coregister_jointly": JOINTLY_ALIGNED_NAME,
    "histogram_match": MATCHED_NAME,
    "histogram_equalize": EQUALIZED_NAME,
}
WITHOUT_CORE_DEFAULT = {
    "INPUT", "MODEL_IMAGES", "MASK", "MASK_FIELD", "LOAD_ADJUSTMENTS", "SAVE_ADJUSTMENTS", "OUTPUT_FOLDER",
    "REFERENCE_MAP", "LOCAL_MAPS", "OUTPUT_POLYGONS", "OUTPUT_TABLE", "OUTPUT_HTML",
    "SAVE_INZ", "OUTPUT", "TABLE", "VECTORS", "TEMPLATE", "OTHER", "OUTPUT_SHIFT", "FILLED_MASK",
    "FIXED_IMAGES", "SAVE_TIE_POINTS", "LOAD_TIE_POINTS",
}  # fmt: skip
COREGISTER_DEFAULTS = {
    "REFERENCE": None,
    "REFERENCE_MODE": CoregisterSettings().reference_mode,
    "METHOD": MatchSettings().method,
    "CHANNEL": MatchSettings().channel,
    "CROP_CENTER": MatchSettings().crop_center,
    "GAUSSIAN_SIZE": MatchSettings().gaussian_size,
    "UPSAMPLING": MatchSettings().upsampling,
    "MAX_SHIFT": MatchSettings().max_shift,
    "MOTION": MatchSettings().motion,
    "FEATURE": MatchSettings().feature,
    "MATCHER": MatchSettings().matcher,
    "MATCH_RATIO": MatchSettings().match_ratio,
    "RANSAC_THRESHOLD": MatchSettings().ransac_threshold,
    "MIN_MATCHES": MatchSettings().min_matches,
    "WINDOWS": CoregisterSettings().windows,
    "WINDOW_SPACING": CoregisterSettings().window_spacing,
    "RESAMPLING": CoregisterSettings().resampling,
    "SAME_GRID": CoregisterSettings().same_grid,
}
# Where an algorithm has a default of its own, or another meaning of a name.
OWN_DEFAULTS = {
    "pif_mask": {"PIF_METHOD": PifMaskSettings().pif.method, "REFERENCE": None},
    "coregister": COREGISTER_DEFAULTS,
    "fill_gaps": {name.upper(): value for name, value in vars(GapSettings()).items()},
    "local_variance": {name.upper(): value for name, value in vars(LocalVarianceSettings()).items()},
    "histogram_match": {
        "REFERENCE": None,
        "REGION": HistogramMatchSettings().region,
        "BANDS": HistogramMatchSettings().bands,
    },
    "histogram_equalize": {name.upper(): value for name, value in vars(EqualizeSettings()).items()},
    "histogram_peaks": {name.upper(): value for name, value in vars(PeakSettings()).items()},
    "cross_correlation": {name.upper(): value for name, value in vars(CrossCorrelationSettings()).items()},
    "coregister_jointly": {
        **COREGISTER_DEFAULTS,
        "MODEL": JointSettings().model,
        "LOSS": JointSettings().loss,
        "LOCAL_MODEL": JointSettings().local_model,
        "GRID_SPACING": MeshSettings().spacing,
        "SMOOTHNESS": MeshSettings().smoothness,
        "BENDING": MeshSettings().bending,
        "ANCHOR_FALLOFF": MeshSettings().anchor_falloff,
    },
}
# Words that an algorithm has no use for.
NOT_OFFERED = {"pif_mask": {"PIF_METHOD": ["entire"]}}


def default_of(algorithm, name):
    """The core's default of a parameter."""
    return OWN_DEFAULTS.get(algorithm.name(), {}).get(name, DEFAULTS.get(name))


@pytest.fixture(params=ALGORITHMS, ids=lambda found: found.__name__)
def algorithm(request):
    """An instance with its parameters declared."""
    return request.param().create()


def test_both_modes_of_masks_begin_alike():
    """One word for the mode in all tools."""
    assert BlankSettings().mask_mode == HistogramMatchSettings().mask_mode == StatisticsSettings().mask_mode


def test_formats_of_polygons_are_the_cores():
    assert [f".{name}" for name in EvenlightProvider().supportedOutputVectorLayerExtensions()] == list(DRIVERS)


def test_ids_never_change():
    assert {found().name() for found in ALGORITHMS} == IDS


def test_no_two_algorithms_give_one_name_to_their_results():
    """But the preview, whose results are virtual rasters."""
    assert len(set(OUTPUT_NAMES.values())) == len(OUTPUT_NAMES) - 1


def test_every_parameter_has_help(algorithm):
    for definition in algorithm.parameterDefinitions():
        assert len(definition.help()) > 30, definition.name()


def test_names_are_upper_case_and_labels_are_not(algorithm):
    for definition in [*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()]:
        assert re.fullmatch(r"[A-Z_]+", definition.name())
        assert definition.description()
        assert not definition.description().isupper()


def test_every_default_is_the_cores(algorithm):
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if name in WITHOUT_CORE_DEFAULT:
            assert definition.defaultValue() is None, name
        elif name == "OUTPUT_NAME":
            assert definition.defaultValue() == OUTPUT_NAMES[algorithm.name()]
        elif name == "LOAD_OUTPUTS":
            assert definition.defaultValue() is True
        else:
            assert name in DEFAULTS or name in OWN_DEFAULTS.get(algorithm.name(), {})
            assert definition.defaultValue() == default_of(algorithm, name), name


def test_choices_are_the_cores_words(algorithm):
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterEnum):
            name = definition.name()
            without = NOT_OFFERED.get(algorithm.name(), {}).get(name, [])
            assert definition.usesStaticStrings()
            words = type(default_of(algorithm, name)).words()
            assert definition.options() == [word for word in words if word not in without]


def test_optional_numbers_have_no_default(algorithm):
    """Nothing given must stay apart from zero."""
    for definition in algorithm.parameterDefinitions():
        if definition.type() == "number":
            optional = bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)
            assert optional == (definition.defaultValue() is None)


def test_identity_is_complete(algorithm):
    assert re.fullmatch(r"[a-z_]+", algorithm.name())
    assert (algorithm.group(), algorithm.groupId()) in GROUPS
    assert algorithm.displayName()
    assert algorithm.shortDescription()
    assert len(algorithm.tags()) > 4
    assert len(algorithm.shortHelpString()) > 200
    assert Path(algorithm.svgIconPath()).is_file()
    assert not algorithm.icon().isNull()
    assert algorithm.canExecute() == (True, "")
    assert type(algorithm.createInstance()) is type(algorithm)
