"""Saved block maps give what the direct adjustment gives, and other tools' maps give theirs."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from jobs_of import LOCAL_FIELDS, run_local
from made_scenes import NORTH, PIXEL, WEST, make_scene, read, sunlight, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.errors import EvenlightError, OptionError, Problems, SavedFileError
from evenlight.core.jobs import load_block_maps, save_block_maps
from evenlight.core.settings import CanvasExtent, CorrectionKind, LocalSettings, OutputSettings, OutputType, Reference

BOTH = [(reference, kind) for reference in Reference for kind in CorrectionKind]


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Three images with light fields."""
    folder = tmp_path_factory.mktemp("scene")
    return make_scene(folder, columns=3, bands=2, size=110, step=66, light=sunlight, gain_spread=0.05)


def save(paths, folder, **options):
    """Write maps; options are settings or arguments."""
    settings = LocalSettings(**{name: options.pop(name) for name in list(options) if name in LOCAL_FIELDS})
    return save_block_maps(
        list(paths), str(folder / "reference.tif"), str(folder / "locals"), settings=settings, **options
    )


def load(paths, folder, reference=None, locals_=(), **options):
    """Apply maps; options are settings or arguments, or the output's type."""
    settings = LocalSettings(**{name: options.pop(name) for name in list(options) if name in LOCAL_FIELDS})
    dtype = options.pop("dtype", OutputType.SAME)
    output = OutputSettings(folder=str(folder), name="$_Local.tif", dtype=dtype)
    return load_block_maps(
        list(paths), output, settings=settings, reference_map=reference, local_maps=list(locals_), **options
    ).outputs


def same_pixels(one, two):
    """Whether all files hold the same numbers."""
    return all(np.array_equal(read(a), read(b)) for a, b in zip(one, two))


@pytest.mark.parametrize(("reference", "kind"), BOTH)
def test_saved_maps_give_the_direct_adjustment(scene, tmp_path, reference, kind):
    """Reference and locals together: the same pixels, for every reference and correction."""
    options = {"reference": reference, "correction": kind, "blocks": 25}
    direct = run_local(scene.paths, tmp_path / "direct", **options).outputs
    maps = save(scene.paths, tmp_path, **options)
    assert same_pixels(load(scene.paths, tmp_path / "all", maps.reference_map, maps.local_maps), direct)
    if reference is Reference.COMMON_PIXELS:
        assert same_pixels(load(scene.paths, tmp_path / "locals", None, maps.local_maps), direct)


@pytest.mark.parametrize("kind", CorrectionKind)
def test_the_reference_alone_gives_the_direct_adjustment_of_block_means(scene, tmp_path, kind):
    """Locals are computed again from the same images, so nothing differs."""
    options = {"reference": Reference.BLOCK_MEANS, "correction": kind, "blocks": 25}
    direct = run_local(scene.paths, tmp_path / "direct", **options).outputs
    maps = save(scene.paths, tmp_path, **options)
    assert same_pixels(load(scene.paths, tmp_path / "all", maps.reference_map), direct)


def test_locals_alone_of_block_means_give_their_mean_as_reference(scene, tmp_path):
    """The mean of the local maps is what the reference was."""
    options = {"reference": Reference.BLOCK_MEANS, "correction": CorrectionKind.LINEAR, "blocks": 25}
    direct = run_local(scene.paths, tmp_path / "direct", **options).outputs
    maps = save(scene.paths, tmp_path, **options)
    assert same_pixels(load(scene.paths, tmp_path / "all", None, maps.local_maps), direct)


@pytest.mark.parametrize("reference", Reference)
def test_a_new_image_follows_the_reference(scene, tmp_path, reference):
    """Maps of two images; the third is brighter by a fifth and comes near the others."""
    maps = save(scene.paths[:2], tmp_path, reference=reference, blocks=25, correction=CorrectionKind.LINEAR)
    bright = write(tmp_path / "late.tif", (1.2 * read(scene.paths[1])).astype(np.uint16), column=66, nodata=0)
    progress = Recorder()
    outputs = load([*scene.paths[:2], bright], tmp_path / "o", maps.reference_map, maps.local_maps, progress=progress)
    assert any("late" in text and "computed" in text for text in progress.facts)
    valid = read(scene.paths[1])[0] > 0
    twin, late = (read(path)[:, valid].astype(float) for path in outputs[1:])
    assert np.abs(late.mean() / twin.mean() - 1) < 0.05


