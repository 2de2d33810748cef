"""A result that its data type cannot hold is refused before a pixel is written, whatever it comes from."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_scenes import gains_of, make_scene, masks, read, texture, to_type, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.errors import Problems
from evenlight.core.jobs import apply_adjustments, delivery, load_block_maps, preview_balance
from evenlight.core.settings import CorrectionKind, LocalSettings, OutputSettings, OutputType, SelectionMode

JOBS = [run_global, run_balance]
SIZE, STEP = 120, 70


@pytest.fixture
def written(monkeypatch):
    """How often writing began."""
    calls = []
    original = delivery.apply_corrections
    monkeypatch.setattr(delivery, "apply_corrections", lambda *a: calls.append(1) or original(*a))
    return calls


def pair(folder, kinds=("uint8", "uint16"), factors=(0.06, 1.0), names=("one", "two"), tags=(None, None)):
    """Two images of one ground of about 2000, each in a type and unit of its own."""
    folder.mkdir(exist_ok=True)
    ground = texture(2, SIZE, SIZE + STEP, 31, std=300.0)
    paths = []
    for number, (kind, factor, name, tag) in enumerate(zip(kinds, factors, names, tags)):
        part = factor * ground[:, :, STEP * number : STEP * number + SIZE]
        path = write(folder / f"{name}.tif", to_type(part, kind), column=STEP * number, nodata=0)
        if tag:
            dataset = gdal.Open(path, gdal.GA_Update)
            for band in (1, 2):
                dataset.GetRasterBand(band).SetScale(tag)
            dataset = None
        paths.append(path)
    return paths


def refused(run, *words, leads=True):
    """The run ends with a sentence that holds all words; ``leads``: whether it has model images."""
    with pytest.raises(Problems) as caught:
        run()
    for word in words:
        assert word in str(caught.value)
    assert ("MODEL_IMAGES" in str(caught.value)) == leads


WIDER = [("uint16", 1.0), ("uint16", 5.0), ("float32", 1.0), ("float32", 1e-4), ("float64", 10.0), ("int32", 40.0)]


@pytest.mark.every(3)
@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize(("kind", "factor"), WIDER)
@pytest.mark.parametrize("names", [("one", "two"), ("two", "one")])
def test_bytes_beside_a_wider_type_stay_in_their_range(tmp_path, job, kind, factor, names):
    """Both orders: the bytes keep their level and nothing is lost, the wider image follows, and the log says so."""
    paths = pair(tmp_path / "in", ("uint8", kind), (0.06, factor), names)
    progress = Recorder()
    result = job(paths, tmp_path / "out", progress=progress)
    gain = gains_of(result.outputs)[0]
    assert gain[1] / gain[0] == pytest.approx([0.06 / factor] * 2, rel=0.02)
    assert result.clipped < 0.01
    assert [read(path).dtype.name for path in result.outputs] == ["uint8", kind]
    byte = read(result.outputs[0])[masks(paths[0])].astype(float)
    before = read(paths[0])[masks(paths[0])].astype(float)
    assert byte.mean() == pytest.approx(before.mean(), rel=0.03)
    assert byte.std() == pytest.approx(before.std(), rel=0.1)
    other = read(result.outputs[1])[:, :, : SIZE - STEP].astype(float)
    shared = read(result.outputs[0])[:, :, STEP:].astype(float)
    assert np.abs(other - shared).mean() < 2.0
    assert any(f"level of {names[0]}: uint8" in text for text in progress.warnings)


@pytest.mark.parametrize("job", [*JOBS, preview_balance])
@pytest.mark.parametrize("names", [("one", "two"), ("two", "one")])
def test_bytes_that_must_follow_a_wider_image_are_refused(tmp_path, job, names, written):
    """A 16-bit model image, both orders: the sentence names image, share and remedy, before a pixel is written."""
    paths = pair(tmp_path / "in", names=names)
    if job is preview_balance:
        from evenlight.core.settings import GlobalSettings

        output = OutputSettings(folder=str(tmp_path / "out"))
        run = lambda: job(paths, output, global_settings=GlobalSettings(model_images=(paths[1],)))  # noqa: E731
    else:
        run = lambda: job(paths, tmp_path / "out", model_images=(paths[1],))  # noqa: E731
    refused(run, f"100% of {names[0]} in band 1", "uint8", "OUTPUT_DTYPE", "MODEL_IMAGES")
    assert not written
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("job", JOBS)
def test_what_the_user_chooses_holds(tmp_path, job):
    """The bytes as model image; all images in a wider type; the wider image left out of the solution's shape."""
    paths = pair(tmp_path / "in")
    held = job(paths, tmp_path / "held", model_images=(paths[0],))
    assert np.array_equal(gains_of(held.outputs)[0][0], [1, 1])
    wide = job(paths, tmp_path / "wide", output={"dtype": OutputType.UINT16})
    assert gains_of(wide.outputs)[0][0].min() > 1.5
    assert wide.clipped == 0
    led = job(paths, tmp_path / "led", model_images=(paths[1],), model_images_mode=SelectionMode.EXCLUDE)
    assert led.clipped < 0.01


