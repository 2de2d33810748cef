"""A correction that collapses or explodes an image is refused, one that is odd is told, whatever it comes from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_scenes import make_scene, read, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.errors import EvenlightError
from evenlight.core.jobs import apply_adjustments, load_block_maps, save_block_maps
from evenlight.core.settings import CorrectionKind, GlobalMethod, LocalSettings, OutputSettings, OutputType

JOBS = [run_global, run_balance]


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Three images of two bands."""
    return make_scene(tmp_path_factory.mktemp("scene"), columns=3, bands=2, size=110, step=66, gain_spread=0.1)


@pytest.fixture(scope="module")
def adjustments(scene, tmp_path_factory):
    """What a run on them saves."""
    folder = tmp_path_factory.mktemp("saved")
    run_global(scene.paths, folder / "out", save_adjustments=str(folder / "a.json"))
    return json.loads((folder / "a.json").read_text(encoding="utf-8"))


def theirs(content):
    """The same in spectralmatch's structure."""
    return {
        entry["name"]: {
            "adjustments": {
                f"band_{n}": {"scale": band["gain"], "offset": band["offset"]}
                for n, band in enumerate(entry["adjustments"])
            },
            "whole_stats": {
                f"band_{n}": {"size": band["count"], "mean": band["mean"], "std": band["std"]}
                for n, band in enumerate(entry["whole"])
            },
            "overlap_stats": {},
        }
        for entry in content["images"]
    }


def apply(content, paths, folder, progress=None, **output):
    """`apply_adjustments` of a file with this content."""
    folder.mkdir(exist_ok=True)
    file = folder / "bad.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    target = OutputSettings(folder=str(folder / "out"), **output)
    return apply_adjustments(paths, str(file), target, progress=progress or Recorder())


def changed(content, name, value, which=(1,)):
    """Adjustments with another number in the second band of some images."""
    content = json.loads(json.dumps(content))
    for index in which:
        content["images"][index]["adjustments"][1][name] = value
    return content


def refused(folder, run, *words):
    """The run ends with our sentence, which holds all words, and leaves no file."""
    with pytest.raises(EvenlightError) as caught:
        run()
    for word in words:
        assert word in str(caught.value)
    assert not list(folder.glob("out/*"))


@pytest.mark.parametrize("form", [dict, theirs])
@pytest.mark.parametrize("gain", [1e-9, 5e-4, 5000.0, 1e60])
def test_loaded_gains_beyond_all_measure_are_refused(scene, adjustments, tmp_path, form, gain):
    """In one band of one image, applied with the others and alone: the sentence names image, band and gain."""
    content = form(changed(adjustments, "gain", gain))
    for paths in (scene.paths, scene.paths[1:2]):
        words = "img_2.tif would be multiplied by", f"{gain:.4g} in band 2", "the other images by 1"
        refused(tmp_path, lambda: apply(content, paths, tmp_path, dtype=OutputType.FLOAT64), *words)  # noqa: B023


@pytest.mark.parametrize("form", [dict, theirs])
@pytest.mark.parametrize("offset", [1e9, -1e60])
def test_loaded_offsets_beyond_all_measure_are_refused(scene, adjustments, tmp_path, form, offset):
    content = form(changed(adjustments, "offset", offset))
    run = lambda: apply(content, scene.paths, tmp_path, dtype=OutputType.FLOAT64)  # noqa: E731
    refused(tmp_path, run, "img_2.tif would have a mean of", "in band 2")


@pytest.mark.parametrize(("which", "gain"), [((1,), 0.02), ((1,), 50.0), ((0, 1, 2), 1e-9), ((0, 1, 2), 2e4)])
def test_loaded_gains_that_are_possible_are_told_by_image_and_band(scene, adjustments, tmp_path, which, gain):
    """One image in another unit than the rest, or all of them."""
    progress = Recorder()
    content = changed(adjustments, "gain", gain, which)
    apply(content, scene.paths, tmp_path, progress, dtype=OutputType.FLOAT64)
    told = [text for text in progress.warnings if "is multiplied by" in text]
    assert [text[:5] for text in told] == [f"img_{index + 1}" for index in which]
    assert all(f"{gain:.4g} in band 2:" in text for text in told)


def test_gains_as_they_should_be_are_not_told(scene, adjustments, tmp_path):
    progress = Recorder()
    apply(adjustments, scene.paths, tmp_path, progress)
    assert not any("multiplied" in text for text in progress.warnings)


