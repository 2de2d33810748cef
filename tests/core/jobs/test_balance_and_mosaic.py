"""From images to one mosaic in one run, as scripts do it."""

from __future__ import annotations

import json
import os

import numpy as np
import pytest
from made_mosaics import cut_images, turned
from made_scenes import make_scene, masks, read, sunlight, texture, write
from made_views import Ground
from osgeo import gdal
from recorders import CancelAt, Recorder

import evenlight.core as ev
from evenlight.core.align.transform import Transform
from evenlight.core.errors import Problems

PLACES = [(95 * r, 90 * c, turned(160, 9 + 8 * r - 5 * c)) for r in range(2) for c in range(3)]
GAINS = np.exp(0.3 * np.sin(np.arange(6)))
DISTANCE = ev.SeamSettings(method="distance")
PLAIN = ev.MosaicSettings(blend="none")


def faint(index, height, width):
    """Up to two parts of a hundred."""
    return 1 + (sunlight(index, height, width) - 1) / 8


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Six turned images on one grid, each with its own gain."""
    folder = tmp_path_factory.mktemp("scene")
    return cut_images(folder, PLACES, texture(2, 260, 340, seed=3), gains=GAINS)


def left_of(found, truth, valid):
    """What is left of a mosaic less the truth at the mosaic's own level, over the truth's deviation, worst band."""
    left = []
    for values, wanted in zip(found[:, valid].astype(float), truth[:, valid]):
        fit = np.polyfit(wanted, values, 1)
        left.append(np.std(values - np.polyval(fit, wanted)) / (fit[0] * wanted.std()))
    return max(left)


@pytest.mark.every(3)
@pytest.mark.parametrize("blend", ["none", "feather", "multiband"])
@pytest.mark.parametrize("lit, tolerance", [(None, 0.002), (faint, 0.06)])
def test_the_mosaic_is_the_scene_at_one_level(lit, tolerance, blend, tmp_path):
    """Gains, offsets, and light that differs within the images: no gap, nothing invented, and the truth is there.

    Of light, overlaps tell only what images differ by.
    """
    made = make_scene(tmp_path / "in", rows=2, columns=3, light=lit, seed=5)
    settings = ev.MosaicSettings(blend=blend, levels=3)
    result = ev.balance_and_mosaic(made.paths, tmp_path / "out.tif", settings=settings)
    covered = np.zeros(made.truth.shape[1:], bool)
    for path, (row, column) in zip(made.paths, made.corners):
        covered[row : row + 150, column : column + 150] |= read(path)[0] > 0
    assert (masks(str(tmp_path / "out.tif")) == covered).all()
    assert left_of(read(str(tmp_path / "out.tif")), made.truth, covered) < tolerance
    assert result.quality.normalised_after < 0.05 < result.quality.normalised_before
    assert sorted(os.listdir(tmp_path)) == ["in", "out.tif"]


def test_tiles_are_checked_before_anything_else(scene, tmp_path):
    """One that would take the place of an image, and the name of the virtual raster over them."""
    tiled = ev.MosaicSettings(levels=3, tile_size=100)
    os.makedirs(tmp_path / "u")
    os.link(scene[0], tmp_path / "u" / "m_r001_c001.tif")
    with pytest.raises(Problems, match="would be overwritten"):
        ev.balance_and_mosaic(scene, tmp_path / "u" / "m.vrt", settings=tiled)
    with pytest.raises(Problems, match=r"name that ends with \.vrt"):
        ev.balance_and_mosaic(scene, tmp_path / "u" / "m.tif", settings=tiled)
    assert os.listdir(tmp_path / "u") == ["m_r001_c001.tif"]


def test_the_default_blend_is_multiband(scene, tmp_path):
    """Settings left out are those of the blend for what is left between balanced images."""
    ev.balance_and_mosaic(scene, tmp_path / "a.tif")
    ev.balance_and_mosaic(scene, tmp_path / "b.tif", settings=ev.MosaicSettings(blend="multiband"))
    assert (read(str(tmp_path / "a.tif")) == read(str(tmp_path / "b.tif"))).all()
    tags = gdal.Open(str(tmp_path / "a.tif")).GetMetadata()
    assert tags["EVENLIGHT_MOSAIC"] == "6 images, seamlines, multiband"
    assert tags["EVENLIGHT_METHOD"] == "balance_and_mosaic" and tags["EVENLIGHT_BALANCE"].startswith("balance robust")


@pytest.mark.parametrize("dtype", ["same", "Float32"])
def test_it_is_balance_then_mosaic_rounded_once(scene, dtype, tmp_path):
    """The same figures and adjustments to the last bit, the same pixels within the rounding."""
    balanced = ev.balance(scene, ev.OutputSettings(str(tmp_path / "out"), dtype=dtype), save_adjustments=tmp_path / "a")
    ev.mosaic(balanced.outputs, tmp_path / "two.tif", seams=DISTANCE, settings=PLAIN, source_map=tmp_path / "m2.tif")
    result = ev.balance_and_mosaic(
        scene, tmp_path / "one.tif", seams=DISTANCE, settings=PLAIN, dtype=dtype, save_adjustments=tmp_path / "b",
        source_map=tmp_path / "m1.tif",
    )  # fmt: skip
    assert result.quality == balanced.quality
    assert adjustments_in(tmp_path / "a") == adjustments_in(tmp_path / "b")
    assert (read(str(tmp_path / "m1.tif")) == read(str(tmp_path / "m2.tif"))).all()
    found, wanted = (read(str(tmp_path / name)) for name in ("one.tif", "two.tif"))
    assert found.dtype == wanted.dtype and (found == wanted).all()


def adjustments_in(path):
    """What a file of adjustments says of the images, but for how sure it is that their files stay the same."""
    return [{**image, "content": None} for image in json.loads(path.read_text())["images"]]


SHIFTS = np.array([(2.3, -1.6), (-1.4, 2.7), (0.8, 1.9), (-2.9, -0.7)])
"""Columns and rows that images lie wrong by."""


def misplaced(folder, ground):
    """Four images of one ground, each with its own gain, that lie wrong by `SHIFTS`, on one grid."""
    folder.mkdir()
    paths = []
    for number, wrong in enumerate(SHIFTS):
        row, column = (100 * place for place in divmod(number, 2))
        shown = 200 + ground.seen(Transform.shift(*wrong))[None, row : row + 220, column : column + 220]
        gain = 10 * (1 + 0.1 * number)
        paths.append(write(folder / f"{number}.tif", np.rint(gain * shown).astype(np.uint16), row, column, nodata=0))
    return paths


def test_alignment_goes_first(tmp_path):
    """Images come to where they belong, are resampled once, and compared there: as near to the truth as one resampling.

    Before that the mosaic would show every second edge twice.
    """
    ground = Ground(320, seed=2)
    paths = misplaced(tmp_path / "in", ground)
    recorder = Recorder()
    result = ev.balance_and_mosaic(paths, tmp_path / "out.tif", align=True, progress=recorder)
    plain = ev.balance_and_mosaic(paths, tmp_path / "plain.tif")
    assert result.quality.normalised_after < 0.1 < 0.2 < plain.quality.normalised_after
    assert any("4 images resampled" in fact for fact in recorder.facts)
    assert sorted(os.listdir(tmp_path)) == ["in", "out.tif", "plain.tif"]
    left = {}
    # the images keep their mean place; the last one is resampled by hand, from where it truly lies
    for name, off in (("out", SHIFTS.mean(axis=0)), ("plain", (0, 0)), ("once", SHIFTS.mean(axis=0))):
        if name == "once":
            west, north = np.array([501000, 5199000]) + 10 * (SHIFTS[3] - off) * (1, -1)
            moved = gdal.Translate("", paths[3], format="MEM", outputBounds=[west, north, west + 2200, north - 2200])
            grid = gdal.Open(str(tmp_path / "out.tif"))
            x, _, _, y, _, _ = grid.GetGeoTransform()
            bounds = x, y - 10 * grid.RasterYSize, x + 10 * grid.RasterXSize, y
            gdal.Warp(str(tmp_path / "once.tif"), moved, outputBounds=bounds, xRes=10, yRes=10, resampleAlg="cubic")
        found, place = read(str(tmp_path / f"{name}.tif")), gdal.Open(str(tmp_path / f"{name}.tif")).GetGeoTransform()
        off = off + np.array([(place[0] - 500000) / 10, (5200000 - place[3]) / 10])
        truth = ground.seen(Transform.shift(*off))[None, : found.shape[1], : found.shape[2]]
        inside = np.zeros(truth.shape[1:], bool)
        inside[(slice(230, 300),) * 2 if name == "once" else (slice(10, 300),) * 2] = True
        found = found[:, : truth.shape[1], : truth.shape[2]]
        assert (found[0] > 0)[inside].all()
        left[name] = left_of(found, truth, inside)
    assert left["out"] < 1.2 * left["once"] < 0.2 * left["plain"]


def test_seams_are_found_on_corrected_values(tmp_path):
    """Where they run on balanced images, though the cells were looked at as the images came."""
    ground = texture(2, 260, 400, seed=9)
    own = [texture(2, 260, 300, seed=seed, mean=0, std=60) for seed in (4, 5)]
    slope = np.linspace(0.5, 2.0, 300)[None, None]
    paths = [
        write(tmp_path / "a.tif", (ground[:, :, :300] + own[0]).astype(np.uint16), nodata=0),
        write(tmp_path / "b.tif", ((ground[:, :, 100:] + own[1]) * slope + 500).astype(np.uint16), 0, 100, nodata=0),
    ]
    balanced = ev.balance(paths, ev.OutputSettings(str(tmp_path / "out"), dtype="Float32")).outputs
    ev.mosaic(balanced, tmp_path / "two.tif", settings=PLAIN, source_map=tmp_path / "two_map.tif")
    ev.balance_and_mosaic(paths, tmp_path / "one.tif", settings=PLAIN, source_map=tmp_path / "one_map.tif")
    ev.mosaic(paths, tmp_path / "raw.tif", settings=PLAIN, source_map=tmp_path / "raw_map.tif")
    one, two, raw = (read(str(tmp_path / f"{name}_map.tif")) for name in ("one", "two", "raw"))
    assert (one == two).all() and (raw != two).any()


def test_files_about_seams(scene, tmp_path):
    """A source map and polygons that agree, and that `mosaic` and this job take back to the pixel."""
    result = ev.balance_and_mosaic(
        scene, tmp_path / "a.tif", settings=PLAIN, source_map=tmp_path / "ma.tif", save_seamlines=tmp_path / "s.gpkg"
    )
    again = ev.balance_and_mosaic(
        scene, tmp_path / "b.tif", settings=PLAIN, edited=tmp_path / "s.gpkg", source_map=tmp_path / "mb.tif"
    )
    assert result.seamlines == str(tmp_path / "s.gpkg") and result.areas == again.areas
    for one, other in (("a.tif", "b.tif"), ("ma.tif", "mb.tif")):
        assert (read(str(tmp_path / one)) == read(str(tmp_path / other))).all()
    assert result.areas == np.bincount(read(str(tmp_path / "ma.tif")).ravel(), minlength=7)[1:].tolist()
    assert sorted(os.listdir(tmp_path)) == ["a.tif", "b.tif", "ma.tif", "mb.tif", "s.gpkg"]


def test_order_threads_memory_and_windows_change_nothing(scene, tmp_path):
    """Pixels are the same, bytes too for any number of threads."""
    wanted = None
    for number, (paths, execution) in enumerate([
        (scene, ev.ExecutionSettings()),
        (scene, ev.ExecutionSettings(threads=1)),
        (scene[::-1], ev.ExecutionSettings(threads=5, memory_budget=32, window_size=64)),
    ]):  # fmt: skip
        target = tmp_path / f"{number}.tif"
        settings = ev.MosaicSettings(blend="multiband", levels=3)
        ev.balance_and_mosaic(paths, target, settings=settings, execution=execution)
        found = read(str(target))
        wanted = found if wanted is None else wanted
        assert (found == wanted).all()
    assert (tmp_path / "0.tif").read_bytes() == (tmp_path / "1.tif").read_bytes()


def test_masks_nodata_and_alpha_together(tmp_path):
    """One image of each kind: the mosaic has data where any has, and says so in all ways it has."""
    valid = turned(160, 12)
    ground = texture(3, 160, 340, seed=6, mean=110, std=14)
    colours = [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand]
    shown = [np.where(valid, gain * ground[:, :, at : at + 160], 0) for gain, at in ((1, 0), (1.2, 90), (0.9, 180))]
    shown = [values.astype(np.uint8) for values in shown]
    alpha = np.where(valid, 255, 0).astype(np.uint8)[None]
    paths = [
        write(tmp_path / "a.tif", shown[0], nodata=0),
        write(tmp_path / "b.tif", shown[1], 0, 90, mask=valid),
        write(tmp_path / "c.tif", np.concatenate([shown[2], alpha]), 0, 180, interpretation=colours,
              options=["ALPHA=YES"]),
    ]  # fmt: skip
    ev.balance_and_mosaic(paths, tmp_path / "out.tif", settings=ev.MosaicSettings(blend="multiband", levels=3))
    covered = np.zeros((160, 340), bool)
    for at in (0, 90, 180):
        covered[:, at : at + 160] |= valid
    assert (masks(str(tmp_path / "out.tif")) == covered).all()
    found = read(str(tmp_path / "out.tif"))
    assert ((found[3] == 255) == covered).all()
    assert left_of(found[:3], ground, covered) < 0.06


def test_images_in_two_systems_and_of_two_types(tmp_path):
    """Each resampled once at most; the mosaic's type holds the values of all."""
    made = make_scene(tmp_path / "in", columns=3, bands=2, offset_spread=0.0, seed=4)
    other = str(tmp_path / "in" / "other.tif")
    gdal.Warp(other, made.paths[2], dstSRS="EPSG:32613", resampleAlg="cubic", outputType=gdal.GDT_Float32)
    recorder = Recorder()
    result = ev.balance_and_mosaic([*made.paths[:2], other], tmp_path / "out.tif", progress=recorder)
    dataset = gdal.Open(str(tmp_path / "out.tif"))
    assert dataset.GetRasterBand(1).DataType == gdal.GDT_Float32
    assert any("1 image resampled" in fact for fact in recorder.facts)
    assert result.quality.normalised_after < 0.2 < result.quality.normalised_before
    place, found = dataset.GetGeoTransform(), dataset.ReadAsArray()
    column, row = round((500000 - place[0]) / 10), round((place[3] - 5200000) / 10)
    found = found[:, row : row + 150, column : column + 330]
    valid = masks(str(tmp_path / "out.tif"))[0, row : row + 150, column : column + 330]
    assert valid[40:110, 20:310].all()
    inside = np.zeros_like(valid)
    inside[40:110, 20:310] = True
    assert left_of(found, made.truth[:, :, : found.shape[2]], inside) < 0.1


