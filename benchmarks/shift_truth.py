"""Shifts of images whose truth is known, on ground of every kind, as fine and as smooth as it comes.

    .venv/bin/python benchmarks/shift_truth.py --data ../shared/data

Each scene is blurred, moved by a known shift with its whole spectrum, given a light and noise of its own and
written in a data type; then the files are compared as `coregister` compares them.  Reported is the largest error of
what was accepted, "in place" included, and how much was refused.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

import numpy as np
from checkout import ROOT
from osgeo import gdal, osr

from evenlight.core.align.outcomes import Aligner
from evenlight.core.align.settings import AlignMethod, CoregisterSettings, MatchSettings
from evenlight.core.execution import Signal
from evenlight.core.raster.image import describe

SIZE, MARGIN = 320, 40
BLURS = (0.0, 1.0, 2.0, 3.0, 5.0, 8.0)
SHIFTS = ((0.0, 0.0), (0.37, -0.61), (-2.0, 3.0), (2.4, -2.7), (12.3, -7.6))
SIGNALS = {"clean": (0.0, 1.0), "other light": (0.0, 1.3), "noise": (0.03, 0.8), "much noise": (0.15, 1.2)}
"""Noise over the scene's standard deviation, and gain of the image."""
TYPES = {"Byte": gdal.GDT_Byte, "UInt16": gdal.GDT_UInt16, "Float32": gdal.GDT_Float32}
SCENES = ("made", "drone_river", "naip_prairie", "landsat", "elevation", "thermal", "haze")


class Case(NamedTuple):
    """One pair of images, and how it is compared."""

    scene: str
    blur: float
    both: bool
    shift: tuple[float, float]
    signal: str
    dtype: str
    method: str


class Result(NamedTuple):
    """What was found."""

    case: Case
    error: float | None
    """Pixels from the truth; None where nothing was believed."""
    reason: str


def made(roughness: float, seed: int) -> np.ndarray:
    """A random surface whose waves' amplitudes fall with the power of their frequency."""
    rows = columns = SIZE + 2 * MARGIN
    frequency = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns))
    fall = np.where(frequency > 0, np.maximum(frequency, 1.0 / SIZE) ** -roughness, 0.0)
    noise = np.fft.rfft2(np.random.default_rng(seed).normal(size=(rows, columns)))
    surface = np.fft.irfft2(noise * fall, s=(rows, columns))
    return surface / surface.std()


