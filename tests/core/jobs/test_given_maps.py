"""Block maps of an earlier run: whose they are, what they make the reference of, and how a set of them grows."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from made_scenes import NORTH, PIXEL, WEST, make_scene, read, sunlight
from osgeo import gdal
from recorders import Recorder

import evenlight.core as ev
from evenlight.core.errors import EvenlightError, Problems, SavedFileError
from evenlight.core.settings import CanvasExtent, CorrectionKind, LocalSettings, OutputSettings, Reference

WIDE = {"correction": CorrectionKind.LINEAR, "block_rows": 5, "block_columns": 8}


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Three images with light fields in a row."""
    folder = tmp_path_factory.mktemp("scene")
    return make_scene(folder, columns=3, bands=2, size=110, step=66, light=sunlight, gain_spread=0.3)


@pytest.fixture
def settings(scene):
    """Block means on one grid, whichever images are in a run."""
    height, width = scene.truth.shape[1:]
    extent = CanvasExtent(WEST, NORTH - PIXEL * height, WEST + PIXEL * width, NORTH)
    return LocalSettings(reference=Reference.BLOCK_MEANS, canvas_extent=extent, **WIDE)


def save(paths, folder, settings, **options):
    """Write maps."""
    return ev.save_block_maps(paths, str(folder / "reference.tif"), str(folder / "maps"), settings=settings, **options)


def load(paths, folder, settings, **options):
    """Apply maps: the pixels of the results."""
    output = OutputSettings(folder=str(folder), name="$_Local.tif", dtype="Float64")
    found = ev.load_block_maps(paths, output, settings=LocalSettings(correction=settings.correction), **options)
    return [read(path) for path in found.outputs]


def direct(paths, folder, settings):
    """The adjustment without maps: the pixels of the results."""
    output = OutputSettings(folder=str(folder), name="$_Local.tif", dtype="Float64")
    return [read(path) for path in ev.local_block_adjustment(paths, output, settings=settings).outputs]


def largest_difference(one, two):
    """Of two lists of images."""
    return max(np.abs(a - b).max() for a, b in zip(one, two))


def test_maps_of_images_outside_the_run_shape_the_reference(scene, tmp_path, settings):
    """As if all three were there; without the third the first two are brought elsewhere, by more than 50."""
    maps = save(scene.paths, tmp_path, settings)
    wanted = direct(scene.paths, tmp_path / "direct", settings)
    progress = Recorder()
    found = load(scene.paths[:2], tmp_path / "o", settings, local_maps=maps.local_maps, progress=progress)
    assert largest_difference(found, wanted) < 1e-6
    two = load(scene.paths[:2], tmp_path / "two", settings, local_maps=maps.local_maps[:2])
    assert largest_difference(two, wanted) > 50
    assert any("img_3_LocalBlockMap" in text and "shape the reference" in text for text in progress.facts)


def test_computed_maps_of_other_images_join_the_reference(scene, tmp_path, settings):
    """Maps of the first two; the third is measured and counts as they do."""
    maps = save(scene.paths, tmp_path, settings)
    found = load(scene.paths, tmp_path / "o", settings, local_maps=maps.local_maps[:2])
    assert largest_difference(found, direct(scene.paths, tmp_path / "direct", settings)) < 1e-6


def test_maps_of_other_images_alone_are_a_reference(scene, tmp_path, settings):
    """The run's image is measured and joins them."""
    maps = save(scene.paths, tmp_path, settings)
    found = load(scene.paths[:1], tmp_path / "o", settings, local_maps=maps.local_maps[1:])
    assert largest_difference(found, direct(scene.paths, tmp_path / "direct", settings)[:1]) < 1e-6


def test_a_given_reference_is_not_shaped_anew(scene, tmp_path, settings):
    """Maps of images outside the run change nothing then, and a warning names them."""
    maps = save(scene.paths, tmp_path, settings)
    progress = Recorder()
    options = {"reference_map": maps.reference_map, "local_maps": maps.local_maps, "progress": progress}
    found = load(scene.paths[:2], tmp_path / "o", settings, **options)
    assert largest_difference(found, direct(scene.paths, tmp_path / "direct", settings)) < 1e-6
    assert any("img_3_LocalBlockMap" in text and "left out" in text for text in progress.warnings)


# Whose a map is.


def renamed(maps, folder, *names, facts=True):
    """Copies of maps under other names, without what they say of themselves if that is wanted."""
    folder.mkdir()
    copies = [shutil.copy(path, folder / name) for path, name in zip(maps, names)]
    for path in copies if not facts else ():
        dataset = gdal.Open(str(path), gdal.GA_Update)
        dataset.SetMetadata({})
        dataset = None
    return list(map(str, copies))


