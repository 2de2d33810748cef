"""Where results go, and whether they can."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_scenes import make_scene, write
from osgeo import gdal, ogr

from evenlight.core import naming
from evenlight.core.align.settings import ALIGNED_NAME, JOINTLY_ALIGNED_NAME, CoregisterSettings, ReferenceMode
from evenlight.core.errors import Problems
from evenlight.core.filters.settings import EQUALIZED_NAME, MATCHED_NAME
from evenlight.core.jobs import (
    apply_adjustments,
    balance,
    coregister,
    coregister_jointly,
    global_regression,
    histogram_equalize,
    histogram_match,
    load_block_maps,
    local_block_adjustment,
    local_variance,
    mask_rasters,
    preview_balance,
    save_block_maps,
    threshold_mask,
)
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.masks.settings import MASK_NAME, MASKED_NAME, ThresholdSettings
from evenlight.core.naming import (
    NotEnoughSpaceError,
    check_files,
    check_folder,
    check_name,
    distinct_names,
    estimated_size,
    output_paths,
)
from evenlight.core.raster.image import describe
from evenlight.core.raster.transaction import LONGER
from evenlight.core.settings import (
    ADJUSTED_NAME,
    BALANCED_NAME,
    BLOCK_ADJUSTED_NAME,
    GLOBAL_NAME,
    LOCAL_NAME,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    OutputType,
)


def images_called(folder, *names):
    """Small images by path relative to a folder."""
    found = []
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        found.append(describe(write(path, np.ones((1, 8, 8), np.uint8))))
    return found


def test_the_dollar_stands_for_the_images_name(tmp_path):
    """Anywhere in the output name."""
    images = images_called(tmp_path, "a.tif", "b.c.tif")
    paths = output_paths(images, OutputSettings(folder=str(tmp_path), name="new_$_x.tif"))
    assert [os.path.basename(path) for path in paths] == ["new_a_x.tif", "new_b.c_x.tif"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("x/s.tif", "y/s.tif"), ["x_s", "y_s"]),
        (("x/s.tif", "y/S.tif"), ["x_s", "y_S"]),
        (("x/s.tif", "y/t.tif"), ["s", "t"]),
        (("k/x/s.tif", "l/x/s.tif"), ["x_s", "x_s_2"]),
    ],
)
def test_equal_names_are_told_apart(tmp_path, names, expected):
    """By the folder, then by a number; capitals are no difference on some systems."""
    assert distinct_names(images_called(tmp_path, *names)) == expected


@pytest.mark.parametrize(
    "names", [("a/b_c.tif", "x/b_c.tif", "d/a_b_c.tif"), ("k/x/s.tif", "l/x/s.tif", "m/x_s_2.tif")]
)
def test_no_two_images_ever_share_a_result(tmp_path, names):
    """A made-up name meets another image's own."""
    distinct = distinct_names(images_called(tmp_path, *names))
    assert len({name.lower() for name in distinct}) == len(names)


@pytest.mark.parametrize(
    "name",
    ["", "  ", "a//b.tif", "../$", "$.png", "a?.tif", "con|.tif", "$.tif/", "a\0$.tif", "a\n$.tif", "$\ud800.tif",
     ". /$.tif", ".. /$.tif", "a/.../$.tif"],
)  # fmt: skip
def test_names_that_cannot_be_files_are_refused(name):
    """With a remedy, in a text that every screen and log can show."""
    (problem,) = check_name(name)
    assert "use a file name" in str(problem) or "end it with .tif" in str(problem)
    assert str(problem).isprintable() and str(problem).encode("utf-8")


@pytest.mark.parametrize("name", ["$.tif", "$_Global.TIFF", "ä & $.tif", "a/b.tif", "$", "$.vrt"])
def test_good_names_pass(name):
    """Any letters, sub-folders, the extensions of results or none."""
    assert check_name(name) == []


