"""Virtual results show what written ones hold."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from killed_runs import killed_run
from made_scenes import chain_of, make_scene, masks, read, sunlight, texture, to_type, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.errors import Problems
from evenlight.core.jobs import balance, preview_balance
from evenlight.core.raster.nodata import same_nodata
from evenlight.core.raster.virtual_sources import standalone_text
from evenlight.core.settings import (
    CorrectionKind,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    OutputType,
    StatisticsSettings,
)

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


@pytest.mark.every(2)
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


def assert_alike(written, shown):
    """Type, nodata value and validity are the same, values differ by the rounding of ties and of single precision."""
    for one, two in zip(written.outputs, shown.outputs):
        first, second = gdal.Open(one), gdal.Open(two)
        for number in range(1, first.RasterCount + 1):
            bands = first.GetRasterBand(number), second.GetRasterBand(number)
            assert bands[0].DataType == bands[1].DataType
            if bands[0].GetColorInterpretation() == gdal.GCI_AlphaBand:
                # in a TIFF all bands have one nodata value
                continue
            assert bands[0].GetMaskFlags() == bands[1].GetMaskFlags()
            assert same_nodata(*(band.GetNoDataValue() for band in bands))
        valid = masks(one)
        assert np.array_equal(valid, masks(two))
        a, b = (read(path)[: len(valid)][valid].astype(float) for path in (one, two))
        if read(one).dtype.kind == "f":
            assert np.allclose(a, b, rtol=2e-6, atol=1e-6 * np.abs(a).max())
        else:
            assert np.abs(a - b).max() <= 1
            assert (a != b).mean() < 0.001
        text = standalone_text(two)
        assert np.array_equal(read(text), read(two), equal_nan=read(one).dtype.kind == "f")
        assert np.array_equal(masks(text), valid)


def dark_pair(folder, dtype="uint8", nodata=0, level=12.0, **options):
    """Two images whose values, once corrected, reach the nodata value, which hides a part of each."""
    folder.mkdir()
    ground = texture(1, 120, 200, 8, mean=level, std=3.0)
    hidden = np.zeros((120, 120), bool)
    hidden[30:50, 20:90] = True
    paths = []
    for index, values in enumerate((ground[:, :, :120], 2 * ground[:, :, 80:] - level)):
        stored = values.astype(dtype)
        if stored.dtype.kind != "f":
            limits = np.iinfo(dtype)
            stored = np.clip(np.rint(values), limits.min, limits.max).astype(dtype)
        stored[stored == nodata] += 1
        stored[:, hidden] = nodata
        paths.append(write(folder / f"{index}.tif", stored, column=80 * index, nodata=nodata, **options))
    return paths


@pytest.mark.parametrize("job", [run_global, run_balance])
@pytest.mark.parametrize(
    ("dtype", "nodata", "level"),
    [
        ("uint8", 0, 12.0),
        ("uint8", 255, 12.0),
        ("uint8", 255, 238.0),
        ("uint8", 14, 12.0),
        ("uint16", 0, 12.0),
        ("uint16", 2000, 2000.0),
        ("int16", -32768, 12.0),
        ("int16", -5, 0.0),
        ("int32", 7, 12.0),
        ("uint32", 0, 12.0),
        ("float32", 0, 3.0),
        ("float32", -9999, 12.0),
        ("float32", np.nan, 12.0),
        ("float64", -1.7976931348623157e308, 12.0),
    ],
)
@pytest.mark.every(6)
def test_values_that_would_meet_nodata_step_aside_as_in_a_file(tmp_path, dtype, nodata, level, job):
    """The type stays, and no pixel is lost or gained."""
    paths = dark_pair(tmp_path / "in", dtype, nodata, level)
    written = job(paths, tmp_path / "written")
    shown = job(paths, tmp_path / "shown", output=VIRTUAL)
    assert_alike(written, shown)


@pytest.mark.parametrize("local", [LocalSettings(), LocalSettings(correction=CorrectionKind.ADDITIVE)])
def test_whole_numbers_in_floats_step_aside_too(tmp_path, local):
    """A valid float that comes out as nodata exactly: whole numbers and a shift by a whole number."""
    ground = np.random.default_rng(3).integers(1, 60, size=(1, 100, 180)).astype(np.float32)
    paths = [
        write(tmp_path / f"{n}.tif", ground[:, :, 80 * n : 80 * n + 100] + 16 * n, column=80 * n, nodata=0)
        for n in range(2)
    ]
    written, shown = both(paths, tmp_path, local)
    assert_alike(written, shown)


@pytest.mark.parametrize("wanted", [word for word in OutputType if word is not OutputType.SAME])
@pytest.mark.parametrize("nodata", [None, -9999, 0, 20])
@pytest.mark.every(6)
def test_other_types_hold_what_written_ones_do(tmp_path, wanted, nodata):
    """Values on both sides of the end of bytes; an image may declare no value, or one that it cannot hold."""
    paths = dark_pair(tmp_path / "in", "uint16", max(nodata or 0, 0), 240.0)
    if nodata in (None, -9999):
        paths = [
            write(tmp_path / f"{n}.tif", read(path), column=80 * n, nodata=nodata) for n, path in enumerate(paths)
        ]
    output = {"dtype": wanted}
    assert_alike(
        run_balance(paths, tmp_path / "written", output=output),
        run_balance(paths, tmp_path / "shown", output={**VIRTUAL, **output}),
    )


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
    assert len(files) == 3 * len(shown.outputs)
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


PLACES = {"SOURCE": "in & 'out' 100% <a> été", "RESULT": "shown; 50% of \"it\" & naïve"}
"""Names of folders."""


def test_names_may_have_any_letters(tmp_path):
    scene = make_scene(tmp_path / PLACES["SOURCE"], columns=2, bands=1, names=["a & b", "c 'd' 5%20"])
    written = run_balance(scene.paths, tmp_path / "written")
    shown = run_balance(scene.paths, tmp_path / PLACES["RESULT"], output=VIRTUAL)
    assert_alike(written, shown)


@pytest.mark.parametrize("inside", ["", "images/of a day"])
def test_a_folder_can_be_moved_with_its_images(lit_images, tmp_path, inside):
    """Images that lie beside the results or below them."""
    home, away = tmp_path / "home", tmp_path / "away" / "deeper"
    (home / inside).mkdir(parents=True)
    paths = [str(shutil.copy(path, home / inside)) for path in lit_images.paths]
    shown = run_balance(paths, home, output=VIRTUAL).outputs
    before = [read(path) for path in shown]
    away.parent.mkdir()
    home.rename(away)
    for path, values in zip(shown, before):
        assert np.array_equal(read(str(away / Path(path).name)), values)
    run_global([str(away / Path(path).name) for path in shown], tmp_path / "again")


def test_results_can_be_moved_away_from_their_images(lit_images, tmp_path):
    """The images stay, the results go with the files beside them."""
    shown = run_balance(lit_images.paths, tmp_path / "home", output=VIRTUAL).outputs
    before = [read(path) for path in shown]
    (tmp_path / "home").rename(tmp_path / "away")
    for path, values in zip(shown, before):
        assert np.array_equal(read(path.replace("home", "away")), values)


def scene_of_copies(images, folder):
    """Images of the test's own."""
    folder.mkdir()
    return [str(shutil.copy(path, folder)) for path in images.paths]


