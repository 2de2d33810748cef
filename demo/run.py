"""Balance images through ``qgis_process`` as a user would, and say what it brought.

    .venv/bin/python demo/run.py --zip dist/evenlight.zip                          a made-up scene, whose truth is known
    .venv/bin/python demo/run.py --zip dist/evenlight.zip --images a.tif b.tif     somebody's own images

The plugin is installed from its zip into a throw-away QGIS profile.  Everything is written into one
folder: the images after each step, the global step's gains and offsets, a picture of the images before
and after, the mosaic that one run makes of the images as they came, and a picture of it beside them with
the last one on top.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from checkout import ROOT
from measure import Measured, held_out_of_global, held_out_of_local, measure, saved_gains
from osgeo import gdal
from picture import before_after
from qgis_runs import Qgis, Run, RunFailed
from scene import Scene, SceneSettings, make_scene
from table import DASH, number, percent, text_table
from truth import TruthError, ValidChange, gain_error, truth_error, valid_change

from evenlight.core.radiometry.metrics import Agreement
from evenlight.core.settings import GLOBAL_NAME, LOCAL_NAME

FIELD_NOTE = """* The uneven light of each image counts as an error of its gain here; run with --without-fields to see
  how exactly gains are found where there is none."""
NO_FIELD_NOTE = "* A factor common to all images does not count: no overlap can tell it."


class Step(NamedTuple):
    """A state of the images: as they came, or after a step."""

    name: str
    """Heading of its column."""
    measured: Measured
    """How well the files agree."""
    unseen: Agreement
    """How well cells agree that the step's fit had not seen."""
    clipped: float | None = None
    """Share of valid pixels."""
    change: ValidChange | None = None
    """Against the images as they came."""
    truth: TruthError | None = None
    """Against the undistorted looks."""
    gains: float | None = None
    """Relative error of the gains."""
    run: Run | None = None
    """What the run cost."""


def main(arguments: list[str] | None = None) -> int:
    """Run the demo; returns the exit code."""
    options = _parse(arguments)
    gdal.UseExceptions()
    folder = Path(options.output).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for earlier in ("scene", "global", "local"):
        shutil.rmtree(folder / earlier, ignore_errors=True)
    scene = None
    if options.images:
        paths = [os.path.abspath(path) if os.path.exists(path) else path for path in options.images]
    else:
        _say("Making a scene of six images, each with its own gain, offset, light and noise ...")
        settings = SceneSettings(field=0) if options.without_fields else SceneSettings()
        scene = make_scene(folder / "scene", settings)
        paths = scene.paths
    try:
        with Qgis(Path(options.zip), folder) as qgis:
            steps, balanced = _balance(qgis, paths, scene, folder)
            mosaic = _mosaic(qgis, paths, folder)
    except RunFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    print()
    print(text_table(["", *(step.name for step in steps)], _rows(steps, scene)))
    if scene:
        print()
        print(FIELD_NOTE if scene.settings.field else NO_FIELD_NOTE)
    picture, of_mosaic = folder / "before-after.png", folder / "mosaic-before-after.png"
    before_after(paths, balanced, picture)
    before_after(paths[::-1], [mosaic], of_mosaic)
    print()
    print(f"Balanced images          {folder / 'local'}")
    print(f"After the global step    {folder / 'global'}")
    print(f"Gains and offsets        {folder / 'adjustments.json'}")
    print(f"Images before | after    {picture}")
    print(f"Seamless mosaic          {mosaic}")
    print(f"Last on top | mosaic     {of_mosaic}")
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zip", default=str(ROOT / "dist" / "evenlight.zip"), help="the built plugin")
    parser.add_argument("--output", default=str(ROOT / "demo-output"), help="folder for everything that is written")
    parser.add_argument("--images", nargs="+", metavar="IMAGE", help="your own images instead of the made-up scene")
    parser.add_argument(
        "--without-fields", action="store_true", help="no illumination fields: gains can then be found exactly"
    )
    return parser.parse_args(arguments)


