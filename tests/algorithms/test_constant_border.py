"""`CONSTANT_BORDER` through Processing: every algorithm that offers it heeds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
)

PAIRS = ["global_regression", "local_block_adjustment", "balance", "preview_balance"]


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    def call(name, feedback=None, **parameters):
        return processing.run(f"evenlight:{name}", {"LOAD_OUTPUTS": False, **parameters}, feedback=feedback)

    return call


@pytest.fixture
def bare(images, tmp_path, read_raster, write_raster):
    """The three images without a declared nodata value; their first rows are a border of zeros."""
    (tmp_path / "bare").mkdir()
    return [
        write_raster(tmp_path / "bare" / Path(path).name, read_raster(path), west=500000 + 700 * number)
        for number, path in enumerate(images)
    ]


@pytest.mark.parametrize("rule", [{}, {"CONSTANT_BORDER": "always"}], ids=["auto", "always"])
@pytest.mark.parametrize("name", PAIRS)
def test_results_are_those_of_declared_borders(run, images, bare, tmp_path, read_raster, name, rule):
    """The picture is the same pixel by pixel, the border is as it was; with never it is not."""
    grid = {} if name == "global_regression" else {"BLOCK_ROWS": 3, "BLOCK_COLUMNS": 6}
    known = run(name, INPUT=images, OUTPUT_FOLDER=str(tmp_path / "known"), **grid)
    found = run(name, INPUT=bare, OUTPUT_FOLDER=str(tmp_path / "found"), **rule, **grid)
    never = {"CONSTANT_BORDER": "never"}
    without = run(name, INPUT=bare, OUTPUT_FOLDER=str(tmp_path / "without"), **never, **grid)
    differs = False
    for one, two, three in zip(known["OUTPUT"], found["OUTPUT"], without["OUTPUT"]):
        one, two, three = (read_raster(path).astype(float) for path in (one, two, three))
        assert abs(one[:, 3:] - two[:, 3:]).max() <= 1
        assert (two[:, :3] == 0).all()
        differs |= abs(one[:, 3:] - three[:, 3:]).max() > 1
    assert differs
    assert found["RMSE_AFTER"] == pytest.approx(known["RMSE_AFTER"], rel=1e-5)


def test_saved_results_are_applied_to_the_picture_only(run, bare, tmp_path, read_raster):
    """Adjustments and block maps, both made and used with the option, as models of earlier versions give it."""
    saved = str(tmp_path / "a.json")
    levelled = run(
        "global_regression",
        INPUT=bare,
        OUTPUT_FOLDER=str(tmp_path / "first"),
        SAVE_ADJUSTMENTS=saved,
        CONSTANT_BORDER=True,
    )["OUTPUT"]
    again = run(
        "apply_adjustments",
        INPUT=bare,
        LOAD_ADJUSTMENTS=saved,
        OUTPUT_FOLDER=str(tmp_path / "again"),
        CONSTANT_BORDER=True,
    )["OUTPUT"]
    maps = run(
        "save_block_maps",
        INPUT=bare,
        REFERENCE_MAP=str(tmp_path / "reference.tif"),
        LOCAL_MAPS=str(tmp_path / "maps"),
        BLOCK_ROWS=3,
        BLOCK_COLUMNS=6,
        CONSTANT_BORDER=True,
    )
    mapped = run(
        "load_block_maps",
        INPUT=bare,
        REFERENCE_MAP=maps["REFERENCE_MAP"],
        LOCAL_MAPS=maps["OUTPUT"],
        OUTPUT_FOLDER=str(tmp_path / "mapped"),
        CONSTANT_BORDER=True,
    )["OUTPUT"]
    for one, two, three in zip(levelled, again, mapped):
        assert (read_raster(one) == read_raster(two)).all()
        assert (read_raster(three)[:, :3] == 0).all()
        assert (read_raster(three)[:, 3:] > 0).all()


def told(feedback):
    """What the log says of borders."""
    return sorted(line for line in feedback.textLog().splitlines() if "border" in line or "corner" in line)


@pytest.mark.parametrize(
    ("given", "meant"),
    [(True, "always"), (False, "auto"), ("true", "always"), ("false", "auto"), (1, "always"), ("1", "always")],
)
def test_values_of_earlier_versions_mean_what_they_meant(run, bare, tmp_path, given, meant):
    """A switch in saved models, in the history and on the command line."""
    logs = []
    for number, value in enumerate((given, meant)):
        feedback = QgsProcessingFeedback(False)
        folder = str(tmp_path / str(number))
        run("global_regression", feedback=feedback, INPUT=bare, OUTPUT_FOLDER=folder, CONSTANT_BORDER=value)
        logs.append(told(feedback))
    assert logs[0] == logs[1]
    assert len(logs[0]) == 3
    assert ("CONSTANT_BORDER never" in logs[0][0]) == (meant == "auto")


def test_another_word_is_refused(run, bare, tmp_path):
    with pytest.raises(QgsProcessingException, match="'sometimes' is not one of the choices auto, always, never"):
        run("global_regression", INPUT=bare, OUTPUT_FOLDER=str(tmp_path), CONSTANT_BORDER="sometimes")


@pytest.mark.parametrize(("given", "line"), [(True, "left out (3.1% of the image)."), (False, "CONSTANT_BORDER never")])
def test_a_saved_model_with_the_switch_goes_on(provider, bare, tmp_path, given, line):
    """Nobody checks the parameters of a model's steps."""
    model = QgsProcessingModelAlgorithm("old", "old")
    step = QgsProcessingModelChildAlgorithm("evenlight:global_regression")
    step.setChildId("balance")
    values = {"INPUT": bare, "OUTPUT_FOLDER": str(tmp_path / "out"), "LOAD_OUTPUTS": False, "CONSTANT_BORDER": given}
    for name, value in values.items():
        step.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    model.addChildAlgorithm(step)
    file = str(tmp_path / "old.model3")
    assert model.toFile(file)
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(file)
    feedback = QgsProcessingFeedback(False)
    _, worked = model.run({}, QgsProcessingContext(), feedback)
    assert worked
    assert line in feedback.textLog()