def in_another_unit(scene, folder, factor):
    """The second image times a factor, in doubles."""
    path = write(folder / "img_2.tif", factor * read(scene.paths[1]).astype(np.float64), column=66, nodata=0)
    return [scene.paths[0], path, scene.paths[2]]


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("method", GlobalMethod)
@pytest.mark.parametrize("factor", [1e-5, 1e5])
@pytest.mark.every(3)
def test_solved_gains_beyond_all_measure_are_refused(scene, tmp_path, job, method, factor):
    """An image in another unit by five digits; scale tags make it a matter of course."""
    paths = in_another_unit(scene, tmp_path, factor)
    options = {"output": {"dtype": OutputType.FLOAT64}, "method": method}
    refused(tmp_path, lambda: job(paths, tmp_path / "out", **options), "img_2.tif would be multiplied by", "scale")
    for path in paths:
        shutil.copy(path, tmp_path / f"tagged_{Path(path).name}")
    tagged = [str(tmp_path / f"tagged_{Path(path).name}") for path in paths]
    dataset = gdal.Open(tagged[1], gdal.GA_Update)
    for band in (1, 2):
        dataset.GetRasterBand(band).SetScale(1 / factor)
    dataset = None
    progress = Recorder()
    job(tagged, tmp_path / "tagged", progress=progress, **options)
    assert not any("multiplied" in text for text in progress.warnings)


@pytest.mark.parametrize(("factor", "flat"), [(1e-8, 2), (1e8, 1), (-1e35, 1)])
def test_images_that_are_flat_beside_the_others_are_not_lifted_to_them(scene, tmp_path, factor, flat):
    """No gain is found between them, and a level alone would bury one of them in the other's numbers."""
    paths = in_another_unit(scene, tmp_path, factor)
    run = lambda: run_global(paths, tmp_path / "out", {"dtype": OutputType.FLOAT64})  # noqa: E731
    refused(tmp_path, run, f"img_{flat}.tif would have a mean of", "in band 1", "NODATA")


def test_an_image_with_hardly_any_contrast_is_told(scene, tmp_path):
    """The rounding of a constant is no texture: it follows in level."""
    values = 900 + 1e-9 * read(scene.paths[1]).astype(np.float64)
    path = write(tmp_path / "img_2.tif", values, column=66, nodata=0)
    progress = Recorder()
    result = run_global([scene.paths[0], path, scene.paths[2]], tmp_path / "out", progress=progress)
    assert any("img_2.tif has hardly any contrast beside the others in band 1, 2" in text for text in progress.warnings)
    assert read(result.outputs[1]).std(axis=(1, 2)).max() < 1e-5


def test_an_undeclared_lowest_float_is_named(scene, tmp_path):
    """Squares of it are numbers, and no gain would come of them."""
    values = read(scene.paths[1]).astype(np.float32)
    values[:, 5:7, 50] = np.finfo(np.float32).min
    path = write(tmp_path / "img_2.tif", values, column=66, nodata=0)
    for job in JOBS:
        run = lambda: job([scene.paths[0], path], tmp_path / "out", {"dtype": OutputType.FLOAT32})  # noqa: E731, B023
        refused(tmp_path, run, "img_2.tif holds values of 3.4e+38 in band 1", "NODATA")


def test_solved_gains_that_are_possible_are_told(scene, tmp_path):
    progress = Recorder()
    paths = in_another_unit(scene, tmp_path, 1e-2)
    run_global(paths, tmp_path / "out", {"dtype": OutputType.FLOAT64}, progress=progress, model_images=paths[:1])
    assert [text[:5] for text in progress.warnings if "is multiplied by" in text] == ["img_2"]


@pytest.mark.parametrize("dtype", [OutputType.FLOAT32, OutputType.INT16])
def test_contrast_that_is_rounded_away_is_told(scene, tmp_path, dtype):
    """Reflectances from 0 to 1 as whole numbers: each image is named, with the remedy."""
    paths = [
        write(tmp_path / f"{n}.tif", 1e-4 * read(path).astype(np.float32), column=66 * n, nodata=0)
        for n, path in enumerate(scene.paths)
    ]
    progress = Recorder()
    run_balance(paths, tmp_path / "out", {"dtype": dtype}, progress=progress)
    told = [text for text in progress.warnings if "to nothing: choose Float32" in text]
    assert len(told) == (0 if dtype is OutputType.FLOAT32 else 3)


# Block maps.


@pytest.fixture(scope="module", params=CorrectionKind)
def maps(request, scene, tmp_path_factory):
    """Maps of all images, for each correction."""
    folder = tmp_path_factory.mktemp("maps")
    settings = LocalSettings(correction=request.param, blocks=9)
    return save_block_maps(scene.paths, str(folder / "reference.tif"), str(folder / "locals"), settings=settings)


def altered(path, folder, **facts):
    """A copy of a map with other facts, or other values in its first band."""
    copy = str(shutil.copy(path, folder))
    dataset = gdal.Open(copy, gdal.GA_Update)
    held = json.loads(dataset.GetMetadataItem("EVENLIGHT_BLOCK_MAP"))
    values = facts.pop("values", None)
    if values is not None:
        band = dataset.GetRasterBand(dataset.RasterCount)
        band.WriteArray(np.full((band.YSize, band.XSize), values))
    dataset.SetMetadataItem("EVENLIGHT_BLOCK_MAP", json.dumps({**held, **facts}))
    dataset = None
    return copy


