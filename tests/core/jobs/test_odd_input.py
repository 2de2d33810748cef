"""Input that is legal and odd: nothing is taken on trust, nothing is lost without a word."""

from __future__ import annotations

import json

import numpy as np
import pytest
from jobs_of import run_global, run_local
from made_scenes import masks, read, texture, to_type, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.errors import Problems, SavedFileError
from evenlight.core.jobs import apply_adjustments, load_block_maps
from evenlight.core.settings import ExecutionSettings, OutputFormat, OutputSettings, StatisticsSettings


@pytest.fixture
def pair(tmp_path):
    """Two overlapping UInt16 images, the second one brighter."""
    ground = texture(2, 150, 240, 3)
    one = write(tmp_path / "one.tif", to_type(ground[:, :, :150], "uint16"), nodata=0)
    two = write(tmp_path / "two.tif", to_type(1.3 * ground[:, :, 90:] + 40, "uint16"), column=90, nodata=0)
    return [one, two]


def test_bands_of_different_types_are_read_as_one_that_holds_both(tmp_path):
    """A VRT of a Byte and a UInt16 band: the second keeps its values above 255."""
    small = write(tmp_path / "small.tif", to_type(0.05 * texture(1, 90, 90, 4), "uint8"))
    large = write(tmp_path / "large.tif", to_type(texture(1, 90, 90, 4), "uint16"))
    both = str(tmp_path / "both.vrt")
    gdal.BuildVRT(both, [small, large], separate=True).FlushCache()
    other = write(tmp_path / "other.tif", to_type(texture(2, 90, 90, 4), "uint16"), column=30)
    out = run_global([both, other], tmp_path / "out", model_images=(both,)).outputs[0]
    assert np.array_equal(read(out)[1], read(large)[0])


def test_a_nodata_value_that_only_some_bands_can_hold(tmp_path):
    """Byte bands with nodata -9999 and 0: what is invalid stays invalid, nothing else does."""
    values = to_type(0.05 * texture(2, 90, 90, 5), "uint8")
    values[1, 20:40, 20:40] = 0
    paths = []
    for name, column in (("a", 0), ("b", 30)):
        plain = write(tmp_path / f"{name}.tif", values, column=column)
        virtual = gdal.Translate(str(tmp_path / f"{name}.vrt"), plain)
        virtual.GetRasterBand(1).SetNoDataValue(-9999)
        virtual.GetRasterBand(2).SetNoDataValue(0)
        virtual.FlushCache()
        paths.append(str(tmp_path / f"{name}.vrt"))
    for path, result in zip(paths, run_global(paths, tmp_path / "out").outputs):
        assert np.array_equal(masks(path), masks(result))


@pytest.mark.parametrize("options", ["NONSENSE=3", "COMPRESS=FOO", "COMPRESS=ZSTD|ZLEVELS=9"])
def test_options_that_gdal_would_leave_out_are_refused(pair, tmp_path, options):
    with pytest.raises(Problems, match="CREATION_OPTIONS"):
        run_global(pair, tmp_path / "out", output={"creation_options": options})
    assert not (tmp_path / "out").exists()


def test_a_huge_window_is_cut_to_the_image(pair, tmp_path):
    result = run_global(pair, tmp_path / "out", execution=ExecutionSettings(window_size=100000))
    assert max(gdal.Open(result.outputs[0]).GetRasterBand(1).GetBlockSize()) <= 160


def test_the_window_size_holds_for_cloud_optimised_results_too(pair, tmp_path):
    output = {"format": OutputFormat.COG}
    result = run_global(pair, tmp_path / "out", output=output, execution=ExecutionSettings(window_size=128))
    assert gdal.Open(result.outputs[0]).GetRasterBand(1).GetBlockSize() == [128, 128]


@pytest.mark.parametrize("nodata", [-9999.0, 1e300, float("nan"), 0.5])
def test_a_nodata_value_outside_the_type_is_refused(pair, tmp_path, nodata):
    """It would hide nothing and give back what the image's own value hides."""
    with pytest.raises(Problems, match="NODATA"):
        run_global(pair, tmp_path / "out", statistics=StatisticsSettings(nodata=nodata))


def test_images_without_a_believable_block_stay_as_they_are(pair, tmp_path):
    """One image in other units: no block is light or haze, so none is corrected."""
    dark = write(tmp_path / "dark.tif", read(pair[1]).astype(np.float32) / 1000, column=90, nodata=0)
    progress = Recorder()
    out = run_local([pair[0], dark], tmp_path / "out", progress=progress).outputs
    assert any("left out" in text for text in progress.warnings)
    assert np.array_equal(read(out[0]), read(pair[0]))
    assert np.allclose(read(out[1]), read(dark), rtol=1e-6)


def test_a_constant_image_is_told(pair, tmp_path):
    flat = write(tmp_path / "flat.tif", np.full((2, 150, 100), 900, np.uint16), column=60)
    progress = Recorder()
    run_global([*pair, flat], tmp_path / "out", progress=progress)
    assert any("one single value" in text and "flat" in text for text in progress.warnings)


@pytest.mark.parametrize(
    ("damage", "place"),
    [
        (lambda images: images[0]["adjustments"][1].update(gain=-5.0), "adjustments\\[1\\]"),
        (lambda images: images[0].update(overlaps={}), "overlaps of"),
    ],
)
def test_a_damaged_adjustments_file_is_refused_with_its_place(pair, tmp_path, damage, place):
    file = tmp_path / "a.json"
    run_global(pair, tmp_path / "first", save_adjustments=str(file))
    content = json.loads(file.read_text(encoding="utf-8"))
    damage(content["images"])
    file.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(Problems, match=place):
        apply_adjustments(pair, str(file), OutputSettings(str(tmp_path / "out")))


def test_an_image_is_no_block_map(pair, tmp_path):
    with pytest.raises(SavedFileError, match="no block map"):
        load_block_maps(pair, OutputSettings(str(tmp_path / "out")), reference_map=pair[0])


def test_what_was_not_measured_is_not_told(pair, tmp_path):
    """No sentence says "nan"."""
    file = str(tmp_path / "a.json")
    run_global(pair, tmp_path / "first", save_adjustments=file)
    progress = Recorder()
    run_global(pair, tmp_path / "second", load_adjustments=file, progress=progress)
    assert progress.facts
    assert not any("nan" in text for text in [*progress.facts, *progress.warnings])
