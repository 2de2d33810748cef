"""Matched and equalized images, and peaks, from files to files: values, validity, types, windows, bad input."""

from __future__ import annotations

import csv
import os
import time

import numpy as np
import pytest
from made_kinds import HEIGHT, KINDS, WIDTH, image
from made_scenes import NORTH, PIXEL, WEST, masked_virtual, masks, read, texture, to_type, write
from osgeo import gdal
from polygon_boxes import box
from recorders import CancelAt, Recorder

from evenlight.core.checks import BandCountError, NoOverlapError
from evenlight.core.errors import (
    Cancelled,
    NoCommonPixelsError,
    OptionError,
    OutputNameError,
    Problems,
    SameOutputError,
    UnknownBandError,
)
from evenlight.core.filters.errors import MixedTypesError, NoValidPixelsError
from evenlight.core.filters.settings import (
    EqualizeMethod,
    EqualizeSettings,
    HistogramMatchSettings,
    PeakSettings,
    Region,
)
from evenlight.core.jobs import histogram_equalize, histogram_match, histogram_peaks
from evenlight.core.masks.polygons import PolygonMask
from evenlight.core.naming import OutputIsInputError
from evenlight.core.settings import ExecutionSettings, OutputSettings, SelectionMode

TYPES = ("uint8", "uint16", "int16", "uint32", "int32", "float32", "float64")
GLOBAL, ADAPTIVE, COMMON = EqualizeMethod


def match(paths, reference, folder, mask=None, progress=None, execution=ExecutionSettings(), **settings):
    """Matched images."""
    output = OutputSettings(folder=str(folder), name="$_Matched.tif")
    done = histogram_match(
        paths,
        reference,
        output,
        settings=HistogramMatchSettings(**settings),
        mask=mask,
        execution=execution,
        progress=progress or Recorder(),
    )
    return done.outputs


def equalize(paths, folder, progress=None, execution=ExecutionSettings(), **settings):
    """Equalized images."""
    output = OutputSettings(folder=str(folder), name="$_Equalized.tif")
    return histogram_equalize(
        paths, output, settings=EqualizeSettings(**settings), execution=execution, progress=progress or Recorder()
    ).outputs


def plainly_matched(values, counted, wanted):
    """Values of an image mapped by the quantiles of those that count."""
    known, counts = np.unique(counted, return_counts=True)
    there, there_counts = np.unique(wanted, return_counts=True)
    curve = np.interp(np.cumsum(counts) / counted.size, np.cumsum(there_counts) / wanted.size, there)
    return np.interp(values, known, curve)


def pair(folder, dtype="uint16", nodata=0, shift=25):
    """One ground twice, the second darker, bent, and seen ``shift`` columns further east."""
    ground = texture(2, HEIGHT, WIDTH + shift, 12, mean=120.0, std=25.0)
    bent = 255 * (ground / 255) ** 1.4 * 0.8
    ground[:, :5, :] = bent[:, -4:, :] = np.nan
    paths = []
    for name, values, column in (("image", ground[:, :, :WIDTH], 0), ("reference", bent[:, :, shift:], shift)):
        hole = np.isnan(values)
        stored = to_type(np.where(hole, 50, np.clip(values, 2, 250)), dtype)
        stored[hole] = nodata
        paths.append(write(folder / f"{name}.tif", stored, column=column, nodata=nodata))
    return paths


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("region", Region)
def test_matching_is_quantile_mapping_of_the_pixels_that_count(tmp_path, dtype, region):
    """Against numpy, rounded once, in every type; whatever does not count is mapped all the same."""
    one, two = pair(tmp_path, dtype)
    out = match([one], two, tmp_path / "out", region=region)[0]
    values, valid, wanted, there = read(one), masks(one), read(two), masks(two)
    assert read(out).dtype == values.dtype
    assert np.array_equal(masks(out), valid)
    for band in range(2):
        here, other = valid[band].copy(), there[band].copy()
        if region is Region.OVERLAP:
            both = here[:, 25:] & other[:, :-25]
            here[:], other[:] = False, False
            here[:, 25:], other[:, :-25] = both, both
        expected = plainly_matched(values[band], values[band][here], wanted[band][other])
        if values.dtype.kind != "f":
            expected = np.rint(expected)
        known = values[band][here]
        within = valid[band] & (values[band] >= known.min()) & (values[band] <= known.max())
        assert np.abs(read(out)[band][within] - expected[within]).max() < 1e-4
    assert abs(read(out)[valid].mean() - wanted[there].mean()) < 3