def test_an_image_apart_is_in_the_mosaic_as_it_is(scene, tmp_path):
    """It meets none of the others."""
    far = write(tmp_path / "far.tif", np.full((2, 40, 40), 777, np.uint16), 0, 400, nodata=0)
    ev.balance_and_mosaic([*scene, far], tmp_path / "out.tif")
    assert (read(str(tmp_path / "out.tif"))[:, :40, 400:] == 777).all()


def test_too_few_images_and_images_apart(scene, tmp_path):
    """A sentence, and no file."""
    with pytest.raises(Problems, match="At least 2 images are needed, 1 given"):
        ev.balance_and_mosaic(scene[:1], tmp_path / "out.tif")
    with pytest.raises(Problems, match="No two of the images overlap"):
        ev.balance_and_mosaic([scene[0], scene[2]], tmp_path / "out.tif", align=True)
    assert not os.listdir(tmp_path)


def test_what_is_wrong_is_told_together(scene, tmp_path):
    """With images, with balancing and with the mosaic: one sentence each, before a pixel is read."""
    earlier = tmp_path / "out.tif"
    earlier.write_bytes(b"earlier")
    with pytest.raises(Problems) as caught:
        ev.balance_and_mosaic(
            [*scene, tmp_path / "missing.tif"], earlier,
            global_settings=ev.GlobalSettings(mean_factor=-1.0, model_images=("nowhere.tif",)),
            local_settings=ev.LocalSettings(blocks=0), settings=ev.MosaicSettings(feather_width=0, overlap="mean"),
            seams=ev.SeamSettings(reduction=3), grid=ev.GridSettings(pixel_size=3.0), source_map=tmp_path / "map.tif",
            save_seamlines=tmp_path / "s.txt", load_adjustments=tmp_path / "none.json", format="virtual",
            save_adjustments=scene[0],
        )  # fmt: skip
    text = str(caught.value)
    for part in (
        "missing.tif", "MEAN_FACTOR", "nowhere.tif", "BLOCKS", "FEATHER_WIDTH", "REDUCTION", "PIXEL_SIZE", "SOURCE_MAP",
        "SAVE_SEAMLINES", "s.txt", "none.json", "OUTPUT_FORMAT", "is an input",
    ):  # fmt: skip
        assert part in text
    assert earlier.read_bytes() == b"earlier" and os.listdir(tmp_path) == ["out.tif"]