def test_a_single_image_can_be_corrected(scene, tmp_path):
    """One input is enough where maps exist; it gets the pixels it got among all."""
    maps = save(scene.paths, tmp_path, blocks=25)
    together = load(scene.paths, tmp_path / "all", maps.reference_map, maps.local_maps)
    alone = load(scene.paths[1:2], tmp_path / "one", maps.reference_map, maps.local_maps[1:2])
    assert same_pixels(alone, together[1:2])


@pytest.mark.parametrize("alpha", [0.0, 0.5])
def test_alpha_holds_for_loaded_maps_too(scene, tmp_path, alpha):
    """Strength is chosen when maps are applied."""
    maps = save(scene.paths, tmp_path, blocks=25)
    direct = run_local(scene.paths, tmp_path / "direct", blocks=25, alpha=alpha).outputs
    loaded = load(scene.paths, tmp_path / "o", maps.reference_map, maps.local_maps, alpha=alpha)
    assert same_pixels(loaded, direct)


def test_maps_are_rasters_of_named_bands_on_the_canvas(scene, tmp_path):
    """K bands in the reference, 2 K in the locals of `common_pixels`, one pixel a block."""
    maps = save(scene.paths, tmp_path, block_rows=4, block_columns=7)
    reference, local = gdal.Open(maps.reference_map), gdal.Open(maps.local_maps[0])
    assert (reference.RasterXSize, reference.RasterYSize, reference.RasterCount) == (7, 4, 2)
    names = [local.GetRasterBand(number).GetDescription() for number in range(1, 5)]
    assert names == ["local 1", "local 2", "target 1", "target 2"]
    assert reference.GetGeoTransform()[0] == WEST
    assert [Path(path).name for path in maps.local_maps] == [f"img_{n}_LocalBlockMap.tif" for n in (1, 2, 3)]
    west_only = read(maps.local_maps[0])[0]
    assert np.isfinite(west_only[:, 0]).any()
    assert np.isnan(west_only[:, -1]).all()


def test_moved_maps_find_their_images_by_name(scene, tmp_path):
    """Copies of images in another folder: the identity is gone, the name is not."""
    maps = save(scene.paths, tmp_path, blocks=25)
    (tmp_path / "copies").mkdir()
    copies = [shutil.copy(path, tmp_path / "copies") for path in scene.paths]
    original = load(scene.paths, tmp_path / "a", maps.reference_map, maps.local_maps)
    assert same_pixels(load(copies, tmp_path / "b", maps.reference_map, maps.local_maps), original)


# Maps as spectralmatch writes them.


def foreign_maps(folder, scene, rows=3, columns=5, low=300, high=4000, seed=3):
    """One reference and a local map per image, plain rasters with -9999 for empty blocks."""
    folder.mkdir(exist_ok=True)
    random = np.random.default_rng(seed)
    height, width = scene.truth.shape[1:]
    geotransform = (WEST, PIXEL * width / columns, 0, NORTH, 0, -PIXEL * height / rows)
    reference = random.uniform(low, high, (2, rows, columns))
    locals_ = [reference * random.uniform(0.8, 1.25, reference.shape) for _ in scene.paths]
    paths = []
    for name, values in zip(["Reference", *(Path(p).stem for p in scene.paths)], [reference, *locals_]):
        suffix = "BlockMap" if name == "Reference" else "_LocalBlockMap"
        paths.append(
            write(folder / f"{name}{suffix}.tif", values.astype(np.float32), nodata=-9999, geotransform=geotransform)
        )
    return paths[0], paths[1:]


def modelled(values, valid, corner, local, reference, shape, kind, shift=0.0, upper=1.0):
    """An independent model: bilinear exponent or factor between block centres, clamped at the edges."""
    bands, rows, columns = local.shape
    height, width = shape
    u = (corner[1] + 0.5 + np.arange(values.shape[2])) / width * columns - 0.5
    v = (corner[0] + 0.5 + np.arange(values.shape[1])) / height * rows - 0.5
    result = values.astype(np.float64).copy()
    for band in range(bands):
        one, two = local[band].astype(float), reference[band].astype(float)
        if kind is CorrectionKind.LINEAR:
            parameter = two / one
        elif kind is CorrectionKind.ADDITIVE:
            parameter = two - one
        else:
            parameter = np.log(two / upper) / np.log(one / upper)
        inner = np.array([np.interp(u, np.arange(columns), line) for line in parameter])
        field = np.array([np.interp(v, np.arange(rows), column) for column in inner.T]).T
        x = values[band].astype(np.float64)
        with np.errstate(divide="ignore"):
            corrected = {
                CorrectionKind.LINEAR: x * field,
                CorrectionKind.ADDITIVE: x + field,
                CorrectionKind.GAMMA: upper * (np.maximum(x, 1e-9) / upper) ** field,
            }[kind]
        result[band] = np.where(valid[band], corrected, values[band])
    return result