def test_one_light_is_given_back(tmp_path):
    """A picture bent by a curve and matched to itself unbent is the picture again."""
    ground = texture(1, 200, 200, 3, mean=120.0, std=20.0).astype("float32")
    bent = write(tmp_path / "bent.tif", 300 * (ground / 255) ** 1.7)
    straight = write(tmp_path / "straight.tif", ground)
    out = match([bent], straight, tmp_path / "out")[0]
    assert np.abs(read(out) - ground).max() < 1e-3


@pytest.mark.parametrize("region", Region)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.every(6)
def test_whatever_marks_invalid_pixels_none_is_lost_or_gained(tmp_path, kind, region):
    path = image(tmp_path, kind)
    reference = write(tmp_path / "reference.tif", to_type(texture(3, HEIGHT, WIDTH, 5, mean=900), "uint16"), nodata=0)
    outs = match([path], reference, tmp_path / "matched", region=region)
    outs += [equalize([path], tmp_path / method.value, method=method)[0] for method in EqualizeMethod]
    for out in outs:
        assert np.array_equal(masks(out), masks(path))
        assert read(out).dtype == read(path).dtype
        one, two = gdal.Open(path), gdal.Open(out)
        assert str(one.GetRasterBand(1).GetNoDataValue()) == str(two.GetRasterBand(1).GetNoDataValue())
        assert one.RasterCount == two.RasterCount
        valid = masks(path)
        assert not np.array_equal(read(out)[: len(valid)][valid], read(path)[: len(valid)][valid])
        if kind == "alpha":
            assert np.array_equal(read(out)[3], read(path)[3])


def test_bands_with_masks_or_nodata_values_of_their_own(tmp_path):
    """A GeoTIFF has room for one nodata value; no pixel is lost or gained in any band, changed or not."""
    values = to_type(texture(3, HEIGHT, WIDTH, 12) / 20, "uint8")
    shown = np.ones((3, HEIGHT, WIDTH), bool)
    shown[0, :, :30] = shown[2, 25:32, 50:] = False
    source = write(tmp_path / "source.tif", values)
    mask = write(tmp_path / "mask.tif", np.where(shown, 255, 0).astype(np.uint8))
    masked = masked_virtual(tmp_path / "masked.vrt", source, [1, None, 3], mask)
    values[0, 40:], values[1, 45:48] = 7, 7
    several = str(tmp_path / "several.vrt")
    dataset = gdal.Translate(several, write(tmp_path / "plain.tif", values), format="VRT")
    dataset.GetRasterBand(1).SetNoDataValue(7)
    dataset.GetRasterBand(2).SetNoDataValue(9)
    dataset = None
    for path in (masked, several):
        for bands in ("", "1", "2-3"):
            folder = tmp_path / f"{os.path.basename(path)} {bands}"
            for method in EqualizeMethod:
                out = equalize([path], folder / method.value, method=method, bands=bands)[0]
                assert np.array_equal(masks(out), masks(path))


@pytest.mark.parametrize("nodata", [0, 255, 128])
@pytest.mark.parametrize("method", EqualizeMethod)
def test_bytes_fill_their_range_beside_nodata(tmp_path, method, nodata):
    values = to_type(texture(1, 90, 100, 12, mean=100, std=15), "uint8")
    values[values == nodata] += 1
    values[:, :20] = nodata
    path = write(tmp_path / "a.tif", values, nodata=nodata)
    out = equalize([path], tmp_path / "out", method=method)[0]
    shown = read(out)[masks(out)]
    assert np.array_equal(masks(out), masks(path))
    low, high = (nodata == 0), 255 - (nodata == 255)
    slack = 40 if method is ADAPTIVE else 0
    assert high - slack <= shown.max() <= high
    assert low <= shown.min() <= low + slack
    assert abs(shown.mean() - 127) < 8