def test_a_mosaic_that_would_be_clipped_is_refused(tmp_path):
    """Before anything is written, with the remedy; a wider type holds it."""
    ground = texture(1, 120, 300, seed=3, mean=0, std=8) + np.linspace(200, 90, 300)
    dark, bright = ground[:, :, :180] / 1.6, ground[:, :, 120:] * 1.6
    paths = [
        write(tmp_path / f"{name}.tif", np.clip(values, 1, 255).astype(np.uint8), 0, at, nodata=0)
        for name, values, at in (("dark", dark, 0), ("bright", bright, 120))
    ]
    model = ev.GlobalSettings(model_images=(paths[1],))
    with pytest.raises(Problems, match="choose a wider OUTPUT_DTYPE"):
        ev.balance_and_mosaic(paths, tmp_path / "out.tif", global_settings=model)
    assert not (tmp_path / "out.tif").exists()
    ev.balance_and_mosaic(paths, tmp_path / "out.tif", global_settings=model, dtype="UInt16")
    assert read(str(tmp_path / "out.tif")).max() > 255


@pytest.mark.every(3)
@pytest.mark.parametrize("at", [0.0, 0.1, 0.3, 0.4, 0.55, 0.65, 0.9])
def test_a_cancelled_run_leaves_nothing(scene, at, tmp_path):
    """Earlier results stay, and no unfinished file; so does a run that fails."""
    names = ["a.json", "map.tif", "out.tif", "s.gpkg"]
    for name in names:
        (tmp_path / name).write_bytes(b"earlier")
    with pytest.raises(ev.Cancelled):
        ev.balance_and_mosaic(
            scene, tmp_path / "out.tif", align=True, source_map=tmp_path / "map.tif",
            save_seamlines=tmp_path / "s.gpkg", save_adjustments=tmp_path / "a.json", progress=CancelAt(at),
        )  # fmt: skip
    assert sorted(os.listdir(tmp_path)) == names
    assert all((tmp_path / name).read_bytes() == b"earlier" for name in names)