@pytest.mark.parametrize("job", JOBS)
def test_scale_tags_put_both_into_one_unit(tmp_path, job):
    """With tags the types differ and the values do not: nobody is led, physical levels meet half way."""
    paths = pair(tmp_path / "in", tags=(1 / 0.06, 1.0))
    progress = Recorder()
    result = job(paths, tmp_path / "out", progress=progress)
    assert gains_of(result.outputs)[0] == pytest.approx(np.ones((2, 2)), rel=0.02) or job is run_balance
    assert not any("level of" in text for text in progress.warnings)
    assert result.clipped < 0.01


@pytest.mark.parametrize("factor", [1.6, 1.75, 1.85, 1.95, 2.15])
@pytest.mark.parametrize("job", JOBS)
def test_the_share_is_known_before_writing(tmp_path, job, factor, written, monkeypatch):
    """A dark byte image follows a bright 16-bit one: the expected share is the counted one to 2 % of the values."""
    paths = pair(tmp_path / "in", factors=(0.05, 0.05 * factor))
    shares = []
    checked = delivery.expected_shares
    monkeypatch.setattr(delivery, "MOST_CLIPPED", 2.0)
    monkeypatch.setattr(delivery, "expected_shares", lambda *a: shares.append(checked(*a)) or shares[0])
    result = job(paths, tmp_path / "out", model_images=(paths[1],))
    counted = (read(result.outputs[0]) == 255).mean(axis=(1, 2))
    assert shares[0][0] == pytest.approx(counted, abs=0.02)
    assert 0 < counted.max() < 1


def test_from_a_fifth_on_nothing_is_written(tmp_path, written):
    """Below it the image is named in a warning; one hundredth is enough for that."""
    for number, factor in enumerate((1.6, 1.75, 1.95, 2.1)):
        paths = pair(tmp_path / str(number), factors=(0.05, 0.05 * factor))
        run = lambda folder: run_global(paths, folder, model_images=(paths[1],), progress=progress)  # noqa: E731, B023
        progress = Recorder()
        if factor > 1.9:
            refused(lambda: run(tmp_path / "none"), "of one in band 2")  # noqa: B023
            continue
        result = run(tmp_path / f"out{number}")
        shares = (read(result.outputs[0]) == 255).mean(axis=(1, 2))
        assert shares.max() < 0.2
        assert any("were clipped: one (" in text for text in progress.warnings) == (shares.max() > 0.01)
    assert len(written) == 2
    assert not (tmp_path / "none").exists()


def test_a_local_step_is_not_told_to_name_model_images(tmp_path, monkeypatch):
    """It has none, and neither in the warning of values that were clipped."""
    scene, progress = make_scene(tmp_path / "in", columns=2, bands=1), Recorder()
    monkeypatch.setattr(delivery, "MOST_CLIPPED", 2.0)
    run_local(scene.paths, tmp_path / "out", {"dtype": OutputType.BYTE}, blocks=9, progress=progress)
    (text,) = [text for text in progress.warnings if text.startswith("Many values did not fit")]
    assert "Choose a wider OUTPUT_DTYPE" in text
    assert "MODEL_IMAGES" not in text


def test_a_local_correction_is_looked_at_too(tmp_path, written):
    """Signed bytes of light: a narrow OUTPUT_DTYPE holds none of it."""
    scene = make_scene(tmp_path / "in", columns=2)
    run = lambda: run_local(scene.paths, tmp_path / "out", {"dtype": OutputType.BYTE}, blocks=9)  # noqa: E731
    refused(run, "img_1", "uint8", "OUTPUT_DTYPE", leads=False)
    assert not written


