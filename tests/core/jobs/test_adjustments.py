"""Adjustments saved, loaded, extended by new images and applied."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_scenes import gains_of, make_scene, read, write
from recorders import Recorder

from evenlight.core.errors import Problems
from evenlight.core.jobs import apply_adjustments
from evenlight.core.raster import on_grid
from evenlight.core.settings import GlobalMethod, OutputSettings


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """A row of five images; each meets its neighbours only."""
    return make_scene(tmp_path_factory.mktemp("row"), columns=5, size=100, step=70, bands=2, noise=10.0)


def saved_by(paths, folder, **options):
    """Run and save; returns the result and the file."""
    file = str(folder / "adjustments.json")
    return run_global(paths, folder / "out", save_adjustments=file, **options), file


def applied(paths, file, folder):
    """Results of `apply_adjustments`."""
    return apply_adjustments(list(paths), file, OutputSettings(folder=str(folder), name="$_Global.tif")).outputs


def test_a_saved_file_tells_all(scene, tmp_path):
    """Identity, size, gains, errors, whole and overlap statistics of every image and band."""
    result, file = saved_by(scene.paths, tmp_path)
    content = json.loads(Path(file).read_text(encoding="utf-8"))
    assert (content["format"], content["version"]) == ("evenlight-adjustments", 1)
    entry = content["images"][1]
    assert (entry["name"], entry["size"], len(entry["overlaps"])) == ("img_2", [100, 100], 2)
    gain, offset = gains_of(result.outputs)
    assert [band["gain"] for band in entry["adjustments"]] == gain[1].tolist()
    assert [band["offset"] for band in entry["adjustments"]] == offset[1].tolist()
    assert all(0 < band["gain_error"] < 0.2 for band in entry["adjustments"])
    values = read(scene.paths[1])[0]
    assert entry["whole"][0]["count"] == (values > 0).sum()
    assert entry["whole"][0]["std"] == pytest.approx(values[values > 0].std())


@pytest.mark.parametrize("method", GlobalMethod)
def test_applying_a_saved_file_gives_the_same_pixels(scene, tmp_path, method):
    """All images, and one alone."""
    result, file = saved_by(scene.paths, tmp_path, method=method)
    for one, two in zip(applied(scene.paths, file, tmp_path / "again"), result.outputs):
        assert np.array_equal(read(one), read(two))
    alone = applied(scene.paths[2:3], file, tmp_path / "alone")
    assert np.array_equal(read(alone[0]), read(result.outputs[2]))


def test_an_image_of_another_data_type_is_told(scene, tmp_path):
    """Gains for numbers of 16 bits mean nothing for bytes; of files that tell no type nothing is told."""
    _, file = saved_by(scene.paths[:2], tmp_path)
    (tmp_path / "copies").mkdir()
    twin = str(tmp_path / "copies" / Path(scene.paths[0]).name)
    write(twin, read(scene.paths[0]).astype(np.float32), nodata=0)
    silent = str(tmp_path / "silent.json")
    content = json.loads(Path(file).read_text(encoding="utf-8"))
    for entry in content["images"]:
        del entry["data_type"]
    Path(silent).write_text(json.dumps(content), encoding="utf-8")
    told = []
    for saved, path in ((file, twin), (file, scene.paths[1]), (silent, twin)):
        progress = Recorder()
        apply_adjustments([path], saved, OutputSettings(folder=str(tmp_path / "o")), progress=progress)
        told.append(progress.warnings)
    assert told[0] == [
        f"{twin} is float32, and its adjustment was found for uint16: it fits only if both hold the same values. "
        "Find it anew (Global regression) if they do not."
    ]
    assert told[1:] == [[], []]


def test_a_byte_order_mark_is_no_part_of_a_saved_file(scene, tmp_path):
    """Editors put one at the beginning."""
    result, file = saved_by(scene.paths[:2], tmp_path)
    Path(file).write_bytes(b"\xef\xbb\xbf" + Path(file).read_bytes())
    assert np.array_equal(read(applied(scene.paths[:1], file, tmp_path / "o")[0]), read(result.outputs[0]))


def test_copies_elsewhere_are_found_by_name(scene, tmp_path):
    """The path is unknown to the file, the name is the only one."""
    result, file = saved_by(scene.paths, tmp_path)
    (tmp_path / "copies").mkdir()
    twin = shutil.copy(scene.paths[3], tmp_path / "copies")
    assert np.array_equal(read(applied([twin], file, tmp_path / "o")[0]), read(result.outputs[3]))


def test_old_and_new_images_together_give_the_full_result(scene, tmp_path):
    """Four images saved, the fifth added: the gains of a run on all five, to nine digits."""
    full = gains_of(run_global(scene.paths, tmp_path / "full").outputs)
    _, file = saved_by(scene.paths[:4], tmp_path)
    mixed = gains_of(run_global(scene.paths, tmp_path / "mixed", load_adjustments=file).outputs)
    assert mixed[0] == pytest.approx(full[0], rel=1e-9)
    assert mixed[1] == pytest.approx(full[1], rel=1e-9, abs=1e-6)


def test_images_that_are_only_in_the_file_shape_the_solution(scene, tmp_path):
    """A run on the last two, with the first three known from the file: as in a run on all five."""
    full = gains_of(run_global(scene.paths, tmp_path / "full").outputs)
    _, file = saved_by(scene.paths[:4], tmp_path)
    late = gains_of(run_global(scene.paths[3:], tmp_path / "late", load_adjustments=file).outputs)
    assert late[0] == pytest.approx(full[0][3:], rel=1e-9)
    without = gains_of(run_global(scene.paths[3:], tmp_path / "without").outputs)
    assert np.abs(without[0] / full[0][3:] - 1).max() > 0.01


def test_known_images_away_from_new_ones_are_not_read_for_statistics(scene, tmp_path, monkeypatch):
    """The fifth image meets the fourth only: the first three are read once, to be written."""
    _, file = saved_by(scene.paths[:4], tmp_path)
    seen = []
    read_view = on_grid.OnGrid.read_into

    def counted(view, *rest):
        seen.append(view.image.name)
        read_view(view, *rest)

    monkeypatch.setattr(on_grid.OnGrid, "read_into", counted)
    run_global(scene.paths, tmp_path / "mixed", load_adjustments=file)
    assert set(seen) == {"img_4", "img_5"}
    seen.clear()
    run_global(scene.paths[:4], tmp_path / "all", load_adjustments=file)
    assert seen == []


def test_a_file_saved_from_a_mixed_run_knows_all_images(scene, tmp_path):
    """Saved again: five images, and a third run needs to read none."""
    _, file = saved_by(scene.paths[:4], tmp_path)
    again = str(tmp_path / "again.json")
    run_global(scene.paths[3:], tmp_path / "mixed", load_adjustments=file, save_adjustments=again)
    names = {entry["name"] for entry in json.loads(Path(again).read_text(encoding="utf-8"))["images"]}
    assert names == {"img_1", "img_2", "img_3", "img_4", "img_5"}
    full = gains_of(run_global(scene.paths, tmp_path / "full").outputs)
    third = gains_of(run_global(scene.paths, tmp_path / "third", load_adjustments=again).outputs)
    assert third[0] == pytest.approx(full[0], rel=1e-9)


def test_an_image_that_has_changed_is_read_again(scene, tmp_path):
    """Another number of bytes under the same name: the saved statistics are not believed."""
    folder = tmp_path / "in"
    folder.mkdir()
    copies = [shutil.copy(path, folder) for path in scene.paths[:3]]
    _, file = saved_by(copies, tmp_path)
    brighter = (read(copies[1]) * 1.5).astype(np.uint16)
    write(copies[1], brighter, column=70, nodata=0, options=["COMPRESS=DEFLATE"])
    progress = Recorder()
    loaded = gains_of(run_global(copies, tmp_path / "a", load_adjustments=file, progress=progress).outputs)
    fresh = gains_of(run_global(copies, tmp_path / "b").outputs)
    assert any("has changed" in text and "img_2" in text for text in progress.warnings)
    assert loaded[0] == pytest.approx(fresh[0], rel=1e-9)


@pytest.mark.parametrize("method", GlobalMethod)
def test_both_jobs_save_and_read_one_kind_of_file(scene, tmp_path, method):
    """Saved by `balance`, loaded by the global step, and the other way round: gains as of a run on all images."""
    full = gains_of(run_global(scene.paths, tmp_path / "full", method=method).outputs)
    for number, (first, second) in enumerate(((run_balance, run_global), (run_global, run_balance))):
        file = str(tmp_path / f"{number}.json")
        first(scene.paths[:4], tmp_path / f"first {number}", method=method, save_adjustments=file)
        mixed = gains_of(
            second(scene.paths[2:], tmp_path / f"mixed {number}", method=method, load_adjustments=file).outputs
        )
        assert mixed[0] == pytest.approx(full[0][2:], rel=1e-9)
        assert mixed[1] == pytest.approx(full[1][2:], rel=1e-9, abs=1e-6)


@pytest.fixture(scope="module")
def ours(scene, tmp_path_factory):
    """The content of a good file of ours."""
    _, file = saved_by(scene.paths[:3], tmp_path_factory.mktemp("ours"))
    return json.loads(Path(file).read_text(encoding="utf-8"))


def test_names_that_are_no_text_are_kept(scene, ours, tmp_path):
    """As file systems may hold them: an image that is only in the file is saved again under its name."""
    file, again = str(tmp_path / "a.json"), tmp_path / "again.json"
    text = json.dumps(ours).replace(f'"{scene.paths[2]}"', r'"\udcff.tif"').replace('"img_3"', r'"\udcff"')
    Path(file).write_text(text, encoding="utf-8")
    run_global(scene.paths[:2], tmp_path / "out", load_adjustments=file, save_adjustments=str(again))
    names = [entry["name"] for entry in json.loads(again.read_text(encoding="utf-8"))["images"]]
    assert names == ["img_1", "img_2", "\udcff"]


# The structure that spectralmatch writes.


def spectralmatch_content(scene, numbers, adjustments=(1.0, 0.0)):
    """Its JSON for some images, from their pixels."""
    looks = {}
    for number in numbers:
        whole = np.zeros((2, *scene.truth.shape[1:]))
        row, column = scene.corners[number]
        own = read(scene.paths[number])
        whole[:, row : row + own.shape[1], column : column + own.shape[2]] = own
        looks[number] = whole

    def table(number, chosen):
        return {
            f"band_{band}": {
                "mean": float(looks[number][band][chosen].mean()),
                "std": float(looks[number][band][chosen].std()),
                "size": int(chosen.sum()),
            }
            for band in range(2)
        }

    content = {}
    for number in numbers:
        valid = looks[number][0] > 0
        overlaps = {}
        for other in numbers:
            both = valid & (looks[other][0] > 0)
            if other != number and both.any():
                overlaps[f"img_{other + 1}"] = table(number, both)
        scale, offset = adjustments
        content[f"img_{number + 1}"] = {
            "adjustments": {f"band_{band}": {"scale": scale, "offset": offset} for band in range(2)},
            "whole_stats": table(number, valid),
            "overlap_stats": overlaps,
        }
    return content


def test_spectralmatchs_file_is_applied(scene, tmp_path):
    """Its scale and offset, image by name."""
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps(spectralmatch_content(scene, [0, 1], (1.25, -40.0))))
    output = applied(scene.paths[:1], str(file), tmp_path / "o")[0]
    values = read(scene.paths[0])
    expected = np.where(values > 0, np.rint(np.float32(1.25) * values - np.float32(40.0)), 0)
    assert np.array_equal(read(output), expected)


def test_spectralmatchs_statistics_shape_a_new_solution(scene, tmp_path):
    """Images one to three from its file, four and five from pixels: gains within 3 % of a run on all."""
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps(spectralmatch_content(scene, [0, 1, 2, 3])))
    late = gains_of(run_global(scene.paths[3:], tmp_path / "late", load_adjustments=str(file)).outputs)
    full = gains_of(run_global(scene.paths, tmp_path / "full").outputs)
    assert late[0] == pytest.approx(full[0][3:], rel=3e-2)


# What does not fit is refused with its place.


def broken(content, path, value="gone"):
    """The content with one entry changed, or removed."""
    content = copy.deepcopy(content)
    place = content
    for key in path[:-1]:
        place = place[key]
    if value == "gone":
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return content


OURS = [
    (("format",), "something-else", "format"),
    (("version",), 2, "version"),
    (("version",), "1", "version"),
    (("version",), "gone", "version"),
    (("format",), 3, "format"),
    (("images",), {}, "images"),
    (("images", 1), 5, r"images\[1\]"),
    (("images", 1, "name"), None, r"images\[1\]\.name"),
    (("images", 0, "adjustments", 1, "gain"), "x", r"images\[0\]\.adjustments\[1\]\.gain"),
    (("images", 0, "adjustments", 1, "gain"), True, r"images\[0\]\.adjustments\[1\]\.gain"),
    (("images", 0, "adjustments"), [], r"images\[0\]\.adjustments"),
    (("images", 0, "whole", 0, "std"), "gone", r"images\[0\]\.whole\[0\]\.std"),
    (("images", 0, "whole"), "gone", r"images\[0\]\.whole"),
    (("images", 0, "scales"), [], r"images\[0\]\.scales"),
    (("images", 0, "size"), "100x100", r"images\[0\]\.size"),
    (("images", 0, "size"), [None, "a"], r"images\[0\]\.size"),
    (("images", 0, "bytes"), "many", r"images\[0\]\.bytes"),
    (("images", 0, "path"), 7, r"images\[0\]\.path"),
    (("images", 0, "overlaps"), [], r"images\[0\]\.overlaps"),
    (("images", 0, "weights"), {"x": 0}, r"images\[0\]\.weights\['x'\]"),
    (("images", 0, "weights"), {"x": "a"}, r"images\[0\]\.weights\['x'\]"),
    (("images", 0, "weights"), [], r"images\[0\]\.weights"),
    (("images", 0, "unchanged"), [], r"images\[0\]\.unchanged"),
]


def refused(scene, tmp_path, text, place):
    """All jobs refuse the file with the place, and write nothing."""
    file = tmp_path / "bad.json"
    file.write_text(text)
    with pytest.raises(Problems, match=rf"bad\.json cannot be used.*{place}"):
        applied(scene.paths[:2], str(file), tmp_path / "out")
    for job in (run_global, run_balance):
        with pytest.raises(Problems, match=rf"bad\.json cannot be used.*{place}"):
            job(scene.paths[:2], tmp_path / "out", load_adjustments=str(file))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("path", "value", "place"), OURS, ids=[str(n) for n in range(len(OURS))])
def test_a_fault_in_our_file_is_told_with_its_place(scene, ours, tmp_path, path, value, place):
    """Wrong kind, missing entry, wrong number of bands."""
    refused(scene, tmp_path, json.dumps(broken(ours, path, value)), place)


THEIRS = [
    (("img_1", "adjustments"), "gone", r"img_1\.adjustments"),
    (("img_1", "adjustments", "band_0"), "gone", r"img_1\.adjustments\.band_0"),
    (("img_1", "adjustments", "band_1", "scale"), "a", r"img_1\.adjustments\[1\]\.scale"),
    (("img_2", "whole_stats", "band_1", "mean"), "gone", r"img_2\.whole_stats\[1\]\.mean"),
    (("img_2", "overlap_stats", "img_1"), 3, r"img_2\.overlap_stats\.img_1"),
    (("img_2",), [], "img_2"),
]


@pytest.mark.parametrize(("path", "value", "place"), THEIRS, ids=[str(n) for n in range(len(THEIRS))])
def test_a_fault_in_spectralmatchs_file_is_told_with_its_place(scene, tmp_path, path, value, place):
    """The same care for the other structure."""
    refused(scene, tmp_path, json.dumps(broken(spectralmatch_content(scene, [0, 1]), path, value)), place)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "7", '{"a": NaN}', "[" * 5000])
def test_what_is_no_adjustments_file_is_refused(scene, tmp_path, text):
    """Empty, cut short, a list, nothing inside, absurdly deep."""
    refused(scene, tmp_path, text, "")


def test_an_image_the_file_does_not_know_is_named(scene, ours, tmp_path):
    """`apply_adjustments` cannot guess."""
    file = tmp_path / "some.json"
    file.write_text(json.dumps(ours))
    with pytest.raises(Problems, match=r"no adjustment for .*img_5"):
        applied(scene.paths, str(file), tmp_path / "out")


def test_another_number_of_bands_is_refused(scene, ours, tmp_path):
    """Two bands in the file, three in the images."""
    file = tmp_path / "some.json"
    file.write_text(json.dumps(ours))
    other = make_scene(tmp_path / "in", columns=2, bands=3)
    for run in (
        lambda: applied(other.paths, str(file), tmp_path / "out"),
        lambda: run_global(other.paths, tmp_path / "out", load_adjustments=str(file)),
        lambda: run_balance(other.paths, tmp_path / "out", load_adjustments=str(file)),
    ):
        with pytest.raises(Problems, match="2 bands"):
            run()