@pytest.mark.parametrize("job", [run_global, run_balance])
def test_an_image_that_moved_is_named_as_missing(lit_images, tmp_path, job):
    paths = scene_of_copies(lit_images, tmp_path / "in")
    shown = job(paths, tmp_path / "shown", output=VIRTUAL).outputs
    Path(paths[0]).rename(tmp_path / "elsewhere.tif")
    with pytest.raises(Problems) as caught:
        job(shown, tmp_path / "again")
    assert f"{shown[0]} is a virtual raster, and {paths[0]}, which it reads, was not found" in str(caught.value)
    assert "damaged" not in str(caught.value)


def test_so_is_a_file_beside_the_result_and_the_tile_of_a_mosaic(lit_images, tmp_path):
    shown = run_balance(lit_images.paths, tmp_path / "shown", output=VIRTUAL).outputs
    field = next((tmp_path / "shown").glob("img_1_*.field-*.tif"))
    field.unlink()
    paths = scene_of_copies(lit_images, tmp_path / "in")
    mosaic = str(tmp_path / "mosaic.vrt")
    gdal.BuildVRT(mosaic, paths).FlushCache()
    Path(paths[0]).unlink()
    with pytest.raises(Problems) as caught:
        run_global([mosaic, shown[0], shown[1]], tmp_path / "again")
    assert f"{field}, which it reads, was not found" in str(caught.value)
    assert f"{mosaic} is a virtual raster, and {paths[0]}, which it reads, was not found" in str(caught.value)
    assert str(caught.value).count("\n") == 1