@pytest.mark.parametrize("method", EqualizeMethod)
def test_other_types_keep_the_range_of_their_values(tmp_path, method):
    values = to_type(texture(1, 90, 100, 12, mean=300, std=90), "int16") - np.int16(600)
    values[:, :20] = -9999
    path = write(tmp_path / "a.tif", values, nodata=-9999)
    valid = masks(path)
    out, shown = read(equalize([path], tmp_path / "out", method=method)[0])[valid], values[valid]
    if method is not ADAPTIVE:
        assert (out.min(), out.max()) == (shown.min(), shown.max())
    assert shown.min() <= out.min() < out.max() <= shown.max()
    assert out.std() > 1.1 * shown.std()


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_equal_values_stay_equal_across_a_set(tmp_path, dtype):
    """With common; with global a value means something else in each image."""
    ground = to_type(texture(1, 60, 160, 12, mean=100, std=15), dtype)
    ground[:, :, 80:] += np.array(30, dtype)
    paths = [write(tmp_path / f"{n}.tif", ground[:, :, 80 * n:80 * n + 80], column=80 * n) for n in range(2)]
    outs = equalize(paths, tmp_path / "out", method=COMMON)
    before, after = (np.concatenate([read(path).ravel() for path in files]) for files in (paths, outs))
    order = np.argsort(before, kind="stable")
    same = np.diff(before[order]) == 0
    assert (np.diff(after[order].astype(float))[same] == 0).all()
    assert (np.diff(after[order].astype(float)) >= 0).all()
    assert np.array_equal(read(equalize(paths[::-1], tmp_path / "other", method=COMMON)[1]), read(outs[0]))


def test_equal_values_stay_equal_beside_different_nodata_values(tmp_path):
    """128 is nodata in one image, 60 in another, and a value like any other in the third."""
    values = to_type(texture(1, 60, 80, 12, mean=100, std=15), "uint8")
    values[np.isin(values, (60, 128))] += 1
    paths = [write(tmp_path / f"{n}.tif", values, nodata=nodata) for n, nodata in enumerate((None, 128, 60))]
    outs = equalize(paths, tmp_path / "out", method=COMMON)
    assert all(np.array_equal(read(out), read(outs[0])) for out in outs)
    assert all(masks(out).all() for out in outs)


@pytest.mark.parametrize("dtype", ["uint8", "float32"])
@pytest.mark.parametrize("budget", [1, 3])
@pytest.mark.every(3)
def test_windows_threads_and_memory_change_nothing(tmp_path, dtype, budget):
    """Pixels and masks of all jobs, whatever the images' own tiling."""
    values = to_type(texture(2, 300, 1100, 12, mean=120, std=25), dtype)
    values[:, 40:90, 100:700] = 0
    one = write(tmp_path / "one.tif", values, nodata=0)
    two = write(tmp_path / "two.tif", np.sqrt(values.astype(float)).astype(dtype) * 11, nodata=0, row=30,
                options=["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=32"])  # fmt: skip
    small = ExecutionSettings(threads=3, memory_budget=budget)
    if dtype == "uint8":
        for region in Region:
            plain = match([one, two], two, tmp_path / "a", region=region, execution=ExecutionSettings(threads=1))
            # tables of bytes are small; those of other types are checked against the budget
            cut = match([one, two], two, tmp_path / "b", region=region, execution=replace_budget(small, 8))
            assert all(np.array_equal(read(x), read(y)) for x, y in zip(plain, cut))
    for method in EqualizeMethod:
        plain = equalize([one, two], tmp_path / "a", method=method, execution=ExecutionSettings(threads=1))
        cut = equalize([one, two], tmp_path / "b", method=method, execution=replace_budget(small, 60 + budget))
        assert all(np.array_equal(read(x), read(y)) for x, y in zip(plain, cut))


def replace_budget(execution, budget):
    """The same work with another budget."""
    return ExecutionSettings(threads=execution.threads, memory_budget=budget)


