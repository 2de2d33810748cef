"""Virtual results show what written ones hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_global, run_local
from made_scenes import chain_of, make_scene, masks, read, sunlight, texture, to_type, write
from osgeo import gdal

from evenlight.core.errors import Problems
from evenlight.core.jobs import balance, preview_balance
from evenlight.core.settings import CorrectionKind, LocalSettings, OutputFormat, OutputSettings, OutputType

VIRTUAL = {"format": OutputFormat.VIRTUAL}


def both(paths, folder, local=None, **options):
    """The written and the virtual results of one run."""
    settings = local or LocalSettings()
    written = balance(paths, OutputSettings(str(folder / "written")), local_settings=settings, **options)
    shown = preview_balance(paths, OutputSettings(str(folder / "shown")), local_settings=settings, **options)
    return written, shown


def assert_equal_pixels(written, shown):
    """Same validity, and values within the rounding of ties and of single precision."""
    for one, two in zip(written.outputs, shown.outputs):
        valid = masks(one)
        assert np.array_equal(valid, masks(two))
        a, b = read(one).astype(float)[valid], read(two).astype(float)[valid]
        assert np.abs(a - np.rint(b)).max() <= 1
        assert (np.abs(a - np.rint(b)) > 0).mean() < 0.001


@pytest.mark.parametrize("alpha", [1.0, 0.4])
@pytest.mark.parametrize("kind", [CorrectionKind.LINEAR, CorrectionKind.ADDITIVE])
def test_the_recipe_gives_what_would_be_written(lit_images, tmp_path, kind, alpha):
    written, shown = both(lit_images.paths, tmp_path, LocalSettings(correction=kind, alpha=alpha))
    assert_equal_pixels(written, shown)
    assert all(path.endswith("_Balanced.vrt") for path in shown.outputs)
    assert shown.quality == written.quality
    assert [step["kind"] for step in chain_of(shown.outputs[0])] == ["gain_offset", kind.value]


def test_the_global_step_alone_needs_no_field(lit_images, tmp_path):
    written = run_global(lit_images.paths, tmp_path / "written")
    shown = run_global(lit_images.paths, tmp_path / "shown", output=VIRTUAL)
    assert_equal_pixels(written, shown)
    assert not list((tmp_path / "shown").glob("*_field.tif"))


def test_rotated_images_and_other_systems_follow_their_own_grid(tmp_path):
    """The field of an image that is not parallel to the canvas is sampled on the image's own grid."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=160, step=90, light=sunlight)
    turned = str(tmp_path / "turned.tif")
    gdal.Warp(turned, scene.paths[1], dstSRS="EPSG:4326", dstNodata=0)
    written, shown = both([scene.paths[0], turned], tmp_path)
    for one, two in zip(written.outputs, shown.outputs):
        valid = masks(one)
        assert np.abs(read(one).astype(float) - read(two))[valid].max() <= 0.001 * read(one).max()


def test_values_that_could_meet_nodata_are_shown_in_floating_point(tmp_path):
    """A dark image with nodata 0: the recipe cannot step aside, so it has NaN as nodata."""
    ground = texture(1, 120, 200, 8, mean=12.0, std=3.0)
    paths = [
        write(tmp_path / "a.tif", np.maximum(to_type(ground[:, :, :120], "uint8"), 1), nodata=0),
        write(tmp_path / "b.tif", np.maximum(to_type(2 * ground[:, :, 80:] - 6, "uint8"), 1), column=80, nodata=0),
    ]
    written, shown = both(paths, tmp_path)
    dimmed = gdal.Open(shown.outputs[0])
    assert dimmed.GetRasterBand(1).DataType == gdal.GDT_Float32
    assert np.isnan(dimmed.GetRasterBand(1).GetNoDataValue())
    for one, two in zip(written.outputs, shown.outputs):
        assert np.array_equal(masks(two), masks(one))