@pytest.mark.parametrize("change", ["size", "picture", "bands"])
def test_another_image_in_the_place_of_the_first_is_noticed(lit_images, tmp_path, change):
    """The correction was made for the one that was there."""
    paths = scene_of_copies(lit_images, tmp_path / "in")
    shown = run_balance(paths, tmp_path / "shown", output=VIRTUAL).outputs
    values = read(paths[0])
    other = {"size": values[:, :-20], "picture": 2 * values, "bands": values[[0, 1, 1]]}[change]
    write(paths[0], other, *lit_images.corners[0], nodata=0)
    with pytest.raises(Problems) as caught:
        run_global(shown, tmp_path / "again")
    assert f"{shown[0]} was made for another image than the one that is {paths[0]} now" in str(caught.value)
    again = run_balance(paths[change == "bands" :], tmp_path / "shown", output=VIRTUAL)
    run_global(again.outputs, tmp_path / "again")


def test_a_copy_and_overviews_are_no_other_image(lit_images, tmp_path):
    paths = scene_of_copies(lit_images, tmp_path / "in")
    shown = run_balance(paths, tmp_path / "shown", output=VIRTUAL).outputs
    gdal.OpenEx(paths[0], gdal.OF_UPDATE).BuildOverviews("AVERAGE", [2])
    Path(paths[1]).write_bytes(Path(paths[1]).read_bytes())
    run_global(shown, tmp_path / "again")


def flush(dataset):
    """Make GDAL write a virtual raster again, as computing statistics does in every program."""
    for number in range(1, dataset.RasterCount + 1):
        dataset.GetRasterBand(number).ComputeStatistics(False)
    dataset.FlushCache()


def test_rasters_that_are_open_while_a_run_replaces_them(lit_images, tmp_path):
    """They go on showing what they showed, and what they write shows their own run, field and all."""
    folder = tmp_path / "shown"
    strong = run_balance(lit_images.paths, folder, output=VIRTUAL).outputs
    first = [read(path) for path in strong]
    seen, unseen, through = gdal.Open(strong[0]), gdal.Open(strong[0]), gdal.Open(standalone_text(strong[0]))
    assert np.array_equal(seen.ReadAsArray(), first[0])
    run_balance(lit_images.paths, folder, output=VIRTUAL, alpha=0.2)
    second = [read(path) for path in strong]
    assert not np.array_equal(first[0], second[0])
    for dataset in (seen, unseen, through):
        assert np.array_equal(dataset.ReadAsArray(), first[0])
    text = Path(strong[0]).read_text()
    flush(through)
    del through
    assert Path(strong[0]).read_text() == text
    flush(seen)
    assert np.array_equal(read(strong[0]), first[0])