@pytest.mark.parametrize("kind", [CorrectionKind.GAMMA, CorrectionKind.LINEAR, CorrectionKind.ADDITIVE])
def test_maps_of_other_tools_follow_their_formula(scene, tmp_path, kind):
    """Exponent ln R / ln L on raw values (`normalise` off), a factor or a difference, against plain numpy."""
    reference, locals_ = foreign_maps(tmp_path / "maps", scene)
    outputs = load(
        scene.paths, tmp_path / "o", reference, locals_, dtype=OutputType.FLOAT64, correction=kind, normalise=False
    )
    for path, corner, local, output in zip(scene.paths, scene.corners, locals_, outputs):
        values = read(path)
        shape = scene.truth.shape[1:]
        expected = modelled(values, values > 0, corner, read(local), read(reference), shape, kind)
        assert np.allclose(read(output), expected, rtol=1e-5)


def test_another_tools_reference_alone_is_reached(scene, tmp_path):
    """Locals are computed: blocks that should become 5000 everywhere do, within 3 %."""
    reference, _ = foreign_maps(tmp_path / "maps", scene, low=5000, high=5000)
    outputs = load(scene.paths, tmp_path / "o", reference, correction=CorrectionKind.LINEAR, dtype=OutputType.FLOAT64)
    for path, output in zip(scene.paths, outputs):
        valid = read(path)[0] > 0
        assert read(output)[:, valid].mean(axis=1) == pytest.approx([5000, 5000], rel=0.03)


def test_another_tools_locals_alone_have_their_mean_as_reference(scene, tmp_path):
    """Against plain numpy."""
    _, locals_ = foreign_maps(tmp_path / "maps", scene)
    mean = np.mean([read(path) for path in locals_], axis=0)
    outputs = load(
        scene.paths, tmp_path / "o", None, locals_, correction=CorrectionKind.LINEAR, dtype=OutputType.FLOAT64
    )
    values = read(scene.paths[0])
    expected = modelled(
        values, values > 0, (0, 0), read(locals_[0]), mean, scene.truth.shape[1:], CorrectionKind.LINEAR
    )
    assert np.allclose(read(outputs[0]), expected, rtol=1e-5)


def test_empty_blocks_of_other_tools_leave_no_hole(scene, tmp_path):
    """-9999 in two blocks: their pixels are corrected like those around them."""
    reference, locals_ = foreign_maps(tmp_path / "maps", scene)
    flat = np.full((2, 3, 5), 1000.0, np.float32)
    for path, level in [(reference, 1500.0), *((path, 1000.0) for path in locals_)]:
        dataset = gdal.Open(path, gdal.GA_Update)
        for number in (1, 2):
            values = flat[0] * level / 1000
            values[1, 1] = values[2, 4] = -9999
            dataset.GetRasterBand(number).WriteArray(values)
        dataset = None
    outputs = load(
        scene.paths, tmp_path / "o", reference, locals_, correction=CorrectionKind.LINEAR, dtype=OutputType.FLOAT64
    )
    for path, output in zip(scene.paths, outputs):
        assert np.allclose(read(output), 1.5 * read(path))


# What does not fit.


def altered(path, folder, name, values=None, geotransform=None):
    """A map like another with something changed."""
    return write(
        folder / name,
        (read(path) if values is None else values).astype(np.float32),
        nodata=-9999,
        geotransform=geotransform or gdal.Open(path).GetGeoTransform(),
    )


@pytest.fixture(scope="module")
def maps(scene, tmp_path_factory):
    """Another tool's maps for reading only."""
    return foreign_maps(tmp_path_factory.mktemp("maps"), scene)


def test_maps_of_different_size_are_refused_by_name(scene, maps, tmp_path):
    """Both files and both sizes stand in the sentence."""
    odd = altered(maps[1][0], tmp_path, "img_1_LocalBlockMap.tif", np.ones((2, 4, 5)))
    with pytest.raises(Problems, match=r"img_1_LocalBlockMap.*5 x 4.*ReferenceBlockMap.*5 x 3"):
        load(scene.paths, tmp_path / "o", maps[0], [odd, *maps[1][1:]])
    assert not (tmp_path / "o").exists()


