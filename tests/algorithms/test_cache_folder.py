"""The folder for kept statistics, as users give it."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
)

from evenlight.algorithms import ALGORITHMS
from evenlight.core.raster.on_grid import OnGrid

SWEEPING = [found for found in ALGORITHMS if found().groupId() == "balance" and found().name() != "apply_adjustments"]


@pytest.fixture
def looks(monkeypatch):
    """Every read for statistics."""
    seen = []
    original = OnGrid.read_into

    def counting(self, *rest):
        seen.append(self.image.name)
        original(self, *rest)

    monkeypatch.setattr(OnGrid, "read_into", counting)
    return seen


@pytest.mark.parametrize("kind", SWEEPING, ids=lambda kind: kind.__name__)
def test_every_algorithm_that_takes_statistics_has_the_folder(kind):
    algorithm = kind().create()
    definition = algorithm.parameterDefinition("CACHE_FOLDER")
    flags = QgsProcessingParameterDefinition.Flag
    assert definition.type() == "file"
    assert definition.behavior() == QgsProcessingParameterFile.Behavior.Folder
    assert definition.flags() & flags.FlagAdvanced
    assert definition.flags() & flags.FlagOptional


@pytest.mark.parametrize("name", ["global_regression", "local_block_adjustment", "balance"])
def test_the_second_run_takes_no_statistics(provider, qgis_new_project, images, tmp_path, looks, name):
    """The folder does not exist yet; results are byte for byte those of a run without it."""
    import processing

    cache = str(tmp_path / "made" / "here")
    results = []
    for number, given in enumerate(({}, {"CACHE_FOLDER": cache}, {"CACHE_FOLDER": cache})):
        looks.clear()
        folder = str(tmp_path / str(number))
        outputs = processing.run(f"evenlight:{name}", {"INPUT": images, "OUTPUT_FOLDER": folder, **given})
        assert "CACHE_FOLDER" not in outputs
        results.append([Path(path).read_bytes() for path in outputs["OUTPUT"]])
        assert bool(looks) == (number < 2)
    assert results[0] == results[1] == results[2]


def test_a_file_in_place_of_the_folder_is_told(provider, images, tmp_path):
    import processing
    from qgis.core import QgsProcessingException

    (tmp_path / "file").write_text("x")
    with pytest.raises(QgsProcessingException, match="cannot be written to"):
        processing.run(
            "evenlight:global_regression",
            {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / "out"), "CACHE_FOLDER": str(tmp_path / "file")},
        )


def test_a_model_hands_the_folder_on(provider, qgis_new_project, images, tmp_path, looks):
    """A folder as the model's own input."""
    model = QgsProcessingModelAlgorithm("kept", "test")
    model.addModelParameter(
        QgsProcessingParameterMultipleLayers("IMAGES", "Images"), QgsProcessingModelParameter("IMAGES")
    )
    model.addModelParameter(
        QgsProcessingParameterFile("KEPT", "Kept", behavior=QgsProcessingParameterFile.Behavior.Folder),
        QgsProcessingModelParameter("KEPT"),
    )
    child = QgsProcessingModelChildAlgorithm("evenlight:global_regression")
    child.setChildId("global")
    source = QgsProcessingModelChildParameterSource
    child.addParameterSources("INPUT", [source.fromModelParameter("IMAGES")])
    child.addParameterSources("CACHE_FOLDER", [source.fromModelParameter("KEPT")])
    child.addParameterSources("OUTPUT_FOLDER", [source.fromStaticValue(str(tmp_path / "out"))])
    child.addParameterSources("LOAD_OUTPUTS", [source.fromStaticValue(False)])
    model.addChildAlgorithm(child)
    for expected in (True, False):
        looks.clear()
        parameters = {"IMAGES": images, "KEPT": str(tmp_path / "cache")}
        _, ok = model.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False))
        assert ok
        assert bool(looks) == expected
