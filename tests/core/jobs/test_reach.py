"""Work grows with the ground that images show, not with the canvas around them, and ends when it is told to."""

from __future__ import annotations

import os
import time
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from made_places import NORTH, PIXEL, WEST, in_time, pair, piece
from made_scenes import chain_of, make_scene, masks, read, write
from osgeo import gdal, ogr, osr
from recorders import CancelAfter, Listener, Recorder

from evenlight.core import jobs
from evenlight.core.align.settings import CoregisterSettings, JointSettings, ReferenceMode
from evenlight.core.errors import Cancelled, EvenlightError, Problems
from evenlight.core.masks.polygons import CanvasMask, MaskPolygon, PolygonMask
from evenlight.core.masks.settings import ThresholdSettings
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.image import describe
from evenlight.core.raster.window import Window
from evenlight.core.settings import (
    GlobalSettings,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    OutputType,
    SelectionMode,
    StatisticsSettings,
)

SOUTH = (WEST, -NORTH)
"""Another hemisphere, 10,400 km away: 208 million pixels."""

ELSEWHERE = {
    "at the origin": {"at": (0.0, 0.0)},
    "other hemisphere": {"at": SOUTH},
    "coarse": {"at": (0.0, 0.0), "pixel": 30.0},
    "other system": {"at": (WEST, 5300000.0), "epsg": 32618},
}


def to(folder, name="$.tif"):
    """Where images go."""
    return OutputSettings(folder=str(folder), name=name)


def estimated(paths, folder, **options):
    """The global step from a sample."""
    return jobs.global_regression(paths, to(folder), statistics=StatisticsSettings(estimate=True), **options)


def by_variation(paths, folder, **options):
    """The local step whose number of blocks comes from the pixels."""
    settings = LocalSettings(blocks_by_variation=True)
    return jobs.local_block_adjustment(paths, to(folder), settings=settings, **options)


def maps(paths, folder, **options):
    """Block maps as results."""
    result = jobs.save_block_maps(paths, str(folder / "reference.tif"), str(folder), **options)
    return result._replace(local_maps=None), result.local_maps


