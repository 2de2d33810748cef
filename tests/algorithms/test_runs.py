"""The algorithms as users run them: console, model, shell; small images, real engine."""

from __future__ import annotations

import json
import math
import os
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsRasterLayer,
)

import evenlight
from evenlight.algorithms.progress import FeedbackProgress

ROOT = Path(evenlight.__file__).parent


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    def call(name, feedback=None, **parameters):
        return processing.run(f"evenlight:{name}", parameters, feedback=feedback)

    return call


class Recorder(QgsProcessingFeedback):
    """Keeps what an algorithm tells, and can stop it at a share of the work."""

    def __init__(self, stop_at=None):
        super().__init__(False)
        self.shares = []
        self.warnings = []
        self.facts = []
        self._stop_at = stop_at
        self.progressChanged.connect(self._note)

    def _note(self, share):
        self.shares.append(share)
        if self._stop_at is not None and share >= self._stop_at:
            self.cancel()

    def pushWarning(self, text):
        self.warnings.append(text)

    def pushInfo(self, text):
        self.facts.append(text)


def spread(paths, read_raster):
    """How far neighbours' means are apart where they overlap (30 columns), in grey values."""
    arrays = [read_raster(path).astype(float) for path in paths]
    return max(
        abs(left[:, 3:, 70:].mean(axis=(1, 2)) - right[:, 3:, :30].mean(axis=(1, 2))).max()
        for left, right in zip(arrays, arrays[1:])
    )


def test_global_regression(run, images, tmp_path, read_raster):
    folder = str(tmp_path / "out")
    saved = str(tmp_path / "adjustments.json")
    before = [Path(path).read_bytes() for path in images]
    outputs = run("global_regression", INPUT=images, OUTPUT_FOLDER=folder, SAVE_ADJUSTMENTS=saved)
    assert set(outputs) == {
        "OUTPUT", "OUTPUT_FOLDER", "SAVE_ADJUSTMENTS", "RMSE_BEFORE", "RMSE_AFTER", "CONTRAST_KEPT", "GROUPS",
        "REJECTED", "CLIPPED",
    }  # fmt: skip
    wanted = [f"{folder}/{stem}_Global.tif" for stem in ("west", "middle", "east")]
    assert outputs["OUTPUT"] == wanted
    assert outputs["OUTPUT_FOLDER"] == folder
    assert sorted(os.listdir(folder)) == sorted(Path(path).name for path in wanted)
    assert spread(wanted, read_raster) < 1.0 < spread(images, read_raster)
    assert outputs["RMSE_AFTER"] < 0.1 * outputs["RMSE_BEFORE"]
    assert outputs["CONTRAST_KEPT"] == pytest.approx(1.0, abs=0.02)
    assert outputs["GROUPS"] == 1
    assert outputs["REJECTED"] == 0
    assert outputs["CLIPPED"] == 0.0
    assert "west" in Path(saved).read_text(encoding="utf-8")
    assert [Path(path).read_bytes() for path in images] == before


def test_balance_is_both_steps_in_one(run, images, tmp_path, read_raster):
    """One pass gives what the two algorithms give in turn, within one step of rounding."""
    grid = {"BLOCK_ROWS": 3, "BLOCK_COLUMNS": 6}
    saved = str(tmp_path / "adjustments.json")
    once = run("balance", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "once"), SAVE_ADJUSTMENTS=saved, **grid)
    assert set(once) == {
        "OUTPUT", "OUTPUT_FOLDER", "SAVE_ADJUSTMENTS", "RMSE_BEFORE", "RMSE_AFTER", "CONTRAST_KEPT", "GROUPS",
        "REJECTED", "CLIPPED",
    }  # fmt: skip
    levelled = run("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "first"))["OUTPUT"]
    twice = run("local_block_adjustment", INPUT=levelled, OUTPUT_FOLDER=str(tmp_path / "second"), **grid)["OUTPUT"]
    for one, two in zip(once["OUTPUT"], twice):
        difference = read_raster(one).astype(int) - read_raster(two).astype(int)
        assert abs(difference).max() <= 1
    assert [Path(path).name for path in once["OUTPUT"]] == [
        f"{stem}_Balanced.tif" for stem in ("west", "middle", "east")
    ]


def test_results_are_plain_json(run, images, tmp_path):
    outputs = run("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"))
    assert json.loads(json.dumps(outputs)) == outputs