def test_files_are_the_same_bytes_for_any_number_of_threads(tmp_path):
    one, two = pair(tmp_path, "uint16")
    outs = [
        match([one], two, tmp_path / str(threads), execution=ExecutionSettings(threads=threads))[0]
        for threads in (1, 2, 5)
    ]
    contents = []
    for path in outs:
        with open(path, "rb") as file:
            contents.append(file.read())
    assert contents[0] == contents[1] == contents[2]


def test_other_bands_stay_bit_by_bit(tmp_path):
    path = image(tmp_path, "nodata")
    reference = write(tmp_path / "reference.tif", to_type(texture(3, HEIGHT, WIDTH, 5, mean=900), "uint16"))
    whole = read(match([path], reference, tmp_path / "whole")[0])
    some = read(match([path], reference, tmp_path / "some", bands="3,1")[0])
    assert np.array_equal(some[[0, 2]], whole[[0, 2]])
    assert np.array_equal(some[1], read(path)[1])
    assert np.array_equal(read(equalize([path], tmp_path / "e", bands="2")[0])[[0, 2]], read(path)[[0, 2]])


def test_what_stands_beside_pixels_is_kept(tmp_path):
    path = image(tmp_path, "nodata")
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("SENSOR", "made up")
    dataset.GetRasterBand(2).SetDescription("near infrared")
    dataset.GetRasterBand(2).SetUnitType("reflectance")
    dataset = None
    for method, out in [
        ("histogram_match", match([path], path, tmp_path / "out")[0]),
        ("histogram_equalize", equalize([path], tmp_path / "out")[0]),
    ]:
        found = gdal.Open(out)
        assert found.GetMetadataItem("SENSOR") == "made up"
        assert found.GetMetadataItem("EVENLIGHT_METHOD") == method
        assert found.GetRasterBand(2).GetDescription() == "near infrared"
        assert found.GetRasterBand(2).GetUnitType() == "reflectance"


def test_an_image_matched_to_itself_is_a_copy(tmp_path):
    """The reference may stand among the inputs."""
    one, two = pair(tmp_path, "float32")
    outs = match([one, two], two, tmp_path / "out")
    assert np.abs(read(outs[1]) - read(two)).max() < 1e-4
    assert np.array_equal(masks(outs[1]), masks(two))


def test_physical_values_are_matched_where_tags_differ(tmp_path):
    """The reference stores half the numbers, and a level of 10; its tags say so."""
    ground = np.rint(texture(1, 80, 90, 3, mean=400.0, std=60.0))
    path = write(tmp_path / "a.tif", (0.5 * ground).astype("uint16"))
    reference = write(tmp_path / "b.tif", (2 * ground + 20).astype("uint16"))
    for name, scale, offset in ((path, 2.0, 0.0), (reference, 0.5, -10.0)):
        dataset = gdal.Open(name, gdal.GA_Update)
        dataset.GetRasterBand(1).SetScale(scale)
        dataset.GetRasterBand(1).SetOffset(offset)
        dataset = None
    out = match([path], reference, tmp_path / "out")[0]
    assert np.abs(read(out).astype(float) - read(path)).max() <= 1


@pytest.mark.parametrize("epsg", [32614, 4326, 32613])
def test_grids_and_coordinate_systems_may_differ(tmp_path, epsg):
    """The same ground at another resolution or in another system: about what the own grid gives."""
    one, two = pair(tmp_path, "float32", nodata=-1)
    other = str(tmp_path / "other.tif")
    size = {"xRes": 7, "yRes": 7} if epsg == 32614 else {}
    gdal.Warp(other, two, dstSRS=f"EPSG:{epsg}", resampleAlg="near", dstNodata=-1, **size)
    here, there = (read(match([one], name, tmp_path / "out")[0]) for name in (two, other))
    valid = masks(one)
    assert np.abs(here - there)[valid].mean() < 0.05 * read(two)[masks(two)].std()


