"""`CONSTANT_BORDER` through Processing: every algorithm that offers it heeds it."""

from __future__ import annotations

from pathlib import Path

import pytest

PAIRS = ["global_regression", "local_block_adjustment", "balance", "preview_balance"]


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    return lambda name, **parameters: processing.run(f"evenlight:{name}", {"LOAD_OUTPUTS": False, **parameters})


@pytest.fixture
def bare(images, tmp_path, read_raster, write_raster):
    """The three images without a declared nodata value; their first rows are a border of zeros."""
    (tmp_path / "bare").mkdir()
    return [
        write_raster(tmp_path / "bare" / Path(path).name, read_raster(path), west=500000 + 700 * number)
        for number, path in enumerate(images)
    ]


@pytest.mark.parametrize("name", PAIRS)
def test_results_are_those_of_declared_borders(run, images, bare, tmp_path, read_raster, name):
    """The picture is the same pixel by pixel, the border is as it was; without the option it is not."""
    grid = {} if name == "global_regression" else {"BLOCK_ROWS": 3, "BLOCK_COLUMNS": 6}
    known = run(name, INPUT=images, OUTPUT_FOLDER=str(tmp_path / "known"), **grid)
    found = run(name, INPUT=bare, OUTPUT_FOLDER=str(tmp_path / "found"), CONSTANT_BORDER=True, **grid)
    without = run(name, INPUT=bare, OUTPUT_FOLDER=str(tmp_path / "without"), **grid)
    differs = False
    for one, two, three in zip(known["OUTPUT"], found["OUTPUT"], without["OUTPUT"]):
        one, two, three = (read_raster(path).astype(float) for path in (one, two, three))
        assert abs(one[:, 3:] - two[:, 3:]).max() <= 1
        assert (two[:, :3] == 0).all()
        differs |= abs(one[:, 3:] - three[:, 3:]).max() > 1
    assert differs
    assert found["RMSE_AFTER"] == pytest.approx(known["RMSE_AFTER"])


def test_saved_results_are_applied_to_the_picture_only(run, bare, tmp_path, read_raster):
    """Adjustments and block maps, both made and used with the option."""
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