def test_model_images_stay_as_they_are(run, images, tmp_path, read_raster):
    layer_file = images[1]
    outputs = run("global_regression", INPUT=images, MODEL_IMAGES=[layer_file], OUTPUT_FOLDER=str(tmp_path / "out"))
    assert np.array_equal(read_raster(outputs["OUTPUT"][1]), read_raster(images[1]))
    assert spread(outputs["OUTPUT"], read_raster) < 1.5


def test_temporary_folder(run, images):
    outputs = run("global_regression", INPUT=images, OUTPUT_FOLDER="TEMPORARY_OUTPUT")
    assert Path(outputs["OUTPUT_FOLDER"]).is_dir()
    assert all(path.startswith(outputs["OUTPUT_FOLDER"]) for path in outputs["OUTPUT"])


def test_local_block_adjustment_and_maps(run, images, tmp_path, read_raster):
    """Maps saved and loaded give what the local step gives in one go."""
    balanced = run("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "global"))["OUTPUT"]
    local = run("local_block_adjustment", INPUT=balanced, OUTPUT_FOLDER=str(tmp_path / "local"), BLOCKS=12)
    assert [Path(path).name for path in local["OUTPUT"]] == [
        f"{stem}_Global_Local.tif" for stem in ("west", "middle", "east")
    ]
    assert {"RMSE_BEFORE", "RMSE_AFTER", "CONTRAST_KEPT", "CLIPPED", "OUTPUT_FOLDER"} <= set(local)
    maps = run(
        "save_block_maps", INPUT=balanced, BLOCKS=12,
        REFERENCE_MAP=str(tmp_path / "reference.tif"), LOCAL_MAPS=str(tmp_path / "maps"),
    )  # fmt: skip
    assert set(maps) == {"REFERENCE_MAP", "LOCAL_MAPS", "OUTPUT"}
    assert len(maps["OUTPUT"]) == 3
    assert all(Path(path).is_file() for path in [maps["REFERENCE_MAP"], *maps["OUTPUT"]])
    loaded = run(
        "load_block_maps", INPUT=balanced, REFERENCE_MAP=maps["REFERENCE_MAP"], LOCAL_MAPS=maps["OUTPUT"],
        OUTPUT_FOLDER=str(tmp_path / "loaded"),
    )  # fmt: skip
    for one, other in zip(local["OUTPUT"], loaded["OUTPUT"]):
        assert abs(read_raster(one).astype(int) - read_raster(other).astype(int)).max() <= 1


def test_block_maps_grow_and_are_saved_on_the_way(run, images, tmp_path, read_raster):
    """Two images, then the third beside the folder of their maps: as the adjustment of all three saves them."""
    grid = {"BLOCK_ROWS": 4, "BLOCK_COLUMNS": 9, "CANVAS_EXTENT": "500000,502400,5199040,5200000 [EPSG:32614]"}
    means = {"REFERENCE": "block_means", "CORRECTION": "linear"}
    kept, first, grown = (str(tmp_path / name) for name in ("kept", "first", "grown"))
    local = run("local_block_adjustment", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "local"), **grid, **means,
                SAVE_REFERENCE_MAP=f"{kept}.tif", SAVE_LOCAL_MAPS=kept)  # fmt: skip
    assert local["SAVE_REFERENCE_MAP"] == f"{kept}.tif"
    run("save_block_maps", INPUT=images[:2], REFERENCE_MAP=f"{first}.tif", LOCAL_MAPS=first, **grid, **means)
    with pytest.raises(QgsProcessingException, match="at least 2 rasters"):
        run("save_block_maps", INPUT=images[2:], REFERENCE_MAP=f"{grown}.tif", LOCAL_MAPS=grown)
    third = run("save_block_maps", INPUT=images[2:], REFERENCE_MAP=f"{grown}.tif", LOCAL_MAPS=grown,
                LOAD_LOCAL_MAPS=first)  # fmt: skip
    assert len(third["OUTPUT"]) == 1
    stems = [f"{Path(image).stem}_LocalBlockMap.tif" for image in images]
    for one, other in [(f"{kept}.tif", f"{grown}.tif"), *((f"{kept}/{stem}", f"{grown}/{stem}") for stem in stems)]:
        assert np.allclose(read_raster(one), read_raster(other), rtol=1e-12, equal_nan=True)
    loaded = run("load_block_maps", INPUT=f"{Path(images[0]).parent}/*.tif", LOCAL_MAPS=grown, **grid,
                 OUTPUT_FOLDER=str(tmp_path / "loaded"), SAVE_LOCAL_MAPS=str(tmp_path / "again"))  # fmt: skip
    assert sorted(path.name for path in (tmp_path / "again").iterdir()) == sorted(stems)
    for one, other in zip(sorted(local["OUTPUT"]), loaded["OUTPUT"]):
        assert np.array_equal(read_raster(one), read_raster(other))