def test_maps_of_different_extent_are_refused_by_name(scene, maps, tmp_path):
    """One block further east."""
    x, *rest = gdal.Open(maps[1][0]).GetGeoTransform()
    odd = altered(maps[1][0], tmp_path, "img_1_LocalBlockMap.tif", geotransform=(x + rest[0], *rest))
    with pytest.raises(Problems, match=r"img_1_LocalBlockMap.*contradicts"):
        load(scene.paths, tmp_path / "o", maps[0], [odd, *maps[1][1:]])


def test_two_maps_for_one_image_are_refused_with_both_names(scene, maps, tmp_path):
    """img_1.tif and img_1_LocalBlockMap.tif claim the same image."""
    twin = altered(maps[1][0], tmp_path, "img_1.tif")
    with pytest.raises(SavedFileError, match=r"img_1.*claims.*img_1"):
        load(scene.paths, tmp_path / "o", maps[0], [*maps[1], twin])


@pytest.mark.parametrize("bands", [1, 3])
def test_maps_with_another_number_of_bands_are_refused(scene, maps, tmp_path, bands):
    """Images have two bands: a local map has two or four."""
    odd = altered(maps[1][0], tmp_path, "img_1_LocalBlockMap.tif", np.ones((bands, 3, 5)))
    with pytest.raises(Problems, match=f"{bands} bands do not fit"):
        load(scene.paths, tmp_path / "o", maps[0], [odd])


def test_a_map_of_a_stranger_is_left_out_with_a_note(scene, maps, tmp_path):
    """img_10's map is not taken for img_1."""
    stranger = altered(maps[1][0], tmp_path, "img_10_LocalBlockMap.tif", 100 * np.ones((2, 3, 5)))
    progress = Recorder()
    options = {"correction": CorrectionKind.LINEAR}
    outputs = load(scene.paths, tmp_path / "o", maps[0], [*maps[1], stranger], progress=progress, **options)
    assert any("img_10_LocalBlockMap" in text and "left out" in text for text in progress.warnings)
    assert same_pixels(outputs, load(scene.paths, tmp_path / "p", maps[0], maps[1], **options))


def test_no_map_at_all_is_refused(scene, tmp_path):
    """One of the two is needed."""
    with pytest.raises(OptionError, match="REFERENCE_MAP and LOCAL_MAPS"):
        load(scene.paths, tmp_path / "o")


def test_a_canvas_extent_that_contradicts_is_refused(scene, maps, tmp_path):
    """The maps' extent is another one than the user's."""
    extent = CanvasExtent(WEST - 100, NORTH - 3000, WEST + 4000, NORTH)
    with pytest.raises(SavedFileError, match="contradicts CANVAS_EXTENT"):
        load(scene.paths, tmp_path / "o", maps[0], maps[1], canvas_extent=extent)


def test_maps_that_lie_elsewhere_are_refused(scene, maps, tmp_path):
    """They would correct nothing."""
    _, *rest = gdal.Open(maps[0]).GetGeoTransform()
    away = altered(maps[0], tmp_path, "away.tif", geotransform=(0.0, *rest))
    with pytest.raises(SavedFileError, match="does not touch the images"):
        load(scene.paths, tmp_path / "o", away)


@pytest.mark.parametrize("content", [b"no raster", b""])
def test_a_map_that_is_no_raster_is_refused(scene, tmp_path, content):
    """A text file instead of a map."""
    (tmp_path / "map.tif").write_bytes(content)
    with pytest.raises(EvenlightError, match=r"map\.tif"):
        load(scene.paths, tmp_path / "o", str(tmp_path / "map.tif"))


def test_a_local_map_given_as_reference_is_refused(scene, tmp_path):
    """Twice as many bands: it holds targets of one image."""
    maps = save(scene.paths, tmp_path, blocks=25)
    with pytest.raises(SavedFileError, match="not a reference map"):
        load(scene.paths, tmp_path / "o", maps.local_maps[0])


def test_metadata_of_another_version_is_refused_by_its_place(scene, tmp_path):
    """Facts that this version does not know."""
    maps = save(scene.paths, tmp_path, blocks=25)
    dataset = gdal.Open(maps.local_maps[0], gdal.GA_Update)
    dataset.SetMetadataItem("EVENLIGHT_BLOCK_MAP", '{"kind": "magic"}')
    dataset = None
    with pytest.raises(Problems, match="EVENLIGHT_BLOCK_MAP"):
        load(scene.paths, tmp_path / "o", maps.reference_map, maps.local_maps)


def test_saving_over_an_input_is_refused(scene, tmp_path):
    """The reference map's name is an input's."""
    with pytest.raises(Problems, match="would be overwritten"):
        save_block_maps(scene.paths, scene.paths[0], str(tmp_path))
