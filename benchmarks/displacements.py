"""Real scenes displaced by known waves, turns, shifts and blurs: what the defaults of aligning leave of it.

    .venv/bin/python benchmarks/displacements.py --data ../shared/data

Each scene is resampled once, by cubic splines, from where a known transform says; it gets a light and noise of its own
and is written as a file.  `coregister` then brings it back onto the scene itself, with defaults but for the method and
transform that the row names.  Reported is the distance of the ground from its exact place, root mean square over the
image, before and after; what was refused is named as such, and what was passed on as lying in place counts as it lies.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

import numpy as np
from checkout import ROOT
from osgeo import gdal, osr
from scipy import ndimage
from scipy.interpolate import RBFInterpolator

from evenlight.core.align.pair import Mesh
from evenlight.core.align.settings import AlignMethod, CoregisterSettings, MatchSettings, TransformModel
from evenlight.core.jobs import coregister
from evenlight.core.settings import OutputSettings

SCENES = ("drone_river", "naip_prairie")
WAVE, LENGTH = 3.0, 400.0
"""Pixels: amplitude along both axes, and from crest to crest."""
DEGREES, SCALE = 0.4, 1.003
SHIFTS = ((3.0, -2.0), (12.0, 7.0), (-25.0, 14.0))
BLURS = (3.0, 5.0)
BLURRED_BY = (2.4, -1.7)
"""Shift of what is blurred."""
GAIN, OFFSET, NOISE = 0.85, 12.0, 2.0
STEP = 16
"""Pixels from one place to the next where errors are taken."""
WEST, NORTH = 500000.0, 5000000.0

Places = np.ndarray
"""(n, 2) columns and rows."""


class Case(NamedTuple):
    """One displacement."""

    name: str
    belongs: Callable[[Places], Places]
    """Where positions of the image belong on the scene."""
    blur: float
    ways: tuple[str, ...]
    bar: float
    """Pixels, root mean square."""


WAYS = {
    "phase_correlation": CoregisterSettings(),
    **{
        f"{method} {motion}": CoregisterSettings(match=MatchSettings(method=method, motion=motion))
        for method in (AlignMethod.ECC, AlignMethod.FEATURES)
        for motion in TransformModel
    },
    "WINDOWS": CoregisterSettings(windows=True),
}
"""Settings by what a user chooses; all else are defaults."""
SHIFTING = ("phase_correlation", "ecc translation", "features translation", "WINDOWS")
TURNING = ("ecc affine", "ecc homography", "features affine", "features homography", "WINDOWS")


def waved(places: Places) -> Places:
    """By a sine of the other axis along each."""
    angles = 2.0 * np.pi * places[:, ::-1] / LENGTH + np.array([0.0, 1.0])
    return places + WAVE * np.sin(angles)


def turned(middle: np.ndarray) -> Callable[[Places], Places]:
    """About the middle of the scene."""
    angle = np.deg2rad(DEGREES)
    linear = SCALE * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return lambda places: (places - middle) @ linear.T + middle


def shifted(columns: float, rows: float) -> Callable[[Places], Places]:
    """Everything by one step."""
    return lambda places: places + np.array([columns, rows])


def cases(middle: np.ndarray) -> Iterator[Case]:
    """All displacements of a scene."""
    yield Case(f"wave of {WAVE:g} px", waved, 0.0, ("WINDOWS",), 0.5)
    yield Case(f"{DEGREES:g} degrees, {100 * (SCALE - 1):.1f} %", turned(middle), 0.0, TURNING, 0.1)
    for shift in SHIFTS:
        yield Case(f"shift {shift[0]:g}, {shift[1]:g}", shifted(*shift), 0.0, SHIFTING, 0.02)
    for blur in BLURS:
        yield Case(f"blur of {blur:g} px", shifted(*BLURRED_BY), blur, SHIFTING, 0.1)


def scene_of(data: Path, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Mean of the first three bands of the first image of a set, and where all of them are valid."""
    source = gdal.Open(str(sorted((data / name).glob("*.tif"))[0]))
    bands = [source.GetRasterBand(number) for number in (1, 2, 3)]
    valid = np.all([band.GetMaskBand().ReadAsArray() != 0 for band in bands], axis=0)
    return np.mean([band.ReadAsArray() for band in bands], axis=0), valid