def test_rotated_images_and_images_without_a_system(tmp_path):
    values = to_type(texture(1, HEIGHT, WIDTH, 12), "uint16")
    turned = write(tmp_path / "turned.tif", values, geotransform=(WEST, 8.0, 6.0, NORTH - 300, 6.0, -8.0), nodata=0)
    straight = write(tmp_path / "straight.tif", values + 100, nodata=0)
    assert np.array_equal(masks(match([turned], straight, tmp_path / "out")[0]), masks(turned))
    plain = [write(tmp_path / f"plain{n}.tif", values + n, nodata=0, epsg=None) for n in range(2)]
    assert np.array_equal(read(match([plain[0]], plain[1], tmp_path / "out")[0]), values + 1)


@pytest.mark.parametrize("region", Region)
def test_polygons_say_what_counts(tmp_path, region):
    """A cloud over a third of the image; left out, the rest gets exactly its light back."""
    ground = to_type(texture(1, HEIGHT, WIDTH, 12, mean=100, std=15), "uint8")
    cloudy = ground // 2
    cloudy[:, :, :25] = 250
    reference = write(tmp_path / "reference.tif", ground // 2 * 2)
    path = write(tmp_path / "cloudy.tif", cloudy)
    system = gdal.Open(path).GetProjection()
    named = PolygonMask((box(0, 0, 25, HEIGHT, "cloudy"), box(0, 0, 25, HEIGHT, "reference")), system)
    shared = PolygonMask((box(25, 0, WIDTH, HEIGHT),), system)
    only = PolygonMask((box(25, 0, WIDTH, HEIGHT, "cloudy"),), system)
    limits = [(named, SelectionMode.EXCLUDE), (shared, SelectionMode.INCLUDE)]
    if region is Region.OVERLAP:
        limits.append((only, SelectionMode.INCLUDE))
    for number, (mask, mode) in enumerate(limits):
        out = match([path], reference, tmp_path / str(number), mask, region=region, mask_mode=mode)[0]
        assert np.array_equal(read(out)[:, :, 25:], read(reference)[:, :, 25:])
    plain = match([path], reference, tmp_path / "plain", region=region)[0]
    assert not np.array_equal(read(plain)[:, :, 25:], read(reference)[:, :, 25:])


def test_values_beyond_the_type_are_told(tmp_path):
    values = to_type(texture(1, HEIGHT, WIDTH, 12, mean=100, std=15), "uint8")
    path = write(tmp_path / "small.tif", values)
    reference = write(tmp_path / "large.tif", values.astype("uint16") * 10)
    progress = Recorder()
    match([path], reference, tmp_path / "out", progress=progress)
    assert any("do not fit into uint8" in text for text in progress.warnings)


def test_a_band_without_two_values_is_told_and_kept(tmp_path):
    values = to_type(texture(2, HEIGHT, WIDTH, 12), "uint16")
    values[1] = 5
    path = write(tmp_path / "a.tif", values, nodata=0)
    for method in EqualizeMethod:
        progress = Recorder()
        out = equalize([path], tmp_path / method.value, progress, method=method)[0]
        assert [text.split(". ")[0] for text in progress.warnings] == [
            "a, band 2: no two different values, so nothing is changed"
        ]
        assert np.array_equal(read(out)[1], values[1])


def test_a_band_of_one_value_is_matched_with_a_warning(tmp_path):
    values = np.full((1, HEIGHT, WIDTH), 7, np.uint8)
    path = write(tmp_path / "flat.tif", values)
    reference = write(tmp_path / "reference.tif", to_type(texture(1, HEIGHT, WIDTH, 12, mean=100, std=15), "uint8"))
    progress = Recorder()
    match([path], reference, tmp_path / "out", progress=progress)
    assert [text.startswith("flat, band 1: no two different values") for text in progress.warnings] == [True]


def test_images_of_one_name_are_told_apart(tmp_path):
    """By what their results are called; equalizing tells its range."""
    for folder in ("a", "b"):
        os.mkdir(tmp_path / folder)
    values = to_type(texture(1, HEIGHT, WIDTH, 12, mean=100, std=15), "uint8")
    paths = [write(tmp_path / folder / "x.tif", values) for folder in ("a", "b")]
    matched, equalized = Recorder(), Recorder()
    match(paths, paths[0], tmp_path / "out", progress=matched)
    assert [fact.split(",")[0] for fact in matched.facts[:2]] == ["a_x", "b_x"]
    equalize(paths, tmp_path / "out", equalized)
    told = "band 1: equalized to stored values from 0 to 255."
    assert equalized.facts[:2] == [f"{name}, {told}" for name in ("a_x", "b_x")]


@pytest.mark.parametrize("limit", [float("nan"), 0.5, -1.0])
def test_a_contrast_limit_that_means_nothing_is_refused(tmp_path, limit):
    path = write(tmp_path / "a.tif", np.arange(200, dtype=np.uint8).reshape(1, 10, 20))
    assert problems_of(equalize, [path], tmp_path / "out", method=ADAPTIVE, clip_limit=limit) == [OptionError]


def test_tiles_too_large_to_be_counted_are_refused(tmp_path):
    path = str(tmp_path / "huge.tif")
    options = ["SPARSE_OK=TRUE", "TILED=YES"]
    dataset = gdal.GetDriverByName("GTiff").Create(path, 50_000, 50_000, 1, gdal.GDT_Byte, options)
    dataset.SetGeoTransform((WEST, PIXEL, 0, NORTH, 0, -PIXEL))
    dataset = None
    assert problems_of(equalize, [path], tmp_path / "out", method=ADAPTIVE, tiles=1) == [OptionError]


def problems_of(call, *arguments, **options):
    with pytest.raises(Problems) as caught:
        call(*arguments, **options)
    return [type(problem) for problem in caught.value.problems]


def test_all_that_is_wrong_is_told_before_a_pixel_is_written(tmp_path):
    one, two = pair(tmp_path)
    far = write(tmp_path / "far.tif", read(one)[:1], row=10_000)
    folder = tmp_path / "out"
    assert problems_of(match, [one, far], two, folder) == [BandCountError, NoOverlapError]
    assert problems_of(match, [one], two, folder, bands="3") == [UnknownBandError, UnknownBandError]
    assert problems_of(match, [one], two, folder, bands="x") == [OptionError]
    assert problems_of(equalize, [one, far], folder, method=COMMON) == [BandCountError]
    other = write(tmp_path / "other.tif", read(one).astype("float32"))
    assert problems_of(equalize, [one, other], folder, method=COMMON) == [MixedTypesError]
    assert problems_of(equalize, [one], folder, tiles=65, clip_limit=-1.0) == [OptionError, OptionError]
    assert problems_of(equalize, [one], folder, execution=ExecutionSettings(memory_budget=1)) == [OptionError]
    assert not folder.exists()
    matched = write(tmp_path / "image_Matched.tif", read(one))
    assert OutputIsInputError in problems_of(match, [one], matched, tmp_path)


@pytest.mark.parametrize(("region", "kind"), [("overlap", NoCommonPixelsError), ("whole", NoValidPixelsError)])
def test_nothing_to_count_is_told(tmp_path, region, kind):
    one, _ = pair(tmp_path)
    empty = write(tmp_path / "empty.tif", np.zeros_like(read(one)), nodata=0)
    with pytest.raises(kind):
        match([one], empty, tmp_path / "out", region=Region(region))
    assert not os.path.exists(tmp_path / "out" / "image_Matched.tif")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0])