def test_names_with_sub_folders(run, images, tmp_path):
    """The ending is that of the format; a sign in the folder's name is refused."""
    folder = tmp_path / "out"
    outputs = run("global_regression", INPUT=images, OUTPUT_FOLDER=str(folder), OUTPUT_NAME="all/$/x",
                  OUTPUT_FORMAT="virtual")["OUTPUT"]  # fmt: skip
    assert outputs == [str(folder / "all" / stem / "x.vrt") for stem in ("west", "middle", "east")]
    assert all(Path(path).is_file() for path in outputs)
    with pytest.raises(QgsProcessingException, match=r"without \$"):
        run("histogram_equalize", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "$"))


def test_an_extent_in_another_order_is_refused(run, images, tmp_path):
    """xmin,ymin,xmax,ymax, as other tools have it; QGIS wants xmin,xmax,ymin,ymax."""
    options = {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / "out")}
    with pytest.raises(QgsProcessingException, match="x 500000 to 502400 and y 5199040 to 5200000, which fits them"):
        run("local_block_adjustment", **options, CANVAS_EXTENT="500000,5199040,502400,5200000")
    run("local_block_adjustment", **options, CANVAS_EXTENT="500000,502400,5199040,5200000")


@pytest.mark.parametrize("name", ["middle", "middle.tif"])
def test_a_model_image_is_found_by_its_name(run, images, tmp_path, read_raster, name):
    """It stays as it is; a name of none is refused."""
    outputs = run("global_regression", INPUT=images, MODEL_IMAGES=[name], OUTPUT_FOLDER=str(tmp_path / "out"))["OUTPUT"]
    same = [np.array_equal(read_raster(one), read_raster(other)) for one, other in zip(images, outputs)]
    assert same == [False, True, False]
    with pytest.raises(QgsProcessingException, match="north is a model image but not an input"):
        run("global_regression", INPUT=images, MODEL_IMAGES="north", OUTPUT_FOLDER=str(tmp_path / "no"))