def test_files_of_runs_before_the_last_are_removed(lit_images, tmp_path):
    """Those of the last run stay for rasters that are open, and so does all that is not ours."""
    folder = tmp_path / "shown"
    folder.mkdir()
    others = ["img_1_Balanced.field-12345678.txt", "img_1_Balanced.field-1234567.tif", "other.field-12345678.tif"]
    for name in others:
        (folder / name).write_text("mine")
    killed_run(folder, ["img_1_Balanced.field-12345678.tif"])
    for alpha in (1.0, 0.8, 0.6):
        shown = run_balance(lit_images.paths, folder, output=VIRTUAL, alpha=alpha).outputs
    assert len(list(folder.iterdir())) == 5 * len(shown) + len(others)
    run_global(lit_images.paths, folder, output={**VIRTUAL, "name": "$_Balanced.tif"})
    run_global(lit_images.paths, folder, output={**VIRTUAL, "name": "$_Balanced.tif"})
    assert sorted(path.name for path in folder.iterdir()) == sorted([*others, *(Path(path).name for path in shown)])


@pytest.mark.parametrize("alpha", [False, True])
def test_statistics_of_a_virtual_result_leave_nothing_beside_its_image(tmp_path, alpha):
    values = to_type(texture(4, 90, 150, 9, mean=120, std=20), "uint8")
    values[3] = 255
    kinds = [3, 4, 5, 6] if alpha else [3, 4, 5, 1]
    (tmp_path / "in").mkdir()
    paths = [
        write(tmp_path / "in" / f"{n}.tif", values[:, :, 60 * n : 60 * n + 90], column=60 * n, interpretation=kinds)
        for n in range(2)
    ]
    before = sorted(path.name for path in (tmp_path / "in").iterdir())
    for job in (run_global, run_balance):
        for path in job(paths, tmp_path / job.__name__, output=VIRTUAL).outputs:
            for name in (path, standalone_text(path)):
                dataset = gdal.Open(name)
                flush(dataset)
                del dataset
    assert sorted(path.name for path in (tmp_path / "in").iterdir()) == before


def test_statistics_in_the_file_are_close_to_those_of_its_pixels(lit_images, tmp_path):
    """So programs need not read the pixels, and GDAL need not write them."""
    for path in run_balance(lit_images.paths, tmp_path, output=VIRTUAL).outputs:
        dataset = gdal.Open(path)
        for number in (1, 2):
            band = dataset.GetRasterBand(number)
            told, true = band.GetStatistics(True, False), band.ComputeStatistics(False)
            assert np.abs(np.subtract(told[2:], true[2:])).max() < 0.01 * true[3]
            assert np.abs(np.subtract(told[:2], true[:2])).max() < 0.1 * true[3]


@pytest.mark.parametrize("alpha", [False, True])
def test_a_users_nodata_value_replaces_what_the_file_says(tmp_path, alpha):
    """A mask in the file does not count then, nor does alpha or the value that it declares."""
    paths = dark_pair(tmp_path / "in", "uint8", 0, 60.0)
    hole = np.ones((120, 120), bool)
    hole[80:90] = False
    for number, path in enumerate(paths):
        if alpha:
            values = np.concatenate([read(path), np.where(hole, 255, 0)[None].astype(np.uint8)])
            kinds = [gdal.GCI_GrayIndex, gdal.GCI_AlphaBand]
            write(path, values, column=80 * number, nodata=3, interpretation=kinds)
        else:
            write(path, read(path), column=80 * number, nodata=3, mask=hole if number else None)
    chosen = StatisticsSettings(nodata=0)
    written = run_balance(paths, tmp_path / "written", statistics=chosen)
    shown = run_balance(paths, tmp_path / "shown", output=VIRTUAL, statistics=chosen)
    assert_alike(written, shown)
    for one, two in zip(written.outputs, shown.outputs):
        assert np.abs(read(one).astype(int) - read(two)).max() <= 1