def write(path: Path, values: np.ndarray, valid: np.ndarray) -> str:
    """A file of one band UInt16 with pixels of a metre, nodata 0."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(32633)
    height, width = values.shape
    target = gdal.GetDriverByName("GTiff").Create(str(path), width, height, 1, gdal.GDT_UInt16)
    target.SetGeoTransform((WEST, 1.0, 0.0, NORTH, 0.0, -1.0))
    target.SetProjection(system.ExportToWkt())
    target.GetRasterBand(1).SetNoDataValue(0)
    stored = np.where(valid, np.clip(np.rint(100.0 * values), 1, 65535), 0)
    target.GetRasterBand(1).WriteArray(stored.astype(np.uint16))
    target = None
    return str(path)


def displaced(scene: np.ndarray, valid: np.ndarray, case: Case) -> tuple[np.ndarray, np.ndarray]:
    """What an image shows whose positions belong where the case says."""
    filled = np.where(valid, scene, scene[valid].mean())
    if case.blur:
        share = ndimage.gaussian_filter(valid.astype(float), case.blur)
        filled = ndimage.gaussian_filter(np.where(valid, scene, 0.0), case.blur) / np.maximum(share, 1e-6)
    rows, columns = np.mgrid[: scene.shape[0], : scene.shape[1]] + 0.5
    at = case.belongs(np.column_stack([columns.ravel(), rows.ravel()]))[:, ::-1].T - 0.5
    seen = ndimage.map_coordinates(valid.astype(float), at, order=1).reshape(scene.shape) > 0.999
    shown = ndimage.map_coordinates(filled, at, order=3, mode="nearest").reshape(scene.shape)
    random = np.random.default_rng(7)
    return GAIN * shown + OFFSET + random.normal(scale=NOISE, size=scene.shape), seen


def placed(placement, places: Places) -> Places:
    """Where positions (n, 2) lie after what was done to the image."""
    if placement is None:
        return places
    ground = places * (1.0, -1.0) + (WEST, NORTH)
    if isinstance(placement, Mesh):
        moved = RBFInterpolator(placement.places, placement.belongs - placement.places, kernel="thin_plate_spline")
        ground = ground + moved(ground)
    else:
        ground = placement.moved(ground)
    return (ground - (WEST, NORTH)) * (1.0, -1.0)


def rms(away: Places) -> float:
    """Of distances."""
    return float(np.sqrt((away**2).sum(axis=1).mean()))


def measured(scene: np.ndarray, valid: np.ndarray, folder: Path, only: str, chosen: str) -> Iterator[str]:
    """Rows of the table of one scene."""
    reference = write(folder / "reference.tif", scene, valid)
    for case in cases(np.array(scene.shape[::-1]) / 2.0):
        if only not in case.name:
            continue
        values, seen = displaced(scene, valid, case)
        image = write(folder / "image.tif", values, seen)
        lattice = np.nonzero(seen[STEP // 2::STEP, STEP // 2::STEP])
        places = np.column_stack(lattice[::-1]) * STEP + STEP // 2 + 0.5
        before = rms(case.belongs(places) - places)
        for way in (name for name in case.ways if chosen in name):
            output = OutputSettings(folder=str(folder / "out"))
            (found,) = coregister([image], reference, output, settings=WAYS[way]).outcomes
            after = rms(case.belongs(places) - placed(found.placement, places))
            if found.accepted:
                said = "" if not found.reason else f" ({found.reason})"
            elif found.in_place:
                said = " (in place)"
            else:
                said = " refused"
            refused = not found.accepted and not found.in_place
            fits = after <= case.bar or (refused and case.blur > 0)
            after_text = "refused" if refused else f"{after:.3f}{said}"
            yield f"{case.name} | {way} | {before:.2f} | {after_text} | {case.bar:g}{'' if fits else ' **missed**'}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--scenes", nargs="+", default=SCENES)
    parser.add_argument("--only", default="", help="a part of the names of displacements")
    parser.add_argument("--chosen", default="", help="a part of the names of what a user chooses")
    parser.add_argument("--spacing", type=int, help="WINDOW_SPACING instead of its default")
    options = parser.parse_args()
    gdal.UseExceptions()
    if options.spacing:
        WAYS["WINDOWS"] = CoregisterSettings(windows=True, window_spacing=options.spacing)
    print("| scene | displaced by | chosen | px RMS before | after | bar |\n|---|---|---|---|---|---|")
    for name in options.scenes:
        scene, valid = scene_of(options.data, name)
        with tempfile.TemporaryDirectory() as folder:
            for row in measured(scene, valid, Path(folder), options.only, options.chosen):
                print(f"| {name} | {row} |", flush=True)


if __name__ == "__main__":
    main()