def test_masks_alpha_and_metadata_are_carried_over(tmp_path):
    values = to_type(texture(3, 90, 150, 9, mean=120, std=20), "uint8")
    hole = np.ones((90, 90), bool)
    hole[20:40, 30:50] = False
    paths = [
        write(tmp_path / "a.tif", values[:, :, :90], mask=hole),
        write(tmp_path / "b & c.tif", values[:, :, 60:], column=60, interpretation=[3, 4, 5]),
    ]
    opened = gdal.Open(paths[1], gdal.GA_Update)
    opened.GetRasterBand(2).SetDescription("<green> & more")
    opened.SetMetadataItem("SENSOR", 'a "camera"')
    opened.FlushCache()
    written, shown = both(paths, tmp_path)
    assert_equal_pixels(written, shown)
    result = gdal.Open(shown.outputs[1])
    assert result.GetRasterBand(2).GetDescription() == "<green> & more"
    assert result.GetMetadataItem("SENSOR") == 'a "camera"'
    assert [result.GetRasterBand(n).GetColorInterpretation() for n in (1, 2, 3)] == [3, 4, 5]


@pytest.mark.parametrize("kind", [CorrectionKind.GAMMA, CorrectionKind.OFFSET])
def test_power_laws_are_refused_before_anything_is_read(lit_images, tmp_path, kind):
    with pytest.raises(Problems, match="virtual raster"):
        run_local(lit_images.paths, tmp_path / "out", output=VIRTUAL, correction=kind)
    assert not (tmp_path / "out").exists()


def test_windows_of_a_virtual_result_join_without_seams(lit_images, tmp_path):
    """Reading by parts gives what reading the whole gives."""
    shown = preview_balance(lit_images.paths, OutputSettings(str(tmp_path), dtype=OutputType.FLOAT64))
    dataset = gdal.Open(shown.outputs[0])
    whole = dataset.ReadAsArray()
    part = dataset.ReadAsArray(31, 17, 70, 55)
    assert np.allclose(part, whole[:, 17:72, 31:101], rtol=1e-6, equal_nan=True)


def test_the_files_are_small_and_few(lit_images, tmp_path):
    shown = preview_balance(lit_images.paths, OutputSettings(str(tmp_path / "out")))
    files = list((tmp_path / "out").iterdir())
    assert len(files) == 2 * len(shown.outputs)
    assert sum(Path(file).stat().st_size for file in files) < 60_000 * len(shown.outputs)


@pytest.mark.parametrize("unread", [{"creation_options": "COMPRESS=LZW"}, {"overviews": True}])
def test_options_that_a_recipe_cannot_have_are_refused(lit_images, tmp_path, unread):
    """An option that would do nothing is told, not swallowed."""
    with pytest.raises(Problems, match="virtual results"):
        run_global(lit_images.paths, tmp_path / "out", output={**VIRTUAL, **unread})


@pytest.mark.parametrize("system", ["EPSG:4326", "EPSG:31467", "EPSG:32614"])
def test_virtual_results_lie_where_written_ones_lie(tmp_path, system):
    """Also in systems whose first axis points north: warped elsewhere, both land on the same ground."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1)
    paths = []
    for path in scene.paths:
        paths.append(path.replace(".tif", "_there.tif"))
        gdal.Warp(paths[-1], path, dstSRS=system, dstNodata=0)
    written = run_global(paths, tmp_path / "written").outputs
    shown = run_global(paths, tmp_path / "shown", output=VIRTUAL).outputs
    for one, two in zip(written, shown):
        looks = [gdal.Warp("", path, format="MEM", dstSRS="EPSG:32615", dstNodata=0) for path in (one, two)]
        assert looks[0].GetGeoTransform() == pytest.approx(looks[1].GetGeoTransform())
        difference = looks[0].ReadAsArray().astype(int) - looks[1].ReadAsArray()
        assert np.abs(difference).max() <= 1