@pytest.mark.parametrize("job", [run_global, run_balance])
def test_tags_of_scale_and_offset_keep_their_meaning(tmp_path, job):
    """One image in other units than the other."""
    paths = dark_pair(tmp_path / "in", "uint16", 0, 2000.0)
    dataset = gdal.Open(paths[0], gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.5)
    dataset.GetRasterBand(1).SetOffset(-3.0)
    del dataset
    written, shown = job(paths, tmp_path / "written"), job(paths, tmp_path / "shown", output=VIRTUAL)
    assert_alike(written, shown)
    dataset = gdal.Open(shown.outputs[0])
    assert (dataset.GetRasterBand(1).GetScale(), dataset.GetRasterBand(1).GetOffset()) == (0.5, -3.0)


def test_metadata_of_every_domain_comes_along(lit_images, tmp_path):
    """What a written result keeps, a virtual one keeps too."""
    paths = scene_of_copies(lit_images, tmp_path / "in")
    dataset = gdal.Open(paths[0], gdal.GA_Update)
    dataset.SetMetadata(["<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>1 &lt; 2</a></x:xmpmeta>"], "xml:XMP")
    dataset.SetMetadata({"LINE_OFF": "1", "SAMP_OFF": "2"}, "GEOLOCATION")
    del dataset
    written, shown = (
        gdal.Open(run_balance(paths, tmp_path / name, output=output).outputs[0])
        for name, output in (("written", {}), ("shown", VIRTUAL))
    )
    assert shown.GetMetadata("GEOLOCATION") == written.GetMetadata("GEOLOCATION")
    assert shown.GetMetadata() == written.GetMetadata()
    xmp = "".join(shown.GetMetadata_List("xml:XMP"))
    assert "adobe:ns:meta/" in xmp
    assert "<a>1 &lt; 2</a>" in xmp


def images_of(kind, folder):
    """Two images that hide pixels in one way, and how they are to be read."""
    paths = dark_pair(folder, "float32" if kind == "float" else "uint16", 0, 60.0)
    statistics = StatisticsSettings()
    for number, path in enumerate(paths):
        values, options = read(path), {"nodata": 0}
        if kind == "mask":
            options = {"mask": values[0] != 0}
        elif kind == "alpha":
            values = np.concatenate([values, np.where(values != 0, 40000, 0).astype(np.uint16)])
            options = {"interpretation": [gdal.GCI_GrayIndex, gdal.GCI_AlphaBand]}
        elif kind == "border":
            values[:, :12], options, statistics = 9, {}, replace(statistics, constant_border=True)
        write(path, values, column=80 * number, **options)
    return paths, statistics