def test_a_second_run_onto_the_same_files(scene, tmp_path):
    """Replaces them with the same bytes; progress only grows and ends at the end."""
    recorder = Recorder()
    options = {"source_map": tmp_path / "map.tif", "save_seamlines": tmp_path / "s.geojson", "align": True}
    ev.balance_and_mosaic(scene, tmp_path / "out.tif", progress=recorder, **options)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    ev.balance_and_mosaic(scene, tmp_path / "out.tif", **options)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
    assert recorder.fractions == sorted(recorder.fractions) and recorder.fractions[-1] == 1.0


@pytest.mark.every(3)
@pytest.mark.parametrize("overlap", ["first", "last", "mean", "median", "minimum", "maximum"])
def test_rules_without_seams_are_of_balanced_images(scene, overlap, tmp_path):
    """What `mosaic` makes of the balanced images, within the rounding."""
    settings = ev.MosaicSettings(overlap=overlap)
    balanced = ev.balance(scene, ev.OutputSettings(str(tmp_path / "out"), dtype="Float32")).outputs
    ev.mosaic(balanced, tmp_path / "two.tif", settings=settings)
    result = ev.balance_and_mosaic(scene, tmp_path / "one.tif", settings=settings, dtype="Float32")
    one, two = read(str(tmp_path / "one.tif")), read(str(tmp_path / "two.tif"))
    assert np.abs(one - two).max() < 0.01 and result.areas == []