STEPS = {
    "global": lambda paths, folder, **o: jobs.global_regression(paths, to(folder), **o),
    "least squares": lambda paths, folder, **o: jobs.global_regression(
        paths, to(folder), settings=GlobalSettings(method="least_squares"), **o
    ),
    "estimated": estimated,
    "local": lambda paths, folder, **o: jobs.local_block_adjustment(paths, to(folder), **o),
    "by variation": by_variation,
    "balance": lambda paths, folder, **o: jobs.balance(paths, to(folder), **o),
    "preview": lambda paths, folder, **o: jobs.preview_balance(paths, to(folder), **o),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("place", ELSEWHERE)
@pytest.mark.every(6)
def test_an_image_placed_wrongly_changes_nothing_for_the_others(tmp_path, step, place):
    """The two others get what they get without it; it is passed on as it is, with a sentence."""
    near = pair(tmp_path)
    far = piece(tmp_path, "c", seed=9, **ELSEWHERE[place])
    told = Recorder()
    alone = STEPS[step](near, tmp_path / "alone")
    result = in_time(lambda: STEPS[step]([near[0], far, near[1]], tmp_path / "all", progress=told))
    assert [os.path.basename(path)[0] for path in result.outputs] == ["a", "c", "b"]
    for one, other in zip(alone.outputs, [result.outputs[0], result.outputs[2]]):
        assert np.array_equal(read(one), read(other))
    assert np.array_equal(read(result.outputs[1]), read(far))
    assert np.array_equal(masks(result.outputs[1]), masks(far))
    assert gdal.Open(result.outputs[1]).GetGeoTransform() == gdal.Open(far).GetGeoTransform()
    assert gdal.Open(result.outputs[1]).GetRasterBand(1).DataType == gdal.GDT_UInt16
    assert chain_of(result.outputs[1]) == []
    assert [text for text in told.warnings if "c.tif" in text] == [
        f'"{far}": no overlap with another image, so nothing to follow; left out and passed on unchanged. '
        "Check the coordinate system if they should overlap."
    ]
    assert result.quality == alone.quality


@pytest.mark.parametrize("form", ["geotiff", "virtual"])
def test_an_image_apart_that_the_data_type_cannot_hold_is_refused(tmp_path, form):
    """Virtual results too, of which no pixel is read: it would be white and nobody told."""
    far, bright = piece(tmp_path, "c", at=(0.0, 0.0)), pair(tmp_path)
    near = [
        write(tmp_path / f"near{n}.tif", read(path) / 30, nodata=0, geotransform=gdal.Open(path).GetGeoTransform())
        for n, path in enumerate(bright)
    ]
    output = OutputSettings(folder=str(tmp_path / "out"), format=OutputFormat(form), dtype=OutputType.BYTE)
    with pytest.raises(Problems, match="100% of c in band 1"):
        jobs.global_regression([*near, far], output)
    assert not os.path.exists(tmp_path / "out") or not os.listdir(tmp_path / "out")


def test_block_maps_of_an_image_placed_wrongly_are_empty_and_change_nothing(tmp_path):
    """Saved and loaded again, with all three images."""
    paths = [*pair(tmp_path), piece(tmp_path, "c", at=(0.0, 0.0), seed=9)]
    alone = jobs.save_block_maps(paths[:2], str(tmp_path / "r.tif"), str(tmp_path / "alone"))
    saved = in_time(lambda: jobs.save_block_maps(paths, str(tmp_path / "all.tif"), str(tmp_path / "maps")))
    assert np.array_equal(read(saved.reference_map), read(alone.reference_map), equal_nan=True)
    assert np.isnan(read(saved.local_maps[2])).all()
    direct = jobs.local_block_adjustment(paths, to(tmp_path / "direct"))
    loaded = in_time(
        lambda: jobs.load_block_maps(
            paths, to(tmp_path / "loaded"), reference_map=saved.reference_map, local_maps=saved.local_maps
        )
    )
    for one, other in zip(direct.outputs, loaded.outputs):
        assert np.array_equal(read(one), read(other))


def test_groups_far_apart_are_each_balanced_as_if_alone(tmp_path):
    """A pair of images and another one 10,400 km away: the gains of two runs, and memory of a small one."""
    north, south = pair(tmp_path), pair(tmp_path, ("c", "d"), at=SOUTH, seed=9)
    apart = [jobs.global_regression(paths, to(tmp_path / "apart")).outputs for paths in (north, south)]
    tracemalloc.start()
    together = in_time(lambda: jobs.global_regression([*north, *south], to(tmp_path / "together"))).outputs
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50e6
    for one, other in zip([*apart[0], *apart[1]], together):
        assert np.array_equal(read(one), read(other))


@pytest.mark.every(2)
@pytest.mark.parametrize("step", ["local", "by variation", "balance", "preview"])
def test_blocks_of_groups_far_apart_are_as_large_as_in_one_group(tmp_path, step):
    """Where all that lies between counts, one block holds a whole group and evens nothing."""
    light = 1.0 + 0.2 * np.linspace(-1, 1, 120)
    paths = [*pair(tmp_path), *pair(tmp_path, ("c", "d"), at=SOUTH, seed=9)]
    for path in (paths[0], paths[2]):
        dataset = gdal.Open(path, gdal.GA_Update)
        for number in (1, 2):
            band = dataset.GetRasterBand(number)
            band.WriteArray(np.rint(band.ReadAsArray() * light).astype(np.uint16))
        dataset = None
    told = Recorder()
    blocks = [STEPS[step](paths[:2], tmp_path / "alone").outputs[0]]
    result = in_time(lambda: STEPS[step](paths, tmp_path / "together", progress=told))
    for alone, path in zip(blocks, result.outputs):
        one, other = (next(entry["blocks"] for entry in chain_of(file) if "blocks" in entry) for file in (alone, path))
        assert np.abs(np.subtract(one, other)).max() <= 2
    assert any("pixels, in 2 groups of images far apart" in fact for fact in told.facts)
    assert result.quality.rmse_after < 0.4 * result.quality.rmse_before


def test_groups_beside_each_other_keep_the_blocks_of_the_canvas(tmp_path):
    """Only where most of the canvas is empty their number is another one."""
    paths = [*pair(tmp_path), *pair(tmp_path, ("c", "d"), at=(WEST + 12.0, NORTH), seed=9)]
    told = Recorder()
    jobs.local_block_adjustment(paths, to(tmp_path / "out"), settings=LocalSettings(blocks=25), progress=told)
    # 420 x 120 pixels, 25 blocks for each of four images, none under 16 pixels
    assert "5 x 19 blocks over the canvas." in told.facts


def test_block_maps_of_groups_far_apart_are_refused_before_a_pixel_is_read(tmp_path):
    """They would be a raster of the emptiness between."""
    paths = [*pair(tmp_path), *pair(tmp_path, ("c", "d"), at=SOUTH, seed=9)]
    with pytest.raises(EvenlightError, match=r"blocks, too many to save: save the maps of images that lie far apart"):
        in_time(lambda: jobs.save_block_maps(paths, str(tmp_path / "r.tif"), str(tmp_path / "maps")))
    assert not (tmp_path / "maps").exists()


def test_rows_of_blocks_over_groups_far_apart_are_told(tmp_path):
    """They are taken as they are given."""
    paths = [*pair(tmp_path), *pair(tmp_path, ("c", "d"), at=SOUTH, seed=9)]
    told = Recorder()
    settings = LocalSettings(block_rows=10, block_columns=10)
    in_time(lambda: jobs.local_block_adjustment(paths, to(tmp_path / "out"), settings=settings, progress=told))
    assert any("a block is larger than a whole group" in text for text in told.warnings)


def test_many_images_scattered_over_a_continent(tmp_path):
    """Twenty pairs, up to 4,000 km apart, and twenty images that meet nobody."""
    random = np.random.default_rng(4)
    paths = []
    for number in range(20):
        at = WEST + 4e6 * random.random(), NORTH - 4e6 * random.random()
        paths += pair(tmp_path, (f"p{number}a", f"p{number}b"), at=at, size=90, seed=number)
        at = WEST + 4e6 * random.random(), NORTH - 4e6 * random.random()
        paths.append(piece(tmp_path, f"s{number}", at=at, size=30, seed=number))
    told = Recorder()
    result = in_time(lambda: jobs.balance(paths, to(tmp_path / "out"), progress=told), 120.0)
    assert result.quality.groups == 20
    (left_out,) = [text for text in told.warnings if "no overlap" in text]
    assert "and 15 more: no overlap" in left_out
    for path, output in zip(paths, result.outputs):
        if os.path.basename(path)[0] == "s":
            assert np.array_equal(read(path), read(output))


@pytest.mark.parametrize("far", [[], ["far"]])
def test_a_mask_is_drawn_as_finely_however_far_another_group_lies(tmp_path, far):
    """A polygon in degrees, whose edges bend on the canvas: the same pixels count."""
    near = pair(tmp_path, size=100, pixel=100.0)
    other = pair(tmp_path, ("c", "d"), size=100, pixel=100.0, at=(WEST, 1000.0), seed=9) if far else []
    images = [describe(path) for path in [*near, *other]]
    canvas = make_canvas(images)
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    ring = "-101 46.88, -97 46.88, -97 47.2, -101 47.2, -101 46.88"
    polygon = MaskPolygon(bytes(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))").ExportToWkb()))
    mask = CanvasMask(PolygonMask((polygon,), degrees.ExportToWkt()), SelectionMode.INCLUDE, images, canvas)
    counted = mask.allowed(0, Window(0, 0, 100, 100))
    to_degrees = osr.CoordinateTransformation(_system(canvas.crs), _system(degrees.ExportToWkt()))
    latitude = [
        to_degrees.TransformPoint(WEST + (x + 0.5) * 100.0, NORTH - (y + 0.5) * 100.0)[1]
        for y in range(100)
        for x in range(100)
    ]
    assert np.count_nonzero(counted != (np.reshape(latitude, (100, 100)) > 46.88)) <= 2


def _system(wkt):
    system = osr.SpatialReference()
    system.ImportFromWkt(wkt)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def test_adjustments_know_an_image_apart_as_one_that_nothing_changes(tmp_path):
    """Applied it stays; where it meets others later it is read, and all is as in a run without the file."""
    near, far = pair(tmp_path), pair(tmp_path, ("c", "d"), at=(0.0, 0.0), seed=9)
    saved = str(tmp_path / "adjustments.json")
    jobs.global_regression([*near, far[0]], to(tmp_path / "first"), save_adjustments=saved)
    applied = jobs.apply_adjustments([far[0]], saved, to(tmp_path / "applied")).outputs
    assert np.array_equal(read(applied[0]), read(far[0]))
    full = jobs.global_regression([*near, *far], to(tmp_path / "full")).outputs
    again = str(tmp_path / "again.json")
    mixed = jobs.global_regression(
        [*near, *far], to(tmp_path / "mixed"), load_adjustments=saved, save_adjustments=again
    ).outputs
    for one, other in zip(full, mixed):
        assert np.array_equal(read(one), read(other))
    third = jobs.global_regression([*near, *far], to(tmp_path / "third"), load_adjustments=again).outputs
    assert np.array_equal(read(third[2]), read(full[2]))


def test_an_image_that_only_the_adjustments_file_links_to_the_others_still_follows(tmp_path):
    """Three in a row; the middle one is in the file only."""
    scene = make_scene(tmp_path / "in", columns=4, size=100, step=70, bands=1)
    saved = str(tmp_path / "adjustments.json")
    full = jobs.global_regression(scene.paths, to(tmp_path / "full"), save_adjustments=saved).outputs
    ends = [scene.paths[0], scene.paths[1], scene.paths[3]]
    told = Recorder()
    part = jobs.global_regression(ends, to(tmp_path / "part"), load_adjustments=saved, progress=told).outputs
    assert np.array_equal(read(part[2]), read(full[3]))
    assert not [text for text in told.warnings if "left out" in text]


def test_a_model_image_placed_wrongly_leads_nobody(tmp_path):
    """The others are matched to each other, and told so."""
    near, far = pair(tmp_path), piece(tmp_path, "c", at=(0.0, 0.0), seed=9)
    told = Recorder()
    settings = GlobalSettings(model_images=(far,))
    result = jobs.global_regression([*near, far], to(tmp_path / "out"), settings=settings, progress=told)
    assert np.array_equal(read(result.outputs[2]), read(far))
    assert any("No chain of overlaps leads to a model image" in text for text in told.warnings)


def test_an_image_placed_wrongly_does_not_coarsen_what_others_are_aligned_by(tmp_path):
    """One of 30 m among two of 5 cm that are 3 pixels off: they are aligned, it stays."""
    first = piece(tmp_path, "a", 0, size=400, seed=3)
    second = piece(tmp_path, "b", 100, size=400, seed=3, at=(WEST + 3 * PIXEL, NORTH))
    far = piece(tmp_path, "c", at=(0.0, 0.0), pixel=30.0, seed=9)
    result = in_time(
        lambda: jobs.coregister_jointly([first, second, far], to(tmp_path / "out"), settings=JointSettings())
    )
    wests = [gdal.Open(path).GetGeoTransform()[0] for path in result.outputs]
    assert wests[1] - wests[0] == pytest.approx(100 * PIXEL, abs=0.1 * PIXEL)
    assert np.array_equal(read(result.outputs[2]), read(far))
    same = JointSettings(same_grid=True)
    gridded = in_time(
        lambda: jobs.coregister_jointly([first, second, far], to(tmp_path / "grid"), settings=same)
    ).outputs
    assert gdal.Open(gridded[2]).GetGeoTransform() == gdal.Open(far).GetGeoTransform()


def test_one_grid_for_images_far_apart_is_refused(tmp_path):
    """Each result would be a raster of the emptiness between."""
    paths = [*pair(tmp_path), piece(tmp_path, "c", at=(0.0, 0.0), seed=9)]
    settings = CoregisterSettings(reference_mode=ReferenceMode.MEAN, same_grid=True)
    with pytest.raises(Problems, match=r'SAME_GRID cannot be "true": use false: the images lie far apart'):
        in_time(lambda: jobs.coregister(paths, None, to(tmp_path / "out"), settings=settings))


def degrees(folder, name, west, size=60, column=0):
    """An image in longitude and latitude."""
    return piece(folder, name, column, at=(west, 40.0), size=size, pixel=0.01, epsg=4326)


def test_longitudes_counted_otherwise_are_told_with_the_remedy(tmp_path):
    """0 to 360 and -180 to 180 degrees: one ground, but no overlap of numbers."""
    east, west = degrees(tmp_path, "east", 200.0), degrees(tmp_path, "west", -160.0, column=30)
    with pytest.raises(Problems, match=r"360 degrees apart, were counted alike; move the bounds.*gdal_translate"):
        jobs.global_regression([east, west], to(tmp_path / "out"))
    third = degrees(tmp_path, "third", 200.0, column=20)
    told = Recorder()
    jobs.global_regression([east, west, third], to(tmp_path / "out"), progress=told)
    [text] = [text for text in told.warnings if "360 degrees apart" in text]
    assert "east.tif and" in text
    assert text.endswith("and run again; so would 1 other pair.")
    assert any("west.tif" in text and "left out" in text for text in told.warnings)


def test_images_that_meet_as_they_are_are_not_told_of_longitudes(tmp_path):
    """Around the Earth at the edge of the map, each meets the other once."""
    paths = [degrees(tmp_path, "one", -180.0), degrees(tmp_path, "two", -180.0, column=20)]
    told = Recorder()
    jobs.global_regression(paths, to(tmp_path / "out"), progress=told)
    assert not [text for text in told.warnings if "360" in text]


HEARD = 1.0
"""Seconds within which a cancel is answered."""

CANCELLED = {
    **STEPS,
    "maps": lambda paths, folder, **o: jobs.save_block_maps(paths, str(folder / "r.tif"), str(folder), **o),
    "joint": lambda paths, folder, **o: jobs.coregister_jointly(paths, to(folder), **o),
    "mean": lambda paths, folder, **o: jobs.coregister(
        paths, None, to(folder), settings=CoregisterSettings(reference_mode=ReferenceMode.MEAN), **o
    ),
    "masks": lambda paths, folder, **o: jobs.threshold_mask(
        paths,
        to(folder),
        settings=ThresholdSettings(expression="B1 > 50%B1", buffer=0.2),
        polygons=str(folder / "m.gpkg"),
        **o,
    ),
}


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """Forty-eight images that meet, and one that lies at the origin."""
    folder = tmp_path_factory.mktemp("crowd")
    scene = make_scene(folder, rows=6, columns=8, size=64, step=40, bands=2)
    return [*scene.paths, piece(folder, "lost", at=(0.0, 0.0))]


@pytest.mark.parametrize("step", CANCELLED)
@pytest.mark.every(6)
def test_a_cancel_at_any_moment_is_heard_within_a_second(crowd, tmp_path, step):
    """Asked at three moments of a run; no file is left."""
    begun = time.monotonic()
    listener = Listener()
    in_time(lambda: CANCELLED[step](crowd, tmp_path / "whole", progress=listener), 300.0)
    took = time.monotonic() - begun
    assert listener.longest < HEARD
    for share in np.random.default_rng(len(step)).uniform(0.0, 0.8, 3):
        progress = CancelAfter(share * took)
        folder = tmp_path / f"{share}"
        try:
            in_time(lambda: CANCELLED[step](crowd, folder, progress=progress), 300.0)  # noqa: B023 -- ends here
        except Cancelled:
            assert time.monotonic() - progress.asked < HEARD + 0.5
            assert not folder.exists() or not os.listdir(folder)
        else:
            # the second run was faster than the first
            assert Path(folder).exists()