def test_results_that_would_overwrite_an_input_are_refused(tmp_path):
    """Same folder, same name; also through a link to the folder."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    (tmp_path / "link").symlink_to(tmp_path / "in")
    before = {path.name: path.read_bytes() for path in (tmp_path / "in").iterdir()}
    for folder in ("in", "link"):
        with pytest.raises(Problems, match="would be overwritten"):
            run_global(scene.paths, tmp_path / folder, output={"name": "$.tif"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "in").iterdir()} == before


def test_a_name_without_the_dollar_is_refused_for_several_images(tmp_path):
    """They would overwrite each other."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    with pytest.raises(Problems, match=r"put \$ into the output name"):
        run_global(scene.paths, tmp_path / "out", output={"name": "all.tif"})
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    """And so is one below it."""
    (tmp_path / "file").write_text("x")
    assert len(check_folder(str(tmp_path / "file"))) == 1
    assert len(check_folder(str(tmp_path / "file" / "below"))) == 1
    assert check_folder(str(tmp_path / "new" / "newer")) == []


def test_a_target_that_is_a_folder_is_refused(tmp_path):
    """Something else bears the name."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    (tmp_path / "out" / "img_1_Global.tif").mkdir(parents=True)
    with pytest.raises(Problems, match=r"img_1_Global\.tif"):
        run_global(scene.paths, tmp_path / "out")


def test_too_little_space_is_told_before_anything_is_written(tmp_path, monkeypatch):
    """With what is there and what is needed, never as nothing."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    monkeypatch.setattr(naming.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 10))
    with pytest.raises(Problems, match=r"has 0\.01 kB free and the results need about \d+\.\d\d kB: free some space"):
        run_global(scene.paths, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_results_of_virtual_rasters_that_are_texts_are_named_after_their_sources(tmp_path):
    """In a line; a source within a source too, and folders where two have one name."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    texts = []
    for path in scene.paths:
        # in another folder, so that it names its source in full
        recipe = f"/vsimem/{tmp_path.name}.vrt"
        gdal.Translate(recipe, os.path.abspath(path), format="VRT")
        texts.append("\n" + gdal.OpenEx(recipe).GetMetadata("xml:VRT")[0])
    outputs = run_global(texts, tmp_path / "out").outputs
    assert [os.path.basename(path) for path in outputs] == ["img_1_Global.tif", "img_2_Global.tif"]
    images = [describe(text) for text in (texts[0], texts[0] + " ")]
    assert distinct_names(images) == ["in_img_1", "in_img_1_2"]
    bare = '<VRTDataset rasterXSize="8" rasterYSize="8"><SRS>EPSG:4326</SRS><VRTRasterBand/></VRTDataset>'
    assert describe(bare).name == "virtual"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_control_characters_stay_out_of_names(tmp_path):
    """They part lines of lists and logs."""
    path = write(tmp_path / "x\ny\x7f.tif", np.ones((1, 20, 20), np.uint8))
    assert distinct_names([describe(path)]) == ["x_y_"]


@pytest.mark.parametrize(
    ("size", "text"), [(700, "0.70 kB"), (99_000, "99.00 kB"), (150_000, "0.15 MB"), (25 * 10**9, "25.00 GB")]
)
def test_sizes_have_the_unit_that_shows_them(size, text):
    assert f"need about {text}:" in str(NotEnoughSpaceError("folder", size, 1))


def test_results_take_about_the_estimated_space(tmp_path):
    """Neither a tenth nor ten times of it; a wider type takes more."""
    scene = make_scene(tmp_path / "in", columns=2, bands=2, size=300, step=150, options=["COMPRESS=DEFLATE"])
    output = OutputSettings(folder=str(tmp_path / "out"))
    estimate = sum(estimated_size(describe(path), output) for path in scene.paths)
    written = sum(Path(path).stat().st_size for path in run_global(scene.paths, tmp_path / "out").outputs)
    assert 0.4 < estimate / written < 2.5
    wide = OutputSettings(folder=str(tmp_path), dtype=OutputType.FLOAT64)
    assert estimated_size(describe(scene.paths[0]), wide) > estimated_size(describe(scene.paths[0]), output)


@pytest.mark.parametrize("path", ["a\0b/x.tif", "a\ud800.tif", "", "x" * 3000 + ".tif", "x" * 300 + "/a.tif"])
def test_paths_that_cannot_be_files_are_refused(tmp_path, monkeypatch, path):
    """Before anything is read, and in a text that every screen and log can show; a folder too."""
    monkeypatch.chdir(tmp_path)
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    for job in (
        lambda: local_variance(scene.paths[0], path),
        lambda: run_global(scene.paths, tmp_path / "out", save_adjustments=path or "\0"),
        lambda: run_global(scene.paths, os.path.join(path or "\0", "out")),
    ):
        with pytest.raises(Problems) as caught:
            job()
        assert str(caught.value).replace("\n", "").isprintable() and str(caught.value).encode("utf-8")
    assert os.listdir(tmp_path) == ["in"]


@pytest.mark.parametrize(
    ("form", "further"), [("cog", {}), ("geotiff", {"overviews": True}), ("virtual", {})], ids=["cog", "tif", "vrt"]
)
def test_the_longest_name_that_is_allowed_works_and_the_next_one_is_refused(tmp_path, form, further):
    """With all that drivers add while they write: masks, overviews, conversions; letters of two bytes."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=300, step=200, nodata=None)
    for path in scene.paths:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().Fill(255)
        dataset = None
    most = os.pathconf(tmp_path, "PC_NAME_MAX") - LONGER
    room = most - len("img_1.tif") - (len(".product-01234567") if form == "virtual" else 0)
    output = {"format": OutputFormat(form), "name": f"{'ä' * (room // 2)}{'x' * (room % 2)}$.tif", **further}
    results = run_balance(scene.paths, tmp_path / "out", output).outputs
    assert all(map(os.path.isfile, results))
    with pytest.raises(Problems, match=f"has {most + 1} bytes and may have {most}: shorten the output name"):
        run_balance(scene.paths, tmp_path / "new", {**output, "name": f"y{output['name']}"})
    assert not (tmp_path / "new").exists()


def test_each_folder_is_told_once_and_may_have_a_long_name(tmp_path, monkeypatch):
    """Nothing is added to its name; relative or not it is one."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    monkeypatch.chdir(tmp_path)
    assert run_global(scene.paths, "o" * 250, save_adjustments=str(tmp_path / ("o" * 250) / "a.json")).outputs
    (tmp_path / "file").write_text("x")
    with pytest.raises(Problems) as caught:
        run_global(scene.paths, "file", save_adjustments=str(tmp_path / "file" / "a.json"))
    assert str(caught.value).count("cannot be written to") == 1


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="no such file system")
def test_a_file_system_without_files_cannot_be_written_to(tmp_path):
    """It has no space either, but that is not the reason."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    with pytest.raises(Problems) as caught:
        run_global(scene.paths, "/proc/none")
    assert str(caught.value) == "/proc/none cannot be written to: choose another folder or change its permissions."


def test_a_full_disk_is_no_matter_of_permissions(tmp_path, monkeypatch):
    """The file that is tried out finds no room."""

    def full(**_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(naming.tempfile, "TemporaryFile", full)
    assert [str(problem) for problem in check_folder(str(tmp_path / "out"))] == [
        f"{tmp_path / 'out'} has no space left: free some space there or choose another folder."
    ]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_folder_matters_where_results_go_only(tmp_path, monkeypatch, number):
    """What is kept for later does without; in one folder with the results it does not."""

    def full(**_):
        raise OSError(number, "full")

    monkeypatch.setattr(naming.tempfile, "TemporaryFile", full)
    here, there = str(tmp_path / "a"), str(tmp_path / "b")
    assert check_files([], [], caches=[here]) == []
    assert len(check_files([], [], [there], [here])) == 1
    assert len(check_files([], [], [here], [here])) == 1
    assert len(check_files([f"{here}/a.tif"], [], caches=[here])) == 1


def test_names_do_not_hang_on_the_order_of_the_images(tmp_path):
    """They are checked in the order of the inputs and written in that of paths: an input was overwritten between."""
    paths = []
    for n, name in enumerate(("q/p/x", "r/p/x", "s/p_x_2", "out/p_x_2_2_Global")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        scene = make_scene(tmp_path / "in", columns=4, bands=1, size=60, step=30)
        paths.append(str(shutil.copy(scene.paths[n], tmp_path / f"{name}.tif")))
    images = [describe(path) for path in paths]
    assert distinct_names(images[::-1]) == distinct_names(images)[::-1]
    before = Path(paths[3]).read_bytes()
    with pytest.raises(Problems, match=r"p_x_2_2_Global\.tif is an input and would be overwritten"):
        run_global([paths[2], *paths[:2], paths[3]], tmp_path / "out")
    assert Path(paths[3]).read_bytes() == before


def test_trying_a_folder_out_leaves_nothing(tmp_path):
    """Nor is the folder made."""
    assert check_folder(str(tmp_path / "a" / "b")) == []
    assert not os.listdir(tmp_path)


def test_a_link_to_nowhere_is_no_folder(tmp_path):
    """It cannot be made either."""
    os.symlink(tmp_path / "gone", tmp_path / "link")
    assert len(check_folder(str(tmp_path / "link"))) == 1
    assert len(check_folder(str(tmp_path / "link" / "out"))) == 1


def test_a_result_that_somebody_protects_is_not_replaced(tmp_path, monkeypatch):
    """On some systems it cannot be, and on others it should not."""
    (tmp_path / "a.tif").write_text("mine")
    monkeypatch.setattr(naming.os, "access", lambda path, mode: not path.endswith("a.tif"))
    (problem,) = check_files([str(tmp_path / "a.tif"), str(tmp_path / "b.tif")], [])
    assert "a.tif cannot be written to" in str(problem)


@pytest.mark.parametrize("names", [("a.tif", "A.tif"), ("a.tif", "a.tif.msk"), ("a.tif.aux.xml", "a.tif")])
def test_two_results_of_one_name_are_refused(tmp_path, names):
    """Capitals count nowhere, because they do not count everywhere; nor may one lie beside the other."""
    assert len(check_files([str(tmp_path / name) for name in names], [])) == 1


def virtual_raster(path, source, tags=""):
    """A recipe that reads one file beside it."""
    path.write_text(
        f'<VRTDataset rasterXSize="8" rasterYSize="8"><Metadata>{tags}</Metadata>'
        f'<VRTRasterBand dataType="Byte" band="1"><SimpleSource><SourceFilename relativeToVRT="1">{source}'
        "</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>"
    )


@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.parametrize("result", [True, False])
def test_what_a_virtual_raster_in_the_folder_reads_is_not_overwritten(tmp_path, ours, result):
    """Its companion, or the user's own; earlier results below the user's own mosaic are replaced as ever."""
    tag = '<MDI key="EVENLIGHT_VERSION">0.1.0</MDI>'
    companion = tmp_path / "a_field.tif"
    write(companion, np.ones((1, 8, 8), np.uint8))
    if result:
        raster = gdal.Open(str(companion), gdal.GA_Update)
        raster.SetMetadataItem("EVENLIGHT_VERSION", "0.1.0")
        raster = None
    virtual_raster(tmp_path / "a.vrt", companion.name, tag if ours else "")
    problems = check_files([str(companion), str(tmp_path / "other.tif")], [])
    if result and not ours:
        assert problems == []
    else:
        assert "a_field.tif is read by the virtual raster" in str(problems[0]) and len(problems) == 1
    assert check_files([str(companion), str(tmp_path / "a.vrt")], []) == []
    assert len(check_files([str(companion)], [str(tmp_path / "a.vrt")])) == 1


def test_no_run_takes_the_companions_of_an_earlier_preview(tmp_path):
    """Two runs into one folder: the name of the second is that of the first's fields."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=110, step=60)
    out = tmp_path / "out"
    preview_balance(scene.paths, OutputSettings(folder=str(out), name="$_P.tif"))
    companions = [path for path in out.iterdir() if path.suffix != ".vrt"]
    before = {path: path.read_bytes() for path in out.iterdir()}
    assert companions
    for companion in companions:
        image = companion.name[: len("img_1")]
        name = f"${companion.name[len(image):]}"
        with pytest.raises(Problems, match=f"{companion.name} is read by the virtual raster .*{image}_P"):
            run_global(scene.paths, out, {"name": name})
    assert {path: path.read_bytes() for path in out.iterdir()} == before
    preview_balance(scene.paths, OutputSettings(folder=str(out), name="$_P.tif"))


def test_unfinished_virtual_rasters_refuse_no_run(tmp_path):
    """Their run is gone, and what it left is removed, or it lives, and `Outputs` knows what it writes."""
    companion = tmp_path / "a.field-0123abcd.tif"
    write(companion, np.ones((1, 8, 8), np.uint8))
    for name in ("a.part-b80f66d4.vrt", "a.recipe-0123abcd.part-e030ff36.vrt"):
        virtual_raster(tmp_path / name, companion.name)
    assert check_files([str(companion)], []) == []
    virtual_raster(tmp_path / "a.recipe-0123abcd.vrt", companion.name)
    assert len(check_files([str(companion)], [])) == 1


@pytest.mark.parametrize("read", ["beside", "as an input"])
def test_what_a_copy_of_a_preview_reads_is_not_removed(tmp_path, read):
    """A new preview clears away what earlier ones left beside their results, some time."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=110, step=60)
    out = tmp_path / "out"
    output = OutputSettings(folder=str(out), name="$_P.tif")
    first = preview_balance(scene.paths, output).outputs[0]
    copy = (out if read == "beside" else tmp_path / "in") / "kept.vrt"
    copy.write_text(Path(first).read_text().replace("../in/", f"{tmp_path}/in/").replace(">img_1", f">{out}/img_1"))
    before = {path: path.read_bytes() for path in out.iterdir()}
    inputs = scene.paths if read == "beside" else [*scene.paths, str(copy)]
    with pytest.raises(Problems, match=r"img_1_P\..*-[0-9a-f]{8}\..*kept\.vrt and would be overwritten"):
        preview_balance(inputs, output)
    assert {path: path.read_bytes() for path in out.iterdir()} == before


@pytest.fixture(scope="module")
def jobs(tmp_path_factory):
    """Every job that names its results itself, by name: runs it into a folder."""
    folder = tmp_path_factory.mktemp("jobs")
    paths = make_scene(folder / "in", columns=2, bands=1, size=110, step=60).paths
    saved, maps = str(folder / "a.json"), str(folder / "maps")
    run_global(paths, folder / "made", save_adjustments=saved)
    save_block_maps(paths, os.path.join(maps, "r.tif"), maps, settings=LocalSettings(blocks=9))
    square = MaskPolygon(gdal_square(describe(paths[0]).bounds))
    mean = CoregisterSettings(reference_mode=ReferenceMode.MEAN)
    return {
        GLOBAL_NAME: lambda output: global_regression(paths, output),
        LOCAL_NAME: lambda output: local_block_adjustment(paths, output),
        BALANCED_NAME: lambda output: balance(paths, output),
        BALANCED_NAME.replace("tif", "vrt"): lambda output: preview_balance(paths, output),
        ADJUSTED_NAME: lambda output: apply_adjustments(paths, saved, output),
        BLOCK_ADJUSTED_NAME: lambda output: load_block_maps(paths, output, reference_map=os.path.join(maps, "r.tif")),
        MASK_NAME: lambda output: threshold_mask(paths, output, settings=ThresholdSettings("B1 > 0")),
        MASKED_NAME: lambda output: mask_rasters(paths, PolygonMask((square,), describe(paths[0]).crs), output),
        ALIGNED_NAME: lambda output: coregister(paths, None, output, settings=mean),
        JOINTLY_ALIGNED_NAME: lambda output: coregister_jointly(paths, output),
        MATCHED_NAME: lambda output: histogram_match(paths, paths[0], output),
        EQUALIZED_NAME: lambda output: histogram_equalize(paths, output),
    }


def gdal_square(bounds):
    """A polygon around bounds."""
    west, south, east, north = bounds
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({','.join(f'{x} {y}' for x, y in corners)}))").ExportToWkb())


def test_each_job_has_a_name_of_its_own_for_its_results(jobs, tmp_path):
    """A script that runs all of them into one folder keeps all results."""
    for name, job in jobs.items():
        results = job(OutputSettings(folder=str(tmp_path))).outputs
        assert [os.path.basename(path) for path in results] == [name.replace("$", f"img_{n}") for n in (1, 2)]
    rasters = [path for path in os.listdir(tmp_path) if path.startswith("img_") and not naming.COMPANION.search(path)]
    assert len(rasters) == 2 * len(jobs)


def test_no_job_writes_into_the_working_directory_unasked(jobs, tmp_path, monkeypatch):
    """A folder must be given."""
    monkeypatch.chdir(tmp_path)
    for job in jobs.values():
        with pytest.raises(Problems, match='OUTPUT_FOLDER cannot be "": use a folder for the results'):
            job(OutputSettings())
    assert not os.listdir(tmp_path)
