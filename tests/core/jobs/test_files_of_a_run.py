"""What a run reads it never overwrites, and every refusal names the parameter and the file that the user knows."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from jobs_of import run_global, run_local
from made_scenes import make_scene, read
from osgeo import gdal
from recorders import Recorder

from evenlight.core.errors import EvenlightError, Problems, SavedFileError, WriteError
from evenlight.core.jobs import apply_adjustments, load_block_maps, save_block_maps
from evenlight.core.jobs.step_checks import check_global
from evenlight.core.radiometry import adjustments_file
from evenlight.core.raster.image import describe, same_file_key
from evenlight.core.settings import (
    GlobalSettings,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    SelectionMode,
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Two images, their adjustments and their block maps."""
    folder = tmp_path_factory.mktemp("made")
    scene = make_scene(folder / "in", columns=2, bands=2, size=110, step=60)
    run_global(scene.paths, folder / "out", save_adjustments=str(folder / "a.tif"))
    save_block_maps(
        scene.paths, str(folder / "maps" / "reference.tif"), str(folder / "maps"), settings=LocalSettings(blocks=9)
    )
    return scene.paths, folder


def contents(folder):
    """All files below a folder."""
    return {str(path): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["$_LocalBlockMap.tif", "$_LOCALBLOCKMAP.TIF"])
def test_block_maps_that_a_run_reads_are_not_overwritten(made, monkeypatch, name):
    """The maps' own folder, the maps' own names; also in other letters where they do not count."""
    paths, folder = made
    before = contents(folder)
    if name.isupper():
        monkeypatch.setattr(os.path, "normcase", str.lower)
    maps = [str(folder / "maps" / f"img_{n}_LocalBlockMap.tif") for n in (1, 2)]
    output = OutputSettings(folder=str(folder / "maps"), name=name.replace("TIF", "tif"))
    with pytest.raises(Problems, match=r"(?i)img_1_LocalBlockMap\.tif is an input and would be overwritten"):
        load_block_maps(paths, output, local_maps=maps)
    assert contents(folder) == before


def test_the_reference_map_that_a_run_reads_is_not_overwritten(made):
    """One image, called as the map."""
    paths, folder = made
    before = contents(folder)
    output = OutputSettings(folder=str(folder / "maps"), name="reference.tif")
    with pytest.raises(Problems, match=r"reference\.tif is an input"):
        load_block_maps(paths[:1], output, reference_map=str(folder / "maps" / "reference.tif"))
    assert contents(folder) == before


@pytest.mark.parametrize("job", ["apply", "global"])
def test_adjustments_that_a_run_reads_are_not_overwritten_by_images(made, tmp_path, job):
    """A file of any ending may hold them."""
    paths, folder = made
    twin = tmp_path / "img_1_x.tif"
    shutil.copy(folder / "a.tif", twin)
    output = {"name": "$_x.tif"}
    with pytest.raises(Problems, match=r"img_1_x\.tif is an input"):
        if job == "apply":
            apply_adjustments(paths, str(twin), OutputSettings(folder=str(tmp_path), **output))
        else:
            run_global(paths, tmp_path, output, load_adjustments=str(twin))
    assert twin.read_bytes() == (folder / "a.tif").read_bytes()


def test_adjustments_may_be_read_and_saved_under_one_name(made, tmp_path):
    """A file that grows from run to run."""
    paths, folder = made
    file = str(shutil.copy(folder / "a.tif", tmp_path / "a.json"))
    run_global(paths, tmp_path / "out", load_adjustments=file, save_adjustments=file)
    assert len(adjustments_file.load(file)) == 2


def test_a_virtual_raster_does_not_put_its_field_over_an_input(made, tmp_path):
    """Whatever lies beside it: its field has a name that nothing else has."""
    paths, _ = made
    copies = [str(shutil.copy(path, tmp_path / name)) for path, name in zip(paths, ("a.tif", "a_field.tif"))]
    before = contents(tmp_path)
    run_local(copies, tmp_path, {"format": OutputFormat.VIRTUAL, "name": "$.tif"})
    assert before.items() <= contents(tmp_path).items()
    assert len(contents(tmp_path)) == 4 * len(copies)


def test_saving_adjustments_to_a_folder_or_over_a_result_is_refused(made, tmp_path):
    """Nor over what lies beside a result, nor where a folder is to be made."""
    paths, _ = made
    (tmp_path / "folder").mkdir()
    out = tmp_path / "out"
    for path in (tmp_path / "folder", out, tmp_path / "x" / "..", tmp_path / "out" / "img_1_Global.tif" / ".."):
        with pytest.raises(Problems, match="is a folder: give the name of a file"):
            run_global(paths, out, save_adjustments=str(path))
    for suffix in ("", ".msk", ".aux.xml"):
        file = str(out / f"img_1_Global.tif{suffix}")
        with pytest.raises(Problems, match="Two results would be written to"):
            run_global(paths, out, save_adjustments=file)
    assert not out.exists()


@pytest.mark.parametrize("name", ["map.png", "a?.tif", "map", "map.vrt"])
def test_a_reference_map_that_cannot_be_a_file_is_told_by_its_parameter(made, tmp_path, name):
    """There is no output name here."""
    with pytest.raises(Problems, match="REFERENCE_MAP") as caught:
        save_block_maps(made[0], str(tmp_path / name), str(tmp_path))
    assert "output name" not in str(caught.value).lower()
    assert not list(tmp_path.iterdir())