def real(data: Path, name: str) -> np.ndarray:
    """The mean of the bands of the first image of a set, from the middle."""
    path = sorted((data / name).glob("*.tif"))[0]
    bands = gdal.Open(str(path)).ReadAsArray().astype(np.float64)
    values = bands[:3].mean(axis=0)
    height, width = (min(size, SIZE + 2 * MARGIN) for size in values.shape)
    top, left = ((size - own) // 2 for size, own in zip(values.shape, (height, width)))
    return values[top:top + height, left:left + width]


def scene_of(name: str, data: Path) -> np.ndarray:
    """Values as a Byte image could hold them."""
    if name == "made":
        return 100.0 + 40.0 * made(1.5, 1)
    if name == "elevation":
        return 120.0 + 40.0 * made(3.0, 2)
    if name == "thermal":
        return 110.0 + 12.0 * moved(made(1.8, 3), (0.0, 0.0), 2.0)
    if name == "haze":
        values = real(data, "drone_river")
        return 180.0 + 0.05 * (values - values.mean())
    values = real(data, {"landsat": "landsat_hawaii"}.get(name, name))
    return np.clip(128.0 + 40.0 * (values - np.median(values)) / values.std(), 1, 254) if name == "landsat" else values


def moved(scene: np.ndarray, shift: tuple[float, float], blur: float) -> np.ndarray:
    """The scene blurred and moved by columns and rows."""
    taper = [np.minimum(1.0, (np.arange(size) + 1.0) / 24.0) for size in scene.shape]
    window = (taper[0] * taper[0][::-1])[:, None] * (taper[1] * taper[1][::-1])
    spectrum = np.fft.rfft2((scene - scene.mean()) * window)
    rows, columns = np.fft.fftfreq(scene.shape[0])[:, None], np.fft.rfftfreq(scene.shape[1])
    spectrum *= (np.hypot(rows, columns) < 0.45) * np.exp(-2.0 * (np.pi * blur) ** 2 * (rows**2 + columns**2))
    spectrum *= np.exp(-2j * np.pi * (columns * shift[0] + rows * shift[1]))
    return np.fft.irfft2(spectrum, s=scene.shape) + scene.mean()


def write(path: str, values: np.ndarray, dtype: str) -> None:
    """A file of one band."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(32633)
    target = gdal.GetDriverByName("GTiff").Create(path, values.shape[1], values.shape[0], 1, TYPES[dtype])
    target.SetGeoTransform((500000.0, 1.0, 0.0, 5000000.0, 0.0, -1.0))
    target.SetProjection(system.ExportToWkt())
    if dtype == "Byte":
        values = np.clip(np.rint(values), 0, 255)
    elif dtype == "UInt16":
        values = np.clip(np.rint(40.0 * values), 0, 65535)
    target.GetRasterBand(1).WriteArray(values)
    target = None


_scenes: dict[str, np.ndarray] = {}


def measured(case: Case, data: Path, folder: str) -> Result:
    """One case."""
    scene = _scenes.setdefault(case.scene, None)
    if scene is None:
        scene = _scenes[case.scene] = scene_of(case.scene, data)
    noise, gain = SIGNALS[case.signal]
    random = np.random.default_rng(5)
    inner = np.s_[MARGIN:-MARGIN, MARGIN:-MARGIN]
    reference = moved(scene, (0.0, 0.0), case.blur if case.both else 0.0)[inner]
    # the image shows the ground at -shift of where it belongs
    image = moved(scene, (-case.shift[0], -case.shift[1]), case.blur)[inner]
    spread = noise * reference.std()
    reference = reference + spread * random.normal(size=reference.shape)
    image = image + spread * random.normal(size=image.shape)
    level = image.mean()
    image = (image - level) * gain + level + (0.0 if gain == 1.0 else 8.0)
    paths = [os.path.join(folder, f"{os.getpid()}_{word}.tif") for word in ("image", "reference")]
    for path, values in zip(paths, (image, reference)):
        write(path, values, case.dtype)
    images = [describe(path) for path in paths]
    settings = CoregisterSettings(match=MatchSettings(method=AlignMethod(case.method)))
    found = Aligner(images[1], "", settings, 1e9).find(images[0], Signal())
    if found.accepted:
        return Result(case, float(np.hypot(*(np.array(found.shift) - case.shift))), "")
    if found.in_place:
        return Result(case, float(np.hypot(*case.shift)), "in place")
    return Result(case, None, found.reason)


def cases(options: argparse.Namespace) -> Iterator[Case]:
    """What is asked for."""
    for scene, blur, both, shift, signal, dtype, method in itertools.product(
        options.scenes, options.blurs, (True, False), SHIFTS, SIGNALS, TYPES, options.methods
    ):
        if blur or both:
            yield Case(scene, blur, both, shift, signal, dtype, method)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--scenes", nargs="+", default=SCENES)
    parser.add_argument("--blurs", nargs="+", type=float, default=BLURS)
    parser.add_argument("--methods", nargs="+", default=["phase_correlation"])
    parser.add_argument("--every", type=int, default=1, help="take one case of so many")
    parser.add_argument("--bad", type=float, default=0.3, help="tell single cases with a larger error")
    parser.add_argument("--refused", action="store_true", help="tell single cases that are refused")
    options = parser.parse_args()
    gdal.UseExceptions()
    chosen = list(cases(options))[:: options.every]
    results = []
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(2) as pool:
        for result in pool.map(measured, chosen, itertools.repeat(options.data), itertools.repeat(folder), chunksize=8):
            results.append(result)
            if (result.error or 0.0) > options.bad or (options.refused and result.error is None):
                print(f"  {result.error} {' '.join(map(str, result.case))} {result.reason}", flush=True)
    print(f"| method | scene | {' | '.join(f'blur {blur:g}' for blur in options.blurs)} |")
    for method, scene in itertools.product(options.methods, options.scenes):
        cells = []
        for blur in options.blurs:
            own = [r for r in results if (r.case.method, r.case.scene, r.case.blur) == (method, scene, blur)]
            errors = np.array([r.error for r in own if r.error is not None])
            if not own:
                cells.append("")
                continue
            refused = sum(r.error is None for r in own) / len(own)
            told = f"{np.percentile(errors, 95):.2f} / {errors.max():.2f}" if errors.size else "-"
            cells.append(f"{told}, {refused:.0%}")
        print(f"| {method} | {scene} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