def _balance(qgis: Qgis, paths: list[str], scene: Scene | None, folder: Path) -> tuple[list[Step], list[str]]:
    """Run both algorithms and measure; returns the columns of the table and the balanced images."""
    adjustments = folder / "adjustments.json"
    first = _run(qgis, "global_regression", paths, folder / "global", GLOBAL_NAME, SAVE_ADJUSTMENTS=adjustments)
    regressed = _outputs(first)
    second = _run(qgis, "local_block_adjustment", regressed, folder / "local", LOCAL_NAME)
    balanced = _outputs(second)
    _say("Measuring ...")
    looks = scene.looks if scene else None
    untouched = measure(paths)
    steps = [
        Step("before", untouched, untouched.overlap, truth=_truth(paths, looks)),
        Step(
            "after global",
            measure(regressed),
            held_out_of_global(paths),
            first.results.get("CLIPPED"),
            valid_change(paths, regressed),
            _truth(regressed, looks),
            gain_error(saved_gains(str(adjustments), paths), scene.gains) if scene else None,
            first,
        ),
        Step(
            "after local",
            measure(balanced),
            held_out_of_local(regressed),
            second.results.get("CLIPPED"),
            valid_change(paths, balanced),
            _truth(balanced, looks),
            run=second,
        ),
    ]
    if looks:
        perfect = measure(looks)
        steps.append(Step("two perfect looks", perfect, perfect.overlap))
    return steps, balanced


def _mosaic(qgis: Qgis, paths: list[str], folder: Path) -> str:
    """All images as one raster, from the images as they came."""
    return str(_timed(qgis, "balance_and_mosaic", paths, OUTPUT=folder / "mosaic.tif").results["OUTPUT"])


def _run(qgis: Qgis, algorithm: str, paths: list[str], folder: Path, name: str, **more: object) -> Run:
    """One algorithm for images, with the parameters that every user gives."""
    return _timed(qgis, algorithm, paths, OUTPUT_FOLDER=folder, OUTPUT_NAME=name, LOAD_OUTPUTS="false", **more)


def _timed(qgis: Qgis, algorithm: str, paths: list[str], **more: object) -> Run:
    _say(f"evenlight:{algorithm} on {len(paths)} images ...")
    run = qgis.run(algorithm, INPUT=paths, **more)
    _say(f"  {run.seconds:.1f} s, {run.peak_megabytes:.0f} MB")
    return run


def _outputs(run: Run) -> list[str]:
    return [str(path) for path in run.results["OUTPUT"]]


def _truth(paths: list[str], looks: list[str] | None) -> TruthError | None:
    return truth_error(paths, looks) if looks else None


def _rows(steps: list[Step], scene: Scene | None) -> list[tuple[str, ...] | None]:
    """The table below its head."""

    def row(label: str, show) -> tuple[str, ...]:
        return label, *(show(step) for step in steps)

    untouched = steps[0].measured.spread
    rows: list[tuple[str, ...] | None] = [
        row("Overlaps: RMSE", lambda s: number(s.measured.overlap.rmse, 2)),
        row("  RMSE / standard deviation", lambda s: number(s.measured.overlap.normalised_rmse, 4)),
        row("  mean difference / standard deviation", lambda s: number(s.measured.overlap.bias, 4)),
        row("The same on cells held out: RMSE", lambda s: number(s.unseen.rmse, 2)),
        row("  RMSE / standard deviation", lambda s: number(s.unseen.normalised_rmse, 4)),
        row("  mean difference / standard deviation", lambda s: number(s.unseen.bias, 4)),
        None,
    ]
    if scene:
        rows += [
            row("Against the truth: RMSE", lambda s: number(s.truth and s.truth.residual, 2)),
            row("  RMSE / standard deviation", lambda s: number(s.truth and s.truth.relative, 4)),
            row("  relative error of the gains *", lambda s: percent(s.gains, 3)),
            None,
        ]
    return [
        *rows,
        row("Contrast kept", lambda s: number(s.measured.spread / untouched if s.run else None, 4)),
        row("Clipped pixels", lambda s: percent(s.clipped, 4)),
        row("Valid pixels lost / gained", lambda s: f"{s.change.lost} / {s.change.gained}" if s.change else DASH),
        None,
        row("Time", lambda s: number(s.run and s.run.seconds, 1, " s")),
        row("Peak memory, QGIS included", lambda s: number(s.run and s.run.peak_megabytes, 0, " MB")),
    ]


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