def test_a_reference_map_called_as_a_local_map_is_refused(made, tmp_path):
    """One file cannot be both, and no $ would help."""
    with pytest.raises(Problems, match=r"Two results.*img_2_LocalBlockMap\.tif") as caught:
        save_block_maps(made[0], str(tmp_path / "img_2_LocalBlockMap.tif"), str(tmp_path))
    assert "$" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_written_is_called_by_its_own_name(made, tmp_path, monkeypatch):
    """Not by that of the part, which is gone when the user looks for it."""
    monkeypatch.setattr(gdal, "GetLastErrorType", lambda: gdal.CE_Failure)
    with pytest.raises(WriteError, match=r"img_\d_Global\.tif could not be written") as caught:
        run_global(made[0], tmp_path)
    assert ".part-" not in str(caught.value)


def test_adjustments_that_cannot_be_written_are_told(made, tmp_path, monkeypatch):
    """A full disk while the file is saved: a sentence, and no result stays."""
    real = open

    def full(path, mode="r", *args, **options):
        if "w" in mode and "a.part-" in str(path):
            raise OSError(28, "No space left on device")
        return real(path, mode, *args, **options)

    monkeypatch.setattr("builtins.open", full)
    with pytest.raises(WriteError, match=r"/a\.json could not be written \(No space left") as caught:
        run_global(made[0], tmp_path, save_adjustments=str(tmp_path / "a.json"))
    assert ".part-" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_a_full_disk_for_adjustments_is_told_and_nothing_stays(made, tmp_path):
    """Results are whole and the other folder has no room for the list of renames: earlier results stay."""
    paths, _ = made
    folder = tmp_path / "small"
    folder.mkdir()
    earlier = run_global(paths, tmp_path / "out", model_images=(paths[0],)).outputs
    before = contents(tmp_path)
    real = open

    def full(path, *arguments, **options):
        if "commit" in str(path) and str(path).startswith(str(folder)):
            raise OSError(28, "No space left on device")
        return real(path, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch, pytest.raises(EvenlightError) as caught:
        patch.setattr("builtins.open", full)
        run_global(paths, tmp_path / "out", save_adjustments=str(folder / "a.json"))
    assert str(caught.value) == f"{folder} has no space left: free some space there or choose another folder."
    assert contents(tmp_path) == before and len(earlier) == 2


GONE = object()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("shift", GONE),
        ("shift", "x"),
        ("upper", GONE),
        ("upper", [1.0]),
        ("upper", [1.0, None]),
        ("gauge_gain", [1.0]),
        ("gauge_gain", 1.0),
        ("gauge_offset", GONE),
        ("gauge_offset", [0.0, True]),
        ("physical", "no"),
        ("image", 7),
    ],
)
def test_a_block_map_with_incomplete_facts_is_refused(made, tmp_path, name, value):
    """Told with the file and the place, not by a traceback."""
    paths, folder = made
    odd = str(shutil.copy(folder / "maps" / "img_1_LocalBlockMap.tif", tmp_path))
    dataset = gdal.Open(odd, gdal.GA_Update)
    facts = json.loads(dataset.GetMetadataItem("EVENLIGHT_BLOCK_MAP"))
    if value is GONE:
        del facts[name]
    else:
        facts[name] = value
    dataset.SetMetadataItem("EVENLIGHT_BLOCK_MAP", json.dumps(facts))
    dataset = None
    with pytest.raises(EvenlightError, match=rf"img_1_LocalBlockMap(?=.*\b{name}\b).* at EVENLIGHT_BLOCK_MAP"):
        load_block_maps(paths, OutputSettings(folder=str(tmp_path / "out")), local_maps=[odd])
    assert not (tmp_path / "out").exists()


def test_a_map_of_as_many_bands_that_mean_others_is_refused(made, tmp_path):
    """The reference of four bands is no local map, with targets, of two."""
    four = make_scene(tmp_path / "four", columns=2, bands=4, size=110, step=60)
    save_block_maps(four.paths, str(tmp_path / "r.tif"), str(tmp_path / "maps"), settings=LocalSettings(block_rows=3))
    odd = shutil.copy(tmp_path / "r.tif", tmp_path / "img_1_LocalBlockMap.tif")
    output = OutputSettings(folder=str(tmp_path / "out"))
    with pytest.raises((Problems, SavedFileError), match="do not fit images of 2 bands"):
        load_block_maps(made[0], output, reference_map=str(odd))
    with pytest.raises(Problems, match="it is a reference map, and given as local map"):
        load_block_maps(made[0], output, local_maps=[str(odd)])


def test_letters_do_not_count_where_the_system_does_not_count_them(made, tmp_path, monkeypatch):
    """Windows: IMG_1.TIF is img_1.tif, as a model image and as what would be overwritten."""
    paths, _ = made
    monkeypatch.setattr(os.path, "normcase", str.lower)
    images = [describe(path) for path in paths]
    loud = paths[0].upper()
    assert same_file_key(loud) == same_file_key(paths[0])
    assert check_global(images, GlobalSettings(model_images=(loud,))) == []
    everyone = GlobalSettings(
        model_images=tuple(path.upper() for path in paths), model_images_mode=SelectionMode.EXCLUDE
    )
    assert len(check_global(images, everyone)) == 1
    with pytest.raises(Problems, match="would be overwritten"):
        run_global(paths, tmp_path / "a", save_adjustments=loud)
    quiet = run_global(paths, tmp_path / "a", model_images=(paths[0],)).outputs
    spoken = run_global(paths, tmp_path / "b", model_images=(loud,), progress=Recorder()).outputs
    assert (read(quiet[1]) == read(spoken[1])).all()