def test_metadata_name_the_image_whatever_the_file_is_called(scene, tmp_path, settings):
    """The names of the files are those of each other's images."""
    maps = save(scene.paths, tmp_path, settings).local_maps
    swapped = renamed(maps, tmp_path / "swapped", "img_2.tif", "img_3.tif", "img_1.tif")
    options = {"local_maps": swapped}
    wanted = direct(scene.paths, tmp_path / "direct", settings)
    assert largest_difference(load(scene.paths, tmp_path / "o", settings, **options), wanted) < 1e-6


@pytest.mark.parametrize("template", ["{}", "{}_LocalBlockMap", "maps of {} in may", "LBM{}x"])
def test_a_name_or_a_part_of_it_finds_the_image(scene, tmp_path, settings, template):
    """Maps that say nothing of themselves, as those of other tools."""
    maps = save(scene.paths, tmp_path, settings).local_maps
    names = [f"{template.format(Path(path).stem)}.tif" for path in scene.paths]
    foreign = renamed(maps, tmp_path / "named", *names, facts=False)
    progress = Recorder()
    options = {"local_maps": foreign, "progress": progress}
    wanted = direct(scene.paths, tmp_path / "direct", settings)
    assert largest_difference(load(scene.paths, tmp_path / "o", settings, **options), wanted) < 1e-6
    assert not any("computed" in text for text in progress.facts)


def test_a_name_with_two_images_in_it_is_refused_with_both(scene, tmp_path, settings):
    maps = save(scene.paths, tmp_path, settings).local_maps
    foreign = renamed(maps[:1], tmp_path / "named", "img_1 with img_3.tif", facts=False)
    with pytest.raises(SavedFileError, match=r"img_1 with img_3.*img_1\.tif.*img_3\.tif"):
        load(scene.paths, tmp_path / "o", settings, local_maps=foreign)


@pytest.mark.parametrize("facts", [True, False])
def test_numbers_are_not_cut(scene, tmp_path, settings, facts):
    """The map of img_10 is none of img_1, nor is one whose metadata name another image."""
    maps = save(scene.paths, tmp_path, settings).local_maps
    name = "my img_1 again.tif" if facts else "img_10_x.tif"
    other = renamed(maps[2:], tmp_path / "named", name, facts=facts)
    progress = Recorder()
    load(scene.paths[:1], tmp_path / "o", settings, local_maps=other, progress=progress)
    assert any("img_1 has no local map" in text for text in progress.facts)


def test_a_folder_of_maps_is_a_list_of_them(scene, tmp_path, settings):
    """Its reference map is known as such and not taken for a local one."""
    maps = save(scene.paths, tmp_path, settings)
    folder = tmp_path / "all"
    shutil.copytree(Path(maps.local_maps[0]).parent, folder)
    shutil.copy(maps.reference_map, folder / "img_1.tif")
    wanted, progress = direct(scene.paths, tmp_path / "direct", settings), Recorder()
    found = load(scene.paths, tmp_path / "o", settings, local_maps=str(folder), progress=progress)
    assert largest_difference(found, wanted) < 1e-6
    assert any("is a reference map" in text for text in progress.warnings)
    progress = Recorder()
    both = {"reference_map": str(folder / "img_1.tif"), "local_maps": str(folder), "progress": progress}
    assert largest_difference(load(scene.paths, tmp_path / "p", settings, **both), wanted) < 1e-6
    assert not any("reference map" in text for text in progress.warnings)


# How a set of maps grows, and who saves it.


def same_maps(one, two):
    """Whether two lists of maps hold the same."""
    return [Path(a).name for a in one] == [Path(b).name for b in two] and all(
        np.allclose(read(a), read(b), rtol=1e-12, equal_nan=True) for a, b in zip(one, two)
    )


def files_of(folder):
    """All maps in it."""
    return sorted(map(str, Path(folder).glob("*.tif")))


@pytest.mark.parametrize("all_images", [True, False])
def test_maps_grow_by_new_images(scene, tmp_path, settings, all_images):
    """Two at first, then the third: the same as of all three, the old ones copied whether their images come or not."""
    first = save(scene.paths[:2], tmp_path / "first", settings)
    paths = scene.paths if all_images else scene.paths[2:]
    grown = save(paths, tmp_path / "grown", settings, load_local_maps=first.local_maps)
    wanted = save(scene.paths, tmp_path / "all", settings)
    assert same_maps(files_of(tmp_path / "grown" / "maps"), files_of(tmp_path / "all" / "maps"))
    assert same_maps([grown.reference_map], [wanted.reference_map])
    assert len(grown.local_maps) == len(paths)
    assert not same_maps([grown.reference_map], [first.reference_map])