KINDS = ["nodata", "float", "mask", "alpha", "border"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("wanted", [OutputType.SAME, OutputType.INT32])
@pytest.mark.parametrize("job", [run_global, run_balance])
@pytest.mark.every(6)
def test_every_way_to_hide_pixels_is_that_of_a_file(tmp_path, kind, wanted, job):
    """Values, masks, and the opacity of alpha in another type."""
    paths, statistics = images_of(kind, tmp_path / "in")
    output = {"dtype": wanted}
    written = job(paths, tmp_path / "written", output=output, statistics=statistics)
    shown = job(paths, tmp_path / "shown", output={**VIRTUAL, **output}, statistics=statistics)
    assert_alike(written, shown)
    if kind == "alpha":
        assert all(np.array_equal(read(one)[1], read(two)[1]) for one, two in zip(written.outputs, shown.outputs))


@pytest.mark.parametrize("job", [run_global, run_balance])
@pytest.mark.parametrize("kind", ["alpha and nodata", "mask and nodata", "alpha and mask", "alpha, nodata and mask"])
def test_a_pixel_is_shown_if_every_statement_of_the_file_allows_it(tmp_path, kind, job):
    """GDAL's own mask follows one of them."""
    paths = dark_pair(tmp_path / "in", "uint16", 0, 60.0)
    opaque = np.ones((120, 120), bool)
    opaque[90:110, 40:60] = False
    unmasked = np.roll(opaque, 30, axis=1)
    for number, path in enumerate(paths):
        values, options = read(path), {}
        if "alpha" in kind:
            values = np.concatenate([values, np.where(opaque, 40000, 0)[None].astype(np.uint16)])
            options["interpretation"] = [gdal.GCI_GrayIndex, gdal.GCI_AlphaBand]
        if "nodata" in kind:
            options["nodata"] = 0
        if "mask" in kind:
            options["mask"] = unmasked
        write(path, values, column=80 * number, **options)
        wanted = np.ones((120, 120), bool)
        for statement, allowed in (("alpha", opaque), ("nodata", values[0] != 0), ("mask", unmasked)):
            wanted &= allowed if statement in kind else True
    written, shown = job(paths, tmp_path / "written"), job(paths, tmp_path / "shown", output=VIRTUAL)
    assert_alike(written, shown)
    for one, two in zip(written.outputs, shown.outputs):
        assert np.array_equal(masks(two)[0], wanted)
        assert np.array_equal(read(one)[1:], read(two)[1:])


@pytest.mark.parametrize("kind", KINDS)
def test_what_gdal_writes_again_says_the_same(tmp_path, kind):
    """Names, tables and masks outlive it; a folder can be moved, another image is noticed.

    Of gains and offsets GDAL 3.6 keeps six digits.
    """
    home = tmp_path / "home"
    paths, statistics = images_of(kind, home)
    shown = run_balance(paths, home, output=VIRTUAL, statistics=statistics).outputs
    before, valid = [read(path) for path in shown], [masks(path) for path in shown]
    for path in [*shown, *map(str, home.glob("*.recipe-*.vrt"))]:
        text = Path(path).read_text()
        flush(gdal.Open(path))
        assert Path(path).read_text() != text
    home.rename(tmp_path / "away")
    moved = [path.replace("home", "away") for path in shown]
    for path, values, mask in zip(moved, before, valid):
        assert np.abs(read(path).astype(float) - values).max() <= (1e-3 if kind == "float" else 1)
        assert np.array_equal(masks(path), mask)
    write(paths[0].replace("home", "away"), read(paths[0].replace("home", "away"))[:, ::-1], nodata=0)
    with pytest.raises(Problems, match="made for another image"):
        run_global(moved, tmp_path / "again")


@pytest.fixture
def dark(tmp_path):
    """The results of a run and of its preview, and what the preview tells."""
    paths = dark_pair(tmp_path / "in", "uint8", 0, 6.0)
    written, told = run_balance(paths, tmp_path / "written"), Recorder()
    return written, run_balance(paths, tmp_path / "shown", output=VIRTUAL, progress=told), told


def test_a_virtual_mosaic_takes_all_of_a_preview(dark, tmp_path):
    """gdalbuildvrt leaves out images of another type or nodata value."""
    written, shown, _ = dark
    mosaics = [gdal.BuildVRT(str(tmp_path / f"{n}.vrt"), each.outputs) for n, each in enumerate((written, shown))]
    for mosaic in mosaics:
        mosaic.FlushCache()
    texts = [(tmp_path / f"{n}.vrt").read_text() for n in range(2)]
    for text, each in zip(texts, (written, shown)):
        assert all(os.path.basename(output) in text for output in each.outputs)
    band, other = (mosaic.GetRasterBand(1) for mosaic in mosaics)
    assert band.DataType == other.DataType == gdal.GDT_Byte
    assert band.GetNoDataValue() == other.GetNoDataValue() == 0
    values = [each.ReadAsArray().astype(int) for each in (band, other)]
    assert np.array_equal(values[0] == 0, values[1] == 0)
    assert np.abs(values[0] - values[1]).max() <= 1


def test_a_preview_tells_of_clipping_as_an_estimate(dark):
    """Values below 1 are clipped; half of the true share to twice of it, and said to be estimated."""
    written, shown, told = dark
    assert written.clipped > 0.001
    assert 0.5 * written.clipped < shown.clipped < 2 * written.clipped
    texts = [text for text in [*told.facts, *told.warnings] if "did not fit" in text or "will not fit" in text]
    assert texts
    assert all("estimated" in text for text in texts)
