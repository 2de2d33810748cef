"""The public interface as a script uses it, in a Python without QGIS."""

import inspect
import subprocess
import sys
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path

import pytest
from made_scenes import make_scene
from osgeo import gdal, ogr, osr
from polygon_boxes import box

import evenlight.core as ev
from evenlight.core.errors import UnreadableRasterError
from evenlight.core.jobs.public import NoRasterError, image_names
from evenlight.core.masks.polygon_file import MaskFileError
from evenlight.core.masks.polygons import PolygonMask

SCRIPT = """
import sys
from pathlib import Path

import evenlight.core as ev

for folder in ("balanced", "preview"):
    job = ev.balance if folder == "balanced" else ev.preview_balance
    result = job(Path(sys.argv[1]), Path(sys.argv[2]) / folder, global_settings=ev.GlobalSettings(model="gain"))
    print(len(result.outputs), result.quality.rmse_after < result.quality.rmse_before)
print("qgis" in sys.modules)
"""


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    folder = tmp_path_factory.mktemp("in")
    return folder, make_scene(folder, rows=1, columns=2, bands=1)


def test_a_script_balances_a_folder_and_previews_it(scene, tmp_path):
    """Ten lines, started as scripts are: the package lies in a folder that Python looks into."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    home = Path(ev.__file__).parents[1]
    link = tmp_path / "packages" / "evenlight"
    link.parent.mkdir()
    link.symlink_to(home)
    command = [sys.executable, str(script), str(scene[0]), str(tmp_path / "out")]
    run = subprocess.run(command, env={"PYTHONPATH": str(link.parent)}, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["2", "True", "2", "True", "False"]
    assert sorted(path.suffix for path in (tmp_path / "out" / "balanced").iterdir()) == [".tif", ".tif"]


def test_block_maps_may_be_named_by_their_folder(scene, tmp_path):
    folder, _ = scene
    saved = ev.save_block_maps(folder, tmp_path / "reference.tif", tmp_path / "maps")
    named = {tmp_path / "maps": "by_folder", tuple(saved.local_maps): "by_name"}
    found = [
        ev.load_block_maps(folder, tmp_path / out, reference_map=saved.reference_map, local_maps=maps).outputs
        for maps, out in named.items()
    ]
    for one, two in zip(*found):
        assert Path(one).read_bytes() == Path(two).read_bytes()


@pytest.mark.parametrize("name", ev.__all__)
def test_every_public_name_is_there_and_explained(name):
    thing = getattr(ev, name)
    assert name == "VERSION" or inspect.getdoc(thing)
    assert name in dir(ev)


def test_unknown_names_are_refused():
    with pytest.raises(AttributeError, match="balanse"):
        _ = ev.balanse


JOBS = [name for name in ev.__all__ if name.islower() and name != "read_mask"]


@pytest.mark.parametrize("name", JOBS)
def test_after_the_output_everything_has_a_name(name):
    parameters = inspect.signature(getattr(ev, name)).parameters
    plain = [entry for entry in parameters.values() if entry.kind is entry.POSITIONAL_OR_KEYWORD]
    assert plain[-1].name in ("output", "target", "page", "local_folder")
    named = [entry for entry in parameters.values() if entry.kind is entry.KEYWORD_ONLY]
    assert len(plain) + len(named) == len(parameters)
    assert all(entry.default is not entry.empty for entry in named)


def test_jobs_have_documented_parameters():
    """Every parameter of every job stands in `docs/api.md`, under the job's name."""
    text = (Path(ev.__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
    for name in JOBS:
        call = text.split(f"    ev.{name}(path", 1)[1].split(")", 1)[0]
        for parameter in inspect.signature(getattr(ev, name)).parameters:
            assert parameter in f"path{call}".replace("=", " ").replace(",", " ").split(), (name, parameter)


def test_folders_patterns_and_paths(scene, tmp_path):
    folder, made = scene
    paths = sorted(made.paths)
    (folder / "notes.txt").write_text("no raster")
    Path(f"{paths[0]}.aux.xml").write_text("<PAMDataset/>")
    gdal.Open(paths[1]).BuildOverviews("NEAREST", [2])
    assert Path(f"{paths[1]}.ovr").exists()
    (folder / "deeper").mkdir()
    assert image_names(folder) == image_names(str(folder)) == paths
    assert image_names(folder / "*.tif") == image_names(str(folder / "*.tif")) == paths
    assert image_names(paths[0]) == image_names(Path(paths[0])) == [paths[0]]
    assert image_names([Path(path) for path in paths]) == paths
    for empty in (folder / "deeper", folder / "*.jp2"):
        with pytest.raises(NoRasterError, match="names no raster"):
            image_names(empty)
    for gone in (tmp_path / "gone", str(tmp_path / "gone.tif"), f"/vsizip/{tmp_path}/gone.zip/a.tif"):
        with pytest.raises(NoRasterError, match="names no raster"):
            image_names(gone)
    with pytest.raises(UnreadableRasterError, match="cannot be opened as a raster"):
        image_names(folder / "notes.txt")


def test_lists_may_hold_folders_and_patterns(scene):
    """In the order of the list; what is no raster stays for the checks of all images together."""
    folder, _ = scene
    paths = image_names(folder)
    assert image_names([paths[1], str(folder)]) == [paths[1], *paths]
    assert image_names([folder / "*.tif", "/no/such.tif"]) == [*paths, "/no/such.tif"]
    with pytest.raises(NoRasterError):
        image_names([paths[0], folder / "*.jp2"])



@pytest.mark.parametrize("name", [name for name in JOBS if "paths" in inspect.signature(getattr(ev, name)).parameters])
def test_a_folder_that_is_not_there_is_one_problem(tmp_path, name):
    job = getattr(ev, name)
    others = [one.name for one in inspect.signature(job).parameters.values() if one.default is one.empty][1:]
    arguments = {one: PolygonMask((), "") if one == "mask" else str(tmp_path / one) for one in others}
    with pytest.raises(ev.EvenlightError) as caught:
        job(tmp_path / "gone", **arguments)
    assert str(caught.value).count("\n") == 0
    assert str(tmp_path / "gone") in str(caught.value)


def test_vectors_beside_rasters_are_none(scene, tmp_path):
    _, made = scene
    crs = gdal.Open(made.paths[0]).GetProjection()
    only = make_scene(tmp_path / "in", rows=1, columns=1, bands=1).paths
    write_polygons(tmp_path / "in" / "mask.gpkg", crs, [(None, box(0, 0, 1, 1).wkb)])
    assert image_names(tmp_path / "in") == only


def test_settings_take_paths(tmp_path):
    one, two = tmp_path / "a.tif", str(tmp_path / "b.tif")
    for given, wanted in ((one, (str(one),)), (two, (two,)), ([one, two], (str(one), two))):
        assert ev.GlobalSettings(model_images=given).model_images == wanted
        assert ev.JointSettings(fixed_images=given).fixed_images == wanted


def test_names_with_brackets_are_files_first(tmp_path):
    made = make_scene(tmp_path, rows=1, columns=1, bands=1)
    odd = Path(made.paths[0]).rename(tmp_path / "a[1].tif")
    assert image_names(odd) == [str(odd)]


def test_a_misspelled_choice_is_refused():
    with pytest.raises(ev.EvenlightError, match="robust or least_squares"):
        ev.GlobalSettings(method="robustt")
    assert ev.GlobalSettings(method="least_squares").method is ev.GlobalMethod.LEAST_SQUARES


SETTINGS = [value for value in map(ev.__getattr__, ev.__all__) if is_dataclass(value)]
WRONG = {
    "int": ("three", 1.5, float("nan"), [3], {}, True),
    "float": ("0", [1.0], {}, True, 1j),
    "bool": ("no", 2, None, []),
    "str": (5, b"bytes", [], {}),
    "tuple[str, ...]": (5, [None], [1.0]),
}
"""What is of no use, by what a field declares."""
ENDLESS = {"int": (1e30, 2**31, -(2**40)), "float": (float("inf"), -float("inf"))}


@pytest.mark.parametrize("kind", SETTINGS, ids=lambda kind: kind.__name__)
def test_settings_refuse_what_is_of_another_kind(kind):
    """Of every field of all settings, in one sentence that says what would be right."""
    whole = {entry.name: 0.0 for entry in fields(kind) if entry.default is MISSING}
    kind(**whole)
    for entry in fields(kind):
        declared, _, empty = entry.type.partition(" | ")
        values = WRONG.get(declared, (ev.GlobalSettings(), {"method": "robust"}, 5, "b"))
        for value in (*values, *(() if empty else (None,))):
            with pytest.raises(ev.EvenlightError, match=f"^{entry.name} cannot be .*: use [^\n]*[.]$"):
                kind(**{**whole, entry.name: value})
        if empty:
            assert getattr(kind(**{**whole, entry.name: None}), entry.name) is None


def test_settings_take_the_numbers_of_other_libraries(tmp_path):
    """As numpy and paths have them; they are then what they are for."""
    import numpy as np

    local = ev.LocalSettings(blocks=np.int64(25), block_rows=4.0, alpha=np.float32(0.5), normalise=np.bool_(False))
    taken = local.blocks, local.block_rows, local.alpha, local.normalise
    assert taken == (25, 4, 0.5, False)
    assert [*map(type, taken)] == [int, int, float, bool]
    assert ev.StatisticsSettings(cache_folder=tmp_path, nodata=np.uint16(7)).cache_folder == str(tmp_path)
    assert ev.StatisticsSettings(nodata=np.uint16(7)).nodata == 7
    assert ev.StatisticsSettings(estimate=1).estimate is True
    assert np.isnan(ev.StatisticsSettings(nodata=float("nan")).nodata)


@pytest.mark.parametrize("kind", SETTINGS, ids=lambda kind: kind.__name__)
def test_numbers_have_an_end(kind):
    """GDAL has no larger whole numbers, and what is endless ends in no image; only pixels may hold it."""
    whole = {entry.name: 0.0 for entry in fields(kind) if entry.default is MISSING}
    for entry in fields(kind):
        declared = entry.type.partition(" | ")[0]
        for value in ENDLESS.get(declared, ()):
            if entry.name == "nodata":
                kind(nodata=value)
            else:
                with pytest.raises(ev.EvenlightError, match=f"^{entry.name} cannot be .*: use "):
                    kind(**{**whole, entry.name: value})


@pytest.mark.parametrize(("name", "value"), [("threads", -2), ("memory_budget", 0), ("window_size", -5)])
def test_resources_are_not_negative(name, value):
    with pytest.raises(ev.EvenlightError, match=f'^{name} cannot be "{value}": use . or more.$'):
        ev.ExecutionSettings(**{name: value})
    with pytest.raises(ev.EvenlightError, match=r"^minimum_size cannot be .-2.: use 0 or more.$"):
        ev.ThresholdSettings(minimum_size=-2)


FITTING = (("ranks", [5]), ("simplify", 5), ("nodata", 5))
"""What is no wrong value for an argument."""


@pytest.mark.parametrize("name", JOBS)
def test_jobs_refuse_arguments_of_another_kind(tmp_path, name):
    """Every argument of every job, one after the other and all at once: a line for each, and nothing is written."""
    job = getattr(ev, name)
    parameters = inspect.signature(job).parameters.values()
    right = {entry.name: str(tmp_path / entry.name) for entry in parameters if entry.default is entry.empty}
    if "paths" in right:
        right["paths"] = [str(tmp_path / "a.tif"), str(tmp_path / "b.tif")]
    if "mask" in right:
        right["mask"] = PolygonMask((), "")
    everything = {}
    for entry in parameters:
        for value in ([None], 5, {"threads": 2}, [5], print):
            names = entry.name in ("paths", "after", "local_maps", "load_local_maps") and isinstance(value, dict)
            if not names and (entry.name, value) not in FITTING:
                with pytest.raises(ev.EvenlightError) as caught:
                    job(**{**right, entry.name: value})
                assert " cannot be " in str(caught.value) and str(caught.value).count("\n") == 0
                assert entry.name in str(caught.value)
        everything[entry.name] = 5 if (entry.name, 5) not in FITTING else [5]
    with pytest.raises(ev.EvenlightError) as caught:
        job(**everything)
    # more than so many lines are counted together
    assert str(caught.value).count("\n") == min(len(everything) - 1, 20)
    for none in right:
        if (name, none) != ("coregister", "reference"):
            with pytest.raises(ev.EvenlightError, match=r"cannot be .None.: use"):
                job(**{**right, none: None})
    with pytest.raises(ev.EvenlightError, match=r"treads.*its arguments are path"):
        job(**right, treads=2)
    with pytest.raises(ev.EvenlightError, match="cannot be called so"):
        job(*right.values(), *[1] * 20)
    assert not list(tmp_path.iterdir())


def test_a_mask_file_has_a_name():
    with pytest.raises(ev.EvenlightError, match=r"path cannot be .5.: use a text, not int"):
        ev.read_mask(5)


def write_polygons(path, crs, geometries, driver="GPKG", layers=("cloud",)):
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    system = osr.SpatialReference()
    system.ImportFromWkt(crs)
    for name in layers:
        layer = dataset.CreateLayer(name, system, ogr.wkbUnknown)
        layer.CreateField(ogr.FieldDefn("image", ogr.OFTString))
        for image, geometry in geometries:
            feature = ogr.Feature(layer.GetLayerDefn())
            if image is not None:
                feature.SetField("image", image)
            feature.SetGeometry(ogr.CreateGeometryFromWkb(geometry))
            layer.CreateFeature(feature)
    return path


def invalid_of(path):
    file = gdal.Open(str(path))
    return file.GetRasterBand(1).GetMaskBand().ReadAsArray() == 0


def test_a_mask_is_a_file_too(scene, tmp_path):
    _, made = scene
    first = gdal.Open(made.paths[0])
    square = box(2, 2, 20, 20).wkb
    file = write_polygons(tmp_path / "mask.gpkg", first.GetProjection(), [(Path(made.paths[0]).stem, square)])
    ev.mask_rasters(made.paths, file, tmp_path / "a", settings=ev.BlankSettings(mask_mode="exclude"))
    before, after = ([invalid_of(path) for path in sorted(paths)] for paths in (made.paths, (tmp_path / "a").iterdir()))
    before[0][2:20, 2:20] = True
    assert all((one == two).all() for one, two in zip(before, after))
    mask = ev.read_mask(file, field="image")
    assert mask.polygons[0].name == Path(made.paths[0]).stem
    assert ev.read_mask(str(file)).polygons[0].name is None


def test_what_is_no_mask_is_refused(scene, tmp_path):
    _, made = scene
    crs = gdal.Open(made.paths[0]).GetProjection()
    point = ogr.CreateGeometryFromWkt("POINT (1 2)").ExportToWkb()
    points = write_polygons(tmp_path / "points.gpkg", crs, [(None, bytes(point))])
    empty = write_polygons(tmp_path / "empty.gpkg", crs, [])
    two = write_polygons(tmp_path / "two.gpkg", crs, [(None, box(0, 0, 1, 1).wkb)], layers=("a", "b"))
    for file, options, words in [
        (points, {}, "is a point"),
        (empty, {}, "no polygon"),
        (two, {}, 'layers "a", "b"'),
        (two, {"layer": "c"}, "no layer 'c'"),
        (two, {"layer": "a", "field": "name"}, "no field 'name'"),
        (made.paths[0], {}, "cannot be opened"),
        (tmp_path / "gone.gpkg", {}, "no such file"),
    ]:
        with pytest.raises(MaskFileError, match=words):
            ev.read_mask(file, **options)