def test_a_given_reference_stays_when_maps_grow(scene, tmp_path, settings):
    """The new image's map is added, and is to follow it."""
    first = save(scene.paths[:2], tmp_path / "first", settings)
    options = {"load_reference_map": first.reference_map, "load_local_maps": first.local_maps}
    grown = save(scene.paths[2:], tmp_path / "grown", settings, **options)
    assert same_maps([grown.reference_map], [first.reference_map])
    assert len(files_of(tmp_path / "grown" / "maps")) == 3


def test_maps_grow_where_they_lie(scene, tmp_path, settings):
    """Reference and folder are those that are read."""
    save(scene.paths[:2], tmp_path / "here", settings)
    options = {"load_local_maps": str(tmp_path / "here" / "maps")}
    grown = save(scene.paths[2:], tmp_path / "here", settings, **options)
    wanted = save(scene.paths, tmp_path / "all", settings)
    assert same_maps(files_of(tmp_path / "here" / "maps"), files_of(tmp_path / "all" / "maps"))
    assert same_maps([grown.reference_map], [wanted.reference_map])


def test_two_given_maps_of_one_name_are_refused(scene, tmp_path, settings):
    """One would be lost: both would be written under that name."""
    first = save(scene.paths[:2], tmp_path / "first", settings)
    other = shutil.copytree(tmp_path / "first" / "maps", tmp_path / "other")
    maps = [*first.local_maps, str(next(other.glob("*.tif")))]
    with pytest.raises(EvenlightError, match="is called the same"):
        save(scene.paths[2:], tmp_path / "grown", settings, load_local_maps=maps)
    assert not (tmp_path / "grown").exists()


def test_maps_of_other_tools_stay_theirs_when_they_grow(scene, tmp_path, settings):
    """Nothing of ours stands in them afterwards."""
    maps = save(scene.paths, tmp_path, settings).local_maps
    foreign = renamed(maps[:2], tmp_path / "foreign", "a img_1.tif", "b img_2.tif", facts=False)
    save(scene.paths[1:], tmp_path / "grown", settings, load_local_maps=foreign)
    made = files_of(tmp_path / "grown" / "maps")
    assert [Path(path).name for path in made] == ["a img_1.tif", "img_2_LocalBlockMap.tif", "img_3_LocalBlockMap.tif"]
    ours = [gdal.Open(path).GetMetadataItem("EVENLIGHT_BLOCK_MAP") is not None for path in made]
    assert ours == [False, False, True]


def test_the_adjustment_saves_the_maps_it_applies(scene, tmp_path, settings):
    """The same as those of `save_block_maps`."""
    saved = {"save_reference_map": str(tmp_path / "r.tif"), "save_local_maps": str(tmp_path / "kept")}
    ev.local_block_adjustment(scene.paths, str(tmp_path / "o"), settings=settings, **saved)
    wanted = save(scene.paths, tmp_path / "all", settings)
    assert same_maps(files_of(tmp_path / "kept"), files_of(tmp_path / "all" / "maps"))
    assert np.array_equal(read(tmp_path / "r.tif"), read(wanted.reference_map), equal_nan=True)


def test_loading_saves_given_and_computed_maps(scene, tmp_path, settings):
    """One given, one of no image of the run, one computed."""
    maps = save(scene.paths, tmp_path, settings)
    saved = {"save_reference_map": str(tmp_path / "r.tif"), "save_local_maps": str(tmp_path / "kept")}
    load(scene.paths[1:], tmp_path / "o", settings, local_maps=maps.local_maps[:2], **saved)
    assert same_maps(files_of(tmp_path / "kept"), maps.local_maps)
    assert np.allclose(read(tmp_path / "r.tif"), read(maps.reference_map), rtol=1e-12, equal_nan=True)


def test_saving_over_an_image_is_refused(scene, tmp_path, settings):
    maps = save(scene.paths, tmp_path, settings)
    with pytest.raises(Problems, match="would be overwritten"):
        load(scene.paths, tmp_path / "o", settings, local_maps=maps.local_maps, save_reference_map=scene.paths[0])


def test_a_reference_with_another_ending_is_refused(scene, tmp_path, settings):
    with pytest.raises(EvenlightError, match=r"ends with \.tif"):
        ev.local_block_adjustment(
            scene.paths, str(tmp_path / "o"), settings=settings, save_reference_map=str(tmp_path / "r.png")
        )
