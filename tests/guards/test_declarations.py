"""Rules about what the algorithms declare."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest
from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from evenlight import algorithms
from evenlight.algorithms import ALGORITHMS
from evenlight.algorithms.kinds import OneOf
from evenlight.algorithms.local_block_adjustment import LocalBlockAdjustment
from evenlight.algorithms.rows import Parameter
from evenlight.core.align.settings import ALIGNED_NAME, JOINTLY_ALIGNED_NAME
from evenlight.core.filters.settings import ALL_BANDS, EQUALIZED_NAME, MATCHED_NAME, HistogramMatchSettings
from evenlight.core.masks.settings import MASK_NAME, MASKED_NAME, BlankSettings
from evenlight.core.mosaicking.settings import BALANCED_MOSAIC
from evenlight.core.raster.vector_file import DRIVERS
from evenlight.core.settings import (
    ADJUSTED_NAME,
    BALANCED_NAME,
    BLOCK_ADJUSTED_NAME,
    GLOBAL_NAME,
    LOCAL_NAME,
    ON_GRID_NAME,
    PifMaskSettings,
    StatisticsSettings,
)
from evenlight.provider.provider import EvenlightProvider

IDS = {
    "global_regression",
    "local_block_adjustment",
    "balance",
    "balance_and_mosaic",
    "preview_balance",
    "save_block_maps",
    "load_block_maps",
    "align_grids",
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
    "mosaic",
    "seamlines",
    "overlap_report",
}
GROUPS = {
    ("Balance: start here", "balance"), ("Mosaic", "mosaic"), ("Tools: align", "align"), ("Tools: masks", "masks"),
    ("Tools: rasters", "raster_tools"), ("Tools: inspect", "inspect"),
}  # fmt: skip

OUTPUT_NAMES = {
    "global_regression": GLOBAL_NAME,
    "local_block_adjustment": LOCAL_NAME,
    "balance": BALANCED_NAME,
    "preview_balance": BALANCED_NAME,
    "align_grids": ON_GRID_NAME,
    "apply_adjustments": ADJUSTED_NAME,
    "load_block_maps": BLOCK_ADJUSTED_NAME,
    "threshold_mask": MASK_NAME,
    "mask_rasters": MASKED_NAME,
    "coregister": ALIGNED_NAME,
    "coregister_jointly": JOINTLY_ALIGNED_NAME,
    "histogram_match": MATCHED_NAME,
    "histogram_equalize": EQUALIZED_NAME,
}
# Defaults that are written in a table: such a parameter is no setting, or an algorithm wants another.
OWN_DEFAULTS = {
    "LOAD_OUTPUTS": True,
    "BANDS": ALL_BANDS,
    "ALIGN": False,
    "DETAILED": False,
    "pif_mask PIF_METHOD": PifMaskSettings().pif.method,
    "balance_and_mosaic BLEND": BALANCED_MOSAIC.blend,
    **{f"{name} OUTPUT_NAME": default for name, default in OUTPUT_NAMES.items()},
}
# Words that an algorithm has no use for.
NOT_CORRECTIONS = (
    "align_grids", "balance_and_mosaic", "coregister", "coregister_jointly", "histogram_equalize", "histogram_match",
    "mask_rasters", "mosaic", "threshold_mask",
)  # fmt: skip
NOT_OFFERED = {
    ("pif_mask", "PIF_METHOD"): ["entire"],
    ("coregister", "RESAMPLING"): ["average"],
    ("coregister_jointly", "RESAMPLING"): ["average"],
    **{(name, "RESAMPLING"): ["lanczos"] for name in ("align_grids", "balance_and_mosaic", "mosaic", "seamlines")},
    **{(name, "OUTPUT_FORMAT"): ["virtual"] for name in NOT_CORRECTIONS},
}


@pytest.fixture(params=ALGORITHMS, ids=lambda found: found.__name__)
def algorithm(request):
    """An instance with its parameters declared."""
    return request.param().create()


def parameters(algorithm):
    """Rows of an algorithm's table, without outputs."""
    return [row for row in algorithm.ROWS if isinstance(row, Parameter)]


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
    for row in parameters(algorithm):
        own = OWN_DEFAULTS.get(f"{algorithm.name()} {row.name}", OWN_DEFAULTS.get(row.name))
        cores = getattr(row.settings(), row.setting_name()) if row.settings else None
        default = algorithm.parameterDefinition(row.name).defaultValue()
        assert default == (cores if own is None else own), row.name


def test_every_setting_of_a_table_exists(algorithm):
    """Each row fills a field of the core's settings that is called alike, and no two rows fill one."""
    filled = [row for row in parameters(algorithm) if row.settings]
    assert len(filled) == len({(row.settings, row.setting_name()) for row in filled})
    for row in filled:
        assert row.setting_name() in {field.name for field in fields(row.settings)}
        assert row.setting_name() in row.name.lower()


def test_choices_are_the_cores_words(algorithm):
    for row in parameters(algorithm):
        definition = algorithm.parameterDefinition(row.name)
        if isinstance(definition, QgsProcessingParameterEnum):
            without = NOT_OFFERED.get((algorithm.name(), row.name), [])
            words = type(getattr(row.settings(), row.setting_name())).words()
            assert definition.usesStaticStrings()
            assert definition.options() == [word for word in words if word not in without]


def test_optional_numbers_have_no_default(algorithm):
    """Nothing given must stay apart from zero."""
    for definition in algorithm.parameterDefinitions():
        if definition.type() == "number":
            optional = bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)
            assert optional == (definition.defaultValue() is None)


def marked_texts():
    """All that the translators' tools find in the sources of algorithms."""
    return {
        call.args[1].value
        for path in sorted(Path(algorithms.__file__).parent.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "QT_TRANSLATE_NOOP"
    }


def test_every_text_is_marked_for_translation(algorithm):
    shown = {algorithm.NAME, algorithm.SUMMARY, algorithm.TAGS, algorithm.EXPLANATION, algorithm.GROUP.label}
    shown |= {row.label for row in algorithm.ROWS} | {row.help for row in parameters(algorithm)}
    choices = [row for row in parameters(algorithm) if isinstance(row, OneOf)]
    shown |= {row.label_of(choice) for row in choices for choice in row.offered()}
    assert not shown - marked_texts()


def test_texts_appear_in_the_users_language():
    """Tables are made before a translation is loaded, and translated when they are shown."""

    class Backwards(QTranslator):
        def translate(self, context, text, disambiguation=None, number=-1):
            return text[::-1] if context == "Evenlight" else ""

        def isEmpty(self):
            return False

    translator = Backwards()
    QCoreApplication.installTranslator(translator)
    try:
        found = LocalBlockAdjustment().create()
        alpha = found.parameterDefinition("ALPHA")
        assert (found.displayName(), found.group()) == ("tnemtsujda kcolb lacoL", "ereh trats :ecnalaB")
        assert alpha.description() == "htgnertS"
        assert alpha.help().endswith("noitcerroc lacol eht fo hcum woH")
        assert found.outputDefinition("CLIPPED").description() == "slexip deppilc fo erahS"
    finally:
        QCoreApplication.removeTranslator(translator)


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