def saved(paths, folder, gain):
    """Adjustments of images with another gain than was found."""
    file = str(folder / "a.json")
    run_global(paths, folder / "first", save_adjustments=file)
    content = json.loads(Path(file).read_text(encoding="utf-8"))
    for entry in content["images"]:
        entry["adjustments"][1]["gain"] = gain
    Path(file).write_text(json.dumps(content), encoding="utf-8")
    return file


def test_applied_adjustments_are_refused_by_their_own_statistics(tmp_path, written):
    """Before a pixel is read."""
    scene = make_scene(tmp_path / "in", columns=2, bands=2)
    file = saved(scene.paths, tmp_path, 40.0)
    written.clear()
    run = lambda: apply_adjustments(scene.paths, file, OutputSettings(folder=str(tmp_path / "out")))  # noqa: E731
    refused(run, "of img_1 in band 2", "uint16", leads=False)
    assert not written
    assert not (tmp_path / "out").exists()


def test_applied_adjustments_of_other_pixels_are_refused_by_what_is_counted(tmp_path, written):
    """An image of the same name that the file's statistics are not of: nothing is put in place."""
    scene = make_scene(tmp_path / "in", columns=2, bands=2)
    file = saved(scene.paths, tmp_path, 9.0)
    (tmp_path / "new").mkdir()
    late = write(tmp_path / "new" / "img_1.tif", 8 * read(scene.paths[0]), nodata=0, options=["COMPRESS=DEFLATE"])
    out = tmp_path / "out"
    out.mkdir()
    (out / "img_1_Global.tif").write_bytes(b"earlier")
    written.clear()
    run = lambda: apply_adjustments([late], file, OutputSettings(folder=str(out)))  # noqa: E731
    refused(run, "of img_1 in band 2", "uint16", leads=False)
    assert written
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {"img_1_Global.tif": b"earlier"}


def test_block_maps_are_refused_by_the_sums_of_the_images(tmp_path, written):
    """A reference map five times too bright."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, border=False, dtype="uint8", factor=0.04)
    height, width = scene.truth.shape[1:]
    x, dx, _, y, _, dy = gdal.Open(scene.paths[0]).GetGeoTransform()
    geotransform = (x, width * dx / 4, 0, y, 0, height * dy / 4)
    bright = write(tmp_path / "bright.tif", np.full((1, 4, 4), 400, np.float32), geotransform=geotransform)
    output, settings = OutputSettings(folder=str(tmp_path / "out")), LocalSettings(correction=CorrectionKind.LINEAR)
    refused(
        lambda: load_block_maps(scene.paths, output, settings=settings, reference_map=bright),
        "of img_",
        "uint8",
        "OUTPUT_DTYPE",
        leads=False,
    )
    assert not written
    assert not os.path.exists(output.folder)


def test_a_preview_tells_the_share_of_the_result(tmp_path):
    """What is clipped when the same is written, without writing it."""
    paths = pair(tmp_path / "in", factors=(0.05, 0.05 * 1.8))
    options = {"model_images": (paths[1],)}
    real = run_balance(paths, tmp_path / "real", **options)
    seen = run_balance(paths, tmp_path / "seen", output={"format": "virtual", "name": "$_P.tif"}, **options)
    assert 0.005 < real.clipped < 0.2
    assert seen.clipped == pytest.approx(real.clipped, abs=0.01)


LOSSY = {
    "COMPRESS=LERC|MAX_Z_ERROR=4": True,
    "DISCARD_LSB=3": True,
    "COMPRESS=LERC": False,
    "COMPRESS=DEFLATE": False,
    "": False,
}


@pytest.mark.parametrize("options", LOSSY)
def test_figures_before_a_lossy_compression_are_said_to_be(tmp_path, options):
    """They are reckoned from sums, which do not know what the compression does."""
    scene = make_scene(tmp_path / "in")
    recorder = Recorder()
    run_global(scene.paths, tmp_path / "out", {"creation_options": options}, progress=recorder)
    said = [text for text in recorder.warnings if "changes values in the files" in text]
    assert len(said) == LOSSY[options]