@pytest.mark.parametrize("job", ["match", "whole", *EqualizeMethod.words()])
def test_a_cancel_leaves_no_file(tmp_path, job, share):
    one, two = pair(tmp_path)
    progress = CancelAt(share)
    with pytest.raises(Cancelled):
        if job in ("match", "whole"):
            match([one], two, tmp_path / "out", progress=progress, region=Region("overlap" if job == "match" else job))
        else:
            equalize([one, two], tmp_path / "out", progress, method=EqualizeMethod(job))
    assert time.monotonic() - progress.asked < 1
    assert not (tmp_path / "out").exists() or not os.listdir(tmp_path / "out")


@pytest.mark.parametrize("dtype", ["uint8", "float32"])
def test_progress_only_grows_and_ends(tmp_path, dtype):
    one, two = pair(tmp_path, dtype)
    for run in (
        lambda progress: match([one, two], two, tmp_path / "a", progress=progress, region=Region.WHOLE),
        lambda progress: match([one, two], two, tmp_path / "a", progress=progress),
        *(
            lambda progress, method=method: equalize([one, two], tmp_path / "a", progress, method=method)
            for method in EqualizeMethod
        ),
        lambda progress: histogram_peaks(one, settings=PeakSettings(), progress=progress),
    ):
        progress = Recorder()
        run(progress)
        assert progress.fractions == sorted(progress.fractions)
        assert progress.fractions[-1] <= 1.0


