"""The order of a run's messages, and that none comes twice."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_scenes import make_scene, texture, write
from recorders import Recorder

from evenlight.core.errors import EvenlightError
from evenlight.core.jobs import mask_rasters
from evenlight.core.log import Log, table
from evenlight.core.masks.polygons import PolygonMask
from evenlight.core.masks.settings import BlankSettings
from evenlight.core.progress import Muted, Stage, conclude
from evenlight.core.settings import OutputSettings, SelectionMode


class InOrder(Recorder):
    """Keeps facts and warnings in one list."""

    def __init__(self):
        super().__init__()
        self.all = []

    def inform(self, text):
        super().inform(text)
        self.all.append(text)

    def warn(self, text):
        super().warn(text)
        self.all.append(text)


def test_warnings_come_last_whenever_they_are_told():
    shown = InOrder()
    log = Log(shown)
    log.warn("Trouble.")
    Stage(log, 0.0, 0.5).inform("Reading.")
    conclude(Stage(log, 0.5, 1.0), "Well done.")
    log.inform("Writing.")
    assert shown.all == ["Reading.", "Writing."]
    log.close()
    assert shown.all == ["Reading.", "Writing.", "Well done.", "Trouble."]
    assert log.verdict == "Well done."


def test_a_fact_is_told_once():
    shown = InOrder()
    log = Log(shown)
    log.inform("a.tif is odd. It is left out.")
    log.inform("b.tif is odd. It is left out.")
    log.inform("a.tif is odd. It is left out.")
    log.close()
    assert shown.facts == ["a.tif is odd. It is left out.", "b.tif is odd."]


def test_a_warning_is_told_once_and_keeps_its_sentences():
    """Whatever came before it: without its remedy a warning is of no use."""
    shown = InOrder()
    log = Log(shown)
    log.inform("c.tif is odd. Mask it.")
    for name in ("a", "b", "a", "c"):
        log.warn(f"{name}.tif is odd. Mask it.")
    log.close()
    assert shown.warnings == [f"{name}.tif is odd. Mask it." for name in ("a", "b", "c")]


def test_of_a_run_that_failed_nothing_is_concluded():
    shown = InOrder()
    log = Log(shown)
    log.warn("Trouble.")
    log.conclude("Well done.")
    log.close(whole=False)
    assert shown.all == ["Trouble."]
    assert not log.verdict


def test_a_part_that_says_nothing_concludes_nothing():
    shown = InOrder()
    log = Log(shown)
    conclude(Muted(log), "Well done.")
    log.close()
    assert not shown.all


def test_a_progress_that_does_not_sort_is_told_at_once():
    shown = InOrder()
    conclude(shown, "Well done.")
    assert shown.facts == ["Well done."]


def test_columns_of_a_table_are_aligned():
    text = table(("before", "pixels", "images"), [("0.1", "1,000,000", "a - b"), ("10.25", "5", "a name - c")])
    first, *rows = text.splitlines()
    place = first.index("images")
    assert [row[place:] for row in rows] == ["a - b", "a name - c"]
    assert all(row[place - 4] != " " for row in rows)


def test_a_script_gets_the_same_order(tmp_path):
    """A job that a script calls sorts for any progress, its refusals too."""
    scene, shown = make_scene(tmp_path / "in", columns=2), InOrder()
    result = run_balance(scene.paths, tmp_path / "out", progress=shown, mask=None, alpha=1.0)
    places = [next(n for n, text in enumerate(shown.all) if text.startswith(start))
              for start in ("Reading 2 images", "Solving", "Writing 2 images", "The images", "RMSE in", "Check:",
                            "RMSE of the contrast", "2 images were written")]  # fmt: skip
    assert places == sorted(places)
    assert f"{result.quality.held_out:.4f} of the contrast are left there" in shown.all[places[5]]
    assert f"solved with it, {result.quality.held_in:.4f} on the same" in shown.all[places[5]]
    shown = InOrder()
    with pytest.raises(EvenlightError):
        run_balance(scene.paths[:1], tmp_path / "none", progress=shown)
    assert not any("agree" in text for text in shown.all)


def test_a_tool_that_changed_nothing_says_what_to_do(tmp_path):
    """An empty layer to exclude: the images are copies."""
    scene, shown = make_scene(tmp_path / "in", columns=2), InOrder()
    settings = BlankSettings(mask_mode=SelectionMode.EXCLUDE)
    output = OutputSettings(str(tmp_path / "out"))
    mask_rasters(scene.paths, PolygonMask((), ""), output, settings=settings, progress=shown)
    verdict, warning = shown.all[-3], shown.all[-1]
    assert verdict.startswith("0 valid pixels of 2 images were blanked; ")
    assert "check MASK_MODE" in warning


@pytest.mark.parametrize("factor", [2.5, 4.0])
@pytest.mark.parametrize("led", [False, True])
def test_images_of_two_scales_are_warned_of_unless_one_is_right(tmp_path, factor, led):
    """From a factor of 3 on, with the factor, both names and what to do."""
    ground = texture(1, 120, 200, 8, mean=3000, std=400)
    parts = ("dim", ground[:, :, :120]), ("bright", factor * ground[:, :, 80:])
    paths = [
        write(tmp_path / f"{name}.tif", np.rint(values).astype(np.uint16), column=80 * n)
        for n, (name, values) in enumerate(parts)
    ]
    shown = InOrder()
    run_global(paths, tmp_path / "out", progress=shown, model_images=(paths[0],) if led else ())
    told = [text for text in shown.warnings if "apart in scale" in text]
    assert len(told) == (factor > 3 and not led)
    assert all("a factor of 4.0" in text and "bright" in text and "dim" in text for text in told)
    assert all("MODEL_IMAGES" in text for text in told)