def test_apply_adjustments(run, images, tmp_path, read_raster):
    saved = str(tmp_path / "adjustments.json")
    balanced = run("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "a"), SAVE_ADJUSTMENTS=saved)
    applied = run("apply_adjustments", INPUT=images[1:2], LOAD_ADJUSTMENTS=saved, OUTPUT_FOLDER=str(tmp_path / "b"))
    assert set(applied) == {"OUTPUT", "OUTPUT_FOLDER", "CLIPPED"}
    assert np.array_equal(read_raster(applied["OUTPUT"][0]), read_raster(balanced["OUTPUT"][1]))


def test_figures_are_of_the_images_given(run, images, tmp_path):
    """Whatever else the adjustments hold; the log says so, and in which unit."""
    saved, feedback = str(tmp_path / "adjustments.json"), Recorder()
    run("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "all"), SAVE_ADJUSTMENTS=saved)
    alone = run("global_regression", INPUT=images[:2], OUTPUT_FOLDER=str(tmp_path / "alone"))
    for tool in ("global_regression", "balance", "preview_balance"):
        folder = str(tmp_path / tool)
        result = run(tool, feedback, INPUT=images[:2], OUTPUT_FOLDER=folder, LOAD_ADJUSTMENTS=saved)
        assert result["RMSE_BEFORE"] == pytest.approx(alone["RMSE_BEFORE"], rel=1e-6)
    assert sum("only in LOAD_ADJUSTMENTS" in fact for fact in feedback.facts) == 3
    assert sum("after (stored values)" in fact for fact in feedback.facts) == 3


def test_progress_only_rises(run, images, tmp_path):
    feedback = Recorder()
    run("global_regression", feedback, INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"))
    # How many there are depends on how fast the work is.
    assert len(feedback.shares) > 1
    assert feedback.shares == sorted(feedback.shares)
    assert feedback.shares[-1] == 100
    assert any("RMSE in the overlaps" in fact for fact in feedback.facts)


def test_progress_that_falls_is_not_shown():
    feedback = Recorder()
    progress = FeedbackProgress(feedback)
    for share in (0.1, 0.5, 0.2, 0.500001, 0.9, 2.0):
        progress.advance(share)
    assert feedback.shares == [10, 50, 90, 100]


def test_inputs_that_are_texts_take_one_line_and_name_results_after_their_sources(run, images, tmp_path):
    """In the log, and on disk."""
    texts = []
    for path in images:
        gdal.Translate(f"/vsimem/{tmp_path.name}.vrt", path, format="VRT")
        texts.append(gdal.OpenEx(f"/vsimem/{tmp_path.name}.vrt").GetMetadata("xml:VRT")[0])
    feedback = Recorder()
    progress = FeedbackProgress(feedback)
    progress.warn(f"{texts[0]} has changed.")
    progress.close()
    assert len(feedback.warnings[0].splitlines()) == 1
    assert feedback.warnings[0].endswith("... has changed.")
    run("global_regression", feedback, INPUT=texts, OUTPUT_FOLDER=str(tmp_path / "out"))
    assert {file.stem for file in (tmp_path / "out").iterdir()} == {f"{Path(path).stem}_Global" for path in images}


def test_a_cancel_before_the_run_is_heard():
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    assert FeedbackProgress(feedback).cancelled()


CANCELLED = "The run was cancelled; earlier outputs are untouched."


@pytest.mark.parametrize("share", [0.0, 1.0, 60.0])
def test_cancel_is_told_and_leaves_no_file(run, images, tmp_path, share):
    """A script that goes on would look for outputs that are not there."""
    feedback = Recorder(stop_at=share)
    if share == 0.0:
        feedback.cancel()
    folder = tmp_path / "out"
    with pytest.raises(QgsProcessingException) as stopped:
        run("global_regression", feedback, INPUT=images, OUTPUT_FOLDER=str(folder))
    assert str(stopped.value) == CANCELLED
    assert not folder.exists() or not os.listdir(folder)
    assert not [text for text in feedback.facts + feedback.warnings if "cancelled" in text]


def test_cancel_in_the_toolbox_is_told_once(provider, qgis_app, qgis_new_project, images, tmp_path):
    """By the task that the dialog runs."""
    feedback, context, told = Recorder(stop_at=20.0), QgsProcessingContext(), []
    errors = []
    feedback.reportError = lambda text, fatal=False: errors.append(text)
    algorithm = provider.algorithm("global_regression").create()
    parameters = {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / "out")}
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda ok, results: told.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    end = time.monotonic() + 60
    while not told and time.monotonic() < end:
        qgis_app.processEvents()
        time.sleep(0.005)
    assert told == [(False, {})]
    assert [CANCELLED in error for error in errors].count(True) == 1


def test_numbers_that_are_none(provider):
    """JSON has no word for "not a number", in which qgis_process answers."""
    from evenlight.core.jobs.results import BalanceResult, Quality

    quality = Quality(*[math.nan] * 6, contrast_kept=math.nan, groups=3, rejected=0)
    result = BalanceResult(outputs=[], stretch=[], quality=quality, clipped=0.0)
    outputs = provider.algorithm("global_regression").create().outputs_of(result, {})
    assert outputs["RMSE_BEFORE"] is None
    assert outputs["GROUPS"] == 3


@pytest.fixture
def example():
    """The model that chains global and local."""
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(ROOT / "examples" / "balance_global_then_local.model3"))
    return model


def test_example_model_is_valid(provider, example):
    assert example.canExecute() == (True, "")
    assert example.validate() == (True, [])


def test_example_model_holds_current_defaults(provider, example, frozen_values):
    """A model freezes defaults when it is saved; ours must not fall behind."""
    for definition, value in frozen_values(example):
        if definition.name() not in ("LOAD_OUTPUTS", "OUTPUT_NAME"):
            assert value == definition.defaultValue(), definition.name()


def test_example_model_runs(provider, example, qgis_new_project, images, tmp_path):
    import processing

    folder = tmp_path / "out"
    outputs = processing.run(example, {"INPUT": images, "BLOCKS": 12, "local:OUTPUT_FOLDER": str(folder)})
    assert outputs["local:OUTPUT_FOLDER"] == str(folder)
    assert len([name for name in os.listdir(folder) if name.endswith(".tif")]) == 3


def test_a_model_ends_where_a_step_was_cancelled(provider, example, qgis_new_project, images, tmp_path):
    """The step after it would have no images."""
    feedback = Recorder(stop_at=5.0)
    errors = []
    feedback.reportError = lambda text, fatal=False: errors.append(text)
    folder = tmp_path / "out"
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {"INPUT": images, "BLOCKS": 12, "local:OUTPUT_FOLDER": str(folder)}
    results, ok = example.run(parameters, context, feedback)
    assert not ok
    assert results == {}
    assert [CANCELLED in error for error in errors].count(True) == 1
    assert not folder.exists()


def test_example_model_loads_only_the_last_step(provider, example, qgis_new_project, images, tmp_path):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {"INPUT": images, "BLOCKS": 12, "local:OUTPUT_FOLDER": str(tmp_path / "out")}
    _, ok = example.run(parameters, context, QgsProcessingFeedback())
    assert ok
    assert sorted(Path(path).parent for path in context.layersToLoadOnCompletion()) == [tmp_path / "out"] * 3


def test_console_gets_the_sentence(run, images, tmp_path):
    with pytest.raises(QgsProcessingException, match="'magic' is not one of the choices robust, least_squares"):
        run("global_regression", INPUT=images, METHOD="magic", OUTPUT_FOLDER=str(tmp_path / "out"))


def test_tables_of_one_container_give_results_named_by_table(run, images, tmp_path, read_raster):
    """As files of their own, side by side."""
    container = str(tmp_path / "two.gpkg")
    tables = ("north", "south")
    for name, path in zip(tables, images):
        options = [f"RASTER_TABLE={name}", *(["APPEND_SUBDATASET=YES"] if name == "south" else [])]
        gdal.Translate(container, path, format="GPKG", bandList=[1], outputType=gdal.GDT_Byte,
                       scaleParams=[[0, 3000, 0, 255]], creationOptions=options)  # fmt: skip
    inputs = [f"GPKG:{container}:{name}" for name in tables]
    outputs = run("global_regression", INPUT=inputs, OUTPUT_FOLDER=str(tmp_path / "out"))["OUTPUT"]
    assert [Path(path).name for path in outputs] == ["two_north_Global.tif", "two_south_Global.tif"]
    layers = [QgsRasterLayer(name, "layer") for name in inputs]
    again = run("histogram_equalize", INPUT=layers, OUTPUT_FOLDER=str(tmp_path / "again"))["OUTPUT"]
    assert len({Path(path).name for path in again}) == 2
    assert all("two_" in Path(path).name for path in again)