def load(maps, bad, scene, folder, progress=None, dtype=OutputType.FLOAT64):
    """`load_block_maps` with a bad map for the second image."""
    locals_ = [maps.local_maps[0], bad, maps.local_maps[2]]
    output = OutputSettings(folder=str(folder / "out"), dtype=dtype)
    load_block_maps(
        scene.paths,
        output,
        settings=LocalSettings(),
        reference_map=maps.reference_map,
        local_maps=locals_,
        progress=progress or Recorder(),
    )


@pytest.mark.parametrize(
    "facts",
    [
        *({"gauge_gain": [1.0, gain]} for gain in (0, -1.0, 1e-9, 1e9, 1e300)),
        *({"upper": [1.0, level]} for level in (-1e9, 1e300)),
        *({"gauge_offset": [0.0, offset]} for offset in (1e12, 1e300)),
        {"values": 1e300},
        {"values": 1e60},
    ],
)
def test_senseless_block_maps_are_refused(scene, maps, tmp_path, facts):
    """The sentence names the map, or the image that it would spoil."""
    bad = altered(maps.local_maps[1], tmp_path, **facts)
    refused(tmp_path, lambda: load(maps, bad, scene, tmp_path), "img_2")


def test_maps_that_do_not_belong_together_are_refused(scene, maps, tmp_path):
    """Made for other units than the others."""
    bad = altered(maps.local_maps[1], tmp_path, physical=True)
    refused(tmp_path, lambda: load(maps, bad, scene, tmp_path), "made in another run")


@pytest.mark.parametrize("values", [np.nan, np.inf, -np.inf])
def test_blocks_without_a_number_are_empty_blocks(scene, maps, tmp_path, values):
    """Their pixels are corrected like those around them, or stay: all that comes out is near what went in."""
    load(maps, altered(maps.local_maps[1], tmp_path, values=values), scene, tmp_path)
    found, before = (read(path).astype(float) for path in (next((tmp_path / "out").glob("img_2*")), scene.paths[1]))
    assert np.isfinite(found).all()
    assert found.std() == pytest.approx(before.std(), rel=0.2)


@pytest.mark.parametrize("gain", [0.05, 20.0])
def test_a_block_maps_gain_that_is_possible_is_told(scene, maps, tmp_path, gain):
    progress = Recorder()
    load(maps, altered(maps.local_maps[1], tmp_path, gauge_gain=[1.0, gain]), scene, tmp_path, progress)
    assert [text for text in progress.warnings if text.startswith("img_2 is multiplied by")]


# Values that cannot be squared.


@pytest.mark.parametrize("job", [*JOBS, run_local])
@pytest.mark.parametrize("factor", [1e300, 1e148, 1e-148, 1e-300])
def test_values_whose_squares_are_no_numbers_are_refused(scene, tmp_path, job, factor):
    """In all images, and in one of them."""
    paths = [
        write(tmp_path / f"{n}.tif", factor * read(path).astype(np.float64), column=66 * n, nodata=0)
        for n, path in enumerate(scene.paths)
    ]
    refused(tmp_path, lambda: job(paths, tmp_path / "out"), "0.tif holds values of", "in band 1", "NODATA")
    mixed = [*scene.paths[:2], paths[2]]
    run = lambda: job(mixed, tmp_path / "out", output={"dtype": OutputType.FLOAT64})  # noqa: E731
    refused(tmp_path, run, "2.tif holds values of", "NODATA")


@pytest.mark.every(2)
@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("factor", [1e-90, 1e90])
def test_values_far_from_one_are_balanced_as_all_others(scene, tmp_path, job, factor):
    """A change of unit by a power of two changes no gain."""
    factor = 2.0 ** round(np.log2(factor))
    paths = [
        write(tmp_path / f"{n}.tif", factor * read(path).astype(np.float64), column=66 * n, nodata=0)
        for n, path in enumerate(scene.paths)
    ]
    plain = job(scene.paths, tmp_path / "plain", output={"dtype": OutputType.FLOAT64})
    scaled = job(paths, tmp_path / "scaled")
    assert scaled.quality.normalised_after == pytest.approx(plain.quality.normalised_after, rel=1e-5)
    assert scaled.quality.contrast_kept == pytest.approx(plain.quality.contrast_kept, rel=1e-6)


def test_an_undeclared_number_for_missing_pixels_is_named(scene, tmp_path):
    """The lowest double in a few pixels."""
    values = read(scene.paths[1]).astype(np.float64)
    values[:, 5:7, 50] = -np.finfo(float).max
    path = write(tmp_path / "img_2.tif", values, column=66, nodata=0)
    run = lambda: run_balance([scene.paths[0], path], tmp_path / "out")  # noqa: E731
    refused(tmp_path, run, "img_2.tif holds values of 1.8e+308 in band 1", "NODATA")