def test_tiles_hold_the_pixels_of_one_raster(scene, tmp_path):
    """A virtual raster over tiles; those of an earlier run are replaced."""
    settings = ev.MosaicSettings(blend="feather", tile_size=128)
    (tmp_path / "tiles").mkdir()
    for _ in range(2):
        ev.balance_and_mosaic(scene, tmp_path / "tiles" / "m.vrt", settings=settings, source_map=tmp_path / "map.tif")
    one = ev.balance_and_mosaic(scene, tmp_path / "one.tif", settings=ev.MosaicSettings(blend="feather"))
    assert (read(str(tmp_path / "tiles" / "m.vrt")) == read(str(tmp_path / "one.tif"))).all()
    assert len(os.listdir(tmp_path / "tiles")) > 5 and one.clipped == 0
    with pytest.raises(Problems, match=r"ends with \.vrt"):
        ev.balance_and_mosaic(scene, tmp_path / "two.tif", settings=settings)


def test_images_of_other_scale_tags_come_to_one(tmp_path):
    """One in hundredths with an offset, one in thousandths: seams and pixels are those of values that mean the same."""
    ground = texture(2, 200, 300, seed=9)
    own = [texture(2, 200, 200, seed=seed, mean=0, std=60) for seed in (4, 5)]
    slope = np.linspace(0.6, 1.5, 200)[None, None]
    values = [ground[:, :, :200] + own[0], (ground[:, :, 100:] + own[1]) * slope]
    tags = {"coarse": (0.01, -5.0), "fine": (0.001, 0.0)}
    paths, plain = [], []
    for (name, (scale, offset)), own_values, at in zip(tags.items(), values, (0, 100)):
        stored = np.rint((own_values / 1000 - offset) / scale).astype(np.uint16)
        paths.append(write(tmp_path / f"{name}.tif", stored, 0, at, nodata=0))
        dataset = gdal.Open(paths[-1], gdal.GA_Update)
        for number in (1, 2):
            dataset.GetRasterBand(number).SetScale(scale)
            dataset.GetRasterBand(number).SetOffset(offset)
        del dataset
        physical = (stored * scale + offset).astype(np.float32)
        plain.append(write(tmp_path / f"{name}_plain.tif", physical, 0, at, nodata=-99))
    ev.balance_and_mosaic(paths, tmp_path / "a.tif", source_map=tmp_path / "ma.tif", dtype="Float32")
    ev.balance_and_mosaic(plain, tmp_path / "b.tif", source_map=tmp_path / "mb.tif")
    found = gdal.Open(str(tmp_path / "a.tif"))
    assert found.GetRasterBand(1).GetScale() == 0.001 and not found.GetRasterBand(1).GetOffset()
    one, two = 0.001 * read(str(tmp_path / "a.tif")), read(str(tmp_path / "b.tif"))
    assert (read(str(tmp_path / "ma.tif")) == read(str(tmp_path / "mb.tif"))).mean() > 0.999
    assert np.abs(one - two).max() < 0.002


def test_seams_by_rank(scene, tmp_path):
    """A number for each image, in the order of the inputs."""
    seams = ev.SeamSettings(method="rank", edge_margin=0)
    ranks = [0, 0, 0, 0, 5, 0]
    ev.balance_and_mosaic(scene, tmp_path / "o.tif", seams=seams, ranks=ranks, source_map=tmp_path / "m.tif")
    row, column, valid = PLACES[4]
    assert (read(str(tmp_path / "m.tif"))[0][row : row + 160, column : column + 160][valid] == 5).mean() > 0.98
    with pytest.raises(Problems, match="one number for each of the 6"):
        ev.balance_and_mosaic(scene, tmp_path / "p.tif", seams=seams, ranks=[1.0])