@pytest.mark.parametrize("dtype", TYPES)
def test_peaks_of_a_file(tmp_path, dtype):
    """Two grounds, a third at 60 and the rest at 180, beside a hole; table and page agree with the answer."""
    values = np.random.default_rng(1).normal(180, 8, (2, 90, 100))
    values[1, :, :30] -= 120
    values = to_type(values, dtype)
    values[1, :10] = 0
    path = write(tmp_path / "a.tif", values, nodata=0)
    table, page = str(tmp_path / "peaks.csv"), str(tmp_path / "peaks.html")
    found = histogram_peaks(path, table, page, settings=PeakSettings(band=2, min_prominence=10))
    with open(table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert found.peaks == len(rows) == 2
    assert found.highest == pytest.approx(180, abs=4)
    assert [float(row["value"]) for row in rows] == pytest.approx([60, 180], abs=4)
    assert [float(row["share"]) for row in rows] == pytest.approx([0.3, 0.7], abs=0.01)
    with open(page, encoding="utf-8") as file:
        assert "data:image/svg+xml" in file.read()


def test_peaks_do_not_depend_on_windows_and_threads(tmp_path):
    path = write(tmp_path / "a.tif", texture(1, 700, 900, 4).astype("float32"))
    tables = []
    for execution in (ExecutionSettings(threads=1), ExecutionSettings(threads=3, memory_budget=1)):
        table = tmp_path / f"{execution.threads}.csv"
        histogram_peaks(path, str(table), settings=PeakSettings(min_prominence=0), execution=execution)
        tables.append(table.read_bytes())
    assert tables[0] == tables[1]


def test_peaks_are_physical_values(tmp_path):
    """Those that QGIS shows and a threshold mask compares: in the answer, table, page and log."""
    stored = np.random.default_rng(1).normal(5000, 80, (1, 90, 100))
    path = write(tmp_path / "a.tif", to_type(stored, "uint16"))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.0001)
    dataset.GetRasterBand(1).SetOffset(-0.1)
    dataset = None
    table, page, progress = tmp_path / "t.csv", tmp_path / "p.html", Recorder()
    found = histogram_peaks(path, str(table), str(page), settings=PeakSettings(min_prominence=20), progress=progress)
    assert found.highest == pytest.approx(0.4, abs=0.005)
    rows = list(csv.DictReader(table.read_text().splitlines()))
    assert float(rows[-1]["value"]) == pytest.approx(found.highest)
    assert f"Peak 1: {found.highest:.6g}; 100.00% of the pixels lie between" in progress.facts[0]
    assert f"{found.highest:.6g}" in page.read_text(encoding="utf-8")


def two_modes(folder, dtype, wild):
    """Two modes, 100 and 160, and single pixels far beyond."""
    folder.mkdir(exist_ok=True)
    random = np.random.default_rng(6)
    values = random.normal(random.choice([100.0, 160.0], (1, 120, 130)), 8.0)
    for place, value in enumerate(wild):
        values[0, 7, 20 + place] = value
    return write(folder / "wild.tif", values.astype(dtype))


@pytest.mark.parametrize("wild", [[1e9], [-1e9], [1e9, -1e9, 3e8]], ids=str)
@pytest.mark.parametrize("dtype", ["int32", "float32", "float64"])
def test_one_pixel_does_not_make_one_peak_of_two(tmp_path, dtype, wild):
    """It is left out, and the warning says so, where, and what to do."""
    progress = Recorder()
    done = histogram_peaks(two_modes(tmp_path, dtype, wild), str(tmp_path / "t.csv"), progress=progress)
    with open(done.table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["value"]) for row in rows] == pytest.approx([100.0, 160.0], abs=4.0)
    assert [float(row["share"]) for row in rows] == pytest.approx([0.5, 0.5], abs=0.03)
    (told,) = progress.warnings
    assert f"{max(wild, key=abs):.6g}" in told
    assert "mask_rasters" in told


@pytest.mark.parametrize("dtype", ["int32", "float32"])
@pytest.mark.parametrize("method", EqualizeMethod)
def test_one_pixel_does_not_widen_equalized_images(tmp_path, dtype, method):
    """Results are those without it; it keeps its place in the order."""
    plain, wild = (two_modes(tmp_path / name, dtype, wild) for name, wild in (("a", [150]), ("b", [1e9])))
    progress = Recorder()
    (first,), (second,) = (
        equalize([path], tmp_path / f"out_{name}", progress, method=method)
        for name, path in (("plain", plain), ("wild", wild))
    )
    before, after = read(first)[0].astype(float), read(second)[0].astype(float)
    others = np.ones(before.shape, bool)
    others[7, 20] = False
    assert np.abs(after - before)[others].max() < 0.1 * before.std()
    assert after[7, 20] == after.max()
    assert len(progress.warnings) == 1
    assert "1e+09" in progress.warnings[0]


def test_one_pixel_does_not_stretch_what_is_beyond_the_ground_counted(tmp_path):
    """Values beyond go on along a line by the ratio of deviations, which one pixel does not make."""
    from evenlight.core.filters.tones import matching_curve
    from evenlight.core.numeric.quantiles import Counter

    def counted(values):
        counter = Counter(values.dtype)
        while not counter.done:
            counter.add(counter.portion(values))
            counter.narrow()
        return counter.distribution()

    values = np.random.default_rng(2).normal(100.0, 8.0, 20_000)
    wild = np.append(values, 1e9)
    assert matching_curve(counted(values), counted(wild)).gain == pytest.approx(1.0, rel=0.02)
    assert matching_curve(counted(wild), counted(values)).gain == pytest.approx(1.0, rel=0.02)


def test_bad_input_for_peaks(tmp_path):
    path = write(tmp_path / "a.tif", np.zeros((1, 20, 20), np.uint8), nodata=0)
    with pytest.raises(NoValidPixelsError) as told:
        histogram_peaks(path)
    assert "polygon" not in str(told.value)
    bad = PeakSettings(band=2, bins=1, smoothing=-1.0, min_height=float("nan"))
    assert problems_of(histogram_peaks, path, settings=bad) == [UnknownBandError, *[OptionError] * 3]
    assert problems_of(histogram_peaks, path, settings=PeakSettings(smoothing=1e30)) == [OptionError]
    assert problems_of(histogram_peaks, path, page=path) == [OutputNameError, OutputIsInputError]
    one = str(tmp_path / "one.html")
    assert problems_of(histogram_peaks, path, one, one) == [OutputNameError, SameOutputError]
    wrong = str(tmp_path / "t.xlsx"), str(tmp_path / "t.svg")
    assert problems_of(histogram_peaks, path, *wrong) == [OutputNameError, OutputNameError]
    with pytest.raises(Cancelled):
        histogram_peaks(
            write(tmp_path / "b.tif", np.arange(400, dtype=np.uint16).reshape(1, 20, 20)),
            str(tmp_path / "t.csv"), progress=CancelAt(0.9),
        )  # fmt: skip
    assert not (tmp_path / "t.csv").exists()


def test_pixels_of_the_ground_lie_where_the_images_say(tmp_path):
    """Only the strip that both show counts, to the pixel."""
    values = np.arange(HEIGHT * WIDTH, dtype=np.uint16).reshape(1, HEIGHT, WIDTH)
    one = write(tmp_path / "one.tif", values)
    two = write(tmp_path / "two.tif", values + 7, column=WIDTH - 3)
    progress = Recorder()
    match([one], two, tmp_path / "out", progress=progress)
    assert f"(stored values; {3 * HEIGHT} pixels counted)" in progress.facts[0]
    assert gdal.Open(one).GetGeoTransform()[1] == PIXEL
